//! Terms of several words whose words stand apart: "a large 70-billion-parameter model".

use crate::text::latin_words;

/// Words between two words of a term, at most.
const BETWEEN: usize = 3;

/// Whether the words of `form`, which are two or more, stand in `text` in order, with a few others between them
/// and no end of a clause.
pub(super) fn stands_apart(form: &str, text: &str) -> bool {
    let form: Vec<&str> = latin_words(form).map(|(_, word)| word).collect();
    let clauses = text.split(['.', ',', ';', ':', '!', '?', '\n']);
    form.len() > 1
        && (clauses.into_iter().any(|clause| stands_in(&form, clause)) || is_shortened(&form, text))
}

/// Whether a term of an adjective and a noun leaves the noun out, which was said before: "smaller models
/// distilled from the big ones", "a lot of data, and most of it is synthetic".
fn is_shortened(form: &[&str], text: &str) -> bool {
    const TELLING: usize = 7;
    const BE: [&str; 7] = ["is", "are", "was", "were", "be", "being", "been"];
    let [adjective, noun] = form else { return false };
    let words: Vec<&str> = latin_words(text).map(|(_, word)| word).collect();
    let at = |at: usize| words.get(at).copied().unwrap_or_default();
    (1..words.len()).filter(|&here| is_word(at(here), adjective)).any(|here| {
        let one = matches!(at(here + 1), "one" | "ones");
        // "synthetic ones" tells of data by itself, "big ones" does not.
        one && adjective.len() >= TELLING
            || (one || BE.contains(&at(here - 1)))
                && words[..here].iter().any(|word| is_word(word, noun))
    })
}

/// Whether `word` is the one wanted, or its plural.
fn is_word(word: &str, wanted: &str) -> bool {
    let plural = word.strip_suffix(['s', 'S']).unwrap_or(word);
    word.eq_ignore_ascii_case(wanted) || plural.eq_ignore_ascii_case(wanted)
}

fn stands_in(form: &[&str], clause: &str) -> bool {
    let words: Vec<&str> = latin_words(clause).map(|(_, word)| word).collect();
    (0..words.len()).filter(|&start| is_word(words[start], form[0])).any(|start| {
        let mut at = start;
        form[1..].iter().all(|wanted| {
            let next = (at + 1..words.len().min(at + 2 + BETWEEN))
                .find(|&next| is_word(words[next], wanted));
            at = next.unwrap_or(at);
            next.is_some()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::stands_apart;

    #[test]
    fn a_few_words_may_stand_between() {
        assert!(stands_apart("large model", "distilling a large 70-billion-parameter model"));
        assert!(stands_apart("learning rate", "the learning and decay rates"));
        assert!(!stands_apart("large model", "It is large. The model"));
        assert!(!stands_apart("large model", "a large one, and then we trained the next model"));
        assert!(!stands_apart("model", "the model"));
    }

    #[test]
    fn a_noun_that_was_said_may_be_left_out() {
        assert!(stands_apart("big model", "smaller models distilled from the big ones"));
        assert!(stands_apart("synthetic data", "a lot of data, and the mix is synthetic."));
        assert!(!stands_apart("big model", "a big one, and then a model"));
        assert!(!stands_apart("synthetic data", "much of the data was made in a synthetic way"));
    }
}
