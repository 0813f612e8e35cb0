//! Shares of a whole: 百分之五, 三分之一, 三又三分之一.

use super::character::digit;
use super::parts::{Counted, Numeral};
use super::percent::{is_unit, wholly};
use super::reader::{LONGEST_CLAUSE, Reader};
use crate::quantity::digits::{self, is_digit, vulgar};
use crate::quantity::interval::{Interval, Value, product, sum, whole};
use crate::quantity::{Dimension, Kind, Quantity, Unit, Weight};

impl Reader<'_> {
    /// 四个 9: 99.99 percent.
    fn nines(&self, start: usize, first: &Numeral) -> Option<(Vec<Quantity>, usize)> {
        let behind = self.after(first.end).trim_start().strip_prefix('个')?.trim_start();
        let behind = behind.strip_prefix(['9', '九'])?;
        let goes_on = behind.starts_with(|c: char| {
            is_digit(c)
                || c == '.'
                || c == '%'
                || digit(c).is_some()
                || "十百千万亿个月年岁".contains(c)
        });
        let value = first.value.nines().filter(|_| !goes_on)?;
        let (kind, end) = (Kind::Percent, self.at_of(behind));
        self.counts(start, Counted { value, kind, unit: None, end, weight: Weight::Full })
    }

    /// 百分之五, 三分之一, 千分之三; also 百分之十到二十五.
    pub(super) fn share(&self, start: usize, first: &Numeral) -> Option<(Vec<Quantity>, usize)> {
        if let Some(nines) = self.nines(start, first) {
            return Some(nines);
        }
        let rest = self.after(first.end).trim_start();
        let skipped = self.after(first.end).len() - rest.len();
        let rest = rest.strip_prefix("分之")?;
        let mut at = first.end + skipped + "分之".len();
        at += rest.len() - rest.trim_start().len();
        let share = self.numeral(at)?;
        if let Some(several) = self.one_of_several(start, first, at) {
            return Some(several);
        }
        let whole_part = first.value.exact()?;
        if whole_part == whole(0) {
            return None;
        }
        let mut value = share.value;
        let mut end = share.end;
        // 从百分之五到四成: the other end is a share of its own.
        let other =
            self.second_end(end).filter(|(other, _)| !self.after(other.end).starts_with('成'));
        if let Some((other, _)) = other {
            // 百分之五到百分之八 names the whole once more, 三分之二到四分之三 another one.
            let again = self.after(other.end).strip_prefix("分之");
            let (high, other_end) = match again {
                Some(top) => {
                    let top = self.numeral(self.at_of(top))?;
                    let whole_of = other.value.high().filter(|value| *value != whole(0))?;
                    (product(top.value.high()?, whole_part / whole_of)?, top.end)
                }
                None => (other.value.high()?, other.end),
            };
            value = Interval::range(share.value.low()?, high);
            end = other_end;
        }
        // 百分之二点几: between two and three
        if whole_part == whole(100) && value.is_point() && self.after(end).starts_with("点几") {
            value = Interval::range(share.value.low()?, sum(share.value.low()?, whole(1))?);
            end += "点几".len();
        }
        // 百分之五 is five percent; 一百分之五, with its 一, a fraction.
        let bare = !first.in_digits && self.after(start).chars().next().is_some_and(is_unit);
        // 十亿分之一米 is a length.
        let measured = Unit::starting_zh(self.after(end)).is_some_and(|(unit, _)| {
            matches!(unit.dimension(), Dimension::Length | Dimension::Mass | Dimension::Time)
        });
        let percent = bare && whole_part >= whole(100) && !measured;
        let (kind, factor) = if percent {
            (Kind::Percent, whole(100) / whole_part)
        } else {
            (Kind::Fraction, whole(1) / whole_part)
        };
        let value = value.map(|value| product(value, factor))?;
        let weight = match percent {
            true if self.asks_how_many(&share, end) => Weight::Light,
            true => wholly(&value, self.after(end)),
            false => Weight::Full,
        };
        let mut counted = Counted { value, kind, unit: None, end, weight };
        if kind == Kind::Fraction
            && let Some((unit, kind, end)) = self.unit_of_a_part(end)
        {
            counted = Counted { kind, unit: Some(unit), end, ..counted };
        }
        let quantity = self.dressed(start, counted, share.approximate);
        let end = quantity.span.end() as usize;
        Some((vec![quantity], end))
    }

    /// 六七分之一, whose part stands at `at`: between a seventh and a sixth.
    fn one_of_several(
        &self,
        start: usize,
        first: &Numeral,
        at: usize,
    ) -> Option<(Vec<Quantity>, usize)> {
        let share = self.numeral(at).filter(|share| share.value.is_one())?;
        let (few, many) = (first.value.low()?, first.value.high()?);
        if first.value.is_point() || few < whole(2) {
            return None;
        }
        let value = Interval::range(many.recip(), few.recip());
        let (kind, end, weight) = (Kind::Fraction, share.end, Weight::Medium);
        self.counts(start, Counted { value, kind, unit: None, end, weight })
    }

    /// 占百分之几？: "what percent"
    fn asks_how_many(&self, share: &Numeral, end: usize) -> bool {
        let some = self.text.get(..share.end).is_some_and(|text| text.ends_with('几'));
        let behind = self.after(end);
        let near = &behind[..behind.floor_char_boundary(LONGEST_CLAUSE)];
        let clause = || near.split(['，', '。', '；', '！', ',']).next();
        some && clause().is_some_and(|clause| clause.contains(['？', '?', '吗', '呢']))
    }

    /// The unit behind a fraction, what it measures and where it ends: 四分之一个世纪.
    pub(super) fn unit_of_a_part(&self, end: usize) -> Option<(Unit, Kind, usize)> {
        let rest = self.after(end).trim_start_matches(' ');
        let (unit, length) = Unit::starting_zh(rest)?;
        let kind = match unit.dimension() {
            Dimension::Calendar | Dimension::Time => Kind::Duration,
            Dimension::Length | Dimension::Mass | Dimension::Area | Dimension::Volume => {
                Kind::Measure
            }
            _ => return None,
        };
        // 三分之一里, 一半升: single characters that are other words as well.
        let doubtful = matches!(&rest[..length], "里" | "升" | "米" | "克" | "码" | "载" | "周");
        (!doubtful).then(|| (unit, kind, self.at_of(rest) + length))
    }

    /// 三又三分之一, 1 1/3, 2½.
    pub(super) fn mixed(&self, start: usize, first: &Numeral) -> Option<(Vec<Quantity>, usize)> {
        let rest = self.after(first.end);
        let whole_part = first.value.exact()?;
        let sign = rest.chars().next();
        let (part, end) =
            if let Some((part, sign)) = sign.and_then(|sign| Some((vulgar(sign)?, sign))) {
                (part, first.end + sign.len_utf8())
            } else if let Some(after) = rest.trim_start_matches(' ').strip_prefix('又') {
                let bottom = self.numeral(self.at_of(after.trim_start_matches(' ')))?;
                let after = self.after(bottom.end).trim_start_matches(' ').strip_prefix("分之")?;
                let top = self.numeral(self.at_of(after.trim_start_matches(' ')))?;
                let bottom_value = bottom.value.low().filter(|value| *value != whole(0))?;
                (top.value.low()? / bottom_value, top.end)
            } else {
                let after = rest.strip_prefix(' ').filter(|_| first.in_digits)?;
                let (part, length) = slashed(after)?;
                (part, self.at_of(after) + length)
            };
        Some(self.share_of(start, sum(whole_part, part)?, Kind::Number, end))
    }

    /// 3/5 in half or full width.
    pub(super) fn slash(&self, start: usize, first: &Numeral) -> Option<(Vec<Quantity>, usize)> {
        let glued = self.text[..start].ends_with(['/', '／']);
        if !first.in_digits || glued {
            return None;
        }
        let (value, length) = slashed(self.after(start))?;
        let proper = value < whole(1);
        proper.then(|| self.share_of(start, value, Kind::Fraction, start + length))
    }

    fn share_of(
        &self,
        start: usize,
        value: Value,
        kind: Kind,
        end: usize,
    ) -> (Vec<Quantity>, usize) {
        let value = Interval::point(value);
        let weight = if kind == Kind::Fraction { Weight::Medium } else { Weight::Full };
        let counted = Counted { value, kind, unit: None, end, weight };
        let quantity = self.dressed(start, counted, false);
        let end = quantity.span.end() as usize;
        (vec![quantity], end)
    }

    /// The byte at which a suffix of the text starts.
    pub(super) fn at_of(&self, suffix: &str) -> usize {
        self.text.len() - suffix.len()
    }
}

/// The value of two small whole numbers with a slash between them at the start of `text`, and its
/// length. Dates and paths, which have more slashes, are none.
fn slashed(text: &str) -> Option<(Value, usize)> {
    let (top, length) = digits::plain(text)?;
    let after = text[length..].strip_prefix(['/', '／'])?;
    let (bottom, more) = digits::plain(after)?;
    let end = text.len() - after.len() + more;
    let small = bottom > whole(1) && bottom <= whole(100) && bottom.is_integer();
    let part = small && top.is_integer() && top > whole(0);
    let ends =
        !text[end..].starts_with(|c: char| c == '/' || c == '／' || c.is_ascii_alphanumeric());
    (part && ends).then(|| (top / bottom, end))
}
