//! Numerals with a unit: "two and a half hours", "10 GW", "a year and a half".

use super::numeral::numeral;
use super::parts::{Counted, Numeral};
use super::reader::Reader;
use super::token::{Class, hyphen};
use crate::quantity::interval::{Interval, Value, power_of_ten, product, sum, whole};
use crate::quantity::unit::abbreviated;
use crate::quantity::{Dimension, Kind, Unit, Weight};

/// Prefixes of the International System of Units, with their powers of ten.
const PREFIXES: &[(&str, u32)] = &[("kilo", 3), ("mega", 6), ("giga", 9), ("tera", 12)];

/// A part in a smaller unit that is said without it.
struct BarePart {
    /// The larger unit as it is said then.
    words: &'static [&'static str],
    /// How many of the larger unit there may be, the ends included.
    of: (i128, i128),
    smaller: &'static str,
    /// How many of the smaller unit make a larger one.
    share: i128,
    /// How many of the smaller unit there may be, the ends included.
    range: (i128, i128),
    /// Whether anything may follow; elsewhere a clause has to end, lest the number counts something else.
    anywhere: bool,
}

const MANY: i128 = 1_000_000;

/// "five foot nine", "two hours nineteen", "two minutes fifty", "a meter eighty"
const BARE_PARTS: &[BarePart] = &[
    BarePart {
        words: &["foot"],
        of: (3, 8),
        smaller: "inch",
        share: 12,
        range: (1, 11),
        anywhere: true,
    },
    BarePart {
        words: &["hour", "hours"],
        of: (0, MANY),
        smaller: "minute",
        share: 60,
        range: (1, 59),
        anywhere: false,
    },
    BarePart {
        words: &["minute", "minutes"],
        of: (0, MANY),
        smaller: "second",
        share: 60,
        range: (10, 59),
        anywhere: false,
    },
    BarePart {
        words: &["meter", "metre"],
        of: (1, 1),
        smaller: "centimetre",
        share: 100,
        range: (10, 99),
        anywhere: false,
    },
];

/// Whether `value` is a whole number from one end to the other.
fn within((low, high): (i128, i128), value: Value) -> bool {
    value.is_integer() && (whole(low)..=whole(high)).contains(&value)
}

