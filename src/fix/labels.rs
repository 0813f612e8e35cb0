//! Which labels have to be written because turns are put together anew, and with which name.
//!
//! A label that is wrong where it stands is an open question: only people know which of the two names is
//! the right one. So a label is left alone unless the re-pairing itself makes it wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::plan::Pair;
use crate::document::{Document, Turn, are_same};
use crate::link::{Link, Passage};
use crate::text::{Side, Span};

/// A turn, or a part of one, that stands under another name than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relabelled {
    /// The line of its label in the new text, from 1.
    pub line: usize,
    /// The name that it had.
    pub from: String,
    /// The name that it has now.
    pub to: String,
}

impl fmt::Display for Relabelled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: “{}” → “{}”", self.line, self.from, self.to)
    }
}

/// Knows which English name stands for which Chinese one.
pub(super) struct Labels<'d> {
    document: &'d Document,
    names: BTreeMap<&'d str, &'d str>,
}

impl<'d> Labels<'d> {
    pub(super) fn new(document: &'d Document, links: &[Link]) -> Labels<'d> {
        Labels { document, names: names(document, links) }
    }

    /// The name that the English turn of `pair` needs, where it cannot keep the one of its label.
    pub(super) fn needed(&self, pair: &Pair) -> Option<&'d str> {
        let (zh, en) = (pair.zh.first()?, pair.en.first()?);
        let (speaker, own) = (self.name(zh)?, self.name(en)?);
        let name = *self.names.get(speaker)?;
        let is_needed = self.is_cut_off(en) || self.labels_differ(pair) || self.stayed(pair, own);
        (is_needed && !pair.of_several_speakers && !are_same(own, name)).then_some(name)
    }

    fn name(&self, passage: &Passage) -> Option<&'d str> {
        self.document.turn(passage.turn).speaker_name()
    }

    /// Whether it is a part of a turn behind another: the label there spoke of the first part.
    fn is_cut_off(&self, passage: &Passage) -> bool {
        let before = Span::new(0, passage.span.start());
        !before.of(self.document.turn(passage.turn).text()).trim().is_empty()
    }

    /// Whether what becomes one turn has several names.
    fn labels_differ(&self, pair: &Pair) -> bool {
        let mut names = pair.en.iter().filter_map(|passage| self.name(passage));
        names.next().is_some_and(|first| names.any(|name| !are_same(name, first)))
    }

    /// Whether the text moves, and its label `own` is that of the place which it leaves: in many
    /// broken files the labels follow the layout and only the texts have slipped.
    fn stayed(&self, pair: &Pair, own: &str) -> bool {
        let place = |passage: &Passage| self.document.pair(passage.turn);
        let Some(left) = pair.en.first().map(place) else { return false };
        let moves = !pair.zh.iter().any(|zh| place(zh) == left);
        let beside = self.document.in_pair(Side::Zh, left).and_then(|turn| turn.speaker_name());
        let goes_with = |beside: &str| {
            are_same(own, beside) || self.names.get(beside).is_some_and(|name| are_same(own, name))
        };
        moves && beside.is_some_and(goes_with)
    }
}

/// Which English name each Chinese one goes with: itself where the two sides write names alike, otherwise
/// the one that it is found with most often.
fn names<'d>(document: &'d Document, links: &[Link]) -> BTreeMap<&'d str, &'d str> {
    let links = || links.iter().filter(|link| !link.again);
    let linked = links().filter_map(|link| match (link.zh.as_slice(), link.en.as_slice()) {
        ([zh], [en]) => Some((document.turn(zh.turn), document.turn(en.turn))),
        _ => None,
    });
    let beside = document.turns(Side::En).iter().filter_map(|en| {
        let zh = document.in_pair(Side::Zh, document.pair(en.id))?;
        Some((zh, en))
    });
    let (linked, beside) = (Together::count(linked), Together::count(beside));
    // Labels follow the texts or the layout. In the way that they follow, the same two are always together.
    let together = if beside.is_steadier_than(&linked) { beside } else { linked };
    let english: BTreeSet<&str> = links()
        .flat_map(|link| &link.en)
        .filter_map(|passage| document.turn(passage.turn).speaker_name())
        .collect();
    let name = |(zh, usual): (&'d str, &'d str)| (zh, english.get(zh).copied().unwrap_or(usual));
    together.usual().map(name).collect()
}

/// How often a Chinese and an English label are found together.
struct Together<'d>(BTreeMap<&'d str, BTreeMap<&'d str, usize>>);

impl<'d> Together<'d> {
    fn count(pairs: impl Iterator<Item = (&'d Turn, &'d Turn)>) -> Together<'d> {
        let mut together = Together(BTreeMap::new());
        for (zh, en) in pairs {
            if let (Some(zh), Some(en)) = (zh.speaker_name(), en.speaker_name()) {
                *together.0.entry(zh).or_default().entry(en).or_default() += 1;
            }
        }
        together
    }

    /// The English label of each Chinese one that is found with it most often.
    fn usual(&self) -> impl Iterator<Item = (&'d str, &'d str)> {
        self.0.iter().filter_map(|(zh, partners)| {
            let most = partners.iter().max_by_key(|(_, count)| **count)?;
            Some((*zh, *most.0))
        })
    }

    /// Whether a larger share of these are the usual pairs.
    fn is_steadier_than(&self, other: &Together<'_>) -> bool {
        let [own, others] = [self.steady(), other.steady()];
        own.0 * others.1 > others.0 * own.1
    }

    /// How many are usual pairs, and how many there are.
    fn steady(&self) -> (usize, usize) {
        let partners = || self.0.values();
        let usual = partners().filter_map(|partners| partners.values().max()).sum();
        (usual, partners().flat_map(BTreeMap::values).sum())
    }
}
