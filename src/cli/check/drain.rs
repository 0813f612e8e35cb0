//! The rows of a corpus from reader to collector.

use std::io::{self, Write};

use indicatif::ProgressBar;

use super::collect::Collector;
use super::guarded::guarded;
use super::sample::Sample;
use crate::check::{Checker, in_order};
use crate::input::corpus::{CorpusError, Stretch};
use crate::report::Fingerprints;

/// Checks a corpus a stretch at a time. What is found is passed on in the order of the rows. Whether it could be
/// read to its end.
pub(super) fn drain(
    checker: &Checker,
    mut read: impl FnMut() -> Result<Option<Stretch>, CorpusError> + Send,
    sample: Option<Sample>,
    bar: &ProgressBar,
    collector: &mut Collector,
    stream: &mut Option<&mut dyn Write>,
) -> io::Result<bool> {
    let whole = collector.keeps_all();
    let read = || -> Result<Option<Stretch>, CorpusError> {
        let mut stretch = read()?;
        if let (Some(stretch), Some(sample)) = (&mut stretch, sample) {
            stretch.document.keep_rows(|row| sample.holds(row));
        }
        Ok(stretch)
    };
    let check = |mut stretch: Stretch| {
        let report = guarded(&mut stretch, |document| {
            let checked = checker.check(document);
            if whole { checked.report(document) } else { checked.findings_report(document) }
        });
        (report, stretch.errors)
    };
    let mut fingerprints = Fingerprints::default();
    let mut rows = 0;
    let mut continues = false;
    let ended = in_order(read, check, |(report, errors)| {
        for error in errors {
            collector.fail(&error.into());
        }
        let Some(mut report) = report else { return Ok(()) };
        rows += report.pairs();
        fingerprints.assign(&mut report.findings);
        collector.add(report, continues, stream)?;
        continues = true;
        bar.set_message(format!("{rows} rows"));
        match stream {
            Some(out) => Ok(out.flush()?),
            None => Ok(()),
        }
    });
    match ended {
        Ok(()) => Ok(true),
        Err(Failure::Input(error)) => {
            collector.fail(&error.into());
            Ok(false)
        }
        Err(Failure::Output(error)) => Err(error),
    }
}

/// What ends the work early.
enum Failure {
    Input(CorpusError),
    Output(io::Error),
}

impl From<CorpusError> for Failure {
    fn from(error: CorpusError) -> Failure {
        Failure::Input(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}
