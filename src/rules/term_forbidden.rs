//! `term-forbidden`: a form that the lexicon forbids.

use super::term_missing::listed;
use super::{Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::lexicon::TermProblem;

pub(super) struct This;

static META: Meta = Meta {
    id: "term-forbidden",
    severity: Severity::Error,
    mqm: "terminology",
    fires_when: "a form that the lexicon forbids is used",
    spec: include_str!("../../tests/rules/term-forbidden.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_link(
        &self,
        link: &LinkedText<'_>,
        context: &Context<'_>,
        findings: &mut Vec<Finding>,
    ) {
        for problem in link.term_problems(context) {
            let TermProblem::Forbidden {
                side,
                text_index,
                span,
                form,
                reason,
                expected,
                counterpart,
            } = problem
            else {
                continue;
            };
            let found = span.of(link.texts(*side)[*text_index]);
            let message = match reason {
                Some(reason) => format!("the lexicon forbids “{found}”: {reason}"),
                None => format!("the lexicon forbids “{found}”"),
            };
            let mut finding = Finding::new(&META, message).about(*side);
            finding = finding.at(link.place(*side, *text_index, *span));
            let other = side.other();
            finding = match counterpart {
                Some((text, span)) => finding.at(link.place(other, *text, *span)),
                None => finding.at(link.whole(other, 0)),
            };
            if !expected.is_empty() {
                finding = finding.help(format!("write {}", listed(expected)));
            }
            // A plural, or the start of a sentence, takes more than the form as the lexicon has it.
            if let [only] = expected.as_slice()
                && found == form
            {
                finding = finding.suggest(*side, only);
            }
            findings.push(finding.with_turns(link.turns()));
        }
    }
}
