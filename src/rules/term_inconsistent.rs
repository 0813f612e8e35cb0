//! `term-inconsistent`: a document strays from how it, or the folder that it is checked with, usually renders a
//! term.

use rayon::prelude::*;

use super::{LinkedText, Part, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::lexicon::{Drift, Stray, TextPair, drifts};
use crate::link::Passage;
use crate::text::Side;

pub(super) struct This;

static META: Meta = Meta {
    id: "term-inconsistent",
    severity: Severity::Info,
    mqm: "terminology",
    fires_when: "one term is rendered in several ways in a document or a folder",
    spec: include_str!("../../tests/rules/term-inconsistent.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_together(&self, parts: &[Part<'_>], findings: &mut [Vec<Finding>]) {
        // What is usual in one stretch of a corpus says nothing of the next.
        let units: Vec<Vec<Unit<'_>>> = parts
            .par_iter()
            .map(|part| if part.document.document().has_rows() { Vec::new() } else { units(part) })
            .collect();
        let texts = units.iter().map(|units| units.iter().map(|unit| unit.texts).collect());
        let texts: Vec<Vec<TextPair<'_>>> = texts.collect();
        let Some(lexicon) = parts.first().map(|part| part.context.lexicon) else { return };
        let all: Vec<&Unit<'_>> = units.iter().flatten().collect();
        let owners: Vec<usize> =
            units.iter().enumerate().flat_map(|(at, units)| units.iter().map(move |_| at)).collect();
        for drift in drifts(lexicon, &texts) {
            let at = drift.pair();
            findings[owners[at]].push(finding(&all, &drift));
        }
    }
}

/// A Chinese and an English stretch that belong together, and where they stand.
struct Unit<'a> {
    link: LinkedText<'a>,
    texts: TextPair<'a>,
    places: [Passage; 2],
}

/// The beads of all links: the shorter the stretches, the surer it is what goes with what.
fn units<'a>(part: &Part<'a>) -> Vec<Unit<'a>> {
    let document = part.document;
    let mut units = Vec::new();
    for link in document.checked_links() {
        for bead in &link.sentences(&part.context).beads {
            let [Some(zh), Some(en)] = Side::BOTH.map(|side| bead.stretch(side)) else { continue };
            let text = |passage: Passage| passage.span.of(document.turn(passage.turn).text());
            let texts = TextPair { zh: text(zh), en: text(en) };
            units.push(Unit { link, texts, places: [zh, en] });
        }
    }
    units
}

fn finding(units: &[&Unit<'_>], drift: &Drift) -> Finding {
    let unit = units[drift.pair()];
    let place = |side: Side, span: crate::text::Span| {
        let passage = unit.places[side as usize];
        crate::finding::Place::new(passage.turn, span.shift(passage.span.start()))
    };
    let whole = |side: Side| {
        let passage = unit.places[side as usize];
        crate::finding::Place::whole(passage.turn, passage.span)
    };
    match drift {
        Drift::Rendering(Stray { zh, en, usual, times, of, documents, .. }) => {
            let (term, here) = (zh.of(unit.texts.zh), en.of(unit.texts.en));
            let files = if *documents > 1 { format!(" in {documents} files") } else { String::new() };
            let message = format!("{term} is \u{201c}{here}\u{201d} here and \u{201c}{usual}\u{201d} in {times} of {of} places{files}");
            Finding::new(&META, message)
                .at(place(Side::Zh, *zh))
                .at(place(Side::En, *en))
                .help(format!("if both are meant, add both to a lexicon; otherwise write {usual}"))
        }
        Drift::Retranslated { first, .. } => {
            let earlier = units[*first];
            let turn = earlier.places[Side::Zh as usize].turn;
            let document = earlier.link.analysed().document();
            let elsewhere = if std::ptr::eq(document, unit.link.analysed().document()) {
                String::new()
            } else {
                format!(" of {}", document.source(Side::Zh).path().display())
            };
            let said: String = earlier.texts.en.chars().take(60).collect();
            Finding::new(&META, format!("{turn}{elsewhere} says the same and is translated otherwise: {said}"))
                .at(whole(Side::Zh))
                .at(whole(Side::En))
        }
    }
    .with_turns(unit.link.turns())
}
