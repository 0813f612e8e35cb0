//! Which files to check.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use ignore::WalkBuilder;

/// Extensions of the files that are looked at in a folder.
const EXTENSIONS: &[&str] = &["md", "markdown", "txt", "text"];

/// A file to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The file; `-` stands for standard input.
    pub(super) path: PathBuf,
    /// Whether it was only found in a folder: then it is left out if it is no transcript.
    pub(super) found: bool,
}

/// The files that were named or found, and what could not be searched.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) files: Vec<Candidate>,
    pub(super) failed: Vec<anyhow::Error>,
    /// The place of each file in the list, however it was named.
    known: BTreeMap<PathBuf, usize>,
}

/// The files that `paths` name: files themselves, and those of folders in the order of their
/// names, hidden and ignored files (.gitignore, .ignore) left out. A file that is named twice is there
/// once, at its first place.
///
/// # Errors
/// Where a path is not there, or a folder holds no file that could be a transcript.
pub(super) fn candidates(paths: &[PathBuf]) -> anyhow::Result<Found> {
    let mut found = Found::default();
    for path in paths {
        if path == Path::new("-") {
            found.add(path.clone(), false);
            continue;
        }
        let metadata =
            path.metadata().with_context(|| format!("cannot read {}", path.display()))?;
        if !metadata.is_dir() {
            found.add(path.clone(), false);
            continue;
        }
        if !found.search(path) {
            bail!(
                "no transcripts in {}: there is no file ending in .{}; name the file itself if it \
                 is called otherwise",
                path.display(),
                EXTENSIONS.join(", .")
            );
        }
    }
    Ok(found)
}

impl Found {
    /// Adds the files of a folder; whether there was anything, be it something that cannot be searched.
    fn search(&mut self, folder: &Path) -> bool {
        let mut any = false;
        for entry in WalkBuilder::new(folder).sort_by_file_path(Ord::cmp).build() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    // It says itself at which path.
                    self.failed.push(anyhow!("cannot search {}: {error}", folder.display()));
                    any = true;
                    continue;
                }
            };
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            if is_file && has_known_extension(entry.path()) {
                // `.` as a prefix tells a reader nothing.
                let path = entry.path().strip_prefix("./").unwrap_or(entry.path()).to_owned();
                self.add(path, true);
                any = true;
            }
        }
        any
    }

    fn add(&mut self, path: PathBuf, found: bool) {
        let is_file = path != Path::new("-");
        let place = path.canonicalize().ok().filter(|_| is_file).unwrap_or_else(|| path.clone());
        match self.known.entry(place) {
            Entry::Vacant(vacant) => {
                vacant.insert(self.files.len());
                self.files.push(Candidate { path, found });
            }
            // What is named as well as found is named.
            Entry::Occupied(known) => self.files[*known.get()].found &= found,
        }
    }
}

fn has_known_extension(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| {
        EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension))
    })
}
