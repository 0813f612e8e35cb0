//! The words of English numerals.

use std::sync::LazyLock;

use super::lookup::Words;

const SMALL: &[(&str, i128)] = &[
    ("zero", 0),
    ("nought", 0),
    ("naught", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

const SCALES: &[(&str, u32)] = &[
    ("hundred", 2),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("trillion", 12),
    ("quadrillion", 15),
    ("lakh", 5),
    ("crore", 7),
    ("bn", 9),
    ("mn", 6),
    ("tn", 12),
    ("bln", 9),
    ("mln", 6),
    ("tln", 12),
    ("mil", 6),
];

const ORDINALS: &[(&str, i128)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
    ("fortieth", 40),
    ("fiftieth", 50),
    ("hundredth", 100),
    ("thousandth", 1000),
    ("millionth", 1_000_000),
    ("billionth", 1_000_000_000),
    ("trillionth", 1_000_000_000_000),
];

static SMALL_WORDS: LazyLock<Words<i128>> = LazyLock::new(|| Words::new(SMALL.iter().copied()));
static SCALE_WORDS: LazyLock<Words<u32>> = LazyLock::new(|| Words::new(SCALES.iter().copied()));
static ORDINAL_WORDS: LazyLock<Words<i128>> =
    LazyLock::new(|| Words::new(ORDINALS.iter().copied()));

/// Words that numerals are made of and may start with, in lower case.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    let names = |table: &'static [(&'static str, i128)]| table.iter().map(|(name, _)| *name);
    let plurals = ["hundreds", "thousands", "millions", "billions", "trillions", "dozens"];
    names(SMALL).chain(names(ORDINALS)).chain(plurals)
}

/// The value of a number word below a hundred.
pub(super) fn small(word: &str) -> Option<i128> {
    SMALL_WORDS.get(word)
}

/// The exponent of ten of a scale word.
pub(super) fn scale(word: &str) -> Option<u32> {
    SCALE_WORDS.get(word)
}

/// The exponent of ten of a scale word in the plural: "billions of dollars".
pub(super) fn scale_plural(word: &str) -> Option<u32> {
    let singular = word.strip_suffix(['s', 'S'])?;
    if singular.eq_ignore_ascii_case("ten") {
        return Some(1);
    }
    scale(singular).filter(|_| singular.len() > 3)
}

/// The value of an ordinal word.
pub(super) fn ordinal(word: &str) -> Option<i128> {
    ORDINAL_WORDS.get(word)
}

/// The denominator that a word names, as in "two thirds".
pub(super) fn denominator(word: &str) -> Option<i128> {
    match word.to_ascii_lowercase().as_str() {
        "half" | "halves" => Some(2),
        "quarter" | "quarters" => Some(4),
        other => {
            let singular = other.strip_suffix('s').unwrap_or(other);
            ordinal(singular).filter(|value| *value > 2)
        }
    }
}

/// Whether a word is a dozen, or several.
pub(super) fn is_dozen(word: &str) -> bool {
    ["dozen", "dozens", "dz", "dzs"].iter().any(|name| word.eq_ignore_ascii_case(name))
}
