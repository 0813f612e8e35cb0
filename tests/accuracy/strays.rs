//! Rows that were paired wrongly: good rows, and the same with the English of another row.

use crate::rows::{Pair, all_kinds, flagged, row, share};

const RULE: &[&str] = &["pairing-shifted"];

/// How many rows further on the English is taken from.
const APART: usize = 7;

#[test]
fn rows_that_belong_together_are_not_parted() {
    let rows = all_kinds();
    let alarms = flagged(&rows, RULE);
    for at in &alarms {
        println!("    false alarm: {} | {}", rows[*at][0], rows[*at][1]);
    }
    println!("strays: {} good rows, {} flagged", rows.len(), alarms.len());
    assert!(alarms.len() * 1000 <= rows.len(), "{} of {} are flagged", alarms.len(), rows.len());
}

#[test]
fn rows_with_the_english_of_another_are_found() {
    let rows = all_kinds();
    let others = rows.iter().cycle().skip(APART);
    let strays: Vec<Pair> =
        rows.iter().zip(others).map(|(own, other)| [own[0].clone(), other[1].clone()]).collect();
    let caught = flagged(&strays, RULE).len();
    row("paired wrongly", caught, strays.len());
    // Short ones say too little, and of rows with numbers on both sides the rules on numbers speak.
    assert!(share(caught, strays.len()) >= 0.1, "{caught} of {} are found", strays.len());
}
