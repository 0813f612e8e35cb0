//! What was probably written instead of a form that is absent: misspellings.

use crate::text::Span;

use super::fold::{fold, is_han, is_word};

/// How alike a misspelling and the form must be: one letter in four.
const ALIKE: f64 = 0.75;

/// Forms shorter than this are too like other words.
const SHORTEST_LATIN: usize = 5;
const SHORTEST_CHINESE: usize = 3;

/// The stretch of `text` that looks most like a misspelling of one of `forms`.
pub(super) fn misspelling(forms: &[&str], text: &str) -> Option<Span> {
    let words = latin_words(text);
    let runs = chinese_characters(text);
    let mut best: Option<(f64, Span)> = None;
    for &form in forms {
        let found = match form.contains(is_han) {
            true => like_chinese(form, &runs),
            false => like_latin(form, &words),
        };
        if let Some(found) = found
            && best.is_none_or(|best| found.0 > best.0)
        {
            best = Some(found);
        }
    }
    best.map(|(_, span)| span)
}

/// Compares `form` with as many words as it has, one less and one more: `Deep Mind`.
fn like_latin(form: &str, words: &[(Span, String)]) -> Option<(f64, Span)> {
    let letters: String = fold(form).chars().filter(|c| c.is_alphanumeric()).collect();
    let length = form.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    if letters.chars().count() < SHORTEST_LATIN {
        return None;
    }
    (length.saturating_sub(1).max(1)..=length + 1)
        .flat_map(|length| words.windows(length))
        .filter_map(|window| {
            let ((first, _), (last, _)) = (window.first()?, window.last()?);
            let written: String = window.iter().map(|(_, word)| word.as_str()).collect();
            let alike = strsim::normalized_damerau_levenshtein(&letters, &written);
            (alike >= ALIKE).then(|| (alike, first.join(*last)))
        })
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// Compares `form` with every stretch of its length: all characters but one must agree.
fn like_chinese(form: &str, characters: &[(Span, char)]) -> Option<(f64, Span)> {
    let form: Vec<char> = fold(form).chars().collect();
    if form.len() < SHORTEST_CHINESE {
        return None;
    }
    characters.windows(form.len()).find_map(|window| {
        let (first, last) = (window.first()?.0, window.last()?.0);
        let unbroken = (last.end() - first.start()) as usize
            == window.iter().map(|(span, _)| span.len() as usize).sum::<usize>();
        let wrong = window.iter().zip(&form).filter(|((_, c), wanted)| c != *wanted).count();
        let alike = 1.0 - wrong as f64 / form.len() as f64;
        (unbroken && wrong == 1).then(|| (alike, first.join(last)))
    })
}

fn latin_words(text: &str) -> Vec<(Span, String)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        match (start, is_word(c)) {
            (None, true) => start = Some(at),
            (Some(begin), false) => {
                let span = Span::at(begin..at);
                words.push((span, fold(span.of(text))));
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn chinese_characters(text: &str) -> Vec<(Span, char)> {
    text.char_indices()
        .filter(|&(_, c)| is_han(c))
        .map(|(at, c)| (Span::at(at..at + c.len_utf8()), crate::text::simplify(c)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::misspelling;

    fn found<'t>(form: &str, text: &'t str) -> Option<&'t str> {
        misspelling(&[form], text).map(|span| span.of(text))
    }

    #[test]
    fn finds_slips_of_names() {
        assert_eq!(found("Anthropic", "we at Antropic think"), Some("Antropic"));
        assert_eq!(found("DeepMind", "people at Deep Mind said"), Some("Deep Mind"));
        assert_eq!(found("强化学习", "我们用强华学习来做"), Some("强华学习"));
    }

    #[test]
    fn other_words_are_no_slips() {
        assert_eq!(found("Anthropic", "we at another company think"), None);
        assert_eq!(found("RL", "we at IL"), None);
        assert_eq!(found("算力", "我们的能力"), None);
    }
}
