//! Values between two ends, which a numeral is summed up from.

use crate::quantity::interval::{Value, product, sum, whole};

/// A value that may be known only as "between".
pub(super) type Pair = (Value, Value);

pub(super) const ZERO: Pair = (Value::ZERO, Value::ZERO);

pub(super) fn add(a: Pair, b: Pair) -> Option<Pair> {
    Some((sum(a.0, b.0)?, sum(a.1, b.1)?))
}

pub(super) fn times(a: Pair, factor: Value) -> Option<Pair> {
    Some((product(a.0, factor)?, product(a.1, factor)?))
}

pub(super) fn exactly(number: i128) -> Pair {
    (whole(number), whole(number))
}
