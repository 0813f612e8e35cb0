//! Chinese dates and times of day.

use super::parts::Numeral;
use std::ops::Range;

use super::character::digit;
use super::numeral::numeral;
use crate::quantity::digits::is_digit;
use crate::quantity::interval::{Interval, whole};
use crate::quantity::{Kind, Quantity, Unit, Weight};
use crate::text::{Span, simplify};

/// What tells a time of day from other uses of 点.
const PARTS_OF_DAY: &[&str] = &[
    "上午", "早上", "早晨", "清晨", "凌晨", "拂晓", "黎明", "中午", "下午", "午后", "傍晚", "晚上",
    "晚", "今晨", "明晨", "今早", "明早", "昨早", "夜里", "夜間", "夜间", "半夜", "深夜", "午夜",
];

/// What emperors called the years of their reigns, and the first of them.
const REIGNS: &[(&str, i128)] = &[
    ("贞观", 627),
    ("开元", 713),
    ("天宝", 742),
    ("洪武", 1368),
    ("永乐", 1403),
    ("宣德", 1426),
    ("成化", 1465),
    ("弘治", 1488),
    ("正德", 1506),
    ("嘉靖", 1522),
    ("隆庆", 1567),
    ("万历", 1573),
    ("天启", 1621),
    ("崇祯", 1628),
    ("顺治", 1644),
    ("康熙", 1662),
    ("雍正", 1723),
    ("乾隆", 1736),
    ("嘉庆", 1796),
    ("道光", 1821),
    ("咸丰", 1851),
    ("同治", 1862),
    ("光绪", 1875),
    ("宣统", 1909),
    ("明治", 1868),
    ("大正", 1912),
    ("昭和", 1926),
    ("平成", 1989),
    ("令和", 2019),
];

/// The first year of the reign whose name ends `before`.
pub(in crate::quantity) fn reign_before(before: &str) -> Option<i128> {
    let before = before.trim_end();
    let near = before.char_indices().rev().nth(1).map(|(at, _)| &before[at..])?;
    let name: String = near.chars().map(simplify).collect();
    REIGNS.iter().find(|(reign, _)| *reign == name).map(|&(_, first)| first)
}

