//! Corpora: rows by stretches, so that memory does not grow with the file, and some stretches at a time.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use anyhow::Context as _;
use rayon::prelude::*;

use super::collect::Collector;
use super::setup::Setup;
use crate::check::Checker;
use crate::cli::progress;
use crate::input::corpus::{
    Columns, CorpusError, CorpusFormat, CorpusReader, ParallelReader, RowError, Stretch,
};
use crate::input::unpacked;
use crate::report::{FileReport, Fingerprints};

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
        let input = match unpacked(bar.wrap_read(input)) {
            Ok(input) => input,
            Err(error) => {
                collector.fail(
                    &anyhow::Error::new(error).context(format!("cannot read {}", name.display())),
                );
                return Ok(());
            }
        };
        let mut reader = CorpusReader::new(input, name, self.format, self.columns);
        drain(&checker, || reader.next_stretch(), collector, stream)?;
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

/// Stretches for each thread that are read before they are checked: while a thread has a hard one, the
/// others go on.
const STRETCHES_AHEAD: usize = 2;

/// Checks some stretches at a time; while they are checked, the next ones are read. They are passed on
/// in their order.
fn drain(
    checker: &Checker,
    mut read: impl FnMut() -> Result<Option<Stretch>, CorpusError> + Send,
    collector: &mut Collector,
    stream: &mut Option<&mut dyn Write>,
) -> io::Result<()> {
    let most = STRETCHES_AHEAD * rayon::current_num_threads();
    let mut fingerprints = Fingerprints::default();
    let mut next = batch(&mut read, most);
    let mut continues = false;
    loop {
        let Batch { stretches, end } = next;
        let (checked, following) = rayon::join(
            || check_all(checker, stretches),
            || if end.is_none() { batch(&mut read, most) } else { Batch::default() },
        );
        for (mut report, errors) in checked {
            for error in errors {
                collector.fail(&error.into());
            }
            fingerprints.assign(&mut report.findings);
            collector.add(report, continues, stream)?;
            continues = true;
        }
        match end {
            None => next = following,
            Some(Ok(())) => return Ok(()),
            Some(Err(error)) => {
                collector.fail(&error.into());
                return Ok(());
            }
        }
    }
}

/// Stretches to check, and how the corpus ends behind them, if it does.
#[derive(Default)]
struct Batch {
    stretches: Vec<Stretch>,
    end: Option<Result<(), CorpusError>>,
}

fn batch(read: &mut impl FnMut() -> Result<Option<Stretch>, CorpusError>, most: usize) -> Batch {
    let mut batch = Batch::default();
    while batch.stretches.len() < most && batch.end.is_none() {
        match read() {
            Ok(Some(stretch)) => batch.stretches.push(stretch),
            Ok(None) => batch.end = Some(Ok(())),
            Err(error) => batch.end = Some(Err(error)),
        }
    }
    batch
}

fn check_all(checker: &Checker, stretches: Vec<Stretch>) -> Vec<(FileReport, Vec<RowError>)> {
    let check = |Stretch { document, errors }| (checker.check(&document).report(&document), errors);
    stretches.into_par_iter().map(check).collect()
}

/// Checks two files whose lines belong together one by one.
pub(super) fn check_parallel(
    setup: &Setup,
    [zh, en]: [&Path; 2],
    collector: &mut Collector,
    stream: &mut Option<&mut dyn Write>,
) -> io::Result<()> {
    let open = |path: &Path| -> anyhow::Result<_> {
        let cannot = || format!("cannot read {}", path.display());
        let file = File::open(path).with_context(cannot)?;
        unpacked(file).with_context(cannot)
    };
    let opened = open(zh).and_then(|first| Ok((first, open(en)?, setup.checker(&[zh, en])?)));
    let (first, second, checker) = match opened {
        Ok(opened) => opened,
        Err(error) => {
            collector.fail(&error);
            return Ok(());
        }
    };
    let mut reader = ParallelReader::new((first, zh), (second, en));
    drain(&checker, || reader.next_stretch(), collector, stream)
}
