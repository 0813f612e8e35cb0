//! A sentence or a line, as the search sees it.

use super::super::measures::Characters;
use super::super::vocabulary::ItemId;
use crate::text::Side;

/// One segment of one side.
#[derive(Clone, Debug, Default)]
pub(super) struct Segment {
    /// What stands in it, in order.
    pub(super) items: Vec<ItemId>,
    /// Its length in English characters; that of Chinese is estimated.
    pub(super) length: f32,
    /// What its items weigh, as far as they can be found on the other side at all.
    pub(super) weight: f32,
    /// What its items weigh, as far as they have translations anywhere.
    pub(super) telling: f32,
    /// What its length is worked out from.
    pub(super) characters: Characters,
}

/// English characters for each Han character, where a text is too small to tell its own.
pub(super) const USUAL_RATIO: f32 = 3.5;

/// The length of `text` in English characters, by the usual ratio.
pub(in crate::link) fn usual_length(text: &str, side: Side) -> f32 {
    Characters::of(text, side).length(USUAL_RATIO)
}
