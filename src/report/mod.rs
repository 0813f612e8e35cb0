//! What a run found, ready to be shown or kept: everything rendered comes from one [`Report`].

mod alignment;
mod build;
mod escape;
mod fingerprint;
mod format;
mod json;
mod jsonl;
mod model;
mod paint;
mod sarif;
mod text;
mod wrap;

pub use alignment::{AlignmentReport, EventReport};
pub use build::file_report;
pub use fingerprint::Fingerprints;
pub use format::{Format, Style, UnknownFormat, render};
pub use jsonl::write_findings;
pub use model::{
    FileReport, FindingReport, LinkReport, PlaceReport, PositionReport, Report, Schema,
    SuggestionReport, Summary, Tool, TurnReport, json_schema,
};
