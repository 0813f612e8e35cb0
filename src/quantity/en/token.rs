//! English text as words, numbers and signs.

use super::known::Known;
use crate::quantity::digits;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Letters, apostrophes inside.
    Word,
    /// Digits with separators and decimals.
    Number,
    /// Any other single character.
    Sign,
}

/// A stretch of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub(super) class: Class,
    pub(super) text: &'t str,
    pub(super) start: usize,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
    /// What the tables say of it, if it is a word.
    pub(super) known: Known,
}

impl Token<'_> {
    #[inline]
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is that word, in any case.
    #[inline]
    pub(super) fn is(&self, word: &str) -> bool {
        // Nearly every question is answered by the length or the first letter.
        let (own, other) = (self.text.as_bytes(), word.as_bytes());
        own.len() == other.len()
            && own.first().map(u8::to_ascii_lowercase) == other.first().map(u8::to_ascii_lowercase)
            && own.eq_ignore_ascii_case(other)
    }

    /// Whether it is one of those words.
    pub(super) fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// Whether a quantity may start with it. Says yes too often rather than too rarely.
    #[inline]
    pub(super) fn may_start(&self) -> bool {
        match self.class {
            Class::Number => true,
            Class::Sign => matches!(self.text, "$" | "€" | "£" | "¥" | "￥" | "\'" | "’" | "‘"),
            Class::Word => self.known.starts,
        }
    }
}

/// Cuts `text` into tokens. White space is left out.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut spaced = true;
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        if byte == b' ' {
            spaced = true;
            at += 1;
            continue;
        }
        let rest = &text[at..];
        let character = match byte.is_ascii() {
            true => char::from(byte),
            false => rest.chars().next().unwrap_or_default(),
        };
        if character.is_whitespace() {
            spaced = true;
            at += character.len_utf8();
            continue;
        }
        let (class, length) = if character.is_ascii_alphabetic() {
            (Class::Word, word_length(rest))
        } else if let Some(length) = hexadecimal(rest) {
            (Class::Sign, length)
        } else if starts_number(character, rest, !spaced, &tokens) {
            let length = digits::number(rest).map(|(_, length)| length);
            let run = || rest.find(|c| !digits::is_digit(c)).unwrap_or(rest.len());
            (Class::Number, length.unwrap_or_else(run).max(character.len_utf8()))
        } else if character.is_alphabetic() {
            (Class::Word, word_length(rest))
        } else {
            (Class::Sign, character.len_utf8())
        };
        let text = &rest[..length];
        let known = if class == Class::Word { Known::of(text) } else { Known::default() };
        tokens.push(Token { class, text, start: at, spaced, known });
        spaced = false;
        at += length;
    }
    tokens
}

/// Whether a hyphen joins the tokens around `at` into one word.
pub(super) fn hyphen(tokens: &[Token<'_>], at: usize) -> bool {
    let is_hyphen =
        tokens.get(at).is_some_and(|sign| !sign.spaced && matches!(sign.text, "-" | "‑" | "–"));
    is_hyphen && tokens.get(at + 1).is_some_and(|next| !next.spaced)
}

/// The whole number that a token of digits stands for.
pub(super) fn number(token: Option<&Token<'_>>) -> Option<i128> {
    let token = token.filter(|token| token.class == Class::Number)?;
    let (value, _) = digits::number(token.text)?;
    value.is_integer().then(|| value.to_integer())
}

/// Whether a number starts with `character`: a digit, a vulgar fraction, or a point that lacks its
/// zero.
fn starts_number(character: char, rest: &str, glued: bool, before: &[Token<'_>]) -> bool {
    let opens = |token: &Token<'_>| matches!(token.text, "(" | "-" | "−" | "$" | "~" | "<" | ">");
    let after_word = || glued && before.last().is_some_and(|token| !opens(token));
    digits::is_digit(character)
        || digits::vulgar(character).is_some()
        || (character == '.' && rest[1..].starts_with(digits::is_digit) && !after_word())
}

/// A number from ten to ninety-nine in words at `at`, and the token after it.
pub(super) fn tens(tokens: &[Token<'_>], at: usize) -> Option<(i128, usize)> {
    let small = |at: usize| tokens.get(at).and_then(|token| token.known.small());
    let tens = small(at).filter(|tens| *tens >= 10)?;
    let joint = usize::from(hyphen(tokens, at + 1));
    let ones = small(at + 1 + joint).filter(|ones| tens >= 20 && (1..10).contains(ones));
    Some(ones.map_or((tens, at + 1), |ones| (tens + ones, at + 2 + joint)))
}

/// The length of a code such as 0x80070035, which counts nothing.
fn hexadecimal(text: &str) -> Option<usize> {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"))?;
    let length = digits.bytes().take_while(u8::is_ascii_hexdigit).count();
    (length > 0).then_some(length + 2)
}

fn word_length(text: &str) -> usize {
    // Most words are of ASCII, and what follows them is, too.
    let plain = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if text.as_bytes().get(plain).is_none_or(|next| next.is_ascii() && *next != b'\'') {
        return plain;
    }
    let inside = |c: char| c.is_alphabetic() || c == '\'' || c == '’';
    let length = text.find(|c| !inside(c)).unwrap_or(text.len());
    text[..length].trim_end_matches(['\'', '’']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_sorted_out() {
        let starts: Vec<_> = tokens("We saw Thirty-five of them in December, doubled")
            .iter()
            .filter(|token| token.may_start())
            .map(|token| token.text)
            .collect();
        assert_eq!(starts, ["Thirty", "five", "December", "doubled"]);
    }
}
