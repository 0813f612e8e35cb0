//! English numerals: digits, words and both together.

use super::token::{Class, Token};
use crate::quantity::interval::{Interval, Value, power_of_ten, product, sum, whole};
use crate::quantity::zh::arabic;

/// A numeral, without what it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    pub(super) value: Interval,
    /// The token after it.
    pub(super) next: usize,
    /// The byte after it.
    pub(super) end: usize,
    pub(super) in_digits: bool,
    pub(super) approximate: bool,
    /// What the numeral was multiplied by at its end: 10^9 in "5 billion".
    pub(super) scale: Value,
    /// Whether it is no more than an article: "a" in "a year".
    pub(super) article: bool,
}

/// The value of a number word below a hundred.
pub(super) fn small(word: &str) -> Option<i128> {
    const WORDS: &[(&str, i128)] = &[
        ("zero", 0),
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
        ("thirteen", 13),
        ("fourteen", 14),
        ("fifteen", 15),
        ("sixteen", 16),
        ("seventeen", 17),
        ("eighteen", 18),
        ("nineteen", 19),
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("seventy", 70),
        ("eighty", 80),
        ("ninety", 90),
    ];
    WORDS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
}

/// The exponent of ten of a scale word.
pub(super) fn scale(word: &str) -> Option<u32> {
    const WORDS: &[(&str, u32)] = &[
        ("hundred", 2),
        ("thousand", 3),
        ("million", 6),
        ("billion", 9),
        ("trillion", 12),
        ("quadrillion", 15),
        ("bn", 9),
        ("mn", 6),
        ("tn", 12),
        ("bln", 9),
        ("mln", 6),
        ("tln", 12),
    ];
    WORDS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, exponent)| *exponent)
}

/// The exponent of ten of a scale word in the plural: "billions of dollars".
pub(super) fn scale_plural(word: &str) -> Option<u32> {
    let singular = word.strip_suffix(['s', 'S'])?;
    match singular.to_ascii_lowercase().as_str() {
        "ten" => Some(1),
        other => scale(other).filter(|_| other.len() > 3),
    }
}

/// The value of an ordinal word.
pub(super) fn ordinal(word: &str) -> Option<i128> {
    const WORDS: &[(&str, i128)] = &[
        ("first", 1),
        ("second", 2),
        ("third", 3),
        ("fourth", 4),
        ("fifth", 5),
        ("sixth", 6),
        ("seventh", 7),
        ("eighth", 8),
        ("ninth", 9),
        ("tenth", 10),
        ("eleventh", 11),
        ("twelfth", 12),
        ("thirteenth", 13),
        ("fourteenth", 14),
        ("fifteenth", 15),
        ("sixteenth", 16),
        ("seventeenth", 17),
        ("eighteenth", 18),
        ("nineteenth", 19),
        ("twentieth", 20),
        ("thirtieth", 30),
        ("fortieth", 40),
        ("fiftieth", 50),
        ("hundredth", 100),
        ("thousandth", 1000),
        ("millionth", 1_000_000),
    ];
    WORDS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
}

/// The denominator that a word names, as in "two thirds".
pub(super) fn denominator(word: &str) -> Option<i128> {
    match word.to_ascii_lowercase().as_str() {
        "half" | "halves" => Some(2),
        "quarter" | "quarters" => Some(4),
        other => {
            let singular = other.strip_suffix('s').unwrap_or(other);
            ordinal(singular).filter(|value| *value > 2)
        }
    }
}

/// The numeral that starts at token `at`, if one does.
pub(super) fn numeral(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let first = tokens.get(at)?;
    match first.class {
        Class::Number => digits(tokens, at),
        Class::Word => vague(tokens, at).or_else(|| words(tokens, at)),
        Class::Sign => None,
    }
}

/// Digits, with a letter or a word for a scale: 128K, 2.5 million.
fn digits(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let token = tokens.get(at)?;
    let (mut value, length) = arabic(token.text)?;
    let mut end = token.start + length;
    let mut next = at + 1;
    let mut by = whole(1);
    while let Some(word) = tokens.get(next).filter(|word| word.class == Class::Word) {
        let letter = (!word.spaced).then(|| letter_scale(word.text)).flatten();
        let Some(exponent) = letter.or_else(|| scale(word.text)) else { break };
        by = product(by, power_of_ten(exponent)?)?;
        end = word.end();
        next += 1;
    }
    // -million, as in a 5-million-dollar deal
    if next == at + 1
        && hyphen(tokens, next)
        && let Some(exponent) = tokens.get(next + 1).and_then(|word| scale(word.text))
    {
        by = power_of_ten(exponent)?;
        end = tokens[next + 1].end();
        next += 2;
    }
    value = product(value, by)?;
    Some(Numeral {
        value: Interval::point(value),
        next,
        end,
        in_digits: true,
        approximate: false,
        scale: by,
        article: false,
    })
}

fn letter_scale(word: &str) -> Option<u32> {
    match word {
        "K" | "k" => Some(3),
        "M" | "m" | "MM" => Some(6),
        "B" | "b" => Some(9),
        "T" => Some(12),
        _ => None,
    }
}

