//! Two texts of one row that have nothing to do with each other: the row was paired wrongly.
//!
//! A good translation, however free, answers some of the words of the original. A pair is only given up where
//! both texts say enough for that and next to nothing of either is found in the other. How much is enough, and
//! how little next to nothing, a logistic regression tells, fitted to good rows and to the same with the English
//! of rows one, seven and thirty-one further on. docs/accuracy.md tells how often that is right.

use rustc_hash::FxHashSet;

use super::super::vocabulary::{INNER_WORTH, SINGLE_WORTH, key_of};
use super::function::is_function_word;
use super::glance::Glance;
use super::model::FUNCTION;
use crate::dictionary::{Dictionary, StemId};
use crate::text::{Side, is_finished, is_han, latin_words};

/// What each side has to say at least, in words that the dictionary knows.
const LEAST: f32 = 2.0;

/// How sure it has to be.
const SURE: f32 = 0.993;

/// What speaks for two texts being strangers, and against it.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    /// What both say, in words that the dictionary knows.
    says: f32,
    /// What of the Chinese is found in the English, and of the English in the Chinese.
    found: [f32; 2],
    /// Words in Latin script and numbers in digits that stand in the Chinese, and in the English as well.
    shared: f32,
    /// Those that do not.
    unshared: f32,
    /// Of "?" and "!", those that one text has and the other has not.
    marks: f32,
}

impl Evidence {
    /// How sure it is, from 0 to 1.
    fn confidence(&self) -> f32 {
        const BIAS: f32 = -6.32;
        let [zh, en] = self.found;
        let score = 4.98 * self.says.max(1.0).ln()
            - 2.80 * zh.ln_1p()
            - 4.71 * en.ln_1p()
            - 1.36 * self.shared.min(2.0)
            + 1.39 * self.unshared.ln_1p()
            + 1.86 * self.marks;
        1.0 / (1.0 + (-(score + BIAS)).exp())
    }
}

/// How sure it is, from 0 to 1, that next to nothing of the two texts is found in the other, where it is sure enough
/// to be told.
pub fn strangers(zh: &str, en: &str, dictionary: &Dictionary) -> Option<f32> {
    // Lines that stop in the middle of a sentence may be answered on the next one.
    if !is_finished(zh) || !is_finished(en) || are_evidently_related(zh, en, dictionary) {
        return None;
    }
    if is_cantonese(zh) {
        return None;
    }
    let mut english = English::new(en, dictionary);
    if english.says() < LEAST {
        return None;
    }
    let latin: Vec<&str> = latin_words(zh).map(|(_, word)| word).collect();
    let shared = if latin.is_empty() { 0 } else { count_in(en, &latin) };
    let marked = |mark: &[char]| f32::from(zh.contains(mark) != en.contains(mark));
    let evidence = Evidence {
        // The most that there can be.
        says: english.says() + zh.chars().filter(|&c| is_han(c)).count() as f32,
        shared: shared as f32,
        unshared: (latin.len() - shared) as f32,
        marks: marked(&['?', '？']) + marked(&['!', '！']),
        ..Evidence::default()
    };
    let mut chinese = Words::default();
    // A clause or two is enough to show that the texts belong together.
    for clause in zh.split(|c| !is_han(c)).filter(|clause| !clause.is_empty()) {
        chinese.add(clause, dictionary, &mut english);
        let found = [chinese.found, english.found()];
        if (Evidence { found, ..evidence }).confidence() < SURE {
            return None;
        }
    }
    let says = chinese.says + english.says();
    let found = [chinese.found, english.found()];
    let confidence = Evidence { says, found, ..evidence }.confidence();
    (chinese.says >= LEAST && confidence >= SURE).then_some(confidence)
}

/// How many of `words` stand in `en`.
fn count_in(en: &str, words: &[&str]) -> usize {
    let own: FxHashSet<String> =
        latin_words(en).map(|(_, word)| word.to_ascii_lowercase()).collect();
    words.iter().filter(|word| own.contains(&word.to_ascii_lowercase())).count()
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
    fn add(&mut self, clause: &str, dictionary: &Dictionary, english: &mut English) {
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
struct English {
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

impl English {
    fn new(text: &str, dictionary: &Dictionary) -> English {
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
        English { words }
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
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strangers(zh: &str, en: &str) -> bool {
        super::strangers(zh, en, Dictionary::builtin()).is_some()
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
