//! GitLab's Code Quality report (<https://docs.gitlab.com/ci/testing/code_quality/>).

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;

use super::each::Each;
use super::model::{FileReport, FindingReport, Report};
use super::notes::message_with_advice;
use crate::finding::Severity;

#[derive(Serialize)]
struct Issue<'r> {
    description: String,
    check_name: &'r str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'r>,
}

#[derive(Serialize)]
struct Location<'r> {
    path: &'r str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let issues = Each(|| {
        // GitLab keeps only the first of equal fingerprints; two files may well share one.
        let mut seen = BTreeSet::new();
        report.findings().map(move |(file, finding)| issue(file, finding, &mut seen))
    });
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}

fn issue<'r>(
    file: &'r FileReport,
    finding: &'r FindingReport,
    seen: &mut BTreeSet<String>,
) -> Issue<'r> {
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
    Issue {
        description: message_with_advice(finding),
        check_name: &finding.rule,
        fingerprint,
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        location: Location { path, lines: Lines { begin: line } },
    }
}
