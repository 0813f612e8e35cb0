//! Reviewdog's diagnostic format as one JSON object
//! (<https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>). Its columns count bytes of
//! UTF-8.

use std::io::{self, Write};

use serde::Serialize;

use super::each::Each;
use super::model::{FileReport, FindingReport, PlaceReport, PositionReport, Report};
use super::notes::{message_with_advice, message_with_help};
use crate::finding::Severity;
use crate::text::Side;

#[derive(Serialize)]
struct DiagnosticResult<'r, D> {
    source: Source<'r>,
    diagnostics: D,
}

#[derive(Serialize)]
struct Source<'r> {
    name: &'r str,
}

#[derive(Serialize)]
struct Diagnostic<'r> {
    message: String,
    severity: &'static str,
    code: Code<'r>,
    location: Location<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    related_locations: Option<[Related<'r>; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestions: Option<[Suggestion<'r>; 1]>,
}

#[derive(Serialize)]
struct Code<'r> {
    value: &'r str,
}

#[derive(Serialize)]
struct Location<'r> {
    path: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Related<'r> {
    message: String,
    location: Location<'r>,
}

#[derive(Serialize)]
struct Suggestion<'r> {
    range: Range,
    text: &'r str,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
}

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let result = DiagnosticResult {
        source: Source { name: &report.tool.name },
        diagnostics: Each(|| report.findings().map(|(file, finding)| diagnostic(file, finding))),
    };
    serde_json::to_writer_pretty(&mut *out, &result)?;
    writeln!(out)
}

fn diagnostic<'r>(file: &'r FileReport, finding: &'r FindingReport) -> Diagnostic<'r> {
    let first = finding.first_place();
    let suggestions = suggestion(file, finding).map(|suggestion| [suggestion]);
    let related = finding.other_place().map(|(side, place)| {
        [Related { message: format!("the {}", side.name()), location: location(file, side, place) }]
    });
    Diagnostic {
        message: match &suggestions {
            Some(_) => message_with_help(finding),
            None => message_with_advice(finding),
        },
        severity: match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info => "INFO",
        },
        code: Code { value: &finding.rule },
        location: first.map_or(Location { path: &file.path, range: None }, |(side, place)| {
            location(file, side, place)
        }),
        related_locations: related,
        suggestions,
    }
}

/// The suggestion, if it changes the file of the diagnostic, to which it is applied.
fn suggestion<'r>(file: &FileReport, finding: &'r FindingReport) -> Option<Suggestion<'r>> {
    let suggestion = finding.suggestion.as_ref()?;
    let side = Side::from(suggestion.side);
    let (shown, _) = finding.first_place()?;
    let range = range(finding.place(side)?);
    (file.path(shown) == file.path(side)).then_some(Suggestion { range, text: &suggestion.text })
}

fn location<'r>(file: &'r FileReport, side: Side, place: &PlaceReport) -> Location<'r> {
    Location { path: file.path(side), range: Some(range(place)) }
}

fn range(place: &PlaceReport) -> Range {
    let position = |at: PositionReport| Position { line: at.line, column: at.utf8_column };
    Range { start: position(place.start), end: position(place.end) }
}
