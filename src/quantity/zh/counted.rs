//! What a numeral counts, by what stands around it.

use super::currency::currency_before;
use super::letters;
use super::measure::measure_word;
use super::multiple::multiple_sign;
use super::parts::{Counted, Numeral};
use super::reader::Reader;
use crate::quantity::interval::{Interval, Value, power_of_ten, product, sum, whole};
use crate::quantity::{Kind, Weight};

/// Measure words that are shown with their number, though they say nothing of it.
const SHOWN: &[&str] = &["个", "個", "位", "名", "次", "家", "种"];

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
        if let Some(counted) = self.with_unit(first, trimmed) {
            return Some(counted);
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
        if self.is_one_in(first, start, behind) {
            let value = first.value.map(|value| Some(value.recip()))?;
            let counted = first.counting(Kind::Fraction, Weight::Medium);
            return Some(Counted { value, end, ..counted });
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
            let lead = self.text[..start].rsplit(['。', '；', '，']).next();
            before.ends_with(['有', '就']) && lead.is_some_and(|lead| lead.contains('每'))
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
        let several = first.length > 1 && (first.scale != whole(1) || is_precise(first));
        match () {
            // 一个, 一种: no more than an article.
            () if first.value.is_one() && (!first.in_digits || of_many()) => Weight::Light,
            () if first.approximate && first.value.high() <= Some(whole(10)) => Weight::Light,
            () if often() => Weight::Light,
            () if first.approximate && !first.in_digits || of_wind() => Weight::Medium,
            () if several || first.in_digits => Weight::Full,
            () => Weight::Medium,
        }
    }

    /// 每五个成年人中就有一个: one in so many, by what stands behind the measure word.
    fn is_one_in(&self, first: &Numeral, start: usize, behind: &str) -> bool {
        if !self.before(start).ends_with('每') {
            return false;
        }
        let several = first.value.is_point() && first.value.low() > Some(whole(1));
        let behind = &behind[..behind.floor_char_boundary(90)];
        let clause = behind.split(['，', '。', '；', '！', '？', ',']).next().unwrap_or_default();
        let one = [
            "有一个",
            "有一個",
            "有一人",
            "有一名",
            "有一位",
            "有 1 个",
            "有1个",
            "有 1 人",
            "有1人",
        ];
        several && one.iter().any(|one| clause.contains(one))
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
        text.starts_with(WORD)
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
    let other = rest.starts_with(|c| "年天日月夜小场数路价个".contains(c));
    (!other).then_some(rest)
}
