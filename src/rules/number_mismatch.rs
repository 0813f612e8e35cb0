//! `number-mismatch`: quantities that belong together and say different things.

use super::exchanged::exchanged;
use super::numbers::read;
use super::{Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::quantity::Difference;
use crate::text::Side;

pub(super) struct This;

static META: Meta = Meta {
    id: "number-mismatch",
    severity: Severity::Error,
    mqm: "accuracy/mistranslation",
    fires_when: "corresponding quantities have different values, units or ranges",
    spec: include_str!("../../tests/rules/number-mismatch.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_link(&self, link: &LinkedText<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
        for difference in link.quantity_differences() {
            let Difference::Mismatch { zh, en, explanation, disputed, suggestion } = difference
            else {
                continue;
            };
            let (Some(zh), Some(en)) = (read(link, Side::Zh, *zh), read(link, Side::En, *en))
            else {
                continue;
            };
            let message =
                format!("{} became {}: {explanation}", zh.shown(), en.shown());
            let mut finding = Finding::new(&META, message).at(zh.place).at(en.place);
            if *disputed {
                finding = finding.weighing(Severity::Info);
            }
            if let Some(text) = suggestion {
                finding = finding.suggest(Side::En, text);
            }
            findings.push(finding.with_turns(link.turns()));
        }
        if let Some([zh, en]) = exchanged(link, context.dictionary)
            && !link.quantity_differences().iter().any(|difference| difference.is_of(zh))
            && let (Some(zh), Some(en)) = (read(link, Side::Zh, zh), read(link, Side::En, en))
        {
            let message = format!("{} became {}: the two changed places", zh.shown(), en.shown());
            let finding = Finding::new(&META, message).at(zh.place).at(en.place);
            findings.push(finding.with_turns(link.turns()));
        }
    }
}
