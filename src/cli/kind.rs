//! What a file is read as: by its name, and where that says nothing, by its content.

use std::path::Path;

use super::files::Candidate;
use super::origin::Origin;
use super::read::looks;
use crate::input::corpus::{Columns, CorpusFormat};
use crate::input::{Looks, extension};

/// A corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Corpus {
    pub(super) format: CorpusFormat,
    /// Its columns, where they were found by what stands in them.
    pub(super) columns: Option<Columns>,
}

impl Corpus {
    /// A corpus of that format.
    pub(super) fn of(format: CorpusFormat) -> Corpus {
        Corpus { format, columns: None }
    }

    /// What a file is that was named or found, if that is a corpus. Folders are searched for transcripts.
    pub(super) fn of_candidate(candidate: &Candidate) -> Option<Corpus> {
        if candidate.found { None } else { Corpus::at(candidate.origin()) }
    }

    /// What a text is that was named, if that is a corpus.
    pub(super) fn at(from: Origin<'_>) -> Option<Corpus> {
        CorpusFormat::of_path(from.name()).map(Corpus::of).or_else(|| match by_content(from)? {
            Looks::Corpus(format, columns) => Some(Corpus { format, columns }),
            Looks::Subtitles => None,
        })
    }
}

/// Whether two files are subtitles, the first one by its name or both by their content.
pub(super) fn are_subtitles(zh: &Path, en: &Path) -> bool {
    let looks_so = |path| by_content(Origin::of(path)) == Some(Looks::Subtitles);
    match extension(zh).as_deref() {
        Some("srt" | "vtt") => true,
        _ => looks_so(zh) && looks_so(en),
    }
}

/// What a text looks like whose name does not say what it is.
fn by_content(from: Origin<'_>) -> Option<Looks> {
    let is_plain = matches!(extension(from.name()).as_deref(), Some("md" | "markdown"));
    if is_plain { None } else { looks(from) }
}
