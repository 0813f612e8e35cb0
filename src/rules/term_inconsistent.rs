//! `term-inconsistent`: a document strays from how it usually renders a term.

use super::{Analysed, Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::lexicon::{Drift, TextPair, drifts};
use crate::link::Passage;
use crate::text::Side;

pub(super) struct This;

static META: Meta = Meta {
    id: "term-inconsistent",
    severity: Severity::Info,
    mqm: "terminology",
    fires_when: "one term is rendered in several ways in a document",
    spec: include_str!("../../tests/rules/term-inconsistent.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_document(
        &self,
        document: &Analysed<'_>,
        context: &Context<'_>,
        findings: &mut Vec<Finding>,
    ) {
        // What is usual in one stretch of a corpus says nothing of the next.
        if document.document().has_rows() {
            return;
        }
        let units = units(document, context);
        let pairs: Vec<TextPair<'_>> = units.iter().map(|unit| unit.texts).collect();
        for drift in drifts(context.lexicon, &pairs) {
            findings.push(finding(&units, &drift));
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
fn units<'a>(document: &'a Analysed<'a>, context: &Context<'_>) -> Vec<Unit<'a>> {
    let mut units = Vec::new();
    for link in document.checked_links() {
        for bead in &link.sentences(context).beads {
            let (Some(zh), Some(en)) = (stretch(&bead.zh), stretch(&bead.en)) else { continue };
            let text = |passage: Passage| passage.span.of(document.turn(passage.turn).text());
            let texts = TextPair { zh: text(zh), en: text(en) };
            units.push(Unit { link, texts, places: [zh, en] });
        }
    }
    units
}

/// All of one side of a bead, as far as it stands in one turn.
fn stretch(passages: &[Passage]) -> Option<Passage> {
    let first = passages.first()?;
    let own = passages.iter().filter(|passage| passage.turn == first.turn);
    Some(Passage {
        turn: first.turn,
        span: own.fold(first.span, |span, passage| span.join(passage.span)),
    })
}

fn finding(units: &[Unit<'_>], drift: &Drift) -> Finding {
    let unit = &units[drift.pair()];
    let place = |side: Side, span: crate::text::Span| {
        let passage = unit.places[side as usize];
        crate::finding::Place::new(passage.turn, span.shift(passage.span.start()))
    };
    let whole = |side: Side| {
        let passage = unit.places[side as usize];
        crate::finding::Place::new(passage.turn, passage.span)
    };
    match drift {
        Drift::Rendering { zh, en, usual, times, of, .. } => {
            let (term, here) = (zh.of(unit.texts.zh), en.of(unit.texts.en));
            let message = format!("{term} is \u{201c}{here}\u{201d} here and \u{201c}{usual}\u{201d} in {times} of {of} places");
            Finding::new(&META, message)
                .at(place(Side::Zh, *zh))
                .at(place(Side::En, *en))
                .help(format!("if both are meant, add both to a lexicon; otherwise write {usual}"))
        }
        Drift::Retranslated { first, .. } => {
            let earlier = &units[*first];
            let turn = earlier.places[Side::Zh as usize].turn;
            let said: String = earlier.texts.en.chars().take(60).collect();
            Finding::new(&META, format!("{turn} says the same and is translated otherwise: {said}"))
                .at(whole(Side::Zh))
                .at(whole(Side::En))
        }
    }
    .with_turns(unit.link.turns())
}
