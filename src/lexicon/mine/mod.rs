//! Learns terms and their renderings from texts that belong together.
//!
//! Which renderings go with which terms is told by the log-likelihood ratio (Dunning, "Accurate
//! methods for the statistics of surprise and coincidence", 1993) over the pairs that hold both.
//! The pairs may be turns, sentences or rows of a corpus; the shorter, the sharper.

mod candidates;
mod english;
mod pairing;
mod proposal;

use std::collections::BTreeMap;

pub use proposal::Proposal;

pub(super) use candidates::Script;
pub(super) use pairing::Observations;

use super::Lexicon;
use crate::text::Side;

/// A Chinese and an English text that belong together: a turn, a sentence, a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextPair<'t> {
    /// The Chinese text.
    pub zh: &'t str,
    /// The English text.
    pub en: &'t str,
}

/// Proposes entries that `pairs` speak for and that `lexicon` does not have, the surest and most
/// frequent first.
///
/// Proposed are Latin-script terms in Chinese text and Chinese units of several words, as far as
/// they stand in at least three pairs and one English rendering goes with them.
pub fn extract(lexicon: &Lexicon, pairs: &[TextPair<'_>]) -> Vec<Proposal> {
    let observed = Observations::new(pairs);
    let mut proposals: Vec<Proposal> = observed
        .terms()
        .filter(|(_, candidate)| !is_known(lexicon, &candidate.text))
        .filter_map(|(term, candidate)| {
            let renderings = observed.renderings(term);
            let best = renderings.first().filter(|best| best.is_sure())?;
            let rivals = observed.rivals(term, best.id);
            let en = std::iter::once(best).chain(&rivals).take(3);
            Some(Proposal {
                zh: candidate.text.clone(),
                en: en.map(|one| (observed.english(one.id).to_owned(), one.together)).collect(),
                count: candidate.pairs.len(),
                keep: candidate.script == Script::Latin
                    && candidate.text.contains(|c: char| c.is_ascii_uppercase())
                    && observed.english(best.id).eq_ignore_ascii_case(&candidate.text),
                example: candidate.pairs.first().copied().unwrap_or_default(),
                score: best.dice * (1.0 + candidate.pairs.len() as f64).ln(),
            })
        })
        .collect();
    proposals.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.zh.cmp(&b.zh)));
    one_for_each_rendering(proposals)
}

/// Of proposals with one and the same rendering in the same pairs (强化学习 and 强化学习任务), the
/// surest stays.
fn one_for_each_rendering(proposals: Vec<Proposal>) -> Vec<Proposal> {
    let mut taken: BTreeMap<String, Vec<String>> = BTreeMap::new();
    proposals
        .into_iter()
        .filter(|proposal| {
            let Some((en, _)) = proposal.en.first() else { return false };
            let others = taken.entry(en.to_lowercase()).or_default();
            let nested = others
                .iter()
                .any(|other| other.contains(&proposal.zh) || proposal.zh.contains(other.as_str()));
            others.push(proposal.zh.clone());
            !nested
        })
        .collect()
}

/// Whether all of `text` is one form of the lexicon.
fn is_known(lexicon: &Lexicon, text: &str) -> bool {
    lexicon.asked_for(Side::Zh, text).iter().any(|found| found.span.len() as usize == text.len())
}
