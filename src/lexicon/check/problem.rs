//! What a comparison reports.

use crate::text::{Side, Span};

/// One departure from the lexicon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermProblem {
    /// A term of one side has no rendering on the other.
    Missing {
        /// The side where the term stands.
        side: Side,
        /// Which of the side's texts it stands in, from 0.
        text_index: usize,
        /// Where in that text.
        span: Span,
        /// The term as it stands there.
        found: String,
        /// What the other side might have used, preferred first.
        expected: Vec<String>,
        /// Whether the term is a name that must not be translated.
        keep: bool,
        /// What the other side probably has in its place: which text and where.
        instead: Option<(usize, Span)>,
    },
    /// A form that the lexicon forbids.
    Forbidden {
        /// The side where it stands.
        side: Side,
        /// Which of the side's texts it stands in, from 0.
        text_index: usize,
        /// Where in that text.
        span: Span,
        /// The form as the lexicon writes it.
        form: String,
        /// Why it is forbidden.
        reason: Option<String>,
        /// What may be used in its place, preferred first.
        expected: Vec<String>,
        /// Where the other side names the same thing: which text and where.
        counterpart: Option<(usize, Span)>,
    },
}

impl TermProblem {
    /// Where it stands: side, text and span.
    pub fn place(&self) -> (Side, usize, Span) {
        match *self {
            TermProblem::Missing { side, text_index, span, .. }
            | TermProblem::Forbidden { side, text_index, span, .. } => (side, text_index, span),
        }
    }
}
