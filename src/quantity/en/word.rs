//! Quantities that are one word: doubled, twice, first, twenty-first.

use super::numeral::hyphen;
use super::reader::{Read, Reader};
use super::token::Class;
use super::words::{ordinal, small};
use crate::quantity::interval::{Interval, whole};
use crate::quantity::{Kind, Quantity, Weight};
use crate::text::Span;

/// Words that are a quantity by themselves.
pub(super) const WORDS: &[(&str, (i128, Kind, Weight))] = &[
    ("doubled", (2, Kind::Multiple, Weight::Medium)),
    ("doubles", (2, Kind::Multiple, Weight::Medium)),
    ("doubling", (2, Kind::Multiple, Weight::Medium)),
    ("double", (2, Kind::Multiple, Weight::Light)),
    ("twice", (2, Kind::Multiple, Weight::Light)),
    ("twofold", (2, Kind::Multiple, Weight::Medium)),
    ("triple", (3, Kind::Multiple, Weight::Medium)),
    ("tripled", (3, Kind::Multiple, Weight::Medium)),
    ("triples", (3, Kind::Multiple, Weight::Medium)),
    ("tripling", (3, Kind::Multiple, Weight::Medium)),
    ("threefold", (3, Kind::Multiple, Weight::Medium)),
    ("quadruple", (4, Kind::Multiple, Weight::Medium)),
    ("quadrupled", (4, Kind::Multiple, Weight::Medium)),
    ("quadruples", (4, Kind::Multiple, Weight::Medium)),
    ("fourfold", (4, Kind::Multiple, Weight::Medium)),
    ("fivefold", (5, Kind::Multiple, Weight::Medium)),
    ("sixfold", (6, Kind::Multiple, Weight::Medium)),
    ("sevenfold", (7, Kind::Multiple, Weight::Medium)),
    ("eightfold", (8, Kind::Multiple, Weight::Medium)),
    ("ninefold", (9, Kind::Multiple, Weight::Medium)),
    ("tenfold", (10, Kind::Multiple, Weight::Medium)),
    ("hundredfold", (100, Kind::Multiple, Weight::Medium)),
    ("both", (2, Kind::Number, Weight::Medium)),
];

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
            return made(*value, *kind, *weight);
        }
        // twenty-first
        if let (Some(tens), true) =
            (small(token.text).filter(|v| *v >= 20), hyphen(self.tokens, at + 1))
        {
            let unit = self.token(at + 2)?;
            let plural = unit.text.ends_with('s');
            let value = ordinal(unit.text).filter(|v| *v < 10 && !plural)?;
            let century = self.is(at + 3, "century");
            let kind = if century { Kind::Century } else { Kind::Ordinal };
            let span = Span::at(token.start..unit.end());
            let value = Interval::point(whole(tens + value));
            let weight = if century { Weight::Full } else { Weight::Medium };
            return Some((
                vec![Quantity { span, value, kind, unit: None, approximate: false, weight }],
                at + 3,
            ));
        }
        let value = ordinal(token.text)?;
        // "a second", "for a second", "seconds" are times; "a third of" was read before.
        if value == 2
            && self.before(at, 1).is_some_and(|t| t.is_any(&["a", "per", "every", "split"]))
            && !self.token(at + 1).is_some_and(|t| t.class == Class::Word && t.spaced)
        {
            return None;
        }
        if self.is(at + 1, "century") {
            return made(value, Kind::Century, Weight::Full);
        }
        let weight = if self.is(at + 1, "of") && self.is(at + 2, "all") || value == 1 {
            Weight::Light
        } else {
            Weight::Medium
        };
        made(value, Kind::Ordinal, weight)
    }
}
