//! What the first pass teaches: how often steps occur, how far lengths stray, and which words go
//! together that the dictionary does not know, names above all.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::vocabulary::ItemId;
use super::found::agreement;
use super::model::Model;
use super::score::{KINDS, squared_stray};
use super::search::Step;
use crate::text::{Side, is_han};

/// How often a pair of words must stand together.
const LEAST: u32 = 3;

/// How much of their uses must be together (Dice's coefficient).
const DICE: f32 = 0.5;

/// A word in more than this share of all beads teaches nothing.
const COMMON: f32 = 0.1;

/// Fits the model to what the first pass found.
pub(super) fn learn(model: &mut Model<'_>, runs: &[[Range<usize>; 2]], found: &[Vec<Step>]) {
    let steps: Vec<&Step> = found.iter().flatten().collect();
    let mut counts = [0; KINDS.len()];
    let mut strays = Vec::new();
    for step in &steps {
        let kind = KINDS.iter().position(|&kind| kind == (step.zh.len(), step.en.len()));
        if let Some(kind) = kind {
            counts[kind] += 1;
        }
        if step.zh.len() == 1 && step.en.len() == 1 && agreement(model, &step.zh, &step.en) > 0.3 {
            let length = |side, at: usize| model.segments(side)[at].length;
            let lengths = (length(Side::Zh, step.zh.start), length(Side::En, step.en.start));
            strays.push(squared_stray(lengths));
        }
    }
    model.priors = model.priors.learnt(&counts, strays);
    let taught = associations(model, &steps);
    if taught.is_empty() {
        return;
    }
    let mut items: FxHashMap<String, ItemId> = FxHashMap::default();
    for (word, stem, worth) in taught {
        let item = model.vocabulary.teach(&word, stem, worth);
        items.insert(word, item);
    }
    for [zh, _] in runs {
        for at in zh.clone() {
            let text = model.text(Side::Zh, at).to_owned();
            let taught = bigrams(&text).filter_map(|bigram| items.get(bigram).copied());
            for item in taught.collect::<Vec<_>>() {
                model.push_item(Side::Zh, at, item);
            }
        }
    }
    model.weigh();
}

/// Pairs of neighbouring Han characters. They find names without knowing where words end.
fn bigrams(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.char_indices();
    let seconds = text.char_indices().skip(1);
    starts.zip(seconds).filter_map(|((start, first), (middle, second))| {
        let end = middle + second.len_utf8();
        (is_han(first) && is_han(second)).then(|| &text[start..end])
    })
}

/// Chinese bigrams and English stems that go together, with what that is worth, from 0 to 1.
fn associations(model: &Model<'_>, steps: &[&Step]) -> Vec<(String, ItemId, f32)> {
    let paired: Vec<&&Step> =
        steps.iter().filter(|step| !step.zh.is_empty() && !step.en.is_empty()).collect();
    let most = (paired.len() as f32 * COMMON).max(20.0) as u32;
    let mut zh_counts: FxHashMap<&str, u32> = FxHashMap::default();
    let mut en_counts: FxHashMap<ItemId, u32> = FxHashMap::default();
    let mut words: Vec<(FxHashSet<&str>, FxHashSet<ItemId>)> = Vec::new();
    for step in &paired {
        let zh: FxHashSet<&str> =
            step.zh.clone().flat_map(|at| bigrams(model.text(Side::Zh, at))).collect();
        let en: FxHashSet<ItemId> = step
            .en
            .clone()
            .flat_map(|at| model.segments(Side::En)[at].items.iter().copied())
            .collect();
        #[expect(clippy::iter_over_hash_type, reason = "counting is the same in any order")]
        for word in &zh {
            *zh_counts.entry(word).or_default() += 1;
        }
        #[expect(clippy::iter_over_hash_type, reason = "counting is the same in any order")]
        for stem in &en {
            *en_counts.entry(*stem).or_default() += 1;
        }
        words.push((zh, en));
    }
    let teaches = |count: u32| (LEAST..=most).contains(&count);
    let mut together: FxHashMap<(&str, ItemId), u32> = FxHashMap::default();
    for (zh, en) in &words {
        let en: Vec<ItemId> = en.iter().copied().filter(|stem| teaches(en_counts[stem])).collect();
        for word in zh.iter().filter(|word| teaches(zh_counts[*word])) {
            for stem in &en {
                *together.entry((word, *stem)).or_default() += 1;
            }
        }
    }
    let dice = |(word, stem): &(&str, ItemId), count: u32| {
        2.0 * count as f32 / (zh_counts[word] + en_counts[stem]) as f32
    };
    let mut taught = BTreeMap::new();
    #[expect(clippy::iter_over_hash_type, reason = "the map that is filled is ordered")]
    for (pair, &count) in &together {
        let worth = dice(pair, count);
        if count >= LEAST && worth >= DICE {
            taught.insert((pair.0.to_owned(), pair.1), worth);
        }
    }
    taught.into_iter().map(|((word, stem), worth)| (word, stem, worth)).collect()
}
