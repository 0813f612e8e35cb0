//! `--watch`: checks again whenever a file changes. Asking for the time of a few files twice a second
//! costs nothing and works on every file system.

use std::fs;
use std::io::{IsTerminal, Write, stderr};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use super::basis::{Basis, configuration};
use super::{CheckArgs, check};
use crate::cli::complain;
use crate::cli::exit::ExitStatus;
use crate::cli::files::{Search, candidates};
use crate::cli::or_current_folder;

const PAUSE: Duration = Duration::from_millis(500);

/// Checks until the user ends it.
pub(super) fn run(args: &CheckArgs) -> anyhow::Result<ExitStatus> {
    let mut last = None;
    loop {
        let now = state(args);
        if last.as_ref() != Some(&now) {
            if last.is_some() && stderr().is_terminal() {
                // Clears the screen.
                let _ = write!(stderr(), "\u{1b}[2J\u{1b}[H");
            }
            if let Err(error) = check(args) {
                complain(&format!("{error:#}"));
            }
            complain("watching; Ctrl-C ends it");
            last = Some(now);
        }
        std::thread::sleep(PAUSE);
    }
}

/// When each file was last written, and how long it is: texts, the configuration, and what both it and the
/// command line name. All is looked for anew, since a file may come or be named meanwhile.
fn state(args: &CheckArgs) -> Vec<(PathBuf, Option<(SystemTime, u64)>)> {
    let mut paths: Vec<PathBuf> = match (&args.zh, &args.en) {
        (Some(zh), Some(en)) => vec![zh.clone(), en.clone()],
        _ => {
            let found = candidates(&or_current_folder(&args.paths), Search::default());
            found.files.into_iter().map(|candidate| candidate.path).collect()
        }
    };
    match Basis::new(args) {
        Ok(basis) => paths.extend(basis.files().chain(&basis.baseline).cloned()),
        // A configuration that cannot be read names nothing, and is mended in its own file.
        Err(_) => paths.extend(configuration(args)),
    }
    let stamp = |path: &PathBuf| {
        let metadata = fs::metadata(path).ok()?;
        Some((metadata.modified().ok()?, metadata.len()))
    };
    paths
        .into_iter()
        .map(|path| {
            let stamp = stamp(&path);
            (path, stamp)
        })
        .collect()
}
