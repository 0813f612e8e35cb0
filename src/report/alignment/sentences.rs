//! The sentences of each link in the terminal, one line for those that belong together.

use std::io::{self, Write};

use super::super::escape::for_terminal;
use super::super::model::{LinkReport, SentenceReport};
use super::super::paint::{Paint, Role, Style};
use super::super::wrap::{fitted, width};
use super::AlignmentReport;

/// Cells before the texts: how many sentences stand on each side.
const COUNT: usize = 7;

/// What stands where a side has nothing.
const NOTHING: &str = "–";

/// Writes nothing if nobody asked for sentences.
pub(super) fn write(
    report: &AlignmentReport,
    style: &Style,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    if report.links.iter().all(|link| link.sentences.is_none()) {
        return Ok(());
    }
    writeln!(out, "\n{}", paint.text(Role::Strong, "Which sentences belong together"))?;
    for link in &report.links {
        writeln!(out, "{}", paint.text(Role::Frame, &name(link)))?;
        for sentences in link.sentences.iter().flatten() {
            write_line(sentences, style, paint, out)?;
        }
    }
    Ok(())
}

fn name(link: &LinkReport) -> String {
    let side = |letter: char, turns: &[u32]| {
        let names: Vec<String> = turns.iter().map(|turn| format!("{letter}{turn}")).collect();
        if names.is_empty() { NOTHING.to_owned() } else { names.join(" ") }
    };
    let again = if link.again { " (second copy)" } else { "" };
    format!("{} = {}{again}", side('Z', &link.zh), side('E', &link.en))
}

/// One line: how many sentences of each side, and as much of them as there is room for.
fn write_line(
    sentences: &SentenceReport,
    style: &Style,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let room = style.width.saturating_sub(COUNT + 1) / 2;
    let text = |side: &[String], between: &str| {
        if side.is_empty() {
            return NOTHING.to_owned();
        }
        // Paragraphs of a sentence are parted by line ends, which must not end the line here.
        let side = side.join(between).split_whitespace().collect::<Vec<_>>().join(" ");
        fitted(&for_terminal(&side), room)
    };
    let (zh, en) = (text(&sentences.zh, ""), text(&sentences.en, " "));
    let pad = " ".repeat(room.saturating_sub(width(&zh)));
    let count = format!("  {}:{}", sentences.zh.len(), sentences.en.len());
    let is_alone = sentences.zh.is_empty() || sentences.en.is_empty();
    let role = if is_alone { Role::Error } else { Role::Frame };
    let count = paint.text(role, &format!("{count:COUNT$}"));
    writeln!(out, "{}", format!("{count}{zh}{pad} {en}").trim_end())
}
