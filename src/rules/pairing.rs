//! What the rules about the pairing share: each shows the events of one kind.

use super::Analysed;
use crate::finding::{Finding, Meta, Place};
use crate::link::{Event, EventKind, Passage};

/// One finding of `meta` for each event of `kind`.
pub(super) fn report_events(
    meta: &'static Meta,
    kind: EventKind,
    help: &str,
    document: &Analysed<'_>,
    findings: &mut Vec<Finding>,
) {
    let events = document.links().events.iter().filter(|event| event.kind == kind);
    findings.extend(events.map(|event| finding(meta, event, help)));
}

fn finding(meta: &'static Meta, event: &Event, help: &str) -> Finding {
    let mut finding = Finding::new(meta, event.message.clone());
    for passage in [event.zh_place, event.en_place].into_iter().flatten() {
        finding = finding.at(place(passage));
    }
    let turns = event.zh.iter().chain(&event.en).copied();
    finding.with_turns(turns).help(help)
}

fn place(passage: Passage) -> Place {
    Place::new(passage.turn, passage.span)
}
