//! Where a text was cut: turns that stop in the middle of a sentence, and the rhythm of cuts.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::evidence::{Evidence, within};
use super::group::Group;
use super::pairs::Pairs;
use super::{Event, EventKind, Passage, message};
use crate::dictionary::Dictionary;
use crate::document::{Document, Turn, TurnId};
use crate::text::{Side, Span, is_finished, latin_words};

/// A side marks the ends of its sentences if this share of its turns ends with a mark, one turn
/// more or less; else a missing mark says nothing.
const HABIT: f64 = 0.9;

/// Fewer turns than this show no habit.
const FEW_TURNS: usize = 4;

/// As many turns show that a missing mark is none of their habits.
const MANY_TURNS: usize = 20;

/// Turns that stop in the middle of a sentence, while the turn after does not go on with it.
pub(super) fn truncated(
    document: &Document,
    dictionary: &Dictionary,
    evidence: &Evidence,
    pairs: &Pairs,
) -> Vec<Event> {
    let on_side = |side| on_side(document, dictionary, evidence, pairs, side);
    Side::BOTH.into_iter().flat_map(on_side).collect()
}

fn on_side(
    document: &Document,
    dictionary: &Dictionary,
    evidence: &Evidence,
    pairs: &Pairs,
    side: Side,
) -> Vec<Event> {
    let turns = document.turns(side);
    let open: Vec<bool> = turns.iter().map(|turn| stops_open(turn.text())).collect();
    let counterparts = counterparts(pairs, side);
    let words = LazyCell::new(|| word_counts(document));
    let counterpart = |turn: usize| counterparts.get(&evidence.text(side).turn(turn).end).copied();
    // Where the other side stops as well, the speaker was interrupted, or it is a heading.
    let shared = |turn: usize| {
        counterpart(turn).is_some_and(|end| {
            let other = evidence.text(side.other()).units[end - 1].turn as usize;
            stops_open(document.turns(side.other())[other].text())
        })
    };
    let alone: Vec<bool> = (0..turns.len()).map(|turn| open[turn] && !shared(turn)).collect();
    let closed = open.iter().filter(|open| !**open).count();
    let opened = alone.iter().filter(|alone| **alone).count();
    if turns.len() < FEW_TURNS || ((closed + 1) as f64) < HABIT * (closed + opened) as f64 {
        return Vec::new();
    }
    // Whoever ends all English turns but one with a mark hardly forgot that one.
    let is_alone = side == Side::En && opened <= 2 && turns.len() >= MANY_TURNS;
    let ends = |other: usize| is_finished(document.turns(side.other())[other].text().trim_end());
    (0..turns.len())
        .filter(|&turn| alone[turn] && !continues(evidence, pairs, side, turn))
        .filter_map(|turn| {
            let end = evidence.text(side).turn(turn).end;
            let counterpart = counterpart(turn)?;
            let other = evidence.text(side.other()).units[counterpart - 1].turn as usize;
            // Some texts end lines with commas.
            let text = document.turns(side)[turn].text().trim_end();
            let comma = !text.ends_with(char::is_alphanumeric);
            let count = |word: &str| words.get(word).copied().unwrap_or(0);
            let lacking = is_alone
                && !comma
                && ends(other)
                && is_shorter(evidence, side, turn, other, RATHER_SHORT)
                || stops_in_word(&turns[turn], dictionary, count)
                || is_shorter(evidence, side, turn, other, SHORT)
                || goes_on(evidence, side, end, counterpart, comma);
            lacking.then(|| event(document, evidence, side, turn, counterpart))
        })
        .collect()
}

/// The share of its usual length below which a turn without a mark at its end is cut in any case.
const SHORT: f32 = 0.75;

/// The same where a mark is missing at no other turn.
const RATHER_SHORT: f32 = 0.95;

/// Whether a turn that is paired with one other turn has less than that share of its length.
fn is_shorter(evidence: &Evidence, side: Side, turn: usize, other_turn: usize, share: f32) -> bool {
    let (own, other) = (evidence.text(side), evidence.text(side.other()));
    let length = own.length(own.turn(turn));
    length < share * other.length(other.turn(other_turn))
}

