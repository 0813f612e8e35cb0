//! Compares the terms of the two sides of a link.
//!
//! What raises a problem is looked at strictly (word ends, capitals, longest form first), what
//! excuses it is looked at kindly: any allowed form of any concept that may be meant, anywhere on
//! the other side. How often a term stands there does not count, only whether it does: a pronoun
//! may stand for it the second time.

mod apart;
mod inside;
mod missing;
mod problem;

use std::cell::OnceCell;
use std::collections::BTreeSet;

pub use problem::TermProblem;

use crate::text::{Side, Span};

use super::index::{Hit, Role};
use super::matching::{Scanned, Stretch};
use super::model::{Concept, ConceptId, Forbidden, PartOfSpeech};
use super::{Lexicon, context};

/// The departures from `lexicon` in one link, whose Chinese texts are `zh` and whose English texts
/// are `en`: first those that stand in Chinese, each side in text order.
///
/// A term is reported once in a link, where it first stands.
///
/// ```
/// use duizhao::lexicon::{Lexicon, TermProblem, check};
///
/// let zh = ["我们在 Anthropic 做强化学习。"];
/// assert!(check(Lexicon::builtin(), &zh, &["At Anthropic we do RL."]).is_empty());
///
/// let problems = check(Lexicon::builtin(), &zh, &["At Antropic we do RL."]);
/// let TermProblem::Missing { found, expected, instead, .. } = &problems[0] else { panic!() };
/// assert_eq!(found, "Anthropic");
/// assert_eq!(expected, &["Anthropic"]);
/// assert!(instead.is_some(), "Antropic is pointed out");
/// ```
pub fn check(lexicon: &Lexicon, zh: &[&str], en: &[&str]) -> Vec<TermProblem> {
    Comparison::new(lexicon, zh, en).problems()
}

/// The two sides of a link, scanned.
struct Comparison<'x> {
    lexicon: &'x Lexicon,
    texts: [Vec<Scanned<'x>>; 2],
    /// The concepts that an allowed form on each side may stand for.
    present: [BTreeSet<ConceptId>; 2],
    /// Those that stand there as terms of their own, and not only within a longer one; asked for rarely.
    alone: [OnceCell<BTreeSet<ConceptId>>; 2],
}

