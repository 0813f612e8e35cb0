//! Readers for corpora: one pair a row, read a stretch at a time, so that memory does not grow with
//! the file.

mod accelerator;
mod chunk;
mod columns;
mod csv;
mod error;
mod fault;
mod jsonl;
mod message;
mod moses;
mod outline;
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

pub use columns::{ColumnChoice, Columns};
pub use error::{CorpusError, RowError};
pub use moses::ParallelReader;

use chunk::Chunk;
use fault::Fault;
use outline::Outline;
use po::Catalogue;
use units::Dialect;

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

/// One side of a row: its text, and where that stands in the stretch.
struct Cell {
    text: MappedText,
    extent: Span,
    marks: Vec<Mark>,
}

/// A row of the file.
struct Row {
    /// The byte of the stretch at which it starts.
    start: u32,
    /// What the file calls it.
    id: Option<Box<str>>,
    /// The pair that was read, or what was wrong with it.
    cells: Result<[Cell; 2], String>,
}

impl Row {
    /// A row that has no name.
    fn new(start: usize, cells: Result<[Cell; 2], String>) -> Row {
        Row { start: start as u32, id: None, cells }
    }
}

/// Reads a corpus a stretch of rows at a time.
pub struct CorpusReader<R> {
    input: R,
    path: PathBuf,
    format: CorpusFormat,
    columns: Option<Columns>,
    /// What the header calls the columns that are wanted.
    names: Option<[String; 2]>,
    base: Base,
    rows: usize,
    outline: Outline,
    catalogue: Catalogue,
    /// What ends the reading, or is to be told at the end.
    failure: Option<CorpusError>,
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
        let path = path.into();
        CorpusReader {
            catalogue: Catalogue::default(),
            input,
            path,
            format,
            columns,
            names: None,
            base: Base::default(),
            rows: 0,
            outline: Outline::default(),
            failure: None,
            encoding: UTF_8,
        }
    }

    /// The same for a table of which these columns are wanted.
    #[must_use]
    pub fn choosing(self, choice: ColumnChoice) -> CorpusReader<R> {
        match choice {
            ColumnChoice::At(columns) => CorpusReader { columns: Some(columns), ..self },
            ColumnChoice::Named(names) => CorpusReader { names: Some(names), ..self },
        }
    }

    /// The same for a file that was in `encoding`, behind a byte order mark of `mark` bytes, before it was
    /// made UTF-8: places are those of the file.
    #[must_use]
    pub fn transcoded_from(self, encoding: &'static Encoding, mark: usize) -> CorpusReader<R> {
        let base = Base { bytes: mark as u64, ..self.base };
        CorpusReader { encoding, base, ..self }
    }

    /// The next stretch, or nothing at the end of the file. Of TSV, CSV and JSON lines each has a row.
    ///
    /// # Errors
    /// Where the file cannot be read, is not in UTF-8, or is none of its format, which may show at its end only.
    pub fn next_stretch(&mut self) -> Result<Option<Stretch>, CorpusError> {
        loop {
            match self.read()? {
                // Nobody should hear that nothing was found in a file that is none, or that holds nothing but a
                // head or blank lines.
                Some(stretch) if stretch.document.pairs() == 0 && self.is_to_hold_more() => {}
                next => return Ok(next),
            }
        }
    }

    fn read(&mut self) -> Result<Option<Stretch>, CorpusError> {
        if self.outline.is_over() || self.catalogue.is_over() {
            return self.end();
        }
        let chunk = Chunk { input: &mut self.input, path: &self.path, base: &mut self.base };
        let text = match self.format {
            CorpusFormat::Tsv | CorpusFormat::Jsonl => chunk.lines(),
            CorpusFormat::Csv => chunk.quoted_rows(),
            CorpusFormat::Po => chunk.paragraphs(),
            CorpusFormat::Tmx => chunk.units(&[b"</tu>"]),
            CorpusFormat::Xliff => chunk.units(&[b"</trans-unit>", b"</segment>"]),
        }?;
        if text.is_empty() {
            return self.end();
        }
        let first = self.rows == 0 && self.base.lines == 0;
        let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
        let skipped = self.header(&text, first)?;
        let rows = self.rows_of(&text, skipped);
        if first && self.is_table() && columns::are_swapped(&rows) {
            let columns = self.columns.unwrap_or_default();
            return Err(CorpusError::Swapped { path: self.path.clone(), columns });
        }
        let base = self.base;
        self.base.lines = base.lines.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        let source = Source::from_encoded(self.path.clone(), text, self.encoding).behind(base);
        self.base.bytes += source.file_length();
        self.keep_fault(&source);
        Ok(Some(self.stretch(source, rows)))
    }

    fn rows_of(&mut self, text: &str, skipped: usize) -> Vec<Row> {
        let columns = self.columns.unwrap_or_default();
        match self.format {
            CorpusFormat::Tsv => tsv::rows(text, skipped, columns),
            CorpusFormat::Csv => csv::rows(text, skipped, columns),
            CorpusFormat::Jsonl => jsonl::rows(text),
            CorpusFormat::Tmx => units::rows(text, Dialect::Tmx, &mut self.outline),
            CorpusFormat::Xliff => messages(units::rows(text, Dialect::Xliff, &mut self.outline)),
            CorpusFormat::Po => messages(po::rows(text, &mut self.catalogue)),
        }
    }

    fn is_table(&self) -> bool {
        matches!(self.format, CorpusFormat::Tsv | CorpusFormat::Csv)
    }

    /// Bytes of a header row at the start of the file; its columns are noted.
    ///
    /// # Errors
    /// Where it does not have the columns that are wanted.
    fn header(&mut self, text: &str, first: bool) -> Result<usize, CorpusError> {
        if !first || !self.is_table() {
            return Ok(0);
        }
        let is_csv = self.format == CorpusFormat::Csv;
        let (names, length) = if is_csv { csv::head(text) } else { tsv::head(text) };
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let found = Columns::from_header(names.iter().copied());
        if let Some([zh, en]) = &self.names {
            let wanted = Columns::called([zh, en], &names).ok_or_else(|| {
                let found = names.join("`, `");
                self.unfit(1, format!("no columns are called `{zh}` and `{en}`; found `{found}`"))
            })?;
            self.columns = Some(wanted);
            return Ok(length);
        }
        self.columns = self.columns.or(found);
        Ok(if found.is_some() { length } else { 0 })
    }

    fn unfit(&self, line: u32, problem: String) -> CorpusError {
        CorpusError::Unfit { path: self.path.clone(), line, problem }
    }

    /// Keeps what was found to be wrong with the file, now that its line can be told.
    fn keep_fault(&mut self, source: &Source) {
        let fault: Option<&Fault> = self.outline.fault().or(self.catalogue.fault());
        if let (Some(Fault { at, problem, .. }), None) = (fault, &self.failure) {
            self.failure = Some(self.unfit(source.line(*at).get(), problem.clone()));
        }
    }

    /// Whether something is wrong with the file, or would be if it ended here without a row. Catalogues, memories
    /// and files of XLIFF may be there before their first entry is.
    fn is_to_hold_more(&self) -> bool {
        self.is_table()
            || self.format == CorpusFormat::Jsonl
            || self.failure.is_some()
            || self.lacks().is_some()
    }

    /// What a file lacks that ends here.
    fn lacks(&self) -> Option<String> {
        match self.format {
            CorpusFormat::Tmx => self.outline.end(Dialect::Tmx.root()),
            CorpusFormat::Xliff => self.outline.end(Dialect::Xliff.root()),
            CorpusFormat::Po => self.catalogue.end(),
            CorpusFormat::Tsv | CorpusFormat::Csv | CorpusFormat::Jsonl => None,
        }
    }

    /// The end of the file, or of what is worth reading of it.
    fn end(&mut self) -> Result<Option<Stretch>, CorpusError> {
        // Of a file that is empty, the caller has more to say.
        let lacks = self.lacks().filter(|_| self.base != Base::default());
        let lacks = lacks.map(|problem| self.unfit(self.base.lines + 1, problem));
        self.failure.take().or(lacks).map_or(Ok(None), Err)
    }

    fn stretch(&mut self, source: Source, rows: Vec<Row>) -> Stretch {
        let rows_before = self.rows;
        let mut errors = Vec::new();
        let mut turns = [Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len())];
        let mut ids = Vec::new();
        for Row { start, id, cells } in rows {
            if id.is_some() {
                ids.resize(turns[0].len(), None);
                ids.push(id);
            }
            // A row that cannot be read still counts, so that pair N stays row N of the file.
            let cells = cells.unwrap_or_else(|problem| {
                let line = source.line(start).get();
                errors.push(RowError { path: self.path.clone(), line, problem });
                let extent = Span::new(start, start);
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
        let document = Document::of_rows(Arc::new(source), zh, en, rows_before);
        let document = match self.format {
            CorpusFormat::Po | CorpusFormat::Xliff => document.of_messages(),
            _ => document,
        };
        Stretch { document: document.with_row_ids(ids), errors }
    }
}

/// Rows that are messages of a program.
fn messages(mut rows: Vec<Row>) -> Vec<Row> {
    for cells in rows.iter_mut().filter_map(|row| row.cells.as_mut().ok()) {
        accelerator::take_out(cells);
    }
    rows
}
