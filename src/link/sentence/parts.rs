//! Parts of a sentence that nothing on the other side translates: clauses that were lost, or that were added.
//!
//! Where a text is shorter than usual for what it translates, a run of clauses is missed if the dictionary leads
//! none of its words to that text, and the rest of the words well enough.

use std::ops::Range;

use super::clauses::clauses;
use super::found::best;
use super::glance::Glance;
use super::model::{Model, Scope};
use super::segment::{Segment, usual_length};
use crate::dictionary::Dictionary;
use crate::quantity::{self, Weight};
use crate::text::Side;

/// How sure it is that such a part has no counterpart, from 0 to 1: of the good rows of docs/accuracy.md none is told to
/// lack a part.
pub(super) const CONFIDENCE: f32 = 0.95;

/// More clauses than this are no sentence.
const MOST_CLAUSES: usize = 24;

/// What is asked of a part and of what is left without it. The numbers were fitted to clauses taken out of good rows
/// and to good rows as they are.
struct Measure {
    /// The other text is at most so many times as long as the whole.
    other_of_all: f32,
    /// And at most so many times as long as the rest.
    other_of_rest: f32,
    /// The share of its evidence that a part finds at most.
    found: f32,
}

/// Chinese that the English lacks, and English that the Chinese lacks.
const MEASURES: [Measure; 2] = [
    Measure { other_of_all: 0.88, other_of_rest: 1.5, found: 0.12 },
    Measure { other_of_all: 0.7, other_of_rest: 1.3, found: 0.03 },
];

/// The share of its evidence that the rest finds at least.
const REST_FOUND: f32 = 0.35;

/// What a part has at least: length in English characters, evidence, and words that have any.
const LEAST_LENGTH: f32 = 24.0;
const LEAST_WEIGHT: f32 = 14.0;
const LEAST_WORDS: usize = 4;

/// What the words of a rest weigh at least.
const LEAST_REST: f32 = 8.0;

/// A word that weighs more is counted.
const TELLING: f32 = 2.0;

/// What a clause, or several, hold.
#[derive(Clone, Copy, Default)]
struct Sum {
    length: f32,
    telling: f32,
    found: f32,
    words: usize,
}

impl Sum {
    fn plus(self, other: Sum) -> Sum {
        Sum {
            length: self.length + other.length,
            telling: self.telling + other.telling,
            found: self.found + other.found,
            words: self.words + other.words,
        }
    }
}

/// The side of which a text is long enough, beside the other, to say what that does not.
pub(super) fn longer_side([zh, en]: [&str; 2]) -> Option<Side> {
    let lengths = [usual_length(zh, Side::Zh), usual_length(en, Side::En)];
    let is_longer = |side: Side| {
        let [own, other] = [side, side.other()].map(|side| lengths[side as usize]);
        other <= MEASURES[side as usize].other_of_all * own
    };
    Side::BOTH.into_iter().find(|side| is_longer(*side))
}

/// The bytes of `own`, a text of the longer `side`, that say what `other` does not, if any surely do.
pub(super) fn lost_part(
    dictionary: &Dictionary,
    side: Side,
    own: &str,
    other: &str,
) -> Option<Range<usize>> {
    let measure = &MEASURES[side as usize];
    let cut: Vec<&str> = clauses(own).take(MOST_CLAUSES + 1).collect();
    if !(2..=MOST_CLAUSES).contains(&cut.len()) || is_evidently_whole(dictionary, side, &cut, other)
    {
        return None;
    }
    let sums = sums(dictionary, side, &cut, other);
    let beside = usual_length(other, side.other());
    let whole = sums.iter().fold(Sum::default(), |all, one| all.plus(*one));
    let mut surest: Option<(f32, Range<usize>)> = None;
    for start in 0..cut.len() {
        let mut part = Sum::default();
        for end in start + 1..=cut.len() {
            part = part.plus(sums[end - 1]);
            let sure = part.telling - part.found;
            let surer = surest.as_ref().is_none_or(|(least, _)| sure > *least);
            if surer && measure.misses(part, whole, beside) {
                surest = Some((sure, start..end));
            }
        }
    }
    let (_, clauses) = surest?;
    let start = cut[..clauses.start].iter().map(|clause| clause.len()).sum();
    let length = cut[clauses].iter().map(|clause| clause.len()).sum::<usize>();
    let part = own.get(start..start + length)?;
    // A number that is lost is told as such.
    let counts = quantity::read(side, part).iter().any(|one| one.weight > Weight::Light);
    (!counts).then(|| trimmed(part, start))
}

