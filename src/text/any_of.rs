//! Whether any of a few words stands in a text: asked of every text, and true of few.

use memchr::memmem::Finder;

/// A few words to look for.
pub(crate) struct AnyOf(Vec<Finder<'static>>);

impl AnyOf {
    /// Of `words`.
    pub(crate) fn new(words: &[&'static str]) -> AnyOf {
        AnyOf(words.iter().map(|&word| Finder::new(word)).collect())
    }

    /// Whether one of them stands in `text`.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        self.0.iter().any(|word| word.find(text.as_bytes()).is_some())
    }
}
