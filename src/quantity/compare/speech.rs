//! What people leave out when they speak: "57% are under contract, three years ago it was only 44", "of that $60
//! million beat about 15 was pulled forward". In writing a unit that is missing so may be a fault.

use super::super::interval::{product, whole};
use super::super::{Kind, Quantity};
use super::agree::{Agreement, agreement};
use super::elided::{ENGLISH, is_bare, scale_before, scale_said};
use super::item::Item;

/// So many bytes before and behind a number show whether somebody speaks, and of what.
const AROUND: usize = 600;

/// A turn of fewer bytes answers the one before it: "I'll say eight."
const ANSWER: usize = 120;

/// Whether the English number says what the Chinese does, with a percent sign or a scale that was said before it.
pub(super) fn leaves_out(zh: &Item<'_>, en: &Item<'_>, before_en: &[Item<'_>]) -> bool {
    is_bare(en)
        && counts_nothing(en)
        && match zh.quantity.kind {
            Kind::Percent => agree(zh, en, Kind::Percent, 1) && may_mean_percent(en, before_en),
            Kind::Number | Kind::Money => {
                scale_said(en, ENGLISH).is_none()
                    && scale_before(en, before_en, ENGLISH)
                        .is_some_and(|scale| agree(zh, en, Kind::Number, scale))
            }
            _ => false,
        }
        && (is_speech(en) || is_said_of_the_same(en))
}

/// Whether the Chinese agrees with the English number, were it so many times as much of that kind.
fn agree(zh: &Item<'_>, en: &Item<'_>, kind: Kind, times: i128) -> bool {
    let Some(value) = en.quantity.value.map(|value| product(value, whole(times))) else {
        return false;
    };
    let unit = if kind == Kind::Percent { zh.quantity.unit } else { None };
    let said = Quantity { kind, unit, value, ..en.quantity.clone() };
    let found = agreement(zh, &Item { quantity: &said, ..*en });
    matches!(found, Agreement::Same | Agreement::Close)
}

/// Whether shares are spoken of: before in the same turn, or the number is a short answer or a word.
fn may_mean_percent(en: &Item<'_>, before_en: &[Item<'_>]) -> bool {
    let same_turn = |item: &&Item<'_>| item.place.0 == en.place.0;
    before_en.iter().rev().filter(same_turn).any(|item| item.quantity.kind == Kind::Percent)
        || en.before().contains("percent")
        || en.text.len() <= ANSWER && en.quoted().starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Whether no noun stands behind a number, which it would count: "it was only 44" and "about 15 was", but not "44
/// people".
fn counts_nothing(en: &Item<'_>) -> bool {
    const GO_ON: &[&str] = &[
        "was", "were", "is", "are", "in", "of", "by", "and", "or", "to", "from", "at", "on", "for",
        "now", "this", "last", "next", "but", "when", "if", "then", "as", "because", "before",
        "after", "today", "again", "right", "here", "already", "so", "even", "overall", "than",
        "that", "which", "a", "the", "while", "all", "until", "since", "out", "up", "down", "with",
    ];
    let behind = en.behind();
    let word = behind
        .strip_prefix(' ')
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default());
    word.is_none_or(|word| GO_ON.contains(&word)) && !behind.starts_with('-')
}

/// Whether the number is said of what was spoken of: "nurse turnover was 28 percent. Last year it was 9."
fn is_said_of_the_same(en: &Item<'_>) -> bool {
    [" it was ", " it is ", " it's ", " it’s "].iter().any(|words| en.before().ends_with(words))
}

/// Whether somebody speaks there: writing does not say "isn't" or "it's".
fn is_speech(en: &Item<'_>) -> bool {
    const SHORT: [&str; 7] = ["n't", "'ll", "'ve", "'re", "'m ", "'d ", "'s "];
    const SHORT_TYPESET: [&str; 7] = ["n’t", "’ll", "’ve", "’re", "’m ", "’d ", "’s "];
    // The 's of a name may be a possessive.
    const BEFORE_S: [&str; 12] = [
        "it",
        "that",
        "there",
        "here",
        "what",
        "who",
        "he",
        "she",
        "let",
        "where",
        "how",
        "everybody",
    ];
    let says_short = |near: &str| {
        SHORT.iter().chain(&SHORT_TYPESET).any(|ending| {
            near.match_indices(ending).any(|(at, _)| {
                let word = near[..at].rsplit(|c: char| !c.is_ascii_alphabetic()).next();
                !ending.ends_with("s ")
                    || word.is_some_and(|word| {
                        BEFORE_S.iter().any(|known| word.eq_ignore_ascii_case(known))
                    })
            })
        })
    };
    says_short(en.near_before(AROUND)) || says_short(en.near_behind(AROUND))
}
