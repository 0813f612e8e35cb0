//! `duizhao lexicon extract`.

use std::path::{Path, PathBuf};

use anyhow::bail;
use indicatif::ProgressBar;

use crate::check::Checker;
use crate::cli::complain;
use crate::cli::exit::ExitStatus;
use crate::cli::failures::Failures;
use crate::cli::files::{Candidate, Found, Search, candidates};
use crate::cli::kind::Corpus;
use crate::cli::output::{Target, refuse_overwriting};
use crate::cli::progress;
use crate::cli::read::{is_no_transcript, open_corpus, read_one};
use crate::dictionary::Dictionary;
use crate::document::Document;
use crate::input::corpus::ColumnChoice;
use crate::lexicon::{Lexicon, TextPair, extract};
use crate::link::{Passage, sentence_links};
use crate::text::counted;

/// Reads all texts, learns from them what renders what, and writes it as a lexicon to edit.
pub(super) fn run(
    paths: &[PathBuf],
    limit: usize,
    output: Option<&Path>,
    progress: bool,
) -> anyhow::Result<ExitStatus> {
    let Found { files: candidates, failed: unsearched, .. } = candidates(paths, Search::default());
    refuse_overwriting(output, candidates.iter().map(|candidate| candidate.path.as_path()))?;
    let bar = progress::files(candidates.len(), 1, progress);
    let mut texts: Vec<[String; 2]> = Vec::new();
    let mut failures = Failures::default();
    for error in unsearched {
        failures.tell(&error);
    }
    for candidate in &candidates {
        match read(candidate, &mut failures) {
            Ok(pairs) => texts.extend(pairs),
            Err(error) if candidate.found && is_no_transcript(&error) => {
                complain(&format!("left out: {error:#}"));
            }
            Err(error) => failures.tell(&error),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    let failed = failures.finish();
    if texts.is_empty() && failed {
        return Ok(ExitStatus::Failed);
    }
    if texts.is_empty() {
        bail!("no bilingual text was found in {}", counted(candidates.len(), "file"));
    }
    let pairs: Vec<TextPair<'_>> = texts.iter().map(|[zh, en]| TextPair { zh, en }).collect();
    let proposals = extract(Lexicon::builtin(), &pairs);
    Target::new(output).write(|out| {
        writeln!(
            out,
            "# {} proposed from {} of sentences. Keep what is right.",
            counted(proposals.len().min(limit), "entry"),
            counted(pairs.len(), "pair")
        )?;
        for proposal in proposals.iter().take(limit) {
            writeln!(out, "\n{}", proposal.to_toml(&pairs).trim_end())?;
        }
        Ok(())
    })?;
    Ok(if failed { ExitStatus::Failed } else { ExitStatus::Clean })
}

/// The pairs of sentences of a transcript, or the rows of a corpus. Rows that cannot be read are told, and the
/// others taken.
fn read(candidate: &Candidate, failures: &mut Failures) -> anyhow::Result<Vec<[String; 2]>> {
    let Some(Corpus { format, columns }) = Corpus::of_candidate(candidate) else {
        return Ok(pairs(&read_one(candidate.origin())?));
    };
    let columns = columns.map(ColumnChoice::At);
    let mut reader = open_corpus(candidate.origin(), format, columns, &ProgressBar::hidden())?;
    let mut all = Vec::new();
    while let Some(stretch) = reader.next_stretch()? {
        all.extend(pairs(&stretch.document));
        for error in stretch.errors {
            failures.tell(&error.into());
        }
    }
    Ok(all)
}

fn pairs(document: &Document) -> Vec<[String; 2]> {
    let links = Checker::new().link(document);
    let text = |passages: &[Passage]| {
        let text = |p: &Passage| -> &str { p.span.of(document.turn(p.turn).text()) };
        passages.iter().map(text).collect::<Vec<_>>().join(" ")
    };
    let sentences = sentence_links(document, &links, Dictionary::builtin());
    let beads = sentences.iter().flat_map(|sentences| &sentences.beads);
    let paired = beads.filter(|bead| !bead.zh.is_empty() && !bead.en.is_empty());
    paired.map(|bead| [text(&bead.zh), text(&bead.en)]).collect()
}
