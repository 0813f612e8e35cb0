//! Numbers that English writes out where a Chinese word implies them: 大柜 is "a forty-foot box", 大我一轮 "twelve years my
//! senior", 六四比例 "60:40".

use super::super::interval::{Interval, Value, whole};
use super::super::{Kind, Unit, read};
use super::item::Item;
use super::mentions::Mentions;
use crate::text::Side;

/// Whether English says how long a box is that Chinese calls large or small: 大柜, "a forty-foot box".
pub(super) fn measures_a_container(en: &Item<'_>, zh: &Mentions<'_>) -> bool {
    const SIZES: &[(i128, &[&str])] =
        &[(40, &["大柜", "高柜", "集装箱", "FEU"]), (20, &["小柜", "标箱", "集装箱", "TEU"])];
    en.quantity.is_in("foot")
        && SIZES.iter().any(|(feet, names)| {
            en.quantity.value == Interval::point(whole(*feet)) && zh.says_any(names)
        })
}

/// Whether English says the number that a Chinese word stands for: 常规时间 in football as "ninety minutes", 荣枯线 as "the
/// 50-point mark".
pub(super) fn is_named_by_a_word(en: &Item<'_>, zh: &Mentions<'_>) -> bool {
    let is = |number: i128| en.quantity.value == Interval::point(whole(number));
    const DIMENSIONS: &[(i128, &str)] = &[(2, "二维"), (3, "三维"), (4, "四维")];
    // 三维以上的数组: "more than 3 dimensions"
    let dimensions = || en.behind().trim_start().starts_with("dimension");
    let is_bound = |number: i128| en.quantity.value.some_end() == Some(whole(number));
    is(90) && en.quantity.is_in("minute") && zh.says("常规时间")
        || is(50) && zh.says("荣枯线")
        || dimensions()
            && DIMENSIONS.iter().any(|&(number, word)| is_bound(number) && zh.says(word))
}

/// Whether English says in a word that all of it is meant, or which of equal parts: 百分之百 as "in full", 前四分之一 as "the
/// top quartile".
pub(super) fn is_said_in_a_word(zh: &Item<'_>, en: &Mentions<'_>) -> bool {
    const WORDS: &[(i128, i128, Kind, &[&str])] = &[
        (100, 1, Kind::Percent, &["in full", "fully", "entirely", "completely"]),
        (1, 4, Kind::Fraction, &["quartile"]),
        (1, 5, Kind::Fraction, &["quintile"]),
        (1, 10, Kind::Fraction, &["decile"]),
        (25, 1, Kind::Duration, &["silver wedding", "silver anniversary", "silver jubilee"]),
        (40, 1, Kind::Duration, &["ruby wedding", "ruby anniversary"]),
        (50, 1, Kind::Duration, &["golden wedding", "golden anniversary", "golden jubilee"]),
        (60, 1, Kind::Duration, &["diamond wedding", "diamond anniversary", "diamond jubilee"]),
        (147, 1, Kind::Number, &["maximum break"]),
        (0, 1, Kind::Number, &["goalless", "Goalless", "scoreless", "Scoreless"]),
    ];
    // 跌破零度, 不满二十岁
    const BELOW: &[(i128, char, &[&str])] = &[
        (0, '度', &["freezing"]),
        (20, '岁', &["teenager", "in his teens", "in her teens", "in their teens"]),
    ];
    let value = zh.quantity.value;
    // 最近 1 小时: "the last hour"
    const JUST_GONE: &[&str] = &["最近", "近", "过去", "上", "前", "未来", "下"];
    let before = zh.before().trim_end();
    let one = value.is_one()
        && zh.quantity.kind == Kind::Duration
        && JUST_GONE.iter().any(|word| before.ends_with(word));
    let one_just_gone = one
        && zh.quantity.unit_name().is_some_and(|unit| {
            ["last", "past", "next", "previous"]
                .iter()
                .any(|which| en.holds(&format!("{which} {unit}")))
        });
    // 方圆几十里
    let around = zh.before().ends_with("方圆") && en.says_any(&["miles around", "for miles"]);
    // 314 国道: "the G314"
    let road = ["国道", "省道"].iter().any(|road| zh.behind().trim_start().starts_with(road))
        && ["G", "S"].iter().any(|letter| en.holds(&format!("{letter}{}", zh.quoted())));
    around
        || one_just_gone
        || road
        || WORDS.iter().any(|(top, bottom, kind, words)| {
            zh.quantity.kind == *kind
                && value == Interval::point(Value::new(*top, *bottom))
                && en.says_any(words)
        })
        || BELOW.iter().any(|(bound, unit, words)| {
            value == Interval::at_most(Value::new(*bound, 1))
                && zh.quoted().ends_with(*unit)
                && en.says_any(words)
        })
}

/// Whether an English time is the two numbers of a ratio or a score: 十比一, "it was ten to one".
pub(super) fn is_a_score(en: &Item<'_>, others: &[Item<'_>]) -> bool {
    let Some((first, second)) = en.quoted().split_once(" to ") else { return false };
    let is = |item: &Item<'_>, words: &str| {
        let [own] = &read(Side::En, words)[..] else { return false };
        item.quantity.kind == Kind::Number && item.quantity.value == own.value
    };
    en.quantity.kind == Kind::Time
        && others.windows(2).any(|two| {
            is(&two[0], first) && is(&two[1], second) && two[0].behind().starts_with('比')
        })
}

/// The digits of a ratio of tenths, from 0 to 9.
const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// Whether English writes out a ratio of tenths that a Chinese word says: 六四比例 as "60:40", 三七开 as "70-30".
pub(super) fn is_of_a_split(en: &Item<'_>, zh: &Mentions<'_>) -> bool {
    let Some(tens) = en.quantity.value.exact().map(|share| share / whole(10)) else { return false };
    (0..).zip(DIGITS).any(|(digit, name)| {
        tens == whole(digit) && zh.answer(name, |text| has_a_split_with(text, name))
    })
}

/// Whether `text` says a ratio of tenths of which `digit` is one.
fn has_a_split_with(text: &str, digit: &str) -> bool {
    const OF: &[&str] = &["开", "比例", "分成", "分账", "的比例"];
    let place = |c: char| DIGITS.iter().position(|digit| digit.starts_with(c));
    OF.iter().flat_map(|word| text.match_indices(word)).any(|(at, _)| {
        let pair = || text[..at].chars().rev().take(2);
        pair().filter_map(place).sum::<usize>() == 10 && pair().any(|c| digit.starts_with(c))
    })
}

/// Whether English counts one of what the Chinese speaks of for each: 每升可涂刷, "1 L covers".
pub(super) fn is_one_of_each(en: &Item<'_>, zh: &Mentions<'_>) -> bool {
    let Some(own) = en.quantity.unit else { return false };
    let unit = |each: &str| Unit::starting_zh(each).map(|(unit, _)| unit);
    en.quantity.value.is_one()
        && en.quantity.kind == Kind::Measure
        && zh.answer(own.name(false), |text| {
            text.split('每').skip(1).any(|each| unit(each) == Some(own))
        })
}

/// Whether English says how many years one round of the zodiac is, by which the Chinese tells ages apart: 大我一轮.
pub(super) fn is_one_round(en: &Item<'_>, zh: &Mentions<'_>) -> bool {
    en.quantity.is_in("year")
        && en.quantity.value == Interval::point(whole(12))
        && zh.answer("一轮", |text| {
            text.match_indices("一轮").any(|(at, _)| {
                let mut near = text[..at].chars().rev().take(4);
                near.any(|c| matches!(c, '大' | '小' | '差' | '长'))
            })
        })
}
