//! Rows that were written for this test: good ones of many kinds, with all that makes a checker cry wolf, and
//! faulty ones, each with one fault.

use std::collections::{BTreeMap, BTreeSet};

use crate::rows::{Pair, flagged, row, rows_but_names_and_terms, share};

const GOOD: &str = include_str!("../data/good.tsv");
const FAULTY: &str = include_str!("../data/faulty.tsv");

/// All rules.
fn rules() -> Vec<&'static str> {
    duizhao::rules::REGISTRY.iter().map(|rule| rule.meta().id).collect()
}

fn pair<'t>(cells: &mut impl Iterator<Item = &'t str>) -> Pair {
    [(); 2].map(|()| cells.next().expect("two cells").to_owned())
}

#[test]
fn good_rows_are_quiet() {
    let pairs: Vec<Pair> = GOOD.lines().map(|line| pair(&mut line.split('\t'))).collect();
    let alarms = flagged(&pairs, &rules());
    for at in &alarms {
        println!("    false alarm: {} | {}", pairs[*at][0], pairs[*at][1]);
    }
    println!("{} good rows, {} flagged", pairs.len(), alarms.len());
    assert!(alarms.len() <= 75, "{} false alarms in {} rows", alarms.len(), pairs.len());
}

#[test]
fn faulty_rows_are_found() {
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let rows: Vec<(Pair, &str)> = FAULTY
        .lines()
        .map(|line| {
            let mut cells = line.split('\t');
            (pair(&mut cells), cells.next().expect("a kind"))
        })
        .collect();
    let pairs: Vec<Pair> = rows.iter().map(|(pair, _)| pair.clone()).collect();
    let found: BTreeSet<usize> = flagged(&pairs, &rules());
    for (at, (pair, kind)) in rows.iter().enumerate() {
        let (caught, all) = kinds.entry(*kind).or_default();
        *all += 1;
        *caught += usize::from(found.contains(&at));
        if !found.contains(&at) {
            println!("    missed, {kind}: {} | {}", pair[0], pair[1]);
        }
    }
    row("all", found.len(), rows.len());
    let (caught, all) = rows_but_names_and_terms(&kinds);
    assert!(share(caught, all) >= 0.725, "{caught} of {all} faulty rows are found");
}
