//! What segments find in each other.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::super::vocabulary::ItemId;
use super::model::Model;
use super::score::MOST;
use crate::text::Side;

/// For each cell of the search, what its segments find in the one to [`MOST`] segments of the other
/// side that begin there.
pub(super) struct Found {
    /// By cell: Chinese segment x in English segments y, …, y + k.
    zh: Vec<[f32; MOST]>,
    /// By cell: English segment y in Chinese segments x, …, x + k.
    en: Vec<[f32; MOST]>,
    windows: Vec<Range<usize>>,
    /// The first cell of each Chinese segment.
    starts: Vec<usize>,
}

impl Found {
    /// Compares segments `zh` with those of `en` in the window of each.
    pub(super) fn new(
        model: &Model<'_>,
        zh: &Range<usize>,
        en: &Range<usize>,
        windows: Vec<Range<usize>>,
    ) -> Found {
        let mut starts = vec![0];
        for window in &windows {
            starts.push(starts[starts.len() - 1] + window.len());
        }
        let cells = starts[starts.len() - 1];
        let mut found =
            Found { zh: vec![[0.0; MOST]; cells], en: vec![[0.0; MOST]; cells], windows, starts };
        let postings = postings(model, en);
        // For each English segment and stem: which Chinese segments hit it, and how.
        let mut back: FxHashMap<(usize, ItemId), Vec<(usize, f32)>> = FxHashMap::default();
        let mut hits: Vec<(usize, f32)> = Vec::new();
        for x in 0..zh.len() {
            for &item in &model.segments(Side::Zh)[zh.start + x].items {
                hits.clear();
                for &(stem, sense) in model.vocabulary.senses(item as usize) {
                    let value = model.value(item, stem, sense);
                    if value < LEAST {
                        continue;
                    }
                    let places = postings.get(&stem).map_or(&[][..], Vec::as_slice);
                    for &y in within(places, &found.windows[x]) {
                        hits.push((y, value));
                        back.entry((y, stem)).or_default().push((x, value));
                    }
                }
                hits.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
                hits.dedup_by_key(|hit| hit.0);
                let (start, window) = (found.starts[x], found.windows[x].clone());
                rise(&hits, window, |y, best| add(&mut found.zh[start + y], best));
            }
        }
        found.add_english(model, en, back);
        found
    }

    fn add_english(
        &mut self,
        model: &Model<'_>,
        en: &Range<usize>,
        back: FxHashMap<(usize, ItemId), Vec<(usize, f32)>>,
    ) {
        for y in 0..en.len() {
            for &stem in &model.segments(Side::En)[en.start + y].items {
                let Some(hits) = back.get(&(y, stem)) else { continue };
                let mut hits = hits.clone();
                hits.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
                hits.dedup_by_key(|hit| hit.0);
                let all = 0..self.windows.len();
                let (windows, starts, cells) = (&self.windows, &self.starts, &mut self.en);
                rise(&hits, all, |x, best| {
                    if windows[x].contains(&y) {
                        add(&mut cells[starts[x] + y - windows[x].start], best);
                    }
                });
            }
        }
    }

    fn cell(&self, x: usize, y: usize) -> Option<usize> {
        let window = self.windows.get(x)?;
        window.contains(&y).then(|| self.starts[x] + y - window.start)
    }

    /// What the segments of a step find in each other.
    pub(super) fn shared(&self, x: usize, y: usize, taken: (usize, usize)) -> (f32, f32) {
        let of = |cells: &Vec<[f32; MOST]>, x, y, count: usize| {
            self.cell(x, y).map_or(0.0, |cell| cells[cell][count - 1])
        };
        let zh = (x..x + taken.0).map(|x| of(&self.zh, x, y, taken.1)).sum();
        let en = (y..y + taken.1).map(|y| of(&self.en, x, y, taken.0)).sum();
        (zh, en)
    }
}

