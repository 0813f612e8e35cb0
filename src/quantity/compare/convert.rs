//! Puts two quantities on one scale: units, shares, dates, times of day.

use super::super::interval::{Interval, Value, power_of_ten, product, sum, whole};
use super::super::{Dimension, Kind, Quantity, Unit, Weight, read};
use super::Item;
use crate::text::{Side, simplify};

/// The two values on one scale, where there is one.
pub(super) fn comparable(zh: &Item<'_>, en: &Item<'_>) -> Option<(Interval, Interval)> {
    use Kind::{
        Century, Day, Decade, Duration, Fraction, Measure, Money, Month, Multiple, Number, Ordinal,
        Percent, Time, Year,
    };
    let (z, e) = (zh.quantity, en.quantity);
    let as_they_are = Some((z.value, e.value));
    let by_hundred = |value: &Interval| value.map(|value| Some(value / whole(100)));
    match (z.kind, e.kind) {
        (Percent, Percent) => {
            // 八折: 20 percent off.
            let behind = en.text.get(e.span.end() as usize..).unwrap_or_default().trim_start();
            let off = ["off", "discount", "below", "less", "lower", "cheaper", "under"];
            let off = off.iter().any(|word| behind.starts_with(word));
            if off && zh.quoted().ends_with('折') {
                return Some((z.value, e.value.map(|value| Some(whole(100) - value))?));
            }
            as_they_are
        }
        // 1.5 倍: 50 percent larger; 涨了一倍半: an increase of 150 percent.
        (Multiple, Percent) => {
            let all = z.value.map(|times| product(times, whole(100)))?;
            let more = all.map(|all| sum(all, whole(-100)))?;
            Some((if more == e.value { more } else { all }, e.value))
        }
        // 三毛: "0.3" of what was named before
        (Money, Number) if z.unit.is_some_and(|unit| unit.factor() < whole(1)) => {
            let factor = z.unit?.factor();
            let whole_units = z.value.map(|value| product(value, factor))?;
            let same = whole_units.some_end() == e.value.some_end();
            Some((if same { whole_units } else { z.value }, e.value))
        }
        // 剩下的三分之一: the remaining third
        (Fraction, Ordinal) if Some(z.value) == reciprocal(&e.value) && is_rest(en) => {
            Some((z.value, z.value))
        }
        // 十一世纪初: "the beginning of the eleventh"
        (Century, Ordinal) => as_they_are,
        // 八月: the eighth lunar month
        (Month, Ordinal) => as_they_are,
        // 一刻钟: thirty minutes and then fifteen
        (Duration, Number) if is_called(z, "quarter of an hour") => {
            let minutes = z.value.map(|quarters| product(quarters, whole(15)))?;
            Some((if minutes == e.value { minutes } else { z.value }, e.value))
        }
        // 降到百分之一: "fell by a factor of a hundred"
        (Percent, Number) if is_factor(en) => Some((by_hundred(&z.value)?, reciprocal(&e.value)?)),
        (Fraction, Number) if is_factor(en) => Some((z.value, reciprocal(&e.value)?)),
        // "rose from 5.2 to 5.7 percent"
        (Percent, Number) if shares_percent(en) => as_they_are,
        // 上半年 is no "first time".
        (Ordinal, Ordinal) if is_half(zh) && is_occasion(en) => None,
        // 百分之十几: "in the teens"
        (Percent, Number) if en.quoted() == "teens" => as_they_are,
        // 25 个百分点: "25 points"
        (Percent, Number) if says_points(en) => as_they_are,
        (Percent, Fraction) => Some((by_hundred(&z.value)?, e.value)),
        // 三分之一 is 33 %, which was rounded.
        (Fraction, Percent) if is_rounded_share(z, e) => Some((e.value, e.value)),
        (Fraction, Percent) => Some((z.value, by_hundred(&e.value)?)),
        // 上午九点 against "9 p.m."
        (Time, Time) if morning_zh(zh).is_some_and(|zh| morning_en(en) == Some(!zh)) => None,
        // 七点一刻: "a quarter past"
        (Time, Time) if en.quoted().ends_with(" past") || en.quoted().ends_with(" to") => {
            let minutes = |value: Value| Some(whole(value.to_integer().rem_euclid(60)));
            Some((z.value.map(minutes)?, e.value))
        }
        (Time, Time) => {
            let half_day = |value: &Interval| {
                value.map(|value| Some(whole(value.to_integer().rem_euclid(720))))
            };
            Some((half_day(&z.value)?, half_day(&e.value)?))
        }
        (Decade, Decade) => {
            let short = |value: &Interval| value.low().is_some_and(|low| low < whole(100));
            if short(&z.value) || short(&e.value) {
                let in_century = |value: &Interval| {
                    value.map(|value| Some(whole(value.to_integer().rem_euclid(100))))
                };
                return Some((in_century(&z.value)?, in_century(&e.value)?));
            }
            as_they_are
        }
        // 2 小时 8 分钟: 2:08
        (Duration, Time) if z.unit.is_some_and(|unit| unit.dimension() == Dimension::Time) => {
            let minutes = z.unit?.factor() / whole(60);
            Some((z.value.map(|value| product(value, minutes))?, e.value))
        }
        // 三十多岁: in her thirties
        (Duration, Decade)
            if z.unit.is_some_and(|unit| unit.name(false) == "year")
                && (z.approximate || z.value.is_point()) =>
        {
            let low = z.value.low().filter(|low| *low < whole(100))?;
            Some((Interval::point(low), e.value))
        }
        // 四十周年: the 40th anniversary
        (Duration, Ordinal) if is_anniversary(zh) => as_they_are,
        // 0.5 个百分点: 50 basis points
        (Percent, Measure) => Some((z.value, shares(e)?)),
        (Measure, Percent) => Some((shares(z)?, e.value)),
        (Century, Decade) => {
            Some((z.value.map(|value| Some((value - whole(1)) * whole(100)))?, e.value))
        }
        // 40 尺高柜: a foot is called so, too.
        (Measure, Measure) if is_called(z, "chi") && is_called(e, "foot") && z.value == e.value => {
            as_they_are
        }
        // 四十五六: "in my mid-forties"; 八十几美元: "in the eighties"
        (Number | Duration | Money | Measure, Decade)
            if !z.value.is_point() && is_within_decade(&z.value, &e.value) =>
        {
            Some((e.value, e.value))
        }
        // 百分之十五分位: "the fifteenth percentile"
        (Percent | Number, Ordinal) if says(en, "percentile") => as_they_are,
        // ¥ stands for the yuan and for the yen.
        (Money, Money) if is_called(z, "JPY") && en.quoted().starts_with(['¥', '￥']) => {
            as_they_are
        }
        (Money, Money) if is_american(en) && is_called(e, "USD") && z.unit != e.unit => None,
        (Money, Money) if is_local_dollar(zh, e) => as_they_are,
        // 70 分钟以后: after the 70th minute
        (Duration, Ordinal) if names_its_unit(en, z) => as_they_are,
        (Duration | Money | Measure, Duration | Money | Measure) => with_units(z, e),
        // A "250m" may be metres as well as millions.
        (Measure, Number) if en.quoted().ends_with('m') && z.unit == Unit::named("metre") => {
            Some((z.value, e.value.map(|value| Some(value / whole(1_000_000)))?))
        }
        (Multiple, Measure) => Some((z.value, powers(e)?)),
        (Measure, Multiple) => Some((powers(z)?, e.value)),
        _ if z.kind == e.kind => as_they_are,
        // 84 年 against 1984, 90 后 against "after 1990"
        (Duration | Decade, Year) if z.value.low().is_some_and(|low| low < whole(100)) => {
            let year = |value: Value| Some(whole(value.to_integer().rem_euclid(100)));
            let short = e.value.map(year)?;
            Some((z.value, if short == z.value { short } else { e.value }))
        }
        // 民国三十八年: the 38th year of the Republic
        (Year, Ordinal | Number) if is_of_the_republic(zh) => {
            Some((z.value, e.value.map(|year| sum(year, whole(1911)))?))
        }
        // A bare number between 1800 and 2100 is taken for a year, and may be something else.
        (Ordinal | Money | Duration | Measure | Multiple, Year) => as_they_are,
        // 十个里有九个: "nine out of ten"
        (Number, Fraction) if z.weight < Weight::Full && Some(z.value) == top_of_ratio(en) => {
            Some((z.value, z.value))
        }
        // A unit may be left out, a count be written as an ordinal, a year without its 年.
        // 每五个人有一个: one in five.
        (Number, Fraction) if z.value.is_point() && Some(e.value) == reciprocal(&z.value) => {
            Some((e.value, e.value))
        }
        (Number, Ordinal | Money | Duration | Measure | Multiple | Year | Day | Time | Decade)
        | (Ordinal | Money | Duration | Measure | Multiple | Year | Day | Decade, Number)
        | (Ordinal, Day | Century)
        | (Day, Ordinal)
        | (Fraction, Multiple | Duration | Measure)
        | (Duration | Measure, Fraction)
        | (Multiple, Fraction | Ordinal)
        | (Number, Fraction)
        | (Fraction, Number) => as_they_are,
        // 差五分八点: "five to eight", which was read as a range.
        (Time, Number) if !e.value.is_point() && !e.value.is_open() => {
            let minutes = e.value.high()? * whole(60) - e.value.low()?;
            Some((z.value, Interval::point(minutes)))
        }
        (Time, Number) => Some((z.value.map(|value| Some(value / whole(60)))?, e.value)),
        (Month, Number) => as_they_are,
        _ => None,
    }
}

