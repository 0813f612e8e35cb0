//! The term base: what must be translated how, and where a text departs from it.
//!
//! A [`Lexicon`] holds [`Concept`]s, read from TOML files that people keep ([`LexiconFile`]), from
//! the term bases that ship with the program, or from both. [`Lexicon::matches`] finds their forms
//! in a text, [`check`] compares the two sides of a link. Nothing here knows of documents or rules.

mod audit;
mod builtin;
mod case;
mod check;
mod compiled;
mod consistency;
mod context;
mod error;
mod exchange;
mod fold;
mod forms;
mod index;
mod inflect;
mod likeness;
mod matching;
mod mine;
mod model;
mod openings;
mod read;
mod segmenter;
mod suspended;
mod taiwan;
mod words;

use std::borrow::Cow;
use std::collections::HashSet;
use std::path::PathBuf;

pub use audit::{Remark, RemarkKind, audit};
pub use check::{TermProblem, check};
pub use consistency::{Drift, Stray, drifts};
pub use error::{LexiconError, LexiconErrorKind};
pub use exchange::{Exported, Imported, TableShape, TermFormat, TermWarning, export, import};
pub use mine::{Proposal, TextPair, extract};
pub use model::{Concept, ConceptId, Direction, Forbidden, Origin, PartOfSpeech};
pub use read::LexiconFile;

use crate::text::{Side, Span};
use compiled::Compiled;
use fold::fold;
use index::{Index, Role};
use matching::Scanned;

/// A term base made ready for matching.
pub struct Lexicon {
    concepts: Vec<Concept>,
    /// The forms on each side: those that ship with the program apart from those of files.
    indexes: [Vec<Cow<'static, Index>>; 2],
}

/// A place where a text uses a form of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermMatch<'x> {
    /// Where in the text.
    pub span: Span,
    /// What it names.
    pub concept: ConceptId,
    /// The form, as the lexicon writes it.
    pub form: &'x str,
    /// What forbids it, if it is a forbidden form.
    pub forbidden: Option<&'x Forbidden>,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon").field("concepts", &self.concepts.len()).finish_non_exhaustive()
    }
}

impl Lexicon {
    /// The built-in lexicon extended by the files at `paths`; if one of them says
    /// `replaces-builtin = true`, the files alone.
    ///
    /// An entry of a file takes the place of every built-in entry that shares a Chinese form with
    /// it or, for names that are kept, an English one.
    ///
    /// # Errors
    /// If a file cannot be read or is malformed.
    pub fn load(paths: &[PathBuf]) -> Result<Lexicon, LexiconError> {
        let files = paths.iter().map(|path| LexiconFile::read(path));
        let files = files.collect::<Result<Vec<_>, _>>()?;
        let replaced = files.iter().any(|file| file.replaces_builtin);
        let own: Vec<Concept> = files.into_iter().flat_map(|file| file.concepts).collect();
        Ok(match replaced {
            true => Lexicon::from_concepts(own),
            false => Lexicon::builtin().extended(own),
        })
    }

    /// This lexicon and `own` concepts, each of which takes the place of those that it shares a key with.
    fn extended(&'static self, own: Vec<Concept>) -> Lexicon {
        let taken: HashSet<String> = own.iter().flat_map(keys).collect();
        let mut concepts = Vec::with_capacity(self.concepts.len() + own.len());
        // The new number of each concept that stays.
        let mut numbers = Vec::with_capacity(self.concepts.len());
        for concept in &self.concepts {
            let kept = !keys(concept).any(|key| taken.contains(&key));
            numbers.push(kept.then_some(ConceptId(concepts.len() as u32)));
            if kept {
                concepts.push(concept.clone());
            }
        }
        let kept_all = concepts.len() == self.concepts.len();
        let first = ConceptId(concepts.len() as u32);
        let indexes = Side::BOTH.map(|side| {
            let number = |id: ConceptId| numbers.get(id.index()).copied().flatten();
            let mut indexes: Vec<Cow<'static, Index>> = self
                .indexes(side)
                .iter()
                .map(|index| match kept_all {
                    true => Cow::Borrowed(&**index),
                    false => Cow::Owned(index.renumbered(number)),
                })
                .collect();
            indexes.push(Cow::Owned(Index::build(side, &own, first)));
            indexes
        });
        concepts.extend(own);
        Lexicon { concepts, indexes }
    }

    /// A lexicon of just these concepts.
    pub fn from_concepts(concepts: Vec<Concept>) -> Lexicon {
        Compiled::of(concepts).into()
    }

    /// All concepts: the built-in ones first, then file by file.
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// The concept of that name.
    ///
    /// # Panics
    /// If `id` comes from another, larger lexicon.
    pub fn concept(&self, id: ConceptId) -> &Concept {
        &self.concepts[id.index()]
    }

    /// Those of [`Lexicon::matches`] that are asked for on the other side wherever they stand, and not only where
    /// another thing stands in their place.
    pub fn asked_for(&self, side: Side, text: &str) -> Vec<TermMatch<'_>> {
        let mut found = self.matches(side, text);
        found.retain(|found| self.concept(found.concept).contrast.is_none());
        found
    }

    /// The forms that stand in `text`, a text of `side`, in text order: the longest where several
    /// begin, and each concept that shares it.
    ///
    /// The ends of a Chinese form are word ends. English forms count inside Chinese text as well.
    pub fn matches(&self, side: Side, text: &str) -> Vec<TermMatch<'_>> {
        let scanned = Scanned::new(self.indexes(side), text);
        let mut matches: Vec<TermMatch<'_>> = Vec::new();
        for stretch in scanned.stretches() {
            for hit in stretch.hits {
                let (form, forbidden) = self.form(hit.entry);
                let found =
                    TermMatch { span: hit.span, concept: hit.entry.concept, form, forbidden };
                let known =
                    matches.iter().rev().take_while(|old| old.span == found.span).any(|old| {
                        old.concept == found.concept
                            && old.forbidden.is_some() == forbidden.is_some()
                    });
                if !known {
                    matches.push(found);
                }
            }
        }
        matches
    }

    fn indexes(&self, side: Side) -> &[Cow<'static, Index>] {
        &self.indexes[side as usize]
    }

    fn form(&self, entry: &index::Entry) -> (&str, Option<&Forbidden>) {
        let concept = self.concept(entry.concept);
        match entry.role {
            Role::Allowed { side, index } => {
                (concept.forms(side).get(index as usize).map_or("", String::as_str), None)
            }
            Role::Forbidden { index } => match concept.forbidden.get(index as usize) {
                Some(forbidden) => (&forbidden.form, Some(forbidden)),
                None => ("", None),
            },
        }
    }
}

impl From<Compiled> for Lexicon {
    fn from(compiled: Compiled) -> Lexicon {
        let indexes = compiled.indexes.map(|index| vec![Cow::Owned(index)]);
        Lexicon { concepts: compiled.concepts, indexes }
    }
}

/// What makes two entries speak of the same: their Chinese forms, or the name that they keep.
fn keys(concept: &Concept) -> impl Iterator<Item = String> + '_ {
    let names = if concept.keep { &concept.en[..] } else { &[] };
    concept.zh.iter().chain(names).map(|form| fold(form))
}
