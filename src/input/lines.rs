//! Two texts of one segment a line.

use std::sync::Arc;

use crate::document::{Document, Turn, TurnId};
use crate::text::{MappedText, Side, Source, Span};

/// A document whose turns are the lines of two texts, to be aligned by content. Blank lines are no
/// segments.
pub fn lines(zh: Source, en: Source) -> Document {
    let side = |side: Side, source: Source| {
        let source = Arc::new(source);
        let mut turns = Vec::new();
        let mut at = 0;
        for line in source.text().split_inclusive('\n') {
            let trimmed = line.trim();
            let start = at + (line.len() - line.trim_start().len());
            at += line.len();
            if trimmed.is_empty() {
                continue;
            }
            let extent = Span::at(start..start + trimmed.len());
            let mut text = MappedText::new();
            text.push_verbatim(source.text(), extent);
            let id = TurnId::at(side, turns.len());
            turns.push(Turn { id, speaker: None, text, extent, marks: Vec::new() });
        }
        (source, turns)
    };
    Document::of_lines(side(Side::Zh, zh), side(Side::En, en))
}
