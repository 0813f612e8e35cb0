//! `--since`: what a file said at a git revision. Git itself is asked, in the folder of each file; a command for
//! each folder and one for each file are all it takes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context as _, anyhow, bail};

use crate::gate::Earlier;

/// A revision, by the name that it was given.
pub(super) struct Since {
    revision: String,
    /// What it is in the repository of each folder, or why it is nothing there.
    commits: BTreeMap<PathBuf, Result<String, String>>,
}

impl Since {
    /// The revision where `files` lie. It must be one where the `named` paths are.
    ///
    /// # Errors
    /// Where git cannot be asked, or knows no such revision.
    pub(super) fn new<'p>(
        revision: &str,
        named: impl IntoIterator<Item = &'p Path>,
        files: impl IntoIterator<Item = &'p Path>,
    ) -> anyhow::Result<Since> {
        let mut since = Since { revision: revision.to_owned(), commits: BTreeMap::new() };
        for path in named {
            let folder = if path.is_dir() { path } else { folder_of(path) };
            // A folder that is not there is told where its file is read.
            if folder == Path::new("") || folder.is_dir() {
                let commit = since.commit(folder)?;
                since.commits.insert(folder.to_owned(), Ok(commit));
            }
        }
        for folder in files.into_iter().map(folder_of) {
            // One that was only found is told with its file: the others are checked.
            let commit = since.commit(folder).map_err(|error| format!("{error:#}"));
            since.commits.insert(folder.to_owned(), commit);
        }
        Ok(since)
    }

    /// The turns of these files as they were. `read` adds what the older versions hold, whose bytes it is given,
    /// and reads them as the new ones are read. A file that was not there then had no turns, nor had one that
    /// could not be read.
    ///
    /// # Errors
    /// Where git cannot be asked, a path is no file, or it lies in no repository that has the revision.
    pub(super) fn earlier<const N: usize>(
        &self,
        paths: [&Path; N],
        read: impl FnOnce([Vec<u8>; N], &mut Earlier) -> anyhow::Result<()>,
    ) -> anyhow::Result<Earlier> {
        let mut versions = Vec::new();
        for path in paths {
            versions.extend(self.version(path)?);
        }
        let mut earlier = Earlier::default();
        if let Ok(versions) = <[Vec<u8>; N]>::try_from(versions) {
            // What could be read before an error counts all the same.
            let _ = read(versions, &mut earlier);
        }
        Ok(earlier)
    }

    /// What stood in a file, if it was there.
    fn version(&self, path: &Path) -> anyhow::Result<Option<Vec<u8>>> {
        let Some(name) = path.file_name().filter(|_| path != Path::new("-")) else {
            bail!("`--since` needs files; what comes from standard input has no history");
        };
        let folder = folder_of(path);
        let name = format!("{}:./{}", self.commit(folder)?, name.to_string_lossy());
        let shown = git(folder, &["show", &name])?;
        Ok(shown.status.success().then_some(shown.stdout))
    }

    /// The commit that the revision names in the repository of `folder`.
    fn commit(&self, folder: &Path) -> anyhow::Result<String> {
        match self.commits.get(folder) {
            Some(known) => known.clone().map_err(|error| anyhow!(error)),
            None => commit(folder, &self.revision),
        }
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

fn commit(folder: &Path, revision: &str) -> anyhow::Result<String> {
    // A revision that starts with a dash would be read as an option.
    let commit = format!("{revision}^{{commit}}");
    let found = git(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
    if found.status.success() {
        return Ok(String::from_utf8_lossy(&found.stdout).trim().to_owned());
    }
    let (repository, shown) = if folder == Path::new("") || folder == Path::new(".") {
        ("this repository".to_owned(), "this folder".to_owned())
    } else {
        let shown = folder.display();
        (format!("the repository of {shown}"), shown.to_string())
    };
    let inside = git(folder, &["rev-parse", "--is-inside-work-tree"])?;
    if !inside.status.success() {
        let said = String::from_utf8_lossy(&inside.stderr);
        let said = said.lines().next().unwrap_or_default();
        bail!("`--since` needs a git repository, and git finds none for {shown} ({said})");
    }
    let shallow = git(folder, &["rev-parse", "--is-shallow-repository"])?;
    if shallow.stdout.starts_with(b"true") {
        bail!(
            "`{revision}` is not in this shallow clone; fetch it first (`git fetch --unshallow`, \
             or `fetch-depth: 0` in GitHub's checkout)"
        );
    }
    bail!("`{revision}` is no revision of {repository}")
}

fn git(folder: &Path, args: &[&str]) -> anyhow::Result<Output> {
    let mut command = Command::new("git");
    if folder != Path::new("") {
        command.arg("-C").arg(folder);
    }
    // What git says is quoted.
    command.env("LC_ALL", "C");
    command.args(args).output().context("cannot run git, which `--since` needs")
}
