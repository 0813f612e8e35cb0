//! Chinese numbers and ordinals beside what the English says instead: 每五个人有一个 is "one in five", 康熙六十一年
//! is 1722.

use super::super::interval::{Interval, Value, doubled, sum, whole};
use super::super::zh::{has_first_year, reign_before, reign_from};
use super::super::{Kind, Unit, Weight};
use super::amounts::within_decade;
use super::item::Item;
use super::mentions::Mentions;
use super::said::{
    counts_points, is_occasion, is_one_of_two_halves, is_three_quarters, says, top_of_ratio,
    zh_counts_characters,
};
use super::scale::{Scaled, as_written, reciprocal, the_same, times};

/// 三个, 一百. Behind it a unit may be left out, a count be written as an ordinal, a year without its 年.
pub(super) fn number(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    let (z, e) = (zh.quantity, en.quantity);
    match e.kind {
        // 八个字: "four words"
        Kind::Number if zh_counts_characters(zh) && says(en, "word") => the_same(e.value),
        // 2022 待办事项: "the to-do list in 22"
        Kind::Number if is_short_year(zh, en) => the_same(e.value),
        Kind::Decade if !z.value.is_point() => within_decade(zh, en),
        // 都快七十了: "in their late sixties"
        Kind::Decade if is_nearly_out(zh, en) => the_same(e.value),
        Kind::Decade => as_written(zh, en),
        // 六次翻倍: "six doublings"
        Kind::Multiple if en.quoted().contains("doubling") && is_as_often(zh, en) => {
            the_same(e.value)
        }
        // 十个里有九个: "nine out of ten"
        Kind::Fraction if z.weight < Weight::Full && is_top(zh, en) => the_same(z.value),
        // 九十五的置信区间: "a 95 percent confidence interval"
        Kind::Percent if zh.behind().starts_with("的置信") || zh.behind().starts_with("置信") => {
            as_written(zh, en)
        }
        // 租金回报约 3.1 厘: "a yield of about 3.1%"
        Kind::Percent if zh.behind().starts_with('厘') => as_written(zh, en),
        // 只花了三季: "in just three quarters", of a year
        Kind::Fraction if zh.behind().starts_with('季') && is_three_quarters(z, en) => {
            the_same(z.value)
        }
        // 每五个人有一个: one in five.
        Kind::Fraction if z.value.is_point() && Some(e.value) == reciprocal(&z.value) => {
            the_same(e.value)
        }
        // 零点三分: "three-tenths of a point"
        Kind::Percent if zh.behind().starts_with(['分', '点']) && counts_points(en) => {
            as_written(zh, en)
        }
        // 七比三: "70/30"
        Kind::Number if is_part_of_split(zh, en) => Some((times(&z.value, whole(10))?, e.value)),
        // 写着十二点: "twelve o'clock"
        Kind::Time if says_oclock(zh) => Some((times(&z.value, whole(60))?, e.value)),
        Kind::Number
        | Kind::Ordinal
        | Kind::Money
        | Kind::Duration
        | Kind::Measure
        | Kind::Multiple
        | Kind::Fraction
        | Kind::Year
        | Kind::Day
        | Kind::Time => as_written(zh, en),
        Kind::Percent | Kind::Century | Kind::Month | Kind::Weekday => None,
    }
}

/// Whether both are the same part of a split, in tenths and in hundredths.
fn is_part_of_split(zh: &Item<'_>, en: &Item<'_>) -> bool {
    const SIGNS: [char; 4] = ['/', ':', '-', '–'];
    let is_digit = |c: char| "一二三四五六七八九".contains(c) || c.is_ascii_digit();
    let tenths = zh.behind().strip_prefix('比').is_some_and(|other| other.starts_with(is_digit))
        || zh.before().strip_suffix('比').is_some_and(|other| other.ends_with(is_digit));
    let hundredths = en.behind().starts_with(SIGNS) || en.before().ends_with(SIGNS);
    tenths && hundredths && times(&zh.quantity.value, whole(10)) == Some(en.quantity.value)
}

