//! English numerals: digits, words and both together.

use super::parts::Numeral;
use super::token::{Class, Token, hyphen};
use super::vague::vague;
use crate::quantity::digits;
use crate::quantity::interval::{Interval, Value, power_of_ten, product, sum, whole};

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
    let (mut value, length) = digits::number(token.text)?;
    let mut end = token.start + length;
    let mut next = at + 1;
    let mut by = whole(1);
    while let Some(word) = tokens.get(next).filter(|word| word.class == Class::Word) {
        let letter = (!word.spaced).then(|| letter_scale(word.text)).flatten();
        let Some(exponent) = letter.or_else(|| word.known.scale()) else { break };
        by = product(by, power_of_ten(exponent)?)?;
        end = word.end();
        next += 1;
    }
    if next == at + 1 && tokens.get(next).is_some_and(|word| word.spaced && word.known.is_dozen()) {
        by = whole(12);
        end = tokens[next].end();
        next += 1;
    }
    // 2.33 k
    if next == at + 1
        && tokens.get(next).is_some_and(|word| word.text == "k" && word.spaced)
        && !tokens.get(next + 1).is_some_and(|after| !after.spaced && after.class != Class::Sign)
    {
        by = whole(1000);
        end = tokens[next].end();
        next += 1;
    }
    // 3 hundred and 21
    if (by == whole(100) || by == whole(1000))
        && tokens.get(next).is_some_and(|word| word.is("and"))
        && let Some(tail) = tokens.get(next + 1).filter(|tail| tail.class == Class::Number)
        && let Some((more, _)) = digits::number(tail.text)
        && more < by
        && more < whole(100)
        && more.is_integer()
        && tokens[next - 1].spaced
    {
        value = sum(product(value, by)?, more)? / by;
        end = tail.end();
        next += 2;
    }
    // -million, as in a 5-million-dollar deal
    if next == at + 1
        && hyphen(tokens, next)
        && let Some(exponent) = tokens.get(next + 1).and_then(|word| word.known.scale())
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

