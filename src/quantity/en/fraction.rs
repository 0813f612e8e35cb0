//! Fractions: "a third", "two thirds", "forty-two and a third", "half an hour", 1/3.

use super::known::{Known, denominator};
use super::numeral::numeral;
use super::parts::{Counted, Numeral, Parts, Read};
use super::reader::Reader;
use super::token::{Class, hyphen};
use crate::quantity::digits;
use crate::quantity::interval::{Interval, Value, power_of_ten, product, sum, whole};
use crate::quantity::{Kind, Unit, Weight};

impl Reader<'_> {
    /// The fraction that starts at token `at`.
    pub(super) fn fraction(&self, at: usize) -> Option<Read> {
        if self.is(at, "half") {
            return self.half(at);
        }
        // "the quarter-point cut"
        if self.is(at, "quarter") && hyphen(self.tokens, at + 1) && self.is(at + 2, "point") {
            let part = Parts { value: Value::new(1, 4), next: at + 3, weight: Weight::Medium };
            return self.made(at, part, Kind::Percent, None);
        }
        // "every quarter of an hour"
        let of_an_hour = |at: usize| {
            self.is(at, "quarter")
                && self.is(at + 1, "of")
                && self.is(at + 2, "an")
                && self.is(at + 3, "hour")
        };
        if of_an_hour(at) && !self.before(at, 1).is_some_and(|t| t.is_any(&["a", "one"])) {
            let part = Parts { value: whole(15), next: at + 4, weight: Weight::Medium };
            return self.made(at, part, Kind::Duration, Unit::named("minute"));
        }
        // "The other quarter held out."
        if self.is(at, "quarter")
            && self.before(at, 1).is_some_and(|t| t.is_any(&["other", "remaining"]))
        {
            let part = Parts { value: Value::new(1, 4), next: at + 1, weight: Weight::Light };
            return self.made(at, part, Kind::Fraction, None);
        }
        // "just past the quarter mark"
        if self.is(at, "quarter") && self.is(at + 1, "mark") {
            let part = Parts { value: Value::new(1, 4), next: at + 2, weight: Weight::Light };
            return self.made(at, part, Kind::Fraction, None);
        }
        if let Some(read) = self.eighths(at) {
            return Some(read);
        }
        if let Some(read) = self.slash(at) {
            return read;
        }
        if let Some(mixed) = self.mixed(at) {
            // "five and seven-eighths percent"
            if self.is_any(mixed.next, &["percent", "%"]) {
                let mixed = Parts { next: mixed.next + 1, ..mixed };
                return self.made(at, mixed, Kind::Percent, None);
            }
            // "two and a quarter years"
            let unit = self.token(mixed.next).and_then(|unit| Unit::of_any_case(unit.text));
            if let Some(unit) = unit.filter(|unit| unit.kind() == Kind::Duration) {
                let mixed = Parts { next: mixed.next + 1, ..mixed };
                return self.made(at, mixed, Kind::Duration, Some(unit));
            }
            return self.made(at, mixed, Kind::Number, None);
        }
        let Some(parts) = self.parts(at) else {
            if let Some(read) = self.one_in_so_many_or_more(at).or_else(|| self.between_shares(at))
            {
                return Some(read);
            }
            return self.made(at, self.ratio(at)?, Kind::Fraction, None);
        };
        match self.whole_of(parts.next, parts.value.denom() == &4) {
            Some((kind, unit, by, next)) => {
                let value = product(parts.value, by)?;
                let weight = Weight::Medium;
                self.made(at, Parts { value, next, weight }, kind, unit)
            }
            None => self.made(at, parts, Kind::Fraction, None),
        }
    }

    /// "a point and a half"
    pub(super) fn points_and_a_part(&self, at: usize) -> Option<Read> {
        if !self.is_any(at, &["a", "one"]) || !self.is(at + 1, "point") {
            return None;
        }
        let (part, next) = self.part_of_one(at + 2)?;
        let value = sum(whole(1), part)?;
        self.made(at, Parts { value, next, weight: Weight::Full }, Kind::Percent, None)
    }

    /// "a tenth or two of a percentage point": one such part to two of them
    pub(super) fn a_part_or_two(&self, at: usize) -> Option<Read> {
        if !(self.is(at, "a") && self.is(at + 2, "or") && self.is(at + 3, "two")) {
            return None;
        }
        let parts = denominator(self.token(at + 1)?.text)?;
        let (kind, unit, by, next) = self.whole_of(at + 4, false)?;
        let end = self.token(next.checked_sub(1)?)?.end();
        let value =
            Interval::range(product(by, Value::new(1, parts))?, product(by, Value::new(2, parts))?);
        let weight = Weight::Full;
        Some(self.dressed(at, Counted { value, kind, unit, next, end, weight }, false))
    }

    pub(super) fn made(
        &self,
        at: usize,
        parts: Parts,
        kind: Kind,
        unit: Option<Unit>,
    ) -> Option<Read> {
        let Parts { value, next, weight } = parts;
        let end = self.token(next.checked_sub(1)?)?.end();
        let counted = Counted { value: Interval::point(value), kind, unit, next, end, weight };
        Some(self.dressed(at, counted, false))
    }

    /// What a part at `at` is of, where that is one unit or one million: "of a century", "a percentage
    /// point", what one of it is, and the token after it. `bare`: a quarter may lack "of a".
    pub(super) fn whole_of(
        &self,
        at: usize,
        bare: bool,
    ) -> Option<(Kind, Option<Unit>, Value, usize)> {
        let of = usize::from(self.is(at, "of"));
        let article = self.token(at + of).is_some_and(|t| t.is_any(&["a", "an", "one"]));
        let direct = bare && (hyphen(self.tokens, at) || self.token(at).is_some_and(|t| t.spaced));
        if !(article || direct && of == 0) {
            return None;
        }
        let at = at + of + usize::from(article) + usize::from(hyphen(self.tokens, at));
        let word = self.token(at).filter(|word| word.class == Class::Word)?;
        if word.is("percent") {
            return Some((Kind::Percent, None, whole(1), at + 1));
        }
        // "raised rates by a quarter point"
        if bare && word.is("point") {
            return Some((Kind::Percent, None, whole(1), at + 1));
        }
        // "three-tenths of a point"
        if article && of == 1 && word.is("point") && !bare {
            return Some((Kind::Percent, None, whole(1), at + 1));
        }
        if word.is("percentage") && self.is(at + 1, "point") {
            return Some((Kind::Percent, None, whole(1), at + 2));
        }
        if let Some(exponent) = word.known.scale().filter(|_| article && of == 1) {
            return Some((Kind::Number, None, power_of_ten(exponent)?, at + 1));
        }
        let unit = Unit::of_any_case(word.text)?;
        let kind = unit.kind();
        Some((kind, Some(unit), whole(1), at + 1))
    }

    /// "5-1/4 to 5-1/2 percent", as central banks write a range of rates, and "5-1/4 percent".
    fn eighths(&self, at: usize) -> Option<Read> {
        let (low, next) = self.whole_and_eighths(at)?;
        let to = self.is(next, "to").then(|| self.whole_and_eighths(next + 1)).flatten();
        let (value, next) = match to {
            Some((high, next)) if high > low => (Interval::range(low, high), next),
            _ => (Interval::point(low), next),
        };
        let percent = self.is_any(next, &["percent", "%"]);
        let (kind, next) = if percent { (Kind::Percent, next + 1) } else { (Kind::Number, next) };
        let end = self.token(next.checked_sub(1)?)?.end();
        let (unit, weight) = (None, Weight::Full);
        Some(self.dressed(at, Counted { value, kind, unit, next, end, weight }, false))
    }

    /// 5-1/4, and the token behind it.
    fn whole_and_eighths(&self, at: usize) -> Option<(Value, usize)> {
        let digits = |at: usize, spaced: bool| {
            let token = self.token(at).filter(|token| token.class == Class::Number)?;
            let (value, _) = digits::number(token.text)?;
            (spaced || !token.spaced).then_some(value).filter(Value::is_integer)
        };
        let (all, top) = (digits(at, true)?, digits(at + 2, false)?);
        if !hyphen(self.tokens, at + 1) || !self.is(at + 3, "/") {
            return None;
        }
        let bottom = digits(at + 4, false)
            .filter(|bottom| [2, 4, 8, 16, 32].iter().any(|part| *bottom == whole(*part)))?;
        (top < bottom).then(|| Some((sum(all, top / bottom)?, at + 5))).flatten()
    }

    /// 1/3. Something else with a slash, as 50/50, is no fraction, which is the inner nothing.
    fn slash(&self, at: usize) -> Option<Option<Read>> {
        let token = self.token(at).filter(|token| token.class == Class::Number)?;
        if !self.is(at + 1, "/") || self.is_in_name(at) {
            return None;
        }
        let second = self.token(at + 2).filter(|t| t.class == Class::Number && !t.spaced)?;
        // A day that became a name, and how well eyes see.
        if matches!((token.text, second.text), ("9", "11") | ("20", "20")) {
            return Some(Some((Vec::new(), at + 3)));
        }
        let (top, _) = digits::number(token.text)?;
        let (bottom, _) = digits::number(second.text)?;
        let small = bottom > whole(1) && bottom <= whole(100) && top > Value::ZERO;
        let proper = small && top < bottom && !self.is(at + 3, "/");
        Some(proper.then_some(()).and_then(|()| {
            let parts = Parts { value: top / bottom, next: at + 3, weight: Weight::Medium };
            self.made(at, parts, Kind::Fraction, None)
        }))
    }

    /// "forty-two and a third", "one hundred and three quarters", "five billion and three quarters".
    fn mixed(&self, at: usize) -> Option<Parts> {
        let greedy =
            numeral(self.tokens, at).filter(|first| !first.article && !first.approximate)?;
        // "one hundred and three quarters" was read as 103 at first.
        let last_and = (at..greedy.next).rev().find(|index| self.is(*index, "and"));
        let shorter = || {
            let limit = last_and?;
            numeral(&self.tokens[..limit], at).filter(|first| first.next == limit)
        };
        let first = if self.is(greedy.next, "and") { greedy } else { shorter()? };
        let parts = self.parts(first.next + 1)?;
        let value =
            first.value.low().filter(|value| first.value.is_point() && value.is_integer())?;
        if parts.value >= whole(1) {
            return None;
        }
        // A fraction behind a million or a billion is one of those.
        let of = if first.scale >= whole(1_000_000) { first.scale } else { whole(1) };
        let value = sum(value, product(parts.value, of)?)?;
        Some(Parts { value, next: parts.next, weight: Weight::Full })
    }

    /// "a third", "two thirds", "five-eighths", "three twenty-firsts".
    fn parts(&self, at: usize) -> Option<Parts> {
        let greedy = numeral(self.tokens, at).filter(|first| first.value.is_point())?;
        let shorter = self.without_last_ten(at, &greedy);
        let first = shorter.unwrap_or(greedy);
        let spaced = self.token(first.next).is_some_and(|sign| matches!(sign.text, "-" | "–"));
        let joint = usize::from(hyphen(self.tokens, first.next) || spaced);
        let (bottom, next) = self.denominator_at(first.next + joint)?;
        let word = self.token(next - 1)?;
        let singular = first.article || first.value.is_one();
        // "the third", "a second": ordinals; "a third of" and "two thirds": shares.
        let plural = word.text.ends_with(['s', 'S']);
        let share =
            (!singular && plural) || (singular && !plural && bottom > 2 && !first.in_digits);
        if !share || first.in_digits && joint == 1 {
            return None;
        }
        // "the two halves" are two.
        if bottom == 2 && first.value == Interval::point(whole(2)) {
            return Some(Parts { value: whole(2), next, weight: Weight::Medium });
        }
        // "a nineteenth-century replacement", "a third-class ticket"
        const OF_A_KIND: &[&str] =
            &["century", "class", "rate", "party", "generation", "degree", "grade", "year"];
        if hyphen(self.tokens, next) && self.is_any(next + 1, OF_A_KIND) {
            return None;
        }
        if bottom == 4 && self.token(next).is_some_and(|t| t.is_any(&["to", "past"])) {
            return None;
        }
        // "a third country" is one more country.
        let goes_on = self.token(next).is_some_and(|t| {
            t.class == Class::Word
                && t.spaced
                && !t.is_any(&[
                    "of", "the", "is", "and", "or", "to", "from", "in", "by", "as", "than", "at",
                    "on", "with", "were", "are", "was", "have", "has", "had", "who", "said", "say",
                    "will", "would", "can", "this", "over", "since", "during", "between", "for",
                    "off", "less", "more", "each", "that", "but", "while", "when", "if", "because",
                ])
        });
        // "the first three quarters" are of a year.
        let of_a_year = bottom == 4
            && !singular
            && self.before(at, 1).is_some_and(|t| {
                t.is_any(&["first", "last", "past", "next", "previous", "these", "consecutive"])
            });
        // "two quarters", "six quarters in a row"
        let several = bottom == 4 && !singular && first.value.low() != Some(whole(3));
        if of_a_year || several {
            return None;
        }
        // "a quarter million" is a numeral.
        let scaled = self.token(next).is_some_and(|t| t.known.scale().is_some());
        // "a one-third stake", "one third weren't"
        let counted = self.is(at, "one") && joint == 1
            || self.is(at, "one")
                && self
                    .token(next)
                    .is_none_or(|t| t.text.ends_with("n't") || t.text.ends_with("n’t"));
        if scaled || singular && bottom != 4 && goes_on && !counted {
            return None;
        }
        let of = self.is(next, "of");
        // "One with a lid, another without, a third with two"
        if singular && bottom == 3 && !of && self.is_in_a_list(at) {
            return None;
        }
        // "cut by a quarter"
        let by = self.before(at, 1).is_some_and(|word| word.is("by"));
        let weight = match bottom == 4 && singular {
            true if of || by => Weight::Medium,
            true => Weight::Light,
            false => Weight::Full,
        };
        Some(Parts { value: first.value.low()? / whole(bottom), next, weight })
    }

    /// Whether two things were named before what stands at `at`, which may be the third.
    fn is_in_a_list(&self, at: usize) -> bool {
        const NEAR: usize = 30;
        (1..=NEAR.min(at)).any(|steps| {
            self.before(at, steps).is_some_and(|word| word.is_any(&["another", "second"]))
        })
    }

    /// "one hundred" of "one hundred thirty fifths", whose "thirty" belongs to what follows, and "one" of "one
    /// hundred-thousandth".
    fn without_last_ten(&self, at: usize, greedy: &Numeral) -> Option<Numeral> {
        let last = greedy.next.checked_sub(1).filter(|last| *last > at)?;
        let before = || numeral(&self.tokens[..last], at).filter(|first| first.next == last);
        let thousandth = self.token(greedy.next + 1).and_then(|word| denominator(word.text));
        if self.token(last).is_some_and(|word| word.is_any(&["ten", "hundred"]))
            && hyphen(self.tokens, greedy.next)
            && thousandth.is_some_and(|thousandth| thousandth >= 1000)
        {
            return before();
        }
        let tens = self.token(last).and_then(|word| word.known.small()).filter(|ten| *ten >= 20);
        let joint = usize::from(hyphen(self.tokens, greedy.next));
        let unit = self.token(greedy.next + joint).filter(|word| word.text.ends_with('s'));
        let ones = unit.and_then(|word| denominator(word.text)).filter(|ones| *ones < 10);
        tens.and(ones)?;
        before()
    }

    /// The denominator at token `at` and the token after it: thirds, twenty-firsts, hundred fifth.
    fn denominator_at(&self, at: usize) -> Option<(i128, usize)> {
        let singular = |word: &str| Known::of(word.strip_suffix('s').unwrap_or(word)).ordinal();
        let compound = |at: usize| {
            let tens = self.token(at)?.known.small().filter(|tens| *tens >= 20)?;
            let joint = usize::from(hyphen(self.tokens, at + 1));
            let ones = singular(self.token(at + 1 + joint)?.text).filter(|ones| *ones < 10)?;
            Some((tens + ones, at + 2 + joint))
        };
        // ten-thousandth, hundred-thousandth
        let tens = self.token(at).and_then(|word| match () {
            () if word.is("ten") => Some(10),
            () if word.is("hundred") => Some(100),
            // twenty-thousandth
            () => word.known.small().filter(|tens| *tens >= 20 && tens % 10 == 0),
        });
        // five-hundredth
        let hundreds = || {
            let small = self.token(at)?.known.small().filter(|small| (2..=9).contains(small))?;
            let joined = hyphen(self.tokens, at + 1);
            let hundredth = self.token(at + 2).filter(|_| joined)?;
            (singular(hundredth.text) == Some(100)).then_some((small * 100, at + 3))
        };
        if let Some(found) = hundreds() {
            return Some(found);
        }
        let joint = usize::from(hyphen(self.tokens, at + 1));
        let thousands = self.token(at + 1 + joint).and_then(|word| singular(word.text));
        if let (Some(tens), Some(thousands)) = (tens, thousands.filter(|ordinal| *ordinal >= 1000))
        {
            return Some((tens * thousands, at + 2 + joint));
        }
        let after_one = at + usize::from(self.is(at, "one"));
        if self.is(after_one, "hundred") {
            let at = after_one + 1 + usize::from(self.is(after_one + 1, "and"));
            let ones = || Some((singular(self.token(at)?.text)?, at + 1));
            let (more, next) = compound(at).or_else(ones)?;
            return Some((100 + more, next));
        }
        compound(at).or_else(|| Some((denominator(self.token(at)?.text)?, at + 1)))
    }
}
