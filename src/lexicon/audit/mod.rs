//! Looks over term bases for entries that contradict each other, cannot work or would only annoy.

mod common;
mod remark;

use std::collections::{BTreeMap, BTreeSet};

pub use remark::{Remark, RemarkKind};

use crate::text::Side;

use super::case::is_acronym;
use super::fold::{fold, is_han};
use super::inflect::spellings;
use super::model::{Concept, Direction};
use common::is_common;

/// What a careful reader would say about these entries, in their order.
///
/// ```
/// use std::path::Path;
/// use duizhao::lexicon::{LexiconFile, audit};
///
/// let text = "[[term]]\nzh = [\"一\"]\nen = [\"RL/reinforcement learning\"]\n";
/// let file = LexiconFile::parse(Path::new("my.toml"), text).unwrap();
/// let remarks: Vec<String> = audit(&file.concepts).iter().map(ToString::to_string).collect();
/// assert!(remarks[0].starts_with("my.toml:1: `一` is too common"));
/// assert!(remarks[1].contains("never match"));
/// ```
pub fn audit(concepts: &[Concept]) -> Vec<Remark> {
    let known = Known::new(concepts);
    let mut remarks = Vec::new();
    for (index, concept) in concepts.iter().enumerate() {
        let mut remark = |kind| remarks.push(Remark { origin: concept.origin.clone(), kind });
        for side in Side::BOTH {
            repeated_forms(concept, side, &mut remark);
            for form in concept.forms(side) {
                if let Some(why) = never_matches(form) {
                    remark(RemarkKind::NeverMatches { form: form.clone(), why });
                } else if concept.direction.asks_from(side) && is_common(side, form) {
                    remark(RemarkKind::TooCommon { form: form.clone() });
                }
            }
        }
        for forbidden in &concept.forbidden {
            let form = &forbidden.form;
            if let Some(why) = never_matches(form) {
                remark(RemarkKind::NeverMatches { form: form.clone(), why });
            }
            if concept.forms(forbidden.side).contains(form) {
                remark(RemarkKind::ForbidsItself { form: form.clone() });
            } else if let Some(other) =
                known.allowed_elsewhere(concepts, index, forbidden.side, form)
            {
                let other = other.origin.clone();
                remark(RemarkKind::AllowedElsewhere { form: form.clone(), other });
            }
        }
        if let Some((form, other)) = known.duplicate(concepts, index) {
            let other = other.origin.clone();
            remark(RemarkKind::Duplicate { form: form.to_owned(), other });
        }
        let idle = concept.direction == Direction::Neither && concept.forbidden.is_empty();
        if idle && !known.shares_a_form(concept, index) {
            remark(RemarkKind::Idle);
        }
    }
    remarks
}

/// Which entries allow a folded form.
struct Known {
    allowed: BTreeMap<(Side, String), BTreeSet<usize>>,
}

impl Known {
    fn new(concepts: &[Concept]) -> Known {
        let mut allowed: BTreeMap<(Side, String), BTreeSet<usize>> = BTreeMap::new();
        for (index, concept) in concepts.iter().enumerate() {
            for side in Side::BOTH {
                for form in concept.forms(side) {
                    allowed.entry((side, fold(form))).or_default().insert(index);
                }
            }
        }
        Known { allowed }
    }

    fn with<'k>(&'k self, side: Side, form: &str) -> impl Iterator<Item = usize> + 'k {
        self.allowed.get(&(side, fold(form))).into_iter().flatten().copied()
    }

    /// Whether another entry has one of the forms of entry `index`.
    fn shares_a_form(&self, concept: &Concept, index: usize) -> bool {
        Side::BOTH.iter().any(|&side| {
            let forms = concept.forms(side).iter();
            forms.flat_map(|form| self.with(side, form)).any(|other| other != index)
        })
    }

    /// Another entry for the same Chinese that allows what entry `index` forbids.
    fn allowed_elsewhere<'c>(
        &self,
        concepts: &'c [Concept],
        index: usize,
        side: Side,
        form: &str,
    ) -> Option<&'c Concept> {
        let concept = concepts.get(index)?;
        self.with(side, form).filter(|&other| other != index).find_map(|other| {
            let other = concepts.get(other)?;
            share_form(concept, other, side.other()).map(|_| other)
        })
    }

    /// An earlier entry that shares a form with entry `index` on each side, under the same
    /// condition.
    fn duplicate<'c>(
        &self,
        concepts: &'c [Concept],
        index: usize,
    ) -> Option<(&'c str, &'c Concept)> {
        let concept = concepts.get(index)?;
        let key = if concept.zh.is_empty() { Side::En } else { Side::Zh };
        concept.forms(key).iter().find_map(|form| {
            self.with(key, form).filter(|&other| other < index).find_map(|other| {
                let other = concepts.get(other)?;
                let same = other.near == concept.near
                    // A set may hold both of two and each of them: parents, mother, father.
                    && other.contrast.is_none()
                    && concept.contrast.is_none()
                    && (concept.zh.is_empty() == other.zh.is_empty())
                    && share_form(concept, other, Side::En).is_some();
                same.then_some((form.as_str(), other))
            })
        })
    }
}

fn share_form<'c>(one: &'c Concept, other: &Concept, side: Side) -> Option<&'c str> {
    let theirs: BTreeSet<String> = other.forms(side).iter().map(|form| fold(form)).collect();
    one.forms(side).iter().find(|form| theirs.contains(&fold(form))).map(String::as_str)
}

/// Forms of one entry that are found wherever they stand by another of its forms.
fn repeated_forms(concept: &Concept, side: Side, remark: &mut impl FnMut(RemarkKind)) {
    let forms: Vec<(&String, BTreeSet<String>, bool)> = concept
        .forms(side)
        .iter()
        .map(|form| {
            let spellings = spellings(form, concept.part_of_speech).into_iter().collect();
            (form, spellings, is_acronym(form))
        })
        .collect();
    // The first form is the preferred one: it says how the term is to be written.
    for (at, (form, spellings, acronym)) in forms.iter().enumerate().skip(1) {
        let cover = forms.iter().enumerate().find(|(other, (_, more, other_acronym))| {
            let same = acronym == other_acronym && spellings.is_subset(more);
            same && *other != at && (spellings != more || *other < at)
        });
        if let Some((_, (other, ..))) = cover {
            let (form, other) = ((*form).clone(), (*other).clone());
            remark(RemarkKind::Repeats { form, other });
        }
    }
}

/// Why a form that was written down will not stand in a text like that.
fn never_matches(form: &str) -> Option<&'static str> {
    if form.contains(['*', '?']) {
        return Some("there are no wildcards; inflections are found by themselves");
    }
    if form.contains(['/', '／', '|']) && !form.contains("://") && !is_slashed_name(form) {
        return Some("write alternatives as forms of their own");
    }
    if form.contains(['(', '（', '[', '【']) {
        return Some("write what stands in brackets as a form of its own or as a note");
    }
    if form.contains(['，', '。', '；', ';', '\n']) {
        return Some("write several forms as several texts of the list");
    }
    None
}

/// `TCP/IP`, `A/B`, `HIV/AIDS`: capitals on both sides of the stroke.
fn is_slashed_name(form: &str) -> bool {
    !form.contains(is_han)
        && form.split('/').all(|part| part.chars().next().is_some_and(|c| c.is_ascii_uppercase()))
        && !form.contains(' ')
}
