//! What people leave out when they speak: "57% are under contract, three years ago it was only 44", "of that $60
//! million beat about 15 was pulled forward". In writing a unit that is missing so may be a fault.

use super::super::Kind;
use super::super::interval::{product, whole};
use super::agree::{Agreement, agreement};
use super::item::Item;

/// So many bytes around a number show whether somebody speaks.
const AROUND: usize = 600;

/// So many amounts back a scale is still in the ear.
const REACH: usize = 10;

/// A turn of fewer bytes answers the one before it: "I'll say eight."
const ANSWER: usize = 120;

const SCALES: &[(&str, i128)] =
    &[("trillion", 1_000_000_000_000), ("billion", 1_000_000_000), ("million", 1_000_000)];

/// Whether the English number says what the Chinese does, with a percent sign or a scale that was said before it.
pub(super) fn leaves_out(zh: &Item<'_>, en: &Item<'_>, before_en: &[Item<'_>]) -> bool {
    let is_bare = en.quantity.kind == Kind::Number && en.quantity.unit.is_none();
    is_bare
        && match zh.quantity.kind {
            Kind::Percent => agree(zh, en, Kind::Percent, 1) && may_mean_percent(en, before_en),
            Kind::Number | Kind::Money => {
                scale_before(en, before_en).is_some_and(|scale| agree(zh, en, Kind::Number, scale))
            }
            _ => false,
        }
        && is_speech(en)
}

/// Whether the Chinese agrees with the English number, were it so many times as much of that kind.
fn agree(zh: &Item<'_>, en: &Item<'_>, kind: Kind, times: i128) -> bool {
    let Some(value) = en.quantity.value.map(|value| product(value, whole(times))) else {
        return false;
    };
    let unit = if kind == Kind::Percent { zh.quantity.unit } else { None };
    let said = super::super::Quantity { kind, unit, value, ..en.quantity.clone() };
    let found = agreement(zh, &Item { quantity: &said, ..*en });
    matches!(found, Agreement::Same | Agreement::Close)
}

/// Whether shares are spoken of: before in the same turn, or the number is a short answer or a word.
fn may_mean_percent(en: &Item<'_>, before_en: &[Item<'_>]) -> bool {
    let same_turn = |item: &&Item<'_>| item.place.0 == en.place.0;
    let before = en.text.get(..en.quantity.span.start() as usize).unwrap_or_default();
    before_en.iter().rev().filter(same_turn).any(|item| item.quantity.kind == Kind::Percent)
        || before.contains("percent")
        || en.text.len() <= ANSWER && en.quoted().starts_with(|c: char| c.is_ascii_alphabetic())
}

/// The scale of the amount before it that names one.
fn scale_before(en: &Item<'_>, before_en: &[Item<'_>]) -> Option<i128> {
    let named = |item: &Item<'_>| {
        SCALES.iter().find(|(word, _)| item.quoted().contains(word)).map(|(_, scale)| *scale)
    };
    let amounts = before_en.iter().rev().filter(|item| {
        item.place.0 == en.place.0 && matches!(item.quantity.kind, Kind::Number | Kind::Money)
    });
    if named(en).is_some() {
        return None;
    }
    amounts.take(REACH).find_map(named)
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
    let (start, end) = (en.quantity.span.start() as usize, en.quantity.span.end() as usize);
    let from = en.text.floor_char_boundary(start.saturating_sub(AROUND));
    let to = en.text.floor_char_boundary((end + AROUND).min(en.text.len()));
    let near = en.text.get(from..to).unwrap_or_default();
    SHORT.iter().chain(&SHORT_TYPESET).any(|ending| {
        near.match_indices(ending).any(|(at, _)| {
            let word = near[..at].rsplit(|c: char| !c.is_ascii_alphabetic()).next();
            !ending.ends_with("s ")
                || word.is_some_and(|word| {
                    BEFORE_S.iter().any(|known| word.eq_ignore_ascii_case(known))
                })
        })
    })
}
