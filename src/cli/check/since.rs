//! `--since`: what a file said at a git revision. Git itself is asked; two commands are all it takes.

use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context as _, bail};

use crate::gate::Earlier;

/// A revision that exists.
pub(super) struct Since {
    revision: String,
}

impl Since {
    pub(super) fn new(revision: &str) -> anyhow::Result<Since> {
        let inside = git(Path::new(""), &["rev-parse", "--is-inside-work-tree"])?;
        if !inside.status.success() {
            bail!("`--since` needs a git repository, and this folder is in none");
        }
        // A revision that starts with a dash would be read as an option.
        let commit = format!("{revision}^{{commit}}");
        let found =
            git(Path::new(""), &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
        if !found.status.success() {
            let shallow = git(Path::new(""), &["rev-parse", "--is-shallow-repository"])?;
            if shallow.stdout.starts_with(b"true") {
                bail!(
                    "`{revision}` is not in this shallow clone; fetch it first (`git fetch --unshallow`, \
                     or `fetch-depth: 0` in GitHub's checkout)"
                );
            }
            bail!("`{revision}` is no revision of this repository");
        }
        let name = String::from_utf8_lossy(&found.stdout).trim().to_owned();
        Ok(Since { revision: name })
    }

    /// The turns of these files as they were. `read` adds what the older versions hold, whose bytes it is given,
    /// and reads them as the new ones are read. A file that was not there then had no turns, nor had one that
    /// could not be read.
    ///
    /// # Errors
    /// Where git cannot be asked, or a path is no file.
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
        let folder = path.parent().unwrap_or(Path::new(""));
        let name = format!("{}:./{}", self.revision, name.to_string_lossy());
        let shown = git(folder, &["show", &name])?;
        Ok(shown.status.success().then_some(shown.stdout))
    }
}

fn git(folder: &Path, args: &[&str]) -> anyhow::Result<Output> {
    let mut command = Command::new("git");
    if folder != Path::new("") {
        command.arg("-C").arg(folder);
    }
    command.args(args).output().context("cannot run git, which `--since` needs")
}