/// Whether the unit of a quantity has that name.
fn is_called(quantity: &Quantity, name: &str) -> bool {
    quantity.unit.is_some_and(|unit| unit.name(false) == name)
}

/// Whether a dollar is said to be American: a bare one may be any.
fn is_american(item: &Item<'_>) -> bool {
    let quoted = item.quoted();
    quoted.starts_with("US") || quoted.contains("US dollar") || quoted.contains("U.S. dollar")
}

/// Whether a bare 元 is what the English calls by the money of the place that the Chinese speaks of, or whose
/// script it is written in.
fn is_local_dollar(zh: &Item<'_>, en: &Quantity) -> bool {
    let places: &[&str] = match en.unit.map(|unit| unit.name(false)) {
        Some("TWD") => &["台湾", "台北", "台中", "台南", "高雄", "台币"],
        Some("HKD") => &["香港", "港岛", "九龙", "新界", "港"],
        Some("SGD") => &["新加坡", "狮城"],
        _ => return false,
    };
    let bare = is_called(zh.quantity, "CNY") && zh.quoted().ends_with(['元', '块', '塊', '圓']);
    // The start of a text tells where it was written.
    let start = &zh.text[..zh.text.floor_char_boundary(2000)];
    bare && (start.contains(|c| simplify(c) != c)
        || places.iter().any(|place| start.contains(place)))
}