/// The date or time that starts with the numeral `first` at byte `start`: its parts, and where it
/// ends.
pub(super) fn read(text: &str, start: usize, first: &Numeral) -> Option<(Vec<Quantity>, usize)> {
    let rest = text.get(first.end..)?;
    let behind = rest.trim_start_matches([' ', '\u{a0}']);
    if let Some(decades) = two_decades(first, start, behind, text.len() - behind.len()) {
        return Some(decades);
    }
    let value = first.value.low().filter(|value| first.value.is_point() && value.is_integer());
    let number = value?.to_integer();
    let at = text.len() - behind.len();
    let one = |kind, value: i128, end: usize, weight| {
        let quantity = Quantity { weight, ..exact(kind, value, start..end) };
        Some((vec![quantity], end))
    };
    if text[..start].trim_end().ends_with('第') {
        return None;
    }
    if text[..start].ends_with('差')
        && let Some((minutes, end)) = minutes_to(text, first)
    {
        return one(Kind::Time, minutes, end, Weight::Full);
    }
    if behind.starts_with("年代") {
        let decade = if number >= 1000 { number } else { number % 100 };
        return (number % 10 == 0)
            .then(|| one(Kind::Decade, decade, at + "年代".len(), Weight::Full))
            .flatten();
    }
    if behind.starts_with("世纪") || behind.starts_with("世紀") {
        let end = at + "世纪".len();
        // 20 世纪 60 年代 is one date: the 1960s.
        let tail = text[end..].trim_start_matches(' ');
        if let Some(decade) = numeral(text, text.len() - tail.len())
            && let Some(tens) = decade.value.low().filter(|tens| *tens < whole(100))
        {
            let behind = text[decade.end..].trim_start_matches(' ');
            if behind.starts_with("年代") {
                let end = text.len() - behind.len() + "年代".len();
                return one(
                    Kind::Decade,
                    (number - 1) * 100 + tens.to_integer(),
                    end,
                    Weight::Full,
                );
            }
        }
        return one(Kind::Century, number, end, Weight::Full);
    }
    if number % 5 == 0
        && (50..=99).contains(&number)
            | (number == 0 && (first.positional || text[start..].starts_with("00")))
        && behind.starts_with('后')
        && !behind.starts_with("后来")
        && !text[..start].ends_with(['年', '岁'])
    {
        return one(Kind::Decade, number, at + '后'.len_utf8(), Weight::Medium);
    }
    // 九五后
    let five = behind.strip_prefix("五后").filter(|rest| !rest.starts_with('来'));
    if let Some(rest) = five.filter(|_| first.length == 1 && (5..=9).contains(&number)) {
        return one(Kind::Decade, 10 * number + 5, text.len() - rest.len(), Weight::Medium);
    }
    // 正月十五: a day of the lunar calendar, which English may call by its feast.
    if ["正月", "腊月", "冬月", "臘月"].iter().any(|month| text[..start].ends_with(month))
        && (1..=30).contains(&number)
    {
        return one(Kind::Day, number, first.end, Weight::Light);
    }
    // 八五年 is 1985; 七八年 would be seven or eight.
    if first.length == 1
        && !first.in_digits
        && (5..=9).contains(&number)
        && let Some(ones) = behind.chars().next().filter(|c| !c.is_ascii()).and_then(digit)
        && ones != number + 1
        && ones != 0
        && let Some(rest) = behind[3..].strip_prefix('年')
        && !rest.starts_with(['代', '级', '来', '间', '前', '后'])
        && !text[..start].ends_with(|c: char| digit(c).is_some() || "十百千万几第".contains(c))
    {
        return one(Kind::Year, 1900 + 10 * number + ones, text.len() - rest.len(), Weight::Medium);
    }
    let year_like = (1000..=2999).contains(&number)
        && first.scale == whole(1)
        && (first.positional || (first.in_digits && first.length == 4));
    let year_word = ["年", "财年", "财政年度", "财务年度", "学年", "年度"];
    if let Some(word) =
        year_word.into_iter().find(|word| behind.starts_with(word)).filter(|_| year_like)
    {
        return one(Kind::Year, number, at + word.len(), Weight::Full);
    }
    let before = text[..start].trim_end();
    let is_year = behind.starts_with('年');
    // 公元前 221 年, 公元 79 年
    let era =
        |before: &str| ["公元前", "公元", "西元前", "西元"].iter().any(|era| before.ends_with(era));
    if is_year && (1..=2999).contains(&number) && era(before) {
        return one(Kind::Year, number, at + '年'.len_utf8(), Weight::Full);
    }
    // 康熙六十一年: years of a reign, which English may leave out beside the year.
    if is_year && !behind.starts_with("年间") && reign_before(before).is_some() {
        return one(Kind::Ordinal, number, at + '年'.len_utf8(), Weight::Medium);
    }
    // 民国 38 年 is 1949.
    let republic = ["民国", "民國"].iter().any(|name| text[..start].trim_end().ends_with(name));
    if republic && behind.starts_with('年') && (1..=200).contains(&number) {
        return one(Kind::Year, 1911 + number, at + '年'.len_utf8(), Weight::Full);
    }
    // 08 年
    if first.in_digits
        && text[start..].starts_with('0')
        && number > 0
        && number < 30
        && behind.starts_with('年')
    {
        return one(Kind::Year, 2000 + number, at + '年'.len_utf8(), Weight::Full);
    }
    if let Some(after) = behind.strip_prefix('月').filter(|_| (1..=12).contains(&number)) {
        let end =
            at + '月'.len_utf8() + if after.starts_with('份') { '份'.len_utf8() } else { 0 };
        let (mut parts, mut end) = one(Kind::Month, number, end, Weight::Full)?;
        let day_start = end + (text[end..].len() - text[end..].trim_start_matches(' ').len());
        if let Some(day) = numeral(text, day_start)
            && let Some(day_value) = day.value.low().filter(|_| day.value.is_point())
        {
            let tail = text[day.end..].trim_start_matches(' ');
            let mark = ['日', '号', '號'].into_iter().find(|mark| tail.starts_with(*mark));
            if let Some(mark) = mark.filter(|_| day_value >= whole(1) && day_value <= whole(31)) {
                end = text.len() - tail.len() + mark.len_utf8();
                parts.push(Quantity {
                    span: Span::at(day_start..end),
                    value: day.value,
                    kind: Kind::Day,
                    unit: None,
                    approximate: false,
                    weight: Weight::Full,
                });
            }
        }
        return Some((parts, end));
    }
    time(text, start, first, number)
}

