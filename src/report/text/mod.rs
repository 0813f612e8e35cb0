//! `--format text`: for a person at a terminal, both sides in view.

mod excerpt;

use std::io::{self, Write};

use super::escape::{for_terminal, for_uri};
use super::model::{FileReport, FindingReport, PlaceReport, Report, Summary};
use super::notes::{counted, lines_of_runs, named_advice};
use super::paint::{Paint, Role, Style};
use super::turns::{Turns, behind_place};
use super::wrap::{width, wrap};
use crate::finding::Severity;
use crate::text::Side;

use excerpt::excerpt;

pub(super) fn write(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint { on: style.color };
    if !style.quiet {
        for file in &report.files {
            let turns = Turns::found(file);
            for finding in &file.findings {
                write_finding(file, &turns, finding, style, paint, out)?;
            }
        }
    }
    write_summary(&report.summary, paint, out)?;
    if style.quiet { Ok(()) } else { write_hint(&report.summary, style, out) }
}

fn write_finding(
    file: &FileReport,
    turns: &Turns<'_>,
    finding: &FindingReport,
    style: &Style,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let role = Role::of(finding.severity);
    let title = format!("{}[{}]", finding.severity, for_terminal(&finding.rule));
    let message = for_terminal(&finding.message);
    // The first line shares its width with the title.
    let lines = wrap(&format!("{title}: {message}"), style.width, 4);
    for (at, line) in lines.iter().enumerate() {
        match (at, line.strip_prefix(title.as_str())) {
            (0, Some(rest)) => {
                write!(out, "{}", paint.text(role, &title))?;
                writeln!(out, "{}", paint.text(Role::Strong, rest))?;
            }
            _ => writeln!(out, "{}", paint.text(Role::Strong, line))?,
        }
    }
    write_arrow(file, finding, style, paint, out)?;
    for side in Side::BOTH {
        if let Some(place) = finding.place(side) {
            write_place(turns, place, role, style, paint, out)?;
        }
    }
    let mut notes: Vec<String> = lines_of_runs(turns, finding).into_iter().collect();
    notes.extend(finding.confidence.map(|sure| format!("{:.0} % sure", sure * 100.0)));
    notes.extend(named_advice(finding));
    for note in notes {
        let note = for_terminal(&note);
        for (at, line) in wrap(&note, style.width.saturating_sub(9), 0).iter().enumerate() {
            let mark = if at == 0 { "       = " } else { "         " };
            writeln!(out, "{}{line}", paint.text(Role::Frame, mark))?;
        }
    }
    writeln!(out)
}

/// Where it stands: in the text to blame first, then in the other language.
fn write_arrow(
    file: &FileReport,
    finding: &FindingReport,
    style: &Style,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some((side, place)) = finding.first_place() else { return Ok(()) };
    let arrow = paint.text(Role::Frame, "  -->");
    let at = |place: &PlaceReport| format!("{}:{}", place.start.line, place.start.column);
    let shown = format!("{}:{}", for_terminal(file.path(side)), at(place));
    let shown = if style.links { linked(file.path(side), &shown) } else { shown };
    let other = finding.other_place().filter(|(_, place)| !place.text.is_empty());
    let other = other.map_or(String::new(), |(side, place)| {
        let path = match &file.en_path {
            Some(_) => format!("{}:", for_terminal(file.path(side))),
            None => String::new(),
        };
        format!(" ({}: {path}{})", side.name(), at(place))
    });
    writeln!(out, "{arrow} {shown}{other}")
}

/// `shown` as a link to a file, for terminals that open links
/// (<https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>).
fn linked(path: &str, shown: &str) -> String {
    let Ok(path) = std::path::absolute(path) else { return shown.to_owned() };
    let uri = for_uri(&path.to_string_lossy());
    format!("\u{1b}]8;;file://{uri}\u{1b}\\{shown}\u{1b}]8;;\u{1b}\\")
}

/// One line of the text with the place in view, and one with marks under it, unless nothing is singled out. Of a
/// text that is empty there is nothing to show.
fn write_place(
    turns: &Turns<'_>,
    place: &PlaceReport,
    role: Role,
    style: &Style,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let said = turns.get(&place.turn);
    if place.offset.is_some() && said.is_some_and(|said| said.len() == 0) {
        return Ok(());
    }
    let label = format!("{:>6}", for_terminal(&place.turn));
    let room = style.width.saturating_sub(9);
    // More than is shown, and far less than a turn may hold.
    let near = (room + 12) * 4;
    let length = place.text.chars().take(near).count();
    let part =
        |from: usize, to: usize| said.map_or("", |said| said.part(from, to.saturating_add(near)));
    let shown = match place.offset {
        Some(offset) => {
            let from = offset.saturating_sub(near);
            excerpt(part(from, offset.saturating_add(length)), offset - from, length, room)
        }
        None => {
            let quoted: String = place.text.chars().take(near).collect();
            let behind = behind_place(place, said).unwrap_or_default();
            excerpt(&format!("{quoted}{behind}{}", part(0, 0)), 0, length, room)
        }
    };
    let bar = paint.text(Role::Frame, "│");
    writeln!(out, "{} {bar} {}", paint.text(Role::Frame, &label), shown.line)?;
    if place.whole {
        return Ok(());
    }
    let marks = format!("{}{}", " ".repeat(shown.indent), "^".repeat(shown.marks.max(1)));
    let read = place.read.as_deref().map_or(String::new(), |read| {
        let room = style.width.saturating_sub(9 + shown.indent + shown.marks.max(1) + 1);
        let read = for_terminal(read).into_owned();
        if width(&read) <= room { format!(" {read}") } else { String::new() }
    });
    let marks = paint.text(role, &format!("{marks}{read}"));
    writeln!(out, "       {bar} {marks}")
}

fn write_summary(summary: &Summary, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let files = counted(summary.files, "file");
    let pairs = counted(summary.pairs, "pair");
    if summary.total() == 0 {
        let good = paint.text(Role::Good, "No findings");
        return writeln!(out, "{good} in {files}, {pairs}.");
    }
    let parts: Vec<String> = Severity::ALL
        .into_iter()
        .filter(|&severity| summary.count(severity) > 0)
        .map(|severity| {
            paint.text(Role::of(severity), &counted(summary.count(severity), severity.name()))
        })
        .collect();
    let findings = paint.text(Role::Strong, &counted(summary.total(), "finding"));
    writeln!(out, "{findings} ({}) in {files}, {pairs}.", parts.join(", "))
}

/// How to learn more of the rule that found most.
fn write_hint(summary: &Summary, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let most = summary.by_rule.iter().max_by_key(|(_, count)| **count);
    if let Some((rule, _)) = most {
        let hint = format!(
            "`duizhao explain {}` says what a rule looks for and how to silence it.",
            for_terminal(rule)
        );
        for line in wrap(&hint, style.width, 0) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
