//! Term bases from and for other programs: CSV and TSV glossaries, TBX, and TOML to be edited.
//!
//! Reading keeps what can be kept: a broken row or entry is told with its line and left out.
//! Writing says what the format cannot hold.

mod draft;
mod language;
mod table;
mod tbx;
mod write_toml;

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use super::error::{LexiconError, LexiconErrorKind};
use super::model::Concept;
use super::read::LexiconFile;

/// A file format for term bases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermFormat {
    /// The program's own.
    Toml,
    /// Comma- (or semicolon-) separated: the glossaries of Weblate, Crowdin, DeepL and Google.
    Csv,
    /// The same, tab-separated, and UTX.
    Tsv,
    /// TBX, ISO 30042: read in versions 2 and 3, written as TBX-Basic of version 3.
    Tbx,
}

impl TermFormat {
    /// The format that the name of a file says.
    pub fn of_path(path: &Path) -> Option<TermFormat> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "toml" => Some(TermFormat::Toml),
            "csv" => Some(TermFormat::Csv),
            "tsv" | "tab" | "utx" => Some(TermFormat::Tsv),
            "tbx" | "xml" => Some(TermFormat::Tbx),
            _ => None,
        }
    }
}

/// How a table of terms is laid out when it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableShape {
    /// A row for each form, with all that is known of it: nothing is lost.
    #[default]
    Terms,
    /// A row for each entry, its preferred forms under `zh` and `en`, as translation services take
    /// it.
    Pairs,
}

/// Entries and what was lost on the way.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The entries, in file order.
    pub concepts: Vec<Concept>,
    /// What was left out, in file order.
    pub warnings: Vec<TermWarning>,
}

/// A written term base and what it could not hold.
#[derive(Clone, Debug, Default)]
pub struct Exported {
    /// The text of the file.
    pub text: String,
    /// What was left out, in the order of the entries.
    pub warnings: Vec<TermWarning>,
}

/// Something that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermWarning {
    /// The line of the file that was read, or of the entry that was written, from 1.
    pub line: Option<u64>,
    /// What was left out and why.
    pub message: String,
}

impl fmt::Display for TermWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        f.write_str(&self.message)
    }
}

/// Reads the term base `bytes`, which stand in the file at `path`.
///
/// ```
/// use std::path::Path;
/// use duizhao::lexicon::{TermFormat, import};
///
/// let glossary = "en,zh-CN,description\nGPU,图形处理器,\n,孤立,\n";
/// let read = import(Path::new("g.csv"), glossary.as_bytes(), TermFormat::Csv).unwrap();
/// assert_eq!(read.concepts[0].zh, ["图形处理器"]);
/// assert_eq!(read.warnings[0].to_string(), "line 3: no English form: left out");
/// ```
///
/// # Errors
/// If the file as a whole makes no sense: no TOML, no XML, no columns for two languages.
pub fn import(path: &Path, bytes: &[u8], format: TermFormat) -> Result<Imported, LexiconError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let path: Arc<Path> = Arc::from(path);
    match format {
        TermFormat::Toml => {
            let text = utf8(&path, bytes)?;
            let concepts = LexiconFile::parse(&path, text)?.concepts;
            Ok(Imported { concepts, warnings: Vec::new() })
        }
        TermFormat::Csv | TermFormat::Tsv => table::read(&path, bytes, format),
        TermFormat::Tbx => tbx::read(&path, utf8(&path, bytes)?),
    }
}

/// Writes `concepts`; `shape` only counts for tables.
pub fn export(concepts: &[Concept], format: TermFormat, shape: TableShape) -> Exported {
    match format {
        TermFormat::Toml => write_toml::write(concepts),
        TermFormat::Csv => table::write(concepts, b',', shape),
        TermFormat::Tsv => table::write(concepts, b'\t', shape),
        TermFormat::Tbx => tbx::write(concepts),
    }
}

fn utf8<'b>(path: &Path, bytes: &'b [u8]) -> Result<&'b str, LexiconError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let kind = LexiconErrorKind::Unreadable(std::io::Error::other(error));
        LexiconError { path: path.to_owned(), at: None, kind: Box::new(kind) }
    })
}
