//! From a definition in English to the stems that a translator may use for the word.

use std::collections::BTreeMap;

use crate::text::stem;

/// The weights of the stems of one word's definitions, from 0 (excluded) to 1.
pub(crate) type Glosses = BTreeMap<String, f32>;

/// Adds the stems of `definition`, which may hold several senses parted by semicolons.
///
/// A sense of one word is worth most: each word of "to break the law" says less of 犯法 than
/// "illegal" would. What stands in parentheses explains and rarely translates.
pub(crate) fn add_definition(glosses: &mut Glosses, definition: &str) {
    if is_about_the_word(definition) {
        return;
    }
    for sense in definition.split([';', '/']) {
        let (outside, inside) = split_parentheses(sense);
        add_words(glosses, &outside, 1.0);
        add_words(glosses, &inside, 0.4);
    }
}

/// The word that a definition such as "variant of 臺灣|台湾[Tai2 wan1]" points to.
pub(crate) fn reference(definition: &str) -> Option<&str> {
    let after = ["variant of ", "abbr. for ", "see ", "also written ", "same as "]
        .iter()
        .find_map(|phrase| definition.split_once(phrase).map(|split| split.1))?;
    let end = after.find(|letter| !crate::text::is_han(letter)).unwrap_or(after.len());
    (end > 0).then(|| &after[..end])
}

/// Definitions that speak of the character and not of what it means.
fn is_about_the_word(definition: &str) -> bool {
    [
        "surname ",
        "CL:",
        "variant of ",
        "old variant of ",
        "Japanese variant of ",
        "also pr.",
        "radical ",
    ]
    .iter()
    .any(|start| definition.starts_with(start))
}

fn add_words(glosses: &mut Glosses, phrase: &str, worth: f32) {
    let words: Vec<String> = content_words(phrase).collect();
    if words.is_empty() {
        return;
    }
    let weight = worth / (words.len() as f32).sqrt();
    for word in words {
        let best = glosses.entry(word).or_insert(0.0);
        *best = best.max(weight);
    }
}

/// The English words of a definition in lower case.
pub(crate) fn words(definition: &str) -> impl Iterator<Item = String> {
    crate::text::latin_words(definition).map(|(_, word)| word.to_lowercase())
}

fn content_words(phrase: &str) -> impl Iterator<Item = String> {
    words(phrase).filter(|word| !EMPTY.contains(&word.as_str())).map(|word| stem(&word))
}

/// What stands outside parentheses and brackets, and what stands inside.
fn split_parentheses(sense: &str) -> (String, String) {
    let (mut outside, mut inside) = (String::new(), String::new());
    let (mut round, mut square) = (0_u32, 0_u32);
    for letter in sense.chars() {
        match letter {
            '(' => round += 1,
            ')' => round = round.saturating_sub(1),
            '[' => square += 1,
            ']' => square = square.saturating_sub(1),
            // Brackets hold the pronunciation of a Chinese word.
            _ if square > 0 => {}
            _ if round > 0 => inside.push(letter),
            _ => outside.push(letter),
        }
        if matches!(letter, ')' | ']') {
            outside.push(' ');
            inside.push(' ');
        }
    }
    (outside, inside)
}

/// Words that definitions are made of rather than about.
const EMPTY: [&str; 40] = [
    "a",
    "an",
    "and",
    "as",
    "at",
    "be",
    "by",
    "for",
    "from",
    "in",
    "into",
    "is",
    "it",
    "of",
    "on",
    "or",
    "oneself",
    "one's",
    "sb",
    "sb's",
    "sth",
    "smth",
    "that",
    "the",
    "to",
    "with",
    "abbr",
    "esp",
    "etc",
    "fig",
    "lit",
    "usu",
    "coll",
    "idiom",
    "used",
    "suffix",
    "prefix",
    "tw",
    "particle",
    "classifier",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn glosses(definition: &str) -> Vec<(String, f32)> {
        let mut glosses = Glosses::new();
        add_definition(&mut glosses, definition);
        glosses.into_iter().collect()
    }

    #[test]
    fn each_word_of_a_longer_sense_weighs_less() {
        let found = glosses("illegal; to break the law");
        assert_eq!(found.len(), 3);
        assert!(found.iter().any(|(stem, weight)| stem == "illeg" && *weight == 1.0), "{found:?}");
        assert!(found.iter().any(|(stem, weight)| stem == "law" && *weight < 0.8));
    }

    #[test]
    fn a_reference_names_the_first_word_it_points_to() {
        assert_eq!(reference("variant of 臺灣|台湾[Tai2 wan1]"), Some("臺灣"));
        assert_eq!(reference("to see the world"), None);
    }

    #[test]
    fn surnames_and_measure_words_are_no_translation() {
        assert!(glosses("surname Wang").is_empty());
        assert!(glosses("CL:個|个[ge4]").is_empty());
    }
}
