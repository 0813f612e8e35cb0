//! English phrases of a text, with plurals brought together.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::lexicon::fold::{fold, is_word};
use crate::text::Span;

/// Words that no term begins or ends with.
static STOP: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "a an the and or but if so as at by for from in into of on to with about than then \
that this these those there here it its he she they them we us you i me my your our his her their \
who what which when where why how all any both each few more most other some such no not only own \
same very can could will would should may might must just now is are was were be been being am have \
has had do does did done get got go going make made like know think see really also well back even \
because through up down out off over under s t re ve ll d m don't it's that's there's they're we're \
i'm you're can't isn't one two three much many every still way thing things lot kind going say said \
again mean means further far sure enough almost already always often never ever today yesterday tomorrow perhaps maybe \
however therefore thus moreover although though while during within without between among against under above below"
        .split_whitespace()
        .collect()
});

/// Those of them that may stand inside one: `country of geniuses in a data center`.
const INNER: [&str; 7] = ["of", "in", "a", "the", "to", "for", "on"];

/// One word of a text.
#[derive(Clone, Debug)]
struct Word {
    /// Lower case, singular.
    stem: String,
    /// Whether no term begins or ends with it.
    stop: bool,
    /// Where it stands.
    span: Span,
    /// Whether punctuation parts it from the word before.
    apart: bool,
    /// Whether it is a number that a hyphen binds to the word before: `COVID-19`.
    bound_number: bool,
}

/// The words of `text`.
fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let inside = |c: char| is_word(c) || matches!(c, '\'' | '’');
    let mut start = None;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        match (start, inside(c)) {
            (None, true) if is_word(c) => start = Some(at),
            (Some(begin), false) => {
                let span = Span::at(begin..at);
                let last = words.last().map_or(begin, |last| last.span.end() as usize);
                let gap = text.get(last..begin).unwrap_or_default();
                let apart = gap.chars().any(|c| !c.is_whitespace() && c != '-');
                let plain = fold(span.of(text));
                let number = !plain.contains(|c: char| c.is_alphabetic());
                let stop = number || STOP.contains(plain.as_str());
                let bound_number = number && gap == "-";
                words.push(Word { stem: singular(&plain), stop, span, apart, bound_number });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// The singular, roughly, and without the possessive.
fn singular(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word).trim_end_matches('\'');
    if word.len() > 4
        && let Some(stem) = word.strip_suffix("ies")
    {
        return format!("{stem}y");
    }
    let keeps = ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) || word.len() < 4;
    match word.strip_suffix('s') {
        Some(stem) if !keeps => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// Every phrase of one to four words that may be a term: its stems, and where it stands.
pub(super) fn phrases(text: &str) -> Vec<(String, Span)> {
    let words = words(text);
    let mut phrases = Vec::new();
    for (at, first) in words.iter().enumerate().filter(|(_, first)| !first.stop) {
        let mut key = String::new();
        for (length, word) in words.iter().skip(at).take(4).enumerate() {
            if length > 0 {
                if word.apart {
                    break;
                }
                key.push(' ');
            }
            if word.stop && !word.bound_number && !INNER.contains(&word.stem.as_str()) {
                break;
            }
            key.push_str(&word.stem);
            let ends = !word.stop && word.stem.chars().count() > 1;
            if ends || word.bound_number {
                phrases.push((key.clone(), first.span.join(word.span)));
            }
        }
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::phrases;

    #[test]
    fn phrases_begin_and_end_with_words_that_mean_something() {
        let found: Vec<String> =
            phrases("The scaling laws of compute.").into_iter().map(|(key, _)| key).collect();
        assert_eq!(
            found,
            [
                "scaling",
                "scaling law",
                "scaling law of compute",
                "law",
                "law of compute",
                "compute"
            ],
        );
    }
}
