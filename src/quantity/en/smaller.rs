//! What stands behind a unit and is counted in parts of it: "two hours and eight minutes", "five foot nine", "17 USD
//! 25", "a year and a half".

use super::numeral::numeral;
use super::reader::Reader;
use super::token::{Class, hyphen};
use crate::quantity::interval::{Interval, Value, product, sum, whole};
use crate::quantity::{Dimension, Kind, Unit};

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

/// An amount as far as it has been read.
#[derive(Clone, Copy)]
pub(super) struct Amount {
    pub(super) value: Interval,
    pub(super) unit: Unit,
    /// The token behind it.
    pub(super) next: usize,
}

impl Amount {
    /// With a part of its own unit more, which ends before the token `next`.
    pub(super) fn plus(self, part: Value, next: usize) -> Option<Amount> {
        let value = self.value.map(|value| sum(value, part))?;
        Some(Amount { value, next, ..self })
    }

    /// With parts in a smaller unit more.
    pub(super) fn plus_smaller(self, (more, unit, next): (Value, Unit, usize)) -> Option<Amount> {
        let share = self.unit.factor() / unit.factor();
        let value = self.value.map(|value| sum(product(value, share)?, more))?;
        Some(Amount { value, unit, next })
    }
}

impl Reader<'_> {
    /// "and a half" at `at`, and the token after it.
    pub(super) fn part_of_one(&self, at: usize) -> Option<(Value, usize)> {
        let one = self.is(at, "and") && self.is_any(at + 1, &["a", "one"]);
        let part = self.token(at + 2).filter(|_| one)?;
        let value = match () {
            () if part.is("half") => Value::new(1, 2),
            () if part.is("third") => Value::new(1, 3),
            () if part.is("quarter") => Value::new(1, 4),
            () => return None,
        };
        Some((value, at + 3))
    }

    /// "an hour and three quarters"
    pub(super) fn says_three_quarters(&self, at: usize) -> bool {
        self.is(at, "and")
            && self.is(at + 1, "three")
            && self.is(at + 2, "quarters")
            && !self.is(at + 3, "of")
    }

    /// "two hours and eight minutes": the part at `at`, behind one in `unit`, its unit, and the token
    /// after it.
    pub(super) fn smaller_unit(&self, at: usize, unit: Unit) -> Option<(Value, Unit, usize)> {
        let comma = self.is(at, ",");
        let start = at + usize::from(comma || self.is(at, "and"));
        let start = start + usize::from(comma && self.is(start, "and"));
        // Most words behind a unit are no numbers, which is quickly seen.
        let first = self.token(start)?;
        if first.class != Class::Number && first.known.small().is_none() {
            return None;
        }
        let part = numeral(self.tokens, start)
            .filter(|part| part.value.is_point() && !part.article)
            .filter(|part| part.in_digits || !comma)?;
        let name = self.token(part.next).filter(|name| name.class == Class::Word)?;
        // "2 min 18 s"
        let second =
            || Unit::named("second").filter(|_| name.text == "s" && unit.kind() == Kind::Duration);
        let smaller = Unit::of_any_case(name.text).or_else(second)?;
        let split = matches!(
            smaller.dimension(),
            Dimension::Calendar | Dimension::Time | Dimension::Length | Dimension::Mass
        );
        let share = smaller.factor() / unit.factor();
        let value = part.value.low()?;
        // "1.8 m × 2 m, 22 cm thick" has three sides.
        let metric = comma && smaller.dimension() == Dimension::Length && name.text.ends_with('m');
        let fits = split
            && !metric
            && smaller.dimension() == unit.dimension()
            && share < Value::ONE
            && product(value, share)? < Value::ONE;
        let next = part.next + 1;
        let Some((more, smallest, next)) = fits.then(|| self.smaller_unit(next, smaller))? else {
            return Some((value, smaller, next));
        };
        let value = sum(product(value, smaller.factor() / smallest.factor())?, more)?;
        Some((value, smallest, next))
    }

    /// The amount in the smaller unit, where `word` leaves that one out: "five foot nine".
    pub(super) fn with_bare_part(&self, word: &str, amount: Amount) -> Option<Amount> {
        let part = BARE_PARTS.iter().find(|part| part.words.contains(&word))?;
        let value = amount.value;
        value.low().filter(|low| value.is_point() && within(part.of, *low))?;
        let second = numeral(self.tokens, amount.next).filter(|second| !second.article)?;
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
        // "a metre fifty-something"
        let odd =
            hyphen(self.tokens, second.next) && self.is_any(second.next + 1, &["something", "odd"]);
        if !part.anywhere && !odd && !ends() {
            return None;
        }
        let value = value.map(|value| sum(product(value, whole(part.share))?, more))?;
        let unit = Unit::named(part.smaller)?;
        if odd {
            let low = value.low()?;
            let value = Interval::range(low, low + whole(10));
            return Some(Amount { value, unit, next: second.next + 2 });
        }
        Some(Amount { value, unit, next: second.next })
    }

    /// An amount of money with the hundredths behind it.
    pub(super) fn with_cents(&self, mut amount: Amount) -> Option<Amount> {
        // "17 USD 25", "two dollars fifty"
        if amount.value.is_point()
            && let Some((cents, after)) = self.bare_cents(amount.next)
        {
            amount = amount.plus(cents, after)?;
        }
        // "thirteen dollars and forty-five cents"
        if self.is(amount.next, "and")
            && let Some(cents) = numeral(self.tokens, amount.next + 1)
            && self.is_any(cents.next, &["cents", "cent"])
        {
            let part = product(cents.value.low()?, Value::new(1, 100))?;
            amount = amount.plus(part, cents.next + 1)?;
        }
        Some(amount)
    }

    /// The hundredths that end a clause at `at`, and the token after them.
    fn bare_cents(&self, at: usize) -> Option<(Value, usize)> {
        let cents = numeral(self.tokens, at).filter(|cents| cents.scale == whole(1))?;
        let value = cents.value.low().filter(|value| {
            cents.value.is_point() && value.is_integer() && (whole(10)..whole(100)).contains(value)
        })?;
        let next = self.token(cents.next);
        // "from two dollars twenty to a dollar seventy"
        let to_dollars = || {
            let more = numeral(self.tokens, cents.next + 1);
            more.is_some_and(|more| self.is_any(more.next, &["dollar", "dollars"]))
        };
        // "five dollars twenty years ago" has no cents.
        const BEHIND: &[&str] = &[
            "left", "each", "apiece", "per", "a", "an", "and", "or", "but", "for", "in", "on",
            "out", "back", "now", "today", "is", "was", "goes", "comes", "went", "came",
        ];
        let ends = next.is_none_or(|next| {
            matches!(next.text, "." | "," | ";" | "!" | "?")
                || next.is_any(BEHIND)
                || next.is("to") && to_dollars()
        });
        (ends && !cents.article).then(|| (value / whole(100), cents.next))
    }
}

/// Whether `value` is a whole number from one end to the other.
fn within((low, high): (i128, i128), value: Value) -> bool {
    value.is_integer() && (whole(low)..=whole(high)).contains(&value)
}
