//! What a step is worth, in nats.

use super::super::measures::Measures;
use super::super::score::beyond_chance;

/// The most segments that a step takes of one side.
pub(super) const MOST: usize = 4;

/// The kinds of steps: how many Chinese and English segments they take.
pub(super) const KINDS: [(usize, usize); 12] = [
    (1, 1),
    (1, 2),
    (2, 1),
    (2, 2),
    (1, 3),
    (3, 1),
    (2, 3),
    (3, 2),
    (1, 4),
    (4, 1),
    (1, 0),
    (0, 1),
];

/// How often steps occur and how far lengths stray.
#[derive(Clone, Debug)]
pub(super) struct Priors {
    /// The logarithm of the share of each kind.
    logs: [f32; KINDS.len()],
    /// The variance of the length difference for each character.
    variance: f32,
    /// What it costs to pair several segments with several, which is rarely more than two pairs.
    crossed: f32,
}

/// Shares to begin with, between those of news (Gale and Church 1993) and those of novels.
const SHARES: [f32; KINDS.len()] =
    [0.78, 0.07, 0.07, 0.015, 0.015, 0.015, 0.003, 0.003, 0.003, 0.003, 0.012, 0.012];

/// How many steps the shares to begin with are worth against those that were counted.
const STRENGTH: f32 = 150.0;

const VARIANCE: f32 = 9.0;

impl Default for Priors {
    fn default() -> Priors {
        Priors { logs: SHARES.map(f32::ln), variance: VARIANCE, crossed: CROSSED }
    }
}

impl Priors {
    /// Those for lines of a text, where somebody made a line of what belongs together.
    pub(super) fn of_lines() -> Priors {
        Priors { crossed: CROSSED_LINES, ..Priors::default() }
    }

    /// The shares after so many steps of each kind were seen, and the length differences of good ones,
    /// each squared and divided by its length.
    pub(super) fn learnt(&self, counts: &[usize; KINDS.len()], mut strays: Vec<f32>) -> Priors {
        let all: usize = counts.iter().sum();
        let mut logs = [0.0; KINDS.len()];
        for (at, log) in logs.iter_mut().enumerate() {
            let seen = counts[at] as f32 + STRENGTH * SHARES[at];
            *log = (seen / (all as f32 + STRENGTH)).ln();
        }
        // Segments without a counterpart are what is looked for: seeing some must not make them cheap.
        for (at, log) in logs.iter_mut().enumerate().skip(KINDS.len() - 2) {
            *log = log.min((SHARES[at] * 2.0).ln());
        }
        strays.sort_by(f32::total_cmp);
        // The median of a squared normal variable is 0.455 of its variance.
        let median = strays.get(strays.len() / 2).map_or(VARIANCE, |median| median / 0.455);
        let known = strays.len() as f32;
        let variance = (median * known + VARIANCE * 30.0) / (known + 30.0);
        Priors { logs, variance: variance.clamp(4.0, 25.0), crossed: self.crossed }
    }

    /// What it costs, as a negative gain, that a segment has no counterpart.
    pub(super) fn null(&self, kind: usize, weight: f32) -> f32 {
        // The more a segment says, the less likely it is to be left out without a trace.
        self.logs[kind] - NULL - (NULL_WEIGHT * weight).min(NULL_MOST)
    }

    /// The gain of a step that pairs segments.
    pub(super) fn pair(&self, kind: usize, measures: &Measures) -> f32 {
        let (zh, en) = measures.weights;
        let from_zh = beyond_chance(measures.shared.0, zh, en);
        let from_en = beyond_chance(measures.shared.1, en, zh);
        let evidence = ((from_zh + from_en) / 2.0).min(from_zh.min(from_en) * 1.5 + 1.0);
        let stray = squared_stray(measures.lengths) / self.variance;
        let (zh_count, en_count) = KINDS[kind];
        let crossed = if zh_count > 1 && en_count > 1 { self.crossed } else { 0.0 };
        let unshared = (zh - measures.shared.0).max(0.0) + (en - measures.shared.1).max(0.0);
        let against = (stray / 2.0).min(LENGTH_MOST) + UNSHARED * unshared + crossed;
        EVIDENCE * evidence - against + self.logs[kind]
    }
}

/// What the evidence counts for: items of one sentence are not independent of each other.
const EVIDENCE: f32 = 0.8;
/// What each nat of evidence that is not shared says against a pair.
const UNSHARED: f32 = 0.05;
/// What it costs to pair several sentences of a turn with several.
const CROSSED: f32 = 3.0;
/// What it costs for lines. In texts of fewer than 300 lines, where little is learnt, a smaller one lets two
/// plain pairs go as one.
const CROSSED_LINES: f32 = 7.0;
const NULL: f32 = 1.0;
const NULL_WEIGHT: f32 = 0.03;
const NULL_MOST: f32 = 2.0;
const LENGTH_MOST: f32 = 14.0;

/// The difference of two lengths, squared, for each character.
pub(super) fn squared_stray((zh, en): (f32, f32)) -> f32 {
    let difference = en - zh;
    difference * difference / ((zh + en) / 2.0 + 8.0)
}
