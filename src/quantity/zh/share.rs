//! Shares: 百分之五, 三分之一, 5%, 七成, 八折.

use super::character::digit;
use super::numeral::numeral;
use super::parts::{Counted, Numeral};
use super::reader::Reader;
use crate::quantity::digits::{self, is_digit, vulgar};
use crate::quantity::interval::{Interval, Value, product, sum, whole};
use crate::quantity::{Dimension, Kind, Quantity, Unit, Weight};

impl Reader<'_> {
    /// 四个 9: 99.99 percent.
    fn nines(&self, start: usize, first: &Numeral) -> Option<(Vec<Quantity>, usize)> {
        let behind = self.after(first.end).trim_start().strip_prefix(['个', '個'])?.trim_start();
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
        let share = numeral(self.text, at)?;
        let whole_part = first.value.low().filter(|_| first.value.is_point())?;
        if whole_part == whole(0) {
            return None;
        }
        let mut value = share.value;
        let mut end = share.end;
        if let Some((other, other_end)) = self.second_end(end) {
            // 百分之五到百分之八 names the whole once more, 三分之二到四分之三 another one.
            let again = self.after(other_end).strip_prefix("分之");
            let (high, other_end) = match again {
                Some(top) => {
                    let top = numeral(self.text, self.at_of(top))?;
                    let whole_of = other.value.high().filter(|value| *value != whole(0))?;
                    (product(top.value.high()?, whole_part / whole_of)?, top.end)
                }
                None => (other.value.high()?, other.end),
            };
            value = Interval::range(share.value.low()?, high);
            end = other_end;
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
        let weight = if percent { wholly(&value, self.after(end)) } else { Weight::Full };
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

    /// %, 个百分点, 成, 折.
    pub(super) fn percent(&self, first: &Numeral, rest: &str, at: usize) -> Option<Counted> {
        let counted = |value, end, weight| {
            Some(Counted { value, kind: Kind::Percent, unit: None, end, weight })
        };
        if !rest.starts_with(may_be_percent) {
            return None;
        }
        for sign in ["%", "％", "个百分点", "個百分點", "百分点", "百分點", "个点", "趴"]
        {
            if let Some(behind) = rest.strip_prefix(sign) {
                // 三个点球
                // 五只趴在地上
                if sign == "趴" && behind.starts_with(['在', '着', '下', '了', '到', '上']) {
                    continue;
                }
                if sign == "个点" && behind.starts_with(['球', '心', '位', '子', '名']) {
                    continue;
                }
                // 每提高一个点: "every point"
                let lead = self.before(first.end);
                let lead = &lead[lead.ceil_char_boundary(lead.len().saturating_sub(18))..];
                let each = first.value.is_one() && !first.in_digits && lead.contains('每');
                let weight = if each { Weight::Light } else { wholly(&first.value, behind) };
                return counted(first.value, at + sign.len(), weight);
            }
        }
        for sign in ["个半百分点", "個半百分點"] {
            if rest.starts_with(sign) {
                let value = first.value.map(|v| sum(v, Value::new(1, 2)))?;
                return counted(value, at + sign.len(), Weight::Full);
            }
        }
        if rest.starts_with('‰') {
            return counted(
                first.value.map(|v| product(v, Value::new(1, 10)))?,
                at + '‰'.len_utf8(),
                Weight::Full,
            );
        }
        let small = first.value.high().is_some_and(|high| high <= whole(10));
        if let Some(counted) = self.two_digit_discount(first, rest, at) {
            return Some(counted);
        }
        if let Some(after) = rest.strip_prefix('成').filter(|_| small) {
            // 七成都是, where no city is meant.
            let word = after.starts_with([
                '为', '立', '功', '本', '果', '员', '绩', '长', '年', '熟', '了', '群', '千', '型',
            ]) || after.starts_with('都') && first.value.is_one();
            if !word {
                let mut value = first.value.map(|v| product(v, whole(10)))?;
                let mut end = at + '成'.len_utf8();
                if after.starts_with('半') && !after.starts_with("半数") {
                    value = value.map(|v| sum(v, whole(5)))?;
                    end += '半'.len_utf8();
                }
                // 七成六 is 76 percent.
                let mut behind = after.chars();
                if let Some((character, more)) =
                    behind.next().and_then(|c| Some((c, digit(c).filter(|_| !is_digit(c))?)))
                    && !behind.next().is_some_and(|c| is_unit(c) || digit(c).is_some())
                    && first.value.is_point()
                {
                    value = value.map(|v| sum(v, whole(more)))?;
                    end += character.len_utf8();
                }
                // 八成是忘了: most likely.
                let likely = first.value == Interval::point(whole(8))
                    && after.starts_with(['是', '会', '要', '得', '没', '不', '又', '还', '能']);
                return counted(value, end, if likely { Weight::Light } else { Weight::Full });
            }
        }
        if rest.starts_with('折') && !rest.starts_with("折磨") && !rest.starts_with("折腾") {
            // 八折: eighty percent are paid; 八五折 is 85.
            let low = first.value.low()?;
            let tenths = if low < whole(10) { whole(10) } else { whole(1) };
            let value = first.value.map(|v| product(v, tenths))?;
            return counted(value, at + '折'.len_utf8(), Weight::Full);
        }
        None
    }

    /// 八五折: 85 percent are paid.
    fn two_digit_discount(&self, first: &Numeral, rest: &str, at: usize) -> Option<Counted> {
        let mut characters = rest.chars();
        let character = characters.next()?;
        let ones = digit(character).filter(|_| !is_digit(character))?;
        let tens = first.value.low().filter(|_| first.length == 1 && !first.in_digits)?;
        (characters.next() == Some('折')).then(|| Counted {
            value: Interval::point(tens * whole(10) + whole(ones)),
            kind: Kind::Percent,
            unit: None,
            end: at + character.len_utf8() + '折'.len_utf8(),
            weight: Weight::Full,
        })
    }

    /// 三又三分之一, 1 1/3, 2½.
    pub(super) fn mixed(&self, start: usize, first: &Numeral) -> Option<(Vec<Quantity>, usize)> {
        let rest = self.after(first.end);
        let whole_part = first.value.low().filter(|_| first.value.is_point())?;
        let sign = rest.chars().next();
        let (part, end) =
            if let Some((part, sign)) = sign.and_then(|sign| Some((vulgar(sign)?, sign))) {
                (part, first.end + sign.len_utf8())
            } else if let Some(after) = rest.trim_start_matches(' ').strip_prefix('又') {
                let bottom = numeral(self.text, self.at_of(after.trim_start_matches(' ')))?;
                let after = self.after(bottom.end).trim_start_matches(' ').strip_prefix("分之")?;
                let top = numeral(self.text, self.at_of(after.trim_start_matches(' ')))?;
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

/// How much a percentage asks for a counterpart: 100% 确定 is "absolutely sure" as well.
fn wholly(value: &Interval, behind: &str) -> Weight {
    const SURE: &[char] = &[
        '没', '確', '确', '同', '相', '肯', '会', '會', '不', '赞', '贊', '支', '保', '信', '正',
        '对', '對', '安', '愿', '願', '投', '听', '聽', '认', '認', '放', '服', '靠', '尊',
    ];
    let all = *value == Interval::point(whole(100));
    if all && behind.trim_start().starts_with(SURE) { Weight::Medium } else { Weight::Full }
}

/// Whether what makes a percentage of a number may start with `character`; a digit may belong to 八五折.
fn may_be_percent(character: char) -> bool {
    matches!(character, '%' | '％' | '‰' | '趴' | '个' | '個' | '百' | '成' | '折')
        || digit(character).is_some()
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

/// 百, 千, 万 and 亿, with which the name of a share starts.
fn is_unit(character: char) -> bool {
    matches!(character, '十' | '百' | '佰' | '千' | '仟' | '万' | '萬' | '亿' | '億')
}
