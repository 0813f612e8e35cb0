//! Turns that repeat another of their own language, word for word or translated anew.

use std::ops::Range;

use super::block::Block;
use super::cell;
use super::evidence::{Evidence, Text};
use super::repeat::{SURE, Stray};
use super::seed::candidates;
use super::swap::taken_apart;
use crate::text::Side;

/// Copies so many turns off are looked for whatever they say.
const REACH: usize = 3;

/// Shorter turns, in English characters, are phrases that people say again.
const NO_PHRASE: f32 = 48.0;

/// Turns of a run without counterparts that repeat one that has its own.
pub(super) fn by_wording(
    evidence: &Evidence,
    blocks: &[Block],
    side: Side,
    run: &Range<usize>,
) -> Vec<Stray> {
    let text = evidence.text(side);
    let reach = REACH.max(run.len());
    let twin_of = |turn: usize| {
        let nearby = turn.saturating_sub(reach)..(turn + reach + 1).min(text.turns());
        let others = || nearby.clone().filter(|other| !run.contains(other));
        let same = others().find(|&other| text.same_wording(turn, other));
        let far = || text.first_and_last(turn).into_iter().find(|other| !run.contains(other));
        if let Some(twin) = same.or_else(|| far().filter(|_| is_no_phrase(text, turn))) {
            return Some((twin, 1.0));
        }
        let told_anew = |block: &&Block| repeats(evidence, side, &text.turn(turn), block);
        let same_content = of_same_content(evidence, blocks, side, turn).filter(told_anew);
        let same_content = same_content.map(|block| turn_of(text, &block.side(side)));
        let reworded = others().filter(|&other| is_reworded(text, turn, other));
        let alike = reworded.chain(same_content);
        alike
            .map(|other| (other, text.likeness(turn, other)))
            .max_by(|one, other| one.1.total_cmp(&other.1))
    };
    let stray = |turn: usize| {
        let (twin, score) = twin_of(turn)?;
        let block =
            blocks.iter().find(|block| block.is_pair() && block.side(side) == text.turn(twin))?;
        Some(Stray { side, own: text.turn(turn), other: block.side(side.other()), score })
    };
    run.clone().filter_map(stray).collect()
}

/// Turns that say once more what the turn right before or behind them says and were paired with another turn, because
/// that stood in order and had no counterpart.
pub(super) fn paired_copies(evidence: &Evidence, blocks: &[Block], side: Side) -> Vec<Stray> {
    let text = evidence.text(side);
    let pairs = blocks.iter().filter(|block| block.is_pair());
    let mut pairs: Vec<Block> = pairs
        .flat_map(|block| match taken_apart(evidence, block) {
            Some(two) => two.to_vec(),
            None => vec![block.clone()],
        })
        .collect();
    pairs.sort_by_key(|pair| pair.side(side).start);
    let copy = |two: &[Block]| {
        let turn = turn_of(text, &two[1].side(side));
        let before = text.turn(turn.checked_sub(1)?);
        if two[0].side(side) != before || !is_no_phrase(text, turn) {
            return None;
        }
        let gain = |block: &Block| cell::gain(evidence, block);
        let same_wording = text.same_wording(turn - 1, turn);
        // The second stands where it belongs, and the first beside it.
        let other = two[1].side(side.other());
        let first = Stray { side, own: before, other, score: 1.0 };
        if same_wording && gain(&two[0]) < AS_GOOD * gain(&first.block()) {
            return Some(first);
        }
        let other = two[0].side(side.other());
        let own = Stray { side, own: text.turn(turn), other, score: 1.0 };
        let gains = [&own.block(), &two[0], &two[1]].map(gain);
        let is_copy = match same_wording {
            true => gains[2] < AS_GOOD * gains[0],
            false => {
                two[1].side(side) == own.own
                    && text.likeness(turn, turn - 1) >= ALIKE_AND_AS_GOOD
                    && says_it_instead(gains)
            }
        };
        is_copy.then_some(own)
    };
    pairs.windows(2).filter_map(copy).collect()
}

/// A copy shares this part of what the first shares with the other side.
const AS_GOOD: f32 = 0.6;

/// Two translations of one turn are so much alike at least, of which the second gains as much as [`AS_GOOD`] asks.
const ALIKE_AND_AS_GOOD: f32 = 0.2;

/// Whether a turn translates what the one before it translates, and not what it was paired with, by what these gain: it
/// with that of the one before, the one before, and it with its own.
fn says_it_instead([again, first, own]: [f32; 3]) -> bool {
    again >= SURE && again >= AS_GOOD * first && own < AS_GOOD * again
}

/// The pair of the turn of the other side that shares most with a turn.
fn of_same_content<'b>(
    evidence: &Evidence,
    blocks: &'b [Block],
    side: Side,
    turn: usize,
) -> Option<&'b Block> {
    let found = candidates(evidence, side, turn..turn + 1);
    let best = found.first()?.first()?.other;
    let other = evidence.text(side.other()).turn(best);
    blocks.iter().find(|block| block.is_pair() && block.side(side.other()) == other)
}

/// Whether a turn, given by its units, says in other words what a turn of `pair` says.
pub(super) fn repeats(evidence: &Evidence, side: Side, own: &Range<usize>, pair: &Block) -> bool {
    /// Neither suffices by itself, both together do: how much the two are alike, and what share of its evidence
    /// the one has in common with what the other translates.
    const ALIKE: f32 = 0.3;
    const SHARE: f32 = 0.28;
    let text = evidence.text(side);
    let twin = pair.side(side);
    let (one, other) = (turn_of(text, own), turn_of(text, &twin));
    if is_reworded(text, one, other) {
        return true;
    }
    if !is_no_phrase(text, one) || text.likeness(one, other) < ALIKE {
        return false;
    }
    let own = Stray { side, own: own.clone(), other: pair.side(side.other()), score: 0.0 };
    let gain = cell::gain(evidence, &own.block());
    gain >= SURE && gain >= SHARE * text.weight(own.own)
}

/// Whether a phrase asks what it would translate says, or says what that asks: "Not one?" before "Not one."
pub(super) fn is_echo(evidence: &Evidence, stray: &Stray) -> bool {
    let text = evidence.text(stray.side);
    let asks = evidence.text(stray.side.other()).asks(stray.other.clone());
    !is_no_phrase(text, turn_of(text, &stray.own)) && text.asks(stray.own.clone()) != asks
}

/// Whether two turns of one language are the same in other words. Two translations of one turn share 0.31 to 0.6
/// of what they say, turns on the same subject 0.35 at most where they are no mere phrases; a turn that says again
/// what the one before it said follows it.
fn is_reworded(text: &Text, one: usize, other: usize) -> bool {
    const ALIKE: f32 = 0.37;
    const ALIKE_BEHIND: f32 = 0.3;
    let least = if one == other + 1 { ALIKE_BEHIND } else { ALIKE };
    [one, other].iter().all(|&turn| is_no_phrase(text, turn)) && text.likeness(one, other) >= least
}

fn is_no_phrase(text: &Text, turn: usize) -> bool {
    text.length(text.turn(turn)) >= NO_PHRASE
}

/// The turn in which a stretch begins.
fn turn_of(text: &Text, units: &Range<usize>) -> usize {
    text.units[units.start].turn as usize
}
