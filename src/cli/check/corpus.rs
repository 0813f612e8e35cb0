//! Corpora: rows by stretches, so that memory does not grow with the file.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use anyhow::Context as _;

use super::collect::Collector;
use super::setup::Setup;
use crate::cli::progress;
use crate::input::corpus::{Columns, CorpusFormat, CorpusReader, Stretch};
use crate::report::Fingerprints;

/// A corpus to check.
pub(super) struct Corpus<'a> {
    pub(super) path: &'a Path,
    pub(super) format: CorpusFormat,
    pub(super) columns: Option<Columns>,
}

impl Corpus<'_> {
    /// Checks it stretch by stretch; while one is checked, the next one is read.
    ///
    /// # Errors
    /// Where findings cannot be written. What is wrong with the corpus goes to the collector.
    pub(super) fn check(
        &self,
        setup: &Setup,
        collector: &mut Collector,
        stream: &mut Option<&mut dyn Write>,
        progress: bool,
    ) -> io::Result<()> {
        let (name, input) = match self.open() {
            Ok(opened) => opened,
            Err(error) => {
                collector.fail(&error);
                return Ok(());
            }
        };
        let checker = match setup.checker(&[self.path]) {
            Ok(checker) => checker,
            Err(error) => {
                collector.fail(&error);
                return Ok(());
            }
        };
        let size = std::fs::metadata(self.path).map_or(0, |metadata| metadata.len());
        let bar = progress::bytes(size, progress);
        let input = BufReader::with_capacity(1 << 16, bar.wrap_read(input));
        let mut reader = CorpusReader::new(input, name, self.format, self.columns);
        let mut fingerprints = Fingerprints::default();
        let mut next = reader.next_stretch();
        let mut first = true;
        loop {
            let Stretch { document, errors } = match next {
                Ok(Some(stretch)) => stretch,
                Ok(None) => break,
                Err(error) => {
                    collector.fail(&error.into());
                    break;
                }
            };
            let (report, read) = rayon::join(
                || checker.check(&document).report_with(&document, &mut fingerprints),
                || reader.next_stretch(),
            );
            for error in errors {
                collector.fail(&error.into());
            }
            collector.add(report, !first, stream)?;
            first = false;
            next = read;
        }
        bar.finish_and_clear();
        Ok(())
    }

    fn open(&self) -> anyhow::Result<(&Path, Box<dyn Read + Send>)> {
        if self.path == Path::new("-") {
            return Ok((Path::new("<stdin>"), Box::new(io::stdin())));
        }
        let file = File::open(self.path);
        let file = file.with_context(|| format!("cannot read {}", self.path.display()))?;
        Ok((self.path, Box::new(file)))
    }
}
