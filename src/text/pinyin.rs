//! How Chinese is read: Hanyu Pinyin without tones, in every reading that a character has.

use std::sync::LazyLock;

use pinyin::ToPinyinMulti;
use rustc_hash::FxHashSet;

use super::is_han;

/// Letters of the longest syllable (zhuang).
const LONGEST: usize = 6;

/// The readings of a character as they are written in names: 吕 is Lü, Lu, Lv or Lyu.
fn readings(character: char) -> impl Iterator<Item = &'static str> {
    let all = character.to_pinyin_multi();
    all.into_iter().flatten().flat_map(|reading| {
        let spellings = match reading.plain() {
            "lü" => [Some("lu"), Some("lv"), Some("lyu")],
            "nü" => [Some("nu"), Some("nv"), Some("nyu")],
            "lüe" => [Some("lue"), None, None],
            "nüe" => [Some("nue"), None, None],
            plain => [Some(plain), None, None],
        };
        spellings.into_iter().flatten()
    })
}

/// Whether `character` may be read as the syllable `letters`.
pub(crate) fn is_read(character: char, letters: &str) -> bool {
    readings(character).any(|reading| reading == letters)
}

/// Where in `text`, in bytes, a run of Han characters starts that is read as `letters`, in lower case without tones
/// and apostrophes, and where it ends.
pub(crate) fn find_read(text: &str, letters: &str) -> Option<(usize, usize)> {
    text.char_indices().find_map(|(start, _)| Some((start, end_of(text, start, letters)?)))
}

/// Where the Han characters end that start at byte `start` and are read as `letters`.
fn end_of(text: &str, start: usize, letters: &str) -> Option<usize> {
    if letters.is_empty() {
        return Some(start);
    }
    let character = text.get(start..)?.chars().next().filter(|&c| is_han(c))?;
    let next = start + character.len_utf8();
    readings(character).find_map(|reading| end_of(text, next, letters.strip_prefix(reading)?))
}

/// What the first `count` characters of `text` may be read as, where all are Han characters. At most two readings of
/// each are looked at.
pub(crate) fn read_as(text: &str, count: usize) -> Vec<String> {
    const READINGS: usize = 2;
    let mut found = vec![String::new()];
    let mut characters = text.chars();
    for _ in 0..count {
        let Some(character) = characters.next().filter(|&c| is_han(c)) else { return Vec::new() };
        found = readings(character)
            .take(READINGS)
            .flat_map(|reading| found.iter().map(move |before| format!("{before}{reading}")))
            .collect();
    }
    found
}

/// All syllables that a character of the basic block has as a reading.
static SYLLABLES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let vowel = |reading: &&str| reading.contains(['a', 'e', 'i', 'o', 'u', 'v', 'y']);
    ('\u{4E00}'..='\u{9FFF}').flat_map(readings).filter(vowel).collect()
});

/// In how few syllables `letters`, in lower case, can be written, up to `most`.
pub(crate) fn syllables(letters: &str, most: usize) -> Option<usize> {
    if letters.is_empty() {
        return Some(0);
    }
    if most == 0 || !letters.is_ascii() {
        return None;
    }
    let lengths = (1..=LONGEST.min(letters.len())).rev();
    let starting = lengths.filter(|&length| SYLLABLES.contains(&letters[..length]));
    starting.filter_map(|length| Some(1 + syllables(&letters[length..], most - 1)?)).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_readings_of_a_character_count() {
        let found = |letters| find_read("他见到了曾国藩和吕布", letters).is_some();
        assert!(found("zengguofan") && found("lvbu") && found("lubu"));
        assert!(!found("zengguo f") && !found("libai"));
        assert!(is_read('重', "chong") && is_read('重', "zhong"));
    }

    #[test]
    fn letters_are_cut_into_syllables() {
        assert_eq!(syllables("zhang", 3), Some(1));
        assert_eq!(syllables("xian", 3), Some(1));
        assert_eq!(syllables("ruochuan", 3), Some(2));
        assert_eq!(syllables("ruochaun", 3), None);
        assert_eq!(syllables("smith", 3), None);
    }

    #[test]
    fn readings_of_a_run() {
        assert_eq!(read_as("若川", 2), ["ruochuan", "rechuan"]);
        assert!(read_as("若A", 2).is_empty());
    }
}
