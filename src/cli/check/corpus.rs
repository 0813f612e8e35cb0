//! Corpora: files of rows that have nothing to do with each other.

use std::fs::File;
use std::io::{self, BufRead, Read, Write};
use std::path::Path;

use anyhow::{Context as _, bail};
use indicatif::ProgressBar;

use super::collect::Collector;
use super::drain::drain;
use super::sample::Sample;
use super::setup::Setup;
use crate::cli::progress;
use crate::input::corpus::{Columns, CorpusFormat, CorpusReader, ParallelReader};
use crate::input::{Transcoded, transcoded, unpacked};

/// A corpus to check.
pub(super) struct Corpus<'a> {
    pub(super) path: &'a Path,
    pub(super) format: CorpusFormat,
    pub(super) columns: Option<Columns>,
    /// How many rows are wanted of it, if not all.
    pub(super) sample: Option<usize>,
}

type Input = Box<dyn BufRead + Send>;

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
        let size = std::fs::metadata(self.path).map_or(0, |metadata| metadata.len());
        let bar = progress::bytes(size, progress);
        let ready = || -> anyhow::Result<_> {
            let sample = match self.sample {
                Some(wanted) => Some(self.sample(wanted)?),
                None => None,
            };
            Ok((setup.checker(&[self.path])?, sample, self.reader(&bar)?))
        };
        match ready() {
            Ok((checker, sample, mut reader)) => {
                let read = || reader.next_stretch();
                drain(&checker, read, sample, &bar, collector, stream)?;
            }
            Err(error) => collector.fail(&error),
        }
        bar.finish_and_clear();
        Ok(())
    }

    fn sample(&self, wanted: usize) -> anyhow::Result<Sample> {
        if self.path == Path::new("-") {
            bail!("cannot take a sample of standard input, whose rows cannot be counted first");
        }
        let mut reader = self.reader(&ProgressBar::hidden())?;
        Ok(Sample::of(wanted, || reader.next_stretch())?)
    }

    fn reader(&self, bar: &ProgressBar) -> anyhow::Result<CorpusReader<Input>> {
        let (name, input): (&Path, Box<dyn Read + Send>) = if self.path == Path::new("-") {
            (Path::new("<stdin>"), Box::new(io::stdin()))
        } else {
            let file = File::open(self.path);
            (self.path, Box::new(file.with_context(|| cannot_read(self.path))?))
        };
        let text = unpacked(bar.wrap_read(input)).and_then(transcoded);
        let Transcoded { input, encoding, mark } = text.with_context(|| cannot_read(name))?;
        let reader = CorpusReader::new(input, name, self.format, self.columns);
        Ok(reader.transcoded_from(encoding, mark))
    }
}

fn cannot_read(path: &Path) -> String {
    format!("cannot read {}", path.display())
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
    let reader = || -> anyhow::Result<ParallelReader<Input>> {
        let open = |path: &Path| -> anyhow::Result<Transcoded<'static>> {
            let file = File::open(path).with_context(|| cannot_read(path))?;
            unpacked(file).and_then(transcoded).with_context(|| cannot_read(path))
        };
        let (zh_text, en_text) = (open(zh)?, open(en)?);
        let were = [&zh_text, &en_text].map(|text| (text.encoding, text.mark));
        let reader = ParallelReader::new((zh_text.input, zh), (en_text.input, en));
        Ok(reader.transcoded_from(were))
    };
    let ready = || -> anyhow::Result<_> {
        let sample = match sample {
            Some(wanted) => {
                let mut reader = reader()?;
                Some(Sample::of(wanted, || reader.next_stretch())?)
            }
            None => None,
        };
        Ok((setup.checker(&[zh, en])?, sample, reader()?))
    };
    match ready() {
        Ok((checker, sample, mut reader)) => {
            let read = || reader.next_stretch();
            drain(&checker, read, sample, &ProgressBar::hidden(), collector, stream)
        }
        Err(error) => {
            collector.fail(&error);
            Ok(())
        }
    }
}
