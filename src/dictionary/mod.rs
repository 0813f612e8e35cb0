//! The general Chinese-English dictionary: which English words a Chinese word may become.
//!
//! It is evidence for what belongs together and never a rule: no finding says "the dictionary
//! translates this otherwise". The words come from CC-CEDICT (see NOTICE); the build script turns them
//! into a table that is used where it lies in the program file.

mod cedict;
mod compile;
mod gloss;
mod layout;
mod memory;
mod places;
mod table;

use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::text::{Span, is_han};
pub(crate) use memory::bit;
use table::Table;

/// The number of an English stem in a [`Dictionary`], from 0.
pub type StemId = u32;

/// A dictionary, open.
pub struct Dictionary {
    table: Table,
    /// What it is told from others by.
    id: u64,
}

/// A Chinese word found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    place: u64,
}

/// Why a dictionary file cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{}{}: {kind}", kind.opening(), path.display())]
pub struct DictionaryError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub kind: DictionaryErrorKind,
}

/// What is wrong with a dictionary file.
#[derive(Debug, thiserror::Error)]
pub enum DictionaryErrorKind {
    /// It cannot be read as UTF-8 text.
    #[error("{0}")]
    Read(std::io::Error),
    /// A line is no CC-CEDICT entry.
    #[error("line {line} is no CC-CEDICT entry: expected `傳統 传统 [chuan2 tong3] /tradition/`")]
    Malformed {
        /// The line, from 1.
        line: usize,
    },
    /// It holds no words.
    #[error("the dictionary holds no words")]
    Empty,
}

impl DictionaryErrorKind {
    /// What stands before the path.
    fn opening(&self) -> &'static str {
        if matches!(self, DictionaryErrorKind::Read(_)) { "cannot read " } else { "" }
    }
}

static BUILTIN: LazyLock<Dictionary> = LazyLock::new(|| {
    static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dictionary.bin"));
    let table = Table::open(Cow::Borrowed(BYTES)).expect("the build script writes a sound table");
    Dictionary::of(table)
});

impl Dictionary {
    /// The dictionary that is built into the program. Opening it takes microseconds.
    pub fn builtin() -> &'static Dictionary {
        &BUILTIN
    }

    /// The dictionary of a CC-CEDICT file (`cedict_ts.u8`, unpacked), which is compiled first:
    /// about half a second for the whole of CC-CEDICT.
    pub fn from_cedict(path: &Path) -> Result<Dictionary, DictionaryError> {
        let fail = |kind| DictionaryError { path: path.to_owned(), kind };
        let text = std::fs::read_to_string(path)
            .map_err(|error| fail(DictionaryErrorKind::Read(error)))?;
        Dictionary::from_cedict_text(&text).map_err(fail)
    }

    fn from_cedict_text(text: &str) -> Result<Dictionary, DictionaryErrorKind> {
        let entries = cedict::parse(text.strip_prefix('\u{feff}').unwrap_or(text))
            .map_err(|malformed| DictionaryErrorKind::Malformed { line: malformed.line })?;
        if entries.is_empty() {
            return Err(DictionaryErrorKind::Empty);
        }
        let table = compile::compile(&entries).ok().and_then(|bytes| Table::open(bytes.into()));
        let table = table.ok_or(DictionaryErrorKind::Empty)?;
        Ok(Dictionary::of(table))
    }

    fn of(table: Table) -> Dictionary {
        Dictionary { table, id: memory::next_id() }
    }

    /// How many stems it knows; their numbers lie below this.
    pub fn stem_count(&self) -> u32 {
        self.table.stem_count()
    }

    /// The number of an English stem (see [`crate::text::stem`]).
    pub fn stem_id(&self, stem: &str) -> Option<StemId> {
        self.table.stem_number(stem)
    }

    /// Whether an English word in lower case is one that the dictionary knows, and not only the beginning of one:
    /// "engineer", and not "engin", though that is its stem.
    pub fn is_english(&self, word: &str) -> bool {
        !word.bytes().any(|letter| letter.is_ascii_uppercase()) && self.english(word).is_whole
    }

    /// Cuts the Chinese of `text` into words: of all ways, one with the fewest characters that no
    /// word covers, then with the fewest words, then with the longest words first. What is not in
    /// the dictionary is left out.
    pub fn words(&self, text: &str) -> Vec<Word> {
        let mut words = Vec::new();
        let mut start = 0;
        for (end, letter) in text.char_indices().chain([(text.len(), ' ')]) {
            if is_han(letter) {
                continue;
            }
            if start < end {
                self.cut_run(text, start, end, &mut words);
            }
            start = end + letter.len_utf8();
        }
        words
    }

    /// Cuts one run of Han characters, from its end to its start.
    fn cut_run(&self, text: &str, start: usize, end: usize, words: &mut Vec<Word>) {
        let run = &text[start..end];
        // For each byte: the cost of the rest, and the step that reaches it.
        let mut best: Vec<(u32, usize, Option<u64>)> = vec![(0, 0, None); run.len() + 1];
        for (at, letter) in run.char_indices().rev() {
            let skip = at + letter.len_utf8();
            let mut choice = (best[skip].0 + UNKNOWN_COST, skip, None);
            for (length, place) in self.table.prefixes(&run[at..]) {
                let cost = best[at + length].0 + WORD_COST;
                if cost <= choice.0 {
                    choice = (cost, at + length, Some(place));
                }
            }
            best[at] = choice;
        }
        let mut at = 0;
        while at < run.len() {
            let (_, next, place) = best[at];
            if let Some(place) = place {
                words.push(Word { span: Span::at(start + at..start + next), place });
            }
            at = next;
        }
    }

    /// The stems that `word` may become, heaviest first, with weights from 0 to 1.
    pub fn stems(&self, word: Word) -> impl Iterator<Item = (StemId, f32)> {
        self.table.record(word.place)
    }

    /// The stems of the shorter words inside `text`, which should be one word: 数据中心 is also
    /// 数据 and 中心. For words of one character there are none.
    pub fn inner_words(&self, text: &str) -> Vec<Word> {
        let mut found = Vec::new();
        // Inside a word of two characters stand only single ones.
        if text.chars().nth(2).is_none() {
            return found;
        }
        for (at, _) in text.char_indices() {
            for (length, place) in self.table.prefixes(&text[at..]) {
                let single = text[at..at + length].chars().nth(1).is_none();
                if !single && length < text.len() {
                    found.push(Word { span: Span::at(at..at + length), place });
                }
            }
        }
        found
    }
}

