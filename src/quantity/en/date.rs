//! English dates and times of day.

use super::clock;
use super::parts::one;
use super::token::{Class, Token, hyphen, number, tens};
use crate::quantity::{Kind, Quantity, Weight};

const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Months whose names are words as well: they need a day, a year or a preposition.
const DOUBTFUL: &[&str] = &["March", "May", "August"];

/// What stands before months, and after which their names are no other words.
const BEFORE_MONTHS: &[&str] = &[
    "in",
    "around",
    "of",
    "by",
    "since",
    "until",
    "early",
    "late",
    "mid",
    "last",
    "next",
    "this",
    "during",
    "from",
    "to",
    "and",
    "following",
    "previous",
    "same",
    "that",
    "every",
    "each",
    "till",
    "through",
    "before",
    "after",
];

/// The date or time that starts at token `at`: its parts, and the token after it.
pub(super) fn read(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    month(tokens, at)
        .or_else(|| short_year(tokens, at))
        .or_else(|| spoken_year(tokens, at))
        .or_else(|| part_of_year(tokens, at))
        .or_else(|| decade(tokens, at))
        .or_else(|| clock::read(tokens, at))
}

/// A day of the month: 26, 26th.
fn day(tokens: &[Token<'_>], at: usize) -> Option<(i128, usize)> {
    let value = number(tokens.get(at))
        .filter(|value| (1..=31).contains(value) && tokens[at].text.len() <= 2)?;
    let suffix =
        tokens.get(at + 1).is_some_and(|t| !t.spaced && t.is_any(&["st", "nd", "rd", "th"]));
    Some((value, at + 1 + usize::from(suffix)))
}

/// December 26, 26 December, Dec. 26th, December.
fn month(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    if let Some(date) = day_of_month(tokens, at) {
        return Some(date);
    }
    let name = tokens.get(at)?;
    let month = named(name).or_else(|| label_in_small_letters(tokens))?;
    let mut parts = vec![one(Kind::Month, month, tokens, at..at + 1)?];
    let mut next = at + 1;
    // "Mar. 7", but not "the end of March. 7 people"
    let short = is_short(name) || name.text == "Sept";
    next += usize::from(short && tokens.get(next).is_some_and(|t| t.text == "."));
    next += usize::from(tokens.get(next).is_some_and(|t| t.is("the")));
    if let Some((value, after)) = day(tokens, next) {
        parts.push(one(Kind::Day, value, tokens, next..after)?);
        return Some((parts, after));
    }
    let year = number(tokens.get(next)).is_some_and(|year| (1000..3000).contains(&year));
    if stands_among_months(tokens, at) {
        // "Jul" alone may be anybody's name.
        let months = tokens.iter().filter(|token| token.class == Class::Word).count();
        parts[0].weight = if months < 3 { Weight::Medium } else { Weight::Full };
        return Some((parts, next));
    }
    // "Mar" and "Jan" are abbreviations only before a point or a day; "Jan" alone is a name.
    if is_short(name) && !year && next == at + 1 {
        return None;
    }
    let doubtful = is_short(name) || DOUBTFUL.contains(&name.text);
    let of_a_year = tokens.get(at + 1).is_some_and(|t| t.is("of"))
        && tokens.get(at + 2).is_some_and(|t| t.is_any(&["the", "this", "last", "that"]));
    // "the hottest May day on record"
    let a_day = at > 0 && tokens.get(at + 1).is_some_and(|t| t.is_any(&["day", "days"]));
    let said = !doubtful
        || year
        || of_a_year
        || a_day
        || name.text.len() > 2 && is_behind_preposition(tokens, at)
        || name.text.len() > 3 && is_among_small_letters(tokens, at);
    said.then_some((parts, at + 1))
}

/// 26 December, 26th of December
fn day_of_month(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let (value, next) = day(tokens, at)?;
    // "the night of 12-13 August"
    let joins = tokens.get(next).is_some_and(|sign| matches!(sign.text, "-" | "–"));
    let last = if joins { day(tokens, next + 1).map(|last| (next + 1, last)) } else { None };
    let next = last.map_or(next, |(_, (_, next))| next);
    let next = next + usize::from(tokens.get(next).is_some_and(|t| t.is("of")));
    let month = named(tokens.get(next)?)?;
    let mut parts = vec![one(Kind::Day, value, tokens, at..at + 1)?];
    if let Some((at, (last, _))) = last {
        parts.push(one(Kind::Day, last, tokens, at..at + 1)?);
    }
    parts.push(one(Kind::Month, month, tokens, next..next + 1)?);
    Some((parts, next + 1))
}

/// The month of that name, or of that abbreviation.
pub(super) fn named(token: &Token<'_>) -> Option<i128> {
    let text = token.text;
    if token.class != Class::Word || !text.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    // "last September's rally"
    let text = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
    let place = MONTHS.iter().position(|month| {
        text == *month
            || (text.len() == 3 && month.starts_with(text))
            || (text == "Sept" && *month == "September")
    })?;
    Some(place as i128 + 1)
}

/// The month that a text is, and nothing else, in small letters: "jan". "may" and "march" are words.
fn label_in_small_letters(tokens: &[Token<'_>]) -> Option<i128> {
    const WORDS: [&str; 3] = ["mar", "may", "march"];
    let [Token { text, .. }] = tokens else { return None };
    let is_one = |month: &&str| {
        let month = month.to_ascii_lowercase();
        *text == month || text.len() == 3 && month.starts_with(text)
    };
    let place = MONTHS.iter().position(is_one)?;
    (!WORDS.contains(text)).then_some(place as i128 + 1)
}

/// Whether a text is nothing but names of months, as a label or a calendar is: "Jan", "Sept.", "April May June".
fn stands_among_months(tokens: &[Token<'_>], at: usize) -> bool {
    const MOST: usize = 40;
    let is_one = |token: &Token<'_>| named(token).is_some() || token.class == Class::Sign;
    tokens.len() == 1
        || tokens.len() <= MOST && named(&tokens[at]).is_some() && tokens.iter().all(is_one)
}

fn is_short(month: &Token<'_>) -> bool {
    month.text.len() == 3 && month.text != "May"
}

/// Whether what stands before a month shows that it is one: "in May", "mid-August".
fn is_behind_preposition(tokens: &[Token<'_>], at: usize) -> bool {
    let joined = at > 1 && hyphen(tokens, at - 1);
    let before = at.checked_sub(1 + usize::from(joined)).and_then(|before| tokens.get(before));
    before.is_some_and(|word| word.is_any(BEFORE_MONTHS))
}

/// Whether a month of that name stands among small letters, as no name and no verb does: "that same August we moved".
fn is_among_small_letters(tokens: &[Token<'_>], at: usize) -> bool {
    let is_small = |token: &Token<'_>| token.text.starts_with(|c: char| c.is_ascii_lowercase());
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let behind = tokens.get(at + 1);
    // May is a name by itself.
    tokens[at].text != "May"
        && before.is_some_and(is_small)
        && behind.is_none_or(|next| is_small(next) || next.class == Class::Sign)
}

/// '26 and the '70s.
fn short_year(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let quote = tokens.get(at).filter(|t| matches!(t.text, "'" | "’" | "‘"))?;
    let next = tokens.get(at + 1).filter(|t| !t.spaced && t.text.len() == 2)?;
    let value = number(Some(next))?;
    let glued_before = !quote.spaced
        && at.checked_sub(1).is_some_and(|before| tokens[before].class == Class::Word);
    if glued_before {
        return None;
    }
    if tokens.get(at + 2).is_some_and(|t| !t.spaced && t.is("s")) {
        return Some((vec![one(Kind::Decade, value, tokens, at..at + 3)?], at + 3));
    }
    let century = if value < 50 { 2000 } else { 1900 };
    Some((vec![one(Kind::Year, century + value, tokens, at..at + 2)?], at + 2))
}

/// nineteen eighty-four, twenty twenty-five, the nineteen eighties
fn spoken_year(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let word = |index: usize| tokens.get(index).filter(|token| token.class == Class::Word);
    let second = word(at + 1).filter(|token| token.spaced && token.text.len() > 2)?;
    let first = word(at).filter(|first| first.text.len() > 5)?;
    let century = first.known.small().filter(|value| (13..=20).contains(value))?;
    if let Some(decade) = second.known.decade() {
        let decade = one(Kind::Decade, century * 100 + decade, tokens, at..at + 2)?;
        return Some((vec![decade], at + 2));
    }
    let (tens, next) = tens(tokens, at + 1)?;
    // "nineteen twenty-year-olds" are people.
    if hyphen(tokens, next) {
        return None;
    }
    let year = century * 100 + tens;
    Some((vec![one(Kind::Year, year, tokens, at..next)?], next))
}

/// Q3, H1 and FY23.
fn part_of_year(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let letter = tokens.get(at).filter(|token| token.spaced || at == 0)?;
    if letter.text == "FY" {
        let year = number(tokens.get(at + 1))?;
        let year = if year < 100 { 2000 + year } else { year };
        let sane = (1950..2100).contains(&year);
        return sane.then(|| Some((vec![one(Kind::Year, year, tokens, at..at + 2)?], at + 2)))?;
    }
    let last = match letter.text {
        "Q" => 4,
        "H" => 2,
        _ => return None,
    };
    let token = tokens.get(at + 1).filter(|token| !token.spaced)?;
    let part = number(Some(token)).filter(|part| (1..=last).contains(part))?;
    let glued = tokens.get(at + 2).is_some_and(|t| !t.spaced && t.class != Class::Sign);
    let quantity =
        Quantity { weight: Weight::Medium, ..one(Kind::Ordinal, part, tokens, at..at + 2)? };
    (!glued).then(|| (vec![quantity], at + 2))
}

/// the nineties, 70s
fn decade(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let token = tokens.get(at)?;
    if let Some(value) = token.known.decade() {
        return Some((vec![one(Kind::Decade, value, tokens, at..at + 1)?], at + 1));
    }
    let value = number(Some(token)).filter(|value| token.text.len() == 2 && value % 10 == 0)?;
    let plural = tokens.get(at + 1).is_some_and(|t| !t.spaced && t.is("s"));
    let glued = !token.spaced
        && at.checked_sub(1).is_some_and(|before| tokens[before].class != Class::Sign);
    (plural && !glued)
        .then(|| Some((vec![one(Kind::Decade, value, tokens, at..at + 2)?], at + 2)))
        .flatten()
}
