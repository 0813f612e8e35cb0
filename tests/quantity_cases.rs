//! Scores the readers and the comparison on cases with right answers, where they lie beside the
//! repository. Run with `--nocapture` for what is wrong.
#![expect(clippy::print_stdout, reason = "tables and misses are for whoever runs the benchmark")]

use std::fs;
use std::path::{Path, PathBuf};

use duizhao::quantity::{Passage, compare, read};
use duizhao::text::Side;
use serde_json::Value;

fn shared() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("DUIZHAO_SHARED").map_or(beside, PathBuf::from).join("cases");
    if !folder.is_dir() {
        println!("skipped: no folder `shared` beside the repository, nor one in DUIZHAO_SHARED");
        return None;
    }
    Some(folder)
}

/// Whether a comparison finds fault with a pair of sentences.
fn differs(zh: &str, en: &str) -> bool {
    let (zh_read, en_read) = (read(Side::Zh, zh), read(Side::En, en));
    let zh = [Passage { text: zh, quantities: &zh_read }];
    let en = [Passage { text: en, quantities: &en_read }];
    !compare(&zh, &en, [&[], &[]]).is_empty()
}

fn score(name: &str, right: usize, total: usize, floor: f64) {
    let share = right as f64 / total.max(1) as f64;
    println!("{name}: {right} of {total} right ({:.1} %)", share * 100.0);
    assert!(share >= floor, "{name}: {share:.3} is below {floor}");
}

#[test]
fn sentence_pairs() {
    let Some(folder) = shared() else { return };
    let table = fs::read_to_string(folder.join("numbers-dev.tsv")).expect("numbers-dev.tsv");
    let (mut right, mut total) = (0, 0);
    for row in table.lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [zh, en, verdict, ..] = fields[..] else { continue };
        total += 1;
        if differs(zh, en) == (verdict == "different") {
            right += 1;
        } else {
            println!("{verdict}: {zh} | {en}");
            for (side, text) in [(Side::Zh, zh), (Side::En, en)] {
                let read = read(side, text);
                println!(
                    "    {:?}",
                    read.iter()
                        .map(|q| format!("{} = {q} {:?}", q.span.of(text), q.weight))
                        .collect::<Vec<_>>()
                );
            }
        }
    }
    score("sentence pairs", right, total, 0.98);
}

#[test]
fn expressions() {
    let Some(folder) = shared() else { return };
    let text = fs::read_to_string(folder.join("quantity-pairs-dev.json")).expect("cases");
    let cases: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    let (mut right, mut total) = (0, 0);
    for case in &cases {
        let (zh, en) = (case["zh"].as_str().expect("zh"), case["en"].as_str().expect("en"));
        if case["equal"] != true {
            continue;
        }
        total += 1;
        if differs(zh, en) {
            println!("{zh} | {en}");
            for (side, text) in [(Side::Zh, zh), (Side::En, en)] {
                let read = read(side, text);
                println!(
                    "    {:?}",
                    read.iter()
                        .map(|q| format!("{} = {q} {:?}", q.span.of(text), q.weight))
                        .collect::<Vec<_>>()
                );
            }
        } else {
            right += 1;
        }
    }
    score("equal expressions", right, total, 0.99);
}

#[test]
fn values_in_sentences() {
    let Some(folder) = shared() else { return };
    let text = fs::read_to_string(folder.join("quantities-dev.json")).expect("cases");
    let cases: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    let (mut right, mut total) = (0, 0);
    for case in &cases {
        let side = if case["lang"] == "zh" { Side::Zh } else { Side::En };
        let sentence = case["text"].as_str().expect("text");
        let found: Vec<f64> = read(side, sentence)
            .iter()
            .filter_map(|quantity| quantity.value.low().or(quantity.value.high()))
            .map(|value| *value.numer() as f64 / *value.denom() as f64)
            .collect();
        for expected in case["quantities"].as_array().expect("quantities") {
            let value = expected["value"].as_str().unwrap_or_default().trim_end_matches('%');
            let Ok(value) = value.parse::<f64>() else { continue };
            total += 1;
            let close = |found: &f64| (found - value).abs() <= value.abs() * 1e-9;
            if found.iter().any(close) {
                right += 1;
            } else {
                println!("{sentence}: {} is {value}, read {found:?}", expected["text"]);
            }
        }
    }
    score("values in sentences", right, total, 0.97);
}
