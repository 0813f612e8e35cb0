//! What an event is.

use std::fmt;

use super::Passage;
use crate::document::TurnId;
use crate::text::Side;

/// A kind of root cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// One turn holds the translation of several.
    Merged,
    /// Several turns hold the translation of one.
    Split,
    /// A turn stops in the middle of a sentence.
    Truncated,
    /// The same content stands twice on one side.
    Duplicate,
    /// Nothing translates a Chinese turn.
    Missing,
    /// An English turn translates nothing.
    Extra,
    /// A counterpart stands out of order.
    Moved,
    /// The counterparts of a run of turns stand elsewhere, all as far away.
    Shifted,
}

impl EventKind {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            EventKind::Merged => "merged",
            EventKind::Split => "split",
            EventKind::Truncated => "truncated",
            EventKind::Duplicate => "duplicate",
            EventKind::Missing => "missing",
            EventKind::Extra => "extra",
            EventKind::Moved => "moved",
            EventKind::Shifted => "shifted",
        }
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One root cause in the pairing.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// For [`EventKind::Truncated`] and [`EventKind::Duplicate`]: the side that breaks off or says
    /// something twice.
    pub at: Option<Side>,
    /// The Chinese turns that it speaks of, ascending.
    pub zh: Vec<TurnId>,
    /// The English turns that it speaks of, ascending.
    pub en: Vec<TurnId>,
    /// For [`EventKind::Shifted`]: by how many pairs of the layout (see [`crate::document::Document::pair`]) the
    /// English stands behind its Chinese; negative where it stands before it.
    pub offset: Option<i32>,
    /// What happened, in a sentence for people, without full stop.
    pub message: String,
    /// The Chinese text that shows it.
    pub zh_place: Option<Passage>,
    /// The English text that shows it.
    pub en_place: Option<Passage>,
}

impl Event {
    /// An event that speaks of no turn yet.
    pub(super) fn new(kind: EventKind) -> Event {
        Event {
            kind,
            at: None,
            zh: Vec::new(),
            en: Vec::new(),
            offset: None,
            message: String::new(),
            zh_place: None,
            en_place: None,
        }
    }

    /// The turns of one side.
    pub fn side(&self, side: Side) -> &[TurnId] {
        match side {
            Side::Zh => &self.zh,
            Side::En => &self.en,
        }
    }

    /// The text of one side that shows it.
    pub fn place(&self, side: Side) -> Option<Passage> {
        match side {
            Side::Zh => self.zh_place,
            Side::En => self.en_place,
        }
    }

    pub(super) fn place_mut(&mut self, side: Side) -> &mut Option<Passage> {
        match side {
            Side::Zh => &mut self.zh_place,
            Side::En => &mut self.en_place,
        }
    }

    /// Adds turns, each once, in order.
    pub(super) fn add(&mut self, side: Side, turns: Vec<TurnId>) {
        let list = match side {
            Side::Zh => &mut self.zh,
            Side::En => &mut self.en,
        };
        list.extend(turns);
        list.sort_unstable();
        list.dedup();
    }
}
