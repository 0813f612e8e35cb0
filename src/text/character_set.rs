//! Sets of characters: one look tells whether any word of a long list can stand in a place.

/// A set of characters of the basic plane, a bit for each.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub(crate) struct CharacterSet(Vec<u64>);

impl CharacterSet {
    /// The first characters of `words`.
    pub(crate) fn starting(words: &[&[&str]]) -> CharacterSet {
        words.iter().flat_map(|list| list.iter()).filter_map(|word| word.chars().next()).collect()
    }

    /// The last characters of `words`.
    pub(crate) fn ending(words: &[&[&str]]) -> CharacterSet {
        words
            .iter()
            .flat_map(|list| list.iter())
            .filter_map(|word| word.chars().next_back())
            .collect()
    }

    /// Whether `character` is one of them.
    #[inline]
    pub(crate) fn holds(&self, character: char) -> bool {
        let code = character as usize;
        self.0.get(code / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
    }
}

impl FromIterator<char> for CharacterSet {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> CharacterSet {
        let mut bits = vec![0; 0x1_0000 / 64];
        for code in characters.into_iter().map(|character| character as usize) {
            if let Some(word) = bits.get_mut(code / 64) {
                *word |= 1 << (code % 64);
            }
        }
        CharacterSet(bits)
    }
}
