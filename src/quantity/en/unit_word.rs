//! The words behind a numeral that name a unit: "GW", "square feet", "Hong Kong dollars", "°C".

use super::parts::Numeral;
use super::reader::Reader;
use super::token::{Class, Token, hyphen};
use crate::quantity::Unit;
use crate::quantity::interval::{Interval, Value, power_of_ten, whole};
use crate::quantity::unit::abbreviated;

/// Prefixes of the International System of Units, with their powers of ten.
const PREFIXES: &[(&str, u32)] = &[("kilo", 3), ("mega", 6), ("giga", 9), ("tera", 12)];

/// What the words behind a numeral make of it.
pub(super) struct Named {
    /// Nothing where a prefix counts and what it counts has no unit here: kilobases.
    pub(super) unit: Option<Unit>,
    /// How many times the numeral is meant: a million times in 48.5 MGBP.
    pub(super) factor: Value,
    /// The token behind the words.
    pub(super) next: usize,
}

impl Named {
    fn unit(unit: Option<Unit>, next: usize) -> Option<Named> {
        Some(Named { unit: Some(unit?), factor: whole(1), next })
    }

    fn times_ten_to(exponent: u32, next: usize) -> Option<Named> {
        Some(Named { unit: None, factor: power_of_ten(exponent)?, next })
    }
}

impl Reader<'_> {
    /// The unit that is named at `at`, where `lower` is the word there in lower case.
    pub(super) fn unit_word(&self, first: &Numeral, at: usize, lower: &str) -> Option<Named> {
        let word = self.token(at)?;
        let next = at + 1;
        let named = |name: &str, next: usize| Named::unit(Unit::named(name), next);
        match lower {
            "us" | "u" if self.is_any(next, &["dollars", "dollar"]) => named("USD", next + 1),
            // 45 Hong Kong cents
            "hong" if self.is(next, "kong") && self.is_any(next + 1, &["cents", "dollars"]) => {
                self.hong_kong_money(next + 1)
            }
            // 35 HK cents
            "hk" if self.is_any(next, &["cents", "cent", "dollars"]) => self.hong_kong_money(next),
            "sq" => self.short_square(next),
            // "Cooldown: 60 s"
            "s" if word.spaced && first.in_digits && word.text == "s" && self.ends_at(next) => {
                named("second", next)
            }
            "mm" if self.token(next).is_some_and(|of| of.text == "Hg") => {
                named("millimetre of mercury", next + 1)
            }
            "元" => named("CNY", next),
            "°" | "º" | "degree" | "degrees" => self.degrees(next),
            // "104 Fahrenheit"
            "fahrenheit" => named("degree Fahrenheit", next),
            "square" | "cubic" | "nautical" | "basis" => self.two_words(lower, at),
            "order" | "orders" if self.is(next, "of") && self.is(next + 1, "magnitude") => {
                named("order of magnitude", next + 2)
            }
            "power" | "powers" if self.is(next, "of") && self.is(next + 1, "ten") => {
                named("order of magnitude", next + 2)
            }
            // "0.2 month on month"
            "month" | "year" | "quarter" | "week"
                if self.is_any(next, &["on", "over"]) && self.is(next + 1, lower) =>
            {
                None
            }
            _ if means_no_unit(lower, word, first) => None,
            _ => self
                .energy(lower, at)
                .or_else(|| in_letters(word, first, next))
                .or_else(|| Named::unit(Unit::of_word(lower), next))
                .or_else(|| prefixed(lower, next)),
        }
    }

    /// The same with the power right behind the unit: cm³, km2.
    pub(super) fn to_power(&self, named: Named) -> Named {
        let raised = self.token(named.next).filter(|power| !power.spaced).and_then(|power| {
            let (unit, length) = named.unit?.raised(power.text)?;
            (length == power.text.len()).then_some(unit)
        });
        match raised {
            Some(unit) => Named { unit: Some(unit), next: named.next + 1, ..named },
            None => named,
        }
    }

    /// The cents or dollars of Hong Kong, which are named at `at`.
    fn hong_kong_money(&self, at: usize) -> Option<Named> {
        let name = if self.is(at, "dollars") { "HKD" } else { "HKD cent" };
        Named::unit(Unit::named(name), at + 1)
    }

    /// 215 sq ft, 40 sq. km
    fn short_square(&self, at: usize) -> Option<Named> {
        let at = at + usize::from(self.is(at, "."));
        let name = match self.token(at)?.text {
            "ft" | "feet" => "square foot",
            "m" | "metres" | "meters" => "square metre",
            "km" => "square kilometre",
            "mi" | "miles" => "square mile",
            _ => return None,
        };
        Named::unit(Unit::named(name), at + 1)
    }

    /// 37 °C, 98.6 degrees Fahrenheit: the scale stands at `at`, if anywhere.
    fn degrees(&self, at: usize) -> Option<Named> {
        let scale = self.token(at).filter(|scale| scale.class == Class::Word);
        let (name, next) = match scale.map(|scale| scale.text) {
            Some("C" | "Celsius" | "celsius" | "centigrade") => ("degree", at + 1),
            Some("F" | "Fahrenheit" | "fahrenheit") => ("degree Fahrenheit", at + 1),
            _ => ("degree", at),
        };
        Named::unit(Unit::named(name), next)
    }

    /// "nautical miles", a 150-square-foot room: the first word stands at `at`.
    fn two_words(&self, first: &str, at: usize) -> Option<Named> {
        let second = at + 1 + usize::from(hyphen(self.tokens, at + 1));
        let name = format!("{first} {}", self.token(second)?.text.to_ascii_lowercase());
        Named::unit(Unit::of_word(&name), second + 1)
    }

    /// 46 gigawatt-hours: the energy that a power at `at` makes with the hours behind it.
    fn energy(&self, power: &str, at: usize) -> Option<Named> {
        if !matches!(power, "watt" | "kilowatt" | "megawatt" | "gigawatt" | "terawatt") {
            return None;
        }
        let hours = at + 1 + usize::from(hyphen(self.tokens, at + 1));
        self.token(hours).filter(|hours| hours.is_any(&["hour", "hours"]))?;
        Named::unit(Unit::named(&format!("{power}-hour")), hours + 1)
    }

    /// Whether a clause ends at `at`, or goes on with a word that no unit stands before.
    fn ends_at(&self, at: usize) -> bool {
        self.token(at).is_none_or(|next| {
            next.class == Class::Sign && !matches!(next.text, "'" | "’")
                || next.is_any(&["and", "or", "at", "for", "per", "to", "in", "of"])
        })
    }

    /// "my two cents" are an opinion.
    pub(super) fn is_opinion(&self, first: &Numeral, at: usize) -> bool {
        self.is(at, "cents")
            && first.value == Interval::point(whole(2))
            && self
                .before(at, 2)
                .is_some_and(|owner| owner.is_any(&["my", "your", "his", "her", "our", "their"]))
    }
}

