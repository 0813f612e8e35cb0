//! Dates that one side says otherwise than as dates: 元旦 is the first of January, 十四五 the plan from 2021 to 2025,
//! and what is closed on Mondays is open from Tuesday to Sunday.
//!
//! English may spell out what a Chinese name says. The name itself asks for nothing.

use super::super::Kind;
use super::super::interval::{Interval, whole};
use super::item::Item;
use super::mentions::Mentions;

/// A name of a day, its months and its days.
type Day = (&'static str, &'static [i128], &'static [i128]);

const DAYS: &[Day] = &[
    ("元旦", &[1], &[1]),
    ("情人节", &[2], &[14]),
    ("妇女节", &[3], &[8]),
    ("三八", &[3], &[8]),
    ("植树节", &[3], &[12]),
    ("春分", &[3], &[20, 21]),
    ("愚人节", &[4], &[1]),
    ("清明", &[4], &[4, 5, 6]),
    ("五一", &[5], &[1]),
    ("劳动节", &[5], &[1]),
    ("五四", &[5], &[4]),
    ("六一", &[6], &[1]),
    ("儿童节", &[6], &[1]),
    ("六一八", &[6], &[18]),
    ("夏至", &[6], &[21, 22]),
    ("七七事变", &[7], &[7]),
    ("建党节", &[7], &[1]),
    ("八一", &[8], &[1]),
    ("建军节", &[8], &[1]),
    ("教师节", &[9], &[10]),
    ("九一八", &[9], &[18]),
    ("秋分", &[9], &[22, 23]),
    ("国庆", &[10], &[1]),
    ("国庆节", &[10], &[1, 7]),
    ("十一假期", &[10], &[1, 7]),
    ("十一黄金周", &[10], &[1, 7]),
    ("双十节", &[10], &[10]),
    ("双十一", &[11], &[11]),
    ("双11", &[11], &[11]),
    ("光棍节", &[11], &[11]),
    ("万圣节", &[10, 11], &[31, 1]),
    ("双十二", &[12], &[12]),
    ("双12", &[12], &[12]),
    ("冬至", &[12], &[21, 22]),
    ("平安夜", &[12], &[24]),
    ("圣诞", &[12], &[24, 25]),
    ("跨年", &[12, 1], &[31, 1]),
    ("春节", &[1, 2], &[]),
    ("中秋", &[9, 10], &[]),
];

/// Names of years, from the first to the last that is meant.
const YEARS: &[(&str, i128, i128)] = &[
    ("改革开放", 1978, 1978),
    ("新中国成立", 1949, 1949),
    ("第二次世界大战", 1939, 1945),
    ("二战", 1939, 1945),
    ("第一次世界大战", 1914, 1918),
    ("一战", 1914, 1918),
    ("抗日战争", 1937, 1945),
    ("文化大革命", 1966, 1976),
    ("文革", 1966, 1976),
    ("九二共识", 1992, 1992),
    ("甲午战争", 1894, 1895),
    ("甲午战败", 1894, 1895),
    ("甲午海战", 1894, 1895),
    ("甲午之战", 1894, 1895),
    ("戊戌变法", 1898, 1898),
    ("庚子", 1900, 1901),
    ("辛亥革命", 1911, 1912),
    ("五四运动", 1919, 1919),
    ("九一八", 1931, 1931),
    ("七七事变", 1937, 1937),
    ("十一五", 2006, 2010),
    ("十二五", 2011, 2015),
    ("十三五", 2016, 2020),
    ("十四五", 2021, 2025),
    ("十五五", 2026, 2030),
];

/// Whether `en`, which has no counterpart, is a part of a date that `zh` names.
pub(super) fn is_named(en: &Item<'_>, zh: &Mentions<'_>) -> bool {
    let value = en.quantity.value;
    let one_of = |wanted: &[i128]| wanted.iter().any(|&n| value == Interval::point(whole(n)));
    let day = |pick: fn(&Day) -> &'static [i128]| {
        DAYS.iter().any(|row| one_of(pick(row)) && zh.says(row.0))
    };
    match en.quantity.kind {
        // 双十一: "Double 11"
        Kind::Number if en.before().trim_end().ends_with("Double") => day(|row| row.2),
        Kind::Month => day(|row| row.1),
        Kind::Day => day(|row| row.2),
        Kind::Year | Kind::Number => YEARS.iter().any(|&(name, first, last)| {
            let ends = [value.low(), value.high()].map(|end| end.map(|end| end.to_integer()));
            let within = |end: Option<i128>| end.is_some_and(|end| first <= end && end <= last);
            ends.into_iter().all(within) && zh.says(name)
        }),
        _ => false,
    }
}

/// Whether a day of the week is said by those on which the other side is open: 周一闭馆, "Open Tuesday–Sunday".
pub(super) fn is_open_on_other_days(
    own: &Item<'_>,
    (zh, en): (&[Item<'_>], &[Item<'_>]),
    text: &Mentions<'_>,
) -> bool {
    let days = |items: &[Item<'_>]| -> Vec<i128> {
        let days = items.iter().filter(|item| item.quantity.kind == Kind::Weekday);
        days.filter_map(|day| day.quantity.value.low()).map(|day| day.to_integer()).collect()
    };
    let closed = || text.says_any(&["闭馆", "休馆", "闭园", "休息", "店休"]);
    if own.quantity.kind != Kind::Weekday || !closed() {
        return false;
    }
    match (&days(zh)[..], &days(en)[..]) {
        ([rest], [first, last]) => *first == rest % 7 + 1 && *last == (rest + 5) % 7 + 1,
        _ => false,
    }
}
