//! What all conversions need: pairs of values on one scale, and the ways to get there.

use super::super::interval::{Interval, Value, power_of_ten, product, whole};
use super::super::{Dimension, Quantity};
use super::item::Item;

/// The Chinese value and the English one, on one scale.
pub(super) type Scaled = (Interval, Interval);

/// Both values as they are written.
pub(super) fn as_written(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    Some((zh.quantity.value, en.quantity.value))
}

/// The Chinese value in whichever of two readings the English has it: `likely`, or else `otherwise`.
pub(super) fn either(likely: Interval, otherwise: Interval, en: &Item<'_>) -> Option<Scaled> {
    let value = en.quantity.value;
    Some((if likely == value { likely } else { otherwise }, value))
}

/// One value for both: they say the same in other words.
pub(super) fn the_same(value: Interval) -> Option<Scaled> {
    Some((value, value))
}

/// The value so many times.
pub(super) fn times(value: &Interval, factor: Value) -> Option<Interval> {
    value.map(|value| product(value, factor))
}

/// Percent as parts of one.
pub(super) fn by_hundred(value: &Interval) -> Option<Interval> {
    value.map(|value| Some(value / whole(100)))
}

/// What is left of a value when all multiples of `cycle` are taken from it: the hour on a clock's face, the year
/// within its century.
pub(super) fn remainder(value: &Interval, cycle: i128) -> Option<Interval> {
    value.map(|value| Some(whole(value.to_integer().rem_euclid(cycle))))
}

pub(super) fn reciprocal(value: &Interval) -> Option<Interval> {
    value.map(|value| (value > whole(1)).then(|| value.recip()))
}

/// Orders of magnitude as a multiple.
pub(super) fn powers(quantity: &Quantity) -> Option<Interval> {
    quantity.unit.filter(|unit| unit.dimension() == Dimension::Magnitude)?;
    let exponent = quantity.value.exact()?.to_integer();
    Some(Interval::point(power_of_ten(u32::try_from(exponent).ok()?)?))
}

/// Basis points as percent.
pub(super) fn shares(quantity: &Quantity) -> Option<Interval> {
    let unit = quantity.unit.filter(|unit| unit.dimension() == Dimension::Share)?;
    times(&quantity.value, unit.factor())
}
