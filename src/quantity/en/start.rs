//! Which tokens a quantity can start with. Most words are sorted out here, before any reader looks
//! at them, which is what makes reading quick.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lookup::Words;
use super::token::{Class, Token};
use super::{date, word, words};

/// The longest word below, in bytes.
const LONGEST: usize = 12;

/// Words in lower case that readers look for at the start of a quantity.
static STARTS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let mut words: HashSet<&'static str> = words::all().collect();
    words.extend(date::words());
    words.extend(word::WORDS.iter().map(|(name, _)| *name));
    words.extend([
        "halve",
        "halved",
        "halves",
        "halving",
        "top",
        "q",
        "h",
        "fy",
        "decades",
        "noon",
        "midnight",
        "centuries",
        "clock",
        "scores",
    ]);
    words.extend(["hundred", "thousand", "million", "billion", "trillion"]);
    words.extend([
        "i", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv",
    ]);
    words.extend([
        "a", "an", "another", "the", "last", "next", "past", "few", "several", "some", "couple",
        "half", "quarter", "us", "usd", "eur", "rmb", "cny", "gbp", "jpy", "hkd", "twd", "tens",
        "hk", "nt", "au", "ca", "c", "s", "nz", "mex", "mx", "r", "cn",
    ]);
    words
});

static START_WORDS: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(STARTS.iter().map(|word| (*word, ()))));

/// For each first letter, the lengths of the words above that start with it, as bits.
static SHAPES: LazyLock<[u16; 32]> = LazyLock::new(|| {
    let mut shapes = [0; 32];
    let words = STARTS.iter().map(|word| word.as_bytes());
    for word in words {
        shapes[place(word)] |= 1 << word.len();
    }
    shapes
});

/// The place of the first letter of a word in lower case; other letters share the last one.
fn place(word: &[u8]) -> usize {
    let letter = word.first().map_or(31, |letter| letter.wrapping_sub(b'a'));
    usize::from(letter.min(31))
}

/// Whether a quantity may start with `token`. Says yes too often rather than too rarely.
pub(super) fn may_start(token: &Token<'_>) -> bool {
    match token.class {
        Class::Number => true,
        Class::Sign => matches!(token.text, "$" | "€" | "£" | "¥" | "￥" | "\'" | "’" | "‘"),
        Class::Word => {
            // Most words are sorted out by their first letter and their length.
            let (first, length) = (token.text.as_bytes().first(), token.text.len());
            let first = first.map_or(0, u8::to_ascii_lowercase);
            length <= LONGEST
                && SHAPES[place(&[first])] & (1 << length) != 0
                && START_WORDS.get(token.text).is_some()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::en::token::tokens;

    #[test]
    fn every_word_fits() {
        assert_eq!(STARTS.iter().map(|word| word.len()).max(), Some(LONGEST));
    }

    #[test]
    fn common_words_are_sorted_out() {
        let starts: Vec<_> = tokens("We saw Thirty-five of them in December, doubled")
            .iter()
            .filter(|token| may_start(token))
            .map(|token| token.text)
            .collect();
        assert_eq!(starts, ["Thirty", "five", "December", "doubled"]);
    }
}
