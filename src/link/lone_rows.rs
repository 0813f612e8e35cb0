//! Rows of a corpus with a text on one side and none on the other: what nobody has translated yet.

use super::{Event, EventKind, Passage};
use crate::document::{Document, Turn};
use crate::text::{Side, Span};

/// The side of a row that has a text where the other has none.
pub(super) fn lone_side(zh: &Turn, en: &Turn) -> Option<Side> {
    match (is_empty(zh), is_empty(en)) {
        (false, true) => Some(Side::Zh),
        (true, false) => Some(Side::En),
        _ => None,
    }
}

/// A placeholder that stands alone is a text as well.
fn is_empty(turn: &Turn) -> bool {
    turn.marks.is_empty() && turn.text().trim().is_empty()
}

/// One event for each row that lacks a side where none should.
pub(super) fn lone_rows(document: &Document) -> Vec<Event> {
    if document.has_gaps() {
        return Vec::new();
    }
    let rows = document.turns(Side::Zh).iter().zip(document.turns(Side::En));
    let lone = rows.filter_map(|(zh, en)| match lone_side(zh, en)? {
        Side::Zh => Some(event(zh, en)),
        Side::En => Some(event(en, zh)),
    });
    lone.collect()
}

/// Nothing stands beside `own` in `empty`.
fn event(own: &Turn, empty: &Turn) -> Event {
    let side = own.id.side();
    let kind = if side == Side::Zh { EventKind::Missing } else { EventKind::Extra };
    let mut event = Event::new(kind);
    event.message = format!("this row has no {}", side.other().name());
    // The empty side counts as well: it may be what changed since an older version.
    event.add(side, vec![own.id]);
    event.add(side.other(), vec![empty.id]);
    *event.place_mut(side) = Some(Passage { turn: own.id, span: Span::at(0..own.text().len()) });
    event
}
