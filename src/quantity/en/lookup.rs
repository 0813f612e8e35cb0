//! Tables of words. Readers ask for the same word many times over, and most words are in no table: a word is
//! one number here, and one look tells.

/// Words of at most 16 letters of ASCII, in any case, and what they stand for.
pub(super) struct Words<V> {
    /// Twice as many as there are words, at least; a word stands at its place or right behind it.
    slots: Vec<Option<(u128, V)>>,
    count: usize,
    /// A bit for the beginning and the length of each word: most words of a text are told by them to be none
    /// of these.
    shapes: Vec<u64>,
}

impl<V> Default for Words<V> {
    fn default() -> Words<V> {
        Words { slots: vec![None, None], count: 0, shapes: vec![0; SHAPES / 64] }
    }
}

impl<V: Copy + Default> Words<V> {
    pub(super) fn new(words: impl IntoIterator<Item = (&'static str, V)>) -> Words<V> {
        let mut table = Words::default();
        for (word, value) in words {
            table.entry(word, |known| *known = value);
        }
        table
    }

    /// Lets `change` say what `word` stands for. A word that is too long is left out.
    pub(super) fn entry(&mut self, word: &str, change: impl FnOnce(&mut V)) {
        let Some(key) = packed(word) else { return };
        if 2 * (self.count + 1) > self.slots.len() {
            self.grow();
        }
        let at = self.slot(key);
        let (_, value) = self.slots[at].get_or_insert_with(|| {
            self.count += 1;
            (key, V::default())
        });
        change(value);
        let shape = shape(word);
        self.shapes[shape / 64] |= 1 << (shape % 64);
    }

    fn grow(&mut self) {
        let slots = vec![None; 2 * self.slots.len()];
        let full = std::mem::replace(&mut self.slots, slots);
        for (key, value) in full.into_iter().flatten() {
            let at = self.slot(key);
            self.slots[at] = Some((key, value));
        }
    }

    /// Where the word of that number stands, or would stand.
    fn slot(&self, key: u128) -> usize {
        // The number of slots is a power of two.
        let last = self.slots.len() - 1;
        let mut at = place(key) & last;
        while self.slots[at].is_some_and(|(known, _)| known != key) {
            at = (at + 1) & last;
        }
        at
    }

    /// What `word` stands for.
    #[inline]
    pub(super) fn get(&self, word: &str) -> Option<V> {
        let shape = shape(word);
        if self.shapes[shape / 64] >> (shape % 64) & 1 == 0 {
            return None;
        }
        let (_, value) = self.slots[self.slot(packed(word)?)]?;
        Some(value)
    }
}

/// How many beginnings and lengths are told apart.
const SHAPES: usize = 32 * 32 * 16;

/// The first two letters of a word, without regard to case, and its length.
fn shape(word: &str) -> usize {
    let letter = |at: usize| word.as_bytes().get(at).map_or(0, |letter| usize::from(letter & 31));
    (letter(0) << 5 | letter(1)) << 4 | (word.len() & 15)
}

/// A word as a number, without regard to case.
fn packed(word: &str) -> Option<u128> {
    let letters = word.as_bytes();
    if letters.len() > 16 {
        return None;
    }
    // Eight letters at once: the copy of a few bytes costs as much as all the rest.
    let (first, second) = letters.split_at(letters.len().min(8));
    let half = |letters: &[u8]| {
        letters
            .iter()
            .rev()
            .fold(0, |key: u64, letter| key << 8 | u64::from(letter.to_ascii_lowercase()))
    };
    Some(u128::from(half(second)) << 64 | u128::from(half(first)))
}

fn place(key: u128) -> usize {
    let mixed = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 32) as usize
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
