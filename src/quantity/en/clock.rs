//! English times of day: "3:30 pm", "half past three", "from one to three in the afternoon".

use super::parts::one;
use super::token::{Class, Token, hyphen, number, tens};
use crate::quantity::digits;
use crate::quantity::interval::{Interval, Value, sum, whole};
use crate::quantity::{Kind, Quantity, Unit, Weight};

/// The times that start at token `at`, and the token after them.
pub(super) fn read(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    clock(tokens, at)
        .or_else(|| pointed(tokens, at))
        .or_else(|| spoken_time(tokens, at))
        .or_else(|| minutes_past(tokens, at))
        .or_else(|| hour_and_minutes(tokens, at))
        .or_else(|| two_hours(tokens, at))
        .or_else(|| hour(tokens, at))
        .or_else(|| twelve(tokens, at))
}

/// "noon", "12 noon" and "midnight", which Chinese mostly says without a number.
fn twelve(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let digits = usize::from(tokens.get(at)?.text == "12");
    let minutes = match tokens.get(at + digits)? {
        token if token.is("noon") => 12 * 60,
        token if token.is("midnight") => 0,
        _ => return None,
    };
    let next = at + digits + 1;
    let time = one(Kind::Time, minutes, tokens, at..next)?;
    Some((vec![Quantity { weight: Weight::Light, ..time }], next))
}

/// An hour in digits or as a word, from 1 to 12.
fn full_hour(token: Option<&Token<'_>>) -> Option<i128> {
    let hour = number(token).or_else(|| token?.known.small())?;
    (1..=12).contains(&hour).then_some(hour)
}

/// Whether the part of the day at `at` is after noon, and the token after it.
fn part_of_day(tokens: &[Token<'_>], at: usize) -> Option<(bool, usize)> {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_any(words));
    if is(at, &["at"]) && is(at + 1, &["night"]) {
        return Some((true, at + 2));
    }
    if !is(at, &["in"]) || !is(at + 1, &["the"]) {
        return None;
    }
    if is(at + 2, &["morning"]) {
        return Some((false, at + 3));
    }
    is(at + 2, &["afternoon", "evening"]).then_some((true, at + 3))
}

/// An hour on the clock of 24 hours.
fn shifted(hour: i128, afternoon: bool) -> i128 {
    if afternoon && hour < 12 { hour + 12 } else { hour }
}

/// "three in the morning"
fn hour(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let next = tokens.get(at + 1).filter(|t| t.is_any(&["in", "at", "o'clock", "o’clock"]))?;
    let hour = full_hour(tokens.get(at))?;
    if next.text.len() > 2 {
        return Some((vec![one(Kind::Time, hour * 60, tokens, at..at + 2)?], at + 2));
    }
    let (afternoon, _) = part_of_day(tokens, at + 1)?;
    let minutes = shifted(hour, afternoon) * 60;
    Some((vec![one(Kind::Time, minutes, tokens, at..at + 1)?], at + 1))
}

/// "one to three in the afternoon", "9-11 a.m."
fn two_hours(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let joint = tokens.get(at + 1)?;
    let joins = matches!(joint.text, "-" | "–") || joint.is_any(&["to", "and", "until", "till"]);
    let first = full_hour(tokens.get(at)).filter(|_| joins)?;
    let (mut times, next) = clock(tokens, at + 2)
        .or_else(|| hour(tokens, at + 2))
        .filter(|_| full_hour(tokens.get(at + 2)).is_some())?;
    let until = times.first()?.value.low()?.to_integer();
    // From 11 to 1 p.m. starts before noon.
    let same_half = shifted(first, until >= 12 * 60) * 60;
    let minutes = if same_half < until { same_half } else { first * 60 };
    times.insert(0, one(Kind::Time, minutes, tokens, at..at + 1)?);
    Some((times, next))
}

/// 4.20pm, as the British write it.
fn pointed(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let (hour, minutes) =
        tokens.get(at)?.text.split_once('.').filter(|(_, places)| places.len() == 2)?;
    let (hour, minutes): (i128, i128) = (hour.parse().ok()?, minutes.parse().ok()?);
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_any(words));
    let dotted = tokens.get(at + 2).is_some_and(|t| t.text == ".") && is(at + 3, &["m"]);
    // "until 2.25 the next morning"
    let day = is(at + 1, &["the"]) && is(at + 2, &["next", "following"]);
    let day = usize::from(day) + usize::from(day || is(at + 1, &["that", "this"]));
    let said = part_of_day(tokens, at + 1).map(|(afternoon, _)| afternoon);
    let (afternoon, next) = match tokens.get(at + 1)?.text.to_ascii_lowercase().as_str() {
        "am" => (false, at + 2),
        "pm" => (true, at + 2),
        "a" if dotted => (false, at + 4),
        "p" if dotted => (true, at + 4),
        _ if day > 0 && is(at + 1 + day, &["morning"]) => (false, at + 1),
        _ if day > 0 && is(at + 1 + day, &["afternoon", "evening"]) => (true, at + 1),
        _ => (said?, at + 1),
    };
    let sane = (1..=12).contains(&hour) && minutes < 60;
    let time = one(Kind::Time, shifted(hour, afternoon) * 60 + minutes, tokens, at..next)?;
    sane.then(|| (vec![time], next))
}

