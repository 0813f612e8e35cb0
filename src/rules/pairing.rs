//! What the rules about the pairing share: each shows the events of one kind.

use super::Analysed;
use crate::finding::{Finding, Meta, Place};
use crate::link::{Event, EventKind, Passage};
use crate::text::Side;

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
        finding = finding.at(place(event.kind, passage));
    }
    let turns = event.zh.iter().chain(&event.en).copied();
    finding.with_turns(turns).help(help).about(about(event))
}

/// The side whose turns the message speaks of first: a shifted run is told by its Chinese, what breaks off
/// or comes twice by its own side, and what is cut or stands elsewhere by the translation.
fn about(event: &Event) -> Side {
    match event.kind {
        EventKind::Shifted => Side::Zh,
        _ => event.at.unwrap_or(Side::En),
    }
}

/// A cut or the end of a turn is a place in it; elsewhere the start of the turn only says which turn is
/// meant.
fn place(kind: EventKind, passage: Passage) -> Place {
    let in_turn = matches!(kind, EventKind::Merged | EventKind::Split | EventKind::Truncated);
    match in_turn || passage.span.start() > 0 {
        true => Place::new(passage.turn, passage.span),
        false => Place::whole(passage.turn, passage.span),
    }
}
