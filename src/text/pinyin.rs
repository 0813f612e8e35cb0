//! How Chinese is read: Hanyu Pinyin without tones, in every reading that a character has.

use std::sync::LazyLock;

use pinyin::ToPinyinMulti;
use rustc_hash::FxHashSet;

use super::is_han;

/// Letters of the longest syllable (zhuang).
pub(crate) const LONGEST_SYLLABLE: usize = 6;

/// Letters of the longest name that is looked for. Each character of a text may be its first, so that a longer run of
/// letters would be gone through again from each.
const LONGEST_NAME: usize = 64;

/// The readings of a character as they are written in names, each once: 吕 is Lu, Lv or Lyu, and 啊 is A in each of five
/// tones.
fn readings(character: char) -> impl Iterator<Item = &'static str> {
    let spelled = spellings(character).enumerate();
    let is_first = move |(at, spelling): &(usize, &str)| {
        !spellings(character).take(*at).any(|before| before == *spelling)
    };
    spelled.filter(is_first).map(|(_, spelling)| spelling)
}

/// The same, once for each tone.
fn spellings(character: char) -> impl Iterator<Item = &'static str> {
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
    if letters.len() > LONGEST_NAME {
        return None;
    }
    text.char_indices().find_map(|(start, _)| Some((start, end_of(text, start, letters)?)))
}

/// Where the Han characters end that start at byte `start` and are read as `letters`.
///
/// What is left of the letters in each way to read the characters so far is carried forward. Trying each way to its end
/// would take time that doubles with every character of two readings.
fn end_of(text: &str, start: usize, letters: &str) -> Option<usize> {
    if letters.is_empty() {
        return Some(start);
    }
    let mut left: Vec<&str> = Vec::new();
    for (at, character) in text.get(start..)?.char_indices().take_while(|&(_, c)| is_han(c)) {
        left = if at == 0 { behind(character, &[letters]) } else { behind(character, &left) };
        if left.first()?.is_empty() {
            return Some(start + at + character.len_utf8());
        }
    }
    None
}

/// What is left of each of `all`, which are ends of one word, behind a reading of `character`: each once, the shortest
/// first.
fn behind<'l>(character: char, all: &[&'l str]) -> Vec<&'l str> {
    let rests = |reading| all.iter().filter_map(move |rest| rest.strip_prefix(reading));
    let mut left: Vec<&str> = readings(character).flat_map(rests).collect();
    left.sort_unstable_by_key(|rest| rest.len());
    left.dedup_by_key(|rest| rest.len());
    left
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
    let lengths = (1..=LONGEST_SYLLABLE.min(letters.len())).rev();
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
    fn many_ways_to_read_a_run_take_no_time() {
        assert_eq!(readings('啊').collect::<Vec<_>>(), ["a", "e"]);
        assert_eq!(readings('吕').collect::<Vec<_>>(), ["lu", "lv", "lyu"]);
        let (text, letters) = ("啊".repeat(4000), "a".repeat(60));
        assert_eq!(find_read(&text, &letters), Some((0, 180)));
        assert_eq!(find_read(&text, &(letters + "x")), None);
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