/// A character outside all words costs more than any word.
const UNKNOWN_COST: u32 = 4;
const WORD_COST: u32 = 1;

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dictionary").field("stems", &self.stem_count()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::stem;

    #[test]
    fn the_beginning_of_a_word_is_no_word() {
        let dictionary = Dictionary::builtin();
        for word in ["engineer", "engineering", "engine", "gradually", "agent", "agree", "the"] {
            assert!(dictionary.is_english(word), "{word}");
        }
        for rest in ["engin", "gradu", "comput"] {
            assert!(!dictionary.is_english(rest), "{rest}");
        }
    }

    fn translates(dictionary: &Dictionary, zh: &str, en: &str) -> bool {
        let id = dictionary.stem_id(&stem(en));
        dictionary.words(zh).into_iter().any(|word| {
            dictionary.stems(word).any(|(stem, weight)| Some(stem) == id && weight > 0.3)
        })
    }

    #[test]
    fn the_builtin_dictionary_knows_everyday_words_in_both_scripts() {
        let dictionary = Dictionary::builtin();
        for (zh, en) in [
            ("扩散", "diffusion"),
            ("擴散", "diffusing"),
            ("国家", "countries"),
            ("台湾", "Taiwan"),
            ("数据中心", "center"),
            ("三", "three"),
        ] {
            assert!(translates(dictionary, zh, &en.to_lowercase()), "{zh} {en}");
        }
        assert!(!translates(dictionary, "国家", "diffusion"));
    }

    #[test]
    fn words_cover_the_text_with_few_long_ones() {
        let text = "在数据中心里,指数增长。";
        let words = Dictionary::builtin().words(text);
        let words: Vec<_> = words.into_iter().map(|word| word.span.of(text)).collect();
        assert!(words.contains(&"数据中心") && words.contains(&"指数"), "{words:?}");
    }

    #[test]
    fn a_cedict_file_serves_as_well() {
        let text = "擴散 扩散 [kuo4 san4] /to spread; to diffuse/\n国 国 [guo2] /country/\n";
        let dictionary = Dictionary::from_cedict_text(text).unwrap();
        assert!(translates(&dictionary, "擴散", "diffuse"));
        assert!(translates(&dictionary, "扩散", "spreading"));
        assert!(!translates(&dictionary, "扩散", "country"));
    }

    #[test]
    fn an_empty_or_broken_file_is_refused() {
        assert!(matches!(
            Dictionary::from_cedict_text("# nothing\n"),
            Err(DictionaryErrorKind::Empty)
        ));
        assert!(matches!(
            Dictionary::from_cedict_text("nonsense"),
            Err(DictionaryErrorKind::Malformed { line: 1 })
        ));
    }
}
