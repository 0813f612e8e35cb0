//! What speaks for two stretches of text belonging together.
//!
//! Both sides are cut into sentences, and each sentence into items: Chinese words, English stems,
//! Latin-script words and digits. An item weighs as much as it is rare in the document (its idf),
//! and it hits those sentences of the other side that hold something it may translate to. All
//! else in this folder works on these hits; nothing looks at the text again.

use std::collections::HashMap;
use std::ops::Range;

use super::measures::{Characters, Sums, english_for_han, rarity};
use super::vocabulary::{ItemId, Vocabulary};
use crate::dictionary::Dictionary;
use crate::document::{Document, Turn};
use crate::text::{Side, Span, ends_clause, is_han, sentences};

/// The most units that a turn is cut into; a longer one is cut into even groups of sentences or clauses, to
/// bound the work that one endless turn can make.
const MAX_UNITS: usize = 64;

/// Both sides of a document, as evidence.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    sides: [Text; 2],
}

/// One side.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    /// The units of all turns, in file order.
    pub(super) units: Vec<Unit>,
    /// For each turn the place of its first unit, and one more place at the end.
    starts: Vec<u32>,
    /// The items of all units, in file order.
    items: Vec<ItemId>,
    /// A number for each turn that equal wordings share.
    wordings: Vec<u32>,
    /// The first and the last turn of each wording.
    ends: Vec<[usize; 2]>,
    /// What each item weighs.
    weights: Vec<f32>,
    /// Which units of the other side each item hits, ascending.
    hits: Vec<Vec<Hit>>,
}

/// A sentence, a few of them or a part of one: the smallest stretch that a cut can part from its
/// turn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// The turn, counted from 0.
    pub(super) turn: u32,
    /// Where it stands in the turn's text.
    pub(super) span: Span,
    /// Whether a sentence ends where it ends.
    pub(super) ends: bool,
    /// Whether that sentence is a question.
    pub(super) asks: bool,
    /// Its length in English characters; that of Chinese text is estimated.
    pub(super) length: f32,
    /// What its items weigh in all.
    pub(super) weight: f32,
    items: (u32, u32),
}

/// An item stands in a unit of the other side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// The unit.
    pub(super) unit: u32,
    /// How much it says: at most the item's weight.
    pub(super) value: f32,
}

impl Evidence {
    /// Reads the document.
    pub(super) fn new(document: &Document, dictionary: &Dictionary) -> Evidence {
        let mut vocabulary = Vocabulary::new(dictionary);
        let mut en = Text::cut(document.turns(Side::En), Side::En, &mut vocabulary);
        let mut zh = Text::cut(document.turns(Side::Zh), Side::Zh, &mut vocabulary);
        scale_lengths(&mut zh, &mut en, document);
        weigh_and_connect(&mut zh, &mut en, &vocabulary);
        Evidence { sides: [zh, en] }
    }

    /// Hides stretches of one side, so that the other side is aligned as if they were not there.
    pub(super) fn hide(&mut self, side: Side, stretches: &[Range<usize>]) {
        let own = &mut self.sides[side as usize];
        for stretch in stretches {
            own.empty(stretch.clone());
        }
        let hidden: Vec<bool> = own.units.iter().map(|unit| unit.length == 0.0).collect();
        for hits in &mut self.sides[side.other() as usize].hits {
            hits.retain(|hit| !hidden[hit.unit as usize]);
        }
    }

    /// The text of one side.
    pub(super) fn text(&self, side: Side) -> &Text {
        &self.sides[side as usize]
    }
}

