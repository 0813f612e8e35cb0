//! Chinese shares, fractions and multiples beside what the English says instead: 百分之一 is "a factor of a hundred",
//! 一倍半 is "150 percent".

use super::super::interval::{product, sum, whole};
use super::super::{Kind, Quantity, Unit};
use super::item::Item;
use super::left::says_less_by;
use super::said::{
    counts_points, has_article, is_factor, is_goal, says, says_points, says_saved, shares_percent,
};
use super::scale::{
    Scaled, as_written, by_hundred, either, powers, reciprocal, shares, the_same, times,
};

/// 百分之三十, 八折, 25 个百分点.
pub(super) fn percent(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    let (z, e) = (zh.quantity, en.quantity);
    let by_tenths = zh.quoted().ends_with('折');
    match e.kind {
        // 八折: 20 percent off.
        Kind::Percent if by_tenths && says_off(en) => {
            let paid = e.value.map(|value| Some(whole(100) - value))?;
            // 四五折: "55% off", as 八五折 is 15% off
            let digits =
                z.value.low().zip(z.value.high()).map(|(low, high)| low + high / whole(10));
            Some((if paid.exact() == digits { paid } else { z.value }, paid))
        }
        Kind::Percent => as_written(zh, en),
        // 降到原来的十分之一: "drop tenfold"
        Kind::Multiple if is_cut_to(zh, en) => Some((by_hundred(&z.value)?, reciprocal(&e.value)?)),
        // 上浮百分之五十: "one and a half times the rate"
        Kind::Multiple
            if ["上浮", "提高", "增加", "加收"].iter().any(|verb| zh.before().ends_with(verb)) =>
        {
            Some((by_hundred(&z.value)?.map(|share| sum(share, whole(1)))?, e.value))
        }
        // 降到百分之一: "fell by a factor of a hundred"
        Kind::Number if is_factor(en) => Some((by_hundred(&z.value)?, reciprocal(&e.value)?)),
        // "rose from 5.2 to 5.7 percent", "in the teens", "25 points"
        Kind::Number if shares_percent(en) || en.quoted() == "teens" || says_points(en) => {
            as_written(zh, en)
        }
        // 制造业采购经理指数为 49.3%: "the manufacturing PMI came in at 49.3"
        Kind::Number if en.near_before(LEAD).contains("PMI") => as_written(zh, en),
        // 百分之五十的机率: "a fifty-fifty chance"
        Kind::Number if is_fifty_fifty(en) => as_written(zh, en),
        // 三成出头: "the low thirties", "in the 30s"
        Kind::Decade if is_within_ten(z, e) || is_right_above(z, en) => the_same(e.value),
        // 七折七折往下叫: "multiplying by 0.7"
        Kind::Number if by_tenths && e.value.high() < Some(whole(1)) => {
            Some((by_hundred(&z.value)?, e.value))
        }
        // 增益只有三成多: "a gain of a little over 0.3"
        Kind::Number if zh.quoted().contains('成') && is_decimal_share(e) => {
            Some((by_hundred(&z.value)?, e.value))
        }
        // 最后那一成: "the last tenth"
        Kind::Ordinal if is_a_part(zh, en) => the_same(z.value),
        Kind::Fraction => Some((by_hundred(&z.value)?, e.value)),
        // 再降一百个点: "another hundred basis points"
        Kind::Measure if zh.quoted().ends_with("个点") && z.value.low() >= Some(whole(10)) => {
            Some((z.value.map(|points| Some(points / whole(100)))?, shares(e)?))
        }
        // 一米的十亿分之一: "a billionth of a metre"
        Kind::Measure | Kind::Duration
            if en.quoted().contains("th of a") && zh.quoted().contains("分之") =>
        {
            Some((by_hundred(&z.value)?, e.value))
        }
        // 0.5 个百分点: 50 basis points
        Kind::Measure => Some((z.value, shares(e)?)),
        // 百分之十五分位: "the fifteenth percentile"
        Kind::Ordinal if says(en, "percentile") => as_written(zh, en),
        _ => None,
    }
}

/// 三分之一, 一半.
pub(super) fn fraction(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    let (z, e) = (zh.quantity, en.quantity);
    match e.kind {
        // 剩下的三分之一: the remaining third; "a third came out of it"
        Kind::Ordinal if Some(z.value) == reciprocal(&e.value) && has_article(en) => {
            the_same(z.value)
        }
        // 降到原来的十分之一: "drop tenfold"
        Kind::Multiple if is_cut_to(zh, en) => Some((z.value, reciprocal(&e.value)?)),
        Kind::Number if is_factor(en) => Some((z.value, reciprocal(&e.value)?)),
        // 四分之一个点: "a quarter of a point"
        Kind::Percent
            if zh.behind().starts_with('个') && zh.mentions_behind("点") && counts_points(en) =>
        {
            as_written(zh, en)
        }
        // 三分之一 is 33 %, which was rounded.
        Kind::Percent if is_rounded_share(z, e) => the_same(e.value),
        Kind::Percent => Some((z.value, by_hundred(&e.value)?)),
        Kind::Fraction | Kind::Number | Kind::Multiple | Kind::Duration | Kind::Measure => {
            as_written(zh, en)
        }
        // 十六分之一美元: "a sixteenth of a dollar"
        Kind::Money if Unit::starting_zh(zh.behind()).map(|(unit, _)| unit) == e.unit => {
            as_written(zh, en)
        }
        _ => None,
    }
}

