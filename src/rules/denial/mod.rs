//! Denials that were lost or added: 不安排住宿 as "accommodation is arranged".
//!
//! Languages deny in many words, and often say the opposite of the opposite: "not easy" is "hard". So a denial is
//! only looked for where what is denied stands on the other side word for word, as the dictionary tells, and where
//! nothing there comes to a denial.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::dictionary::{Dictionary, StemId, Word};
use crate::link::is_common_word;
use crate::text::{Span, is_han, latin_words, simplified};

/// A denial that the other side lacks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Denial {
    /// What the Chinese says: the denial and what is denied, or what is asserted.
    pub(super) zh: Span,
    /// What the English says.
    pub(super) en: Span,
    /// Whether the Chinese has the denial.
    pub(super) is_lost: bool,
}

/// What denies in Chinese, the longest first.
static DENIALS: LazyLock<Vec<&str>> =
    LazyLock::new(|| words(include_str!("denials.txt")).collect());

/// Words with one of these in them that deny nothing, or not what follows.
static HARMLESS: LazyLock<Vec<&str>> =
    LazyLock::new(|| words(include_str!("harmless.txt")).collect());

/// Words that begin like one of those, and deny.
static DENYING: LazyLock<Vec<&str>> =
    LazyLock::new(|| words(include_str!("denying.txt")).collect());

/// English words that make a sentence a denial, or nearly one.
static HINTS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| words(include_str!("hints.txt")).collect());

/// The words of a list.
fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// How many words before and behind an English word may deny it.
const BEFORE: usize = 9;
const BEHIND: usize = 4;

/// Beginnings of English words that deny the rest.
const PREFIXES: &[&str] = &["un", "in", "im", "dis", "non", "ir", "il", "mis", "anti", "counter"];

/// Characters of which any Chinese word that comes to a denial holds one.
const NEARLY_DENIES: &str =
    "不没未无非别勿莫禁免少难否拒反缺毋弗甭休停戒忌避防绝失误错欠亏差止除罢怎岂哪何吗谁空才";

/// Longer Chinese sentences, in bytes, have so many verbs that it is not known which of them is denied.
const LONGEST: usize = 1200;

/// The denial that one of the two sentences lacks, if there is one.
pub(super) fn denial(zh: &str, en: &str, dictionary: &Dictionary) -> Option<Denial> {
    // Who asks asserts nothing.
    if zh.len() > LONGEST || zh.contains(['？', '?', '吗', '嘛', '呢']) {
        return None;
    }
    let zh = &*simplified(zh);
    let english = English::of(en, dictionary);
    let denials = denials(zh);
    match denials.is_empty() {
        true => added(zh, &english, dictionary),
        false => lost(zh, &denials, &english, dictionary),
    }
}

