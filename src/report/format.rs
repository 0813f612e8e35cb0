//! The formats by name.

use std::io::{self, Write};

use super::model::{FileReport, Report};
use super::paint::Style;
use super::{
    checkstyle, concise, github, gitlab, html, json, jsonl, junit, markdown, rdjson, sarif, text,
};

/// A format that a report can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people at a terminal.
    Text,
    /// One finding a line, for people and editors.
    Concise,
    /// The report itself.
    Json,
    /// One finding a line.
    Jsonl,
    /// A page to work through in a browser.
    Html,
    /// For code-scanning services.
    Sarif,
    /// For CI servers that show test results.
    Junit,
    /// Annotations in GitHub Actions.
    Github,
    /// GitLab's Code Quality report.
    Gitlab,
    /// Checkstyle XML.
    Checkstyle,
    /// For reviewdog.
    Rdjson,
    /// A comment on a pull request.
    Markdown,
}

impl Format {
    /// All formats.
    pub const ALL: &[Format] = &[
        Format::Text,
        Format::Concise,
        Format::Json,
        Format::Jsonl,
        Format::Html,
        Format::Sarif,
        Format::Junit,
        Format::Github,
        Format::Gitlab,
        Format::Checkstyle,
        Format::Rdjson,
        Format::Markdown,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Concise => "concise",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Html => "html",
            Format::Sarif => "sarif",
            Format::Junit => "junit",
            Format::Github => "github",
            Format::Gitlab => "gitlab",
            Format::Checkstyle => "checkstyle",
            Format::Rdjson => "rdjson",
            Format::Markdown => "markdown",
        }
    }
}

/// What writes the findings of one file, or of a stretch of it.
pub type Streamed = fn(&FileReport, &mut dyn Write) -> io::Result<()>;

impl Format {
    /// How findings are written as they come, where the format has nothing around them.
    pub fn streamed(self) -> Option<Streamed> {
        match self {
            Format::Jsonl => Some(jsonl::write_findings),
            Format::Concise => Some(concise::write_lines),
            _ => None,
        }
    }
}

/// Writes `report` in `format`.
///
/// # Errors
/// What `out` reports.
pub fn render(
    report: &Report,
    format: Format,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Text => text::write(report, style, out),
        Format::Concise => concise::write(report, out),
        Format::Json => json::write(report, out),
        Format::Jsonl => jsonl::write(report, out),
        Format::Html => html::write(report, out),
        Format::Sarif => sarif::write(report, out),
        Format::Junit => junit::write(report, out),
        Format::Github => github::write(report, out),
        Format::Gitlab => gitlab::write(report, out),
        Format::Checkstyle => checkstyle::write(report, out),
        Format::Rdjson => rdjson::write(report, out),
        Format::Markdown => markdown::write(report, out),
    }
}
