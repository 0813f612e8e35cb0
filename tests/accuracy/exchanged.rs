//! Amounts that changed places: good rows in which two of one kind are exchanged in the English.

use duizhao::finding::Finding;
use regex_lite::{Match, Regex};

use crate::rows::{Pair, alarms, all_kinds, found, row, share};

/// Shares, money, and counts with the word behind them.
const KINDS: [&str; 3] = [
    r"\d[\d,]*(?:\.\d+)?(?:%| percent)()",
    r"\$\d[\d,]*(?:\.\d+)?(?: million| billion)?()",
    r"\b\d[\d,]*(?:\.\d+)?( [a-z]+)\b",
];

fn is_of_places(finding: &Finding) -> bool {
    finding.rule.id == "number-mismatch" && finding.message.contains("changed places")
}

#[test]
fn good_rows_have_their_amounts_in_place() {
    let rows = all_kinds();
    assert_eq!(alarms("places", &rows, is_of_places), 0, "of {} good rows", rows.len());
}

#[test]
fn amounts_that_changed_places_are_found() {
    let rows: Vec<Pair> = all_kinds().iter().filter_map(exchanged).collect();
    let caught = found(&rows, is_of_places).len();
    row("amounts exchanged", caught, rows.len());
    // Told only where the dictionary leads the words around each to those around the other.
    assert!(share(caught, rows.len()) >= 0.2, "{caught} of {} are found", rows.len());
}

/// The row with the first two amounts of one kind exchanged, if the English has two that differ.
fn exchanged([zh, en]: &Pair) -> Option<Pair> {
    let [first, second] = KINDS.iter().find_map(|kind| two(kind, en))?;
    let between = &en[first.end()..second.start()];
    // The ends of a range are no two amounts.
    if between.len() < " and ".len() || matches!(between.trim(), "to" | "and" | "or") {
        return None;
    }
    let (before, behind) = (&en[..first.start()], &en[second.end()..]);
    let english = format!("{before}{}{between}{}{behind}", second.as_str(), first.as_str());
    Some([zh.clone(), english])
}

/// The first two amounts of a kind, if they differ and count the same.
fn two<'t>(kind: &str, text: &'t str) -> Option<[Match<'t>; 2]> {
    let pattern = Regex::new(kind).unwrap();
    let mut found = pattern.captures_iter(text);
    let (first, second) = (found.next()?, found.next()?);
    let whole = |captures: &regex_lite::Captures<'t>| captures.get(0).unwrap();
    let differ = whole(&first).as_str() != whole(&second).as_str();
    (differ && first[1] == second[1]).then(|| [whole(&first), whole(&second)])
}
