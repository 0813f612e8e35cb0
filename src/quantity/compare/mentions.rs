//! Which words a text says.
//!
//! Every number without a counterpart asks its whole text for the same words. A word is looked for when the first of them
//! asks, and what was found is kept: a page of figures would be gone through once for each of them.

use std::cell::{OnceCell, RefCell};

use rustc_hash::{FxHashMap, FxHashSet};

use super::Passage;

/// Where a word stands first and where it stands last, in bytes.
type Places = Option<(usize, usize)>;

/// A text and what was asked of it.
pub(super) struct Mentions<'t> {
    text: &'t str,
    words: RefCell<FxHashMap<&'static str, Places>>,
    answers: RefCell<FxHashMap<&'static str, bool>>,
    plurals: OnceCell<FxHashSet<String>>,
    numbers: OnceCell<FxHashMap<String, Vec<usize>>>,
}

impl<'t> Mentions<'t> {
    fn of(text: &'t str) -> Mentions<'t> {
        let (words, answers, plurals, numbers) =
            (RefCell::default(), RefCell::default(), OnceCell::default(), OnceCell::default());
        Mentions { text, words, answers, plurals, numbers }
    }

    /// The text.
    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// The length of the text in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether the text says `word`.
    pub(super) fn says(&self, word: &'static str) -> bool {
        self.places(word).is_some()
    }

    /// Whether it says one of `words`.
    pub(super) fn says_any(&self, words: &[&'static str]) -> bool {
        words.iter().any(|word| self.says(word))
    }

    /// Whether it says `word` before byte `at`.
    pub(super) fn says_before(&self, word: &'static str, at: usize) -> bool {
        self.places(word).is_some_and(|(first, _)| first + word.len() <= at)
    }

    /// Whether it says `word` from byte `at` on.
    pub(super) fn says_behind(&self, word: &'static str, at: usize) -> bool {
        self.places(word).is_some_and(|(_, last)| last >= at)
    }

    /// Whether it writes the number `digits` in the plural: "four 4090s".
    pub(super) fn has_plural(&self, digits: &str) -> bool {
        self.plurals.get_or_init(|| plurals(self.text)).contains(digits)
    }

    /// Where it writes `digits` as a number of its own, whatever letters stand beside it: 2 in "2v2", not in "2.5".
    pub(super) fn written(&self, digits: &str) -> &[usize] {
        let found = self.numbers.get_or_init(|| numbers(self.text));
        found.get(digits).map_or(&[], Vec::as_slice)
    }

    /// What stands before byte `at`.
    pub(super) fn before(&self, at: usize) -> &'t str {
        &self.text[..at]
    }

    /// The answer to a question that no word alone answers. A `question` is known by its name, so that each needs
    /// one of its own.
    pub(super) fn answer(&self, question: &'static str, ask: impl FnOnce(&str) -> bool) -> bool {
        if let Some(&known) = self.answers.borrow().get(question) {
            return known;
        }
        let found = ask(self.text);
        self.answers.borrow_mut().insert(question, found);
        found
    }

    /// Whether it says words that are made for one question, which is asked seldom.
    pub(super) fn holds(&self, words: &str) -> bool {
        self.text.contains(words)
    }

    fn places(&self, word: &'static str) -> Places {
        let look = || Some((self.text.find(word)?, self.text.rfind(word)?));
        *self.words.borrow_mut().entry(word).or_insert_with(look)
    }
}

/// What each of `passages` says.
pub(super) fn mentions<'t>(passages: &[Passage<'t>]) -> Vec<Mentions<'t>> {
    passages.iter().map(|passage| Mentions::of(passage.text)).collect()
}

/// The numbers that `text` writes in digits, with points and commas between them, and where.
fn numbers(text: &str) -> FxHashMap<String, Vec<usize>> {
    let bytes = text.as_bytes();
    let is_part = |at: usize| match bytes.get(at) {
        Some(b'.' | b',') => {
            let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
            at > 0 && digit(at - 1) && digit(at + 1)
        }
        byte => byte.is_some_and(u8::is_ascii_digit),
    };
    let mut found: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    let mut at = 0;
    while let Some(start) = (at..bytes.len()).find(|&at| bytes[at].is_ascii_digit()) {
        let end = (start..bytes.len()).find(|&at| !is_part(at)).unwrap_or(bytes.len());
        found.entry(text[start..end].to_owned()).or_default().push(start);
        at = end;
    }
    found
}

/// All numbers of `text` in digits that an s stands right behind.
fn plurals(text: &str) -> FxHashSet<String> {
    let number = |(at, _)| {
        let before: &str = &text[..at];
        before[before.trim_end_matches(|c: char| c.is_ascii_digit()).len()..].to_owned()
    };
    text.match_indices('s').map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_stand() {
        let text = "one thousand and two thousand";
        let mentions = Mentions::of(text);
        assert!(mentions.says("thousand") && mentions.says_any(&["million", "two"]));
        assert!(!mentions.says("million"));
        for at in 0..text.len() {
            assert_eq!(mentions.says_before("thousand", at), text[..at].contains("thousand"));
            assert_eq!(mentions.says_behind("thousand", at), text[at..].contains("thousand"));
        }
    }

    #[test]
    fn numbers_in_the_plural() {
        let mentions = Mentions::of("four 4090s, 911 and the 1980s' songs");
        assert!(mentions.has_plural("4090") && mentions.has_plural("1980"));
        assert!(!mentions.has_plural("911") && !mentions.has_plural("980"));
    }

    #[test]
    fn numbers_are_found_beside_letters() {
        let mentions = Mentions::of("2v2, 2.5 and X11, 4x6");
        assert_eq!(mentions.written("2"), [0, 2]);
        assert_eq!(mentions.written("11"), [14]);
        assert_eq!((mentions.written("5"), mentions.written("6")), (&[][..], &[20][..]));
    }

    #[test]
    fn a_question_is_asked_once() {
        let mentions = Mentions::of("text");
        assert!(mentions.answer("short", |text| text.len() < 9));
        assert!(mentions.answer("short", |_| unreachable!("it is known")));
    }
}