impl<'x> Comparison<'x> {
    fn new(lexicon: &'x Lexicon, zh: &[&'x str], en: &[&'x str]) -> Comparison<'x> {
        let scan = |side: Side, texts: &[&'x str]| -> Vec<Scanned<'x>> {
            texts.iter().map(|text| Scanned::new(lexicon.indexes(side), text)).collect()
        };
        let texts = [scan(Side::Zh, zh), scan(Side::En, en)];
        let present = [allowed(&texts[0]), allowed(&texts[1])];
        Comparison { lexicon, texts, present, alone: Default::default() }
    }

    fn problems(&self) -> Vec<TermProblem> {
        let mut forbidden = Vec::new();
        let mut refused = [BTreeSet::new(), BTreeSet::new()];
        let mut missing = Vec::new();
        for side in Side::BOTH {
            for (index, text) in self.texts[side as usize].iter().enumerate() {
                if !self.is_doubtful(side, text) {
                    continue;
                }
                for stretch in text.stretches() {
                    if let Some((concept, problem)) = self.forbidden(side, index, &stretch) {
                        refused[side as usize].insert(concept);
                        forbidden.push(problem);
                    } else {
                        missing.extend(self.missing(side, index, text, &stretch));
                    }
                }
            }
        }
        let missing = missing::finish(self, missing, &refused);
        let mut problems: Vec<TermProblem> = forbidden.into_iter().chain(missing).collect();
        problems.sort_by_key(TermProblem::place);
        problems
    }

    /// Whether `text` can hold a problem at all; most texts cannot, and are spared the question
    /// where Chinese words end.
    fn is_doubtful(&self, side: Side, text: &Scanned<'_>) -> bool {
        text.hits.iter().any(|hit| match hit.entry.role {
            Role::Forbidden { .. } => true,
            Role::Allowed { .. } => {
                !self.is_present(side.other(), hit.entry.concept)
                    && self.asks(side, hit.entry.concept)
            }
        })
    }

    fn is_present(&self, side: Side, concept: ConceptId) -> bool {
        self.present[side as usize].contains(&concept)
    }

    /// The problem of a stretch that is a forbidden form, unless it is an allowed form of
    /// something that the other side speaks of.
    fn forbidden(
        &self,
        side: Side,
        text_index: usize,
        stretch: &Stretch<'_, 'x>,
    ) -> Option<(ConceptId, TermProblem)> {
        let (id, forbidden) = stretch.hits.iter().find_map(|hit| {
            let forbidden = self.lexicon.form(hit.entry).1?;
            self.applies(side, hit.entry.concept, forbidden)
                .then_some((hit.entry.concept, forbidden))
        })?;
        let excused = stretch.hits.iter().any(|hit| {
            let other = hit.entry.concept;
            let allowed = matches!(hit.entry.role, Role::Allowed { .. });
            allowed && other != id && self.is_present(side.other(), other)
        });
        if excused {
            return None;
        }
        let problem = TermProblem::Forbidden {
            side,
            text_index,
            span: stretch.span,
            form: forbidden.form.clone(),
            reason: forbidden.reason.clone(),
            expected: self.lexicon.concept(id).expected(side).to_vec(),
            counterpart: self.first_place(side.other(), id),
        };
        Some((id, problem))
    }

    /// Whether a forbidden form counts here: it does where the other side names the concept.
    fn applies(&self, side: Side, id: ConceptId, forbidden: &Forbidden) -> bool {
        let concept = self.lexicon.concept(id);
        let one_sided = !concept.keep && concept.forms(side.other()).is_empty();
        forbidden.anywhere || one_sided || self.is_present(side.other(), id)
    }

    /// The unanswered term at a stretch, if it is one.
    fn missing(
        &self,
        side: Side,
        text_index: usize,
        text: &Scanned<'x>,
        stretch: &Stretch<'_, 'x>,
    ) -> Option<missing::Unanswered<'x>> {
        let mut concepts: Vec<(ConceptId, &'x Concept)> = stretch
            .hits
            .iter()
            .filter(|hit| matches!(hit.entry.role, Role::Allowed { .. }))
            .map(|hit| (hit.entry.concept, self.lexicon.concept(hit.entry.concept)))
            .collect();
        concepts.dedup_by_key(|(id, _)| *id);
        // The generous forms of a set of contrasts excuse no term that is asked for by itself, but other names
        // of a person or place do.
        let plain = |concept: &Concept| concept.contrast.is_none();
        let asks = |concept: &Concept| plain(concept) && concept.direction.asks_from(side);
        if concepts.iter().any(|(_, concept)| asks(concept)) {
            let is_name = |concept: &Concept| concept.part_of_speech == PartOfSpeech::Name;
            concepts.retain(|(_, concept)| plain(concept) || is_name(concept));
        }
        let meant = context::meant(&concepts, text.source, stretch.span);
        let asks = meant.iter().any(|(id, _)| self.asks(side, *id));
        let answered = meant.iter().any(|(id, _)| self.is_present(side.other(), *id));
        (asks && !answered).then(|| missing::Unanswered {
            side,
            text_index,
            span: stretch.span,
            found: stretch.span.of(text.source).to_owned(),
            meant,
        })
    }

    /// Whether a concept that stands on `side` asks for its rendering on the other.
    fn asks(&self, side: Side, id: ConceptId) -> bool {
        let concept = self.lexicon.concept(id);
        concept.direction.asks_from(side)
            && (concept.contrast.is_none() || self.put_in_its_place(side, id).is_some())
    }

    /// The concept of the same set of contrasts that the other side has, and this one has not.
    fn put_in_its_place(&self, side: Side, id: ConceptId) -> Option<ConceptId> {
        let set = self.lexicon.concept(id).contrast.as_deref()?;
        let others = self.present[side.other() as usize].iter().copied();
        let mut siblings = others.filter(|&other| {
            other != id && self.lexicon.concept(other).contrast.as_deref() == Some(set)
        });
        siblings
            .find(|&other| !self.stands_apart(side, other) && self.is_a_term(side.other(), other))
    }

    /// Whether `concept` stands on `side` otherwise than within a longer form: 印度 does not in 印度尼西亚.
    fn stands_apart(&self, side: Side, concept: ConceptId) -> bool {
        self.texts[side as usize].iter().any(|text| {
            let mut own = text.hits.iter().filter(|hit| hit.entry.concept == concept);
            own.any(|hit| {
                let longer = |other: &Hit<'_>| {
                    other.entry.concept != concept
                        && other.span.contains(hit.span)
                        && other.span != hit.span
                };
                !text.hits.iter().any(longer)
            })
        })
    }

    /// Whether `concept` stands on `side` as a term of its own.
    fn is_a_term(&self, side: Side, concept: ConceptId) -> bool {
        let alone = self.alone[side as usize].get_or_init(|| {
            let stretches = self.texts[side as usize].iter().flat_map(Scanned::stretches);
            stretches.flat_map(|stretch| stretch.hits).map(|hit| hit.entry.concept).collect()
        });
        alone.contains(&concept)
    }

    /// Where `concept` first stands on `side`.
    fn first_place(&self, side: Side, concept: ConceptId) -> Option<(usize, Span)> {
        self.texts[side as usize].iter().enumerate().find_map(|(index, text)| {
            let hits = text.hits.iter().filter(|hit| hit.entry.concept == concept);
            hits.map(|hit| hit.span).min().map(|span| (index, span))
        })
    }
}

fn allowed(texts: &[Scanned<'_>]) -> BTreeSet<ConceptId> {
    texts
        .iter()
        .flat_map(|text| &text.hits)
        .filter(|hit| matches!(hit.entry.role, Role::Allowed { .. }))
        .map(|hit| hit.entry.concept)
        .collect()
}
