//! English numbers that are told by their shape or by the words around them: "double digits", 5'9", 2.3.1, G20, "ten to
//! the twelfth power".

use super::numeral::numeral;
use super::parts::{Counted, Numeral, Read};
use super::reader::Reader;
use super::token::{Class, hyphen};
use crate::quantity::digits;
use crate::quantity::interval::{Interval, Value, doubled, power_of_ten, product, sum, whole};
use crate::quantity::{GROUPS_OF_STATES, Kind, Quantity, Unit, Weight};
use crate::text::Span;

impl Reader<'_> {
    /// The scale that "from 7 to 8 billion" says once.
    pub(super) fn scale_behind_to(&self, at: usize, first: &Numeral) -> Option<Value> {
        let from = self.before(at, 1).is_some_and(|before| before.is("from"));
        let to = first.in_digits && first.scale == whole(1) && self.is(first.next, "to");
        let second = numeral(self.tokens, first.next + 1).filter(|_| from && to)?;
        let raw = second.value.high()? / second.scale;
        (second.scale >= whole(1_000_000) && first.value.high()? < product(raw, whole(10))?)
            .then_some(second.scale)
    }

    /// "double digits", "a six-figure sum": all numbers of so many digits.
    pub(super) fn figures(&self, at: usize) -> Option<Read> {
        let token = self.token(at)?;
        let next = at + 1 + usize::from(hyphen(self.tokens, at + 1));
        let word = self.token(next)?;
        let count = match () {
            () if token.is("single") => 1,
            () if token.is("double") => 2,
            () if token.is("triple") => 3,
            () => u32::try_from(token.known.small()?).ok()?,
        };
        // "two figures" are drawings.
        let sum = word.is_any(&["figure", "figures"]) && (next > at + 1 || count > 4);
        let counts = sum || word.is_any(&["digit", "digits"]);
        // "the last four digits of the number"
        let places =
            self.before(at, 1).is_some_and(|word| word.is_any(&["last", "first", "final"]));
        if !counts || places && !sum || !(1..=12).contains(&count) {
            return None;
        }
        let quantity = Quantity {
            span: Span::at(token.start..word.end()),
            value: Interval::range(power_of_ten(count - 1)?, power_of_ten(count)? - whole(1)),
            kind: Kind::Number,
            unit: None,
            approximate: true,
            weight: Weight::Medium,
        };
        Some((vec![quantity], next + 1))
    }

    /// 5'9", somebody's height in feet and inches.
    pub(super) fn height(&self, at: usize) -> Option<Read> {
        let feet = self.token(at).filter(|t| t.class == Class::Number && t.text.len() == 1)?;
        let mark = |at: usize, marks: &[&str]| {
            self.token(at).filter(|sign| !sign.spaced && marks.contains(&sign.text))
        };
        mark(at + 1, &["'", "’", "′"])?;
        let inches = self.token(at + 2).filter(|t| t.class == Class::Number && !t.spaced)?;
        let end = mark(at + 3, &["\"", "”", "″"])?.end();
        let feet_in_inches = product(digits::number(feet.text)?.0, whole(12))?;
        let value = sum(feet_in_inches, digits::number(inches.text)?.0)?;
        let quantity = Quantity {
            span: Span::at(feet.start..end),
            value: Interval::point(value),
            kind: Kind::Measure,
            unit: Unit::named("inch"),
            approximate: false,
            weight: Weight::Full,
        };
        Some((vec![quantity], at + 4))
    }

    /// 2.3.1, of which the first two parts are the value.
    pub(super) fn version(&self, at: usize) -> Option<Read> {
        let token = self.token(at).filter(|t| t.class == Class::Number && t.text.contains('.'))?;
        let goes_on = |at: usize| {
            let point = self.token(at).filter(|point| !point.spaced && point.text == ".")?;
            let part = self.token(at + 1).filter(|part| part.class == Class::Number)?;
            // The last two of four parts look like a decimal: 255.255.255.0.
            let short = part.text.split('.').all(|part| (1..4).contains(&part.len()));
            (!point.spaced && !part.spaced && short).then_some(part)
        };
        let third = goes_on(at + 1)?;
        let (mut end, mut next) = (third.end(), at + 3);
        while let Some(part) = goes_on(next) {
            (end, next) = (part.end(), next + 2);
        }
        let quantity = Quantity {
            span: Span::at(token.start..end),
            value: Interval::point(digits::version(token.text, third.text.split('.').next()?)?),
            kind: Kind::Number,
            unit: None,
            approximate: false,
            weight: Weight::Full,
        };
        Some((vec![quantity], next))
    }

    /// "four doublings", "seven and a half more doublings"
    pub(super) fn doublings(&self, first: &Numeral) -> Option<Counted> {
        let at = first.next + usize::from(self.is_any(first.next, &["more", "further"]));
        let word = self.token(at).filter(|word| word.is_any(&["doubling", "doublings"]))?;
        let value = doubled(first.value.exact()?)?;
        let (kind, next, end) = (Kind::Multiple, at + 1, word.end());
        Some(Counted { value, kind, unit: None, next, end, weight: Weight::Medium })
    }

    /// "10 to the 26th", "ten to the twelfth power".
    pub(super) fn raised(&self, first: &Numeral) -> Option<Counted> {
        let at = first.next;
        if !(self.is(at, "to") && self.is(at + 1, "the")) || first.article {
            return None;
        }
        let exponent = self.token(at + 2)?;
        let (times, next) = match exponent.class {
            Class::Number => {
                let suffix = self.token(at + 3).filter(|suffix| !suffix.spaced);
                let ends = suffix.is_some_and(|suffix| suffix.is_any(&["st", "nd", "rd", "th"]));
                // "10 to the 25 operations"
                let of_ten = first.value.low() == Some(whole(10));
                let times = exponent.text.parse().ok().filter(|_| ends || of_ten)?;
                (times, at + 3 + usize::from(ends))
            }
            _ => self.spelled_ordinal(at + 2)?,
        };
        let base =
            first.value.low().filter(|_| first.value.is_point() && (2..=30).contains(&times))?;
        let value = (0..times).try_fold(whole(1), |power, _| product(power, base))?;
        let next = if self.is(next, "power") { next + 1 } else { next };
        let end = self.token(next - 1)?.end();
        let (value, weight) = (Interval::point(value), Weight::Full);
        Some(Counted { value, kind: Kind::Number, unit: None, next, end, weight })
    }

    /// "3 times 10 to the 21": `first` is what multiplies.
    pub(super) fn times_a_power(&self, first: &Numeral) -> Option<Counted> {
        let sign = self.token(first.next)?;
        if !sign.is("times") && sign.text != "×" {
            return None;
        }
        let ten = numeral(self.tokens, first.next + 1)
            .filter(|ten| ten.value == Interval::point(whole(10)))?;
        let power = self.raised(&ten)?;
        let value = product(first.value.exact()?, power.value.exact()?)?;
        Some(Counted { value: Interval::point(value), ..power })
    }

    /// "a buck twenty", $1.20
    pub(super) fn a_buck_and(&self, at: usize) -> Option<Counted> {
        let money = match self.token(at + 1)? {
            word if word.is_any(&["buck", "dollar"]) => "USD",
            word if word.is("euro") => "EUR",
            word if word.is("pound") => "GBP",
            _ => return None,
        };
        if !self.is_any(at, &["a", "one"]) {
            return None;
        }
        let cents =
            numeral(self.tokens, at + 2).filter(|cents| !cents.article && !cents.in_digits)?;
        let hundredths = cents.value.exact().filter(|c| (whole(5)..whole(100)).contains(c))?;
        let value = Interval::point(sum(whole(1), hundredths / whole(100))?);
        let (kind, unit, weight) = (Kind::Money, Unit::named(money), Weight::Full);
        Some(Counted { value, kind, unit, next: cents.next, end: cents.end, weight })
    }

    /// The ordinal at `at` and the token behind it: "sixth", "twenty-fifth".
    fn spelled_ordinal(&self, at: usize) -> Option<(i128, usize)> {
        let word = self.token(at)?;
        if let Some(ordinal) = word.known.ordinal() {
            return Some((ordinal, at + 1));
        }
        let tens = word.known.small().filter(|tens| *tens >= 20)?;
        let joint = usize::from(hyphen(self.tokens, at + 1));
        let ones = self.token(at + 1 + joint)?.known.ordinal().filter(|ones| *ones < 10)?;
        Some((tens + ones, at + 2 + joint))
    }

    /// Whether "two" or "three" stands at `at` in "a bottle or two"; of units a range is read.
    pub(super) fn is_second_of_one_or(&self, at: usize) -> bool {
        const BEHIND: &[&str] =
            &["of", "and", "on", "in", "from", "here", "there", "for", "to", "but", "about"];
        let before =
            |steps, words: &[&str]| self.before(at, steps).is_some_and(|t| t.is_any(words));
        before(1, &["or"])
            && before(3, &["a", "an", "next", "past", "last", "another"])
            && self.before(at, 2).is_some_and(|noun| noun.class == Class::Word)
            && self.token(at).is_some_and(|number| number.is_any(&["two", "three"]))
            && self
                .token(at + 1)
                .is_none_or(|next| next.class == Class::Sign || next.is_any(BEHIND))
    }

    /// "a hundred or two": one or two of a scale.
    pub(super) fn or_two_of_them(&self, first: &Numeral) -> Option<Numeral> {
        let number = self.token(first.next + 1)?;
        let many = number.known.small().filter(|_| number.is_any(&["two", "three"]))?;
        let one_of_them = first.scale > whole(1) && first.value == Interval::point(first.scale);
        let ends = self.token(first.next + 2).is_none_or(|next| {
            next.known.scale().is_none() && !hyphen(self.tokens, first.next + 2)
        });
        if !(self.is(first.next, "or") && one_of_them && ends) {
            return None;
        }
        Some(Numeral {
            value: Interval::range(first.scale, product(first.scale, whole(many))?),
            next: first.next + 2,
            end: number.end(),
            approximate: true,
            ..*first
        })
    }

    /// G20: twenty states.
    pub(super) fn group_of_states(&self, at: usize) -> Vec<Quantity> {
        let called = self.before(at, 1).is_some_and(|letter| letter.text == "G");
        let count = self.token(at).and_then(|token| Some((token, token.text.parse().ok()?)));
        let ends = self.token(at + 1).is_none_or(|next| next.spaced || next.class == Class::Sign);
        let Some((token, count)) = count.filter(|(_, count)| GROUPS_OF_STATES.contains(count))
        else {
            return Vec::new();
        };
        if !(called && ends) {
            return Vec::new();
        }
        vec![Quantity {
            span: Span::at(token.start..token.end()),
            value: Interval::point(whole(count)),
            kind: Kind::Number,
            unit: None,
            approximate: false,
            weight: Weight::Medium,
        }]
    }
}
