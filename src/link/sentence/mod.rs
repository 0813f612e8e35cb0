//! What belongs together inside a link: beads of sentences.
//!
//! The search is Gale and Church's (1993): dynamic programming over steps of one to a few sentences
//! on each side. To their lengths it adds what the texts say: words of the dictionary, Latin-script
//! words, quantities, and, in a second pass, words whose translation the first pass taught (as
//! hunalign does, Varga et al. 2005). How often the steps occur and how far lengths stray is
//! learnt from the document itself.

mod anchor;
mod found;
mod function;
mod gaps;
mod learn;
mod lines;
mod model;
mod score;
mod search;
mod segment;

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
}

/// A sentence that nothing on the other side translates.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// Its side.
    pub side: Side,
    /// The sentence.
    pub sentence: Passage,
    /// The sentence of the other side after which its translation should stand; nothing where it
    /// should be the first.
    pub after: Option<Passage>,
    /// How sure that is, from 0 to 1.
    pub confidence: f32,
}

/// What was found inside one link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentences {
    /// Which sentences belong together, in order.
    pub beads: Vec<Bead>,
    /// Sentences that may lack a counterpart, surely or not, in order.
    pub gaps: Vec<Gap>,
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

/// The sentences of each link, in the order of the links. Where the links are the rows of a corpus,
/// those of one sentence on each side say nothing of the others and are not looked at.
pub fn sentence_links(
    document: &Document,
    links: &Links,
    dictionary: &Dictionary,
) -> Vec<Sentences> {
    let cut: Vec<[Vec<Passage>; 2]> = links
        .links
        .iter()
        .map(|link| [Side::Zh, Side::En].map(|side| passages(document, link.side(side), side)))
        .collect();
    let is_plain = |sides: &[Vec<Passage>; 2]| sides.iter().all(|side| side.len() <= 1);
    let looks = |sides: &&[Vec<Passage>; 2]| !(document.has_rows() && is_plain(sides));
    let text = |passage: &Passage| passage.span.of(document.turn(passage.turn).text());
    let mut model = Model::new(dictionary);
    let mut add = |side: Side| -> Vec<Range<usize>> {
        let sides = cut.iter().filter(looks);
        sides.map(|sides| model.add(side, sides[side as usize].iter().map(text))).collect()
    };
    let en = add(Side::En);
    let zh = add(Side::Zh);
    model.weigh();
    let runs: Vec<[Range<usize>; 2]> = zh.into_iter().zip(en).map(|(zh, en)| [zh, en]).collect();
    let mut found = runs.iter().zip(align_runs(&mut model, &runs));
    cut.iter()
        .map(|sides| match looks(&sides).then(|| found.next()).flatten() {
            Some((run, steps)) => Sentences {
                beads: beads(&model, sides, run, &steps),
                gaps: gaps::gaps(&model, sides, run, &steps),
            },
            None => plain(sides),
        })
        .collect()
}

/// One sentence on each side, or none.
fn plain(sides: &[Vec<Passage>; 2]) -> Sentences {
    let [zh, en] = sides.clone();
    let score = if zh.is_empty() || en.is_empty() { 0.0 } else { 1.0 };
    Sentences { beads: vec![Bead { zh, en, score }], gaps: Vec::new() }
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
    let bead = |step: &Step| Bead {
        zh: sides[0][local(&step.zh, 0)].to_vec(),
        en: sides[1][local(&step.en, 1)].to_vec(),
        score: found::agreement(model, &step.zh, &step.en),
    };
    steps.iter().map(bead).collect()
}
