//! Two texts of one segment a line, aligned by content.

use std::ops::Range;

use super::align_runs;
use super::model::{Model, Scope};
use super::score::Priors;
use crate::dictionary::Dictionary;
use crate::text::Side;

/// Which lines belong together: for each bead the lines of both sides, from 0 and in order; one of
/// the ranges may be empty. Time and memory grow about linearly with the number of lines.
pub fn align_lines(
    zh: &[&str],
    en: &[&str],
    dictionary: &Dictionary,
) -> Vec<(Range<usize>, Range<usize>)> {
    let mut model = Model::new(dictionary, Scope::Document);
    let en = model.add(Side::En, en.iter().copied());
    let zh = model.add(Side::Zh, zh.iter().copied());
    model.weigh();
    model.priors = Priors::of_lines();
    let found = align_runs(&mut model, &[[zh, en]]);
    found.into_iter().flatten().map(|step| (step.zh, step.en)).collect()
}
