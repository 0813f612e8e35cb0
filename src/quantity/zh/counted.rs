//! What a numeral counts, by what stands around it.

use super::currency::currency_before;
use super::letters;
use super::measure::measure_word;
use super::multiple::multiple_sign;
use super::parts::{Counted, Numeral};
use super::reader::{LONGEST_CLAUSE, Reader};
use crate::quantity::interval::{Interval, Value, power_of_ten, product, sum, whole};
use crate::quantity::{Kind, Unit, Weight};
use crate::text::{clause_before, clause_behind};

/// Measure words that are shown with their number, though they say nothing of it.
const SHOWN: &[&str] = &["个", "位", "名", "次", "家", "种"];

impl Reader<'_> {
    /// What a numeral counts, by what stands behind it.
    pub(super) fn counted(&self, first: &Numeral, start: usize) -> Option<Counted> {
        let rest = self.after(first.end);
        let trimmed = self.behind(first);
        let at = self.at_of(trimmed);
        let share = self.percent(first, trimmed, at);
        if let Some(counted) = share.or_else(|| self.ordinal(first, start)) {
            return Some(counted);
        }
        if let Some(currency) = currency_before(self.before(start)) {
            let money = first.counting(Kind::Money, Weight::Full);
            return Some(Counted { unit: Some(currency), ..money });
        }
        if let Some(length) = multiple_sign(first, trimmed) {
            return self.multiple(first, start, at + length);
        }
        if let Some((share, length)) = letters::parts_per_million(trimmed) {
            let value = first.value.map(|value| product(value, share))?;
            let counted = first.counting(Kind::Fraction, Weight::Full);
            return Some(Counted { value, end: at + length, ..counted });
        }
        if let Some((factor, length)) = letters::scale(first, rest, trimmed) {
            let value = first.value.map(|value| product(value, factor))?;
            let counted = first.counting(Kind::Number, Weight::Full);
            return Some(Counted { value, end: at + length, ..counted });
        }
        if let Some(counted) = self.data(first, trimmed).or_else(|| self.with_unit(first, trimmed))
        {
            let behind = self.after(counted.end);
            return self.one_in(first, start, behind, counted.end).or(Some(counted));
        }
        if let Some((value, length)) = numbers_so_long(first, trimmed) {
            let counted = first.counting(Kind::Number, Weight::Medium);
            return Some(Counted { value, end: at + length, ..counted });
        }
        match measure_word(trimmed) {
            Some(word) => self.measured(first, start, trimmed.split_at(word.len())),
            None => self.bare(first, start),
        }
    }

    /// 十二个TB, 四个多G.
    fn data(&self, first: &Numeral, behind: &str) -> Option<Counted> {
        let of = behind.strip_prefix('个')?;
        let (of, more) = of.strip_prefix('多').map_or((of, false), |of| (of, true));
        let of = of.trim_start_matches(' ');
        let (factor, length) = letters::size_of_data(of)?;
        let value = first.value.map(|value| product(value, factor))?;
        let value = if more { Interval::at_least(value.low()?) } else { value };
        let weight = if first.value.is_one() { Weight::Medium } else { Weight::Full };
        let end = self.at_of(of) + length;
        Some(Counted { value, end, ..first.counting(Kind::Number, weight) })
    }

    /// What stands behind a numeral and spaces.
    pub(super) fn behind(&self, first: &Numeral) -> &str {
        self.after(first.end).trim_start_matches([' ', '\u{a0}'])
    }

    /// 三个, 五杯: a count of what has a measure word, with what stands behind that.
    fn measured(
        &self,
        first: &Numeral,
        start: usize,
        (word, behind): (&str, &str),
    ) -> Option<Counted> {
        let end = self.at_of(behind);
        // 一杯半
        if let Some(rest) = half_more(first, behind) {
            let value = first.value.map(|value| sum(value, Value::new(1, 2)))?;
            let counted = first.counting(Kind::Number, Weight::Medium);
            return Some(Counted { value, end: self.at_of(rest), ..counted });
        }
        if let Some(share) = self.one_in(first, start, behind, end) {
            return Some(share);
        }
        let counted = first.counting(Kind::Number, self.weight_of_count(first, start, word));
        // The word itself is no part of what is said of the number, but it shows it.
        let end = if SHOWN.contains(&word) { end } else { first.end };
        Some(Counted { end, ..counted })
    }

    /// How much a number with a measure word asks for a counterpart.
    fn weight_of_count(&self, first: &Numeral, start: usize, word: &str) -> Weight {
        let before = self.before(start).trim_end();
        // 每 10 人中有 1 人: that one was read with the ten.
        let of_many = || {
            let all = &self.text[..start];
            let near = &all[all.ceil_char_boundary(start.saturating_sub(LONGEST_CLAUSE))..];
            before.ends_with(['有', '就']) && clause_before(near).contains('每')
        };
        // 风力 14 级 may stand as its speed.
        let of_wind = || word == "级" && before.ends_with(['力', '风']);
        // 一百遍, 八百回 and 一万遍 are figures of speech.
        let often = || {
            let value = first.value.exact();
            matches!(word, "遍" | "回")
                && !first.in_digits
                && [100, 800, 1000, 10_000].iter().any(|many| value == Some(whole(*many)))
        };
        // 千万种可能, 万千条路
        let is_beyond_count = || {
            let bare = self.text.get(start..first.end);
            bare.is_some_and(|bare| matches!(bare, "千万" | "万千" | "百千"))
        };
        let several = first.length > 1 && (first.scale != whole(1) || is_precise(first));
        match () {
            // 一个, 一种: no more than an article.
            () if first.value.is_one() && (!first.in_digits || of_many()) => Weight::Light,
            () if first.approximate && first.value.high() <= Some(whole(10)) => Weight::Light,
            () if often() || is_beyond_count() => Weight::Light,
            () if first.approximate && !first.in_digits || of_wind() => Weight::Medium,
            () if several || first.in_digits => Weight::Full,
            () => Weight::Medium,
        }
    }

    /// 每五个成年人中就有一个, 每三块钱里就有一块: one in so many, which end at `end`, by what stands behind them.
    fn one_in(&self, first: &Numeral, start: usize, behind: &str, end: usize) -> Option<Counted> {
        const ONE: &[&str] = &[
            "个", "人", "名", "位", "块", "元", "美元", "天", "家", "次", "毛", "分", "辆", "台",
            "户", "件", "篇",
        ];
        let several = first.value.is_point() && first.value.low() > Some(whole(1));
        if !several || !self.before(start).ends_with('每') {
            return None;
        }
        let behind = &behind[..behind.floor_char_boundary(90)];
        let is_one = clause_behind(behind).split('有').skip(1).any(|had| {
            let one = had.trim_start().strip_prefix(['一', '1']).map(str::trim_start);
            one.is_some_and(|one| ONE.iter().any(|word| one.starts_with(word)))
        });
        let value = first.value.map(|value| Some(value.recip())).filter(|_| is_one)?;
        Some(Counted { value, end, ..first.counting(Kind::Fraction, Weight::Medium) })
    }
}

