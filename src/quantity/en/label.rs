//! Numbers that say which one: "Article 9", "page 128", "type 2 diabetes".

use super::numeral::Numeral;
use super::reader::Reader;
use super::token::Class;
use crate::quantity::interval::{Value, whole};

/// Whether things of that name, in lower case, have a number of their own.
fn is_numbered(name: &str) -> bool {
    matches!(
        name,
        "act"
            | "annex"
            | "appendix"
            | "article"
            | "book"
            | "building"
            | "chapter"
            | "class"
            | "clause"
            | "day"
            | "episode"
            | "exit"
            | "figure"
            | "floor"
            | "gate"
            | "grade"
            | "item"
            | "lane"
            | "lesson"
            | "level"
            | "line"
            | "page"
            | "paragraph"
            | "part"
            | "phase"
            | "platform"
            | "question"
            | "room"
            | "round"
            | "route"
            | "rule"
            | "scene"
            | "season"
            | "section"
            | "stage"
            | "step"
            | "table"
            | "terminal"
            | "tier"
            | "type"
            | "verse"
            | "volume"
            | "week"
    )
}

/// The longest such name, in bytes.
const LONGEST: usize = 9;

/// What may follow such a number. Any other word may be what it counts: "on that day three people".
const BEHIND: &[&str] = &[
    "and", "are", "at", "by", "clinical", "diabetes", "for", "from", "has", "in", "is", "of", "on",
    "or", "says", "students", "that", "the", "to", "trial", "trials", "was", "were", "will",
    "with",
];

impl Reader<'_> {
    /// Whether `first` says which one of several it is.
    pub(super) fn is_label(&self, first: &Numeral) -> bool {
        let named = || {
            self.before(first.next, 2).is_some_and(|word| {
                let bytes = word.text.as_bytes();
                let mut lower = [0; LONGEST];
                let Some(lower) = lower.get_mut(..bytes.len()) else { return false };
                lower.copy_from_slice(bytes);
                lower.make_ascii_lowercase();
                std::str::from_utf8(lower).is_ok_and(is_numbered)
            })
        };
        let small = first.value.low().filter(|low| {
            low.is_integer() && *low > Value::ZERO && *low < whole(1000) && first.scale == whole(1)
        });
        let ends = || {
            self.token(first.next)
                .is_none_or(|next| next.class == Class::Sign || !next.spaced || next.is_any(BEHIND))
        };
        first.value.is_point() && small.is_some() && named() && ends()
    }
}
