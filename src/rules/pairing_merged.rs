//! `pairing-merged`: one turn holds the translation of several.

use super::pairing::report_events;
use super::{Analysed, Context, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::link::EventKind;

pub(super) struct This;

static META: Meta = Meta {
    id: "pairing-merged",
    severity: Severity::Warning,
    mqm: "custom/segmentation",
    fires_when: "one turn holds the translation of several",
    spec: include_str!("../../tests/rules/pairing-merged.md"),
};

const HELP: &str = "`duizhao fix` cuts the turn at the ends of sentences";

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
        report_events(&META, EventKind::Merged, HELP, document, findings);
    }
}
