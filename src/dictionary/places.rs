//! Places that are called in English as they are read: 开封 is Kaifeng.

use super::{Dictionary, StemId, Word};
use crate::text::{is_han, read_as, stem};

/// Characters that the name of a place has at most.
const LONGEST: usize = 4;

impl Dictionary {
    /// How `word`, which is written `text`, is read, if it is a place that is called so in English: in lower case and in
    /// one word.
    pub fn place_reading(&self, word: Word, text: &str) -> Option<String> {
        let count = text.chars().count();
        let may_be = (2..=LONGEST).contains(&count)
            && text.chars().all(is_han)
            && self.stems(word).any(|(stem, _)| self.table.is_place(stem));
        let says = |wanted: StemId| self.stems(word).any(|(stem, _)| stem == wanted);
        let is_name = |read: &String| {
            let id = self.stem_id(&stem(read));
            id.is_some_and(|id| self.table.is_place(id) && says(id))
        };
        if may_be { read_as(text, count).into_iter().find(is_name) } else { None }
    }

    /// Whether `letters`, in lower case, are the name of a place that the dictionary knows.
    pub fn is_place(&self, letters: &str) -> bool {
        self.stem_id(&stem(letters)).is_some_and(|id| self.table.is_place(id))
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
