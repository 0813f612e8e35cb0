//! Terms that a document or a folder renders in its own usual way, and where it strays from it.
//!
//! No lexicon is needed: the usual rendering is learnt from the texts. What is usual in all documents together
//! goes before what is usual in one of them. A lexicon only excuses: two allowed forms of one entry (`RL`,
//! `reinforcement learning`) are no drift.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::text::{Side, Span};

use super::Lexicon;
use super::fold::{fold, is_han, is_word};
use super::mine::{Observations, Script, TextPair};

/// A place that strays from how its document, or all documents together, usually translate. Pairs are
/// numbered from 0 through all documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drift {
    /// A term is rendered otherwise than usual.
    Rendering(Stray),
    /// The same Chinese text is translated otherwise than in an earlier pair.
    Retranslated {
        /// The number of the pair.
        pair: usize,
        /// The earlier pair.
        first: usize,
    },
}

/// A place where a term is rendered otherwise than usual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stray {
    /// The number of the pair.
    pub pair: usize,
    /// Where the term stands in its Chinese text.
    pub zh: Span,
    /// What English has in place of the usual rendering, in its English text.
    pub en: Span,
    /// The usual rendering.
    pub usual: String,
    /// In how many pairs the term is rendered that way.
    pub times: usize,
    /// In how many pairs the term stands.
    pub of: usize,
    /// In how many documents they stand.
    pub documents: usize,
}

impl Drift {
    /// The number of the pair.
    pub fn pair(&self) -> usize {
        match *self {
            Drift::Rendering(Stray { pair, .. }) | Drift::Retranslated { pair, .. } => pair,
        }
    }
}

/// Least number of pairs that a term stands in before anything about it is usual.
const LEAST: usize = 4;

/// Least share of them with the usual rendering.
const USUAL: f64 = 0.6;

/// Least number of Chinese characters of a text that is worth telling when it is translated twice.
const LEAST_CHARACTERS: usize = 6;

