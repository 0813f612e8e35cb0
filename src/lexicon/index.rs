//! All forms that may stand on one side, and where they stand in a text.
//!
//! Cost per text does not depend on how many forms there are, and a look at how forms begin spares the
//! search most of the text. Hits are found overlapping, so that a long form that fails at its word ends
//! does not hide a shorter one.

use serde::{Deserialize, Serialize};

use crate::text::{Side, Span};

use super::case::Case;
use super::fold::{Folded, fold, is_inside_run, is_word};
use super::forms::Forms;
use super::inflect::spellings;
use super::model::{Concept, ConceptId, Forbidden, PartOfSpeech};
use super::openings::Openings;

/// What a spelling stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) concept: ConceptId,
    pub(super) role: Role,
    case: Case,
    /// Whether it may be the last part of a longer Chinese word, as 动脉 is of 颈动脉.
    pub(super) may_end_a_word: bool,
    /// Whether it is the name of somebody, something or a place.
    pub(super) is_name: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Role {
    /// Form `index` among the allowed forms written in the language `side`.
    Allowed { side: Side, index: u32 },
    /// Forbidden form `index` of the concept.
    Forbidden { index: u32 },
}

/// A place where an entry's form stands; its Chinese word ends are not looked at yet.
#[derive(Clone, Debug)]
pub(super) struct Hit<'x> {
    pub(super) entry: &'x Entry,
    /// In the folded text.
    pub(super) start: usize,
    /// In the folded text.
    pub(super) end: usize,
    /// In the text itself.
    pub(super) span: Span,
    /// Whether a Chinese character adjoins an end of the form that is Chinese itself.
    pub(super) doubtful: bool,
}

/// The forms that may stand on one side.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Index {
    openings: Openings,
    forms: Forms,
    /// What the forms stand for, form by form.
    entries: Vec<Entry>,
    /// Where the entries of each form end.
    ends: Vec<u32>,
}

impl Index {
    /// An index of what `concepts` allow and forbid on `side`, of which the first is numbered `first`.
    pub(super) fn build(side: Side, concepts: &[Concept], first: ConceptId) -> Index {
        let mut patterns = Vec::with_capacity(concepts.len() * 4);
        for (number, concept) in (first.0..).zip(concepts) {
            patterns_of(side, ConceptId(number), concept, &mut patterns);
        }
        // Those of one spelling stay in the order of their concepts.
        patterns.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut spellings: Vec<String> = Vec::with_capacity(patterns.len());
        let mut entries: Vec<Entry> = Vec::with_capacity(patterns.len());
        let mut ends: Vec<u32> = Vec::with_capacity(patterns.len());
        let mut start = 0;
        for (spelling, entry) in patterns {
            if spellings.last() != Some(&spelling) {
                spellings.push(spelling);
                start = entries.len();
                ends.push(start as u32);
            }
            let known = entries.get(start..).unwrap_or_default();
            if !known.iter().any(|old| old.says_the_same(&entry)) {
                entries.push(entry);
            }
            if let Some(end) = ends.last_mut() {
                *end = entries.len() as u32;
            }
        }
        let (openings, forms) = (Openings::new(&spellings), Forms::new(&spellings));
        Index { openings, forms, entries, ends }
    }

    /// The same with other numbers for the concepts, and without those for which there is none.
    pub(super) fn renumbered(&self, number: impl Fn(ConceptId) -> Option<ConceptId>) -> Index {
        let mut entries = Vec::with_capacity(self.entries.len());
        let ends = (0..self.ends.len()).map(|form| {
            let kept = self.entries_of(form).iter().filter_map(|entry| {
                Some(Entry { concept: number(entry.concept)?, ..entry.clone() })
            });
            entries.extend(kept);
            entries.len() as u32
        });
        let ends = ends.collect();
        let (openings, forms) = (self.openings.clone(), self.forms.clone());
        Index { openings, forms, entries, ends }
    }

    /// What the form numbered `form` stands for.
    fn entries_of(&self, form: usize) -> &[Entry] {
        let end = |form: usize| self.ends.get(form).map_or(0, |&end| end as usize);
        let start = form.checked_sub(1).map_or(0, end);
        self.entries.get(start..end(form)).unwrap_or_default()
    }

    /// Every place of `folded` where a form stands, overlapping ones too, by start, longest first. `source` is the
    /// text that was folded.
    pub(super) fn hits(&self, source: &str, folded: &Folded) -> Vec<Hit<'_>> {
        let text = folded.as_str();
        let mut hits = Vec::new();
        self.openings.each(text, |start| {
            for (form, length) in self.forms.prefixes(text.get(start..).unwrap_or_default()) {
                self.hit(source, folded, (start, start + length), form, &mut hits);
            }
        });
        hits
    }

    /// Adds what the form numbered `form` says of the bytes `start..end` of `folded`.
    fn hit<'x>(
        &'x self,
        source: &str,
        folded: &Folded,
        (start, end): (usize, usize),
        form: usize,
        hits: &mut Vec<Hit<'x>>,
    ) {
        let text = folded.as_str();
        if !is_apart(text, start) || !is_apart(text, end) || is_number_going_on(text, end) {
            return;
        }
        let span = folded.to_source(start, end);
        let doubtful = is_inside_run(text, start) || is_inside_run(text, end);
        hits.extend(
            self.entries_of(form)
                .iter()
                .filter(|entry| entry.case.admits(span.of(source)))
                .map(|entry| Hit { entry, start, end, span, doubtful }),
        );
    }
}

