//! A quantity with the words around it that qualify it, in the order in which they are asked.

use super::parts::{Counted, Read};
use super::reader::Reader;
use crate::quantity::interval::Interval;
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

const ARTICLES: &[&str] = &["the", "a", "an"];

/// What a numeral counts, as far as the words around it have been read.
pub(super) struct Dressed {
    pub(super) value: Interval,
    pub(super) kind: Kind,
    pub(super) unit: Option<Unit>,
    pub(super) approximate: bool,
    /// The token behind it, and the byte.
    pub(super) next: usize,
    pub(super) end: usize,
    /// Whether it may be the end of what is more or less.
    pub(super) boundable: bool,
}

impl Dressed {
    /// Makes one value the lower end of all above.
    pub(super) fn or_more(&mut self) {
        self.value = self.value.low().map_or(self.value, Interval::at_least);
    }

    /// Makes one value the upper end of all below.
    pub(super) fn or_less(&mut self) {
        self.value = self.value.high().map_or(self.value, Interval::at_most);
    }
}

impl Reader<'_> {
    /// The quantity with what qualifies it before and behind.
    pub(super) fn dressed(&self, at: usize, counted: Counted, vague: bool) -> Read {
        let start = self.token(at).map_or(0, |token| token.start);
        let Counted { value, kind, unit, next, end, weight } = counted;
        let (place, about) = self.skip_about(at);
        let boundable = !matches!(kind, Kind::Ordinal | Kind::Time) && !self.is_stretch(place);
        let approximate = vague || about;
        let mut own = Dressed { value, kind, unit, approximate, next, end, boundable };
        if self.says_minus(at) {
            let words = self.tokens.get(at..next).unwrap_or_default();
            let words: String = words.iter().map(|token| token.text).collect();
            own.value = own.value.negated_from(&words);
        }
        self.bound_before(place, &mut own);
        self.below_zero(&mut own);
        self.bound_behind(&mut own);
        self.or_so(place, &mut own);
        let Dressed { value, kind, unit, approximate, next, end, .. } = own;
        // "more than a year" says more than its article.
        let weight =
            if value.is_open() && unit.is_some() { weight.max(Weight::Medium) } else { weight };
        let span = Span::at(start..end);
        (vec![Quantity { span, value, kind, unit, approximate, weight }], next)
    }

    /// A minus sign, or "minus".
    fn says_minus(&self, at: usize) -> bool {
        let glued = !self.token(at).is_some_and(|number| number.spaced);
        let minus = self.before(at, 1).is_some_and(|sign| {
            sign.is_any(&["minus", "negative"])
                || matches!(sign.text, "-" | "−") && glued && (sign.spaced || self.opens(at - 1))
        });
        minus && !self.before(at, 2).is_some_and(|word| word.is("or"))
    }

    /// Whether nothing stands before the sign at token `at` that it could join: "(-1", "50,-2.5".
    fn opens(&self, at: usize) -> bool {
        self.before(at, 1)
            .is_none_or(|before| matches!(before.text, "(" | "[" | "," | "=" | ":" | "\"" | "'"))
    }

    /// Where "about the" starts before `at`, and whether something there says about.
    fn skip_about(&self, at: usize) -> (usize, bool) {
        let mut place = at;
        let mut about = false;
        while let Some(word) = self.before(place, 1) {
            match () {
                () if word.is_any(ARTICLES) => {}
                () if word.is_any(ABOUT) || word.text == "~" => about = true,
                () => break,
            }
            place -= 1;
        }
        (place, about)
    }

    /// "over the past five years" is no bound.
    fn is_stretch(&self, place: usize) -> bool {
        self.before(place, 1).is_some_and(|word| word.is_any(&["past", "last", "next"]))
            && self.before(place, 2).is_some_and(|word| word.is("the"))
    }
}
