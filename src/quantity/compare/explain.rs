//! Says how two quantities differ, and what the English might be.

use super::super::interval::{Interval, Value, product, whole};
use super::super::{Dimension, Kind};
use super::Item;

/// How `en` differs from `zh`, in a few words.
pub(super) fn explanation(zh: &Item<'_>, en: &Item<'_>) -> String {
    let (z, e) = (zh.quantity, en.quantity);
    let unit = |item: &Item<'_>| item.quantity.unit.map(|unit| unit.dimension());
    if let (Some(zh_unit), Some(en_unit)) = (unit(zh), unit(en))
        && zh_unit != en_unit
    {
        return match (zh_unit, en_unit) {
            (Dimension::Currency(zh), Dimension::Currency(en)) => format!("{zh} became {en}"),
            _ => "the units differ".to_owned(),
        };
    }
    if let (Kind::Percent, Kind::Number) | (Kind::Number, Kind::Percent) = (z.kind, e.kind) {
        return "percent stands on one side only".to_owned();
    }
    let (zh_value, en_value) = (&z.value, &e.value);
    if zh_value.is_open()
        && en_value.is_open()
        && zh_value.low().is_some() != en_value.low().is_some()
    {
        return "the bound is reversed".to_owned();
    }
    if zh_value.is_point() != en_value.is_point()
        && !zh_value.is_open()
        && !en_value.is_open()
        && zh_value.overlaps(en_value)
    {
        return if zh_value.is_point() {
            "one value became a range"
        } else {
            "a range became one value"
        }
        .to_owned();
    }
    let opposite =
        zh_value.map(|value| Some(whole(0) - value)).is_some_and(|opposite| opposite == *en_value);
    if opposite {
        return "the sign is missing".to_owned();
    }
    match (zh_value.some_end(), en_value.some_end()) {
        (Some(zh_end), Some(en_end)) if zh_end > whole(0) && en_end > whole(0) => {
            magnitude(zh, zh_end, en_end)
        }
        _ => "the values differ".to_owned(),
    }
}

/// "10 times too much: 亿 read as billion", or just that they differ.
fn magnitude(zh: &Item<'_>, zh_value: Value, en_value: Value) -> String {
    let (factor, what) = if en_value > zh_value {
        (product(en_value, zh_value.recip()), "too much")
    } else {
        (product(zh_value, en_value.recip()), "too little")
    };
    let Some(factor) = factor else { return "the values differ".to_owned() };
    let is_power_of_ten = factor.is_integer() && {
        let mut rest = factor.to_integer();
        while rest % 10 == 0 {
            rest /= 10;
        }
        rest == 1
    };
    if !is_power_of_ten {
        return "the values differ".to_owned();
    }
    let quoted = zh.quoted();
    let slip = match (factor.to_integer(), what) {
        (10, "too much") if quoted.contains(['亿', '億']) => ": 亿 read as billion",
        (10, "too little") if quoted.contains(['万', '萬']) && !quoted.contains(['亿', '億']) => {
            ": 万 read as thousand"
        }
        (100, "too little") if quoted.contains(['亿', '億']) => ": 亿 read as million",
        (100, "too much") if quoted.contains(['万', '萬']) => ": 万 read as million",
        _ => "",
    };
    format!("{} times {what}{slip}", Interval::point(factor))
}

/// The English for the Chinese value, where the English differs by a power of ten only: then it is
/// certain what should stand there.
pub(super) fn suggestion(zh: &Item<'_>, en: &Item<'_>) -> Option<String> {
    let (z, e) = (zh.quantity, en.quantity);
    if z.kind != e.kind || z.unit != e.unit || !z.value.is_point() || !e.value.is_point() {
        return None;
    }
    let value = z.value.low()?;
    if !explanation(zh, en).contains(" times too ") {
        return None;
    }
    let (number, scale) = scaled(value)?;
    match (z.kind, z.unit) {
        (Kind::Money, Some(unit)) if unit.is_dollar() && en.quoted().starts_with('$') => {
            Some(format!("${number}{scale}"))
        }
        (Kind::Number, None) if e.span.len() as usize == en.quoted().len() => {
            Some(format!("{number}{scale}"))
        }
        _ => None,
    }
}

/// A value as English writes it: 5 billion, 25,000.
fn scaled(value: Value) -> Option<(String, &'static str)> {
    let scales: [(i128, &str); 4] = [
        (1_000_000_000_000, " trillion"),
        (1_000_000_000, " billion"),
        (1_000_000, " million"),
        (1, ""),
    ];
    let (unit, name) = scales.into_iter().find(|(unit, _)| value >= whole(*unit))?;
    Some((Interval::point(value / whole(unit)).to_string(), name))
}
