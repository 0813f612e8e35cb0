//! `turn-truncated`: a turn stops in the middle of a sentence.

use super::pairing::report_events;
use super::{Analysed, Context, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::link::EventKind;

pub(super) struct This;

static META: Meta = Meta {
    id: "turn-truncated",
    severity: Severity::Error,
    mqm: "accuracy/omission",
    fires_when: "a turn stops in the middle of a sentence",
    spec: include_str!("../../tests/rules/turn-truncated.md"),
};

const HELP: &str = "look up the rest in the original and write it in";

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
        report_events(&META, EventKind::Truncated, HELP, document, findings);
    }
}
