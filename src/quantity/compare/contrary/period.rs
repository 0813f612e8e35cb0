//! What is counted for each hour, day, month or year, and what it is compared with.

use super::beside::{Beside, English};
use crate::quantity::compare::item::Item;
use crate::quantity::{Dimension, Kind, Unit};
use crate::text::clause_before;

/// 每周三次 against "three times a month".
pub(super) fn period(
    zh: &Item<'_>,
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    // 每月头 240 度五毛二一度: what it is for is said behind it.
    if zh.quantity.kind == Kind::Money && is_for_one_of_another(&chinese.behind) {
        return None;
    }
    let amount =
        matches!(zh.quantity.kind, Kind::Money | Kind::Measure | Kind::Number | Kind::Duration);
    let within = || within_one(&chinese.before).filter(|_| amount);
    let priced = || for_one(&chinese.behind).filter(|_| zh.quantity.kind == Kind::Money);
    if zh.quantity.kind == Kind::Measure
        && let Some(zh) = of_each(&chinese.before, &chinese.behind)
        && let Some(en) = each_en(&english.behind)
        && zh.dimension() != en.dimension()
    {
        return Some(DIFFERENT);
    }
    let each = || each_zh(&chinese.before).or_else(|| in_a_word(&chinese.before));
    let zh = priced().or_else(within).or_else(each)?;
    // "per mu a year" counts by both.
    if names_unit(&english.behind, zh) {
        return None;
    }
    let en = each_en(&english.behind)
        // 每平方米14瓦: "the annual error falls from 14" is of another kind.
        .or_else(|| adjective(&english.before).filter(|unit| unit.kind() == zh.kind()))
        .or_else(|| each_before(&english.before))?;
    // 每公斤体重每天: by both
    let by_more = clause_before(&chinese.before)
        .split('每')
        .skip(1)
        .filter_map(Unit::starting_zh)
        .any(|(unit, _)| unit == en);
    if by_more {
        return None;
    }
    // 每度 is what people call a kilowatt-hour.
    let of_power = zh.dimension() == Dimension::Degree && en.dimension() == Dimension::Energy;
    (zh != en && !of_power).then_some(DIFFERENT)
}

/// What is said of two that are counted for different things.
const DIFFERENT: &str = "they are counted for different periods or units";

/// What a measure is of: 四百二十瓦时每公斤, 每公里 90 克.
fn of_each(before: &str, behind: &str) -> Option<Unit> {
    let clause = clause_before(before);
    let unit = match behind.strip_prefix('每') {
        Some(unit) => unit,
        None => clause.rsplit_once('每')?.1,
    };
    Unit::starting_zh(unit).map(|(unit, _)| unit).filter(|unit| unit.kind() == Kind::Measure)
}

/// The period in the word that an amount is said of: 月薪三万, 年产量 30 万吨.
fn in_a_word(before: &str) -> Option<Unit> {
    const APART: usize = 8;
    const PERIODS: &[(char, &str)] =
        &[('年', "year"), ('月', "month"), ('周', "week"), ('日', "day"), ('时', "hour")];
    const OF: &[&str] =
        &["薪", "租", "产", "均", "收入", "销量", "供", "费", "活", "利率", "营业额", "用量"];
    let clause = clause_before(before).rsplit(' ').next()?;
    let near = clause.char_indices().rev().nth(APART).map_or(0, |(at, _)| at);
    let mut words = clause[near..].char_indices().rev();
    words.find_map(|(at, c)| {
        let (_, name) = PERIODS.iter().find(|(period, _)| *period == c)?;
        let (lead, behind) = (&clause[..near + at], &clause[near + at + c.len_utf8()..]);
        // 今年产量, 3月产量, 生日费用
        let is_word = !lead.ends_with(|c: char| "今去明前当本上每整全半十生节假平工".contains(c))
            && !lead.ends_with(|c: char| c.is_ascii_digit())
            && !lead.ends_with(|c: char| "一二三四五六七八九两几".contains(c));
        (is_word && OF.iter().any(|of| behind.starts_with(of))).then(|| Unit::named(name))?
    })
}

/// The unit of the last adjective of a period before an English amount: "a monthly salary of".
fn adjective(before: &str) -> Option<Unit> {
    let clause = before.rsplit([',', ';', ':', '!', '?']).next()?;
    clause.rsplit(|c: char| !c.is_ascii_alphanumeric()).find_map(of_adjective)
}

/// The unit of an adjective or adverb: "monthly", "annually".
fn of_adjective(word: &str) -> Option<Unit> {
    Unit::named(match word {
        "hourly" => "hour",
        "daily" => "day",
        "weekly" => "week",
        "monthly" => "month",
        "quarterly" => "quarter",
        "yearly" | "annual" | "annually" => "year",
        _ => return None,
    })
}

/// Whether `unit` stands behind "a" or "per" in the clause that goes on with `behind`.
fn names_unit(behind: &str, unit: Unit) -> bool {
    let clause = behind.split(['.', ',', ';', '!', '?']).next().unwrap_or_default();
    let words: Vec<&str> = clause.split_whitespace().collect();
    words.windows(2).any(|pair| {
        (matches!(pair[0], "a" | "an") || is_each(pair[0])) && Unit::of_word(pair[1]) == Some(unit)
    })
}

