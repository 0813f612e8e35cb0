//! Terms of several words whose words stand apart: "a large 70-billion-parameter model".

use crate::text::latin_words;

/// Words between two words of a term, at most.
const BETWEEN: usize = 3;

/// Whether the words of `form`, which are two or more, stand in `text` in order, with a few others between them
/// and no end of a clause.
pub(super) fn stands_apart(form: &str, text: &str) -> bool {
    let form: Vec<&str> = latin_words(form).map(|(_, word)| word).collect();
    let clauses = text.split(['.', ',', ';', ':', '!', '?', '\n']);
    form.len() > 1 && clauses.into_iter().any(|clause| stands_in(&form, clause))
}

fn stands_in(form: &[&str], clause: &str) -> bool {
    let words: Vec<&str> = latin_words(clause).map(|(_, word)| word).collect();
    let is = |word: &str, wanted: &str| {
        let plural = word.strip_suffix(['s', 'S']).unwrap_or(word);
        word.eq_ignore_ascii_case(wanted) || plural.eq_ignore_ascii_case(wanted)
    };
    (0..words.len()).filter(|&start| is(words[start], form[0])).any(|start| {
        let mut at = start;
        form[1..].iter().all(|wanted| {
            let next =
                (at + 1..words.len().min(at + 2 + BETWEEN)).find(|&next| is(words[next], wanted));
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
}
