//! Days and plans that are called by their numbers: 九一八, 十四五规划.

use super::character::digit;
use super::parts::Numeral;
use super::reader::Reader;
use crate::quantity::interval::{Interval, Value, product, whole};
use crate::quantity::{Kind, Quantity, Weight};
use crate::text::Span;

/// A number as it is written, and its value.
type Written = (&'static str, i128);

/// What a day is called, with the month and the day as they are written in it.
const DAYS: &[(&str, Written, Written)] = &[
    ("九一一", ("九", 9), ("一一", 11)),
    ("911 事件", ("9", 9), ("11", 11)),
    ("911事件", ("9", 9), ("11", 11)),
    ("911 恐袭", ("9", 9), ("11", 11)),
    ("911恐袭", ("9", 9), ("11", 11)),
    ("九一八", ("九", 9), ("一八", 18)),
    ("七七事变", ("七", 7), ("七", 7)),
    ("五四运动", ("五", 5), ("四", 4)),
    ("五四青年节", ("五", 5), ("四", 4)),
    ("六四事件", ("六", 6), ("四", 4)),
    ("六四运动", ("六", 6), ("四", 4)),
    ("六四镇压", ("六", 6), ("四", 4)),
    ("五一劳动节", ("五", 5), ("一", 1)),
    ("五一国际劳动节", ("五", 5), ("一", 1)),
    ("五一假期", ("五", 5), ("一", 1)),
    ("六一儿童节", ("六", 6), ("一", 1)),
    ("八一建军节", ("八", 8), ("一", 1)),
    ("三八妇女节", ("三", 3), ("八", 8)),
    ("三八国际妇女节", ("三", 3), ("八", 8)),
    ("三一五晚会", ("三", 3), ("一五", 15)),
    ("315 晚会", ("3", 3), ("15", 15)),
    ("315晚会", ("3", 3), ("15", 15)),
    ("二二八事件", ("二", 2), ("二八", 28)),
    ("一二九运动", ("一二", 12), ("九", 9)),
];

/// Things that are called by how many there are, which English may leave out.
const COUNTED: &[(&str, &str, i128)] = &[
    ("千里之行", "千", 1000),
    ("十六进制", "十六", 16),
    ("二十四节气", "二十四", 24),
    ("三十六计", "三十六", 36),
];

/// What a rich person is called in both languages.
const RICH: &[(&str, &str, i128)] =
    &[("百万富翁", "百万", 1_000_000), ("千万富翁", "千万", 10_000_000)];

/// What shows that 十四五 is the name of a plan.
const PLANS: &[&str] = &["规划", "计划", "时期", "期间", "开局", "收官", "末", "”", "」"];

impl Reader<'_> {
    /// A day or a plan that is called by its numbers at byte `start`, and where its number ends.
    pub(super) fn named(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let first = self.after(start).chars().next()?;
        match first {
            '百' | '千' => self.called(start),
            // Most numbers here are 一 and a word behind it.
            '一' if !self.after(start).starts_with("一二九") => None,
            '四' => self.split(start),
            '十' => self.plan(start).or_else(|| self.called(start)),
            '3' | '9' | '一' | '二' | '三' | '五' | '六' | '七' | '八' | '九' => {
                self.day(start).or_else(|| self.called(start)).or_else(|| self.split(start))
            }
            _ => None,
        }
    }

    /// 三十六计.
    fn called(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let rest = self.after(start);
        let of = |list: &'static [(&str, &str, i128)]| {
            list.iter().find(|(name, ..)| rest.starts_with(name))
        };
        let found = of(COUNTED).map(|found| (found, Weight::Light));
        let found = found.or_else(|| of(RICH).map(|found| (found, Weight::Medium)));
        let ((_, number, count), weight) = found?;
        self.is_word(start, whole(*count), Kind::Number, number.len(), weight)
    }

    /// 九一八: the eighteenth of September. Nobody needs to say so in the other language.
    fn day(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let rest = self.after(start);
        let (_, month, day) = DAYS.iter().find(|(name, ..)| rest.starts_with(name))?;
        let part = |kind, from: usize, length: usize, value| Quantity {
            span: Span::at(from..from + length),
            value: Interval::point(whole(value)),
            kind,
            unit: None,
            approximate: false,
            weight: Weight::Light,
        };
        let middle = start + month.0.len();
        let parts = vec![
            part(Kind::Month, start, month.0.len(), month.1),
            part(Kind::Day, middle, day.0.len(), day.1),
        ];
        Some((parts, middle + day.0.len()))
    }

    /// 10 的 26 次方, 6.3 乘以 10 的 24 次方: a power, by the numeral that is raised, and so many of it.
    pub(super) fn raised(&self, start: usize, first: &Numeral) -> Option<(Vec<Quantity>, usize)> {
        let behind = self.after(first.end).trim_start();
        let (value, end) = match behind.strip_prefix("乘以").or_else(|| behind.strip_prefix('乘'))
        {
            Some(rest) => {
                let base = self.numeral(self.at_of(rest.trim_start()))?;
                let (power, end) = self.power(&base)?;
                (product(first.value.exact()?, power)?, end)
            }
            None => self.power(first)?,
        };
        self.is_word(start, value, Kind::Number, end - start, Weight::Full)
    }

    /// 10 的 26 次方: the power of `base`, and where it ends.
    fn power(&self, base: &Numeral) -> Option<(Value, usize)> {
        let rest = self.after(base.end).trim_start().strip_prefix('的')?.trim_start();
        let exponent = self.numeral(self.at_of(rest))?;
        let behind = self.after(exponent.end).trim_start();
        let word = ["次方", "次幂"].into_iter().find(|word| behind.starts_with(word))?;
        let base = base.value.exact()?;
        let times = exponent.value.low().filter(|low| {
            exponent.value.is_point() && low.is_integer() && (whole(0)..=whole(30)).contains(low)
        })?;
        let power = (0..times.to_integer()).try_fold(whole(1), |power, _| product(power, base))?;
        Some((power, self.at_of(behind) + word.len()))
    }

    /// 四六分成: forty to sixty.
    fn split(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let rest = self.after(start);
        let mut characters = rest.chars();
        let (first, second) = (characters.next()?, characters.next()?);
        let tenths = [digit(first)?, digit(second)?];
        let words = ["开", "分成", "分账", "分帐"];
        let splits = words.iter().any(|word| characters.as_str().starts_with(word));
        if !splits || tenths[0] + tenths[1] != 10 || first.is_ascii() {
            return None;
        }
        let middle = start + first.len_utf8();
        let end = middle + second.len_utf8();
        let part = |span, tenths: i128| Quantity {
            span,
            value: Interval::point(whole(10 * tenths)),
            kind: Kind::Number,
            unit: None,
            approximate: false,
            weight: Weight::Light,
        };
        let parts =
            vec![part(Span::at(start..middle), tenths[0]), part(Span::at(middle..end), tenths[1])];
        Some((parts, end))
    }

    /// 十四五规划: the fourteenth five-year plan.
    fn plan(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let rest = self.after(start).strip_prefix('十')?;
        let which = rest.chars().next()?;
        let place = digit(which).filter(|place| (1..=9).contains(place) && !which.is_ascii())?;
        let rest = rest.strip_prefix(which)?.strip_prefix('五')?;
        let quoted = rest.starts_with('"') && self.before(start).ends_with('"');
        if !quoted && !PLANS.iter().any(|plan| rest.starts_with(plan)) {
            return None;
        }
        let length = self.after(start).len() - rest.len();
        self.is_word(start, whole(10 + place), Kind::Ordinal, length, Weight::Medium)
    }
}