impl Reader<'_> {
    /// The currency that a sign at `at` stands for, and the token behind it.
    pub(super) fn currency_sign(&self, at: usize) -> (Option<Unit>, usize) {
        let Some(token) = self.token(at) else { return (None, at) };
        // HK$100
        let dollars = [
            ("HK", "HKD"),
            ("NT", "TWD"),
            ("A", "AUD"),
            ("AU", "AUD"),
            ("C", "CAD"),
            ("CA", "CAD"),
            ("S", "SGD"),
            ("NZ", "NZD"),
            ("Mex", "MXN"),
            ("MX", "MXN"),
            ("R", "BRL"),
        ];
        if self.token(at + 1).is_some_and(|sign| !sign.spaced && sign.text == "$")
            && let Some((_, name)) = dollars.iter().find(|(prefix, _)| token.text == *prefix)
        {
            return (Unit::named(name), at + 2);
        }
        if token.text == "CN"
            && self.token(at + 1).is_some_and(|sign| matches!(sign.text, "¥" | "￥"))
        {
            return (Unit::named("CNY"), at + 2);
        }
        let name = match token.text {
            "$" => "USD",
            "€" => "EUR",
            "£" => "GBP",
            "¥" | "￥" => "CNY",
            _ if token.is_any(&["us", "usd", "eur", "rmb", "cny", "gbp", "jpy", "hkd", "twd"]) => {
                let skip = if self.is(at + 1, "$") { 2 } else { 1 };
                let next = self.token(at + skip);
                if !next.is_some_and(|next| next.class == Class::Number)
                    || (token.is("us") && skip == 1)
                {
                    return (None, at);
                }
                let unit = if skip == 2 {
                    Unit::named("USD")
                } else {
                    Unit::of_word(&token.text.to_ascii_lowercase())
                };
                return (unit, at + skip);
            }
            _ => return (None, at),
        };
        (Unit::named(name), at + 1)
    }

    /// "two hours and eight minutes": the part at `at`, behind one in `unit`, its unit, and the token
    /// after it.
    fn smaller_unit(&self, at: usize, unit: Unit) -> Option<(Value, Unit, usize)> {
        let comma = self.is(at, ",");
        let start = at + usize::from(comma || self.is(at, "and"));
        let start = start + usize::from(comma && self.is(start, "and"));
        // Most words behind a unit are no numbers, which is quickly seen.
        let first = self.token(start)?;
        if first.class != Class::Number && first.known.small().is_none() {
            return None;
        }
        let second = numeral(self.tokens, start)
            .filter(|second| second.value.is_point() && !second.article)
            .filter(|second| second.in_digits || !comma)?;
        let name = self.token(second.next).filter(|name| name.class == Class::Word)?;
        let smaller = Unit::of_word(&name.text.to_ascii_lowercase())?;
        let split = matches!(
            smaller.dimension(),
            Dimension::Calendar | Dimension::Time | Dimension::Length | Dimension::Mass
        );
        let share = smaller.factor() / unit.factor();
        let value = second.value.low()?;
        let fits = split
            && smaller.dimension() == unit.dimension()
            && share < Value::ONE
            && product(value, share)? < Value::ONE;
        let next = second.next + 1;
        let Some((more, smallest, next)) = fits.then(|| self.smaller_unit(next, smaller))? else {
            return Some((value, smaller, next));
        };
        let value = sum(product(value, smaller.factor() / smallest.factor())?, more)?;
        Some((value, smallest, next))
    }

    /// The energy that a power at `at` makes with the hours behind it, and the token after them.
    fn energy_at(&self, at: usize) -> Option<(Unit, usize)> {
        let power = self.token(at)?;
        let joint = usize::from(hyphen(self.tokens, at + 1));
        let hours = self.token(at + 1 + joint)?;
        let name = format!("{}-hour", power.text.to_ascii_lowercase());
        hours.is_any(&["hour", "hours"]).then_some(())?;
        Some((Unit::named(&name)?, at + 2 + joint))
    }

    /// The value in the smaller unit, that unit and the token after it, where `word` leaves one out: "five foot nine".
    fn with_bare_part(
        &self,
        word: &str,
        value: Interval,
        at: usize,
    ) -> Option<(Interval, Unit, usize)> {
        let part = BARE_PARTS.iter().find(|part| part.words.contains(&word))?;
        value.low().filter(|low| value.is_point() && within(part.of, *low))?;
        let second = numeral(self.tokens, at).filter(|second| !second.article)?;
        let more = second
            .value
            .low()
            .filter(|more| second.value.is_point() && within(part.range, *more))?;
        let ends = || {
            self.token(second.next).is_none_or(|next| {
                matches!(next.text, "." | "," | ";" | "!" | "?" | ")")
                    || next.is_any(&["for", "and", "in", "at", "on", "to"])
            })
        };
        if !part.anywhere && !ends() {
            return None;
        }
        let value = value.map(|value| sum(product(value, whole(part.share))?, more))?;
        Some((value, Unit::named(part.smaller)?, second.next))
    }

    /// The hundredths that end a clause at `at`, and the token after them.
    fn bare_cents(&self, at: usize) -> Option<(Value, usize)> {
        let cents = numeral(self.tokens, at).filter(|cents| cents.scale == whole(1))?;
        let value = cents.value.low().filter(|value| {
            cents.value.is_point() && value.is_integer() && (whole(10)..whole(100)).contains(value)
        })?;
        let next = self.token(cents.next);
        let ends = next.is_none_or(|next| matches!(next.text, "." | "," | ";" | "!" | "?"));
        (ends && !cents.article).then(|| (value / whole(100), cents.next))
    }

    /// Whether a clause ends at `at`, or goes on with a word that no unit stands before.
    fn ends_at(&self, at: usize) -> bool {
        self.token(at).is_none_or(|next| {
            next.class == Class::Sign && !matches!(next.text, "'" | "’")
                || next.is_any(&["and", "or", "at", "for", "per", "to", "in", "of"])
        })
    }

    /// A unit word, with "and a half" behind it.
    pub(super) fn with_unit(&self, first: &Numeral, at: usize) -> Option<Counted> {
        let token = self.token(at).filter(|token| {
            token.class == Class::Word || matches!(token.text, "€" | "元" | "°" | "º")
        })?;
        let mut value = first.value;
        let lower = token.text.to_ascii_lowercase();
        let mut next = at + 1;
        let mut end = token.end();
        let unit = match lower.as_str() {
            "us" | "u" if self.token(at + 1).is_some_and(|t| t.is_any(&["dollars", "dollar"])) => {
                next += 1;
                end = self.token(at + 1)?.end();
                Unit::named("USD")
            }
            // 45 Hong Kong cents
            "hong" if self.is(at + 1, "kong") => {
                let word = self.token(at + 2).filter(|t| t.is_any(&["cents", "dollars"]))?;
                (next, end) = (at + 3, word.end());
                Unit::named(if word.is("dollars") { "HKD" } else { "HKD cent" })
            }
            // 35 HK cents
            "hk" if self.token(next).is_some_and(|t| t.is_any(&["cents", "cent", "dollars"])) => {
                let word = self.token(next)?;
                (next, end) = (next + 1, word.end());
                Unit::named(if word.is("dollars") { "HKD" } else { "HKD cent" })
            }
            // 215 sq ft, 40 sq. km
            "sq" => {
                next += usize::from(self.is(next, "."));
                let word = self.token(next)?;
                let name = match word.text {
                    "ft" | "feet" => "square foot",
                    "m" | "metres" | "meters" => "square metre",
                    "km" => "square kilometre",
                    "mi" | "miles" => "square mile",
                    _ => return None,
                };
                (next, end) = (next + 1, word.end());
                Unit::named(name)
            }
            // "Cooldown: 60 s"
            "s" if token.spaced && first.in_digits && token.text == "s" && self.ends_at(next) => {
                Unit::named("second")
            }
            // "my two cents" are an opinion.
            "cents"
                if first.value == Interval::point(whole(2))
                    && self.before(at, 2).is_some_and(|owner| {
                        owner.is_any(&["my", "your", "his", "her", "our", "their"])
                    }) =>
            {
                return Some(Counted {
                    value,
                    kind: Kind::Money,
                    unit: Unit::named("USD cent"),
                    next,
                    end,
                    weight: Weight::Light,
                });
            }
            "元" => Unit::named("CNY"),
            // 37 °C, 98.6 degrees Fahrenheit
            "°" | "º" | "degree" | "degrees" => {
                let scale = self.token(next).filter(|scale| scale.class == Class::Word);
                let named = scale.and_then(|scale| match scale.text {
                    "C" | "Celsius" | "celsius" | "centigrade" => Some("degree"),
                    "F" | "Fahrenheit" | "fahrenheit" => Some("degree Fahrenheit"),
                    _ => None,
                });
                if named.is_some() {
                    end = scale?.end();
                    next += 1;
                }
                Unit::named(named.unwrap_or("degree"))
            }
            // "104 Fahrenheit"
            "fahrenheit" => Unit::named("degree Fahrenheit"),
            "square" | "cubic" | "nautical" | "basis" => {
                // A 150-square-foot room.
                let joint = usize::from(hyphen(self.tokens, at + 1));
                let word = self.token(at + 1 + joint)?;
                next += 1 + joint;
                end = word.end();
                Unit::of_word(&format!("{lower} {}", word.text.to_ascii_lowercase()))
            }
            // 46 gigawatt-hours
            "watt" | "kilowatt" | "megawatt" | "gigawatt" | "terawatt"
                if self.energy_at(at).is_some() =>
            {
                let (unit, after) = self.energy_at(at)?;
                (next, end) = (after, self.token(after - 1)?.end());
                Some(unit)
            }
            "order" | "orders" if self.is(at + 1, "of") && self.is(at + 2, "magnitude") => {
                next += 2;
                end = self.token(at + 2)?.end();
                Unit::named("order of magnitude")
            }
            "quarter" | "quarters"
                if !first.article && (first.in_digits || !first.value.is_one()) =>
            {
                None
            }
            // "85,000 second-hand": seconds would be several.
            "second" if token.spaced && !first.value.is_one() => None,
            "second" | "won" | "pound" | "li" | "mu" | "min" | "foot" if first.article => None,
            // "In 1581 Zhang Juzheng": a name.
            "li" | "zhang" | "chi" | "cun" | "mu" | "jin" | "liang" | "won" | "dong"
                if token.text.starts_with(|c: char| c.is_ascii_uppercase()) =>
            {
                None
            }
            _ if first.in_digits && abbreviated(token.text).is_some() => {
                let (exponent, _) = abbreviated(token.text)?;
                let factor = power_of_ten(exponent)?;
                let value = value.map(|v| product(v, factor))?;
                let (kind, weight) = (Kind::Number, Weight::Full);
                return Some(Counted { value, kind, unit: None, next, end, weight });
            }
            // 48.5 MGBP
            _ if million_of(token.text).is_some() => {
                value = value.map(|v| product(v, whole(1_000_000)))?;
                million_of(token.text)
            }
            // kilobases, megatons: the prefix counts, whatever is counted.
            _ if first.in_digits
                && token.text.len() == 1
                && Unit::abbreviated(token.text).is_some() =>
            {
                Unit::abbreviated(token.text).map(|(unit, _)| unit)
            }
            _ if Unit::of_word(&lower).is_none() => {
                let exponent = PREFIXES.iter().find(|(prefix, _)| {
                    lower.starts_with(prefix) && lower.len() > prefix.len() + 2
                });
                let (_, exponent) = exponent?;
                let factor = power_of_ten(*exponent)?;
                let value = value.map(|v| product(v, factor))?;
                return Some(Counted {
                    value,
                    kind: Kind::Number,
                    unit: None,
                    next,
                    end,
                    weight: Weight::Full,
                });
            }
            _ => Unit::of_word(&lower),
        }?;
        let kind = match unit.dimension() {
            Dimension::Calendar | Dimension::Time => Kind::Duration,
            Dimension::Currency(_) => Kind::Money,
            _ => Kind::Measure,
        };
        // "a second", "48 years old" and "a day" are no more than an article.
        let article = first.article;
        let half = self.is(next, "and")
            && (self.is(next + 1, "a") || self.is(next + 1, "one"))
            && self.token(next + 2).is_some_and(|t| t.is_any(&["half", "quarter", "third"]));
        if half {
            let part = match self.token(next + 2)?.text {
                "half" => Value::new(1, 2),
                "third" => Value::new(1, 3),
                _ => Value::new(1, 4),
            };
            value = value.map(|v| sum(v, part))?;
            end = self.token(next + 2)?.end();
            next += 3;
        }
        // "an hour and three quarters"
        if self.is(next, "and")
            && self.is(next + 1, "three")
            && self.is(next + 2, "quarters")
            && !self.is(next + 3, "of")
        {
            value = value.map(|v| sum(v, Value::new(3, 4)))?;
            end = self.token(next + 2)?.end();
            let (unit, weight) = (Some(unit), Weight::Full);
            return Some(Counted { value, kind, unit, next: next + 3, end, weight });
        }
        if let Some((more, smaller, after)) =
            self.smaller_unit(next, unit).filter(|_| !half && value.is_point())
        {
            value = value.map(|v| sum(product(v, unit.factor() / smaller.factor())?, more))?;
            end = self.token(after - 1)?.end();
            return Some(Counted {
                value,
                kind,
                unit: Some(smaller),
                next: after,
                end,
                weight: Weight::Full,
            });
        }
        if let Some((value, smaller, after)) = self.with_bare_part(&lower, value, next) {
            end = self.token(after - 1)?.end();
            let (unit, weight) = (Some(smaller), Weight::Full);
            return Some(Counted { value, kind, unit, next: after, end, weight });
        }
        // "17 USD 25", "two dollars fifty"
        if kind == Kind::Money
            && value.is_point()
            && let Some((cents, after)) = self.bare_cents(next)
        {
            value = value.map(|v| sum(v, cents))?;
            end = self.token(after - 1)?.end();
            next = after;
        }
        // "thirteen dollars and forty-five cents"
        if kind == Kind::Money
            && self.is(next, "and")
            && let Some(cents) = numeral(self.tokens, next + 1)
            && self.token(cents.next).is_some_and(|t| t.is_any(&["cents", "cent"]))
        {
            let part = product(cents.value.low()?, Value::new(1, 100))?;
            value = value.map(|v| sum(v, part))?;
            end = self.token(cents.next)?.end();
            next = cents.next + 1;
        }
        let small = !first.in_digits && first.value.high().is_some_and(|high| high < whole(10));
        let weight = match kind {
            _ if half => Weight::Full,
            Kind::Duration if article || (first.value.is_one() && !first.in_digits) => {
                Weight::Light
            }
            Kind::Duration if small || first.approximate => Weight::Medium,
            Kind::Money if article => Weight::Light,
            Kind::Measure if article => Weight::Light,
            _ => Weight::Full,
        };
        Some(Counted { value, kind, unit: Some(unit), next, end, weight })
    }
}

/// The currency of MGBP and the like: a million of it.
fn million_of(word: &str) -> Option<Unit> {
    let code = word.strip_prefix('M').filter(|code| code.len() == 3)?;
    let unit = Unit::of_word(&code.to_ascii_lowercase())?;
    (unit.name(false) == code).then_some(unit)
}
