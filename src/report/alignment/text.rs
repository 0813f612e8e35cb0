//! The links in the terminal: both columns of turns, drawn connections between them, then the
//! events.

use std::io::{self, Write};

use super::super::escape::for_terminal;
use super::super::model::{Lang, TurnReport};
use super::super::paint::{Paint, Role, Style};
use super::super::wrap::{fitted, width, wrap};
use super::braille::Canvas;
use super::{AlignmentReport, Partners, places, sentences};
use crate::text::Side;

/// Cells of the drawing between the columns.
const DRAWING: usize = 10;

/// Cells of a turn's name.
const NAME: usize = 6;

pub(super) fn write(
    report: &AlignmentReport,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let paint = Paint { on: style.color };
    let (zh, en) = (report.count(Side::Zh), report.count(Side::En));
    let level = report.connections().iter().filter(|link| link.level).count();
    let title = format!(
        "{}: {zh} Chinese and {en} English turn{}; {level} {} side by side with {} counterpart",
        for_terminal(&report.path),
        if en == 1 { "" } else { "s" },
        if level == 1 { "stands" } else { "stand" },
        if level == 1 { "its" } else { "their" },
    );
    for line in wrap(&title, style.width, 2) {
        writeln!(out, "{}", paint.text(Role::Strong, &line))?;
    }
    writeln!(out)?;
    write_columns(report, style, paint, out)?;
    sentences::write(report, style, paint, out)?;
    if report.events.is_empty() {
        return writeln!(out, "\n{}", paint.text(Role::Good, "The pairing is in order."));
    }
    writeln!(out, "\n{}", paint.text(Role::Strong, "Where and why the pairing broke"))?;
    for event in &report.events {
        let message = format!("{:10}{}", event.kind, for_terminal(&event.message));
        for line in wrap(&message, style.width.saturating_sub(2), 10) {
            writeln!(out, "  {line}")?;
        }
    }
    Ok(())
}

fn write_columns(
    report: &AlignmentReport,
    style: &Style,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let rows = report.count(Side::Zh).max(report.count(Side::En));
    let mut canvas = Canvas::new(DRAWING, rows);
    for connection in report.connections() {
        let (zh, en) = places(connection);
        canvas.connect(zh, en);
    }
    let partners = Partners::of(report);
    let sides = [Lang::Zh, Lang::En].map(|lang| -> Vec<&TurnReport> {
        report.turns.iter().filter(|turn| turn.lang == lang).collect()
    });
    let room = style.width.saturating_sub(2 * NAME + DRAWING + 4) / 2;
    for row in 0..rows {
        let [zh, en] = [0, 1].map(|side| {
            sides[side].get(row).map_or((String::new(), String::new()), |turn| {
                (turn.id.clone(), for_terminal(&turn.text).into_owned())
            })
        });
        let role = match (zh.0.is_empty(), en.0.is_empty()) {
            (false, _) if !partners.zh[row] => Role::Error,
            (_, false) if !partners.en[row] => Role::Error,
            _ if partners.level[row] => Role::Frame,
            _ => Role::Warning,
        };
        let left = fitted(&zh.1, room);
        let pad = " ".repeat(room.saturating_sub(width(&left)));
        let line = format!(
            "{:<NAME$}{left}{pad} {} {:>NAME$} {}",
            zh.0,
            paint.text(role, &canvas.row(row)),
            en.0,
            fitted(&en.1, room),
        );
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
