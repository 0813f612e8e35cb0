//! What can be wrong with a term base.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::text::{Position, Source, did_you_mean};

/// A term base that cannot be used, with the place and what was expected there.
#[derive(Debug)]
pub struct LexiconError {
    /// The file.
    pub path: PathBuf,
    /// Where in it, if the fault has a place.
    pub at: Option<Position>,
    /// The fault.
    pub kind: Box<LexiconErrorKind>,
}

/// What is wrong.
#[derive(Debug, thiserror::Error)]
pub enum LexiconErrorKind {
    /// The file cannot be read.
    #[error("{0}")]
    Unreadable(io::Error),
    /// The file is no TOML.
    #[error("is no TOML here: {0}")]
    Syntax(String),
    /// The file is no XML.
    #[error("is no XML here: {0}")]
    NoXml(String),
    /// A key that means nothing.
    #[error("unknown key `{key}`; expected one of {expected}{}", did_you_mean(.like.as_deref()))]
    UnknownKey {
        /// The key.
        key: String,
        /// The known key that it looks like.
        like: Option<String>,
        /// All known keys.
        expected: String,
    },
    /// A value of another kind than its key takes.
    #[error("`{key}` must be {expected}, not {found}")]
    WrongType {
        /// The key.
        key: String,
        /// What it takes, with an example.
        expected: &'static str,
        /// What it was given.
        found: String,
    },
    /// A word that is none of the few allowed.
    #[error("`{key}` is \"{found}\"; expected one of {expected}{}", did_you_mean(.like.as_deref()))]
    UnknownValue {
        /// The key.
        key: String,
        /// What it was given.
        found: String,
        /// The known value that it looks like.
        like: Option<String>,
        /// All known values.
        expected: String,
    },
    /// A form without anything to match.
    #[error("`{key}` holds a form without a letter, digit or Chinese character: {form:?}")]
    EmptyForm {
        /// The key.
        key: String,
        /// The form.
        form: String,
    },
    /// Chinese characters in an English form.
    #[error("`{form}` under `en` holds Chinese characters: an English form is expected")]
    NotEnglish {
        /// The form.
        form: String,
    },
    /// An entry that says too little.
    #[error("this entry {0}")]
    Incomplete(&'static str),
    /// A file of another program without what makes it a term base.
    #[error("{0}")]
    NoTerms(&'static str),
}

impl LexiconError {
    /// What to do about it, where the message does not say it.
    pub fn help(&self) -> Option<&'static str> {
        match *self.kind {
            LexiconErrorKind::Unreadable(_) => {
                Some("check the path, and that the file is UTF-8 text")
            }
            // Files of other programs.
            LexiconErrorKind::NoXml(_) | LexiconErrorKind::NoTerms(_) => None,
            _ => Some(
                "lexicon/README.md describes the format: an entry is `[[term]]` with `zh = [\"预训练\"]` and `en = [\"pre-training\"]`",
            ),
        }
    }
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let LexiconErrorKind::Unreadable(error) = &*self.kind {
            return write!(f, "cannot read {}: {error}", self.path.display());
        }
        write!(f, "{}", self.path.display())?;
        if let Some(at) = self.at {
            write!(f, ":{}:{}", at.line, at.column)?;
        }
        write!(f, ": {}", self.kind)
    }
}

// The cause is part of the message, and no source beside it: who prints the chain would say it twice.
impl std::error::Error for LexiconError {}

/// The text of the file at `path`, to tell places of it.
///
/// # Errors
/// If it is longer than places are counted.
pub(super) fn source_of(path: &Path, text: &str) -> Result<Source, LexiconError> {
    if u32::try_from(text.len()).is_err() {
        let kind = LexiconErrorKind::Unreadable(io::Error::other("it has more than 4 GB"));
        return Err(LexiconError { path: path.to_owned(), at: None, kind: Box::new(kind) });
    }
    Ok(Source::from_text(path, text.to_owned()))
}

/// A byte of such a text, as readers count them.
pub(super) fn offset(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}
