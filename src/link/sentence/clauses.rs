//! Clauses of the other side that none of the other sentences says, and so may be what a sentence translates.
//!
//! Chinese strings clauses together with commas where English makes sentences of them. A dictionary need not know
//! the words of a free translation; but a clause that nothing else claims is a place for it.

use std::ops::Range;

use super::super::measures::Characters;
use super::super::vocabulary::ItemId;
use super::found::best;
use super::model::{MOST_ITEMS, Model};
use crate::text::{Side, clauses};

/// How much of its evidence a clause finds among the other sentences at most, to be left over.
const CLAIMED: f32 = 0.25;

/// A clause whose evidence weighs less says nothing by which it could be claimed.
const LEAST_WEIGHT: f32 = 2.0;

/// The length, in English characters, of the longest stretch of clauses in the segments `others` of `side` that is
/// claimed by none of `claimers`, the items of the other side.
pub(super) fn left_over(
    model: &Model<'_>,
    side: Side,
    others: Range<usize>,
    claimers: &[ItemId],
) -> f32 {
    let mut longest = 0.0_f32;
    let mut stretch = 0.0;
    let of = |at| {
        let text = model.text(side, at);
        clauses(text).map(|clause| clause.of(text))
    };
    for clause in others.flat_map(of) {
        let mut items = model.vocabulary.items_of(clause, side);
        items.truncate(MOST_ITEMS);
        let telling = items.iter().map(|&item| model.telling(side, item));
        let weight: f32 = telling.sum();
        let claimed: f32 = items.iter().map(|&item| best(model, side, item, claimers)).sum();
        if weight < LEAST_WEIGHT || claimed < CLAIMED * weight {
            stretch += Characters::of(clause, side).length(model.ratio());
            longest = longest.max(stretch);
        } else {
            stretch = 0.0;
        }
    }
    longest
}
