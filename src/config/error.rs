//! What can be wrong with a configuration.

use std::path::{Path, PathBuf};

use super::pattern::PatternError;
use crate::gate::UnknownRule;
use crate::text::{Position, Source, closest, did_you_mean};

/// Why a configuration cannot be used, and where.
#[derive(Debug, thiserror::Error)]
#[error("{}{}{}: {kind}", kind.opening(), path.display(), Place(*at))]
pub struct ConfigError {
    /// The file.
    pub path: PathBuf,
    /// Where in it, if the fault has a place.
    pub at: Option<Position>,
    /// What is wrong.
    pub kind: ConfigErrorKind,
}

/// What is wrong with a configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigErrorKind {
    /// The file cannot be read.
    #[error("{0}")]
    Io(std::io::Error),
    /// It is no TOML, or a key is unknown.
    #[error("{0}")]
    Toml(String),
    /// A name that is no rule.
    #[error("in `{key}`: {error}")]
    UnknownRule {
        /// The key that holds it, or the table.
        key: &'static str,
        /// What is wrong with it.
        error: UnknownRule,
    },
    /// A value of another kind, or a number that makes no sense.
    #[error("`{key}` must be {expected}, not {found}")]
    Value {
        /// The key.
        key: String,
        /// What it may be.
        expected: String,
        /// What it is.
        found: String,
    },
    /// An entry of `[[overrides]]` that is for no file.
    #[error(
        "this entry of `[[overrides]]` names no files: give `paths`, as in `paths = [\"archive/**\"]`"
    )]
    NoPaths,
    /// A key of the file itself that stands in one of its tables.
    #[error("`{key}` is no key of `{table}`: it must stand above the first table")]
    Misplaced {
        /// The key.
        key: &'static str,
        /// The table that it stands in, with its brackets.
        table: &'static str,
    },
    /// A pattern for paths that is none.
    #[error("in `{key}`: {error}")]
    Pattern {
        /// The key that holds it.
        key: &'static str,
        /// What is wrong with it.
        error: PatternError,
    },
}

impl ConfigErrorKind {
    /// What stands before the path.
    fn opening(&self) -> &'static str {
        if matches!(self, ConfigErrorKind::Io(_)) { "cannot read " } else { "" }
    }
}

struct Place(Option<Position>);

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Some(at) => write!(f, ":{}:{}", at.line, at.column),
            None => Ok(()),
        }
    }
}

impl ConfigError {
    pub(super) fn new(path: &Path, at: Option<Position>, kind: ConfigErrorKind) -> ConfigError {
        ConfigError { path: path.to_owned(), at, kind }
    }

    /// What the TOML reader says, with a suggestion for a key that does not exist.
    pub(super) fn of_toml(path: &Path, text: &str, error: &toml::de::Error) -> ConfigError {
        let at = error.span().and_then(|span| place(path, text, span.start));
        let message = error.message();
        let hint = did_you_mean(suggestion(message));
        let message = message.trim_end().replacen("unknown field", "unknown key", 1);
        ConfigError::new(path, at, ConfigErrorKind::Toml(format!("{message}{hint}")))
    }
}

/// The key closest to the unknown one, both of which the message names:
/// "unknown field `slect`, expected one of `select`, `ignore`".
fn suggestion(message: &str) -> Option<&str> {
    let mut names = message.split('`').skip(1).step_by(2);
    let unknown = names.next().filter(|_| message.starts_with("unknown"))?;
    closest(unknown, names)
}

/// Where byte `at` of the file stands.
pub(super) fn place(path: &Path, text: &str, at: usize) -> Option<Position> {
    // Places are counted in 32 bits.
    u32::try_from(text.len()).ok()?;
    Some(Source::from_text(path, text.to_owned()).position(u32::try_from(at).ok()?))
}