/// Whether a count from 21 on is no round one.
fn is_precise(first: &Numeral) -> bool {
    let value = first.value.low().filter(|_| first.value.is_point() && !first.approximate);
    value.is_some_and(|value| {
        value > whole(20) && value.is_integer() && value.to_integer() % 10 != 0
    })
}

/// 六位数: all numbers of six digits, and the length of the word.
fn numbers_so_long(first: &Numeral, text: &str) -> Option<(Interval, usize)> {
    const WORD: &str = "位数";
    let places = first.value.low().filter(|places| {
        // 四位数字 are four digits.
        text.strip_prefix(WORD).is_some_and(|behind| !behind.starts_with('字'))
            && first.value.is_point()
            && places.is_integer()
            && (whole(2)..=whole(12)).contains(places)
    })?;
    let places = u32::try_from(places.to_integer()).ok()?;
    let value = Interval::range(power_of_ten(places - 1)?, power_of_ten(places)? - whole(1));
    Some((value, WORD.len()))
}

/// What stands behind the 半 that makes it half a measure more: 一杯半.
fn half_more<'t>(first: &Numeral, behind: &'t str) -> Option<&'t str> {
    let rest = behind.strip_prefix('半').filter(|_| first.value.is_point())?;
    // 一人半斤, 两个半径
    let other = rest.starts_with(|c| "年天日月夜小场数路价个径球圆岛导衰音轴决".contains(c))
        || Unit::starting_zh(rest).is_some();
    (!other).then_some(rest)
}
