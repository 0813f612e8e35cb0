//! A sentence of the Chinese that nothing in the English of its turn translates.

use super::sentences::report;
use super::{Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::text::Side;

/// The rule.
pub(super) struct This;

static META: Meta = Meta {
    id: "sentence-missing",
    severity: Severity::Warning,
    mqm: "accuracy/omission",
    fires_when: "a Chinese sentence has no counterpart in the English of its turn",
    spec: include_str!("../../tests/rules/sentence-missing.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_link(&self, link: &LinkedText<'_>, context: &Context<'_>, out: &mut Vec<Finding>) {
        report(&META, Side::Zh, link, context, out);
    }
}
