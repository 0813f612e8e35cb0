//! Which English phrases go with which terms.

use std::collections::{BTreeMap, HashMap};

use crate::text::Span;

use super::TextPair;
use super::candidates::{Candidate, candidates};
use super::english::phrases;

/// The log-likelihood ratio that one in a thousand chance pairs exceeds.
const CHANCE: f64 = 10.83;

/// The number of an English phrase.
pub(in crate::lexicon) type PhraseId = usize;

/// What was seen in a list of pairs.
pub(in crate::lexicon) struct Observations {
    candidates: Vec<Candidate>,
    /// The phrases of each pair, ascending, with where they stand first.
    phrases: Vec<Vec<(PhraseId, Span)>>,
    /// How each phrase is written where it stands first, and in how many pairs it stands.
    english: Vec<(String, usize)>,
}

/// An English phrase seen together with a term.
#[derive(Clone, Copy, Debug)]
pub(in crate::lexicon) struct Rendering {
    pub(in crate::lexicon) id: PhraseId,
    /// In how many of the pairs with the term.
    pub(in crate::lexicon) together: usize,
    /// How far the two keep to each other, 0 to 1.
    pub(in crate::lexicon) dice: f64,
    /// Dunning's log-likelihood ratio.
    pub(in crate::lexicon) likelihood: f64,
}

impl Rendering {
    /// Whether it is the rendering of the term beyond reasonable doubt.
    pub(in crate::lexicon) fn is_sure(&self) -> bool {
        self.together >= 3 && self.likelihood > CHANCE && self.dice >= 0.5
    }
}

impl Observations {
    /// Looks through `pairs`.
    pub(in crate::lexicon) fn new(pairs: &[TextPair<'_>]) -> Observations {
        let mut ids: HashMap<String, PhraseId> = HashMap::new();
        let mut english: Vec<(String, usize)> = Vec::new();
        let mut all = Vec::new();
        for pair in pairs {
            let mut here: BTreeMap<PhraseId, Span> = BTreeMap::new();
            for (phrase, span) in phrases(pair.en) {
                let id = *ids.entry(phrase).or_insert_with(|| {
                    english.push((span.of(pair.en).to_owned(), 0));
                    english.len() - 1
                });
                here.entry(id).or_insert(span);
            }
            for id in here.keys() {
                if let Some((_, count)) = english.get_mut(*id) {
                    *count += 1;
                }
            }
            all.push(here.into_iter().collect());
        }
        Observations { candidates: candidates(pairs), phrases: all, english }
    }

    /// The terms and their numbers.
    pub(in crate::lexicon) fn terms(&self) -> impl Iterator<Item = (usize, &Candidate)> {
        self.candidates.iter().enumerate()
    }

    /// How the phrase is written.
    pub(in crate::lexicon) fn english(&self, id: PhraseId) -> &str {
        self.english.get(id).map_or("", |(text, _)| text)
    }

    /// Where the phrase stands first in a pair.
    pub(in crate::lexicon) fn place(&self, pair: usize, id: PhraseId) -> Option<Span> {
        let phrases = self.phrases.get(pair)?;
        let at = phrases.binary_search_by_key(&id, |&(id, _)| id).ok()?;
        phrases.get(at).map(|&(_, span)| span)
    }

    /// The phrases seen with term number `term` at least twice, the closest first.
    pub(in crate::lexicon) fn renderings(&self, term: usize) -> Vec<Rendering> {
        let Some(candidate) = self.candidates.get(term) else { return Vec::new() };
        let mut renderings = self.seen_in(&candidate.pairs);
        self.sort(&mut renderings, &candidate.text);
        renderings
    }

    /// Puts the closest first; of phrases seen in the same pairs the term itself (Latin script in
    /// Chinese), or else the longest.
    fn sort(&self, renderings: &mut [Rendering], term: &str) {
        renderings.sort_by(|a, b| {
            let itself = |one: &Rendering| self.english(one.id).eq_ignore_ascii_case(term);
            let words = |one: &Rendering| self.english(one.id).split(' ').count();
            b.dice
                .total_cmp(&a.dice)
                .then(b.likelihood.total_cmp(&a.likelihood))
                .then_with(|| itself(b).cmp(&itself(a)))
                .then_with(|| words(b).cmp(&words(a)))
                .then(a.id.cmp(&b.id))
        });
    }

    /// The pairs of term number `term` that do without the phrase `id`.
    pub(in crate::lexicon) fn strays(&self, term: usize, id: PhraseId) -> Vec<usize> {
        let pairs = self.candidates.get(term).map_or(&[][..], |candidate| &candidate.pairs);
        pairs.iter().copied().filter(|&pair| self.place(pair, id).is_none()).collect()
    }

    /// Other renderings of term number `term`: phrases that keep to those of its pairs that do
    /// without its usual rendering `id`.
    pub(in crate::lexicon) fn rivals(&self, term: usize, id: PhraseId) -> Vec<Rendering> {
        let mut rivals = self.seen_in(&self.strays(term, id));
        // The more phrases there are to choose from, the likelier one fits by chance.
        let least = CHANCE + 2.0 * (rivals.len() as f64).ln();
        rivals.retain(|rival| rival.likelihood > least && rival.dice >= 0.6);
        self.sort(&mut rivals, "");
        rivals
    }

    /// The phrases that stand in at least two of `pairs`, with how closely they keep to these.
    fn seen_in(&self, pairs: &[usize]) -> Vec<Rendering> {
        let mut together: BTreeMap<PhraseId, usize> = BTreeMap::new();
        for &pair in pairs {
            for &(id, _) in self.phrases.get(pair).map_or(&[][..], Vec::as_slice) {
                *together.entry(id).or_default() += 1;
            }
        }
        together
            .into_iter()
            .filter(|&(_, together)| together >= 2)
            .map(|(id, together)| {
                let count = self.english.get(id).map_or(0, |&(_, count)| count);
                Rendering {
                    id,
                    together,
                    dice: 2.0 * together as f64 / (pairs.len() + count) as f64,
                    likelihood: log_likelihood(together, pairs.len(), count, self.phrases.len()),
                }
            })
            .collect()
    }
}

/// Twice the log of how much likelier the counts are if the two are bound than if they are not;
/// negative where they avoid each other.
fn log_likelihood(both: usize, one: usize, other: usize, all: usize) -> f64 {
    let [both, one, other, all] = [both, one, other, all].map(|count| count as f64);
    let cells = [
        (both, one * other / all),
        (one - both, one * (all - other) / all),
        (other - both, (all - one) * other / all),
        (all - one - other + both, (all - one) * (all - other) / all),
    ];
    let sum: f64 = cells
        .iter()
        .filter(|(seen, expected)| *seen > 0.0 && *expected > 0.0)
        .map(|(seen, expected)| seen * (seen / expected).ln())
        .sum();
    if both * all >= one * other { 2.0 * sum } else { -2.0 * sum }
}

#[cfg(test)]
mod tests {
    use super::log_likelihood;

    #[test]
    fn what_goes_together_is_likely() {
        assert!(log_likelihood(10, 10, 10, 100) > 60.0);
        assert!(log_likelihood(1, 10, 10, 100).abs() < 1e-9, "just as chance has it");
        assert!(log_likelihood(0, 50, 50, 100) < 0.0);
    }
}