/// The drifts of `documents`, each a list of pairs in their order.
pub fn drifts(lexicon: &Lexicon, documents: &[Vec<TextPair<'_>>]) -> Vec<Drift> {
    let all: Vec<TextPair<'_>> = documents.iter().flatten().copied().collect();
    let ends: Vec<usize> = documents
        .iter()
        .scan(0, |end, pairs| {
            *end += pairs.len();
            Some(*end)
        })
        .collect();
    let together = Learnt::from(lexicon, &all, &ends);
    let mut strays = together.strays;
    if documents.len() > 1 {
        let of_each = documents.par_iter().zip(&ends).map(|(pairs, end)| {
            let own = Learnt::from(lexicon, pairs, &[pairs.len()]).strays.into_iter();
            let unsettled = own.filter(|stray| {
                let term = fold(stray.zh.of(pairs[stray.pair].zh));
                !together.settled.contains(&term)
            });
            let before = end - pairs.len();
            unsettled.map(|stray| Stray { pair: before + stray.pair, ..stray }).collect::<Vec<_>>()
        });
        strays.extend(of_each.flatten().collect::<Vec<_>>());
    }
    let mut drifts: Vec<Drift> = told_once(strays).into_iter().map(Drift::Rendering).collect();
    // Where a term differs, that is what differs in the whole text as well.
    let told: HashSet<usize> = drifts.iter().map(Drift::pair).collect();
    drifts.extend(retranslations(&all).into_iter().filter(|drift| !told.contains(&drift.pair())));
    drifts.sort_by_key(Drift::pair);
    drifts
}

/// Leaves out what is the same place told of a longer or shorter term, or of a document where all documents
/// tell it already.
fn told_once(strays: Vec<Stray>) -> Vec<Stray> {
    let mut told: HashMap<usize, Vec<(Span, Span)>> = HashMap::new();
    let mut kept = strays;
    kept.retain(|stray| {
        let here = told.entry(stray.pair).or_default();
        let again = here.iter().any(|&(zh, en)| zh.overlaps(stray.zh) && en.overlaps(stray.en));
        here.push((stray.zh, stray.en));
        !again
    });
    kept
}

/// What a list of pairs says of its terms.
struct Learnt {
    /// The terms with a usual rendering, folded.
    settled: HashSet<String>,
    /// Where they are rendered otherwise.
    strays: Vec<Stray>,
}

impl Learnt {
    /// `ends` holds how many pairs stand before the end of each document.
    fn from(lexicon: &Lexicon, pairs: &[TextPair<'_>], ends: &[usize]) -> Learnt {
        let mut learnt = Learnt { settled: HashSet::new(), strays: Vec::new() };
        if pairs.len() < LEAST {
            return learnt;
        }
        let observed = Observations::new(pairs);
        for (number, candidate) in observed.terms() {
            let of = candidate.pairs.len();
            // 第一次 counts, and names nothing.
            if candidate.script == Script::Latin || of < LEAST || candidate.text.starts_with('第')
            {
                continue;
            }
            let renderings = observed.renderings(number);
            let Some(usual) = renderings.first().filter(|usual| usual.is_sure()) else { continue };
            if (usual.together as f64) < USUAL * of as f64 {
                continue;
            }
            let documents: HashSet<usize> = candidate
                .pairs
                .iter()
                .map(|pair| ends.partition_point(|end| end <= pair))
                .collect();
            let rivals = observed.rivals(number, usual.id);
            for (&pair, &zh) in candidate.pairs.iter().zip(&candidate.places) {
                let usual_form = observed.english(usual.id);
                if observed.place(pair, usual.id).is_some()
                    || is_spread_over(pairs[pair].en, usual_form)
                    || is_known(lexicon, pairs[pair].zh, zh)
                {
                    continue;
                }
                let instead = rivals
                    .iter()
                    .find(|rival| !is_same(lexicon, usual_form, observed.english(rival.id)))
                    .and_then(|rival| observed.place(pair, rival.id));
                let Some(en) = instead else { continue };
                learnt.strays.push(Stray {
                    pair,
                    zh,
                    en,
                    usual: usual_form.to_owned(),
                    times: usual.together,
                    of,
                    documents: documents.len(),
                });
            }
            learnt.settled.insert(fold(&candidate.text));
        }
        learnt
    }
}

/// Whether the lexicon speaks of the text at `zh`: that is a matter of `term-missing`.
fn is_known(lexicon: &Lexicon, text: &str, zh: Span) -> bool {
    lexicon.asked_for(Side::Zh, text).iter().any(|found| found.span.overlaps(zh))
}

/// Whether the two are words of one family or allowed forms of one entry.
fn is_same(lexicon: &Lexicon, one: &str, other: &str) -> bool {
    let theirs = lexicon.matches(Side::En, other);
    let found = lexicon.matches(Side::En, one);
    let entry = |concept| theirs.iter().any(|their| their.concept == concept);
    let (one, other) = (fold(one), fold(other));
    let family = one.split(' ').count() == other.split(' ').count()
        && one.split(' ').zip(other.split(' ')).all(|(a, b)| are_kin(a, b));
    family || found.iter().any(|found| entry(found.concept))
}

/// Whether each word of `phrase` stands somewhere in `text`, or one of its family: `reservoir hosts` in
/// "reservoir, intermediate and amplifying hosts".
fn is_spread_over(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (fold(text), fold(phrase));
    let mut words = phrase.split(' ').filter(|word| word.len() > 2);
    words.all(|word| text.split(|c| !is_word(c)).any(|other| are_kin(word, other)))
}

/// Whether two words are of one family: `pathogenic` and `pathogenicity`, `steroid` and `corticosteroids`.
fn are_kin(one: &str, other: &str) -> bool {
    const FAMILY: usize = 5;
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let stem = short.strip_suffix('s').unwrap_or(short);
    stem == long.strip_suffix('s').unwrap_or(long)
        || (shared >= FAMILY && 2 * shared >= long.chars().count())
        || (stem.len() >= FAMILY && long.contains(stem))
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

/// The letters and digits of a text, folded, with contractions written out.
fn letters(text: &str) -> String {
    const CONTRACTED: [(&str, &str); 6] = [
        ("n't", " not"),
        ("'ll", " will"),
        ("'re", " are"),
        ("'ve", " have"),
        ("'m", " am"),
        ("'d", " would"),
    ];
    let mut folded = fold(text).replace('\u{2019}', "'");
    for (short, long) in CONTRACTED {
        folded = folded.replace(short, long);
    }
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Drift, Stray, drifts};
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
        let found = drifts(Lexicon::builtin(), &[pairs.clone()]);
        let told: Vec<_> = found
            .iter()
            .map(|drift| match drift {
                Drift::Rendering(Stray { pair, zh, en, usual, times, of, .. }) => {
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
            drifts(Lexicon::builtin(), &[pairs(&texts)]),
            [Drift::Retranslated { pair: 2, first: 0 }],
        );
    }

    #[test]
    fn a_contraction_is_no_other_translation() {
        let texts = [
            ("我会发给您一张图像。", "I'll send you an image."),
            ("我会发给您一张图像。", "I will send you an image."),
        ];
        assert_eq!(drifts(Lexicon::builtin(), &[pairs(&texts)]), []);
    }

    #[test]
    fn what_a_folder_says_goes_before_what_one_document_says() {
        let filler = [TextPair { zh: "别的事。", en: "Something else." }; 20];
        let usual = pairs(&DRIFTING[..4]);
        // Alone, this document would take its own rendering for the usual one.
        let mut own = pairs(&DRIFTING[4..]);
        own.extend(pairs(&[
            ("雪山湖泊很冷。", "The glacier pool is cold."),
            ("雪山湖泊很蓝。", "The glacier pool is blue."),
            ("我们离开雪山湖泊。", "We leave the alpine lake."),
        ]));
        let documents =
            [[usual.clone(), filler.to_vec()].concat(), usual.clone(), own, filler.to_vec()];
        let found = drifts(Lexicon::builtin(), &documents);
        let told: Vec<(usize, usize, usize, usize)> = found
            .iter()
            .filter_map(|drift| match drift {
                Drift::Rendering(Stray { pair, times, of, documents, .. }) => {
                    Some((*pair, *times, *of, *documents))
                }
                Drift::Retranslated { .. } => None,
            })
            .collect();
        let before = documents[0].len() + documents[1].len();
        assert_eq!(told, [0, 1, 2, 3].map(|at| (before + at, 9, 13, 3)));
    }

    #[test]
    fn words_of_one_family_are_no_drift() {
        assert!(super::is_spread_over("its reduced pathogenicity", "pathogenic"));
        assert!(super::is_spread_over(
            "natural, reservoir and amplifying hosts",
            "reservoir hosts"
        ));
        assert!(super::is_spread_over("short courses of corticosteroids", "steroids"));
        assert!(!super::is_spread_over("an international matter", "intermediate"));
    }
}
