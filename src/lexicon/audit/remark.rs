//! One remark of the audit.

use std::fmt;

use crate::lexicon::model::Origin;

/// Something about an entry that its author should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where the entry stands.
    pub origin: Origin,
    /// What about it.
    pub kind: RemarkKind,
}

/// What is odd about an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// The same Chinese and the same English stand in an earlier entry.
    Duplicate {
        /// The form that both have.
        form: String,
        /// The earlier entry.
        other: Origin,
    },
    /// A form of the entry is found by another form of it already.
    Repeats {
        /// The form.
        form: String,
        /// The form that finds it.
        other: String,
    },
    /// The entry forbids a form that another entry for the same thing allows.
    AllowedElsewhere {
        /// The form.
        form: String,
        /// The entry that allows it.
        other: Origin,
    },
    /// The entry forbids a form that it allows.
    ForbidsItself {
        /// The form.
        form: String,
    },
    /// A form will not be found in any text.
    NeverMatches {
        /// The form.
        form: String,
        /// Why, and what to write in its place.
        why: &'static str,
    },
    /// A form stands in nearly every text.
    TooCommon {
        /// The form.
        form: String,
    },
    /// The entry asks for nothing and forbids nothing.
    Idle,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.origin.path.display(), self.origin.line, self.kind)
    }
}

impl fmt::Display for RemarkKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RemarkKind::Duplicate { form, other } => {
                let (path, line) = (other.path.display(), other.line);
                write!(
                    f,
                    "`{form}` has an entry with the same English at {path}:{line}: join the two"
                )
            }
            RemarkKind::Repeats { form, other } => {
                write!(f, "`{form}` is found by `{other}` already: leave it out")
            }
            RemarkKind::AllowedElsewhere { form, other } => {
                let (path, line) = (other.path.display(), other.line);
                write!(f, "`{form}` is forbidden here and allowed at {path}:{line}: keep one")
            }
            RemarkKind::ForbidsItself { form } => {
                write!(f, "`{form}` is both allowed and forbidden: keep one")
            }
            RemarkKind::NeverMatches { form, why } => write!(f, "`{form}` will never match: {why}"),
            RemarkKind::TooCommon { form } => write!(
                f,
                "`{form}` is too common to ask for a rendering: choose a longer form, or \
                 direction = \"none\""
            ),
            RemarkKind::Idle => {
                write!(f, "asks for nothing and forbids nothing: only mutes the built-in entry")
            }
        }
    }
}
