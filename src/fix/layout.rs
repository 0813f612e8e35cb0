//! Writes a plan in the manner of the document that it was made for.

use std::collections::BTreeMap;

use crate::document::{Document, TurnId, are_same};
use crate::link::Passage;
use crate::text::{Side, Span};

use super::labels::{Labels, Relabelled};
use super::plan::{Pair, Plan};
use super::{Changes, Fixed};

/// Starts every comment that this module writes, so that it knows its own.
const MARK: &str = "<!-- duizhao: ";

/// The comment that stands where a counterpart is missing.
fn missing(side: Side) -> String {
    format!("{MARK}no {} found for this turn -->", side.name())
}

/// The comment above what has no place.
const KEPT: &str = "<!-- duizhao: what follows translates nothing above -->";

pub(super) fn write(document: &Document, plan: &Plan, labels: &Labels<'_>) -> Fixed {
    let mut writer = Writer::new(document);
    for pair in &plan.pairs {
        writer.pair(pair, labels.needed(pair));
    }
    if !plan.kept.is_empty() {
        writer.note(Separator::Pairs, KEPT.to_owned());
    }
    for passage in &plan.kept {
        writer.turn(std::slice::from_ref(passage), None, Separator::Pairs);
    }
    writer.changes.kept = plan.kept.len();
    writer.changes.dropped = plan.dropped.len();
    writer.finish()
}

/// The first line, from 1, in which a turn starts and another ends.
pub(super) fn shared_line(document: &Document) -> Option<u32> {
    let source = document.source(Side::Zh);
    let text = source.text();
    let turns = Side::BOTH.into_iter().flat_map(|side| document.turns(side));
    let mut extents: Vec<Span> = turns.map(|turn| turn.extent).collect();
    extents.sort_unstable();
    let starts =
        extents.iter().zip(extents.iter().skip(1)).map(|(one, next)| (one.end(), next.start()));
    let mut shared = starts.filter(|(end, start)| line_start(text, *start) < *end);
    shared.next().map(|(_, start)| source.line(start).get())
}

/// A turn as it stands in the file.
#[derive(Clone, Copy)]
struct Slot {
    id: TurnId,
    /// From the start of its first line to the end of its text.
    extent: Span,
}

/// What stands between two turns, where it is not known from the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    /// Between a turn and its translation.
    Halves,
    /// Between one pair and the next.
    Pairs,
}

struct Writer<'d> {
    document: &'d Document,
    text: &'d str,
    /// All turns in file order.
    slots: Vec<Slot>,
    /// Where each turn stands among the slots.
    place: BTreeMap<TurnId, usize>,
    /// The side that comes first in a pair.
    first: Side,
    between_halves: &'d str,
    between_pairs: &'d str,
    /// The slot written last, if it was written whole.
    last: Option<usize>,
    /// Comments of this module that belong before the next turn.
    notes: Vec<(Separator, String)>,
    /// Gaps up to here have been written: gap n stands before slot n.
    gaps_written: usize,
    out: String,
    changes: Changes,
    renamed: Vec<Renamed>,
}

/// A label that was written with another name.
struct Renamed {
    /// Where it starts in the new text.
    at: usize,
    from: String,
    to: String,
}

impl<'d> Writer<'d> {
    fn new(document: &'d Document) -> Writer<'d> {
        let source = document.source(Side::Zh);
        let text = source.text();
        let all = Side::BOTH.into_iter().flat_map(|side| document.turns(side));
        let mut slots: Vec<Slot> = all
            .map(|turn| {
                let start = line_start(text, turn.extent.start());
                Slot { id: turn.id, extent: Span::new(start, turn.extent.end()) }
            })
            .collect();
        slots.sort_by_key(|slot| slot.extent.end());
        let place = slots.iter().enumerate().map(|(at, slot)| (slot.id, at)).collect();
        let first = slots.first().map_or(Side::Zh, |slot| slot.id.side());
        let mut writer = Writer {
            document,
            text,
            slots,
            place,
            first,
            between_halves: "",
            between_pairs: "",
            last: None,
            notes: Vec::new(),
            gaps_written: 0,
            out: String::with_capacity(text.len()),
            changes: Changes::default(),
            renamed: Vec::new(),
        };
        writer.between_halves = writer.usual_gap(first);
        writer.between_pairs = writer.usual_gap(first.other());
        writer
    }

    /// What stands before slot `at`, or behind the last one.
    fn gap(&self, at: usize) -> &'d str {
        let start = at.checked_sub(1).map_or(0, |before| self.slots[before].extent.end());
        let end = self.slots.get(at).map_or(self.text.len() as u32, |slot| slot.extent.start());
        Span::new(start.min(end), end).of(self.text)
    }

