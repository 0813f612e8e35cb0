//! `pairing-missing`: a turn or a run of turns has no counterpart anywhere.

use super::pairing::report_events;
use super::{Analysed, Context, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::link::EventKind;

pub(super) struct This;

static META: Meta = Meta {
    id: "pairing-missing",
    severity: Severity::Error,
    mqm: "accuracy/omission",
    fires_when: "a turn or a run of turns has no counterpart anywhere",
    spec: include_str!("../../tests/rules/pairing-missing.md"),
};

const HELP: &str = "write the missing translation, or take the turn out";

const HELP_FOR_ROWS: &str = "write the missing translation, or take the row out";

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
        let help = if document.document().has_rows() { HELP_FOR_ROWS } else { HELP };
        report_events(&META, EventKind::Missing, help, document, findings);
    }
}
