//! Which clauses of two sentences translate each other.
//!
//! A denial in one clause is no answer to what another clause denies. Clauses are held beside each other where the words
//! of each, as the dictionary tells, are found in one of the other side, and in the same order.

use super::chinese::Chinese;
use super::english::English;
use crate::dictionary::{StemId, bit};
use crate::text::{self, Span};

/// More clauses than this are no sentence, but a list.
const MOST: usize = 8;

/// Words that begin another clause.
const LINKS: &[&str] = &[
    "but", "yet", "and", "while", "whereas", "although", "though", "because", "so", "which", "who",
];

/// The clauses of `zh` that one stretch of the English surely translates, each beside that. Nothing where there is only
/// one clause, or where the order is not the same.
pub(super) fn clause_pairs(chinese: &Chinese<'_>, english: &English<'_>) -> Vec<[Span; 2]> {
    let clauses: Vec<Span> = text::clauses(chinese.text()).take(MOST + 1).collect();
    if !(2..=MOST).contains(&clauses.len()) {
        return Vec::new();
    }
    let chunks = chunks(english);
    if chunks.len() > 2 * MOST {
        return Vec::new();
    }
    let dictionary = english.dictionary();
    // The stems that each word of each clause may become.
    let words: Vec<Vec<Vec<StemId>>> = clauses
        .iter()
        .map(|clause| {
            let inside = chinese.words().iter().filter(|word| clause.overlaps(word.span));
            inside.map(|word| dictionary.stems(*word).map(|(stem, _)| stem).collect()).collect()
        })
        .collect();
    let said: Vec<Option<usize>> =
        chunks.iter().map(|chunk| says(&words, &english.stems_of(*chunk))).collect();
    let known: Vec<usize> = said.iter().flatten().copied().collect();
    if !known.is_sorted() {
        return Vec::new();
    }
    let pairs = clauses.iter().enumerate().filter_map(|(at, clause)| {
        let own = |said: &Option<usize>| *said == Some(at);
        let first = said.iter().position(own)?;
        let last = said.iter().rposition(own)?;
        // What says nothing may belong to either of its neighbours.
        let is_bounded = |next: Option<&Option<usize>>| next.is_none_or(Option::is_some);
        let bounded = is_bounded(first.checked_sub(1).and_then(|at| said.get(at)))
            && is_bounded(said.get(last + 1));
        bounded.then(|| [*clause, chunks[first].join(chunks[last])])
    });
    pairs.collect()
}

/// Which of the clauses, whose words may become the stems of `clauses`, holds the most words that become one of
/// `stems`, if one does.
fn says(clauses: &[Vec<Vec<StemId>>], stems: &[StemId]) -> Option<usize> {
    let bits = stems.iter().fold(0, |bits, stem| bits | bit(*stem));
    let is_said = |stem: &StemId| bits & bit(*stem) != 0 && stems.contains(stem);
    let meets = |word: &&Vec<StemId>| word.iter().any(is_said);
    let counts: Vec<usize> =
        clauses.iter().map(|words| words.iter().filter(meets).count()).collect();
    let most = counts.iter().copied().max().filter(|most| *most > 0)?;
    let mut best = counts.iter().enumerate().filter(|(_, count)| **count == most);
    let (at, _) = best.next()?;
    best.next().is_none().then_some(at)
}

/// What stands between marks and before the words that begin a clause.
fn chunks(english: &English<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    for part in text::clauses(english.text()) {
        let mut start = part.start();
        let inside = english.words().iter().filter(|(span, _)| part.overlaps(*span));
        for (span, word) in inside.skip(1) {
            if LINKS.contains(word) {
                found.push(Span::at(start as usize..span.start() as usize));
                start = span.start();
            }
        }
        found.push(Span::at(start as usize..part.end() as usize));
    }
    found
}
