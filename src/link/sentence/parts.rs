//! Parts of a sentence that nothing on the other side translates: clauses that were lost, or that were added.
//!
//! Where a text is shorter than usual for what it translates, a run of clauses is missed if the dictionary leads
//! hardly any of its words to that text, and the rest of the words well enough. How much each of that says is
//! weighed in [`loss`](super::loss).

use std::cell::LazyCell;
use std::ops::Range;

use super::super::vocabulary::ItemId;
use super::found::best;
use super::loss::Loss;
use super::model::{Model, Scope};
use super::segment::{Segment, usual_length};
use crate::dictionary::Dictionary;
use crate::quantity::{self, Quantity, Weight};
use crate::text::{Side, clauses, latin_words};

/// More clauses than this are no sentence.
const MOST_CLAUSES: usize = 24;

/// How much of the usual length of its counterpart a text has at most where the counterpart says more: the English
/// where Chinese is lost, the Chinese where English was added.
const SHORT: [f32; 2] = [0.8, 0.58];

/// Texts shorter than these, in English characters, may say anything in other words: the one that says more, and the
/// other.
const LEAST_WHOLE: f32 = 45.0;
const LEAST_BESIDE: f32 = 16.0;

/// A text that is longer is no sentence, and takes long to look through.
const LONGEST: f32 = 3000.0;

/// What a part has at least: length in English characters, and evidence.
const LEAST_LENGTH: f32 = 18.0;
const LEAST_WEIGHT: f32 = 8.0;

/// What the words of the rest weigh at least: a text of which nearly all is gone is told by its length.
const LEAST_REST: f32 = 5.0;

/// What is surer is told where nobody asks for more.
const TOLD: f32 = 0.9;

/// A word that weighs more is counted.
const TELLING: f32 = 2.0;

/// A word that finds less of its weight is not found.
const MET: f32 = 0.3;

/// A text of one side.
#[derive(Clone, Debug)]
pub(super) struct Beside<'t> {
    /// What is held against its counterpart.
    pub(super) text: &'t str,
    /// What stands around it: a free translation may say a clause there.
    pub(super) around: Vec<&'t str>,
}

/// A part that was lost or added.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LostPart {
    /// The side that has it.
    pub(super) side: Side,
    /// Its bytes in the text of that side.
    pub(super) bytes: Range<usize>,
    /// How sure it is that nothing translates it, from 0 to 1.
    pub(super) confidence: f32,
}

