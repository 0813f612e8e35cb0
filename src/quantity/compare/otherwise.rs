//! Dates and changes that the news says otherwise in the other language: 10 月 18 日 as "on Monday", 9 月份 as "last
//! month", 前三季度 as "January to September", a fall of 0.2 points as both rates.

use super::super::interval::{Interval, Value, sum, whole};
use super::super::{Kind, Quantity};
use super::item::Item;
use super::mentions::Mentions;

/// Parts of the year, their first month and their last.
const PARTS_OF_THE_YEAR: &[(&str, i128, i128)] = &[
    ("前三季度", 1, 9),
    ("上半年", 1, 6),
    ("下半年", 7, 12),
    ("一季度", 1, 3),
    ("二季度", 4, 6),
    ("三季度", 7, 9),
    ("四季度", 10, 12),
];

/// Whether a Chinese day of the month or its month is told by a day of the week that says nothing else, or a month by
/// where it stands. `taken` tells which of the others have their counterpart.
pub(super) fn is_told_by_the_calendar(
    zh: &Item<'_>,
    others: &[Item<'_>],
    taken: &[Option<usize>],
    en: &Mentions<'_>,
) -> bool {
    const ABOUT: &[&str] = &["last month", "this month", "next month", "the previous month"];
    let is_dated =
        || others.iter().any(|other| matches!(other.quantity.kind, Kind::Day | Kind::Month));
    let by_weekday = || {
        let mut free = others.iter().zip(taken).filter(|(_, taken)| taken.is_none());
        free.any(|(other, _)| other.quantity.kind == Kind::Weekday) && !is_dated()
    };
    match zh.quantity.kind {
        Kind::Day => by_weekday(),
        Kind::Month => by_weekday() || en.says_any(ABOUT),
        _ => false,
    }
}

/// Whether an English month begins or ends a part of the year that the Chinese names, and `all` of the English says
/// the other end, too, or is where the Chinese says that the part ends.
pub(super) fn ends_a_part_of_the_year(en: &Item<'_>, all: &[Item<'_>], zh: &Mentions<'_>) -> bool {
    let is = |item: &Item<'_>, month| {
        item.quantity.kind == Kind::Month && item.quantity.value == Interval::point(whole(month))
    };
    let says = |month| all.iter().any(|item| is(item, month));
    // 二季度末: "at the end of June"
    let is_its_end =
        |&(name, _, last): &(&str, i128, i128)| is(en, last) && zh.holds(&format!("{name}末"));
    PARTS_OF_THE_YEAR.iter().any(is_its_end)
        || PARTS_OF_THE_YEAR
            .iter()
            .filter(|&&(_, first, last)| is(en, first) || is(en, last))
            .any(|&(name, first, last)| says(first) && says(last) && names(zh, name))
}

/// Whether `zh` names that part of the year: 前三季度 is not the third quarter.
fn names(zh: &Mentions<'_>, part: &'static str) -> bool {
    zh.answer(part, |text| text.match_indices(part).any(|(at, _)| !text[..at].ends_with('前')))
}

/// Whether the English says how many minutes are left to the hour: 四点差五分, "five to four".
pub(super) fn is_so_many_minutes_to(zh: &Item<'_>, en: &Mentions<'_>) -> bool {
    const HOURS: &[&str] = &[
        "twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven",
    ];
    const MINUTES: &[(i128, &str)] = &[(5, "five to "), (10, "ten to "), (20, "twenty to ")];
    let Some(time) = zh.quantity.value.exact().map(|time| time.to_integer()) else { return false };
    zh.quantity.kind == Kind::Time
        && zh.quoted().contains('差')
        && MINUTES.iter().any(|(minutes, words)| {
            let hour = (time + minutes).div_euclid(60).rem_euclid(12);
            let named = usize::try_from(hour).ok().and_then(|hour| HOURS.get(hour));
            (time + minutes) % 60 == 0
                && named.is_some_and(|hour| en.holds(&format!("{words}{hour}")))
        })
}

/// Whether so many points of percent, or a share, are told by the other side, which says both shares where this one
/// says one and how far from it: 4.9%，下降 0.2 个百分点 against "4.9%, compared with 5.1%". One share is settled
/// between both sides, as `taken` tells; the other and the points have no counterpart.
pub(super) fn is_a_difference(
    own: &Item<'_>,
    others: &[Item<'_>],
    taken: &[Option<usize>],
) -> bool {
    let counts_points =
        |item: &Item<'_>| item.quoted().contains('点') || item.quoted().contains("point");
    let share = |item: &Item<'_>| -> Option<Value> {
        item.quantity.value.exact().filter(|_| item.quantity.kind == Kind::Percent)
    };
    let shares = |points: bool, settled: bool| -> Vec<Value> {
        let of_that_kind = others
            .iter()
            .zip(taken)
            .filter(|(item, taken)| counts_points(item) == points && taken.is_some() == settled);
        of_that_kind.filter_map(|(item, _)| share(item)).collect()
    };
    let apart = |change: Value, one: Value, other: Value| {
        sum(one, change) == Some(other) || sum(other, change) == Some(one)
    };
    let Some(own_share) = share(own) else { return false };
    let settled = shares(false, true);
    // 由百分之十提高到百分之二十五: "by fifteen percentage points, from 10% to 25%"
    let between = |one: &Value| settled.iter().any(|other| apart(own_share, *one, *other));
    if counts_points(own) && settled.iter().any(between) {
        return true;
    }
    let free = shares(!counts_points(own), false);
    free.iter().any(|free| {
        settled.iter().any(|level| match counts_points(own) {
            true => apart(own_share, *free, *level),
            false => apart(*free, own_share, *level),
        })
    })
}

