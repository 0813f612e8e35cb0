//! Numerals with a unit: "two and a half hours", "10 GW", "a year and a half".

use super::parts::{Counted, Numeral};
use super::reader::Reader;
use super::smaller::Amount;
use super::token::Class;
use super::unit_word::Named;
use crate::quantity::interval::{Value, product, whole};
use crate::quantity::unit::lower_case;
use crate::quantity::{Kind, Unit, Weight};

impl Reader<'_> {
    /// A numeral with the unit at `at`, and the parts of it behind.
    pub(super) fn with_unit(&self, first: &Numeral, at: usize) -> Option<Counted> {
        let metric = self.is(at, "metric") && self.is_any(at + 1, &["ton", "tons", "tonnes"]);
        let at = at + usize::from(metric);
        let word = self.token(at).filter(|token| {
            token.class == Class::Word || matches!(token.text, "€" | "元" | "°" | "º")
        })?;
        if self.is_opinion(first, at) {
            let (unit, weight) = (Unit::named("USD cent"), Weight::Light);
            let (value, kind) = (first.value, Kind::Money);
            return Some(Counted { value, kind, unit, next: at + 1, end: word.end(), weight });
        }
        let lower = lower_case(word.text);
        let Named { unit, factor, next } = self.to_power(self.unit_word(first, at, &lower)?);
        let value = first.value.map(|value| product(value, factor))?;
        match unit {
            Some(unit) => self.with_parts(first, Amount { value, unit, next }, &lower),
            None => {
                let (kind, weight) = (Kind::Number, Weight::Full);
                Some(Counted { value, kind, unit, next, end: self.end_before(next)?, weight })
            }
        }
    }

    /// The amount with the parts that stand behind its unit, which was written as `word`.
    fn with_parts(&self, first: &Numeral, mut amount: Amount, word: &str) -> Option<Counted> {
        let kind = amount.unit.kind();
        let half = self.part_of_one(amount.next);
        if let Some((part, next)) = half {
            amount = amount.plus(part, next)?;
        }
        if self.says_three_quarters(amount.next) {
            let amount = amount.plus(Value::new(3, 4), amount.next + 3)?;
            return self.amounting(amount, kind, Weight::Full);
        }
        if half.is_none()
            && amount.value.is_point()
            && let Some(part) = self.smaller_unit(amount.next, amount.unit)
        {
            return self.amounting(amount.plus_smaller(part)?, kind, Weight::Full);
        }
        if let Some(amount) = self.with_bare_part(word, amount) {
            return self.amounting(amount, kind, Weight::Full);
        }
        if kind == Kind::Money {
            amount = self.with_cents(amount)?;
        }
        let weight = match () {
            () if half.is_some() => Weight::Full,
            () if self.is_manner_of_speech(first) => Weight::Light,
            () => weight(first, amount.unit),
        };
        self.amounting(amount, kind, weight)
    }

    /// What an amount counts, now that all of it has been read.
    fn amounting(&self, amount: Amount, kind: Kind, weight: Weight) -> Option<Counted> {
        let Amount { value, unit, next } = amount;
        Some(Counted { value, kind, unit: Some(unit), next, end: self.end_before(next)?, weight })
    }
}

/// How much a numeral with that unit asks for a counterpart.
fn weight(first: &Numeral, unit: Unit) -> Weight {
    let one = first.value.is_one() && !first.in_digits;
    let small = !first.in_digits && first.value.high().is_some_and(|high| high < whole(10));
    match unit.kind() {
        // "a second", "48 years old" and "a day" are no more than an article.
        Kind::Duration if first.article || one => Weight::Light,
        Kind::Duration if small || first.approximate => Weight::Medium,
        Kind::Money | Kind::Measure if first.article => Weight::Light,
        // "so many in one square millimetre" may be per unit of area, "one degree higher" 调高一度.
        Kind::Measure if one => Weight::Medium,
        _ => Weight::Full,
    }
}
