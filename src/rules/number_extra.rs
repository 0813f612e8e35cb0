//! `number-extra`: a quantity of the English is absent in the Chinese.

use super::numbers::read;
use super::{Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::quantity::Difference;
use crate::text::Side;

pub(super) struct This;

static META: Meta = Meta {
    id: "number-extra",
    severity: Severity::Warning,
    mqm: "accuracy/addition",
    fires_when: "a quantity of the English is absent in the Chinese",
    spec: include_str!("../../tests/rules/number-extra.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_link(&self, link: &LinkedText<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
        for difference in link.quantity_differences() {
            let Difference::Extra { en } = difference else { continue };
            let Some(found) = read(link, Side::En, *en) else { continue };
            let message = format!("{} has no counterpart in the Chinese", found.shown());
            let finding = Finding::new(&META, message).at(found.place);
            findings.push(finding.at(link.whole(Side::Zh, 0)).with_turns(link.turns()));
        }
    }
}
