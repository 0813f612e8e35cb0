//! Numbers that the other side writes where no reader sees a quantity: inside names, codes and dimensions (2v2, X11, 515YW,
//! 4x6), as dots of a drawing, or as a scale behind what a program fills in.

use super::super::interval::{Interval, Value, power_of_ten};
use super::super::{Kind, digits};
use super::item::Item;
use super::mentions::Mentions;

/// Whether the number of `item`, which is in digits, stands on the other side as often as here, and there no quantity of
/// `others` was read from it. `own` and `texts` are the passages of either side.
pub(super) fn is_written_otherwise(
    item: &Item<'_>,
    others: &[Item<'_>],
    own: &[Mentions<'_>],
    texts: &[Mentions<'_>],
) -> bool {
    let Some(number) = number(item) else { return false };
    let times = |texts: &[Mentions<'_>]| -> usize {
        texts.iter().map(|text| text.written(number).len()).sum()
    };
    let is_unread = |passage: usize, at: usize| {
        let mut read = others.iter().filter(|other| other.place.0 == passage);
        read.all(|other| {
            !(other.quantity.span.start() as usize..other.quantity.span.end() as usize)
                .contains(&at)
        })
    };
    // Else a page of figures would take long.
    const PLACES: usize = 50;
    let mut places = texts
        .iter()
        .enumerate()
        .flat_map(|(passage, text)| text.written(number).iter().map(move |&at| (passage, at)))
        .take(PLACES);
    let may_be_it = |passage: usize, at: usize| {
        is_unread(passage, at)
            && texts.get(passage).is_some_and(|text| !is_of_a_name(text.before(at), item))
    };
    times(own) <= times(texts) && places.any(|(passage, at)| may_be_it(passage, at))
}

/// Whether letters stand before a number which make a name of it, as in GPT-4 and iPhone11, unless they stand before `item`
/// as well ("Pen 1", Pen1), are those of a dimension (4x6), or say when (pre-2014).
fn is_of_a_name(before: &str, item: &Item<'_>) -> bool {
    const SAY_WHEN: &[&str] = &["pre", "post", "mid"];
    let lead = before.trim_end_matches('-');
    let letters = lead.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let name = &lead[letters.len()..];
    let own = item.before().trim_end_matches([' ', '-']);
    let is_joint = name.len() == 1 && letters.ends_with(|c: char| c.is_ascii_digit());
    !name.is_empty() && !is_joint && !own.ends_with(name) && !SAY_WHEN.contains(&name)
}

/// The digits of a number that is written in nothing else: 515 of 515年, but none of 3万.
fn number<'t>(item: &Item<'t>) -> Option<&'t str> {
    let quoted = item.quoted();
    let quoted = &quoted[quoted.find(|c: char| c.is_ascii_digit())?..];
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let number =
        quoted[..quoted.find(|c| !is_part(c)).unwrap_or(quoted.len())].trim_end_matches(['.', ',']);
    let (value, _) = digits::number(number)?;
    (item.quantity.value == Interval::point(value)).then_some(number)
}

/// Whether a Chinese 个点 is a dot or a point of a drawing, which is no percent.
pub(super) fn is_of_dots(zh: &Item<'_>, others: &[Item<'_>], en: &Mentions<'_>) -> bool {
    const DOTS: &[&str] = &["dot", "node", "points", "a point"];
    const SHARES: &[&str] = &["percent", "per cent", "%", "percentage", "basis"];
    zh.quantity.kind == Kind::Percent
        && zh.quoted().ends_with("个点")
        && others.iter().all(|other| other.quantity.kind != Kind::Percent)
        && en.says_any(DOTS)
        && !en.says_any(SHARES)
}

/// Scales by the power of ten, as both languages write them where a program fills in how many.
const SCALES: &[(u32, &str)] = &[
    (3, "thousand"),
    (6, "million"),
    (9, "billion"),
    (12, "trillion"),
    (15, "quadrillion"),
    (18, "quintillion"),
    (21, "sextillion"),
    (24, "septillion"),
    (27, "octillion"),
    (30, "nonillion"),
    (33, "decillion"),
];

/// Whether a Chinese scale stands where the English has the same one without a number, which a program may fill in: 十亿
/// as "billion".
pub(super) fn is_a_scale_of_what_is_filled_in(
    zh: &Item<'_>,
    others: &[Item<'_>],
    en: &Mentions<'_>,
) -> bool {
    let is = |scale: u32| power_of_ten(scale).map(Interval::point) == Some(zh.quantity.value);
    let is_free = |word: &'static str| others.iter().all(|other| !other.quoted().contains(word));
    zh.quantity.value.low() > Some(Value::new(999, 1))
        && SCALES.iter().any(|&(scale, word)| is(scale) && en.says(word) && is_free(word))
}

/// Whether a Chinese 1 in digits counts one thing, for which English has its article: 1种新单位, "a new type of unit".
pub(super) fn is_an_article(zh: &Item<'_>, en: &Mentions<'_>) -> bool {
    const MEASURES: [char; 3] = ['个', '种', '点'];
    const ARTICLES: &[&str] = &[" a ", "A ", " an ", "An "];
    zh.quantity.value.is_one()
        && zh.quantity.kind == Kind::Number
        && zh.quoted().starts_with('1')
        && (zh.quoted().ends_with(MEASURES) || zh.behind().starts_with(MEASURES))
        && en.says_any(ARTICLES)
}
