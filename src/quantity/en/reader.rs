//! What all parts of the English reader work on, and the order in which they are asked.

use super::date;
use super::numeral::numeral;
use super::parts::{Counted, Read};
use super::token::{Class, Token};
use crate::quantity::interval::{Interval, product, whole};
use crate::quantity::{Kind, Quantity, Unit, Weight};
use crate::text::Span;

pub(super) struct Reader<'t> {
    pub(super) tokens: &'t [Token<'t>],
}

impl Reader<'_> {
    #[inline]
    pub(super) fn token(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    #[inline]
    pub(super) fn before(&self, at: usize, steps: usize) -> Option<&Token<'_>> {
        self.tokens.get(at.checked_sub(steps)?)
    }

    #[inline]
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.token(at).is_some_and(|token| token.is(word))
    }

    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.token(at).is_some_and(|token| token.is_any(words))
    }

    /// The byte behind the token before `next`.
    pub(super) fn end_before(&self, next: usize) -> Option<usize> {
        self.before(next, 1).map(Token::end)
    }

    /// The quantities that start at token `at` (a date is several), and the token after them.
    pub(super) fn quantity(&self, at: usize) -> Option<Read> {
        let token = self.token(at)?;
        if token.class == Class::Number
            && let Some(read) = self.ages(at).or_else(|| self.day_and_night(at))
        {
            return Some(read);
        }
        // Most articles stand before a noun, and no date or fraction starts there.
        let article = token.class == Class::Word && token.is_any(&["the", "a", "an", "another"]);
        let bare = article && !self.token(at + 1).is_some_and(Token::may_start);
        if bare && token.is("the") {
            return None;
        }
        let part = self.points_and_a_part(at).or_else(|| self.a_part_or_two(at));
        if let Some(read) = part.or_else(|| self.a_few_in(at)) {
            return Some(read);
        }
        if !bare {
            let read = date::read(self.tokens, at).or_else(|| self.word(at));
            if let Some(read) = read.or_else(|| self.fraction(at)) {
                return Some(read);
            }
        }
        // Digits inside a name: GPT-4, H100, '26 is a year and read before.
        if token.class == Class::Number && self.is_in_name(at) {
            return Some((self.group_of_states(at), at + 1));
        }
        let read = self.figures(at).or_else(|| self.height(at)).or_else(|| self.version(at));
        read.or_else(|| self.amount(at))
    }

    /// A numeral at `at`, or a currency sign and a numeral, with the words around it.
    fn amount(&self, at: usize) -> Option<Read> {
        if let Some(price) = self.a_buck_and(at) {
            return Some(self.dressed(at, price, false));
        }
        let (sign, start_at) = self.currency_sign(at);
        let mut first = numeral(self.tokens, start_at)?;
        if let Some(power) = self.times_a_power(&first).filter(|_| sign.is_none()) {
            return Some(self.dressed(at, power, false));
        }
        if let Some(scale) = self.scale_behind_to(at, &first) {
            first.value = first.value.map(|value| product(value, scale))?;
            first.scale = scale;
        }
        if let Some(ends) = self.or_two_of_them(&first) {
            first = ends;
        }
        if sign.is_none() && self.is_second_of_one_or(at) {
            let value = Interval::range(whole(1), first.value.high()?);
            // "a point or two on a benchmark"
            let points = self.before(at, 2).is_some_and(|noun| noun.is("point"));
            let kind = if points { Kind::Percent } else { Kind::Number };
            let counted = first.counting(kind, Weight::Light);
            return Some(self.dressed(at, Counted { value, ..counted }, true));
        }
        if let Some(ordinal) = self.ordinal_suffix(start_at, &first) {
            return Some(self.dressed(at, ordinal, first.approximate));
        }
        if let Some(ordinal) = self.ordinal_words(&first) {
            return Some(self.dressed(at, ordinal, false));
        }
        let power = self.raised(&first).or_else(|| self.doublings(&first));
        if let Some(power) = power.filter(|_| sign.is_none()) {
            return Some(self.dressed(at, power, false));
        }
        let own = self.counted(&first, sign);
        let mut counted = self.range(start_at, &first, own.as_ref(), sign).or(own)?;
        if self.is_part_of_a_month(at, &counted) {
            counted.weight = Weight::Light;
        }
        // "our one and only teacher"
        let only = self.is(counted.next, "and") && self.is(counted.next + 1, "only");
        if (first.article || only && first.value.is_one()) && counted.kind == Kind::Number {
            return None;
        }
        Some(self.dressed(at, counted, first.approximate))
    }

    /// "the last ten days of the month": 下旬
    fn is_part_of_a_month(&self, at: usize, counted: &Counted) -> bool {
        counted.kind == Kind::Duration
            && counted.value == Interval::point(whole(10))
            && self.is(counted.next, "of")
            && self.before(at, 1).is_some_and(|t| t.is_any(&["first", "middle", "last", "final"]))
    }

    /// "over-65s", "under-5s": people from that age on, or below it.
    fn ages(&self, at: usize) -> Option<Read> {
        let glued = |at: usize, text: &str| {
            self.token(at).is_some_and(|token| !token.spaced && token.text == text)
        };
        let side = self.before(at, 2)?;
        if !glued(at, self.token(at)?.text) || !glued(at - 1, "-") {
            return None;
        }
        let (age, last) = match self.token(at)?.known.decade() {
            // "the under-thirties"
            Some(age) => (whole(age), at),
            None => (numeral(self.tokens, at)?.value.low().filter(|_| glued(at + 1, "s"))?, at + 1),
        };
        let value = match () {
            () if side.is("over") => Interval::at_least(age),
            () if side.is("under") => Interval::at_most(age),
            () => return None,
        };
        let (kind, unit, weight) = (Kind::Duration, Unit::named("year"), Weight::Full);
        let span = Span::at(self.token(at)?.start..self.token(last)?.end());
        Some((vec![Quantity { span, value, kind, unit, approximate: false, weight }], last + 1))
    }

    /// "24/7", which the other side may say without a number: 全天候.
    fn day_and_night(&self, at: usize) -> Option<Read> {
        let parts = [at, at + 1, at + 2].map(|at| self.token(at).map(|token| token.text));
        if parts != [Some("24"), Some("/"), Some("7")] {
            return None;
        }
        let part = |at: usize, value, unit| {
            let token = self.token(at)?;
            let span = Span::at(token.start..token.end());
            let (kind, unit, weight) = (Kind::Duration, Unit::named(unit), Weight::Light);
            let value = Interval::point(whole(value));
            Some(Quantity { span, value, kind, unit, approximate: false, weight })
        };
        Some((vec![part(at, 24, "hour")?, part(at + 2, 7, "day")?], at + 3))
    }

    /// Whether a letter or a hyphen after a letter stands right before the digits at `at`.
    pub(super) fn is_in_name(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let glued = |index: usize| self.token(index).is_some_and(|token| !token.spaced);
        let Some(before) = self.before(at, 1).filter(|_| !token.spaced) else { return false };
        match before.class {
            Class::Word => {
                !before.is_any(&["usd", "us", "eur", "rmb", "cny", "gbp", "jpy", "mid", "x"])
            }
            Class::Sign if matches!(before.text, "-" | "‑") => {
                glued(at - 1)
                    && self.before(at, 2).is_some_and(|word| {
                        word.class == Class::Word
                            && word.known.small().is_none()
                            && !word.is_any(&["mid", "magnitude", "category", "force", "level"])
                    })
            }
            Class::Sign => before.text == "_" || before.text == "#",
            Class::Number => true,
        }
    }
}
