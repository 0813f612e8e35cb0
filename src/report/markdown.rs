//! A comment on a pull request: what to know at a glance, the gravest findings, the rest folded.

use std::io::{self, Write};

use super::escape::for_terminal;
use super::model::{FileReport, FindingReport, Report};
use super::notes::{advice, lines_of_runs};
use super::turns::Turns;
use crate::finding::Severity;
use crate::text::Side;

/// Findings that are shown in full.
const SHOWN: usize = 10;

/// Findings that are listed in the fold: a comment on GitHub holds 65,536 characters.
const FOLDED: usize = 100;

/// Characters of a quotation.
const QUOTED: usize = 160;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let summary = &report.summary;
    writeln!(out, "### duizhao\n")?;
    if summary.total() == 0 {
        return writeln!(out, "No findings in {} pairs.", summary.pairs);
    }
    writeln!(out, "| errors | warnings | infos | files | pairs |")?;
    writeln!(out, "| ---: | ---: | ---: | ---: | ---: |")?;
    let counts = Severity::ALL.map(|severity| summary.count(severity).to_string());
    writeln!(out, "| {} | {} | {} |\n", counts.join(" | "), summary.files, summary.pairs)?;
    let mut findings: Vec<_> = report.findings().collect();
    // The sort keeps the order of the text.
    findings.sort_by_key(|(_, finding)| std::cmp::Reverse(finding.severity));
    let (shown, rest) = findings.split_at(findings.len().min(SHOWN));
    for (file, finding) in shown {
        write_finding(file, &Turns::of(file, finding), finding, out)?;
    }
    if rest.is_empty() {
        return Ok(());
    }
    writeln!(out, "<details><summary>{} more</summary>\n", rest.len())?;
    for (file, finding) in rest.iter().take(FOLDED) {
        writeln!(out, "- {}", title(file, finding))?;
    }
    if let Some(more) = rest.len().checked_sub(FOLDED).filter(|more| *more > 0) {
        writeln!(out, "- and {more} more: see the whole report")?;
    }
    writeln!(out, "\n</details>")
}

fn title(file: &FileReport, finding: &FindingReport) -> String {
    let place = finding.first_place();
    let place = place.map_or(String::new(), |(side, place)| {
        format!(" · {}:{}", escaped(file.path(side)), place.start.line)
    });
    let (severity, message) = (finding.severity, escaped(&finding.message));
    format!("**{severity}** `{}`{place}: {message}", for_terminal(&finding.rule).replace('`', ""))
}

fn write_finding(
    file: &FileReport,
    turns: &Turns<'_>,
    finding: &FindingReport,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}\n", title(file, finding))?;
    for side in Side::BOTH {
        if let Some(place) = finding.place(side) {
            if place.text.is_empty() {
                continue;
            }
            let (turn, line) = (escaped(&place.turn), place.start.line);
            writeln!(out, "> {turn}, line {line}: {}  ", escaped(&quoted(&place.text)))?;
        }
    }
    for note in lines_of_runs(turns, finding).into_iter().chain(advice(finding)) {
        writeln!(out, "\n{}", escaped(&note))?;
    }
    writeln!(out)
}

fn quoted(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// `text` as it reads, on one line: no markup, no tags, nobody is called by their name, and nothing turns
/// the order of what is read.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in for_terminal(text).chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '@' => escaped.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '!' | '|'
            | '~' => {
                escaped.push('\\');
                escaped.push(character);
            }
            _ => escaped.push(character),
        }
    }
    escaped
}
