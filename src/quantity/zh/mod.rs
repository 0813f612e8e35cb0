//! The Chinese reader: finds numerals in running text and tells from what stands around them what
//! they count.

mod bounds;
mod counted;
mod date;
mod numeral;
mod range;
mod reader;
mod share;
mod spaces;
mod unit;
mod word;
mod words;

use super::Quantity;
use super::digits::vulgar;
use crate::text::is_han;
use numeral::digit;
use reader::Reader;

/// The quantities of `text`.
pub(super) fn read(text: &str) -> Vec<Quantity> {
    match spaces::closed(text) {
        Some(closed) => {
            let quantities = read_closed(&closed.text);
            quantities.into_iter().map(|quantity| closed.opened(quantity)).collect()
        }
        None => read_closed(text),
    }
}

/// The quantities of a text without spaces inside its numerals.
fn read_closed(text: &str) -> Vec<Quantity> {
    if next_start(text, 0).is_none() {
        return Vec::new();
    }
    let vetoes = words::vetoes(text);
    let mut quantities: Vec<Quantity> = Vec::new();
    let mut at = 0;
    // Where the last quantity ends: what stands before it qualifies no other.
    let mut floor = 0;
    while let Some(start) = next_start(text, at) {
        let vetoed = vetoes
            .iter()
            .find(|veto| veto.start() as usize <= start && start < veto.end() as usize);
        if let Some(veto) = vetoed {
            at = veto.end() as usize;
            continue;
        }
        let reader = Reader { text, floor };
        match reader.quantity(start) {
            Some((found, end)) => {
                quantities.extend(found);
                at = end.max(start + 1);
                floor = at.min(text.len());
            }
            None => at = start + text[start..].chars().next().map_or(1, char::len_utf8),
        }
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    quantities
}

/// The next byte at which a numeral may start.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let found = rest.char_indices().find(|(at, character)| match character {
        '0'..='9' => true,
        // .5 starts with its point, 3.5 does not.
        '.' => {
            let before = text[..from + at].chars().next_back();
            rest[at + 1..].starts_with(|c: char| c.is_ascii_digit())
                && before.is_none_or(|c| c.is_whitespace() || is_han(c) || "(（，：".contains(c))
        }
        character if character.is_ascii() => false,
        character => {
            "十百千万萬亿億兆廿卅拾佰仟几幾数數半翻俩仨倆腰甲稀惑立".contains(*character)
                || digit(*character).is_some()
                || vulgar(*character).is_some()
        }
    });
    found.map(|(at, _)| from + at)
}
