//! Ranges: 三到六个月, 90-100 亿.

use super::character::{digit, large_unit, small_unit};
use super::parts::{Counted, Numeral};
use super::reader::{LONGEST_CLAUSE, Reader};
use crate::quantity::digits;
use crate::quantity::interval::{Interval, Value, power_of_ten, product, whole};
use crate::quantity::{Kind, Weight};
use crate::text::clause_behind;

impl Reader<'_> {
    /// The numeral after 到, 至, a dash or a tilde at byte `at`, and where it starts.
    pub(super) fn second_end(&self, at: usize) -> Option<(Numeral, usize)> {
        let rest = self.after(at);
        let trimmed = rest.trim_start_matches(' ');
        // 1024 和 65535 之间
        let between = || {
            let and = ["和", "与"].into_iter().find(|and| trimmed.starts_with(and))?;
            let near = &trimmed[..trimmed.floor_char_boundary(LONGEST_CLAUSE)];
            clause_behind(near).contains("之间").then_some(and)
        };
        let joint = ["到", "至", "—", "–", "-", "~", "～", "−"]
            .into_iter()
            .find(|joint| trimmed.starts_with(joint))
            .or_else(between)
            .or_else(|| trimmed.starts_with('或').then_some("或"))?;
        let after = &trimmed[joint.len()..];
        let after = match joint {
            // 苏-27或-30
            "或" => after.trim_start_matches(' '),
            _ => after.trim_start_matches([' ', '-', '—']),
        };
        let start = self.text.len() - after.len();
        Some((self.numeral(start)?, start))
    }

    /// 三到六个月, 90-100 亿, 20%~30%. `own` is what the first end counts by itself.
    pub(super) fn range(
        &self,
        start: usize,
        first: &Numeral,
        own: Option<&Counted>,
    ) -> Option<Counted> {
        // 从 2 亿到 5 亿 are two values, not all between.
        if self.before(start).trim_end().ends_with(['从', '由']) {
            return None;
        }
        let (second, second_start) = self.second_of(first, own)?;
        // 一到十月底: as soon as it comes
        let as_soon_as = self.after(start).starts_with("一到") && {
            let behind = self.after(second.end);
            ["月底", "月初", "月中", "月末", "点"].iter().any(|word| behind.starts_with(word))
                // 一到七八月
                || !second.value.is_point() && behind.starts_with('月')
        };
        if as_soon_as {
            return None;
        }
        let last = self.counted(&second, start)?;
        // 2 或 3GB, 一或两个; but 3个或5个 are two values
        let or = self.text.get(first.end..second_start).is_some_and(|joint| joint.contains('或'));
        if or && (own.is_some_and(|own| own.end > first.end) || !self.counts_what_follows(&second))
        {
            return None;
        }
        let year_or_time = matches!(last.kind, Kind::Year | Kind::Time);
        if year_or_time || self.goes_by_points_to((first, own), (&second, &last)) {
            return None;
        }
        let high = last.value.high()?;
        // 1994–98 前
        let short_span = !or && second.in_digits && second.length == 2 && last.kind == Kind::Number;
        let of_years = |_: &Interval| last.kind == Kind::Duration || short_span;
        if let Some(value) = years(first, &second, high).filter(of_years) {
            let (kind, weight) = (Kind::Year, Weight::Full);
            return Some(Counted { value, kind, unit: None, weight, ..last });
        }
        let low = match self.shared_factor(first, own, (&second, second_start)) {
            Some(factor) => product(first.value.low()?, factor)?,
            None => low_end((first, own), (&second, &last))?,
        };
        let value = Interval::range(low, high);
        let near = !or || high <= product(low, whole(10))?;
        (low < high && near).then_some(Counted { value, weight: Weight::Full, ..last })
    }

    /// The other end of a range, which stands behind the first or behind its unit.
    fn second_of(&self, first: &Numeral, own: Option<&Counted>) -> Option<(Numeral, usize)> {
        let direct = self.second_end(first.end);
        match own {
            Some(_) if own_unit(first, own).is_none() && direct.is_some() => direct,
            Some(own) => self.second_end(own.end).or(direct),
            None => direct,
        }
    }

    /// Whether a letter or a character stands behind a numeral, which it may count.
    fn counts_what_follows(&self, numeral: &Numeral) -> bool {
        let behind = self.after(numeral.end).trim_start_matches([' ', '\u{a0}']);
        behind.starts_with(|c: char| c.is_alphabetic() || c == '%')
    }

    /// What `first`, which has no unit of its own, shares with the second end: all that stands behind the digits of
    /// that. 三到五千, 三到五百万, 8-10 千伏
    fn shared_factor(
        &self,
        first: &Numeral,
        own: Option<&Counted>,
        (second, start): (&Numeral, usize),
    ) -> Option<Value> {
        let words = self.text.get(start..second.end)?;
        let (lead, length) = match digits::number(words) {
            Some(number) => number,
            None => {
                let character = words.chars().next()?;
                (whole(digit(character)?), character.len_utf8())
            }
        };
        let units = words.get(length..)?.trim_end_matches(['多', '余', '来']);
        let mut factor = whole(1);
        for character in units.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '个')) {
            let small = || small_unit(character).filter(|unit| *unit >= 100).map(whole);
            let unit = large_unit(character).and_then(power_of_ten).or_else(small)?;
            factor = product(factor, unit)?;
        }
        let bare = own_unit(first, own).is_none() && first.scale == whole(1);
        (bare && factor > whole(1) && first.value.low()? < lead).then_some(factor)
    }

    /// 下降 3.2 个百分点至 48.5%: by how much, and to where.
    fn goes_by_points_to(
        &self,
        (first, own): (&Numeral, Option<&Counted>),
        (second, last): (&Numeral, &Counted),
    ) -> bool {
        let points = |first: &Numeral, counted: &Counted| {
            self.text.get(first.end..counted.end).is_some_and(|words| words.contains('点'))
        };
        last.kind == Kind::Percent
            && own.is_some_and(|own| points(first, own))
            && !points(second, last)
    }
}

