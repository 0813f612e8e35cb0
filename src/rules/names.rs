//! Names in Latin script: what counts as one, and whether a text has it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::text::{Side, Span, position};

/// Acronyms of everyday Chinese that English says otherwise, and words that look like names.
static NOT_NAMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("not_names.txt").lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

/// A name where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name<'t> {
    pub(super) text: &'t str,
    pub(super) span: Span,
    /// Its letters and digits in lower case.
    pub(super) folded: String,
}

impl Name<'_> {
    /// Whether `other` may be this name gone wrong: GPT-4 and GPT-5, Antropic and Anthropic.
    pub(super) fn is_like(&self, other: &Name<'_>) -> bool {
        const ALIKE: f64 = 0.88;
        let (own, other) = (&self.folded, &other.folded);
        let one_off = own.len().min(other.len()) >= 3 && strsim::levenshtein(own, other) == 1;
        one_off || strsim::jaro_winkler(own, other) >= ALIKE
    }
}

/// The names in `text`. In Chinese every word in Latin script with a capital or a digit is one; in
/// English, where every sentence starts with a capital, only what no ordinary word looks like:
/// OpenAI, GPT-4, iPhone.
pub(super) fn names(text: &str, side: Side) -> Vec<Name<'_>> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    // What has no capital is no name, and most words have none.
    while let Some(capital) = position(&bytes[at..], |byte| byte.is_ascii_uppercase()) {
        let start = word_start(bytes, at, at + capital);
        let end = word_end(bytes, start);
        at = end;
        if side == Side::En && has_only_its_first_capital(&bytes[start..end]) {
            continue;
        }
        let (start, end) = core(text, start, end, side);
        let word = &text[start..end];
        if !is_inside_address(text, start, end) && is_name(word, &text[..start], side) {
            let folded = folded(word);
            found.push(Name { text: word, span: Span::at(start..end), folded });
        }
    }
    found
}

/// Whether a word is written as any word is that begins a sentence: no capital behind the first letter, and
/// no digit.
fn has_only_its_first_capital(word: &[u8]) -> bool {
    word.iter().skip(1).all(|byte| !byte.is_ascii_uppercase() && !byte.is_ascii_digit())
}

/// The part of an English compound that is a name: `ACE2` in `ACE2-positive` and `anti-ACE2`.
fn core(text: &str, start: usize, end: usize, side: Side) -> (usize, usize) {
    if side == Side::Zh {
        return (start, end);
    }
    let plain = |part: &str| part.chars().all(|c| c.is_ascii_lowercase());
    let (mut start, mut end) = (start, end);
    while let Some((first, rest)) =
        text[start..end].split_once('-').filter(|(first, _)| plain(first))
    {
        start += first.len() + 1;
        if rest.is_empty() {
            break;
        }
    }
    while let Some((_, last)) = text[start..end].rsplit_once('-').filter(|(_, last)| plain(last)) {
        end -= last.len() + 1;
    }
    (start, end)
}

/// Whether a word goes on over byte `at`: it is of letters and digits, with single hyphens, points and
/// ampersands between them.
fn is_in_word(bytes: &[u8], at: usize) -> bool {
    let beside = |is: fn(&u8) -> bool| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        before.is_some_and(is) && bytes.get(at + 1).is_some_and(is)
    };
    match bytes.get(at) {
        Some(b'-' | b'&') => beside(u8::is_ascii_alphanumeric),
        Some(b'.') => beside(u8::is_ascii_digit),
        byte => byte.is_some_and(u8::is_ascii_alphanumeric),
    }
}

/// Where the word starts that `at` is in, no further back than `floor`.
fn word_start(bytes: &[u8], floor: usize, at: usize) -> usize {
    (floor..at).rev().find(|&before| !is_in_word(bytes, before)).map_or(floor, |before| before + 1)
}

/// Where the word ends that starts at `start`.
fn word_end(bytes: &[u8], start: usize) -> usize {
    (start..bytes.len()).find(|&at| !is_in_word(bytes, at)).unwrap_or(bytes.len())
}

