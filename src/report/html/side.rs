//! One side of a finding: where it points, in its surroundings.

use crate::report::model::PlaceReport;
use crate::report::turns::{Said, Turns, behind_place};
use crate::text::{Side, is_han};

/// Characters of a turn that are shown before and after a place; a Chinese one says more.
const CONTEXT: [usize; 2] = [50, 140];

/// What the template shows of a side.
pub(super) struct SideView<'r> {
    pub(super) turn: &'r str,
    pub(super) lang: &'static str,
    pub(super) speaker: &'r str,
    pub(super) line: u32,
    pub(super) before: String,
    pub(super) mark: &'r str,
    pub(super) after: String,
    pub(super) read: &'r str,
    /// Where the mark stands in the whole turn, and how long it is, in scalar values.
    pub(super) marked: Option<(usize, usize)>,
    /// Whether the turn says more than is shown.
    pub(super) is_cut: bool,
}

impl<'r> SideView<'r> {
    pub(super) fn new(turns: &Turns<'r>, side: Side, place: &'r PlaceReport) -> SideView<'r> {
        let said = turns.get(&place.turn);
        let all = said.map_or(0, Said::len);
        let part = |from, to| said.map_or("", |said| said.part(from, to));
        let context = CONTEXT[side as usize];
        // A place that is no part of the text has no offset; then the turn is shown from its start.
        let offset = place.offset.unwrap_or(0).min(all);
        let length = if place.offset.is_some() { place.text.chars().count() } else { 0 };
        let singled_out = if place.whole { 0 } else { length };
        let from = offset.saturating_sub(context);
        let end = offset.saturating_add(singled_out);
        // Of a text as a whole, as much is shown as of a place with what stands around it.
        let to = end.saturating_add(if place.whole { 2 * context } else { context });
        let dots = |cut: bool| if cut { "…" } else { "" };
        let before = from_whole_word(part(from.saturating_sub(1), from), part(from, offset));
        let after = to_whole_word(part(end, to), part(to, to.saturating_add(1)));
        let behind = behind_place(place, said).unwrap_or_default();
        // Escapes would move the mark.
        let is_plain = said.is_some_and(Said::is_plain);
        SideView {
            turn: &place.turn,
            lang: side.code(),
            speaker: said.and_then(|said| said.turn.speaker.as_deref()).unwrap_or(""),
            line: place.start.line,
            before: format!("{}{before}", dots(from > 0)),
            mark: if place.whole { "" } else { &place.text },
            after: format!("{behind}{after}{}", dots(to < all)),
            read: place.read.as_deref().unwrap_or(""),
            marked: (is_plain && singled_out > 0).then_some((offset, singled_out)),
            is_cut: from > 0 || to < all,
        }
    }
}

/// `text` from the first word on that is not cut off from what stands `before` it.
fn from_whole_word<'r>(before: &str, text: &'r str) -> &'r str {
    match text.trim_start_matches(is_of_word) {
        whole if whole.is_empty() || !before.ends_with(is_of_word) => text,
        whole => whole.trim_start(),
    }
}

/// `text` up to the last word that is not cut off from what stands `behind` it.
fn to_whole_word<'r>(text: &'r str, behind: &str) -> &'r str {
    match text.trim_end_matches(is_of_word) {
        whole if whole.is_empty() || !behind.starts_with(is_of_word) => text,
        whole => whole.trim_end(),
    }
}

/// Whether a character does not end the word that it stands in, with the marks that are written to it.
fn is_of_word(character: char) -> bool {
    !character.is_whitespace()
        && !is_han(character)
        && (character.is_ascii() || character.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_not_cut() {
        assert_eq!(from_whole_word("o", "ugh in principle"), "in principle");
        assert_eq!(from_whole_word(" ", "though in"), "though in");
        assert_eq!(from_whole_word("的", "agent，为什么"), "agent，为什么");
        assert_eq!(from_whole_word("a", "gent 为什么"), "为什么");
        assert_eq!(to_whole_word("all these R", "L environments"), "all these");
        assert_eq!(to_whole_word("all these", " RL"), "all these");
        assert_eq!(to_whole_word("扩散的速", "度"), "扩散的速");
        assert_eq!(to_whole_word("https://a.example/", "b"), "https://a.example/", "else nothing");
    }
}
