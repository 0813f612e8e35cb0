//! `speaker-unknown`: a label that is almost the name of a speaker.

use std::collections::BTreeMap;

use super::{Analysed, Context, Rule};
use crate::document::{Turn, are_same, is_slip};
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
        let often = often(&counts);
        let mut asked: BTreeMap<&str, Option<&str>> = BTreeMap::new();
        for turn in turns() {
            let Some(name) = turn.speaker_name() else { continue };
            let own = counts[name];
            if let Some(known) = asked.entry(name).or_insert_with(|| meant(name, own, &often)) {
                findings.push(finding(turn, name, known, counts[known]));
            }
        }
    }
}

/// A talk has few speakers. Among more names than these, slips of the others are not looked for, since
/// every name would have to be held against every other.
const MOST_KNOWN: usize = 48;

/// How often one is named at least whose name others can be slips of.
const OFTEN: usize = 3;

/// Those who are named often, and how often; the most frequent where they are many.
fn often<'a>(counts: &BTreeMap<&'a str, usize>) -> Vec<(&'a str, usize)> {
    let all = counts.iter().map(|(name, count)| (*name, *count));
    let mut often: Vec<_> = all.filter(|(_, count)| *count >= OFTEN).collect();
    if often.len() > MOST_KNOWN {
        often.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        often.truncate(MOST_KNOWN);
        often.sort_unstable();
    }
    often
}

/// The speaker that `name`, which is said `own` times, is a slip of: one who is named at least three
/// times as often.
fn meant<'a>(name: &str, own: usize, often: &[(&'a str, usize)]) -> Option<&'a str> {
    let is_known = |(known, count): &&(&str, usize)| {
        *count >= own * OFTEN && !are_same(name, known) && is_slip(name, known)
    };
    often.iter().filter(is_known).max_by_key(|(_, count)| *count).map(|(known, _)| *known)
}

fn finding(turn: &Turn, name: &str, known: &str, count: usize) -> Finding {
    let message = format!(
        "{} is labelled {name}; the name is {known} in {count} other turns",
        turn.id
    );
    Finding::new(&META, message).at(Place::label(turn.id))
}
