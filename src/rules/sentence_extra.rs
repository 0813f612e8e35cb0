//! A sentence of the English that nothing in the Chinese of its turn translates.

use super::sentences::report;
use super::{Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::text::Side;

/// The rule.
pub(super) struct This;

static META: Meta = Meta {
    id: "sentence-extra",
    severity: Severity::Warning,
    mqm: "accuracy/addition",
    fires_when: "an English sentence has no counterpart in the Chinese of its turn",
    spec: include_str!("../../tests/rules/sentence-extra.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_link(&self, link: &LinkedText<'_>, context: &Context<'_>, out: &mut Vec<Finding>) {
        report(&META, Side::En, link, context, out);
    }
}
