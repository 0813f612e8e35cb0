//! What is known of an English word by itself. Readers ask for the same word many times over, so a word is looked
//! up once, when the text is cut.

use super::lookup::Words;
use super::words::{DECADES, DOZENS, ORDINALS, SCALES, SMALL, VAGUE, WORDS, words_that_start};
use crate::quantity::{Kind, Weight};
use std::sync::LazyLock;

/// What the tables of words say of one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// Whether a quantity may start with it.
    pub(super) starts: bool,
    dozen: bool,
    vague: bool,
    small: Option<u8>,
    scale: Option<u8>,
    /// A place among the ordinals.
    ordinal: Option<u8>,
    /// A place among the words that are a quantity by themselves.
    whole: Option<u8>,
    decade: Option<u8>,
}

static KNOWN: LazyLock<Words<Known>> = LazyLock::new(|| {
    let mut words = Words::default();
    for word in words_that_start() {
        words.entry(word, |known: &mut Known| known.starts = true);
    }
    for (word, value) in SMALL {
        words.entry(word, |known| known.small = Some(*value));
    }
    for (word, exponent) in SCALES {
        words.entry(word, |known| known.scale = Some(*exponent));
    }
    for (place, (word, _)) in (0..).zip(ORDINALS) {
        words.entry(word, |known| known.ordinal = Some(place));
    }
    for (place, (word, _)) in (0..).zip(WORDS) {
        words.entry(word, |known| known.whole = Some(place));
    }
    for (word, tens) in DECADES {
        words.entry(word, |known| known.decade = Some(*tens));
    }
    for word in VAGUE {
        words.entry(word, |known| known.vague = true);
    }
    for word in DOZENS {
        words.entry(word, |known| known.dozen = true);
    }
    words
});

impl Known {
    /// What is known of `word`, in any case.
    pub(super) fn of(word: &str) -> Known {
        let known = KNOWN.get(word);
        // "last September's rally": a date may start with it, and "one's" is no number.
        if known.is_none()
            && word.ends_with('s')
            && word.starts_with(|c: char| c.is_ascii_uppercase())
        {
            let possessive = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
            let name = possessive.and_then(|name| KNOWN.get(name));
            let starts = name.is_some_and(|known| known.starts);
            return Known { starts, ..Known::default() };
        }
        // "fortyish"
        let roughly =
            || KNOWN.get(word.strip_suffix("ish")?).filter(|tens| tens.small() >= Some(20));
        known.or_else(roughly).unwrap_or_default()
    }

    /// The value of a number word below a hundred.
    pub(super) fn small(self) -> Option<i128> {
        self.small.map(i128::from)
    }

    /// The exponent of ten of a scale word.
    pub(super) fn scale(self) -> Option<u32> {
        self.scale.map(u32::from)
    }

    /// The value of an ordinal word.
    pub(super) fn ordinal(self) -> Option<i128> {
        let (_, value) = ORDINALS.get(usize::from(self.ordinal?))?;
        Some(*value)
    }

    /// What a word is that is a quantity by itself: doubled, tenfold.
    pub(super) fn whole(self) -> Option<(i128, Kind, Weight)> {
        let (_, quantity) = WORDS.get(usize::from(self.whole?))?;
        Some(*quantity)
    }

    /// The tens of a decade that has a name: the nineties.
    pub(super) fn decade(self) -> Option<i128> {
        self.decade.map(i128::from)
    }

    /// Whether a vague number may start with it: "a few", "dozens".
    pub(super) fn is_vague(self) -> bool {
        self.vague
    }

    /// Whether it is a dozen, or several.
    pub(super) fn is_dozen(self) -> bool {
        self.dozen
    }
}

/// The exponent of ten of a scale word in the plural: "billions of dollars".
pub(super) fn scale_plural(word: &str) -> Option<u32> {
    let singular = word.strip_suffix(['s', 'S'])?;
    if singular.eq_ignore_ascii_case("ten") {
        return Some(1);
    }
    Known::of(singular).scale().filter(|_| singular.len() > 3)
}

/// The denominator that a word names, as in "two thirds".
pub(super) fn denominator(word: &str) -> Option<i128> {
    let is = |words: [&str; 2]| words.iter().any(|known| word.eq_ignore_ascii_case(known));
    match () {
        () if is(["half", "halves"]) => Some(2),
        () if is(["quarter", "quarters"]) => Some(4),
        () => {
            let singular = word.strip_suffix(['s', 'S']).unwrap_or(word);
            Known::of(singular).ordinal().filter(|value| *value > 2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_the_tables_say_of_a_word_is_kept() {
        let second = Known::of("Second");
        assert_eq!((second.ordinal(), second.small()), (Some(2), None));
        assert_eq!(Known::of("TRILLIONTH").ordinal(), Some(1_000_000_000_000));
        assert!(Known::of("hundred").starts);
        assert_eq!(Known::of("hundred").scale(), Some(2));
        assert_eq!(Known::of("ninety").small(), Some(90));
        assert!(Known::of("dozens").is_dozen());
        for word in words_that_start() {
            assert!(Known::of(word).starts, "{word}");
        }
    }
}
