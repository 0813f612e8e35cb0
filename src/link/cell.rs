//! One Chinese turn against one English turn: what any part of the one shares with any part of
//! the other, for the parts that a cut at a turn boundary can make.
//!
//! A cut falls only where one of the sides has a turn boundary. So of the two stretches that a cut
//! leaves, each begins at its turn's start, or the other does; and likewise they end. Four small
//! tables then answer every question in constant time.

use std::ops::Range;

use super::block::Block;
use super::evidence::{Evidence, Text, within};
use super::measures::Measures;
use super::score;
use crate::text::Side;

/// The tables of two turns. Places are units counted from the start of each turn.
#[derive(Debug)]
pub(super) struct Cell {
    zh: Part,
    en: Part,
    /// How many units the turns have.
    size: (usize, usize),
}

/// Measures a block that lies within one turn of each side.
pub(super) fn measure(evidence: &Evidence, block: &Block) -> Measures {
    let (zh, en) = (evidence.text(Side::Zh), evidence.text(Side::En));
    let found = |own: &Text, units: &Range<usize>, other: &Range<usize>| -> f32 {
        let best =
            |hits| within(hits, other.clone()).iter().map(|hit| hit.value).fold(0.0, f32::max);
        units.clone().flat_map(|unit| own.hits(unit)).map(best).sum()
    };
    Measures {
        shared: (found(zh, &block.zh, &block.en), found(en, &block.en, &block.zh)),
        weights: (zh.weight(block.zh.clone()), en.weight(block.en.clone())),
        lengths: (zh.length(block.zh.clone()), en.length(block.en.clone())),
    }
}

/// What it gains to pair the two sides of a block, in nats.
pub(super) fn gain(evidence: &Evidence, block: &Block) -> f32 {
    score::pair(&measure(evidence, block))
}

/// What the items of one turn hit in the other.
#[derive(Debug, Default)]
struct Part {
    /// `[y1 * width + y2]`: all units, in the other turn's units from y1 to y2.
    whole: Vec<f32>,
    /// `[x * width + y]`: the units before x, in the other's units from y on.
    before_in_rest: Vec<f32>,
    /// `[x * width + y]`: the units from x on, in the other's units before y.
    rest_in_before: Vec<f32>,
    /// `[x]`: the units before x, in the whole of the other turn.
    before: Vec<f32>,
    width: usize,
}

impl Cell {
    /// Compares two turns, given by their units.
    pub(super) fn new(
        zh: &Text,
        en: &Text,
        zh_units: Range<usize>,
        en_units: Range<usize>,
    ) -> Cell {
        Cell {
            zh: Part::new(zh, zh_units.clone(), en_units.clone()),
            en: Part::new(en, en_units.clone(), zh_units.clone()),
            size: (zh_units.len(), en_units.len()),
        }
    }

    /// What either of two stretches finds in the other: the Chinese one first.
    ///
    /// At least one of the two must begin with its turn and at least one must end with it.
    pub(super) fn shared(&self, zh: &Range<usize>, en: &Range<usize>) -> (f32, f32) {
        let (zh_size, en_size) = self.size;
        let zh_whole = zh.start == 0 && zh.end == zh_size;
        let en_whole = en.start == 0 && en.end == en_size;
        if zh_whole {
            (self.zh.all_in(en), self.en.range_in_all(en))
        } else if en_whole {
            (self.zh.range_in_all(zh), self.en.all_in(zh))
        } else if zh.start == 0 {
            (self.zh.before_in_rest(zh.end, en.start), self.en.rest_in_before(en.start, zh.end))
        } else {
            (self.zh.rest_in_before(zh.start, en.end), self.en.before_in_rest(en.end, zh.start))
        }
    }
}

impl Part {
    fn new(text: &Text, units: Range<usize>, other: Range<usize>) -> Part {
        let (size, others) = (units.len(), other.len());
        let width = others + 1;
        let mut part = Part {
            whole: vec![0.0; width * width],
            before_in_rest: vec![0.0; (size + 1) * width],
            rest_in_before: vec![0.0; (size + 1) * width],
            before: vec![0.0; size + 1],
            width,
        };
        // What one unit finds in the other's units from y on, and before y.
        let mut rest = vec![0.0; width];
        let mut start = vec![0.0; width];
        let mut rest_rows = vec![0.0; size * width];
        let mut start_rows = vec![0.0; size * width];
        let mut all = vec![0.0; size];
        for (x, unit) in units.enumerate() {
            rest.fill(0.0);
            start.fill(0.0);
            for hits in text.hits(unit) {
                let hits = within(hits, other.clone());
                if !hits.is_empty() {
                    all[x] += part.add_item(hits, other.start, &mut rest, &mut start);
                }
            }
            rest_rows[x * width..(x + 1) * width].copy_from_slice(&rest);
            start_rows[x * width..(x + 1) * width].copy_from_slice(&start);
        }
        part.sum_up(size, &rest_rows, &start_rows, &all);
        part
    }

    /// Adds one item, given its hits. Returns the best of them.
    fn add_item(
        &mut self,
        hits: &[super::evidence::Hit],
        base: usize,
        rest: &mut [f32],
        start: &mut [f32],
    ) -> f32 {
        let place = |hit: usize| hits[hit].unit as usize - base;
        // For a stretch that begins at y1, the value rises at each hit that beats all before it.
        let mut y1 = 0;
        for first in 0..hits.len() {
            let mut best = 0.0;
            for later in &hits[first..] {
                if later.value > best {
                    let end = later.unit as usize - base + 1;
                    for y in y1..=place(first) {
                        self.whole[y * self.width + end] += later.value - best;
                    }
                    best = later.value;
                }
            }
            for value in &mut rest[y1..=place(first)] {
                *value += best;
            }
            y1 = place(first) + 1;
        }
        let mut best: f32 = 0.0;
        for hit in 0..hits.len() {
            best = best.max(hits[hit].value);
            let end = if hit + 1 < hits.len() { place(hit + 1) } else { self.width - 1 };
            for value in &mut start[place(hit) + 1..=end] {
                *value += best;
            }
        }
        best
    }

    /// Turns the entries of single units and rises into sums over stretches.
    fn sum_up(&mut self, size: usize, rest: &[f32], start: &[f32], all: &[f32]) {
        let width = self.width;
        for row in self.whole.chunks_exact_mut(width) {
            for y in 1..width {
                row[y] += row[y - 1];
            }
        }
        for x in 0..size {
            self.before[x + 1] = self.before[x] + all[x];
            for y in 0..width {
                self.before_in_rest[(x + 1) * width + y] =
                    self.before_in_rest[x * width + y] + rest[x * width + y];
            }
        }
        for x in (0..size).rev() {
            for y in 0..width {
                self.rest_in_before[x * width + y] =
                    self.rest_in_before[(x + 1) * width + y] + start[x * width + y];
            }
        }
    }

    fn all_in(&self, other: &Range<usize>) -> f32 {
        self.whole[other.start * self.width + other.end]
    }

    fn range_in_all(&self, own: &Range<usize>) -> f32 {
        self.before[own.end] - self.before[own.start]
    }

    fn before_in_rest(&self, own_end: usize, other_start: usize) -> f32 {
        self.before_in_rest[own_end * self.width + other_start]
    }

    fn rest_in_before(&self, own_start: usize, other_end: usize) -> f32 {
        self.rest_in_before[own_start * self.width + other_end]
    }
}
