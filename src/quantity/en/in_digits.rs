//! English numerals in digits, with a letter or a word for a scale: 128K, 2.5 million, "38 and a half".

use super::label::is_numbered;
use super::parts::Numeral;
use super::spoken::part_more;
use super::token::{Class, Token, hyphen};
use crate::quantity::digits;
use crate::quantity::interval::{Interval, Value, power_of_ten, product, sum, whole};

/// A numeral as far as it was read.
struct InDigits<'t> {
    tokens: &'t [Token<'t>],
    /// The token of the digits.
    at: usize,
    value: Value,
    /// What it is multiplied by.
    by: Value,
    /// The token behind it, and the byte where it ends.
    next: usize,
    end: usize,
}

/// The numeral whose digits stand at token `at`.
pub(super) fn in_digits(tokens: &[Token<'_>], at: usize) -> Option<Numeral> {
    let token = tokens.get(at)?;
    let (value, length) = digits::number(token.text)?;
    let end = token.start + length;
    let mut read = InDigits { tokens, at, value, by: whole(1), next: at + 1, end };
    read.scales()?;
    if read.is_bare() {
        read.dozen();
    }
    if read.is_bare() {
        read.letter_apart();
    }
    if read.is_bare() {
        read.part_more()?;
    }
    read.tail()?;
    if read.is_bare() {
        read.scale_behind_a_hyphen()?;
    }
    Some(Numeral {
        value: Interval::point(product(read.value, read.by)?),
        next: read.next,
        end: read.end,
        in_digits: true,
        approximate: false,
        scale: read.by,
        article: false,
    })
}

impl<'t> InDigits<'t> {
    fn token(&self, at: usize) -> Option<&'t Token<'t>> {
        self.tokens.get(at)
    }

    /// Whether there are only digits so far.
    fn is_bare(&self) -> bool {
        self.next == self.at + 1
    }

    /// Goes on behind token `last`.
    fn pass(&mut self, last: usize) {
        if let Some(token) = self.token(last) {
            (self.end, self.next) = (token.end(), last + 1);
        }
    }

    /// 128K, 2.5 million, 3 thousand million.
    fn scales(&mut self) -> Option<()> {
        // The b of "Phase 2b" is no billion.
        let before = self.at.checked_sub(1).and_then(|before| self.token(before));
        let part = before.is_some_and(|word| is_numbered(word.text));
        while let Some(word) = self.token(self.next).filter(|word| word.class == Class::Word) {
            if part && !word.spaced && word.is("b") {
                break;
            }
            let letter = (!word.spaced).then(|| letter_scale(word.text)).flatten();
            let Some(exponent) = letter.or_else(|| word.known.scale()) else { break };
            self.by = product(self.by, power_of_ten(exponent)?)?;
            self.pass(self.next);
        }
        Some(())
    }

    /// 3 dozen
    fn dozen(&mut self) {
        if self.token(self.next).is_some_and(|word| word.spaced && word.known.is_dozen()) {
            self.by = whole(12);
            self.pass(self.next);
        }
    }

    /// 2.33 k
    fn letter_apart(&mut self) {
        let is_k = self.token(self.next).is_some_and(|word| word.text == "k" && word.spaced);
        let glued = |after: &Token<'_>| !after.spaced && after.class != Class::Sign;
        if is_k && !self.token(self.next + 1).is_some_and(glued) {
            self.by = whole(1000);
            self.pass(self.next);
        }
    }

    /// 38 and a half
    fn part_more(&mut self) -> Option<()> {
        if let Some((half, behind)) = part_more(self.tokens, self.next) {
            self.value = sum(self.value, half)?;
            self.pass(behind - 1);
        }
        Some(())
    }

    /// 3 hundred and 21
    fn tail(&mut self) -> Option<()> {
        let scaled = self.by == whole(100) || self.by == whole(1000);
        if !scaled || !self.token(self.next).is_some_and(|word| word.is("and")) {
            return Some(());
        }
        let tail = self.token(self.next + 1).filter(|tail| tail.class == Class::Number);
        let more = tail.and_then(|tail| digits::number(tail.text)).map(|(more, _)| more);
        let fits = |more: &Value| *more < self.by && *more < whole(100) && more.is_integer();
        let spaced = self.token(self.next - 1).is_some_and(|scale| scale.spaced);
        if let Some(more) = more.filter(fits).filter(|_| spaced) {
            self.value = sum(product(self.value, self.by)?, more)? / self.by;
            self.pass(self.next + 1);
        }
        Some(())
    }

    /// 5-million, as in a 5-million-dollar deal
    fn scale_behind_a_hyphen(&mut self) -> Option<()> {
        if hyphen(self.tokens, self.next)
            && let Some(exponent) = self.token(self.next + 1).and_then(|word| word.known.scale())
        {
            self.by = power_of_ten(exponent)?;
            self.pass(self.next + 1);
        }
        Some(())
    }
}

fn letter_scale(word: &str) -> Option<u32> {
    match word {
        "K" | "k" => Some(3),
        "M" | "m" | "MM" => Some(6),
        "B" | "b" => Some(9),
        "T" => Some(12),
        _ => None,
    }
}
