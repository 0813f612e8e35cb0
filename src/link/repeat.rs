//! What is not in order: passages that stand a second time, and passages that stand elsewhere.
//!
//! The exact search keeps the order of both texts, so a second copy or a moved stretch is left
//! without a counterpart there. Each such run is aligned by itself with the part of the other side
//! that shares most with it: if that part is free, the run was moved; if it has its counterpart,
//! the run is a copy, word for word or translated anew.

use std::ops::Range;

use super::align::align;
use super::block::Block;
use super::cell::measure;
use super::evidence::Evidence;
use super::measures::Measures;
use super::reworded::by_wording;
use super::score;
use super::seed::{candidates, chain};
use super::speakers::Speakers;
use crate::text::Side;

/// A stretch that has its true place elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stray {
    /// The side on which it stands.
    pub(super) side: Side,
    /// Its units.
    pub(super) own: Range<usize>,
    /// The units of the other side that it translates.
    pub(super) other: Range<usize>,
    /// How much of the evidence of both agrees, from 0 to 1.
    pub(super) score: f32,
}

impl Stray {
    /// As a block.
    pub(super) fn block(&self) -> Block {
        let (own, other) = (self.own.clone(), self.other.clone());
        match self.side {
            Side::Zh => Block { zh: own, en: other },
            Side::En => Block { zh: other, en: own },
        }
    }
}

/// What it takes to believe that a stretch out of order translates another, in nats.
pub(super) const SURE: f32 = 15.0;

/// The share of its evidence that a stretch of either side must share beyond chance. True copies in English reach 0.38
/// to 0.8, passages on the same subject 0.3. Chinese, of which the dictionary leaves more words unanswered, reaches
/// 0.3 to 0.6, and 0.2 by chance.
const SHARE: [f32; 2] = [0.3, 0.36];

/// With this share there is no doubt.
const BEYOND_DOUBT: f32 = 0.55;

/// The parts of the other side that the unpaired turns of `side` translate.
pub(super) fn strays(evidence: &Evidence, blocks: &[Block], side: Side) -> Vec<Stray> {
    let or_by_wording = |found: Vec<Stray>, run: &Range<usize>| match found.is_empty() {
        true => by_wording(evidence, blocks, side, run),
        false => found,
    };
    unpaired_runs(evidence, blocks, side)
        .into_iter()
        .flat_map(|run| {
            let found = by_content(evidence, side, &run);
            if !found.is_empty() || run.len() == 1 {
                return or_by_wording(found, &run);
            }
            // Its turns may come from all over the text.
            let turns = run.map(|turn| turn..turn + 1);
            turns.flat_map(|turn| or_by_wording(by_content(evidence, side, &turn), &turn)).collect()
        })
        .collect()
}

/// Runs of turns of which hardly anything is paired, and which are not hidden.
pub(super) fn unpaired_runs(
    evidence: &Evidence,
    blocks: &[Block],
    side: Side,
) -> Vec<Range<usize>> {
    let text = evidence.text(side);
    let mut paired = vec![0.0_f32; text.turns()];
    for block in blocks.iter().filter(|block| block.is_pair()) {
        for unit in &text.units[block.side(side)] {
            paired[unit.turn as usize] += unit.length;
        }
    }
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (turn, paired) in paired.into_iter().enumerate() {
        let units = text.turn(turn);
        let free = paired < 0.2 * text.length(units.clone());
        if !free || text.is_hidden(units) {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.end == turn => run.end = turn + 1,
            _ => runs.push(turn..turn + 1),
        }
    }
    runs
}

/// Aligns a run with that part of the other side that shares most with it.
fn by_content(evidence: &Evidence, side: Side, run: &Range<usize>) -> Vec<Stray> {
    let others = evidence.text(side.other()).turns();
    let found = candidates(evidence, side, run.clone());
    let mut path = chain(&found, others);
    path.retain(|candidate| candidate.is_sure());
    let (Some(first), Some(last)) = (path.first(), path.last()) else { return Vec::new() };
    // Turns before the first anchor and after the last may be too short to have one.
    let start = first.other.saturating_sub(first.own - run.start + 1);
    let end = (last.other + run.end - last.own + 1).min(others);
    if end - start > 3 * run.len() + 10 {
        return Vec::new();
    }
    let blocks = match side {
        Side::Zh => {
            align(evidence, &Speakers::default(), run.clone(), &vec![start..end; run.len()])
        }
        Side::En => {
            align(evidence, &Speakers::default(), start..end, &vec![run.clone(); end - start])
        }
    };
    let sure: Vec<bool> = blocks.iter().map(|block| is_sure(evidence, block, side)).collect();
    let (Some(mut first), Some(mut last)) =
        (sure.iter().position(|&sure| sure), sure.iter().rposition(|&sure| sure))
    else {
        return Vec::new();
    };
    if !covers(evidence, side, run, blocks.iter().zip(&sure).filter(|(_, sure)| **sure)) {
        return Vec::new();
    }
    // A short turn needs no evidence of its own between two sure pairs, and little beside one.
    while first > 0 && is_likely(evidence, &blocks[first - 1]) {
        first -= 1;
    }
    while blocks.get(last + 1).is_some_and(|block| is_likely(evidence, block)) {
        last += 1;
    }
    let stray = |block: &Block| Stray {
        side,
        own: block.side(side),
        other: block.side(side.other()),
        score: score::agreement(&measure(evidence, block)),
    };
    blocks[first..=last].iter().filter(|block| block.is_pair()).map(stray).collect()
}

