//! Exact values and intervals of them.

use std::fmt;

use num_rational::Ratio;

/// An exact number. Thirds and tenths are equal to themselves, which floating point does not give.
pub type Value = Ratio<i128>;

/// The value of a whole number.
pub(super) fn whole(number: i128) -> Value {
    Value::from_integer(number)
}

/// 10 to the power of `exponent`, or nothing beyond 10^30.
pub(super) fn power_of_ten(exponent: u32) -> Option<Value> {
    (exponent <= 30).then(|| 10_i128.checked_pow(exponent).map(whole)).flatten()
}

/// What doubling so many times makes of one. Of a part of a doubling no more is known than between which powers of
/// two it lies: six and a half times make 64 to 128 of it.
pub(super) fn doubled(times: Value) -> Option<Interval> {
    const MOST: i128 = 40;
    let power = |times: Value| {
        let times = u32::try_from(times.to_integer()).ok()?;
        Some(whole(1 << times))
    };
    if times < whole(0) || times > whole(MOST) {
        return None;
    }
    Some(Interval::range(power(times.floor())?, power(times.ceil())?))
}

/// The product, unless it does not fit. Whole numbers, which most are, need no reducing.
pub(super) fn product(a: Value, b: Value) -> Option<Value> {
    if a.is_integer() && b.is_integer() {
        return a.numer().checked_mul(*b.numer()).map(whole);
    }
    let numerator = a.numer().checked_mul(*b.numer())?;
    let denominator = a.denom().checked_mul(*b.denom())?;
    (denominator != 0).then(|| Value::new(numerator, denominator))
}

/// The sum, unless it does not fit.
pub(super) fn sum(a: Value, b: Value) -> Option<Value> {
    if a.is_integer() && b.is_integer() {
        return a.numer().checked_add(*b.numer()).map(whole);
    }
    let left = a.numer().checked_mul(*b.denom())?;
    let right = b.numer().checked_mul(*a.denom())?;
    Some(Value::new(left.checked_add(right)?, a.denom().checked_mul(*b.denom())?))
}

/// All values from `low` to `high`, both included. An end that is missing is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    low: Option<Value>,
    high: Option<Value>,
}

impl Interval {
    /// One value.
    pub fn point(value: Value) -> Interval {
        Interval { low: Some(value), high: Some(value) }
    }

    /// From one value to another; they are put in order.
    pub fn range(one: Value, other: Value) -> Interval {
        Interval { low: Some(one.min(other)), high: Some(one.max(other)) }
    }

    /// A value or more.
    pub fn at_least(value: Value) -> Interval {
        Interval { low: Some(value), high: None }
    }

    /// A value or less.
    pub fn at_most(value: Value) -> Interval {
        Interval { low: None, high: Some(value) }
    }

    /// The lower end.
    pub fn low(&self) -> Option<Value> {
        self.low
    }

    /// The upper end.
    pub fn high(&self) -> Option<Value> {
        self.high
    }

    /// The value, if it is one and no range.
    pub fn exact(&self) -> Option<Value> {
        self.low.filter(|_| self.is_point())
    }

    /// Whether it is one value.
    pub fn is_point(&self) -> bool {
        self.low.is_some() && self.low == self.high
    }

    /// Whether an end is open.
    pub fn is_open(&self) -> bool {
        self.low.is_none() || self.high.is_none()
    }

    /// Whether it is the value one.
    pub fn is_one(&self) -> bool {
        *self == Interval::point(whole(1))
    }

    /// An end that is there.
    pub(super) fn some_end(&self) -> Option<Value> {
        self.low.or(self.high)
    }

    /// Each end changed in the same way; nothing if the change fails.
    pub(super) fn map(&self, change: impl Fn(Value) -> Option<Value>) -> Option<Interval> {
        let end = |end: Option<Value>| end.map(&change).map_or(Some(None), |end| end.map(Some));
        let (low, high) = (end(self.low)?, end(self.high)?);
        Some(match (low, high) {
            (Some(low), Some(high)) => Interval::range(low, high),
            (low, high) => Interval { low, high },
        })
    }

