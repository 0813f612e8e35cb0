//! Readers for corpora: one pair a row, read a stretch at a time, so that memory does not grow with
//! the file.

mod chunk;
mod csv;
mod jsonl;
mod moses;
mod po;
mod tsv;
mod units;

use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8};

use crate::document::{Document, Mark, Turn, TurnId};
use crate::input::extension;
use crate::text::{Base, MappedText, Side, Source, Span, placeholder};

pub use moses::ParallelReader;

use chunk::Chunk;
use units::{Dialect, Languages};

/// The formats of corpora.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorpusFormat {
    /// One row a line, columns parted by tabs, nothing quoted.
    Tsv,
    /// RFC 4180: columns parted by commas, quoted where they must be.
    Csv,
    /// One JSON object a line with `zh` and `en`.
    Jsonl,
    /// Translation memories: TMX 1.4b.
    Tmx,
    /// XLIFF 1.2 and 2.
    Xliff,
    /// Message catalogues of gettext.
    Po,
}

impl CorpusFormat {
    /// What a file is by its name, packed or not, if that is the name of a corpus.
    ///
    /// ```
    /// use std::path::Path;
    /// use duizhao::input::corpus::CorpusFormat;
    ///
    /// assert_eq!(CorpusFormat::of_path(Path::new("a/pairs.tsv.gz")), Some(CorpusFormat::Tsv));
    /// assert_eq!(CorpusFormat::of_path(Path::new("talk.md")), None);
    /// ```
    pub fn of_path(path: &Path) -> Option<CorpusFormat> {
        match extension(path)?.as_str() {
            "tsv" => Some(CorpusFormat::Tsv),
            "csv" => Some(CorpusFormat::Csv),
            "jsonl" | "ndjson" => Some(CorpusFormat::Jsonl),
            "tmx" => Some(CorpusFormat::Tmx),
            "xlf" | "xliff" => Some(CorpusFormat::Xliff),
            "po" | "pot" => Some(CorpusFormat::Po),
            _ => None,
        }
    }
}

/// What is wrong with a row. The rows after it are read all the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}:{line}: {problem}", path.display())]
pub struct RowError {
    /// The file.
    pub path: PathBuf,
    /// Its line, from 1.
    pub line: u32,
    /// What was expected, and what was found.
    pub problem: String,
}

/// Why a corpus cannot be read any further.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// The file cannot be read.
    #[error("cannot read {}: {error}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why. It is not called `source`, since the message says it already.
        error: std::io::Error,
    },
    /// A line is no UTF-8.
    #[error("{}:{line}: cannot decode byte {byte} as UTF-8; save the file as UTF-8, or mend it at that place", path.display())]
    Encoding {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: u32,
        /// The byte of the file, from 0.
        byte: u64,
    },
    /// A row, a unit or a message does not end.
    #[error("{}:{line}: this {what} does not end within {} MB", path.display(), most >> 20)]
    Endless {
        /// The file.
        path: PathBuf,
        /// The line on which it starts, from 1.
        line: u32,
        /// What does not end: a line, a quoted field, a message, a unit.
        what: &'static str,
        /// How many bytes it may have.
        most: usize,
    },
}

/// Where the two languages stand in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The Chinese column, from 0.
    pub zh: usize,
    /// The English column, from 0.
    pub en: usize,
}

impl Default for Columns {
    fn default() -> Columns {
        Columns { zh: 0, en: 1 }
    }
}

impl Columns {
    /// The columns that a header names, if it is one.
    pub(super) fn from_header<'f>(fields: impl Iterator<Item = &'f str>) -> Option<Columns> {
        let fields: Vec<&str> = fields.collect();
        // Beside `zh` there may be a `zh_id`.
        let find = |side| {
            let of_side =
                fields.iter().enumerate().filter(|(_, f)| Side::of_language(f) == Some(side));
            of_side.min_by_key(|(_, field)| field.trim().len()).map(|(at, _)| at)
        };
        Some(Columns { zh: find(Side::Zh)?, en: find(Side::En)? })
    }
}

/// One side of a row: its text, and where that stands in the stretch.
struct Cell {
    text: MappedText,
    extent: Span,
    marks: Vec<Mark>,
}

/// A pair that was read, or what was wrong with it.
type Row = Result<[Cell; 2], String>;

/// Reads a corpus a stretch of rows at a time.
pub struct CorpusReader<R> {
    input: R,
    path: PathBuf,
    format: CorpusFormat,
    columns: Option<Columns>,
    base: Base,
    rows: usize,
    languages: Languages,
    encoding: &'static Encoding,
}

/// A stretch of a corpus.
#[derive(Debug)]
pub struct Stretch {
    /// Its rows.
    pub document: Document,
    /// Rows that could not be read.
    pub errors: Vec<RowError>,
}

