//! The exact search: cuts both sides into stretches that belong together, in order.
//!
//! A node is a place in both texts, given by units, where at least one side is at a turn boundary.
//! A step between two nodes lies within one Chinese and one English turn and either pairs what
//! lies between them or says that it has no counterpart. The best way from start to end is found
//! by dynamic programming over the windows of [`super::window`], cell by cell. Splits, merges and
//! turns that hold the end of the turn before need no steps of their own: they are ways that pass
//! through the middle of a turn.

use std::ops::Range;

use super::block::Block;
use super::cell::Cell;
use super::evidence::{Evidence, Text};
use super::measures::{Measures, Sums};
use super::score;
use super::speakers::Speakers;
use crate::text::Side;

/// A node, with its best score where the step before paired something and where it did not: a
/// run without counterparts costs once, and little for each further turn (affine gaps, Gotoh
/// 1982).
#[derive(Clone, Copy)]
struct Node {
    zh: u32,
    en: u32,
    paired: Reached,
    gap: Reached,
}

#[derive(Clone, Copy)]
struct Reached {
    score: f32,
    /// The node before, doubled, and one more if its gap score led here.
    before: u32,
}

impl Node {
    fn best(&self) -> (f32, u32) {
        if self.gap.score > self.paired.score {
            (self.gap.score, 1)
        } else {
            (self.paired.score, 0)
        }
    }
}

impl Reached {
    const NEVER: Reached = Reached { score: f32::NEG_INFINITY, before: u32::MAX };

    fn raise(&mut self, score: f32, before: u32) {
        if score > self.score {
            *self = Reached { score, before };
        }
    }
}

/// The best alignment of a stretch of Chinese turns with the English turns of their windows, in
/// order. The first window begins where the stretch of English turns begins and the last ends
/// where it ends; every unit of both stretches is in one block.
pub(super) fn align(
    evidence: &Evidence,
    speakers: &Speakers,
    zh_turns: Range<usize>,
    windows: &[Range<usize>],
) -> Vec<Block> {
    let (zh, en) = (evidence.text(Side::Zh), evidence.text(Side::En));
    let mut search = Search { zh, en, speakers, nodes: Vec::new() };
    let (Some(first), Some(last)) = (windows.first(), windows.last()) else { return Vec::new() };
    let mut edge = search.open_edge(zh_turns.start, first.clone());
    search.nodes[edge.first as usize].paired.score = 0.0;
    let mut above: Option<(Edge, Vec<f32>)> = None;
    for (at, (turn, window)) in zh_turns.zip(windows).enumerate() {
        let next = windows.get(at + 1).unwrap_or(window);
        let turns = window.start.min(next.start)..window.end.max(next.end);
        let next = search.open_edge(turn + 1, turns);
        let gains = search.row(turn, window, &edge, &next);
        if let Some((before, gains_before)) = &above {
            search.swaps(before, gains_before, &edge, &gains, &next);
        }
        above = Some((std::mem::replace(&mut edge, next), gains));
    }
    search.run_along(&edge);
    search.way_back(edge.at(search.en.start(last.end)))
}

/// The nodes at one Chinese turn boundary: one for each English unit from `base` on.
struct Edge {
    first: u32,
    base: usize,
    turns: Range<usize>,
}

impl Edge {
    fn at(&self, en: usize) -> u32 {
        self.first + (en - self.base) as u32
    }
}

struct Search<'e> {
    zh: &'e Text,
    en: &'e Text,
    speakers: &'e Speakers,
    nodes: Vec<Node>,
}

