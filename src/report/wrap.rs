//! Lines no wider than the terminal, in cells: a Han character takes two.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::is_han;

/// Cells that `text` takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// Cells that `character` takes. Punctuation of ambiguous width (“ … —) counts as one, as most
/// terminals show it.
pub(super) fn char_width(character: char) -> usize {
    character.width().unwrap_or(0)
}

/// Breaks `text` into lines of at most `limit` cells, at spaces or between Han characters; lines
/// after the first are indented by `indent` cells. A word longer than a line is left whole.
pub(super) fn wrap(text: &str, limit: usize, indent: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut line_width = 0;
    for piece in pieces(text) {
        let shown = piece.trim_end();
        if line_width > indent && line_width + width(shown) > limit {
            lines.push(line.trim_end().to_owned());
            line = " ".repeat(indent);
            line_width = indent;
        }
        line.push_str(piece);
        line_width += width(piece);
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// As much of the start of `text` as takes at most `limit` cells, with an ellipsis if that is not
/// all.
pub(super) fn fitted(text: &str, limit: usize) -> String {
    if width(text) <= limit {
        return text.to_owned();
    }
    let mut room = limit.saturating_sub(1);
    let fits = |character: &char| {
        let fits = char_width(*character) <= room;
        room = room.saturating_sub(char_width(*character));
        fits
    };
    let mut kept: String = text.chars().take_while(fits).collect();
    if limit > 0 {
        kept.push('…');
    }
    kept
}

/// The parts of `text` between which a line may break.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, character) in text.char_indices() {
        let breaks = match before {
            Some(' ') => character != ' ',
            Some(before) => is_han(before) && is_han(character),
            None => false,
        };
        if breaks {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(character);
    }
    pieces.push(&text[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_between_han_characters() {
        assert_eq!(wrap("one two three", 7, 2), ["one two", "  three"]);
        assert_eq!(wrap("对照翻译", 4, 0), ["对照", "翻译"]);
        assert_eq!(wrap("incomprehensible x", 4, 0), ["incomprehensible", "x"]);
    }
}
