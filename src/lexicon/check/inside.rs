//! Terms that stand inside a longer word, "metaserver" for 元服务器, or in small letters, "cpu" for CPU, as labels of
//! programs write them.

use crate::lexicon::case::is_acronym;
use crate::text::latin_words;

/// A form this long, in letters, is looked for inside longer words.
const LEAST: usize = 5;

/// Beginnings that turn the rest of a word round.
const NEGATIVE: &[&str] =
    &["un", "in", "im", "ir", "il", "non", "dis", "anti", "de", "mis", "counter", "a"];

/// Words that some acronyms are in small letters.
const ORDINARY: &[&str] = &[
    "act", "aids", "am", "an", "arm", "art", "as", "at", "bar", "bit", "can", "cat", "do", "dot",
    "era", "fed", "go", "he", "ice", "if", "in", "is", "it", "map", "me", "mm", "no", "on", "or",
    "pet", "pm", "rag", "so", "star", "to", "up", "us", "we", "who",
];

/// Whether one word of `text` begins or ends with `form`, or is that acronym in small letters.
pub(super) fn stands_inside(form: &str, text: &str) -> bool {
    let is_word = form.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !is_word {
        return false;
    }
    let small = form.to_ascii_lowercase();
    if is_acronym(form) {
        return !ORDINARY.contains(&&*small)
            && latin_words(text).any(|(_, word)| {
                let singular = word.strip_suffix('s').unwrap_or(word);
                word.eq_ignore_ascii_case(form) || singular.eq_ignore_ascii_case(form)
            });
    }
    form.len() >= LEAST
        && latin_words(text).filter(|(_, word)| word.len() > form.len()).any(|(_, word)| {
            let word = word.to_ascii_lowercase();
            let word = word.strip_suffix('s').unwrap_or(&word);
            let before = word.strip_suffix(&*small);
            before.is_some_and(|before| !NEGATIVE.contains(&before)) || word.starts_with(&*small)
        })
}

#[cfg(test)]
mod tests {
    use super::stands_inside;

    #[test]
    fn a_term_may_be_a_part_of_a_word() {
        for (form, text) in [
            ("server", "Keyserver used to query for keys."),
            ("server", "Serverlist URL"),
            ("browser", "Open the FileBrowser"),
            ("processor", "two preprocessors"),
            ("CPU", "label for the cpu indicator"),
            ("ID", "no image with id %s"),
        ] {
            assert!(stands_inside(form, text), "{form} {text}");
        }
    }

    #[test]
    fn the_opposite_is_another_word() {
        for (form, text) in [
            ("stable", "unstable"),
            ("organic", "inorganic"),
            ("IT", "it works"),
            ("tune", "fortunes"),
            ("server", "observe"),
        ] {
            assert!(!stands_inside(form, text), "{form} {text}");
        }
    }
}
