//! All that is known of the segments of a document, and of what may translate what.

use std::ops::Range;

use super::super::measures::{Characters, english_for_han, rarity};
use super::super::vocabulary::{ItemId, Vocabulary};
use super::function::is_function_word;
use super::score::Priors;
use super::segment::{Segment, USUAL_RATIO};
use crate::dictionary::Dictionary;
use crate::quantity::{self, Kind};
use crate::text::Side;

/// Words of a sentence that count as evidence. No sentence has more, and each is held against each of the
/// other side.
pub(super) const MOST_ITEMS: usize = 2000;

/// What is left of the weight of a function word.
pub(super) const FUNCTION: f32 = 0.3;

/// How many other segments are thought of where a text is too small to tell common words from rare ones:
/// about as many as a long interview has.
const BACKGROUND: usize = 1000;

/// How much a document tells of what is usual in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// It is known as a whole.
    Document,
    /// It is one row among others that have nothing to do with it, and must be judged alike wherever
    /// it stands.
    Row,
}

/// The segments of both sides and the words in them.
pub(super) struct Model<'d> {
    scope: Scope,
    pub(super) vocabulary: Vocabulary<'d>,
    segments: [Vec<Segment>; 2],
    texts: [Vec<String>; 2],
    weights: [Vec<f32>; 2],
    pub(super) priors: Priors,
}

impl<'d> Model<'d> {
    pub(super) fn new(dictionary: &'d Dictionary, scope: Scope) -> Model<'d> {
        Model {
            scope,
            vocabulary: Vocabulary::new(dictionary),
            segments: [Vec::new(), Vec::new()],
            texts: [Vec::new(), Vec::new()],
            weights: [Vec::new(), Vec::new()],
            priors: Priors::default(),
        }
    }

    /// Adds segments of one side, all of the English ones before the Chinese ones, and gives back
    /// their places.
    pub(super) fn add<'t>(
        &mut self,
        side: Side,
        texts: impl Iterator<Item = &'t str>,
    ) -> Range<usize> {
        let start = self.segments[side as usize].len();
        for text in texts {
            let mut items = Vec::new();
            self.vocabulary.push_items(text, side, &mut items);
            for quantity in quantity::read(side, text) {
                // Small counts are everywhere; what is worth an item has some size, or a kind of its own.
                let rare = matches!(quantity.kind, Kind::Percent | Kind::Money | Kind::Multiple);
                let Some(value) = quantity.value.low().filter(|value| rare || *value.numer() > 12)
                else {
                    continue;
                };
                self.vocabulary.push_key(&format!("={value}"), side, &mut items);
            }
            items.truncate(MOST_ITEMS);
            let characters = Characters::of(text, side);
            self.segments[side as usize].push(Segment { items, characters, ..Segment::default() });
            self.texts[side as usize].push(text.to_owned());
        }
        start..self.segments[side as usize].len()
    }

    /// Works out weights and lengths, once all segments are there or something was learnt.
    pub(super) fn weigh(&mut self) {
        let counts = [self.vocabulary.zh_items(), self.vocabulary.stems()];
        let background = if self.scope == Scope::Row { BACKGROUND } else { 0 };
        for side in [0, 1] {
            self.weights[side] = weights(&self.segments[side], counts[side], background);
            for (word, item) in self.vocabulary.words(Side::BOTH[side]) {
                if is_function_word(Side::BOTH[side], word) {
                    self.weights[side][item as usize] *= FUNCTION;
                }
            }
        }
        let mut hit = [vec![false; counts[0]], vec![false; counts[1]]];
        let mut stands = vec![false; counts[1]];
        for item in self.segments[1].iter().flat_map(|segment| &segment.items) {
            stands[*item as usize] = true;
        }
        for (item, hit_zh) in hit[0].iter_mut().enumerate() {
            let senses = self.vocabulary.senses(item);
            *hit_zh = senses.iter().any(|&(stem, _)| stands[stem as usize]);
        }
        for item in self.segments[0].iter().flat_map(|segment| &segment.items) {
            for &(stem, _) in self.vocabulary.senses(*item as usize) {
                hit[1][stem as usize] = true;
            }
        }
        let ratio = self.ratio();
        for side in [0, 1] {
            let (weights, hit) = (&self.weights[side], &hit[side]);
            for segment in &mut self.segments[side] {
                let known = segment.items.iter().filter(|&&item| hit[item as usize]);
                segment.weight = known.map(|&item| weights[item as usize]).sum();
                let telling = segment.items.iter().filter(|&&item| {
                    hit[item as usize] || self.vocabulary.is_known(Side::BOTH[side], item)
                });
                segment.telling = telling.map(|&item| weights[item as usize]).sum();
                segment.length = segment.characters.length(ratio).max(1.0);
            }
        }
    }

    /// English characters for each Han character.
    pub(super) fn ratio(&self) -> f32 {
        const MOST: f32 = 4.5;
        if self.scope == Scope::Row {
            return USUAL_RATIO;
        }
        let sum =
            |side: usize| Characters::sum(self.segments[side].iter().map(|one| one.characters));
        english_for_han(sum(0), sum(1), MOST)
    }

    pub(super) fn segments(&self, side: Side) -> &[Segment] {
        &self.segments[side as usize]
    }

    pub(super) fn text(&self, side: Side, at: usize) -> &str {
        &self.texts[side as usize][at]
    }

    pub(super) fn push_item(&mut self, side: Side, at: usize, item: ItemId) {
        self.segments[side as usize][at].items.push(item);
    }

    /// What an item weighs, if it has translations anywhere.
    pub(super) fn telling(&self, side: Side, item: ItemId) -> f32 {
        let known = self.vocabulary.is_known(side, item);
        if known { self.weights[side as usize][item as usize] } else { 0.0 }
    }

    /// What a Chinese item says when it meets an English stem: at most the smaller weight of the two.
    pub(super) fn value(&self, item: ItemId, stem: ItemId, sense: f32) -> f32 {
        sense * self.weights[0][item as usize].min(self.weights[1][stem as usize])
    }
}

/// The weight of each item, with segments as documents and so many unseen ones beside them.
fn weights(segments: &[Segment], items: usize, background: usize) -> Vec<f32> {
    let mut counts = vec![0.0_f32; items];
    let mut last = vec![usize::MAX; items];
    for (at, segment) in segments.iter().enumerate() {
        for &item in &segment.items {
            if last[item as usize] != at {
                last[item as usize] = at;
                counts[item as usize] += 1.0;
            }
        }
    }
    let all = (segments.len() + background) as f32;
    counts.iter().map(|&count| rarity(count, all)).collect()
}
