//! Which quantities may be each other gone wrong.

use super::super::interval::{Value, whole};
use super::super::{Kind, Quantity, Weight};
use super::item::Item;
use super::said::{is_anniversary, says};
use super::scale::shares;

/// Whether two quantities that do not agree count the same kind of thing, so that one may be the
/// other gone wrong.
pub(super) fn could_be_meant(zh_item: &Item<'_>, en_item: &Item<'_>) -> bool {
    let (zh, en) = (zh_item.quantity, en_item.quantity);
    use Kind::{
        Century, Day, Decade, Duration, Fraction, Measure, Money, Multiple, Number, Ordinal,
        Percent, Year,
    };
    let light = [zh.weight, en.weight].map(|weight| weight == Weight::Light);
    // A feast need not be said by its day; another day is wrong all the same.
    if zh.kind == Day && en.kind == Ordinal && light == [true, false] {
        return says(en_item, "day");
    }
    // 半个世纪 against "a century": an article counts where the other side counts the same unit.
    let same_unit = zh.kind == en.kind && zh.unit == en.unit && zh.unit.is_some();
    // 第二位登上珠峰的女性 against "the first woman to climb Everest"
    if zh.kind == Ordinal && en.kind == Ordinal && light == [false, true] {
        let counts_people =
            ["位", "名", "任"].iter().any(|word| zh_item.behind().starts_with(word));
        return counts_people && en_item.before().ends_with(" the ");
    }
    if light == [true, true] || (light != [false, false] && !same_unit) {
        return false;
    }
    let counts =
        |kind| matches!(kind, Number | Money | Measure | Duration | Multiple | Percent | Fraction);
    match (zh.kind, en.kind) {
        (a, b) if a == b => true,
        // 四连胜 against "their fifth straight win", 十二楼 against "the twentieth floor"
        (Number, Ordinal) => is_in_a_row(zh_item, en_item) || is_far_floor(zh_item, en_item),
        // 正月十五 against "the fifth day"
        (Day, Ordinal) => says(en_item, "day"),
        // 每六小时 against "six times a day"
        (Duration, Multiple) => is_an_interval(zh_item) && zh.value == en.value,
        // 第 5127 个 against "number 5,172"
        (Ordinal, Number) => is_numbered(en_item),
        (Percent, Fraction | Multiple) | (Fraction | Multiple, Percent) => true,
        (Fraction, Multiple) | (Multiple, Fraction) => true,
        // 1092 年 against "1192": early years are not told from counts.
        (Year, Number) => is_year(en),
        // "half" and 一半 are no counts.
        (Number, Fraction) if is_one_half(en) => false,
        (Fraction, Number) if is_one_half(zh) => false,
        // "our two countries" are no 100 billion dollars.
        (Number, Money) => !is_far_smaller(zh, en),
        (Money, Number) => !is_far_smaller(en, zh),
        (Number, other) | (other, Number) if other != Decade => counts(other),
        (Money, Measure) | (Measure, Money) => false,
        (Decade, Year | Century) | (Year | Century, Decade) => true,
        // 三十多岁, "in her forties"
        (Duration | Number, Decade) => en.value.low().is_some_and(|decade| decade < whole(100)),
        (Duration, Ordinal) => is_anniversary(zh_item),
        (Percent, Measure) => shares(en).is_some(),
        (Measure, Percent) => shares(zh).is_some(),
        _ => false,
    }
}

/// Whether a length of time is the one between two times: 每六小时, 每隔两周.
fn is_an_interval(zh: &Item<'_>) -> bool {
    zh.before().ends_with('每') || zh.before().ends_with("每隔") || zh.before().ends_with("隔")
}

/// Whether a small count is so far from an amount that it is no slip of it, if not one of its scale.
fn is_far_smaller(count: &Quantity, amount: &Quantity) -> bool {
    let whole_count = count.value.exact().filter(Value::is_integer);
    let (Some(count), Some(amount)) = (whole_count, amount.value.low()) else {
        return false;
    };
    let far = count > whole(0) && count <= whole(12) && amount >= count * whole(10_000);
    let scale = || {
        let mut rest = amount / count;
        while (rest / whole(10)).is_integer() {
            rest /= whole(10);
        }
        rest == whole(1)
    };
    far && !scale()
}

/// Whether "number" stands before a number.
fn is_numbered(en: &Item<'_>) -> bool {
    let before = en.before().trim_end();
    ["number", "Number", "no.", "No.", "#"].iter().any(|word| before.ends_with(word))
}

/// 连 counts what the other side puts in a row.
fn is_in_a_row(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let behind = zh.behind();
    behind.starts_with('连')
        && ["straight", "consecutive", "successive"].iter().any(|word| says(en, word))
}

/// Floors of one house that are more than one apart, which is the difference between the two ways to count them.
fn is_far_floor(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let behind = zh.behind();
    let ends = [zh, en].map(|item| item.quantity.value.exact());
    let [Some(zh_floor), Some(en_floor)] = ends else { return false };
    let apart = (zh_floor - en_floor).to_integer().abs() > 1;
    apart && behind.trim_start().starts_with(['楼', '层']) && says(en, "floor")
}

/// Whether a number may be a year.
fn is_year(quantity: &Quantity) -> bool {
    let value = quantity.value.exact();
    value.is_some_and(|year| year.is_integer() && (whole(1000)..whole(2100)).contains(&year))
}

fn is_one_half(quantity: &Quantity) -> bool {
    quantity.value.low() == Some(Value::new(1, 2))
}
