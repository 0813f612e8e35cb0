//! One side of a finding: where it points, in its surroundings.

use crate::report::model::PlaceReport;
use crate::report::turns::{Said, Turns, behind_place};
use crate::text::Side;

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
        let before = format!("{}{}", dots(from > 0), part(from, offset));
        let behind = behind_place(place, said).unwrap_or_default();
        // Escapes would move the mark.
        let is_plain = said.is_some_and(Said::is_plain);
        SideView {
            turn: &place.turn,
            lang: side.code(),
            speaker: said.and_then(|said| said.turn.speaker.as_deref()).unwrap_or(""),
            line: place.start.line,
            before,
            mark: if place.whole { "" } else { &place.text },
            after: format!("{behind}{}{}", part(end, to), dots(to < all)),
            read: place.read.as_deref().unwrap_or(""),
            marked: (is_plain && singled_out > 0).then_some((offset, singled_out)),
            is_cut: from > 0 || to < all,
        }
    }
}