/// Hits that say less are left out.
const LEAST: f32 = 0.15;

fn add(cell: &mut [f32; MOST], best: [f32; MOST]) {
    for (sum, more) in cell.iter_mut().zip(best) {
        *sum += more;
    }
}

/// For every place from which one to [`MOST`] places on hold a hit: the best hit of each.
fn rise(hits: &[(usize, f32)], window: Range<usize>, mut add: impl FnMut(usize, [f32; MOST])) {
    let mut next = window.start;
    for (at, &(place, _)) in hits.iter().enumerate() {
        let from = place.saturating_sub(MOST - 1).max(next);
        for start in from..=place.min(window.end.saturating_sub(1)) {
            let mut best = [0.0_f32; MOST];
            for &(hit, value) in hits[at..].iter().take_while(|hit| hit.0 < start + MOST) {
                best[hit - start..].iter_mut().for_each(|best| *best = best.max(value));
            }
            add(start - window.start, best);
        }
        next = place + 1;
    }
}

/// Where each stem stands among the segments `en`, ascending.
fn postings(model: &Model<'_>, en: &Range<usize>) -> FxHashMap<ItemId, Vec<usize>> {
    let mut postings: FxHashMap<ItemId, Vec<usize>> = FxHashMap::default();
    for (y, segment) in model.segments(Side::En)[en.clone()].iter().enumerate() {
        for &stem in &segment.items {
            let places = postings.entry(stem).or_default();
            if places.last() != Some(&y) {
                places.push(y);
            }
        }
    }
    postings
}

fn within<'p>(places: &'p [usize], window: &Range<usize>) -> &'p [usize] {
    let start = places.partition_point(|&place| place < window.start);
    let end = places.partition_point(|&place| place < window.end);
    &places[start..end]
}

/// How much of the evidence of two stretches agrees, from 0 to 1.
pub(super) fn agreement(model: &Model<'_>, zh: &Range<usize>, en: &Range<usize>) -> f32 {
    if zh.is_empty() || en.is_empty() {
        return 0.0;
    }
    let weight = |side, range: &Range<usize>| -> f32 {
        model.segments(side)[range.clone()].iter().map(|segment| segment.weight).sum()
    };
    let all = weight(Side::Zh, zh) + weight(Side::En, en);
    if all < 1.0 {
        return 0.5;
    }
    let zh_found: f32 = zh.clone().map(|at| finds(model, Side::Zh, at, en)).sum();
    let en_found: f32 = en.clone().map(|at| finds(model, Side::En, at, zh)).sum();
    ((zh_found + en_found) / all).clamp(0.0, 1.0)
}

/// What the items of one segment find in a stretch of the other side.
fn finds(model: &Model<'_>, side: Side, at: usize, other: &Range<usize>) -> f32 {
    let others: Vec<ItemId> = items(model, side.other(), other).collect();
    let own = &model.segments(side)[at].items;
    own.iter().map(|&item| best(model, side, item, &others)).sum()
}

/// What stands in a stretch.
pub(super) fn items<'m>(
    model: &'m Model<'_>,
    side: Side,
    range: &Range<usize>,
) -> impl Iterator<Item = ItemId> + use<'m> {
    model.segments(side)[range.clone()].iter().flat_map(|segment| segment.items.iter().copied())
}

/// The most that an item of `side` says when it meets one of `others`.
pub(super) fn best(model: &Model<'_>, side: Side, item: ItemId, others: &[ItemId]) -> f32 {
    let value = |zh: ItemId, en: ItemId| {
        let senses = model.vocabulary.senses(zh as usize).iter();
        let values = senses.filter(|sense| sense.0 == en).map(|sense| model.value(zh, en, sense.1));
        values.fold(0.0, f32::max)
    };
    let met = others.iter().map(|&other| match side {
        Side::Zh => value(item, other),
        Side::En => value(other, item),
    });
    met.fold(0.0, f32::max)
}
