//! Sentences that are there, but in another place: those that slipped over the border of two links, where the one
//! says at its end what the other language says at the start of the next, and those that a translator moved
//! inside a link. Neither is missed.

use std::ops::Range;

use super::found::agreement;
use super::gaps::PlacedGap;
use super::model::Model;
use crate::text::Side;

/// How much of their evidence two sentences share that translate each other.
const TRANSLATES: f32 = 0.3;

/// The same for sentences of one link, which share more by chance.
const MOVED: f32 = 0.4;

/// So many gaps of one link are held against each other.
const MOST_MOVED: usize = 60;

/// Takes out of `all`, the gaps of each run, those that are in each other's place.
pub(super) fn settle(model: &Model<'_>, runs: &[[Range<usize>; 2]], all: &mut [Vec<PlacedGap>]) {
    for behind in 1..all.len() {
        let before = behind - 1;
        if let Some((last, first)) =
            slip(model, [&runs[before], &runs[behind]], &all[before], &all[behind])
        {
            all[before].remove(last);
            all[behind].remove(first);
        }
    }
}

/// Takes out of the gaps of one run those that translate each other: there the order was changed.
pub(super) fn settle_moved(model: &Model<'_>, gaps: &mut Vec<PlacedGap>) {
    let side = |gaps: &[PlacedGap], side: Side| -> Vec<usize> {
        gaps.iter().filter(|(_, gap)| gap.side == side).map(|(segment, _)| *segment).collect()
    };
    let mut moved = Vec::new();
    // With more of them the sides have little to do with each other.
    if gaps.len() > MOST_MOVED {
        return;
    }
    for &zh in &side(gaps, Side::Zh) {
        for &en in &side(gaps, Side::En) {
            if agreement(model, &(zh..zh + 1), &(en..en + 1)) > MOVED {
                moved.extend([(Side::Zh, zh), (Side::En, en)]);
            }
        }
    }
    gaps.retain(|(segment, gap)| !moved.contains(&(gap.side, *segment)));
}

/// The places of two gaps, at the end of one run and the start of the next, that translate each other.
fn slip(
    model: &Model<'_>,
    [run, next_run]: [&[Range<usize>; 2]; 2],
    gaps: &[PlacedGap],
    next_gaps: &[PlacedGap],
) -> Option<(usize, usize)> {
    let last = |(segment, gap): &PlacedGap| segment + 1 == run[gap.side as usize].end;
    let first = |(segment, gap): &PlacedGap| *segment == next_run[gap.side as usize].start;
    for (at, (segment, gap)) in gaps.iter().enumerate().filter(|(_, gap)| last(gap)) {
        for (next_at, (other, next)) in next_gaps.iter().enumerate().filter(|(_, gap)| first(gap)) {
            let (zh, en) = if gap.side == Side::Zh { (segment, other) } else { (other, segment) };
            if next.side != gap.side
                && agreement(model, &(*zh..zh + 1), &(*en..en + 1)) > TRANSLATES
            {
                return Some((at, next_at));
            }
        }
    }
    None
}
