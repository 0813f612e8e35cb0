//! A quick look at what answers what: Chinese words of two characters, which are looked up in a memory of the
//! dictionary, against English words. It is enough for most rows.

use super::function::is_common;
use crate::dictionary::{Dictionary, StemId, bit};
use crate::text::is_han;

/// English words that the dictionary knows, function words apart.
pub(super) struct Glance<'d> {
    dictionary: &'d Dictionary,
    stems: Vec<StemId>,
    bits: u64,
}

impl<'d> Glance<'d> {
    /// At the words of `en` with so many letters or more, at `most` of them.
    pub(super) fn new(
        dictionary: &'d Dictionary,
        en: &str,
        letters: usize,
        most: usize,
    ) -> Glance<'d> {
        let words = en.split(|c: char| !c.is_ascii_alphabetic());
        let telling = words.filter(|word| word.len() >= letters && !is_common(word));
        let stems: Vec<StemId> =
            telling.filter_map(|word| dictionary.stem_of(word)).take(most).collect();
        let bits = stems.iter().fold(0, |all, &stem| all | bit(stem));
        Glance { dictionary, stems, bits }
    }

    /// The places of the words that Chinese words in `zh` may become, as they come.
    pub(super) fn answered(&self, zh: &str) -> impl Iterator<Item = usize> {
        let pairs = zh.chars().zip(zh.chars().skip(1));
        let han = pairs.filter(|pair| is_han(pair.0) && is_han(pair.1));
        let stems = han.flat_map(|pair| self.dictionary.stems_of_pair(pair, self.bits));
        stems.filter_map(|stem| self.stems.iter().position(|own| *own == stem))
    }
}
