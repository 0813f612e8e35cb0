//! Quantities that are one word: doubled, twice, first, twenty-first.

use super::parts::Read;
use super::reader::Reader;
use super::token::{Class, hyphen};
use super::words::WORDS;
use crate::quantity::interval::{Interval, Value, whole};
use crate::quantity::{Kind, Quantity, Unit, Weight};
use crate::text::Span;

/// The Roman numerals from 2 on.
const ROMAN: &[&str] =
    &["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

impl Reader<'_> {
    /// Quantities that are one word: doubled, twice, first, tenfold.
    pub(super) fn word(&self, at: usize) -> Option<Read> {
        let token = self.token(at).filter(|token| token.class == Class::Word)?;
        let made = |value: i128, kind, weight| {
            let span = Span::at(token.start..token.end());
            let value = Interval::point(whole(value));
            Some((
                vec![Quantity { span, value, kind, unit: None, approximate: false, weight }],
                at + 1,
            ))
        };
        let lower = token.text.to_ascii_lowercase();
        if let Some((_, (value, kind, weight))) = WORDS.iter().find(|(name, _)| *name == lower) {
            let verb = ["to", "will", "would", "could", "can", "should", "must", "may", "might"];
            let says_so =
                *kind == Kind::Multiple && self.before(at, 1).is_some_and(|t| t.is_any(&verb));
            return made(
                *value,
                *kind,
                if says_so { Weight::Medium.max(*weight) } else { *weight },
            );
        }
        if matches!(lower.as_str(), "halve" | "halved" | "halves" | "halving") {
            let span = Span::at(token.start..token.end());
            let value = Interval::point(Value::new(1, 2));
            let (kind, weight) = (Kind::Fraction, Weight::Medium);
            let approximate = false;
            return Some((
                vec![Quantity { span, value, kind, unit: None, approximate, weight }],
                at + 1,
            ));
        }
        // "for decades", 几十年; "two decades" was read as a numeral with a unit.
        if matches!(lower.as_str(), "decades" | "centuries") {
            let span = Span::at(token.start..token.end());
            let value = Interval::range(whole(2), whole(10));
            let unit = Unit::of_word(&lower);
            let (kind, weight) = (Kind::Duration, Weight::Medium);
            return Some((
                vec![Quantity { span, value, kind, unit, approximate: true, weight }],
                at + 1,
            ));
        }
        // "around the clock": 24 小时
        if lower == "clock" && self.before(at, 1).is_some_and(|t| t.is("the")) {
            let around = self.before(at, 2).is_some_and(|t| t.is_any(&["around", "round"]));
            let dashed = self.before(at, 3).is_some_and(|t| t.is("round"));
            let span = Span::at(token.start..token.end());
            let value = Interval::point(whole(24));
            let (kind, unit, weight) = (Kind::Duration, Unit::of_word("hour"), Weight::Light);
            let day = Quantity { span, value, kind, unit, approximate: false, weight };
            return (around || dashed).then(|| (vec![day], at + 1));
        }
        // "fifty-fifty" is a half each.
        if lower == "fifty" && hyphen(self.tokens, at + 1) && self.is(at + 2, "fifty") {
            let halves = [at, at + 2].map(|at| {
                let token = self.token(at)?;
                let span = Span::at(token.start..token.end());
                let value = Interval::point(whole(50));
                let (kind, weight) = (Kind::Number, Weight::Light);
                Some(Quantity { span, value, kind, unit: None, approximate: false, weight })
            });
            return Some((halves.into_iter().flatten().collect(), at + 3));
        }
        if let Some(value) = roman(token.text).filter(|_| self.is_after_a_name(at)) {
            return made(value, Kind::Ordinal, Weight::Medium);
        }
        // World War I; alone the letter is the speaker.
        if token.text == "I" && self.before(at, 1).is_some_and(|war| war.text == "War") {
            return made(1, Kind::Ordinal, Weight::Medium);
        }
        // twenty-first
        if let (Some(tens), true) =
            (token.known.small().filter(|v| *v >= 20), hyphen(self.tokens, at + 1))
        {
            let unit = self.token(at + 2)?;
            let plural = unit.text.ends_with('s');
            let value = unit.known.ordinal().filter(|v| *v < 10 && !plural)?;
            let century = self.is(at + 3 + usize::from(hyphen(self.tokens, at + 3)), "century");
            let kind = if century { Kind::Century } else { Kind::Ordinal };
            let span = Span::at(token.start..unit.end());
            let value = Interval::point(whole(tens + value));
            let weight = if century { Weight::Full } else { Weight::Medium };
            return Some((
                vec![Quantity { span, value, kind, unit: None, approximate: false, weight }],
                at + 3,
            ));
        }
        let value = token.known.ordinal()?;
        // "a second", "for a second", "seconds" are times; "a third of" was read before.
        if value == 2
            && self.before(at, 1).is_some_and(|t| t.is_any(&["a", "per", "every", "split"]))
            && !self.token(at + 1).is_some_and(|t| t.class == Class::Word && t.spaced)
        {
            return None;
        }
        if self.is(at + 1 + usize::from(hyphen(self.tokens, at + 1)), "century") {
            return made(value, Kind::Century, Weight::Full);
        }
        // "the second half": 下半年.
        if value <= 2 && self.is(at + 1, "half") {
            let (mut read, next) = made(value, Kind::Ordinal, Weight::Medium)?;
            let end = self.token(at + 1)?.end();
            read.iter_mut().for_each(|half| half.span = Span::at(token.start..end));
            return Some((read, next + 1));
        }
        let weight = if self.is(at + 1, "of") && self.is(at + 2, "all") || value == 1 {
            Weight::Light
        } else {
            Weight::Medium
        };
        made(value, Kind::Ordinal, weight)
    }

    /// Whether a capitalised word stands before the token at `at`, as in "Phase III".
    fn is_after_a_name(&self, at: usize) -> bool {
        self.before(at, 1).is_some_and(|name| {
            name.class == Class::Word
                && name.text.starts_with(char::is_uppercase)
                && !name.is_any(&["a", "an", "the"])
        })
    }
}

/// The value of a Roman numeral from II to XV that no word looks like.
fn roman(word: &str) -> Option<i128> {
    ROMAN.iter().position(|name| *name == word).map(|at| at as i128 + 2).filter(|value| {
        // V and X are letters of many other uses.
        !matches!(value, 5 | 10)
    })
}
