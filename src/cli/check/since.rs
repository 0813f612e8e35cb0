//! `--since`: what a file said at a git revision. Git itself is asked; two commands are all it takes.

use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context as _, bail};

use crate::gate::Earlier;
use crate::input::corpus::{CorpusFormat, CorpusReader};
use crate::input::{self, transcript};

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

    /// The turns of these files as they were. A file that was not there then had none.
    pub(super) fn earlier(&self, paths: &[&Path]) -> anyhow::Result<Earlier> {
        let mut earlier = Earlier::default();
        let mut sources = Vec::new();
        for path in paths {
            let Some(name) = path.file_name().filter(|_| *path != Path::new("-")) else {
                bail!("`--since` needs files; what comes from standard input has no history");
            };
            let folder = path.parent().unwrap_or(Path::new(""));
            let name = format!("{}:./{}", self.revision, name.to_string_lossy());
            let shown = git(folder, &["show", &name])?;
            if shown.status.success() {
                sources.push((*path, shown.stdout));
            }
        }
        match sources.as_slice() {
            [(path, bytes)] if paths.len() == 1 => add_one(&mut earlier, path, bytes),
            [(zh, zh_bytes), (en, en_bytes)] => {
                let read = (input::decode(zh, zh_bytes), input::decode(en, en_bytes));
                if let (Ok(zh), Ok(en)) = read
                    && let Ok(document) = transcript::read_two(zh, en)
                {
                    earlier.add(&document);
                }
            }
            _ => {}
        }
        Ok(earlier)
    }
}

/// Adds an older version. One that could not be read then had no turns to compare with.
fn add_one(earlier: &mut Earlier, path: &Path, bytes: &[u8]) {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let format = match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("tsv") => CorpusFormat::Tsv,
        Some("csv") => CorpusFormat::Csv,
        Some("jsonl" | "ndjson") => CorpusFormat::Jsonl,
        _ => {
            if let Ok(source) = input::decode(path, bytes)
                && let Ok(document) = transcript::read(source)
            {
                earlier.add(&document);
            }
            return;
        }
    };
    let mut reader = CorpusReader::new(bytes, path, format, None);
    while let Ok(Some(stretch)) = reader.next_stretch() {
        earlier.add(&stretch.document);
    }
}

fn git(folder: &Path, args: &[&str]) -> anyhow::Result<Output> {
    let mut command = Command::new("git");
    if folder != Path::new("") {
        command.arg("-C").arg(folder);
    }
    command.args(args).output().context("cannot run git, which `--since` needs")
}
