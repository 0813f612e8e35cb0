//! Files of a folder that are not looked at, and why: what `-v` tells.

use std::collections::BTreeSet;
use std::fmt;
use std::fs::{self, FileType};
use std::path::{Path, PathBuf};

use crate::input::corpus::CorpusFormat;
use crate::input::extension;

/// Why a file of a folder is not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Its name starts with a dot.
    Hidden,
    /// A file such as .gitignore names it.
    Ignored,
    /// It only leads to another file or folder.
    Link,
    /// Folders are searched for transcripts.
    Corpus,
    /// One language of two.
    Subtitles,
    /// It is called like no transcript.
    OtherName,
    /// The configuration excludes it.
    Excluded,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Why::Hidden => "hidden",
            Why::Ignored => "ignored by .gitignore or .ignore",
            Why::Link => "a symbolic link; name it to have it checked",
            Why::Corpus => "a corpus; name it to have it checked",
            Why::Subtitles => "subtitles; give both languages with --zh FILE and --en FILE",
            Why::OtherName => "not called like a transcript",
            Why::Excluded => "the configuration excludes it",
        })
    }
}

/// Why a file that is called like no transcript is not looked at.
pub(super) fn by_name(path: &Path, kind: FileType) -> Why {
    if kind.is_symlink() {
        return Why::Link;
    }
    match extension(path).as_deref() {
        Some("srt" | "vtt") => Why::Subtitles,
        _ if CorpusFormat::of_path(path).is_some() => Why::Corpus,
        _ => Why::OtherName,
    }
}

/// What stands in `folders`, all of which were searched, and was not `seen`: what is hidden or ignored. What
/// git keeps for itself is nobody's text.
pub(super) fn unseen(folders: &[PathBuf], seen: &BTreeSet<PathBuf>) -> Vec<(PathBuf, Why)> {
    let mut unseen = Vec::new();
    for folder in folders {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for entry in entries.flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            if name != ".git" && !seen.contains(&path) {
                let is_hidden = name.to_string_lossy().starts_with('.');
                let path = path.strip_prefix("./").map(Path::to_owned).unwrap_or(path);
                unseen.push((path, if is_hidden { Why::Hidden } else { Why::Ignored }));
            }
        }
    }
    unseen.sort_by(|a, b| a.0.cmp(&b.0));
    unseen
}
