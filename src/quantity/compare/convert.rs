//! Puts two quantities on one scale: units, shares, dates, times of day.
//!
//! Each kind of Chinese quantity has a function of its own, which goes through the kinds that the English may have.

use super::super::Kind;
use super::item::Item;
use super::scale::{Scaled, as_written};
use super::{amounts, counts, dates, proportions};

/// The two values on one scale, where there is one.
pub(super) fn comparable(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    match zh.quantity.kind {
        Kind::Number => counts::number(zh, en),
        Kind::Ordinal => counts::ordinal(zh, en),
        Kind::Percent => proportions::percent(zh, en),
        Kind::Fraction => proportions::fraction(zh, en),
        Kind::Multiple => proportions::multiple(zh, en),
        Kind::Money => amounts::money(zh, en),
        Kind::Duration => amounts::duration(zh, en),
        Kind::Measure => amounts::measure(zh, en),
        Kind::Century => dates::century(zh, en),
        Kind::Decade => dates::decade(zh, en),
        Kind::Year => dates::year(zh, en),
        Kind::Month | Kind::Day => dates::month_or_day(zh, en),
        Kind::Time => dates::time(zh, en),
        Kind::Weekday if en.quantity.kind == Kind::Weekday => as_written(zh, en),
        Kind::Weekday => None,
    }
}
