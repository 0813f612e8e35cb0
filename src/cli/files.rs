//! Which files to check.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use ignore::WalkBuilder;

use super::left_out::{Why, by_name, unseen};
use super::origin::Origin;
use crate::input::corpus::CorpusFormat;

/// Extensions of the files that are looked at in a folder.
const EXTENSIONS: &[&str] = &["md", "markdown", "txt", "text"];

/// A file to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The file, or what standard input is called: `-` where it stands for no file.
    pub(super) path: PathBuf,
    /// Whether the text comes from standard input.
    pub(super) stdin: bool,
    /// Whether it was only found in a folder: then it is left out if it is no transcript.
    pub(super) found: bool,
}

impl Candidate {
    /// Where its text comes from.
    pub(super) fn origin(&self) -> Origin<'_> {
        match Origin::of(&self.path) {
            Origin::File(path) if self.stdin => Origin::Stdin(path),
            origin => origin,
        }
    }
}

/// The files that were named or found, and what could not be searched.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) files: Vec<Candidate>,
    /// Paths that are not there, and folders that hold nothing or cannot be searched.
    pub(super) failed: Vec<anyhow::Error>,
    /// What was seen in folders and is no candidate.
    pub(super) left_out: Vec<(PathBuf, Why)>,
    /// The place of each file in the list, however it was named.
    known: BTreeMap<PathBuf, usize>,
}

/// What is wanted of a search beside the files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Search<'a> {
    /// The file that standard input stands for.
    pub(super) stdin_filename: Option<&'a Path>,
    /// A transcript that is named counts as one that was found.
    pub(super) as_found: bool,
    /// What is hidden or ignored is wanted, too.
    pub(super) unseen: bool,
}

/// The files that `paths` name: files themselves, and those of folders in the order of their
/// names, hidden and ignored files (.gitignore, .ignore) left out. A file that is named twice is there
/// once, at its first place. A path that is not there, or a folder that holds no file which could be a
/// transcript, is a failure beside the others.
pub(super) fn candidates(paths: &[PathBuf], search: Search<'_>) -> Found {
    let mut found = Found::default();
    let mut empty: Vec<&Path> = Vec::new();
    for path in paths {
        let is_found = |path: &Path| search.as_found && CorpusFormat::of_path(path).is_none();
        if path == Path::new("-") {
            let (name, found_so) = match search.stdin_filename {
                Some(name) => (name, is_found(name)),
                None => (path.as_path(), false),
            };
            found.add(Candidate { path: name.to_owned(), stdin: true, found: found_so });
            continue;
        }
        let metadata = path.metadata().with_context(|| format!("cannot read {}", path.display()));
        match metadata {
            Ok(metadata) if metadata.is_dir() => {
                if !found.search(path, search) {
                    empty.push(path);
                }
            }
            Ok(_) => {
                found.add(Candidate { path: path.clone(), stdin: false, found: is_found(path) })
            }
            Err(error) => found.failed.push(error),
        }
    }
    // What was passed by in one folder may have been named behind it.
    let left_out = std::mem::take(&mut found.left_out);
    found.left_out = left_out.into_iter().filter(|(path, _)| !found.is_named(path)).collect();
    for folder in empty {
        found.failed.push(found.no_transcripts(folder));
    }
    found
}

impl Found {
    /// Adds the files of a folder. Whether there were any, or why not is known already.
    fn search(&mut self, folder: &Path, search: Search<'_>) -> bool {
        let failures = self.failed.len();
        let walk = self.walk(folder);
        if search.unseen {
            self.left_out.extend(unseen(&walk.folders, &walk.seen));
        }
        walk.any || self.failed.len() > failures
    }

    /// That a folder holds no file to check.
    fn no_transcripts(&self, folder: &Path) -> anyhow::Error {
        anyhow!(
            "no transcripts in {}: there is no file ending in .{}; name the file itself if it is \
             called otherwise{}",
            folder.display(),
            EXTENSIONS.join(", ."),
            self.corpora_to_name()
        )
    }

    /// Whether a file is checked because it was named.
    fn is_named(&self, path: &Path) -> bool {
        let known = path.canonicalize().ok().and_then(|place| self.known.get(&place).copied());
        known.and_then(|at| self.files.get(at)).is_some_and(|candidate| !candidate.found)
    }

    fn walk(&mut self, folder: &Path) -> Walk {
        let mut walk = Walk::default();
        for entry in WalkBuilder::new(folder).sort_by_file_path(Ord::cmp).build() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    // It says itself at which path.
                    self.failed.push(anyhow!("cannot search {}: {error}", folder.display()));
                    continue;
                }
            };
            let Some(kind) = entry.file_type() else { continue };
            walk.seen.insert(entry.path().to_owned());
            if kind.is_dir() {
                walk.folders.push(entry.into_path());
                continue;
            }
            let path = plain(entry.path());
            if kind.is_file() && has_known_extension(&path) {
                self.add(Candidate { path, stdin: false, found: true });
                walk.any = true;
            } else {
                let why = by_name(&path, kind);
                self.left_out.push((path, why));
            }
        }
        walk
    }

    fn add(&mut self, candidate: Candidate) {
        let path = &candidate.path;
        let is_file = path != Path::new("-");
        let place = path.canonicalize().ok().filter(|_| is_file).unwrap_or_else(|| path.clone());
        match self.known.entry(place) {
            Entry::Vacant(vacant) => {
                vacant.insert(self.files.len());
                self.files.push(candidate);
            }
            // What is named as well as found is named.
            Entry::Occupied(known) => self.files[*known.get()].found &= candidate.found,
        }
    }

    /// That there are corpora which would have to be named, as the end of a message; nothing if there are none.
    fn corpora_to_name(&self) -> String {
        let mut corpora = self.left_out.iter().filter(|(_, why)| *why == Why::Corpus);
        match (corpora.next(), corpora.count()) {
            (None, _) => String::new(),
            (Some((path, _)), 0) => {
                format!("; {} is a corpus: name it to have it checked", path.display())
            }
            (Some((path, _)), more) => format!(
                "; {} and {more} more are corpora: name them to have them checked",
                path.display()
            ),
        }
    }
}

/// What was come by in a folder.
#[derive(Default)]
struct Walk {
    /// Whether there was a file to check.
    any: bool,
    folders: Vec<PathBuf>,
    seen: BTreeSet<PathBuf>,
}

/// `.` as a prefix tells a reader nothing.
fn plain(path: &Path) -> PathBuf {
    path.strip_prefix("./").unwrap_or(path).to_owned()
}

fn has_known_extension(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| {
        EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension))
    })
}
