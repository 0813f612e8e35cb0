//! English numerals in words, read word by word: "two hundred and five", "one and a half million".

use super::known::Known;
use super::token::{Class, Token, hyphen};
use crate::quantity::Unit;
use crate::quantity::interval::{Value, power_of_ten, product, sum, whole};

/// A numeral as far as it was read.
pub(super) struct Spoken<'t> {
    tokens: &'t [Token<'t>],
    start: usize,
    next: usize,
    /// What scales have closed: two million in "two million five hundred".
    total: Value,
    /// What the last of them added.
    closed: Value,
    /// What no scale has closed yet: five hundred there.
    section: Value,
    /// The last scale.
    scale: Value,
    /// Whether a word was read.
    any: bool,
    /// Whether a scale may come first: "a hundred", "per thousand".
    led: bool,
}

/// What was read.
pub(super) struct Read {
    pub(super) value: Value,
    /// The token behind it.
    pub(super) next: usize,
    /// The last scale.
    pub(super) scale: Value,
}

/// Whether more of the numeral may follow.
#[derive(PartialEq, Eq)]
enum More {
    Yes,
    No,
}

impl<'t> Spoken<'t> {
    /// At token `at`, which is an article where `article` says so; `per` that it is a scale that counts one.
    pub(super) fn new(tokens: &'t [Token<'t>], at: usize, article: bool, per: bool) -> Spoken<'t> {
        let led = article || per;
        Spoken {
            tokens,
            start: at,
            next: at + usize::from(article),
            total: Value::ZERO,
            closed: Value::ZERO,
            section: if led { whole(1) } else { Value::ZERO },
            scale: whole(1),
            any: false,
            led,
        }
    }

    /// The whole numeral; nothing where it is too large, or no word is one.
    pub(super) fn read(mut self) -> Option<Read> {
        while let Some(word) = self.word(self.next) {
            let more = if let Some(value) = word.known.small() {
                self.small(word, value)?
            } else if let Some(exponent) = word.known.scale().filter(|_| self.any || self.led) {
                self.scaled(exponent)?
            } else if word.known.is_dozen() && (self.any || self.led) {
                self.section = product(self.section.max(whole(1)), whole(12))?;
                self.scale = whole(12);
                self.step()
            } else if word.is("point") && self.any && self.scale == whole(1) {
                self.decimals()?
            } else if word.is("and") && self.any {
                self.and()?
            } else {
                More::No
            };
            if more == More::No {
                break;
            }
            self.pass_hyphen();
        }
        let value = sum(self.total, self.section)?;
        (self.any || self.led).then_some(Read { value, next: self.next, scale: self.scale })
    }

    fn word(&self, at: usize) -> Option<&'t Token<'t>> {
        self.tokens.get(at).filter(|token| token.class == Class::Word)
    }

    /// The power of ten that a word is a scale for.
    fn power_at(&self, at: usize) -> Option<Value> {
        power_of_ten(self.word(at)?.known.scale()?)
    }

    fn step(&mut self) -> More {
        self.next += 1;
        self.any = true;
        More::Yes
    }

    /// "five", "twenty-five".
    fn small(&mut self, word: &Token<'_>, value: i128) -> Option<More> {
        // "twenty-three fifty" is 2,350; "ten thirty" is a time.
        let pair = self.any
            && self.total == Value::ZERO
            && (whole(13)..whole(100)).contains(&self.section)
            && self.section % whole(10) != Value::ZERO
            && value >= 10
            && word.spaced;
        if pair {
            self.section = product(self.section, whole(100))?;
        } else if self.tenths_of_a_scale(word, value) {
            let tenths = product(self.scale, Value::new(value, 10))?;
            self.total = sum(self.total, tenths)?;
            self.step();
            return Some(More::No);
        } else if self.any && self.section % whole(100) != Value::ZERO {
            return Some(More::No);
        }
        self.section = sum(self.section, whole(value))?;
        self.step();
        // twenty-five
        let dash = self.tokens.get(self.next).is_some_and(|sign| sign.text == "-");
        let joint = usize::from(hyphen(self.tokens, self.next) || dash);
        // "the eighteen-to-twenty-fours"
        let of_ages = |word: &Token<'_>| {
            let one = word.text.strip_suffix(if word.is("sixes") { "es" } else { "s" })?;
            Known::of(one).small().filter(|_| joint == 1)
        };
        let ones = self
            .word(self.next + joint)
            .and_then(|word| word.known.small().or_else(|| of_ages(word)));
        if let Some(ones) = ones.filter(|ones| value >= 20 && (1..10).contains(ones)) {
            self.section = sum(self.section, whole(ones))?;
            self.next += 1 + joint;
        }
        Some(More::Yes)
    }

    /// Whether the digit here counts tenths of the one million or billion before it: "a million six".
    fn tenths_of_a_scale(&self, word: &Token<'_>, value: i128) -> bool {
        let behind = self.tokens.get(self.next + 1);
        let ends = behind
            .is_none_or(|next| next.class == Class::Sign || next.is_any(&["in", "and"]))
            && !hyphen(self.tokens, self.next + 1);
        self.led
            && self.scale >= whole(1_000_000)
            && self.total == self.scale
            && self.section == Value::ZERO
            && (1..10).contains(&value)
            && word.spaced
            && ends
    }

    /// "hundred" multiplies what stands before it, a larger scale closes it. Scales in a row multiply each other: "a
    /// thousand million".
    fn scaled(&mut self, exponent: u32) -> Option<More> {
        let power = power_of_ten(exponent)?;
        self.scale = power;
        if exponent == 2 {
            self.section = product(self.section, power)?;
            return Some(self.step());
        }
        let again = self.section == Value::ZERO && self.closed != Value::ZERO;
        let (before, part) = match again {
            true => (self.total - self.closed, product(self.closed, power)?),
            false => (self.total, product(self.section.max(whole(1)), power)?),
        };
        self.total = sum(before, part)?;
        (self.closed, self.section) = (part, Value::ZERO);
        Some(self.step())
    }

    /// "point five million"
    fn decimals(&mut self) -> Option<More> {
        if self.is_a_point() {
            return Some(More::No);
        }
        if let Some((places, after)) = decimals(self.tokens, self.next + 1) {
            self.section = sum(self.section, places)?;
            self.next = after;
            self.scale_section()?;
        }
        Some(More::No)
    }

    /// Multiplies the section by a scale that follows.
    fn scale_section(&mut self) -> Option<()> {
        if let Some(power) = self.power_at(self.next) {
            self.scale = power;
            self.section = product(self.section, power)?;
            self.next += 1;
        }
        Some(())
    }

    /// "and a half", and "and" inside a number, which needs a hundred before it and a small number behind it.
    fn and(&mut self) -> Option<More> {
        if let Some((part, behind)) = part_more(self.tokens, self.next) {
            self.next = behind;
            if let Some(smaller) = self.power_at(behind).filter(|behind| *behind < self.scale) {
                // "one billion and a quarter million"
                self.section = sum(self.section, product(part, smaller)?)?;
                self.next += 1;
                return Some(More::No);
            }
            // "one million and a half" is one and a half million.
            let of_scale = self.section == Value::ZERO || self.scale == whole(12);
            let of = if of_scale { self.scale } else { whole(1) };
            self.section = sum(self.section, product(part, of)?)?;
            self.scale_section()?;
            return Some(More::No);
        }
        let small = self.word(self.next + 1).and_then(|word| word.known.small());
        // "between one hundred and four hundred", "a hundred thousand and two hundred thousand"
        const LONGEST: usize = 4;
        let behind = (self.next + 1..).take(LONGEST).map_while(|at| {
            let known = self.word(at)?.known;
            (known.small().is_some() || known.scale().is_some()).then(|| self.power_at(at))
        });
        let another = match self.scale == whole(100) {
            true => self.power_at(self.next + 2) == Some(self.scale),
            false => behind.flatten().any(|power| power >= self.scale),
        };
        let joins = self.scale >= whole(100) && small.is_some_and(|value| value > 0) && !another;
        // "sixty million and five years"
        let counted = self.scale >= whole(1_000_000)
            && self.word(self.next + 2).is_some_and(|unit| Unit::of_any_case(unit.text).is_some());
        if !joins || counted || self.section % whole(100) != Value::ZERO {
            return Some(More::No);
        }
        self.next += 1;
        Some(More::Yes)
    }

    /// two-hundred, five-million, one-and-a-half
    fn pass_hyphen(&mut self) {
        // three-point-seven
        let point = self.word(self.next + 1).is_some_and(|word| word.is("point"))
            && hyphen(self.tokens, self.next + 2);
        let goes_on = self.power_at(self.next + 1).is_some()
            || point
            || part_more(self.tokens, self.next + 1).is_some();
        if hyphen(self.tokens, self.next) && goes_on {
            self.next += 1;
        }
    }

    /// Whether "point" is a noun: "at one point five people left".
    fn is_a_point(&self) -> bool {
        let before = self.start.checked_sub(1).and_then(|before| self.tokens.get(before));
        self.section == whole(1) && before.is_some_and(|before| before.is("at"))
    }
}

