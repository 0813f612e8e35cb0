//! A list in JSON that is written as it comes, so that a report of many findings is not built twice.

use serde::{Serialize, Serializer};

/// The items of the iterator that the function makes.
pub(super) struct Each<F>(pub(super) F);

impl<F, I> Serialize for Each<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