impl Search<'_> {
    fn open_edge(&mut self, zh_turn: usize, turns: Range<usize>) -> Edge {
        let first = self.nodes.len() as u32;
        let zh = self.zh.start(zh_turn) as u32;
        let base = self.en.start(turns.start);
        for en in base..=self.en.start(turns.end) {
            self.push(zh, en);
        }
        Edge { first, base, turns }
    }

    fn push(&mut self, zh: u32, en: usize) {
        let (paired, gap) = (Reached::NEVER, Reached::NEVER);
        self.nodes.push(Node { zh, en: en as u32, paired, gap });
    }

    /// English without a counterpart at a Chinese turn boundary: steps along the edge.
    fn run_along(&mut self, edge: &Edge) {
        for turn in edge.turns.clone() {
            let units = self.en.turn(turn);
            for from in units.clone() {
                for to in from + 1..=units.end {
                    let cut = cut_cost(self.en, &units, to);
                    self.skip(edge.at(from), edge.at(to), self.en, from..to, cut);
                }
            }
        }
    }

    /// A step that pairs what lies between two nodes.
    fn pair(&mut self, from: u32, to: u32, gain: f32) {
        let (score, gap) = self.nodes[from as usize].best();
        self.nodes[to as usize].paired.raise(score + gain, from * 2 + gap);
    }

    /// A step over units without a counterpart.
    fn skip(&mut self, from: u32, to: u32, text: &Text, units: Range<usize>, cut: f32) {
        let hidden = text.is_hidden(units.clone());
        let open = match () {
            () if hidden => 0.0,
            () if text.repeats_turn_before(units) => score::NULL_REPEATED,
            () => score::NULL,
        };
        let more = if hidden { 0.0 } else { score::NULL_MORE };
        let Node { paired, gap, .. } = self.nodes[from as usize];
        let to = &mut self.nodes[to as usize];
        if hidden {
            // What is hidden is not there: it neither opens nor ends a run.
            to.paired.raise(paired.score - cut, from * 2);
        } else {
            to.gap.raise(paired.score - open - cut, from * 2);
        }
        to.gap.raise(gap.score - more - cut, from * 2 + 1);
    }

    /// All steps through one Chinese turn. Gives back what it gains to pair it as a whole with each
    /// English turn of `left`.
    fn row(&mut self, turn: usize, window: &Range<usize>, left: &Edge, right: &Edge) -> Vec<f32> {
        self.run_along(left);
        let units = self.zh.turn(turn);
        // The nodes inside this turn at an English boundary: the upper edge of a cell.
        let mut upper = self.open_inside(&units, window.start);
        let mut gains = vec![f32::NEG_INFINITY; left.turns.len()];
        for other in window.clone() {
            self.run_down(&units, upper, left, right, self.en.start(other));
            let lower = self.open_inside(&units, other + 1);
            gains[other - left.turns.start] = self.cell(turn, other, (left, right), (upper, lower));
            upper = lower;
        }
        self.run_down(&units, upper, left, right, self.en.start(window.end));
        gains
    }

    /// Steps over two turns of each side that are swapped: the second row is at hand, the first is
    /// the one above.
    fn swaps(&mut self, before: &Edge, above: &[f32], edge: &Edge, here: &[f32], next: &Edge) {
        for turn in before.turns.clone() {
            let gain = |edge: &Edge, gains: &[f32], turn: usize| {
                let at = turn.checked_sub(edge.turns.start)?;
                gains.get(at).copied().filter(|gain| *gain > 0.0)
            };
            let first = gain(before, above, turn + 1);
            let second = gain(edge, here, turn);
            let (Some(first), Some(second)) = (first, second) else { continue };
            let (from, to) = (self.en.start(turn), self.en.start(turn + 2));
            if next.turns.contains(&(turn + 1)) {
                self.pair(before.at(from), next.at(to), first + second - score::SWAP);
            }
        }
    }

    /// Opens the nodes strictly inside a Chinese turn at the start of an English turn.
    fn open_inside(&mut self, units: &Range<usize>, en_turn: usize) -> u32 {
        let first = self.nodes.len() as u32;
        let en = self.en.start(en_turn);
        for zh in units.start + 1..units.end {
            self.push(zh as u32, en);
        }
        first
    }

    /// Chinese without a counterpart at an English turn boundary.
    fn run_down(
        &mut self,
        units: &Range<usize>,
        inside: u32,
        left: &Edge,
        right: &Edge,
        en: usize,
    ) {
        let node = |zh: usize| match zh {
            _ if zh == units.start => left.at(en),
            _ if zh == units.end => right.at(en),
            _ => inside + (zh - units.start - 1) as u32,
        };
        for from in units.clone() {
            for to in from + 1..=units.end {
                let cut = cut_cost(self.zh, units, to);
                self.skip(node(from), node(to), self.zh, from..to, cut);
            }
        }
    }

    /// All steps from the left and upper edge of a cell to its right and lower edge.
    /// Gives back what it gains to pair the whole turns.
    fn cell(
        &mut self,
        turn: usize,
        other: usize,
        sides: (&Edge, &Edge),
        inside: (u32, u32),
    ) -> f32 {
        let (zh_units, en_units) = (self.zh.turn(turn), self.en.turn(other));
        let best = self.entries(&zh_units, &en_units, sides.0, inside.0);
        let mut whole = f32::NEG_INFINITY;
        if best.is_empty() {
            return whole;
        }
        let (height, width) = (zh_units.len(), en_units.len());
        let exits = (0..=width)
            .map(|y| (height, y, sides.1.at(en_units.start + y)))
            .chain((1..height).map(|x| (x, width, inside.1 + (x - 1) as u32)));
        let turns = Turns::new((self.zh, &zh_units), (self.en, &en_units));
        for (to_x, to_y, to) in exits {
            let cut = turns.zh.cut(to_x) + turns.en.cut(to_y);
            for &(x, y, from) in &best {
                if x > to_x || y > to_y || (x == to_x && y == to_y) {
                    continue;
                }
                // Whole turns only are skipped across a cell: parts run along the edges.
                if y == to_y {
                    if x == 0 && to_x == height {
                        self.skip(from, to, self.zh, zh_units.clone(), cut);
                    }
                    continue;
                }
                if x == to_x {
                    if y == 0 && to_y == width {
                        self.skip(from, to, self.en, en_units.clone(), cut);
                    }
                    continue;
                }
                let Some(gain) = turns.gain(x..to_x, y..to_y) else { continue };
                let mut gain = gain - cut;
                let all = (x, y, to_x, to_y) == (0, 0, height, width);
                // A label stands at the start of its turn, and speaks against what starts there.
                if (x, y) == (0, 0) {
                    let said = self.speakers.gain(turn, other);
                    gain += if all { said } else { said.min(0.0) };
                }
                if all {
                    whole = gain;
                    if turn == other {
                        gain += score::LAYOUT;
                    }
                }
                self.pair(from, to, gain);
            }
        }
        whole
    }

    /// The reachable nodes on the left and upper edge of a cell, with their places in it.
    fn entries(
        &self,
        zh: &Range<usize>,
        en: &Range<usize>,
        left: &Edge,
        upper: u32,
    ) -> Vec<(usize, usize, u32)> {
        let on_left = (0..=en.len()).map(|y| (0, y, left.at(en.start + y)));
        let above = (1..zh.len()).map(|x| (x, 0, upper + (x - 1) as u32));
        on_left
            .chain(above)
            .filter(|&(_, _, node)| self.nodes[node as usize].best().0 > f32::NEG_INFINITY)
            .collect()
    }

    fn way_back(&self, end: u32) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut to = &self.nodes[end as usize];
        let mut in_gap = to.best().1 == 1;
        loop {
            let reached = if in_gap { to.gap } else { to.paired };
            let Some(from) = self.nodes.get(reached.before as usize / 2) else { break };
            blocks.push(Block {
                zh: from.zh as usize..to.zh as usize,
                en: from.en as usize..to.en as usize,
            });
            in_gap = reached.before % 2 == 1;
            to = from;
        }
        blocks.reverse();
        blocks
    }
}

