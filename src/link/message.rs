//! The sentences that tell people what happened.

use super::{Event, EventKind};
use crate::document::TurnId;
use crate::text::Side;

/// `Z3`, `Z3 and Z4`, `Z3 to Z7`, or a list of such where numbers are left out.
pub(super) fn list(turns: &[TurnId]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = turns;
    while let Some(&first) = rest.first() {
        let run = rest.iter().zip(first.number()..).take_while(|(turn, at)| turn.number() == *at);
        let length = run.count();
        let last = rest[length - 1];
        parts.push(match length {
            1 => first.to_string(),
            2 => format!("{first} and {last}"),
            _ => format!("{first} to {last}"),
        });
        rest = &rest[length..];
    }
    parts.join(", ")
}

fn turns(count: usize) -> String {
    match count {
        1 => "one turn".to_owned(),
        2 => "two turns".to_owned(),
        3 => "three turns".to_owned(),
        _ => format!("{count} turns"),
    }
}

fn hold(turns: &[TurnId]) -> &'static str {
    if turns.len() == 1 { "holds" } else { "hold" }
}

/// A run of equal offset, whose offset differs by `change` from that of the run before, with what
/// happened between the two.
pub(super) fn shifted<'e>(
    event: &Event,
    change: i32,
    between: impl Iterator<Item = &'e Event>,
) -> String {
    let offset = event.offset.unwrap_or_default();
    let way = if offset < 0 { "early" } else { "late" };
    let (Some(zh), Some(en)) = (event.zh.first(), event.en.first()) else { return String::new() };
    let mut message = format!(
        "{} English runs {} {way}: {zh} belongs to {en}",
        match event.zh.as_slice() {
            [one] => format!("at {one}"),
            run => format!("from {zh} to {}", run[run.len() - 1]),
        },
        turns(offset.unsigned_abs() as usize),
    );
    let moves = |cause: &&Event| delta(cause) != 0 && delta(cause).signum() == change.signum();
    let causes: Vec<String> = between.filter(moves).map(short).collect();
    if !causes.is_empty() {
        message.push_str(", because ");
        message.push_str(&causes.join(", and "));
    }
    message
}

/// By how much an event changes the offset of what follows.
fn delta(event: &Event) -> i32 {
    let (zh, en) = (event.zh.len() as i32, event.en.len() as i32);
    match event.kind {
        EventKind::Merged | EventKind::Split => en - zh,
        EventKind::Missing => -zh,
        EventKind::Extra => en,
        EventKind::Duplicate if event.at == Some(Side::Zh) => -zh,
        EventKind::Duplicate => en,
        EventKind::Truncated | EventKind::Moved | EventKind::Shifted => 0,
    }
}

/// The cause in a few words.
fn short(event: &Event) -> String {
    let (zh, en) = (list(&event.zh), list(&event.en));
    match event.kind {
        EventKind::Merged | EventKind::Split => format!("{en} {} {zh}", hold(&event.en)),
        EventKind::Missing => format!("nothing translates {zh}"),
        EventKind::Duplicate if event.at == Some(Side::Zh) => format!("{zh} came before already"),
        EventKind::Duplicate => format!("{en} came before already"),
        _ if event.en.len() == 1 => format!("{en} belongs to no Chinese turn"),
        _ => format!("{en} belong to no Chinese turn"),
    }
}

/// A group of turns that are not one to one.
pub(super) fn uneven(event: &Event) -> String {
    let (zh, en) = (list(&event.zh), list(&event.en));
    if event.zh.len() == 1 {
        format!("the translation of {zh} is split over {en}")
    } else if event.en.len() == 1 {
        format!("{en} holds the translation of {zh}")
    } else {
        format!("{en} hold the translation of {zh}, cut at other places")
    }
}

/// Turns without a counterpart.
pub(super) fn lonely(event: &Event) -> String {
    match event.kind {
        EventKind::Missing => format!("nothing in English translates {}", list(&event.zh)),
        _ => format!(
            "{} {} nothing in Chinese",
            list(&event.en),
            if event.en.len() == 1 { "translates" } else { "translate" }
        ),
    }
}

/// A second copy on `side`.
pub(super) fn duplicate(event: &Event, side: Side) -> String {
    let copies = event.side(side);
    format!(
        "{} {} a second time what belongs to {}",
        list(copies),
        if copies.len() == 1 { "says" } else { "say" },
        list(event.side(side.other())),
    )
}

/// Turns out of order.
pub(super) fn moved(event: &Event) -> String {
    let (zh, en) = (list(&event.zh), list(&event.en));
    let verb = if event.en.len() == 1 { "stands" } else { "stand" };
    format!("{en} {verb} out of order: the counterpart of {zh}")
}

/// A turn that stops in the middle of a sentence, with its last words.
pub(super) fn truncated(turn: TurnId, end: &str) -> String {
    format!("{turn} stops in the middle of a sentence: “…{end}”")
}

/// What is added where breaks come at a steady distance.
pub(super) fn rhythm(side: Side, distance: usize, times: usize) -> String {
    format!(
        "; {} breaks off {times} times after about {distance} characters, as if a tool had \
         processed it in pieces of that size",
        side.name()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turns(numbers: &[usize]) -> Vec<TurnId> {
        numbers.iter().map(|&number| TurnId::at(Side::Zh, number - 1)).collect()
    }

    #[test]
    fn runs_are_told_by_their_ends() {
        assert_eq!(list(&turns(&[3])), "Z3");
        assert_eq!(list(&turns(&[3, 4])), "Z3 and Z4");
        assert_eq!(list(&turns(&[1, 3, 4, 5, 9])), "Z1, Z3 to Z5, Z9");
    }
}
