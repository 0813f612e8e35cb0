//! 半 and what it is half of: 半年, 半公斤, 上半年, 过半.

use super::parts::Counted;
use super::reader::Reader;
use crate::quantity::interval::{Interval, Value, whole};
use crate::quantity::{Dimension, Kind, Quantity, Unit, Weight};

impl Reader<'_> {
    /// The quantity that starts with the 半 at byte `start`, and where it ends.
    pub(super) fn half(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let before = self.before(start);
        let after = self.after(start).strip_prefix('半')?;
        let half = Value::new(1, 2);
        let share = || self.is_word(start, half, Kind::Fraction, '半'.len_utf8(), Weight::Medium);
        // 上半年 is the first of two halves.
        // 饭前半小时 is half an hour.
        let occasion = before.chars().rev().nth(1).is_some_and(names_an_event);
        let part = match before.chars().next_back().filter(|_| !occasion) {
            Some('上' | '前') => 1,
            Some('下' | '后') => 2,
            _ => 0,
        };
        // 前半小时 lasts as long, 上半年 does not.
        let lasts = ["小时", "个小时", "分钟", "秒"].iter().any(|unit| after.starts_with(unit));
        if part > 0 && !lasts {
            let halves = after.starts_with(['年', '场', '程', '段', '叶']);
            let length = "半年".len();
            return halves
                .then(|| self.is_word(start, whole(part), Kind::Ordinal, length, Weight::Medium))
                .flatten();
        }
        if before.ends_with('减') {
            return share();
        }
        if before.ends_with(['多', '一', '各', '对']) {
            return None;
        }
        let after = after.strip_prefix('个').unwrap_or(after);
        // 半个多小时
        let (after, and_more) = match after.strip_prefix('多') {
            Some(unit) => (unit, true),
            None => (after, false),
        };
        if let Some(rest) = after.strip_prefix("百分点") {
            let length = self.at_of(rest) - start;
            return self.is_word(start, half, Kind::Percent, length, Weight::Full);
        }
        // 就差半分
        let by_points = || {
            let before = before.trim_end_matches(['了', '出']);
            before.ends_with(['差', '赢', '输', '扣', '加', '减', '高', '低', '多', '少'])
        };
        if after.strip_prefix('分').is_some_and(|rest| !rest.starts_with(['钟', '之']))
            && by_points()
        {
            let length = "半分".len();
            return self.is_word(start, half, Kind::Number, length, Weight::Medium);
        }
        if let Some((unit, kind, length)) = halved_unit(after) {
            // 大半天 is "most of a day", and 等了半天 may be a long time.
            let long = before.ends_with('大')
                || after.starts_with('天') && before.ends_with(['了', '好', '老']);
            let weight = if long { Weight::Light } else { Weight::Medium };
            let end = self.at_of(after) + length;
            let value = if and_more { Interval::at_least(half) } else { Interval::point(half) };
            return self.counts(start, Counted { value, kind, unit: Some(unit), end, weight });
        }
        // 过半家庭, but not 过半山
        let more = before.ends_with('过') && !after.starts_with(['山', '夜', '月', '天']);
        more.then(share).flatten()
    }
}

/// Whether time is counted to and from what `character` stands for, as in 饭前 and 术后.
pub(in crate::quantity) fn names_an_event(character: char) -> bool {
    "饭餐睡赛术课会节婚战产".contains(character)
}

/// The unit that 半 halves, what that measures, and its length.
fn halved_unit(text: &str) -> Option<(Unit, Kind, usize)> {
    let named =
        |word: &str, name| text.starts_with(word).then(|| Some((Unit::named(name)?, word.len())));
    let (unit, length) = Unit::starting_zh(text)
        .or_else(|| named("月", "month")?)
        .or_else(|| named("世纪", "century")?)?;
    let kind = match unit.dimension() {
        Dimension::Calendar | Dimension::Time => Kind::Duration,
        // 半米 is a length, 半里 mostly something else.
        Dimension::Mass | Dimension::Length if length > '米'.len_utf8() => Kind::Measure,
        Dimension::Mass if text.starts_with(['斤', '吨', '磅']) => Kind::Measure,
        Dimension::Length if text.starts_with('米') => Kind::Measure,
        // 半亩
        Dimension::Area => Kind::Measure,
        // 半茶匙, 半升; 半杯 is no measure.
        Dimension::Volume if length > '杯'.len_utf8() || text.starts_with('升') => Kind::Measure,
        _ => return None,
    };
    Some((unit, kind, length))
}
