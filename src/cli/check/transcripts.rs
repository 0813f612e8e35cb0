//! Transcripts: whole files, side by side.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use anyhow::anyhow;
use rayon::prelude::*;

use super::setup::Setup;
use crate::check::{Checker, Run, together};
use crate::cli::files::Candidate;
use crate::cli::progress;
use crate::cli::read::{Layout, decoded, is_no_transcript, one, read_one, read_two, two};
use crate::document::Document;
use crate::input::{DecodeError, transcript};
use crate::link::Links;
use crate::report::FileReport;
use crate::text::Side;

/// What became of one file.
pub(super) enum Outcome {
    Checked(Box<FileReport>),
    /// Found in a folder, but no transcript.
    LeftOut(String),
    Failed(anyhow::Error),
}

/// Checks files in parallel and together; the outcomes stand in the order of the files.
pub(super) fn check_all(setup: &Setup, candidates: &[&Candidate], progress: bool) -> Vec<Outcome> {
    let bar = progress::files(candidates.len(), STEPS, progress);
    let read = candidates.par_iter().map(|candidate| read(setup, candidate)).collect();
    let outcomes = check_texts(read, || bar.inc(1));
    bar.finish_and_clear();
    outcomes
}

/// Checks a transcript in two files.
pub(super) fn check_two(setup: &Setup, zh: &Path, en: &Path, layout: Layout) -> Outcome {
    let text = read_two(zh, en, layout).and_then(|document| {
        let checker = setup.checker([zh, en], |[zh_bytes, en_bytes], earlier| {
            let (zh, en) = (decoded(zh, &zh_bytes[..])?, decoded(en, &en_bytes[..])?);
            earlier.add(&two(zh, en, layout)?);
            Ok(())
        })?;
        Ok(Text { checker, document })
    });
    check_texts(vec![text.map_err(Outcome::Failed)], || ()).swap_remove(0)
}

/// A document and what checks it.
struct Text {
    checker: Checker,
    document: Document,
}

impl Text {
    /// A transcript in one file.
    fn new(setup: &Setup, document: Document, path: &Path) -> anyhow::Result<Text> {
        let checker = setup.checker([path], |[older], earlier| {
            earlier.add(&one(decoded(path, &older[..])?)?);
            Ok(())
        })?;
        Ok(Text { checker, document })
    }
}

fn read(setup: &Setup, candidate: &Candidate) -> Result<Text, Outcome> {
    let path = &candidate.path;
    match read_one(candidate.origin()) {
        Ok(document) if candidate.found && !transcript::is_bilingual(&document) => {
            Err(Outcome::LeftOut(format!("{}: not laid out as a bilingual text", path.display())))
        }
        Ok(document) => Text::new(setup, document, path).map_err(Outcome::Failed),
        Err(error) if candidate.found && is_no_transcript(&error) => {
            Err(Outcome::LeftOut(format!("{error:#}")))
        }
        Err(error) if candidate.found && error.is::<DecodeError>() => {
            Err(Outcome::Failed(anyhow!("{error:#}; {NO_TEXT_OF_YOURS}")))
        }
        Err(error) => Err(Outcome::Failed(error)),
    }
}

/// What to do about a file that nobody named and that cannot be read.
const NO_TEXT_OF_YOURS: &str =
    "if it is not to be checked, name it under `exclude` in duizhao.toml";

/// How often each text is gone through: to link it and to check it.
const STEPS: usize = 2;

/// Checks what could be read; `done` is called after each step of each text.
fn check_texts(texts: Vec<Result<Text, Outcome>>, done: impl Fn() + Sync) -> Vec<Outcome> {
    let (links, ()) = rayon::join(|| link(&texts, &done), || warm_up(&texts));
    let linked = texts
        .iter()
        .zip(&links)
        .filter_map(|(text, links)| Some((text.as_ref().ok()?, links.as_ref()?.as_ref().ok()?)));
    let runs: Vec<Run<'_>> =
        linked.map(|(text, links)| Run::new(&text.checker, &text.document, links)).collect();
    // Where that fails, each text is checked alone, so that the one that is at fault is found.
    let told = catch_unwind(AssertUnwindSafe(|| together(&runs))).ok();
    let checked: Vec<Outcome> = runs
        .par_iter()
        .enumerate()
        .map(|(at, run)| {
            let document = run.document();
            let report = || {
                let alone = || together(std::slice::from_ref(run)).swap_remove(0);
                let told = told.as_ref().map_or_else(alone, |told| told[at].clone());
                Box::new(run.report(told))
            };
            let outcome = guarded(document, report).map_or_else(|failed| failed, Outcome::Checked);
            done();
            outcome
        })
        .collect();
    drop(runs);
    let mut checked = checked.into_iter();
    texts
        .into_iter()
        .zip(links)
        .filter_map(|(text, links)| match (text, links) {
            (Err(outcome), _) | (_, Some(Err(outcome))) => Some(outcome),
            _ => checked.next(),
        })
        .collect()
}

/// The links of what could be read.
fn link(
    texts: &[Result<Text, Outcome>],
    done: &(impl Fn() + Sync),
) -> Vec<Option<Result<Links, Outcome>>> {
    let links = texts.par_iter().map(|text| {
        let text = text.as_ref().ok()?;
        let links = guarded(&text.document, || text.checker.link(&text.document));
        done();
        Some(links)
    });
    links.collect()
}

/// Loads what the rules need while another thread links a text that is long enough to need it.
fn warm_up(texts: &[Result<Text, Outcome>]) {
    const LONG: usize = 8;
    let long = |text: &&Text| text.document.turns(Side::Zh).len() >= LONG;
    if rayon::current_num_threads() > 1
        && let Some(text) = texts.iter().flatten().find(long)
    {
        text.checker.warm_up();
    }
}

/// What `work` comes to. A panic is a bug of ours; it must not take the other files with it.
fn guarded<T>(document: &Document, work: impl FnOnce() -> T) -> Result<T, Outcome> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let path = document.source(Side::Zh).path().display();
        Outcome::Failed(anyhow!("{path}: internal error; please report it with the file"))
    })
}