/// Whether the English doubles as often as the Chinese says: 6.3 times is between 64 and 128 times as much.
fn is_as_often(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let said = zh.quantity.value.some_end().and_then(doubled);
    let value = en.quantity.value;
    said.is_some_and(|said| {
        said.low() == value.low() && (value.is_open() || said.high() == value.high())
    })
}

/// Whether an age is soon the one that the decade ends with, of which the English says that it is late.
fn is_nearly_out(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let before = zh.before();
    let soon = ["快", "近", "奔", "差不多"].iter().any(|word| before.ends_with(word));
    let next = en.quantity.value.exact().and_then(|decade| sum(decade, whole(10)));
    soon && en.before().trim_end_matches([' ', '-']).ends_with("late")
        && zh.quantity.value.exact() == next
}

/// Whether the English says the last two digits of a year that the Chinese writes without 年.
fn is_short_year(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let ends = [zh, en].map(|item| item.quantity.value.exact());
    let [Some(year), Some(short)] = ends else { return false };
    let recent = (whole(1990)..whole(2050)).contains(&year) && year.is_integer();
    recent
        && year.to_integer() % 100 == short.to_integer()
        && en.before().ends_with(" in ")
        && short.is_integer()
}

/// Whether a count is the first number of a ratio, with what bounds both: 十个里不到三个, "fewer than three in ten".
fn is_top(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let (z, e) = (zh.quantity.value, en.quantity.value);
    // The 一个 of 做了一个调查 is no "one in four".
    const NEAR: usize = 24;
    let near = zh.near_before(NEAR);
    if z.is_one() && !near.contains(['里', '中', '当', '每', '有']) {
        return false;
    }
    top_of_ratio(en).is_some_and(|top| {
        let bounded_alike = z.is_open() == e.is_open() && z.low().is_some() == e.low().is_some();
        z == top || bounded_alike && z.some_end() == top.some_end()
    })
}

/// 第三.
pub(super) fn ordinal(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    match en.quantity.kind {
        // 上半年 is no "first time".
        Kind::Ordinal if is_one_of_two_halves(zh) && is_occasion(en) => None,
        // 康熙六十一年: 1722
        Kind::Year | Kind::Number if en.quantity.value.low() > Some(whole(600)) => {
            match year_of_reign(zh) {
                Some(year) => Some((Interval::point(year), en.quantity.value)),
                None => as_written(zh, en),
            }
        }
        // 第十个: "a tenth"
        Kind::Fraction if Some(en.quantity.value) == reciprocal(&zh.quantity.value) => {
            the_same(zh.quantity.value)
        }
        // 首剂之后第 21 天: "21 days after the first"
        Kind::Duration
            if Unit::starting_zh(zh.behind()).map(|(unit, _)| unit) == en.quantity.unit =>
        {
            as_written(zh, en)
        }
        Kind::Ordinal | Kind::Number | Kind::Year | Kind::Day | Kind::Century => as_written(zh, en),
        _ => None,
    }
}

/// The year of our era that is counted from the beginning of a reign.
pub(super) fn year_of_reign(zh: &Item<'_>) -> Option<Value> {
    let before = zh.text.get(..zh.quantity.span.start() as usize)?;
    let year = zh.quantity.value.low().filter(|_| zh.quoted().ends_with('年'))?;
    sum(year, whole(reign_before(before)? - 1))
}

/// Whether `zh` names the first year of the reign that began with `year`: 洪武元年.
pub(super) fn names_first_year(zh: &Mentions<'_>, year: i128) -> bool {
    reign_from(year).is_some_and(|reign| zh.answer(reign, |text| has_first_year(text, year)))
}

/// Whether 点 stands behind a number that may be an hour.
fn says_oclock(zh: &Item<'_>) -> bool {
    let behind = zh.behind();
    behind.starts_with('点') || zh.quoted().ends_with('点')
}