/// Whether a quick look tells that nothing is missed: it finds words of nearly all clauses in `other`, as in most
/// rows, or of none, where the rest would not be found either.
fn is_evidently_whole(dictionary: &Dictionary, side: Side, cut: &[&str], other: &str) -> bool {
    const LETTERS: usize = 2;
    let glance = |en: &str| Glance::new(dictionary, en, LETTERS, usize::MAX);
    let answered: Vec<bool> = match side {
        Side::Zh => {
            let en = glance(other);
            cut.iter().map(|clause| en.answered(clause).next().is_some()).collect()
        }
        Side::En => {
            cut.iter().map(|clause| glance(clause).answered(other).next().is_some()).collect()
        }
    };
    let length = |clauses: &[(&&str, &bool)]| -> f32 {
        clauses.iter().map(|(clause, _)| usual_length(clause, side)).sum()
    };
    let each: Vec<_> = cut.iter().zip(&answered).collect();
    let longest = each.split(|(_, answered)| **answered).map(length).fold(0.0, f32::max);
    longest < LEAST_LENGTH || !answered.contains(&true)
}

/// What each clause holds, and finds in `other`.
fn sums(dictionary: &Dictionary, side: Side, cut: &[&str], other: &str) -> Vec<Sum> {
    let mut model = Model::new(dictionary, Scope::Row);
    for adding in [Side::En, Side::Zh] {
        match adding == side {
            true => model.add(adding, cut.iter().copied()),
            false => model.add(adding, std::iter::once(other)),
        };
    }
    model.weigh();
    let others = &model.segments(side.other())[0].items;
    let sum = |(segment, clause): (&Segment, &&str)| {
        if is_a_formula(clause) {
            return Sum::default();
        }
        let telling = segment.items.iter().map(|&item| model.telling(side, item));
        let found = segment.items.iter().map(|&item| best(&model, side, item, others));
        Sum {
            length: usual_length(clause, side),
            words: telling.clone().filter(|weight| *weight > TELLING).count(),
            telling: telling.sum(),
            found: found.sum(),
        }
    };
    model.segments(side).iter().zip(cut).map(sum).collect()
}

/// Whether a Chinese clause says how a figure was worked out, for which English has a word or two: 按可比价格计算, "in real
/// terms".
fn is_a_formula(clause: &str) -> bool {
    const LEADS: &[&str] = &["按", "扣除", "剔除"];
    const OF: &[&str] = &["价格", "价格因素", "口径", "年率", "汇率", "权重"];
    LEADS.iter().any(|lead| clause.trim_start().starts_with(lead))
        && OF.iter().any(|of| clause.contains(of))
}

impl Measure {
    /// Whether a part of `whole` is missed beside a text of that length.
    fn misses(&self, part: Sum, whole: Sum, beside: f32) -> bool {
        let says_enough = part.length >= LEAST_LENGTH
            && part.telling >= LEAST_WEIGHT
            && part.words >= LEAST_WORDS;
        let rest = whole.telling - part.telling;
        says_enough
            && part.found <= self.found * part.telling
            && rest >= LEAST_REST
            && whole.found - part.found >= REST_FOUND * rest
            && beside <= self.other_of_rest * (whole.length - part.length)
    }
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
    use super::{longer_side, lost_part};
    use crate::dictionary::Dictionary;
    use crate::text::Side;

    fn lost(side: Side, own: &str, other: &str) -> Option<String> {
        let [zh, en] = if side == Side::Zh { [own, other] } else { [other, own] };
        longer_side([zh, en]).filter(|longer| *longer == side)?;
        let part = lost_part(Dictionary::builtin(), side, own, other)?;
        Some(own[part].to_owned())
    }

    #[test]
    fn a_lost_clause_is_missed() {
        let zh = "他把信折好，放进抽屉，然后关上灯，走出了书房。";
        let whole =
            "He folded the letter, put it in the drawer, turned off the light and left the study.";
        let short = "He folded the letter and put it in the drawer.";
        assert_eq!(lost(Side::Zh, zh, short).as_deref(), Some("然后关上灯，走出了书房。"));
        assert_eq!(lost(Side::Zh, zh, whole), None);
    }

    #[test]
    fn an_added_clause_is_too_much() {
        let zh = "该航班因天气原因延误。";
        let en = "The flight was delayed by bad weather, and passengers were offered hotel rooms by the airline.";
        let added = lost(Side::En, en, zh);
        assert!(added.is_some_and(|added| added.starts_with("and passengers")));
        assert_eq!(lost(Side::En, "The flight was delayed by bad weather, sadly.", zh), None);
    }

    #[test]
    fn a_lost_number_is_told_by_its_own_rule() {
        let short = "He folded the letter and put it in the drawer.";
        let at_night = "他把信折好，放进抽屉，然后在夜里关上灯，走出了书房。";
        let at_eight = "他把信折好，放进抽屉，然后在八点关上灯，走出了书房。";
        assert!(lost(Side::Zh, at_night, short).is_some());
        assert_eq!(lost(Side::Zh, at_eight, short), None);
    }
}