/// The unit behind the last 每 of the clause.
fn each_zh(before: &str) -> Option<Unit> {
    let (_, behind) = clause_before(before).rsplit_once('每')?;
    match behind.chars().next()? {
        // 每两周 is every other week.
        '两' => None,
        '月' => Unit::named("month"),
        '日' | '晚' | '夜' => Unit::named("day"),
        _ => Unit::starting_zh(behind).map(|(unit, _)| unit),
    }
}

/// The unit that a price is for: 十五块八一斤.
fn for_one(behind: &str) -> Option<Unit> {
    let unit = behind.strip_prefix(['一', '每'])?;
    Unit::starting_zh(unit).map(|(unit, _)| unit).filter(|unit| unit.dimension() == Dimension::Mass)
}

/// Whether a price is for one of what is not weighed: 五毛二一度, 三块一升.
fn is_for_one_of_another(behind: &str) -> bool {
    let unit = behind.strip_prefix(['一', '每', '/']).and_then(Unit::starting_zh);
    unit.is_some_and(|(unit, _)| {
        unit.kind() == Kind::Measure && unit.dimension() != Dimension::Mass
    })
}

/// The unit of the one month or year that stands right before an amount: 一个月挣六千五.
fn within_one(before: &str) -> Option<Unit> {
    const APART: usize = 4;
    let units =
        [("个月", "month"), ("年", "year"), ("天", "day"), ("周", "week"), ("小时", "hour")];
    let (lead, behind) = before.rsplit_once('一')?;
    let (rest, name) =
        units.iter().find_map(|(unit, name)| Some((behind.strip_prefix(unit)?, name)))?;
    let near = rest.chars().count() <= APART
        && !rest.contains(['，', '。', '；', '、', ',', '里', '内', '后', '前']);
    // 过去一年, 第一年
    let every = !lead.ends_with(['第', '去', '上', '下', '近', '这', '那', '前', '后', '了', '有']);
    Unit::named(name).filter(|_| near && every)
}

/// The unit that an English number is counted for: "three times a month".
fn each_en(behind: &str) -> Option<Unit> {
    const WORDS: usize = 4;
    let clause = behind.split(['.', ',', ';', '!', '?']).next()?;
    let mut words = clause.split_whitespace().take(WORDS);
    while let Some(word) = words.next() {
        if matches!(word, "a" | "an") || is_each(word) {
            // "to a dollar seventy" is an amount.
            return of_words(words).filter(|unit| unit.kind() != Kind::Money);
        }
        if let Some(unit) = of_adjective(word) {
            return Some(unit);
        }
    }
    None
}

/// The same where it stands before the number: "each cubic metre holds".
fn each_before(before: &str) -> Option<Unit> {
    let clause = before.rsplit([',', ';', ':', '!', '?']).next()?;
    let mut words = clause.split_whitespace();
    words.by_ref().find(|word| is_each(word))?;
    of_words(words)
}

fn is_each(word: &str) -> bool {
    matches!(word, "per" | "each" | "every")
}

/// The unit that the first of `words` is, or the first two.
fn of_words<'w>(mut words: impl Iterator<Item = &'w str>) -> Option<Unit> {
    match words.next()? {
        power @ ("square" | "cubic") => Unit::of_word(&format!("{power} {}", words.next()?)),
        word => Unit::of_word(word),
    }
}

/// What compares with the year before.
const FROM_A_YEAR: &[&str] = &[
    "a year earlier",
    "a year ago",
    "year-on-year",
    "year on year",
    "year over year",
    "year-over-year",
    "last year",
];

/// What compares with the month or quarter before.
const FROM_A_MONTH: &[&str] = &[
    "month earlier",
    "month-on-month",
    "quarter on quarter",
    "month over month",
    "month on month",
    "previous month",
    "previous quarter",
];

/// 环比下降 0.3% against "down 0.3 percent from a year earlier".
pub(super) fn compared_with(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let clause = clause_before(&chinese.before);
    let (month, year) = (clause.contains("环比"), clause.contains("同比"));
    if month == year {
        return None;
    }
    // "the year-on-year rate is 3.4 percent, the month-on-month rate 0.2": what stands before says it.
    let clause = english.before.rsplit([',', ';']).next().unwrap_or_default();
    let rate = clause.contains("-on-") || clause.contains("-over-");
    let says = |words: &[&str]| {
        let where_said = if rate { clause } else { english.behind.as_str() };
        words.iter().any(|word| where_said.contains(word))
    };
    let (from_a_year, from_a_month) = (says(FROM_A_YEAR), says(FROM_A_MONTH));
    match (month, year) {
        (true, _) if from_a_year => {
            Some("the Chinese compares with the period before, the English with the year before")
        }
        (_, true) if from_a_month => {
            Some("the Chinese compares with the year before, the English with the period before")
        }
        _ => None,
    }
}
