//! `--format jsonl`: one finding a line, with the file that it stands in.

use std::io::{self, Write};

use serde::Serialize;

use super::model::{FileReport, FindingReport, Report};

#[derive(Serialize)]
struct Line<'r> {
    path: &'r str,
    /// The English file, where the two languages stand in two files.
    #[serde(skip_serializing_if = "Option::is_none")]
    en_path: Option<&'r str>,
    /// The row of a corpus, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pair: Option<u32>,
    #[serde(flatten)]
    finding: &'r FindingReport,
}

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    report.files.iter().try_for_each(|file| write_findings(file, out))
}

/// Writes the findings of one file, or of a stretch of it.
///
/// # Errors
/// What `out` reports.
pub fn write_findings(file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
    for finding in &file.findings {
        let turn = finding.zh_turns.iter().chain(&finding.en_turns).next();
        let number = turn.and_then(|turn| turn.get(1..)?.parse().ok());
        let line = Line {
            path: &file.path,
            en_path: file.en_path.as_deref(),
            pair: number.filter(|_| file.rows),
            finding,
        };
        // A line goes out as a whole, so that a run that is stopped leaves whole lines.
        let mut bytes = serde_json::to_vec(&line)?;
        bytes.push(b'\n');
        out.write_all(&bytes)?;
    }
    Ok(())
}