/// Whether the other side, whose sentence ends before the unit `counterpart`, goes on where a
/// sentence stops before the unit `end`: the sentence is too short for it, or nothing in it answers
/// the last words of the other.
fn goes_on(evidence: &Evidence, side: Side, end: usize, counterpart: usize, comma: bool) -> bool {
    const LONG: f32 = 1.15;
    const TELLING: f32 = 60.0;
    let (own, other) = (evidence.text(side), evidence.text(side.other()));
    let (own_last, other_last) = (own.sentence_before(end), other.sentence_before(counterpart));
    let ratio = own.length(own_last.clone()) / other.length(other_last.clone()).max(1.0);
    if comma || !(SHORT..=LONG).contains(&ratio) {
        return ratio < SHORT;
    }
    if own.length(own_last.clone()) < TELLING {
        return false;
    }
    let answered: Vec<bool> = other_last
        .flat_map(|unit| other.hits(unit))
        .filter(|hits| !hits.is_empty())
        .map(|hits| !within(hits, own_last.clone()).is_empty())
        .collect();
    let tail = &answered[answered.len() - answered.len().div_ceil(3)..];
    tail.len() >= 2 && tail.iter().filter(|answered| **answered).count() * 4 <= tail.len()
}

/// Whether a text ends without a mark that may end what someone says.
fn stops_open(text: &str) -> bool {
    let last = text.trim_end().chars().next_back();
    last.is_some_and(|last| {
        last.is_alphanumeric() || matches!(last, ',' | '，' | '、' | ';' | '；')
    })
}

/// Whether an English turn ends with letters that are no word: none that the dictionary knows, and none that
/// stands anywhere else in the document, by `counts`. The last sentence may have lost no more than two letters.
fn stops_in_word(turn: &Turn, dictionary: &Dictionary, counts: impl FnOnce(&str) -> usize) -> bool {
    const SHORT: usize = 3;
    turn.id.side() == Side::En
        && last_letters(turn.text(), SHORT)
            .is_some_and(|last| !dictionary.is_english(last) && counts(last) <= 1)
}

/// The lower-case letters, so many at least, that a text ends with and that are no part of a longer word.
pub(super) fn last_letters(text: &str, least: usize) -> Option<&str> {
    let text = text.trim_end();
    let start = text.trim_end_matches(|c: char| c.is_ascii_lowercase()).len();
    let last = &text[start..];
    let begins = !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '\'' || c == '’');
    (begins && last.len() >= least).then_some(last)
}

/// How often each English word stands in the document, in lower case.
fn word_counts(document: &Document) -> FxHashMap<String, usize> {
    let mut counts = FxHashMap::default();
    for turn in Side::BOTH.into_iter().flat_map(|side| document.turns(side)) {
        for (_, word) in latin_words(turn.text()) {
            *counts.entry(word.to_ascii_lowercase()).or_default() += 1;
        }
    }
    counts
}

/// Whether the turn after goes on with what the turn breaks off: both belong to one turn of the
/// other side.
fn continues(evidence: &Evidence, pairs: &Pairs, side: Side, turn: usize) -> bool {
    let (own, other) = (evidence.text(side), evidence.text(side.other()));
    let blocks: Vec<_> = pairs.blocks.iter().filter(|block| block.is_pair()).collect();
    blocks.windows(2).any(|two| {
        let of = |at: usize| own.units[two[at].side(side).start].turn as usize;
        let to = |at: usize| other.units[two[at].side(side.other()).start].turn;
        of(0) == turn && of(1) == turn + 1 && to(0) == to(1)
    })
}

/// Where blocks end on a side, and where they end on the other; second copies included.
fn counterparts(pairs: &Pairs, side: Side) -> BTreeMap<usize, usize> {
    let copies = pairs.again.iter().map(|copy| copy.block());
    let blocks = pairs.blocks.iter().filter(|block| block.is_pair()).cloned();
    // What is in order counts before copies.
    let all: Vec<_> = copies.chain(blocks).collect();
    all.iter().map(|block| (block.side(side).end, block.side(side.other()).end)).collect()
}

