//! Whole interviews in two languages, written for this test: as they are, and with faults of the kinds that editing
//! makes, each with the turns that it hits.

use std::collections::BTreeMap;

use duizhao::Checker;
use duizhao::document::Document;
use duizhao::finding::Finding;
use duizhao::text::Side;

use crate::rows::{rows_but_names_and_terms, share};
use crate::texts::{folder, transcript};

fn interview(name: &str) -> Document {
    transcript("interviews", name)
}

fn findings(document: &Document) -> Vec<Finding> {
    Checker::new().check(document).findings
}

/// A fault: its file and kind, the Chinese turn that it hits and the English one, from 1.
type Fault<'t> = (&'t str, &'t str, Option<usize>, Option<usize>);

fn faults(table: &str) -> Vec<Fault<'_>> {
    let cells = table.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    cells.map(|cells| (cells[0], cells[1], cells[2].parse().ok(), cells[3].parse().ok())).collect()
}

/// Which rules tell a fault of that kind.
fn tells(kind: &str, rule: &str) -> bool {
    match kind {
        "missing" | "extra" | "swapped" | "shifted" | "merged" | "split" => {
            rule.starts_with("pairing")
        }
        "duplicate" => rule == "pairing-duplicate",
        "truncated" => rule == "turn-truncated" || rule == "sentence-missing",
        // What one side lacks, the other has too much.
        "omission" | "addition" => rule.starts_with("sentence") || rule == "length-ratio",
        "number" => rule.starts_with("number"),
        "speaker" => rule.starts_with("speaker"),
        "untranslated" => rule == "untranslated",
        "term" => rule.starts_with("term"),
        "polarity" => rule == "polarity",
        _ => rule.starts_with("name") || rule.starts_with("term"),
    }
}

#[test]
fn faults_of_editing_are_found() {
    let table =
        std::fs::read_to_string(folder("interviews").join("faults.tsv")).expect("the faults");
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut found: BTreeMap<&str, Vec<Finding>> = BTreeMap::new();
    for (file, kind, zh, en) in faults(&table) {
        let all =
            found.entry(file).or_insert_with(|| findings(&interview(&format!("{file}-broken"))));
        let hits = |finding: &Finding| {
            finding.turns.iter().any(|turn| {
                let number = if turn.side() == Side::Zh { zh } else { en };
                number == Some(turn.index() + 1)
            })
        };
        let caught = all.iter().any(|finding| tells(kind, finding.rule.id) && hits(finding));
        let count = kinds.entry(kind).or_default();
        count.0 += usize::from(caught);
        count.1 += 1;
        if !caught {
            println!("    missed, {kind}: {file} Z{zh:?} E{en:?}");
        }
    }
    let (caught, all) = rows_but_names_and_terms(&kinds);
    assert!(share(caught, all) >= 0.895, "{caught} of {all} faults are found");
}

/// The names of all interviews, of which some have no faulty copy.
fn good_interviews() -> Vec<String> {
    let entries = std::fs::read_dir(folder("interviews")).expect("the interviews");
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let good = names.filter_map(|name| name.strip_suffix(".md").map(str::to_owned));
    let mut good: Vec<String> = good.filter(|name| !name.ends_with("-broken")).collect();
    good.sort();
    good
}

#[test]
fn good_interviews_are_quiet() {
    let files = good_interviews();
    let (mut turns, mut alarms) = (0, 0);
    for file in &files {
        let document = interview(file);
        turns += document.pairs();
        for finding in findings(&document) {
            println!("    false alarm: {file}: {}: {}", finding.rule.id, finding.message);
            alarms += 1;
        }
    }
    println!("{} good interviews, {turns} turns, {alarms} findings", files.len());
    assert!(alarms <= 56, "{alarms} false alarms in {} interviews", files.len());
}