impl Entry {
    /// Whether the two differ at most in which of a concept's forms they stand for.
    fn says_the_same(&self, other: &Entry) -> bool {
        let allowed = |entry: &Entry| matches!(entry.role, Role::Allowed { .. });
        self.concept == other.concept && self.case == other.case && allowed(self) && allowed(other)
    }
}

/// Adds the folded spellings under which `concept` may stand on `side`, and what each stands for.
fn patterns_of(side: Side, id: ConceptId, concept: &Concept, patterns: &mut Vec<(String, Entry)>) {
    let written_in: &[Side] = match side {
        Side::Zh if concept.is_written_in_latin_too() => &[Side::Zh, Side::En],
        Side::Zh => &[Side::Zh],
        Side::En => &[Side::En],
    };
    // What is mistaken for something else is so with whatever stands before it. Names are no parts of words.
    let is_name = concept.part_of_speech == PartOfSpeech::Name;
    let may_end_a_word = concept.contrast.is_some() && !is_name;
    for &language in written_in {
        for (index, form) in (0..).zip(concept.forms(language)) {
            let role = Role::Allowed { side: language, index };
            let case = Case::of_form(form, concept.case_sensitive);
            add(
                patterns,
                form,
                concept.part_of_speech,
                Entry { concept: id, role, case, may_end_a_word, is_name },
            );
        }
    }
    for (index, forbidden) in (0..).zip(&concept.forbidden) {
        if forbidden.side == side {
            let role = Role::Forbidden { index };
            let case = case_of_forbidden(forbidden, concept);
            let part_of_speech = match case {
                Case::Exact(_) => PartOfSpeech::Name,
                _ => concept.part_of_speech,
            };
            add(
                patterns,
                &forbidden.form,
                part_of_speech,
                Entry { concept: id, role, case, may_end_a_word, is_name },
            );
        }
    }
}

fn add(
    patterns: &mut Vec<(String, Entry)>,
    form: &str,
    part_of_speech: PartOfSpeech,
    entry: Entry,
) {
    let all = spellings(form, part_of_speech).into_iter().filter(|spelling| !spelling.is_empty());
    patterns.extend(all.map(|spelling| (spelling, entry.clone())));
}

/// A forbidden form that differs from an allowed one only in what folding takes away (`Deepmind`
/// beside `DeepMind`) is meant letter by letter.
fn case_of_forbidden(forbidden: &Forbidden, concept: &Concept) -> Case {
    let folded = fold(&forbidden.form);
    let respelt = concept
        .forms(forbidden.side)
        .iter()
        .any(|form| spellings(form, concept.part_of_speech).contains(&folded));
    match respelt {
        true => Case::Exact(forbidden.form.as_str().into()),
        false => Case::of_form(&forbidden.form, concept.case_sensitive),
    }
}

/// Whether no word of a spaced script goes on over byte `at`.
fn is_apart(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    let word = |c: Option<char>| c.is_some_and(is_word);
    !(word(before.chars().next_back()) && word(after.chars().next()))
}

/// Whether a number that ends at `at` goes on with a decimal part: `Claude 3` in `Claude 3.5`.
fn is_number_going_on(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    let mut next = after.chars();
    before.ends_with(|c: char| c.is_ascii_digit())
        && next.next() == Some('.')
        && next.next().is_some_and(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Index;
    use crate::lexicon::Lexicon;
    use crate::lexicon::fold::Folded;
    use crate::text::Side;

    /// What stands in the whole text, without regard to how forms begin.
    fn everywhere(index: &Index, source: &str) -> Vec<(usize, usize)> {
        let folded = Folded::new(source);
        let text = folded.as_str();
        let mut hits = Vec::new();
        for (start, _) in text.char_indices() {
            for (form, length) in index.forms.prefixes(&text[start..]) {
                index.hit(source, &folded, (start, start + length), form, &mut hits);
            }
        }
        let mut places: Vec<_> = hits.iter().map(|hit| (hit.start, hit.end)).collect();
        places.sort_unstable();
        places
    }

    /// Forms and parts of them, with all that may stand between two words.
    fn text() -> impl Strategy<Value = String> {
        let concepts = Lexicon::builtin().concepts();
        let forms: Vec<String> = concepts
            .iter()
            .flat_map(|concept| concept.zh.iter().chain(&concept.en))
            .cloned()
            .collect();
        let part = (proptest::sample::select(forms), 0..12_usize, 1..30_usize).prop_map(
            |(form, from, length)| {
                form.chars().skip(from.saturating_sub(6)).take(length).collect::<String>()
            },
        );
        let joint = proptest::sample::select(vec![
            "", " ", "-", "的", "，", "'s ", "s ", "é", "\n", "/", "3.5", "轮",
        ]);
        proptest::collection::vec((part, joint), 0..12).prop_map(|parts| {
            parts.into_iter().flat_map(|(part, joint)| [part, joint.to_owned()]).collect()
        })
    }

    proptest! {
        #[test]
        fn no_form_is_passed_over(text in text()) {
            for side in Side::BOTH {
                let [index] = Lexicon::builtin().indexes(side) else { panic!("one index for all") };
                let hits = index.hits(&text, &Folded::new(&text));
                let mut places: Vec<_> = hits.iter().map(|hit| (hit.start, hit.end)).collect();
                places.sort_unstable();
                prop_assert_eq!(places, everywhere(index, &text));
            }
        }
    }
}
