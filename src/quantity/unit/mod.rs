//! Units and what they are called. Factors are exact; units that no exact factor joins (a year and a
//! day, a dollar and a yuan) have different dimensions.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

mod table;

use super::Kind;
use super::interval::{Value, product};
use crate::text::is_han;
use table::{ABBREVIATIONS, UNITS};

/// What can be converted into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Months, quarters, years, decades, centuries.
    Calendar,
    /// Seconds to weeks.
    Time,
    /// One dimension for each currency, by its ISO 4217 code.
    Currency(&'static str),
    /// Metres and the like.
    Length,
    /// Kilograms and the like.
    Mass,
    /// Square metres and the like.
    Area,
    /// Litres and the like.
    Volume,
    /// Watts.
    Power,
    /// Watt-hours.
    Energy,
    /// Joules, and the kilocalories of food.
    Heat,
    /// Electronvolts.
    Particle,
    /// Pascals.
    Pressure,
    /// Volts.
    Voltage,
    /// Amperes.
    Current,
    /// Milliampere-hours.
    Charge,
    /// Decibels.
    Sound,
    /// Degrees, of temperature in Celsius or of angle.
    Degree,
    /// Degrees of temperature that start at another zero.
    Fahrenheit,
    /// Parts of a hundred.
    Share,
    /// Times ten.
    Magnitude,
}

/// A unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    row: &'static Row,
}

/// A row of the table of units.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    /// One, and several.
    name: [&'static str; 2],
    dimension: Dimension,
    /// How many of the dimension's base units it is, as a fraction.
    factor: (i128, i128),
    zh: &'static [&'static str],
    en: &'static [&'static str],
}

impl Unit {
    /// What it measures.
    pub fn dimension(self) -> Dimension {
        self.row.dimension
    }

    /// Its name: an ISO 4217 code for money, an English word otherwise.
    pub fn name(self, several: bool) -> &'static str {
        self.row.name[usize::from(several)]
    }

    /// What is counted in it.
    pub(super) fn kind(self) -> Kind {
        match self.dimension() {
            Dimension::Calendar | Dimension::Time => Kind::Duration,
            Dimension::Currency(_) => Kind::Money,
            _ => Kind::Measure,
        }
    }

    /// A value in this unit as one in `other`, if both measure the same.
    pub(super) fn convert(self, value: Value, other: Unit) -> Option<Value> {
        let same = self.dimension() == other.dimension();
        same.then(|| product(value, self.factor() / other.factor())).flatten()
    }

    /// How many base units of its dimension it is.
    pub(super) fn factor(self) -> Value {
        Value::new(self.row.factor.0, self.row.factor.1)
    }

    /// The longest Chinese unit that `text`, in simplified characters, starts with, and its length in bytes.
    pub(super) fn starting_zh(text: &str) -> Option<(Unit, usize)> {
        let names = ZH.get(&text.chars().next()?)?;
        let (name, row) = names.iter().find(|(name, _)| text.starts_with(name))?;
        Some((Unit { row }, name.len()))
    }

    /// The unit of an English word in lower case.
    pub(super) fn of_word(word: &str) -> Option<Unit> {
        EN.get(word).map(|row| Unit { row })
    }

    /// The unit of an English word in whatever case.
    pub(super) fn of_any_case(word: &str) -> Option<Unit> {
        Unit::of_word(&lower_case(word))
    }

    /// The unit that the letters at the start of `text` stand for, as in 500mg, and their length.
    /// Case tells a metre from a million.
    pub(super) fn abbreviated(text: &str) -> Option<(Unit, usize)> {
        let length = text.find(|c: char| !c.is_alphabetic() || is_han(c)).unwrap_or(text.len());
        let letters = &text[..length];
        let (_, name) = ABBREVIATIONS.iter().find(|(short, _)| *short == letters)?;
        Some((Unit::named(name)?, length))
    }

    /// The unit that this one makes with the power right behind it, as in cm³ or km2, and the length of the power.
    pub(super) fn raised(self, behind: &str) -> Option<(Unit, usize)> {
        let mut signs = behind.chars();
        let power = match signs.next()? {
            '²' | '2' => "square",
            '³' | '3' => "cubic",
            _ => return None,
        };
        let unit = Unit::named(&format!("{power} {}", self.name(false)))?;
        let goes_on = signs.next().is_some_and(|c| c.is_ascii_alphanumeric());
        (!goes_on).then(|| (unit, behind.chars().next().map_or(0, char::len_utf8)))
    }

    /// The unit of that name.
    pub(super) fn named(name: &str) -> Option<Unit> {
        UNITS.iter().find(|row| row.name[0] == name).map(|row| Unit { row })
    }

    /// The dollar of the place that `letters` before its sign stand for: HK$.
    pub(super) fn dollar(letters: &str) -> Option<Unit> {
        let (_, name) = DOLLARS.iter().find(|(place, _)| *place == letters)?;
        Unit::named(name)
    }

    /// The dollar, whose country only the context tells.
    pub(super) fn is_dollar(self) -> bool {
        self.row.name[0] == "USD"
    }
}

/// Letters that a dollar sign is glued to.
const DOLLARS: &[(&str, &str)] = &[
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

/// Chinese names by their first character, the longest first.
static ZH: LazyLock<FxHashMap<char, Vec<(&str, &Row)>>> = LazyLock::new(|| {
    let mut names: FxHashMap<char, Vec<(&str, &Row)>> = FxHashMap::default();
    for row in UNITS {
        for name in row.zh {
            names.entry(name.chars().next().unwrap_or_default()).or_default().push((name, row));
        }
    }
    names.values_mut().for_each(|names| names.sort_by_key(|(name, _)| Reverse(name.len())));
    names
});

/// `word` in lower case, which most words are.
pub(super) fn lower_case(word: &str) -> Cow<'_, str> {
    match word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(word.to_ascii_lowercase()),
        false => Cow::Borrowed(word),
    }
}

/// English names.
static EN: LazyLock<FxHashMap<&str, &Row>> = LazyLock::new(|| {
    let names = UNITS.iter().rev().flat_map(|row| row.en.iter().map(move |name| (*name, row)));
    names.collect()
});

/// The power of ten of an abbreviation such as MB or GHz at the start of `text`, and its length. What
/// is counted, bytes or cycles, is left to the words around it.
pub(super) fn abbreviated(text: &str) -> Option<(u32, usize)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (prefix, base) = text[..letters].split_at_checked(1)?;
    let exponent = match prefix {
        "k" | "K" => 3,
        "M" => 6,
        "G" => 9,
        "T" => 12,
        "P" => 15,
        _ => return None,
    };
    matches!(base, "B" | "b" | "Hz" | "bps" | "bit" | "bits").then_some((exponent, letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_wins() {
        let name =
            |text: &str| Unit::starting_zh(text).map(|(unit, length)| (unit.name(true), length));
        assert_eq!(name("年前"), Some(("years", 3)));
        assert_eq!(name("个小时"), Some(("hours", 9)));
        assert_eq!(name("平方公里"), Some(("square kilometres", 12)));
        assert_eq!(name("人"), None);
    }
}
