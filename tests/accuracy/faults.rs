//! Puts one known fault into a rightly paired text.

use std::collections::BTreeSet;

use duizhao::link::EventKind;
use duizhao::text::{Side, sentences};

use crate::random::Random;

/// What one speaker says, in one language, with the numbers of the original turns it holds.
#[derive(Clone, Debug)]
pub(crate) struct Turn {
    pub(crate) speaker: String,
    pub(crate) text: String,
    pub(crate) of: Vec<usize>,
    /// Whether it is a second copy.
    pub(crate) again: bool,
}

/// Both sides.
pub(crate) type Sides = [Vec<Turn>; 2];

/// What was done, and what should be said of it.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) name: &'static str,
    pub(crate) kind: EventKind,
    /// The turns of one side that the event must name, from 1.
    pub(crate) side: Side,
    pub(crate) turns: Vec<u32>,
}

/// Pairs of turn numbers, from 1.
pub(crate) type PairSet = BTreeSet<(u32, u32)>;

/// The faults that can be made.
pub(crate) const FAULTS: [&str; 10] = [
    "dropped",
    "stretch",
    "split",
    "merged",
    "swapped",
    "duplicated",
    "truncated",
    "extra",
    "moved",
    "repeated",
];

/// Makes the fault on `side`, at a random place; nothing if the text does not allow it there.
pub(crate) fn make(
    name: &'static str,
    sides: &mut Sides,
    side: Side,
    random: &mut Random,
) -> Option<Fault> {
    let count = sides[side as usize].len();
    // The first and the last turn stay, as they would in a real text that someone looked at.
    let at = 1 + random.below(count - 2);
    let own = &mut sides[side as usize];
    let (kind, fault_side, turns): (_, _, Vec<usize>) = match name {
        "dropped" => {
            own.remove(at);
            (lacking(side), side.other(), vec![at])
        }
        "stretch" => {
            let end = (at + 3 + random.below(4)).min(count - 1);
            own.drain(at..end);
            (lacking(side), side.other(), (at..end).collect())
        }
        "extra" => {
            // Something from elsewhere that the other side never says.
            own.insert(
                at,
                Turn { text: STRANGE[side as usize].into(), of: vec![], ..own[at].clone() },
            );
            (lacking(side.other()), side, vec![at])
        }
        "split" => {
            let (first, second) = halves(&own[at].text, side, random)?;
            let rest = Turn { text: second, ..own[at].clone() };
            own[at].text = first;
            own.insert(at + 1, rest);
            (uneven(side), side.other(), vec![at])
        }
        "merged" => {
            let next = own.remove(at + 1);
            let space = if side == Side::En { " " } else { "" };
            own[at].text = format!("{}{space}{}", own[at].text, next.text);
            own[at].of.extend(next.of);
            (uneven(side.other()), side, vec![at])
        }
        "swapped" => {
            own.swap(at, at + 1);
            (EventKind::Moved, side, vec![at, at + 1])
        }
        "duplicated" => {
            let copy = Turn { again: true, ..own[at].clone() };
            own.insert(at + 1, copy);
            (EventKind::Duplicate, side, vec![at + 1])
        }
        "moved" => {
            // Two or three turns, at least four places further on.
            let length = 2 + random.below(2);
            if at + length + 5 > count {
                return None;
            }
            let stretch: Vec<Turn> = own.drain(at..at + length).collect();
            let to = at + 4 + random.below(own.len() - at - 4);
            own.splice(to..to, stretch);
            (EventKind::Moved, side, (to..to + length).collect())
        }
        "repeated" => {
            // Two or three turns a second time, right after themselves.
            let length = (2 + random.below(2)).min(count - at);
            let copies: Vec<Turn> = own[at..at + length]
                .iter()
                .map(|turn| Turn { again: true, ..turn.clone() })
                .collect();
            own.splice(at + length..at + length, copies);
            (EventKind::Duplicate, side, (at + length..at + 2 * length).collect())
        }
        "truncated" => {
            own[at].text = broken_off(&own[at].text, side, random)?;
            (EventKind::Truncated, side, vec![at])
        }
        _ => unreachable!("{name}"),
    };
    let turns = turns.into_iter().map(|turn| turn as u32 + 1).collect();
    Some(Fault { name, kind, side: fault_side, turns })
}

const STRANGE: [&str; 2] = [
    "昨天傍晚，渔民在码头的灯塔下面发现了一只受伤的海豹，兽医给它包扎好，又把它放回了大海。",
    "Yesterday at dusk fishermen found an injured seal below the lighthouse; a vet dressed its \
     wound and set it free.",
];

/// What is said of the other side when `side` lacks a turn.
fn lacking(side: Side) -> EventKind {
    if side == Side::En { EventKind::Missing } else { EventKind::Extra }
}

/// What is said when `side` has more turns than the other.
fn uneven(side: Side) -> EventKind {
    if side == Side::En { EventKind::Split } else { EventKind::Merged }
}

/// Cuts a text between two sentences.
fn halves(text: &str, side: Side, random: &mut Random) -> Option<(String, String)> {
    let spans = sentences(text, side);
    if spans.len() < 2 {
        return None;
    }
    let cut = spans[1 + random.below(spans.len() - 1)].start() as usize;
    Some((text[..cut].trim_end().to_owned(), text[cut..].to_owned()))
}

/// Cuts a text off in the middle of a sentence.
fn broken_off(text: &str, side: Side, random: &mut Random) -> Option<String> {
    let length = text.chars().count();
    let least = if side == Side::En { 60 } else { 20 };
    if length < least {
        return None;
    }
    let keep = length / 3 + random.below(length / 3);
    let cut: String = text.chars().take(keep).collect();
    let cut = cut.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    (cut.chars().count() * 4 > length).then(|| cut.to_owned())
}

/// The pairs that belong together, and those of which one is a second copy.
pub(crate) fn truth(sides: &Sides) -> (PairSet, PairSet) {
    let (mut pairs, mut neutral) = (BTreeSet::new(), BTreeSet::new());
    for (zh, z) in sides[0].iter().zip(1..) {
        for (en, e) in sides[1].iter().zip(1..) {
            if zh.of.iter().any(|turn| en.of.contains(turn)) {
                let list = if zh.again || en.again { &mut neutral } else { &mut pairs };
                list.insert((z, e));
            }
        }
    }
    (pairs, neutral)
}
