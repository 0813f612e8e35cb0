//! The text of one file, and the way from a byte of it to a line and column.

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use encoding_rs::Encoding;

use super::{CharIndex, Span};

/// Where something stands in a file, for people and reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1. Lines end with LF, CRLF or a lone CR.
    pub line: NonZeroU32,
    /// Column, from 1, in Unicode scalar values.
    pub column: NonZeroU32,
    /// Byte from the start of the file as it lies on disk, from 0.
    pub byte: u64,
    /// Column, from 1, in bytes of the line as UTF-8, whatever the file is in.
    pub utf8_column: NonZeroU32,
}

/// How the text lay on disk.
#[derive(Clone, Debug)]
pub enum Origin {
    /// UTF-8, after a byte order mark of so many bytes (0 or 3).
    Utf8 {
        /// Length of the byte order mark.
        mark: u8,
    },
    /// Any other encoding, with the byte of the file at which each line starts.
    Other {
        /// The encoding.
        encoding: &'static Encoding,
        /// One entry for each line, ascending.
        line_bytes: Vec<u64>,
    },
}

/// The decoded text of one file.
///
/// Offsets into it are bytes of the decoded UTF-8 text. They are turned into lines and columns
/// only when something is shown.
#[derive(Clone, Debug)]
pub struct Source {
    path: PathBuf,
    text: String,
    line_starts: Vec<u32>,
    chars: CharIndex,
    /// Of a file in another encoding: how many bytes of it some places lie behind the start of their
    /// line. Ascending; only long lines have any.
    milestones: Vec<(u32, u64)>,
    origin: Origin,
    base: Base,
}

/// What stands in a file before the part that a source holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// Lines.
    pub lines: u32,
    /// Bytes.
    pub bytes: u64,
}

impl Source {
    /// A source from text that is UTF-8 already and starts without a byte order mark.
    pub fn from_text(path: impl Into<PathBuf>, text: String) -> Source {
        Source::new(path.into(), text, Origin::Utf8 { mark: 0 })
    }

    /// A source from decoded text, with what is needed to lead a place back to the file.
    pub(crate) fn new(path: PathBuf, text: String, origin: Origin) -> Source {
        let line_starts = line_starts(&text);
        let chars = CharIndex::new(&text);
        let milestones = match &origin {
            Origin::Utf8 { .. } => Vec::new(),
            Origin::Other { encoding, .. } => milestones(&text, &line_starts, encoding),
        };
        Source { path, text, line_starts, chars, milestones, origin, base: Base::default() }
    }

    /// A source from text that stood in `encoding` without a byte order mark. Its places in the file are
    /// worked out by encoding it again.
    pub(crate) fn from_encoded(path: PathBuf, text: String, encoding: &'static Encoding) -> Source {
        let mut source = Source::new(path, text, Origin::Utf8 { mark: 0 });
        if encoding == encoding_rs::UTF_8 {
            return source;
        }
        let mut byte = 0;
        let mut line_bytes = Vec::with_capacity(source.line_starts.len());
        for (line, &start) in source.line_starts.iter().enumerate() {
            line_bytes.push(byte);
            let end = source.line_starts.get(line + 1).copied();
            let end = end.unwrap_or(source.text.len() as u32);
            byte += encoded_len(encoding, Span::new(start, end).of(&source.text));
        }
        source.origin = Origin::Other { encoding, line_bytes };
        source
    }

    /// How many bytes the whole text takes in the file.
    pub(crate) fn file_length(&self) -> u64 {
        match &self.origin {
            Origin::Utf8 { .. } => self.text.len() as u64,
            Origin::Other { encoding, .. } => encoded_len(encoding, &self.text),
        }
    }

    /// The same source as a part of a larger file, `base` behind its start.
    #[must_use]
    pub(crate) fn behind(self, base: Base) -> Source {
        Source { base, ..self }
    }

    /// The file's path, as it was given.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The whole text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How the text lay on disk.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The text at `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The line, column and file byte of the text's byte `offset`. An offset behind the end is
    /// taken for the end.
    ///
    /// ```
    /// use duizhao::text::Source;
    /// let source = Source::from_text("talk.md", "对照\r\n第二行".to_owned());
    /// let place = source.position(11);
    /// assert_eq!((place.line.get(), place.column.get(), place.byte), (2, 2, 11));
    /// ```
    pub fn position(&self, offset: u32) -> Position {
        let offset = offset.min(self.text.len() as u32);
        let line = self.line_starts.partition_point(|&start| start <= offset) - 1;
        let start = self.line_starts[line];
        let byte = match &self.origin {
            Origin::Utf8 { mark } => u64::from(offset) + u64::from(*mark),
            Origin::Other { encoding, line_bytes } => {
                let base = line_bytes.get(line).or(line_bytes.last()).copied().unwrap_or(0);
                let near = self.milestones.partition_point(|&(place, _)| place <= offset);
                let near = near.checked_sub(1).map(|near| self.milestones[near]);
                let (from, bytes) = near.filter(|&(place, _)| place > start).unwrap_or((start, 0));
                base + bytes + encoded_len(encoding, Span::new(from, offset).of(&self.text))
            }
        };
        let chars = |byte: u32| self.chars.chars_before(&self.text, byte as usize);
        Position {
            line: count(line).saturating_add(self.base.lines),
            column: count(chars(offset) - chars(start)),
            byte: byte + self.base.bytes,
            utf8_column: count((offset - start) as usize),
        }
    }

    /// The line of the text's byte `offset`, from 1.
    pub fn line(&self, offset: u32) -> NonZeroU32 {
        let line = self.line_starts.partition_point(|&start| start <= offset) - 1;
        count(line).saturating_add(self.base.lines)
    }
}

/// One more than `index`, which is bounded by the length of a text and so never saturates.
fn count(index: usize) -> NonZeroU32 {
    NonZeroU32::MIN.saturating_add(u32::try_from(index).unwrap_or(u32::MAX - 1))
}

/// How many bytes `text` takes in `encoding`.
fn encoded_len(encoding: &'static Encoding, text: &str) -> u64 {
    let bytes = if encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE {
        text.encode_utf16().count() * 2
    } else {
        encoding.encode(text).0.len()
    };
    bytes as u64
}

/// Where in long lines it is noted how many bytes of the file lie before.
fn milestones(text: &str, line_starts: &[u32], encoding: &'static Encoding) -> Vec<(u32, u64)> {
    const APART: usize = 4096;
    let mut found = Vec::new();
    for (line, &start) in line_starts.iter().enumerate() {
        let end = line_starts.get(line + 1).map_or(text.len(), |&next| next as usize);
        let (mut at, mut bytes) = (start as usize, 0);
        while end - at > APART {
            let next = text.floor_char_boundary(at + APART);
            bytes += encoded_len(encoding, &text[at..next]);
            at = next;
            found.push((Span::at(0..at).end(), bytes));
        }
    }
    found
}

/// The byte at which each line starts.
fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        let carriage_return_of_a_pair = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
        if !carriage_return_of_a_pair {
            starts.push(Span::at(0..at + 1).end());
        }
    }
    starts
}
