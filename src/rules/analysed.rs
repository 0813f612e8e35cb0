//! What rules are given: a document with its links, and what was read from each turn.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::differences::differences;
use crate::dictionary::Dictionary;
use crate::document::{Document, Turn, TurnId};
use crate::lexicon::{self, Lexicon, TermProblem};
use crate::link::{Link, Links, Passage, Sentences, row_sentences, sentence_links};
use crate::quantity::{self, Difference, Quantity, QuantityAt, Unit};
use crate::text::{Scripts, Side, Span};

/// Numbers that decide when a rule speaks, with the defaults that the measurements in
/// docs/accuracy.md led to.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Smallest believable number of English characters for one Chinese character, in a document
    /// too small to tell its own.
    pub length_low: f64,
    /// Largest believable number, likewise.
    pub length_high: f64,
    /// Links with fewer Chinese characters are too short for their lengths to say anything.
    pub length_from: usize,
    /// How sure it must be, from 0 to 1, that a sentence has no counterpart.
    pub sentence_confidence: f32,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { length_low: 1.8, length_high: 6.0, length_from: 40, sentence_confidence: 0.9 }
    }
}

/// What every rule may consult.
#[derive(Debug)]
pub struct Context<'a> {
    /// The user's terms.
    pub lexicon: &'a Lexicon,
    /// What words may translate, as evidence.
    pub dictionary: &'a Dictionary,
    /// Thresholds.
    pub settings: &'a Settings,
}

/// A document, its links, and what was read from its turns. What a rule asks for is worked out
/// when the first rule asks, and shared.
#[derive(Debug)]
pub struct Analysed<'a> {
    document: &'a Document,
    links: &'a Links,
    readings: [Vec<Reading>; 2],
    comparisons: Vec<Comparison>,
    sentences: OnceLock<Vec<Sentences>>,
    /// What people mean by 块 in a transcript that is set abroad.
    money: OnceLock<Option<Unit>>,
}

/// So many quantities of the turn before and of the turn after are near a link.
const NEXT_DOOR: usize = 100;

/// What came out of comparing the two sides of one link.
#[derive(Debug, Default)]
struct Comparison {
    terms: OnceLock<Vec<TermProblem>>,
    quantities: OnceLock<Vec<Difference>>,
    /// The sentences of a row; those of a transcript are found for all links at once.
    sentences: OnceLock<Sentences>,
}

/// What was read from one turn.
#[derive(Debug, Default)]
struct Reading {
    quantities: OnceLock<Vec<Quantity>>,
    scripts: OnceLock<Scripts>,
}

impl<'a> Analysed<'a> {
    /// Puts a document and its links together.
    pub fn new(document: &'a Document, links: &'a Links) -> Analysed<'a> {
        let readings = |side| document.turns(side).iter().map(|_| Reading::default()).collect();
        let comparisons = links.links.iter().map(|_| Comparison::default()).collect();
        Analysed {
            document,
            links,
            readings: [readings(Side::Zh), readings(Side::En)],
            comparisons,
            sentences: OnceLock::new(),
            money: OnceLock::new(),
        }
    }

    /// The document.
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// What belongs together in it.
    pub fn links(&self) -> &'a Links {
        self.links
    }

    /// The link at `index`, with its texts.
    pub fn link(&self, index: usize) -> LinkedText<'_> {
        LinkedText { analysed: self, link: &self.links.links[index], index }
    }

    /// The links that have both sides and are no second copy, with their texts.
    pub fn checked_links(&self) -> impl Iterator<Item = LinkedText<'_>> {
        (0..self.links.links.len()).map(|index| self.link(index)).filter(LinkedText::is_checked)
    }

    /// What belongs together inside each link of a transcript.
    fn sentences(&self, context: &Context<'_>) -> &[Sentences] {
        self.sentences.get_or_init(|| sentence_links(self.document, self.links, context.dictionary))
    }

    /// The turn of that name.
    pub fn turn(&self, id: TurnId) -> &'a Turn {
        self.document.turn(id)
    }

    /// The quantities in the whole text of a turn.
    fn quantities(&self, id: TurnId) -> &[Quantity] {
        let reading = &self.readings[id.side() as usize][self.document.place(id)];
        reading.quantities.get_or_init(|| {
            let text = self.turn(id).text();
            let mut found = quantity::read_with_weekdays(id.side(), text);
            if id.side() == Side::Zh
                && let Some(money) = self.money()
            {
                quantity::count_in(money, text, &mut found);
            }
            found
        })
    }

    /// The money in which a transcript counts, if that is not the yuan. The rows of a corpus have nothing in common.
    fn money(&self) -> Option<Unit> {
        *self.money.get_or_init(|| {
            let english = self.document.turns(Side::En).iter().map(Turn::text);
            let is_transcript = !self.document.has_rows();
            is_transcript.then(|| quantity::money_of(english)).flatten()
        })
    }

    /// How the whole text of a turn divides over the scripts.
    pub fn scripts(&self, id: TurnId) -> Scripts {
        let reading = &self.readings[id.side() as usize][self.document.place(id)];
        *reading.scripts.get_or_init(|| Scripts::of(self.turn(id).text()))
    }
}

