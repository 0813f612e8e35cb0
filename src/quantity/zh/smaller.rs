//! What stands behind a unit and is counted in parts of it: 一年零三个月, 50 元 6 角三分, 一米八二.

use super::character::digit;
use super::measure::measure_word;
use super::reader::Reader;
use super::words::begins_with_other_word;
use crate::quantity::digits::is_digit;
use crate::quantity::interval::{Interval, Value, product, sum};
use crate::quantity::{Kind, Unit};

/// An amount as far as it has been read.
#[derive(Clone, Copy)]
pub(super) struct Amount {
    pub(super) value: Interval,
    pub(super) unit: Unit,
    /// The byte behind it.
    pub(super) end: usize,
}

impl Amount {
    /// With a part of its own unit more, which ends at `end`.
    pub(super) fn plus(self, part: Value, end: usize) -> Option<Amount> {
        let value = self.value.map(|value| sum(value, part))?;
        Some(Amount { value, end, ..self })
    }

    /// With parts in a smaller unit more.
    pub(super) fn plus_smaller(self, (more, unit, end): (Value, Unit, usize)) -> Option<Amount> {
        let share = self.unit.factor() / unit.factor();
        let value = self.value.map(|value| sum(product(value, share)?, more))?;
        Some(Amount { value, unit, end })
    }
}

impl Reader<'_> {
    /// 50 元 6 角三分: the parts behind the first, in the unit of the first.
    pub(super) fn small_change(&self, from: usize, unit: Unit) -> Option<(Value, usize)> {
        let mut total = None;
        let mut at = from;
        loop {
            let rest = self.after(at).trim_start_matches([' ', '零', '又']);
            let part = self.numeral(self.at_of(rest)).and_then(|part| {
                let behind = self.after(part.end).trim_start_matches(' ');
                // A hundredth of a yuan, and a tenth of a jiao.
                let fen = behind
                    .strip_prefix('分')
                    .map(|_| (Value::new(1, 100) / unit.factor(), '分'.len_utf8()));
                let named = Unit::starting_zh(behind).and_then(|(smaller, length)| {
                    let same = smaller.dimension() == unit.dimension();
                    let share = smaller.factor() / unit.factor();
                    (same && share < Value::ONE).then_some((share, length))
                });
                let (share, length) = named.or(fen)?;
                let value = part.value.exact()?;
                Some((value * share, self.text.len() - behind.len() + length))
            });
            let Some((value, end)) = part else { break };
            total = Some(sum(total.unwrap_or(Value::ZERO), value)?);
            at = end;
        }
        // 四块九毛九
        if let Some(sum_so_far) = total
            && self.before(at).ends_with(['毛', '角'])
            && let Some((count, length)) = tenths_of_a_jiao(self.after(at))
        {
            total = Some(sum(sum_so_far, Value::new(count, 100))?);
            at += length;
        }
        total.map(|total| (total, at))
    }

    /// 一年零三个月, 2 小时 8 分钟 30 秒: the parts behind the first, in the smallest unit.
    pub(super) fn smaller_unit(&self, at: usize, unit: Unit) -> Option<(Value, Unit, usize)> {
        let rest = self.after(at).trim_start_matches([' ', '\u{a0}']);
        // 孕28周加3天
        let weeks = unit.name(false) == "week";
        let joints: &[char] = if weeks { &['零', '又', '加', '+'] } else { &['零', '又'] };
        let after = rest.strip_prefix(joints).unwrap_or(rest);
        let joined = after.len() < rest.len();
        let second = self.numeral(self.at_of(after))?;
        let behind = self.after(second.end).trim_start_matches([' ', '\u{a0}']);
        let minutes = || {
            let minutes = behind.strip_prefix('分').filter(|_| unit.name(false) == "hour");
            minutes.and_then(|_| Some((Unit::named("minute")?, '分'.len_utf8())))
        };
        let (smaller, length) = Unit::starting_zh(behind).or_else(minutes)?;
        let share = smaller.factor() / unit.factor();
        let same = smaller.dimension() == unit.dimension() && share < Value::ONE;
        // 一年一个月 may be two things, one a year.
        // 一天八个小时 is eight of them a day, 一周五天 five a week.
        let each = matches!(unit.name(false), "day" | "week")
            && ["一天", "一周"].iter().any(|one| self.before(at).ends_with(one));
        let counts = joined || !each && (!second.value.is_one() || second.in_digits);
        let value = second.value.low().filter(|_| second.value.is_point() && same && counts)?;
        let decimals = trailing_decimals(&behind[..length], &behind[length..]);
        let (value, length) = match decimals {
            Some((places, more)) => (sum(value, places)?, length + more),
            None => (value, length),
        };
        // More of the small unit than the large one holds is a number of its own.
        if product(value, share)? >= Value::ONE {
            return None;
        }
        let end = self.text.len() - behind.len() + length;
        let Some((more, smallest, end)) = self.smaller_unit(end, smaller) else {
            return Some((value, smaller, end));
        };
        let value = sum(product(value, smaller.factor() / smallest.factor())?, more)?;
        Some((value, smallest, end))
    }
}

