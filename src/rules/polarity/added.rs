//! Denials of the English that the Chinese lacks.

use super::chinese::nearly_denies;
use super::contrary::{Contrary, Kind};
use super::english::{English, denies};
use crate::dictionary::Word;
use crate::link::is_common_word;
use crate::text::Span;

/// What is denied in English, and stands in the Chinese as it is.
pub(super) fn added(zh: &str, english: &English<'_>) -> Option<Contrary> {
    let dictionary = english.dictionary();
    if !may_deny(english.text()) || nearly_denies(zh) {
        return None;
    }
    // "I have never seen": 头一回见
    let first = ["头一", "第一", "首次", "初次"].iter().any(|word| zh.contains(word));
    if first {
        return None;
    }
    if let Some(en) = forbids(english) {
        return Some(Contrary { kind: Kind::Added, zh: Span::at(0..zh.len()), en });
    }
    let words = english.words();
    let at = (0..words.len()).find(|&at| denies_what_follows(english, at))?;
    let mut behind = words[at + 1..].iter().filter(|(_, word)| !is_common_word(word));
    let (span, word) = behind.next()?;
    // "I won't. But my fingers were moving."
    let (denied, end) = (words[at].0.end() as usize, span.start() as usize);
    if english.text()[denied..end].contains(['.', '!', '?', ';', ':']) {
        return None;
    }
    let stem = dictionary.stem_of(word)?;
    let says = |word: &Word| {
        word.span.of(zh).chars().nth(1).is_some()
            && dictionary.stems(*word).any(|(own, _)| own == stem)
    };
    let word = dictionary.words(zh).into_iter().find(says)?;
    Some(Contrary { kind: Kind::Added, zh: word.span, en: words[at].0.join(*span) })
}

/// Whether the English word at `at` denies what follows it.
fn denies_what_follows(english: &English<'_>, at: usize) -> bool {
    const FIXED: &[&str] = &[
        "doubt", "longer", "matter", "more", "less", "fewer", "later", "sooner", "wonder", "one",
        "other", "need", "way", "idea", "problem", "such",
    ];
    let word = english.words()[at].1;
    let no = word == "no" && !english.is(Some(at + 1), FIXED);
    (no || denies(word)) && !bounds_or_asks(english, at)
}

/// Whether a word of `text` may deny. Most texts are told by that to have none.
fn may_deny(text: &str) -> bool {
    ["n't", "n’t", "not", "never", "Not", "Never", " no "].iter().any(|word| text.contains(word))
}

/// Whether the denial at `at` denies nothing that was said: "not more than", "or not", "if not".
fn bounds_or_asks(english: &English<'_>, at: usize) -> bool {
    const BOUNDS: &[&str] =
        &["know", "less", "more", "fewer", "exceed", "only", "just", "you", "until"];
    let compares = (at + 1..at + 5).any(|at| english.is(Some(at), &["than", "better", "worse"]));
    let rest = &english.words()[at..];
    compares
        || english.is(Some(at + 1), BOUNDS)
        || english.is(at.checked_sub(1), &["or", "if", "why"])
        || rest.iter().any(|word| ["without", "until", "unless"].contains(&word.1))
}

/// Where something is forbidden or was never so, in words that have no other sense.
fn forbids(english: &English<'_>) -> Option<Span> {
    const PHRASES: &[[&str; 2]] = &[
        ["must", "not"],
        ["may", "not"],
        ["shall", "not"],
        ["should", "not"],
        ["not", "permitted"],
        ["not", "allowed"],
        ["has", "never"],
        ["have", "never"],
        ["had", "never"],
    ];
    let says = |at: usize, [first, second]: &[&str; 2]| {
        english.is(Some(at), &[first]) && english.is(Some(at + 1), &[second])
    };
    let words = english.words();
    let at = (0..words.len()).find(|&at| {
        PHRASES.iter().any(|phrase| says(at, phrase)) && !bounds_or_asks(english, at + 1)
    })?;
    let last = words.get(at + 2).or_else(|| words.get(at + 1))?;
    Some(words[at].0.join(last.0))
}
