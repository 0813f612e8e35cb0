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
    let (first, second) = (0..zh.len()).zip(1..zh.len()).find(|&(first, second)| {
        let before = clause(&zh[first], &['。']).trim_end();
        let between = zh[first]
            .text
            .get(zh[first].quantity.span.end() as usize..zh[second].quantity.span.start() as usize);
        before.ends_with(['从', '從', '由', '自'])
            && between.is_some_and(|between| {
                let between = between.trim_end();
                between.ends_with(['到', '至'])
                    || between.ends_with("到了")
                    || between.ends_with('为')
            })
    })?;
    let (to, from) = (partners[first]?, partners[second]?);
    let reads_from = en[from].text.get(..en[from].quantity.span.start() as usize)?;
    let adjacent = to == from + 1 && reads_from.trim_end().ends_with("from");
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
