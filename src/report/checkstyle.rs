//! Checkstyle XML, which many services read (<https://checkstyle.org>).

use std::io::{self, Write};

use super::escape::for_xml;
use super::model::{FindingReport, Report};
use super::notes::message_with_advice;
use crate::finding::Severity;
use crate::text::Side;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<checkstyle version=\"10.0\">")?;
    for file in &report.files {
        // The two sides of a text in two files are two files here.
        for side in Side::BOTH {
            if side == Side::En && file.en_path.is_none() {
                continue;
            }
            writeln!(out, "  <file name=\"{}\">", for_xml(file.path(side)))?;
            for finding in &file.findings {
                if home(finding) == side || file.en_path.is_none() {
                    write_error(finding, out)?;
                }
            }
            writeln!(out, "  </file>")?;
        }
    }
    writeln!(out, "</checkstyle>")
}

/// The side that a finding is listed with.
fn home(finding: &FindingReport) -> Side {
    finding.first_place().map_or(Side::Zh, |(side, _)| side)
}

fn write_error(finding: &FindingReport, out: &mut dyn Write) -> io::Result<()> {
    let place = finding.first_place();
    let (line, column) = place.map_or((1, 1), |(_, place)| (place.start.line, place.start.column));
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    writeln!(
        out,
        "    <error line=\"{line}\" column=\"{column}\" severity=\"{severity}\" message=\"{}\" \
         source=\"duizhao.{}\"/>",
        for_xml(&message_with_advice(finding)),
        for_xml(&finding.rule)
    )
}
