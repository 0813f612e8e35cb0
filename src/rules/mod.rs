//! The rules, one file each, and the list of them.
//!
//! A rule reads what the engine has worked out for a link or a document and says what is wrong
//! with it. It reads no files, and it does not know how its findings are graded, silenced or
//! shown.

mod addressed;
mod analysed;
mod compounds;
mod differences;
pub mod docs;
mod exchanged;
mod followers;
mod marks;
mod names;
mod numbers;
mod pairing;
mod places;
mod preamble;
mod romanised;
mod sentences;

use crate::finding::{Finding, Meta};
use crate::text;

pub(crate) use followers::without_followers;

pub use analysed::{Analysed, Context, LinkedText, Settings};

/// A check.
pub trait Rule: Sync {
    /// What it is called, how it is graded, how it is documented.
    fn meta(&self) -> &'static Meta;

    /// Checks one link. Most rules need no more than that.
    fn check_link(&self, _: &LinkedText<'_>, _: &Context<'_>, _: &mut Vec<Finding>) {}

    /// Checks what can only be seen in the whole document.
    fn check_document(&self, _: &Analysed<'_>, _: &Context<'_>, _: &mut Vec<Finding>) {}

    /// Checks what can only be seen in all documents of a run together. What is found goes to the document that
    /// it stands in: `findings` has a place for each of `parts`.
    fn check_together(&self, _parts: &[Part<'_>], _findings: &mut [Vec<Finding>]) {}
}

/// One of several documents that are checked together.
#[derive(Debug)]
pub struct Part<'a> {
    /// The document.
    pub document: &'a Analysed<'a>,
    /// What its checks consult.
    pub context: Context<'a>,
}

/// Declares the modules of the rules and lists them: a new rule is one file and one line here.
/// The order is that of all documentation.
macro_rules! rules {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*

        /// Every rule, in the order of the documentation.
        pub static REGISTRY: &[&dyn Rule] = &[$(&$module::This),*];
    };
}

rules![
    pairing_shifted,
    pairing_missing,
    pairing_extra,
    pairing_merged,
    pairing_split,
    pairing_duplicate,
    turn_truncated,
    speaker_mismatch,
    speaker_unknown,
    number_mismatch,
    number_missing,
    number_extra,
    term_missing,
    term_forbidden,
    term_inconsistent,
    name_missing,
    sentence_missing,
    sentence_extra,
    length_ratio,
    untranslated,
    placeholder_mismatch,
    suspicious_character,
    polarity,
    suppression_unused,
];

/// What is known of the rule called `id`.
pub fn find(id: &str) -> Option<&'static Meta> {
    REGISTRY.iter().map(|rule| rule.meta()).find(|meta| meta.id == id)
}

/// Whether `name` is that of the rule `id`, of its group (`number` of `number-mismatch`), or `all`.
pub fn names_rule(name: &str, id: &str) -> bool {
    name == "all" || id == name || id.strip_prefix(name).is_some_and(|thing| thing.starts_with('-'))
}

/// The names of the rules that `name` stands for.
pub fn named(name: &str) -> impl Iterator<Item = &'static str> {
    REGISTRY.iter().map(|rule| rule.meta().id).filter(move |id| names_rule(name, id))
}

/// The rule whose name is closest to `id`, where one is close enough to be meant.
pub fn closest(id: &str) -> Option<&'static str> {
    text::closest(id, REGISTRY.iter().map(|rule| rule.meta().id))
}

/// The same among the names of rules and of their groups.
pub fn closest_name(name: &str) -> Option<&'static str> {
    let ids = REGISTRY.iter().map(|rule| rule.meta().id);
    let groups = ids.clone().filter_map(|id| id.split_once('-')).map(|(group, _)| group);
    text::closest(name, ids.chain(groups))
}
