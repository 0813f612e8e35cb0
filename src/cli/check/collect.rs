//! Gathers what was found, or passes it on at once.

use std::io::{self, Write};

use super::transcripts::Outcome;
use crate::cli::complain;
use crate::cli::failures::Failures;
use crate::report::{Baseline, FileReport, Report, Summary, write_findings};

/// What is wanted in the end, beside what is written as it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// Counts.
    Nothing,
    /// Findings, and of a corpus the rows that they speak of: memory grows with what is found and not
    /// with the file.
    Found,
    /// A report of everything.
    Whole,
}

/// What has been found so far.
pub(super) struct Collector {
    verbose: bool,
    keep: Keep,
    files: Vec<FileReport>,
    summary: Summary,
    failures: Failures,
    /// What is let pass.
    baseline: Option<Baseline>,
    /// What a new baseline is to hold.
    written: Option<Baseline>,
}

/// What a run came to.
pub(super) struct Collected {
    pub(super) report: Report,
    pub(super) summary: Summary,
    /// Whether something could not be read.
    pub(super) failed: bool,
    pub(super) baseline: Option<Baseline>,
    pub(super) written: Option<Baseline>,
}

impl Collector {
    pub(super) fn new(
        verbose: bool,
        keep: Keep,
        baseline: Option<Baseline>,
        writes: bool,
    ) -> Collector {
        Collector {
            verbose,
            keep,
            files: Vec::new(),
            summary: Summary::default(),
            failures: Failures::default(),
            baseline,
            written: writes.then(Baseline::default),
        }
    }

    pub(super) fn take(
        &mut self,
        outcome: Outcome,
        stream: &mut Option<&mut dyn Write>,
    ) -> io::Result<()> {
        match outcome {
            Outcome::Checked(file) => return self.add(*file, false, stream),
            Outcome::LeftOut(why) if self.verbose => complain(&format!("left out: {why}")),
            Outcome::LeftOut(_) => {}
            Outcome::Failed(error) => self.fail(&error),
        }
        Ok(())
    }

    /// Adds a file, or the next stretch of the file that was added last.
    pub(super) fn add(
        &mut self,
        mut file: FileReport,
        continues: bool,
        stream: &mut Option<&mut dyn Write>,
    ) -> io::Result<()> {
        if let Some(written) = &mut self.written {
            written.add(&file);
        }
        if let Some(baseline) = &mut self.baseline {
            baseline.apply(&mut file);
        }
        self.summary.add(&file, continues);
        if let Some(out) = stream {
            write_findings(&file, out)?;
        }
        if self.keep != Keep::Nothing {
            match self.files.last_mut().filter(|_| continues) {
                Some(last) => last.append(file),
                None => self.files.push(file),
            }
        }
        Ok(())
    }

    /// Whether rows that nothing was found in are wanted in the end.
    pub(super) fn keeps_all(&self) -> bool {
        self.keep == Keep::Whole
    }

    /// Says what could not be read.
    pub(super) fn fail(&mut self, error: &anyhow::Error) {
        self.failures.tell(error);
    }

    /// Everything that was gathered.
    pub(super) fn finish(self) -> Collected {
        // The counts are of everything, whatever of it was kept.
        let report = Report { summary: self.summary.clone(), ..Report::new(self.files) };
        Collected {
            report,
            summary: self.summary,
            failed: self.failures.finish(),
            baseline: self.baseline,
            written: self.written,
        }
    }
}
