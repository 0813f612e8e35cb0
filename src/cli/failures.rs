//! What could not be read, told on standard error.

use super::complain;

/// They are named up to this many; then they are only counted.
const NAMED: usize = 20;

/// How much could not be read so far.
#[derive(Debug, Default)]
pub(super) struct Failures {
    count: usize,
}

impl Failures {
    /// Says what could not be read, unless too much was said already.
    pub(super) fn tell(&mut self, error: &anyhow::Error) {
        self.count += 1;
        if self.count <= NAMED {
            complain(&format!("{error:#}"));
        }
    }

    /// Says how many were not named, and whether there were any at all.
    pub(super) fn finish(self) -> bool {
        if let Some(more) = self.count.checked_sub(NAMED).filter(|more| *more > 0) {
            complain(&format!("{more} more that could not be read"));
        }
        self.count > 0
    }
}
