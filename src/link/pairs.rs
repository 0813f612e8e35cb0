//! The whole search: first path, exact search, what is out of order, and once more without copies.

use std::ops::Range;

use super::align::align;
use super::block::{Block, overlap};
use super::cell::{gain, measure};
use super::evidence::{Evidence, Text};
use super::moved::moved;
use super::repeat::{SURE, Stray, beside_copies, is_beyond_doubt, strays, twins};
use super::reworded::{is_echo, paired_copies, repeats};
use super::score;
use super::seed::{candidates, chain};
use super::speakers::Speakers;
use super::swap::taken_apart;
use super::window::windows;
use crate::document::Document;
use crate::text::Side;

/// What belongs together, in units.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// In the order of both texts; a block may have an empty side.
    pub(super) blocks: Vec<Block>,
    /// Pairs that break the order.
    pub(super) moved: Vec<Block>,
    /// Second copies and what they translate.
    pub(super) again: Vec<Stray>,
}

/// Finds them. Copies are hidden in `evidence` on the way.
pub(super) fn find(document: &Document, evidence: &mut Evidence) -> Pairs {
    let mut pairs = Pairs { blocks: in_order(document, evidence), ..Pairs::default() };
    let elsewhere = paired_by_the_way(evidence, &pairs.blocks);
    if elsewhere.is_empty() {
        leave_out_all_copies(document, evidence, &mut pairs);
    } else {
        let mut rest = evidence.clone();
        let elsewhere: Vec<Block> = elsewhere.iter().map(Stray::block).collect();
        for block in elsewhere.iter().cloned().chain(between(evidence, &elsewhere)) {
            rest.hide(Side::Zh, &[block.zh]);
            rest.hide(Side::En, &[block.en]);
        }
        pairs.blocks = in_order(document, &rest);
        leave_out_all_copies(document, &mut rest, &mut pairs);
        for copy in &pairs.again {
            evidence.hide(copy.side, std::slice::from_ref(&copy.own));
        }
    }
    pairs.moved = moved(evidence, &pairs.blocks);
    unswap(evidence, &mut pairs);
    pairs
}

/// Stretches without a counterpart whose true counterpart was paired with something else, because that stood in order
/// and had none either; with them those whose counterpart is free.
fn paired_by_the_way(evidence: &Evidence, blocks: &[Block]) -> Vec<Stray> {
    let is_free = |stray: &Stray| counterparts(blocks, stray).next().is_none();
    let mut found: Vec<Stray> =
        [Side::En, Side::Zh].into_iter().flat_map(|side| strays(evidence, blocks, side)).collect();
    let any = found.iter().any(|stray| {
        gain(evidence, &stray.block()) >= SURE
            && !is_free(stray)
            && has_no_true_counterpart(evidence, blocks, stray)
    });
    found.retain(|stray| {
        any && (is_free(stray) || has_no_true_counterpart(evidence, blocks, stray))
    });
    found
}

/// The turns that stand alone between two pairs on both sides: they belong with these, be they as short as "Sure.".
fn between(evidence: &Evidence, pairs: &[Block]) -> Vec<Block> {
    let places = |units: &Range<usize>, text: &Text| {
        [units.start, units.end - 1].map(|unit| text.units[unit].turn as usize)
    };
    let [zh, en] = Side::BOTH.map(|side| evidence.text(side));
    let mut sorted: Vec<&Block> = pairs.iter().filter(|pair| pair.is_pair()).collect();
    sorted.sort_by_key(|pair| (pair.zh.start, pair.en.start));
    let holes = sorted.windows(2).filter_map(|two| {
        let hole = |side: Side, text: &Text| {
            let ([_, last], [next, _]) =
                (places(&two[0].side(side), text), places(&two[1].side(side), text));
            (last + 2 == next).then(|| text.turn(last + 1))
        };
        Some(Block { zh: hole(Side::Zh, zh)?, en: hole(Side::En, en)? })
    });
    holes.collect()
}

/// Whether all that a part of the other side is paired with has little in common with it beside `stray`: it is paired
/// with the wrong turn, and `stray` is no copy.
fn has_no_true_counterpart(evidence: &Evidence, blocks: &[Block], stray: &Stray) -> bool {
    /// A pair that gains less than this share of what the true one gains is none.
    const LITTLE: f32 = 0.33;
    let own = gain(evidence, &stray.block());
    own > 1.0 && counterparts(blocks, stray).all(|other| gain(evidence, other) < LITTLE * own)
}

const ROUNDS: usize = 3;

/// Leaving out one copy may show another, but not for ever.
fn leave_out_all_copies(document: &Document, evidence: &mut Evidence, pairs: &mut Pairs) {
    for _ in 0..ROUNDS {
        let before = pairs.again.len();
        for side in [Side::En, Side::Zh] {
            leave_out_copies(document, evidence, pairs, side);
        }
        if pairs.again.len() == before {
            break;
        }
    }
}

/// Takes steps over two swapped turns apart.
fn unswap(evidence: &Evidence, pairs: &mut Pairs) {
    let mut apart = Vec::new();
    for blocks in [&mut pairs.blocks, &mut pairs.moved] {
        blocks.retain(|block| {
            let two = taken_apart(evidence, block);
            apart.extend(two.iter().flatten().cloned());
            two.is_none()
        });
    }
    pairs.moved.extend(apart);
}

