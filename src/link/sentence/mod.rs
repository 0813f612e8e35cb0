//! What belongs together inside a link: beads of sentences.
//!
//! The search is Gale and Church's (1993): dynamic programming over steps of one to a few sentences
//! on each side. To their lengths it adds what the texts say: words of the dictionary, Latin-script
//! words, quantities, and, in a second pass, words whose translation the first pass taught (as
//! hunalign does, Varga et al. 2005). How often the steps occur and how far lengths stray is
//! learnt from the document itself.

mod anchor;
mod found;
mod learn;
mod lines;
mod model;
mod score;
mod search;
mod segment;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::{Links, Passage};
use crate::dictionary::Dictionary;
use crate::document::Document;
use crate::text::{Side, Span, sentences};
use model::Model;
use search::{Step, steps};

pub use lines::align_lines;

/// Sentences of a link that translate each other; one side may have none.
#[derive(Clone, Debug, PartialEq)]
pub struct Bead {
    /// The Chinese sentences, in order.
    pub zh: Vec<Passage>,
    /// The English sentences, in order.
    pub en: Vec<Passage>,
    /// How much of the evidence of both sides agrees, from 0 to 1.
    pub score: f32,
    /// For each Chinese, then each English sentence: what share of its evidence is found in the other
    /// side of the bead and of the beads around it, from 0 to 1; nothing for a sentence without
    /// evidence.
    pub found: [Vec<Option<f32>>; 2],
}

impl Bead {
    /// The sentences of one side.
    pub fn side(&self, side: Side) -> &[Passage] {
        match side {
            Side::Zh => &self.zh,
            Side::En => &self.en,
        }
    }
}

/// The sentence beads of each link, in the order of the links. A link without one of its sides has
/// one bead for each sentence.
pub fn sentence_links(
    document: &Document,
    links: &Links,
    dictionary: &Dictionary,
) -> Vec<Vec<Bead>> {
    let cut: Vec<[Vec<Passage>; 2]> = links
        .links
        .iter()
        .map(|link| [Side::Zh, Side::En].map(|side| passages(document, link.side(side), side)))
        .collect();
    let text = |passage: &Passage| passage.span.of(document.turn(passage.turn).text());
    let mut model = Model::new(dictionary);
    let mut add = |side: Side| -> Vec<Range<usize>> {
        cut.iter()
            .map(|sides| {
                let texts = sides[side as usize].iter().map(text);
                model.add(side, texts)
            })
            .collect()
    };
    let en = add(Side::En);
    let zh = add(Side::Zh);
    model.weigh();
    let runs: Vec<[Range<usize>; 2]> = zh.into_iter().zip(en).map(|(zh, en)| [zh, en]).collect();
    let found = align_runs(&mut model, &runs);
    let beads = |(sides, (run, steps)): (&[Vec<Passage>; 2], (&[Range<usize>; 2], Vec<Step>))| {
        beads(&model, sides, run, &steps)
    };
    cut.iter().zip(runs.iter().zip(found)).map(beads).collect()
}

/// The sentences of passages.
fn passages(document: &Document, all: &[Passage], side: Side) -> Vec<Passage> {
    let cut = |passage: &Passage| {
        let base = passage.span.start();
        let found = sentences(passage.span.of(document.turn(passage.turn).text()), side);
        let turn = passage.turn;
        found.into_iter().map(move |span: Span| Passage { turn, span: span.shift(base) })
    };
    all.iter().flat_map(cut).collect()
}

/// The steps of each run of segments: once with what is known beforehand, and once more with what
/// that taught.
fn align_runs(model: &mut Model<'_>, runs: &[[Range<usize>; 2]]) -> Vec<Vec<Step>> {
    let align = |model: &Model<'_>| -> Vec<Vec<Step>> {
        runs.iter().map(|[zh, en]| steps(model, zh.clone(), en.clone())).collect()
    };
    let first = align(model);
    learn::learn(model, runs, &first);
    align(model)
}

fn beads(
    model: &Model<'_>,
    sides: &[Vec<Passage>; 2],
    run: &[Range<usize>; 2],
    steps: &[Step],
) -> Vec<Bead> {
    let local = |range: &Range<usize>, side: usize| {
        range.start - run[side].start..range.end - run[side].start
    };
    let bead = |(at, step): (usize, &Step)| Bead {
        zh: sides[0][local(&step.zh, 0)].to_vec(),
        en: sides[1][local(&step.en, 1)].to_vec(),
        score: found::agreement(model, &step.zh, &step.en),
        found: found::around(model, steps, at),
    };
    steps.iter().enumerate().map(bead).collect()
}