/// Whether a hyphen joins the tokens around `at` into one word.
pub(super) fn hyphen(tokens: &[Token<'_>], at: usize) -> bool {
    let is_hyphen =
        tokens.get(at).is_some_and(|sign| !sign.spaced && matches!(sign.text, "-" | "‑" | "–"));
    is_hyphen && tokens.get(at + 1).is_some_and(|next| !next.spaced)
}

/// "a few billion", "hundreds of millions", "several", "dozens".
fn vague(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
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
        while let Some(exponent) = word(next).and_then(|word| scale(word.text)) {
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
        && (first.is("several") || word(at + 1).and_then(|w| scale(w.text)).is_some())
    {
        return scaled(2, 10, at + 1);
    }
    if word(at + skip)?.is("couple") {
        let of = usize::from(word(at + skip + 1).is_some_and(|of| of.is("of")));
        return scaled(2, 3, at + skip + 1 + of);
    }
    if word(at + skip)?.is("dozens") {
        return made(whole(20), whole(100), at + skip + 1, whole(1), false);
    }
    // tens of millions, hundreds of thousands, billions
    let mut exponents = scale_plural(word(at)?.text)?;
    let mut next = at + 1;
    while word(next).is_some_and(|of| of.is("of"))
        && let Some(exponent) =
            word(next + 1).and_then(|w| scale_plural(w.text).or_else(|| scale(w.text)))
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

/// "two hundred and five", "a hundred", "one and a half million", "half a million".
fn words(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let token = |index: usize| tokens.get(index).filter(|token| token.class == Class::Word);
    let first = token(at)?;
    let is_article = first.is("a") || first.is("an") || first.is("another");
    let mut total = Value::ZERO;
    let mut section = Value::ZERO;
    let mut next = at;
    let mut by = whole(1);
    let mut any = false;
    if is_article {
        section = whole(1);
        next += 1;
        // "a three-hour talk": the article counts nothing of its own.
        let multiplied = token(next).is_some_and(|w| scale(w.text).is_some() || w.is("dozen"));
        if !multiplied {
            return Some(Numeral {
                value: Interval::point(section),
                next,
                end: first.end(),
                in_digits: false,
                approximate: false,
                scale: by,
                article: true,
            });
        }
    }
    // half a million, quarter of a million
    if let Some(part) = token(at).filter(|w| w.is("half") || w.is("quarter")) {
        let mut after = at + 1;
        after += usize::from(token(after).is_some_and(|w| w.is("of")));
        after += usize::from(token(after).is_some_and(|w| w.is("a")));
        let exponent = token(after).and_then(|w| scale(w.text))?;
        let by = power_of_ten(exponent)?;
        let value = product(by, Value::new(1, if part.is("half") { 2 } else { 4 }))?;
        return Some(Numeral {
            value: Interval::point(value),
            next: after + 1,
            end: token(after)?.end(),
            in_digits: false,
            approximate: false,
            scale: by,
            article: false,
        });
    }
    while let Some(word) = token(next) {
        if let Some(value) = small(word.text) {
            if any && section % whole(100) != Value::ZERO {
                break;
            }
            section = sum(section, whole(value))?;
            next += 1;
            any = true;
            // twenty-five
            let tens = value >= 20;
            let joint = usize::from(hyphen(tokens, next));
            if let Some(unit) = token(next + joint)
                .and_then(|w| small(w.text))
                .filter(|unit| tens && (1..10).contains(unit))
            {
                section = sum(section, whole(unit))?;
                next += 1 + joint;
            }
        } else if let Some(exponent) = scale(word.text).filter(|_| any || is_article) {
            let power = power_of_ten(exponent)?;
            if exponent == 2 {
                section = product(section, power)?;
                by = power;
            } else {
                total = sum(total, product(section.max(whole(1)), power)?)?;
                section = Value::ZERO;
                by = power;
            }
            next += 1;
            any = true;
        } else if word.is("dozen") && (any || is_article) {
            section = product(section.max(whole(1)), whole(12))?;
            next += 1;
            any = true;
        } else if word.is("and") && any {
            // "and" inside a number needs a hundred before it and a small number behind it.
            let after = token(next + 1);
            let half = after.is_some_and(|a| a.is("a"))
                && token(next + 2).is_some_and(|h| h.is_any(&["half", "quarter"]));
            if half {
                let part =
                    if token(next + 2)?.is("half") { Value::new(1, 2) } else { Value::new(1, 4) };
                section = sum(section, part)?;
                next += 3;
                if let Some(exponent) = token(next).and_then(|w| scale(w.text)) {
                    by = power_of_ten(exponent)?;
                    section = product(section, by)?;
                    next += 1;
                }
                break;
            }
            let joins =
                by >= whole(100) && after.and_then(|a| small(a.text)).is_some_and(|v| v > 0);
            if !joins || section % whole(100) != Value::ZERO {
                break;
            }
            next += 1;
        } else {
            break;
        }
        // two-hundred, five-million
        if hyphen(tokens, next) && token(next + 1).is_some_and(|w| scale(w.text).is_some()) {
            next += 1;
        }
    }
    let value = sum(total, section)?;
    // "a million and a half"
    if !any && !is_article {
        return None;
    }
    let article = is_article && !any;
    let end = token(next - 1)?.end();
    Some(Numeral {
        value: Interval::point(value),
        next,
        end,
        in_digits: false,
        approximate: false,
        scale: by,
        article,
    })
}
