//! The words of English numerals.

use crate::quantity::{Kind, Weight};

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
    ("sixtieth", 60),
    ("seventieth", 70),
    ("eightieth", 80),
    ("ninetieth", 90),
    ("hundredth", 100),
    ("thousandth", 1000),
    ("millionth", 1_000_000),
    ("billionth", 1_000_000_000),
    ("trillionth", 1_000_000_000_000),
];

/// A dozen, or several.
pub(super) const DOZENS: [&str; 4] = ["dozen", "dozens", "dz", "dzs"];

/// What a vague number may start with, other than a scale in the plural.
pub(super) const VAGUE: [&str; 15] = [
    "a", "another", "the", "last", "next", "past", "few", "several", "some", "couple", "teens",
    "scores", "dozens", "dozen", "multi",
];

/// Words that numerals are made of and may start with, in lower case.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    let plurals = ["hundreds", "thousands", "millions", "billions", "trillions", "dozens"];
    let small = SMALL.iter().map(|(name, _)| *name);
    small.chain(ORDINALS.iter().map(|(name, _)| *name)).chain(plurals)
}

/// Decades by their names.
pub(super) const DECADES: &[(&str, u8)] = &[
    ("twenties", 20),
    ("thirties", 30),
    ("forties", 40),
    ("fifties", 50),
    ("sixties", 60),
    ("seventies", 70),
    ("eighties", 80),
    ("nineties", 90),
];

/// The months and their short forms, in lower case.
const MONTH_WORDS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];

/// Words that are a quantity by themselves.
pub(super) const WORDS: &[(&str, (i128, Kind, Weight))] = &[
    ("doubled", (2, Kind::Multiple, Weight::Medium)),
    ("doubles", (2, Kind::Multiple, Weight::Medium)),
    ("doubling", (2, Kind::Multiple, Weight::Medium)),
    ("double", (2, Kind::Multiple, Weight::Light)),
    ("twice", (2, Kind::Multiple, Weight::Medium)),
    ("twofold", (2, Kind::Multiple, Weight::Medium)),
    ("triple", (3, Kind::Multiple, Weight::Medium)),
    ("tripled", (3, Kind::Multiple, Weight::Medium)),
    ("triples", (3, Kind::Multiple, Weight::Medium)),
    ("tripling", (3, Kind::Multiple, Weight::Medium)),
    ("threefold", (3, Kind::Multiple, Weight::Medium)),
    ("thrice", (3, Kind::Multiple, Weight::Light)),
    ("elevenfold", (11, Kind::Multiple, Weight::Medium)),
    ("twelvefold", (12, Kind::Multiple, Weight::Medium)),
    ("fifteenfold", (15, Kind::Multiple, Weight::Medium)),
    ("sixteenfold", (16, Kind::Multiple, Weight::Medium)),
    ("twentyfold", (20, Kind::Multiple, Weight::Medium)),
    ("thirtyfold", (30, Kind::Multiple, Weight::Medium)),
    ("fortyfold", (40, Kind::Multiple, Weight::Medium)),
    ("fiftyfold", (50, Kind::Multiple, Weight::Medium)),
    ("thirteenfold", (13, Kind::Multiple, Weight::Medium)),
    ("fourteenfold", (14, Kind::Multiple, Weight::Medium)),
    ("seventeenfold", (17, Kind::Multiple, Weight::Medium)),
    ("eighteenfold", (18, Kind::Multiple, Weight::Medium)),
    ("nineteenfold", (19, Kind::Multiple, Weight::Medium)),
    ("sixtyfold", (60, Kind::Multiple, Weight::Medium)),
    ("seventyfold", (70, Kind::Multiple, Weight::Medium)),
    ("eightyfold", (80, Kind::Multiple, Weight::Medium)),
    ("ninetyfold", (90, Kind::Multiple, Weight::Medium)),
    ("thousandfold", (1000, Kind::Multiple, Weight::Medium)),
    ("treble", (3, Kind::Multiple, Weight::Medium)),
    ("trebled", (3, Kind::Multiple, Weight::Medium)),
    ("trebling", (3, Kind::Multiple, Weight::Medium)),
    ("quadrupling", (4, Kind::Multiple, Weight::Medium)),
    ("quintuple", (5, Kind::Multiple, Weight::Medium)),
    ("quintupled", (5, Kind::Multiple, Weight::Medium)),
    ("quadruple", (4, Kind::Multiple, Weight::Medium)),
    ("quadrupled", (4, Kind::Multiple, Weight::Medium)),
    ("quadruples", (4, Kind::Multiple, Weight::Medium)),
    ("fourfold", (4, Kind::Multiple, Weight::Medium)),
    ("fivefold", (5, Kind::Multiple, Weight::Medium)),
    ("sixfold", (6, Kind::Multiple, Weight::Medium)),
    ("sevenfold", (7, Kind::Multiple, Weight::Medium)),
    ("eightfold", (8, Kind::Multiple, Weight::Medium)),
    ("ninefold", (9, Kind::Multiple, Weight::Medium)),
    ("tenfold", (10, Kind::Multiple, Weight::Medium)),
    ("hundredfold", (100, Kind::Multiple, Weight::Medium)),
    ("millionaire", (1_000_000, Kind::Number, Weight::Medium)),
    ("millionaires", (1_000_000, Kind::Number, Weight::Medium)),
    ("billionaire", (1_000_000_000, Kind::Number, Weight::Medium)),
    ("billionaires", (1_000_000_000, Kind::Number, Weight::Medium)),
    ("both", (2, Kind::Number, Weight::Medium)),
];

/// Words in lower case that readers look for at the start of a quantity.
pub(super) fn words_that_start() -> Vec<&'static str> {
    let mut words: Vec<&'static str> = all().collect();
    words.extend(MONTH_WORDS);
    words.extend(DECADES.iter().map(|(name, _)| *name));
    words.extend(WORDS.iter().map(|(name, _)| *name));
    words.extend([
        "halve",
        "halved",
        "halves",
        "halving",
        "top",
        "q",
        "h",
        "fy",
        "decades",
        "once",
        "noon",
        "midnight",
        "centuries",
        "century",
        "decade",
        "clock",
        "scores",
        "single",
        "teens",
    ]);
    words.extend([
        "tuppence",
        "twopence",
        "threepence",
        "fourpence",
        "fivepence",
        "sixpence",
        "sevenpence",
        "eightpence",
        "ninepence",
        "tenpence",
        "elevenpence",
        "twelvepence",
    ]);
    words.extend(["hundred", "thousand", "million", "billion", "trillion"]);
    words.extend([
        "i", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv",
    ]);
    words.extend([
        "a", "an", "another", "the", "last", "next", "past", "few", "several", "some", "couple",
        "multi", "half", "quarter", "dozen", "us", "usd", "eur", "rmb", "cny", "gbp", "jpy", "hkd",
        "twd", "tens", "hk", "nt", "au", "ca", "c", "s", "nz", "mex", "mx", "r", "cn",
    ]);
    words
}
