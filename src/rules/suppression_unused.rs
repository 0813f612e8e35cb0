//! `suppression-unused`: a comment that silences nothing. The gate finds them, since only it knows what
//! a comment silenced.

use super::Rule;
use crate::finding::{Meta, Severity};

pub(super) struct This;

static META: Meta = Meta {
    id: "suppression-unused",
    severity: Severity::Warning,
    mqm: "design-and-markup",
    fires_when: "a comment in the text silences a rule that finds nothing there",
    spec: include_str!("../../tests/rules/suppression-unused.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }
}
