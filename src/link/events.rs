//! Why the pairing broke: from pairs to root causes.
//!
//! A reader wants one line for one cause: a run of turns that stand one place too late is one
//! event, however long it is, and so is the split that caused it.

use super::block::Block;
use super::cell::measure;
use super::evidence::{Evidence, Text};
use super::group::{Group, groups};
use super::pairs::Pairs;
use super::{Event, EventKind, Passage, cuts, message, score};
use crate::dictionary::Dictionary;
use crate::document::{Document, TurnId};
use crate::text::Side;

/// All events, in the order of the text.
pub(super) fn events(
    document: &Document,
    dictionary: &Dictionary,
    evidence: &Evidence,
    pairs: &Pairs,
) -> Vec<Event> {
    let groups = groups(evidence, pairs);
    let finder = Finder { document, evidence, pairs, groups: &groups };
    let mut causes = Vec::new();
    causes
        .extend(groups.iter().filter(|group| !group.is_simple()).map(|group| finder.uneven(group)));
    causes.extend(finder.without_counterpart(Side::Zh));
    causes.extend(finder.without_counterpart(Side::En));
    causes.extend(finder.copies(Side::En));
    causes.extend(finder.copies(Side::Zh));
    causes.extend(finder.moved());
    causes.extend(cuts::truncated(document, dictionary, evidence, pairs));
    causes.sort_by_key(|event| (finder.place(event), event.kind));
    cuts::tell_rhythm(document, &groups, &mut causes);

    let mut events = finder.shifts(&causes);
    events.extend(causes);
    events.sort_by_key(|event| (finder.place(event), event.kind == EventKind::Shifted));
    events
}

struct Finder<'d> {
    document: &'d Document,
    evidence: &'d Evidence,
    pairs: &'d Pairs,
    groups: &'d [Group],
}

