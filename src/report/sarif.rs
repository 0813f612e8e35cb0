//! `--format sarif`: the Static Analysis Results Interchange Format 2.1.0, as GitHub code scanning
//! reads it (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).

use std::io::{self, Write};

use serde::Serialize;

use super::each::Each;
use super::escape::for_uri;
use super::model::{FileReport, FindingReport, PlaceReport, Report};
use super::notes::message_with_advice;
use crate::finding::{Meta, Severity};
use crate::rules::{REGISTRY, docs};
use crate::text::Side;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'r, R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'r, R>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'r, R> {
    tool: Tool<'r>,
    column_kind: &'static str,
    results: R,
}

#[derive(Serialize)]
struct Tool<'r> {
    driver: Driver<'r>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'r> {
    name: &'r str,
    semantic_version: &'r str,
    rules: Vec<Descriptor>,
}

/// What a reader is told of a rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    name: &'static str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Properties {
    tags: [&'static str; 2],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'r> {
    rule_id: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Text,
    locations: Vec<Location>,
    related_locations: Vec<Location>,
    partial_fingerprints: Fingerprint<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixes: Option<[Fix<'r>; 1]>,
}

#[derive(Serialize)]
struct Fingerprint<'r> {
    #[serde(rename = "duizhao/v1")]
    own: &'r str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
    physical_location: Physical,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix<'r> {
    description: Text,
    artifact_changes: [Change<'r>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'r> {
    artifact_location: Artifact,
    replacements: [Replacement<'r>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'r> {
    deleted_region: Region,
    inserted_content: Content<'r>,
}

#[derive(Serialize)]
struct Content<'r> {
    text: &'r str,
}

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: &report.tool.name,
                    semantic_version: &report.tool.version,
                    rules: REGISTRY.iter().map(|rule| descriptor(rule.meta())).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            results: Each(|| report.findings().map(|(file, finding)| outcome(file, finding))),
        }],
    };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn descriptor(meta: &'static Meta) -> Descriptor {
    let page = docs::page(meta);
    Descriptor {
        id: meta.id,
        name: meta.id,
        short_description: Text { text: format!("Fires when {}", meta.fires_when) },
        full_description: Text { text: format!("Fires when {}.", meta.fires_when) },
        help: Help { text: page.clone(), markdown: page },
        default_configuration: Configuration { level: level(meta.severity) },
        properties: Properties { tags: ["translation", meta.mqm] },
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn outcome<'r>(file: &FileReport, finding: &'r FindingReport) -> Outcome<'r> {
    let related = finding.other_place().map(|(side, place)| Location {
        id: Some(1),
        message: Some(Text { text: format!("the {}", side.name()) }),
        ..location(file, side, place)
    });
    let first = finding.first_place();
    Outcome {
        rule_id: &finding.rule,
        rule_index: REGISTRY.iter().position(|rule| rule.meta().id == finding.rule),
        level: level(finding.severity),
        message: Text { text: message_with_advice(finding) },
        locations: first.map(|(side, place)| location(file, side, place)).into_iter().collect(),
        related_locations: related.into_iter().collect(),
        partial_fingerprints: Fingerprint { own: &finding.fingerprint },
        fixes: fix(file, finding).map(|fix| [fix]),
    }
}

/// The suggestion as a change of its file.
fn fix<'r>(file: &FileReport, finding: &'r FindingReport) -> Option<Fix<'r>> {
    let suggestion = finding.suggestion.as_ref()?;
    let side = Side::from(suggestion.side);
    let replacement = Replacement {
        deleted_region: region(finding.place(side)?),
        inserted_content: Content { text: &suggestion.text },
    };
    Some(Fix {
        description: Text { text: format!("write {}", suggestion.text) },
        artifact_changes: [Change {
            artifact_location: artifact(file, side),
            replacements: [replacement],
        }],
    })
}

fn location(file: &FileReport, side: Side, place: &PlaceReport) -> Location {
    let physical = Physical { artifact_location: artifact(file, side), region: region(place) };
    Location { id: None, message: None, physical_location: physical }
}

fn artifact(file: &FileReport, side: Side) -> Artifact {
    Artifact { uri: for_uri(&file.path(side).replace('\\', "/")) }
}

fn region(place: &PlaceReport) -> Region {
    Region {
        start_line: place.start.line,
        start_column: place.start.column,
        end_line: place.end.line,
        end_column: place.end.column,
    }
}
