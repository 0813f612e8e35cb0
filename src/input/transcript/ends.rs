//! What stands before and behind a talk and is not said: titles, credits, notes, "END".

use crate::text::{Side, is_han};

use super::block::Block;
use super::lines::{Line, LineKind};
use super::shape::Label;

/// Where the talk ends and a few words follow that nobody says: "END", thanks, who wrote it down. They stand
/// behind a rule or a heading with no label behind it, or in brackets at the end.
pub(super) fn postscript(text: &str, lines: &[Line], labels: &[Option<Label>]) -> usize {
    let note = |line: &Line| {
        let line = line.span.of(text);
        // A disclaimer in both languages at once.
        let italic = line.starts_with(['*', '_']);
        let letters = line.bytes().filter(u8::is_ascii_alphabetic).count();
        is_set_apart(line) && (!italic || letters > 20 && line.contains(is_han))
    };
    let (mut end, mut after_blank) = (lines.len(), true);
    for (at, line) in lines.iter().enumerate().rev() {
        match line.kind {
            LineKind::Prose if note(line) => (end, after_blank) = (at, false),
            LineKind::Prose | LineKind::Heading(_) => {
                // What stands right below a label is said by somebody.
                after_blank &= labels[at].is_none_or(|label| label.rest < line.span.end());
                break;
            }
            _ => after_blank = true,
        }
    }
    // A note in brackets in the middle of a paragraph belongs to it.
    let end = if after_blank { end } else { lines.len() };
    let said = labels.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
    let few = |at: usize, most: usize, bytes: u32| {
        let behind = || lines[at..].iter().filter(|line| line.kind == LineKind::Prose);
        behind().count() <= most && behind().map(|line| line.span.len()).sum::<u32>() <= bytes
    };
    // "References", "Action items"
    let mut tail = (said..lines.len()).filter(|&at| match lines[at].kind {
        LineKind::Rule => few(at, 4, 300),
        LineKind::Heading(_) => few(at, 12, 900),
        _ => false,
    });
    tail.next().unwrap_or(end).min(end)
}

/// Takes titles and notes off both ends of a text without labels, if its two sides are even without them: what
/// looks like one and has its translation beside it stays.
pub(super) fn take_off(blocks: &mut Vec<Block>) {
    const MOST: usize = 4;
    let odds = |blocks: &[Block]| -> i64 {
        let side = |block: &Block| match block.side() {
            Some(Side::Zh) => 1,
            Some(Side::En) => -1,
            None => 0,
        };
        blocks.iter().map(side).sum()
    };
    let all = odds(blocks);
    if all == 0 {
        return;
    }
    let few = blocks.len() / 4;
    let head = blocks.iter().take(MOST.min(few)).take_while(|block| is_aside(block)).count();
    let tail = blocks.iter().rev().take(MOST.min(few)).take_while(|block| is_aside(block)).count();
    let ways = (0..=head).flat_map(|from| (0..=tail).map(move |to| (from, to)));
    let best = ways.min_by_key(|&(from, to)| {
        let left = all - odds(&blocks[..from]) - odds(&blocks[blocks.len() - to..]);
        // A translation is not left without what it translates.
        let opens = blocks[from..].first().and_then(Block::side);
        let closes = blocks[..blocks.len() - to].last().and_then(Block::side);
        (left.abs() + i64::from(opens.is_some() && opens == closes), from + to)
    });
    if let Some((from, to)) = best {
        blocks.truncate(blocks.len() - to);
        blocks.drain(..from);
    }
}

/// Whether a block looks like a title, a byline or a note: short and without the mark that ends a sentence, or all
/// of it in brackets or italics.
fn is_aside(block: &Block) -> bool {
    const SHORT: usize = 80;
    let text = block.text().trim();
    let ends = text.ends_with(['。', '！', '？', '.', '!', '?', '”', '"', '」', '…', '：', ':']);
    is_set_apart(text) || !ends && text.chars().count() <= SHORT
}

/// Whether all of a text stands in brackets or in italics.
fn is_set_apart(text: &str) -> bool {
    [("（", "）"), ("(", ")"), ("[", "]"), ("［", "］"), ("〔", "〕"), ("*", "*"), ("_", "_")]
        .iter()
        .any(|(open, close)| text.len() > 1 && text.starts_with(open) && text.ends_with(close))
}
