//! What both texts write letter for letter: `60s`, `llama-3.3-70b`, `$A`, 30x30, -1, "October CMS". Readers of the two languages
//! may take it for different things, or for none; it says the same.

use rustc_hash::FxHashSet;

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

/// Longer words are no codes, but a page without a space.
const LONGEST: usize = 80;

/// Which quantities of the two sides stand in a word that both write: by side, their places.
pub(super) fn copied<'t>(
    sides: [&[Item<'t>]; 2],
    texts: [&[Mentions<'t>]; 2],
) -> [Vec<QuantityAt>; 2] {
    let words: &FxHashSet<&str> =
        &sides.iter().flat_map(|items| items.iter()).filter_map(word_around).collect();
    if words.is_empty() {
        return [Vec::new(), Vec::new()];
    }
    let written = |side: usize| -> FxHashSet<&str> {
        let all = texts[side].iter().map(Mentions::text).enumerate().flat_map(|(passage, text)| {
            let own: Vec<&Item<'t>> =
                sides[side].iter().filter(|item| item.place.0 == passage).collect();
            words_of(text).filter(move |(at, word)| {
                words.contains(word) && stands_free(text, *at, word, &own)
            })
        });
        all.map(|(_, word)| word).collect()
    };
    let written = [written(0), written(1)];
    let is_copied = |word: &str| written.iter().all(|words| words.contains(word));
    sides.map(|items| {
        let in_word = |item: &&Item<'t>| word_around(item).is_some_and(is_copied);
        items.iter().filter(in_word).map(|item| item.place).collect()
    })
}

/// The word of a code that holds the quantity, if it stands in one.
fn word_around<'t>(item: &Item<'t>) -> Option<&'t str> {
    let (start, end) = (item.quantity.span.start() as usize, item.quantity.span.end() as usize);
    let is_part = |byte: &u8| is_of_a_code(*byte);
    let bytes = item.text.as_bytes();
    let before = bytes[..start].iter().rev().take(LONGEST).take_while(|byte| is_part(byte)).count();
    let behind = bytes[end..].iter().take(LONGEST).take_while(|byte| is_part(byte)).count();
    let word = item.text[start - before..end + behind].trim_matches(RIMS);
    is_code(word).then_some(word)
}

/// The words of codes in `text`, and where each starts.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let runs = text.split(|c: char| !c.is_ascii() || !is_of_a_code(c as u8));
    let place = |run: &str| run.as_ptr() as usize - text.as_ptr() as usize;
    runs.filter(|run| !run.is_empty()).map(move |run| {
        let word = run.trim_start_matches(RIMS);
        (place(word), word.trim_end_matches(RIMS))
    })
}

fn is_of_a_code(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || JOINTS.as_bytes().contains(&byte)
}

/// Whether a word says by itself what it is: it is no plain number, of which what stands around it says what it counts.
fn is_code(word: &str) -> bool {
    let tells = word.bytes().any(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let plain = word.bytes().all(|byte| byte.is_ascii_digit() || b".,%$".contains(&byte));
    tells && !plain && word.len() <= LONGEST && word.bytes().all(is_of_a_code)
}

/// Whether what stands behind the word at `at` adds nothing to it: no scale, nor, where it has no letter, a unit that was
/// read with it. `items` are those of the text, in order.
fn stands_free(text: &str, at: usize, word: &str, items: &[&Item<'_>]) -> bool {
    let behind = text[at + word.len()..].trim_start();
    let scaled =
        behind.starts_with(ZH_SCALES) || EN_SCALES.iter().any(|scale| behind.starts_with(scale));
    let place = Span::at(at..at + word.len());
    let has_letter = word.bytes().any(|byte| byte.is_ascii_alphabetic());
    let span = |item: &&Item<'_>| item.quantity.span;
    let first = items.partition_point(|item| span(item).end() <= place.start());
    let mut inside = items[first..].iter().take_while(|item| span(item).overlaps(place));
    !scaled && (has_letter || inside.all(|item| place.contains(span(item))))
}
