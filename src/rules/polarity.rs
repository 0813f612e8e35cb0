//! `polarity`: one side denies what the other asserts. Off unless it is asked for: translations turn
//! "hard" into "not easy" all the time, and only clear cases are told.

use super::denial::denial;
use super::{Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Place, Severity};
use crate::link::Passage;
use crate::text::Span;

pub(super) struct This;

static META: Meta = Meta {
    id: "polarity",
    severity: Severity::Info,
    mqm: "accuracy/mistranslation",
    opt_in: true,
    fires_when: "a sentence denies what its translation asserts (only where it is asked for)",
    spec: include_str!("../../tests/rules/polarity.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_link(&self, link: &LinkedText<'_>, context: &Context<'_>, out: &mut Vec<Finding>) {
        for bead in &link.sentences(context).beads {
            let Some((zh, en)) = stretch(&bead.zh).zip(stretch(&bead.en)) else { continue };
            let (zh, en) = (&zh, &en);
            let text = |passage: &Passage| passage.span.of(link.analysed().turn(passage.turn).text());
            let Some(found) = denial(text(zh), text(en), context.dictionary) else { continue };
            let place = |passage: &Passage, span: Span| {
                Place::new(passage.turn, span.shift(passage.span.start()))
            };
            let message = match found.is_lost {
                true => "the Chinese denies what the English asserts",
                false => "the English denies what the Chinese asserts",
            };
            let finding = Finding::new(&META, message).at(place(zh, found.zh));
            out.push(finding.at(place(en, found.en)).with_turns(link.turns()));
        }
    }
}

/// Sentences that follow each other in one turn, as one.
fn stretch(sentences: &[Passage]) -> Option<Passage> {
    let (first, last) = (sentences.first()?, sentences.last()?);
    let span = first.span.join(last.span);
    (first.turn == last.turn).then_some(Passage { turn: first.turn, span })
}
