//! Ranges: "one to two years", "$10-15 billion", "a year or two".

use super::numeral::numeral;
use super::parts::{Counted, Numeral};
use super::reader::Reader;
use super::token::{Class, hyphen};
use crate::quantity::digits;
use crate::quantity::interval::{Interval, Value, product, whole};
use crate::quantity::{Kind, Unit, Weight};

/// What stands behind the last hundred or thousand of a number.
fn ends_in(value: Value, scale: Value) -> Value {
    value - (value / scale).floor() * scale
}

impl Reader<'_> {
    /// Whether a dash and the last two digits of a year are glued to four digits before `at`.
    fn is_short_span(&self, at: usize) -> bool {
        let glued = |at: usize| self.token(at).filter(|token| !token.spaced);
        self.before(at, 1).is_some_and(|year| {
            year.text.len() == 4
                && year.text.starts_with('1')
                && year.text.bytes().all(|b| b.is_ascii_digit())
        }) && glued(at).is_some_and(|dash| matches!(dash.text, "–" | "-"))
            && glued(at + 1).is_some_and(|last| last.text.len() == 2)
            && !glued(at + 2).is_some_and(|next| next.class != Class::Sign || next.text == "-")
    }

    /// "one to two years", "$10-15 billion", "eight or nine", "a year or two". `own` is what the first end
    /// counts by itself.
    pub(super) fn range(
        &self,
        start: usize,
        first: &Numeral,
        own: Option<&Counted>,
        sign: Option<Unit>,
    ) -> Option<Counted> {
        if self.before(start, 1).is_some_and(|before| before.is("from"))
            || self.before(start, 2).is_some_and(|before| before.is("from"))
        {
            return None;
        }
        let between = self.before(start, 1).is_some_and(|word| word.is("between"));
        // "a year or two"
        if let Some(own) = own
            && own.unit.is_some()
            && self.is(own.next, "or")
            && let Some(second) = numeral(self.tokens, own.next + 1)
            && !second.article
            && second.value.low() > own.value.high()
            && self.token(second.next).is_none_or(|t| {
                Unit::of_word(&t.text.to_ascii_lowercase()).is_none()
                    || self.is(second.next, "years")
            })
            && own.value.is_point()
            && second.scale == whole(1)
        {
            let again =
                self.token(second.next).and_then(|t| Unit::of_word(&t.text.to_ascii_lowercase()));
            let same = again.is_some_and(|unit| Some(unit) == own.unit);
            let (next, end) = if same {
                (second.next + 1, self.token(second.next)?.end())
            } else {
                (second.next, second.end)
            };
            return Some(Counted {
                value: Interval::range(own.value.low()?, second.value.high()?),
                kind: own.kind,
                unit: own.unit,
                next,
                end,
                weight: Weight::Medium,
            });
        }
        let joint = |at: usize| {
            let token = self.token(at)?;
            let sign = token.class == Class::Sign
                && matches!(token.text, "-" | "–" | "—" | "~" | "‑" | "−");
            let word = token.is_any(&["to", "or"]) || (between && token.is("and"));
            (sign || word).then_some(at + 1)
        };
        let after_unit = own.filter(|own| own.next > first.next).and_then(|own| joint(own.next));
        let mut after = joint(first.next).or(after_unit)?;
        // 2-to-3
        if self.is(after, "to") && hyphen(self.tokens, after + 1) {
            after += 2;
        }
        // 2010-11, 2020 to 2023, and of earlier years only 1426–35
        let year = own.is_some_and(|own| own.kind == Kind::Year);
        if (year || self.is_short_span(first.next))
            && let Some(second) = self
                .token(after)
                .filter(|t| t.class == Class::Number && !t.text.contains(['.', ',']))
            && let Some((until, _)) = digits::number(second.text)
        {
            let from = first.value.low()?;
            let century = whole(from.to_integer() / 100 * 100);
            let until = if second.text.len() == 2 { century + until } else { until };
            let years =
                matches!(second.text.len(), 2 | 4) && until > from && until < from + whole(300);
            return years.then(|| Counted {
                value: Interval::range(from, until),
                kind: Kind::Year,
                unit: None,
                next: after + 1,
                end: second.end(),
                weight: Weight::Full,
            });
        }
        let (second_sign, second_at) = self.currency_sign(after);
        let second = numeral(self.tokens, second_at)?;
        let or = self.is(first.next, "or");
        if second.article || first.article || (second.approximate && !first.approximate) {
            return None;
        }
        let last = self.counted(&second, sign.or(second_sign))?;
        // "from 4.13 billion in 1990 to 4.06 billion"
        let year = own.is_some_and(|own| own.kind == Kind::Year);
        let dated = self.before(start, 1).is_some_and(|t| t.is_any(&["in", "since", "by", "of"]));
        if year && (dated || second.scale != whole(1)) {
            return None;
        }
        if matches!(last.kind, Kind::Year | Kind::Time) {
            return None;
        }
        let (mut low, high) = (first.value.low()?, last.value.high()?);
        match own {
            Some(own) if own.next > first.next && own.kind != Kind::Number => {
                if own.kind != last.kind || own.unit != last.unit {
                    return None;
                }
                low = own.value.low()?;
            }
            // 26 to 32 kilobases
            // "one to a hundred and fifty"
            _ if self.is_any(second_at, &["a", "an"]) => {}
            _ if last.unit.is_none()
                && second.value.high() != Some(high)
                && first.scale == whole(1) =>
            {
                let factor = high / second.value.high().filter(|value| *value != Value::ZERO)?;
                low = product(low, factor)?;
            }
            // "a hundred and fifty or sixty"
            _ if or && ends_in(low, first.scale) < high && high < low && high < first.scale => {
                let tens = ends_in(low, first.scale);
                return (tens > Value::ZERO).then(|| Counted {
                    value: Interval::range(low, low - tens + high),
                    weight: if first.in_digits { Weight::Full } else { Weight::Medium },
                    ..last
                });
            }
            // "a hundred or two hundred million"
            _ if first.scale < second.scale && product(low, second.scale)? < high => {
                low = product(low, second.scale)?;
            }
            _ => {}
        }
        // "one or more" is read elsewhere; 3-2 is a score.
        if low >= high || low == Value::ZERO || (or && high > product(low, whole(10))?) {
            return None;
        }
        Some(Counted {
            value: Interval::range(low, high),
            weight: if first.in_digits { Weight::Full } else { Weight::Medium },
            ..last
        })
    }
}
