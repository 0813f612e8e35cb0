//! A sentence or a line, as the search sees it.

use super::super::vocabulary::ItemId;

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
    /// Han characters and, apart, Latin letters and digits; for English all characters.
    pub(super) counts: (f32, f32),
}

impl Segment {
    /// Counts the characters of `text`.
    pub(super) fn count(text: &str, is_chinese: bool) -> (f32, f32) {
        let of = |wanted: fn(char) -> bool| text.chars().filter(|&c| wanted(c)).count() as f32;
        if is_chinese {
            (of(crate::text::is_han), of(|c| c.is_ascii_alphanumeric()))
        } else {
            (0.0, of(|_| true).max(1.0))
        }
    }
}