/// Whether the English is a number of "nine times out of ten", where the Chinese says mostly: 十有八九.
pub(super) fn is_of_most_times(en: &Item<'_>, zh: &Mentions<'_>) -> bool {
    const MOSTLY: &[&str] = &["十有八九", "十之八九", "多半", "往往", "通常", "基本上", "大多"];
    let of_the_phrase = en.behind().starts_with(" out of ten")
        || en.before().ends_with("nine times out of ")
        || en.before().ends_with("Nine times out of ");
    of_the_phrase && zh.says_any(MOSTLY)
}

/// Whether a Chinese number is a name that English writes otherwise: 四张 4090, "four 4090s"; 911, "9/11".
pub(super) fn is_a_name_written_otherwise(zh: &Item<'_>, en: &Mentions<'_>) -> bool {
    const LEAST: usize = 3;
    let name = zh.quoted().trim();
    let is_name = name.len() >= LEAST && name.bytes().all(|byte| byte.is_ascii_digit());
    // 一千零一夜
    let tales = zh.quoted() == "一千零一" && zh.behind().starts_with('夜') && en.says("Arabian");
    tales
        || is_name
            && zh.quantity.kind == Kind::Number
            && (en.has_plural(name) || name == "911" && en.says("9/11"))
}

/// Whether a Chinese count is what is left of one that both sides name, when another is taken away, and English says no
/// more than the rest: 48 人，36 个吸药，12 个吸安慰剂 against "48, 36 of whom …, and the rest".
pub(super) fn is_the_rest(zh: &Item<'_>, en_items: &[Item<'_>], en: &Mentions<'_>) -> bool {
    const REST: &[&str] = &["the rest", "the others", "the other", "remaining", "remainder"];
    let counts = || {
        let numbers = en_items.iter().filter(|item| item.quantity.kind == Kind::Number);
        numbers.filter_map(|item| item.quantity.value.exact())
    };
    // "the other four" says how many are left.
    let is_counted = || {
        en_items.iter().any(|item| {
            let before = item.before().trim_end();
            REST.iter().any(|words| before.ends_with(words))
        })
    };
    zh.quantity.kind == Kind::Number
        && en.says_any(REST)
        && !is_counted()
        && zh.quantity.value.exact().is_some_and(|rest| {
            counts().any(|part| sum(rest, part).is_some_and(|all| counts().any(|n| n == all)))
        })
}

/// Whether English says what a Chinese word of its statistics means: 规模以上 are firms that turn over 20 million yuan.
pub(super) fn explains_statistics(en: &Quantity, zh: &Mentions<'_>) -> bool {
    en.kind == Kind::Money && en.value.low() == Some(whole(20_000_000)) && zh.says("规模以上")
}

/// Whether English tells the year by the end of the decade: 2030 年之前, "before the decade is out".
pub(super) fn ends_the_decade(zh: &Item<'_>, en: &Mentions<'_>) -> bool {
    const ENDS: &[&str] = &[
        "decade is out",
        "end of the decade",
        "end of this decade",
        "decade's end",
        "decade is over",
    ];
    let year = zh.quantity.value.exact().filter(|_| zh.quantity.kind == Kind::Year);
    year.is_some_and(|year| (year / whole(10)).is_integer()) && en.says_any(ENDS)
}

/// Whether an English year belongs to the name of games or of a fair, which Chinese calls without it: 北京冬奥村, "the
/// Beijing 2022 Olympic Village".
pub(super) fn is_the_year_of_the_games(en: &Item<'_>, zh: &Mentions<'_>) -> bool {
    const GAMES: &[(&str, &str)] = &[
        ("奥", "Olympic"),
        ("奥", "Winter Olympic"),
        ("奥", "Summer Olympic"),
        ("奥", "Paralympic"),
        ("奥", "Games"),
        ("亚运", "Asian Games"),
        ("世博", "World Expo"),
        ("世博", "Expo"),
        ("世界杯", "World Cup"),
        ("世界杯", "FIFA World Cup"),
    ];
    let behind = en.behind().trim_start();
    en.quantity.kind == Kind::Year
        && GAMES.iter().any(|(name, games)| behind.starts_with(games) && zh.says(name))
}

/// Whether an English year stands where the Chinese says this year or last year, and names none.
pub(super) fn is_told_from_today(en: &Item<'_>, zh_items: &[Item<'_>], zh: &Mentions<'_>) -> bool {
    let recent = en.quantity.value.low() >= Some(whole(1990));
    en.quantity.kind == Kind::Year
        && recent
        && zh_items.iter().all(|other| other.quantity.kind != Kind::Year)
        && zh.says_any(&["今年", "去年", "明年", "前年"])
}
