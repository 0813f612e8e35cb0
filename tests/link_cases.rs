//! Links of the shared transcript against those that a person found by reading.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may panic, and it shows what it measured"
)]

use std::collections::BTreeSet;
use std::path::PathBuf;

use duizhao::dictionary::Dictionary;
use duizhao::document::Document;
use duizhao::input::transcript;
use duizhao::link::{Links, align};
use duizhao::text::{Side, Source, sentences};

/// Where the shared texts lie, or nothing with a message.
fn shared(file: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("DUIZHAO_SHARED").map_or("../shared".into(), PathBuf::from);
    let path = folder.join(file);
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

fn read(path: &PathBuf) -> Document {
    let text = std::fs::read_to_string(path).unwrap();
    transcript::read(Source::from_text(path, text)).unwrap()
}

/// The rows of a tab-separated file with a header, as two texts of one turn a line.
fn read_rows(path: &PathBuf) -> Document {
    let text = std::fs::read_to_string(path).unwrap();
    let column = |at: usize| -> Source {
        let cells = text.lines().skip(1).map(|row| row.split('\t').nth(at).unwrap());
        Source::from_text(path, cells.collect::<Vec<_>>().join("\n\n"))
    };
    transcript::read_two(column(0), column(1)).unwrap()
}

fn pairs(links: &Links) -> BTreeSet<(u32, u32)> {
    let linked = links.links.iter().filter(|link| !link.again);
    linked
        .flat_map(|link| {
            link.zh
                .iter()
                .flat_map(|zh| link.en.iter().map(|en| (zh.turn.number(), en.turn.number())))
        })
        .collect()
}

#[test]
fn links_agree_with_a_careful_reader() {
    let (Some(text), Some(cases)) =
        (shared("transcripts/dwarkesh-amodei.md"), shared("cases/links-dev.json"))
    else {
        return;
    };
    let cases: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(cases).unwrap()).unwrap();
    let list = |value: &serde_json::Value| -> Vec<u32> {
        value.as_array().unwrap().iter().map(|turn| turn.as_u64().unwrap() as u32).collect()
    };
    let mut expected = BTreeSet::new();
    let mut neutral = BTreeSet::new();
    let mut last = 0;
    for case in cases["links"].as_array().unwrap() {
        let zh = case["z"].as_u64().unwrap() as u32;
        last = last.max(zh);
        expected.extend(list(&case["e"]).into_iter().map(|en| (zh, en)));
        neutral.extend(list(&case["again"]).into_iter().map(|en| (zh, en)));
    }

    let links = align(&read(&text), Dictionary::builtin());
    let found: BTreeSet<_> = pairs(&links)
        .into_iter()
        .filter(|pair| pair.0 <= last && !neutral.contains(pair))
        .collect();
    for wrong in found.symmetric_difference(&expected) {
        let kind = if found.contains(wrong) { "found" } else { "not found" };
        println!("Z{} E{}: {kind}", wrong.0, wrong.1);
    }
    let right = found.intersection(&expected).count() as f64;
    let f1 = 2.0 * right / (found.len() + expected.len()) as f64;
    println!("F1 {f1:.3} over {} pairs", expected.len());
    assert!(f1 >= 0.97, "F1 {f1:.3}");
}

#[test]
fn events_of_the_shared_transcript_are_few() {
    let Some(text) = shared("transcripts/dwarkesh-amodei.md") else { return };
    let links = align(&read(&text), Dictionary::builtin());
    for event in &links.events {
        println!("{}: {}", event.kind, event.message);
    }
    assert!((15..=40).contains(&links.events.len()));
    let says = |part: &str| links.events.iter().any(|event| event.message.contains(part));
    assert!(says("from Z28 to Z46 English runs one turn early"));
    assert!(says("nothing in English translates Z70 to Z82"));
    assert!(says("E99 to E111 say a second time what belongs to Z93 to Z105"));
    assert!(says("about 20050 characters"));
}

#[test]
fn clean_texts_have_no_event() {
    for file in [
        "transcripts/multicluster-interview.md",
        "transcripts/release-interview-first-half.md",
        "transcripts/storage-interview.md",
        "corpora/talks.tsv",
        "corpora/health-600.tsv",
    ] {
        let Some(path) = shared(file) else { continue };
        let document = if file.ends_with("tsv") { read_rows(&path) } else { read(&path) };
        let links = align(&document, Dictionary::builtin());
        assert_eq!(links.events, [], "{file}");
        assert!(pairs(&links).into_iter().all(|(zh, en)| zh == en), "{file}");
        assert_eq!(links.links.len(), document.pairs(), "{file}");
    }
}

#[test]
fn sentences_end_where_a_careful_reader_ends_them() {
    let (Some(text), Some(cases)) =
        (shared("transcripts/dwarkesh-amodei.md"), shared("cases/sentences-dev.json"))
    else {
        return;
    };
    let cases: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(cases).unwrap()).unwrap();
    let document = read(&text);
    for (side, turn_key, key) in [(Side::Zh, "z", "zh"), (Side::En, "e", "en")] {
        let (mut right, mut all) = (0, 0);
        for case in cases.as_array().unwrap() {
            let Some(number) = case[turn_key].as_u64() else { continue };
            let turn = document.turns(side)[number as usize - 1].text();
            let cut: BTreeSet<&str> =
                sentences(turn, side).into_iter().map(|span| span.of(turn)).collect();
            for sentence in case[key].as_array().unwrap() {
                all += 1;
                let sentence = sentence.as_str().unwrap();
                if cut.contains(sentence) {
                    right += 1;
                } else {
                    println!("{side}{number}: {sentence}");
                }
            }
        }
        println!("{side}: {right} of {all} sentences");
        assert!(right * 100 >= all * 98);
    }
}