/// "two hundred and five", "a hundred", "one and a half million", "half a million".
fn words(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let token = |index: usize| tokens.get(index).filter(|token| token.class == Class::Word);
    let first = token(at)?;
    // "the hundred billion stars"
    let the = first.is("the") && token(at + 1).is_some_and(|word| word.known.scale().is_some());
    let top = first.is("top") && token(at + 1).is_some_and(|word| word.known.scale().is_some());
    // "per thousand", "the last hundred years"
    let leads = ["per", "every", "last", "past", "next", "first"];
    let per = first.known.scale().is_some()
        && (at.checked_sub(1).is_some_and(|before| tokens[before].is_any(&leads))
            || first.is("hundred") && hyphen(tokens, at + 1));
    let is_article = the || top || first.is_any(&["a", "an", "another"]);
    let mut total = Value::ZERO;
    let mut section = Value::ZERO;
    let mut next = at;
    let mut by = whole(1);
    let mut any = false;
    if per {
        section = whole(1);
    }
    if is_article {
        section = whole(1);
        next += 1;
        // "a three-hour talk": the article counts nothing of its own.
        let multiplied =
            token(next).is_some_and(|w| w.known.scale().is_some() || w.known.is_dozen());
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
    if first.is("half") || first.is("quarter") {
        return part_of(tokens, at);
    }
    while let Some(word) = token(next) {
        if let Some(value) = word.known.small() {
            // "twenty-three fifty" is 2,350; "ten thirty" is a time.
            let pair = any
                && total == Value::ZERO
                && (whole(13)..whole(100)).contains(&section)
                && section % whole(10) != Value::ZERO
                && value >= 10
                && word.spaced;
            if pair {
                section = product(section, whole(100))?;
            } else if any && section % whole(100) != Value::ZERO {
                break;
            }
            // "two-eighty" is a price.
            let price = !any && (1..10).contains(&value) && hyphen(tokens, next + 1);
            let tens = token(next + 2).and_then(|word| word.known.small());
            if let Some(tens) = tens.filter(|tens| price && (60..100).contains(tens)) {
                section = whole(value * 100 + tens);
                next += 3;
                any = true;
                continue;
            }
            section = sum(section, whole(value))?;
            next += 1;
            any = true;
            // twenty-five
            let tens = value >= 20;
            let dash = |at: usize| tokens.get(at).is_some_and(|sign| sign.text == "-");
            let joint = usize::from(hyphen(tokens, next) || dash(next));
            if let Some(unit) = token(next + joint)
                .and_then(|w| w.known.small())
                .filter(|unit| tens && (1..10).contains(unit))
            {
                section = sum(section, whole(unit))?;
                next += 1 + joint;
            }
        } else if let Some(exponent) = word.known.scale().filter(|_| any || is_article || per) {
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
        } else if word.known.is_dozen() && (any || is_article) {
            section = product(section.max(whole(1)), whole(12))?;
            by = whole(12);
            next += 1;
            any = true;
        } else if word.is("point") && any && by == whole(1) && !is_a_point(tokens, at, section) {
            let Some((places, after)) = decimals(tokens, next + 1) else { break };
            section = sum(section, places)?;
            next = after;
            if let Some(exponent) = token(next).and_then(|word| word.known.scale()) {
                by = power_of_ten(exponent)?;
                section = product(section, by)?;
                next += 1;
            }
            break;
        } else if word.is("and") && any {
            // "and" inside a number needs a hundred before it and a small number behind it.
            let after = token(next + 1);
            if let Some((part, behind)) = part_more(tokens, next) {
                next = behind;
                let behind = token(next).and_then(|w| power_of_ten(w.known.scale()?));
                if let Some(smaller) = behind.filter(|behind| *behind < by) {
                    // "one billion and a quarter million"
                    section = sum(section, product(part, smaller)?)?;
                    next += 1;
                    break;
                }
                // "one million and a half" is one and a half million.
                let of = if section == Value::ZERO || by == whole(12) { by } else { whole(1) };
                section = sum(section, product(part, of)?)?;
                if let Some(exponent) = token(next).and_then(|w| w.known.scale()) {
                    by = power_of_ten(exponent)?;
                    section = product(section, by)?;
                    next += 1;
                }
                break;
            }
            let joins =
                by >= whole(100) && after.and_then(|a| a.known.small()).is_some_and(|v| v > 0);
            if !joins || section % whole(100) != Value::ZERO {
                break;
            }
            next += 1;
        } else {
            break;
        }
        // two-hundred, five-million, one-and-a-half
        if hyphen(tokens, next)
            && (token(next + 1).is_some_and(|w| w.known.scale().is_some())
                || part_more(tokens, next + 1).is_some())
        {
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
    // "the hundred billion stars" are not counted.
    let high = if the { product(value, whole(10))? } else { value };
    Some(Numeral {
        value: Interval::range(value, high),
        next,
        end,
        in_digits: false,
        approximate: the,
        scale: by,
        article,
    })
}

/// "and a half" at `at`, with or without hyphens: the part, and the token after it.
fn part_more(tokens: &[Token<'_>], at: usize) -> Option<(Value, usize)> {
    let word = |at: usize| tokens.get(at).filter(|token| token.class == Class::Word);
    let article = at + 1 + usize::from(hyphen(tokens, at + 1));
    let part = article + 1 + usize::from(hyphen(tokens, article + 1));
    if !word(at)?.is("and") || !word(article)?.is_any(&["a", "one"]) {
        return None;
    }
    let part_word = word(part)?;
    if part_word.is("half") {
        return Some((Value::new(1, 2), part + 1));
    }
    (part_word.is("quarter") && word(article)?.is("a")).then(|| (Value::new(1, 4), part + 1))
}

/// "half a million", "a quarter of a million", "half a dozen".
fn part_of(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(word));
    let mut after = at + 1;
    after += usize::from(is(after, "of"));
    after += usize::from(is(after, "a"));
    let last = tokens.get(after)?;
    let by = match last.known.scale() {
        Some(exponent) => power_of_ten(exponent)?,
        None if last.known.is_dozen() => whole(12),
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

/// Whether "point" is a noun: "at one point five people left".
fn is_a_point(tokens: &[Token<'_>], at: usize, number: Value) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    number == whole(1) && before.is_some_and(|before| before.is("at"))
}

/// The decimals that are read out at `at`, as "zero eight" and "eleven", and the token after them.
fn decimals(tokens: &[Token<'_>], at: usize) -> Option<(Value, usize)> {
    const MOST_PLACES: usize = 12;
    let mut value = Value::ZERO;
    let mut place = whole(1);
    let mut next = at;
    while let Some(number) = tokens.get(next).and_then(|token| token.known.small())
        && next - at < MOST_PLACES
    {
        let mut number = number;
        next += 1;
        if number >= 20 {
            let joint = usize::from(hyphen(tokens, next));
            let unit = tokens.get(next + joint).and_then(|token| token.known.small());
            if let Some(unit) = unit.filter(|unit| (1..10).contains(unit)) {
                number += unit;
                next += joint + 1;
            }
        }
        place /= whole(if number < 10 { 10 } else { 100 });
        value = sum(value, product(place, whole(number))?)?;
    }
    (next > at).then_some((value, next))
}
