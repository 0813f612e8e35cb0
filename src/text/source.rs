//! The text of one file, and the way from a byte of it to a line and column.

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use super::Span;

/// Where something stands in a file, for people and reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1. Lines end with LF, CRLF or a lone CR.
    pub line: NonZeroU32,
    /// Column, from 1, in Unicode scalar values.
    pub column: NonZeroU32,
    /// Byte from the start of the file as it lies on disk, from 0.
    pub byte: u64,
}

/// The decoded text of one file.
#[derive(Clone, Debug)]
pub struct Source {
    path: PathBuf,
    text: String,
    line_starts: Vec<u32>,
}

impl Source {
    /// A source from text that is UTF-8 already.
    pub fn from_text(path: impl Into<PathBuf>, text: String) -> Source {
        let line_starts = line_starts(&text);
        Source { path: path.into(), text, line_starts }
    }

    /// The file's path, as it was given.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The whole text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text at `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}

/// The byte at which each line starts.
fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|&(index, &byte)| {
        byte == b'\n' || (byte == b'\r' && bytes.get(index + 1) != Some(&b'\n'))
    });
    std::iter::once(0).chain(ends.map(|(index, _)| Span::at(0..index + 1).end())).collect()
}
