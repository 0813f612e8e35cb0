//! Where a text comes from, and what it is called.

use std::path::Path;

/// The name of standard input where nobody gave it one.
const UNNAMED: &str = "<stdin>";

/// Where the bytes of a text are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin<'p> {
    /// A file.
    File(&'p Path),
    /// Standard input, which stands for the file of this name.
    Stdin(&'p Path),
}

impl<'p> Origin<'p> {
    /// Of what a command line names: a file, or `-` for standard input.
    pub(super) fn of(path: &'p Path) -> Origin<'p> {
        if path == Path::new("-") { Origin::Stdin(Path::new(UNNAMED)) } else { Origin::File(path) }
    }

    /// What it is called in messages and reports, and what its kind is told by.
    pub(super) fn name(self) -> &'p Path {
        let (Origin::File(name) | Origin::Stdin(name)) = self;
        name
    }
}
