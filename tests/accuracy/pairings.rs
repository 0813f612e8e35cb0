//! Transcripts whose pairing broke in many places at once, as it does in practice, written for this test by another
//! hand: English that runs late, then early, blocks pasted elsewhere, turns lost, cut and translated twice. The tables
//! hold what belongs together.

use std::collections::BTreeSet;

use duizhao::Checker;
use duizhao::link::Links;
use duizhao::text::Side;

use crate::texts::{folder, transcript};

const NAMES: [&str; 20] = [
    "archive",
    "bell",
    "clocks",
    "film",
    "forgetting",
    "fridge",
    "grid",
    "hearing",
    "heron",
    "lantern",
    "lighthouse",
    "mill",
    "polaris",
    "reactor",
    "safety",
    "spikes",
    "street",
    "wards",
    "watts",
    "wreck",
];

/// Least share of links that are right and found (F1).
const F1: f64 = 0.97;

/// Which turns belong together, and which are second copies.
struct Truth {
    pairs: BTreeSet<(String, String)>,
    again: BTreeSet<(String, String)>,
}

fn truth(name: &str) -> Truth {
    let path = folder("pairings").join(format!("{name}-links.tsv"));
    let mut truth = Truth { pairs: BTreeSet::new(), again: BTreeSet::new() };
    for line in std::fs::read_to_string(path).expect("the links").lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let pair = (cells[0].to_owned(), cells[1].to_owned());
        let again = cells.get(2).is_some_and(|mark| *mark == "again");
        if again { &mut truth.again } else { &mut truth.pairs }.insert(pair);
    }
    truth
}

fn found(links: &Links) -> BTreeSet<(String, String)> {
    let mut pairs = BTreeSet::new();
    for link in links.links.iter().filter(|link| !link.again) {
        for zh in link.side(Side::Zh) {
            pairs.extend(
                link.side(Side::En).iter().map(|en| (zh.turn.to_string(), en.turn.to_string())),
            );
        }
    }
    pairs
}

/// Links that are right, surplus and missed.
#[derive(Clone, Copy, Default)]
struct Score {
    right: usize,
    surplus: usize,
    missed: usize,
}

impl Score {
    fn f1(self) -> f64 {
        let Score { right, surplus, missed } = self;
        2.0 * right as f64 / (2 * right + surplus + missed) as f64
    }
}

#[test]
fn what_belongs_together_is_found_where_the_pairing_broke_often() {
    let mut all = Score::default();
    for name in NAMES {
        let document = transcript("pairings", &format!("{name}-broken"));
        let checked = Checker::new().check(&document);
        let (truth, found) = (truth(name), found(&checked.links));
        let wrong = found.difference(&truth.pairs).filter(|pair| !truth.again.contains(pair));
        let missed = truth.pairs.difference(&found);
        wrong
            .clone()
            .for_each(|(zh, en)| println!("    {name}: {zh} and {en} do not belong together"));
        missed.clone().for_each(|(zh, en)| println!("    {name}: {zh} and {en} belong together"));
        let score = Score {
            right: found.intersection(&truth.pairs).count(),
            surplus: wrong.count(),
            missed: missed.count(),
        };
        println!("  {name:<8} F1 {:.3}, {} findings", score.f1(), checked.findings.len());
        all.right += score.right;
        all.surplus += score.surplus;
        all.missed += score.missed;
    }
    println!("  all      F1 {:.3}", all.f1());
    assert!(all.f1() >= F1, "F1 {:.3}", all.f1());
}

#[test]
fn the_same_transcripts_in_order_raise_few_alarms() {
    let (mut alarms, mut turns) = (0, 0);
    // One stands among the interviews in order, and is counted there.
    for name in NAMES.into_iter().filter(|name| *name != "polaris") {
        let document = transcript("pairings", name);
        turns += document.turns(Side::Zh).len();
        for finding in Checker::new().check(&document).findings {
            println!("    false alarm: {name}: {}: {}", finding.rule.id, finding.message);
            alarms += 1;
        }
    }
    println!("{alarms} alarms in {turns} turns");
    assert!(alarms <= 2, "{alarms} alarms in {turns} turns");
}