/// 一块二, 6 块 6: the tenths of a yuan at the start of `text`, and their length.
pub(super) fn tenths_of_a_yuan(text: &str) -> Option<(i128, usize)> {
    let close = text.trim_start_matches(' ');
    let mut characters = close.chars();
    let character = characters.next()?;
    let tenths = digit(character)?;
    let next = characters.clone().next();
    // 两块五花肉, 一块三明治
    const FOOD: &[&str] =
        &["五花", "五香", "五仁", "三文", "三明", "三黄", "八宝", "九层", "千层", "六味"];
    if FOOD.iter().any(|food| close.starts_with(food)) || begins_with_other_word(close) {
        return None;
    }
    // 三块一斤, 十五块八一斤: so much for one of them.
    let of_one = characters.as_str();
    if character == '一' && is_measured_by(of_one) {
        return None;
    }
    // 一块四米长的布, 两块 3.84TB 的盘: pieces, and the number is of what stands behind it.
    let decimal = || of_one.strip_prefix('.').is_some_and(|places| places.starts_with(is_digit));
    let measures =
        || Unit::starting_zh(of_one).is_some_and(|(unit, _)| unit.kind() == Kind::Measure);
    let in_letters = || of_one.starts_with(|c: char| c.is_ascii_alphabetic());
    if character.is_ascii() && (decimal() || in_letters()) || measures() {
        return None;
    }
    let per_one = || of_one.strip_prefix('一').is_some_and(is_measured_by);
    // The second 块 of 一块两块钱 has its own number, and 一块二手的 is of second hand.
    let ends = next.is_none_or(|c| {
        digit(c).is_none() && !"十百千万亿个角毛分拾佰仟块手等流边面层级".contains(c)
    });
    // 6 块 6，
    let apart = close.len() < text.len();
    let closed = next.is_none_or(|c| "，。、；,.！？）”".contains(c));
    let length = text.len() - close.len() + character.len_utf8();
    ((ends || per_one()) && (closed || !apart)).then_some((tenths, length))
}

/// 两毛五: the tenths of a jiao at the start of `text`, and their length.
pub(super) fn tenths_of_a_jiao(text: &str) -> Option<(i128, usize)> {
    let mut characters = text.chars();
    let character = characters.next().filter(|c| !c.is_ascii())?;
    let tenths = digit(character)?;
    // 五毛一斤, 两毛八一瓦时: so much for one of them.
    let behind = characters.as_str();
    if character == '一' && is_measured_by(behind) {
        return None;
    }
    let per_one = || behind.strip_prefix('一').is_some_and(is_measured_by);
    let ends =
        characters.next().is_none_or(|c| digit(c).is_none() && !"十百千万亿个分".contains(c));
    (ends || per_one()).then_some((tenths, character.len_utf8()))
}

/// Whether one of something is meant, by what stands behind the 一: 斤, 瓦时, 位.
fn is_measured_by(text: &str) -> bool {
    measure_word(text).is_some()
        || Unit::starting_zh(text)
            .is_some_and(|(unit, _)| matches!(unit.kind(), Kind::Measure | Kind::Duration))
}

/// Whether 半 stands there for half a unit more: 一吨半.
pub(super) fn starts_with_half(after: &str) -> bool {
    let words = [
        "半夜", "半天", "半价", "半数", "半径", "半场", "半岛", "半年", "半个", "半决", "半程",
        "半山", "半导", "半间", "半桥", "半挂", "半封",
    ];
    after.starts_with('半') && !words.iter().any(|word| after.starts_with(word))
}

/// 一米八二, 三十八度五, 9 秒 83: one or two digits behind the unit are decimals, and their length.
pub(super) fn trailing_decimals(unit: &str, after: &str) -> Option<(Value, usize)> {
    if !matches!(unit, "米" | "度" | "斤" | "公斤" | "吨" | "尺" | "秒" | "两") {
        return None;
    }
    let text = after.trim_start_matches(' ');
    let arabic = text.starts_with(|c: char| c.is_ascii_digit());
    let is_digit = |c: &char| match c {
        '0'..='9' => arabic,
        '两' => false,
        c => !arabic && digit(*c).is_some(),
    };
    // More than two are no decimals, however many there are.
    let digits: Vec<char> = text.chars().take_while(is_digit).take(3).collect();
    let length: usize = digits.iter().map(|digit| digit.len_utf8()).sum();
    let rest = text[length..].trim_start_matches(' ');
    let goes_on = rest.starts_with(|c: char| {
        // 六万吨二氧化碳, 两吨三文鱼
        c.is_ascii_alphanumeric() || ".%％两十百千万亿月日号后年氧聚氯文级手等".contains(c)
    }) || measure_word(rest).is_some()
        || Unit::starting_zh(rest).is_some();
    let value = digits.iter().fold(0, |all, c| all * 10 + digit(*c).unwrap_or(0));
    // 米 78 in digits needs both, 米八 in characters no more than one.
    // 39 度 8, but only where nothing goes on that the 8 could count.
    let closed =
        rest.is_empty() || rest.starts_with(['，', '。', '、', '；', ',', '.', '！', '？', '）']);
    let places = u32::try_from(digits.len()).ok().filter(|count| match count {
        // 一两六, but one or two of 一两次.
        _ if unit == "两" => *count == 1 && closed,
        1 if arabic => closed && value > 0 && matches!(unit, "米" | "度"),
        1 => after.len() == text.len(),
        2 => true,
        _ => false,
    })?;
    let length = after.len() - text.len() + length;
    (!goes_on && value > 0).then(|| (Value::new(value, 10_i128.pow(places)), length))
}
