//! Which files to check.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
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

/// The files that `paths` name: files themselves, and those of folders in the order of their
/// names, hidden and ignored files (.gitignore, .ignore) left out.
pub(super) fn candidates(paths: &[PathBuf]) -> anyhow::Result<Vec<Candidate>> {
    let mut candidates = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            candidates.push(Candidate { path: path.clone(), found: false });
            continue;
        }
        let metadata =
            path.metadata().with_context(|| format!("cannot read {}", path.display()))?;
        if !metadata.is_dir() {
            candidates.push(Candidate { path: path.clone(), found: false });
            continue;
        }
        let before = candidates.len();
        for entry in WalkBuilder::new(path).sort_by_file_path(Ord::cmp).build() {
            let entry = entry.with_context(|| format!("cannot read {}", path.display()))?;
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            if is_file && has_known_extension(entry.path()) {
                // `.` as a prefix tells a reader nothing.
                let path = entry.path().strip_prefix("./").unwrap_or(entry.path()).to_owned();
                candidates.push(Candidate { path, found: true });
            }
        }
        if candidates.len() == before {
            bail!(
                "no transcripts in {}: there is no file ending in .{}; name the file itself if it \
                 is called otherwise",
                path.display(),
                EXTENSIONS.join(", .")
            );
        }
    }
    Ok(candidates)
}

fn has_known_extension(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| {
        EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension))
    })
}
