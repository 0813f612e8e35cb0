//! Places that are called in English as they are read: 开封 is Kaifeng.

use rustc_hash::FxHashSet;

use super::{Dictionary, StemId, Word};
use crate::text::{Span, is_han, read_as, stem};

/// What the dictionary says of a place beside its name.
const KINDS: &[&str] =
    &["city", "county", "province", "district", "prefecture", "town", "township", "municipality"];

/// Characters that the name of a place has at most.
const LONGEST: usize = 4;

impl Dictionary {
    /// How `word`, which is written `text`, is read, if it is a place that is called so in English: in lower case and in
    /// one word.
    pub fn place_reading(&self, word: Word, text: &str) -> Option<String> {
        let count = text.chars().count();
        if !(2..=LONGEST).contains(&count) || !text.chars().all(is_han) {
            return None;
        }
        let kinds = self
            .kinds
            .get_or_init(|| KINDS.iter().filter_map(|kind| self.stem_id(&stem(kind))).collect());
        let says = |wanted: StemId| self.stems(word).any(|(stem, _)| stem == wanted);
        if !kinds.iter().any(|&kind| says(kind)) {
            return None;
        }
        let is_name = |read: &String| self.stem_id(&stem(read)).is_some_and(says);
        read_as(text, count).into_iter().find(is_name)
    }

    /// Whether `letters`, in lower case, are the name of a place of the dictionary in Pinyin. To know that, all of its words
    /// are gone through once.
    pub fn is_place(&self, letters: &str) -> bool {
        let places = self.places.get_or_init(|| {
            let mut places = FxHashSet::default();
            self.table.each(|text, place| {
                let word = Word { span: Span::at(0..text.len()), place };
                places.extend(self.place_reading(word, text));
            });
            places
        });
        places.contains(letters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_are_called_as_they_are_read() {
        let dictionary = Dictionary::builtin();
        for name in ["kaifeng", "luoyang", "shijiazhuang", "suzhou"] {
            assert!(dictionary.is_place(name), "{name}");
        }
        for name in ["haerbin", "america", "kumasi", "jiaozi", "change"] {
            assert!(!dictionary.is_place(name), "{name}");
        }
    }
}
