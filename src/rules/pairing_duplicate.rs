//! `pairing-duplicate`: the same content stands twice on one side.

use super::pairing::report_events;
use super::{Analysed, Context, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::link::EventKind;

pub(super) struct This;

static META: Meta = Meta {
    id: "pairing-duplicate",
    severity: Severity::Error,
    mqm: "accuracy/addition",
    fires_when: "the same content stands twice on one side",
    spec: include_str!("../../tests/rules/pairing-duplicate.md"),
};

const HELP: &str = "`duizhao fix` leaves the second copy out";
const HELP_IN_ROWS: &str = "take the second copy out";

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
        let help = if document.document().has_rows() { HELP_IN_ROWS } else { HELP };
        report_events(&META, EventKind::Duplicate, help, document, findings);
    }
}
