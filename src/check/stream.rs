//! The rows of a corpus, some stretches at a time.

use rayon::prelude::*;

use super::{Checked, Checker};
use crate::document::Document;

/// Stretches for each thread that are read before they are checked: while a thread has a hard one, the
/// others go on.
const STRETCHES_AHEAD: usize = 2;

impl Checker {
    /// Checks a corpus of any length in parallel: while some stretches are checked, the next ones are read.
    /// `keep` says, on the thread that checked it, what is to be kept of a stretch; `take` is given that in the
    /// order of the rows.
    ///
    /// ```
    /// use duizhao::Checker;
    /// use duizhao::input::corpus::{CorpusFormat, CorpusReader};
    ///
    /// let rows = "他们有 300 名员工。\tThey have 3,000 employees.\n一切正常。\tAll is well.\n";
    /// let mut reader = CorpusReader::new(rows.as_bytes(), "rows.tsv", CorpusFormat::Tsv, None);
    /// let mut found = 0;
    /// Checker::new().check_stream(
    ///     || reader.next_stretch(),
    ///     |_, checked| checked.findings.len(),
    ///     |findings| {
    ///         found += findings;
    ///         Ok::<(), Box<dyn std::error::Error>>(())
    ///     },
    /// )?;
    /// assert_eq!(found, 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// What `read` failed with, after all before it was taken, or what `take` failed with.
    pub fn check_stream<S, T, F, E>(
        &self,
        read: impl FnMut() -> Result<Option<S>, F> + Send,
        keep: impl Fn(S, Checked) -> T + Sync,
        take: impl FnMut(T) -> Result<(), E>,
    ) -> Result<(), E>
    where
        S: AsRef<Document> + Send,
        T: Send,
        F: Send,
        E: From<F>,
    {
        let check = |stretch: S| {
            let checked = self.check(stretch.as_ref());
            keep(stretch, checked)
        };
        in_order(read, check, take)
    }
}

/// Does `work` in parallel on what `read` gives: while some stretches are worked on, the next ones are read.
/// `take` is given what it came to in the order of the stretches.
///
/// # Errors
/// As [`Checker::check_stream`].
pub(crate) fn in_order<S, T, F, E>(
    mut read: impl FnMut() -> Result<Option<S>, F> + Send,
    work: impl Fn(S) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E>
where
    S: Send,
    T: Send,
    F: Send,
    E: From<F>,
{
    let most = STRETCHES_AHEAD * rayon::current_num_threads();
    let mut next = Batch::read(&mut read, most);
    loop {
        let Batch { stretches, end } = next;
        let goes_on = end.is_none();
        let (done, following) = rayon::join(
            || stretches.into_par_iter().map(&work).collect::<Vec<T>>(),
            || if goes_on { Batch::read(&mut read, most) } else { Batch::default() },
        );
        done.into_iter().try_for_each(&mut take)?;
        match end {
            None => next = following,
            Some(end) => return Ok(end?),
        }
    }
}

/// Stretches to check, and how the corpus ends behind them, if it does.
struct Batch<S, F> {
    stretches: Vec<S>,
    end: Option<Result<(), F>>,
}

impl<S, F> Default for Batch<S, F> {
    fn default() -> Batch<S, F> {
        Batch { stretches: Vec::new(), end: None }
    }
}

impl<S, F> Batch<S, F> {
    fn read(read: &mut impl FnMut() -> Result<Option<S>, F>, most: usize) -> Batch<S, F> {
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
}