fn is_inside_address(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].ends_with(['/', '@', '#', '_', '\\', '`', '<', '=', '.', '$']);
    let after = text[end..].starts_with(['/', '@', '_', '\\', '`', '>', '=', '(', ':'])
        && !text[end..].starts_with("：");
    let domain = [".com", ".org", ".net", ".io", ".cn"];
    before || after || domain.iter().any(|name| text[end..].starts_with(name))
}

/// What a number may be glued to without making a name: words for places of a text, and currencies.
const LABELS: &[&str] = &[
    "Fig", "Figure", "Table", "Section", "Chapter", "Appendix", "RMB", "CNY", "USD", "US", "EUR",
    "GBP", "HKD", "HK", "JPY", "TWD", "NT", "SGD", "AUD", "CAD", "KRW", "INR", "CHF", "FY", "U",
];

fn is_name(word: &str, before: &str, side: Side) -> bool {
    let letters = word.chars().filter(char::is_ascii_alphabetic).count();
    let capitals = word.chars().filter(char::is_ascii_uppercase).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    // A unit belongs to its number, and a letter alone is a label.
    let unit = before.trim_end().ends_with(|c: char| c.is_ascii_digit())
        || word.starts_with(|c: char| c.is_ascii_digit());
    let is_label = |label: &&str| {
        word.strip_prefix(label).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let label = digits > 0 && LABELS.iter().any(is_label);
    let singular = word.strip_suffix('s').unwrap_or(word);
    let ordinary = NOT_NAMES.contains(word) || NOT_NAMES.contains(singular);
    // "Mid-2024, nineteen"
    let dated = word.split_once('-').is_some_and(|(part, year)| {
        ["Mid", "Early", "Late", "Pre", "Post"].contains(&part)
            && year.chars().all(|c| c.is_ascii_digit())
    });
    if dated || label || letters + digits < 2 || letters == 0 || unit || ordinary {
        return false;
    }
    let inner_capital = word.chars().skip(1).any(|c| c.is_ascii_uppercase());
    let lower = word.chars().any(|c| c.is_ascii_lowercase());
    match side {
        // Words glued to Han characters as in T恤 are Chinese.
        Side::Zh => capitals > 0 && !(letters == 1 && digits == 0),
        Side::En => {
            // YOLOing and LLMs are acronyms with an ending.
            let ending = ["s", "ing", "ed", "er"].iter().any(|ending| {
                word.strip_suffix(ending)
                    .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_uppercase()))
            });
            let mixed =
                inner_capital && lower && !word.contains('-') && !ending && !is_surname(word);
            let numbered = digits > 0 && capitals > 0 && letters > 1;
            mixed || numbered
        }
    }
}

/// Whether a word is a surname with a capital inside, which Chinese writes in its own characters: McCarthy, MacArthur,
/// FitzGerald, DeVito.
fn is_surname(word: &str) -> bool {
    const PRODUCTS: [&str; 2] = ["LeNet", "MacBook"];
    !PRODUCTS.contains(&word)
        && ["Mc", "Mac", "Fitz", "De", "Di", "Du", "La", "Le", "Van"].iter().any(|prefix| {
            let rest = word.strip_prefix(prefix).unwrap_or_default().as_bytes();
            rest.len() > 2
                && rest[0].is_ascii_uppercase()
                && rest[1..].iter().all(u8::is_ascii_lowercase)
        })
}

