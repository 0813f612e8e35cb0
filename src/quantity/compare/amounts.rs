//! Chinese money, lengths of time and measures beside what the English says instead: 三十多岁 is "in her thirties",
//! 2 小时 8 分钟 is 2:08.

use super::super::interval::{Interval, Value, sum, whole};
use super::super::{Dimension, Kind, Quantity, Unit};
use super::item::Item;
use super::said::{
    is_american, is_anniversary, is_factor, is_local_dollar, is_three_quarters, names_its_unit,
    says,
};
use super::scale::{Scaled, as_written, either, powers, remainder, shares, the_same, times};
use super::units::with_units;

/// 五块, 50 亿美元.
pub(super) fn money(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    let (z, e) = (zh.quantity, en.quantity);
    match e.kind {
        Kind::Money => money_in_money(zh, en),
        Kind::Duration | Kind::Measure => with_units(z, e),
        // 每要一美元，只给 43 美分: "43 cents on the dollar"
        Kind::Percent if z.is_in("USD cent") && en.quoted().ends_with("dollar") => {
            as_written(zh, en)
        }
        // 三毛: "0.3" of what was named before
        Kind::Number if z.unit.is_some_and(|unit| unit.factor() < whole(1)) => {
            let whole_units = times(&z.value, z.unit?.factor())?;
            let same = whole_units.some_end() == e.value.some_end();
            Some((if same { whole_units } else { z.value }, e.value))
        }
        Kind::Decade => within_decade(zh, en),
        // A bare number between 1800 and 2100 is taken for a year, and may be something else.
        Kind::Number | Kind::Year => as_written(zh, en),
        _ => None,
    }
}

fn money_in_money(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    let (z, e) = (zh.quantity, en.quantity);
    match () {
        // ¥ stands for the yuan and for the yen.
        () if z.is_in("JPY") && en.quoted().starts_with(['¥', '￥']) => as_written(zh, en),
        // 一点三欧分: "one point three cents"
        () if z.unit.is_some_and(|unit| unit.name(false).ends_with(" cent"))
            && e.is_in("USD cent")
            && !is_american(en) =>
        {
            as_written(zh, en)
        }
        () if is_american(en) && e.is_in("USD") && z.unit != e.unit => None,
        // 每公升调涨3角: "NT$0.3"
        () if is_local_dollar(zh, en) => Some((times(&z.value, z.unit?.factor())?, e.value)),
        // 七千块: "7,000 yuan", in a talk that counts in dollars
        () if e.is_in("CNY") && zh.quoted().ends_with(['块', '钱']) && !is_chinese(z) => {
            as_written(zh, en)
        }
        // 二十块钱: "20 bucks", of any money
        () if is_chinese(z)
            && zh.quoted().ends_with(['块', '钱'])
            && en.quoted().ends_with("bucks") =>
        {
            as_written(zh, en)
        }
        // 欠我八十二万美金……拿回来四万块: "forty thousand dollars"
        () if is_chinese(z)
            && zh.quoted().ends_with('块')
            && e.is_in("USD")
            && ["美元", "美金"].iter().any(|dollars| zh.text.contains(dollars)) =>
        {
            as_written(zh, en)
        }
        // 三毛: "thirty cents", whatever the money
        () if is_small_change(z) && e.is_in("USD cent") => {
            let of_one = |quantity: &Quantity| times(&quantity.value, quantity.unit?.factor());
            Some((of_one(z)?, of_one(e)?))
        }
        () => with_units(z, e),
    }
}

/// Whether money is yuan or a part of them.
fn is_chinese(quantity: &Quantity) -> bool {
    quantity.unit.is_some_and(|unit| unit.dimension() == Dimension::Currency("CNY"))
}

/// 三年, 两小时, 三十岁.
pub(super) fn duration(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    let (z, e) = (zh.quantity, en.quantity);
    match e.kind {
        Kind::Duration | Kind::Money | Kind::Measure => with_units(z, e),
        // 距今约 5000 年: "c. 3000 BCE"
        Kind::Number | Kind::Year if is_counted_back(zh, en) => {
            either(z.value, z.value.map(|years| sum(years, whole(-2000)))?, en)
        }
        // 一刻钟: thirty minutes and then fifteen
        Kind::Number if z.is_in("quarter of an hour") => {
            either(times(&z.value, whole(15))?, z.value, en)
        }
        // 还剩 2 分 14 秒: "with 2:14 left"
        Kind::Time if z.is_in("second") && !en.quoted().ends_with(['m', 'M', '.']) => {
            either(z.value, times(&z.value, Value::new(1, 60))?, en)
        }
        // 2 小时 8 分钟: 2:08
        Kind::Time if z.unit.is_some_and(|unit| unit.dimension() == Dimension::Time) => {
            Some((times(&z.value, z.unit?.factor() / whole(60))?, e.value))
        }
        // 三十五岁上下: "in their mid-thirties"
        Kind::Decade if is_that_part_of_the_decade(zh, en) => the_same(e.value),
        // 三十多岁: in her thirties
        Kind::Decade
            if z.unit.is_some_and(|unit| unit.name(false) == "year")
                && (z.approximate || z.value.is_point()) =>
        {
            let low = z.value.low().filter(|low| *low < whole(100))?;
            Some((Interval::point(low), e.value))
        }
        Kind::Decade => within_decade(zh, en),
        // 四十周年: the 40th anniversary; 70 分钟以后: after the 70th minute
        Kind::Ordinal if is_anniversary(zh) || names_its_unit(en, z) => as_written(zh, en),
        // 八九年: 1989
        Kind::Year if is_year_in_two_digits(zh, en) => the_same(e.value),
        // 84 年 against 1984
        Kind::Year if z.value.low().is_some_and(|low| low < whole(100)) => {
            let short = remainder(&e.value, 100)?;
            Some((z.value, if short == z.value { short } else { e.value }))
        }
        // 三个季度: "three quarters"
        Kind::Fraction if z.is_in("quarter") && is_three_quarters(z, en) => the_same(z.value),
        Kind::Number | Kind::Year | Kind::Fraction => as_written(zh, en),
        _ => None,
    }
}

