//! Which tokens a quantity can start with. Most words are sorted out here, before any reader looks
//! at them, which is what makes reading quick.

use super::token::{Class, Token};
use super::{date, word, words};

/// Words in lower case that readers look for at the start of a quantity.
pub(super) fn words_that_start() -> Vec<&'static str> {
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
        "single",
        "teens",
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

/// Whether a quantity may start with `token`. Says yes too often rather than too rarely.
pub(super) fn may_start(token: &Token<'_>) -> bool {
    match token.class {
        Class::Number => true,
        Class::Sign => matches!(token.text, "$" | "€" | "£" | "¥" | "￥" | "\'" | "’" | "‘"),
        Class::Word => token.known.starts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::en::token::tokens;

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
