//! Terms that a document renders in its own usual way, and where it strays from it.
//!
//! No lexicon is needed: the usual rendering is learnt from the document. A lexicon only excuses:
//! two allowed forms of one entry (`RL`, `reinforcement learning`) are no drift.

use std::collections::HashMap;

use crate::text::{Side, Span};

use super::Lexicon;
use super::fold::{fold, is_han};
use super::mine::{Observations, Script, TextPair};

/// A place where a document strays from how it usually translates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drift {
    /// A term is rendered otherwise than usual.
    Rendering {
        /// The number of the pair, from 0.
        pair: usize,
        /// Where the term stands in its Chinese text.
        zh: Span,
        /// What English has in place of the usual rendering, in its English text.
        en: Span,
        /// The usual rendering.
        usual: String,
        /// In how many pairs the term is rendered that way.
        times: usize,
        /// In how many pairs the term stands.
        of: usize,
    },
    /// The same Chinese text is translated otherwise than in an earlier pair.
    Retranslated {
        /// The number of the pair, from 0.
        pair: usize,
        /// The earlier pair.
        first: usize,
    },
}

impl Drift {
    /// The number of the pair, from 0.
    pub fn pair(&self) -> usize {
        match *self {
            Drift::Rendering { pair, .. } | Drift::Retranslated { pair, .. } => pair,
        }
    }
}

/// Least number of pairs that a term stands in before anything about it is usual.
const LEAST: usize = 4;

/// Least share of them with the usual rendering.
const USUAL: f64 = 0.6;

/// Least number of Chinese characters of a text that is worth telling when it is translated twice.
const LEAST_CHARACTERS: usize = 6;

/// The drifts of a document, or of a whole folder, whose texts are `pairs`, in their order.
pub fn drifts(lexicon: &Lexicon, pairs: &[TextPair<'_>]) -> Vec<Drift> {
    let mut drifts = stray_renderings(lexicon, pairs);
    drifts.extend(retranslations(pairs));
    drifts.sort_by_key(Drift::pair);
    drifts
}

fn stray_renderings(lexicon: &Lexicon, pairs: &[TextPair<'_>]) -> Vec<Drift> {
    let observed = Observations::new(pairs);
    let mut drifts = Vec::new();
    for (term, candidate) in observed.terms() {
        let of = candidate.pairs.len();
        if candidate.script == Script::Latin || of < LEAST {
            continue;
        }
        let renderings = observed.renderings(term);
        let Some(usual) = renderings.first().filter(|usual| usual.is_sure()) else { continue };
        if (usual.together as f64) < USUAL * of as f64 {
            continue;
        }
        let rivals = observed.rivals(term, usual.id);
        for (&pair, &zh) in candidate.pairs.iter().zip(&candidate.places) {
            // What the lexicon knows is a matter of `term-missing`.
            let known = || {
                let found = lexicon.matches(Side::Zh, pairs[pair].zh);
                found
                    .iter()
                    .any(|found| found.span.start() < zh.end() && zh.start() < found.span.end())
            };
            if observed.place(pair, usual.id).is_some() || known() {
                continue;
            }
            let usual_form = observed.english(usual.id);
            let instead = rivals
                .iter()
                .find(|rival| !is_same(lexicon, usual_form, observed.english(rival.id)))
                .and_then(|rival| observed.place(pair, rival.id));
            if let Some(en) = instead {
                drifts.push(Drift::Rendering {
                    pair,
                    zh,
                    en,
                    usual: usual_form.to_owned(),
                    times: usual.together,
                    of,
                });
            }
        }
    }
    drifts
}

/// Whether the two are words of one family (`pathogenic`, `pathogenicity`) or allowed forms of one
/// entry.
fn is_same(lexicon: &Lexicon, one: &str, other: &str) -> bool {
    const FAMILY: usize = 5;
    let theirs = lexicon.matches(Side::En, other);
    let found = lexicon.matches(Side::En, one);
    let entry = |concept| theirs.iter().any(|their| their.concept == concept);
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let kin = |a: &str, b: &str| {
        a == b || a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count() >= FAMILY
    };
    let family = one.split(' ').count() == other.split(' ').count()
        && one.split(' ').zip(other.split(' ')).all(|(a, b)| kin(a, b));
    family || found.iter().any(|found| entry(found.concept))
}

fn retranslations(pairs: &[TextPair<'_>]) -> Vec<Drift> {
    let mut seen: HashMap<String, (usize, String)> = HashMap::new();
    let mut drifts = Vec::new();
    for (pair, texts) in pairs.iter().enumerate() {
        let zh = letters(texts.zh);
        if zh.chars().filter(|&c| is_han(c)).count() < LEAST_CHARACTERS
            || texts.en.trim().is_empty()
        {
            continue;
        }
        let en = letters(texts.en);
        match seen.get(&zh) {
            Some((first, earlier)) if *earlier != en => {
                drifts.push(Drift::Retranslated { pair, first: *first });
            }
            Some(_) => {}
            None => {
                seen.insert(zh, (pair, en));
            }
        }
    }
    drifts
}

/// The letters and digits of a text, folded.
fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Drift, drifts};
    use crate::lexicon::{Lexicon, TextPair};

    fn pairs<'t>(texts: &[(&'t str, &'t str)]) -> Vec<TextPair<'t>> {
        texts.iter().map(|&(zh, en)| TextPair { zh, en }).collect()
    }

    const DRIFTING: [(&str, &str); 6] = [
        ("雪山湖泊很深。", "The alpine lake is deep."),
        ("我们去看雪山湖泊。", "We went to see the alpine lake."),
        ("雪山湖泊结冰了。", "The alpine lake froze."),
        ("雪山湖泊在哪里？", "Where is the alpine lake?"),
        ("雪山湖泊化了。", "The glacier pool melted."),
        ("雪山湖泊满了。", "The glacier pool is full."),
    ];

    #[test]
    fn strays_from_the_usual_rendering_are_told_once_each() {
        let mut pairs = pairs(&DRIFTING);
        pairs.extend([TextPair { zh: "别的事。", en: "Something else." }; 20]);
        let found = drifts(Lexicon::builtin(), &pairs);
        let told: Vec<_> = found
            .iter()
            .map(|drift| match drift {
                Drift::Rendering { pair, zh, en, usual, times, of } => {
                    (zh.of(pairs[*pair].zh), en.of(pairs[*pair].en), &usual[..], *times, *of)
                }
                Drift::Retranslated { .. } => panic!("nothing stands twice"),
            })
            .collect();
        assert_eq!(
            told,
            [
                ("雪山湖泊", "glacier pool", "alpine lake", 4, 6),
                ("雪山湖泊", "glacier pool", "alpine lake", 4, 6),
            ],
        );
    }

    #[test]
    fn the_same_text_translated_twice_is_told() {
        let texts = [
            ("请把门关上，谢谢。", "Please close the door."),
            ("请把门关上,谢谢", "please, close the door"),
            ("请把门关上，谢谢。", "Shut it."),
        ];
        assert_eq!(
            drifts(Lexicon::builtin(), &pairs(&texts)),
            [Drift::Retranslated { pair: 2, first: 0 }],
        );
    }
}
