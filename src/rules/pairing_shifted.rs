//! `pairing-shifted`: the counterparts of a run of turns stand elsewhere.

use super::pairing::report_events;
use super::{Analysed, Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::link::{EventKind, strangers};
use crate::text::Side;

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

    /// A row of a corpus knows nothing of the rows around it: where its counterpart stands cannot be told, only
    /// that it does not stand here.
    fn check_link(&self, link: &LinkedText<'_>, context: &Context<'_>, out: &mut Vec<Finding>) {
        if !link.analysed().document().has_rows() {
            return;
        }
        let Some(confidence) = paired_wrongly(link, context) else { return };
        // A row is named by its places: messages are the same wherever it stands in a corpus.
        let message = "the Chinese and the English have nothing to do with each other";
        let finding = Finding::new(&META, message.to_owned())
            .at(link.whole(Side::Zh, 0))
            .at(link.whole(Side::En, 0))
            .with_turns(link.turns())
            .sure(confidence)
            .help("look up what belongs to each of them; the rows around it may be shifted as well");
        out.push(finding);
    }
}

/// How sure it is that neither side of a row says anything of the other. Where both have numbers and those agree, they do.
fn paired_wrongly(link: &LinkedText<'_>, context: &Context<'_>) -> Option<f32> {
    let numbered = |side: Side| link.quantities(side).iter().any(|all| !all.is_empty());
    if numbered(Side::Zh) && numbered(Side::En) && link.quantity_differences().is_empty() {
        return None;
    }
    let [zh, en] = Side::BOTH.map(|side| link.passages(side).first().map(|whole| link.text(whole)));
    strangers(zh?, en?, context.dictionary)
}
