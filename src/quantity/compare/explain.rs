//! Says how two quantities differ, and what the English might be.

use super::super::interval::{Interval, Value, product, whole};
use super::super::{Dimension, Kind, Quantity};
use super::convert::comparable;
use super::item::Item;

/// How `en` differs from `zh`, in a few words.
pub(super) fn explanation(zh: &Item<'_>, en: &Item<'_>) -> String {
    let (z, e) = (zh.quantity, en.quantity);
    if let Some(place) = same_place(z.kind, e.kind) {
        return format!("the {place} differ");
    }
    if let (Kind::Percent | Kind::Fraction, Kind::Number)
    | (Kind::Number, Kind::Percent | Kind::Fraction) = (z.kind, e.kind)
        && (z.kind == Kind::Percent || e.kind == Kind::Percent)
    {
        return "percent stands on one side only".to_owned();
    }
    if let (Kind::Multiple, Kind::Percent) | (Kind::Percent, Kind::Multiple) = (z.kind, e.kind) {
        return "one side says times, the other percent".to_owned();
    }
    if zh.quoted().ends_with('折') && e.kind == Kind::Percent {
        return match z.value.exact() {
            Some(paid) => format!("that is {} % off", Interval::point(whole(100) - paid)),
            None => "a discount names what is still paid".to_owned(),
        };
    }
    let Some((zh_value, en_value)) = comparable(zh, en) else { return units(z, e) };
    if let Some(shape) = shape(&zh_value, &en_value) {
        return shape.to_owned();
    }
    match factor(&zh_value, &en_value) {
        Some((factor, much)) => {
            let slip = slip(zh, en, factor, much).unwrap_or_default();
            format!("{} times too {}{slip}", Interval::point(factor), much.name())
        }
        None if z.value == e.value && z.unit != e.unit => units(z, e),
        None => "the values differ".to_owned(),
    }
}

/// What differs of two dates or ordinals, whose size says nothing.
fn same_place(zh: Kind, en: Kind) -> Option<&'static str> {
    Some(match (zh, en) {
        (Kind::Ordinal, _) | (_, Kind::Ordinal) => "places",
        (Kind::Year, Kind::Year) => "years",
        (Kind::Decade | Kind::Year, Kind::Decade | Kind::Year) => "decades",
        (Kind::Century | Kind::Decade, Kind::Century | Kind::Decade) => "centuries",
        (Kind::Month, Kind::Month) => "months",
        (Kind::Day, Kind::Day) => "days",
        (Kind::Time, Kind::Time) => "times of day",
        (Kind::Weekday, Kind::Weekday) => "days of the week",
        _ => return None,
    })
}

/// That units cannot be converted into each other.
fn units(zh: &Quantity, en: &Quantity) -> String {
    match (zh.unit, en.unit) {
        (Some(zh), Some(en)) => match (zh.dimension(), en.dimension()) {
            (Dimension::Currency(zh), Dimension::Currency(en)) => format!("{zh} became {en}"),
            _ => format!("{} became {}", zh.name(true), en.name(true)),
        },
        _ => "the values differ".to_owned(),
    }
}

/// How the ends of two intervals differ, where one end or the shape alone does.
fn shape(zh: &Interval, en: &Interval) -> Option<&'static str> {
    if zh.is_open() && en.is_open() && zh.low().is_some() != en.low().is_some() {
        return Some("the bound is reversed");
    }
    let closed = !zh.is_open() && !en.is_open();
    if closed && zh.is_point() != en.is_point() && zh.overlaps(en) {
        return Some(if zh.is_point() {
            "one value became a range"
        } else {
            "a range became one value"
        });
    }
    if closed && !zh.is_point() && !en.is_point() {
        if zh.low() == en.low() {
            return Some("the upper end differs");
        }
        if zh.high() == en.high() {
            return Some("the lower end differs");
        }
    }
    let opposite = zh.map(|value| Some(-value)).is_some_and(|opposite| opposite == *en);
    opposite.then_some("the sign is missing")
}

/// Which side says more.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Too {
    Much,
    Little,
}

impl Too {
    fn name(self) -> &'static str {
        match self {
            Too::Much => "much",
            Too::Little => "little",
        }
    }
}

