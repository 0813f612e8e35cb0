//! What the parts of the Chinese reader hand to one another.

use std::ops::Range;

use crate::quantity::interval::{Interval, Value, whole};
use crate::quantity::{Kind, Quantity, Unit, Weight};
use crate::text::Span;

/// A numeral, without what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    pub(super) value: Interval,
    /// The byte after it.
    pub(super) end: usize,
    /// Whether it says itself that it is not exact (几, 多, 来).
    pub(super) approximate: bool,
    /// Whether it is written in digits from 0 to 9, at least in part.
    pub(super) in_digits: bool,
    /// Characters that stand for numbers.
    pub(super) length: usize,
    /// What the numeral was multiplied by at its end (10^8 in 2.5 亿).
    pub(super) scale: Value,
    /// Whether single digits stand beside each other as in 二〇二五.
    pub(super) positional: bool,
}

impl Numeral {
    /// What it counts by itself, without the words around it.
    pub(super) fn counting(&self, kind: Kind, weight: Weight) -> Counted {
        Counted { value: self.value, kind, unit: None, end: self.end, weight }
    }
}

/// What stands behind a numeral and makes it count something.
pub(super) struct Counted {
    pub(super) value: Interval,
    pub(super) kind: Kind,
    pub(super) unit: Option<Unit>,
    pub(super) end: usize,
    pub(super) weight: Weight,
}

/// Quantities, and the byte after them.
pub(super) type Read = (Vec<Quantity>, usize);

/// A date or a time that is sure.
pub(super) fn exact(kind: Kind, value: i128, place: Range<usize>) -> Quantity {
    Quantity {
        span: Span::at(place),
        value: Interval::point(whole(value)),
        kind,
        unit: None,
        approximate: false,
        weight: Weight::Full,
    }
}
