//! Numbers that say which one: "Article 9", "page 128", "type 2 diabetes".

use super::lookup::Words;
use super::parts::Numeral;
use super::reader::Reader;
use super::token::Class;
use std::sync::LazyLock;

use crate::quantity::interval::{Value, whole};

/// Things that have a number of their own, in lower case.
const NUMBERED: [&str; 46] = [
    "act",
    "annex",
    "appendix",
    "article",
    "book",
    "building",
    "chapter",
    "class",
    "clause",
    "column",
    "day",
    "episode",
    "exit",
    "figure",
    "floor",
    "gate",
    "grade",
    "item",
    "lane",
    "lesson",
    "level",
    "line",
    "page",
    "paragraph",
    "part",
    "phase",
    "platform",
    "question",
    "room",
    "round",
    "route",
    "row",
    "rule",
    "scene",
    "season",
    "section",
    "slide",
    "stage",
    "step",
    "table",
    "terminal",
    "tier",
    "type",
    "verse",
    "volume",
    "week",
];

static NUMBERED_WORDS: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(NUMBERED.iter().map(|name| (*name, ()))));

/// What may follow such a number. Any other word may be what it counts: "on that day three people".
const BEHIND: &[&str] = &[
    "and", "are", "at", "by", "clinical", "diabetes", "for", "from", "has", "in", "is", "of", "on",
    "must", "or", "says", "should", "students", "that", "the", "to", "trial", "trials", "was",
    "were", "will", "with",
];

/// Whether what `word` names has a number of its own.
pub(super) fn is_numbered(word: &str) -> bool {
    NUMBERED_WORDS.get(word).is_some()
}

impl Reader<'_> {
    /// Whether `first` says which one of several it is.
    pub(super) fn is_label(&self, first: &Numeral) -> bool {
        // "Years 7 and 8" of a school
        let of_school = |steps| {
            self.before(first.next, steps)
                .is_some_and(|word| matches!(word.text, "Year" | "Years" | "Grades"))
        };
        let after_and = || {
            self.before(first.next, 2).is_some_and(|and| and.is_any(&["and", "or"])) && of_school(4)
        };
        let named = || {
            of_school(2)
                || after_and()
                || self.before(first.next, 2).is_some_and(|word| is_numbered(word.text))
        };
        // "Clause 8.2"
        const OF_PARTS: &[&str] = &["clause", "article", "section", "paragraph", "annex", "rule"];
        let has_parts = || self.before(first.next, 2).is_some_and(|word| word.is_any(OF_PARTS));
        let small = first.value.low().filter(|low| {
            (low.is_integer() || has_parts())
                && *low > Value::ZERO
                && *low < whole(1000)
                && first.scale == whole(1)
        });
        let ends = || {
            self.token(first.next)
                .is_none_or(|next| next.class == Class::Sign || !next.spaced || next.is_any(BEHIND))
        };
        // The A of "line A-A" is a letter.
        !first.article && first.value.is_point() && small.is_some() && named() && ends()
    }
}