impl Finder<'_> {
    /// Several turns against one, or a cut that stands elsewhere on either side.
    fn uneven(&self, group: &Group) -> Event {
        let kind =
            if group.zh.len() > group.en.len() { EventKind::Merged } else { EventKind::Split };
        let blocks: Vec<&Block> = self
            .pairs
            .blocks
            .iter()
            .filter(|block| block.is_pair())
            .filter(|block| {
                let turn = self.evidence.text(Side::Zh).units[block.zh.start].turn as usize;
                group.zh.contains(&turn)
            })
            .collect();
        // The first cut inside a turn shows it best.
        let (zh, en) = (self.evidence.text(Side::Zh), self.evidence.text(Side::En));
        let shown = blocks.windows(2).find_map(|two| {
            let inside = |text: &Text, at: usize| text.start(text.units[at].turn as usize) != at;
            let cut = inside(zh, two[1].zh.start) || inside(en, two[1].en.start);
            cut.then_some(two[1])
        });
        let mut event = event(kind, turns(Side::Zh, &group.zh), turns(Side::En, &group.en));
        if let Some(block) = shown.or(blocks.first().copied()) {
            let [zh, en] = self.openings(block);
            event.zh_place = Some(self.opening(Side::Zh, zh));
            event.en_place = Some(self.opening(Side::En, en));
        }
        event.message = message::uneven(&event);
        event
    }

    /// The units that open a block on both sides. A cut inside a turn may be a sentence or two off: there the sentence
    /// nearby is shown that most resembles the one at the turn boundary.
    fn openings(&self, block: &Block) -> [usize; 2] {
        const NEAR: usize = 3;
        const MUCH: f32 = 0.3;
        let starts = [block.zh.start, block.en.start];
        let turn = |side: Side| {
            let text = self.evidence.text(side);
            text.turn(text.units[starts[side as usize]].turn as usize)
        };
        let inside = Side::BOTH.map(|side| turn(side).start != starts[side as usize]);
        let side = match inside {
            [true, false] => Side::Zh,
            [false, true] => Side::En,
            _ => return starts,
        };
        let likeness = |unit: usize| {
            let mut starts = starts;
            starts[side as usize] = unit;
            let [zh, en] = starts.map(|start| start..start + 1);
            score::agreement(&measure(self.evidence, &Block { zh, en }))
        };
        let (own, turn) = (starts[side as usize], turn(side));
        let near = own.saturating_sub(NEAR).max(turn.start)..(own + NEAR + 1).min(turn.end);
        let best = near.max_by(|a, b| likeness(*a).total_cmp(&likeness(*b)));
        // Where none is much better, the cut is believed.
        let best = best.filter(|&best| likeness(best) > likeness(own) + MUCH);
        let mut openings = starts;
        openings[side as usize] = best.unwrap_or(own);
        openings
    }

    /// Runs of turns that translate nothing, or that nothing translates.
    fn without_counterpart(&self, side: Side) -> Vec<Event> {
        let text = self.evidence.text(side);
        let mut linked = vec![false; text.turns()];
        let blocks = self.pairs.blocks.iter().filter(|block| block.is_pair());
        for units in blocks.chain(&self.pairs.moved).map(|block| block.side(side)) {
            for unit in &text.units[units] {
                linked[unit.turn as usize] = true;
            }
        }
        for copy in self.pairs.again.iter().filter(|copy| copy.side == side) {
            for unit in &text.units[copy.own.clone()] {
                linked[unit.turn as usize] = true;
            }
        }
        let lonely = (0..text.turns()).filter(|&turn| !linked[turn]);
        runs(lonely)
            .into_iter()
            .map(|run| {
                let place = Some(self.opening(side, text.start(run.start)));
                let list = turns(side, &run);
                let mut event = match side {
                    Side::Zh => event(EventKind::Missing, list, Vec::new()),
                    Side::En => event(EventKind::Extra, Vec::new(), list),
                };
                match side {
                    Side::Zh => event.zh_place = place,
                    Side::En => event.en_place = place,
                }
                event.message = message::lonely(&event);
                event
            })
            .collect()
    }

    /// Runs of second copies.
    fn copies(&self, side: Side) -> Vec<Event> {
        let (own, other) = (self.evidence.text(side), self.evidence.text(side.other()));
        let turn = |text: &Text, unit: usize| text.units[unit].turn as usize;
        let mut copies: Vec<_> = self.pairs.again.iter().filter(|copy| copy.side == side).collect();
        copies.sort_by_key(|copy| copy.own.start);
        let mut events: Vec<(usize, Event)> = Vec::new();
        for copy in copies {
            let own_turns = turn(own, copy.own.start)..turn(own, copy.own.end - 1) + 1;
            let other_turns = turn(other, copy.other.start)..turn(other, copy.other.end - 1) + 1;
            let (own_list, other_list) =
                (turns(side, &own_turns), turns(side.other(), &other_turns));
            match events.last_mut() {
                Some((end, event)) if own_turns.start <= *end => {
                    *end = own_turns.end;
                    event.add(side, own_list);
                    event.add(side.other(), other_list);
                }
                _ => {
                    let mut event = Event::new(EventKind::Duplicate);
                    event.at = Some(side);
                    event.add(side, own_list);
                    event.add(side.other(), other_list);
                    *event.place_mut(side) = Some(self.opening(side, copy.own.start));
                    *event.place_mut(side.other()) =
                        Some(self.opening(side.other(), copy.other.start));
                    events.push((own_turns.end, event));
                }
            }
        }
        events
            .into_iter()
            .map(|(_, mut event)| {
                event.message = message::duplicate(&event, side);
                event
            })
            .collect()
    }

    /// Runs of turns that stand elsewhere than their neighbours.
    fn moved(&self) -> Vec<Event> {
        let (zh, en) = (self.evidence.text(Side::Zh), self.evidence.text(Side::En));
        let mut pairs: Vec<(usize, usize, &Block)> = self
            .pairs
            .moved
            .iter()
            .map(|block| {
                let turn = |text: &Text, unit: usize| text.units[unit].turn as usize;
                (turn(zh, block.zh.start), turn(en, block.en.start), block)
            })
            .collect();
        pairs.sort_by_key(|&(z, e, block)| (z, e, block.zh.start));
        let mut events: Vec<(usize, usize, Event)> = Vec::new();
        for (z, e, block) in pairs {
            let (z_list, e_list) = (turns(Side::Zh, &(z..z + 1)), turns(Side::En, &(e..e + 1)));
            match events.last_mut() {
                // Next to the one before, or swapped with it.
                Some((last_z, last_e, event)) if z <= *last_z + 1 && e.abs_diff(*last_e) <= 1 => {
                    (*last_z, *last_e) = (z, e);
                    event.add(Side::Zh, z_list);
                    event.add(Side::En, e_list);
                }
                _ => {
                    let mut event = event(EventKind::Moved, z_list, e_list);
                    event.zh_place = Some(self.opening(Side::Zh, block.zh.start));
                    event.en_place = Some(self.opening(Side::En, block.en.start));
                    events.push((z, e, event));
                }
            }
        }
        events
            .into_iter()
            .map(|(_, _, mut event)| {
                event.message = message::moved(&event);
                event
            })
            .collect()
    }

    /// Runs of equal offset other than none, each with what stands right before it as its cause.
    fn shifts(&self, causes: &[Event]) -> Vec<Event> {
        let mut runs: Vec<Run<'_>> = Vec::new();
        let mut open = false;
        let mut before = 0;
        let mut in_step = 0;
        for group in self.groups {
            let offset = group.offset(self.document);
            if !group.is_simple() || offset == 0 {
                open = open && !group.is_simple();
                if group.is_simple() {
                    (before, in_step) = (0, group.zh.start);
                }
                continue;
            }
            match runs.last_mut() {
                Some(run) if run.offset == offset && open => run.groups.push(group),
                _ => runs.push(Run { before, in_step, offset, groups: vec![group] }),
            }
            (open, before) = (true, offset);
        }
        let mut last = (0, 0);
        runs.into_iter()
            .map(|run| {
                let list = |side: Side| -> Vec<TurnId> {
                    run.groups
                        .iter()
                        .map(|group| match side {
                            Side::Zh => group.zh.start,
                            Side::En => group.en.start,
                        })
                        .map(|turn| TurnId::at(side, turn))
                        .collect()
                };
                let mut event = event(EventKind::Shifted, list(Side::Zh), list(Side::En));
                event.offset = Some(run.offset);
                for side in Side::BOTH {
                    let first = event.side(side)[0].index();
                    let start = self.evidence.text(side).start(first);
                    *event.place_mut(side) = Some(self.opening(side, start));
                }
                let place = self.place(&event);
                // What happened before a turn that stands in step moved nothing behind it.
                let first = last.max((run.in_step, 0));
                let between = causes.iter().filter(|cause| {
                    let cause = self.place(cause);
                    first <= cause && cause <= place
                });
                event.message = message::shifted(&event, run.offset - run.before, between);
                last = (event.zh[event.zh.len() - 1].index(), 0);
                event
            })
            .collect()
    }

    /// Where an event stands among all: by its first turn, English ones where their neighbours
    /// are linked.
    fn place(&self, event: &Event) -> (usize, usize) {
        let en = event.en.first().map(|turn| turn.index());
        let zh = event.zh.first().map(|turn| turn.index());
        match (zh, en) {
            // A second copy in English stands after what it copies, often far.
            (_, Some(en)) if event.kind == EventKind::Duplicate || zh.is_none() => {
                (self.zh_before(en), en)
            }
            (Some(zh), en) => (zh, en.unwrap_or(0)),
            (None, en) => (0, en.unwrap_or(0)),
        }
    }

    /// The Chinese turn that is linked to the last English turn before `en`.
    fn zh_before(&self, en: usize) -> usize {
        let at = self.groups.partition_point(|group| group.en.start < en);
        at.checked_sub(1).map_or(0, |at| self.groups[at].zh.end - 1)
    }

    /// The sentence that starts at a unit, as a place to show.
    fn opening(&self, side: Side, unit: usize) -> Passage {
        let text = self.evidence.text(side);
        let unit = text.units[unit];
        Passage { turn: self.document.turns(side)[unit.turn as usize].id, span: unit.span }
    }
}

/// Turns that stand equally far from their counterparts.
struct Run<'g> {
    /// The offset of what stands before it.
    before: i32,
    /// The last Chinese turn before it that stands in step.
    in_step: usize,
    offset: i32,
    groups: Vec<&'g Group>,
}

fn event(kind: EventKind, zh: Vec<TurnId>, en: Vec<TurnId>) -> Event {
    Event { zh, en, ..Event::new(kind) }
}

/// The names of a range of turns.
fn turns(side: Side, turns: &std::ops::Range<usize>) -> Vec<TurnId> {
    turns.clone().map(|turn| TurnId::at(side, turn)).collect()
}

/// Joins numbers that follow each other into ranges.
fn runs(numbers: impl Iterator<Item = usize>) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some(run) if run.end == number => run.end = number + 1,
            _ => runs.push(number..number + 1),
        }
    }
    runs
}