/// How many times the English is too much or too little, where that is a power of ten. Ends of vague
/// words are compared from the top where the lower ends do not show it: 几百亿 starts at 200, "hundreds of billions" at 100.
fn factor(zh: &Interval, en: &Interval) -> Option<(Value, Too)> {
    let ends = [zh.low().zip(en.low()), zh.high().zip(en.high()), zh.some_end().zip(en.some_end())];
    let factors = ends.into_iter().flatten().filter_map(|(zh, en)| {
        let positive = zh > Value::ZERO && en > Value::ZERO;
        // Values of many digits have no quotient that can be held.
        let (factor, much) = match positive.then(|| product(en, zh.recip())).flatten()? {
            ratio if ratio >= Value::ONE => (ratio, Too::Much),
            ratio => (ratio.recip(), Too::Little),
        };
        is_power_of_ten(factor).then_some((factor, much))
    });
    factors.into_iter().next()
}

fn is_power_of_ten(value: Value) -> bool {
    let mut rest = value.to_integer();
    while rest > 1 && rest % 10 == 0 {
        rest /= 10;
    }
    value.is_integer() && value > Value::ONE && rest == 1
}

/// Which word was misread, where the figure before it is the same on both sides.
fn slip(zh: &Item<'_>, en: &Item<'_>, factor: Value, much: Too) -> Option<&'static str> {
    let (chinese, english) = (zh.quoted(), en.quoted().to_ascii_lowercase());
    let has = |character: &[char]| chinese.contains(character);
    let (ten_thousand, hundred_million) = (has(&['万']), has(&['亿']));
    let said = |words: &[&str]| words.iter().any(|word| english.contains(word));
    Some(match (factor.to_integer(), much) {
        (10, Too::Much) if hundred_million && !ten_thousand && said(&["billion", "bn", "b"]) => {
            ": 亿 read as billion"
        }
        (100, Too::Little) if hundred_million && !ten_thousand && said(&["million", "m"]) => {
            ": 亿 read as million"
        }
        (1000, Too::Little) if hundred_million && ten_thousand && said(&["billion", "bn"]) => {
            ": 万亿 read as billion"
        }
        (10, Too::Little) if ten_thousand && !hundred_million && !said(&["million"]) => {
            ": 万 read as thousand"
        }
        (100, Too::Much) if ten_thousand && !hundred_million && said(&["million"]) => {
            ": 万 read as million"
        }
        (10, Too::Little) if chinese.contains('成') => ": 成 is ten percent",
        (10, Too::Much) if chinese.starts_with('千') && zh.quantity.kind == Kind::Percent => {
            ": 千分之 read as percent"
        }
        _ => return None,
    })
}

/// The English for the Chinese value, where the English differs by a power of ten only: then it is
/// certain what should stand there.
pub(super) fn suggestion(zh: &Item<'_>, en: &Item<'_>) -> Option<String> {
    let (z, e) = (zh.quantity, en.quantity);
    let exact = |value: &Interval| value.is_point() || value.is_open();
    if z.kind != e.kind || z.unit != e.unit || !exact(&z.value) || !exact(&e.value) {
        return None;
    }
    let value = z.value.some_end()?;
    factor(&z.value, &e.value)?;
    let (number, scale) = scaled(value)?;
    let quoted = en.quoted();
    match (z.kind, z.unit) {
        (Kind::Money, Some(unit)) if unit.is_dollar() && quoted.starts_with('$') => {
            Some(format!("${number}{scale}"))
        }
        (Kind::Number, None) if is_plain(quoted) => Some(format!("{number}{scale}")),
        (Kind::Percent, None) if quoted.ends_with('%') && !zh.quoted().ends_with('折') => {
            Some(format!("{number}%"))
        }
        _ => None,
    }
}

/// Whether a number is digits and words in small letters and can be put in another's place: not 64GB.
fn is_plain(quoted: &str) -> bool {
    let words = quoted.chars().skip(1);
    !["top ", "the "].iter().any(|word| quoted.starts_with(word))
        && words.into_iter().all(|c| !c.is_uppercase() && c != '^')
}

/// A value as English writes it: 5 billion, 25,000.
fn scaled(value: Value) -> Option<(String, &'static str)> {
    let scales: [(i128, &str); 4] = [
        (1_000_000_000_000, " trillion"),
        (1_000_000_000, " billion"),
        (1_000_000, " million"),
        (0, ""),
    ];
    let (unit, name) = scales.into_iter().find(|(unit, _)| value >= whole(*unit))?;
    Some((Interval::point(value / whole(unit.max(1))).to_string(), name))
}
