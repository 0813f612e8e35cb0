//! CC-CEDICT, as the crate `chinese_dictionary` carries it, in the table that `src/dictionary` reads.
//!
//! The crate answers queries but does not list its words: the word list in its folder (an fst set) names them, and its own
//! functions give their definitions.

use std::collections::BTreeMap;
use std::error::Error;

use chinese_dictionary::query_by_chinese;
use fst::Streamer;

use crate::library::dictionary::compile::{Entry, compile};
use crate::packages::Packages;

/// The table.
pub(crate) fn table(packages: &Packages) -> Result<Vec<u8>, Box<dyn Error>> {
    let folder = packages.folder("chinese_dictionary")?;
    let words = std::fs::read(folder.join("data/chinese.fst"))?;
    Ok(compile(&entries(&words)?)?)
}

/// Every entry of the dictionary, once, in the order of its numbers.
fn entries(words: &[u8]) -> Result<Vec<Entry>, fst::Error> {
    let mut entries = BTreeMap::new();
    let words = fst::Set::new(words)?;
    let mut stream = words.stream();
    while let Some(word) = stream.next() {
        let Ok(word) = std::str::from_utf8(word) else { continue };
        for entry in query_by_chinese(word) {
            entries.entry(entry.word_id).or_insert_with(|| Entry {
                traditional: entry.traditional.clone(),
                simplified: entry.simplified.clone(),
                definitions: entry.english.clone(),
            });
        }
    }
    Ok(entries.into_values().collect())
}