/// "and a half" at `at`, with or without hyphens: the part, and the token after it.
pub(super) fn part_more(tokens: &[Token<'_>], at: usize) -> Option<(Value, usize)> {
    let word = |at: usize| tokens.get(at).filter(|token| token.class == Class::Word);
    let article = at + 1 + usize::from(hyphen(tokens, at + 1));
    let part = article + 1 + usize::from(hyphen(tokens, article + 1));
    if !word(at)?.is("and") || !word(article)?.is_any(&["a", "one"]) {
        return None;
    }
    let part_word = word(part)?;
    if part_word.is("half") {
        return Some((Value::new(1, 2), part + 1));
    }
    (part_word.is("quarter") && word(article)?.is("a")).then(|| (Value::new(1, 4), part + 1))
}

/// The decimals that are read out at `at`, as "zero eight" and "eleven", and the token after them.
fn decimals(tokens: &[Token<'_>], at: usize) -> Option<(Value, usize)> {
    const MOST_PLACES: usize = 12;
    let mut value = Value::ZERO;
    let mut place = whole(1);
    let at = at + usize::from(hyphen(tokens, at));
    let mut next = at;
    while let Some(number) = tokens.get(next).and_then(|token| token.known.small())
        && next - at < MOST_PLACES
    {
        let mut number = number;
        next += 1;
        if number >= 20 {
            let joint = usize::from(hyphen(tokens, next));
            let unit = tokens.get(next + joint).and_then(|token| token.known.small());
            if let Some(unit) = unit.filter(|unit| (1..10).contains(unit)) {
                number += unit;
                next += joint + 1;
            }
        }
        place /= whole(if number < 10 { 10 } else { 100 });
        value = sum(value, product(place, whole(number))?)?;
    }
    (next > at).then_some((value, next))
}
