//! Sentences that say the opposite: good rows, and rows that lost or won a denial, or took a word for its opposite.

use crate::rows::{Pair, alarms, all_kinds, flagged, of, row, share};

const RULE: &[&str] = &["polarity"];
const FAULTY: &str = include_str!("../data/faulty.tsv");

#[test]
fn good_rows_agree_on_what_they_deny() {
    let rows = all_kinds();
    let alarms = alarms("denials", &rows, of(RULE));
    assert!(alarms <= 2, "{alarms} of {} are flagged", rows.len());
}

#[test]
fn lost_and_added_denials_are_found() {
    let cells = FAULTY.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let faulty = cells.filter(|cells| cells.get(2) == Some(&"polarity"));
    let rows: Vec<Pair> = faulty.map(|cells| [cells[0].to_owned(), cells[1].to_owned()]).collect();
    let caught = flagged(&rows, RULE).len();
    row("said the opposite", caught, rows.len());
    // Of the others another word may make up for the denial.
    assert!(share(caught, rows.len()) >= 0.5, "{caught} of {} are found", rows.len());
}
