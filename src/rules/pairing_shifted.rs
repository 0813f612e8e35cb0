//! `pairing-shifted`: the counterparts of a run of turns stand elsewhere.

use super::pairing::report_events;
use super::{Analysed, Context, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::link::EventKind;

pub(super) struct This;

static META: Meta = Meta {
    id: "pairing-shifted",
    severity: Severity::Error,
    mqm: "accuracy/mistranslation",
    fires_when: "the counterparts of a run of turns stand elsewhere",
    spec: include_str!("../../tests/rules/pairing-shifted.md"),
};

const HELP: &str = "`duizhao align` shows the pairing, `duizhao fix` writes the file re-paired";

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
        report_events(&META, EventKind::Shifted, HELP, document, findings);
        report_events(&META, EventKind::Moved, HELP, document, findings);
    }
}
