//! The words of English numerals.

/// Numbers below a hundred.
pub(super) const SMALL: &[(&str, u8)] = &[
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

/// Powers of ten, by their exponents.
pub(super) const SCALES: &[(&str, u8)] = &[
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

/// Places in an order.
pub(super) const ORDINALS: &[(&str, i128)] = &[
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

/// A dozen, or several.
pub(super) const DOZENS: [&str; 4] = ["dozen", "dozens", "dz", "dzs"];

/// Words that numerals are made of and may start with, in lower case.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    let plurals = ["hundreds", "thousands", "millions", "billions", "trillions", "dozens"];
    let small = SMALL.iter().map(|(name, _)| *name);
    small.chain(ORDINALS.iter().map(|(name, _)| *name)).chain(plurals)
}
