//! A sentence or a line, as the search sees it.

use super::super::vocabulary::ItemId;
use crate::text::{Side, is_han};

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

/// English characters for each Han character, where a text is too small to tell its own.
pub(super) const USUAL_RATIO: f32 = 3.5;

/// The length of `text` in English characters, by the usual ratio.
pub(in crate::link) fn usual_length(text: &str, side: Side) -> f32 {
    let (han, other) = Segment::count(text, side == Side::Zh);
    han * USUAL_RATIO + other
}

impl Segment {
    /// Counts the characters of `text`.
    pub(super) fn count(text: &str, is_chinese: bool) -> (f32, f32) {
        if !is_chinese {
            return (0.0, (text.chars().count() as f32).max(1.0));
        }
        let (mut han, mut latin) = (0.0, 0.0);
        for c in text.chars() {
            if c.is_ascii() {
                latin += if c.is_ascii_alphanumeric() { 1.0 } else { 0.0 };
            } else if is_han(c) {
                han += 1.0;
            }
        }
        (han, latin)
    }
}
