//! Numbers in running text, read as values.
//!
//! `50 亿美元` and `$5 billion` have no digit in common but the 5, and say the same. Each language
//! has a reader that turns its notations into a [`Quantity`]: an interval of exact values, a kind
//! and a unit. [`compare`] holds the quantities of two texts against each other.
//!
//! Readers work on the raw text. Word segmentation glues and splits numbers (亿美元), and what
//! decides whether a number check is of any use is to know what is *no* quantity: those words
//! stand in plain lists beside the readers.

mod bounds;
mod compare;
mod digits;
mod en;
mod interval;
mod local;
mod symbols;
mod timestamp;
mod unit;
mod weekday;
mod zh;

use std::fmt;

use crate::text::{Side, Span};

pub use compare::{Difference, Passage, QuantityAt, compare};
pub use interval::{Interval, Value};
pub(crate) use local::{count_in, money_of};
pub use unit::{Dimension, Unit};

/// How many states the groups have that are called G7 and the like.
const GROUPS_OF_STATES: [i128; 5] = [7, 8, 10, 20, 77];

/// What a quantity counts or measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A bare number or a count of things.
    Number,
    /// An amount of money.
    Money,
    /// A share: percent, tenths (成), fractions. The value is in the unit as written.
    Percent,
    /// A part of a whole as a fraction (三分之一, a third).
    Fraction,
    /// So many times as much (三倍, 10x, doubled).
    Multiple,
    /// A length of time.
    Duration,
    /// A length, weight, power and the like.
    Measure,
    /// A place in an order (第一, the third).
    Ordinal,
    /// A calendar year.
    Year,
    /// A decade, by its first year; without a century where none is written (70 年代 is 70).
    Decade,
    /// A century, by its number.
    Century,
    /// A month of the year.
    Month,
    /// A day of a month.
    Day,
    /// A time of day, in minutes after midnight.
    Time,
    /// A day of the week, from 1 for Monday.
    Weekday,
}

impl Kind {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Number => "number",
            Kind::Money => "money",
            Kind::Percent => "percent",
            Kind::Fraction => "fraction",
            Kind::Multiple => "multiple",
            Kind::Duration => "duration",
            Kind::Measure => "measure",
            Kind::Ordinal => "ordinal",
            Kind::Year => "year",
            Kind::Decade => "decade",
            Kind::Century => "century",
            Kind::Month => "month",
            Kind::Day => "day",
            Kind::Time => "time",
            Kind::Weekday => "weekday",
        }
    }
}

/// How much a quantity asks for a counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// May find a counterpart, is never missed: an indefinite "a" or 一个.
    Light,
    /// Is not missed, but must not differ from the one it goes with: small counts, ordinals,
    /// approximate words.
    Medium,
    /// Has to stand on the other side.
    Full,
}

/// A quantity in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// Where it stands, in bytes of the text that was read.
    pub span: Span,
    /// Its value, in its unit.
    pub value: Interval,
    /// What it counts or measures.
    pub kind: Kind,
    /// The unit, where one is written.
    pub unit: Option<Unit>,
    /// Whether the text says that the value is not exact (about, 左右, 几十).
    pub approximate: bool,
    /// How much it asks for a counterpart.
    pub weight: Weight,
}

/// The quantities of `text`, in text order. Spans lie on character boundaries and do not overlap.
///
/// ```
/// use duizhao::quantity::read;
/// use duizhao::text::Side;
///
/// let zh = read(Side::Zh, "收入是 50 亿美元。");
/// assert_eq!(zh[0].to_string(), "5,000,000,000 USD");
/// let en = read(Side::En, "Revenue was $5 billion.");
/// assert_eq!(en[0].value, zh[0].value);
/// ```
pub fn read(side: Side, text: &str) -> Vec<Quantity> {
    let quantities = match side {
        Side::Zh => zh::read(text),
        Side::En => en::read(text),
    };
    let quantities = timestamp::without_timestamps(text, quantities);
    bounds::joined(text, symbols::without_signs(text, quantities))
}

/// The quantities of `text` and the days of the week, which are compared as quantities are: all that can be told
/// wrong by its value, in text order.
pub(crate) fn read_with_weekdays(side: Side, text: &str) -> Vec<Quantity> {
    let mut quantities = read(side, text);
    let days = weekday::weekdays(side, text);
    if !days.is_empty() {
        let apart = |day: &Quantity| {
            let before = |other: &Quantity| other.span.end() <= day.span.start();
            let next = quantities.get(quantities.partition_point(before));
            next.is_none_or(|next| !next.span.overlaps(day.span))
        };
        let days: Vec<Quantity> = days.into_iter().filter(apart).collect();
        quantities.extend(days);
        quantities.sort_by_key(|quantity| quantity.span);
    }
    quantities
}

impl Quantity {
    /// The unit for programs: an ISO 4217 code, `%`, or an English word in the singular.
    pub fn unit_name(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Percent => Some("%"),
            _ => self.unit.map(|unit| unit.name(false)),
        }
    }

    /// Whether its unit has that name.
    fn is_in(&self, unit: &str) -> bool {
        self.unit_name() == Some(unit)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let about = if self.approximate && self.value.is_point() { "about " } else { "" };
        match self.kind {
            Kind::Time => write!(f, "{about}{}", Clock(&self.value)),
            Kind::Ordinal => write!(f, "no. {}", self.value),
            Kind::Multiple => write!(f, "{about}{}×", self.value),
            Kind::Year => write!(f, "year {}", self.value.plain()),
            Kind::Decade => write!(f, "{}s", self.value.plain()),
            Kind::Century => write!(f, "century {}", self.value),
            Kind::Month => write!(f, "month {}", self.value),
            Kind::Day => write!(f, "day {}", self.value),
            Kind::Percent => write!(f, "{about}{} %", self.value),
            Kind::Weekday => {
                let day = self.value.low().map_or(1, |day| day.to_integer());
                let name = usize::try_from(day - 1).ok().and_then(|day| weekday::NAMES.get(day));
                f.write_str(name.unwrap_or(&"a day of the week"))
            }
            _ => {
                write!(f, "{about}{}", self.value)?;
                match self.unit {
                    Some(unit) => write!(f, " {}", unit.name(!self.value.is_one())),
                    None => Ok(()),
                }
            }
        }
    }
}

/// Minutes after midnight as a time of day.
struct Clock<'v>(&'v Interval);

impl fmt::Display for Clock<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.low().or(self.0.high()).map(|value| value.to_integer()) {
            Some(minutes) => write!(f, "{}:{:02}", minutes / 60, minutes % 60),
            None => f.write_str("a time"),
        }
    }
}
