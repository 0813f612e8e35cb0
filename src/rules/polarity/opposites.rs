//! Words that say the opposite of each other: 允许拍照 as "photography is forbidden".
//!
//! Translations turn a word into the denial of its opposite, and a comparison round. So an opposite is only told where
//! nothing else on its side says what the other side says, and nothing near it denies.

use std::cell::LazyCell;
use std::sync::LazyLock;

use daachorse::CharwiseDoubleArrayAhoCorasick;
use memchr::memmem::Finder;
use rustc_hash::FxHashMap;

use super::chinese::is_turned_round;
use super::contrary::{Contrary, Kind};
use super::english::English;
use super::lists::OPPOSITES;
use crate::text::{Span, is_latin, stem};

/// What a word says, of which pair.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Sense {
    pair: usize,
    /// Which of the two it says.
    pole: Pole,
    /// Whether it is held against the other side; else it only excuses.
    accuses: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Pole {
    One,
    Other,
}

impl Pole {
    fn opposite(self) -> Pole {
        match self {
            Pole::One => Pole::Other,
            Pole::Other => Pole::One,
        }
    }
}

/// What an English word or phrase says.
struct Phrase {
    /// The phrase from its second word on, as stems.
    rest: Vec<String>,
    /// The word, where only it and its plural count.
    exact: Option<&'static str>,
    sense: Sense,
}

