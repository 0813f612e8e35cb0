//! Which of several concepts that share a form is meant.

use crate::text::Span;

use super::fold::{Folded, fold, is_han, is_word};
use super::model::Concept;

/// Of the concepts that share the form at `span` of `text`, those that its sentence speaks for:
/// the ones with a word of their `near` in it, or else all that ask for none, or else all.
pub(super) fn meant<'c>(
    concepts: &[(super::ConceptId, &'c Concept)],
    text: &str,
    span: Span,
) -> Vec<(super::ConceptId, &'c Concept)> {
    if concepts.iter().all(|(_, concept)| concept.near.is_empty()) {
        return concepts.to_vec();
    }
    let sentence = Folded::new(sentence_around(text, span).of(text));
    let is_near = |concept: &Concept| {
        concept.near.iter().any(|word| contains_word(sentence.as_str(), &fold(word)))
    };
    let chosen = |keep: &dyn Fn(&Concept) -> bool| -> Vec<_> {
        concepts.iter().filter(|(_, concept)| keep(concept)).copied().collect()
    };
    let near = chosen(&|concept| is_near(concept));
    if !near.is_empty() {
        return near;
    }
    let free = chosen(&|concept| concept.near.is_empty());
    if free.is_empty() { concepts.to_vec() } else { free }
}

/// The sentence that holds `span`, roughly: up to a full stop on either side.
fn sentence_around(text: &str, span: Span) -> Span {
    let (start, end) = (span.start() as usize, span.end() as usize);
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let from = before
        .char_indices()
        .rev()
        .find(|&(at, c)| ends_sentence(c, before.get(at + c.len_utf8()..).unwrap_or_default()))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let to = after
        .char_indices()
        .find(|&(at, c)| ends_sentence(c, after.get(at + c.len_utf8()..).unwrap_or_default()))
        .map_or(text.len(), |(at, _)| end + at);
    Span::at(from..to)
}

fn ends_sentence(c: char, rest: &str) -> bool {
    match c {
        '。' | '！' | '？' | '；' | '\n' => true,
        '.' | '!' | '?' => rest.is_empty() || rest.starts_with(char::is_whitespace),
        _ => false,
    }
}

/// Whether `word` stands in `text`, both folded; Latin words only as whole words.
fn contains_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        word.contains(is_han) || !(before.is_some_and(is_word) || after.is_some_and(is_word))
    })
}

#[cfg(test)]
mod tests {
    use super::{contains_word, sentence_around};
    use crate::text::Span;

    #[test]
    fn a_sentence_ends_at_its_stop() {
        let text = "一。二 GPT-4.5 三。四";
        let at = text.find("GPT").unwrap();
        assert_eq!(sentence_around(text, Span::at(at..at + 3)).of(text), "二 GPT-4.5 三");
    }

    #[test]
    fn latin_words_are_whole() {
        assert!(contains_word("the model runs", "model"));
        assert!(!contains_word("the models run", "model"));
        assert!(contains_word("大模型", "模型"));
    }
}
