//! Stretches that stand elsewhere: turns without a counterpart on one side that translate turns
//! without one on the other.

use std::ops::Range;

use super::align::align;
use super::block::{Block, overlap};
use super::evidence::Evidence;
use super::repeat::{strays, unpaired_runs};
use super::speakers::Speakers;
use super::{cell, seed, window};
use crate::text::Side;

/// What it takes to believe that one run is the counterpart of another, in nats. It is less than
/// for a copy: both lack their counterpart, and that they do is evidence by itself.
const SURE: f32 = 8.0;

/// The share of the lighter run's evidence that must be shared beyond chance.
const SHARE: f32 = 0.25;

/// Two runs of up to this many turns by turns are searched as a whole.
const WHOLE: usize = 10_000;

/// With more combinations of runs than this the text is in no order at all, and nothing is tried.
const MANY: usize = 4_000;

/// The pairs out of order, where `blocks` are those in order.
pub(super) fn moved(evidence: &Evidence, blocks: &[Block]) -> Vec<Block> {
    let mut found = between_runs(evidence, blocks);
    for side in [Side::En, Side::Zh] {
        for stray in strays(evidence, blocks, side) {
            let block = stray.block();
            let meets = |other: &Block| {
                !overlap(&other.zh, &block.zh).is_empty()
                    || !overlap(&other.en, &block.en).is_empty()
            };
            let taken = blocks.iter().filter(|other| other.is_pair()).any(meets);
            if !taken && !found.iter().any(meets) {
                found.push(block);
            }
        }
    }
    found
}

/// Runs of unpaired turns that translate each other, the surest first.
fn between_runs(evidence: &Evidence, blocks: &[Block]) -> Vec<Block> {
    let zh_runs = unpaired_runs(evidence, blocks, Side::Zh);
    let en_runs = unpaired_runs(evidence, blocks, Side::En);
    if zh_runs.len() * en_runs.len() > MANY {
        return Vec::new();
    }
    let mut tries: Vec<(f32, usize, usize, Vec<Block>)> = Vec::new();
    for (z, zh) in zh_runs.iter().enumerate() {
        for (e, en) in en_runs.iter().enumerate() {
            if let Some((gain, blocks)) = counterpart(evidence, zh, en) {
                tries.push((gain, z, e, blocks));
            }
        }
    }
    tries.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut zh_used, mut en_used) = (vec![false; zh_runs.len()], vec![false; en_runs.len()]);
    let mut found = Vec::new();
    for (_, z, e, blocks) in tries {
        if !zh_used[z] && !en_used[e] {
            (zh_used[z], en_used[e]) = (true, true);
            found.extend(blocks);
        }
    }
    found
}

/// For each turn of a Chinese run the English turns that it may belong to: all of the other run, unless
/// both are long.
fn windows_between(evidence: &Evidence, zh: &Range<usize>, en: &Range<usize>) -> Vec<Range<usize>> {
    if zh.len() * en.len() <= WHOLE {
        return vec![en.clone(); zh.len()];
    }
    let mut candidates = seed::candidates(evidence, Side::Zh, zh.clone());
    for found in &mut candidates {
        found.retain(|candidate| en.contains(&candidate.other));
        for candidate in found {
            candidate.own -= zh.start;
            candidate.other -= en.start;
        }
    }
    let path = seed::chain(&candidates, en.len());
    let windows = window::windows(&path, zh.len(), en.len()).into_iter();
    windows.map(|window| window.start + en.start..window.end + en.start).collect()
}

/// The pairs of two runs, and what they gain, if they belong together.
fn counterpart(
    evidence: &Evidence,
    zh: &Range<usize>,
    en: &Range<usize>,
) -> Option<(f32, Vec<Block>)> {
    let (longer, shorter) = (zh.len().max(en.len()), zh.len().min(en.len()));
    if longer > 3 * shorter + 3 {
        return None;
    }
    let windows = windows_between(evidence, zh, en);
    let mut blocks = align(evidence, &Speakers::default(), zh.clone(), &windows);
    blocks.retain(Block::is_pair);
    let gain: f32 = blocks.iter().map(|block| cell::gain(evidence, block)).sum();
    let weight = |side: Side, turns: &Range<usize>| {
        let text = evidence.text(side);
        text.weight(text.start(turns.start)..text.start(turns.end))
    };
    let lighter = weight(Side::Zh, zh).min(weight(Side::En, en));
    (gain >= SURE && gain >= SHARE * lighter).then_some((gain, blocks))
}
