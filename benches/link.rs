//! Time of an alignment against the number of turns.
//!
//! `cargo bench --bench link` prints a table: seconds, microseconds a turn, and the factor by which
//! the time grew against the line before. Twice the turns in twice the time is the aim.

#![expect(clippy::print_stdout, reason = "a benchmark prints")]

use std::path::Path;
use std::time::{Duration, Instant};

use duizhao::dictionary::Dictionary;
use duizhao::document::Document;
use duizhao::input::transcript;
use duizhao::link::align;
use duizhao::text::{Side, Source, sentences};

fn main() {
    let dictionary = Dictionary::builtin();
    let pool = pool();
    println!("{:>7} {:>9} {:>8} {:>7} {:>7}", "turns", "seconds", "us/turn", "growth", "events");
    let mut last: Option<Duration> = None;
    for turns in [625, 1_250, 2_500, 5_000, 10_000, 20_000] {
        let document = document(&pool, turns);
        let (time, events) = (0..3)
            .map(|_| {
                let start = Instant::now();
                let events = align(&document, dictionary).events.len();
                (start.elapsed(), events)
            })
            .min()
            .unwrap_or_default();
        let growth = last.map_or(String::new(), |last| {
            format!("{:.2}", time.as_secs_f64() / last.as_secs_f64())
        });
        let each = time.as_micros() as usize / turns;
        println!("{turns:7} {:9.3} {each:8} {growth:>7} {events:7}", time.as_secs_f64());
        last = Some(time);
    }
}

/// Sentences and their translations, from the test text: turns whose sentences go one to one.
fn pool() -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/interview.md");
    let text = std::fs::read_to_string(&path).expect("the test data is part of the repository");
    let document = transcript::read(Source::from_text(path, text)).expect("it is a transcript");
    let mut pool = Vec::new();
    for (zh, en) in document.turns(Side::Zh).iter().zip(document.turns(Side::En)) {
        let cut = |text: &str, side: Side| -> Vec<String> {
            sentences(text, side).iter().map(|span| span.of(text).to_owned()).collect()
        };
        let (zh, en) = (cut(zh.text(), Side::Zh), cut(en.text(), Side::En));
        if zh.len() == en.len() {
            pool.extend(zh.into_iter().zip(en));
        }
    }
    pool
}

/// A document of so many turns, each of three sentences and a number of its own; every 400th
/// English turn is left out.
fn document(pool: &[(String, String)], turns: usize) -> Document {
    let (mut zh, mut en) = (String::new(), String::new());
    let mut state = 1_u64;
    let mut next = |end: usize| {
        // The multiplier of Knuth's MMIX; the upper bits are random enough.
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % end
    };
    for turn in 0..turns {
        let speaker = ["Lin", "Zhou"][turn % 2];
        let parts: Vec<_> = (0..3).map(|_| &pool[next(pool.len())]).collect();
        let number = 1_000 + next(turns);
        zh.push_str(&format!(
            "**{speaker}:** {}{}{}第 {number} 号。\n\n",
            parts[0].0, parts[1].0, parts[2].0
        ));
        if turn % 400 != 399 {
            en.push_str(&format!(
                "**{speaker}:** {} {} {} Number {number}.\n\n",
                parts[0].1, parts[1].1, parts[2].1
            ));
        }
    }
    transcript::read_two(Source::from_text("zh.md", zh), Source::from_text("en.md", en))
        .expect("both sides have text")
}
