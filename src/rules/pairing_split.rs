//! `pairing-split`: the translation of one turn stands in several.

use super::pairing::report_events;
use super::{Analysed, Context, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::link::EventKind;

pub(super) struct This;

static META: Meta = Meta {
    id: "pairing-split",
    severity: Severity::Warning,
    mqm: "custom/segmentation",
    fires_when: "the translation of one turn stands in several",
    spec: include_str!("../../tests/rules/pairing-split.md"),
};

const HELP: &str = "`duizhao fix` puts the parts together";

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
        report_events(&META, EventKind::Split, HELP, document, findings);
    }
}
