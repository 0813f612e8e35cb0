//! Ranges: "one to two years", "$10-15 billion", "a year or two".

use super::date::named;
use super::numeral::numeral;
use super::parts::{Counted, Numeral};
use super::reader::Reader;
use super::token::{Class, Token, hyphen};
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
        let from = |steps| self.before(start, steps).is_some_and(|word| word.is("from"));
        if from(1) || from(2) {
            return None;
        }
        if let Some(range) = own.and_then(|own| self.one_or_two(own)) {
            return Some(range);
        }
        let after = self.behind_joint(start, first, own)?;
        let is_year = own.is_some_and(|own| own.kind == Kind::Year);
        if (is_year || self.is_short_span(first.next))
            && let Some(last) = self.plain_number(after)
            // "from 1 September 2022 to 31 August 2024"
            && self.token(after + 1).is_none_or(|month| named(month).is_none())
        {
            return self.years(first, last, after + 1);
        }
        let (second_sign, second_at) = self.currency_sign(after);
        let second = numeral(self.tokens, second_at)?;
        // "110V or 220-240V": one value, or a range
        if self.is(after - 1, "or") && self.begins_range(&second) {
            return None;
        }
        // "from four to one to two and a half to one": two ratios
        let to_one = |at: usize| self.is(at, "to") && self.is_any(at + 1, &["one", "1"]);
        if self.before(start, 1).is_some_and(|word| word.is("to"))
            && (to_one(second.next) || self.is(second.next, "and") && to_one(second.next + 3))
        {
            return None;
        }
        // "a year to eighteen months"
        let a_year = first.article
            && own.is_some_and(|own| own.kind == Kind::Duration)
            && self.is(after - 1, "to");
        // "between a hundred thousand and several hundred thousand"
        let vague = second.approximate && !first.approximate && !self.is(after - 1, "and");
        if second.article || first.article && !a_year || vague {
            return None;
        }
        let last = self.counted(&second, sign.or(second_sign))?;
        // "from 4.13 billion in 1990 to 4.06 billion"
        let dated =
            || self.before(start, 1).is_some_and(|word| word.is_any(&["in", "since", "by", "of"]));
        if is_year && (second.scale != whole(1) || dated())
            || matches!(last.kind, Kind::Year | Kind::Time)
        {
            return None;
        }
        if own.is_some_and(|own| self.goes_by_points_to((first.next, own), (second.next, &last))) {
            return None;
        }
        let or = self.is(first.next, "or");
        let (low, high) = match (
            self.is_any(second_at, &["a", "an"]),
            self.shared_factor(first, own, (&second, second_at)),
        ) {
            // "one to a hundred and fifty"
            (true, _) => (first.value.low()?, last.value.high()?),
            (false, Some(factor)) => (product(first.value.low()?, factor)?, last.value.high()?),
            (false, None) => ends((first, own), (&second, &last), or)?,
        };
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

    /// "by 0.1 of a percentage point to 3.35 percent": by how much, and to where. Each is told with the token behind its
    /// numeral.
    fn goes_by_points_to(
        &self,
        (by, own): (usize, &Counted),
        (to, last): (usize, &Counted),
    ) -> bool {
        let points = |from: usize, to: usize| {
            self.tokens
                .get(from..to)
                .is_some_and(|words| words.iter().any(|w| w.is_any(&["point", "points"])))
        };
        own.kind == Kind::Percent
            && last.kind == Kind::Percent
            && points(by, own.next)
            && !points(to, last.next)
    }

    /// What `first` shares with the second end, which starts at token `at`: all that stands behind the first word
    /// of that. "three to five hundred million"
    fn shared_factor(
        &self,
        first: &Numeral,
        own: Option<&Counted>,
        (second, at): (&Numeral, usize),
    ) -> Option<Value> {
        let bare = first.scale == whole(1) && own.is_none_or(|own| own.next == first.next);
        let lead = numeral(self.tokens.get(..=at).filter(|_| bare)?, at)?.value.exact()?;
        let behind = self.tokens.get(at + 1..second.next)?;
        let scales = |word: &Token<'_>| word.is("hundred") || word.known.scale().is_some();
        let shares = behind.iter().any(|word| word.is("hundred")) && behind.iter().all(scales);
        let low = first.value.low().filter(|low| shares && *low < lead && lead > Value::ZERO);
        low.and(second.value.exact()).map(|all| all / lead)
    }

    /// "a year or two"
    fn one_or_two(&self, own: &Counted) -> Option<Counted> {
        own.unit.filter(|_| self.is(own.next, "or") && own.value.is_point())?;
        let second = numeral(self.tokens, own.next + 1)?;
        let again = self.token(second.next).and_then(|t| Unit::of_any_case(t.text));
        let ends = again.is_none() || self.is(second.next, "years");
        if second.article
            || second.scale != whole(1)
            || self.begins_range(&second)
            || second.value.low() <= own.value.high()
            || !ends
        {
            return None;
        }
        let (next, end) = match again.is_some() && again == own.unit {
            true => (second.next + 1, self.token(second.next)?.end()),
            false => (second.next, second.end),
        };
        let value = Interval::range(own.value.low()?, second.value.high()?);
        let (kind, unit, weight) = (own.kind, own.unit, Weight::Medium);
        Some(Counted { value, kind, unit, next, end, weight })
    }

    /// Whether another number is joined to the one of `first` by a hyphen.
    fn begins_range(&self, first: &Numeral) -> bool {
        hyphen(self.tokens, first.next)
            && self.token(first.next + 1).is_some_and(|next| next.class == Class::Number)
    }

    /// The token behind the sign or word that joins the ends of a range.
    fn behind_joint(&self, start: usize, first: &Numeral, own: Option<&Counted>) -> Option<usize> {
        let between = self.before(start, 1).is_some_and(|word| word.is("between"));
        // "debts of fifty, sixty thousand", "goes for 18, 20 thousand dollars"
        let next_to = || {
            let (low, high) = (self.before(first.next, 1)?, self.token(first.next + 1)?);
            let follows = match low.known.small().zip(high.known.small()) {
                Some((low, high)) => {
                    high == low + 1 && low < 10 || high == low + 10 && low >= 20 && low % 10 == 0
                }
                // "one and a half, 1.6 billion"
                None if first.value.exact().is_some_and(|low| !low.is_integer()) => {
                    let (low, high) = (first.value.exact()?, digits::number(high.text)?.0);
                    high < whole(1000) && low < high && high * whole(5) <= low * whole(6)
                }
                None => {
                    let (low, high) =
                        (self.plain_number(first.next - 1)?.0, digits::number(high.text)?.0);
                    low < high && high * whole(2) <= low * whole(3) && high < whole(1000)
                }
            };
            let scaled = self.token(first.next + 2)?.known.scale().is_some();
            (self.is(first.next, ",") && first.scale == whole(1) && follows && scaled)
                .then_some(first.next + 1)
        };
        if let Some(second) = next_to() {
            return Some(second);
        }
        let joint = |at: usize| {
            let token = self.token(at)?;
            let sign = token.class == Class::Sign
                && matches!(token.text, "-" | "–" | "—" | "~" | "‑" | "−");
            let word = token.is_any(&["to", "or"]) || (between && token.is("and"));
            (sign || word).then_some(at + 1)
        };
        let after_unit = || own.filter(|own| own.next > first.next).and_then(|own| joint(own.next));
        let after = joint(first.next).or_else(after_unit)?;
        // 2-to-3
        let twice = self.is(after, "to") && hyphen(self.tokens, after + 1);
        Some(if twice { after + 2 } else { after })
    }

    /// The whole number at `at`, and its length.
    fn plain_number(&self, at: usize) -> Option<(Value, usize)> {
        let token = self
            .token(at)
            .filter(|token| token.class == Class::Number && !token.text.contains(['.', ',']))?;
        let (value, _) = digits::number(token.text)?;
        Some((value, token.text.len()))
    }

    /// 2010-11, 2020 to 2023, and of earlier years only 1426–35. The last year, which may lack its century, ends
    /// before the token `next`.
    fn years(
        &self,
        first: &Numeral,
        (last, length): (Value, usize),
        next: usize,
    ) -> Option<Counted> {
        let from = first.value.low()?;
        let century = whole(from.to_integer() / 100 * 100);
        let until = if length == 2 { century + last } else { last };
        if !matches!(length, 2 | 4) || until <= from || until >= from + whole(300) {
            return None;
        }
        let value = Interval::range(from, until);
        let counted = first.counting(Kind::Year, Weight::Full);
        Some(Counted { value, next, end: self.end_before(next)?, ..counted })
    }
}