impl AsRef<Document> for Stretch {
    fn as_ref(&self) -> &Document {
        &self.document
    }
}

impl<R: BufRead> CorpusReader<R> {
    /// A reader of `input`, which is called `path` in reports. Without `columns`, a header row is
    /// looked for.
    pub fn new(
        input: R,
        path: impl Into<PathBuf>,
        format: CorpusFormat,
        columns: Option<Columns>,
    ) -> CorpusReader<R> {
        CorpusReader {
            input,
            path: path.into(),
            format,
            columns,
            base: Base::default(),
            rows: 0,
            languages: Languages::default(),
            encoding: UTF_8,
        }
    }

    /// The same for a file that was in `encoding`, behind a byte order mark of `mark` bytes, before it was
    /// made UTF-8: places are those of the file.
    #[must_use]
    pub fn transcoded_from(self, encoding: &'static Encoding, mark: usize) -> CorpusReader<R> {
        let base = Base { bytes: mark as u64, ..self.base };
        CorpusReader { encoding, base, ..self }
    }

    /// The next stretch, or nothing at the end of the file.
    ///
    /// # Errors
    /// Where the file cannot be read, or is not in UTF-8.
    pub fn next_stretch(&mut self) -> Result<Option<Stretch>, CorpusError> {
        let chunk = Chunk { input: &mut self.input, path: &self.path, base: &mut self.base };
        let text = match self.format {
            CorpusFormat::Tsv | CorpusFormat::Jsonl => chunk.lines(),
            CorpusFormat::Csv => chunk.quoted_rows(),
            CorpusFormat::Po => chunk.paragraphs(),
            CorpusFormat::Tmx => chunk.units(&[b"</tu>"]),
            CorpusFormat::Xliff => chunk.units(&[b"</trans-unit>", b"</segment>"]),
        }?;
        if text.is_empty() {
            return Ok(None);
        }
        let first = self.rows == 0 && self.base.lines == 0;
        let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
        let skipped = self.header(&text, first);
        let columns = self.columns.unwrap_or_default();
        let rows = match self.format {
            CorpusFormat::Tsv => tsv::rows(&text, skipped, columns),
            CorpusFormat::Csv => csv::rows(&text, skipped, columns),
            CorpusFormat::Jsonl => jsonl::rows(&text),
            CorpusFormat::Tmx => units::rows(&text, Dialect::Tmx, &mut self.languages),
            CorpusFormat::Xliff => units::rows(&text, Dialect::Xliff, &mut self.languages),
            CorpusFormat::Po => po::rows(&text),
        };
        let base = self.base;
        self.base.lines = base.lines.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        let source = Source::from_encoded(self.path.clone(), text, self.encoding).behind(base);
        self.base.bytes += source.file_length();
        Ok(Some(self.stretch(source, rows)))
    }

    /// Bytes of a header row at the start of the file; its columns are noted.
    fn header(&mut self, text: &str, first: bool) -> usize {
        let has_header = matches!(self.format, CorpusFormat::Tsv | CorpusFormat::Csv);
        if !first || !has_header {
            return 0;
        }
        let line = text.split_inclusive('\n').next().unwrap_or_default();
        let comma = if self.format == CorpusFormat::Csv { ',' } else { '\t' };
        let names = line.trim_end().split(comma).map(|name| name.trim_matches('"'));
        match Columns::from_header(names) {
            Some(columns) => {
                self.columns = self.columns.or(Some(columns));
                line.len()
            }
            None => 0,
        }
    }

    fn stretch(&mut self, source: Source, rows: Vec<(u32, Row)>) -> Stretch {
        let rows_before = self.rows;
        let mut errors = Vec::new();
        let mut turns = [Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len())];
        for (offset, row) in rows {
            // A row that cannot be read still counts, so that pair N stays row N of the file.
            let cells = row.unwrap_or_else(|problem| {
                let line = source.line(offset).get();
                errors.push(RowError { path: self.path.clone(), line, problem });
                let extent = Span::new(offset, offset);
                let empty = || Cell { text: MappedText::new(), extent, marks: Vec::new() };
                [empty(), empty()]
            });
            for (side, cell) in Side::BOTH.into_iter().zip(cells) {
                let id = TurnId::at(side, self.rows);
                let turn = Turn {
                    id,
                    speaker: None,
                    text: cell.text,
                    extent: cell.extent,
                    marks: cell.marks,
                };
                turns[side as usize].push(turn);
            }
            self.rows += 1;
        }
        let [zh, en] = turns;
        Stretch { document: Document::of_rows(Arc::new(source), zh, en, rows_before), errors }
    }
}
