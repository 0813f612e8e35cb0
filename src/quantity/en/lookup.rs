//! Tables of words. Readers ask for the same word many times over, and most words are in no table: a word is
//! one number here, and one look tells.

/// Words of at most 16 letters of ASCII, in any case, and what they stand for.
pub(super) struct Words<V> {
    /// Twice as many as there are words, at least; a word stands at its place or right behind it.
    slots: Vec<Option<(u128, V)>>,
}

impl<V: Copy> Words<V> {
    pub(super) fn new(words: impl IntoIterator<Item = (&'static str, V)>) -> Words<V> {
        let words: Vec<(u128, V)> =
            words.into_iter().filter_map(|(word, value)| Some((packed(word)?, value))).collect();
        let mut slots = vec![None; (2 * words.len()).next_power_of_two().max(2)];
        for (key, value) in words {
            let mut at = place(key, slots.len());
            while slots[at].is_some_and(|(known, _)| known != key) {
                at = (at + 1) % slots.len();
            }
            slots[at] = Some((key, value));
        }
        Words { slots }
    }

    /// What `word` stands for.
    pub(super) fn get(&self, word: &str) -> Option<V> {
        let key = packed(word)?;
        let mut at = place(key, self.slots.len());
        while let Some((known, value)) = self.slots[at] {
            if known == key {
                return Some(value);
            }
            at = (at + 1) % self.slots.len();
        }
        None
    }
}

/// A word as a number, without regard to case.
fn packed(word: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    bytes.make_ascii_lowercase();
    Some(u128::from_le_bytes(bytes))
}

fn place(key: u128, slots: usize) -> usize {
    let mixed = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 32) as usize & (slots - 1)
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_are_found_in_any_case_and_no_others() {
        let words = Words::new([("one", 1), ("two", 2), ("quadrillionths", 3), ("", 4)]);
        assert_eq!(words.get("One"), Some(1));
        assert_eq!(words.get("TWO"), Some(2));
        assert_eq!(words.get("quadrillionths"), Some(3));
        assert_eq!(words.get(""), Some(4));
        for other in ["on", "ones", "três", "quadrillionthsandmore"] {
            assert_eq!(words.get(other), None, "{other}");
        }
    }
}
