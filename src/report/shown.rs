//! The text of a turn as reports show it: with the placeholders and tags that are kept out of it while rules
//! compare words.

use std::borrow::Cow;

use crate::document::Turn;
use crate::text::{CharIndex, Span};

/// What a report shows of a turn.
pub(super) struct Shown<'d> {
    text: Cow<'d, str>,
    chars: CharIndex,
    marks: Vec<Inserted>,
}

/// A mark that was put into the text.
struct Inserted {
    /// The stretch of the turn's text that it takes the place of.
    at: Span,
    /// How many bytes longer the text up to its end has become.
    longer: i64,
}

impl<'d> Shown<'d> {
    pub(super) fn new(turn: &'d Turn) -> Shown<'d> {
        let (text, marks) = filled(turn);
        Shown { chars: CharIndex::new(&text), text, marks }
    }

    /// What stands at `span` of the turn's text, and how many characters stand before it. The marks at the ends of
    /// a `whole` text belong to it.
    pub(super) fn part(&self, span: Span, whole: bool) -> (usize, &str) {
        let start = self.offset(span.start(), whole);
        let end = self.offset(span.end(), !whole).max(start);
        let text = self.text.get(start..end).unwrap_or_default();
        (self.chars.chars_before(&self.text, start), text)
    }

    /// Where byte `at` of the turn's text stands now: before or behind a mark that stands just there.
    fn offset(&self, at: u32, before: bool) -> usize {
        let is_passed = |mark: &Inserted| match mark.at.end() == at {
            true => !mark.at.is_empty() || !before,
            false => mark.at.end() < at,
        };
        let passed = self.marks.partition_point(is_passed);
        let last = passed.checked_sub(1).and_then(|last| self.marks.get(last));
        (i64::from(at) + last.map_or(0, |mark| mark.longer)) as usize
    }
}

/// The whole text of a turn.
pub(super) fn shown_text(turn: &Turn) -> Cow<'_, str> {
    filled(turn).0
}

fn filled(turn: &Turn) -> (Cow<'_, str>, Vec<Inserted>) {
    let own = turn.text();
    if turn.marks.is_empty() {
        return (own.into(), Vec::new());
    }
    let mut text = String::with_capacity(own.len() + 16 * turn.marks.len());
    let mut marks = Vec::with_capacity(turn.marks.len());
    let mut done = 0;
    for mark in &turn.marks {
        let at = turn.text.stretch_of(mark.span);
        text.push_str(own.get(done..at.start() as usize).unwrap_or_default());
        text.push_str(&mark.text);
        done = at.end() as usize;
        marks.push(Inserted { at, longer: text.len() as i64 - done as i64 });
    }
    text.push_str(own.get(done..).unwrap_or_default());
    (text.into(), marks)
}
