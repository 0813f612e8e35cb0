//! `number-missing`: a quantity of the Chinese is absent in the English.

use super::numbers::read;
use super::{Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::quantity::Difference;
use crate::text::Side;

pub(super) struct This;

static META: Meta = Meta {
    id: "number-missing",
    severity: Severity::Warning,
    mqm: "accuracy/omission",
    fires_when: "a quantity of the Chinese is absent in the English",
    spec: include_str!("../../tests/rules/number-missing.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_link(&self, link: &LinkedText<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
        for difference in link.quantity_differences() {
            let Difference::Missing { zh } = difference else { continue };
            let Some(found) = read(link, Side::Zh, *zh) else { continue };
            let message = format!("{} has no counterpart in the English", found.shown());
            let finding = Finding::new(&META, message).at(found.place);
            findings.push(finding.at(link.whole(Side::En, 0)).with_turns(link.turns()));
        }
    }
}
