//! What the rules about numbers share: a quantity as a place that says how it was read.

use super::LinkedText;
use crate::finding::Place;
use crate::quantity::QuantityAt;
use crate::text::Side;

/// A quantity of a link, as it is written and as it was read.
pub(super) struct Read {
    pub(super) place: Place,
    pub(super) quoted: String,
    pub(super) value: String,
}

/// The quantity at `at` of `side`.
pub(super) fn read(link: &LinkedText<'_>, side: Side, at: QuantityAt) -> Option<Read> {
    let quantity = link.quantity(side, at)?;
    let passage = at.0;
    let quoted = quantity.span.of(link.text(link.passages(side).get(passage)?)).to_owned();
    let value = quantity.to_string();
    let place = link.place(side, passage, quantity.span).read_as(value.clone());
    Some(Read { place, quoted, value })
}

impl Read {
    /// The words and, where that adds something, what was read from them.
    pub(super) fn shown(&self) -> String {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        // The value of a version such as 2.10.4 is made up for comparing.
        let is_version = self.quoted.matches('.').count() > 1
            && self.quoted.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if is_version || digits(&self.quoted) == digits(&self.value) && self.quoted.is_ascii() {
            self.quoted.clone()
        } else {
            format!("{} ({})", self.quoted, self.value)
        }
    }
}
