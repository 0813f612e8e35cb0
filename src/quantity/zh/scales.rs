//! The units of Chinese numerals: 十, 百 and 千, and 万, 亿 and 兆, which close a section.

use super::numeral::Reading;
use super::pair::{ZERO, add, exactly, times};
use super::topics::Topics;
use crate::quantity::Unit;
use crate::quantity::interval::{power_of_ten, product, whole};

impl Reading<'_> {
    /// 十, 百 or 千, which multiplies the digit before it.
    pub(super) fn small(&mut self, character: char, unit: i128) -> Option<bool> {
        // The 千 of 两千亿千瓦时 belongs to the unit.
        let is_prefix = self.rest()[character.len_utf8()..]
            .starts_with(['瓦', '克', '米', '卡', '帕', '伏', '焦'])
            || self.rest()[character.len_utf8()..].starts_with("电子伏");
        if self.any && self.number.is_none() && is_prefix {
            return Some(false);
        }
        // 第30百分位: the 百 belongs to the word.
        if self.any
            && ["百分位", "百分点", "百分数"].iter().any(|word| self.rest().starts_with(word))
        {
            return Some(false);
        }
        // 每千瓦时 130 美元: so much for one of the unit
        if !self.any
            && unit == 1000
            && self.rest()[character.len_utf8()..].starts_with(['瓦', '克', '卡', '帕', '伏', '焦'])
        {
            return Some(false);
        }
        // 单位是每立方米千电子伏秒
        if !self.any && self.rest()[character.len_utf8()..].starts_with("电子伏") {
            return Some(false);
        }
        // So does that of 10 千瓦, lest 8 到 10 千瓦 be eight watts to ten thousand.
        if self.in_digits && unit == 1000 && Unit::starting_zh(self.rest()).is_some() {
            return Some(false);
        }
        // 这一亿十年以后: ten behind 亿 would be 零一十.
        if unit == 10
            && self.number.is_none()
            && self.section == ZERO
            && self.large_unit.is_some()
            && !self.after_zero
        {
            return Some(false);
        }
        let unit_value = whole(unit);
        // Units go down: after 百 no 千 can follow in one section, unless a range does.
        if self.number.is_none()
            && self.unit.is_some_and(|last| last <= unit_value)
            && self.section != ZERO
        {
            return Some(false);
        }
        let number = self.number.take().unwrap_or(exactly(1));
        self.section = add(self.section, times(number, unit_value)?)?;
        self.unit = Some(unit_value);
        self.after_zero = false;
        self.take(character);
        Some(true)
    }

    /// 万, 亿 or 兆, which multiplies all before it.
    pub(super) fn large(&mut self, character: char, exponent: u32) -> Option<bool> {
        // 兆瓦 is a megawatt.
        if exponent == 12
            && self.rest()[character.len_utf8()..]
                .starts_with(['瓦', '赫', '字', '欧', '帕', '焦', '电'])
        {
            return Some(false);
        }
        // 1000 兆 of bandwidth are no billions of thousands.
        let mega = exponent == 12 && character == '兆' && self.topics.is_some_and(Topics::has_data);
        let scale = power_of_ten(if mega { 6 } else { exponent })?;
        let below = add(self.section, self.number.take().unwrap_or(ZERO))?;
        let nothing_new = below == ZERO;
        let below = if nothing_new && self.total == ZERO { exactly(1) } else { below };
        // 亿 multiplies all that a smaller unit closed, as in 一万五千亿; 万 after 亿 adds to it.
        let inner = self.large_unit.filter(|last| *last <= scale);
        self.total = match inner {
            Some(_) => times(add(self.total, if nothing_new { ZERO } else { below })?, scale)?,
            None => add(self.total, times(below, scale)?)?,
        };
        self.section = ZERO;
        self.scale = match inner {
            Some(inner) => product(scale, inner)?,
            None => scale,
        };
        self.large_unit = Some(scale);
        self.unit = Some(scale);
        self.after_zero = false;
        self.take(character);
        Some(true)
    }
}