fn leave_out_copies(document: &Document, evidence: &mut Evidence, pairs: &mut Pairs, side: Side) {
    let mut copies = strays(evidence, &pairs.blocks, side);
    copies.retain(|stray| {
        is_taken(evidence, pairs, stray) && !has_no_true_counterpart(evidence, &pairs.blocks, stray)
    });
    copies.retain(|stray| {
        is_beyond_doubt(evidence, &stray.block(), side)
            || is_as_good(evidence, &pairs.blocks, stray)
            || repeats_counterpart(evidence, &pairs.blocks, stray)
    });
    copies.extend(beside_copies(evidence, &pairs.blocks, &pairs.again, side));
    copies.extend(paired_copies(evidence, &pairs.blocks, side));
    copies.retain(|stray| !is_echo(evidence, stray));
    let mut seconds = second_copies(evidence, &pairs.blocks, copies);
    seconds.extend(twins(evidence, &pairs.blocks, side));
    if seconds.is_empty() {
        return;
    }
    let hidden: Vec<_> = seconds.iter().map(|stray| stray.own.clone()).collect();
    evidence.hide(side, &hidden);
    pairs.again.extend(seconds);
    pairs.blocks = in_order(document, evidence);
}

fn in_order(document: &Document, evidence: &Evidence) -> Vec<Block> {
    let (zh, en) = (evidence.text(Side::Zh), evidence.text(Side::En));
    let path = chain(&candidates(evidence, Side::Zh, 0..zh.turns()), en.turns());
    align(
        evidence,
        &Speakers::learn(document, &path),
        0..zh.turns(),
        &windows(&path, zh.turns(), en.turns()),
    )
}

/// Whether what a stretch translates has its counterpart already.
fn is_taken(evidence: &Evidence, pairs: &Pairs, stray: &Stray) -> bool {
    let text = evidence.text(stray.side.other());
    let taken: f32 = pairs
        .blocks
        .iter()
        .filter(|block| block.is_pair())
        .map(|block| text.length(overlap(&block.side(stray.side.other()), &stray.other)))
        .sum();
    taken > 0.5 * text.length(stray.other.clone())
}

/// Whether a copy renders its part of the other side about as well as the counterpart that it has:
/// a passage on the same subject does not.
fn is_as_good(evidence: &Evidence, blocks: &[Block], stray: &Stray) -> bool {
    const AS_GOOD: f32 = 0.75;
    let found = |own: Range<usize>| {
        let (own_weight, other_weight) = (
            evidence.text(stray.side).weight(own.clone()),
            evidence.text(stray.side.other()).weight(stray.other.clone()),
        );
        let measures = measure(evidence, &Stray { own, ..stray.clone() }.block());
        let shared = if stray.side == Side::En { measures.shared.0 } else { measures.shared.1 };
        score::beyond_chance(shared, other_weight, own_weight)
    };
    let ranges = counterparts(blocks, stray).map(|block| block.side(stray.side));
    let whole = ranges.reduce(|all, next| all.start.min(next.start)..all.end.max(next.end));
    whole.is_none_or(|whole| found(stray.own.clone()) >= AS_GOOD * found(whole))
}

/// Whether a copy says in other words what the counterpart says that its part of the other side has.
fn repeats_counterpart(evidence: &Evidence, blocks: &[Block], stray: &Stray) -> bool {
    counterparts(blocks, stray).any(|block| repeats(evidence, stray.side, &stray.own, block))
}

/// The pairs that the part of the other side has which a stretch translates.
fn counterparts<'b>(blocks: &'b [Block], stray: &Stray) -> impl Iterator<Item = &'b Block> {
    let pairs = blocks.iter().filter(|block| block.is_pair());
    pairs.filter(|block| !overlap(&block.side(stray.side.other()), &stray.other).is_empty())
}

/// Of each two copies the one that is to be left out: the second, unless the first holds much
/// less. Those that come first are given back as what they leave out.
fn second_copies(evidence: &Evidence, blocks: &[Block], copies: Vec<Stray>) -> Vec<Stray> {
    let mut seconds = Vec::new();
    let mut at = 0;
    while let Some(copy) = copies.get(at) {
        let text = evidence.text(copy.side.other());
        let turn = text.units[copy.other.start].turn;
        // All copies of one turn of the other side that stand together are judged together.
        let group =
            copies[at..].iter().take_while(|next| text.units[next.other.start].turn == turn);
        let group: Vec<_> = group.cloned().collect();
        at += group.len();
        let units = text.turn(turn as usize);
        let main: Vec<_> = blocks
            .iter()
            .filter(|block| block.is_pair())
            .filter(|block| !overlap(&block.side(copy.side.other()), &units).is_empty())
            .collect();
        let main_end = main.last().map_or(0, |block| block.side(copy.side).end);
        let held = |ranges: &mut dyn Iterator<Item = Range<usize>>| -> f32 {
            ranges.map(|range| text.length(overlap(&range, &units))).sum()
        };
        let main_holds = held(&mut main.iter().map(|block| block.side(copy.side.other())));
        let group_holds = held(&mut group.iter().map(|stray| stray.other.clone()));
        let first = copy.own.start < main_end && group_holds >= FULL * main_holds;
        if first {
            seconds.extend(main.iter().map(|block| Stray {
                side: copy.side,
                own: block.side(copy.side),
                other: block.side(copy.side.other()),
                score: score::agreement(&measure(evidence, block)),
            }));
        } else {
            seconds.extend(group);
        }
    }
    seconds
}

/// A first copy that holds this share of what the second holds is the one to keep.
const FULL: f32 = 0.6;
