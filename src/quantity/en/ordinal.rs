//! Ordinals that start with a numeral: "one hundred and first", 21st.

use super::parts::{Counted, Numeral};
use super::reader::Reader;
use super::token::{Class, hyphen};
use crate::quantity::interval::{Interval, Value, whole};
use crate::quantity::{Kind, Weight};

impl Reader<'_> {
    /// "one hundred and first", "two hundredth": a numeral whose last word is an ordinal.
    pub(super) fn ordinal_words(&self, first: &Numeral) -> Option<Counted> {
        let value = first.value.low().filter(|_| {
            first.value.is_point() && !first.in_digits && !first.article && !first.approximate
        })?;
        let next = self.token(first.next).filter(|next| next.class == Class::Word)?;
        if first.scale < whole(100) && !next.text.ends_with("th") {
            return None;
        }
        let and = usize::from(next.is("and"));
        let tens = self.token(first.next + and).and_then(|word| word.known.small());
        let tens = tens.filter(|tens| *tens >= 20);
        let dash = usize::from(hyphen(self.tokens, first.next + and + 1));
        let at = first.next + and + if tens.is_some() { 1 + dash } else { 0 };
        let last = self.token(at).filter(|last| last.class == Class::Word)?;
        let place = last.known.ordinal()?;
        let value = match place {
            100.. if and == 0 && tens.is_none() && first.scale < whole(place) => {
                value * whole(place)
            }
            1..100 if first.scale >= whole(100) && value % whole(100) == Value::ZERO => {
                value + whole(tens.unwrap_or(0) + place)
            }
            _ => return None,
        };
        let value = Interval::point(value);
        let (kind, weight) = (Kind::Ordinal, Weight::Medium);
        Some(Counted { value, kind, unit: None, next: at + 1, end: last.end(), weight })
    }

    /// 21st, 3rd.
    pub(super) fn ordinal_suffix(&self, at: usize, first: &Numeral) -> Option<Counted> {
        let token = self.token(at)?;
        let suffix = self.token(at + 1).filter(|suffix| !suffix.spaced)?;
        let is_suffix = token.class == Class::Number && suffix.is_any(&["st", "nd", "rd", "th"]);
        is_suffix.then(|| {
            let century = self.is(at + 2, "century")
                || (hyphen(self.tokens, at + 2) && self.is(at + 3, "century"));
            let kind = if century { Kind::Century } else { Kind::Ordinal };
            let weight = if century { Weight::Full } else { Weight::Medium };
            Counted {
                value: first.value,
                kind,
                unit: None,
                next: at + 2,
                end: suffix.end(),
                weight,
            }
        })
    }
}
