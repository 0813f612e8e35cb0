//! What is paired: a stretch of one text and a stretch of the other.

use std::ops::Range;

use crate::text::Side;

/// Two stretches of units; one of them may be empty.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block {
    /// In the Chinese text.
    pub(super) zh: Range<usize>,
    /// In the English text.
    pub(super) en: Range<usize>,
}

impl Block {
    /// Whether neither side is empty.
    pub(super) fn is_pair(&self) -> bool {
        !self.zh.is_empty() && !self.en.is_empty()
    }

    /// The units of one side.
    pub(super) fn side(&self, side: Side) -> Range<usize> {
        match side {
            Side::Zh => self.zh.clone(),
            Side::En => self.en.clone(),
        }
    }
}

/// What two ranges share; empty if nothing.
pub(super) fn overlap(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    let start = a.start.max(b.start);
    start..a.end.min(b.end).max(start)
}
