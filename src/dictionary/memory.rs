//! What was looked up lately. The same words come again and again in a corpus, and a look at the compiled table takes
//! much longer than one at this.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};

use rustc_hash::FxHashMap;

use super::{Dictionary, StemId};
use crate::text::stem;

/// So many words of each language are kept; then all are forgotten.
const MOST: usize = 1 << 15;

/// A number for each dictionary that is opened.
pub(super) fn next_id() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}

/// The memory of one thread.
#[derive(Default)]
struct Memory {
    /// The dictionary that was asked.
    dictionary: Option<u64>,
    english: FxHashMap<Box<str>, English>,
    /// Chinese words of two characters.
    pairs: FxHashMap<(char, char), Pair>,
}

/// What is remembered of an English word.
#[derive(Clone, Copy)]
pub(super) struct English {
    stem: Option<StemId>,
    /// Whether it is a word that the dictionary knows, and not only the beginning of one.
    pub(super) is_whole: bool,
}

/// What is remembered of two characters.
#[derive(Clone, Copy)]
struct Pair {
    /// The place of their record, if they are a word.
    place: u64,
    /// The bits of its stems; none for what is no word.
    bits: u64,
}

/// The bit that a stem shares with others of its kind: one look at the bits of many tells that it is not among
/// them.
pub(crate) fn bit(stem: StemId) -> u64 {
    1 << (stem % u64::BITS)
}

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

impl Dictionary {
    /// The number of the stem of an English word of ASCII letters, in any case.
    pub(crate) fn stem_of(&self, word: &str) -> Option<StemId> {
        self.english(word).stem
    }

    /// What the dictionary knows of an English word.
    pub(super) fn english(&self, word: &str) -> English {
        self.remember(|memory| {
            if let Some(&known) = memory.english.get(word) {
                return known;
            }
            let small = word.to_ascii_lowercase();
            let stemmed = stem(&small);
            let id = self.stem_id(&stemmed);
            let is_whole = id.is_some_and(|id| stemmed != small || self.table.is_whole(id));
            let found = English { stem: id, is_whole };
            if memory.english.len() >= MOST {
                memory.english.clear();
            }
            memory.english.insert(word.into(), found);
            found
        })
    }

    /// The stems that the word of these two characters may become, if it is one, as far as their bits are among
    /// `bits`.
    pub(crate) fn stems_of_pair(
        &self,
        pair: (char, char),
        bits: u64,
    ) -> impl Iterator<Item = StemId> {
        let known = self.remember(|memory| {
            if let Some(&known) = memory.pairs.get(&pair) {
                return known;
            }
            let word: String = [pair.0, pair.1].into_iter().collect();
            let found = self.table.prefixes(&word).find(|(length, _)| *length == word.len());
            let place = found.map(|(_, place)| place);
            let stems = place.into_iter().flat_map(|place| self.table.record(place));
            let all = stems.fold(0, |all, (stem, _)| all | bit(stem));
            let found = Pair { place: place.unwrap_or_default(), bits: all };
            if memory.pairs.len() >= MOST {
                memory.pairs.clear();
            }
            memory.pairs.insert(pair, found);
            found
        });
        // A record lies somewhere in a large table, and is only looked at where it may matter.
        let place = Some(known.place).filter(|_| known.bits & bits != 0);
        let stems = place.into_iter().flat_map(|place| self.table.record(place));
        stems.map(|(stem, _)| stem).filter(move |&stem| bit(stem) & bits != 0)
    }

    fn remember<T>(&self, look: impl FnOnce(&mut Memory) -> T) -> T {
        MEMORY.with_borrow_mut(|memory| {
            if memory.dictionary != Some(self.id) {
                *memory = Memory { dictionary: Some(self.id), ..Memory::default() };
            }
            look(memory)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Dictionary;
    use crate::text::stem;

    #[test]
    fn what_is_remembered_is_what_is_looked_up() {
        let small = Dictionary::from_cedict_text("擴散 扩散 [kuo4 san4] /to spread/\n").unwrap();
        for dictionary in [Dictionary::builtin(), &small, Dictionary::builtin()] {
            for word in ["Spreading", "countries", "xyzzy", "spreading"] {
                let looked_up = dictionary.stem_id(&stem(&word.to_lowercase()));
                assert_eq!(dictionary.stem_of(word), looked_up, "{word}");
            }
            for (pair, text) in
                [(('扩', '散'), "扩散"), (('国', '家'), "国家"), (('国', '散'), "国散")]
            {
                let word = dictionary.words(text).into_iter().find(|word| word.span.len() == 6);
                let looked_up: Vec<_> = word
                    .into_iter()
                    .flat_map(|word| dictionary.stems(word).map(|(stem, _)| stem))
                    .collect();
                assert_eq!(
                    dictionary.stems_of_pair(pair, u64::MAX).collect::<Vec<_>>(),
                    looked_up,
                    "{text}"
                );
            }
        }
    }
}
