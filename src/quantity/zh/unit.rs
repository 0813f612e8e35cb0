//! Numerals with a unit: 两个半小时, 一年半, 三块五.

use super::numeral::{Numeral, digit, numeral};
use super::reader::{Counted, Reader};
use crate::quantity::interval::{Value, sum};
use crate::quantity::{Dimension, Kind, Unit, Weight};

impl Reader<'_> {
    /// A unit of the table, with 半 behind or between: 两个半小时, 一年半, 三块五.
    pub(super) fn with_unit(&self, first: &Numeral, rest: &str, at: usize) -> Option<Counted> {
        let halved = ["个半", "個半"].into_iter().find(|half| rest.starts_with(half));
        let (unit_text, mut value) = match halved {
            Some(half) => (&rest[half.len()..], first.value.map(|v| sum(v, Value::new(1, 2)))?),
            None => (rest, first.value),
        };
        let unit_text = unit_text.trim_start_matches([' ', '\u{a0}']);
        let (unit, length) = Unit::starting_zh(unit_text).or_else(|| {
            let month = halved.is_some() && unit_text.starts_with('月');
            Some((Unit::named("month").filter(|_| month)?, '月'.len_utf8()))
        })?;
        let mut end = self.text.len() - unit_text.len() + length;
        let _ = at;
        let kind = match unit.dimension() {
            Dimension::Calendar | Dimension::Time => Kind::Duration,
            Dimension::Currency(_) => Kind::Money,
            _ => Kind::Measure,
        };
        let after = &unit_text[length..];
        // 一块 is mostly "a piece", 一度 "once", 一里 "in".
        let word = &unit_text[..length];
        let doubtful = matches!(
            word,
            "块" | "塊"
                | "里"
                | "度"
                | "米"
                | "克"
                | "刀"
                | "毛"
                | "角"
                | "分"
                | "载"
                | "周"
                | "元"
                | "升"
                | "磅"
                | "瓦"
        ) && !first.in_digits
            && first.value.is_one();
        let part_of_word = match word {
            "天" => after.starts_with(['使', '堂', '空', '才', '气']),
            "元" => after.starts_with(['素', '旦', '宵', '首']),
            "度" => after.starts_with(['过', '假']),
            "里" => after.starts_with(['程', '面', '克']),
            "米" => after.starts_with(['饭', '其']),
            _ => false,
        };
        if doubtful || part_of_word {
            return None;
        }
        if kind == Kind::Duration {
            if after.starts_with('半') && !after.starts_with("半夜") && halved.is_none() {
                value = value.map(|v| sum(v, Value::new(1, 2)))?;
                end += '半'.len_utf8();
            } else if let Some((more, more_end)) = self.second_duration(end, unit) {
                value = value.map(|v| sum(v, more))?;
                end = more_end;
            }
        }
        if kind == Kind::Money
            && matches!(word, "块" | "塊" | "元" | "块钱")
            && let Some(tenth) =
                after.chars().next().and_then(digit).filter(|_| !first.in_digits || word != "元")
        {
            let next = after.chars().nth(1);
            let ends = next.is_none_or(|c| {
                digit(c).is_none() && !matches!(c, '十' | '百' | '千' | '万' | '亿' | '个')
            });
            if ends {
                value = value.map(|v| sum(v, Value::new(tenth, 10)))?;
                end += after.chars().next().map_or(0, char::len_utf8);
            }
        }
        if kind == Kind::Money
            && value.is_point()
            && let Some((more, more_end)) = self.small_change(end, unit)
        {
            value = value.map(|v| sum(v, more))?;
            end = more_end;
        }
        let weight = match kind {
            _ if value.is_one() && !first.in_digits => Weight::Light,
            Kind::Duration if !first.in_digits && first.length == 1 => Weight::Medium,
            Kind::Duration if first.approximate && !first.in_digits => Weight::Medium,
            _ => Weight::Full,
        };
        Some(Counted { value, kind, unit: Some(unit), end, weight })
    }

    /// 50 元 6 角三分: the parts behind the first, in the unit of the first.
    fn small_change(&self, from: usize, unit: Unit) -> Option<(Value, usize)> {
        let mut total = None;
        let mut at = from;
        loop {
            let rest = self.after(at).trim_start_matches(' ');
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

    /// 一年零三个月, 一年零一个季度: the second part, in the unit of the first.
    pub(super) fn second_duration(&self, at: usize, unit: Unit) -> Option<(Value, usize)> {
        let rest = self.after(at);
        let after = rest.strip_prefix('零').or_else(|| rest.strip_prefix('又'))?;
        let start = self.text.len() - after.len();
        let second = numeral(self.text, start)?;
        let (smaller, length) = Unit::starting_zh(self.after(second.end))?;
        let same = smaller.dimension() == unit.dimension() && smaller.factor() < unit.factor();
        let value = second.value.low().filter(|_| second.value.is_point() && same)?;
        Some((value * smaller.factor() / unit.factor(), second.end + length))
    }
}
