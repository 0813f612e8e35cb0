//! Scores the beads of sentences against those that a reader found, where they lie beside the
//! repository. Run with `--nocapture` for what differs.
#![expect(clippy::print_stdout, reason = "tables and misses are for whoever runs the benchmark")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use duizhao::dictionary::Dictionary;
use duizhao::input::transcript;
use duizhao::link::{Passage, align, sentence_links};
use duizhao::text::Source;
use serde_json::Value;

type Texts = (Vec<String>, Vec<String>);

fn shared() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("DUIZHAO_SHARED").map_or(beside, PathBuf::from);
    if !folder.join("cases").is_dir() {
        println!("skipped: no folder `shared` beside the repository, nor one in DUIZHAO_SHARED");
        return None;
    }
    Some(folder)
}

#[test]
fn beads_agree_with_a_reader() {
    let Some(shared) = shared() else { return };
    let cases = fs::read_to_string(shared.join("cases/sentences-dev.json")).expect("the cases");
    let cases: Vec<Value> = serde_json::from_str(&cases).expect("JSON");
    let list = |value: &Value| -> Vec<String> {
        let texts = value.as_array().into_iter().flatten();
        texts.filter_map(|text| text.as_str().map(str::to_owned)).collect()
    };
    let expected: BTreeSet<Texts> =
        cases.iter().map(|case| (list(&case["zh"]), list(&case["en"]))).collect();
    let path = shared.join("transcripts/dwarkesh-amodei.md");
    let text = fs::read_to_string(&path).expect("the transcript");
    let document = transcript::read(Source::from_text(path, text)).expect("a transcript");
    let dictionary = Dictionary::builtin();
    let links = align(&document, dictionary);
    let texts = |passages: &[Passage]| -> Vec<String> {
        let text = |p: &Passage| p.span.of(document.turn(p.turn).text()).to_owned();
        passages.iter().map(text).collect()
    };
    let known: BTreeSet<u64> = cases.iter().filter_map(|case| case["z"].as_u64()).collect();
    let mut found: BTreeSet<Texts> = BTreeSet::new();
    for (link, sentences) in links.links.iter().zip(sentence_links(&document, &links, dictionary)) {
        let in_cases = |p: &Passage| known.contains(&u64::from(p.turn.number()));
        if link.again || !link.zh.first().is_some_and(in_cases) {
            continue;
        }
        found.extend(sentences.beads.iter().map(|bead| (texts(&bead.zh), texts(&bead.en))));
    }
    // English without a counterpart is scored where the cases name it.
    found.retain(|bead| !bead.0.is_empty() || expected.contains(bead));
    for missed in expected.difference(&found) {
        println!("missed {:?}\n       {:?}", missed.0, missed.1);
    }
    for wrong in found.difference(&expected) {
        println!("wrong  {:?}\n       {:?}", wrong.0, wrong.1);
    }
    let right = found.intersection(&expected).count() as f64;
    let (precision, recall) = (right / found.len() as f64, right / expected.len() as f64);
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!("sentence beads: precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}");
    assert!(f1 >= 0.95, "F1 {f1:.3}");
}
