//! English numerals that are vague words: "a few billion", "hundreds of millions", "dozens".

use super::known::scale_plural;
use super::parts::Numeral;
use super::token::Token;
use crate::quantity::interval::{Interval, Value, power_of_ten, product, whole};

/// "a few billion", "hundreds of millions", "several", "dozens".
pub(super) fn vague(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let word = |index: usize| tokens.get(index);
    let first = word(at)?;
    let made = |low: Value, high: Value, next: usize, by: Value, article: bool| {
        let end = word(next - 1)?.end();
        Some(Numeral {
            value: Interval::range(low, high),
            next,
            end,
            in_digits: false,
            approximate: true,
            scale: by,
            article,
        })
    };
    // Multiplies what a vague word stands for by the scale words behind it.
    let scaled = |low: i128, high: i128, mut next: usize| {
        let mut by = whole(1);
        while let Some(exponent) = word(next).and_then(|word| word.known.scale()) {
            by = product(by, power_of_ten(exponent)?)?;
            next += 1;
        }
        let few = by == whole(1);
        made(product(whole(low), by)?, product(whole(high), by)?, next, by, few)
    };
    let article = first.is("a")
        || first.is("another")
        || first.is("the")
        || first.is("last")
        || first.is("next")
        || first.is("past");
    let skip = usize::from(article);
    if word(at + skip)?.is("few") {
        return scaled(2, 10, at + skip + 1);
    }
    if !article
        && first.is_any(&["several", "some"])
        && (first.is("several") || word(at + 1).and_then(|w| w.known.scale()).is_some())
    {
        return scaled(2, 10, at + 1);
    }
    if word(at + skip)?.is("couple") {
        let of = usize::from(word(at + skip + 1).is_some_and(|of| of.is("of")));
        return scaled(2, 3, at + skip + 1 + of);
    }
    // "in the low teens"
    if first.is("teens") {
        return made(whole(10), whole(19), at + 1, whole(1), false);
    }
    let scores = first.is("scores") && word(at + 1).is_some_and(|of| of.is("of"));
    if scores || word(at + skip)?.is("dozens") {
        return made(whole(20), whole(100), at + skip + 1, whole(12), false);
    }
    // tens of millions, hundreds of thousands, billions
    let mut exponents = scale_plural(word(at)?.text)?;
    let mut next = at + 1;
    while word(next).is_some_and(|of| of.is("of"))
        && let Some(exponent) =
            word(next + 1).and_then(|w| scale_plural(w.text).or_else(|| w.known.scale()))
    {
        exponents += exponent;
        next += 2;
    }
    let by = power_of_ten(exponents)?;
    // "tens of" alone counts nothing, and "tens" is a word of arithmetic.
    if exponents == 1 && !word(next).is_some_and(|of| of.is("of")) {
        return None;
    }
    let top = if next > at + 1 { 10 } else { 1000 };
    made(by, product(by, whole(top))?, next, by, false)
}
