//! Halves: "half a year", "a half-liter bottle", "the first year and a half", "time and a half".

use super::parts::{Parts, Read};
use super::reader::Reader;
use super::token::hyphen;
use crate::quantity::interval::{Value, whole};
use crate::quantity::{Dimension, Kind, Unit, Weight};

impl Reader<'_> {
    /// "half", "half a year", "half an hour"; "half a million" is read as a numeral.
    pub(super) fn half(&self, at: usize) -> Option<Read> {
        if let Some(read) = self.unit_and_a_half(at).or_else(|| self.time_and_a_half(at)) {
            return Some(read);
        }
        let mut next = at + 1;
        // "a pack and a half a day"
        let of_more = self.before(at, 1).is_some_and(|t| t.is("a"))
            && self.before(at, 2).is_some_and(|t| t.is("and"));
        let article = !of_more && self.token(next).is_some_and(|t| t.is_any(&["a", "an"]));
        next += usize::from(article) + usize::from(hyphen(self.tokens, at + 1));
        let unit = self.token(next).and_then(|t| Unit::of_any_case(t.text));
        let time = |unit: &Unit| matches!(unit.dimension(), Dimension::Calendar | Dimension::Time);
        let part = |next| Parts { value: Value::new(1, 2), next, weight: Weight::Medium };
        if article
            && let Some((kind, unit, by, next)) = self.whole_of(at + 1, false)
            && by == whole(1)
        {
            return self.made(at, part(next), kind, unit);
        }
        if let Some(unit) = unit.filter(time) {
            return self.made(at, part(next + 1), Kind::Duration, Some(unit));
        }
        // "a half-point cut"
        if hyphen(self.tokens, at + 1) && self.is(at + 2, "point") {
            return self.made(at, part(at + 3), Kind::Percent, None);
        }
        // "a half-liter bottle"
        if hyphen(self.tokens, at + 1)
            && let Some(unit) = unit.filter(|unit| unit.kind() == Kind::Measure)
        {
            return self.made(at, part(next + 1), Kind::Measure, Some(unit));
        }
        let scaled = |at: usize| {
            self.token(at).is_some_and(|t| t.known.scale().is_some() || t.known.is_dozen())
        };
        let joined = hyphen(self.tokens, at + 1);
        if scaled(at + 1) || (article || joined) && scaled(at + 2) {
            return None;
        }
        self.made(at, part(at + 1), Kind::Fraction, None)
    }

    /// "overtime at time and a half": the half at `at`.
    fn time_and_a_half(&self, at: usize) -> Option<Read> {
        let is = |steps, word: &str| self.before(at, steps).is_some_and(|token| token.is(word));
        let said = is(1, "a") && is(2, "and") && is(3, "time");
        let part = Parts { value: Value::new(3, 2), next: at + 1, weight: Weight::Medium };
        said.then(|| self.made(at, part, Kind::Multiple, None)).flatten()
    }

    /// "the first year and a half": the half at `at`.
    fn unit_and_a_half(&self, at: usize) -> Option<Read> {
        const LEADS: &[&str] =
            &["first", "last", "past", "next", "another", "the", "every", "each", "per"];
        let is = |steps, words: &[&str]| self.before(at, steps).is_some_and(|t| t.is_any(words));
        let unit = self.before(at, 3).and_then(|unit| Unit::of_any_case(unit.text))?;
        if !is(1, &["a"]) || !is(2, &["and"]) || !is(4, LEADS) || unit.kind() != Kind::Duration {
            return None;
        }
        let (value, weight) = (Value::new(3, 2), Weight::Medium);
        let part = Parts { value, next: at + 1, weight };
        self.made(at, part, Kind::Duration, Some(unit))
    }
}
