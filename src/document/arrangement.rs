//! What stands beside what in a file.

use crate::text::Side;

use super::Turn;

/// A run of turns of one language is a block from this many on.
const BLOCK: usize = 3;

/// Whether turns, of which `sides` tells the language in file order, stand in blocks of one language: all Chinese
/// turns of a text or a section before its English ones. `None` is a turn that does not tell its language. Turns
/// that nobody translated make long runs as well, but on one side only.
pub(crate) fn stand_in_blocks(sides: impl IntoIterator<Item = Option<Side>>) -> bool {
    let told: Vec<Side> = sides.into_iter().flatten().collect();
    let mut in_blocks = [0, 0];
    for run in told.chunk_by(|a, b| a == b).filter(|run| run.len() >= BLOCK) {
        in_blocks[run[0] as usize] += run.len();
    }
    let most = in_blocks.iter().sum::<usize>() * 4 >= told.len() * 3;
    most && in_blocks.iter().all(|&turns| turns > 0)
}

/// How the turns of a document stand.
#[derive(Clone, Debug)]
pub(super) struct Arrangement {
    /// For each turn, which pair of the layout it stands in.
    pub(super) pairs: [Vec<usize>; 2],
    /// Whether they stand in blocks of one language.
    pub(super) in_blocks: bool,
}

impl Arrangement {
    /// Turn k of one side stands beside turn k of the other.
    pub(super) fn by_number(turns: &[Vec<Turn>; 2]) -> Arrangement {
        let pairs = [0, 1].map(|side: usize| (0..turns[side].len()).collect());
        Arrangement { pairs, in_blocks: false }
    }

    /// The sides take turns, or stand in blocks.
    pub(super) fn by_adjacency(turns: &[Vec<Turn>; 2]) -> Arrangement {
        let mut order: Vec<(u32, Side)> = Side::BOTH
            .into_iter()
            .flat_map(|side| turns[side as usize].iter().map(move |turn| (turn.extent.end(), side)))
            .collect();
        order.sort_unstable();
        let sides: Vec<Side> = order.into_iter().map(|(_, side)| side).collect();
        let in_blocks = stand_in_blocks(sides.iter().copied().map(Some));
        let mut pairs = [Vec::new(), Vec::new()];
        for (&side, pair) in sides.iter().zip(pairs_in_order(&sides, in_blocks)) {
            pairs[side as usize].push(pair);
        }
        Arrangement { pairs, in_blocks }
    }
}

/// The pair of the layout in which each turn stands, from 0; `sides` tells the language of all turns in file order,
/// `in_blocks` whether they [stand in blocks](stand_in_blocks). Each turn of the language that begins stands beside the turn of the other that follows it. Where several turns of
/// the one are followed by as many of the other, they are a block and its translation.
pub(crate) fn pairs_in_order(sides: &[Side], in_blocks: bool) -> Vec<usize> {
    let runs: Vec<usize> = sides.chunk_by(|a, b| a == b).map(<[_]>::len).collect();
    let mut pairs = Vec::with_capacity(sides.len());
    let mut next = 0;
    // Runs of the two sides alternate.
    for halves in runs.chunks(2) {
        let own = halves[0];
        let other = halves.get(1).copied().unwrap_or(0);
        // Elsewhere the last turn of a run has the first one of the other side beside it.
        let shared = if own == other { own } else { other.min(1) };
        let before = if in_blocks { 0 } else { own - shared };
        pairs.extend(next..next + own);
        pairs.extend(next + before..next + before + other);
        next += own.max(before + other);
    }
    pairs
}
