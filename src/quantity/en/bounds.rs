//! What qualifies a quantity: about, at least, under, or more, minus.

use super::numeral::numeral;
use super::parts::{Counted, Read};
use super::reader::Reader;
use super::token::{Class, hyphen};
use crate::quantity::interval::{Interval, Value, power_of_ten, product, whole};
use crate::quantity::{Kind, Quantity, Unit, Weight};
use crate::text::Span;

const ABOUT: &[&str] = &[
    "about",
    "around",
    "roughly",
    "approximately",
    "nearly",
    "almost",
    "maybe",
    "perhaps",
    "some",
    "probably",
    "circa",
];
const MORE: &[&[&str]] = &[
    &["more", "than"],
    &["over"],
    &["at", "least"],
    &["upwards", "of"],
    &["above"],
    &["no", "less", "than"],
    &["not", "less", "than"],
    &["no", "fewer", "than"],
    &["greater", "than"],
    &["exceed"],
    &["exceeding"],
    &["exceeds"],
    &["exceeded"],
    &["beyond"],
    &["higher", "than"],
    &["past"],
];
const LESS: &[&[&str]] = &[
    &["less", "than"],
    &["fewer", "than"],
    &["under"],
    &["below"],
    &["at", "most"],
    &["up", "to"],
    &["no", "more", "than"],
    &["not", "more", "than"],
    &["lower", "than"],
    &["within"],
];

