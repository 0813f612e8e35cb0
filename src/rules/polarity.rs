//! `polarity`: one side denies what the other asserts. Off unless it is asked for: translations turn
//! "hard" into "not easy" all the time, and only clear cases are told.

use super::denial::denial;
use super::{Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Place, Severity};
use crate::link::Passage;
use crate::text::{Side, Span};

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
            let [Some(zh), Some(en)] = Side::BOTH.map(|side| bead.stretch(side)) else { continue };
            let texts = [link.text(&zh), link.text(&en)];
            let Some(found) = denial(texts[0], texts[1], context.dictionary) else { continue };
            let place = |passage: Passage, span: Span| {
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
