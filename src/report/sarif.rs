//! `--format sarif`: the Static Analysis Results Interchange Format 2.1.0, as GitHub code scanning
//! reads it (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).

use std::io::{self, Write};

use serde_json::{Value, json};

use super::escape::for_uri;
use super::model::{FileReport, FindingReport, PlaceReport, Report};
use crate::finding::{Meta, Severity};
use crate::rules::{REGISTRY, docs};
use crate::text::Side;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let rules: Vec<Value> = REGISTRY.iter().map(|rule| descriptor(rule.meta())).collect();
    let results: Vec<Value> =
        report.findings().map(|(file, finding)| result(file, finding)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": report.tool.name,
                "semanticVersion": report.tool.version,
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

/// What a reader is told of a rule; all of it comes from the registry.
fn descriptor(meta: &Meta) -> Value {
    let page = docs::page(meta);
    json!({
        "id": meta.id,
        "name": meta.id,
        "shortDescription": { "text": format!("Fires when {}", meta.fires_when) },
        "fullDescription": { "text": format!("Fires when {}.", meta.fires_when) },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": level(meta.severity) },
        "properties": { "tags": ["translation", meta.mqm] },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn result(file: &FileReport, finding: &FindingReport) -> Value {
    let places = Side::BOTH.map(|side| finding.place(side).map(|place| (side, place)));
    let mut places = places.into_iter().flatten();
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [],
        "relatedLocations": [],
        "partialFingerprints": { "duizhao/v1": finding.fingerprint },
    });
    if let Some(index) = REGISTRY.iter().position(|rule| rule.meta().id == finding.rule) {
        result["ruleIndex"] = json!(index);
    }
    if let Some((side, place)) = places.next() {
        result["locations"] = json!([location(file, side, place)]);
    }
    // The other language.
    let related: Vec<Value> = places
        .map(|(side, place)| {
            let mut related = location(file, side, place);
            related["id"] = json!(1);
            related["message"] = json!({ "text": format!("the {}", side.name()) });
            related
        })
        .collect();
    result["relatedLocations"] = json!(related);
    result
}

fn location(file: &FileReport, side: Side, place: &PlaceReport) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": for_uri(&file.path(side).replace('\\', "/")) },
        "region": {
            "startLine": place.start.line,
            "startColumn": place.start.column,
            "endLine": place.end.line,
            "endColumn": place.end.column,
        },
    } })
}
