//! Builds the table that [`super::table::Table`] reads.
//!
//! Used twice: by the build script for the dictionary that ships with the program, and at run time for a
//! CC-CEDICT file that the user names.

use std::collections::BTreeMap;

use fst::raw::Fst;

use super::gloss::{self, Glosses};
use super::layout::{BLOCK, Opening, PAIRS, pair_place};

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
/// Layout, all numbers little-endian: the lengths of the seven parts as `u32`, then an
/// [`fst`] map from word to the place of its record, an [`Opening`] for each character of [`BLOCK`], a bit for each
/// [`pair_place`] at which a word begins, the records (one byte that counts, then as
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
    let openings = openings(&Fst::new(word_map.as_slice())?);
    let pairs = pairs(words.keys().copied());
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
    let parts = [&word_map, &openings, &pairs, &records, &stem_map, &whole, &named];
    for part in parts {
        table.extend_from_slice(&(part.len() as u32).to_le_bytes());
    }
    for part in parts {
        table.extend_from_slice(part);
    }
    Ok(table)
}

/// Where the words go on that begin with each character of [`BLOCK`].
fn openings(words: &Fst<&[u8]>) -> Vec<u8> {
    let mut openings = vec![Opening::NONE; BLOCK.1 as usize - BLOCK.0 as usize + 1];
    for one in words.root().transitions() {
        for two in words.node(one.addr).transitions() {
            for three in words.node(two.addr).transitions() {
                let bytes = [one.inp, two.inp, three.inp];
                let character =
                    std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next());
                let place = character.and_then(|c| (c as usize).checked_sub(BLOCK.0 as usize));
                let Some(opening) = place.and_then(|place| openings.get_mut(place)) else {
                    continue;
                };
                let place: u64 = [one, two, three].iter().map(|step| step.out.value()).sum();
                let node = words.node(three.addr);
                let word = node.is_final().then(|| (place + node.final_output().value()) as u32);
                *opening = Opening { node: three.addr as u32, place: place as u32, word };
            }
        }
    }
    openings.iter().flat_map(|opening| opening.to_bytes()).collect()
}

/// A bit for each pair of characters that words begin with.
fn pairs<'w>(words: impl Iterator<Item = &'w str>) -> Vec<u8> {
    let mut pairs = vec![0; PAIRS / 8];
    for word in words {
        let mut characters = word.chars();
        if let (Some(first), Some(second)) = (characters.next(), characters.next()) {
            let place = pair_place(first, second);
            pairs[place / 8] |= 1 << (place % 8);
        }
    }
    pairs
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
