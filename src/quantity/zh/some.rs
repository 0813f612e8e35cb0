//! Words in Chinese numerals that leave the value open: 几, 数, 多, 余, 来.

use super::character::{is_scale, large_unit, small_unit};
use super::numeral::Reading;
use super::pair::{ZERO, add, exactly};
use crate::quantity::interval::{Value, sum, whole};

impl Reading<'_> {
    /// 几 and 数: some, from two to nine.
    pub(super) fn few(&mut self, character: char) -> Option<bool> {
        let next = self.rest().chars().nth(1);
        let before_unit =
            next.is_some_and(|next| small_unit(next).is_some() || large_unit(next).is_some());
        let is_number = character == '数';
        // 到几乎为零
        let other_word = next.is_some_and(|next| "乎何率".contains(next));
        if self.number.is_some() || other_word || (is_number && (!before_unit || self.any)) {
            return Some(false);
        }
        // 二十几 may be anything from twenty on; 几 alone is two at least.
        let low = if self.any { 0 } else { 2 };
        let high = if before_unit { 10 } else { 9 };
        self.number = Some((whole(low), whole(high)));
        self.approximate = true;
        self.take(character);
        // In 十几亿 the scale multiplies; in 十几 nothing more is added by rule of thumb.
        self.after_zero = true;
        // 十几二十年: up to twenty
        if self.rest().starts_with("二十") && self.section == exactly(10) {
            self.section = (whole(10), whole(11));
            self.take('二');
            self.take('十');
        }
        Some(true)
    }

    /// Whether what was read ends in a zero, so that 多 can follow: 三十多, 100 多.
    pub(super) fn number_is_round(&self) -> bool {
        match self.number {
            None => self.unit.is_some(),
            Some((low, high)) => {
                low == high && low.is_integer() && *low.numer() != 0 && low.numer() % 10 == 0
            }
        }
    }

    /// Whether `text` starts with 多, 余 or the 来 that counts, which is mostly the verb.
    pub(super) fn more_follows(&self, text: &str) -> bool {
        if text.starts_with(['多', '余']) {
            return true;
        }
        let Some(behind) = text.strip_prefix('来') else { return false };
        behind.starts_with(|c| "个年万亿兆人岁天次家名块斤亩张只条间发".contains(c))
            || [
                "里路", "里地", "公里", "分钟", "小时", "毫米", "厘米", "平米", "公斤", "元",
                "美元", "欧元", "英镑", "日元", "港元", "港币", "美金", "吨", "公顷", "平方",
            ]
            .iter()
            .any(|unit| behind.starts_with(unit))
    }

    /// 多 and 余: up to one more of the last unit; 来: about.
    pub(super) fn and_more(&mut self, character: char) -> Option<bool> {
        if !self.more_follows(self.rest()) {
            return Some(false);
        }
        let step = match (self.number, self.unit) {
            (Some((low, _)), _) => trailing_unit(low),
            (None, Some(unit)) => unit,
            (None, None) => return Some(false),
        };
        let read = add(add(self.total, self.section)?, self.number.unwrap_or(ZERO))?;
        let more = if character == '来' { Value::ZERO } else { step };
        let low_part = self.number.unwrap_or(self.section);
        let widened = (low_part.0, sum(low_part.1, more)?);
        if self.number.is_some() {
            self.number = Some(widened);
        } else if self.section != ZERO {
            self.section = widened;
        } else {
            self.total = (read.0, sum(read.1, more)?);
        }
        self.approximate = true;
        self.take(character);
        Some(true)
    }

    /// Whether 亿 stands behind `character`, and not the rich of 亿万富翁.
    pub(super) fn scales_next(&self, character: char) -> bool {
        is_scale(&self.rest()[character.len_utf8()..])
    }

    /// The same of 多亿.
    pub(super) fn and_more_scales_next(&self, character: char) -> bool {
        let behind = &self.rest()[character.len_utf8()..];
        behind.strip_prefix('多').is_some_and(is_scale)
    }

    /// 三个多亿: up to one more of the scale.
    pub(super) fn and_more_before_scale(&mut self, character: char) -> Option<bool> {
        self.at += character.len_utf8() + '多'.len_utf8();
        let read = if self.number.is_some() { &mut self.number } else { &mut Some(self.section) };
        let widened = read.map(|(low, high)| Some((low, sum(high, whole(1))?)))??;
        match self.number {
            Some(_) => self.number = Some(widened),
            None => self.section = widened,
        }
        self.approximate = true;
        Some(true)
    }
}

/// The place of the last digit that is not zero: 100 for 300.
fn trailing_unit(value: Value) -> Value {
    let mut unit = 1_i128;
    let number = value.to_integer();
    while number != 0 && number % (unit * 10) == 0 && unit < 1_000_000_000_000 {
        unit *= 10;
    }
    whole(unit)
}
