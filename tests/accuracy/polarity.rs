//! Denials: good rows, and rows that lost or won one.

use crate::rows::{Pair, alarms, all_kinds, flagged, of, row};

const RULE: &[&str] = &["polarity"];
const FAULTY: &str = include_str!("../data/faulty.tsv");

#[test]
fn good_rows_agree_on_what_they_deny() {
    let rows = all_kinds();
    let alarms = alarms("denials", &rows, of(RULE));
    assert!(alarms <= 4, "{alarms} of {} are flagged", rows.len());
}

#[test]
fn lost_and_added_denials_are_found() {
    let cells = FAULTY.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let faulty = cells.filter(|cells| cells.get(2) == Some(&"polarity"));
    let rows: Vec<Pair> = faulty.map(|cells| [cells[0].to_owned(), cells[1].to_owned()]).collect();
    let caught = flagged(&rows, RULE).len();
    row("denials lost or added", caught, rows.len());
    // Only what is denied word for word is held against the other side.
    assert!(caught * 6 >= rows.len(), "{caught} of {} are found", rows.len());
}
