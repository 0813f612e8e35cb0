//! What the parts of the English reader hand to one another.

use super::token::Token;
use crate::quantity::interval::{Interval, Value, whole};
use crate::quantity::{Kind, Quantity, Unit, Weight};
use crate::text::Span;

/// A numeral, without what it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    pub(super) value: Interval,
    /// The token after it.
    pub(super) next: usize,
    /// The byte after it.
    pub(super) end: usize,
    pub(super) in_digits: bool,
    pub(super) approximate: bool,
    /// What the numeral was multiplied by at its end: 10^9 in "5 billion".
    pub(super) scale: Value,
    /// Whether it is no more than an article: "a" in "a year".
    pub(super) article: bool,
}

impl Numeral {
    /// What it counts by itself, without the words around it.
    pub(super) fn counting(&self, kind: Kind, weight: Weight) -> Counted {
        let Numeral { value, next, end, .. } = *self;
        Counted { value, kind, unit: None, next, end, weight }
    }
}

/// A fraction in words.
pub(super) struct Parts {
    pub(super) value: Value,
    /// The token behind it.
    pub(super) next: usize,
    pub(super) weight: Weight,
}

/// What a numeral counts.
pub(super) struct Counted {
    pub(super) value: Interval,
    pub(super) kind: Kind,
    pub(super) unit: Option<Unit>,
    pub(super) next: usize,
    pub(super) end: usize,
    pub(super) weight: Weight,
}

/// Quantities, and the token after them.
pub(super) type Read = (Vec<Quantity>, usize);

/// A whole number that all of the tokens in `range` stand for.
pub(super) fn one(
    kind: Kind,
    value: i128,
    tokens: &[Token<'_>],
    range: std::ops::Range<usize>,
) -> Option<Quantity> {
    let (first, last) = (tokens.get(range.start)?, tokens.get(range.end.checked_sub(1)?)?);
    Some(Quantity {
        span: Span::at(first.start..last.end()),
        value: Interval::point(whole(value)),
        kind,
        unit: None,
        approximate: false,
        weight: Weight::Full,
    })
}