/// 八九十年代: the eighties and the nineties.
fn two_decades(
    first: &Numeral,
    start: usize,
    behind: &str,
    at: usize,
) -> Option<(Vec<Quantity>, usize)> {
    let (low, high) = (first.value.low()?.to_integer(), first.value.high()?.to_integer());
    if !behind.starts_with("年代") || high != low + 10 || low % 10 != 0 || high > 90 {
        return None;
    }
    let end = at + "年代".len();
    let decades = [low, high].map(|tens| exact(Kind::Decade, tens, start..end));
    Some((decades.to_vec(), end))
}

/// A date or a time that is sure.
fn exact(kind: Kind, value: i128, place: Range<usize>) -> Quantity {
    Quantity {
        span: Span::at(place),
        value: Interval::point(whole(value)),
        kind,
        unit: None,
        approximate: false,
        weight: Weight::Full,
    }
}

/// Whether 一点 between `before` and `after` is one o'clock.
pub(super) fn tells_time(before: &str, after: &str) -> bool {
    let ends = ["半", "整", "钟", "鐘", "一刻", "三刻", "到两点", "到三点", "到四点", "到五点"];
    // 晚一点: a little later.
    let later = before.strip_suffix('晚').is_some_and(|lead| {
        !lead.ends_with([
            '今', '昨', '明', '当', '當', '每', '前', '夜', '天', '五', '六', '日', '末',
        ])
    });
    part_of_day(before.trim_end()).is_some() && !later
        || ends.iter().any(|end| after.starts_with(end))
}

/// 差一刻八点, 差五分八点: the time, and where it ends. `first` is what is missing.
fn minutes_to(text: &str, first: &Numeral) -> Option<(i128, usize)> {
    let behind = text.get(first.end..)?;
    let missing = first.value.low().filter(|_| first.value.is_point())?.to_integer();
    let (missing, rest) = match (behind.strip_prefix('刻'), behind.strip_prefix('分')) {
        (Some(rest), _) => (missing * 15, rest),
        (_, Some(rest)) => (missing, rest.strip_prefix('钟').unwrap_or(rest)),
        _ => return None,
    };
    let hour = numeral(text, text.len() - rest.len())?;
    let oclock = text.get(hour.end..)?.strip_prefix(['点', '點'])?;
    let value = hour.value.low().filter(|_| hour.value.is_point())?.to_integer();
    let sane = (1..=24).contains(&value) && (1..60).contains(&missing);
    sane.then(|| (value * 60 - missing, text.len() - oclock.len()))
}

/// Whether `minutes`, which starts at byte `at`, is minutes without 分: 三点二十, 八点零五.
fn bare_minutes(text: &str, at: usize, minutes: &Numeral) -> bool {
    let words = text.get(at..minutes.end).unwrap_or_default();
    let tens =
        words.contains('十') || words.starts_with(['零', '〇']) && words.chars().count() == 2;
    let few = minutes.value.high().is_some_and(|high| high < whole(60));
    let ends = !text[minutes.end..]
        .starts_with(|c| "个個万亿百千倍岁名位种项条次年月天%％多几".contains(c));
    minutes.value.is_point() && !minutes.approximate && tens && few && ends
}

/// Whether `before` ends with a time of day and 到: 九点半到.
fn follows_a_time(before: &str) -> bool {
    before.strip_suffix(['到', '至', '-', '~', '～', '—']).is_some_and(|first| {
        let first = first.trim_end();
        ["点半", "点一刻", "点三刻", "點半"].iter().any(|time| first.ends_with(time))
            || first.ends_with('分') && first.contains('点')
    })
}

/// The part of the day that the end of `before` names, right there or with a time and 到 between.
fn part_of_day(before: &str) -> Option<&'static &'static str> {
    if let Some(part) = PARTS_OF_DAY.iter().find(|part| before.ends_with(**part)) {
        return Some(part);
    }
    let first = before.strip_suffix(['到', '至', '-', '~', '～', '—'])?.trim_end();
    let is_time = |c: char| digit(c).is_some() || "十点點时時分半刻: ：".contains(c);
    let lead = first.trim_end_matches(is_time);
    let timed = first.len() > lead.len();
    PARTS_OF_DAY.iter().find(|part| timed && lead.ends_with(**part))
}

