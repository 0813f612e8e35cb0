//! The rows of a corpus from reader to collector: some stretches at a time.

use std::io::{self, Write};

use indicatif::ProgressBar;
use rayon::prelude::*;

use super::collect::Collector;
use super::sample::Sample;
use crate::check::Checker;
use crate::input::corpus::{CorpusError, RowError, Stretch};
use crate::report::{FileReport, Fingerprints};

/// Stretches for each thread that are read before they are checked: while a thread has a hard one, the
/// others go on.
const STRETCHES_AHEAD: usize = 2;

/// Checks some stretches at a time; while they are checked, the next ones are read. They are passed on
/// in their order.
pub(super) fn drain(
    checker: &Checker,
    mut read: impl FnMut() -> Result<Option<Stretch>, CorpusError> + Send,
    sample: Option<Sample>,
    bar: &ProgressBar,
    collector: &mut Collector,
    stream: &mut Option<&mut dyn Write>,
) -> io::Result<()> {
    let whole = collector.keeps_all();
    let most = STRETCHES_AHEAD * rayon::current_num_threads();
    let mut read = || {
        let mut stretch = read()?;
        if let (Some(stretch), Some(sample)) = (&mut stretch, sample) {
            stretch.document.keep_rows(|row| sample.holds(row));
        }
        Ok(stretch)
    };
    let mut fingerprints = Fingerprints::default();
    let mut rows = 0;
    let mut next = batch(&mut read, most);
    let mut continues = false;
    loop {
        let Batch { stretches, end } = next;
        let (checked, following) = rayon::join(
            || check_all(checker, stretches, whole),
            || if end.is_none() { batch(&mut read, most) } else { Batch::default() },
        );
        for (mut report, errors) in checked {
            for error in errors {
                collector.fail(&error.into());
            }
            rows += report.pairs();
            fingerprints.assign(&mut report.findings);
            collector.add(report, continues, stream)?;
            continues = true;
        }
        bar.set_message(format!("{rows} rows"));
        if let Some(out) = stream {
            out.flush()?;
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

/// The reports on the stretches. Unless the `whole` of them is wanted, what is not needed is thrown away
/// here, where other threads do the same.
fn check_all(
    checker: &Checker,
    stretches: Vec<Stretch>,
    whole: bool,
) -> Vec<(FileReport, Vec<RowError>)> {
    let check = |Stretch { document, errors }| {
        let mut report = checker.check(&document).report(&document);
        if !whole {
            report.keep_what_was_found();
        }
        (report, errors)
    };
    stretches.into_par_iter().map(check).collect()
}
