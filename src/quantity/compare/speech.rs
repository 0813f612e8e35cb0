//! What people leave out when they speak: "57% are under contract, three years ago it was only 44", "of that $60
//! million beat about 15 was pulled forward". In writing a unit that is missing so may be a fault.

use super::super::interval::{product, whole};
use super::super::{Kind, Quantity};
use super::agree::{Agreement, agreement};
use super::elided::{ENGLISH, is_bare, scale_before, scale_said};
use super::item::Item;
use super::said::without_hedges;

/// So many bytes before and behind a number show whether somebody speaks, and of what.
const AROUND: usize = 600;

/// A turn of fewer bytes answers the one before it: "I'll say eight."
const ANSWER: usize = 120;

/// Whether the English number says what the Chinese does, with a percent sign or a scale that was said before it.
pub(super) fn leaves_out(
    [zh_items, en_items]: [&[Item<'_>]; 2],
    (zh_at, en_at): (usize, usize),
) -> bool {
    let Some((en, before_en)) = en_items.get(..=en_at).and_then(<[_]>::split_last) else {
        return false;
    };
    let Some(zh) = zh_items.get(zh_at) else { return false };
    let is_spoken = || is_speech(en) || is_said_of_the_same(en) || goes_from_there(en, before_en);
    is_bare(en)
        && counts_nothing(en)
        && match zh.quantity.kind {
            Kind::Percent => {
                // In writing, a list says the sign once; a single number that lacks it may be a fault.
                let is_meant = may_mean_percent(en, before_en);
                agree(zh, en, Kind::Percent, 1)
                    && match leave_percent_out(zh_items, en_items, en) {
                        true => is_meant || is_spoken(),
                        false => is_meant && is_spoken(),
                    }
            }
            Kind::Number | Kind::Money => {
                let scaled = scale_said(en, ENGLISH).is_none()
                    && scale_before(en, before_en, ENGLISH)
                        .is_some_and(|scale| agree(zh, en, Kind::Number, scale));
                (scaled || are_thousands(zh, en) || are_cents(zh, en, before_en)) && is_spoken()
            }
            _ => false,
        }
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

/// Whether thousands are spoken of, and the English is so many of them: 七万五，七万二 against "seventy-five thousand, 72".
fn are_thousands(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let spoken_of = |words: &&'static str| en.mentions_before(words) || en.mentions_behind(words);
    agree(zh, en, Kind::Number, 1000) && [" thousand", ",000", " grand"].iter().any(spoken_of)
}

/// Whether cents were spoken of, and the English is so many of them: 七美分, 三毛五 against "seven cents, thirty-five".
fn are_cents(zh: &Item<'_>, en: &Item<'_>, before_en: &[Item<'_>]) -> bool {
    let counts_cents = |item: &&Item<'_>| {
        item.quantity.unit.is_some_and(|unit| unit.name(false).ends_with(" cent"))
            && item.place.0 == en.place.0
    };
    let in_cents = || {
        let (value, unit) = (zh.quantity.value.exact()?, zh.quantity.unit?);
        product(product(value, unit.factor())?, whole(100))
    };
    before_en.iter().any(|item| counts_cents(&item))
        && zh.quantity.kind == Kind::Money
        && in_cents().is_some_and(|cents| en.quantity.value.exact() == Some(cents))
}

/// Whether percent signs are left out as a habit: several bare numbers say shares of the Chinese, as in "fell 16.9 percent,
/// but those to ASEAN were up 14.7 and those to Africa 28".
fn leave_percent_out(zh_items: &[Item<'_>], en_items: &[Item<'_>], en: &Item<'_>) -> bool {
    const SEVERAL: usize = 2;
    let is_a_share = |bare: &&Item<'_>| {
        let shares = zh_items.iter().filter(|zh| zh.quantity.kind == Kind::Percent);
        bare.place.0 == en.place.0
            && is_bare(bare)
            && counts_nothing(bare)
            && shares.into_iter().any(|zh| zh.quantity.value == bare.quantity.value)
    };
    en_items.iter().filter(is_a_share).count() >= SEVERAL
}

/// Whether shares are spoken of: before in the same turn, or the number is a short answer or a word.
fn may_mean_percent(en: &Item<'_>, before_en: &[Item<'_>]) -> bool {
    let same_turn = |item: &&Item<'_>| item.place.0 == en.place.0;
    before_en.iter().rev().filter(same_turn).any(|item| item.quantity.kind == Kind::Percent)
        || en.mentions_before("percent")
        || is_said_of_the_same(en) && en.near_behind(AROUND / 2).contains("percent")
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
        "I", "you", "he", "she", "it", "we", "they", "each", "apiece",
    ];
    let behind = en.behind();
    let word = behind
        .strip_prefix(' ')
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default());
    // "It was 12 two years ago."
    let ago = || {
        let near = &behind[..behind.floor_char_boundary(20)];
        let compared = [" month on month", " year on year", " month over month", " year over year"];
        near.contains(" years ago")
            || near.contains(" months ago")
            || compared.iter().any(|words| near.starts_with(words))
    };
    (word.is_none_or(|word| GO_ON.contains(&word)) || ago()) && !behind.starts_with('-')
}

/// Whether the number is said of what was spoken of: "nurse turnover was 28 percent. Last year it was 9."
fn is_said_of_the_same(en: &Item<'_>) -> bool {
    const SAME: &[&str] =
        &[" it was", " it is", "it's", "it’s", "It's", "It’s", " the other", " the remaining"];
    let before = without_hedges(en.before());
    SAME.iter().any(|words| before.ends_with(words))
}

/// Whether the number is what the one before it came to: "from 80 gigs to 141".
fn goes_from_there(en: &Item<'_>, before_en: &[Item<'_>]) -> bool {
    before_en.last().is_some_and(|first| {
        let (start, end) = (first.quantity.span.end() as usize, en.quantity.span.start() as usize);
        let from = first.before().trim_end().ends_with("from");
        first.place.0 == en.place.0
            && from
            && first.text.get(start..end).is_some_and(|between| between.trim() == "to")
    })
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
