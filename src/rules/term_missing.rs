//! `term-missing`: a term of the lexicon whose rendering is absent.

use super::{Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Severity};
use crate::lexicon::TermProblem;
use crate::text::{Side, Span};

pub(super) struct This;

static META: Meta = Meta {
    id: "term-missing",
    severity: Severity::Warning,
    mqm: "terminology",
    fires_when: "a lexicon term on one side has no allowed rendering on the other",
    spec: include_str!("../../tests/rules/term-missing.md"),
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
            if let TermProblem::Missing { side, text_index, span, found, expected, keep, instead } =
                problem
            {
                let term = Missing { side: *side, found, expected, keep: *keep };
                let mut finding = term.finding(link, *instead);
                finding = finding.at(link.place(*side, *text_index, *span));
                findings.push(finding.with_turns(link.turns()));
            }
        }
    }
}

struct Missing<'p> {
    side: Side,
    found: &'p str,
    expected: &'p [String],
    keep: bool,
}

impl Missing<'_> {
    /// What to do in the text of that language, and what to do where the text is right.
    fn help(&self, name: &str) -> String {
        if self.keep {
            return format!("write it in the {name} as it is");
        }
        let forms = if self.expected.len() == 1 { "it" } else { "one of these" };
        format!("write {forms} in the {name}, or allow another word in a lexicon of your own (`--lexicon`)")
    }

    fn finding(&self, link: &LinkedText<'_>, instead: Option<(usize, Span)>) -> Finding {
        let other = self.side.other();
        let name = other.name();
        let expected = listed(self.expected);
        let seen = instead.map(|(text, span)| (span.of(link.texts(other)[text]), text, span));
        let message = match (&seen, self.keep) {
            (Some((seen, ..)), _) => {
                format!("“{}” is {expected} in the lexicon; the {name} has “{seen}”", self.found)
            }
            (None, true) => format!("“{}” is a name to keep; the {name} lacks it", self.found),
            (None, false) => {
                format!("“{}” is {expected} in the lexicon; the {name} lacks it", self.found)
            }
        };
        let finding = Finding::new(&META, message);
        match seen {
            Some((_, text, span)) => {
                let finding = finding.at(link.place(other, text, span));
                match self.expected {
                    [only] if self.keep => finding.suggest(other, only),
                    _ => finding.help(self.help(name)),
                }
            }
            None => finding.at(link.whole(other, 0)).help(self.help(name)),
        }
    }
}

/// `“a”`, `“a” or “b”`, `“a”, “b” or “c”`.
pub(super) fn listed(forms: &[String]) -> String {
    const MOST: usize = 4;
    let quoted: Vec<String> = forms.iter().take(MOST).map(|form| format!("“{form}”")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        all if forms.len() > MOST => format!("{} …", all.join(", ")),
        [only] => only.clone(),
        [all @ .., last] => format!("{} or {last}", all.join(", ")),
    }
}
