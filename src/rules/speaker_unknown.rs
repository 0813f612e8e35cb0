//! `speaker-unknown`: a label that is almost the name of a speaker.

use std::collections::BTreeMap;

use super::speakers::{are_same, is_slip};
use super::{Analysed, Context, Rule};
use crate::document::Turn;
use crate::finding::{Finding, Meta, Place, Severity};
use crate::text::Side;

pub(super) struct This;

static META: Meta = Meta {
    id: "speaker-unknown",
    severity: Severity::Warning,
    mqm: "linguistic-conventions/spelling",
    fires_when: "a label is close to the name of a known speaker but not equal to it",
    spec: include_str!("../../tests/rules/speaker-unknown.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_document(
        &self,
        document: &Analysed<'_>,
        _: &Context<'_>,
        findings: &mut Vec<Finding>,
    ) {
        let turns = || Side::BOTH.into_iter().flat_map(|side| document.document().turns(side));
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for name in turns().filter_map(Turn::speaker_name) {
            *counts.entry(name).or_default() += 1;
        }
        for turn in turns() {
            if let Some(name) = turn.speaker_name()
                && let Some(known) = meant(name, &counts)
            {
                findings.push(finding(turn, name, known, counts[known]));
            }
        }
    }
}

/// The speaker that `name` is a slip of: one who is named at least three times as often.
fn meant<'a>(name: &str, counts: &BTreeMap<&'a str, usize>) -> Option<&'a str> {
    let own = counts.get(name).copied().unwrap_or(0);
    let is_known = |(known, count): &(&&str, &usize)| {
        **count >= own * 3 && !are_same(name, known) && is_slip(name, known)
    };
    counts.iter().filter(is_known).max_by_key(|(_, count)| **count).map(|(known, _)| *known)
}

fn finding(turn: &Turn, name: &str, known: &str, count: usize) -> Finding {
    let message = format!(
        "{} is labelled {name}; the name is {known} in {count} other turns",
        turn.id
    );
    Finding::new(&META, message).at(Place::label(turn.id))
}
