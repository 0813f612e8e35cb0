//! Equal values that have changed places: from and to, or the units of two of them.

use super::super::interval::{Value, whole};
use super::super::{Kind, Weight};
use super::Difference;
use super::item::Item;
use super::movement::clause;

/// 从 2 亿到 5 亿 against "from 500 million to 200 million".
pub(super) fn swapped(
    zh: &[Item<'_>],
    en: &[Item<'_>],
    partners: &[Option<usize>],
) -> Option<Difference> {
    (0..zh.len()).zip(1..zh.len()).find_map(|(first, second)| {
        let before = clause(&zh[first], &['。']).trim_end();
        let between = zh[first]
            .text
            .get(zh[first].quantity.span.end() as usize..zh[second].quantity.span.start() as usize);
        let between = between?.trim_end();
        let from_to = before.ends_with(['从', '由', '自'])
            && ["到", "至", "到了", "为"].iter().any(|to| between.ends_with(to));
        if !from_to {
            return None;
        }
        let (to, from) = (partners[first]?, partners[second]?);
        let adjacent = to == from + 1 && en[from].before().trim_end().ends_with("from");
        let values: [Option<Value>; 2] =
            [zh[first].quantity.value.low(), zh[second].quantity.value.low()];
        let differ = values[0] != values[1] && values[0] != Some(whole(0));
        (adjacent && differ).then(|| Difference::Mismatch {
            zh: zh[first].place,
            en: en[from].place,
            explanation: "from and to have changed places".to_owned(),
            disputed: false,
            suggestion: None,
        })
    })
}

/// 三比一 against "in a ratio of one to three". Of the two numbers of a score either may come first.
pub(super) fn reversed_ratio(zh: &[Item<'_>], en: &[Item<'_>]) -> Option<Difference> {
    const RATIO: [&str; 4] = ["ratio", "mix", "proportion", "dilut"];
    let is_ratio = |item: &Item<'_>| RATIO.iter().any(|word| item.mentions(word));
    let whole_value = |item: &Item<'_>| item.quantity.value.exact();
    zh.windows(2).find_map(|two| {
        let between = two[0]
            .text
            .get(two[0].quantity.span.end() as usize..two[1].quantity.span.start() as usize);
        let (first, second) = (whole_value(&two[0])?, whole_value(&two[1])?);
        if between.map(str::trim) != Some("比") || first <= second {
            return None;
        }
        // "one to three" is read as a range.
        let range = en.iter().find(|item| {
            let value = item.quantity.value;
            value.low() == Some(second)
                && value.high() == Some(first)
                && item.quoted().contains(" to ")
                && is_ratio(item)
        })?;
        if turns_in_step(zh, two, range, en) {
            return None;
        }
        Some(Difference::Mismatch {
            zh: two[0].place,
            en: range.place,
            explanation: "the two sides of the ratio have changed places".to_owned(),
            disputed: false,
            suggestion: None,
        })
    })
}

/// Whether the ratio is turned round on both sides, and at the same place: 从一比九变成九比一 against "one to nine; now it is
/// nine to one", of which the first is read as a range.
fn turns_in_step(zh: &[Item<'_>], two: &[Item<'_>], range: &Item<'_>, en: &[Item<'_>]) -> bool {
    let value = |item: &Item<'_>| item.quantity.value;
    let turned = zh
        .windows(2)
        .find(|other| value(&other[0]) == value(&two[1]) && value(&other[1]) == value(&two[0]));
    let high = range.quantity.value.high();
    turned.is_some_and(|turned| {
        let mut others = en.iter().filter(|item| item.quantity.value.exact() == high);
        let before = |item: &Item<'_>| item.position < range.position;
        let range_is_first = !others.any(before);
        (turned[0].position < two[0].position) == range_is_first
    })
}

/// 八年、五位 against "five years, eight ministers": each value is there, with the other's unit.
pub(super) fn crossed(
    zh: &[Item<'_>],
    en: &[Item<'_>],
    partners: &[Option<usize>],
) -> Option<Difference> {
    let is_sure =
        |item: &Item<'_>| item.quantity.value.is_point() && item.quantity.weight > Weight::Light;
    let is_time = |item: &Item<'_>| item.quantity.kind == Kind::Duration && is_sure(item);
    let is_count = |item: &Item<'_>| item.quantity.kind == Kind::Number && is_sure(item);
    let pairs = || zh.iter().zip(partners).filter_map(|(zh, en_at)| Some((zh, &en[(*en_at)?])));
    pairs().filter(|(zh, en)| is_time(zh) && is_count(en)).find_map(|(time, count)| {
        let other = pairs().find(|(zh, en)| {
            is_count(zh)
                && is_time(en)
                && en.quantity.unit == time.quantity.unit
                && en.quantity.value != time.quantity.value
        })?;
        Some(Difference::Mismatch {
            zh: time.place,
            en: other.1.place,
            explanation: format!("it changed places with {}", count.quoted()),
            disputed: false,
            suggestion: None,
        })
    })
}

/// 每二十分钟、四分钟之内 against "every four minutes, within twenty minutes": each value is there, with the other's bound.
pub(super) fn crossed_bounds(
    zh: &[Item<'_>],
    en: &[Item<'_>],
    partners: &[Option<usize>],
) -> Option<Difference> {
    let counts_alike = |one: &Item<'_>, other: &Item<'_>| {
        one.quantity.kind == other.quantity.kind
            && one.quantity.unit.is_some()
            && one.quantity.unit == other.quantity.unit
            && one.place.0 == other.place.0
    };
    // Open in one language, and just so much in the other.
    let loses_its_bound = |open: &Item<'_>, exact: &Item<'_>| {
        open.quantity.value.is_open()
            && exact.quantity.value.is_point()
            && !exact.quantity.approximate
            && open.quantity.value.some_end() == exact.quantity.value.low()
    };
    let pairs = || zh.iter().zip(partners).filter_map(|(zh, en_at)| Some((zh, &en[(*en_at)?])));
    pairs().filter(|(zh, en)| loses_its_bound(zh, en)).find_map(|(zh, en)| {
        let (_, other) = pairs().find(|(exact, open)| {
            loses_its_bound(open, exact)
                && counts_alike(zh, exact)
                && counts_alike(en, open)
                && zh.quantity.value.low().is_some() == open.quantity.value.low().is_some()
        })?;
        Some(Difference::Mismatch {
            zh: zh.place,
            en: other.place,
            explanation: format!("it changed places with {}", en.quoted()),
            disputed: false,
            suggestion: None,
        })
    })
}