impl Text {
    fn cut(turns: &[Turn], side: Side, vocabulary: &mut Vocabulary<'_>) -> Text {
        let mut text = Text { starts: vec![0], ..Text::default() };
        let mut wordings: HashMap<String, u32> = HashMap::new();
        for (index, turn) in turns.iter().enumerate() {
            for (span, ends) in units(turn.text(), side) {
                let start = text.items.len() as u32;
                vocabulary.push_items(span.of(turn.text()), side, &mut text.items);
                text.units.push(Unit {
                    turn: index as u32,
                    span,
                    ends,
                    asks: ends && asks(span.of(turn.text())),
                    length: 0.0,
                    weight: 0.0,
                    items: (start, text.items.len() as u32),
                });
            }
            text.starts.push(text.units.len() as u32);
            let letters = turn.text().chars().filter(|letter| letter.is_alphanumeric());
            let next = wordings.len() as u32;
            let wording = *wordings.entry(letters.collect()).or_insert(next);
            text.wordings.push(wording);
            match text.ends.get_mut(wording as usize) {
                Some(ends) => ends[1] = index,
                None => text.ends.push([index, index]),
            }
        }
        text
    }

    /// The units in which each of `count` items stands, ascending.
    fn postings(&self, count: usize) -> Vec<Vec<u32>> {
        let mut postings = vec![Vec::new(); count];
        for (unit, place) in self.units.iter().zip(0_u32..) {
            let (start, end) = unit.items;
            for &item in &self.items[start as usize..end as usize] {
                let posting: &mut Vec<u32> = &mut postings[item as usize];
                if posting.last() != Some(&place) {
                    posting.push(place);
                }
            }
        }
        postings
    }

    /// How many turns there are.
    pub(super) fn turns(&self) -> usize {
        self.starts.len() - 1
    }

    /// The units of a turn.
    pub(super) fn turn(&self, turn: usize) -> Range<usize> {
        self.starts[turn] as usize..self.starts[turn + 1] as usize
    }

    /// The place of a turn's first unit; also defined for the turn after the last.
    pub(super) fn start(&self, turn: usize) -> usize {
        self.starts[turn] as usize
    }

    /// The hits of each item of a unit, one list for each time it stands there.
    pub(super) fn hits(&self, unit: usize) -> impl Iterator<Item = &[Hit]> {
        let (start, end) = self.units[unit].items;
        self.items[start as usize..end as usize]
            .iter()
            .map(|&item| self.hits[item as usize].as_slice())
    }

    /// The units of the sentence that ends before the unit `end`.
    pub(super) fn sentence_before(&self, end: usize) -> Range<usize> {
        let turn = self.units[end - 1].turn as usize;
        let before = self.start(turn)..end - 1;
        let start = before.rev().take_while(|&unit| !self.units[unit].ends).last();
        start.unwrap_or(end - 1)..end
    }

    /// Whether two turns say the same, marks apart. Who answers "Not one?" with "Not one." does not.
    pub(super) fn same_wording(&self, one: usize, other: usize) -> bool {
        self.wordings[one] == self.wordings[other]
            && self.asks(self.turn(one)) == self.asks(self.turn(other))
    }

    /// Whether a stretch of units ends with a question.
    pub(super) fn asks(&self, units: Range<usize>) -> bool {
        self.units[units].last().is_some_and(|unit| unit.asks)
    }

    /// The first and the last turn that say what a turn says, marks apart.
    pub(super) fn first_and_last(&self, turn: usize) -> [usize; 2] {
        self.ends[self.wordings[turn] as usize]
    }

    /// How much of what two turns say is the same, from 0 to 1: their common items against all of their items
    /// (Dice's coefficient), each as much as it is rare.
    pub(super) fn likeness(&self, one: usize, other: usize) -> f32 {
        let items = |turn: usize| {
            let mut items: Vec<ItemId> = self.units[self.turn(turn)]
                .iter()
                .flat_map(|unit| &self.items[unit.items.0 as usize..unit.items.1 as usize])
                .copied()
                .collect();
            items.sort_unstable();
            items.dedup();
            items
        };
        let weigh = |items: &[ItemId]| -> f32 {
            items.iter().map(|&item| self.weights[item as usize]).sum()
        };
        let (one, other) = (items(one), items(other));
        let common: Vec<ItemId> =
            one.iter().filter(|item| other.binary_search(item).is_ok()).copied().collect();
        let all = weigh(&one) + weigh(&other);
        if all == 0.0 { 0.0 } else { 2.0 * weigh(&common) / all }
    }

