//! Links and events of transcripts with one or two faults each.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use duizhao::dictionary::Dictionary;
use duizhao::document::Document;
use duizhao::input::transcript;
use duizhao::link::{Event, EventKind, Links, align};
use duizhao::text::{Side, Source};

use crate::faults::{FAULTS, Fault, PairSet, Sides, Turn, make, truth};
use crate::random::Random;

/// Good texts: the one written for this test, and the shared ones where they are.
fn texts() -> Vec<(String, Sides)> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/interview.md");
    let mut paths = vec![own];
    let shared = std::env::var_os("DUIZHAO_SHARED").map_or("../shared".into(), PathBuf::from);
    for file in [
        "transcripts/multicluster-interview.md",
        "transcripts/release-interview-first-half.md",
        "transcripts/storage-interview.md",
    ] {
        paths.push(shared.join(file));
    }
    let mut texts = Vec::new();
    for path in paths {
        let Ok(text) = std::fs::read_to_string(&path) else {
            println!("left out: {} is not there", path.display());
            continue;
        };
        let document = transcript::read(Source::from_text(&path, text)).unwrap();
        texts.push((path.file_stem().unwrap().to_string_lossy().into_owned(), sides(&document)));
    }
    let talks = shared.join("corpora/talks.tsv");
    if let Ok(rows) = std::fs::read_to_string(&talks) {
        let rows: Vec<&str> = rows.lines().skip(1).collect();
        for (part, rows) in rows.chunks(45).enumerate() {
            texts.push((format!("talks-{part}"), row_sides(rows)));
        }
    }
    texts
}

fn sides(document: &Document) -> Sides {
    Side::BOTH.map(|side| {
        document
            .turns(side)
            .iter()
            .enumerate()
            .map(|(at, turn)| Turn {
                speaker: turn.speaker_name().unwrap_or("A").to_owned(),
                text: turn.text().replace('\n', " "),
                of: vec![at],
                again: false,
            })
            .collect()
    })
}

fn row_sides(rows: &[&str]) -> Sides {
    [0, 1].map(|column| {
        rows.iter()
            .enumerate()
            .map(|(at, row)| Turn {
                speaker: ["Ann", "Bob"][at % 2].to_owned(),
                text: row.split('\t').nth(column).unwrap().to_owned(),
                of: vec![at],
                again: false,
            })
            .collect()
    })
}

/// The document of both sides, each in a file of its own, so that nothing but this station is
/// measured.
fn document(name: &str, sides: &Sides) -> Document {
    let [zh, en] = [&sides[0], &sides[1]].map(|turns| {
        let blocks = turns.iter().map(|turn| format!("**{}:** {}\n\n", turn.speaker, turn.text));
        Source::from_text(name, blocks.collect())
    });
    transcript::read_two(zh, en).unwrap()
}

fn pairs(links: &Links) -> PairSet {
    let linked = links.links.iter().filter(|link| !link.again);
    linked
        .flat_map(|link| {
            let zh = link.zh.iter().map(|passage| passage.turn.number());
            zh.flat_map(|zh| link.en.iter().map(move |en| (zh, en.turn.number())))
        })
        .collect()
}

/// Whether an event says what was done, at that place.
fn names(event: &Event, fault: &Fault) -> bool {
    let turns: Vec<u32> = event.side(fault.side).iter().map(|turn| turn.number()).collect();
    event.kind == fault.kind && turns == fault.turns
}

#[derive(Default)]
struct Score {
    made: usize,
    named: usize,
    right: usize,
    found: usize,
    expected: usize,
    surplus: usize,
}

impl Score {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.expected).max(1) as f64
    }

    fn add(&mut self, other: &Score) {
        self.made += other.made;
        self.named += other.named;
        self.right += other.right;
        self.found += other.found;
        self.expected += other.expected;
        self.surplus += other.surplus;
    }
}

fn score(name: &str, sides: &Sides, fault: &Fault) -> Score {
    let document = document(name, sides);
    for side in Side::BOTH {
        assert_eq!(document.turns(side).len(), sides[side as usize].len(), "{name}: {fault:?}");
    }
    let links = align(&document, Dictionary::builtin());
    let (expected, neutral) = truth(sides);
    let found: BTreeSet<_> = pairs(&links).difference(&neutral).copied().collect();
    let named = links.events.iter().any(|event| names(event, fault));
    let causes = links.events.iter().filter(|event| event.kind != EventKind::Shifted).count();
    let right = found.intersection(&expected).count();
    if (!named || right < expected.len() || right < found.len())
        && std::env::var_os("DUIZHAO_SHOW").is_some()
    {
        println!("{name}: {} {:?} {:?} named {named}", fault.name, fault.side, fault.turns);
        for event in &links.events {
            println!("    {}: {}", event.kind, event.message);
        }
        for pair in found.symmetric_difference(&expected) {
            println!("    Z{} E{} found {}", pair.0, pair.1, found.contains(pair));
        }
    }
    Score {
        made: 1,
        named: usize::from(named),
        right,
        found: found.len(),
        expected: expected.len(),
        surplus: causes.saturating_sub(1),
    }
}

#[test]
fn faults_are_found_and_named() {
    let texts = texts();
    let seed = std::env::var("DUIZHAO_SEED").ok().and_then(|seed| seed.parse().ok());
    let mut random = Random(seed.unwrap_or(20_261_123));
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    let rounds = 320_usize.div_ceil(texts.len() * FAULTS.len());
    for (name, good) in &texts {
        for fault in FAULTS {
            for round in 0..rounds {
                let side = if round % 3 == 2 { Side::Zh } else { Side::En };
                let mut sides = good.clone();
                let made = (0..20).find_map(|_| make(fault, &mut sides, side, &mut random));
                let Some(made) = made else { continue };
                scores.entry(fault).or_default().add(&score(name, &sides, &made));
            }
        }
    }
    let mut all = Score::default();
    println!("{:12} {:>5} {:>6} {:>6} {:>8}", "fault", "made", "named", "F1", "surplus");
    for (fault, score) in &scores {
        let Score { made, named, surplus, .. } = score;
        println!("{fault:12} {made:5} {named:6} {:6.4} {surplus:8}", score.f1());
        all.add(score);
    }
    let named = all.named as f64 / all.made as f64;
    println!("{:12} {:5} {:6} {:6.4} {:8}", "all", all.made, all.named, all.f1(), all.surplus);
    assert!(all.made >= 200, "only {} transcripts were made", all.made);
    assert!(all.f1() >= 0.98, "link F1 {:.4}", all.f1());
    assert!(named >= 0.95, "{:.1} % of faults were named", 100.0 * named);
}

#[test]
fn good_text_has_no_event() {
    for (name, good) in texts() {
        let links = align(&document(&name, &good), Dictionary::builtin());
        let messages: Vec<_> = links.events.iter().map(|event| &event.message).collect();
        assert!(messages.is_empty(), "{name}: {messages:?}");
    }
}
