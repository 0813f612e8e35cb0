//! `--format sarif`: the Static Analysis Results Interchange Format 2.1.0, as GitHub code scanning
//! reads it (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).

use std::io::{self, Write};

use serde_json::{Value, json};

use super::escape::for_uri;
use super::model::{FileReport, FindingReport, PlaceReport, Report};
use super::notes::message_with_advice;
use crate::finding::{Meta, Severity};
use crate::rules::{REGISTRY, docs};
use crate::text::Side;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Where the program comes from, as Cargo.toml names it.
const HOME: &str = env!("CARGO_PKG_REPOSITORY");

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let rules: Vec<Value> = REGISTRY.iter().map(|rule| descriptor(rule.meta())).collect();
    let results: Vec<Value> =
        report.findings().map(|(file, finding)| result(file, finding)).collect();
    let mut log = json!({
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
    if !HOME.is_empty() {
        log["runs"][0]["tool"]["driver"]["informationUri"] = json!(HOME);
    }
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

/// What a reader is told of a rule; all of it comes from the registry.
fn descriptor(meta: &Meta) -> Value {
    let page = docs::page(meta);
    let mut descriptor = json!({
        "id": meta.id,
        "name": meta.id,
        "shortDescription": { "text": format!("Fires when {}", meta.fires_when) },
        "fullDescription": { "text": format!("Fires when {}.", meta.fires_when) },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": level(meta.severity) },
        "properties": { "tags": ["translation", meta.mqm] },
    });
    // Where the program comes from is not known before it is published.
    if !HOME.is_empty() {
        descriptor["helpUri"] = json!(format!("{HOME}/blob/main/docs/rules.md#{}", meta.id));
    }
    descriptor
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn result(file: &FileReport, finding: &FindingReport) -> Value {
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": message_with_advice(finding) },
        "locations": [],
        "relatedLocations": [],
        "partialFingerprints": { "duizhao/v1": finding.fingerprint },
    });
    if let Some(index) = REGISTRY.iter().position(|rule| rule.meta().id == finding.rule) {
        result["ruleIndex"] = json!(index);
    }
    if let Some((side, place)) = finding.first_place() {
        result["locations"] = json!([location(file, side, place)]);
    }
    if let Some((side, place)) = finding.other_place() {
        let mut related = location(file, side, place);
        related["id"] = json!(1);
        related["message"] = json!({ "text": format!("the {}", side.name()) });
        result["relatedLocations"] = json!([related]);
    }
    if let Some(fix) = fix(file, finding) {
        result["fixes"] = json!([fix]);
    }
    result
}

/// The suggestion as a change of its file.
fn fix(file: &FileReport, finding: &FindingReport) -> Option<Value> {
    let suggestion = finding.suggestion.as_ref()?;
    let side = Side::from(suggestion.side);
    let place = finding.place(side)?;
    Some(json!({
        "description": { "text": format!("write {}", suggestion.text) },
        "artifactChanges": [{
            "artifactLocation": artifact(file, side),
            "replacements": [{
                "deletedRegion": region(place),
                "insertedContent": { "text": suggestion.text },
            }],
        }],
    }))
}

fn location(file: &FileReport, side: Side, place: &PlaceReport) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": artifact(file, side),
        "region": region(place),
    } })
}

fn artifact(file: &FileReport, side: Side) -> Value {
    json!({ "uri": for_uri(&file.path(side).replace('\\', "/")) })
}

fn region(place: &PlaceReport) -> Value {
    json!({
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    })
}
