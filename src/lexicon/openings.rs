//! Where in a text a form may start, told by how forms begin.
//!
//! Most words and characters of a text begin no form. A look at the first two words, or the first two Chinese
//! characters, sorts them out.

use serde::{Deserialize, Serialize};

use super::fold::is_word;
use crate::text::CharacterSet;

/// Places in the table for each form. Two beginnings that share a place cost time and change nothing.
const SPARE: usize = 32;

/// Smallest number of places.
const LEAST: usize = 1 << 16;

/// How forms begin.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Openings {
    /// A bit for each place: whether a form begins so.
    bits: Vec<u64>,
    /// A bit for each beginning of a first word.
    words: Vec<u64>,
    /// The signs of ASCII that forms begin with, a bit for each.
    signs: u128,
    /// The characters outside ASCII that do.
    characters: CharacterSet,
}

impl Openings {
    /// Of the folded forms `spellings`.
    pub(super) fn new(spellings: &[String]) -> Openings {
        let places = (spellings.len() * SPARE).next_power_of_two().max(LEAST);
        let firsts = spellings.iter().filter_map(|spelling| spelling.chars().next());
        let mut openings = Openings {
            bits: vec![0; places / 64],
            words: vec![0; BEGINNINGS / 64],
            signs: 0,
            characters: firsts.collect(),
        };
        for spelling in spellings {
            let Some(first) = spelling.chars().next() else { continue };
            let key = if is_word(first) {
                let beginning = beginning(spelling.as_bytes());
                if let Some(words) = openings.words.get_mut(beginning / 64) {
                    *words |= 1 << (beginning % 64);
                }
                let word = Word::at(spelling, 0);
                let behind = word.behind();
                if behind >= spelling.len() {
                    word.key
                } else {
                    word.then(&Word::at(spelling, behind))
                }
            } else {
                if first.is_ascii() {
                    openings.signs |= 1 << u32::from(first);
                }
                pair(first, spelling.chars().nth(1))
            };
            let place = openings.place(key);
            if let Some(bits) = openings.bits.get_mut(place / 64) {
                *bits |= 1 << (place % 64);
            }
        }
        openings
    }

    fn place(&self, key: u32) -> usize {
        // The upper bits of a product depend on all bits of its factors.
        let bits = (self.bits.len() * 64).trailing_zeros();
        (key.wrapping_mul(0x9E37_79B1) >> (u32::BITS - bits)) as usize
    }

    fn hold(&self, key: u32) -> bool {
        let place = self.place(key);
        self.bits.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }

    /// Whether the first word of a form may begin as `bytes` do.
    fn may_begin(&self, bytes: &[u8]) -> bool {
        let beginning = beginning(bytes);
        self.words.get(beginning / 64).is_some_and(|words| words >> (beginning % 64) & 1 == 1)
    }

    /// Calls `found` with each place of `text` where a form may start.
    pub(super) fn each(&self, text: &str, mut found: impl FnMut(usize)) {
        let mut at = 0;
        // The word behind the last one was looked at already.
        let mut ahead: Option<(usize, Word)> = None;
        while let Some(c) = char_at(text, at) {
            let start = at;
            let opens = if c == ' ' && self.signs & (1 << u32::from(c)) == 0 {
                at += 1;
                continue;
            } else if is_common_han(c) && !self.characters.holds(c) {
                at += c.len_utf8();
                continue;
            } else if is_word(c) && !self.may_begin(text.as_bytes().get(at..).unwrap_or_default()) {
                at = word_end(text, at);
                continue;
            } else if is_word(c) {
                let known = ahead.take().filter(|(place, _)| *place == at);
                let word = known.map_or_else(|| Word::at(text, at), |(_, word)| word);
                let next = Word::at(text, word.behind());
                at = word.end;
                let opens = self.hold(word.key) || self.hold(word.then(&next));
                ahead = Some((word.behind(), next));
                opens
            } else if c.is_ascii() && self.signs & (1 << u32::from(c)) == 0 {
                at += 1;
                continue;
            } else {
                at += c.len_utf8();
                self.hold(pair(c, char_at(text, at))) || self.hold(pair(c, None))
            };
            if opens {
                found(start);
            }
        }
    }
}

