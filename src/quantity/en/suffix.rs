//! What qualifies a number behind it: "or more", "-odd", "at most", "below zero".

use super::dressed::Dressed;
use super::numeral::numeral;
use super::reader::Reader;
use super::token::{Class, hyphen};
use crate::quantity::interval::{Interval, Value, power_of_ten, product, whole};
use crate::quantity::{Kind, Unit};

impl Reader<'_> {
    pub(super) fn below_zero(&self, own: &mut Dressed) {
        // "15 degrees below zero"
        if self.is(own.next, "below")
            && self.is_any(own.next + 1, &["zero", "freezing"])
            && own.value.is_point()
        {
            own.value = own.value.negated();
            self.take(own, 2);
        }
        // "ten below"
        if self.is(own.next, "below") && self.is_frost(own) {
            own.value = own.value.negated();
            self.take(own, 1);
        }
    }

    /// Whether a bare number may be one of degrees, where "below" stands behind it.
    fn is_frost(&self, own: &Dressed) -> bool {
        const BEHIND: &[&str] =
            &["outside", "out", "tonight", "today", "and", "but", "there", "here"];
        // "thirty-eight floors above ground and four below", "step 6 below"
        const REACH: usize = 6;
        const NO_DEGREES: &[&str] = &[
            "ground", "floors", "storeys", "stories", "step", "steps", "section", "figure",
            "table", "example", "item", "option", "method", "note",
        ];
        let counts_others = (0..=REACH)
            .filter_map(|back| self.token(own.next.checked_sub(back)?))
            .any(|word| word.is_any(NO_DEGREES));
        own.unit.is_none()
            && !counts_others
            && own.kind == Kind::Number
            && own.value.high().is_some_and(|degrees| degrees <= whole(100))
            && self
                .token(own.next + 1)
                .is_none_or(|next| next.class == Class::Sign || next.is_any(BEHIND))
    }

    /// "six weeks at most", "seven hours a night at most".
    pub(super) fn bound_behind(&self, own: &mut Dressed) {
        let each =
            self.is_any(own.next, &["a", "per", "each", "every"]) && self.is(own.next + 2, "at");
        let at = own.next + if each { 2 } else { 0 };
        if !own.boundable || !own.value.is_point() || !self.is(at, "at") {
            return;
        }
        match () {
            () if self.is(at + 1, "most") => own.or_less(),
            () if self.is(at + 1, "least") => own.or_more(),
            () => return,
        }
        if !each {
            self.take(own, 2);
        }
    }

    /// "or more", "or so", "-odd", "+". What qualifies the number before it starts at `place`.
    pub(super) fn or_so(&self, place: usize, own: &mut Dressed) {
        let next = own.next;
        if self.is(next, "or") && self.is_any(next + 1, &["more", "so", "less", "fewer"]) {
            match () {
                () if self.is(next + 1, "more") => own.or_more(),
                () if self.is(next + 1, "so") => {
                    own.approximate = true;
                    // "within a quarter of an hour or so"
                    if own.value.low().is_none() {
                        own.value = own.value.high().map_or(own.value, Interval::point);
                    }
                }
                () => own.or_less(),
            }
            self.take(own, 2);
        } else if hyphen(self.tokens, next)
            && self.is(next + 1, "point")
            && self.is(next + 3, "something")
        {
            self.take(own, 2);
            self.and_something(own);
        } else if self.is(next, "point")
            && hyphen(self.tokens, next + 1)
            && self.is(next + 2, "something")
        {
            // "two-point-something percent": the first hyphen went with the number.
            self.take(own, 1);
            self.and_something(own);
        } else if hyphen(self.tokens, next)
            && self.is_any(next + 1, &["some", "odd", "ish", "something"])
        {
            self.odd(own);
            if self.before(place, 1).is_some_and(|word| word.is("between")) {
                self.up_to(own);
            }
        } else if hyphen(self.tokens, next) && self.is(next + 1, "plus") {
            self.plus(own);
        } else if self.is(next, "point")
            && self.is(next + 1, "something")
            && (!self.is(next + 2, "per") || self.is(next + 3, "cent"))
        {
            self.and_something(own);
        } else if self.token(next).is_some_and(|plus| !plus.spaced && plus.text == "+") {
            own.or_more();
            self.take(own, 1);
        }
    }

    /// "four point something percent"
    fn and_something(&self, own: &mut Dressed) {
        own.approximate = true;
        if let Some(low) = own.value.low().filter(|_| own.value.is_point()) {
            own.value = Interval::range(low, low + whole(1));
        }
        self.take(own, 2);
        self.count_by_the_next_word(own);
    }

    /// thirty-odd thousand dollars, forty-something percent
    fn odd(&self, own: &mut Dressed) {
        own.approximate = true;
        if let (Some(low), false) = (own.value.low(), self.is(own.next + 1, "ish")) {
            own.value = Interval::range(low, low + most_odd(low));
        }
        self.take(own, 2);
        self.times_the_next_word(own);
        self.count_by_the_next_word(own);
        // "twenty-something below"
        self.below_zero(own);
    }

    /// "between ten-odd trillion and thirty trillion": the other end of a range that begins with an odd lot.
    fn up_to(&self, own: &mut Dressed) {
        let second = self.is(own.next, "and").then(|| numeral(self.tokens, own.next + 1)).flatten();
        let Some(last) = second.and_then(|second| self.counted(&second, None)) else { return };
        let Some((low, high)) = own.value.low().zip(last.value.high()) else { return };
        if low < high && own.unit.is_none_or(|unit| Some(unit) == last.unit) {
            own.value = Interval::range(low, high);
            (own.kind, own.unit, own.next, own.end) = (last.kind, last.unit, last.next, last.end);
        }
    }

    /// fifty-plus people, three-million-plus, twenty-plus thousand
    fn plus(&self, own: &mut Dressed) {
        own.or_more();
        self.take(own, 2);
        self.times_the_next_word(own);
        self.count_by_the_next_word(own);
    }

    /// Takes the scale behind a number: thirty-odd thousand.
    fn times_the_next_word(&self, own: &mut Dressed) {
        let scale = self.token(own.next).and_then(|word| power_of_ten(word.known.scale()?));
        if let Some(scaled) = scale.and_then(|scale| own.value.map(|value| product(value, scale))) {
            own.value = scaled;
            self.take(own, 1);
        }
    }

    /// Takes the word behind a number without a unit for one, if it is.
    fn count_by_the_next_word(&self, own: &mut Dressed) {
        if own.unit.is_none()
            && let Some((kind, unit)) = self.counted_by(own.next)
        {
            (own.kind, own.unit) = (kind, unit);
            self.take(own, if self.is(own.next, "per") { 2 } else { 1 });
        }
    }

    /// Takes so many tokens more to what has been read.
    fn take(&self, own: &mut Dressed, tokens: usize) {
        own.next += tokens;
        own.end = self.end_before(own.next).unwrap_or(own.end);
    }

    /// What the word at `at` makes of a number: percent, money, a length of time, a measure.
    fn counted_by(&self, at: usize) -> Option<(Kind, Option<Unit>)> {
        let word = self.token(at).filter(|word| word.class == Class::Word)?;
        if word.is("percent") || word.is("per") && self.is(at + 1, "cent") {
            return Some((Kind::Percent, None));
        }
        let unit = Unit::of_any_case(word.text)?;
        Some((unit.kind(), Some(unit)))
    }
}

/// How much more than `low` it may be with an odd lot: less than one of the last unit that it names, so that
/// thirty-odd is 39 at most and a hundred-odd 199.
fn most_odd(low: Value) -> Value {
    // "1.2-something" is no more than 1.3.
    if !low.is_integer() {
        return Value::new(1, 10);
    }
    let mut unit = whole(10);
    while let Some(larger) = product(unit, whole(10)).filter(|larger| low >= *larger)
        && low % larger == Value::ZERO
    {
        unit = larger;
    }
    unit - whole(1)
}
