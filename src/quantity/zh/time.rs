//! Chinese times of day: 下午 3 点半, 差一刻八点, 15:30.

use super::character::digit;
use super::numeral::numeral;
use super::parts::{Numeral, Read, exact};
use crate::quantity::digits::is_digit;
use crate::quantity::interval::whole;
use crate::quantity::{Kind, Quantity, Unit};

/// What tells a time of day from other uses of 点.
const PARTS_OF_DAY: &[&str] = &[
    "上午", "早上", "早晨", "清晨", "凌晨", "拂晓", "黎明", "中午", "下午", "午后", "傍晚", "晚上",
    "晚", "今晨", "明晨", "今早", "明早", "昨早", "夜里", "夜间", "半夜", "深夜", "午夜",
];

/// What stands behind 点, and the minutes that it means.
const MINUTES: &[(&str, i128)] = &[("半", 30), ("整", 0), ("钟", 0), ("一刻", 15), ("三刻", 45)];

/// The minutes behind an hour.
struct Minutes {
    count: i128,
    /// The byte behind them.
    end: usize,
    /// Whether they show that a time of day is meant.
    sure: bool,
}

/// 下午 3 点半, 两点一刻, 15:30: the time whose hour is `first`, which starts at byte `start`.
pub(super) fn time(text: &str, start: usize, first: &Numeral, hour: i128) -> Option<Read> {
    if !(0..=24).contains(&hour) || first.approximate {
        return None;
    }
    let behind = text[first.end..].trim_start_matches(' ');
    let minutes = if let Some(after) = behind.strip_prefix([':', '：']) {
        // A scale of 1:50万.
        let scaled = |rest: &str| rest.starts_with(['万', '千', '亿', '百']);
        let (count, rest) =
            two_digits(after).filter(|(_, rest)| first.in_digits && !scaled(rest))?;
        if let Some(length) = with_seconds(text, start, [hour, count], rest) {
            return Some(length);
        }
        Minutes { count, end: text.len() - rest.len(), sure: true }
    } else {
        let after = behind.strip_prefix(['点', '时'])?;
        if let Some((missing, end)) = missing_minutes(text, after) {
            let sane = (1..60).contains(&missing) && hour > 0;
            let time = exact(Kind::Time, hour * 60 - missing, start..end);
            return sane.then(|| (vec![time], end));
        }
        minutes_behind(text, after)?
    };
    let before = text[..start].trim_end();
    let part = part_of_day(before);
    // 12日18时, 今天8时
    let dated = behind.starts_with('时') && before.ends_with(['日', '号', '天']);
    let sure = minutes.sure
        || part.is_some()
        || dated
        || follows_a_time(before)
        || leads_to_a_time(behind)
        || is_a_limit(before, behind);
    if !(0..60).contains(&minutes.count) || !sure {
        return None;
    }
    let hour = if part.is_some_and(|part| is_afternoon(part, hour)) { hour + 12 } else { hour };
    let time = exact(Kind::Time, hour * 60 + minutes.count, start..minutes.end);
    Some((vec![time], minutes.end))
}

/// 2:03:36 is how long something took: `rest` is what stands behind the minutes.
fn with_seconds(text: &str, start: usize, [hours, minutes]: [i128; 2], rest: &str) -> Option<Read> {
    let (seconds, rest) = rest.strip_prefix([':', '：']).and_then(two_digits)?;
    if minutes >= 60 || seconds >= 60 {
        return None;
    }
    let end = text.len() - rest.len();
    let length = exact(Kind::Duration, hours * 3600 + minutes * 60 + seconds, start..end);
    Some((vec![Quantity { unit: Unit::named("second"), ..length }], end))
}

/// 八点差十分: the minutes that are missing, of which `after` tells, and where they end. Of a
/// range of minutes nothing is known.
fn missing_minutes(text: &str, after: &str) -> Option<(i128, usize)> {
    let short = after.strip_prefix('差')?;
    let missing = numeral(text, text.len() - short.len())?;
    let behind = &text[missing.end..];
    let rest = behind.strip_prefix(['分', '刻'])?;
    let count = missing.value.exact();
    let each = if behind.starts_with('刻') { 15 } else { 1 };
    Some((count.map_or(0, |count| count.to_integer() * each), text.len() - rest.len()))
}

/// The minutes that `after`, which stands behind the hour, tells of.
fn minutes_behind(text: &str, after: &str) -> Option<Minutes> {
    let end = text.len() - after.len();
    if after.starts_with('档') {
        return Some(Minutes { count: 0, end, sure: true });
    }
    if let Some((word, count)) = MINUTES.iter().find(|(word, _)| after.starts_with(word)) {
        return Some(Minutes { count: *count, end: end + word.len(), sure: true });
    }
    // 十点零五分
    let trimmed = after.trim_start_matches([' ', '零', '〇']);
    if let Some(minutes) = numeral(text, text.len() - trimmed.len())
        && let Some(rest) = text[minutes.end..].trim_start().strip_prefix('分')
    {
        let count = minutes.value.exact()?.to_integer();
        return Some(Minutes { count, end: text.len() - rest.len(), sure: true });
    }
    if let Some((minutes, end)) = after_a_zero(text, end) {
        return Some(Minutes { count: minutes, end, sure: true });
    }
    if let Some(minutes) = numeral(text, end).filter(|minutes| bare_minutes(text, end, minutes)) {
        let count = minutes.value.low()?.to_integer();
        return Some(Minutes { count, end: minutes.end, sure: true });
    }
    Some(Minutes { count: 0, end, sure: false })
}

