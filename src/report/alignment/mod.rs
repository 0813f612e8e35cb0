//! What `duizhao align` shows: the links of one document, and why the pairing broke.

mod braille;
mod sentences;
mod svg;
mod text;

use std::io::{self, Write};

use serde::Serialize;

use super::build::{link_report, turn_reports};
use super::connections::{Connection, connections};
use super::model::{LinkReport, SentenceReport, TurnReport};
use super::paint::Style;
use crate::document::{Document, TurnId};
use crate::link::{Event, Links, Passage, Sentences};
use crate::text::Side;

/// The links of a document as they are stored and shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AlignmentReport {
    /// The file, or the Chinese file of two.
    pub path: String,
    /// The turns of both sides in file order.
    pub turns: Vec<TurnReport>,
    /// What belongs together.
    pub links: Vec<LinkReport>,
    /// Why the pairing broke.
    pub events: Vec<EventReport>,
    #[serde(skip)]
    in_two_files: bool,
}

/// One root cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventReport {
    /// `shifted`, `missing`, `extra`, `merged`, `split`, `duplicate`, `truncated` or `moved`.
    pub kind: String,
    /// The Chinese turns that it touches.
    pub zh_turns: Vec<String>,
    /// The English turns that it touches.
    pub en_turns: Vec<String>,
    /// For a shifted run, how many turns the English stands later (positive) or earlier than its
    /// Chinese; otherwise nothing.
    pub offset: Option<i32>,
    /// What happened, for people.
    pub message: String,
}

impl AlignmentReport {
    /// The report on the links of `document`.
    pub fn new(document: &Document, links: &Links) -> AlignmentReport {
        AlignmentReport {
            path: document.source(Side::Zh).path().display().to_string(),
            turns: turn_reports(document, |_| true),
            links: links.links.iter().map(link_report).collect(),
            events: links.events.iter().map(event_report).collect(),
            in_two_files: !document.is_interleaved(),
        }
    }

    /// Adds to each link which of its sentences belong together.
    pub fn add_sentences(&mut self, document: &Document, sentences: &[Sentences]) {
        let texts = |passages: &[Passage]| {
            let text = |p: &Passage| p.span.of(document.turn(p.turn).text()).to_owned();
            passages.iter().map(text).collect()
        };
        for (link, found) in self.links.iter_mut().zip(sentences) {
            let beads = found.beads.iter();
            let reports =
                beads.map(|bead| SentenceReport { zh: texts(&bead.zh), en: texts(&bead.en) });
            link.sentences = Some(reports.collect());
        }
    }

    /// Writes it as one JSON object.
    ///
    /// # Errors
    /// What `out` reports.
    pub fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, self)?;
        writeln!(out)
    }

    /// Writes it as a table beside a picture of the two columns of turns and what connects them.
    ///
    /// # Errors
    /// What `out` reports.
    pub fn write_text(&self, style: &Style, out: &mut dyn Write) -> io::Result<()> {
        text::write(self, style, out)
    }

    /// Writes the picture as a scalable vector graphic.
    ///
    /// # Errors
    /// What `out` reports.
    pub fn write_svg(&self, out: &mut dyn Write) -> io::Result<()> {
        svg::write(self, out)
    }

    /// How many turns a side has.
    fn count(&self, side: Side) -> usize {
        let lang = super::model::Lang::from(side);
        self.turns.iter().filter(|turn| turn.lang == lang).count()
    }

    /// Every connection between two turns, and how it is to be read.
    fn connections(&self) -> Vec<Connection> {
        connections(&self.turns, &self.links, self.in_two_files)
    }
}

/// The places of the two turns in their columns, from 0.
fn places(connection: Connection) -> (usize, usize) {
    (connection.zh as usize - 1, connection.en as usize - 1)
}

/// Which turns have a counterpart, by place.
struct Partners {
    zh: Vec<bool>,
    en: Vec<bool>,
    level: Vec<bool>,
}

impl Partners {
    fn of(report: &AlignmentReport) -> Partners {
        let rows = report.count(Side::Zh).max(report.count(Side::En));
        let mut partners =
            Partners { zh: vec![false; rows], en: vec![false; rows], level: vec![false; rows] };
        for connection in report.connections() {
            let (zh, en) = places(connection);
            partners.zh[zh] = true;
            partners.en[en] = true;
            partners.level[zh] |= connection.level;
        }
        partners
    }
}

fn event_report(event: &Event) -> EventReport {
    let names = |turns: &[TurnId]| turns.iter().map(TurnId::to_string).collect();
    EventReport {
        kind: event.kind.name().to_owned(),
        zh_turns: names(&event.zh),
        en_turns: names(&event.en),
        offset: event.offset,
        message: event.message.clone(),
    }
}