/// 3:30 pm, 3 p.m.
fn clock(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let token = tokens.get(at)?;
    // "four a.m."
    let in_words = || {
        let half = tokens.get(at + 1).filter(|half| half.is_any(&["a", "p"]))?;
        let dotted = tokens.get(at + 2).is_some_and(|dot| !dot.spaced && dot.text == ".");
        let m = tokens.get(at + 3).is_some_and(|m| !m.spaced && m.is("m"));
        full_hour(Some(token)).filter(|_| half.spaced && dotted && m)
    };
    let hour = number(Some(token))
        .filter(|hour| (0..=24).contains(hour) && token.text.len() <= 2)
        .or_else(in_words)?;
    let mut next = at + 1;
    let mut minutes = 0;
    let colon = tokens.get(next).is_some_and(|t| !t.spaced && t.text == ":");
    let sixtieth = |at: usize| {
        let part = tokens.get(at).filter(|t| !t.spaced && t.text.len() == 2)?;
        number(Some(part)).filter(|part| (0..60).contains(part))
    };
    // "a ratio of 1:13.5"
    let ratio = tokens[at.saturating_sub(4)..at].iter().any(|word| word.is("ratio"));
    if let Some(seconds) = tokens.get(next + 1).filter(|_| colon && !ratio).and_then(hundredths) {
        // 3:27.46 is a race.
        let all = sum(whole(hour * 60), seconds)?;
        let length = one(Kind::Duration, 0, tokens, at..next + 2)?;
        let (value, unit) = (Interval::point(all), Unit::named("second"));
        return Some((vec![Quantity { value, unit, ..length }], next + 2));
    }
    if colon {
        minutes = sixtieth(next + 1)?;
        next += 2;
        // 2:03:36 is how long something took.
        let again = tokens.get(next).is_some_and(|t| !t.spaced && t.text == ":");
        if let Some(seconds) = sixtieth(next + 1).filter(|_| again) {
            let all = hour * 3600 + minutes * 60 + seconds;
            let length = one(Kind::Duration, all, tokens, at..next + 2)?;
            return Some((vec![Quantity { unit: Unit::named("second"), ..length }], next + 2));
        }
    }
    let half = tokens.get(next).and_then(|word| match () {
        () if word.is_any(&["am", "a"]) => Some(false),
        () if word.is_any(&["pm", "p"]) => Some(true),
        () => None,
    });
    let dotted = tokens.get(next + 1).is_some_and(|t| t.text == ".")
        && tokens.get(next + 2).is_some_and(|t| t.is("m"));
    let abbreviated = tokens.get(next).is_some_and(|t| t.text.len() == 2);
    let afternoon = half.filter(|_| dotted || abbreviated);
    if afternoon.is_none()
        && !colon
        && !tokens.get(next).is_some_and(|t| t.is("o'clock") || t.is("o’clock"))
    {
        return None;
    }
    if afternoon.is_some() {
        next += if dotted { 3 } else { 1 };
    }
    let hour = if afternoon == Some(true) && hour < 12 { hour + 12 } else { hour };
    Some((vec![one(Kind::Time, hour * 60 + minutes, tokens, at..next)?], next))
}

/// The seconds of 27.46, which are behind a colon.
fn hundredths(token: &Token<'_>) -> Option<Value> {
    let (whole_part, parts) = token.text.split_once('.')?;
    let (value, length) = digits::number(token.text)?;
    let is_race = whole_part.len() == 2 && (1..=3).contains(&parts.len()) && value < whole(60);
    (!token.spaced && is_race && length == token.text.len()).then_some(value)
}

/// "at half nine", as the British say half past nine
fn half_nine(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_any(words));
    let lead = at.checked_sub(1).is_some_and(|at| is(at, &["at", "by", "until", "till"]));
    let hour = full_hour(tokens.get(at + 1)).filter(|_| lead && is(at, &["half"]))?;
    let next = at + 2;
    let ends = tokens.get(next).is_none_or(|t| {
        t.class == Class::Sign && t.text != "-" && t.text != "%" || t.is_any(&["in", "and", "on"])
    });
    let time = one(Kind::Time, hour * 60 + 30, tokens, at..next)?;
    ends.then(|| (vec![time], next))
}

/// twelve minutes past seven
fn minutes_past(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_any(words));
    let past = is(at + 2, &["past"]);
    // "from 38 minutes to 9"
    let lead = at.checked_sub(1).is_some_and(|at| is(at, &["at", "is", "was", "by", "until"]));
    if !is(at + 1, &["minutes", "minute"]) || !(past || is(at + 2, &["to"]) && lead) {
        return None;
    }
    let hour = full_hour(tokens.get(at + 3))?;
    let minutes = number(tokens.get(at)).or_else(|| tokens.get(at)?.known.small());
    let minutes = minutes.filter(|minutes| (1..60).contains(minutes))?;
    let ends = tokens.get(at + 4).is_none_or(|t| t.class == Class::Sign || t.is_any(&["in", "at"]));
    let minutes = if past { hour * 60 + minutes } else { hour * 60 - minutes };
    let time = one(Kind::Time, minutes, tokens, at..at + 4)?;
    ends.then(|| (vec![time], at + 4))
}

