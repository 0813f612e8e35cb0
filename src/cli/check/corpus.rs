//! Corpora: files of rows that have nothing to do with each other.

use std::io::{self, Cursor, Write};
use std::path::Path;

use anyhow::{anyhow, bail};
use indicatif::ProgressBar;

use super::collect::Collector;
use super::drain::drain;
use super::sample::Sample;
use super::setup::Setup;
use crate::cli::files::Candidate;
use crate::cli::progress;
use crate::cli::read::{Rows, corpus, open_corpus, open_parallel, parallel};
use crate::gate::Earlier;
use crate::input::corpus::{ColumnChoice, CorpusError, CorpusFormat, CorpusReader, Stretch};

/// A corpus to check.
pub(super) struct Corpus<'a> {
    pub(super) file: &'a Candidate,
    pub(super) format: CorpusFormat,
    pub(super) columns: Option<ColumnChoice>,
    /// How many rows are wanted of it, if not all.
    pub(super) sample: Option<usize>,
}

impl Corpus<'_> {
    /// Checks it. What is wrong with the corpus goes to the collector.
    ///
    /// # Errors
    /// Where findings cannot be written.
    pub(super) fn check(
        &self,
        setup: &Setup,
        collector: &mut Collector,
        stream: &mut Option<&mut dyn Write>,
        progress: bool,
    ) -> io::Result<()> {
        let path = self.file.path.as_path();
        let size = std::fs::metadata(path).map_or(0, |metadata| metadata.len());
        let bar = progress::bytes(size, progress);
        let ready = || -> anyhow::Result<_> {
            let sample = match self.sample {
                Some(wanted) => Some(self.sample(wanted)?),
                None => None,
            };
            let checker = setup.checker([path], |[older], earlier| {
                let mut reader =
                    corpus(path, Cursor::new(older), self.format, self.columns.clone())?;
                add_all(earlier, || reader.next_stretch())
            })?;
            Ok((checker, sample, self.reader(&bar)?))
        };
        match ready() {
            Ok((checker, sample, mut reader)) => {
                let mut any = false;
                let read = || {
                    let stretch = reader.next_stretch()?;
                    any |= stretch.is_some();
                    Ok(stretch)
                };
                let ended = drain(&checker, read, sample, &bar, collector, stream)?;
                if ended && !any {
                    collector.fail(&no_rows(&[path]));
                }
            }
            Err(error) => collector.fail(&error),
        }
        bar.finish_and_clear();
        Ok(())
    }

    fn sample(&self, wanted: usize) -> anyhow::Result<Sample> {
        if self.file.stdin {
            bail!("cannot take a sample of standard input, whose rows cannot be counted first");
        }
        let mut reader = self.reader(&ProgressBar::hidden())?;
        Ok(Sample::of(wanted, || reader.next_stretch())?)
    }

    fn reader(&self, bar: &ProgressBar) -> anyhow::Result<CorpusReader<Rows>> {
        open_corpus(self.file.origin(), self.format, self.columns.clone(), bar)
    }
}

/// What is wrong with files in which there is nothing to check.
fn no_rows(names: &[&Path]) -> anyhow::Error {
    let names: Vec<String> = names.iter().map(|name| name.display().to_string()).collect();
    let (is, holds) = if names.len() == 1 { ("it is", "holds") } else { ("they are", "hold") };
    anyhow!("{}: no rows were found: {is} empty or {holds} nothing but a head", names.join(", "))
}

/// Adds the rows of an older version. What it is like as a whole may have been the fault that was mended.
fn add_all(
    earlier: &mut Earlier,
    mut read: impl FnMut() -> Result<Option<Stretch>, CorpusError>,
) -> anyhow::Result<()> {
    loop {
        match read() {
            Ok(Some(stretch)) => earlier.add(&stretch.document),
            Ok(None) | Err(CorpusError::Unfit { .. } | CorpusError::Swapped { .. }) => {
                return Ok(());
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// Checks two files whose lines belong together one by one.
///
/// # Errors
/// Where findings cannot be written.
pub(super) fn check_parallel(
    setup: &Setup,
    [zh, en]: [&Path; 2],
    sample: Option<usize>,
    collector: &mut Collector,
    stream: &mut Option<&mut dyn Write>,
) -> io::Result<()> {
    let reader = || open_parallel([zh, en]);
    let ready = || -> anyhow::Result<_> {
        let sample = match sample {
            Some(wanted) => {
                let mut reader = reader()?;
                Some(Sample::of(wanted, || reader.next_stretch())?)
            }
            None => None,
        };
        let checker = setup.checker([zh, en], |older, earlier| {
            let mut reader = parallel([zh, en], older.map(Cursor::new))?;
            add_all(earlier, || reader.next_stretch())
        })?;
        Ok((checker, sample, reader()?))
    };
    match ready() {
        Ok((checker, sample, mut reader)) => {
            let mut any = false;
            let read = || {
                let stretch = reader.next_stretch()?;
                any |= stretch.is_some();
                Ok(stretch)
            };
            let ended = drain(&checker, read, sample, &ProgressBar::hidden(), collector, stream)?;
            if ended && !any {
                collector.fail(&no_rows(&[zh, en]));
            }
            Ok(())
        }
        Err(error) => {
            collector.fail(&error);
            Ok(())
        }
    }
}