    /// The same below zero, with its ends in order.
    pub(super) fn negated(&self) -> Interval {
        self.map(|value| product(value, whole(-1))).unwrap_or(*self)
    }

    /// The same with a minus sign before it, where `written` is what stands behind that sign: of -10 to 45 only the
    /// first end is below zero, of -45 to -10 both are.
    pub(super) fn negated_from(&self, written: &str) -> Interval {
        const JOINTS: &[&str] = &["-", "–", "—", "~", "～", "−", "到", "至", "to", "and"];
        let signed = |(at, sign): (usize, &str)| {
            let before = written[..at].trim_end();
            !sign.is_empty() && JOINTS.iter().any(|joint| before.ends_with(joint))
        };
        let both = ["-", "−", "minus", "零下", "负"]
            .iter()
            .any(|sign| written.match_indices(sign).any(signed));
        // "minus twenty-five or twenty-six"
        let either = written.contains("or") && !written.contains("to");
        match (self.low, self.high) {
            (Some(low), Some(high)) if low < high && !both && !either => {
                Interval::range(-low, high)
            }
            _ => self.negated(),
        }
    }

    /// Whether it is that whole number.
    pub(crate) fn is_whole(&self, number: u32) -> bool {
        *self == Interval::point(whole(i128::from(number)))
    }

    /// So many nines as a share in percent: 99.99 for four.
    pub(super) fn nines(&self) -> Option<Interval> {
        let count = self.low().filter(|count| self.is_point() && count.is_integer())?.to_integer();
        let several = u32::try_from(count).ok().filter(|count| (2..=9).contains(count))?;
        Some(Interval::point(whole(100) - power_of_ten(several - 2)?.recip()))
    }

    /// Whether the two share a value.
    pub(super) fn overlaps(&self, other: &Interval) -> bool {
        let before = |high: Option<Value>, low: Option<Value>| match (high, low) {
            (Some(high), Some(low)) => high < low,
            _ => false,
        };
        !before(self.high, other.low) && !before(other.high, self.low)
    }

    /// Written without thousands separators, as years are.
    pub(super) fn plain(&self) -> String {
        self.to_string().replace(',', "")
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high => f.write_str(&shown(low)),
            (Some(low), Some(high)) => write!(f, "{}–{}", shown(low), shown(high)),
            (Some(low), None) => write!(f, "≥ {}", shown(low)),
            (None, Some(high)) => write!(f, "≤ {}", shown(high)),
            (None, None) => f.write_str("any"),
        }
    }
}

/// A value with thousands separators: a decimal where it has one of at most six places, otherwise a
/// fraction.
fn shown(value: Value) -> String {
    let (numerator, denominator) = (*value.numer(), *value.denom());
    let sign = if numerator < 0 { "-" } else { "" };
    let numerator = numerator.unsigned_abs();
    let Ok(denominator) = u128::try_from(denominator) else { return String::new() };
    let (integer, mut rest) = (numerator / denominator, numerator % denominator);
    let mut places = String::new();
    while rest != 0 && places.len() < 7 {
        rest *= 10;
        places.push(char::from(b'0' + (rest / denominator) as u8));
        rest %= denominator;
    }
    if rest != 0 {
        return format!("{sign}{}/{}", grouped(numerator), grouped(denominator));
    }
    let point = if places.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{places}", grouped(integer))
}

/// Digits in groups of three.
fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_shown_as_people_write_them() {
        assert_eq!(Interval::point(whole(5_000_000_000)).to_string(), "5,000,000,000");
        assert_eq!(Interval::point(Value::new(-5, 2)).to_string(), "-2.5");
        assert_eq!(Interval::point(Value::new(1, 3)).to_string(), "1/3");
        assert_eq!(Interval::range(whole(3), whole(2)).to_string(), "2–3");
        assert_eq!(Interval::at_least(whole(50)).to_string(), "≥ 50");
    }

    #[test]
    fn open_ends_overlap_with_everything_beyond() {
        assert!(Interval::at_least(whole(5)).overlaps(&Interval::point(whole(7))));
        assert!(!Interval::at_least(whole(5)).overlaps(&Interval::point(whole(4))));
    }
}