/// What it costs to cut a turn before the unit `at`.
fn cut_cost(text: &Text, turn: &Range<usize>, at: usize) -> f32 {
    if at == turn.start || at == turn.end {
        0.0
    } else if text.units[at - 1].ends {
        score::CUT
    } else {
        score::CUT_INSIDE
    }
}

/// A Chinese turn beside an English one. Places in them are units counted from the start of each.
struct Turns<'e> {
    zh: Units<'e>,
    en: Units<'e>,
    cell: Cell,
}

impl<'e> Turns<'e> {
    fn new(zh: (&'e Text, &'e Range<usize>), en: (&'e Text, &'e Range<usize>)) -> Turns<'e> {
        let cell = Cell::new(zh.0, en.0, zh.1.clone(), en.1.clone());
        Turns { zh: Units::new(zh.0, zh.1), en: Units::new(en.0, en.1), cell }
    }

    /// What it gains to pair a stretch of one with a stretch of the other. What is hidden cannot be paired.
    fn gain(&self, zh: Range<usize>, en: Range<usize>) -> Option<f32> {
        let lengths = (self.zh.length(&zh), self.en.length(&en));
        if lengths.0 == 0.0 || lengths.1 == 0.0 {
            return None;
        }
        let gain = score::pair(&Measures {
            shared: self.cell.shared(&zh, &en),
            weights: (self.zh.weight(&zh), self.en.weight(&en)),
            lengths,
        });
        Some(gain + score::questions(self.zh.asks(&zh), self.en.asks(&en)))
    }
}

/// The units of a turn, with running sums over them.
struct Units<'e> {
    text: &'e Text,
    units: &'e Range<usize>,
    sums: Sums,
}

impl<'e> Units<'e> {
    fn new(text: &'e Text, units: &'e Range<usize>) -> Units<'e> {
        Units { text, units, sums: text.sums(units.clone()) }
    }

    fn weight(&self, part: &Range<usize>) -> f32 {
        self.sums.weight(part.start, part.end)
    }

    fn length(&self, part: &Range<usize>) -> f32 {
        self.sums.length(part.start, part.end)
    }

    /// Whether a stretch ends with a question.
    fn asks(&self, part: &Range<usize>) -> bool {
        self.text.asks(self.units.start + part.start..self.units.start + part.end)
    }

    fn cut(&self, at: usize) -> f32 {
        cut_cost(self.text, self.units, self.units.start + at)
    }
}
