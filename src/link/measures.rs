//! What the alignment of turns and that of sentences both measure their texts by.

use crate::text::{Side, is_han};

/// Two stretches that are to be judged, already measured.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Measures {
    /// What either finds in the other, at most its weight.
    pub(super) shared: (f32, f32),
    /// What the items of each side weigh.
    pub(super) weights: (f32, f32),
    /// The length of each side in English characters.
    pub(super) lengths: (f32, f32),
}

/// Running sums of weights and lengths, so that those of any stretch are one subtraction.
pub(super) struct Sums(Vec<(f32, f32)>);

impl Sums {
    /// Of parts that weigh and measure so much, in order.
    pub(super) fn new(parts: impl Iterator<Item = (f32, f32)>) -> Sums {
        let mut all = (0.0, 0.0);
        let mut sums = vec![all];
        sums.extend(parts.map(|(weight, length)| {
            all = (all.0 + weight, all.1 + length);
            all
        }));
        Sums(sums)
    }

    /// What the parts from `from` up to `to` weigh.
    pub(super) fn weight(&self, from: usize, to: usize) -> f32 {
        self.0[to].0 - self.0[from].0
    }

    /// How long they are.
    pub(super) fn length(&self, from: usize, to: usize) -> f32 {
        self.0[to].1 - self.0[from].1
    }
}

/// What an item weighs that stands in `count` of `all` stretches: the logarithm of how rare it is (inverse
/// document frequency, Spärck Jones 1972).
pub(super) fn rarity(count: f32, all: f32) -> f32 {
    ((all + 10.0) / (count + 0.5)).ln().max(0.0)
}

/// The characters of a text that make its length.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Characters {
    /// Han characters of Chinese text.
    pub(super) han: f32,
    /// Latin letters and digits of Chinese text, which mostly stay as they are; all characters of English text.
    pub(super) latin: f32,
}

impl Characters {
    /// Counts those of `text`. Text without any counts as one character.
    pub(super) fn of(text: &str, side: Side) -> Characters {
        if side == Side::En {
            return Characters { han: 0.0, latin: (text.chars().count() as f32).max(1.0) };
        }
        let mut characters = Characters::default();
        for c in text.chars() {
            if c.is_ascii() {
                characters.latin += if c.is_ascii_alphanumeric() { 1.0 } else { 0.0 };
            } else if is_han(c) {
                characters.han += 1.0;
            }
        }
        characters
    }

    /// Those of several texts together.
    pub(super) fn sum(all: impl Iterator<Item = Characters>) -> Characters {
        all.fold(Characters::default(), |sum, one| Characters {
            han: sum.han + one.han,
            latin: sum.latin + one.latin,
        })
    }

    /// The length in English characters, by that many for each Han character.
    pub(super) fn length(self, ratio: f32) -> f32 {
        self.han * ratio + self.latin
    }
}

/// English characters for each Han character in a whole document, at most `most`: a document that lost half of
/// one side must not distort it beyond what is human.
pub(super) fn english_for_han(zh: Characters, en: Characters, most: f32) -> f32 {
    const LEAST: f32 = 2.4;
    ((en.latin - zh.latin) / zh.han.max(1.0)).clamp(LEAST, most)
}
