//! Workflow commands of GitHub Actions: a finding is an annotation of its line
//! (<https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>).

use std::io::{self, Write};

use super::escape::for_terminal;
use super::model::{FileReport, FindingReport, Report};
use crate::finding::Severity;

/// GitHub shows ten annotations of each kind for a step; more only make the log long.
const MOST: usize = 50;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut findings: Vec<_> = report.findings().collect();
    // The gravest first: what comes late is not shown. The sort keeps the order of the text.
    findings.sort_by_key(|(_, finding)| std::cmp::Reverse(finding.severity));
    for (file, finding) in findings.iter().take(MOST) {
        write_command(file, finding, out)?;
    }
    if let Some(more) = findings.len().checked_sub(MOST).filter(|more| *more > 0) {
        writeln!(out, "::notice title=duizhao::{more} more findings: see the report")?;
    }
    Ok(())
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
    let help = finding.help.as_deref().map_or(String::new(), |help| format!(" ({help})"));
    let message = data(&format!("{}{help}", finding.message));
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
