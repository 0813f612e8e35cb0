//! Sentences that are taken out of good text or put into it, and lines that are split and joined.

use std::collections::HashSet;
use std::ops::Range;

use duizhao::dictionary::Dictionary;
use duizhao::link::align_lines;
use duizhao::text::{Side, sentences};

use crate::random::Random;
use crate::rows::{Pair, flagged, good, row, share};

const RULES: &[&str] = &["sentence-missing", "sentence-extra"];

/// Rows that are joined into one turn.
const ROWS: usize = 5;

/// Turns of several sentences: interviews as they are, and rows of corpora joined.
fn turns() -> Vec<Pair> {
    let count =
        |pair: &Pair| [Side::Zh, Side::En].map(|side| sentences(&pair[side as usize], side).len());
    let (long, short): (Vec<Pair>, Vec<Pair>) =
        good().into_iter().partition(|pair| count(pair).iter().all(|count| *count >= 3));
    // Rows of a talk may end in the middle of a sentence; such a row cannot end a turn.
    // Short ones are utterances of a dialogue and make no turn together.
    let marks = ['.', '?', '!', '。', '？', '！'];
    let ends = |pair: &Pair| {
        pair.iter().all(|text| text.trim().ends_with(marks)) && pair[0].chars().count() >= 20
    };
    let short: Vec<Pair> = short.into_iter().filter(ends).collect();
    let joined = short.chunks(ROWS).map(|rows| {
        [0, 1].map(|side: usize| {
            rows.iter().map(|row| row[side].trim().to_owned()).collect::<Vec<_>>().join(" ")
        })
    });
    long.into_iter().chain(joined).collect()
}

/// The turn without one of its sentences of `side` that says something, and that sentence.
fn without_one(pair: &Pair, side: Side, random: &mut Random) -> Option<(Pair, String)> {
    let text = &pair[side as usize];
    let spans = sentences(text, side);
    let least = if side == Side::Zh { 12 } else { 35 };
    let long: Vec<_> = spans.iter().filter(|span| span.of(text).chars().count() >= least).collect();
    if spans.len() < 3 || long.is_empty() {
        return None;
    }
    let gone = *long[random.below(long.len())];
    let kept =
        format!("{}{}", &text[..gone.start() as usize], text[gone.end() as usize..].trim_start());
    let mut changed = pair.clone();
    changed[side as usize] = kept;
    Some((changed, gone.of(text).to_owned()))
}

#[test]
fn lost_sentences_are_found() {
    let turns = turns();
    let clean = flagged(&turns, RULES);
    println!("sentences: {} clean turns, {} flagged", turns.len(), clean.len());
    for at in &clean {
        println!("    false alarm: {}\n        {}", turns[*at][0], turns[*at][1]);
    }
    let mut random = Random(6);
    let (mut caught, mut all) = (0, 0);
    for side in [Side::En, Side::Zh] {
        let mut made = Vec::new();
        for turn in &turns {
            for _ in 0..2 {
                made.extend(without_one(turn, side, &mut random));
            }
        }
        let pairs: Vec<Pair> = made.iter().map(|(pair, _)| pair.clone()).collect();
        let rule = if side == Side::En { "sentence-missing" } else { "sentence-extra" };
        let found = flagged(&pairs, &[rule]);
        for (at, (pair, gone)) in made.iter().enumerate() {
            if !found.contains(&at) {
                println!("    missed by {rule}: {gone}\n        {}\n        {}", pair[0], pair[1]);
            }
        }
        row(rule, found.len(), pairs.len());
        caught += found.len();
        all += pairs.len();
    }
    row("all", caught, all);
    assert!(share(caught, all) >= 0.82, "{caught} of {all} lost sentences are found");
    assert!(
        clean.len() * 30 <= turns.len(),
        "{} false alarms in {} turns",
        clean.len(),
        turns.len()
    );
}

/// Lines of both sides, and which of them belong together.
struct Lines {
    sides: [Vec<String>; 2],
    beads: HashSet<(Range<usize>, Range<usize>)>,
}

/// Good rows one below the other, some split at a mark, some joined with the next, a few lost.
#[test]
fn lines_are_aligned() {
    let mut random = Random(8);
    let rows = good();
    let mut text = Lines { sides: [Vec::new(), Vec::new()], beads: HashSet::new() };
    let mut at = 0;
    while at < rows.len() {
        let starts = [text.sides[0].len(), text.sides[1].len()];
        let kind = random.below(20);
        let pair = &rows[at];
        let next = rows.get(at + 1);
        for side in [0, 1] {
            let other_line = next.map(|next| next[side].clone()).unwrap_or_default();
            match kind {
                // Two rows as one line on this side, as two on the other.
                0 | 1 if next.is_some() && kind == side => {
                    text.sides[side].push(format!("{} {other_line}", pair[side]));
                }
                0 | 1 if next.is_some() => {
                    text.sides[side].extend([pair[side].clone(), other_line])
                }
                // A row that is split on this side.
                2..=5 if kind % 2 == side => text.sides[side].extend(halves(&pair[side])),
                // A row that this side lost.
                6 | 7 if kind % 2 == side => {}
                _ => text.sides[side].push(pair[side].clone()),
            }
        }
        at += if kind < 2 && next.is_some() { 2 } else { 1 };
        text.beads.insert((starts[0]..text.sides[0].len(), starts[1]..text.sides[1].len()));
    }
    let [zh, en] = &text.sides;
    let [zh, en]: [Vec<&str>; 2] = [zh, en].map(|side| side.iter().map(String::as_str).collect());
    let found: HashSet<_> = align_lines(&zh, &en, Dictionary::builtin()).into_iter().collect();
    let paired = |bead: &&(Range<usize>, Range<usize>)| !bead.0.is_empty() && !bead.1.is_empty();
    let right = found.intersection(&text.beads).filter(paired).count();
    let (found, expected) =
        (found.iter().filter(paired).count(), text.beads.iter().filter(paired).count());
    let f1 = 2.0 * right as f64 / (found + expected) as f64;
    println!("lines: {} Chinese and {} English, strict F1 {f1:.3}", zh.len(), en.len());
    assert!(f1 >= 0.9, "strict F1 {f1:.3}");
}

/// A text in two, at the mark nearest to its middle.
fn halves(text: &str) -> Vec<String> {
    let marks =
        text.char_indices().filter(|(_, c)| matches!(c, '，' | ',' | '。' | '.' | '；' | ';'));
    let ends = marks.map(|(at, mark)| at + mark.len_utf8()).filter(|end| *end < text.len());
    let middle = text.len() / 2;
    match ends.min_by_key(|end| end.abs_diff(middle)) {
        Some(end) => vec![text[..end].to_owned(), text[end..].trim().to_owned()],
        None => vec![text.to_owned()],
    }
}
