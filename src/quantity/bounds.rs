//! Two bounds beside each other are one range: 200 元以上 500 元以下.

use super::Quantity;
use super::interval::Interval;
use crate::text::Span;

/// The quantities of `text`, where a lower bound right before an upper one of the same kind becomes
/// the range between them.
pub(super) fn joined(text: &str, quantities: Vec<Quantity>) -> Vec<Quantity> {
    if quantities.iter().all(|quantity| !quantity.value.is_open()) {
        return quantities;
    }
    let mut kept: Vec<Quantity> = Vec::with_capacity(quantities.len());
    for quantity in quantities {
        match kept.last().and_then(|last| between(text, last, &quantity)) {
            Some(range) => {
                kept.pop();
                kept.push(range);
            }
            None => kept.push(quantity),
        }
    }
    kept
}

/// The range from `first` to `second`, if they are its ends.
fn between(text: &str, first: &Quantity, second: &Quantity) -> Option<Quantity> {
    let (low, high) = (first.value.low()?, second.value.high()?);
    let bounds = first.value.high().is_none() && second.value.low().is_none() && low < high;
    let gap = text.get(first.span.end() as usize..second.span.start() as usize)?.trim();
    let joins = matches!(gap, "" | "，" | "," | "、" | "且" | "but" | "and" | "and less than");
    let alike = first.kind == second.kind && first.unit == second.unit;
    (bounds && joins && alike).then(|| Quantity {
        span: Span::at(first.span.start() as usize..second.span.end() as usize),
        value: Interval::range(low, high),
        ..second.clone()
    })
}
