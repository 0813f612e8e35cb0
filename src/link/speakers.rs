//! What speaker labels say: a little, and only where they have proved right.
//!
//! Labels may be in two languages, and in a broken transcript they often follow the layout and not
//! the content. So the sure pairs of the first path decide which labels name the same person and
//! how much it says that they agree.

use std::collections::BTreeMap;

use super::seed::Candidate;
use crate::document::Document;
use crate::text::Side;

/// The labels of a document, as evidence.
#[derive(Debug, Default)]
pub(super) struct Speakers {
    /// For each Chinese turn the English label that it should have, from 1; 0 if unknown.
    expected: Vec<u32>,
    /// For each English turn its label, from 1; 0 if it has none.
    labels: Vec<u32>,
    agree: f32,
    differ: f32,
}

/// With fewer sure pairs than this, labels say nothing.
const FEW: usize = 6;

/// The most that a label can say for a pair, in nats, and against it.
const MOST: f32 = 1.5;
const MOST_AGAINST: f32 = 2.5;

impl Speakers {
    /// Learns from the sure pairs of a first path.
    pub(super) fn learn(document: &Document, path: &[Candidate]) -> Speakers {
        let [zh, en] = Side::BOTH.map(|side| number_labels(document, side));
        let sure = path.iter().filter(|pair| pair.is_sure());
        let pairs: Vec<(u32, u32)> = sure
            .map(|pair| (zh[pair.own], en[pair.other]))
            .filter(|&(zh, en)| zh > 0 && en > 0)
            .collect();
        if pairs.len() < FEW {
            return Speakers::default();
        }
        let mut together: BTreeMap<(u32, u32), usize> = BTreeMap::new();
        let mut alone: BTreeMap<u32, usize> = BTreeMap::new();
        for &(zh, en) in &pairs {
            *together.entry((zh, en)).or_default() += 1;
            *alone.entry(en).or_default() += 1;
        }
        // The English label that a Chinese one stands beside most often; the first of equals.
        let mut best: BTreeMap<u32, (usize, u32)> = BTreeMap::new();
        for (&(zh, en), &times) in &together {
            let best = best.entry(zh).or_default();
            if times > best.0 {
                *best = (times, en);
            }
        }
        let count = pairs.len() as f32;
        let agreeing: usize = best.values().map(|&(times, _)| times).sum();
        let by_chance: f32 = pairs
            .iter()
            .filter_map(|(zh, _)| best.get(zh))
            .filter_map(|(_, en)| alone.get(en))
            .map(|&times| times as f32 / count)
            .sum();
        // One more of each kind keeps a clean sweep from being certain.
        let (agreeing, by_chance) =
            ((agreeing as f32 + 1.0) / (count + 2.0), (by_chance + 1.0) / (count + 2.0));
        let bound = |odds: f32| odds.ln().clamp(-MOST_AGAINST, MOST);
        Speakers {
            expected: zh.iter().map(|zh| best.get(zh).map_or(0, |&(_, en)| en)).collect(),
            labels: en,
            agree: bound(agreeing / by_chance),
            differ: bound((1.0 - agreeing) / (1.0 - by_chance)),
        }
    }

    /// What the labels say for pairing two turns, in nats.
    pub(super) fn gain(&self, zh: usize, en: usize) -> f32 {
        match (self.expected.get(zh), self.labels.get(en)) {
            (None | Some(0), _) | (_, None | Some(0)) => 0.0,
            (Some(expected), Some(label)) if expected == label => self.agree,
            _ => self.differ,
        }
    }
}

/// A number for each turn's label, from 1 in the order in which they come; 0 for none.
fn number_labels(document: &Document, side: Side) -> Vec<u32> {
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    let label = |name: &str| name.to_lowercase().split_whitespace().collect::<String>();
    document
        .turns(side)
        .iter()
        .map(|turn| {
            let next = numbers.len() as u32 + 1;
            turn.speaker_name().map_or(0, |name| *numbers.entry(label(name)).or_insert(next))
        })
        .collect()
}
