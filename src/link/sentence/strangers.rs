//! Two texts of one row that have nothing to do with each other: the row was paired wrongly.
//!
//! A good translation, however free, answers some of the words of the original. A pair is only given up where
//! both texts say enough for that and next to nothing of either is found in the other. docs/accuracy.md
//! tells how often that is right.

use super::super::vocabulary::{INNER_WORTH, SINGLE_WORTH, key_of};
use super::function::is_function_word;
use super::glance::Glance;
use super::model::FUNCTION;
use crate::dictionary::{Dictionary, StemId};
use crate::text::{Side, is_finished, is_han, latin_words};

/// What each side has to say at least, in words that the dictionary knows.
const LEAST: f32 = 3.4;

/// What both sides have to say at least.
const LEAST_OF_BOTH: f32 = 11.5;

/// The share of it that strangers may find in each other.
const CHANCE: f32 = 0.07;

/// Whether next to nothing of the two texts is found in the other. Numbers are left out of account: texts with numbers
/// on both sides are for the rules on numbers to judge.
pub fn are_strangers(zh: &str, en: &str, dictionary: &Dictionary) -> bool {
    // Lines that stop in the middle of a sentence may be answered on the next one.
    if !is_finished(zh) || !is_finished(en) || are_evidently_related(zh, en, dictionary) {
        return false;
    }
    if is_cantonese(zh) {
        return false;
    }
    let mut english = English::new(en, dictionary);
    let most = english.says() + zh.chars().filter(|&c| is_han(c)).count() as f32;
    if english.says() < LEAST {
        return false;
    }
    let mut chinese = Words::default();
    // A clause or two is enough to show that the texts belong together.
    for clause in zh.split(|c| !is_han(c)).filter(|clause| !clause.is_empty()) {
        chinese.add(clause, dictionary, &mut english);
        if chinese.found > CHANCE * most {
            return false;
        }
    }
    for (_, word) in latin_words(zh) {
        chinese.says += 1.0;
        if english.has(word) {
            return false;
        }
    }
    let says = chinese.says + english.says();
    chinese.says >= LEAST
        && says >= LEAST_OF_BOTH
        && chinese.found + english.found() <= CHANCE * says
}

/// Whether a text is written as Cantonese is spoken, whose words the dictionary does not have.
fn is_cantonese(zh: &str) -> bool {
    const CHARACTERS: [char; 12] =
        ['嘅', '喺', '咗', '哋', '嗰', '冇', '唔', '嚟', '咁', '佢', '嘢', '啲'];
    zh.contains(CHARACTERS)
}

/// Whether Chinese words of two characters answer two words of the English: a quick look that is enough for most
/// rows.
fn are_evidently_related(zh: &str, en: &str, dictionary: &Dictionary) -> bool {
    const LETTERS: usize = 4;
    // What is said in more words than this is found in the first of them.
    let glance = Glance::new(dictionary, en, LETTERS, u64::BITS as usize);
    let mut answered = 0_u64;
    glance.answered(zh).any(|at| {
        answered |= 1 << at;
        answered.count_ones() > 1
    })
}

/// What the Chinese says, and how much of that the English answers.
#[derive(Default)]
struct Words {
    says: f32,
    found: f32,
}

impl Words {
    fn add(&mut self, clause: &str, dictionary: &Dictionary, english: &mut English<'_>) {
        for word in dictionary.words(clause) {
            let text = word.span.of(clause);
            let weight = if is_function_word(Side::Zh, text) { FUNCTION } else { 1.0 };
            let worth = if text.chars().nth(1).is_none() { SINGLE_WORTH } else { 1.0 };
            let inner = dictionary.inner_words(text).into_iter().map(|part| (part, INNER_WORTH));
            let mut best = 0.0_f32;
            let mut known = false;
            for (part, worth) in std::iter::once((word, worth)).chain(inner) {
                for (stem, sense) in dictionary.stems(part) {
                    known = true;
                    best = best.max(english.meet(stem, sense * worth, weight));
                }
            }
            if known {
                self.says += weight;
                self.found += best;
            }
        }
    }
}

/// The words of the English.
struct English<'t> {
    text: &'t str,
    /// By their numbers.
    words: Vec<Stem>,
}

/// A word of the English that the dictionary knows.
struct Stem {
    id: StemId,
    weight: f32,
    /// How often it stands there.
    times: f32,
    /// The most that a Chinese word has found in it.
    found: f32,
}

impl<'t> English<'t> {
    fn new(text: &'t str, dictionary: &Dictionary) -> English<'t> {
        let stem = |word: &str| {
            let stem = key_of(word);
            let weight = if is_function_word(Side::En, &stem) { FUNCTION } else { 1.0 };
            Some(Stem { id: dictionary.stem_id(&stem)?, weight, times: 1.0, found: 0.0 })
        };
        let mut words: Vec<Stem> = latin_words(text).filter_map(|(_, word)| stem(word)).collect();
        words.sort_unstable_by_key(|word| word.id);
        words.dedup_by(|again, word| {
            let same = again.id == word.id;
            word.times += if same { again.times } else { 0.0 };
            same
        });
        English { text, words }
    }

    fn says(&self) -> f32 {
        self.words.iter().map(|word| word.times * word.weight).sum()
    }

    fn found(&self) -> f32 {
        self.words.iter().map(|word| word.times * word.found).sum()
    }

    /// Notes that a Chinese word of that weight may become `stem`, and tells what that says.
    fn meet(&mut self, stem: StemId, sense: f32, weight: f32) -> f32 {
        let Ok(at) = self.words.binary_search_by_key(&stem, |word| word.id) else { return 0.0 };
        let word = &mut self.words[at];
        let value = sense * weight.min(word.weight);
        word.found = word.found.max(value);
        value
    }

    /// Whether a word in Latin script stands there.
    fn has(&self, word: &str) -> bool {
        latin_words(self.text).any(|(_, own)| own.eq_ignore_ascii_case(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strangers(zh: &str, en: &str) -> bool {
        are_strangers(zh, en, Dictionary::builtin())
    }

    #[test]
    fn sentences_from_different_texts() {
        assert!(strangers(
            "地铁施工期间，该路段将禁止机动车通行。",
            "Add the eggs to the butter slowly, beating well after each addition.",
        ));
        assert!(strangers(
            "她的博士论文研究的是敦煌壁画中的乐器。",
            "If the warning light stays on, have the brakes inspected by a dealer.",
        ));
    }

    #[test]
    fn a_free_translation_is_no_stranger() {
        for (zh, en) in [
            (
                "他刀子嘴豆腐心，其实待人最好。",
                "His bark is worse than his bite; he is really very kind.",
            ),
            (
                "雨下了一整夜，早上路都淹了。",
                "It rained all night, and by morning the streets were under water.",
            ),
            (
                "你说的这些 OpenAI 都试过了。",
                "OpenAI has been down every one of those roads already.",
            ),
        ] {
            assert!(!strangers(zh, en), "{zh}");
        }
    }

    #[test]
    fn what_says_little_is_not_judged() {
        assert!(!strangers("保存成功。", "Your session has expired."));
        assert!(!strangers(
            "他们在河边走了很久，",
            "The contract ends on the last day of the month."
        ));
    }
}
