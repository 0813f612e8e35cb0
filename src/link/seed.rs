//! A first path through the document: which turns may belong together at all.
//!
//! Turns that share rare items are looked up in the postings; from these candidates the heaviest
//! monotone chain is taken. It costs near-linear time, and the exact search that follows only
//! needs to look at its neighbourhood. Seeding by rare matches is as old as Melamed's SIMR (1999);
//! Moore (2002) prunes with a first pass in the same way.

use std::ops::Range;

use super::evidence::{Evidence, Text};
use crate::text::Side;

/// A turn of each side that share much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    /// The turn that was looked up, from 0.
    pub(super) own: usize,
    /// The turn of the other side, from 0.
    pub(super) other: usize,
    /// The weight of what they share.
    pub(super) shared: f32,
    /// The share of the lighter one's evidence that is shared, from 0 to 1.
    pub(super) overlap: f32,
}

impl Candidate {
    /// Whether it is most likely true: far more is shared than by unrelated turns.
    pub(super) fn is_sure(&self) -> bool {
        self.shared >= 20.0 && self.overlap >= 0.2
    }

    /// What it is worth in a chain.
    fn worth(&self) -> f32 {
        self.shared * self.overlap
    }
}

/// How many turns of the other side are kept for one.
const KEPT: usize = 6;

/// Items that stand in more units than this do not propose candidates.
const MAX_POSTINGS: usize = 60;

/// The turns of the other side that share most with each of `turns` of `side`, best first.
pub(super) fn candidates(
    evidence: &Evidence,
    side: Side,
    turns: Range<usize>,
) -> Vec<Vec<Candidate>> {
    let (own, other) = (evidence.text(side), evidence.text(side.other()));
    let mut scores = vec![0.0_f32; other.turns()];
    let mut touched: Vec<usize> = Vec::new();
    turns
        .map(|turn| {
            add_scores(own, other, turn, &mut scores, &mut touched);
            let weight = own.weight(own.turn(turn));
            let mut found: Vec<Candidate> = touched
                .drain(..)
                .map(|found| {
                    let shared = std::mem::take(&mut scores[found]);
                    let least = weight.min(other.weight(other.turn(found))).max(1.0);
                    Candidate {
                        own: turn,
                        other: found,
                        shared,
                        overlap: (shared / least).min(1.0),
                    }
                })
                .collect();
            found.sort_by(|a, b| b.worth().total_cmp(&a.worth()).then(a.other.cmp(&b.other)));
            found.truncate(KEPT);
            found
        })
        .collect()
}

/// Adds to each turn of the other side what the items of a turn hit in it, each item once.
fn add_scores(own: &Text, other: &Text, turn: usize, scores: &mut [f32], touched: &mut Vec<usize>) {
    for unit in own.turn(turn) {
        for hits in own.hits(unit) {
            if hits.len() > MAX_POSTINGS {
                continue;
            }
            let mut last = usize::MAX;
            for hit in hits {
                let found = other.units[hit.unit as usize].turn as usize;
                if found == last {
                    continue;
                }
                last = found;
                if scores[found] == 0.0 {
                    touched.push(found);
                }
                scores[found] += hit.value;
            }
        }
    }
}

/// The heaviest chain of candidates in which both sides ascend.
pub(super) fn chain(candidates: &[Vec<Candidate>], others: usize) -> Vec<Candidate> {
    // A Fenwick tree over the turns of the other side holds the best chain that ends at or before each.
    let mut tree: Vec<(f32, usize)> = vec![(0.0, NONE); others + 1];
    let mut nodes: Vec<(Candidate, usize)> = Vec::new();
    for found in candidates {
        let ends: Vec<(f32, usize)> = found
            .iter()
            .map(|candidate| {
                let (before, previous) = best_before(&tree, candidate.other);
                nodes.push((*candidate, previous));
                (before + candidate.worth(), nodes.len() - 1)
            })
            .collect();
        // Written only now, so that a turn is used once.
        for (candidate, end) in found.iter().zip(ends) {
            raise(&mut tree, candidate.other + 1, end);
        }
    }
    let mut path = Vec::new();
    let (_, mut node) = best_before(&tree, others);
    while let Some(&(candidate, previous)) = nodes.get(node) {
        path.push(candidate);
        node = previous;
    }
    path.reverse();
    path
}

const NONE: usize = usize::MAX;

/// The best chain that ends before turn `other` of the other side.
fn best_before(tree: &[(f32, usize)], other: usize) -> (f32, usize) {
    let (mut at, mut best) = (other, (0.0, NONE));
    while at > 0 {
        if tree[at].0 > best.0 {
            best = tree[at];
        }
        at &= at - 1;
    }
    best
}

fn raise(tree: &mut [(f32, usize)], mut at: usize, end: (f32, usize)) {
    while at < tree.len() {
        if end.0 > tree[at].0 {
            tree[at] = end;
        }
        at += at & at.wrapping_neg();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(own: usize, other: usize, shared: f32) -> Candidate {
        Candidate { own, other, shared, overlap: 1.0 }
    }

    #[test]
    fn the_heaviest_ascending_chain_is_taken() {
        let found = [
            vec![candidate(0, 5, 9.0), candidate(0, 0, 3.0)],
            vec![candidate(1, 1, 4.0)],
            vec![candidate(2, 2, 4.0), candidate(2, 1, 1.0)],
        ];
        let path: Vec<_> = chain(&found, 6).iter().map(|pair| (pair.own, pair.other)).collect();
        assert_eq!(path, [(0, 0), (1, 1), (2, 2)]);
    }

    #[test]
    fn a_turn_is_used_once() {
        let found = [vec![candidate(0, 0, 1.0), candidate(0, 1, 2.0)]];
        assert_eq!(chain(&found, 2).len(), 1);
        assert!(chain(&[], 3).is_empty());
    }
}