fn event(
    document: &Document,
    evidence: &Evidence,
    side: Side,
    turn: usize,
    counterpart: usize,
) -> Event {
    let id = TurnId::at(side, turn);
    let text = document.turn(id).text();
    let mut event = Event::new(EventKind::Truncated);
    event.at = Some(side);
    event.message = message::truncated(id, last_words(text));
    event.add(side, vec![id]);
    let last = evidence.text(side).units[evidence.text(side).turn(turn).end - 1];
    *event.place_mut(side) = Some(Passage { turn: id, span: last.span });
    let unit = evidence.text(side.other()).units[counterpart - 1];
    let other = TurnId::at(side.other(), unit.turn as usize);
    event.add(side.other(), vec![other]);
    *event.place_mut(side.other()) = Some(Passage { turn: other, span: unit.span });
    event
}

/// The last few words, or the last few characters of Chinese.
pub(super) fn last_words(text: &str) -> &str {
    const SHOWN: usize = 24;
    let text = text.trim_end();
    let start = text.char_indices().rev().nth(SHOWN).map_or(0, |(at, _)| at);
    let word = text[start..].find(' ').map_or(start, |space| start + space + 1);
    Span::at(word..text.len()).of(text)
}

/// Two distances are the same if they differ by less than this share.
const STEADY: f64 = 0.01;

/// Says so where the breaks of a side come at a steady distance.
pub(super) fn tell_rhythm(document: &Document, groups: &[Group], events: &mut [Event]) {
    for side in Side::BOTH {
        // How many characters stand before each turn.
        let mut before = vec![0_usize];
        for turn in document.turns(side) {
            before.push(before[before.len() - 1] + turn.text().chars().count());
        }
        let breaks = breaks(events, groups, side);
        let distances: Vec<usize> =
            breaks.windows(2).map(|two| before[two[1]] - before[two[0]]).collect();
        let steady = |a: usize, b: usize| a.abs_diff(b) as f64 <= STEADY * a.max(b) as f64;
        let best = distances
            .iter()
            .map(|&distance| {
                let like: Vec<usize> =
                    distances.iter().copied().filter(|&other| steady(distance, other)).collect();
                (like.len(), like.iter().sum::<usize>() / like.len().max(1), distance)
            })
            .max_by_key(|&(times, _, _)| times);
        let Some((times, mean, distance)) = best.filter(|best| best.0 >= 3) else { continue };
        for (two, &here) in breaks.windows(2).zip(&distances) {
            if !steady(distance, here) {
                continue;
            }
            let ends = |event: &&mut Event| {
                event.kind == EventKind::Truncated
                    && event.at == Some(side)
                    && event.side(side).first().is_some_and(|turn| turn.index() + 1 == two[1])
            };
            if let Some(event) = events.iter_mut().find(ends) {
                event.message.push_str(&message::rhythm(side, mean, times));
            }
        }
    }
}

/// The turns before which a side breaks off: its start, after truncated turns, and where the other
/// side has something that it lacks.
fn breaks(events: &[Event], groups: &[Group], side: Side) -> Vec<usize> {
    let lack = if side == Side::En { EventKind::Missing } else { EventKind::Extra };
    let after = |event: &Event| {
        if event.kind == lack {
            let first = event.side(side.other()).first()?.index();
            let before = groups.partition_point(|group| group.side(side.other()).start < first);
            return Some(groups[..before].last()?.side(side).end);
        }
        let own = event.kind == EventKind::Truncated && event.at == Some(side);
        event.side(side).first().filter(|_| own).map(|turn| turn.index() + 1)
    };
    let mut breaks: Vec<usize> =
        std::iter::once(0).chain(events.iter().filter_map(after)).collect();
    breaks.sort_unstable();
    breaks.dedup();
    breaks
}
