//! English numerals that are vague words: "a few billion", "hundreds of millions", "dozens".

use super::known::scale_plural;
use super::parts::Numeral;
use super::token::{Token, hyphen};
use crate::quantity::interval::{Interval, Value, power_of_ten, product, whole};
use crate::quantity::{Kind, Unit};

/// "a few billion", "hundreds of millions", "several", "dozens".
pub(super) fn vague(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let word = |index: usize| tokens.get(index);
    let first = word(at)?;
    if !first.known.is_vague() && !first.text.ends_with(['s', 'S']) {
        return None;
    }
    let article = first.is_any(&["a", "another", "the", "last", "next", "past"]);
    let skip = usize::from(article);
    // "a few dozen", "several dozen"
    if word(at + skip)?.is_any(&["few", "several"])
        && word(at + skip + 1).is_some_and(|dozen| dozen.is("dozen"))
    {
        return between(tokens, whole(20), whole(100), at + skip + 2);
    }
    if word(at + skip)?.is("few") {
        return scaled(tokens, 2, 10, at + skip + 1);
    }
    let scales = || word(at + 1).and_then(|w| w.known.scale()).is_some();
    if first.is("several")
        || first.is("some") && scales()
        || first.is("multi") && hyphen(tokens, at + 1)
    {
        return scaled(tokens, 2, 10, at + 1);
    }
    if word(at + skip)?.is("couple") {
        let of = usize::from(word(at + skip + 1).is_some_and(|of| of.is("of")));
        return scaled(tokens, 2, 3, at + skip + 1 + of);
    }
    // "in the low teens"
    if first.is("teens") {
        return between(tokens, whole(10), whole(19), at + 1);
    }
    let scores = first.is("scores") && word(at + 1).is_some_and(|of| of.is("of"));
    if scores || word(at + skip)?.is("dozens") {
        let dozens = between(tokens, whole(20), whole(100), at + skip + 1)?;
        return Some(Numeral { scale: whole(12), ..dozens });
    }
    powers(tokens, at)
}

/// A vague word that stands for all from `low` to `high` and ends before the token `next`.
fn between(tokens: &[Token<'_>], low: Value, high: Value, next: usize) -> Option<Numeral> {
    Some(Numeral {
        value: Interval::range(low, high),
        next,
        end: tokens.get(next.checked_sub(1)?)?.end(),
        in_digits: false,
        approximate: true,
        scale: whole(1),
        article: false,
    })
}

/// The same, multiplied by the scale words from `next` on; without any it is no more than an article.
fn scaled(tokens: &[Token<'_>], low: i128, high: i128, mut next: usize) -> Option<Numeral> {
    let mut scale = whole(1);
    // "a several-billion-dollar question"
    let joined =
        hyphen(tokens, next) && tokens.get(next + 1).is_some_and(|w| w.known.scale().is_some());
    next += usize::from(joined);
    while let Some(exponent) = tokens.get(next).and_then(|word| word.known.scale()) {
        scale = product(scale, power_of_ten(exponent)?)?;
        next += 1;
    }
    let some = between(tokens, product(whole(low), scale)?, product(whole(high), scale)?, next)?;
    Some(Numeral { scale, article: scale == whole(1), ..some })
}

/// tens of millions, hundreds of thousands, billions
fn powers(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let word = |index: usize| tokens.get(index);
    let says_of = |index: usize| word(index).is_some_and(|of| of.is("of"));
    // What is larger fits no value, so that a run without end is left where it is known.
    const MOST: u32 = 30;
    let mut exponents = scale_plural(word(at)?.text)?;
    let mut next = at + 1;
    while says_of(next)
        && let Some(exponent) =
            word(next + 1).and_then(|w| scale_plural(w.text).or_else(|| w.known.scale()))
    {
        exponents += exponent;
        next += 2;
        if exponents > MOST {
            return None;
        }
    }
    // "hundreds of megawatts"
    let measured = word(next + 1).and_then(|unit| Unit::of_any_case(unit.text));
    let measures = |unit: Unit| matches!(unit.kind(), Kind::Measure | Kind::Money);
    // "tens" is a word of arithmetic.
    if exponents == 1 && !says_of(next) {
        return None;
    }
    // "tens of gigabytes", of which the prefix counts
    let of_bytes = || word(next + 1).is_some_and(|unit| unit.text.ends_with("bytes"));
    if says_of(next) && (measured.is_some_and(measures) || of_bytes()) {
        next += 1;
    }
    let scale = power_of_ten(exponents)?;
    let top = if next > at + 1 { 10 } else { 1000 };
    let some = between(tokens, scale, product(scale, whole(top))?, next)?;
    Some(Numeral { scale, ..some })
}
