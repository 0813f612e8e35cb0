//! Scores the readers and the comparison on cases with right answers: those in `tests/data`, and
//! those that lie beside the repository. Run with `--nocapture` for what is wrong.
#![expect(clippy::print_stdout, reason = "tables and misses are for whoever runs the benchmark")]

use std::fs;
use std::path::{Path, PathBuf};

use duizhao::quantity::{Passage, Quantity, Weight, compare, read};
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

fn json(path: &Path) -> Vec<Value> {
    serde_json::from_str(&fs::read_to_string(path).expect("cases")).expect("JSON")
}

/// Whether a comparison finds fault with a pair of sentences.
fn differs(zh: &str, en: &str) -> bool {
    let (zh_read, en_read) = (read(Side::Zh, zh), read(Side::En, en));
    let zh = [Passage { text: zh, quantities: &zh_read }];
    let en = [Passage { text: en, quantities: &en_read }];
    !compare(&zh, &en, [&[], &[]]).is_empty()
}

/// How the quantities of a text are read, for people.
fn shown(side: Side, text: &str) -> Vec<String> {
    let show = |q: &Quantity| format!("{} = {q} {:?}", q.span.of(text), q.weight);
    read(side, text).iter().map(show).collect()
}

fn score(name: &str, right: usize, total: usize, floor: f64) {
    let share = right as f64 / total.max(1) as f64;
    println!("{name}: {right} of {total} right ({:.1} %)", share * 100.0);
    assert!(share >= floor, "{name}: {share:.3} is below {floor}");
}

/// Scores pairs of sentences, each with whether they differ.
fn score_pairs<'c>(name: &str, cases: impl Iterator<Item = (&'c str, &'c str, bool)>, floor: f64) {
    let (mut right, mut total) = (0, 0);
    for (zh, en, different) in cases {
        total += 1;
        if differs(zh, en) == different {
            right += 1;
        } else {
            println!("{}: {zh} | {en}", if different { "different" } else { "same" });
            for (side, text) in [(Side::Zh, zh), (Side::En, en)] {
                println!("    {:?}", shown(side, text));
            }
        }
    }
    score(name, right, total, floor);
}

/// The pairs of a table with the columns zh, en, verdict, why.
fn pairs(table: &str) -> impl Iterator<Item = (&str, &str, bool)> {
    table.lines().skip(1).filter_map(|row| {
        let mut fields = row.split('\t');
        let (zh, en) = (fields.next()?, fields.next()?);
        Some((zh, en, fields.next()? == "different"))
    })
}

/// Both ends of each quantity as floating point numbers.
fn ends(quantities: &[Quantity]) -> Vec<[Option<f64>; 2]> {
    let float = |value: duizhao::quantity::Value| *value.numer() as f64 / *value.denom() as f64;
    let ends = |q: &Quantity| [q.value.low(), q.value.high()].map(|end| end.map(float));
    quantities.iter().map(ends).collect()
}

fn close(found: Option<f64>, value: f64) -> bool {
    found.is_some_and(|found| (found - value).abs() <= value.abs() * 1e-9)
}

#[test]
fn own_sentence_pairs() {
    let table = include_str!("data/numbers.tsv");
    score_pairs("own sentence pairs", pairs(table), 0.955);
}

/// Long turns: good pairs side by side must stay quiet, and one wrong pair among them be found.
#[test]
fn own_pairs_in_long_turns() {
    let table = include_str!("data/numbers.tsv");
    let (wrong, good): (Vec<_>, Vec<_>) =
        pairs(table).filter(|(zh, en, different)| differs(zh, en) == *different).partition(|p| p.2);
    let joined = |parts: &[(&str, &str, bool)]| {
        let side = |text: fn(&(&str, &str, bool)) -> String| parts.iter().map(text).collect();
        let turn: [String; 2] = [side(|p| format!("{}。", p.0)), side(|p| format!("{}. ", p.1))];
        differs(&turn[0], &turn[1])
    };
    let (mut quiet, mut found, mut total) = (0, 0, 0);
    for (at, turn) in good.chunks_exact(5).enumerate() {
        total += 1;
        if joined(turn) {
            println!("{turn:?}");
        } else {
            quiet += 1;
        }
        let mut turn = turn.to_vec();
        turn[at % 5] = wrong[at % wrong.len()];
        found += usize::from(joined(&turn));
    }
    score("good long turns that are quiet", quiet, total, 0.98);
    score("wrong pairs in long turns that are found", found, total, 0.94);
}

#[test]
fn sentence_pairs() {
    let Some(folder) = shared() else { return };
    let table = fs::read_to_string(folder.join("numbers-dev.tsv")).expect("numbers-dev.tsv");
    score_pairs("sentence pairs", pairs(&table), 0.98);
}

#[test]
fn expressions() {
    let Some(folder) = shared() else { return };
    let cases = json(&folder.join("quantity-pairs-dev.json"));
    let equal = cases.iter().filter(|case| case["equal"] == true);
    let text = |case: &'_ Value, side: &str| case[side].as_str().expect("text").to_owned();
    let texts: Vec<_> = equal.map(|case| (text(case, "zh"), text(case, "en"))).collect();
    let pairs = texts.iter().map(|(zh, en)| (zh.as_str(), en.as_str(), false));
    score_pairs("equal expressions", pairs, 0.99);
}

/// Each row: a language, a sentence, and its values with semicolons between. `3..5` is a range, `-`
/// says that the sentence holds no quantity that needs a counterpart.
#[test]
fn own_values_in_sentences() {
    let (mut right, mut total) = (0, 0);
    for row in include_str!("data/quantities.tsv").lines().skip(1) {
        let [lang, sentence, values] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {row}");
        };
        let side = if lang == "zh" { Side::Zh } else { Side::En };
        let quantities = read(side, sentence);
        let found = ends(&quantities);
        let holds = |value: &str| {
            let number = |text: &str| text.parse::<f64>().expect("a number");
            match value.split_once("..") {
                None if value == "-" => quantities.iter().all(|q| q.weight == Weight::Light),
                None => found.iter().any(|[low, high]| close(low.or(*high), number(value))),
                Some((from, to)) => found
                    .iter()
                    .any(|[low, high]| close(*low, number(from)) && close(*high, number(to))),
            }
        };
        for value in values.split(';') {
            total += 1;
            if holds(value) {
                right += 1;
            } else {
                println!("{sentence}: {value} expected, read {:?}", shown(side, sentence));
            }
        }
    }
    score("own values in sentences", right, total, 0.97);
}

#[test]
fn values_in_sentences() {
    let Some(folder) = shared() else { return };
    let (mut right, mut total) = (0, 0);
    for case in &json(&folder.join("quantities-dev.json")) {
        let side = if case["lang"] == "zh" { Side::Zh } else { Side::En };
        let sentence = case["text"].as_str().expect("text");
        let found = ends(&read(side, sentence));
        for expected in case["quantities"].as_array().expect("quantities") {
            let value = expected["value"].as_str().unwrap_or_default().trim_end_matches('%');
            let Ok(value) = value.parse::<f64>() else { continue };
            total += 1;
            if found.iter().any(|[low, high]| close(low.or(*high), value)) {
                right += 1;
            } else {
                println!("{sentence}: {} is {value}, read {found:?}", expected["text"]);
            }
        }
    }
    score("values in sentences", right, total, 0.97);
}
