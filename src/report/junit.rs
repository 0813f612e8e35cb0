//! JUnit XML as CI servers read it: a file is a suite, a finding a failed case, and a file without
//! findings one case that passed.

use std::io::{self, Write};

use super::escape::for_xml;
use super::model::{FileReport, FindingReport, Report};
use crate::text::Side;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let failures = report.summary.total();
    let passed = report.files.iter().filter(|file| file.findings.is_empty()).count();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<testsuites name=\"duizhao\" tests=\"{}\" failures=\"{failures}\" errors=\"0\">",
        failures + passed
    )?;
    for file in &report.files {
        write_suite(file, out)?;
    }
    writeln!(out, "</testsuites>")
}

fn write_suite(file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
    let name = for_xml(&file.path);
    let failures = file.findings.len();
    writeln!(
        out,
        "  <testsuite name=\"{name}\" tests=\"{}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">",
        failures.max(1)
    )?;
    if file.findings.is_empty() {
        writeln!(out, "    <testcase name=\"no findings\" classname=\"{name}\"/>")?;
    }
    for finding in &file.findings {
        write_case(file, finding, &name, out)?;
    }
    writeln!(out, "  </testsuite>")
}

fn write_case(
    file: &FileReport,
    finding: &FindingReport,
    class: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let turns = finding.zh_turns.iter().chain(&finding.en_turns).take(4);
    let turns: Vec<&str> = turns.map(String::as_str).collect();
    let title = format!("{} {} {}", finding.rule, turns.join(" "), finding.fingerprint);
    writeln!(out, "    <testcase name=\"{}\" classname=\"{class}\">", for_xml(&title))?;
    writeln!(
        out,
        "      <failure type=\"{}\" message=\"{}\">{}</failure>",
        for_xml(&finding.rule),
        for_xml(&finding.message),
        for_xml(&details(file, finding))
    )?;
    writeln!(out, "    </testcase>")
}

fn details(file: &FileReport, finding: &FindingReport) -> String {
    let mut lines = vec![format!("{}: {}", finding.severity, finding.message)];
    for side in Side::BOTH {
        if let Some(place) = finding.place(side) {
            let (path, line, column) = (file.path(side), place.start.line, place.start.column);
            lines.push(format!("{path}:{line}:{column}: {} {}", place.turn, place.text));
        }
    }
    lines.extend(finding.help.iter().map(|help| format!("help: {help}")));
    lines.join("\n")
}
