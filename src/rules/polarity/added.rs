//! Denials of the English that the Chinese lacks.

use std::sync::LazyLock;

use super::chinese::{Chinese, nearly_denies};
use super::contrary::{Contrary, Kind};
use super::english::{English, denies};
use crate::dictionary::Word;
use crate::link::is_common_word;
use crate::text::{AnyOf, Span};

/// What is denied in English, and stands in the Chinese as it is.
pub(super) fn added(chinese: &Chinese<'_>, english: &English<'_>) -> Option<Contrary> {
    let (zh, dictionary) = (chinese.text(), english.dictionary());
    if nearly_denies(zh) {
        return None;
    }
    if !may_deny(english.text()) {
        return prefixed(chinese, english);
    }
    if is_of_the_first(zh) || is_outside(zh, english) || never_means_always(zh, english) {
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
    // 三心二意 is translated as a whole.
    const IDIOM: usize = 4;
    let says = |word: &Word| {
        (2..IDIOM).contains(&word.span.of(zh).chars().count())
            && dictionary.stems(*word).any(|(own, _)| own == stem)
    };
    let word = chinese.words().iter().find(|word| says(word))?;
    Some(Contrary { kind: Kind::Added, zh: word.span, en: words[at].0.join(*span) })
}

/// Whether something is said to be the first of its kind: 头一回见 is "have never seen".
pub(super) fn is_of_the_first(zh: &str) -> bool {
    ["头一", "第一", "首次", "初次"].iter().any(|word| zh.contains(word))
}

/// A word that its prefix turns round, of which the rest stands in the Chinese: 满意 as "dissatisfied".
fn prefixed(chinese: &Chinese<'_>, english: &English<'_>) -> Option<Contrary> {
    // Others than qualities say something of their own: "displacement", "inflow", "unusually".
    const ENDINGS: &[&str] = &[
        "able", "ible", "ied", "ted", "fair", "safe", "legal", "clear", "healthy", "happy", "certain",
        "necessary", "correct", "complete", "perfect", "efficient", "patient", "polite", "honest",
    ];
    // Most texts hold no such word.
    static BEGINNINGS: LazyLock<AnyOf> =
        LazyLock::new(|| AnyOf::new(&[" un", " dis", " non", " im", " ir", " il", "Un"]));
    if !BEGINNINGS.stands_in(english.text()) {
        return None;
    }
    let (zh, dictionary) = (chinese.text(), english.dictionary());
    english.words().iter().find_map(|&(en, word)| {
        let rest = english.behind_prefix(word)?;
        if !ENDINGS.iter().any(|ending| word.ends_with(ending)) {
            return None;
        }
        let (whole, rest) = (dictionary.stem_of(word), dictionary.stem_of(rest)?);
        // 失败 is "unsuccessful": the dictionary may know the whole word.
        let says = |word: &Word| {
            let mut stems = dictionary.stems(*word);
            word.span.of(zh).chars().nth(1).is_some()
                && stems.any(|(stem, _)| stem == rest)
                && !dictionary.stems(*word).any(|(stem, _)| Some(stem) == whole)
        };
        let word = chinese.words().iter().find(|word| says(word))?;
        let alone = !english.hints_around_word(en) && english.place(rest).is_none();
        alone.then_some(Contrary { kind: Kind::Added, zh: word.span, en })
    })
}

/// Whether the English word at `at` denies what follows it.
fn denies_what_follows(english: &English<'_>, at: usize) -> bool {
    const FIXED: &[&str] = &[
        "doubt", "longer", "matter", "more", "less", "fewer", "later", "sooner", "wonder", "one",
        "other", "need", "way", "idea", "problem", "such", "choice", "option", "alternative",
    ];
    let word = english.words()[at].1;
    let no = word == "no" && !english.is(Some(at + 1), FIXED);
    (no || denies(word)) && !bounds_or_asks(english, at)
}

/// Whether a word of `text` may deny. Most texts are told by that to have none.
pub(super) fn may_deny(text: &str) -> bool {
    static WORDS: LazyLock<AnyOf> =
        LazyLock::new(|| AnyOf::new(&["n't", "n’t", "not", "never", "Not", "Never", " no "]));
    WORDS.stands_in(text)
}

/// Whether the denial at `at` denies nothing that was said: "not more than", "or not", "if not".
fn bounds_or_asks(english: &English<'_>, at: usize) -> bool {
    const BOUNDS: &[&str] =
        &["know", "less", "more", "fewer", "exceed", "only", "just", "you", "until"];
    let compares = (at + 1..at + 5).any(|at| english.is(Some(at), &["than", "better", "worse"]));
    let rest = &english.words()[at..];
    compares
        || is_rhetorical(english, at)
        || turns_round_twice(english, at)
        || english.is(Some(at + 1), BOUNDS)
        || english.is(at.checked_sub(1), &["or", "if", "why"])
        || rest.iter().any(|word| ["without", "until", "unless"].contains(&word.1))
}

/// Whether both say that something lies outside: 列表之外, "not in that list".
fn is_outside(zh: &str, english: &English<'_>) -> bool {
    const PLACES: &[&str] = &["not in ", "not on ", "not within ", "not among ", "not part "];
    ["之外", "以外"].iter().any(|word| zh.contains(word))
        && PLACES.iter().any(|words| english.text().contains(words))
}

/// Whether "never" says what the Chinese asserts: 始终显示 as "never hide", 令我大开眼界 as "I had never seen before".
fn never_means_always(zh: &str, english: &English<'_>) -> bool {
    const ENDS: &[&str] =
        &["hide", "hides", "lose", "loses", "lost", "stop", "stops", "forget", "fail", "fails", "leave", "close"];
    let words = english.words();
    let Some(never) = words.iter().position(|word| word.1.eq_ignore_ascii_case("never")) else {
        return false;
    };
    let always = ["始终", "总是", "永远", "一直"].iter().any(|word| zh.contains(word));
    let ends_with_before = words[never..].iter().any(|(span, word)| {
        let behind = &english.text()[span.end() as usize..];
        *word == "before" && (behind.is_empty() || behind.starts_with(['.', ',', ';', '!', '?']))
    });
    always && english.is(Some(never + 1), ENDS) || ends_with_before && !zh.contains('过')
}

/// Whether the denial at `at` opens its sentence and denies nothing in it: "Aren't we lucky!", "Not now, Father", "Not at all".
fn is_rhetorical(english: &English<'_>, at: usize) -> bool {
    const ASKS: &[&str] = &[
        "aren't", "isn't", "wasn't", "weren't", "haven't", "hasn't", "doesn't", "didn't", "wouldn't", "shouldn't",
        "aren’t", "isn’t", "wasn’t", "weren’t", "haven’t", "hasn’t", "doesn’t", "didn’t", "wouldn’t", "shouldn’t",
    ];
    let before = english.text()[..english.words()[at].0.start() as usize].trim_end();
    let opens = before.is_empty() || before.ends_with(['.', '!', '?', '“', '"']);
    let not_now = english.is(Some(at), &["not"])
        && (english.is(Some(at + 1), &["now"])
            || english.is(Some(at + 1), &["at"]) && english.is(Some(at + 2), &["all"]));
    // "Doesn't support Windows." leaves its subject out.
    let asks = english.text().trim_end().ends_with(['!', '?']) && english.is(Some(at), ASKS);
    opens && (asks || not_now)
}

/// Whether another denial behind the one at `at` takes it back: "not unreasonable", "shall not go unavenged".
fn turns_round_twice(english: &English<'_>, at: usize) -> bool {
    const VERBS: &[&str] = &["be", "been", "go", "sound", "seem", "look", "feel"];
    let next = at + 1 + usize::from(english.is(Some(at + 1), VERBS));
    english.words().get(next).is_some_and(|(_, word)| english.behind_prefix(word).is_some())
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
