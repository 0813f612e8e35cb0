//! Workflow commands of GitHub Actions: a finding is an annotation of its line
//! (<https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>).

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::escape::for_terminal;
use super::model::{FileReport, FindingReport, Report};
use super::notes::{counted, message_with_advice};
use crate::finding::Severity;

/// GitHub shows ten annotations of each kind for a step and drops what comes after them.
const MOST: usize = 10;

/// Files that are named as those that hold the rest.
const FILES: usize = 5;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let is_too_many = |severity: &Severity| report.summary.count(*severity) > MOST;
    let mut left = Vec::new();
    for severity in Severity::ALL {
        // The line about the rest is a notice itself.
        let notices = severity == Severity::Info && Severity::ALL.iter().any(is_too_many);
        let findings = report.findings().filter(|(_, finding)| finding.severity == severity);
        for (at, (file, finding)) in findings.enumerate() {
            if at < MOST - usize::from(notices) {
                write_command(file, finding, out)?;
            } else {
                left.push((file, severity));
            }
        }
    }
    if left.is_empty() { Ok(()) } else { write_rest(&left, out) }
}

/// How many findings are not shown, of which severity, and where they stand.
fn write_rest(left: &[(&FileReport, Severity)], out: &mut dyn Write) -> io::Result<()> {
    let of_severity = |severity: Severity| {
        let count = left.iter().filter(|(_, own)| *own == severity).count();
        (count > 0).then(|| counted(count, &format!("more {severity}")))
    };
    let counts: Vec<String> = Severity::ALL.into_iter().filter_map(of_severity).collect();
    let mut by_file: BTreeMap<&str, usize> = BTreeMap::new();
    for (file, _) in left {
        *by_file.entry(&file.path).or_default() += 1;
    }
    let mut files: Vec<(&str, usize)> = by_file.into_iter().collect();
    files.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut places: Vec<String> =
        files.iter().take(FILES).map(|(path, count)| format!("{count} in {path}")).collect();
    if files.len() > FILES {
        places.push(counted(files.len() - FILES, "more file"));
    }
    let rest = format!(
        "{} ({}): GitHub shows {MOST} of each kind, `--report html=FILE` writes all of them",
        counts.join(", "),
        places.join(", ")
    );
    writeln!(out, "::notice title=duizhao::{}", data(&rest))
}

fn write_command(
    file: &FileReport,
    finding: &FindingReport,
    out: &mut dyn Write,
) -> io::Result<()> {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let place = finding.first_place();
    let mut properties = vec![];
    if let Some((side, place)) = place {
        properties.push(format!("file={}", property(file.path(side))));
        properties.push(format!("line={}", place.start.line));
        properties.push(format!("endLine={}", place.end.line));
        // Columns are only allowed within one line.
        if place.start.line == place.end.line {
            properties.push(format!("col={}", place.start.column));
            properties.push(format!("endColumn={}", place.end.column));
        }
    }
    properties.push(format!("title={}", property(&finding.rule)));
    let message = data(&message_with_advice(finding));
    writeln!(out, "::{command} {}::{message}", properties.join(","))
}

/// A message, which ends with its line.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    // The log is shown in terminals and in browsers; nothing in it is to act there.
    for_terminal(&text).into_owned()
}

/// The value of a property, which also ends at a comma or a colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
