//! What a run found, ready to be shown or kept: everything rendered comes from one [`Report`].

mod alignment;
mod baseline;
mod build;
mod checkstyle;
mod columns;
mod concise;
mod connections;
mod each;
mod escape;
mod explain;
mod fingerprint;
mod format;
mod github;
mod gitlab;
mod html;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod model;
mod notes;
mod paint;
mod rdjson;
mod replaceable;
mod sarif;
mod shown;
mod text;
mod turns;
mod wrap;

pub use alignment::{AlignmentReport, EventReport};
pub use baseline::{Baseline, BaselineError};
pub use build::file_report;
pub(crate) use build::findings_report;
pub(crate) use escape::for_terminal;
pub use explain::explain;
pub use fingerprint::Fingerprints;
pub use format::{Format, Streamed, render};
pub use jsonl::write_findings;
pub use model::{
    FileReport, FindingReport, LinkReport, PlaceReport, PositionReport, Report, Schema,
    SentenceReport, SuggestionReport, Summary, Tool, TurnReport, json_schema,
};
pub use paint::Style;
