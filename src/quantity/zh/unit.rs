//! Numerals with a unit: 两个半小时, 一年半, 三块五.

use super::character::digit;
use super::doubt::{is_doubtful, is_other_word};
use super::measure::measure_word;
use super::numeral::{WEIGHED, numeral};
use super::parts::{Counted, Numeral};
use super::reader::Reader;
use crate::quantity::interval::{Interval, Value, product, sum, whole};
use crate::quantity::{Dimension, Kind, Unit, Weight};

impl Reader<'_> {
    /// A unit of the table, with 半 behind or between: 两个半小时, 一年半, 三块五.
    pub(super) fn with_unit(&self, first: &Numeral, rest: &str) -> Option<Counted> {
        let halved = ["个半", "個半"].into_iter().find(|half| rest.starts_with(half));
        let (unit_text, mut value) = match halved {
            Some(half) => (&rest[half.len()..], first.value.map(|v| sum(v, Value::new(1, 2)))?),
            None => (rest, first.value),
        };
        // 六个多月
        let more = ["个多", "個多"].into_iter().find_map(|more| rest.strip_prefix(more));
        let unit_text = more.unwrap_or(unit_text).trim_start_matches([' ', '\u{a0}']);
        let counted = halved.is_some() || more.is_some();
        let (mut unit, length) = self.unit_at(first, unit_text, counted)?;
        let mut end = self.text.len() - unit_text.len() + length;
        let kind = unit.kind();
        let after = &unit_text[length..];
        let word = &unit_text[..length];
        if word == "度" && self.says_fahrenheit(first.end) {
            unit = Unit::named("degree Fahrenheit")?;
        }
        // 三块多美金
        let money = after.trim_start_matches('多');
        if matches!(word, "块" | "塊")
            && let Some((other, _)) = Unit::starting_zh(money)
            && matches!(other.dimension(), Dimension::Currency(code) if code != "CNY")
        {
            unit = other;
        }
        // 七旬: seventy years.
        if word == "旬" {
            value = value.map(|v| product(v, whole(10)))?;
            unit = Unit::named("year")?;
        }
        // 三元锂电池 is of three elements.
        let ternary = word == "元"
            && first.value == Interval::point(whole(3))
            && !first.in_digits
            && BATTERY.iter().any(|word| self.text.contains(word));
        if ternary {
            return None;
        }
        let half = halved.is_none() && is_half(after);
        let decimals = trailing_decimals(word, after).filter(|_| first.value.is_point());
        let weighed = matches!(word, "两" | "兩") && after.starts_with(WEIGHED);
        // 一块二
        let priced = matches!(word, "块" | "塊")
            && after.starts_with(|c: char| !c.is_ascii() && digit(c).is_some());
        // 一分四十秒: seconds stand behind it.
        let sure = word == "分"
            || half
            || decimals.is_some()
            || weighed
            || priced
            || !is_doubtful(word, first);
        if !sure || !weighed && is_other_word(word, after, first) {
            return None;
        }
        if half {
            value = value.map(|v| sum(v, Value::new(1, 2)))?;
            end += '半'.len_utf8();
        } else if let Some((places, length)) = decimals {
            value = value.map(|v| sum(v, places))?;
            end += length;
        } else if kind != Kind::Money
            && value.is_point()
            && let Some((more, smaller, more_end)) = self.smaller_unit(end, unit)
        {
            let share = unit.factor() / smaller.factor();
            value = value.map(|v| sum(product(v, share)?, more))?;
            (unit, end) = (smaller, more_end);
        }
        if kind == Kind::Money
            && matches!(word, "块" | "塊" | "元" | "块钱")
            && !half
            && let close = after.trim_start_matches(' ')
            && let Some(tenth) =
                close.chars().next().and_then(digit).filter(|_| !first.in_digits || word != "元")
        {
            let next = close.chars().nth(1);
            // 十五块八一斤: so much for one of them.
            let per_one = close.chars().next().is_some_and(|c| {
                let behind = close[c.len_utf8()..].strip_prefix('一').unwrap_or_default();
                measure_word(behind).is_some() || Unit::starting_zh(behind).is_some()
            });
            let ends = per_one
                || next
                    .is_none_or(|c| digit(c).is_none() && !"十百千万亿个角毛分拾佰仟".contains(c));
            // 6 块 6，
            let apart = close.len() < after.len();
            let closed = next.is_none_or(|c| "，。、；,.！？）”".contains(c));
            if ends && (closed || !apart) {
                value = value.map(|v| sum(v, Value::new(tenth, 10)))?;
                end += after.len() - close.len() + close.chars().next().map_or(0, char::len_utf8);
            }
        }
        // 两毛五
        if matches!(word, "毛" | "角")
            && value.is_point()
            && let Some(tenth) = after.chars().next().filter(|c| !c.is_ascii()).and_then(digit)
            && after
                .chars()
                .nth(1)
                .is_none_or(|c| digit(c).is_none() && !"十百千万亿个分".contains(c))
        {
            value = value.map(|v| sum(v, Value::new(tenth, 10)))?;
            end += after.chars().next().map_or(0, char::len_utf8);
        }
        if kind == Kind::Money
            && value.is_point()
            && let Some((more, more_end)) = self.small_change(end, unit)
        {
            value = value.map(|v| sum(v, more))?;
            end = more_end;
        }
        if more.is_some() {
            value = value.low().map_or(value, Interval::at_least);
        }
        let compound = more.is_none() && value != first.value && !half;
        // 单位：万元 counts nothing.
        let heading = first.length == 1 && first.scale > whole(1) && {
            let mut before = self.text[..first.end].chars();
            before.next_back();
            before.as_str().trim_end().ends_with(['：', ':', '（', '('])
        };
        let weight = match kind {
            _ if heading => Weight::Light,
            // 几毛钱 is next to nothing.
            Kind::Money if first.approximate && matches!(word, "毛" | "毛钱" | "分钱" | "块钱") => {
                Weight::Medium
            }
            _ if compound => Weight::Full,
            _ if word.starts_with('刻') => Weight::Medium,
            // 三尺 and 万丈 are mostly figures of speech.
            _ if matches!(word, "尺" | "寸" | "丈" | "两" | "兩") && first.length == 1 => {
                Weight::Medium
            }
            _ if value.is_one() && !first.in_digits => Weight::Light,
            Kind::Duration if !first.in_digits && first.length == 1 => Weight::Medium,
            Kind::Duration if first.approximate && !first.in_digits => Weight::Medium,
            _ => Weight::Full,
        };
        Some(Counted { value, kind, unit: Some(unit), end, weight })
    }

    /// The unit that `text` starts with, and its length. `counted`: whether 个半 or 个多 stands before
    /// it, so that 月 can only be months.
    fn unit_at(&self, first: &Numeral, text: &str, counted: bool) -> Option<(Unit, usize)> {
        let letters = || match first.in_digits && !counted {
            // 3.8s; 1860s is a decade or a model.
            true if text.starts_with('s') => {
                let few = first.value.high() < Some(whole(100));
                (few && alone(text)).then_some((Unit::named("second")?, 1))
            }
            // 10W is mostly 100,000; 860W where electricity is spoken of.
            true if text.starts_with('W') && !self.text.contains(ELECTRIC) => None,
            true => Unit::abbreviated(text),
            false => None,
        };
        // 1 分 52 秒
        let minutes = || {
            let minute = Unit::named("minute")?;
            let behind = text.strip_prefix('分')?;
            self.smaller_unit(self.at_of(behind), minute)?;
            Some((minute, '分'.len_utf8()))
        };
        let months = || {
            let month = counted && text.starts_with('月');
            Some((Unit::named("month").filter(|_| month)?, '月'.len_utf8()))
        };
        Unit::starting_zh(text).or_else(letters).or_else(minutes).or_else(months)
    }

    /// Whether 华氏 stands before the number that ends at `end`: 华氏 98 度.
    fn says_fahrenheit(&self, end: usize) -> bool {
        let before = self.before(end).trim_end_matches(|c: char| {
            c == ' ' || c == '.' || digit(c).is_some() || matches!(c, '十' | '百' | '点')
        });
        before.ends_with("华氏") || before.ends_with("華氏")
    }

    /// 50 元 6 角三分: the parts behind the first, in the unit of the first.
    fn small_change(&self, from: usize, unit: Unit) -> Option<(Value, usize)> {
        let mut total = None;
        let mut at = from;
        loop {
            let rest = self.after(at).trim_start_matches([' ', '零', '又']);
            let part = numeral(self.text, self.text.len() - rest.len()).and_then(|part| {
                let behind = self.after(part.end).trim_start_matches(' ');
                let fen = behind.strip_prefix('分').map(|_| (Value::new(1, 100), '分'.len_utf8()));
                let named = Unit::starting_zh(behind).and_then(|(smaller, length)| {
                    let same = smaller.dimension() == unit.dimension();
                    let share = smaller.factor() / unit.factor();
                    (same && share < Value::ONE).then_some((share, length))
                });
                let (share, length) = named.or(fen)?;
                let value = part.value.low().filter(|_| part.value.is_point())?;
                Some((value * share, self.text.len() - behind.len() + length))
            });
            let Some((value, end)) = part else { break };
            total = Some(sum(total.unwrap_or(Value::ZERO), value)?);
            at = end;
        }
        total.map(|total| (total, at))
    }

    /// 一年零三个月, 2 小时 8 分钟 30 秒: the parts behind the first, in the smallest unit.
    pub(super) fn smaller_unit(&self, at: usize, unit: Unit) -> Option<(Value, Unit, usize)> {
        let rest = self.after(at).trim_start_matches([' ', '\u{a0}']);
        let after = rest.strip_prefix(['零', '又']).unwrap_or(rest);
        let joined = after.len() < rest.len();
        let second = numeral(self.text, self.text.len() - after.len())?;
        let behind = self.after(second.end).trim_start_matches([' ', '\u{a0}']);
        let minutes = || {
            let minutes = behind.strip_prefix('分').filter(|_| unit.name(false) == "hour");
            minutes.and_then(|_| Some((Unit::named("minute")?, '分'.len_utf8())))
        };
        let (smaller, length) = Unit::starting_zh(behind).or_else(minutes)?;
        let share = smaller.factor() / unit.factor();
        let same = smaller.dimension() == unit.dimension() && share < Value::ONE;
        // 一年一个月 may be two things, one a year.
        let counts = joined || !second.value.is_one() || second.in_digits;
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

/// What shows that 三元 is a chemistry of batteries.
const BATTERY: &[&str] = &["锂", "鋰", "镍", "鎳", "钴", "電池", "电池", "电芯", "正极", "正極"];

/// What shows that a W stands for watts.
const ELECTRIC: [char; 6] = ['瓦', '电', '電', '充', '灯', '燈'];

/// Whether the first letter of `text` is a word by itself.
fn alone(text: &str) -> bool {
    !text[1..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Whether 半 stands there for half a unit more: 一吨半.
fn is_half(after: &str) -> bool {
    let words = [
        "半夜", "半天", "半价", "半数", "半径", "半场", "半岛", "半年", "半个", "半决", "半程",
        "半山",
    ];
    after.starts_with('半') && !words.iter().any(|word| after.starts_with(word))
}

/// 一米八二, 三十八度五, 9 秒 83: one or two digits behind the unit are decimals, and their length.
fn trailing_decimals(unit: &str, after: &str) -> Option<(Value, usize)> {
    if !matches!(unit, "米" | "度" | "斤" | "公斤" | "吨" | "尺" | "秒") {
        return None;
    }
    let text = after.trim_start_matches(' ');
    let arabic = text.starts_with(|c: char| c.is_ascii_digit());
    let is_digit = |c: &char| match c {
        '0'..='9' => arabic,
        '两' | '兩' => false,
        c => !arabic && digit(*c).is_some(),
    };
    // More than two are no decimals, however many there are.
    let digits: Vec<char> = text.chars().take_while(is_digit).take(3).collect();
    let length: usize = digits.iter().map(|digit| digit.len_utf8()).sum();
    let rest = text[length..].trim_start_matches(' ');
    let goes_on = rest.starts_with(|c: char| {
        c.is_ascii_alphanumeric() || ".%％两十百千万亿月日号后年".contains(c)
    }) || measure_word(rest).is_some()
        || Unit::starting_zh(rest).is_some();
    let value = digits.iter().fold(0, |all, c| all * 10 + digit(*c).unwrap_or(0));
    // 米 78 in digits needs both, 米八 in characters no more than one.
    // 39 度 8, but only where nothing goes on that the 8 could count.
    let closed =
        rest.is_empty() || rest.starts_with(['，', '。', '、', '；', ',', '.', '！', '？', '）']);
    let places = u32::try_from(digits.len()).ok().filter(|count| match count {
        1 if arabic => closed && value > 0 && matches!(unit, "米" | "度"),
        1 => after.len() == text.len(),
        2 => true,
        _ => false,
    })?;
    let length = after.len() - text.len() + length;
    (!goes_on && value > 0).then(|| (Value::new(value, 10_i128.pow(places)), length))
}
