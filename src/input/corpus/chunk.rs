//! The text of a stretch: whole rows, units or messages, and no more of them than memory can hold,
//! whatever the file (or what it unpacks to) is like.

use std::io::{BufRead, Read};
use std::path::Path;

use super::CorpusError;
use crate::text::Base;

/// Rows of a stretch. Some stretches for each thread are in memory at a time.
const MOST_ROWS: usize = 512;

/// A stretch ends after so many bytes, however few rows they are.
const MOST_BYTES: usize = 1 << 20;

/// A row or message that does not end within as many bytes is none.
const LONGEST_ROW: usize = 16 << 20;

/// The same for a unit of an XML file: a skeleton of the original may stand before the first one.
const LONGEST_UNIT: usize = 64 << 20;

/// Where a stretch is read from.
pub(super) struct Chunk<'r, R> {
    pub(super) input: &'r mut R,
    pub(super) path: &'r Path,
    /// What stands before the stretch.
    pub(super) base: &'r mut Base,
}

/// Whether a part is complete.
enum Part {
    Whole,
    /// It may go on: a quotation is open, a message not at its end.
    GoesOn,
}

impl<R: BufRead> Chunk<'_, R> {
    /// Lines.
    pub(super) fn lines(self) -> Result<String, CorpusError> {
        self.read(b'\n', "line", LONGEST_ROW, |_| Part::Whole)
    }

    /// Lines, none of which ends inside quotes.
    pub(super) fn quoted_rows(self) -> Result<String, CorpusError> {
        // A row is shown anew with each line that it goes on for.
        let (mut seen, mut quotes) = (0, 0);
        self.read(b'\n', "quoted field", LONGEST_ROW, move |row| {
            quotes += memchr::memchr_iter(b'"', row.get(seen..).unwrap_or_default()).count();
            seen = row.len();
            if quotes % 2 == 1 {
                return Part::GoesOn;
            }
            (seen, quotes) = (0, 0);
            Part::Whole
        })
    }

    /// Lines up to blank ones.
    pub(super) fn paragraphs(self) -> Result<String, CorpusError> {
        self.read(b'\n', "message", LONGEST_ROW, |row| {
            let before = row.strip_suffix(b"\n").unwrap_or(row);
            let start = memchr::memrchr(b'\n', before).map_or(0, |end| end + 1);
            if before[start..].trim_ascii().is_empty() { Part::Whole } else { Part::GoesOn }
        })
    }

    /// Everything up to the end of units.
    pub(super) fn units(self, ends: &[&[u8]]) -> Result<String, CorpusError> {
        self.read(b'>', "unit", LONGEST_UNIT, |unit| {
            if ends.iter().any(|end| unit.ends_with(end)) { Part::Whole } else { Part::GoesOn }
        })
    }

    /// Reads pieces that end with `end`; `part` is shown what a row has so far and tells whether that
    /// is all of it.
    fn read(
        self,
        end: u8,
        what: &'static str,
        most: usize,
        mut part: impl FnMut(&[u8]) -> Part,
    ) -> Result<String, CorpusError> {
        let mut bytes = Vec::new();
        let mut rows = 0;
        let mut row_start = 0;
        while row_start < bytes.len() || (rows < MOST_ROWS && bytes.len() < MOST_BYTES) {
            let room = (row_start + most).saturating_sub(bytes.len());
            let read = (&mut *self.input).take(room as u64).read_until(end, &mut bytes);
            let read =
                read.map_err(|error| CorpusError::Io { path: self.path.to_owned(), error })?;
            if read == 0 && room > 0 {
                break;
            }
            let is_whole = matches!(part(&bytes[row_start..]), Part::Whole);
            if bytes.len() - row_start >= most {
                let lines = memchr::memchr_iter(b'\n', &bytes[..row_start]).count() as u32;
                let line = self.base.lines + lines + 1;
                return Err(CorpusError::Endless { path: self.path.to_owned(), line, what, most });
            }
            if is_whole {
                rows += 1;
                row_start = bytes.len();
            }
        }
        decoded(bytes, self.path, self.base)
    }
}

/// The text of a stretch, whose place in the file is `base`. A byte order mark at the start is no part
/// of it.
fn decoded(mut bytes: Vec<u8>, path: &Path, base: &mut Base) -> Result<String, CorpusError> {
    if *base == Base::default() && bytes.starts_with(b"\xEF\xBB\xBF") {
        base.bytes = 3;
        bytes.drain(..3);
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = &error.as_bytes()[..valid];
        let lines = memchr::memchr_iter(b'\n', before).count() as u32;
        CorpusError::Encoding {
            path: path.to_owned(),
            line: base.lines + lines + 1,
            byte: base.bytes + valid as u64,
        }
    })
}