/// 十点零五: the minutes behind a zero at byte `at`, and where they end.
fn after_a_zero(text: &str, at: usize) -> Option<(i128, usize)> {
    let mut behind = text.get(at..)?.chars();
    behind.next().filter(|zero| matches!(zero, '零' | '〇'))?;
    let minutes = behind.next().and_then(digit).filter(|minutes| (1..10).contains(minutes))?;
    let ends = behind.as_str().is_empty() || !behind.as_str().starts_with(counts_on);
    ends.then(|| (minutes, text.len() - behind.as_str().len()))
}

/// Whether what stands behind a number shows that it counts no minutes.
fn counts_on(character: char) -> bool {
    "个万亿百千倍岁名位种项条次年月天%％多几".contains(character)
}

/// Whether an hour in that part of the day is one of the second twelve.
fn is_afternoon(part: &str, hour: i128) -> bool {
    let afternoon = match part {
        "下午" | "午后" | "傍晚" | "晚上" | "晚" => true,
        "夜里" | "夜间" | "半夜" | "深夜" => hour > 5,
        _ => false,
    };
    afternoon && hour < 12
}

/// Whether 一点 between `before` and `after` is one o'clock.
pub(super) fn tells_time(before: &str, after: &str) -> bool {
    let ends = ["半", "整", "钟", "一刻", "三刻", "到两点", "到三点", "到四点", "到五点"];
    // 晚一点: a little later.
    let later = before.strip_suffix('晚').is_some_and(|lead| {
        !lead.ends_with(['今', '昨', '明', '当', '每', '前', '夜', '天', '五', '六', '日', '末'])
    });
    // 一点十分
    let minutes = numeral(after, 0).is_some_and(|minutes| {
        let behind = &after[minutes.end..];
        minutes.value.exact().is_some() && behind.starts_with('分') && !behind.starts_with("分之")
    });
    part_of_day(before.trim_end()).is_some() && !later
        || minutes
        || ends.iter().any(|end| after.starts_with(end))
}

/// 差一刻八点, 差五分八点: the time, and where it ends. `first` is what is missing.
pub(super) fn minutes_to(text: &str, first: &Numeral) -> Option<(i128, usize)> {
    let behind = text.get(first.end..)?;
    let missing = first.value.exact()?.to_integer();
    let (missing, rest) = match (behind.strip_prefix('刻'), behind.strip_prefix('分')) {
        (Some(rest), _) => (missing * 15, rest),
        (_, Some(rest)) => (missing, rest.strip_prefix('钟').unwrap_or(rest)),
        _ => return None,
    };
    let hour = numeral(text, text.len() - rest.len())?;
    let oclock = text.get(hour.end..)?.strip_prefix('点')?;
    let value = hour.value.exact()?.to_integer();
    let sane = (1..=24).contains(&value) && (1..60).contains(&missing);
    sane.then(|| (value * 60 - missing, text.len() - oclock.len()))
}

/// Whether `minutes`, which starts at byte `at`, is minutes without 分: 三点二十, 八点零五.
fn bare_minutes(text: &str, at: usize, minutes: &Numeral) -> bool {
    let words = text.get(at..minutes.end).unwrap_or_default();
    let few = minutes.value.high().is_some_and(|high| high < whole(60));
    let ends = !text[minutes.end..].starts_with(counts_on);
    minutes.value.is_point() && !minutes.approximate && words.contains('十') && few && ends
}

/// Whether an hour with `behind` it is the first of two: 八时至十八时.
fn leads_to_a_time(behind: &str) -> bool {
    let joint = behind.strip_prefix('时').filter(|rest| rest.starts_with(JOINTS));
    let second = joint.map(|rest| rest.trim_start_matches(JOINTS));
    second
        .is_some_and(|rest| numeral(rest, 0).is_some_and(|hour| rest[hour.end..].starts_with('时')))
}

/// Whether something happens before or after the hour that stands between the two: 六点以后.
fn is_a_limit(before: &str, behind: &str) -> bool {
    let rest = behind.strip_prefix('点');
    let limits = ["以后", "以前", "之后", "之前"];
    // 讲完这三点之后
    rest.is_some_and(|rest| limits.iter().any(|limit| rest.starts_with(limit)))
        && !before.ends_with(['这', '那', '了', '述', '列', '上', '前', '后', '第'])
}

/// What stands between two times.
const JOINTS: [char; 6] = ['到', '至', '-', '~', '～', '—'];

/// Whether `before` ends with a time of day and 到: 九点半到, 12日18时至.
fn follows_a_time(before: &str) -> bool {
    before.strip_suffix(JOINTS).is_some_and(|first| {
        let first = first.trim_end();
        ["点半", "点一刻", "点三刻"].iter().any(|time| first.ends_with(time))
            || first.ends_with('分') && first.contains('点')
            || first
                .strip_suffix('时')
                .is_some_and(|hour| hour.ends_with(|c| digit(c).is_some() || c == '十'))
    })
}

/// The part of the day that the end of `before` names, right there or with a time and 到 between.
pub(super) fn part_of_day(before: &str) -> Option<&'static &'static str> {
    if let Some(part) = PARTS_OF_DAY.iter().find(|part| before.ends_with(**part)) {
        return Some(part);
    }
    let first = before.strip_suffix(JOINTS)?.trim_end();
    let is_time = |c: char| digit(c).is_some() || "十点时分半刻: ：".contains(c);
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
