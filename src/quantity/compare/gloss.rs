//! The same quantity once more in another unit: "2 metres (6 feet)".

use super::super::interval::{Value, product, sum, whole};
use super::super::{Dimension, Unit};
use super::item::Item;

/// How far inside its parentheses a gloss may start, in bytes: "(about US$3 million)".
const LONGEST_LEAD: usize = 24;

/// Whether `own` stands in parentheses right behind one of `all` and says that one in another unit.
pub(super) fn glosses(own: &Item<'_>, all: &[Item<'_>]) -> bool {
    let start = own.quantity.span.start() as usize;
    let near = own.near_before(LONGEST_LEAD);
    let Some(open) = near.rfind(['(', '（']).map(|open| start - near.len() + open) else {
        return false;
    };
    let end_of = |item: &Item<'_>| item.quantity.span.end() as usize;
    let first = all.iter().rfind(|item| item.place.0 == own.place.0 && end_of(item) <= open);
    let is_beside = |item: &&Item<'_>| {
        let between = own.text.get(end_of(item)..open);
        let lead = own.text.get(open..start);
        between.is_some_and(|between| matches!(between.trim(), "" | "/s" | "/h" | "/min" | "/秒"))
            && lead.is_some_and(|lead| !lead.contains([')', '）']) && lead.len() < LONGEST_LEAD)
    };
    let Some(first) = first.filter(is_beside) else { return false };
    // "three (3) years", as contracts have it
    if first.quantity.value == own.quantity.value
        && own.text.get(open + 1..start).is_some_and(str::is_empty)
        && own.text.get(end_of(own)..).is_some_and(|behind| behind.starts_with([')', '）']))
    {
        return true;
    }
    let (Some(one), Some(other)) = (first.quantity.unit, own.quantity.unit) else { return false };
    let first_rate = rate(first);
    let ends = [first, own].map(|item| item.quantity.value.some_end());
    let [Some(first), Some(second)] = ends else { return false };
    match (one.dimension(), other.dimension()) {
        // Rates of exchange change, so money in another currency is taken as it is.
        (Dimension::Currency(a), Dimension::Currency(b)) => a != b,
        (Dimension::Degree, Dimension::Fahrenheit) | (Dimension::Fahrenheit, Dimension::Degree) => {
            true
        }
        // What is converted is rounded: 2 metres are 6.6 feet.
        (a, b) if a == b && one != other => {
            let based = |value, unit: Unit, rate| product(product(value, unit.factor())?, rate);
            let (Some(first), Some(second)) =
                (based(first, one, first_rate), based(second, other, rate(own)))
            else {
                return false;
            };
            sum(first.max(second), -first.min(second)).is_some_and(|off| off <= first / whole(8))
        }
        _ => false,
    }
}

/// What a speed is multiplied by to be one a second: of 162 km/h and 45 m/s only the lengths were read.
fn rate(item: &Item<'_>) -> Value {
    let behind = item.behind();
    let starts = |words: &[&str]| words.iter().any(|word| behind.starts_with(word));
    match () {
        () if starts(&["/h", " per hour", " an hour", "/小时"]) => Value::new(1, 3600),
        () if starts(&["/min", " per minute", " a minute", "/分"]) => Value::new(1, 60),
        () => whole(1),
    }
}
