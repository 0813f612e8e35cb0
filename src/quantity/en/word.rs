//! Quantities that are one word: doubled, twice, first, twenty-first.

use super::known::Known;
use super::numeral::numeral;
use super::parts::{Counted, Read, one};
use super::reader::Reader;
use super::token::{Class, Token, hyphen};
use crate::quantity::interval::{Interval, Value, doubled, whole};
use crate::quantity::{Kind, Quantity, Unit, Weight};
use crate::text::Span;

/// The Roman numerals from 2 on.
const ROMAN: &[&str] =
    &["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

impl Reader<'_> {
    /// Quantities that are one word: doubled, twice, first, tenfold.
    pub(super) fn word(&self, at: usize) -> Option<Read> {
        let word = self.token(at).filter(|token| token.class == Class::Word)?;
        self.doubled_several_times(at, word)
            .or_else(|| self.listed(at, word))
            .or_else(|| self.pence(at, word))
            .or_else(|| self.halves_or_decades(at, word))
            .or_else(|| self.once(at, word))
            .or_else(|| self.around_the_clock(at, word))
            .or_else(|| self.past_century(at, word))
            .or_else(|| self.every_decade(at, word))
            .or_else(|| self.fifty_fifty(at, word))
            .or_else(|| self.roman(at))
            .or_else(|| self.twenty_first(at))
            .or_else(|| self.place(at))
    }

    /// A quantity of so many tokens from `at` on.
    fn in_words(
        &self,
        at: usize,
        tokens: usize,
        (value, kind, weight): (i128, Kind, Weight),
    ) -> Option<Read> {
        let quantity = one(kind, value, self.tokens, at..at + tokens)?;
        Some((vec![Quantity { weight, ..quantity }], at + tokens))
    }

    /// A word of the list: doubled, twice, tenfold.
    fn listed(&self, at: usize, word: &Token<'_>) -> Option<Read> {
        const VERBS: &[&str] =
            &["to", "will", "would", "could", "can", "should", "must", "may", "might"];
        let (value, kind, weight) = word.known.whole()?;
        let says_so =
            kind == Kind::Multiple && self.before(at, 1).is_some_and(|verb| verb.is_any(VERBS));
        let weight = if says_so { Weight::Medium.max(weight) } else { weight };
        // "rose more than sevenfold", like "more than seven times"
        if word.text.ends_with("fold") {
            // "several hundredfold"
            let several = value >= 100 && self.before(at, 1).is_some_and(|word| word.is("several"));
            let value = match several {
                true => Interval::range(whole(2 * value), whole(10 * value)),
                false => Interval::point(whole(value)),
            };
            let (unit, next, end) = (None, at + 1, word.end());
            return Some(self.dressed(at, Counted { value, kind, unit, next, end, weight }, false));
        }
        self.in_words(at, 1, (value, kind, weight))
    }

    /// "doubled more than six times": 翻了六番多
    fn doubled_several_times(&self, at: usize, word: &Token<'_>) -> Option<Read> {
        if !word.is_any(&["doubled", "doubles", "doubling", "double"]) {
            return None;
        }
        if self.is(at + 1, "twice") {
            return self.in_words(at, 2, (4, Kind::Multiple, Weight::Medium));
        }
        let more = self.is(at + 1, "more") && self.is(at + 2, "than");
        let times = numeral(self.tokens, at + 1 + if more { 2 } else { 0 })?;
        let power = doubled(times.value.exact().filter(|times| times.is_integer())?)?;
        let last = self.token(times.next).filter(|word| word.is("times"))?;
        let value = if more { Interval::at_least(power.low()?) } else { power };
        let (span, weight) = (Span::at(word.start..last.end()), Weight::Medium);
        let (kind, unit) = (Kind::Multiple, None);
        let quantity = Quantity { span, value, kind, unit, approximate: false, weight };
        Some((vec![quantity], times.next + 1))
    }

    /// "eightpence"
    fn pence(&self, at: usize, word: &Token<'_>) -> Option<Read> {
        let count = word.text.strip_suffix("pence")?;
        let count = if word.is("tuppence") { 2 } else { Known::of(count).small()? };
        let money = one(Kind::Money, count, self.tokens, at..at + 1)?;
        Some((vec![Quantity { unit: Unit::of_word("pence"), ..money }], at + 1))
    }

    /// "halved"; "for decades", 几十年; "two decades" was read as a numeral with a unit.
    fn halves_or_decades(&self, at: usize, word: &Token<'_>) -> Option<Read> {
        let halves = word.is_any(&["halve", "halved", "halves", "halving"]);
        let (value, kind) = match () {
            () if halves => (Interval::point(Value::new(1, 2)), Kind::Fraction),
            () if word.is_any(&["decades", "centuries"]) => {
                (Interval::range(whole(2), whole(10)), Kind::Duration)
            }
            () => return None,
        };
        let unit = if halves { None } else { Unit::of_any_case(word.text) };
        let span = Span::at(word.start..word.end());
        let (approximate, weight) = (!halves, Weight::Medium);
        Some((vec![Quantity { span, value, kind, unit, approximate, weight }], at + 1))
    }

    /// "once a month": 每月一次. Without a period it is a time in the past, or a condition.
    fn once(&self, at: usize, word: &Token<'_>) -> Option<Read> {
        const EACH: &[&str] = &["a", "an", "per", "every", "each"];
        let is_counted = word.is("once")
            && self.token(at + 1).is_some_and(|each| each.is_any(EACH))
            && self.token(at + 2).is_some_and(|period| Unit::of_word(period.text).is_some());
        is_counted.then(|| self.in_words(at, 1, (1, Kind::Multiple, Weight::Light)))?
    }

    /// "around the clock": 24 小时
    fn around_the_clock(&self, at: usize, word: &Token<'_>) -> Option<Read> {
        let is =
            |steps, words: &[&str]| self.before(at, steps).is_some_and(|word| word.is_any(words));
        let around = word.is("clock")
            && is(1, &["the"])
            && (is(2, &["around", "round"]) || is(3, &["round"]));
        let hours = one(Kind::Duration, 24, self.tokens, at..at + 1).filter(|_| around)?;
        let (unit, weight) = (Unit::of_word("hour"), Weight::Light);
        Some((vec![Quantity { unit, weight, ..hours }], at + 1))
    }

    /// "it doubled every decade": 每十年
    fn every_decade(&self, at: usize, word: &Token<'_>) -> Option<Read> {
        let every = word.is("decade")
            && self.before(at, 1).is_some_and(|each| each.is_any(&["every", "each"]));
        let one = one(Kind::Duration, 1, self.tokens, at..at + 1).filter(|_| every)?;
        let (unit, weight) = (Unit::named("decade"), Weight::Light);
        Some((vec![Quantity { unit, weight, ..one }], at + 1))
    }

    /// "over the past century": 过去一百年
    fn past_century(&self, at: usize, word: &Token<'_>) -> Option<Read> {
        let past = word.is("century") && self.before(at, 1).is_some_and(|past| past.is("past"));
        let years = one(Kind::Duration, 1, self.tokens, at..at + 1).filter(|_| past)?;
        let (unit, weight) = (Unit::named("century"), Weight::Light);
        Some((vec![Quantity { unit, weight, ..years }], at + 1))
    }

    /// "fifty-fifty" is a half each.
    fn fifty_fifty(&self, at: usize, word: &Token<'_>) -> Option<Read> {
        if !word.is("fifty") || !hyphen(self.tokens, at + 1) || !self.is(at + 2, "fifty") {
            return None;
        }
        let half = |at: usize| {
            let half = one(Kind::Number, 50, self.tokens, at..at + 1)?;
            Some(Quantity { weight: Weight::Light, ..half })
        };
        Some(([at, at + 2].into_iter().filter_map(half).collect(), at + 3))
    }

    /// Phase III; World War I, where alone the letter is the speaker.
    fn roman(&self, at: usize) -> Option<Read> {
        let numeral = self.token(at)?.text;
        let first = || self.before(at, 1).is_some_and(|war| war.text == "War");
        let value = match roman(numeral).filter(|_| self.is_after_a_name(at)) {
            Some(value) => value,
            None if numeral == "I" && first() => 1,
            None => return None,
        };
        self.in_words(at, 1, (value, Kind::Ordinal, Weight::Medium))
    }

    /// twenty-first
    fn twenty_first(&self, at: usize) -> Option<Read> {
        let tens = self.token(at)?.known.small().filter(|tens| *tens >= 20)?;
        let last = self.token(at + 2).filter(|_| hyphen(self.tokens, at + 1))?;
        let ones = last.known.ordinal().filter(|ones| *ones < 10 && !last.text.ends_with('s'))?;
        let century = self.is(at + 3 + usize::from(hyphen(self.tokens, at + 3)), "century");
        let (kind, weight) = match century {
            true => (Kind::Century, Weight::Full),
            false => (Kind::Ordinal, Weight::Medium),
        };
        self.in_words(at, 3, (tens + ones, kind, weight))
    }

    /// first, second, "the second half"
    fn place(&self, at: usize) -> Option<Read> {
        let value = self.token(at)?.known.ordinal()?;
        // "a second", "for a second", "seconds" are times; "a third of" was read before.
        if value == 2
            && self.before(at, 1).is_some_and(|t| t.is_any(&["a", "per", "every", "split"]))
            && !self.token(at + 1).is_some_and(|t| t.class == Class::Word && t.spaced)
        {
            return None;
        }
        if self.is(at + 1 + usize::from(hyphen(self.tokens, at + 1)), "century") {
            return self.in_words(at, 1, (value, Kind::Century, Weight::Full));
        }
        // "the second half": 下半年.
        if value <= 2 && self.is(at + 1, "half") {
            return self.in_words(at, 2, (value, Kind::Ordinal, Weight::Medium));
        }
        let light = self.is(at + 1, "of") && self.is(at + 2, "all") || value == 1;
        let weight = if light { Weight::Light } else { Weight::Medium };
        self.in_words(at, 1, (value, Kind::Ordinal, weight))
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
