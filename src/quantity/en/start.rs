//! Which tokens a quantity can start with. Most words are sorted out here, before any reader looks
//! at them, which is what makes reading quick.

use std::sync::LazyLock;

use super::lookup::Words;
use super::token::{Class, Token};
use super::{date, word, words};

/// Words in lower case that readers look for at the start of a quantity.
fn words_that_start() -> Vec<&'static str> {
    let mut words: Vec<&'static str> = words::all().collect();
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
}

/// Those words, to be asked for.
struct Starts {
    words: Words<()>,
    /// For each first letter, the lengths of the words that start with it, as bits.
    shapes: [u32; 32],
}

static STARTS: LazyLock<Starts> = LazyLock::new(|| {
    let words = words_that_start();
    let mut shapes = [0; 32];
    for word in &words {
        shapes[place(word.as_bytes())] |= 1 << word.len();
    }
    Starts { words: Words::new(words.into_iter().map(|word| (word, ()))), shapes }
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
            let first = token.text.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
            let shape = 1_u32.checked_shl(token.text.len() as u32).unwrap_or(0);
            STARTS.shapes[place(&[first])] & shape != 0 && STARTS.words.get(token.text).is_some()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::en::token::tokens;

    #[test]
    fn every_word_is_found() {
        for word in words_that_start() {
            assert!(STARTS.words.get(word).is_some(), "{word}");
        }
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
