//! What belongs together: links between the turns of the two sides, found by content.

mod align;
mod assemble;
mod block;
mod cell;
mod cuts;
mod event;
mod events;
mod evidence;
mod group;
mod lone_rows;
mod measures;
mod message;
mod moved;
mod pairs;
mod repeat;
mod reworded;
mod row_cuts;
mod row_repeats;
mod score;
mod seed;
mod sentence;
mod speakers;
mod swap;
mod vocabulary;
mod window;

use crate::dictionary::Dictionary;
use crate::document::{Document, Turn, TurnId};
use crate::text::{Side, Span};

pub use event::{Event, EventKind};
pub(crate) use sentence::is_common_word;
pub use sentence::{Bead, Gap, Sentences, align_lines, row_sentences, sentence_links, strangers};

/// A stretch of one turn's text.
///
/// A link rarely needs less than a whole turn, but where a turn was cut in two or holds the end
/// of the turn before it, only a part of it belongs to the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The turn.
    pub turn: TurnId,
    /// Bytes of [`Turn::text`](Turn::text).
    pub span: Span,
}

/// Passages of the two sides that translate each other (a "bead" in Gale and Church 1993).
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// What is said in Chinese, in file order; empty where nothing is.
    pub zh: Vec<Passage>,
    /// What is said in English, in file order; empty where nothing is.
    pub en: Vec<Passage>,
    /// How much of the evidence of both sides agrees, from 0 to 1.
    pub score: f32,
    /// Whether the content stands in the document a second time, and this is the second copy.
    pub again: bool,
}

impl Link {
    /// The passages of one side.
    pub fn side(&self, side: Side) -> &[Passage] {
        match side {
            Side::Zh => &self.zh,
            Side::En => &self.en,
        }
    }
}

/// What [`align`] found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    /// Every turn stands in at least one of them. They are ordered by their Chinese turn; English
    /// turns without a counterpart stand at their place among them.
    pub links: Vec<Link>,
    /// Why turns do not stand beside their counterparts, in the order of the text.
    pub events: Vec<Event>,
}

/// Finds what belongs together, by content.
///
/// The same document gives the same links, on every machine. Time and memory grow about linearly
/// with the number of turns.
pub fn align(document: &Document, dictionary: &Dictionary) -> Links {
    let mut evidence = evidence::Evidence::new(document, dictionary);
    let pairs = pairs::find(document, &mut evidence);
    Links {
        links: assemble::links(&evidence, &pairs),
        events: events::events(document, dictionary, &evidence, &pairs),
    }
}

/// Links turn k of one side to turn k of the other: for documents whose rows are known to belong
/// together, such as a corpus. Turns that one side has more than the other, and those beside which there is no text,
/// have no counterpart.
pub fn by_position(document: &Document, dictionary: &Dictionary) -> Links {
    let passage = |turn: &Turn| Passage { turn: turn.id, span: Span::at(0..turn.text().len()) };
    let links = (0..document.pairs()).map(|index| {
        let [zh, en] = Side::BOTH.map(|side| document.turns(side).get(index));
        let both = zh.zip(en).filter(|_| !document.has_gaps());
        let lone = both.and_then(|(zh, en)| lone_rows::lone_side(zh, en));
        let passages = |side: Side, turn: Option<&Turn>| -> Vec<Passage> {
            turn.filter(|_| lone != Some(side.other())).map(passage).into_iter().collect()
        };
        let (zh, en) = (passages(Side::Zh, zh), passages(Side::En, en));
        let score = if zh.is_empty() || en.is_empty() { 0.0 } else { 1.0 };
        Link { zh, en, score, again: false }
    });
    let mut events = Vec::new();
    if document.has_rows() {
        events = row_cuts::row_cuts(document, dictionary);
        events.extend(row_repeats::row_repeats(document));
        events.extend(lone_rows::lone_rows(document));
    }
    Links { links: links.collect(), events }
}

/// A run of links that lack the same side.
fn lonely(run: &[Link]) -> Event {
    let side = if run.iter().all(|link| link.en.is_empty()) { Side::Zh } else { Side::En };
    let kind = if side == Side::Zh { EventKind::Missing } else { EventKind::Extra };
    let passages: Vec<Passage> = run.iter().flat_map(|link| link.side(side)).copied().collect();
    let mut event = Event::new(kind);
    event.add(side, passages.iter().map(|passage| passage.turn).collect());
    *event.place_mut(side) = passages.first().copied();
    event.message = message::lonely(&event);
    event
}

/// Links the lines of two texts by content, as [`align_lines`] does. Lines without a counterpart are
/// events, one for each run of them.
pub fn by_lines(document: &Document, dictionary: &Dictionary) -> Links {
    let texts = [Side::Zh, Side::En]
        .map(|side| document.turns(side).iter().map(Turn::text).collect::<Vec<_>>());
    let beads = align_lines(&texts[0], &texts[1], dictionary);
    let passages = |side: Side, range: &std::ops::Range<usize>| -> Vec<Passage> {
        let turns = document.turns(side)[range.clone()].iter();
        turns.map(|turn| Passage { turn: turn.id, span: Span::at(0..turn.text().len()) }).collect()
    };
    let mut links = Links::default();
    for (zh, en) in &beads {
        let (zh, en) = (passages(Side::Zh, zh), passages(Side::En, en));
        let score = if zh.is_empty() || en.is_empty() { 0.0 } else { 1.0 };
        links.links.push(Link { zh, en, score, again: false });
    }
    let alone = |link: &&Link| link.zh.is_empty() || link.en.is_empty();
    for run in links
        .links
        .chunk_by(|a, b| a.zh.is_empty() == b.zh.is_empty() && a.en.is_empty() == b.en.is_empty())
    {
        if run.first().filter(alone).is_some() {
            links.events.push(lonely(run));
        }
    }
    links
}

#[cfg(test)]
mod tests;
