//! `--format concise`: one finding a line, as compilers write them, for editors, grep and sort.

use std::io::{self, Write};

use super::escape::for_terminal;
use super::model::{FileReport, Report};
use crate::text::Side;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    report.files.iter().try_for_each(|file| write_lines(file, out))
}

/// Writes the findings of one file, or of a stretch of it.
pub(super) fn write_lines(file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
    for finding in &file.findings {
        // One that has no place is about the file.
        let place = finding.first_place();
        let side = place.map_or(Side::Zh, |(side, _)| side);
        let (line, column) =
            place.map_or((1, 1), |(_, place)| (place.start.line, place.start.column));
        let text = format!(
            "{}:{line}:{column}: {}[{}] {}",
            file.path(side),
            finding.severity,
            finding.rule,
            finding.message
        );
        writeln!(out, "{}", for_terminal(&text))?;
    }
    Ok(())
}
