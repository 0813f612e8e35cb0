//! Quantities with their texts and their places.

use super::super::Quantity;
use super::mentions::Mentions;
use super::{Passage, QuantityAt};

/// A quantity with all that is needed to find its counterpart.
#[derive(Clone, Copy)]
pub(super) struct Item<'t> {
    pub(super) quantity: &'t Quantity,
    pub(super) text: &'t str,
    /// What the text says, where it is known.
    pub(super) mentions: Option<&'t Mentions<'t>>,
    pub(super) place: QuantityAt,
    /// Where it stands among all the text of its side, from 0 to 1.
    pub(super) position: f64,
    /// Whether its text is written in traditional characters, which it is not shown in here.
    pub(super) traditional: bool,
}

impl<'t> Item<'t> {
    /// A quantity of which no more is known than its text.
    pub(super) fn apart(quantity: &'t Quantity, text: &'t str) -> Item<'t> {
        Item { quantity, text, mentions: None, place: (0, 0), position: 0.0, traditional: false }
    }

    /// Whether its text says `word` somewhere.
    pub(super) fn mentions(&self, word: &'static str) -> bool {
        self.mentions.map_or_else(|| self.text.contains(word), |all| all.says(word))
    }

    /// Whether its text says `word` somewhere before it.
    pub(super) fn mentions_before(&self, word: &'static str) -> bool {
        let start = self.quantity.span.start() as usize;
        self.mentions
            .map_or_else(|| self.before().contains(word), |all| all.says_before(word, start))
    }

    /// Whether its text says `word` somewhere behind it.
    pub(super) fn mentions_behind(&self, word: &'static str) -> bool {
        let end = self.quantity.span.end() as usize;
        self.mentions.map_or_else(|| self.behind().contains(word), |all| all.says_behind(word, end))
    }

    /// The words themselves.
    pub(super) fn quoted(&self) -> &'t str {
        self.quantity.span.of(self.text)
    }

    /// All that stands before it.
    pub(super) fn before(&self) -> &'t str {
        self.text.get(..self.quantity.span.start() as usize).unwrap_or_default()
    }

    /// So many bytes of what stands before it, or a few less.
    pub(super) fn near_before(&self, bytes: usize) -> &'t str {
        let before = self.before();
        &before[before.ceil_char_boundary(before.len().saturating_sub(bytes))..]
    }

    /// So many bytes of what stands behind it, or a few less.
    pub(super) fn near_behind(&self, bytes: usize) -> &'t str {
        let behind = self.behind();
        &behind[..behind.floor_char_boundary(bytes)]
    }

    /// All that stands behind it.
    pub(super) fn behind(&self) -> &'t str {
        self.text.get(self.quantity.span.end() as usize..).unwrap_or_default()
    }
}

/// All quantities of one side, in text order. `mentions` are those of the passages.
pub(super) fn items<'t>(
    passages: &[Passage<'t>],
    mentions: &'t [Mentions<'t>],
    traditional: bool,
) -> Vec<Item<'t>> {
    let total: usize = passages.iter().map(|passage| passage.text.len()).sum();
    let mut before = 0;
    let mut items = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        for (at, quantity) in passage.quantities.iter().enumerate() {
            let byte = before + quantity.span.start() as usize;
            let position = byte as f64 / total.max(1) as f64;
            let (text, mentions) = (passage.text, mentions.get(index));
            let place = (index, at);
            items.push(Item { quantity, text, mentions, place, position, traditional });
        }
        before += passage.text.len();
    }
    items
}
