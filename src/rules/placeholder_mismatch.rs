//! `placeholder-mismatch`: what a program fills in, or markup of the original, that one side lacks.

use super::marks::lacking;
use super::{Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::text::{Side, latin_words, placeholders};

pub(super) struct This;

static META: Meta = Meta {
    id: "placeholder-mismatch",
    severity: Severity::Error,
    mqm: "design-and-markup",
    fires_when: "a placeholder or an inline tag stands on one side only",
    spec: include_str!("../../tests/rules/placeholder-mismatch.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_link(&self, link: &LinkedText<'_>, _: &Context<'_>, out: &mut Vec<Finding>) {
        // Formats with markup keep it out of the text; in the cells of a table it is a part of it.
        let rows = link.analysed().document().has_rows();
        let marks = |side: Side| -> Vec<&str> {
            let turns = link.passages(side).iter().map(|passage| link.analysed().turn(passage.turn));
            let mut marks: Vec<&str> =
                turns.flat_map(|turn| &turn.marks).map(|mark| mark.text.as_str()).collect();
            if rows {
                marks.extend(link.texts(side).into_iter().flat_map(placeholders));
            }
            marks
        };
        let [zh, en] = [Side::Zh, Side::En].map(marks);
        let shouted = !zh.is_empty() && link.texts(Side::En).into_iter().any(shouts);
        for (side, own, other) in [(Side::Zh, &zh, &en), (Side::En, &en, &zh)] {
            let lacking = lacking(side, own, other, shouted);
            if lacking.is_empty() {
                continue;
            }
            let message =
                format!("{} of the {} is not in the {}", lacking.join(", "), side.name(), side.other().name());
            let finding = Finding::new(&META, message)
                .at(link.whole(Side::Zh, 0))
                .at(link.whole(Side::En, 0))
                .with_turns(link.turns());
            out.push(finding);
        }
    }
}

/// Whether a word of a text stands in capitals, as one that is stressed does.
fn shouts(text: &str) -> bool {
    const LEAST: usize = 3;
    latin_words(text).any(|(_, word)| {
        word.len() >= LEAST && word.bytes().all(|byte| byte.is_ascii_uppercase())
    })
}