/// 三倍.
pub(super) fn multiple(zh: &Item<'_>, en: &Item<'_>) -> Option<Scaled> {
    let (z, e) = (zh.quantity, en.quantity);
    match e.kind {
        // 1.5 倍: 50 percent larger; 涨了一倍半: an increase of 150 percent.
        Kind::Percent => {
            let all = times(&z.value, whole(100))?;
            let more = all.map(|all| sum(all, whole(-100)))?;
            match en.behind().starts_with(" of that") || en.behind().starts_with(" of what") {
                true => Some((all, e.value)),
                false if is_so_many_times(zh) && rises(en) => Some((more, e.value)),
                false => either(more, all, en),
            }
        }
        Kind::Measure => Some((z.value, powers(e)?)),
        // 七倍多 is no "eight".
        Kind::Number if z.value.is_open() && e.value.is_point() => None,
        // A bare number between 1800 and 2100 is taken for a year, and may be something else.
        Kind::Multiple | Kind::Number | Kind::Fraction | Kind::Ordinal | Kind::Year => {
            as_written(zh, en)
        }
        _ => None,
    }
}

/// Whether a number is one of the two of "fifty-fifty".
fn is_fifty_fifty(en: &Item<'_>) -> bool {
    ["-fifty", "-50", "/50", "–50"].iter().any(|other| en.behind().starts_with(other))
}

/// Whether a number is a share without a percent sign: 0.3.
fn is_decimal_share(en: &Quantity) -> bool {
    en.value.some_end().is_some_and(|end| end > whole(0) && end < whole(1))
}

/// Bytes before a number in which the word before it stands.
const LEAD: usize = 40;

/// Whether an English ordinal is the part of a whole that the Chinese is: one in ten for a tenth.
fn is_a_part(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let is_one = || {
        let before = en.near_before(LEAD).trim_end().to_ascii_lowercase();
        ["last", "first", "a", "final", "mere"].iter().any(|word| before.ends_with(word))
    };
    by_hundred(&zh.quantity.value) == reciprocal(&en.quantity.value) && is_one()
}

/// Whether an English share is what is taken away, and not what is left.
fn says_off(en: &Item<'_>) -> bool {
    const OFF: &[&str] = &["off", "discount", "below", "less", "lower", "cheaper", "under"];
    const LOST: &[&str] =
        &["lose", "loses", "losing", "lost", "cost you", "costs you", "down", "falls", "drops"];
    let behind = en.behind().trim_start();
    let before = en.before().trim_end();
    // "the discount went up to 40%"
    let named = || {
        let near = en.near_before(LEAD);
        near.contains("discount") && !near.contains(['.', ';', '!', '?'])
    };
    named()
        || OFF.iter().any(|word| behind.starts_with(word))
        || LOST.iter().any(|word| before.ends_with(word))
        || says_saved(en)
        || says_less_by(en)
}

/// Whether a share is one of the ten that "the 30s" are.
fn is_within_ten(share: &Quantity, tens: &Quantity) -> bool {
    let (Some(share), Some(first)) = (share.value.low(), tens.value.low()) else { return false };
    (whole(10)..whole(100)).contains(&first) && (whole(0)..whole(10)).contains(&(share - first))
}

/// Whether something is so many times as much as another thing: 今年的营收是去年的 1.5 倍.
fn is_so_many_times(zh: &Item<'_>) -> bool {
    let near = zh.near_before(40);
    near.ends_with('的') && near.contains(['是', '为'])
}

/// Whether English says by how much something grew: "up 150 percent".
fn rises(en: &Item<'_>) -> bool {
    let near = en.near_before(24).trim_end();
    ["up", "rose", "grew", "increased", "rose by", "grew by", "increased by"]
        .iter()
        .any(|verb| near.ends_with(verb))
}

/// Whether a share is about to be reached from the end of tens: 将近六成, "in the high fifties".
fn is_right_above(share: &Quantity, tens: &Item<'_>) -> bool {
    let near = tens.near_before(8).trim_end();
    let high = ["high", "upper", "late"].iter().any(|word| near.ends_with(word));
    let next = tens.quantity.value.low().map(|low| low + whole(10));
    high && share.approximate && share.value.high() == next
}

/// Whether something fell to a part in Chinese and by a factor in English: "dropped tenfold", "ten times fainter".
fn is_cut_to(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let behind = en.behind().trim_start();
    let next = behind.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let compares = next.ends_with("er") || next == "less";
    en.quoted().ends_with("fold") && is_goal(zh) || en.quoted().ends_with("times") && compares
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
