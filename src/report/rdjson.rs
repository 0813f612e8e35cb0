//! Reviewdog's diagnostic format as one JSON object
//! (<https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>). Its columns count bytes of
//! UTF-8.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::model::{FileReport, FindingReport, PlaceReport, Report};
use crate::finding::Severity;
use crate::text::Side;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let diagnostics: Vec<Value> =
        report.findings().map(|(file, finding)| diagnostic(file, finding)).collect();
    let result = json!({
        "source": { "name": report.tool.name },
        "diagnostics": diagnostics,
    });
    serde_json::to_writer_pretty(&mut *out, &result)?;
    writeln!(out)
}

fn diagnostic(file: &FileReport, finding: &FindingReport) -> Value {
    let places: Vec<(Side, &PlaceReport)> =
        finding.first_place().into_iter().chain(finding.other_place()).collect();
    let mut diagnostic = json!({
        "message": finding.message,
        "severity": match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info => "INFO",
        },
        "code": { "value": finding.rule },
        "location": match places.first() {
            Some((side, place)) => location(file, *side, place),
            None => json!({ "path": file.path }),
        },
    });
    let related: Vec<Value> = places
        .iter()
        .skip(1)
        .map(|(side, place)| {
            json!({
                "message": format!("the {}", side.name()),
                "location": location(file, *side, place),
            })
        })
        .collect();
    if !related.is_empty() {
        diagnostic["related_locations"] = json!(related);
    }
    if let Some(suggestion) = &finding.suggestion {
        let place = places.iter().find(|(side, _)| suggestion.side == (*side).into());
        // A suggestion is applied to the file of the diagnostic.
        let same = place.filter(|(side, _)| {
            places.first().is_some_and(|first| file.path(first.0) == file.path(*side))
        });
        if let Some((_, place)) = same {
            diagnostic["suggestions"] = json!([{ "range": range(place), "text": suggestion.text }]);
        }
    }
    diagnostic
}

fn location(file: &FileReport, side: Side, place: &PlaceReport) -> Value {
    json!({ "path": file.path(side), "range": range(place) })
}

fn range(place: &PlaceReport) -> Value {
    json!({
        "start": { "line": place.start.line, "column": place.start.utf8_column },
        "end": { "line": place.end.line, "column": place.end.utf8_column },
    })
}
