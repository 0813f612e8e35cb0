//! From pairs of units to links between turns.

use std::ops::Range;

use super::block::{Block, overlap};
use super::cell::measure;
use super::evidence::{Evidence, Text};
use super::measures::Measures;
use super::pairs::Pairs;
use super::score;
use super::{Link, Passage};
use crate::document::TurnId;
use crate::text::Side;

/// The links: one for each Chinese turn with all that translates it, one for each second copy, one
/// for each turn of either side that has no counterpart.
///
/// Three turns that one English turn holds make three links with a part of it each, so that no
/// link claims that two passages belong together which do not.
pub(super) fn links(evidence: &Evidence, pairs: &Pairs) -> Vec<Link> {
    let (zh, en) = (evidence.text(Side::Zh), evidence.text(Side::En));
    let mut by_turn: Vec<Vec<&Block>> = vec![Vec::new(); zh.turns()];
    let ordered = pairs.blocks.iter().filter(|block| block.is_pair());
    for block in ordered.chain(&pairs.moved) {
        by_turn[zh.units[block.zh.start].turn as usize].push(block);
    }

    let mut placed: Vec<(usize, Link)> = Vec::new();
    let mut again: Vec<(Block, f32)> =
        pairs.again.iter().map(|stray| (stray.block(), stray.score)).collect();
    again.sort_by_key(|(block, _)| (block.zh.start, block.en.start));
    let mut en_linked = vec![false; en.turns()];
    let mut mark = |blocks: &[&Block]| {
        for block in blocks {
            for turn in turns(en, &block.en) {
                en_linked[turn] = true;
            }
        }
    };
    for (turn, blocks) in by_turn.iter().enumerate() {
        mark(blocks);
        placed.push((turn, link(evidence, turn, blocks)));
        let of_turn = |(block, _): &&(Block, f32)| zh.units[block.zh.start].turn as usize == turn;
        let copies: Vec<&(Block, f32)> = again.iter().filter(of_turn).collect();
        mark(&copies.iter().map(|(block, _)| block).collect::<Vec<_>>());
        if !copies.is_empty() {
            placed.push((turn, copy(evidence, turn, &copies)));
        }
    }

    // An English turn without a counterpart goes before the first Chinese turn that is linked to
    // English after it.
    for turn in (0..en.turns()).filter(|&turn| !en_linked[turn]) {
        let start = en.start(turn);
        let after =
            by_turn.iter().position(|blocks| blocks.iter().any(|block| block.en.start >= start));
        let passage = Passage { turn: TurnId::at(Side::En, turn), span: span(en, &en.turn(turn)) };
        let link = Link { zh: Vec::new(), en: vec![passage], score: 0.0, again: false };
        let place = after.unwrap_or(zh.turns());
        let at = placed.partition_point(|(turn, _)| *turn < place);
        let at = at
            + placed[at..]
                .iter()
                .take_while(|(turn, link)| *turn == place && link.zh.is_empty())
                .count();
        placed.insert(at, (place, link));
    }
    placed.into_iter().map(|(_, link)| link).collect()
}

fn link(evidence: &Evidence, turn: usize, blocks: &[&Block]) -> Link {
    let zh = evidence.text(Side::Zh);
    let chinese = Passage { turn: TurnId::at(Side::Zh, turn), span: span(zh, &zh.turn(turn)) };
    let score = agreement(evidence, blocks);
    Link { zh: vec![chinese], en: english(evidence, blocks), score, again: false }
}

/// The link of the second copies of a Chinese turn, or of a Chinese turn that is one.
fn copy(evidence: &Evidence, turn: usize, copies: &[&(Block, f32)]) -> Link {
    let zh = evidence.text(Side::Zh);
    let blocks: Vec<&Block> = copies.iter().map(|(block, _)| block).collect();
    let start = blocks.iter().map(|block| block.zh.start).min().unwrap_or(zh.start(turn));
    let end = blocks.iter().map(|block| block.zh.end).max().unwrap_or(zh.start(turn + 1));
    let chinese = Passage { turn: TurnId::at(Side::Zh, turn), span: span(zh, &(start..end)) };
    let score = copies.iter().map(|(_, score)| score).sum::<f32>() / copies.len().max(1) as f32;
    Link { zh: vec![chinese], en: english(evidence, &blocks), score, again: true }
}

/// The English passages of some blocks, one for each turn that stands next to itself.
fn english(evidence: &Evidence, blocks: &[&Block]) -> Vec<Passage> {
    let en = evidence.text(Side::En);
    let mut passages: Vec<Passage> = Vec::new();
    for block in blocks {
        for turn in turns(en, &block.en) {
            let units = overlap(&block.en, &en.turn(turn));
            let passage = Passage { turn: TurnId::at(Side::En, turn), span: span(en, &units) };
            match passages.last_mut() {
                Some(last) if last.turn == passage.turn => last.span = last.span.join(passage.span),
                _ => passages.push(passage),
            }
        }
    }
    passages
}

/// How much of the evidence of all blocks agrees.
fn agreement(evidence: &Evidence, blocks: &[&Block]) -> f32 {
    let mut all = Measures::default();
    for block in blocks {
        let measures = measure(evidence, block);
        all.shared.0 += measures.shared.0;
        all.shared.1 += measures.shared.1;
        all.weights.0 += measures.weights.0;
        all.weights.1 += measures.weights.1;
    }
    if blocks.is_empty() { 0.0 } else { score::agreement(&all) }
}

/// The turns that a stretch of units touches.
fn turns(text: &Text, units: &Range<usize>) -> Range<usize> {
    match (
        text.units.get(units.start),
        units.end.checked_sub(1).and_then(|last| text.units.get(last)),
    ) {
        (Some(first), Some(last)) if !units.is_empty() => {
            first.turn as usize..last.turn as usize + 1
        }
        _ => 0..0,
    }
}

fn span(text: &Text, units: &Range<usize>) -> crate::text::Span {
    text.units[units.start].span.join(text.units[units.end - 1].span)
}
