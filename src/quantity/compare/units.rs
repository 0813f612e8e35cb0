//! Two quantities with units, on one scale: metres and miles, weeks and months, and what was rounded on the way.

use super::super::interval::{Interval, Value, product, sum, whole};
use super::super::{Dimension, Quantity, Unit};

/// A system of measures. What is converted from one into another is rounded.
#[derive(PartialEq, Eq)]
enum System {
    Metric,
    Imperial,
    /// 亩, 斤, 里.
    Chinese,
}

impl System {
    fn of(unit: Unit) -> System {
        match unit.name(false) {
            "inch" | "foot" | "yard" | "mile" | "nautical mile" | "ounce" | "pound" | "acre"
            | "gallon" | "square foot" | "square mile" => System::Imperial,
            "mu" | "jin" | "liang" | "li" | "chi" => System::Chinese,
            _ => System::Metric,
        }
    }
}

/// Whether two values that were converted into each other differ by no more than rounding: half of what the
/// last digit counts that is no zero, and a twentieth of the whole. `written` is as they stand in their texts,
/// `based` the same in one unit.
fn rounds_to(written: [&Interval; 2], based: [&Interval; 2]) -> bool {
    let near = |end: fn(&Interval) -> Option<Value>| {
        let ends = [written[0], written[1], based[0], based[1]].map(end);
        let [Some(zh), Some(en), Some(zh_based), Some(en_based)] = ends else {
            return ends.iter().all(Option::is_none);
        };
        is_near([zh, en], [zh_based, en_based]).unwrap_or(false)
    };
    // 一千三百多公里 against "more than eight hundred miles": how far they pass it is left open.
    let open = written[1].is_open() && written[1].low().is_some() && !written[0].is_open();
    near(Interval::low) && (near(Interval::high) || open && written[0].low() != written[0].high())
}

/// The same of single values, as far as that can be worked out.
fn is_near(written: [Value; 2], based: [Value; 2]) -> Option<bool> {
    if based.iter().any(|value| *value <= Value::ZERO) {
        return Some(based[0] == based[1]);
    }
    let apart = sum(based[0].max(based[1]), -based[0].min(based[1]))?;
    // How far either may be from what it was rounded from, by its share of the value.
    let slack = |side: usize| {
        // What is said as a fraction is said roughly.
        let share = match last_digit(written[side]) {
            Some(digit) => product(digit, product(whole(2), written[side])?.recip())?,
            None => Value::new(1, 20),
        };
        product(share, based[side])
    };
    let slack = slack(0)?.max(slack(1)?);
    Some(apart <= slack && product(apart, whole(20))? <= based[1])
}

/// What the last digit of a decimal counts that is no zero: a hundred in 3,900, a tenth in 6.2.
fn last_digit(value: Value) -> Option<Value> {
    let holds = |digit: Value| Some(product(value, digit.recip())?.is_integer());
    let mut digit = whole(1);
    if holds(digit)? {
        while digit < value && holds(digit * whole(10))? {
            digit *= whole(10);
        }
        return Some(digit);
    }
    // Thirds have no last digit.
    while !holds(digit)? {
        digit /= whole(10);
        (digit >= Value::new(1, 1_000_000)).then_some(())?;
    }
    Some(digit)
}

/// Values with units, in base units of their dimension.
pub(super) fn with_units(zh: &Quantity, en: &Quantity) -> Option<(Interval, Interval)> {
    let (Some(z), Some(e)) = (zh.unit, en.unit) else { return Some((zh.value, en.value)) };
    let based = |value: &Interval, unit: Unit| value.map(|value| product(value, unit.factor()));
    match (z.dimension(), e.dimension()) {
        // 10 公里 is 6.2 miles, which was rounded.
        (a, b) if a == b && System::of(z) != System::of(e) => {
            let (zh_based, en_based) = (based(&zh.value, z)?, based(&en.value, e)?);
            let same = rounds_to([&zh.value, &en.value], [&zh_based, &en_based]);
            Some((if same { en_based } else { zh_based }, en_based))
        }
        (a, b) if a == b => Some((based(&zh.value, z)?, based(&en.value, e)?)),
        // Six weeks for a month and a half: a month is four of them to most people.
        (Dimension::Calendar, Dimension::Time)
            if (z.name(false), e.name(false)) == ("month", "week") =>
        {
            Some((zh.value.map(|months| product(months, whole(4)))?, en.value))
        }
        // A dollar sign may be any dollar, a pound be money.
        (Dimension::Currency(dollar), Dimension::Currency(_))
            if e.is_dollar() && matches!(dollar, "HKD" | "TWD" | "AUD" | "CAD" | "SGD" | "NZD") =>
        {
            Some((zh.value, en.value))
        }
        (Dimension::Currency("GBP"), Dimension::Mass) if e.name(false) == "pound" => {
            Some((based(&zh.value, z)?, en.value))
        }
        // 38 度 is 100.4 °F, which may be rounded.
        (Dimension::Degree, Dimension::Fahrenheit) => {
            let converted =
                zh.value.map(|value| sum(product(value, Value::new(9, 5))?, whole(32)))?;
            // Ovens are set by steps of 25 °F: 180 °C is 350 °F there.
            let oven = |fahrenheit: Value| {
                fahrenheit >= whole(200) && (fahrenheit / whole(25)).is_integer()
            };
            let slack = |fahrenheit: Value| if oven(fahrenheit) { whole(13) } else { whole(1) };
            let near = |one: Option<Value>, other: Option<Value>| match (one, other) {
                (Some(one), Some(other)) => one.max(other) - one.min(other) < slack(other),
                (one, other) => one == other,
            };
            let same =
                near(converted.low(), en.value.low()) && near(converted.high(), en.value.high());
            Some((if same { en.value } else { converted }, en.value))
        }
        // 度 is what people call a kilowatt-hour.
        (Dimension::Degree, Dimension::Energy) => Some((zh.value, en.value)),
        // A week is seven days, but a year is no whole number of them.
        _ => None,
    }
}
