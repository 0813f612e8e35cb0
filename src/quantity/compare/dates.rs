//! Chinese dates and times of day beside what the English says instead: 民国三十八年 is 1949, 七点一刻 "a quarter
//! past".

use super::super::Kind;
use super::super::interval::{Interval, Value, product, sum, whole};
use super::item::Item;
use super::said::{is_of_the_republic, morning_en, morning_zh};
use super::scale::{Scaled, as_written, either, remainder};

/// 十一世纪初: "the beginning of the eleventh".
pub(super) fn century(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    let first_year = |century: Value| product(sum(century, whole(-1))?, whole(100));
    match en.quantity.kind {
        Kind::Decade => Some((zh.quantity.value.map(first_year)?, en.quantity.value)),
        Kind::Century | Kind::Ordinal => as_written(zh, en),
        _ => None,
    }
}

/// 90 年代, 90 后.
pub(super) fn decade(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    let (z, e) = (&zh.quantity.value, &en.quantity.value);
    let short = |value: &Interval| value.low().is_some_and(|low| low < whole(100));
    match en.quantity.kind {
        // 八五后: "born in the late eighties"
        Kind::Decade if short(z) && is_of_the_late(zh, en) => {
            let tens = |year: Value| Some((year / whole(10)).floor() * whole(10));
            Some((z.map(tens)?, remainder(e, 100)?))
        }
        Kind::Decade if short(z) || short(e) => Some((remainder(z, 100)?, remainder(e, 100)?)),
        // 90 后 against "after 1990"
        Kind::Year if short(z) => {
            let in_century = remainder(e, 100)?;
            Some((*z, if in_century == *z { in_century } else { *e }))
        }
        Kind::Decade | Kind::Number => as_written(zh, en),
        _ => None,
    }
}

/// Whether the second half of a decade is meant on both sides.
fn is_of_the_late(zh: &Item<'_>, en: &Item<'_>) -> bool {
    zh.quoted().ends_with("五后") && en.before().trim_end().ends_with("late")
}

/// 1984 年.
pub(super) fn year(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    let (z, e) = (&zh.quantity.value, &en.quantity.value);
    match en.quantity.kind {
        // 民国三十八年: the 38th year of the Republic
        Kind::Ordinal | Kind::Number if is_of_the_republic(zh) => {
            Some((*z, e.map(|year| sum(year, whole(1911)))?))
        }
        // 2035 年前后: "in the mid-thirties"
        Kind::Decade if e.high() < Some(whole(100)) => {
            let tens = |year: Value| Some((year / whole(10)).floor() * whole(10));
            Some((remainder(&z.map(tens)?, 100)?, *e))
        }
        // 六四年: "in sixty-four"
        Kind::Number if e.high() < Some(whole(100)) && e.low() >= Some(whole(13)) => {
            Some((remainder(z, 100)?, *e))
        }
        Kind::Year | Kind::Number => as_written(zh, en),
        _ => None,
    }
}

/// 八月 may be the eighth lunar month.
pub(super) fn month_or_day(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    match en.quantity.kind {
        Kind::Number | Kind::Ordinal => as_written(zh, en),
        // 反复胸闷三月: "a three-month history"
        Kind::Duration if en.quantity.is_in("month") && zh.quoted().ends_with('月') => {
            as_written(zh, en)
        }
        same if same == zh.quantity.kind => as_written(zh, en),
        _ => None,
    }
}

/// 八点.
pub(super) fn time(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    let (z, e) = (&zh.quantity.value, &en.quantity.value);
    match en.quantity.kind {
        // 上午九点 against "9 p.m."
        Kind::Time | Kind::Number
            if morning_zh(zh).is_some_and(|zh| morning_en(en) == Some(!zh)) =>
        {
            None
        }
        // 七点一刻: "a quarter past"
        Kind::Time if en.quoted().ends_with(" past") || en.quoted().ends_with(" to") => {
            Some((remainder(z, 60)?, *e))
        }
        Kind::Time => Some((remainder(z, 720)?, remainder(e, 720)?)),
        // 十点半: "until 10.30"
        Kind::Number if pointed_time(en.quoted()).is_some() => {
            let minutes = Interval::point(whole(pointed_time(en.quoted())?));
            Some((remainder(z, 720)?, remainder(&minutes, 720)?))
        }
        // 差五分八点: "five to eight", which was read as a range.
        Kind::Number if !e.is_point() && !e.is_open() => {
            let minutes = sum(product(e.high()?, whole(60))?, -e.low()?)?;
            Some((remainder(z, 720)?, remainder(&Interval::point(minutes), 720)?))
        }
        // 六点半: "you're up at six-thirty"
        Kind::Number if e.exact().is_some_and(|pairs| pairs > whole(100)) => {
            let pairs = e.exact()?.to_integer();
            let minutes = whole(pairs / 100 * 60 + pairs % 100);
            Some((remainder(z, 720)?, remainder(&Interval::point(minutes), 720)?))
        }
        // 今晚八点: "at eight tonight"
        Kind::Number => {
            let hours = z.map(|value| Some(value / whole(60)))?;
            let evening = z.map(|value| sum(value / whole(60), whole(-12)))?;
            either(evening, hours, en)
        }
        _ => None,
    }
}

/// The minutes after midnight of a time that is written with a point: "until 10.30".
fn pointed_time(quoted: &str) -> Option<i128> {
    let (hour, minutes) = quoted.split_once('.')?;
    let (hour, two): (i128, i128) = (hour.parse().ok()?, minutes.parse().ok()?);
    (hour < 24 && minutes.len() == 2 && two < 60).then_some(hour * 60 + two)
}