    /// The turn that a stretch is the whole of.
    fn whole_turn(&self, units: &Range<usize>) -> Option<usize> {
        let turn = self.units.get(units.start)?.turn as usize;
        (self.turn(turn) == *units).then_some(turn)
    }

    /// Whether a stretch is a whole turn that says, word for word, what the turn before it says.
    pub(super) fn repeats_turn_before(&self, units: Range<usize>) -> bool {
        let turn = self.whole_turn(&units);
        turn.is_some_and(|turn| turn > 0 && self.same_wording(turn - 1, turn))
    }

    /// Takes a stretch of units out of all that follows: nothing hits it, it weighs nothing and has
    /// no length.
    fn empty(&mut self, units: Range<usize>) {
        for unit in &mut self.units[units] {
            unit.items.1 = unit.items.0;
            unit.length = 0.0;
            unit.weight = 0.0;
        }
    }

    /// Whether nothing is left of a stretch of units.
    pub(super) fn is_hidden(&self, units: Range<usize>) -> bool {
        self.units[units].iter().all(|unit| unit.length == 0.0)
    }

    /// What the items of a stretch of units weigh.
    pub(super) fn weight(&self, units: Range<usize>) -> f32 {
        self.units[units].iter().map(|unit| unit.weight).sum()
    }

    /// The sums of weights and lengths over a stretch of units.
    pub(super) fn sums(&self, units: Range<usize>) -> Sums {
        Sums::new(self.units[units].iter().map(|unit| (unit.weight, unit.length)))
    }

    /// The length of a stretch of units in English characters.
    pub(super) fn length(&self, units: Range<usize>) -> f32 {
        self.units[units].iter().map(|unit| unit.length).sum()
    }
}

/// The hits that fall into a stretch of the other side.
pub(super) fn within(hits: &[Hit], units: Range<usize>) -> &[Hit] {
    let start = hits.partition_point(|hit| (hit.unit as usize) < units.start);
    let rest = &hits[start..];
    &rest[..rest.partition_point(|hit| (hit.unit as usize) < units.end)]
}

/// The sentences of a turn, grouped where there are too many, and cut into clauses where there are
/// few, since the other side may be cut in the middle of one. A turn without text is one empty
/// unit, so that every turn has a place.
fn units(text: &str, side: Side) -> Vec<(Span, bool)> {
    let spans = sentences(text, side);
    if spans.is_empty() {
        return vec![(Span::new(0, 0), true)];
    }
    let units: Vec<(Span, bool)> = match spans.len() <= FEW_SENTENCES {
        true => spans.into_iter().flat_map(|span| clauses(text, span)).collect(),
        false => spans.into_iter().map(|span| (span, true)).collect(),
    };
    let group = units.len().div_ceil(MAX_UNITS);
    let joined = |group: &[(Span, bool)]| {
        let last = group[group.len() - 1];
        (group[0].0.join(last.0), last.1)
    };
    units.chunks(group).map(joined).collect()
}

/// Whether a sentence ends with a question mark, inside quotation marks or not.
fn asks(sentence: &str) -> bool {
    let close = |c: char| {
        c.is_whitespace() || matches!(c, '"' | '”' | '’' | '\'' | '」' | '』' | ')' | '）')
    };
    sentence.trim_end_matches(close).ends_with(['?', '？'])
}

