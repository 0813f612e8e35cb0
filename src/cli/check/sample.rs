//! `--sample N`: so many rows of a corpus, spread evenly over it.

use crate::input::corpus::{CorpusError, Stretch};

/// Which rows are checked. The same corpus gives the same rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sample {
    wanted: u128,
    rows: u128,
}

impl Sample {
    /// So many rows of all that `read` gives, which are counted first.
    ///
    /// # Errors
    /// Where the corpus cannot be read to its end.
    pub(super) fn of(
        wanted: usize,
        mut read: impl FnMut() -> Result<Option<Stretch>, CorpusError>,
    ) -> Result<Sample, CorpusError> {
        let mut rows = 0;
        while let Some(stretch) = read()? {
            rows += stretch.document.pairs() as u128;
        }
        Ok(Sample { wanted: wanted as u128, rows })
    }

    /// Whether row `row`, from 0, is one of them.
    pub(super) fn holds(self, row: usize) -> bool {
        let before = |row: u128| row * self.wanted / self.rows.max(1);
        self.wanted >= self.rows || before(row as u128 + 1) > before(row as u128)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_as_wanted_are_spread_evenly() {
        for (wanted, rows) in [(0, 10), (3, 10), (10, 10), (20, 10), (1, 1), (7, 1000)] {
            let sample = Sample { wanted, rows };
            let held: Vec<usize> = (0..rows as usize).filter(|row| sample.holds(*row)).collect();
            assert_eq!(held.len() as u128, wanted.min(rows));
            let far = held.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0);
            assert!(far as u128 <= rows / wanted.max(1) + 1);
        }
    }
}
