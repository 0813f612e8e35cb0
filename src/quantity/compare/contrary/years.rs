//! Eras, and parts of years, months and works: the early and the late, the halves and the quarters.

use super::beside::{Beside, English};
use crate::quantity::Kind;
use crate::quantity::compare::item::Item;
use crate::quantity::interval::whole;

/// 公元前 221 年 against "AD 221".
pub(super) fn era(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    const BEFORE: &[&str] = &["bc", "b.c", "bce"];
    const AFTER: &[&str] = &["ad", "a.d", "ce"];
    if chinese.before.ends_with("公元前") {
        let after = english.precedes_or_its_century_does(AFTER) || english.follows(AFTER);
        return after
            .then_some("the Chinese is before the beginning of the era, the English after it");
    }
    (chinese.before.ends_with("公元") && english.precedes_or_its_century_does(BEFORE))
        .then_some("the Chinese is after the beginning of the era, the English before it")
}

/// 上世纪六十年代 against "the 1860s".
pub(super) fn another_century(
    zh: &Item<'_>,
    chinese: &Beside,
    en: &Item<'_>,
) -> Option<&'static str> {
    let last = ["上世纪", "上个世纪", "二十世纪"].iter().any(|word| chinese.before.ends_with(word));
    let year = en.quantity.value.low()?;
    let other = zh.quantity.kind == Kind::Decade
        && year >= whole(1000)
        && !(whole(1900)..whole(2000)).contains(&year);
    (last && other).then_some("the decades are of different centuries")
}

/// 最早 2030 年 against "2030 at the latest".
pub(super) fn earliest(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let near = chinese.before.char_indices().rev().nth(6).map_or(0, |(at, _)| at);
    let says = |word: &str| chinese.before[near..].contains(word);
    let contrary = says("最早") && english.precedes(&["at the latest"])
        || says("最晚") && english.precedes(&["at the earliest"])
        || says("最迟") && english.precedes(&["at the earliest"]);
    contrary.then_some("one side says at the earliest, the other at the latest")
}

/// 上半年 against "the first quarter".
pub(super) fn part_of_year(
    zh: &Item<'_>,
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let half = zh.quoted().ends_with("半年") && english.precedes(&["quarter"]);
    let quarter = chinese.behind.starts_with('季') && english.precedes(&["half"]);
    (half || quarter).then_some("one side counts halves, the other quarters")
}

/// 第二季第七集 against "season seven, episode two".
pub(super) fn another_part(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    const PARTS: &[(char, &str)] =
        &[('季', "season"), ('集', "episode"), ('章', "chapter"), ('幕', "act"), ('卷', "volume")];
    let (_, own) = PARTS.iter().find(|(part, _)| chinese.behind.starts_with(*part))?;
    let (_, said) = PARTS.iter().find(|(_, part)| english.follows(&[part]))?;
    (own != said).then_some("one side counts one thing, the other another")
}

/// 五月上旬 against "late May".
pub(super) fn part_of_month(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let zh = match () {
        () if chinese.behind.starts_with("上旬") || chinese.behind.starts_with('初') => 1,
        () if chinese.behind.starts_with("中旬") => 2,
        () if chinese.behind.starts_with("下旬") || chinese.behind.starts_with('底') => 3,
        () => return None,
    };
    let en = match () {
        () if english.follows(&["early", "beginning of", "start of", "early in"]) => 1,
        () if english.follows(&["mid", "mid-", "middle of"]) => 2,
        () if english.follows(&["late", "end of", "late in"]) => 3,
        () => return None,
    };
    (zh != en).then_some("they are different parts of the month")
}

/// 六十年代初 against "the late 1960s", 2019 年底 against "early 2019".
pub(super) fn part_of_years(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let starts = |words: &[&str]| words.iter().any(|word| chinese.behind.starts_with(word));
    let zh = match () {
        () if starts(&["初", "早期", "前期", "之初", "伊始"]) => 1,
        () if starts(&["中期", "中叶"]) => 2,
        () if starts(&["末", "底", "后期", "晚期", "之末"]) => 3,
        () => return None,
    };
    let en = match () {
        () if english.follows(&["early", "beginning of", "start of", "beginning of the"]) => 1,
        () if english.follows(&["mid", "mid-", "middle of", "middle of the"]) => 2,
        () if english.follows(&["late", "end of", "end of the", "close of"]) => 3,
        () => return None,
    };
    (zh != en).then_some("they are different parts of it")
}

/// 农历八月十五 against "August 15".
pub(super) fn lunar_month(chinese: &Beside, en: &Item<'_>) -> Option<&'static str> {
    let lunar = ["农历", "阴历", "旧历", "夏历"];
    let named = en.quoted().starts_with(|c: char| c.is_ascii_uppercase());
    let said = || ["lunar", "Lunar", "Chinese calendar"].iter().any(|word| en.mentions(word));
    (lunar.iter().any(|word| chinese.before.ends_with(word)) && named && !said())
        .then_some("the Chinese is a month of the lunar calendar")
}
