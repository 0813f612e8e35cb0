//! Latin-script words and digit strings, in either language.

use super::{Span, is_latin};

/// The words of `text`: runs of ASCII and other Latin letters and digits, with apostrophes and
/// decimal points inside. What is written in Han characters is skipped.
///
/// ```
/// use duizhao::text::latin_words;
/// let words: Vec<_> = latin_words("在 GPT-4 上涨 3.5%，don't").map(|word| word.1).collect();
/// assert_eq!(words, ["GPT", "4", "3.5", "don't"]);
/// ```
pub fn latin_words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text.get(rest..)?.find(is_word)?;
        let mut end = start;
        let mut chars = text[start..].char_indices().peekable();
        while let Some((at, letter)) = chars.next() {
            let inside = match letter {
                '\'' | '’' => chars.peek().is_some_and(|&(_, next)| next.is_ascii_alphabetic()),
                '.' | ',' => {
                    let before = text[..start + at].bytes().next_back();
                    before.is_some_and(|byte| byte.is_ascii_digit())
                        && chars.peek().is_some_and(|&(_, next)| next.is_ascii_digit())
                }
                _ => is_word(letter),
            };
            if !inside {
                break;
            }
            end = start + at + letter.len_utf8();
        }
        rest = end;
        Some((Span::at(start..end), &text[start..end]))
    })
}

#[inline]
fn is_word(letter: char) -> bool {
    is_latin(letter) || letter.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_at_the_end_of_a_word_are_left_out() {
        let words: Vec<_> =
            latin_words("'Quoted' ends. 1,000, and 2.").map(|word| word.1).collect();
        assert_eq!(words, ["Quoted", "ends", "1,000", "and", "2"]);
    }
}
