//! Places in Pinyin that were put for one another: 洛阳 rendered as Kaifeng.
//!
//! A place that only the English names may be an explanation. It is told where the Chinese names one that the English
//! lacks, so that one stands in the place of the other.

use crate::dictionary::Dictionary;
use crate::text::{Span, find_read, stem, syllables};

/// Syllables that the name of a place has at most.
const MOST_SYLLABLES: usize = 4;

/// A place that stands for another one.
pub(super) struct Exchanged<'t> {
    /// In the English.
    pub(super) name: &'t str,
    pub(super) span: Span,
    /// The Chinese text with the place that the English lacks, counted from 0, and where it stands there.
    pub(super) zh: (usize, Span),
    /// How that one is read, in lower case.
    pub(super) reading: String,
}

/// The first of the `words` with capitals in `english` that is a place of which `chinese` knows nothing, while a place that
/// stands there is in none of the texts `all_english`.
pub(super) fn exchanged<'t>(
    (english, words): (&'t str, &[Span]),
    chinese: &[&str],
    all_english: &[&str],
    dictionary: &Dictionary,
) -> Option<Exchanged<'t>> {
    let may_be = |span: &&Span| may_be_a_place(span.of(english), chinese, dictionary);
    let mut unknown = words.iter().filter(may_be).peekable();
    // Few texts have one.
    unknown.peek()?;
    let letters_of_all: String = all_english.iter().map(|text| letters(text)).collect();
    let (at, place, reading) = chinese.iter().enumerate().find_map(|(at, text)| {
        dictionary.words(text).into_iter().find_map(|word| {
            let reading = dictionary.place_reading(word, word.span.of(text))?;
            (!letters_of_all.contains(&reading)).then_some((at, word.span, reading))
        })
    })?;
    let span =
        *unknown.find(|span| !is_a_rendering(&letters(span.of(english)), chinese, dictionary))?;
    Some(Exchanged { name: span.of(english), span, zh: (at, place), reading })
}

/// Whether a word with a capital can be read as Chinese that stands nowhere in `chinese`.
fn may_be_a_place(name: &str, chinese: &[&str], dictionary: &Dictionary) -> bool {
    const SHORTEST: usize = 5;
    // No syllable ends otherwise.
    if name.len() < SHORTEST || !name.ends_with(['a', 'e', 'i', 'o', 'u', 'n', 'g', 'r']) {
        return false;
    }
    let letters = letters(name);
    dictionary.is_place(&letters)
        && syllables(&letters, MOST_SYLLABLES).is_some_and(|count| count > 1)
        && chinese.iter().all(|text| find_read(text, &letters).is_none())
}

/// Whether a word of the Chinese has that name as a rendering: 陕西 is Shaanxi.
fn is_a_rendering(letters: &str, chinese: &[&str], dictionary: &Dictionary) -> bool {
    let Some(own) = dictionary.stem_id(&stem(letters)) else { return false };
    chinese.iter().any(|text| {
        let mut words = dictionary.words(text).into_iter();
        words.any(|word| dictionary.stems(word).any(|(stem, _)| stem == own))
    })
}

/// The letters of a text in lower case, without anything between them.
fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::romanised::capitalised;

    fn told(zh: &str, en: &str) -> Option<(String, String)> {
        let found = exchanged((en, &capitalised(en)), &[zh], &[en], Dictionary::builtin())?;
        Some((found.zh.1.of(zh).to_owned(), found.name.to_owned()))
    }

    #[test]
    fn a_place_in_the_place_of_another() {
        let found = told("途经洛阳、三门峡。", "It runs via Kaifeng and Sanmenxia.");
        assert_eq!(found, Some(("洛阳".to_owned(), "Kaifeng".to_owned())));
    }

    #[test]
    fn explanations_and_other_spellings_are_right() {
        for (zh, en) in [
            ("他在武汉长大。", "He grew up in Wuhan, Hubei."),
            ("他在陕西长大。", "He grew up in Shaanxi."),
            ("京沪两地都有。", "There are some in Beijing and in Shanghai."),
            ("途经洛阳。", "It runs through the old capital."),
            ("从广州出海。", "The American ships set out from Canton."),
        ] {
            assert_eq!(told(zh, en), None, "{en}");
        }
    }
}
