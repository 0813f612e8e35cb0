//! Reads a term base from TOML, as people write it.
//!
//! The values are walked by hand instead of through serde, because every complaint has to name the
//! line, the column and what was expected there.

mod entry;
mod value;

pub(super) use entry::{DIRECTIONS, PARTS_OF_SPEECH};

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeTable;

use super::error::{LexiconError, LexiconErrorKind, source_of};
use super::model::Concept;
use entry::Defaults;
use value::Reader;

/// What a term base file holds.
#[derive(Clone, Debug, Default)]
pub struct LexiconFile {
    /// Its entries in file order, those of sets of contrasts behind the others.
    pub concepts: Vec<Concept>,
    /// Whether it says `replaces-builtin = true`: the term bases that ship with the program are
    /// then left out.
    pub replaces_builtin: bool,
}

const KEYS: &[&str] = &["term", "contrast", "domain", "direction", "replaces-builtin"];

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
        let source = source_of(path, text)?;
        let mut reader = Reader { path: Arc::from(path), source, base: 0 };
        let pieces = pieces(text);
        if pieces.len() > 1
            && let Some(file) = read_pieces(&mut reader, text, &pieces)
        {
            return Ok(file);
        }
        reader.base = 0;
        let mut file = LexiconFile::default();
        read_root(&reader, parse(&reader, text)?.get_ref(), &mut Defaults::default(), &mut file)?;
        Ok(file)
    }
}

/// A syntax tree takes fifty times the size of its text, so a large file is read in pieces of about this many
/// bytes.
const PIECE: usize = 1 << 20;

/// Where a file may be cut: at a line that starts an entry.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let mut from = PIECE.min(rest.len());
        while !rest.is_char_boundary(from) {
            from += 1;
        }
        let length = rest.get(from..).and_then(|rest| rest.find("\n[[term]]"));
        let end = length.map_or(text.len(), |length| start + from + length + 1);
        pieces.push(start..end);
        start = end;
    }
    pieces
}

/// The file read piece by piece; nothing where a piece is no TOML by itself or holds an error: then the whole
/// tells what is wrong and where.
fn read_pieces(reader: &mut Reader, text: &str, pieces: &[Range<usize>]) -> Option<LexiconFile> {
    let mut file = LexiconFile::default();
    let mut defaults = Defaults::default();
    for (at, piece) in pieces.iter().enumerate() {
        reader.base = piece.start;
        let root = parse(reader, text.get(piece.clone())?).ok()?;
        // What is said of the whole file stands at its head.
        if at > 0 && root.get_ref().len() != 1 {
            return None;
        }
        read_root(reader, root.get_ref(), &mut defaults, &mut file).ok()?;
    }
    Some(file)
}

fn parse<'t>(reader: &Reader, text: &'t str) -> Result<Spanned<DeTable<'t>>, LexiconError> {
    DeTable::parse(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        reader.error(start, LexiconErrorKind::Syntax(error.message().to_owned()))
    })
}

/// Adds what `root` holds to `file`.
fn read_root(
    reader: &Reader,
    root: &DeTable<'_>,
    defaults: &mut Defaults,
    file: &mut LexiconFile,
) -> Result<(), LexiconError> {
    reader.known_keys(root, KEYS)?;
    for (key, value) in root {
        match key.get_ref().as_ref() {
            "domain" => defaults.domain = Some(reader.text("domain", value)?),
            "direction" => {
                defaults.direction = reader.word("direction", value, entry::DIRECTIONS)?;
            }
            "replaces-builtin" => file.replaces_builtin = reader.flag("replaces-builtin", value)?,
            _ => {}
        }
    }
    if let Some(terms) = root.get("term") {
        for (span, table) in reader.tables("term", terms, "entries headed [[term]]")? {
            file.concepts.push(entry::read(reader, span, table, defaults)?);
        }
    }
    if let Some(sets) = root.get("contrast") {
        for (_, table) in reader.tables("contrast", sets, "sets headed [[contrast]]")? {
            read_set(reader, table, defaults, file)?;
        }
    }
    Ok(())
}

/// A set of concepts that are mistaken for each other: its name, and an entry for each.
fn read_set(
    reader: &Reader,
    table: &DeTable<'_>,
    defaults: &Defaults,
    file: &mut LexiconFile,
) -> Result<(), LexiconError> {
    reader.known_keys(table, &["set", "terms"])?;
    let (Some(set), Some(terms)) = (table.get("set"), table.get("terms")) else {
        let start = table.keys().map(|key| key.span().start).min().unwrap_or_default();
        let fault = "is no set: expected `set`, its name, and `terms`, a list of entries";
        return Err(reader.error(start, LexiconErrorKind::Incomplete(fault)));
    };
    let set = reader.text("set", set)?;
    let expected = "a list, as in [{ zh = [\"静脉\"], en = [\"vein\"] }]";
    for (span, entry) in reader.tables("terms", terms, expected)? {
        let mut concept = entry::read(reader, span, entry, defaults)?;
        concept.contrast.get_or_insert_with(|| set.clone());
        file.concepts.push(concept);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{LexiconFile, PIECE, pieces};

    /// A lexicon of several pieces.
    fn large(end: &str) -> String {
        let entries = (0..40_000)
            .map(|at| format!("[[term]]\nzh = [\"词{at}条\"]\nen = [\"term {at}\"]\n\n"));
        let head = "domain = \"many\"\ndirection = \"zh-en\"\n\n";
        head.to_owned() + &entries.collect::<String>() + end
    }

    #[test]
    fn a_large_file_is_read_as_a_small_one() {
        let text =
            large("[[term]]\nzh = [\"完\"]\nen = [\"end\"]\nnote = \"\"\"\n[[term]]\n\"\"\"\n");
        let cut = pieces(&text);
        assert!(cut.len() > 1 && cut.iter().all(|piece| piece.len() < 2 * PIECE));
        let file = LexiconFile::parse(Path::new("own.toml"), &text).unwrap();
        assert_eq!(file.concepts.len(), 40_001);
        let last = file.concepts.last().unwrap();
        assert_eq!(last.note.as_deref(), Some("[[term]]\n"));
        assert_eq!(last.domain.as_deref(), Some("many"));
        assert_eq!(last.origin.line.get(), 160_004);
    }

    #[test]
    fn an_error_in_a_late_piece_names_its_place() {
        for (end, said) in [
            ("[[term]]\nzh = \"完\"\n", "own.toml:160005:6: `zh` must be a list"),
            ("[[term]]\nzh = [\n", "own.toml:160005:7"),
            ("[term.a]\n", "own.toml:160004"),
        ] {
            let error = LexiconFile::parse(Path::new("own.toml"), &large(end)).unwrap_err();
            assert!(error.to_string().starts_with(said), "{error}");
        }
    }
}
