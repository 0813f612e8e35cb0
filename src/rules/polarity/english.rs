//! What an English sentence denies, or nearly.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use super::lists::{DENIERS, HINTS, LOOKS_PREFIXED};
use crate::dictionary::{Dictionary, StemId, bit};
use crate::link::is_common_word;
use crate::text::{Span, latin_words, stem};

/// How many words before and behind an English word may deny it.
const BEFORE: usize = 9;
const BEHIND: usize = 4;

/// Beginnings of English words that deny the rest.
const PREFIXES: &[&str] = &["un", "in", "im", "dis", "non", "ir", "il", "mis", "anti", "counter"];

/// An English sentence, cut into words when they are asked for.
pub(super) struct English<'t> {
    text: &'t str,
    dictionary: &'t Dictionary,
    words: OnceCell<Vec<(Span, &'t str)>>,
    stems: OnceCell<Stems>,
}

/// The stem of each word, and the bits of all of them.
struct Stems {
    each: Vec<Option<StemId>>,
    bits: u64,
}

impl<'t> English<'t> {
    pub(super) fn new(text: &'t str, dictionary: &'t Dictionary) -> English<'t> {
        English { text, dictionary, words: OnceCell::new(), stems: OnceCell::new() }
    }

    pub(super) fn dictionary(&self) -> &'t Dictionary {
        self.dictionary
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// The words, and where they stand.
    pub(super) fn words(&self) -> &[(Span, &'t str)] {
        self.words.get_or_init(|| latin_words(self.text).collect())
    }

    /// From the first word to the last.
    pub(super) fn all(&self) -> Option<Span> {
        let words = self.words();
        Some(words.first()?.0.join(words.last()?.0))
    }

    /// Where the first of `words` stands.
    pub(super) fn find(&self, words: &[&str]) -> Option<Span> {
        let is = |own: &str| words.iter().any(|word| own.eq_ignore_ascii_case(word));
        self.words().iter().find(|word| is(word.1)).map(|word| word.0)
    }

    /// Whether the word at `at` is one of `words`.
    pub(super) fn is(&self, at: Option<usize>, words: &[&str]) -> bool {
        let word = at.and_then(|at| self.words().get(at));
        word.is_some_and(|word| words.iter().any(|own| word.1.eq_ignore_ascii_case(own)))
    }

    /// The place of a word that `stem` may be.
    pub(super) fn place(&self, stem: StemId) -> Option<usize> {
        let words = self.words();
        let stems = self.stems.get_or_init(|| {
            let each: Vec<_> =
                words.iter().map(|(_, word)| self.dictionary.stem_of(word)).collect();
            let bits = each.iter().flatten().fold(0, |bits, stem| bits | bit(*stem));
            Stems { each, bits }
        });
        // Most stems are told by their bit to be none of them.
        if stems.bits & bit(stem) == 0 {
            return None;
        }
        let mut places = stems.each.iter().zip(words);
        places.position(|(own, (_, word))| *own == Some(stem) && !is_common_word(word))
    }

    /// The stems of the words in `span` that say something.
    pub(super) fn stems_of(&self, span: Span) -> Vec<StemId> {
        let inside = self.words().iter().filter(|(own, _)| span.overlaps(*own));
        let telling = inside.filter(|(_, word)| !is_common_word(word));
        telling.filter_map(|(_, word)| self.dictionary.stem_of(word)).collect()
    }

    /// How many words come to a denial, or nearly, the one at `aside` left out.
    pub(super) fn hints(&self, aside: Option<usize>) -> usize {
        let others = (0..self.words().len()).filter(|at| Some(*at) != aside);
        others.filter(|&at| self.hints_at(at)).count()
    }

    /// How many words turn round what they stand with.
    pub(super) fn count_turned_round(&self) -> usize {
        self.words().iter().filter(|(_, word)| self.turns_round(word)).count()
    }

    /// How many words deny, clearly.
    pub(super) fn count_denials(&self) -> usize {
        const PLAIN: &[&str] = &["no", "nor", "neither", "none", "nobody", "nothing"];
        self.words().iter().filter(|(_, word)| PLAIN.contains(word) || denies(word)).count()
    }

    /// Whether a word around the one at `place` comes to a denial, or nearly.
    pub(super) fn hints_around(&self, place: usize) -> bool {
        self.near(place).any(|at| at != place && self.hints_at(at))
    }

    /// Whether a word around the one at `span` comes to a denial, or nearly.
    pub(super) fn hints_around_word(&self, span: Span) -> bool {
        let place = self.words().iter().position(|word| word.0 == span);
        place.is_none_or(|place| self.hints_around(place))
    }

    /// Whether a word around those at `span` turns round what they say.
    pub(super) fn denies_beside(&self, span: Span) -> bool {
        let first = self.words().iter().position(|word| word.0.overlaps(span)).unwrap_or_default();
        let near = &self.words()[self.near(first)];
        let mut others = near.iter().filter(|word| !word.0.overlaps(span));
        others.any(|(_, word)| self.turns_round(word))
    }

    fn near(&self, place: usize) -> Range<usize> {
        place.saturating_sub(BEFORE)..(place + 1 + BEHIND).min(self.words().len())
    }

    /// Whether the word at `at` comes to a denial, or nearly.
    fn hints_at(&self, at: usize) -> bool {
        let word = self.words()[at].1;
        let hints = || HINTS.contains(&*plain(word)) && !self.bounds_a_number(at);
        self.turns_round(word) || hints()
    }

    /// Whether the word at `at` says no more than how large a number is: "children under twelve".
    fn bounds_a_number(&self, at: usize) -> bool {
        let number = |word: &str| stem(&word.to_ascii_lowercase()).starts_with(|c: char| c.is_ascii_digit());
        self.is(Some(at), &["under", "below"])
            && self.words().get(at + 1).is_some_and(|(_, word)| number(word))
    }

    /// Whether a word turns round what it stands with.
    fn turns_round(&self, word: &str) -> bool {
        let word = &*plain(word);
        let prefixed = || self.behind_prefix(word).is_some();
        denies(word) || DENIERS.contains(word) || word.ends_with("less") || prefixed()
    }

    /// What a prefix that denies stands before, in a word in lower case: the rest of "dissatisfied".
    pub(super) fn behind_prefix<'w>(&self, word: &'w str) -> Option<&'w str> {
        const LEAST: usize = 3;
        let rest = PREFIXES.iter().find_map(|prefix| {
            let rest = word.strip_prefix(prefix)?.trim_start_matches('-');
            (rest.len() >= LEAST && self.dictionary.is_english(rest)).then_some(rest)
        });
        rest.filter(|_| !LOOKS_PREFIXED.iter().any(|start| word.starts_with(start)))
    }
}

/// Whether an English word denies, clearly.
pub(super) fn denies(word: &str) -> bool {
    word.ends_with("n't")
        || word.ends_with("n’t")
        || ["not", "never", "cannot"].iter().any(|denial| word.eq_ignore_ascii_case(denial))
}

/// An English word in lower case and without a genitive or a verb at its end: "nobody'll".
fn plain(word: &str) -> Cow<'_, str> {
    const ENDINGS: [&str; 8] = ["'s", "’s", "'ll", "’ll", "'d", "’d", "'re", "’re"];
    let without = ENDINGS.into_iter().find_map(|ending| word.strip_suffix(ending));
    let word = without.unwrap_or(word);
    match word.bytes().any(|letter| letter.is_ascii_uppercase()) {
        true => word.to_ascii_lowercase().into(),
        false => word.into(),
    }
}
