//! Ranges: 三到六个月, 90-100 亿.

use super::character::small_unit;
use super::numeral::numeral;
use super::parts::{Counted, Numeral};
use super::reader::Reader;
use crate::quantity::interval::{Interval, Value, product, whole};
use crate::quantity::{Kind, Weight};

impl Reader<'_> {
    /// The numeral after 到, 至, a dash or a tilde at byte `at`, and its end.
    pub(super) fn second_end(&self, at: usize) -> Option<(Numeral, usize)> {
        let rest = self.after(at);
        let trimmed = rest.trim_start_matches(' ');
        // 1024 和 65535 之间
        let between = || {
            let and = ["和", "与", "與"].into_iter().find(|and| trimmed.starts_with(and))?;
            let clause = trimmed.split(['，', '。', '；', ',', '、']).next()?;
            (clause.contains("之间") || clause.contains("之間")).then_some(and)
        };
        let joint = ["到", "至", "—", "–", "-", "~", "～", "−"]
            .into_iter()
            .find(|joint| trimmed.starts_with(joint))
            .or_else(between)?;
        let after = trimmed[joint.len()..].trim_start_matches([' ', '-', '—']);
        let start = self.text.len() - after.len();
        let second = numeral(self.text, start)?;
        Some((second, second.end))
    }

    /// 三到六个月, 90-100 亿, 20%~30%. `own` is what the first end counts by itself.
    pub(super) fn range(
        &self,
        start: usize,
        first: &Numeral,
        own: Option<&Counted>,
    ) -> Option<Counted> {
        // 从 2 亿到 5 亿 are two values, not all between.
        let before = self.before(start).trim_end();
        if before.ends_with('从') || before.ends_with('由') || before.ends_with('從') {
            return None;
        }
        let has_unit = own.is_some_and(|own| own.end > first.end && own.kind != Kind::Number);
        let direct = self.second_end(first.end);
        let (second, _) = match own {
            Some(own) if has_unit => self.second_end(own.end).or(direct),
            Some(own) if direct.is_none() => self.second_end(own.end),
            _ => direct,
        }?;
        let last = self.counted(&second, start)?;
        // 下降 3.2 个百分点至 48.5%: by how much, and to where.
        let points =
            |from: usize, to: usize| self.text.get(from..to).is_some_and(|t| t.contains('点'));
        if last.kind == Kind::Percent
            && own.is_some_and(|own| points(first.end, own.end))
            && !points(second.end, last.end)
        {
            return None;
        }
        let (Some(low), Some(high)) = (first.value.low(), last.value.high()) else { return None };
        if last.kind == Kind::Year || last.kind == Kind::Time {
            return None;
        }
        // 2010-2011 年 are years, and no two thousand of them.
        let year_like = |numeral: &Numeral| {
            numeral.in_digits
                && numeral.length == 4
                && numeral.value.low().is_some_and(|low| low >= whole(1000) && low < whole(3000))
        };
        let century = whole(low.to_integer() / 100 * 100);
        let short = second.in_digits && second.length == 2 && century + high > low;
        if last.kind == Kind::Duration && year_like(first) && (year_like(&second) || short) {
            let value = Interval::range(low, if short { century + high } else { high });
            return Some(Counted {
                value,
                kind: Kind::Year,
                unit: None,
                weight: Weight::Full,
                ..last
            });
        }
        let low = match own {
            // The first end has its own unit: 一天到两周 would need converting.
            Some(own) if has_unit => {
                if own.unit != last.unit || own.kind != last.kind {
                    return None;
                }
                own.value.low()?
            }
            // A bare first end shares what the second one is multiplied by: 10 到 20 亿.
            _ if first.scale == whole(1)
                && second.scale != whole(1)
                && product(low, second.scale)? < high =>
            {
                product(low, second.scale)?
            }
            // 三到五千
            _ if let Some(shared) = self.shared_unit(low, &second) => product(low, shared)?,
            _ if last.kind == Kind::Percent && second.value.is_point() => {
                product(low, high)? / second.value.high().filter(|value| *value != whole(0))?
            }
            _ => low,
        };
        if low >= high {
            return None;
        }
        Some(Counted { value: Interval::range(low, high), weight: Weight::Full, ..last })
    }

    /// The hundred or thousand that a digit before 到 shares with the one digit of `second`.
    fn shared_unit(&self, low: Value, second: &Numeral) -> Option<Value> {
        let words = self.text.get(..second.end)?;
        let unit = words.chars().next_back().and_then(small_unit).filter(|unit| *unit >= 100)?;
        let digit = second.value.low().filter(|_| second.value.is_point())? / whole(unit);
        (low < digit && digit < whole(10) && second.length == 2).then(|| whole(unit))
    }
}
