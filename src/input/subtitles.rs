//! SubRip and WebVTT subtitles in two files, paired by time.
//!
//! Cues of the two languages rarely begin and end together, and one may be cut in two. Cues that are on
//! the screen together for most of the shorter one's time belong together, and what is connected in
//! that way makes one row.

use std::sync::Arc;

use crate::document::{Document, Turn, TurnId};
use crate::text::{MappedText, Side, Source, Span};

/// Why subtitles cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SubtitleError {
    /// Something else stands where a cue should.
    #[error("line {line}: expected a time as in 00:01:02,500 --> 00:01:04,000")]
    NoTime {
        /// The line, from 1.
        line: u32,
    },
    /// There is no cue.
    #[error("there are no subtitles in it")]
    Empty,
}

/// What is on the screen, from when to when, in milliseconds.
struct Cue {
    start: u64,
    end: u64,
    lines: Vec<Span>,
}

/// Reads two files; the row of a cue is that of those it is shown with.
///
/// # Errors
/// Where one of them is not made of cues; the side tells which.
pub fn read_two(zh: Source, en: Source) -> Result<Document, (Side, SubtitleError)> {
    let sources = [Arc::new(zh), Arc::new(en)];
    let mut cues: [Vec<Cue>; 2] = [Vec::new(), Vec::new()];
    for side in Side::BOTH {
        cues[side as usize] = read(&sources[side as usize]).map_err(|error| (side, error))?;
    }
    let mut turns = [Vec::new(), Vec::new()];
    for (row, groups) in groups(&cues).into_iter().enumerate() {
        for side in Side::BOTH {
            let source = &sources[side as usize];
            let own = groups[side as usize].iter().map(|&at| &cues[side as usize][at]);
            turns[side as usize].push(turn(TurnId::at(side, row), source, own));
        }
    }
    let [zh, en] = turns;
    let [zh_source, en_source] = sources;
    Ok(Document::of_row_files((zh_source, zh), (en_source, en), 0).with_gaps())
}

fn turn<'c>(id: TurnId, source: &Source, cues: impl Iterator<Item = &'c Cue>) -> Turn {
    let mut text = MappedText::new();
    let mut extent: Option<Span> = None;
    for span in cues.flat_map(|cue| &cue.lines) {
        if extent.is_some() {
            text.push_joint(if id.side() == Side::En { " " } else { "" });
        }
        push_line(&mut text, source.text(), *span);
        extent = Some(extent.map_or(*span, |extent| extent.join(*span)));
    }
    Turn { id, speaker: None, text, extent: extent.unwrap_or(Span::new(0, 0)), marks: Vec::new() }
}

/// A line without its tags: <i>, {\an8}.
fn push_line(text: &mut MappedText, source: &str, span: Span) {
    let line = span.of(source);
    let mut at = 0;
    while at < line.len() {
        let rest = &line[at..];
        let close = match rest.chars().next() {
            Some('<') => rest.find('>'),
            Some('{') if rest.starts_with("{\\") => rest.find('}'),
            _ => None,
        };
        if let Some(close) = close {
            at += close + 1;
            continue;
        }
        let next = rest.char_indices().skip(1).find(|(_, c)| matches!(c, '<' | '{'));
        let end = at + next.map_or(rest.len(), |(next, _)| next);
        let start = span.start() as usize;
        text.push_verbatim(source, Span::at(start + at..start + end));
        at = end;
    }
}

fn read(source: &Source) -> Result<Vec<Cue>, SubtitleError> {
    let text = source.text();
    let mut cues = Vec::new();
    let mut at = 0;
    // The lines of the block that is being read, up to a blank one.
    let mut block: Vec<Span> = Vec::new();
    let lines = text.split_inclusive('\n').chain(std::iter::once("\n"));
    for line in lines {
        let bare = line.trim();
        if bare.is_empty() {
            cues.extend(cue(source, &block)?);
            block.clear();
        } else {
            let start = at + (line.len() - line.trim_start().len());
            block.push(Span::at(start..start + bare.len()));
        }
        at += line.len();
    }
    if cues.is_empty() {
        return Err(SubtitleError::Empty);
    }
    Ok(cues)
}

/// The cue of a block; nothing for a header, a style or a note of WebVTT.
fn cue(source: &Source, block: &[Span]) -> Result<Option<Cue>, SubtitleError> {
    let text = source.text();
    let Some(first) = block.first() else { return Ok(None) };
    let head = first.of(text);
    if ["WEBVTT", "NOTE", "STYLE", "REGION"].iter().any(|name| head.starts_with(name)) {
        return Ok(None);
    }
    // A number or a name may stand before the time.
    let timed = block.iter().take(2).position(|line| line.of(text).contains("-->"));
    let found = timed.and_then(|at| Some((at, times(block[at].of(text))?)));
    let Some((at, (start, end))) = found else {
        let line = source.line(first.start()).get();
        return Err(SubtitleError::NoTime { line });
    };
    Ok(Some(Cue { start, end, lines: block[at + 1..].to_vec() }))
}

fn times(line: &str) -> Option<(u64, u64)> {
    let (start, end) = line.split_once("-->")?;
    let end = end.split_whitespace().next()?;
    Some((time(start.trim())?, time(end)?))
}

/// Milliseconds of `01:02:03,450` or `02:03.450`.
fn time(text: &str) -> Option<u64> {
    let (clock, fraction) = text.split_once([',', '.'])?;
    let mut seconds: u64 = 0;
    for part in clock.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(part.parse().ok()?)?;
    }
    let milliseconds: u64 = fraction.parse().ok().filter(|_| fraction.len() == 3)?;
    seconds.checked_mul(1000)?.checked_add(milliseconds)
}

/// So many of the cues of a group may still be shown when the next one begins.
const LAST_CUES: usize = 32;

/// Cues that belong together, in order of time.
fn groups([zh, en]: &[Vec<Cue>; 2]) -> Vec<[Vec<usize>; 2]> {
    let mut groups: Vec<[Vec<usize>; 2]> = Vec::new();
    let (mut z, mut e) = (0, 0);
    let together = |zh: &Cue, en: &Cue| {
        let shared = zh.end.min(en.end).saturating_sub(zh.start.max(en.start));
        let shorter = (zh.end.saturating_sub(zh.start)).min(en.end.saturating_sub(en.start));
        shared * 2 > shorter && shared > 0
    };
    while z < zh.len() || e < en.len() {
        let mut group = [Vec::new(), Vec::new()];
        let zh_first = match (zh.get(z), en.get(e)) {
            (Some(a), Some(b)) => a.start <= b.start,
            (a, _) => a.is_some(),
        };
        if zh_first {
            group[0].push(z);
            z += 1;
        } else {
            group[1].push(e);
            e += 1;
        }
        // What is shown with anything of the group joins it. The last cues of a long one are shown last.
        loop {
            let near = |side: usize| group[side].iter().rev().take(LAST_CUES);
            let joins_en = en.get(e).is_some_and(|cue| near(0).any(|&at| together(&zh[at], cue)));
            let joins_zh = zh.get(z).is_some_and(|cue| near(1).any(|&at| together(cue, &en[at])));
            if joins_en {
                group[1].push(e);
                e += 1;
            } else if joins_zh {
                group[0].push(z);
                z += 1;
            } else {
                break;
            }
        }
        groups.push(group);
    }
    groups
}
