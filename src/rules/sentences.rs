//! What the rules on missing and added sentences share.

use super::{Context, LinkedText};
use crate::finding::{Finding, Meta, Place};
use crate::link::Passage;
use crate::text::Side;

/// Reports the sentences of `side` that have no counterpart.
pub(super) fn report(
    meta: &'static Meta,
    side: Side,
    link: &LinkedText<'_>,
    context: &Context<'_>,
    out: &mut Vec<Finding>,
) {
    let place = |passage: &Passage| Place::new(passage.turn, passage.span);
    for gap in &link.sentences(context).gaps {
        if gap.side != side || gap.confidence < context.settings.sentence_confidence {
            continue;
        }
        let other = side.other().name();
        let message = format!("this sentence has no counterpart in the {other}");
        let mut finding = Finding::new(meta, message).at(place(&gap.sentence));
        finding = match &gap.after {
            Some(after) => finding
                .at(place(after))
                .help(format!("it should stand after the {other} sentence that is shown")),
            None => finding.help(format!("it should stand before all of the {other}")),
        };
        out.push(finding.with_turns(link.turns()));
    }
}