/// Whether the Chinese counts the years from today, and the English those before our era.
fn is_counted_back(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let before = zh.before().trim_end_matches(['约', '大', '已', '有', '近', ' ']);
    before.ends_with("距今") && says(en, "BC")
}

/// 三米, 10 公里, 两个数量级.
pub(super) fn measure(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    let (z, e) = (zh.quantity, en.quantity);
    match e.kind {
        Kind::Measure if is_called_alike(zh, en) => as_written(zh, en),
        Kind::Measure | Kind::Duration | Kind::Money => with_units(z, e),
        // 两个数量级 against "a factor of two"
        Kind::Number if is_factor(en) && powers(z).is_some() => Some((powers(z)?, e.value)),
        // A "250m" may be metres as well as millions.
        Kind::Number if en.quoted().ends_with('m') && z.unit == Unit::named("metre") => {
            Some((z.value, e.value.map(|value| Some(value / whole(1_000_000)))?))
        }
        // 酒精度 13 度半: "13.5 percent"
        Kind::Percent if z.is_in("degree") && zh.mentions("酒") => as_written(zh, en),
        Kind::Percent => Some((shares(z)?, e.value)),
        Kind::Multiple => Some((powers(z)?, e.value)),
        Kind::Decade => within_decade(zh, en),
        Kind::Number | Kind::Year | Kind::Fraction => as_written(zh, en),
        _ => None,
    }
}

/// Whether the English names the year that 八九年 may be as well as eight or nine years.
fn is_year_in_two_digits(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let years = zh.quantity.value;
    let ends = years.low().zip(years.high()).zip(en.quantity.value.exact());
    let in_two = zh.quoted().strip_suffix('年').is_some_and(|digits| digits.chars().count() == 2);
    in_two
        && ends.is_some_and(|((tens, ones), year)| {
            let said = tens.to_integer() * 10 + ones.to_integer();
            ones == tens + whole(1) && [1900 + said, 2000 + said].contains(&year.to_integer())
        })
}

/// Bytes before a number in which the word before it stands.
const LEAD: usize = 40;

/// Whether an age lies in the part of the decade that the English names: "early", "mid" or "late".
fn is_that_part_of_the_decade(zh: &Item<'_>, en: &Item<'_>) -> bool {
    const PARTS: &[(&str, std::ops::RangeInclusive<i128>)] =
        &[("early", 0..=4), ("mid", 3..=7), ("late", 6..=9)];
    let age = zh.quantity.value.exact().filter(Value::is_integer);
    let Some((age, decade)) = age.zip(en.quantity.value.exact()) else { return false };
    let years = (age - decade).to_integer();
    let before = en.near_before(LEAD).trim_end_matches([' ', '-']).to_ascii_lowercase();
    PARTS.iter().any(|(part, range)| before.ends_with(part) && range.contains(&years))
}

/// Whether two units of different length go by one name here.
fn is_called_alike(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let (z, e) = (zh.quantity, en.quantity);
    // 40 尺高柜: a foot is called so, too.
    z.is_in("chi") && e.is_in("foot") && z.value == e.value
        // 65 寸: the diagonal of a screen in inches
        || z.is_in("cun") && e.is_in("inch") && z.value == e.value
        // 千里之外: "a thousand miles away"
        || z.is_in("li") && e.is_in("mile") && is_figure_of_speech(zh)
}

/// Whether a distance is no more than far: 百里, 千里, 万里.
fn is_figure_of_speech(zh: &Item<'_>) -> bool {
    matches!(zh.quoted(), "百里" | "千里" | "万里")
}

/// Whether money is counted in tenths or hundredths of a yuan: 两毛五.
fn is_small_change(quantity: &Quantity) -> bool {
    quantity.is_in("CNY jiao") || quantity.is_in("CNY fen")
}

/// 四十五六: "in my mid-forties"; 八十几美元: "in the eighties".
pub(super) fn within_decade(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    let (values, decade) = (&zh.quantity.value, en.quantity.value);
    let (low, first) = (values.low()?, decade.low()?);
    // 三十岁出头 has no other end, and ends with the decade, as 三十多 does.
    let open = zh.quoted().ends_with("出头").then_some(low);
    let tens = sum(low, whole(10)).filter(|_| zh.quantity.approximate);
    let high = values.high().or(open)?;
    let high = if Some(high) == tens { low } else { high };
    let within = first < whole(100) && low >= first && high < first + whole(10);
    if values.is_point() || !within {
        return None;
    }
    the_same(decade)
}