    /// The blank gap that mostly follows a turn of `side` and leads to the other side.
    fn usual_gap(&self, side: Side) -> &'d str {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for at in 1..self.slots.len() {
            let changes = self.slots[at - 1].id.side() == side && self.slots[at].id.side() != side;
            let gap = self.gap(at);
            if changes && gap.trim().is_empty() && !gap.is_empty() {
                *counts.entry(gap).or_default() += 1;
            }
        }
        counts.into_iter().max_by_key(|(_, count)| *count).map_or_else(
            || match line_end(self.text) {
                "\r\n" => "\r\n\r\n",
                "\r" => "\r\r",
                _ => "\n\n",
            },
            |(gap, _)| gap,
        )
    }

    fn pair(&mut self, pair: &Pair, en_name: Option<&str>) {
        self.count(pair);
        let mut separator = Separator::Pairs;
        for side in [self.first, self.first.other()] {
            if pair.side(side).is_empty() {
                self.note(separator, missing(side));
            } else {
                let name = if side == Side::En { en_name } else { None };
                self.turn(pair.side(side), name, separator);
            }
            separator = Separator::Halves;
        }
    }

    /// Leaves a comment for the next place. A text with a comment that is never closed gets none: the end
    /// of ours would close that one too, and hide all that stands between.
    fn note(&mut self, separator: Separator, note: String) {
        let opened = self.text.rfind("<!--");
        if opened.is_none_or(|opened| self.text[opened..].contains("-->")) {
            self.notes.push((separator, note));
        }
    }

    fn count(&mut self, pair: &Pair) {
        if pair.en.is_empty() {
            self.changes.marked += 1;
            return;
        }
        let all = || pair.zh.iter().chain(&pair.en);
        let moved = pair.en.iter().any(|passage| self.stands_elsewhere(pair, *passage));
        self.changes.moved += usize::from(moved);
        self.changes.cut += usize::from(all().any(|passage| !self.is_whole(*passage)));
        self.changes.joined += usize::from(pair.zh.len() > 1 || pair.en.len() > 1);
    }

    /// Whether an English passage does not stand right beside the Chinese of its pair.
    fn stands_elsewhere(&self, pair: &Pair, passage: Passage) -> bool {
        let Some(&en) = self.place.get(&passage.turn) else { return false };
        !pair.zh.iter().any(|zh| {
            self.place
                .get(&zh.turn)
                .is_some_and(|&zh| if self.first == Side::Zh { zh + 1 == en } else { en + 1 == zh })
        })
    }

    fn is_whole(&self, passage: Passage) -> bool {
        let text = self.document.turn(passage.turn).text();
        let rest =
            [Span::new(0, passage.span.start()), Span::new(passage.span.end(), text.len() as u32)];
        rest.iter().all(|rest| rest.of(text).trim().is_empty())
    }

    /// Writes one turn, made of `passages`, after what belongs between it and the turn before.
    fn turn(&mut self, passages: &[Passage], name: Option<&str>, separator: Separator) {
        let Some(first) = passages.first() else { return };
        let at = self.place[&first.turn];
        let whole = passages.len() == 1 && self.is_whole(*first);
        self.lead(at, separator, whole);
        self.label(passages, name);
        for (index, passage) in passages.iter().enumerate() {
            let turn = self.document.turn(passage.turn);
            let body = turn.text.to_source(passage.span).of(self.text);
            // A turn written whole keeps what stands in it and is not part of its text.
            let slot = self.slots[self.place[&passage.turn]];
            let from = turn.text.to_source(Span::new(0, 0)).start();
            let body = if self.is_whole(*passage) && from <= slot.extent.end() {
                Span::new(from, slot.extent.end()).of(self.text)
            } else {
                body.trim()
            };
            if index > 0 {
                self.join(passage.turn.side());
            }
            self.out.push_str(body);
        }
        self.last = whole.then_some(at);
    }

    /// What stands between two parts of one turn. A line that begins like a heading ends there: what comes
    /// behind it on the same line would be read as part of the heading.
    fn join(&mut self, side: Side) {
        let last = self.out.rsplit(['\n', '\r']).next().unwrap_or_default();
        if last.trim_start().starts_with('#') {
            self.out.push_str(self.line_end());
        } else if side == Side::En {
            self.out.push(' ');
        }
    }

    /// How lines of the file end.
    fn line_end(&self) -> &'static str {
        line_end(self.text)
    }

    /// The lines of a part of the file, with their ends.
    fn lines(&self, part: &'d str) -> impl Iterator<Item = &'d str> {
        part.split_inclusive(if self.line_end() == "\r" { '\r' } else { '\n' })
    }

    /// The label of the turn that `passages` make, with another name where one is needed.
    fn label(&mut self, passages: &[Passage], name: Option<&str>) {
        let Some(first) = passages.first() else { return };
        let turn = self.document.turn(first.turn);
        let slot = self.slots[self.place[&first.turn]];
        let body = turn.text.to_source(Span::new(0, 0)).start();
        let label = Span::new(slot.extent.start().min(body), body);
        let Some(speaker) = turn.speaker.as_ref().filter(|own| label.contains(own.span)) else {
            return self.out.push_str(label.of(self.text));
        };
        self.out.push_str(Span::new(label.start(), speaker.span.start()).of(self.text));
        let to = name.unwrap_or(&speaker.name);
        for passage in passages {
            let from = self.document.turn(passage.turn).speaker_name();
            let from = from.filter(|from| !are_same(from, to));
            let at = self.out.len();
            let renamed = |from: &str| Renamed { at, from: from.to_owned(), to: to.to_owned() };
            self.renamed.extend(from.map(renamed));
        }
        self.out.push_str(name.unwrap_or_else(|| speaker.span.of(self.text)));
        self.out.push_str(Span::new(speaker.span.end(), label.end()).of(self.text));
    }

    /// Writes what stands between the last turn written and slot `at`: the gap of the file where
    /// the two stand one after the other there, too; otherwise the usual one, with what else has
    /// not been written yet.
    fn lead(&mut self, at: usize, separator: Separator, whole: bool) {
        let follows = whole && self.last.map_or(at == 0, |last| last + 1 == at);
        if follows && self.gaps_written <= at && self.has_the_notes(self.gap(at)) {
            self.out.push_str(self.gap(at));
            self.gaps_written = at + 1;
            self.notes.clear();
            return;
        }
        // What stands between the halves of a pair waits until the pair is whole.
        let furniture = match separator {
            Separator::Pairs => self.furniture(at),
            Separator::Halves => Vec::new(),
        };
        self.write_notes(Separator::Halves);
        for piece in furniture {
            self.separate(Separator::Pairs);
            self.out.push_str(&piece);
        }
        self.write_notes(Separator::Pairs);
        self.separate(separator);
    }

    /// Whether `gap` holds just the comments that belong there now.
    fn has_the_notes(&self, gap: &'d str) -> bool {
        let own = self.lines(gap).map(str::trim).filter(|line| line.starts_with(MARK));
        own.eq(self.notes.iter().map(|(_, note)| note.as_str()))
    }

    /// Writes the comments that go with that separator.
    fn write_notes(&mut self, with: Separator) {
        let (now, later) = std::mem::take(&mut self.notes)
            .into_iter()
            .partition(|(separator, _)| *separator == with);
        self.notes = later;
        let now: Vec<(Separator, String)> = now;
        for (separator, note) in now {
            self.separate(separator);
            self.out.push_str(&note);
        }
    }

    fn separate(&mut self, separator: Separator) {
        if !self.out.is_empty() {
            self.out.push_str(match separator {
                Separator::Halves => self.between_halves,
                Separator::Pairs => self.between_pairs,
            });
        }
    }

    /// Headings, comments and the like from the gaps up to slot `at` that were not written yet,
    /// without this module's own comments.
    fn furniture(&mut self, at: usize) -> Vec<String> {
        let gaps = self.gaps_written..=at;
        let furniture = gaps.filter_map(|at| {
            let lines = self.lines(self.gap(at));
            let own = |line: &&str| line.trim_start().starts_with(MARK);
            let kept: String = lines.filter(|line| !own(line)).collect();
            let kept = kept.trim();
            (!kept.is_empty()).then(|| kept.to_owned())
        });
        let furniture = furniture.collect();
        self.gaps_written = self.gaps_written.max(at + 1);
        furniture
    }

    fn finish(mut self) -> Fixed {
        let end = self.slots.len();
        let gap = self.gap(end);
        if self.last == end.checked_sub(1) && self.gaps_written <= end && self.has_the_notes(gap) {
            self.out.push_str(gap);
        } else {
            let furniture = self.furniture(end);
            self.write_notes(Separator::Halves);
            for piece in furniture {
                self.separate(Separator::Pairs);
                self.out.push_str(&piece);
            }
            self.out.push_str(self.line_end());
        }
        let labels = relabelled(&self.out, self.renamed);
        let changes = Changes { relabelled: labels.len(), ..self.changes };
        Fixed { text: self.out, changes, labels }
    }
}

/// The labels with the lines in which they stand in `text`, where they are in order.
fn relabelled(text: &str, renamed: Vec<Renamed>) -> Vec<Relabelled> {
    let (mut line, mut counted) = (1, 0);
    let with_line = |Renamed { at, from, to }| {
        let between = text.get(counted..at).unwrap_or_default();
        let ends = |end| between.matches(end).count();
        line += ends("\n") + ends("\r") - ends("\r\n");
        counted = at;
        Relabelled { line, from, to }
    };
    renamed.into_iter().map(with_line).collect()
}

/// How the lines of `text` end.
fn line_end(text: &str) -> &'static str {
    let ends = ["\r\n", "\n", "\r"];
    ends.into_iter().find(|end| text.contains(end)).unwrap_or("\n")
}

/// The start of the line that byte `at` stands in.
fn line_start(text: &str, at: u32) -> u32 {
    let before = Span::new(0, at).of(text);
    before.rfind(['\n', '\r']).map_or(0, |end| end as u32 + 1)
}
