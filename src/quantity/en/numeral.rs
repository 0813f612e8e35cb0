//! English numerals: digits, words and both together.

use super::in_digits::in_digits;
use super::parts::Numeral;
use super::spoken::Spoken;
use super::token::{Class, Token, hyphen};
use super::vague::vague;
use crate::quantity::interval::{Interval, Value, power_of_ten, product, whole};

/// The numeral that starts at token `at`, if one does.
pub(super) fn numeral(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let first = tokens.get(at)?;
    match first.class {
        Class::Number => in_digits(tokens, at),
        Class::Word => vague(tokens, at).or_else(|| words(tokens, at)),
        Class::Sign => None,
    }
}

/// "two hundred and five", "a hundred", "one and a half million", "half a million".
fn words(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let token = |index: usize| tokens.get(index).filter(|token| token.class == Class::Word);
    let scale_at = |index: usize| token(index).is_some_and(|word| word.known.scale().is_some());
    let first = token(at)?;
    // "the hundred billion stars"
    let the = first.is("the") && scale_at(at + 1);
    let top = first.is("top") && scale_at(at + 1);
    // "per thousand", "the last hundred years"
    let leads = ["per", "every", "last", "past", "next", "first", "other", "remaining"];
    // "five of its dozen stores"
    let owners = ["its", "their", "our", "your", "my", "his", "her"];
    let owned = first.known.is_dozen()
        && at.checked_sub(1).is_some_and(|before| tokens[before].is_any(&owners));
    let per = owned
        || first.known.scale().is_some()
            && (at.checked_sub(1).is_some_and(|before| tokens[before].is_any(&leads))
                || first.is("hundred") && hyphen(tokens, at + 1));
    let is_article = the || top || first.is_any(&["a", "an", "another"]);
    if first.is("half") || first.is("quarter") {
        return part_of(tokens, at);
    }
    // "a full hundred and forty million", "an extra thousand"
    const STRESS: &[&str] = &[
        "full",
        "whole",
        "cool",
        "extra",
        "additional",
        "further",
        "straight",
        "flat",
        "round",
        "estimated",
        "reported",
        "mere",
        "record",
        "staggering",
        "whopping",
        "solid",
        "good",
    ];
    let stressed = first.is_any(&["a", "an"])
        && token(at + 1).is_some_and(|word| word.is_any(STRESS))
        && scale_at(at + 2);
    let start = at + usize::from(stressed);
    // "a three-hour talk": the article counts nothing of its own.
    if is_article
        && !scale_at(start + 1)
        && !token(at + 1).is_some_and(|word| word.known.is_dozen())
    {
        return Some(Numeral {
            value: Interval::point(whole(1)),
            next: at + 1,
            end: first.end(),
            in_digits: false,
            approximate: false,
            scale: whole(1),
            article: true,
        });
    }
    if let Some(pairs) = in_pairs(tokens, at) {
        return Some(pairs);
    }
    let read = Spoken::new(tokens, start, is_article, per).read()?;
    let end = token(read.next - 1)?.end();
    // "the hundred billion stars" are not counted.
    let high = if the { product(read.value, whole(10))? } else { read.value };
    Some(Numeral {
        value: Interval::range(read.value, high),
        next: read.next,
        end,
        in_digits: false,
        approximate: the,
        scale: read.scale,
        article: false,
    })
}

/// "one-twenty", "three ninety-nine", "twelve-fifty": hundreds as people say them. A price of 1.20 is said so, too.
fn in_pairs(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let small = |at: usize| tokens.get(at).and_then(|token| token.known.small());
    let hundreds =
        small(at).filter(|count| (1..=9).contains(count) || (11..=19).contains(count))?;
    let joined = hyphen(tokens, at + 1);
    let tens_at = at + 1 + usize::from(joined);
    // "twelve-fifteen people" are from twelve to fifteen.
    let least = if hundreds > 9 { 20 } else { 10 };
    let tens = small(tens_at).filter(|tens| (least..=90).contains(tens))?;
    let ones = small(tens_at + 2)
        .filter(|ones| tens >= 20 && hyphen(tokens, tens_at + 1) && (1..=9).contains(ones));
    // "five twenty-year bonds", "two thirty"
    let next = if ones.is_some() { tens_at + 3 } else { tens_at + 1 };
    let is_said_so = joined || ones.is_some();
    let of_words = tokens[at].class == Class::Word && tokens[tens_at].class == Class::Word;
    if !is_said_so || !of_words || hyphen(tokens, next) {
        return None;
    }
    Some(Numeral {
        value: Interval::point(whole(hundreds * 100 + tens + ones.unwrap_or(0))),
        next,
        end: tokens.get(next - 1)?.end(),
        in_digits: false,
        approximate: false,
        scale: whole(1),
        article: false,
    })
}

/// "half a million", "a quarter of a million", "half a dozen".
fn part_of(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(word));
    // "a half-trillion one"
    let mut after = at + 1 + usize::from(hyphen(tokens, at + 1));
    after += usize::from(is(after, "of"));
    after += usize::from(is(after, "a"));
    let last = tokens.get(after)?;
    let by = match last.known.scale() {
        Some(exponent) => power_of_ten(exponent)?,
        None if last.known.is_dozen() => whole(12),
        None if last.is("grand") => whole(1000),
        None => return None,
    };
    let part = Value::new(1, if is(at, "half") { 2 } else { 4 });
    Some(Numeral {
        value: Interval::point(product(by, part)?),
        next: after + 1,
        end: last.end(),
        in_digits: false,
        approximate: false,
        scale: by,
        article: false,
    })
}
