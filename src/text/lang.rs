//! Which of the two languages a piece of text is written in.

use super::Side;

/// A verdict on the language of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Written in that language, however many words of the other stand in it.
    Certain(Side),
    /// More likely that language, but too short to tell ("OK.", "Claude Code").
    Likely(Side),
    /// Neither: numbers, punctuation, another script.
    Unknown,
}

impl Language {
    /// The language, where there is one to name.
    pub fn side(self) -> Option<Side> {
        match self {
            Language::Certain(side) | Language::Likely(side) => Some(side),
            Language::Unknown => None,
        }
    }

    /// The language, where there is no doubt.
    pub fn certain(self) -> Option<Side> {
        match self {
            Language::Certain(side) => Some(side),
            Language::Likely(_) | Language::Unknown => None,
        }
    }
}

/// English words that hold a sentence together. Chinese sentences borrow English terms, but never
/// these, so that one of them tells English apart from a Chinese line full of terms.
const FUNCTION_WORDS: [&str; 69] = [
    "a", "about", "all", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "did",
    "do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in",
    "into", "is", "it", "its", "just", "like", "me", "my", "no", "not", "of", "on", "or", "our",
    "she", "so", "than", "that", "the", "their", "them", "then", "there", "they", "this", "to",
    "was", "we", "were", "what", "when", "where", "which", "who", "why", "will", "with", "would",
    "yes", "you", "your",
];

/// How many letters the longest of them has.
const LONGEST_FUNCTION_WORD: usize = 5;

/// Their keys, which are compared at once: every word of every text is looked up here.
const FUNCTION_KEYS: [u64; FUNCTION_WORDS.len()] = {
    let mut keys = [0; FUNCTION_WORDS.len()];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = key(FUNCTION_WORDS[at].as_bytes());
        at += 1;
    }
    keys
};

/// The letters of a word in lower case as one number, which orders as the words do; 0 for a word of more
/// than eight bytes.
const fn key(word: &[u8]) -> u64 {
    let mut letters = [0; 8];
    if word.len() > letters.len() {
        return 0;
    }
    let mut at = 0;
    while at < word.len() {
        letters[at] = word[at].to_ascii_lowercase();
        at += 1;
    }
    u64::from_be_bytes(letters)
}

/// How a text divides over the two scripts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scripts {
    /// Han characters.
    pub han: usize,
    /// Words in Latin letters.
    pub latin_words: usize,
    /// Those of them that hold an English sentence together ("the", "of", "is").
    pub function_words: usize,
}

impl Scripts {
    /// Counts the scripts of `text`.
    pub fn of(text: &str) -> Scripts {
        let mut scripts = Scripts::default();
        let bytes = text.as_bytes();
        let mut word_start = None;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            // Most letters are of ASCII, and there the character is the byte.
            let character = match byte.is_ascii() {
                true => char::from(byte),
                false => text[at..].chars().next().unwrap_or_default(),
            };
            let here = at;
            at += character.len_utf8();
            if is_latin(character) || (word_start.is_some() && is_word_joint(character)) {
                word_start.get_or_insert(here);
                continue;
            }
            if let Some(start) = word_start.take() {
                scripts.add_word(&text[start..here]);
            }
            if is_han(character) {
                scripts.han += 1;
            }
        }
        if let Some(start) = word_start {
            scripts.add_word(&text[start..]);
        }
        scripts
    }

    fn add_word(&mut self, word: &str) {
        self.latin_words += 1;
        if word.len() > LONGEST_FUNCTION_WORD {
            return;
        }
        let key = key(word.as_bytes());
        if key != 0 && FUNCTION_KEYS.binary_search(&key).is_ok() {
            self.function_words += 1;
        }
    }

    /// The language that they speak for.
    pub fn language(self) -> Language {
        let Scripts { han, latin_words, function_words } = self;
        // An English word says about as much as 1.6 Han characters.
        let latin = latin_words * 8 / 5;
        match (han, latin_words) {
            (0, 0) => Language::Unknown,
            (0, _) if function_words > 0 || latin_words >= 4 => Language::Certain(Side::En),
            (0, _) => Language::Likely(Side::En),
            // Terms alone, however many, make no English sentence.
            _ if function_words * 8 < latin_words.max(1) => Language::Certain(Side::Zh),
            _ if han > 2 * latin => Language::Certain(Side::Zh),
            _ if latin > 2 * han => Language::Certain(Side::En),
            _ if han > latin => Language::Likely(Side::Zh),
            _ => Language::Likely(Side::En),
        }
    }
}

/// The language that `text` is written in. Terms of the other language inside it do not count
/// against it: `我们做 RL 和 pre-training` is Chinese.
///
/// ```
/// use duizhao::text::{Language, Side, language_of};
/// assert_eq!(language_of("我用 Claude Code 写 Rust"), Language::Certain(Side::Zh));
/// assert_eq!(language_of("He calls it 内卷, which is a race"), Language::Certain(Side::En));
/// assert_eq!(language_of("Last spring I left, 那时候公司还很小"), Language::Likely(Side::Zh));
/// assert_eq!(language_of("Claude Code"), Language::Likely(Side::En));
/// assert_eq!(language_of("2026-11-23"), Language::Unknown);
/// ```
pub fn language_of(text: &str) -> Language {
    Scripts::of(text).language()
}

/// Whether `character` is a Han character, of the basic block or of an extension plane.
#[inline]
pub fn is_han(character: char) -> bool {
    matches!(character,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}' | '〇' | '々')
}

/// Whether `character` is a letter or a digit of any script, which the signs that Chinese is full of are quickly
/// told not to be.
#[inline]
pub(crate) fn is_alphanumeric(character: char) -> bool {
    match character {
        '\0'..='\x7F' => character.is_ascii_alphanumeric(),
        '\u{4E00}'..='\u{9FFF}' => true,
        '。' | '、' | '，' | '：' | '；' | '？' | '！' | '（' | '）' | '“' | '”' | '‘' | '’'
        | '…' | '—' | '《' | '》' | '「' | '」' => false,
        _ => character.is_alphanumeric(),
    }
}

/// Whether `character` is a Latin letter, accented ones included.
#[inline]
pub fn is_latin(character: char) -> bool {
    character.is_ascii_alphabetic()
        || (matches!(character, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
            && character.is_alphabetic())
}

fn is_word_joint(character: char) -> bool {
    matches!(character, '\'' | '’' | '-') || character.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_can_be_searched() {
        assert!(FUNCTION_KEYS.is_sorted());
        let longest = FUNCTION_WORDS.iter().map(|word| word.len()).max();
        assert_eq!(longest, Some(LONGEST_FUNCTION_WORD));
    }

    #[test]
    fn a_chinese_turn_full_of_english_terms_is_chinese() {
        for text in ["用 RL 做 post-training。", "GPT-4 Turbo 和 Claude Code", "scaling 定律"]
        {
            assert_eq!(language_of(text), Language::Certain(Side::Zh), "{text}");
        }
    }

    #[test]
    fn a_chinese_word_does_not_make_an_english_sentence_chinese() {
        let text = "The word 对照 means that you hold two things side by side.";
        assert_eq!(language_of(text), Language::Certain(Side::En));
    }
}