/// Places for the beginnings of words: few of them share one.
const BEGINNINGS: usize = 1 << 16;

/// A place for the first letters or digits of ASCII, four at most, that `bytes` begin with.
fn beginning(bytes: &[u8]) -> usize {
    let mut all = 0_u32;
    for at in 0..4 {
        match bytes.get(at) {
            Some(letter) if letter.is_ascii_alphanumeric() => {
                all = all << 5 | u32::from(letter & 31);
            }
            _ => break,
        }
    }
    // The upper bits of a product depend on all bits of its factors.
    (all.wrapping_mul(0x9E37_79B1) >> (u32::BITS - BEGINNINGS.trailing_zeros())) as usize
}

/// Where the word ends that starts at `start`.
fn word_end(text: &str, start: usize) -> usize {
    let mut at = start;
    loop {
        match text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii_alphanumeric() => at += 1,
            Some(byte) if byte.is_ascii() => return at,
            _ => match char_at(text, at) {
                Some(c) if is_word(c) => at += c.len_utf8(),
                _ => return at,
            },
        }
    }
}

/// A word of a text.
struct Word {
    end: usize,
    /// A number for it; 0 where no word stands.
    key: u32,
    /// The character right behind it.
    joint: Option<char>,
}

impl Word {
    /// The word that starts at `start`.
    fn at(text: &str, start: usize) -> Word {
        let mut key = 0;
        let mut at = start;
        loop {
            match text.as_bytes().get(at) {
                Some(byte) if byte.is_ascii_alphanumeric() => {
                    key = step(key, u32::from(*byte));
                    at += 1;
                }
                Some(byte) if byte.is_ascii() => {
                    return Word { end: at, key, joint: Some(char::from(*byte)) };
                }
                _ => match char_at(text, at) {
                    Some(c) if is_word(c) => {
                        key = step(key, c as u32);
                        at += c.len_utf8();
                    }
                    joint => return Word { end: at, key, joint },
                },
            }
        }
    }

    /// Behind the character that follows it.
    fn behind(&self) -> usize {
        self.end + self.joint.map_or(0, char::len_utf8)
    }

    /// A number for the word, what follows it, and the word behind that.
    fn then(&self, next: &Word) -> u32 {
        step(step(!self.key, self.joint.map_or(0, |joint| joint as u32)), next.key)
    }
}

/// Whether `c` is a Han character of the basic block, as nearly all are.
fn is_common_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// A number for a character and the one behind it.
fn pair(first: char, second: Option<char>) -> u32 {
    step(step(1, first as u32), second.map_or(0, |second| second as u32))
}

/// One step of the hash of Fowler, Noll and Vo.
fn step(key: u32, next: u32) -> u32 {
    (key ^ next).wrapping_mul(0x0100_0193)
}

#[cfg(test)]
mod tests {
    use super::Openings;

    fn found(forms: &[&str], text: &str) -> Vec<usize> {
        let forms: Vec<String> = forms.iter().map(|&form| form.to_owned()).collect();
        let mut found = Vec::new();
        Openings::new(&forms).each(text, |at| found.push(at));
        found
    }

    #[test]
    fn a_look_at_the_next_word_or_character_decides() {
        let forms = ["scaling law", "rl"];
        assert!(found(&forms, "a scaling lawyer").is_empty());
        assert_eq!(found(&forms, "rl and a scaling law."), [0, 9]);
        assert_eq!(found(&["天才之国", "智"], "的天才之国，天色，智能"), [3, 27]);
    }

    #[test]
    fn the_inside_of_a_word_is_no_beginning() {
        assert!(found(&["rl", "law"], "girls outlaw").is_empty());
    }

    #[test]
    fn a_sign_may_begin_a_form() {
        assert_eq!(found(&[".net core"], "说 .net core, net core"), [4]);
        assert_eq!(found(&["c++", "c+"], "c++ c+ c+x").len(), 3);
    }
}
