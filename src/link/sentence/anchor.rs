//! Where the search needs to look: around a chain of segments that share rare items.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::super::vocabulary::ItemId;
use super::model::Model;
use crate::text::Side;

/// Up to this many cells everything is looked at.
const ALL: usize = 60_000;

/// Items that stand in more segments than this anchor nothing.
const RARE: usize = 12;

/// How far from the chain the search looks, at least.
const NEAR: usize = 25;

/// How much farther it looks at most: thousands of segments without one rare word between them are the
/// same few over and over, and to look at all of them would take the square of their number.
const FAR: usize = 400;

/// About as many cells are looked at beside those near the chain: each takes memory.
const CELLS: usize = 4_000_000;

/// With more segments than this in one run, memory counts for more than the last slip.
const MANY: usize = 200_000;

/// For each Chinese segment the English ones that it may belong to, as places from the start of
/// `en`. The windows only move on.
pub(super) fn windows(
    model: &Model<'_>,
    zh: &Range<usize>,
    en: &Range<usize>,
) -> Vec<Range<usize>> {
    let (rows, columns) = (zh.len(), en.len());
    if rows * columns <= ALL {
        return vec![0..columns; rows];
    }
    let near = if rows > MANY { NEAR / 4 } else { NEAR };
    let mut points = vec![(0, 0)];
    points.extend(chain(&candidates(model, zh, en)));
    points.push((rows, columns));
    let mut windows = Vec::with_capacity(rows);
    for pair in points.windows(2) {
        let [(x, y), (to_x, to_y)] = pair else { continue };
        let (height, width) = (to_x - x, to_y.saturating_sub(*y));
        // The farther apart two points are, the less a straight line between them knows.
        let reach = near + (height.max(width) / 4).min(FAR).min(CELLS / rows);
        for step in 0..height {
            let middle = y + width * step / height.max(1);
            windows.push(middle.saturating_sub(reach)..(middle + reach).min(columns));
        }
    }
    // Ends must be reachable, and windows must not move back.
    if let Some(last) = windows.last_mut() {
        last.end = columns;
    }
    for at in 1..windows.len() {
        windows[at].start = windows[at].start.max(windows[at - 1].start);
        windows[at].end = windows[at].end.max(windows[at - 1].end);
    }
    windows
}

/// Pairs of segments that share rare items, with what these weigh: the best few for each Chinese
/// segment.
fn candidates(model: &Model<'_>, zh: &Range<usize>, en: &Range<usize>) -> Vec<(usize, usize, f32)> {
    const KEPT: usize = 3;
    let mut postings: FxHashMap<ItemId, Vec<usize>> = FxHashMap::default();
    for (y, segment) in model.segments(Side::En)[en.clone()].iter().enumerate() {
        for &stem in &segment.items {
            postings.entry(stem).or_default().push(y);
        }
    }
    let mut found = Vec::new();
    let mut scores: FxHashMap<usize, f32> = FxHashMap::default();
    for (x, segment) in model.segments(Side::Zh)[zh.clone()].iter().enumerate() {
        scores.clear();
        for &item in &segment.items {
            for &(stem, sense) in model.vocabulary.senses(item as usize) {
                let places = postings.get(&stem).filter(|places| places.len() <= RARE);
                for &y in places.into_iter().flatten() {
                    *scores.entry(y).or_default() += model.value(item, stem, sense);
                }
            }
        }
        let mut best: Vec<(usize, f32)> = scores.iter().map(|(&y, &score)| (y, score)).collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let sure = best.iter().take(KEPT).filter(|(_, score)| *score >= 8.0);
        found.extend(sure.map(|&(y, score)| (x, y, score)));
    }
    found
}

/// The heaviest chain of candidates that moves on in both texts, without those that stray far from
/// both neighbours.
fn chain(candidates: &[(usize, usize, f32)]) -> Vec<(usize, usize)> {
    // The best chain that ends at or before a place of the English text, kept ascending.
    let mut best: std::collections::BTreeMap<usize, (f32, usize)> = Default::default();
    let mut before: Vec<Option<usize>> = vec![None; candidates.len()];
    let mut at = 0;
    while at < candidates.len() {
        let x = candidates[at].0;
        let row = at + candidates[at..].iter().take_while(|next| next.0 == x).count();
        let mut reached = Vec::new();
        for (index, &(_, y, score)) in candidates[at..row].iter().enumerate() {
            let prior = best.range(..y).next_back().map(|(_, &(score, from))| (score, from));
            before[at + index] = prior.map(|(_, from)| from);
            reached.push((y, prior.map_or(0.0, |(score, _)| score) + score, at + index));
        }
        for (y, score, index) in reached {
            let worse = best.range(..=y).next_back().is_none_or(|(_, &(other, _))| other < score);
            if worse {
                let covered: Vec<usize> = best
                    .range(y..)
                    .take_while(|(_, (other, _))| *other <= score)
                    .map(|(&place, _)| place)
                    .collect();
                covered.iter().for_each(|place| {
                    best.remove(place);
                });
                best.insert(y, (score, index));
            }
        }
        at = row;
    }
    let mut points = Vec::new();
    let mut last = best.last_key_value().map(|(_, &(_, index))| index);
    while let Some(index) = last {
        points.push((candidates[index].0, candidates[index].1));
        last = before[index];
    }
    points.reverse();
    points
}
