//! What can be wrong with a configuration.

use std::path::{Path, PathBuf};

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
    /// It is no TOML, or a key or value is not what it should be.
    #[error("{0}")]
    Toml(String),
    /// A name that is no rule.
    #[error("{0}")]
    UnknownRule(UnknownRule),
    /// A number that makes no sense.
    #[error("`{key}` must be {expected}, not {found}")]
    OutOfRange {
        /// The key.
        key: &'static str,
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
    #[error("`{key}` is no key of `[{table}]`: it must stand above the first table")]
    Misplaced {
        /// The key.
        key: &'static str,
        /// The table that it stands in.
        table: String,
    },
    /// A pattern for paths that is none.
    #[error("this is no pattern for paths: {0}")]
    Glob(String),
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
        let message = plain(message.trim_end());
        ConfigError::new(path, at, ConfigErrorKind::Toml(format!("{message}{hint}")))
    }
}

/// A message with the words of this page in place of those of the program's own types:
/// "invalid type: string "x", expected f64" says "expected a number, found the string "x"".
fn plain(message: &str) -> String {
    const WORDS: [(&str, &str); 8] = [
        ("a sequence", "a list"),
        ("usize", "a whole number from 0"),
        ("f64", "a number"),
        ("f32", "a number"),
        ("struct ", "a table of "),
        ("string or map", "a text"),
        ("map", "a table"),
        ("sequence", "a list"),
    ];
    let given = message
        .strip_prefix("invalid type: ")
        .or_else(|| message.strip_prefix("invalid value: "))
        .and_then(|rest| rest.split_once(", expected "));
    let Some((found, expected)) = given else { return message.to_owned() };
    let word = |text: &str| {
        let known = WORDS.iter().find(|(theirs, _)| text.starts_with(theirs));
        known.map_or(text.to_owned(), |(theirs, ours)| text.replacen(theirs, ours, 1))
    };
    format!("expected {}, found {}", word(expected), word(found))
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
