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
//! [`Checker::check_pair`] checks a single pair, [`Checker::check_all`] documents that belong together, and
//! [`Checker::check_stream`] a corpus of any length.

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
mod path;
pub mod quantity;
pub mod report;
pub mod rules;
pub mod text;

pub use check::{Checked, Checker};
