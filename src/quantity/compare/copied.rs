//! What both texts write letter for letter: `60s`, `llama-3.3-70b`, `$A`, 30x30, -1, "October CMS". Readers of the two languages
//! may take it for different things, or for none; it says the same.

use super::QuantityAt;
use super::item::Item;
use super::mentions::Mentions;
use crate::text::Span;

/// Signs that words of a code hold, beside letters and digits.
const JOINTS: &str = "._-/:+$%#@*^=~<>\\";

/// What may stand before or behind such a word without being part of it.
const RIMS: &[char] = &['.', ':', '=', '~', '<', '>', '/', '*'];

/// Scales, before which the same digits say something else in each language: $30 亿 and "$30 million".
const ZH_SCALES: &[char] = &['万', '亿', '兆', '千', '百', '成', '折'];
const EN_SCALES: &[&str] =
    &["hundred", "thousand", "million", "billion", "trillion", "percent", "per cent"];

/// Which quantities of the two sides stand in a word that both write: by side, their places.
pub(super) fn copied<'t>(
    sides: [&[Item<'t>]; 2],
    texts: [&[Mentions<'t>]; 2],
) -> [Vec<QuantityAt>; 2] {
    let mut words: Vec<&str> =
        sides.iter().flat_map(|items| items.iter()).filter_map(word_around).collect();
    words.sort_unstable();
    words.dedup();
    words.retain(|word| {
        texts.iter().zip(sides).all(|(texts, items)| {
            texts
                .iter()
                .map(Mentions::text)
                .any(|text| places(text, word).any(|place| stands_free(text, place, word, items)))
        })
    });
    sides.map(|items| {
        let in_word =
            |item: &&Item<'t>| word_around(item).is_some_and(|word| words.contains(&word));
        items.iter().filter(in_word).map(|item| item.place).collect()
    })
}

/// The word of a code that holds the quantity, if it stands in one.
fn word_around<'t>(item: &Item<'t>) -> Option<&'t str> {
    let word = word_at(item.text, item.quantity.span);
    let tells = word.bytes().any(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    (tells && word.bytes().all(is_of_a_code) && !is_plain_number(word)).then_some(word)
}

/// The word of a code around `span`, whatever stands in that.
fn word_at(text: &str, span: Span) -> &str {
    let (start, end) = (span.start() as usize, span.end() as usize);
    let before = text[..start].bytes().rev().take_while(|&byte| is_of_a_code(byte)).count();
    let behind = text[end..].bytes().take_while(|&byte| is_of_a_code(byte)).count();
    text[start - before..end + behind].trim_matches(RIMS)
}

fn is_of_a_code(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || JOINTS.as_bytes().contains(&byte)
}

/// Whether a word is a number of which what stands around it says what it counts.
fn is_plain_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit() || b".,%$".contains(&byte))
}

/// Where `word` stands in `text`, and is no part of a longer one.
fn places(text: &str, word: &str) -> impl Iterator<Item = usize> {
    let place = |at: usize| Span::at(at..at + word.len());
    let all = text.match_indices(word).map(|(at, _)| at);
    all.filter(move |&at| word_at(text, place(at)) == word)
}

/// Whether what stands behind the word at `at` adds nothing to it: no scale, nor, where it has no letter, a unit that was
/// read with it.
fn stands_free(text: &str, at: usize, word: &str, items: &[Item<'_>]) -> bool {
    let behind = text[at + word.len()..].trim_start();
    let scaled =
        behind.starts_with(ZH_SCALES) || EN_SCALES.iter().any(|scale| behind.starts_with(scale));
    let place = Span::at(at..at + word.len());
    let has_letter = word.bytes().any(|byte| byte.is_ascii_alphabetic());
    let reaches_on = |item: &Item<'_>| {
        let span = item.quantity.span;
        item.text == text && span.overlaps(place) && !place.contains(span)
    };
    !scaled && (has_letter || !items.iter().any(reaches_on))
}
