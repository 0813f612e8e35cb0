//! JUnit XML as CI servers read it: a file is a suite, and a finding a case. Those that the run fails for have
//! failed, the others have passed and say what was found; a file without findings is one case that passed.

use std::io::{self, Write};

use super::escape::for_xml;
use super::model::{FileReport, FindingReport, Report};
use super::notes::named_advice;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let failures = report.findings().filter(|(_, finding)| report.fails_for(finding)).count();
    let cases: usize = report.files.iter().map(|file| file.findings.len().max(1)).sum();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<testsuites name=\"duizhao\" tests=\"{cases}\" failures=\"{failures}\" errors=\"0\">"
    )?;
    for file in &report.files {
        write_suite(report, file, out)?;
    }
    writeln!(out, "</testsuites>")
}

fn write_suite(report: &Report, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
    let name = for_xml(&file.path);
    let failures = file.findings.iter().filter(|finding| report.fails_for(finding)).count();
    writeln!(
        out,
        "  <testsuite name=\"{name}\" tests=\"{}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">",
        file.findings.len().max(1)
    )?;
    if file.findings.is_empty() {
        writeln!(out, "    <testcase name=\"no findings\" classname=\"{name}\"/>")?;
    }
    for finding in &file.findings {
        write_case(report, file, finding, &name, out)?;
    }
    writeln!(out, "  </testsuite>")
}

fn write_case(
    report: &Report,
    file: &FileReport,
    finding: &FindingReport,
    class: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let turns = finding.zh_turns.iter().chain(&finding.en_turns).take(4);
    let turns: Vec<&str> = turns.map(String::as_str).collect();
    let title = format!("{} {} {}", finding.rule, turns.join(" "), finding.fingerprint);
    writeln!(out, "    <testcase name=\"{}\" classname=\"{class}\">", for_xml(&title))?;
    let details = for_xml(&details(file, finding));
    if report.fails_for(finding) {
        let (rule, message) = (for_xml(&finding.rule), for_xml(&finding.message));
        writeln!(out, "      <failure type=\"{rule}\" message=\"{message}\">{details}</failure>")?;
    } else {
        writeln!(out, "      <system-out>{details}</system-out>")?;
    }
    writeln!(out, "    </testcase>")
}

fn details(file: &FileReport, finding: &FindingReport) -> String {
    let mut lines = vec![format!("{}: {}", finding.severity, finding.message)];
    for (side, place) in finding.first_place().into_iter().chain(finding.other_place()) {
        let (path, line, column) = (file.path(side), place.start.line, place.start.column);
        lines.push(format!("{path}:{line}:{column}: {} {}", place.turn, place.text));
    }
    lines.extend(named_advice(finding));
    lines.join("\n")
}
