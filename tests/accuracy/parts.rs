//! Parts of sentences: good rows, and the same with what belongs to another row joined to one side.

use crate::rows::{Pair, alarms, flagged, of, row, share, written};

const RULES: &[&str] = &["sentence-missing", "sentence-extra"];

/// How many rows further on the part is taken from.
const APART: usize = 7;

#[test]
fn good_rows_lack_no_part() {
    let rows = single();
    let alarms = alarms("parts", &rows, of(RULES));
    assert!(alarms <= 3, "{alarms} of {} good rows", rows.len());
}

#[test]
fn parts_of_another_row_are_found() {
    for (side, name, floor) in [(0, "Chinese joined", 0.5), (1, "English joined", 0.55)] {
        let rows = joined(side);
        let caught = flagged(&rows, RULES).len();
        row(name, caught, rows.len());
        assert!(share(caught, rows.len()) >= floor, "{caught} of {} are found", rows.len());
    }
}

/// The good rows of one sentence: of more the alignment of sentences tells.
fn single() -> Vec<Pair> {
    let ends = |text: &str, marks: &[char]| text.trim_end_matches(marks).contains(marks);
    let mut rows = written();
    rows.retain(|[zh, en]| {
        !ends(zh, &['。', '！', '？', '；'])
            && !ends(en, &['!', '?', ';'])
            && !en.trim_end().trim_end_matches('.').contains(". ")
    });
    rows
}

/// The good rows, to that side of which another row is joined as a clause.
fn joined(side: usize) -> Vec<Pair> {
    let rows = single();
    let join = |(own, other): (&Pair, &Pair)| {
        let mut joined = own.clone();
        let comma = ["，", ", "][side];
        joined[side] = format!("{}{comma}{}", own[side].trim_end_matches(['。', '.']), other[side]);
        joined
    };
    rows.iter().zip(rows.iter().cycle().skip(APART)).map(join).collect()
}
