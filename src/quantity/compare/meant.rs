//! Which quantities may be each other gone wrong.

use super::super::interval::{Value, whole};
use super::super::{Kind, Quantity, Weight};
use super::item::Item;
use super::said::is_anniversary;
use super::scale::shares;

/// Whether two quantities that do not agree count the same kind of thing, so that one may be the
/// other gone wrong.
pub(super) fn could_be_meant(zh_item: &Item<'_>, en_item: &Item<'_>) -> bool {
    let (zh, en) = (zh_item.quantity, en_item.quantity);
    use Kind::{
        Century, Day, Decade, Duration, Fraction, Measure, Money, Month, Multiple, Number, Ordinal,
        Percent, Time, Year,
    };
    let light = [zh.weight, en.weight].map(|weight| weight == Weight::Light);
    // 半个世纪 against "a century": an article counts where the other side counts the same unit.
    let same_unit = zh.kind == en.kind && zh.unit == en.unit && zh.unit.is_some();
    if light == [true, true] || (light != [false, false] && !same_unit) {
        return false;
    }
    let counts =
        |kind| matches!(kind, Number | Money | Measure | Duration | Multiple | Percent | Fraction);
    match (zh.kind, en.kind) {
        (a, b) if a == b => true,
        // 第 5127 个 against "number 5,172"
        (Ordinal, Number) => is_numbered(en_item),
        (Percent, Fraction | Multiple) | (Fraction | Multiple, Percent) => true,
        (Fraction, Multiple) | (Multiple, Fraction) => true,
        // 1092 年 against "1192": early years are not told from counts.
        (Year, Number) => is_year(en),
        // "half" and 一半 are no counts.
        (Number, Fraction) if is_half(en) => false,
        (Fraction, Number) if is_half(zh) => false,
        (Number, other) | (other, Number) if other != Decade => counts(other),
        (Money, Measure) | (Measure, Money) => false,
        (Decade, Year | Century) | (Year | Century, Decade) => true,
        // 三十多岁, "in her forties"
        (Duration | Number, Decade) => en.value.low().is_some_and(|decade| decade < whole(100)),
        (Duration, Ordinal) => is_anniversary(zh_item),
        (Percent, Measure) => shares(en).is_some(),
        (Measure, Percent) => shares(zh).is_some(),
        (Month | Day | Time | Ordinal | Duration, _) => false,
        _ => false,
    }
}

/// Whether "number" stands before a number.
fn is_numbered(en: &Item<'_>) -> bool {
    let before = en.text.get(..en.quantity.span.start() as usize).unwrap_or_default().trim_end();
    ["number", "Number", "no.", "No.", "#"].iter().any(|word| before.ends_with(word))
}

/// Whether a number may be a year.
fn is_year(quantity: &Quantity) -> bool {
    let value = quantity.value.low().filter(|_| quantity.value.is_point());
    value.is_some_and(|year| year.is_integer() && (whole(1000)..whole(2100)).contains(&year))
}

fn is_half(quantity: &Quantity) -> bool {
    quantity.value.low() == Some(Value::new(1, 2))
}