/// Two digits and no more at the start of `text`, and what stands behind them.
fn two_digits(text: &str) -> Option<(i128, &str)> {
    let mut letters = text.chars();
    let tens = letters.next().filter(|c| is_digit(*c)).and_then(digit)?;
    let ones = letters.next().filter(|c| is_digit(*c)).and_then(digit)?;
    let rest = letters.as_str();
    (!rest.starts_with(is_digit)).then_some((tens * 10 + ones, rest))
}

/// 下午 3 点半, 两点一刻, 15:30.
fn time(text: &str, start: usize, first: &Numeral, hour: i128) -> Option<(Vec<Quantity>, usize)> {
    if !(0..=24).contains(&hour) || first.approximate {
        return None;
    }
    let before = text[..start].trim_end();
    let part = part_of_day(before);
    let behind = text[first.end..].trim_start_matches(' ');
    let (minutes, end, sure) = if let Some(after) = behind.strip_prefix([':', '：']) {
        let (minutes, rest) = two_digits(after).filter(|_| first.in_digits)?;
        // 2:03:36 is how long something took.
        if let Some((seconds, rest)) = rest.strip_prefix([':', '：']).and_then(two_digits)
            && minutes < 60
            && seconds < 60
        {
            let end = text.len() - rest.len();
            let length = hour * 3600 + minutes * 60 + seconds;
            let quantity = exact(Kind::Duration, length, start..end);
            let quantity = Quantity { unit: Unit::named("second"), ..quantity };
            return Some((vec![quantity], end));
        }
        (minutes, text.len() - rest.len(), true)
    } else {
        let after = behind.strip_prefix(['点', '點', '时', '時'])?;
        let end = text.len() - after.len();
        let after_trimmed = after.trim_start_matches(' ');
        // 八点差十分
        if let Some(short) = after.strip_prefix('差')
            && let Some(missing) = numeral(text, text.len() - short.len())
            && let Some(rest) = text[missing.end..].strip_prefix(['分', '刻'])
        {
            let number = missing.value.low().filter(|_| missing.value.is_point())?.to_integer();
            let number = if text[missing.end..].starts_with('刻') { number * 15 } else { number };
            let sane = (1..60).contains(&number) && hour > 0;
            let end = text.len() - rest.len();
            let time = exact(Kind::Time, hour * 60 - number, start..end);
            return sane.then(|| (vec![time], end));
        }
        if after.starts_with('档') {
            (0, end, true)
        } else if after.starts_with('半') {
            (30, end + '半'.len_utf8(), true)
        } else if after.starts_with('整') || after.starts_with('钟') || after.starts_with('鐘') {
            (0, end + '整'.len_utf8(), true)
        } else if let Some(quarter) =
            after.strip_prefix("一刻").or_else(|| after.strip_prefix("三刻"))
        {
            let minutes = if after.starts_with('一') { 15 } else { 45 };
            (minutes, text.len() - quarter.len(), true)
        } else if let Some(minutes) = numeral(text, text.len() - after_trimmed.len())
            && text[minutes.end..].trim_start().starts_with('分')
        {
            let number = minutes.value.low().filter(|_| minutes.value.is_point())?.to_integer();
            let tail = text[minutes.end..].trim_start();
            (number, text.len() - tail.len() + '分'.len_utf8(), true)
        } else if let Some(minutes) =
            numeral(text, end).filter(|minutes| bare_minutes(text, end, minutes))
        {
            (minutes.value.low()?.to_integer(), minutes.end, true)
        } else {
            (0, end, false)
        }
    };
    // 12日18时
    let dated = behind.starts_with('时') && before.ends_with(['日', '号']);
    let sure = sure || dated || follows_a_time(before);
    if !(0..60).contains(&minutes) || !(sure || part.is_some()) {
        return None;
    }
    let night = |part: &str| matches!(part, "夜里" | "夜间" | "夜間" | "半夜" | "深夜");
    let afternoon = part.is_some_and(|part| {
        matches!(*part, "下午" | "午后" | "傍晚" | "晚上" | "晚") || night(part) && hour > 5
    });
    let hour = if afternoon && hour < 12 { hour + 12 } else { hour };
    let quantity = exact(Kind::Time, hour * 60 + minutes, start..end);
    Some((vec![quantity], end))
}