/// "it is seven forty": where an hour is expected and nothing is counted.
fn hour_and_minutes(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    const LEAD: &[&str] =
        &["at", "by", "around", "about", "until", "till", "is", "was", "since", "before", "after"];
    let lead = at.checked_sub(1).is_some_and(|before| tokens[before].is_any(LEAD));
    let hour = tokens.get(at).filter(|_| lead)?.known.small()?;
    let (minutes, next) = tens(tokens, at + 1)?;
    let ends = tokens.get(next).is_none_or(|t| {
        matches!(t.text, "." | "," | ";" | "!" | "?" | ")")
            || t.is_any(&["in", "on", "and", "every", "each", "sharp"])
    });
    let sane = (1..=12).contains(&hour) && minutes < 60 && ends;
    let time = one(Kind::Time, hour * 60 + minutes, tokens, at..next)?;
    sane.then(|| (vec![Quantity { weight: Weight::Medium, ..time }], next))
}

/// half past three, a quarter to four, three o'clock, in the afternoon or not.
fn spoken_time(tokens: &[Token<'_>], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let is = |index: usize, word: &str| tokens.get(index).is_some_and(|t| t.is(word));
    let article = usize::from(is(at, "a"));
    let part = tokens.get(at + article)?;
    let names = [("half", 30), ("quarter", 15), ("ten", 10), ("twenty", 20), ("five", 5)];
    let (_, minutes) = names.into_iter().find(|(name, _)| part.is(name))?;
    // "twenty-five past three"
    let five = usize::from(minutes == 20 && hyphen(tokens, at + 1) && is(at + 2, "five"));
    let minutes = minutes + 5 * five as i128;
    let behind = at + article + 1 + 2 * five;
    if let Some(time) = half_nine(tokens, at) {
        return Some(time);
    }
    let (past, to) = (is(behind, "past"), is(behind, "to"));
    let hour_at = behind + 1;
    let word_hour =
        tokens.get(hour_at).and_then(|t| t.known.small()).filter(|hour| (1..=12).contains(hour));
    let twelve = [("midnight", 24), ("noon", 12)];
    let twelve = twelve.into_iter().find(|(name, _)| is(hour_at, name)).map(|(_, hour)| hour);
    let hour = word_hour
        .or_else(|| number(tokens.get(hour_at)).filter(|hour| (1..=12).contains(hour)))
        .or(twelve);
    // "until a quarter past": the hour was said before.
    let ends = tokens.get(hour_at).is_none_or(|next| next.class == Class::Sign);
    let Some(hour) = hour else {
        let known = ends && (past && minutes >= 15 || to && minutes == 15);
        let minutes = if past { minutes } else { 60 - minutes };
        let time = one(Kind::Time, minutes, tokens, at..hour_at)?;
        return known.then(|| (vec![Quantity { weight: Weight::Light, ..time }], hour_at));
    };
    // "five to six" is a range and "won ten to eight" a score.
    let lead = [
        "at", "by", "is", "it's", "it’s", "was", "until", "till", "about", "almost", "nearly",
        "around", "for",
    ];
    let said = at.checked_sub(1).is_none_or(|before| {
        tokens[before].is_any(&lead) || matches!(tokens[before].text, "." | "," | ";" | ":" | "(")
    });
    // "at five to three", but no percentage and no people.
    // "found guilty by ten to two"
    const COUNTED: &[&str] = &[
        "verdict", "vote", "voted", "votes", "won", "win", "beat", "lost", "lose", "majority",
        "score", "margin", "passed",
    ];
    let counted = tokens[at.saturating_sub(8)..at].iter().any(|word| word.is_any(COUNTED));
    let at_the_hour = !counted
        && at
            .checked_sub(1)
            .is_some_and(|before| tokens[before].is_any(&["at", "by", "until", "till"]))
        && tokens.get(hour_at + 1).is_none_or(|next| {
            next.class == Class::Sign && next.text != "%" && !hyphen(tokens, hour_at + 1)
        });
    // "died at ten to ten in the evening"
    let next = hour_at + 1;
    let in_part = |parts: &[&str]| {
        is(next, "in") && is(next + 1, "the") && parts.iter().any(|part| is(next + 2, part))
    };
    let known = past
        || (to && (minutes == 15 || minutes >= 10 && minutes > hour && said))
        || (to && twelve.is_some())
        || (to && at_the_hour && minutes > hour)
        || (to && said && in_part(&["morning", "afternoon", "evening"]));
    if !known {
        return None;
    }
    let minutes = if past { hour * 60 + minutes } else { hour * 60 - minutes };
    let afternoon = in_part(&["afternoon", "evening"]);
    let shift = if afternoon && hour < 12 { 12 * 60 } else { 0 };
    Some((vec![one(Kind::Time, minutes + shift, tokens, at..next)?], next))
}
