//! Gathers what was found, or passes it on at once.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::Path;

use super::transcripts::Outcome;
use crate::cli::complain;
use crate::cli::failures::Failures;
use crate::cli::left_out::Why;
use crate::report::{Baseline, FileReport, Report, Streamed, Summary};

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

/// Files that were not checked: all are counted, and the first few are named.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    count: usize,
    named: Vec<String>,
}

impl LeftOut {
    const NAMED: usize = 5;

    fn add(&mut self, why: String) {
        self.count += 1;
        if self.named.len() < LeftOut::NAMED {
            self.named.push(why);
        }
    }

    /// Each on a line of its own, as the end of a message; nothing where there is none.
    pub(super) fn listed(&self) -> String {
        let mut text = if self.count == 0 { String::new() } else { ":".to_owned() };
        for why in &self.named {
            let _ = write!(text, "\n  {why}");
        }
        match self.count - self.named.len() {
            0 => {}
            more => {
                let _ = write!(text, "\n  and {more} more; `-v` names them all");
            }
        }
        text
    }
}

/// What has been found so far.
pub(super) struct Collector {
    verbose: bool,
    keep: Keep,
    streamed: Option<Streamed>,
    left_out: LeftOut,
    files: Vec<FileReport>,
    summary: Summary,
    failures: Failures,
    /// What is let pass.
    baseline: Option<Baseline>,
    /// What a new baseline is to hold, and the one that it takes the place of.
    written: Option<(Baseline, Baseline)>,
}

/// What a run came to.
pub(super) struct Collected {
    pub(super) report: Report,
    pub(super) summary: Summary,
    /// Whether something could not be read.
    pub(super) failed: bool,
    /// Files of folders that are no transcripts.
    pub(super) left_out: LeftOut,
    pub(super) baseline: Option<Baseline>,
    /// A new baseline, and the one that it takes the place of.
    pub(super) written: Option<(Baseline, Baseline)>,
}

impl Collector {
    pub(super) fn new(
        verbose: bool,
        keep: Keep,
        streamed: Option<Streamed>,
        baseline: Option<Baseline>,
        replaced: Option<Baseline>,
    ) -> Collector {
        Collector {
            verbose,
            keep,
            streamed,
            left_out: LeftOut::default(),
            files: Vec::new(),
            summary: Summary::default(),
            failures: Failures::default(),
            baseline,
            written: replaced.map(|old| (Baseline::default(), old)),
        }
    }

    pub(super) fn take(
        &mut self,
        outcome: Outcome,
        stream: &mut Option<&mut dyn Write>,
    ) -> io::Result<()> {
        match outcome {
            Outcome::Checked(file) => return self.add(*file, false, stream),
            Outcome::LeftOut(why) => self.leave_out(why),
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
        if let Some((written, old)) = &mut self.written {
            written.add(&file);
            old.meet(&file);
        }
        if let Some(baseline) = &mut self.baseline {
            baseline.apply(&mut file);
        }
        self.summary.add(&file, continues);
        if let (Some(out), Some(write)) = (stream, self.streamed) {
            write(&file, out)?;
        }
        if self.keep != Keep::Nothing {
            match self.files.last_mut().filter(|_| continues) {
                Some(last) => last.append(file),
                None => self.files.push(file),
            }
        }
        Ok(())
    }

    /// Notes that a file is not checked, and why; the text names it.
    pub(super) fn leave_out(&mut self, why: String) {
        if self.verbose {
            complain(&format!("left out: {why}"));
        }
        self.left_out.add(why);
    }

    /// Notes that a file of a folder is not looked at. Where nothing else is found, corpora are named all the same:
    /// somebody may have meant them.
    pub(super) fn pass_by(&mut self, path: &Path, why: Why) {
        let text = format!("{}: {why}", path.display());
        if self.verbose {
            complain(&format!("left out: {text}"));
        }
        if why == Why::Corpus {
            self.left_out.add(text);
        }
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
            left_out: self.left_out,
            baseline: self.baseline,
            written: self.written,
        }
    }
}
