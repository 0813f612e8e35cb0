//! Quantities that are one word: 半年, 一半, 翻倍, 俩.

use super::numeral::numeral;
use super::reader::{Counted, Reader};
use crate::quantity::digits::vulgar;
use crate::quantity::interval::{Interval, Value, product, whole};
use crate::quantity::{Dimension, Kind, Quantity, Unit, Weight};

impl Reader<'_> {
    /// Quantities that are one word: 半年, 一半, 翻倍, 俩.
    pub(super) fn word(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let rest = self.after(start);
        let before = self.before(start);
        let half = Value::new(1, 2);
        let point = Interval::point;
        let made = |value, kind, unit, length: usize, weight| {
            let counted = Counted { value, kind, unit, end: start + length, weight };
            let quantity = self.dressed(start, counted, false);
            let end = quantity.span.end() as usize;
            Some((vec![quantity], end))
        };
        if let Some((sign, value)) = rest.chars().next().and_then(|c| Some((c, vulgar(c)?))) {
            return made(point(value), Kind::Fraction, None, sign.len_utf8(), Weight::Medium);
        }
        if rest.starts_with("翻倍") || rest.starts_with("翻一倍") || rest.starts_with("翻番")
        {
            let length =
                if rest.starts_with("翻一倍") { "翻一倍".len() } else { "翻倍".len() };
            return made(point(whole(2)), Kind::Multiple, None, length, Weight::Medium);
        }
        if let Some(after) = rest.strip_prefix('翻') {
            let after = after.strip_prefix('了').unwrap_or(after);
            let at = self.text.len() - after.len();
            let times = numeral(self.text, at)?;
            let behind = self.after(times.end);
            let count = times.value.low()?.to_integer();
            if behind.starts_with('番') && (1..=20).contains(&count) {
                let value = whole(1 << count);
                return made(
                    point(value),
                    Kind::Multiple,
                    None,
                    times.end + '番'.len_utf8() - start,
                    Weight::Medium,
                );
            }
            return None;
        }
        if rest.starts_with(['俩', '倆']) {
            return made(point(whole(2)), Kind::Number, None, '俩'.len_utf8(), Weight::Light);
        }
        if rest.starts_with('仨') {
            return made(point(whole(3)), Kind::Number, None, '仨'.len_utf8(), Weight::Medium);
        }
        if rest.starts_with("一半") {
            return made(point(half), Kind::Fraction, None, "一半".len(), Weight::Medium);
        }
        if rest.starts_with("半百") {
            return made(point(whole(50)), Kind::Number, None, "半百".len(), Weight::Medium);
        }
        if let Some(after) = rest.strip_prefix('半') {
            if before.ends_with(['多', '大', '过', '一', '各', '对', '前', '后', '上', '下'])
                && !before.ends_with("大")
            {
                return None;
            }
            let after = after.strip_prefix(['个', '個']).unwrap_or(after);
            let word = ["成品", "成立", "成功", "成熟"].iter().any(|word| after.starts_with(word));
            if after.starts_with('成') && !word {
                let length = "半成".len();
                return made(point(whole(5)), Kind::Percent, None, length, Weight::Full);
            }
            if after.starts_with('亿') {
                return made(
                    point(whole(50_000_000)),
                    Kind::Number,
                    None,
                    self.text.len() - after.len() + '亿'.len_utf8() - start,
                    Weight::Full,
                );
            }
            let (unit, length) = if let Some(found) = Unit::starting_zh(after) {
                found
            } else if after.starts_with('月') {
                (Unit::named("month")?, '月'.len_utf8())
            } else if after.starts_with("世纪") || after.starts_with("世紀") {
                (Unit::named("century")?, "世纪".len())
            } else {
                return None;
            };
            let duration = matches!(unit.dimension(), Dimension::Calendar | Dimension::Time);
            if !duration {
                return None;
            }
            let length = self.text.len() - after.len() + length - start;
            return made(point(half), Kind::Duration, Some(unit), length, Weight::Medium);
        }
        // 一打鸡蛋
        if let Some(first) = numeral(self.text, start) {
            let behind = self.after(first.end);
            if behind.starts_with('打')
                && !behind.starts_with("打了")
                && !first.in_digits
                && first.length == 1
            {
                let food = behind
                    .chars()
                    .nth(1)
                    .is_some_and(|c| matches!(c, '鸡' | '啤' | '玫' | '铅' | '袜'));
                if food {
                    let value = first.value.map(|v| product(v, whole(12)))?;
                    return made(
                        value,
                        Kind::Number,
                        None,
                        first.end + '打'.len_utf8() - start,
                        Weight::Medium,
                    );
                }
            }
        }
        None
    }
}