impl Reader<'_> {
    /// What the word at `at` makes of a number: percent, money, a length of time, a measure.
    fn counted_by(&self, at: usize) -> Option<(Kind, Option<Unit>)> {
        let word = self.token(at).filter(|word| word.class == Class::Word)?;
        if word.is("percent") {
            return Some((Kind::Percent, None));
        }
        let unit = Unit::of_word(&word.text.to_ascii_lowercase())?;
        Some((unit.kind(), Some(unit)))
    }

    /// The other end of what has a lower bound, where "but not more than" at `at` leads to it and the unit is the
    /// same, with the token after it and its end.
    fn upper_end(&self, at: usize, unit: Option<Unit>) -> Option<(Value, usize, usize)> {
        let at = at + usize::from(self.token(at).is_some_and(|sign| sign.text == ","));
        let at = at + usize::from(self.token(at).is_some_and(|word| word.is_any(&["but", "and"])));
        let phrase = LESS
            .iter()
            .find(|phrase| (0..).zip(**phrase).all(|(step, word)| self.is(at + step, word)))?;
        let second = numeral(self.tokens, at + phrase.len()).filter(|second| !second.article)?;
        let high = second.value.high().filter(|_| second.value.is_point())?;
        let own =
            self.token(second.next).and_then(|word| Unit::of_word(&word.text.to_ascii_lowercase()));
        if own.is_some() && own != unit {
            return None;
        }
        let next = second.next + usize::from(own.is_some());
        Some((high, next, self.token(next.checked_sub(1)?)?.end()))
    }

    /// Whether the comparison that starts at `at` is denied: "not be less than", "mustn't fall below".
    fn is_denied(&self, at: usize) -> bool {
        const VERBS: &[&str] =
            &["be", "been", "fall", "drop", "go", "rise", "get", "have", "stay", "run", "sink"];
        let verb = self.before(at, 1).is_some_and(|word| word.is_any(VERBS));
        let place = at - usize::from(verb);
        self.before(place, 1).is_some_and(|word| {
            word.is_any(&["not", "never", "cannot"])
                || word.text.ends_with("n't")
                || word.text.ends_with("n’t")
        })
    }

    /// The quantity with what qualifies it before and behind.
    pub(super) fn dressed(&self, at: usize, counted: Counted, vague: bool) -> Read {
        let Counted { mut value, mut kind, mut unit, mut next, mut end, weight } = counted;
        let start = self.token(at).map_or(0, |token| token.start);
        let mut approximate = vague;
        // A minus sign, or "minus".
        let minus = self.before(at, 1).is_some_and(|t| {
            t.is_any(&["minus", "negative"])
                || (matches!(t.text, "-" | "−")
                    && t.spaced
                    && !self.token(at).is_some_and(|n| n.spaced))
        });
        if minus && !self.before(at, 2).is_some_and(|t| t.is("or")) {
            let own = self.tokens[at..next].iter().map(|token| token.text);
            value = value.negated_from(&own.collect::<String>());
        }
        let mut place = at;
        while self
            .before(place, 1)
            .is_some_and(|t| t.is_any(ABOUT) || t.is_any(&["the", "a", "an"]) || t.text == "~")
        {
            approximate |= !self.before(place, 1).is_some_and(|t| t.is_any(&["the", "a", "an"]));
            place -= 1;
        }
        let follows = |phrase: &[&str]| {
            phrase.len() <= place
                && phrase
                    .iter()
                    .enumerate()
                    .all(|(index, word)| self.is(place - phrase.len() + index, word))
        };
        // "over the past five years" is no bound.
        let stretch = self.before(place, 1).is_some_and(|t| t.is_any(&["past", "last", "next"]))
            && self.before(place, 2).is_some_and(|t| t.is("the"));
        let bounded = !matches!(kind, Kind::Ordinal | Kind::Time) && !stretch;
        // "no more than" ends with "more than": the longer phrase decides.
        let longest = |phrases: &[&[&str]]| {
            phrases.iter().filter(|p| follows(p)).map(|p| p.len()).max().unwrap_or(0)
        };
        let (mut more, mut less) = (longest(MORE), longest(LESS));
        // "counted nobody under five" counts from five on.
        let denied = place
            .checked_sub(more.max(less) + 1)
            .and_then(|before| self.token(before))
            .is_some_and(|word| word.is_any(&["nobody", "none"]))
            || self.before(place, more.max(less) + 1).is_some_and(|word| word.is("one"))
                && self.before(place, more.max(less) + 2).is_some_and(|word| word.is("no"));
        // "shall not be less than", "must not exceed"
        let forbidden = more.max(less) > 0
            && !self.is(place - 1, "within")
            && self.is_denied(place - more.max(less));
        if denied && more.max(less) == 1 || forbidden {
            (more, less) = (less, more);
        }
        if bounded && kind != Kind::Year {
            if less > more && value.is_point() {
                value = value.high().map_or(value, Interval::at_most);
            } else if more > 0 && value.is_point() {
                value = value.low().map_or(value, Interval::at_least);
            }
        }
        // "not less than three years but not more than ten years"
        if bounded
            && more > less
            && value.is_open()
            && let Some((high, after, last)) = self.upper_end(next, unit)
        {
            value = value
                .low()
                .map_or(value, |low| if low < high { Interval::range(low, high) } else { value });
            (next, end) = (after, last);
        }
        // "15 degrees below zero"
        let below = self.is(next, "below")
            && self.token(next + 1).is_some_and(|t| t.is_any(&["zero", "freezing"]));
        if below && value.is_point() {
            value = value.map(|v| product(v, whole(-1))).unwrap_or(value);
            end = self.tokens[next + 1].end();
            next += 2;
        }
        // "ten below"
        let frost = self.is(next, "below")
            && unit.is_none()
            && value.high().is_some_and(|degrees| degrees <= whole(100))
            && kind == Kind::Number
            && self.token(next + 1).is_none_or(|t| {
                t.class == Class::Sign
                    || t.is_any(&[
                        "outside", "out", "tonight", "today", "and", "but", "there", "here",
                    ])
            });
        if frost && value.is_point() {
            value = value.map(|v| product(v, whole(-1))).unwrap_or(value);
            end = self.tokens[next].end();
            next += 1;
        }
        // "six weeks at most", "seven hours a night at most"
        let each = self.token(next).is_some_and(|t| t.is_any(&["a", "per", "each", "every"]))
            && self.is(next + 2, "at");
        let at_most = next + if each { 2 } else { 0 };
        if bounded
            && value.is_point()
            && self.is(at_most, "at")
            && let Some(word) =
                self.token(at_most + 1).filter(|word| word.is_any(&["most", "least"]))
        {
            value = match word.is("most") {
                true => value.high().map_or(value, Interval::at_most),
                false => value.low().map_or(value, Interval::at_least),
            };
            if !each {
                end = word.end();
                next += 2;
            }
        }
        // "or more", "or so", "-some", "-odd", "-ish", "+"
        if self.is(next, "or")
            && self.token(next + 1).is_some_and(|t| t.is_any(&["more", "so", "less", "fewer"]))
        {
            let word = &self.tokens[next + 1];
            if word.is("more") {
                value = value.low().map_or(value, Interval::at_least);
            } else if word.is("so") {
                approximate = true;
            } else {
                value = value.high().map_or(value, Interval::at_most);
            }
            end = word.end();
            next += 2;
        } else if hyphen(self.tokens, next)
            && self
                .token(next + 1)
                .is_some_and(|t| t.is_any(&["some", "odd", "ish", "something", "plus"]))
        {
            // thirty-odd thousand dollars, forty-something percent
            approximate = true;
            if let (Some(low), false) = (value.low(), self.is(next + 1, "ish")) {
                value = Interval::range(low, low + whole(9));
            }
            end = self.tokens[next + 1].end();
            next += 2;
            let scale = self.token(next).and_then(|word| power_of_ten(word.known.scale()?));
            if let Some(scaled) = scale.and_then(|scale| value.map(|value| product(value, scale))) {
                (value, end) = (scaled, self.tokens[next].end());
                next += 1;
            }
            if unit.is_none()
                && let Some((counted, named)) = self.counted_by(next)
            {
                (kind, unit, end) = (counted, named, self.tokens[next].end());
                next += 1;
            }
        } else if let Some(plus) = self.token(next).filter(|t| !t.spaced && t.text == "+") {
            value = value.low().map_or(value, Interval::at_least);
            end = plus.end();
            next += 1;
        }
        // "more than a year" says more than its article.
        let weight =
            if value.is_open() && unit.is_some() { weight.max(Weight::Medium) } else { weight };
        (
            vec![Quantity { span: Span::at(start..end), value, kind, unit, approximate, weight }],
            next,
        )
    }
}