/// What the first end counts, where it has a unit of its own.
fn own_unit<'c>(first: &Numeral, own: Option<&'c Counted>) -> Option<&'c Counted> {
    own.filter(|own| own.end > first.end && own.kind != Kind::Number)
}

/// 2010-2011 年 and 2010-11 年 are years, and no two thousand of them.
fn years(first: &Numeral, second: &Numeral, high: Value) -> Option<Interval> {
    let year_like = |numeral: &Numeral| {
        numeral.in_digits
            && numeral.length == 4
            && numeral.value.low().is_some_and(|low| low >= whole(1000) && low < whole(3000))
    };
    let low = first.value.low().filter(|_| year_like(first))?;
    let century = whole(low.to_integer() / 100 * 100);
    let short = second.in_digits && second.length == 2 && century + high > low;
    let last = if short { century + high } else { high };
    (short || year_like(second)).then(|| Interval::range(low, last))
}

/// The lower end of a range, of each end of which it is known what it counts by itself.
fn low_end(
    (first, own): (&Numeral, Option<&Counted>),
    (second, last): (&Numeral, &Counted),
) -> Option<Value> {
    let (low, high) = (first.value.low()?, last.value.high()?);
    // 六个半到七个半
    if let Some(half) = own.filter(|own| own.kind == Kind::Number && own.end > first.end)
        && last.kind == Kind::Number
    {
        return half.value.low();
    }
    match own_unit(first, own) {
        // 一周到十天
        Some(own) if own.kind == last.kind && own.unit != last.unit => {
            own.unit?.convert(own.value.low()?, last.unit?)
        }
        Some(own) => own.value.low().filter(|_| own.kind == last.kind),
        // A bare first end shares what the second one is multiplied by: 10 到 20 亿.
        None if first.scale == whole(1)
            && second.scale != whole(1)
            && product(low, second.scale)? < high =>
        {
            product(low, second.scale)
        }
        // 5-8%, 3-5 ppm, 64-128 兆字节
        None if matches!(last.kind, Kind::Percent | Kind::Fraction | Kind::Number)
            && second.value.is_point() =>
        {
            Some(product(low, high)? / second.value.high().filter(|value| *value != whole(0))?)
        }
        None => Some(low),
    }
}
