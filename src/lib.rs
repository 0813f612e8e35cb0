//! Checks a Chinese-English text for translation mismatches.
//!
//! Text flows one way, and each module is one station on that way:
//!
//! ```text
//! bytes ──input──▶ Document ──link──▶ Links ──rules──▶ Findings ──gate──▶ Report ──report──▶ text, JSON, …
//! ```
//!
//! ```
//! use std::path::Path;
//! use duizhao::report::{Format, Report, Style, render};
//! use duizhao::{Checker, input};
//!
//! let bytes = "**甲：** 她在 Anthropic 工作。\n\n**A:** She works at Antropic.\n".as_bytes();
//! let source = input::decode(Path::new("talk.md"), bytes)?;
//! let document = input::transcript::read(source)?;
//! let checked = Checker::new().check(&document);
//! let report = Report::new(vec![checked.report(&document)]);
//! assert_eq!(report.summary.warnings, 1);
//! render(&report, Format::Text, &Style::default(), &mut std::io::sink())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Checker::check_pair`] checks a single pair. A corpus is read and checked a stretch at a time, so that
//! memory does not grow with it:
//!
//! ```
//! use duizhao::Checker;
//! use duizhao::input::corpus::{CorpusFormat, CorpusReader};
//! use duizhao::report::Fingerprints;
//!
//! let rows = "他们有 300 名员工。\tThey have 3,000 employees.\n一切正常。\tAll is well.\n";
//! let mut reader = CorpusReader::new(rows.as_bytes(), "rows.tsv", CorpusFormat::Tsv, None);
//! let checker = Checker::new();
//! let mut fingerprints = Fingerprints::default();
//! let mut found = Vec::new();
//! while let Some(stretch) = reader.next_stretch()? {
//!     let mut report = checker.check(&stretch.document).report(&stretch.document);
//!     fingerprints.assign(&mut report.findings);
//!     found.append(&mut report.findings);
//! }
//! assert_eq!(found.len(), 1);
//! assert_eq!(found[0].zh_turns, ["Z1"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod check;
pub mod cli;
pub mod config;
pub mod dictionary;
pub mod document;
pub mod finding;
pub mod fix;
pub mod gate;
pub mod input;
pub mod lexicon;
pub mod link;
pub mod quantity;
pub mod report;
pub mod rules;
pub mod text;

pub use check::{Checked, Checker};
