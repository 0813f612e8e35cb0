//! The words that Chinese is cut into, as `jieba-rs` carries them, in the map that `src/lexicon/segmenter.rs` reads.

use std::collections::BTreeMap;
use std::error::Error;

use crate::packages::Packages;

/// The map of jieba's words.
pub(crate) fn map(packages: &Packages) -> Result<Vec<u8>, Box<dyn Error>> {
    frequencies(&std::fs::read_to_string(packages.folder("jieba-rs")?.join("src/data/dict.txt"))?)
}

/// An fst map from each word of jieba's list, whose lines are `word frequency tag`, to its frequency, and from the empty
/// word to the sum of all.
fn frequencies(list: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut frequencies = BTreeMap::new();
    let mut sum: u64 = 0;
    for line in list.lines() {
        let mut fields = line.split_ascii_whitespace();
        let Some(word) = fields.next() else { continue };
        let frequency: u64 = fields.next().ok_or("a word without its frequency")?.parse()?;
        // Of a word that stands twice jieba uses the last line, and counts both.
        frequencies.insert(word, frequency);
        sum += frequency;
    }
    frequencies.insert("", sum);
    Ok(fst::Map::from_iter(frequencies)?.into_fst().into_inner())
}
