//! `polarity`: one side says the opposite of the other. Translations turn "hard" into "not easy" all the time, so only
//! clear cases are told.

mod added;
mod chinese;
mod clauses;
mod contrary;
mod english;
mod lists;
mod lost;
mod opposites;
mod unless;

use self::contrary::{Kind, contrary};
use super::{Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Place, Severity};
use crate::link::Passage;
use crate::text::{Side, Span};

pub(super) struct This;

static META: Meta = Meta {
    id: "polarity",
    severity: Severity::Warning,
    mqm: "accuracy/mistranslation",
    fires_when: "a sentence says the opposite of its translation",
    spec: include_str!("../../../tests/rules/polarity.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_link(&self, link: &LinkedText<'_>, context: &Context<'_>, out: &mut Vec<Finding>) {
        for bead in &link.sentences(context).beads {
            let [Some(zh), Some(en)] = Side::BOTH.map(|side| bead.stretch(side)) else { continue };
            let texts = [link.text(&zh), link.text(&en)];
            let Some(found) = contrary(texts[0], texts[1], context.dictionary) else { continue };
            let place = |passage: Passage, span: Span| {
                Place::new(passage.turn, span.shift(passage.span.start()))
            };
            let [zh_words, en_words] = [found.zh.of(texts[0]), found.en.of(texts[1])];
            let message = match found.kind {
                Kind::Lost => format!("the Chinese denies (“{zh_words}”) what the English asserts"),
                Kind::Added => format!("the English denies (“{en_words}”) what the Chinese asserts"),
                Kind::Opposite => format!("“{zh_words}” became “{en_words}”, its opposite"),
            };
            let finding = Finding::new(&META, message).at(place(zh, found.zh));
            out.push(finding.at(place(en, found.en)).with_turns(link.turns()));
        }
    }
}
