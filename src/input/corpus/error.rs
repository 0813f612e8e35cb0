//! What may be wrong with a corpus.

use std::path::PathBuf;

use super::Columns;

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
    /// The file is none of its format, or is cut off, or holds other languages.
    #[error("{}:{line}: {problem}", path.display())]
    Unfit {
        /// The file.
        path: PathBuf,
        /// The line that shows it, from 1.
        line: u32,
        /// What was expected, and what was found.
        problem: String,
    },
    /// Each language stands in the column of the other.
    #[error(
        "{}: column {} is English and column {} Chinese: use --columns {},{}",
        path.display(),
        columns.zh + 1,
        columns.en + 1,
        columns.en + 1,
        columns.zh + 1
    )]
    Swapped {
        /// The file.
        path: PathBuf,
        /// The columns that were looked at.
        columns: Columns,
    },
}
