//! GitLab's Code Quality report (<https://docs.gitlab.com/ci/testing/code_quality/>).

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::model::{FileReport, FindingReport, Report};
use super::notes::message_with_advice;
use crate::finding::Severity;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    // GitLab keeps only the first of equal fingerprints; two files may well share one.
    let mut seen = BTreeSet::new();
    let issues: Vec<Value> =
        report.findings().map(|(file, finding)| issue(file, finding, &mut seen)).collect();
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}

fn issue(file: &FileReport, finding: &FindingReport, seen: &mut BTreeSet<String>) -> Value {
    let place = finding.first_place();
    let (path, line) = match place {
        Some((side, place)) => (file.path(side), place.start.line),
        None => (file.path.as_str(), 1),
    };
    let mut fingerprint = finding.fingerprint.clone();
    while !seen.insert(fingerprint.clone()) {
        fingerprint = format!("{}-{}", finding.fingerprint, path);
        if seen.contains(&fingerprint) {
            fingerprint = format!("{fingerprint}-{line}-{}", seen.len());
        }
    }
    json!({
        "description": message_with_advice(finding),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        "location": { "path": path, "lines": { "begin": line } },
    })
}