/// The clauses of a sentence, and whether each ends it.
fn clauses(text: &str, sentence: Span) -> Vec<(Span, bool)> {
    let mut found = Vec::new();
    let mut start = sentence.start();
    let mut length = 0;
    for (at, letter) in sentence.of(text).char_indices() {
        length += if is_han(letter) { 3 } else { 1 };
        let end = sentence.start() + (at + letter.len_utf8()) as u32;
        let rest = Span::new(end, sentence.end()).of(text);
        let ends = ends_clause(letter, rest);
        if ends && length >= CLAUSE && rest.chars().nth(CLAUSE / 3).is_some() {
            found.push((Span::new(start, end), false));
            (start, length) = (end, 0);
        }
    }
    found.push((Span::new(start, sentence.end()), true));
    found
}

/// Turns with at most this many sentences can be cut inside them.
const FEW_SENTENCES: usize = 4;

/// No clause is shorter than this, in English characters.
const CLAUSE: usize = 15;

/// Sets the lengths: characters for English; for Chinese, what the document's own ratio makes of them.
fn scale_lengths(zh: &mut Text, en: &mut Text, document: &Document) {
    const MOST: f32 = 4.0;
    let characters = |text: &Text, side: Side| -> Vec<Characters> {
        let turns = document.turns(side);
        let text_of = |unit: &Unit| unit.span.of(turns[unit.turn as usize].text());
        text.units.iter().map(|unit| Characters::of(text_of(unit), side)).collect()
    };
    let (zh_counts, en_counts) = (characters(zh, Side::Zh), characters(en, Side::En));
    let sum = |counts: &[Characters]| Characters::sum(counts.iter().copied());
    let ratio = english_for_han(sum(&zh_counts), sum(&en_counts), MOST);
    for (text, counts) in [(zh, zh_counts), (en, en_counts)] {
        for (unit, characters) in text.units.iter_mut().zip(counts) {
            unit.length = characters.length(ratio).max(1.0);
        }
    }
}

/// Weighs the items of both sides by their rarity and finds what hits what.
///
/// A Chinese item that hits an English one is worth the smaller of the two weights, times the
/// dictionary's: a rare word that may be translated by "have" proves little.
fn weigh_and_connect(zh: &mut Text, en: &mut Text, vocabulary: &Vocabulary<'_>) {
    let zh_postings = zh.postings(vocabulary.zh_items());
    let en_postings = en.postings(vocabulary.stems());
    zh.weights = weights(&zh_postings, zh.units.len());
    en.weights = weights(&en_postings, en.units.len());
    zh.hits = vec![Vec::new(); zh_postings.len()];
    en.hits = vec![Vec::new(); en_postings.len()];
    for (item, posting) in zh_postings.iter().enumerate() {
        for &(stem, sense) in vocabulary.senses(item) {
            let stem = stem as usize;
            let value = sense * zh.weights[item].min(en.weights[stem]);
            if value < MIN_VALUE {
                continue;
            }
            zh.hits[item].extend(en_postings[stem].iter().map(|&unit| Hit { unit, value }));
            en.hits[stem].extend(posting.iter().map(|&unit| Hit { unit, value }));
        }
    }
    for text in [zh, en] {
        for hits in &mut text.hits {
            hits.sort_by(|a, b| a.unit.cmp(&b.unit).then(b.value.total_cmp(&a.value)));
            hits.dedup_by_key(|hit| hit.unit);
        }
        for unit in &mut text.units {
            let (start, end) = unit.items;
            unit.weight = text.items[start as usize..end as usize]
                .iter()
                // What can hit nothing in this document says nothing where it hits nothing.
                .filter(|&&item| !text.hits[item as usize].is_empty())
                .map(|&item| text.weights[item as usize])
                .sum();
        }
    }
}

/// The weight of each item, with units as documents.
fn weights(postings: &[Vec<u32>], units: usize) -> Vec<f32> {
    postings.iter().map(|posting| rarity(posting.len() as f32, units as f32)).collect()
}

/// Hits that say less than this are left out: they cost time and change nothing.
const MIN_VALUE: f32 = 0.15;
