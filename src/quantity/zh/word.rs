//! Quantities that are one word: 一半, 翻倍, 俩, 花甲.

use super::character::digit;
use super::parts::Counted;
use super::reader::Reader;
use crate::quantity::digits::vulgar;
use crate::quantity::interval::{Interval, Value, doubled, product, sum, whole};
use crate::quantity::{Kind, Quantity, Unit, Weight};
use crate::text::{Span, is_han};

/// A word, its value as a fraction, what that is, and how much it asks for a counterpart.
type Word = (&'static str, (i128, i128), Kind, Weight);

const WORDS: &[Word] = &[
    ("翻倍", (2, 1), Kind::Multiple, Weight::Medium),
    ("翻一倍", (2, 1), Kind::Multiple, Weight::Medium),
    ("翻番", (2, 1), Kind::Multiple, Weight::Medium),
    ("俩", (2, 1), Kind::Number, Weight::Light),
    ("仨", (3, 1), Kind::Number, Weight::Medium),
    ("一半", (1, 2), Kind::Fraction, Weight::Medium),
    ("腰斩", (1, 2), Kind::Fraction, Weight::Medium),
    ("一大半", (1, 2), Kind::Fraction, Weight::Light),
    ("半数", (1, 2), Kind::Fraction, Weight::Medium),
    ("半百", (50, 1), Kind::Number, Weight::Medium),
    ("半成", (5, 1), Kind::Percent, Weight::Full),
    ("千禧年", (2000, 1), Kind::Year, Weight::Light),
    ("半打", (6, 1), Kind::Number, Weight::Medium),
    ("半亿", (50_000_000, 1), Kind::Number, Weight::Full),
    ("半个亿", (50_000_000, 1), Kind::Number, Weight::Full),
];

/// Words that say about how many.
const ABOUT: &[Word] = &[
    ("百八十", (100, 1), Kind::Number, Weight::Medium),
    ("千儿八百", (1000, 1), Kind::Number, Weight::Medium),
];

/// What starts with one of the words and is none: 半成品, 半打开.
const OTHER: &[&str] = &["半成品", "半成立", "半成功", "半成熟", "半打开", "半百分"];

/// Whether a word of the lists may start with `character`.
fn starts_word(character: char) -> bool {
    matches!(character, '翻' | '俩' | '仨' | '一' | '腰' | '半' | '百' | '千')
}

impl Reader<'_> {
    /// The quantities that are one word at byte `start`, and where they end.
    pub(super) fn word(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let rest = self.after(start);
        let first = rest.chars().next()?;
        if let Some(value) = vulgar(first) {
            return self.is_word(start, value, Kind::Fraction, first.len_utf8(), Weight::Medium);
        }
        if starts_word(first) {
            let named = |list: &[Word]| list.iter().copied().find(|word| rest.starts_with(word.0));
            let other = OTHER.iter().any(|other| rest.starts_with(other));
            if let Some((word, value, kind, weight)) = named(WORDS).filter(|_| !other) {
                let value = Value::new(value.0, value.1);
                return self.is_word(start, value, kind, word.len(), weight);
            }
            let scaled = |word: &Word| rest[word.0.len()..].starts_with(['万', '亿']);
            if let Some((word, value, kind, weight)) = named(ABOUT).filter(|word| !scaled(word)) {
                let (mut read, end) =
                    self.is_word(start, whole(value.0), kind, word.len(), weight)?;
                read.iter_mut().for_each(|about| about.approximate = true);
                return Some((read, end));
            }
        }
        // 奔五: pushing fifty
        if self.before(start).ends_with('奔')
            && let Some(tens) =
                digit(first).filter(|tens| (3..=9).contains(tens) && !first.is_ascii())
            && rest[first.len_utf8()..]
                .chars()
                .next()
                .is_none_or(|c| "的了，。、；！？,;!?".contains(c))
        {
            let (mut read, end) = self.is_word(
                start,
                whole(10 * tens),
                Kind::Number,
                first.len_utf8(),
                Weight::Light,
            )?;
            read.iter_mut().for_each(|age| age.approximate = true);
            return Some((read, end));
        }
        // 差了一轮: the twelve years after which an animal of the zodiac comes again
        if rest.starts_with("一轮") && self.before(start).ends_with(['大', '小', '差', '了', '整'])
        {
            let counted = Counted {
                value: Interval::point(whole(12)),
                kind: Kind::Duration,
                unit: Unit::named("year"),
                end: start + "一轮".len(),
                weight: Weight::Light,
            };
            return self.counts(start, counted);
        }
        match first {
            '翻' => self.turned_over(start),
            '半' => self.half(start),
            '数' => self.countless(start),
            '甲' | '稀' | '惑' | '立' => self.age(start),
            _ => self.dozens(start),
        }
    }

    /// A quantity without a unit, `length` bytes long.
    pub(super) fn is_word(
        &self,
        start: usize,
        value: Value,
        kind: Kind,
        length: usize,
        weight: Weight,
    ) -> Option<(Vec<Quantity>, usize)> {
        let value = Interval::point(value);
        self.counts(start, Counted { value, kind, unit: None, end: start + length, weight })
    }

    /// A quantity with what qualifies it, and where it ends.
    pub(super) fn counts(&self, start: usize, counted: Counted) -> Option<(Vec<Quantity>, usize)> {
        let quantity = self.dressed(start, counted, false);
        let end = quantity.span.end() as usize;
        Some((vec![quantity], end))
    }

    /// 翻两番, 翻了三番: doubled two and three times over.
    fn turned_over(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let after = self.after(start).strip_prefix('翻')?;
        let after = after.strip_prefix('了').unwrap_or(after);
        let times = self.numeral(self.at_of(after))?;
        let end = times.end + self.after(times.end).strip_prefix('番').map(|_| '番'.len_utf8())?;
        let half = self.after(end).starts_with('半');
        let end = end + if half { '半'.len_utf8() } else { 0 };
        let count = times.value.exact().filter(|count| *count >= whole(1))?;
        let value = match half {
            // 翻了一番半: two and a half times, as it is said.
            true if count == whole(1) => Interval::point(Value::new(5, 2)),
            true => doubled(sum(count, Value::new(1, 2))?)?,
            false => doubled(count)?,
        };
        let (kind, weight) = (Kind::Multiple, Weight::Medium);
        self.counts(start, Counted { value, kind, unit: None, end, weight })
    }

    /// 数以万计: tens of thousands.
    fn countless(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let after = self.after(start);
        let after = after.strip_prefix("数以")?;
        let scale = self.numeral(self.at_of(after))?;
        let low = scale.value.low().filter(|_| self.after(scale.end).starts_with('计'))?;
        let end = scale.end + '计'.len_utf8();
        let quantity = Quantity {
            span: Span::at(start..end),
            value: Interval::range(low, product(low, whole(10))?),
            kind: Kind::Number,
            unit: None,
            approximate: true,
            weight: Weight::Medium,
        };
        Some((vec![quantity], end))
    }

    /// 一打鸡蛋, 3 打; 打 is mostly the verb.
    fn dozens(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let rest = self.after(start);
        let first = rest.chars().next()?;
        let count = digit(first).map(whole)?;
        let behind = rest[first.len_utf8()..].trim_start_matches(' ').strip_prefix('打')?;
        let several = count > whole(1);
        let ends = behind.chars().next().is_none_or(|c| {
            "鸡啤玫铅袜红半，。、；！？,.".contains(c)
                || several
                    && is_han(c)
                    && !"开听算仗架破断赢印字扫击工车球人印拼探造磨量电".contains(c)
        });
        let half = behind.starts_with('半');
        let count = if half { count + Value::new(1, 2) } else { count };
        let end = self.at_of(behind) + if half { '半'.len_utf8() } else { 0 };
        let value = count * whole(12);
        ends.then(|| self.is_word(start, value, Kind::Number, end - start, Weight::Medium))
            .flatten()
    }

    /// The names of ages: 花甲之年 is sixty. `start` is the second character.
    fn age(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let second = self.after(start).chars().next()?;
        // 一个甲子: sixty years
        if self.after(start).starts_with("甲子") {
            let (kind, unit, weight) = (Kind::Duration, Unit::named("year"), Weight::Light);
            let (value, end) = (Interval::point(whole(60)), start + "甲子".len());
            return self.counts(start, Counted { value, kind, unit, end, weight });
        }
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
        self.counts(from, counted)
    }
}
