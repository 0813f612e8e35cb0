//! The English reader: finds numerals in running text and tells from what stands around them what
//! they count.

mod bounds;
mod clock;
mod counted;
mod currency;
mod date;
mod dressed;
mod fraction;
mod half;
mod in_digits;
mod known;
mod label;
mod lookup;
mod numeral;
mod ordinal;
mod parts;
mod range;
mod ratio;
mod reader;
mod shape;
mod smaller;
mod spoken;
mod suffix;
mod token;
mod unit;
mod unit_word;
mod vague;
mod word;
mod words;

use super::Quantity;
use reader::Reader;
use token::tokens;

/// The quantities of `text`.
pub(super) fn read(text: &str) -> Vec<Quantity> {
    let tokens = tokens(text);
    let reader = Reader { tokens: &tokens };
    let mut quantities = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        // Most tokens are sorted out here.
        match Some(at).filter(|_| token.may_start()).and_then(|at| reader.quantity(at)) {
            Some((found, next)) => {
                quantities.extend(found);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    quantities
}
