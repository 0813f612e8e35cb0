//! What belongs together inside a link: beads of sentences.
//!
//! The search is Gale and Church's (1993): dynamic programming over steps of one to a few sentences
//! on each side. To their lengths it adds what the texts say: words of the dictionary, Latin-script
//! words, quantities, and, in a second pass, words whose translation the first pass taught (as
//! hunalign does, Varga et al. 2005). How often the steps occur and how far lengths stray is
//! learnt from the document itself.

mod anchor;
mod clauses;
mod found;
mod function;
mod gaps;
mod glance;
mod learn;
mod lines;
mod loss;
mod lost;
mod model;
mod parts;
mod score;
mod search;
mod segment;
mod slips;
mod strangers;

use std::ops::Range;

use super::{Link, Links, Passage};
use crate::dictionary::Dictionary;
use crate::document::Document;
use crate::text::{Side, Span, sentences};
use gaps::PlacedGap;
use model::{Model, Scope};
use search::{Step, steps};

pub(super) use segment::usual_length;

pub(crate) use function::is_common as is_common_word;
pub use lines::align_lines;
pub use strangers::strangers;

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

/// A sentence that nothing on the other side translates, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// Its side.
    pub side: Side,
    /// The sentence, or the part.
    pub sentence: Passage,
    /// Whether it is no more than a part of a sentence.
    pub is_part: bool,
    /// The sentence of the other side after which its translation should stand; nothing where it
    /// should be the first. Of a part it is what the other side has for its sentence.
    pub after: Option<Passage>,
    /// How sure that is, from 0 to 1.
    pub confidence: f32,
}

/// What was found inside one link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentences {
    /// Which sentences belong together, in order.
    pub beads: Vec<Bead>,
    /// Sentences that may lack a counterpart, surely or not, in order; then parts of other ones, likewise.
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

    /// The sentences of one side as one passage, if there are any and all stand in one turn.
    pub fn stretch(&self, side: Side) -> Option<Passage> {
        let (first, last) = (self.side(side).first()?, self.side(side).last()?);
        let span = first.span.join(last.span);
        (first.turn == last.turn).then_some(Passage { turn: first.turn, span })
    }
}

/// The sentences of each link, in the order of the links.
pub fn sentence_links(
    document: &Document,
    links: &Links,
    dictionary: &Dictionary,
) -> Vec<Sentences> {
    let cut: Vec<Sides> = links.links.iter().map(|link| sides(document, link)).collect();
    let mut model = Model::new(dictionary, Scope::Document);
    let mut add = |side: Side| -> Vec<Range<usize>> {
        cut.iter().map(|sides| model.add(side, texts(document, &sides[side as usize]))).collect()
    };
    let en = add(Side::En);
    let zh = add(Side::Zh);
    model.weigh();
    let runs: Vec<[Range<usize>; 2]> = zh.into_iter().zip(en).map(|(zh, en)| [zh, en]).collect();
    let found = align_runs(&mut model, &runs);
    let linked: Vec<_> = cut.iter().zip(&runs).zip(&found).collect();
    let gaps = linked.iter().map(|((sides, run), steps)| gaps::gaps(&model, sides, run, steps));
    let mut gaps: Vec<Vec<PlacedGap>> = gaps.collect();
    gaps.iter_mut().for_each(|gaps| slips::settle_moved(&model, gaps));
    slips::settle(&model, &runs, &mut gaps);
    let linked = linked.into_iter().zip(gaps);
    let found = linked.map(|(((sides, run), steps), gaps)| {
        let mut found = Sentences::new(beads(&model, sides, run, steps), gaps);
        found.gaps.extend(lost::in_link(document, dictionary, &found.beads, &found.gaps));
        found
    });
    found.collect()
}

/// The sentences of a link that has nothing to do with the other links of its document, as a row of a
/// corpus: what is found in it does not depend on the rows around it.
pub fn row_sentences(document: &Document, link: &Link, dictionary: &Dictionary) -> Sentences {
    let sides = sides(document, link);
    let mut found = match () {
        () if sides.iter().all(|side| side.len() <= 1) => plain(sides),
        () if in_step(document, &sides) => one_by_one(sides),
        () => searched(document, sides, dictionary),
    };
    found.gaps.extend(lost::in_link(document, dictionary, &found.beads, &found.gaps));
    found
}

/// The sentences of a row that need a search.
fn searched(document: &Document, sides: Sides, dictionary: &Dictionary) -> Sentences {
    let mut model = Model::new(dictionary, Scope::Row);
    let en = model.add(Side::En, texts(document, &sides[Side::En as usize]));
    let zh = model.add(Side::Zh, texts(document, &sides[Side::Zh as usize]));
    model.weigh();
    let run = [zh, en];
    let steps = steps(&model, run[0].clone(), run[1].clone());
    let mut gaps = gaps::gaps(&model, &sides, &run, &steps);
    slips::settle_moved(&model, &mut gaps);
    Sentences::new(beads(&model, &sides, &run, &steps), gaps)
}

/// The sentences of both sides of a link.
type Sides = [Vec<Passage>; 2];

fn sides(document: &Document, link: &Link) -> Sides {
    Side::BOTH.map(|side| passages(document, link.side(side), side))
}

fn texts<'d>(document: &'d Document, passages: &'d [Passage]) -> impl Iterator<Item = &'d str> {
    passages.iter().map(|passage| text(document, passage))
}

fn text<'d>(document: &'d Document, passage: &Passage) -> &'d str {
    passage.span.of(document.turn(passage.turn).text())
}

impl Sentences {
    fn new(beads: Vec<Bead>, gaps: Vec<PlacedGap>) -> Sentences {
        Sentences { beads, gaps: gaps.into_iter().map(|(_, gap)| gap).collect() }
    }
}

/// How many times its usual length a sentence may be where both sides go in step.
const IN_STEP: f32 = 1.6;

/// Whether both sides have as many sentences, and sentence for sentence of about the same length: most
/// rows are so, and need no search.
fn in_step(document: &Document, [zh, en]: &Sides) -> bool {
    let alike = |(zh, en): (&str, &str)| {
        let usual = usual_length(zh, Side::Zh);
        let length = usual_length(en, Side::En);
        (usual / IN_STEP..=usual * IN_STEP).contains(&length)
    };
    zh.len() == en.len() && texts(document, zh).zip(texts(document, en)).all(alike)
}

fn one_by_one([zh, en]: Sides) -> Sentences {
    let pairs = zh.into_iter().zip(en);
    let beads = pairs.map(|(zh, en)| Bead { zh: vec![zh], en: vec![en], score: 1.0 });
    Sentences { beads: beads.collect(), gaps: Vec::new() }
}

/// One sentence on each side, or none.
fn plain([zh, en]: Sides) -> Sentences {
    let score = if zh.is_empty() || en.is_empty() { 0.0 } else { 1.0 };
    Sentences { beads: vec![Bead { zh, en, score }], gaps: Vec::new() }
}

/// The sentences of passages.
fn passages(document: &Document, all: &[Passage], side: Side) -> Vec<Passage> {
    let cut = |passage: &Passage| {
        let base = passage.span.start();
        let found = sentences(text(document, passage), side);
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

fn beads(model: &Model<'_>, sides: &Sides, run: &[Range<usize>; 2], steps: &[Step]) -> Vec<Bead> {
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