/// Where words that deny stand in `zh`.
fn denials(zh: &str) -> Vec<Span> {
    let harmless: Vec<Span> = HARMLESS
        .iter()
        .flat_map(|word| zh.match_indices(word).map(|(at, _)| Span::at(at..at + word.len())))
        .collect();
    let mut found: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < zh.len() {
        let word = DENIALS.iter().find(|word| zh[at..].starts_with(**word));
        let Some(word) = word else {
            at += zh[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let span = Span::at(at..at + word.len());
        at += word.len();
        let denying = DENYING.iter().any(|word| zh[span.start() as usize..].starts_with(word));
        let is_harmless = !denying && harmless.iter().any(|word| word.overlaps(span));
        if !is_harmless && !is_other(zh, span) {
            found.push(span);
        }
    }
    found
}

/// Whether the denial at `span` asks (挣不挣钱), says that something cannot be done (睡不着), or sets a condition
/// (要是没有).
fn is_other(zh: &str, span: Span) -> bool {
    const DONE: &str = "着到了起住上下出完动来去过开成";
    const IF: &[&str] =
        &["要是", "如果", "若", "倘若", "假如", "假使", "只要", "除非", "又", "能", "可"];
    let (before, behind) = (&zh[..span.start() as usize], &zh[span.end() as usize..]);
    let (last, next) = (before.chars().next_back(), behind.chars().next());
    let asks = last.is_some() && last == next;
    let single = span.of(zh) == "不";
    let cannot = single && last.is_some_and(is_han) && next.is_some_and(|next| DONE.contains(next));
    // 没几天, 不是在打字就是在找打印机
    let few = span.of(zh) == "没" && behind.starts_with(['几', '多', '两']);
    let or = span.of(zh).ends_with("不是") && behind.contains("就是");
    asks || cannot || few || or || IF.iter().any(|word| before.ends_with(word))
}

/// The words of an English sentence.
struct English<'t> {
    words: Vec<(Span, &'t str, Option<StemId>)>,
}

impl<'t> English<'t> {
    fn of(text: &'t str, dictionary: &Dictionary) -> English<'t> {
        let words = latin_words(text);
        English {
            words: words.map(|(span, word)| (span, word, dictionary.stem_of(word))).collect(),
        }
    }

    /// Whether the denial at `at` denies nothing that was said: "not more than", "or not", "if not".
    fn bounds_or_asks(&self, at: usize) -> bool {
        let is = |at: Option<usize>, words: &[&str]| {
            let word = at.and_then(|at| self.words.get(at));
            word.is_some_and(|word| words.iter().any(|own| word.1.eq_ignore_ascii_case(own)))
        };
        let compares = (at + 1..at + 5).any(|at| is(Some(at), &["than", "better", "worse"]));
        compares
            || is(
                Some(at + 1),
                &["know", "less", "more", "fewer", "exceed", "only", "just", "you", "until"],
            )
            || is(at.checked_sub(1), &["or", "if", "why"])
            || self.words[at..].iter().any(|word| ["without", "until", "unless"].contains(&word.1))
    }

    /// How many words come to a denial, or nearly.
    fn hints(&self, dictionary: &Dictionary) -> usize {
        self.words.iter().filter(|(_, word, _)| hints(word, dictionary)).count()
    }

    /// Whether a word around the one at `place` comes to a denial, or nearly.
    fn hints_around(&self, place: usize, dictionary: &Dictionary) -> bool {
        let near = place.saturating_sub(BEFORE)..(place + 1 + BEHIND).min(self.words.len());
        self.words[near].iter().any(|(_, word, _)| hints(word, dictionary))
    }

    /// The place of a word that `stem` may be.
    fn place(&self, stem: StemId) -> Option<usize> {
        let is =
            |word: &(Span, &str, Option<StemId>)| word.2 == Some(stem) && !is_common_word(word.1);
        self.words.iter().position(is)
    }
}

/// Whether an English word denies, clearly.
fn denies(word: &str) -> bool {
    word.ends_with("n't")
        || word.ends_with("n’t")
        || ["not", "never", "cannot"].iter().any(|denial| word.eq_ignore_ascii_case(denial))
}

/// Whether an English word comes to a denial, or nearly.
fn hints(word: &str, dictionary: &Dictionary) -> bool {
    const LEAST: usize = 3;
    let word = word.to_ascii_lowercase();
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(&word);
    let prefixed = PREFIXES.iter().any(|prefix| {
        let rest = word.strip_prefix(prefix).map(|rest| rest.trim_start_matches('-'));
        rest.is_some_and(|rest| rest.len() >= LEAST && dictionary.is_english(rest))
    });
    denies(word) || HINTS.contains(word) || prefixed || word.ends_with("less")
}

/// Words behind a denial of which one is denied.
const DENIED: usize = 2;

/// What may stand between a denial and what is denied.
const LIGHT: &str = "能会要可得想应该须需再是有被把给让为在对向从与和跟以用太很更最都也还就曾将";

/// What is denied in Chinese, and stands in the English as it is.
fn lost(
    zh: &str,
    denials: &[Span],
    english: &English<'_>,
    dictionary: &Dictionary,
) -> Option<Denial> {
    let asserted = denials.iter().enumerate().find_map(|(at, denial)| {
        // 不是不识数: two of them deny nothing.
        let beside = |other: &Span| other.end() == denial.start() || denial.end() == other.start();
        if denials.iter().any(beside) {
            return None;
        }
        let start = denial.end() as usize;
        let end = denials.get(at + 1).map_or(zh.len(), |next| next.start() as usize);
        let rest = &zh[start..end];
        let clause = &rest[..rest.find(|c| !is_han(c)).unwrap_or(rest.len())];
        // What stands between is of no weight: 不能在…, 不会被….
        let denied = clause.trim_start_matches(|c| LIGHT.contains(c));
        let skipped = clause.len() - denied.len();
        let words = dictionary.words(clause);
        let mut next = skipped;
        // One of two words in a row may be what is denied: 没有必然联系.
        let in_a_row = words.iter().skip_while(|word| (word.span.end() as usize) <= skipped);
        let mut telling = in_a_row.take(DENIED).take_while(|word| {
            let follows = word.span.start() as usize <= next;
            next = word.span.end() as usize;
            follows && word.span.of(clause).chars().nth(1).is_some()
        });
        telling.find_map(|word| {
            let place = dictionary.stems(*word).find_map(|(stem, _)| english.place(stem))?;
            let zh = Span::at(denial.start() as usize..start + word.span.end() as usize);
            Some((place, Denial { zh, en: english.words[place].0, is_lost: true }))
        })
    });
    let (place, found) = asserted?;
    let fewer = english.hints(dictionary) < denials.len();
    (fewer && !english.hints_around(place, dictionary)).then_some(found)
}

/// What is denied in English, and stands in the Chinese as it is.
fn added(zh: &str, english: &English<'_>, dictionary: &Dictionary) -> Option<Denial> {
    if zh.contains(|c| NEARLY_DENIES.contains(c)) {
        return None;
    }
    let mut places = 0..english.words.len();
    let at = places.find(|&at| denies(english.words[at].1) && !english.bounds_or_asks(at))?;
    let mut behind = english.words[at + 1..].iter().filter(|(_, word, _)| !is_common_word(word));
    let (span, _, stem) = behind.next()?;
    let stem = (*stem)?;
    let says = |word: &Word| {
        word.span.of(zh).chars().nth(1).is_some()
            && dictionary.stems(*word).any(|(own, _)| own == stem)
    };
    let word = dictionary.words(zh).into_iter().find(says)?;
    let en = english.words[at].0.join(*span);
    Some(Denial { zh: word.span, en, is_lost: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(zh: &str, en: &str) -> Option<[String; 2]> {
        let found = denial(zh, en, Dictionary::builtin())?;
        Some([found.zh.of(zh).to_owned(), found.en.of(en).to_owned()])
    }

    #[test]
    fn a_denial_that_one_side_lacks() {
        let both = |zh: &str, en: &str| Some([zh.to_owned(), en.to_owned()]);
        let news = told("我们不相信这个消息。", "We believe this news.");
        assert_eq!(news, both("不相信", "believe"));
        let rooms = told("研究生不安排住宿。", "Accommodation is arranged for postgraduates.");
        assert_eq!(rooms, both("不安排", "arranged"));
        let papers = told("展览包括他的手稿。", "The exhibition does not include his manuscripts.");
        assert_eq!(papers, both("包括", "not include"));
    }

    #[test]
    fn what_is_said_in_other_words_is_no_fault() {
        for (zh, en) in [
            ("这个问题不容易。", "This question is far from easy."),
            ("我们不同意这个计划。", "We disagree with this plan."),
            ("到底挣不挣钱？", "Does it make money?"),
            ("他不是在打字，就是在开会。", "He was either typing or in a meeting."),
            ("不得少于三年。", "It shall not be less than three years."),
            ("天底下最高的表扬。", "There can't be higher praise than that."),
            ("他不是不识数。", "He can count."),
        ] {
            assert_eq!(told(zh, en), None, "{zh}");
        }
    }
}
