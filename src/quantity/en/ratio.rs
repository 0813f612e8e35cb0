//! Shares as one number in another: "one in five", "three out of four", "3 per 1,000", "three times in a hundred
//! thousand".

use super::numeral::numeral;
use super::parts::{Counted, Numeral, Parts, Read};
use super::reader::Reader;
use super::token::{Class, Token, hyphen};
use crate::quantity::interval::{Interval, Value, power_of_ten, whole};
use crate::quantity::{Kind, Unit, Weight};

impl Reader<'_> {
    /// "one in six or seven": between a seventh and a sixth.
    pub(super) fn one_in_so_many_or_more(&self, at: usize) -> Option<Read> {
        let is_one = self.token(at).is_some_and(|one| one.is("one") || one.text == "1");
        if !is_one || !self.is(at + 1, "in") {
            return None;
        }
        let first = numeral(self.tokens, at).filter(|first| first.next == at + 1)?;
        let low = numeral(self.tokens, first.next + 1)?;
        let high = numeral(self.tokens, low.next + 1).filter(|_| self.is(low.next, "or"))?;
        let (few, many) = (low.value.exact()?, high.value.exact()?);
        if few < whole(2) || many <= few {
            return None;
        }
        let value = Interval::range(many.recip(), few.recip());
        let (next, end, weight) = (high.next, high.end, Weight::Medium);
        let counted = Counted { value, kind: Kind::Fraction, unit: None, next, end, weight };
        Some(self.dressed(at, counted, false))
    }

    /// "a few in a hundred thousand".
    pub(super) fn a_few_in(&self, at: usize) -> Option<Read> {
        if !(self.is(at, "a") && self.is(at + 1, "few") && self.is(at + 2, "in")) {
            return None;
        }
        let bottom = numeral(self.tokens, at + 3)?;
        let all = bottom.value.exact().filter(|all| *all >= whole(1000) && all.is_integer())?;
        let value = Interval::range(whole(2) / all, whole(9) / all);
        let (kind, next, end, weight) = (Kind::Fraction, bottom.next, bottom.end, Weight::Medium);
        Some(self.dressed(at, Counted { value, kind, unit: None, next, end, weight }, true))
    }

    /// "between 1 and 10 in every 100", "between 1 in 100 and 1 in 10".
    pub(super) fn between_shares(&self, at: usize) -> Option<Read> {
        if !self.before(at, 1).is_some_and(|word| word.is("between")) {
            return None;
        }
        // Parts of what people count; far larger numbers would not fit either.
        const MOST: i128 = 1_000_000_000_000;
        let exact = |numeral: &Numeral| {
            let value = numeral.value.exact().filter(|value| value.is_integer())?;
            (!numeral.article && value <= whole(MOST)).then_some(value)
        };
        let of = |at: usize| {
            let at = at + usize::from(self.is_any(at, &["every", "each"]));
            let bottom = numeral(self.tokens, at)?;
            Some((exact(&bottom).filter(|bottom| *bottom >= whole(10))?, bottom.next, bottom.end))
        };
        let first = numeral(self.tokens, at)?;
        let one_share = |top: &Numeral| {
            let (bottom, next, end) = of(self.is(top.next, "in").then_some(top.next + 1)?)?;
            Some((exact(top)? / bottom, next, end))
        };
        let (low, high, next, end) = if self.is(first.next, "and") {
            let second = numeral(self.tokens, first.next + 1)?;
            let (bottom, next, end) = of(self.is(second.next, "in").then_some(second.next + 1)?)?;
            (exact(&first)? / bottom, exact(&second)? / bottom, next, end)
        } else {
            let (low, behind, _) = one_share(&first)?;
            let second = numeral(self.tokens, self.is(behind, "and").then_some(behind + 1)?)?;
            let (high, next, end) = one_share(&second)?;
            (low, high, next, end)
        };
        let value = (low < high && high <= whole(1)).then(|| Interval::range(low, high))?;
        let (kind, weight) = (Kind::Fraction, Weight::Full);
        Some(self.dressed(at, Counted { value, kind, unit: None, next, end, weight }, false))
    }

    /// "one European in three".
    fn one_thing_in(&self, first: &Numeral) -> Option<Parts> {
        let noun =
            self.token(first.next).filter(|noun| noun.class == Class::Word && noun.spaced)?;
        let one = first.value.is_one() && !first.article && !first.in_digits;
        if !one || noun.is("in") || !self.is(first.next + 1, "in") {
            return None;
        }
        let second = numeral(self.tokens, first.next + 2).filter(|second| !second.article)?;
        let several = second
            .value
            .low()
            .filter(|low| second.value.is_point() && (whole(2)..=whole(1000)).contains(low))?;
        let ends = self.token(second.next).is_none_or(|next| {
            next.class == Class::Sign
                || next.is_any(&[
                    "in", "is", "was", "has", "had", "of", "and", "who", "that", "at", "on",
                    "really", "actually", "still", "now", "will", "would", "can", "does", "gets",
                ])
        });
        ends.then(|| Parts { value: several.recip(), next: second.next, weight: Weight::Medium })
    }

    /// Whether money was said not long before token `at` for as many as stand at `per`: "three dollars per million input
    /// tokens and fifteen per million output".
    fn is_priced_so(&self, at: usize, per: usize) -> bool {
        // Tokens of a few paragraphs. Every number asks, so that a text is not to be gone through for each.
        const REACH: usize = 500;
        let Some(scale) = self.token(per).and_then(|word| word.known.scale()) else { return false };
        let is_money = |word: &Token<'_>| {
            Unit::of_any_case(word.text).is_some_and(|unit| unit.kind() == Kind::Money)
        };
        let is_sign = |sign: &Token<'_>| matches!(sign.text, "$" | "€" | "£");
        let priced = |joint: usize| {
            self.is(joint, "per")
                && self.token(joint + 1).is_some_and(|word| word.known.scale() == Some(scale))
                && (self.before(joint, 1).is_some_and(is_money)
                    || self.before(joint, 2).is_some_and(is_sign))
        };
        (at.saturating_sub(REACH)..at).any(priced)
    }

    /// "one over three", "one in five", "three out of four", "3 per 1,000", "five in a thousand".
    pub(super) fn ratio(&self, at: usize) -> Option<Parts> {
        let counts = |numeral: &Numeral| {
            let value = numeral.value.low().filter(|value| {
                numeral.value.is_point() && value.is_integer() && *value <= whole(1_000_000_000_000)
            });
            value.filter(|_| !numeral.article && !numeral.approximate)
        };
        let first = numeral(self.tokens, at)?;
        if let Some(parts) = self.one_thing_in(&first) {
            return Some(parts);
        }
        // "seven chances in ten", "three times in a hundred thousand"
        const CASES: &[&str] = &["chance", "chances", "part", "parts", "time", "times"];
        let mut first = first;
        let times = self.is_any(first.next, &["time", "times"]);
        first.next += usize::from(self.is_any(first.next, CASES));
        // "seven dollars in every ten"; of "one in every twelve" Chinese says both.
        let every = usize::from(
            self.is(first.next + 1, "in")
                && self.is(first.next + 2, "every")
                && self.is_any(first.next + 3, &["ten", "10", "hundred", "100"]),
        );
        first.next += every;
        // "a one-in-five chance"
        let joined = usize::from(hyphen(self.tokens, first.next));
        let joint = self.token(first.next + joined)?;
        let out_of = joint.is("out") && self.is(first.next + joined + 1, "of");
        let per = joint.is("per");
        if per && self.is_priced_so(at, first.next + 1) {
            return None;
        }
        if !(joint.is_any(&["over", "in"]) || out_of || per) {
            return None;
        }
        let second_at = first.next + 1 + 2 * joined + usize::from(out_of) + every;
        if joined > 0 && !hyphen(self.tokens, first.next + 2) {
            return None;
        }
        let bare = self.token(second_at).and_then(|word| power_of_ten(word.known.scale()?));
        // "one in a hundred" is mostly a manner of speaking.
        let article = self.token(second_at).is_some_and(|word| word.is("a"));
        let (bottom, next) = match bare.filter(|_| per) {
            Some(bottom) => (bottom, second_at + 1),
            None => {
                let second = numeral(self.tokens, second_at)?;
                (counts(&second)?, second.next)
            }
        };
        let top = counts(&first)?;
        // "nine times out of ten" says how often.
        if times && (bottom < whole(1000) || out_of) {
            return None;
        }
        // "one in five years" says how often.
        let unit = self.token(next).is_some_and(|word| Unit::of_any_case(word.text).is_some());
        let round = bottom >= whole(100) && bottom % whole(100) == Value::ZERO;
        // "seventeen in two million doses" are two numbers.
        let sane = top > Value::ZERO
            && (top == whole(1) || bottom <= whole(1_000_000))
            && top < bottom
            && match joint.text.to_ascii_lowercase().as_str() {
                "over" => bottom <= whole(1000),
                "per" => round,
                _ => round || (top <= whole(10) && bottom <= whole(1000)),
            };
        let weight = if round && !article { Weight::Full } else { Weight::Medium };
        (sane && !unit).then(|| Parts { value: top / bottom, next, weight })
    }
}