/// Whether the unit of `zh` stands behind an ordinal: the 70th minute.
fn names_its_unit(ordinal: &Item<'_>, zh: &Quantity) -> bool {
    let behind = ordinal.text.get(ordinal.quantity.span.end() as usize..).unwrap_or_default();
    let word = behind.trim_start_matches([' ', '-']);
    zh.unit.is_some_and(|unit| {
        word.strip_prefix(unit.name(false))
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    })
}

/// Whether a bare number shares the percent sign of the one behind it: 5.2 to 5.7 percent.
fn shares_percent(en: &Item<'_>) -> bool {
    let behind = en.text.get(en.quantity.span.end() as usize..).unwrap_or_default().trim_start();
    let second = behind.strip_prefix("to ").or_else(|| behind.strip_prefix("and "));
    let unit =
        second.map(|second| second.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'));
    unit.is_some_and(|unit| {
        unit.len() < second.map_or(0, str::len)
            && (unit.starts_with('%') || unit.trim_start().starts_with("percent"))
    })
}

/// Whether an ordinal is what is left of a whole: the remaining third.
fn is_rest(en: &Item<'_>) -> bool {
    let before = en.text.get(..en.quantity.span.start() as usize).unwrap_or_default().trim_end();
    ["remaining", "other", "bottom", "top", "final"].iter().any(|word| before.ends_with(word))
}

/// Whether years are counted to a birthday or an anniversary, which English puts in an order.
pub(super) fn is_anniversary(item: &Item<'_>) -> bool {
    ["岁", "歲", "周年", "週年"].iter().any(|word| item.quoted().ends_with(word))
}

/// Orders of magnitude as a multiple.
fn powers(quantity: &Quantity) -> Option<Interval> {
    quantity.unit.filter(|unit| unit.dimension() == Dimension::Magnitude)?;
    let exponent = quantity.value.low().filter(|_| quantity.value.is_point())?.to_integer();
    Some(Interval::point(power_of_ten(u32::try_from(exponent).ok()?)?))
}

/// Basis points as percent.
pub(super) fn shares(quantity: &Quantity) -> Option<Interval> {
    let unit = quantity.unit.filter(|unit| unit.dimension() == Dimension::Share)?;
    quantity.value.map(|value| product(value, unit.factor()))
}

/// Whether a Chinese time says that it is before noon, or that it is after. Twelve is either.
fn morning_zh(item: &Item<'_>) -> Option<bool> {
    let hour = item.quantity.value.low()?.to_integer() / 60;
    let before = item.text.get(..item.quantity.span.start() as usize)?.trim_end();
    let said = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    match hour {
        0 => Some(true),
        12 | 24 => None,
        13.. => Some(false),
        _ if said(&["上午", "早上", "早晨", "清晨", "凌晨"]) => Some(true),
        _ => None,
    }
}

/// The same of an English time.
fn morning_en(item: &Item<'_>) -> Option<bool> {
    let hour = item.quantity.value.low()?.to_integer() / 60;
    let quoted = item.quoted().to_ascii_lowercase();
    let behind = item.text.get(item.quantity.span.end() as usize..).unwrap_or_default();
    let noon =
        quoted.contains("pm") || quoted.contains("p.m") || behind.starts_with(" in the after");
    match hour {
        12 if noon => Some(false),
        0 | 12 | 24 => None,
        13.. => Some(false),
        _ if quoted.contains("am") || quoted.contains("a.m") => Some(true),
        _ => None,
    }
}

/// Whether a year was counted from the founding of the Republic of China.
fn is_of_the_republic(item: &Item<'_>) -> bool {
    let start = item.quantity.span.start() as usize;
    let end = item.quantity.span.end() as usize;
    let said = |text: Option<&str>| {
        text.is_some_and(|text| {
            text.trim_end().ends_with("民国") || text.trim_end().ends_with("民國")
        })
    };
    said(item.text.get(..start))
        || item.text.get(start..end).is_some_and(|own| own.starts_with('民'))
}

/// Whether "points" stands behind a number, or the smallest steps of a rate of exchange.
fn says_points(item: &Item<'_>) -> bool {
    let behind = item.text.get(item.quantity.span.end() as usize..).unwrap_or_default();
    behind.trim_start().starts_with("point") || behind.trim_start().starts_with("pip")
}

/// The first number of "nine out of ten".
fn top_of_ratio(en: &Item<'_>) -> Option<Interval> {
    let (top, _) = en.quoted().split_once(" out of ").or_else(|| en.quoted().split_once(" in "))?;
    let [only] = &read(Side::En, top)[..] else { return None };
    Some(only.value)
}

/// Whether `word` stands behind an English quantity.
fn says(en: &Item<'_>, word: &str) -> bool {
    let behind = en.text.get(en.quantity.span.end() as usize..).unwrap_or_default();
    behind.trim_start().starts_with(word)
}

/// Whether a range of values lies within the ten that a decade of a life, or of prices, has.
fn is_within_decade(values: &Interval, decade: &Interval) -> bool {
    let (Some(low), Some(high), Some(first)) = (values.low(), values.high(), decade.low()) else {
        return false;
    };
    first < whole(100) && low >= first && high < first + whole(10)
}

/// Whether an ordinal is a half of a year or of a match.
fn is_half(zh: &Item<'_>) -> bool {
    zh.quoted().starts_with(['上', '下', '前', '后']) && zh.quoted().contains('半')
}

/// Whether an ordinal counts occasions: the first time.
fn is_occasion(en: &Item<'_>) -> bool {
    let behind = en.text.get(en.quantity.span.end() as usize..).unwrap_or_default();
    behind.trim_start().starts_with("time")
}

/// Whether `percent` is `fraction`, which is no decimal, to the next whole number.
fn is_rounded_share(fraction: &Quantity, percent: &Quantity) -> bool {
    let (Some(part), Some(percent)) = (fraction.value.low(), percent.value.low()) else {
        return false;
    };
    let (Some(exact), points) = (product(part, whole(100)), fraction.value.is_point()) else {
        return false;
    };
    points && !exact.is_integer() && (percent == exact.floor() || percent == exact.ceil())
}

/// Whether the English says by which factor something changed.
fn is_factor(item: &Item<'_>) -> bool {
    let before = item.text.get(..item.quantity.span.start() as usize).unwrap_or_default();
    before.trim_end().ends_with("factor of")
}

fn reciprocal(value: &Interval) -> Option<Interval> {
    value.map(|value| (value > whole(1)).then(|| value.recip()))
}

/// Whether a unit is of those whose conversion to metric ones leaves a remainder.
fn is_imperial(unit: Unit) -> bool {
    matches!(
        unit.name(false),
        "inch"
            | "foot"
            | "yard"
            | "mile"
            | "nautical mile"
            | "ounce"
            | "pound"
            | "acre"
            | "gallon"
            | "square foot"
            | "square mile"
    )
}

/// Whether two values that were converted into each other differ by no more than rounding: half of what the
/// last digit counts that is no zero, and a twentieth of the whole. `written` is as they stand in their texts,
/// `based` the same in one unit.
fn rounds_to(written: [&Interval; 2], based: [&Interval; 2]) -> bool {
    let near = |end: fn(&Interval) -> Option<Value>| {
        let ends = [written[0], written[1], based[0], based[1]].map(end);
        let [Some(zh), Some(en), Some(zh_based), Some(en_based)] = ends else {
            return ends.iter().all(Option::is_none);
        };
        is_near([zh, en], [zh_based, en_based]).unwrap_or(false)
    };
    near(Interval::low) && near(Interval::high)
}

/// The same of single values, as far as that can be worked out.
fn is_near(written: [Value; 2], based: [Value; 2]) -> Option<bool> {
    if based.iter().any(|value| *value <= Value::ZERO) {
        return Some(based[0] == based[1]);
    }
    let apart = sum(based[0].max(based[1]), -based[0].min(based[1]))?;
    // How far either may be from what it was rounded from, by its share of the value.
    let slack = |side: usize| {
        // What is said as a fraction is said roughly.
        let share = match last_digit(written[side]) {
            Some(digit) => product(digit, product(whole(2), written[side])?.recip())?,
            None => Value::new(1, 20),
        };
        product(share, based[side])
    };
    let slack = slack(0)?.max(slack(1)?);
    Some(apart <= slack && product(apart, whole(20))? <= based[1])
}

/// What the last digit of a decimal counts that is no zero: a hundred in 3,900, a tenth in 6.2.
fn last_digit(value: Value) -> Option<Value> {
    let holds = |digit: Value| Some(product(value, digit.recip())?.is_integer());
    let mut digit = whole(1);
    if holds(digit)? {
        while digit < value && holds(digit * whole(10))? {
            digit *= whole(10);
        }
        return Some(digit);
    }
    // Thirds have no last digit.
    while !holds(digit)? {
        digit /= whole(10);
        (digit >= Value::new(1, 1_000_000)).then_some(())?;
    }
    Some(digit)
}

/// Values with units, in base units of their dimension.
fn with_units(zh: &Quantity, en: &Quantity) -> Option<(Interval, Interval)> {
    let (Some(z), Some(e)) = (zh.unit, en.unit) else { return Some((zh.value, en.value)) };
    let based = |value: &Interval, unit: Unit| value.map(|value| Some(value * unit.factor()));
    match (z.dimension(), e.dimension()) {
        // 10 公里 is 6.2 miles, which was rounded.
        (a, b) if a == b && is_imperial(z) != is_imperial(e) => {
            let (zh_based, en_based) = (based(&zh.value, z)?, based(&en.value, e)?);
            let same = rounds_to([&zh.value, &en.value], [&zh_based, &en_based]);
            Some((if same { en_based } else { zh_based }, en_based))
        }
        (a, b) if a == b => Some((based(&zh.value, z)?, based(&en.value, e)?)),
        // Six weeks for a month and a half: a month is four of them to most people.
        (Dimension::Calendar, Dimension::Time)
            if (z.name(false), e.name(false)) == ("month", "week") =>
        {
            Some((zh.value.map(|months| product(months, whole(4)))?, en.value))
        }
        // A dollar sign may be any dollar, a pound be money.
        (Dimension::Currency(dollar), Dimension::Currency(_))
            if e.is_dollar() && matches!(dollar, "HKD" | "TWD" | "AUD" | "CAD" | "SGD" | "NZD") =>
        {
            Some((zh.value, en.value))
        }
        (Dimension::Currency("GBP"), Dimension::Mass) if e.name(false) == "pound" => {
            Some((zh.value, en.value))
        }
        // 38 度 is 100.4 °F, which may be rounded.
        (Dimension::Degree, Dimension::Fahrenheit) => {
            let converted =
                zh.value.map(|value| sum(product(value, Value::new(9, 5))?, whole(32)))?;
            // Ovens are set by steps of 25 °F: 180 °C is 350 °F there.
            let oven = |fahrenheit: Value| {
                fahrenheit >= whole(200) && (fahrenheit / whole(25)).is_integer()
            };
            let slack = |fahrenheit: Value| if oven(fahrenheit) { whole(13) } else { whole(1) };
            let near = |one: Option<Value>, other: Option<Value>| match (one, other) {
                (Some(one), Some(other)) => one.max(other) - one.min(other) < slack(other),
                (one, other) => one == other,
            };
            let same =
                near(converted.low(), en.value.low()) && near(converted.high(), en.value.high());
            Some((if same { en.value } else { converted }, en.value))
        }
        // 度 is what people call a kilowatt-hour.
        (Dimension::Degree, Dimension::Energy) => Some((zh.value, en.value)),
        // A week is seven days, but a year is no whole number of them.
        _ => None,
    }
}
