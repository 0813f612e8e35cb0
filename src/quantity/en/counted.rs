//! What a numeral counts, by what stands behind it.

use super::parts::{Counted, Numeral};
use super::reader::Reader;
use super::token::{Class, hyphen};
use crate::quantity::interval::{Interval, Value, product, whole};
use crate::quantity::{Kind, Unit, Weight};

/// Words that go on behind an amount.
/// What may stand behind "thirty grand", which is a piano otherwise.
const GRAND: &[&str] =
    &["US", "USD", "in", "on", "for", "from", "a", "per", "each", "by", "at", "that"];

const JOINTS: &[&str] =
    &["a", "an", "the", "and", "for", "in", "on", "to", "at", "or", "with", "per", "each", "by"];

impl Reader<'_> {
    /// What a numeral counts, by what stands behind it.
    pub(super) fn counted(&self, first: &Numeral, sign: Option<Unit>) -> Option<Counted> {
        let value = first.value;
        let at = first.next;
        let make = |kind, unit, next: usize, end, weight| {
            Some(Counted { value, kind, unit, next, end, weight })
        };
        if let Some(unit) = sign {
            let mut end = first.end;
            let mut next = at;
            if self.token(at).is_some_and(|t| t.is_any(&["dollars", "dollar"])) {
                end = self.token(at)?.end();
                next += 1;
            }
            return make(Kind::Money, Some(unit), next, end, Weight::Full);
        }
        let token = self.token(at);
        let glued = token.is_some_and(|token| !token.spaced);
        // 5%, five percent, 3 percentage points
        if let Some(token) = token {
            if token.text == "%" || token.text == "％" {
                return make(Kind::Percent, None, at + 1, token.end(), Weight::Full);
            }
            if token.is("percent") || token.is("pct") {
                return make(Kind::Percent, None, at + 1, token.end(), Weight::Full);
            }
            if token.is("per") && self.is(at + 1, "cent") {
                return make(Kind::Percent, None, at + 2, self.token(at + 1)?.end(), Weight::Full);
            }
            // "thirty cents on the dollar"
            let on_the_dollar = ["on", "the", "dollar"];
            if token.is("cents") && (1..).zip(on_the_dollar).all(|(step, w)| self.is(at + step, w))
            {
                let end = self.token(at + 3)?.end();
                return make(Kind::Percent, None, at + 4, end, Weight::Medium);
            }
            if token.is("percentage")
                && self.token(at + 1).is_some_and(|w| w.is_any(&["point", "points"]))
            {
                // "a few hundredths of a percentage point"
                let weight = if first.article { Weight::Medium } else { Weight::Full };
                return make(Kind::Percent, None, at + 2, self.token(at + 1)?.end(), weight);
            }
            // 10x, 3x-ing, tenfold, ten times
            let x = token.is("x") || token.text == "×";
            if x && first.in_digits && (glued || token.text == "×") {
                return make(Kind::Multiple, None, at + 1, token.end(), Weight::Full);
            }
            if token.is("fold") && glued || token.is("times") && !first.article && !value.is_one() {
                let many = value.low().is_some_and(|times| times > whole(12));
                let weight = if many { Weight::Full } else { Weight::Medium };
                return make(Kind::Multiple, None, at + 1, token.end(), weight);
            }
        }
        // "thirty grand"
        if token.is_some_and(|token| token.is("grand"))
            && !first.article
            && !self.token(at + 1).is_some_and(|next| {
                next.class == Class::Word && !next.is_any(JOINTS) && !next.is_any(GRAND)
            })
        {
            let value = value.map(|value| product(value, whole(1000)))?;
            let (kind, end) = (Kind::Number, token?.end());
            return Some(Counted {
                value,
                kind,
                unit: None,
                next: at + 1,
                end,
                weight: Weight::Full,
            });
        }
        let joint = usize::from(hyphen(self.tokens, at));
        if joint == 1 && (self.is(at + 1, "fold") || (self.is(at + 1, "x"))) {
            return make(Kind::Multiple, None, at + 2, self.token(at + 1)?.end(), Weight::Full);
        }
        if let Some(counted) = self.with_unit(first, at + joint) {
            return Some(counted);
        }
        // three straight months, two more years
        let between = [
            "straight",
            "consecutive",
            "full",
            "whole",
            "solid",
            "successive",
            "more",
            "extra",
            "additional",
            "further",
        ];
        if self.token(at).is_some_and(|word| word.spaced && word.is_any(&between))
            && !hyphen(self.tokens, at + 2)
            && let Some(counted) = self.with_unit(first, at + 1)
        {
            return Some(counted);
        }
        // four nines: 99.99 percent
        if let Some(share) = token.filter(|token| token.is("nines")).and_then(|_| value.nines()) {
            let (next, end) = (at + 1, token?.end());
            return Some(Counted {
                value: share,
                kind: Kind::Percent,
                unit: None,
                next,
                end,
                weight: Weight::Full,
            });
        }
        // A bare four-digit number is a year.
        let digits_alone = first.in_digits
            && first.scale == whole(1)
            && self
                .token(at - 1)
                .is_some_and(|t| t.text.len() == 4 && !t.text.contains(['.', ',']));
        let plural = token.is_some_and(|token| glued && token.is("s"));
        if digits_alone && value.low().is_some_and(|v| (whole(1000)..whole(2100)).contains(&v)) {
            // "series # 1860s" is a model.
            let model = self.before(at, 2).is_some_and(|t| t.text == "#");
            if model {
                return None;
            }
            if plural {
                return make(Kind::Decade, None, at + 1, token?.end(), Weight::Full);
            }
            if value.low().is_some_and(|v| v >= whole(1800)) && !self.counts_things(at) {
                return make(Kind::Year, None, at, first.end, Weight::Full);
            }
        }
        if token.is_some_and(|t| {
            glued && t.class == Class::Word && first.in_digits && first.scale == whole(1)
        }) {
            // 4o, 3D: a name.
            return None;
        }
        // "number 1", "Table 2": a label.
        let label = [
            "number", "no", "series", "chapter", "section", "table", "figure", "part", "step",
            "level", "phase", "question", "type", "version",
        ];
        if self.is_label(first) {
            return make(Kind::Ordinal, None, at, first.end, Weight::Medium);
        }
        let labelled = self.before(at, 2).is_some_and(|t| t.is_any(&label) || t.text == "#");
        // "a million things to do"
        let manner = first.scale >= whole(1_000_000)
            && first
                .next
                .checked_sub(2)
                .and_then(|at| self.token(at))
                .is_some_and(|word| word.is("a"))
            && token.is_some_and(|word| {
                word.is_any(&["things", "reasons", "questions", "ways", "times"])
            });
        let weight = match () {
            () if first.article || manner => Weight::Light,
            () if labelled && first.in_digits => Weight::Medium,
            () if self.is_of_a_rule(at) => Weight::Light,
            () if (value.is_one() || value == Interval::point(Value::ZERO)) && !first.in_digits => {
                Weight::Light
            }
            () if value == Interval::point(Value::ZERO) => Weight::Light,
            () if first.approximate && first.scale == whole(1) => Weight::Light,
            () if first.approximate => Weight::Medium,
            () if !first.in_digits && value.high().is_some_and(|high| high <= whole(12)) => {
                Weight::Medium
            }
            () => Weight::Full,
        };
        make(Kind::Number, None, at, first.end, weight)
    }

    /// Whether the number before token `at` is one of those that a rule is called by: the 80/20 rule.
    fn is_of_a_rule(&self, at: usize) -> bool {
        let named = |at: usize| {
            self.token(at).is_some_and(|word| word.is_any(&["rule", "principle", "split", "law"]))
        };
        let slash =
            |at: usize| self.token(at).is_some_and(|sign| matches!(sign.text, "/" | "-" | ":"));
        let first = slash(at) && named(at + 2);
        first || named(at) && at.checked_sub(2).is_some_and(slash)
    }

    /// Whether the token at `at` is a plural noun that a number counts: "2000 people".
    pub(super) fn counts_things(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| {
            t.class == Class::Word
                && t.spaced
                && (t.is("people")
                    || (t.text.len() > 3 && t.text.ends_with('s') && !t.is("was") && !t.is("this")))
        })
    }

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
