//! Reads a term base from TOML, as people write it.
//!
//! The values are walked by hand instead of through serde, because every complaint has to name the
//! line, the column and what was expected there.

mod entry;
mod value;

pub(super) use entry::{DIRECTIONS, PARTS_OF_SPEECH};

use std::path::Path;
use std::sync::Arc;

use toml::de::DeTable;

use super::error::{LexiconError, LexiconErrorKind, Lines};
use super::model::{Concept, Direction};
use value::Reader;

/// What a term base file holds.
#[derive(Clone, Debug, Default)]
pub struct LexiconFile {
    /// Its entries, in file order.
    pub concepts: Vec<Concept>,
    /// Whether it says `replaces-builtin = true`: the term bases that ship with the program are
    /// then left out.
    pub replaces_builtin: bool,
}

const KEYS: &[&str] = &["term", "domain", "direction", "replaces-builtin"];

impl LexiconFile {
    /// Reads the file at `path`.
    ///
    /// # Errors
    /// If the file cannot be read or is malformed, with the line and what was expected.
    pub fn read(path: &Path) -> Result<LexiconFile, LexiconError> {
        let text = std::fs::read_to_string(path).map_err(|error| LexiconError {
            path: path.to_owned(),
            at: None,
            kind: Box::new(LexiconErrorKind::Unreadable(error)),
        })?;
        LexiconFile::parse(path, &text)
    }

    /// Reads `text`, which stands in the file at `path`.
    ///
    /// ```
    /// use std::path::Path;
    /// use duizhao::lexicon::LexiconFile;
    ///
    /// let text = "[[term]]\nzh = [\"预训练\"]\nen = [\"pre-training\"]\n";
    /// let file = LexiconFile::parse(Path::new("my.toml"), text).unwrap();
    /// assert_eq!(file.concepts[0].zh, ["预训练"]);
    ///
    /// let error = LexiconFile::parse(Path::new("my.toml"), "[[term]]\nzh = \"预训练\"\n").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "my.toml:2:6: `zh` must be a list of texts, as in [\"预训练\"], not a text",
    /// );
    /// ```
    ///
    /// # Errors
    /// If the text is malformed, with the line and what was expected.
    pub fn parse(path: &Path, text: &str) -> Result<LexiconFile, LexiconError> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let reader = Reader { path: Arc::from(path), lines: Lines::new(text) };
        let root = DeTable::parse(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            reader.error(start, LexiconErrorKind::Syntax(error.message().to_owned()))
        })?;
        read_root(&reader, root.get_ref())
    }
}

fn read_root(reader: &Reader<'_>, root: &DeTable<'_>) -> Result<LexiconFile, LexiconError> {
    reader.known_keys(root, KEYS)?;
    let mut defaults = entry::Defaults { domain: None, direction: Direction::Both };
    let mut replaces_builtin = false;
    for (key, value) in root {
        match key.get_ref().as_ref() {
            "domain" => defaults.domain = Some(reader.text("domain", value)?),
            "direction" => {
                defaults.direction = reader.word("direction", value, entry::DIRECTIONS)?;
            }
            "replaces-builtin" => replaces_builtin = reader.flag("replaces-builtin", value)?,
            _ => {}
        }
    }
    let concepts = match root.get("term") {
        Some(terms) => reader
            .tables("term", terms, "entries headed [[term]]")?
            .into_iter()
            .map(|(span, table)| entry::read(reader, span, table, &defaults))
            .collect::<Result<_, _>>()?,
        None => Vec::new(),
    };
    Ok(LexiconFile { concepts, replaces_builtin })
}
