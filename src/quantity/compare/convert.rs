//! Puts two quantities on one scale: units, shares, dates, times of day.

use super::super::interval::{Interval, Value, power_of_ten, product, sum, whole};
use super::super::zh::reign_before;
use super::super::{Dimension, Kind, Quantity, Unit, Weight};
use super::Item;
use super::said::{
    has_article, is_american, is_anniversary, is_factor, is_goal, is_half, is_local_dollar,
    is_occasion, is_of_the_republic, is_rest, morning_en, morning_zh, names_its_unit, says,
    says_points, says_saved, says_what_is_left, shares_percent, top_of_ratio, zh_counts_characters,
};
use super::units::with_units;

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
            let off = off.iter().any(|word| behind.starts_with(word)) || says_saved(en);
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
        // 剩下的三分之一: the remaining third; "a third came out of it"
        (Fraction, Ordinal)
            if Some(z.value) == reciprocal(&e.value) && (is_rest(en) || has_article(en)) =>
        {
            Some((z.value, z.value))
        }
        // 十一世纪初: "the beginning of the eleventh"
        (Century, Ordinal) => as_they_are,
        // 八月: the eighth lunar month
        (Month, Ordinal) => as_they_are,
        // 一刻钟: thirty minutes and then fifteen
        (Duration, Number) if z.is_in("quarter of an hour") => {
            let minutes = z.value.map(|quarters| product(quarters, whole(15)))?;
            Some((if minutes == e.value { minutes } else { z.value }, e.value))
        }
        // 降到原来的十分之一: "drop tenfold"
        (Fraction | Percent, Multiple) if en.quoted().ends_with("fold") && is_goal(zh) => {
            let part = if z.kind == Percent { by_hundred(&z.value)? } else { z.value };
            Some((part, reciprocal(&e.value)?))
        }
        // 缩短了一半以上: "less than half the time"
        (Fraction, Fraction) if says_what_is_left([zh, en]) => Some((e.value, e.value)),
        // 八个字: "four words"
        (Number, Number) if zh_counts_characters(zh) && says(en, "word") => {
            Some((e.value, e.value))
        }
        // 两个数量级 against "a factor of two"
        (Measure, Number) if is_factor(en) && powers(z).is_some() => Some((powers(z)?, e.value)),
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
        // 七折七折往下叫: "multiplying by 0.7"
        (Percent, Number) if zh.quoted().ends_with('折') && e.value.high() < Some(whole(1)) => {
            Some((by_hundred(&z.value)?, e.value))
        }
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
            Some((z.value.map(|value| product(sum(value, whole(-1))?, whole(100)))?, e.value))
        }
        // 40 尺高柜: a foot is called so, too.
        (Measure, Measure) if z.is_in("chi") && e.is_in("foot") && z.value == e.value => {
            as_they_are
        }
        // 65 寸: the diagonal of a screen in inches
        (Measure, Measure) if z.is_in("cun") && e.is_in("inch") && z.value == e.value => {
            as_they_are
        }
        // 千里之外: "a thousand miles away"
        (Measure, Measure) if z.is_in("li") && e.is_in("mile") && is_figure_of_speech(zh) => {
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
        (Money, Money) if z.is_in("JPY") && en.quoted().starts_with(['¥', '￥']) => as_they_are,
        (Money, Money) if is_american(en) && e.is_in("USD") && z.unit != e.unit => None,
        (Money, Money) if is_local_dollar(zh, en) => as_they_are,
        // 三毛: "thirty cents", whatever the money
        (Money, Money) if is_small_change(z) && e.is_in("USD cent") => {
            let of_one = |quantity: &Quantity| {
                quantity.value.map(|value| product(value, quantity.unit?.factor()))
            };
            Some((of_one(z)?, of_one(e)?))
        }
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
        // 康熙六十一年: 1722
        (Ordinal, Year | Number)
            if year_of_reign(zh).is_some() && e.value.low() > Some(whole(600)) =>
        {
            Some((Interval::point(year_of_reign(zh)?), e.value))
        }
        // A bare number between 1800 and 2100 is taken for a year, and may be something else.
        (Ordinal | Money | Duration | Measure | Multiple, Year) => as_they_are,
        // 十个里有九个: "nine out of ten"
        (Number, Fraction) if z.weight < Weight::Full && Some(z.value) == top_of_ratio(en) => {
            Some((z.value, z.value))
        }
        // 六四年: "in sixty-four"
        (Year, Number) if e.value.high() < Some(whole(100)) && e.value.low() >= Some(whole(13)) => {
            let short = |value: Value| Some(whole(value.to_integer().rem_euclid(100)));
            Some((z.value.map(short)?, e.value))
        }
        // A unit may be left out, a count be written as an ordinal, a year without its 年.
        // 每五个人有一个: one in five.
        (Number, Fraction) if z.value.is_point() && Some(e.value) == reciprocal(&z.value) => {
            Some((e.value, e.value))
        }
        // 写着十二点: "twelve o'clock"
        (Number, Time) if zh_says_oclock(zh) => {
            let minutes = z.value.map(|hour| product(hour, whole(60)))?;
            Some((minutes, e.value))
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
            let minutes = sum(product(e.value.high()?, whole(60))?, -e.value.low()?)?;
            Some((z.value, Interval::point(minutes)))
        }
        // 今晚八点: "at eight tonight"
        (Time, Number) => {
            let hours = z.value.map(|value| Some(value / whole(60)))?;
            let evening = z.value.map(|value| sum(value / whole(60), whole(-12)))?;
            Some((if evening == e.value { evening } else { hours }, e.value))
        }
        (Month, Number) => as_they_are,
        _ => None,
    }
}

/// The year of our era that is counted from the beginning of a reign.
fn year_of_reign(zh: &Item<'_>) -> Option<Value> {
    let before = zh.text.get(..zh.quantity.span.start() as usize)?;
    let year = zh.quantity.value.low().filter(|_| zh.quoted().ends_with('年'))?;
    sum(year, whole(reign_before(before)? - 1))
}

/// Whether 点 stands behind a number that may be an hour.
fn zh_says_oclock(zh: &Item<'_>) -> bool {
    let behind = zh.text.get(zh.quantity.span.end() as usize..).unwrap_or_default();
    behind.starts_with(['点', '點']) || zh.quoted().ends_with(['点', '點'])
}

/// Whether a distance is no more than far: 百里, 千里, 万里.
fn is_figure_of_speech(zh: &Item<'_>) -> bool {
    matches!(zh.quoted(), "百里" | "千里" | "万里" | "萬里")
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

/// Whether a range of values lies within the ten that a decade of a life, or of prices, has.
fn is_within_decade(values: &Interval, decade: &Interval) -> bool {
    let (Some(low), Some(high), Some(first)) = (values.low(), values.high(), decade.low()) else {
        return false;
    };
    first < whole(100) && low >= first && high < first + whole(10)
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

/// Whether money is counted in tenths or hundredths of a yuan: 两毛五.
fn is_small_change(quantity: &Quantity) -> bool {
    quantity.is_in("CNY jiao") || quantity.is_in("CNY fen")
}

fn reciprocal(value: &Interval) -> Option<Interval> {
    value.map(|value| (value > whole(1)).then(|| value.recip()))
}
