//! Rows that were paired wrongly: good rows, and the same with the English of another row.

use crate::rows::{Pair, alarms, all_kinds, flagged, of, row, share};

const RULE: &[&str] = &["pairing-shifted"];

/// How many rows further on the English is taken from.
const APART: usize = 7;

#[test]
fn rows_that_belong_together_are_not_parted() {
    let rows = all_kinds();
    let alarms = alarms("strays", &rows, of(RULE));
    assert!(alarms * 1000 <= rows.len(), "{alarms} of {} are flagged", rows.len());
}

#[test]
fn rows_with_the_english_of_another_are_found() {
    let rows = all_kinds();
    let others = rows.iter().cycle().skip(APART);
    let strays: Vec<Pair> =
        rows.iter().zip(others).map(|(own, other)| [own[0].clone(), other[1].clone()]).collect();
    let caught = flagged(&strays, RULE).len();
    row("paired wrongly", caught, strays.len());
    // Short ones say too little.
    assert!(share(caught, strays.len()) >= 0.6, "{caught} of {} are found", strays.len());
}
