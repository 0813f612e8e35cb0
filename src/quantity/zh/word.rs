//! Quantities that are one word: 半年, 一半, 翻倍, 俩.

use super::numeral::numeral;
use super::reader::{Counted, Reader};
use crate::quantity::digits::vulgar;
use crate::quantity::interval::{Interval, Value, product, whole};
use crate::quantity::{Dimension, Kind, Quantity, Unit, Weight};
use crate::text::Span;

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
        if let Some(read) = self.age(start) {
            return Some(read);
        }
        // 百八十个: a hundred or so
        if rest.starts_with("百八十") || rest.starts_with("千儿八百") {
            let (value, length) = if rest.starts_with('百') { (100, 9) } else { (1000, 12) };
            let (mut read, end) =
                made(point(whole(value)), Kind::Number, None, length, Weight::Medium)?;
            read.iter_mut().for_each(|about| about.approximate = true);
            return Some((read, end));
        }
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
        if rest.starts_with("腰斩") || rest.starts_with("腰斬") {
            return made(point(half), Kind::Fraction, None, "腰斩".len(), Weight::Medium);
        }
        if rest.starts_with("半数") {
            return made(point(half), Kind::Fraction, None, "半数".len(), Weight::Medium);
        }
        if let Some(after) = rest.strip_prefix("数以").or_else(|| rest.strip_prefix("數以")) {
            let scale = numeral(self.text, self.text.len() - after.len())?;
            let low =
                scale.value.low().filter(|_| self.after(scale.end).starts_with(['计', '計']))?;
            let quantity = Quantity {
                span: Span::at(start..scale.end + '计'.len_utf8()),
                value: Interval::range(low, product(low, whole(10))?),
                kind: Kind::Number,
                unit: None,
                approximate: true,
                weight: Weight::Medium,
            };
            return Some((vec![quantity], scale.end + '计'.len_utf8()));
        }
        if rest.starts_with("半百") && !rest.starts_with("半百分") {
            return made(point(whole(50)), Kind::Number, None, "半百".len(), Weight::Medium);
        }
        if let Some(after) = rest.strip_prefix('半') {
            let part = [('上', 1), ('下', 2), ('前', 1), ('后', 2)];
            if let Some((_, part)) = part.into_iter().find(|(word, _)| before.ends_with(*word))
                && after.starts_with(['年', '场', '程', '段'])
            {
                return made(point(whole(part)), Kind::Ordinal, None, "半年".len(), Weight::Medium);
            }
            if before.ends_with('减') {
                return made(point(half), Kind::Fraction, None, '半'.len_utf8(), Weight::Medium);
            }
            if before.ends_with(['多', '大', '一', '各', '对', '前', '后', '上', '下'])
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
            if after.starts_with('打') && !after.starts_with("打开") {
                return made(point(whole(6)), Kind::Number, None, "半打".len(), Weight::Medium);
            }
            if after.starts_with("百分点") || after.starts_with("百分點") {
                let length = self.text.len() - after.len() + "百分点".len() - start;
                return made(point(half), Kind::Percent, None, length, Weight::Full);
            }
            let more_than_half =
                before.ends_with('过') && !after.starts_with(['山', '夜', '月', '天']);
            let (unit, length) = if let Some(found) = Unit::starting_zh(after) {
                found
            } else if after.starts_with('月') {
                (Unit::named("month")?, '月'.len_utf8())
            } else if after.starts_with("世纪") || after.starts_with("世紀") {
                (Unit::named("century")?, "世纪".len())
            } else if more_than_half {
                // 过半家庭
                return made(point(half), Kind::Fraction, None, '半'.len_utf8(), Weight::Medium);
            } else {
                return None;
            };
            let kind = match unit.dimension() {
                Dimension::Calendar | Dimension::Time => Kind::Duration,
                Dimension::Mass | Dimension::Length if length > '米'.len_utf8() => Kind::Measure,
                Dimension::Mass if after.starts_with(['斤', '吨', '磅']) => Kind::Measure,
                _ => return None,
            };
            let length = self.text.len() - after.len() + length - start;
            // 大半天 is "most of a day".
            let weight = if before.ends_with('大') { Weight::Light } else { Weight::Medium };
            return made(point(half), kind, Some(unit), length, weight);
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

    /// The names of ages: 花甲之年 is sixty. `start` is the second character.
    fn age(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let second = self.after(start).chars().next()?;
        let (first, years, sure) = match second {
            '甲' => ('花', 60, true),
            '稀' => ('古', 70, true),
            '惑' => ('不', 40, false),
            '立' => ('而', 30, false),
            _ => return None,
        };
        let end = start + second.len_utf8();
        let before = self.before(start).strip_suffix(first)?;
        let said =
            ["年过", "年近", "年届", "已过", "年逾"].iter().any(|word| before.ends_with(word));
        if !(sure || said || self.after(end).starts_with("之年")) {
            return None;
        }
        let from = start - first.len_utf8();
        let counted = Counted {
            value: Interval::point(whole(years)),
            kind: Kind::Duration,
            unit: Unit::named("year"),
            end,
            weight: Weight::Medium,
        };
        let quantity = self.dressed(from, counted, false);
        let end = quantity.span.end() as usize;
        Some((vec![quantity], end))
    }
}