struct Table {
    /// The Chinese words that accuse: most sentences are told by them to hold none.
    accusing: CharwiseDoubleArrayAhoCorasick<u32>,
    chinese: CharwiseDoubleArrayAhoCorasick<u32>,
    /// What each Chinese word says.
    senses: Vec<Vec<Sense>>,
    /// How the English words begin that accuse of either pole of a pair: most sentences are told by that to hold none.
    beginnings: Vec<[Vec<Finder<'static>>; 2]>,
    /// What English words say, by the stem of the first.
    english: FxHashMap<String, Vec<Phrase>>,
}

static TABLE: LazyLock<Option<Table>> = LazyLock::new(|| Table::of(OPPOSITES));

/// Whether a word stands in `zh` of which the English may say the opposite.
pub(super) fn may_be_opposites(zh: &str, english: &English<'_>) -> bool {
    TABLE.as_ref().is_some_and(|table| {
        table.accuses(zh) && {
            let small = english.text().to_ascii_lowercase();
            let chinese = table.chinese(zh);
            chinese.iter().any(|(_, sense)| sense.accuses && table.begins_opposite(sense, &small))
        }
    })
}

/// Words of which one says the opposite of the other.
pub(super) fn opposites(zh: &str, english: &English<'_>) -> Option<Contrary> {
    let table = TABLE.as_ref()?;
    if !table.accuses(zh) {
        return None;
    }
    let chinese = table.chinese(zh);
    let small = LazyCell::new(|| english.text().to_ascii_lowercase());
    let said = LazyCell::new(|| table.english(english));
    let accusing = chinese.iter().filter(|(_, sense)| sense.accuses);
    accusing.copied().find_map(|(place, sense)| {
        let says = |other: &Sense, pole| other.pair == sense.pair && other.pole == pole;
        let own = sense.pole;
        // A part of the word says nothing by itself; a longer word says something else.
        let apart = |span: &Span| span.start() < place.start() || span.end() > place.end();
        let other = |(span, other): &(Span, Sense)| says(other, own.opposite()) && apart(span);
        // 此模块未启用，但必须启用: the word stands there once more, and says the opposite.
        let denied = |(span, other): &(Span, Sense)| says(other, own) && is_denied(zh, *span);
        if chinese.iter().any(|said| other(said) || denied(said)) || is_turned_round(zh, place) {
            return None;
        }
        if !table.begins_opposite(&sense, &small) {
            return None;
        }
        let opposite = |(_, other): &&(Span, Sense)| other.accuses && says(other, own.opposite());
        let (en, _) = *said.iter().find(opposite)?;
        // The "right" of "no right" says nothing of its own.
        let says_own = |(span, other): &(Span, Sense)| {
            says(other, own) && !(en.start() <= span.start() && span.end() <= en.end())
        };
        if said.iter().any(says_own) {
            return None;
        }
        let plain = !english.denies_beside(en);
        plain.then_some(Contrary { kind: Kind::Opposite, zh: place, en })
    })
}

impl Table {
    /// The pairs of a list: two lines each, apart from each other by a blank line. Nothing where it is not made so.
    fn of(list: &'static str) -> Option<Table> {
        let mut chinese: FxHashMap<String, Vec<Sense>> = FxHashMap::default();
        let mut beginnings: Vec<[Vec<Finder<'static>>; 2]> = Vec::new();
        let mut english: FxHashMap<String, Vec<Phrase>> = FxHashMap::default();
        let lines = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        for (number, line) in lines.enumerate() {
            let pole = if number % 2 == 0 { Pole::One } else { Pole::Other };
            let (zh, en) = line.split_once(';')?;
            if pole == Pole::One {
                beginnings.push([Vec::new(), Vec::new()]);
            }
            for (word, accuses) in words(zh) {
                let sense = Sense { pair: number / 2, pole, accuses };
                chinese.entry(word.to_owned()).or_default().push(sense);
            }
            for (phrase, accuses) in words(en) {
                let sense = Sense { pair: number / 2, pole, accuses };
                let (exact, phrase) = match phrase.strip_prefix('=') {
                    Some(word) => (Some(word), word),
                    None => (None, phrase),
                };
                if accuses {
                    let begins = Finder::new(beginning(phrase)).into_owned();
                    beginnings[sense.pair][pole as usize].push(begins);
                }
                let mut rest = phrase.split('_').map(stem);
                let phrases = english.entry(rest.next()?).or_default();
                phrases.push(Phrase { rest: rest.collect(), exact, sense });
            }
        }
        let mut chinese: Vec<(String, Vec<Sense>)> = chinese.into_iter().collect();
        chinese.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let (spellings, senses): (Vec<String>, Vec<Vec<Sense>>) = chinese.into_iter().unzip();
        let accuse = |senses: &[Sense]| senses.iter().any(|sense| sense.accuses);
        let accusing = spellings.iter().zip(&senses).filter(|(_, senses)| accuse(senses));
        let accusing =
            CharwiseDoubleArrayAhoCorasick::new(accusing.map(|(word, _)| word)).ok()?;
        let chinese = CharwiseDoubleArrayAhoCorasick::new(&spellings).ok()?;
        Some(Table { accusing, chinese, senses, beginnings, english })
    }

    /// Whether a word in `small`, which is in lower case, begins like one of the opposite of `sense`.
    fn begins_opposite(&self, sense: &Sense, small: &str) -> bool {
        let beginnings = &self.beginnings[sense.pair][sense.pole.opposite() as usize];
        beginnings.iter().any(|begins| begins.find_iter(small.as_bytes()).any(|at| begins_word(small, at)))
    }

    /// Whether a word stands in `zh` that is held against the other side.
    fn accuses(&self, zh: &str) -> bool {
        self.accusing.find_iter(zh).next().is_some()
    }

    /// What the words of a Chinese sentence say.
    fn chinese(&self, zh: &str) -> Vec<(Span, Sense)> {
        let hits = self.chinese.find_overlapping_iter(zh);
        let places = hits.flat_map(|hit| {
            let senses = self.senses.get(hit.value() as usize).map_or(&[][..], Vec::as_slice);
            senses.iter().map(move |sense| (Span::at(hit.start()..hit.end()), *sense))
        });
        places.collect()
    }

    /// What the words of an English sentence say.
    fn english(&self, english: &English<'_>) -> Vec<(Span, Sense)> {
        let words: Vec<(Span, String)> =
            english.words().iter().map(|(span, word)| (*span, stem_of(word))).collect();
        let mut found = Vec::new();
        for (at, (span, first)) in words.iter().enumerate() {
            for own in self.english.get(first).into_iter().flatten() {
                let end = at + own.rest.len();
                let Some(last) = words.get(end) else { continue };
                let goes_on = words[at + 1..=end].iter().map(|(_, word)| word).eq(&own.rest);
                let is_it = own.exact.is_none_or(|word| is_or_plural(span.of(english.text()), word));
                if goes_on && is_it {
                    found.push((span.join(last.0), own.sense));
                }
            }
        }
        found
    }
}

/// Whether no word goes on over byte `at`.
fn begins_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    !before.is_some_and(|before| is_latin(before) || before.is_ascii_digit())
}

/// Whether a denial stands right before the word at `place`.
fn is_denied(zh: &str, place: Span) -> bool {
    zh[..place.start() as usize].ends_with(['不', '未', '没', '非'])
}

/// The stem of a word in any case.
fn stem_of(word: &str) -> String {
    stem(&word.to_ascii_lowercase())
}

/// Whether `found` is `word` or ends in the s of its plural, in any case.
fn is_or_plural(found: &str, word: &str) -> bool {
    let singular = found.strip_suffix('s').unwrap_or(found);
    [found, singular].iter().any(|form| form.eq_ignore_ascii_case(word))
}

/// How all forms of the first word of a phrase begin. What has other forms stands in the list with them: rise, rose.
fn beginning(phrase: &str) -> &str {
    const LEAST: usize = 3;
    const ENDING: usize = 2;
    let word = phrase.split('_').next().unwrap_or(phrase);
    &word[..word.len().saturating_sub(ENDING).max(LEAST).min(word.len())]
}

/// The words of one side of a line, and whether they accuse.
fn words(side: &'static str) -> impl Iterator<Item = (&'static str, bool)> {
    let (accusing, excusing) = side.split_once('/').unwrap_or((side, ""));
    let accusing = accusing.split_whitespace().map(|word| (word, true));
    accusing.chain(excusing.split_whitespace().map(|word| (word, false)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_accuses_says_one_thing_of_its_pair() {
        let table = TABLE.as_ref().expect("lines in pairs, each in two languages");
        let both = |senses: &[Sense]| {
            senses.iter().filter(|sense| sense.accuses).any(|one| {
                senses.iter().any(|other| other.pair == one.pair && other.pole != one.pole)
            })
        };
        assert_eq!(table.senses.iter().filter(|senses| both(senses)).count(), 0);
        let clashes = |phrases: &Vec<Phrase>| {
            let contrary = |one: &Phrase, other: &Phrase| {
                other.rest == one.rest
                    && other.sense.pair == one.sense.pair
                    && other.sense.pole != one.sense.pole
            };
            let accusing = phrases.iter().filter(|phrase| phrase.sense.accuses);
            let clashing = accusing.filter(|one| phrases.iter().any(|other| contrary(one, other)));
            clashing.map(|one| one.sense.pair).collect::<Vec<usize>>()
        };
        let pairs: Vec<usize> = table.english.values().flat_map(clashes).collect();
        assert!(pairs.is_empty(), "{pairs:?}");
    }
}
