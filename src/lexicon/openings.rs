//! Where in a text a form may start, told by how forms begin.
//!
//! Most words and characters of a text begin no form. A look at the first two words, or the first two Chinese
//! characters, sorts them out, and the automaton sees only as much of the text as the longest form with that
//! beginning can take.

use super::fold::is_word;

/// Places in the table for each form. Two beginnings that share a place cost time and change nothing.
const SPARE: usize = 32;

/// Smallest number of places.
const LEAST: usize = 1 << 16;

/// How far forms reach, by what they begin with.
pub(super) struct Openings {
    /// For each place the length of the longest form that begins so, in bytes; 0 where none does.
    reach: Vec<u8>,
    /// The signs of ASCII that forms begin with, a bit for each.
    signs: u128,
}

/// What stands for forms of that length and longer.
const FAR: u8 = u8::MAX;

impl Openings {
    /// Of the folded forms `spellings`.
    pub(super) fn new(spellings: &[String]) -> Openings {
        let places = (spellings.len() * SPARE).next_power_of_two().max(LEAST);
        let mut openings = Openings { reach: vec![0; places], signs: 0 };
        for spelling in spellings {
            let Some(first) = spelling.chars().next() else { continue };
            let key = if is_word(first) {
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
            let length = u8::try_from(spelling.len()).unwrap_or(FAR);
            let place = openings.place(key);
            if let Some(reach) = openings.reach.get_mut(place) {
                *reach = length.max(*reach);
            }
        }
        openings
    }

    fn place(&self, key: u32) -> usize {
        // The upper bits of a product depend on all bits of its factors.
        let bits = self.reach.len().trailing_zeros();
        (key.wrapping_mul(0x9E37_79B1) >> (u32::BITS - bits)) as usize
    }

    fn reach(&self, key: u32) -> u8 {
        self.reach.get(self.place(key)).copied().unwrap_or(0)
    }

    /// Calls `found` with each place of `text` where a form may start, and as much of the text from there as the
    /// form may take.
    pub(super) fn each<'t>(&self, text: &'t str, mut found: impl FnMut(usize, &'t str)) {
        let mut at = 0;
        // The word behind the last one was looked at already.
        let mut ahead: Option<(usize, Word)> = None;
        while let Some(c) = char_at(text, at) {
            let start = at;
            let reach = if is_word(c) {
                let known = ahead.take().filter(|(place, _)| *place == at);
                let word = known.map_or_else(|| Word::at(text, at), |(_, word)| word);
                let next = Word::at(text, word.behind());
                at = word.end;
                let reach = self.reach(word.key).max(self.reach(word.then(&next)));
                ahead = Some((word.behind(), next));
                reach
            } else if c.is_ascii() && self.signs & (1 << u32::from(c)) == 0 {
                at += 1;
                continue;
            } else {
                at += c.len_utf8();
                self.reach(pair(c, char_at(text, at))).max(self.reach(pair(c, None)))
            };
            if reach > 0 {
                let far = if reach == FAR { usize::MAX } else { start + usize::from(reach) };
                let mut end = text.len().min(far);
                // The automaton wants whole characters.
                while !text.is_char_boundary(end) {
                    end += 1;
                }
                found(start, text.get(start..end).unwrap_or_default());
            }
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

    fn found(forms: &[&str], text: &str) -> Vec<(usize, String)> {
        let forms: Vec<String> = forms.iter().map(|&form| form.to_owned()).collect();
        let mut found = Vec::new();
        Openings::new(&forms).each(text, |at, stretch| found.push((at, stretch.to_owned())));
        found
    }

    #[test]
    fn a_stretch_holds_the_longest_form() {
        let forms = ["scaling", "scaling law"];
        assert_eq!(found(&forms, "a scaling lawyer"), [(2, "scaling".to_owned())]);
        assert_eq!(found(&forms, "a scaling law."), [(2, "scaling law".to_owned())]);
        assert_eq!(
            found(&["天才之国", "智"], "的天才之国，天色，智能"),
            [(3, "天才之国".to_owned()), (27, "智".to_owned()),]
        );
    }

    #[test]
    fn the_inside_of_a_word_is_no_beginning() {
        assert!(found(&["rl", "law"], "girls outlaw").is_empty());
    }

    #[test]
    fn the_end_of_the_text_cuts_a_stretch() {
        assert_eq!(found(&[".net core"], "说 .net"), [(4, ".net".to_owned())]);
        assert_eq!(found(&["c++", "c+"], "c++ c+ c+x").len(), 3);
    }
}