/// The ends of a range of two numerals, of each of which it is known what it counts by itself: the first may take its
/// scale or its unit from the second, or the second be no more than the last part of the first.
fn ends(
    (first, own): (&Numeral, Option<&Counted>),
    (second, last): (&Numeral, &Counted),
    or: bool,
) -> Option<(Value, Value)> {
    let (low, high) = (first.value.low()?, last.value.high()?);
    let tens = || ends_in(low, first.scale);
    match own {
        Some(own) if own.next > first.next && own.kind != Kind::Number => {
            let low = own.value.low().filter(|_| own.kind == last.kind)?;
            match own.unit == last.unit {
                true => Some((low, high)),
                // "a year to eighteen months"
                false => Some((own.unit?.convert(low, last.unit?)?, high)),
            }
        }
        // 26 to 32 kilobases
        _ if last.unit.is_none()
            && second.value.high() != Some(high)
            && first.scale == whole(1) =>
        {
            let factor = high / second.value.high().filter(|value| *value != Value::ZERO)?;
            Some((product(low, factor)?, high))
        }
        // "a hundred and fifty or sixty"
        _ if or && high < low && high < first.scale && tens() < high => {
            (tens() > Value::ZERO).then(|| (low, low - tens() + high))
        }
        // "a hundred or two hundred million"
        _ if first.scale < second.scale && product(low, second.scale)? < high => {
            Some((product(low, second.scale)?, high))
        }
        _ => Some((low, high)),
    }
}
