//! What stands right before and right behind a number.

use std::cell::LazyCell;

use crate::quantity::compare::item::Item;

/// How far to look, in bytes.
const NEAR: usize = 32;

/// The English side, looked at when it is asked for.
pub(super) type English<F> = LazyCell<Beside, F>;

/// What stands right before and right behind a number, in lower case.
pub(super) struct Beside {
    pub(super) before: String,
    pub(super) behind: String,
}

impl Beside {
    pub(super) fn of(item: &Item<'_>) -> Beside {
        Beside {
            before: item.near_before(NEAR).trim_end().to_ascii_lowercase(),
            behind: item.near_behind(NEAR).trim_start().to_ascii_lowercase(),
        }
    }

    /// Whether one of the English `phrases` stands right before, as words of their own.
    pub(super) fn follows(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| {
            let lead = self.before.strip_suffix(phrase);
            lead.is_some_and(|lead| !lead.ends_with(char::is_alphanumeric))
        })
    }

    /// Whether one of the English `words` stands right behind.
    pub(super) fn precedes(&self, words: &[&str]) -> bool {
        starts_with_word(&self.behind, words)
    }

    /// The same behind the word of a century: only "third" of "third century AD" is the number.
    pub(super) fn precedes_or_its_century_does(&self, words: &[&str]) -> bool {
        let behind =
            ["century ", "centuries "].iter().find_map(|century| self.behind.strip_prefix(century));
        starts_with_word(behind.unwrap_or(&self.behind), words)
    }
}

/// Whether `text` starts with one of the English `words`, and with no longer one.
fn starts_with_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let rest = text.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}
