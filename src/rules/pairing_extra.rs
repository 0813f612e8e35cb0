//! `pairing-extra`: a turn or a run of turns translates nothing.

use super::pairing::report_events;
use super::{Analysed, Context, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::link::EventKind;

pub(super) struct This;

static META: Meta = Meta {
    id: "pairing-extra",
    severity: Severity::Error,
    mqm: "accuracy/addition",
    fires_when: "a turn or a run of turns translates nothing",
    spec: include_str!("../../tests/rules/pairing-extra.md"),
};

const HELP: &str = "take it out, or write what it translates";

const HELP_FOR_ROWS: &str = "write the Chinese, or take the row out";

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
        report_events(&META, EventKind::Extra, help, document, findings);
    }
}