/// The part of one of two texts that surely says what the other does not, if any does.
pub(super) fn lost_part(dictionary: &Dictionary, texts: &[Beside<'_>; 2]) -> Option<LostPart> {
    let side = longer_side([texts[0].text, texts[1].text])?;
    let [own, other] = [side, side.other()].map(|side| &texts[side as usize]);
    let cut: Vec<&str> =
        clauses(own.text).map(|clause| clause.of(own.text)).take(MOST_CLAUSES + 1).collect();
    if !(2..=MOST_CLAUSES).contains(&cut.len()) || abbreviates(other.text, own.text) {
        return None;
    }
    let evidence = Evidence::new(dictionary, side, &cut, [own, other]);
    let others = LazyCell::new(|| quantity::read(side.other(), other.text));
    let (confidence, clauses) = evidence.surest(|clause| {
        let numbers = cut.get(clause).map(|clause| quantity::read(side, clause));
        numbers.is_some_and(|own| own.iter().any(|one| speaks_for_itself(one, &others)))
    })?;
    let start = cut[..clauses.start].iter().map(|clause| clause.len()).sum();
    let bytes = trimmed(&cut[clauses].concat(), start);
    Some(LostPart { side, bytes, confidence })
}

/// The side of which a text is long enough, beside the other, to say what that does not.
fn longer_side([zh, en]: [&str; 2]) -> Option<Side> {
    let lengths = [usual_length(zh, Side::Zh), usual_length(en, Side::En)];
    let is_longer = |side: &Side| {
        let [own, other] = [*side, side.other()].map(|side| lengths[side as usize]);
        (LEAST_WHOLE..=LONGEST).contains(&own)
            && other >= LEAST_BESIDE
            && other <= SHORT[*side as usize] * own
    };
    Side::BOTH.into_iter().find(is_longer)
}

/// Whether a number of a clause speaks for itself: one that is lost is told as such, and one that stands among those of
/// the other text was translated.
fn speaks_for_itself(one: &Quantity, others: &[Quantity]) -> bool {
    let stands = || others.iter().any(|other| other.value == one.value);
    one.weight == Weight::Full || one.weight == Weight::Medium && stands()
}

/// What the clauses of a text hold, and find in the other text.
struct Evidence {
    side: Side,
    clauses: Vec<Sum>,
    /// The lengths of the text and of the other one.
    lengths: [f32; 2],
    /// How many clauses the other text has.
    other_clauses: usize,
    /// The words of the other text that say something.
    claims: Vec<Claim>,
}

/// What a clause, or several, hold.
#[derive(Clone, Copy, Default)]
struct Sum {
    length: f32,
    telling: f32,
    found: f32,
    /// Words that have evidence, and those of them that are found.
    words: usize,
    met: usize,
}

/// A word of the other text.
struct Claim {
    telling: f32,
    /// By which clauses it is claimed, as a part of what they say.
    clauses: Vec<bool>,
    /// Whether what stands around them claims it.
    around: bool,
}

impl Evidence {
    fn new(
        dictionary: &Dictionary,
        side: Side,
        cut: &[&str],
        [own, other]: [&Beside<'_>; 2],
    ) -> Evidence {
        let mut model = Model::new(dictionary, Scope::Row);
        for adding in [Side::En, Side::Zh] {
            match adding == side {
                true => model.add(adding, cut.iter().chain(&own.around).copied()),
                false => {
                    model.add(adding, std::iter::once(&other.text).chain(&other.around).copied())
                }
            };
        }
        model.weigh();
        let others = model.segments(side.other());
        let all: Vec<ItemId> = others.iter().flat_map(|segment| &segment.items).copied().collect();
        let (segments, around) = model.segments(side).split_at(cut.len());
        let sums = segments.iter().zip(cut).map(|(segment, clause)| {
            if is_a_formula(clause) || names_a_foreigner(clause) {
                return Sum::default();
            }
            Sum::of(&model, side, segment, usual_length(clause, side), &all)
        });
        let claims = others[0].items.iter().map(|&item| {
            let telling = model.telling(side.other(), item);
            let claims = |segment: &Segment| {
                best(&model, side.other(), item, &segment.items) >= MET * telling
            };
            let clauses = segments.iter().map(claims).collect();
            Claim { telling, clauses, around: around.iter().any(claims) }
        });
        Evidence {
            side,
            clauses: sums.collect(),
            lengths: [usual_length(own.text, side), usual_length(other.text, side.other())],
            other_clauses: clauses(other.text).count(),
            claims: claims.filter(|claim| claim.telling > 0.0).collect(),
        }
    }

    /// The clauses that nothing translates, and how sure that is: of those that are told, the ones that say most; else
    /// the surest. What is `told` otherwise is no part of them.
    fn surest(&self, told: impl Fn(usize) -> bool) -> Option<(f32, Range<usize>)> {
        let count = self.clauses.len();
        let parts = (0..count).flat_map(|start| (start + 1..=count).map(move |end| start..end));
        let sure = parts.filter_map(|part| {
            let loss = self.loss(&part)?;
            let confidence = loss.confidence(self.side);
            let says = if confidence >= TOLD { loss.telling * (1.0 - loss.found) } else { 0.0 };
            Some((confidence, says, part))
        });
        let mut sure: Vec<(f32, f32, Range<usize>)> = sure.collect();
        sure.sort_by(|one, other| other.1.total_cmp(&one.1).then(other.0.total_cmp(&one.0)));
        let mut left = sure.into_iter().filter(|(_, _, part)| !part.clone().any(&told));
        left.next().map(|(confidence, _, part)| (confidence, part))
    }

    /// What speaks for a loss of the clauses `part`; nothing where they say too little.
    fn loss(&self, part: &Range<usize>) -> Option<Loss> {
        let sum = |clauses: &[Sum]| clauses.iter().fold(Sum::default(), |all, one| all.plus(*one));
        let own = sum(self.clauses.get(part.clone())?);
        let rest = sum(&self.clauses[..part.start]).plus(sum(&self.clauses[part.end..]));
        if part.len() == self.clauses.len()
            || own.length < LEAST_LENGTH
            || own.telling < LEAST_WEIGHT
            || rest.telling < LEAST_REST
        {
            return None;
        }
        let [length, beside] = self.lengths;
        Some(Loss {
            words: own.words,
            telling: own.telling,
            found: own.found / own.telling,
            met: own.met,
            rest: rest.telling,
            beside_all: beside / length.max(1.0),
            beside_rest: beside / (length - own.length).max(1.0),
            unclaimed: self.unclaimed(part),
            clauses: part.len(),
            more_clauses: self.clauses.len() as f32 - self.other_clauses as f32,
        })
    }

    /// The share of the other text that nothing but the clauses `part` may claim.
    fn unclaimed(&self, part: &Range<usize>) -> f32 {
        let all: f32 = self.claims.iter().map(|claim| claim.telling).sum();
        let is_claimed = |claim: &&Claim| {
            let mut outside = claim.clauses.iter().enumerate().filter(|(at, _)| !part.contains(at));
            claim.around || outside.any(|(_, claims)| *claims)
        };
        let telling = self.claims.iter().filter(|claim| claim.telling > TELLING);
        let unclaimed: f32 =
            telling.filter(|claim| !is_claimed(claim)).map(|claim| claim.telling).sum();
        unclaimed / all.max(1.0)
    }
}

impl Sum {
    /// What `segment` holds, and finds among `others`.
    fn of(model: &Model<'_>, side: Side, segment: &Segment, length: f32, others: &[ItemId]) -> Sum {
        let words = segment.items.iter().map(|&item| {
            let telling = model.telling(side, item);
            let found = best(model, side, item, others);
            let counts = telling > TELLING;
            let met = counts && found > MET * telling;
            Sum { length: 0.0, telling, found, words: usize::from(counts), met: usize::from(met) }
        });
        Sum { length, ..words.fold(Sum::default(), Sum::plus) }
    }

    fn plus(self, other: Sum) -> Sum {
        Sum {
            length: self.length + other.length,
            telling: self.telling + other.telling,
            found: self.found + other.found,
            words: self.words + other.words,
            met: self.met + other.met,
        }
    }
}

/// Whether a text has an abbreviation that the other has not, and may mean with it what a clause says: "RLHF".
fn abbreviates(text: &str, other: &str) -> bool {
    let is_short = |word: &&str| word.bytes().filter(u8::is_ascii_uppercase).count() >= 2;
    let words = || latin_words(text).map(|(_, word)| word).filter(is_short);
    words().any(|word| !latin_words(other).any(|(_, other)| other == word))
}

/// Whether a clause has a foreign name, whose characters are no words: 玛雅·林奎斯特.
fn names_a_foreigner(clause: &str) -> bool {
    clause.contains(['·', '‧', '・'])
}

/// Whether a Chinese clause says how a figure was worked out, for which English has a word or two: 按可比价格计算, "in real
/// terms".
fn is_a_formula(clause: &str) -> bool {
    const LEADS: &[&str] = &["按", "扣除", "剔除"];
    const OF: &[&str] = &["价格", "价格因素", "口径", "年率", "汇率", "权重"];
    LEADS.iter().any(|lead| clause.trim_start().starts_with(lead))
        && OF.iter().any(|of| clause.contains(of))
}

/// The bytes of a part that starts at `start`, without spaces and the comma at its end.
fn trimmed(part: &str, start: usize) -> Range<usize> {
    let body = part.trim_start();
    let start = start + part.len() - body.len();
    let body = body.trim_end().trim_end_matches(['，', ',', '；', ';', '、']);
    start..start + body.len()
}

#[cfg(test)]
mod tests {
    use super::{Beside, LostPart, lost_part};
    use crate::dictionary::Dictionary;
    use crate::text::Side;

    const SURE: f32 = 0.9;

    fn lost(zh: &str, en: &str) -> Option<(Side, String)> {
        beside([zh, en], [&[], &[]])
    }

    fn beside(texts: [&str; 2], around: [&[&str]; 2]) -> Option<(Side, String)> {
        let sides =
            [0, 1].map(|side: usize| Beside { text: texts[side], around: around[side].to_vec() });
        let LostPart { side, bytes, confidence } = lost_part(Dictionary::builtin(), &sides)?;
        (confidence >= SURE).then(|| (side, texts[side as usize][bytes].to_owned()))
    }

    #[test]
    fn a_lost_clause_is_missed() {
        let zh = "他把信折好，放进抽屉，然后关上灯，走出了书房。";
        let whole =
            "He folded the letter, put it in the drawer, turned off the light and left the study.";
        let short = "He folded the letter and put it in the drawer.";
        let gone = lost(zh, short).map(|(_, gone)| gone);
        assert_eq!(gone.as_deref(), Some("然后关上灯，走出了书房。"));
        assert_eq!(lost(zh, whole), None);
    }

    #[test]
    fn an_added_clause_is_too_much() {
        let zh = "该航班因天气原因延误。";
        let en = "The flight was delayed by bad weather, and passengers were offered hotel rooms by the airline.";
        let added = lost(zh, en).map(|(side, added)| {
            assert_eq!(side, Side::En);
            added
        });
        assert!(added.is_some_and(|added| added.starts_with("and passengers")));
        assert_eq!(lost(zh, "The flight was delayed by bad weather, sadly."), None);
    }

    #[test]
    fn what_is_said_next_to_it_is_not_lost() {
        let zh = "他把信折好，放进抽屉，然后关上灯，走出了书房。";
        let en = "He folded the letter and put it in the drawer.";
        let next = "Then he turned off the light and walked out of the study.";
        assert!(beside([zh, en], [&[], &["It was late."]]).is_some());
        assert_eq!(beside([zh, en], [&[], &[next]]), None);
    }

    #[test]
    fn a_lost_number_is_told_by_its_own_rule() {
        let short = "He folded the letter and put it in the drawer.";
        let at_night = "他把信折好，放进抽屉，然后在夜里关上灯，走出了书房。";
        let many = "他把信折好，放进抽屉，然后关上了那 340 盏灯，走出了书房。";
        assert!(lost(at_night, short).is_some());
        assert!(lost(many, short).is_none_or(|(_, gone)| !gone.contains("340")));
    }
}
