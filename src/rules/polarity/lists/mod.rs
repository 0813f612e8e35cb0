//! The word lists of the rule.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// What denies in Chinese.
pub(super) static DENIALS: LazyLock<Vec<&str>> =
    LazyLock::new(|| words(include_str!("denials.txt")).collect());

/// Chinese words with one of these in them that deny nothing, or not what follows.
pub(super) static HARMLESS: LazyLock<Vec<&str>> =
    LazyLock::new(|| words(include_str!("harmless.txt")).collect());

/// Chinese words that begin like one of those, and deny.
pub(super) static DENYING: LazyLock<Vec<&str>> =
    LazyLock::new(|| words(include_str!("denying.txt")).collect());

/// Denials that English never passes over.
pub(super) static CLEAR: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| words(include_str!("clear.txt")).collect());

/// What is denied so plainly that English never passes over it.
pub(super) static PLAINLY_DENIED: LazyLock<Vec<&str>> =
    LazyLock::new(|| words(include_str!("plainly_denied.txt")).collect());

/// English words that deny, or turn round what follows.
pub(super) static DENIERS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| words(include_str!("deniers.txt")).collect());

/// More English words that make a sentence a denial, or nearly one.
pub(super) static HINTS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| words(include_str!("hints.txt")).collect());

/// Beginnings of English words that only look as if a prefix denied the rest.
pub(super) static LOOKS_PREFIXED: LazyLock<Vec<&str>> =
    LazyLock::new(|| words(include_str!("looks_prefixed.txt")).collect());

/// The pairs of opposites, whose lines `opposites` reads.
pub(super) const OPPOSITES: &str = include_str!("opposites.txt");

/// The words of a list.
fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}
