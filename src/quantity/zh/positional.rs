//! Numerals of single digits: 二〇二五.

use super::character::{digit, large_unit, small_unit};
use super::parts::Numeral;
use crate::quantity::digits::is_digit;
use crate::quantity::interval::{Interval, whole};

/// Digits as characters beside each other: 二〇二五, 一九九八. Two of them are read here only if one
/// is a zero; 三四 means three or four.
pub(super) fn positional(text: &str, at: usize) -> Option<Numeral> {
    let is_plain = |c: &char| digit(*c).is_some() && !is_digit(*c) && *c != '两';
    let digits: Vec<char> = text.get(at..)?.chars().take_while(is_plain).take(20).collect();
    let length: usize = digits.iter().map(|digit| digit.len_utf8()).sum();
    let next = text[at + length..].chars().next();
    let goes_on = next.is_some_and(|next| {
        small_unit(next).is_some() || large_unit(next).is_some() || matches!(next, '几' | '多')
    });
    let zero = digits.iter().skip(1).any(|&character| matches!(character, '〇' | '○' | '零'));
    if digits.len() < 2 || (digits.len() == 2 && !zero) || goes_on {
        return None;
    }
    let mut value = 0_i128;
    for character in &digits {
        value = value.checked_mul(10)?.checked_add(digit(*character)?)?;
    }
    Some(Numeral {
        value: Interval::point(whole(value)),
        end: at + length,
        approximate: false,
        in_digits: false,
        length: digits.len(),
        scale: whole(1),
        positional: true,
    })
}
