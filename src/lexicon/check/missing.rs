//! From terms without an answer to problems: one for each, with what was probably written instead.

use std::collections::BTreeSet;

use crate::lexicon::case::is_acronym;
use crate::lexicon::likeness::misspelling;
use crate::lexicon::model::{Concept, ConceptId};
use crate::text::{Side, Span, latin_words};

use super::apart::stands_apart;
use super::inside::stands_inside;
use super::{Comparison, TermProblem};

/// A term that the other side does not answer.
pub(super) struct Unanswered<'x> {
    pub(super) side: Side,
    pub(super) text_index: usize,
    pub(super) span: Span,
    pub(super) found: String,
    pub(super) meant: Vec<(ConceptId, &'x Concept)>,
}

/// Makes problems of the unanswered terms. Those whose forbidden form the other side has are told
/// by that; two terms that stand against each other are one problem.
pub(super) fn finish(
    link: &Comparison<'_>,
    unanswered: Vec<Unanswered<'_>>,
    refused: &[BTreeSet<ConceptId>; 2],
) -> Vec<TermProblem> {
    let mut seen = BTreeSet::new();
    let mut kept: Vec<Unanswered<'_>> = unanswered
        .into_iter()
        .filter(|term| {
            let told = &refused[term.side.other() as usize];
            !term.meant.iter().any(|(id, _)| told.contains(id))
                && term.meant.first().is_some_and(|(id, _)| seen.insert((term.side, *id)))
        })
        .filter(|term| {
            !is_spread_out(link, term) && !is_inside_a_word(link, term) && !is_shouted(link, term)
        })
        .collect();
    let instead = put_for_another(&mut kept);
    kept.iter().map(|term| problem(link, term, instead)).collect()
}

/// Whether the English of a Chinese term is there with other words between its words.
fn is_spread_out(link: &Comparison<'_>, term: &Unanswered<'_>) -> bool {
    let forms = || term.meant.iter().flat_map(|(_, concept)| concept.forms(Side::En));
    let texts = || link.texts[Side::En as usize].iter();
    term.side == Side::Zh && forms().any(|form| texts().any(|text| stands_apart(form, text.source)))
}

/// Whether the English of a Chinese term is a part of a longer word, or an acronym in small letters.
fn is_inside_a_word(link: &Comparison<'_>, term: &Unanswered<'_>) -> bool {
    let lenient =
        |concept: &&Concept| concept.contrast.is_none() && concept.case_sensitive != Some(true);
    let concepts = || term.meant.iter().map(|(_, concept)| *concept).filter(lenient);
    let other = term.side.other();
    let forms = || concepts().flat_map(|concept| concept.forms(Side::En));
    let stands = |form: &String| {
        link.texts[other as usize].iter().any(|text| stands_inside(form, text.source))
    };
    match other {
        Side::En => forms().any(stands),
        // API的限制, api的限制
        Side::Zh => forms().filter(|form| is_acronym(form)).any(stands),
    }
}

/// Whether an acronym is a word of a text in capitals: "WHO GOES THERE?"
fn is_shouted(link: &Comparison<'_>, term: &Unanswered<'_>) -> bool {
    const WORDS: usize = 3;
    let text = || link.texts[Side::En as usize].get(term.text_index);
    let words = || latin_words(text().map_or("", |text| text.source)).map(|(_, word)| word);
    term.side == Side::En
        && is_acronym(&term.found)
        && words().count() >= WORDS
        && words().all(|word| !word.contains(|c: char| c.is_ascii_lowercase()))
}

/// If exactly one term of each side is unanswered and both are of one field, one was put for the
/// other: takes the English one out and says where it stands.
fn put_for_another(terms: &mut Vec<Unanswered<'_>>) -> Option<(usize, Span)> {
    let [first, second] = &terms[..] else { return None };
    let domain =
        |term: &Unanswered<'_>| term.meant.first().and_then(|(_, concept)| concept.domain.clone());
    let against = first.side == Side::Zh && second.side == Side::En;
    if !against || domain(first) != domain(second) {
        return None;
    }
    terms.pop().map(|english| (english.text_index, english.span))
}

fn problem(
    link: &Comparison<'_>,
    term: &Unanswered<'_>,
    instead: Option<(usize, Span)>,
) -> TermProblem {
    let other = term.side.other();
    let mut expected: Vec<String> = Vec::new();
    let asking = term.meant.iter().filter(|(id, _)| link.asks(term.side, *id));
    // A set of contrasts lists all that may do; its first form says what is meant.
    let forms = asking.flat_map(|(_, concept)| {
        let most = if concept.contrast.is_some() { 1 } else { usize::MAX };
        concept.expected(other).iter().take(most)
    });
    for form in forms {
        if !expected.contains(form) {
            expected.push(form.clone());
        }
    }
    let keep = term.meant.iter().all(|(_, concept)| concept.keep);
    let sibling = || {
        let mut put = term.meant.iter().filter_map(|(id, _)| link.put_in_its_place(term.side, *id));
        put.find_map(|sibling| link.first_place(other, sibling))
    };
    let instead = instead.or_else(sibling).or_else(|| {
        let forms: Vec<&str> = expected.iter().map(String::as_str).collect();
        let texts = link.texts[other as usize].iter().enumerate();
        texts
            .into_iter()
            .find_map(|(index, text)| misspelling(&forms, text.source).map(|span| (index, span)))
    });
    TermProblem::Missing {
        side: term.side,
        text_index: term.text_index,
        span: term.span,
        found: term.found.clone(),
        expected,
        keep,
        instead,
    }
}
