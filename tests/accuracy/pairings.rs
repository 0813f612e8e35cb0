//! Transcripts whose pairing broke in many places at once, as it does in practice, written for this test by another
//! hand: English that runs late, then early, blocks pasted elsewhere, turns lost, cut and translated twice. The tables
//! hold what belongs together.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use duizhao::Checker;
use duizhao::document::Document;
use duizhao::input::transcript;
use duizhao::link::Links;
use duizhao::text::{Side, Source};

const NAMES: [&str; 8] = ["clocks", "film", "grid", "hearing", "mill", "safety", "wards", "watts"];

/// Least share of links that are right and found (F1).
const F1: f64 = 0.97;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pairings")
}

fn transcript(name: &str) -> Document {
    let path = folder().join(format!("{name}.md"));
    let text = std::fs::read_to_string(&path).expect("a transcript");
    transcript::read(Source::from_text(&path, text)).expect("a transcript")
}

/// Which turns belong together, and which are second copies.
struct Truth {
    pairs: BTreeSet<(String, String)>,
    again: BTreeSet<(String, String)>,
}

fn truth(name: &str) -> Truth {
    let path = folder().join(format!("{name}-links.tsv"));
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

#[test]
fn what_belongs_together_is_found_where_the_pairing_broke_often() {
    let (mut right, mut surplus, mut missed) = (0, 0, 0);
    for name in NAMES {
        let document = transcript(&format!("{name}-broken"));
        let (truth, found) = (truth(name), found(&Checker::new().link(&document)));
        right += found.intersection(&truth.pairs).count();
        for pair in found.difference(&truth.pairs).filter(|pair| !truth.again.contains(pair)) {
            println!("    {name}: {} and {} do not belong together", pair.0, pair.1);
            surplus += 1;
        }
        for (zh, en) in truth.pairs.difference(&found) {
            println!("    {name}: {zh} and {en} belong together");
            missed += 1;
        }
    }
    let f1 = 2.0 * f64::from(right as u32) / f64::from((2 * right + surplus + missed) as u32);
    println!(
        "links of eight broken transcripts: {right} right, {surplus} wrong, {missed} missed, F1 {f1:.3}"
    );
    assert!(f1 >= F1, "F1 {f1:.3}");
}

#[test]
fn the_same_transcripts_in_order_raise_few_alarms() {
    let (mut alarms, mut turns) = (0, 0);
    for name in NAMES {
        let document = transcript(name);
        turns += document.turns(Side::Zh).len();
        for finding in Checker::new().check(&document).findings {
            println!("    false alarm: {name}: {}: {}", finding.rule.id, finding.message);
            alarms += 1;
        }
    }
    println!("{alarms} alarms in {turns} turns");
    assert!(alarms <= 5, "{alarms} alarms in {turns} turns");
}