/// Whether a word is no unit behind that numeral, though there is a unit of that name.
fn means_no_unit(lower: &str, word: &Token<'_>, first: &Numeral) -> bool {
    // "In 1581 Zhang Juzheng"
    let is_name = word.text.starts_with(|c: char| c.is_ascii_uppercase());
    match lower {
        "quarter" | "quarters" => !first.article && (first.in_digits || !first.value.is_one()),
        // "85,000 second-hand": seconds would be several.
        "second" => first.article || word.spaced && !first.value.is_one(),
        "pound" | "min" | "foot" => first.article,
        "won" | "li" | "mu" => first.article || is_name,
        "zhang" | "chi" | "cun" | "jin" | "liang" | "dong" => is_name,
        _ => false,
    }
}

/// 5 GB, 48.5 MGBP, 5 m: letters that count, measure or do both.
fn in_letters(word: &Token<'_>, first: &Numeral, next: usize) -> Option<Named> {
    if let Some((exponent, _)) = abbreviated(word.text).filter(|_| first.in_digits) {
        return Named::times_ten_to(exponent, next);
    }
    if let Some(unit) = million_of(word.text) {
        return Some(Named { unit: Some(unit), factor: whole(1_000_000), next });
    }
    // "300 mA", in just these capitals: an MA is a degree.
    let (unit, length) = Unit::abbreviated(word.text).filter(|_| first.in_digits)?;
    Named::unit(Some(unit).filter(|_| length == word.text.len()), next)
}

/// The currency of MGBP and the like: a million of it.
fn million_of(word: &str) -> Option<Unit> {
    let code = word.strip_prefix('M').filter(|code| code.len() == 3)?;
    let unit = Unit::of_any_case(code)?;
    (unit.name(false) == code).then_some(unit)
}

/// kilobases, megatons: the prefix counts, whatever is counted.
fn prefixed(lower: &str, next: usize) -> Option<Named> {
    // "24 gigs of memory"
    if matches!(lower, "gig" | "gigs") {
        return Named::times_ten_to(9, next);
    }
    let (_, exponent) = PREFIXES
        .iter()
        .find(|(prefix, _)| lower.starts_with(prefix) && lower.len() > prefix.len() + 2)?;
    Named::times_ten_to(*exponent, next)
}