fn folded(word: &str) -> String {
    word.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Whether `name` stands in one of `texts` just as it is written.
pub(super) fn stands_verbatim(texts: &[&str], name: &Name<'_>) -> bool {
    let is_part = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    texts.iter().any(|text| {
        text.match_indices(name.text).any(|(at, _)| {
            let bytes = text.as_bytes();
            let before = at.checked_sub(1).and_then(|before| bytes.get(before));
            !is_part(before) && !is_part(bytes.get(at + name.text.len()))
        })
    })
}

/// A name this long, in bytes, is looked for at the beginning of longer words as well. Tom is no tomorrow.
const LEAST_OF_BEGINNING: usize = 5;

/// The same of a name in capitals.
const LEAST_OF_ACRONYM: usize = 3;

/// Texts in which names are looked for.
pub(super) struct Text {
    /// The letters and digits in lower case.
    squeezed: String,
    /// Where in it words start and end, ascending.
    starts: Vec<usize>,
    ends: Vec<usize>,
    /// The first letters of the words, in order, and the same without small words.
    initials: [String; 2],
}

impl Text {
    pub(super) fn new(texts: &[&str]) -> Text {
        let mut text = Text {
            squeezed: String::new(),
            starts: Vec::new(),
            ends: Vec::new(),
            initials: [String::new(), String::new()],
        };
        for part in texts {
            let words = part.split(|c: char| !c.is_ascii_alphanumeric());
            for word in words.filter(|word| !word.is_empty()) {
                text.starts.push(text.squeezed.len());
                text.squeezed.extend(word.chars().map(|c| c.to_ascii_lowercase()));
                text.ends.push(text.squeezed.len());
                let initial = word.chars().next().map(|c| c.to_ascii_lowercase());
                text.initials[0].extend(initial);
                let small = ["of", "and", "the", "for", "in", "on", "to", "a"];
                if !small.iter().any(|small| word.eq_ignore_ascii_case(small)) {
                    text.initials[1].extend(initial);
                }
            }
            // Words of two texts are no neighbours.
            text.squeezed.push(' ');
            text.initials.iter_mut().for_each(|initials| initials.push(' '));
        }
        text
    }

    /// Whether a name stands there, however it is spaced and hyphenated, in the plural, or as words
    /// that it is the initials of.
    pub(super) fn holds(&self, name: &Name<'_>) -> bool {
        let singular = name.folded.strip_suffix('s').filter(|_| name.text.ends_with('s'));
        let found = |wanted: &str| {
            self.squeezed.match_indices(wanted).any(|(at, _)| {
                let end = at + wanted.len();
                let rest = &self.squeezed[end..];
                let is_end = |at: usize| self.ends.binary_search(&at).is_ok();
                let plural = rest.starts_with('s') && is_end(end + 1);
                self.starts.binary_search(&at).is_ok() && (is_end(end) || plural)
            })
        };
        let is_acronym = name.text.len() >= 2 && name.text.chars().all(|c| c.is_ascii_uppercase());
        // SVG in SVGFonts, MIME in mimetype.
        let begins_word = || {
            name.folded.len() >= if is_acronym { LEAST_OF_ACRONYM } else { LEAST_OF_BEGINNING }
                && self.squeezed.match_indices(&name.folded).any(|(at, _)| {
                    let behind = &self.squeezed.as_bytes()[at + name.folded.len()..];
                    self.starts.binary_search(&at).is_ok()
                        && behind.first().is_some_and(u8::is_ascii_alphabetic)
                        && self.ends.binary_search(&(at + name.folded.len())).is_err()
                })
        };
        let spelled = || self.initials.iter().any(|initials| initials.contains(&name.folded));
        found(&name.folded)
            || singular.is_some_and(found)
            || (is_acronym && spelled())
            || begins_word()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, side: Side) -> Vec<&str> {
        names(text, side).into_iter().map(|name| name.text).collect()
    }

    #[test]
    fn names_of_both_sides() {
        let zh = "他在 OpenAI 用 GPT-4 做 scaling，看 https://example.org/A 和 Slack，存了 10 GB。";
        assert_eq!(found(zh, Side::Zh), ["OpenAI", "GPT-4", "Slack"]);
        let en =
            "He used GPT-4 at OpenAI on his iPhone. Slack was down. So was McCarthy's MacBook.";
        assert_eq!(found(en, Side::En), ["GPT-4", "OpenAI", "iPhone", "MacBook"]);
    }

    #[test]
    fn names_are_found_in_other_shapes() {
        let text = Text::new(&["The LLMs at open AI, GPT 4, and a service level objective."]);
        for name in ["OpenAI", "GPT-4", "LLM", "SLO"] {
            assert!(text.holds(&names(name, Side::Zh)[0]), "{name}");
        }
        assert!(!text.holds(&names("GPT-5", Side::Zh)[0]));
        let text = Text::new(&["He read computer science and became a product manager."]);
        assert!(text.holds(&names("CS", Side::Zh)[0]));
        assert!(!text.holds(&names("QA", Side::Zh)[0]));
    }
}
