//! Builds the table that [`super::table::Table`] reads.
//!
//! Used twice: by `build.rs` for the dictionary that ships with the program, and at run time for a
//! CC-CEDICT file that the user names.

use std::collections::BTreeMap;

use super::gloss::{self, Glosses};

/// One word of a dictionary, as it came from its source.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// In traditional characters.
    pub(crate) traditional: String,
    /// In simplified characters.
    pub(crate) simplified: String,
    /// Its definitions; each may hold several senses parted by semicolons.
    pub(crate) definitions: Vec<String>,
}

/// How many stems a word keeps at most: the heaviest.
const MAX_STEMS: usize = 24;

/// The table of `entries`.
///
/// Layout, all numbers little-endian: the lengths of the five parts as `u32`, then an
/// [`fst`] map from word to the place of its record, the records (one byte that counts, then as
/// many `u32`, each a stem's number in the upper 24 bits and its weight in 255ths in the lower 8),
/// an fst map from stem to its number, numbered in sorted order from 0, a bit for each stem that
/// tells whether it is a word as it stands (agent) or the rest of one (engin), and one that tells whether it is the
/// name of a place (kaifeng).
pub(crate) fn compile(entries: &[Entry]) -> Result<Vec<u8>, fst::Error> {
    let words = glosses_by_word(entries);
    let numbers: BTreeMap<&str, u32> = {
        let stems: std::collections::BTreeSet<&str> =
            words.values().flat_map(|glosses| glosses.keys().map(String::as_str)).collect();
        stems.into_iter().zip(0..).collect()
    };

    let mut records: Vec<u8> = Vec::new();
    let mut places: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    let mut word_map = fst::MapBuilder::memory();
    for (word, glosses) in &words {
        let record = record(glosses, &numbers);
        let place = *places.entry(record).or_insert_with_key(|record| {
            let place = records.len() as u64;
            records.extend_from_slice(record);
            place
        });
        word_map.insert(word, place)?;
    }
    let word_map = word_map.into_inner()?;
    let stem_map =
        fst::Map::from_iter(numbers.iter().map(|(stem, &number)| (stem, u64::from(number))))?;
    let stem_map = stem_map.into_fst().into_inner();

    let mut whole = vec![0_u8; numbers.len().div_ceil(8)];
    for word in
        entries.iter().flat_map(|entry| &entry.definitions).flat_map(|text| gloss::words(text))
    {
        if let Some(number) = numbers.get(word.as_str()) {
            whole[(number / 8) as usize] |= 1 << (number % 8);
        }
    }

    let mut named = vec![0_u8; numbers.len().div_ceil(8)];
    let places = entries.iter().flat_map(|entry| &entry.definitions).filter_map(|text| place(text));
    for name in places {
        if let Some(number) = numbers.get(crate::text::stem(&name.to_lowercase()).as_str()) {
            named[(number / 8) as usize] |= 1 << (number % 8);
        }
    }

    let mut table = Vec::new();
    let parts = [&word_map, &records, &stem_map, &whole, &named];
    for part in parts {
        table.extend_from_slice(&(part.len() as u32).to_le_bytes());
    }
    for part in parts {
        table.extend_from_slice(part);
    }
    Ok(table)
}

/// The name of the place that a definition tells of: "Kaifeng prefecture-level city in Henan".
fn place(definition: &str) -> Option<&str> {
    const KINDS: &[&str] = &[
        "city",
        "county",
        "county-level",
        "district",
        "municipality",
        "prefecture",
        "prefecture-level",
        "province",
        "provincial",
        "sub-provincial",
        "subprovincial",
        "town",
        "township",
    ];
    let mut words = definition.split([' ', ',', '(']);
    let name = words.next().filter(|name| name.starts_with(|c: char| c.is_ascii_uppercase()))?;
    let kind = words.find(|word| !word.is_empty())?;
    KINDS.contains(&kind).then_some(name)
}

fn glosses_by_word(entries: &[Entry]) -> BTreeMap<&str, Glosses> {
    let mut words: BTreeMap<&str, Glosses> = BTreeMap::new();
    for entry in entries {
        for word in [entry.simplified.as_str(), entry.traditional.as_str()] {
            if !word.chars().any(crate::text::is_han) {
                continue;
            }
            let glosses = words.entry(word).or_default();
            for definition in &entry.definitions {
                gloss::add_definition(glosses, definition);
            }
        }
    }
    for entry in entries {
        for target in entry.definitions.iter().filter_map(|text| gloss::reference(text)) {
            let Some(borrowed) = words.get(target).cloned() else { continue };
            for word in [entry.simplified.as_str(), entry.traditional.as_str()] {
                let Some(glosses) = words.get_mut(word) else { continue };
                for (stem, weight) in &borrowed {
                    let best = glosses.entry(stem.clone()).or_insert(0.0);
                    *best = best.max(weight * 0.8);
                }
            }
        }
    }
    words
}

fn record(glosses: &Glosses, numbers: &BTreeMap<&str, u32>) -> Vec<u8> {
    let mut stems: Vec<(&str, f32)> =
        glosses.iter().map(|(stem, &weight)| (stem.as_str(), weight)).collect();
    stems.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    stems.truncate(MAX_STEMS);
    let mut record = vec![stems.len() as u8];
    for (stem, weight) in stems {
        let weight = (weight * 255.0).round() as u32;
        let number = numbers.get(stem).copied().unwrap_or_default();
        record.extend_from_slice(&(number << 8 | weight.min(255)).to_le_bytes());
    }
    record
}
