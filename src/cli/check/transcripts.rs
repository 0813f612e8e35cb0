//! Transcripts: whole files, side by side.

use std::path::Path;

use anyhow::anyhow;
use rayon::prelude::*;

use super::setup::Setup;
use crate::cli::files::Candidate;
use crate::cli::progress;
use crate::cli::read::{Layout, read_one, read_two};
use crate::document::Document;
use crate::input::transcript;
use crate::report::FileReport;
use crate::text::Side;

/// What became of one file.
pub(super) enum Outcome {
    Checked(Box<FileReport>),
    /// Found in a folder, but no transcript.
    LeftOut(String),
    Failed(anyhow::Error),
}

/// Checks files in parallel; the outcomes stand in the order of the files.
pub(super) fn check_all(setup: &Setup, candidates: &[Candidate], progress: bool) -> Vec<Outcome> {
    let bar = progress::files(candidates.len(), progress);
    let check = |candidate: &Candidate| {
        let outcome = check_one(setup, candidate);
        bar.inc(1);
        outcome
    };
    let outcomes = candidates.par_iter().map(check).collect();
    bar.finish_and_clear();
    outcomes
}

fn check_one(setup: &Setup, candidate: &Candidate) -> Outcome {
    let path = &candidate.path;
    match read_one(path) {
        Ok(document) if candidate.found && !transcript::is_bilingual(&document) => {
            Outcome::LeftOut(format!("{}: not laid out as a bilingual text", path.display()))
        }
        Ok(document) => checked(setup, &document, &[path]),
        Err(error) if candidate.found => Outcome::LeftOut(format!("{error:#}")),
        Err(error) => Outcome::Failed(error),
    }
}

/// Checks a transcript in two files.
pub(super) fn check_two(setup: &Setup, zh: &Path, en: &Path, layout: Layout) -> Outcome {
    match read_two(zh, en, layout) {
        Ok(document) => checked(setup, &document, &[zh, en]),
        Err(error) => Outcome::Failed(error),
    }
}

/// Checks a document. A panic is a bug of ours; it must not take the other files with it.
fn checked(setup: &Setup, document: &Document, paths: &[&Path]) -> Outcome {
    let checker = match setup.checker(paths) {
        Ok(checker) => checker,
        Err(error) => return Outcome::Failed(error),
    };
    let report = || Box::new(checker.check(document).report(document));
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(report)) {
        Ok(report) => Outcome::Checked(report),
        Err(_) => {
            let path = document.source(Side::Zh).path().display();
            Outcome::Failed(anyhow!("{path}: internal error; please report it with the file"))
        }
    }
}