/// Whether sure pairs cover enough of a run: one turn out of ten that resembles something is no
/// copy.
fn covers<'b>(
    evidence: &Evidence,
    side: Side,
    run: &Range<usize>,
    sure: impl Iterator<Item = (&'b Block, &'b bool)>,
) -> bool {
    let text = evidence.text(side);
    let all = text.length(text.start(run.start)..text.start(run.end));
    let covered: f32 = sure.map(|(block, _)| text.length(block.side(side))).sum();
    covered >= 0.5 * all
}

fn is_sure(evidence: &Evidence, block: &Block, side: Side) -> bool {
    if !block.is_pair() {
        return false;
    }
    let measures = measure(evidence, block);
    let gain = score::pair(&measures);
    gain >= SURE && gain >= SHARE[side as usize] * own_weight(&measures, side)
}

/// What the stretch weighs that is to be explained. It may render a part of the other only.
fn own_weight(measures: &Measures, side: Side) -> f32 {
    match side {
        Side::Zh => measures.weights.0,
        Side::En => measures.weights.1,
    }
}

/// Whether a pair shares more than passages on the same subject do.
pub(super) fn is_beyond_doubt(evidence: &Evidence, block: &Block, side: Side) -> bool {
    let measures = measure(evidence, block);
    let gain = score::pair(&measures);
    gain >= SURE && gain >= BEYOND_DOUBT * own_weight(&measures, side)
}

/// Whether a pair beside a sure one is believed.
fn is_likely(evidence: &Evidence, block: &Block) -> bool {
    if !block.is_pair() {
        return false;
    }
    let measures = measure(evidence, block);
    let gain = score::pair(&measures);
    gain > 1.0 && gain >= 0.3 * measures.weights.0.min(measures.weights.1)
}

/// Turns beside a copy that, short as they are, may go on with it: a copy of Z94 to Z105 may well
/// begin with one of Z93.
pub(super) fn beside_copies(
    evidence: &Evidence,
    blocks: &[Block],
    copies: &[Stray],
    side: Side,
) -> Vec<Stray> {
    let (own, other) = (evidence.text(side), evidence.text(side.other()));
    let turn = |unit: usize| other.units[unit].turn as usize;
    let mut found = Vec::new();
    for run in unpaired_runs(evidence, blocks, side) {
        for copy in copies.iter().filter(|copy| copy.side == side) {
            let beside = if copy.own.start == own.start(run.end) {
                turn(copy.other.start).checked_sub(1).map(|turn| (run.end - 1, turn))
            } else if copy.own.end == own.start(run.start) {
                Some((run.start, turn(copy.other.end - 1) + 1))
            } else {
                None
            };
            let Some((own_turn, other_turn)) = beside.filter(|two| two.1 < other.turns()) else {
                continue;
            };
            let (own, other) = (own.turn(own_turn), other.turn(other_turn));
            let mut stray = Stray { side, own, other, score: 0.0 };
            if is_likely(evidence, &stray.block()) {
                stray.score = score::agreement(&measure(evidence, &stray.block()));
                found.push(stray);
            }
        }
    }
    found
}

/// Copies that the search took for halves: of several turns that one turn is paired with, those
/// that render all of it by themselves.
pub(super) fn twins(evidence: &Evidence, blocks: &[Block], side: Side) -> Vec<Stray> {
    const ALONE: f32 = 0.8;
    let (own, other) = (evidence.text(side), evidence.text(side.other()));
    let pairs: Vec<&Block> = blocks.iter().filter(|block| block.is_pair()).collect();
    let turn =
        |block: &Block, of: Side| evidence.text(of).units[block.side(of).start].turn as usize;
    let mut found = Vec::new();
    for two in pairs.windows(2) {
        let whole = other.turn(turn(two[0], side.other()));
        let halves = turn(two[0], side.other()) == turn(two[1], side.other())
            && turn(two[0], side) != turn(two[1], side);
        if !halves {
            continue;
        }
        let shared = |units: Range<usize>| {
            let stray = Stray { side, own: units, other: whole.clone(), score: 0.0 };
            let measures = measure(evidence, &stray.block());
            if side == Side::En { measures.shared.0 } else { measures.shared.1 }
        };
        let (first, second) = (own.turn(turn(two[0], side)), own.turn(turn(two[1], side)));
        let both = shared(first.start..second.end);
        if both > 10.0 && shared(first).min(shared(second.clone())) >= ALONE * both {
            let mut stray = Stray { side, own: second, other: whole, score: 0.0 };
            stray.score = score::agreement(&measure(evidence, &stray.block()));
            found.push(stray);
        }
    }
    found
}