/// A link and the texts that it holds together.
#[derive(Clone, Copy, Debug)]
pub struct LinkedText<'a> {
    analysed: &'a Analysed<'a>,
    link: &'a Link,
    index: usize,
}

impl<'a> LinkedText<'a> {
    /// The link.
    pub fn link(&self) -> &'a Link {
        self.link
    }

    /// Its place among the links of the document.
    pub fn index(&self) -> usize {
        self.index
    }

    /// The document that it stands in, with what is read from it.
    pub fn analysed(&self) -> &'a Analysed<'a> {
        self.analysed
    }

    /// Whether there are two texts to compare. The second copy of a passage is not compared: the
    /// first one was.
    pub fn is_checked(&self) -> bool {
        !self.link.zh.is_empty() && !self.link.en.is_empty() && !self.link.again
    }

    /// The passages of one side.
    pub fn passages(&self, side: Side) -> &'a [Passage] {
        self.link.side(side)
    }

    /// The text of a passage.
    pub fn text(&self, passage: &Passage) -> &'a str {
        passage.span.of(self.analysed.turn(passage.turn).text())
    }

    /// The texts of one side.
    pub fn texts(&self, side: Side) -> Vec<&'a str> {
        self.passages(side).iter().map(|passage| self.text(passage)).collect()
    }

    /// The quantities of a passage, with spans of its text.
    fn passage_quantities(&self, passage: &Passage) -> Cow<'a, [Quantity]> {
        let all = self.analysed.quantities(passage.turn);
        let span = passage.span;
        if span == Span::at(0..self.analysed.turn(passage.turn).text().len()) {
            return Cow::Borrowed(all);
        }
        // They stand in order.
        let first = all.partition_point(|quantity| quantity.span.start() < span.start());
        let inside = all[first..].iter().take_while(|quantity| span.contains(quantity.span));
        let moved = inside.map(|quantity| Quantity {
            span: Span::new(
                quantity.span.start() - span.start(),
                quantity.span.end() - span.start(),
            ),
            ..quantity.clone()
        });
        Cow::Owned(moved.collect())
    }

    /// The quantity at `at` of `side`, with its span of the passage's text.
    pub fn quantity(&self, side: Side, (passage, index): QuantityAt) -> Option<Quantity> {
        let passage = self.passages(side).get(passage)?;
        self.passage_quantities(passage).get(index).cloned()
    }

    /// The quantities of each passage of `side`.
    pub fn quantities(&self, side: Side) -> Vec<Cow<'a, [Quantity]>> {
        self.passages(side).iter().map(|passage| self.passage_quantities(passage)).collect()
    }

    /// The quantities that stand on `side` right before and after this link: a number that slipped
    /// over the border of two turns is not missing.
    fn next_door(&self, side: Side) -> Vec<Quantity> {
        let before = self.passages(side).first().map(|passage| passage.turn);
        let after = self.passages(side).last().map(|passage| passage.turn);
        let turns = self.analysed.document.turns(side);
        let place = |turn: Option<TurnId>| turn.map(|turn| self.analysed.document.place(turn));
        let mut found: Vec<Quantity> = Vec::new();
        if let Some(turn) = place(before).and_then(|place| turns.get(place.checked_sub(1)?)) {
            let all = self.analysed.quantities(turn.id);
            found.extend_from_slice(&all[all.len().saturating_sub(NEXT_DOOR)..]);
        }
        if let Some(turn) = place(after).and_then(|place| turns.get(place + 1)) {
            let all = self.analysed.quantities(turn.id);
            found.extend_from_slice(&all[..all.len().min(NEXT_DOOR)]);
        }
        // The rest of a turn that the link takes only a part of is next door as well.
        for passage in self.passages(side) {
            let all = self.analysed.quantities(passage.turn).iter();
            let outside = all.filter(|quantity| !passage.span.contains(quantity.span));
            found.extend(outside.take(2 * NEXT_DOOR).cloned());
        }
        found
    }

    /// The texts of `side` right before and after this link. The rows of a corpus have none.
    pub fn texts_next_door(&self, side: Side) -> Vec<&'a str> {
        if self.analysed.document.has_rows() {
            return Vec::new();
        }
        let turns = self.analysed.document.turns(side);
        let place = |passage: Option<&Passage>| {
            passage.map(|passage| self.analysed.document.place(passage.turn))
        };
        let before = place(self.passages(side).first()).and_then(|place| place.checked_sub(1));
        let after = place(self.passages(side).last()).map(|place| place + 1);
        let beside = [before, after].into_iter().flatten().filter_map(|place| turns.get(place));
        let mut texts: Vec<&str> = beside.map(Turn::text).collect();
        // The rest of a turn that the link takes only a part of is next door as well.
        texts.extend(
            self.passages(side).iter().map(|passage| self.analysed.turn(passage.turn).text()),
        );
        texts
    }

    /// The quantities that differ, or that stand on one side only.
    pub fn quantity_differences(&self) -> &'a [Difference] {
        self.analysed.comparisons[self.index].quantities.get_or_init(|| {
            let [zh, en] =
                [Side::Zh, Side::En].map(|side| (self.texts(side), self.quantities(side)));
            let zh_passages = as_passages(&zh.0, &zh.1);
            let en_passages = as_passages(&en.0, &en.1);
            // The rows of a corpus have nothing to do with each other.
            let [zh_door, en_door] = if self.analysed.document.has_rows() {
                [Vec::new(), Vec::new()]
            } else {
                [Side::Zh, Side::En].map(|side| self.next_door(side))
            };
            differences(&zh_passages, &en_passages, [&zh_door, &en_door])
        })
    }

    /// What belongs together inside the link.
    pub fn sentences(&self, context: &Context<'_>) -> &'a Sentences {
        if self.analysed.document.has_rows() {
            let found = &self.analysed.comparisons[self.index].sentences;
            return found.get_or_init(|| {
                row_sentences(self.analysed.document, self.link, context.dictionary)
            });
        }
        &self.analysed.sentences(context)[self.index]
    }

    /// The departures from the lexicon.
    pub fn term_problems(&self, context: &Context<'_>) -> &'a [TermProblem] {
        self.analysed.comparisons[self.index].terms.get_or_init(|| {
            lexicon::check(context.lexicon, &self.texts(Side::Zh), &self.texts(Side::En))
        })
    }

    /// The names of all its turns.
    pub fn turns(&self) -> impl Iterator<Item = TurnId> + use<'a> {
        self.link.zh.iter().chain(&self.link.en).map(|passage| passage.turn)
    }

    /// The place of `span`, given in bytes of the text of passage `at` of `side`.
    pub fn place(&self, side: Side, at: usize, span: Span) -> crate::finding::Place {
        let passage = self.passages(side)[at];
        crate::finding::Place::new(passage.turn, span.shift(passage.span.start()))
    }

    /// The whole of passage `at` of `side` as a place.
    pub fn whole(&self, side: Side, at: usize) -> crate::finding::Place {
        let passage = self.passages(side)[at];
        crate::finding::Place::whole(passage.turn, passage.span)
    }
}

fn as_passages<'t>(
    texts: &[&'t str],
    quantities: &'t [Cow<'_, [Quantity]>],
) -> Vec<quantity::Passage<'t>> {
    let pairs = texts.iter().zip(quantities);
    pairs.map(|(text, quantities)| quantity::Passage { text, quantities }).collect()
}
