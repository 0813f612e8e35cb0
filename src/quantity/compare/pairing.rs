//! Who belongs with whom.

use super::super::interval::{Interval, Value, product};
use super::super::{Kind, Weight};
use super::agree::is_vague;
use super::counts_alike;
use super::item::Item;

/// Who belongs with whom, by place in the lists of items.
pub(super) struct Pairing {
    pub(super) zh: Vec<Option<usize>>,
    pub(super) en: Vec<Option<usize>>,
}

impl Pairing {
    /// Nobody yet, for so many quantities.
    pub(super) fn new(zh: &[Item<'_>], en: &[Item<'_>]) -> Pairing {
        Pairing { zh: vec![None; zh.len()], en: vec![None; en.len()] }
    }

    /// Pairs equal quantities in the order in which both sides have them: rose 0.2 %, and fell 0.2 %.
    pub(super) fn keep_order(&mut self, zh: &[Item<'_>], en: &[Item<'_>]) {
        let equal = |one: &Item<'_>, other: &Item<'_>| {
            let (one, other) = (one.quantity, other.quantity);
            (one.kind, one.unit, one.value) == (other.kind, other.unit, other.value)
        };
        for first in 0..zh.len() {
            for second in first + 1..zh.len() {
                let (Some(a), Some(b)) = (self.zh[first], self.zh[second]) else { continue };
                if a > b && equal(&zh[first], &zh[second]) && equal(&en[a], &en[b]) {
                    self.zh.swap(first, second);
                    self.en.swap(a, b);
                }
            }
        }
    }

    /// "from 100 million to 1 billion" may be read as one range on one side and as two values on
    /// the other: then both values go with the range.
    pub(super) fn match_ranges(&mut self, zh: &[Item<'_>], en: &[Item<'_>]) {
        for (range_at, range) in zh.iter().enumerate() {
            if self.zh[range_at].is_none()
                && let Some(ends) = both_of(range, en, &self.en)
            {
                self.zh[range_at] = Some(ends[1]);
                ends.iter().for_each(|end| self.en[*end] = Some(range_at));
            }
        }
        for (range_at, range) in en.iter().enumerate() {
            if self.en[range_at].is_none()
                && let Some(ends) = both_of(range, zh, &self.zh)
            {
                self.en[range_at] = Some(ends[1]);
                ends.iter().for_each(|end| self.zh[*end] = Some(range_at));
            }
        }
    }

    /// Parts those that agree by chance. 几年 and "both" agree with much: where such a word took a quantity for which
    /// an exact one of the same unit, and nearer, is left alone, that one was meant.
    pub(super) fn give_way(&mut self, zh: &[Item<'_>], en: &[Item<'_>]) {
        give_way(zh, en, &mut self.zh, &mut self.en);
        give_way(en, zh, &mut self.en, &mut self.zh);
    }

    /// Pairs what is still alone, the cheapest pairs first. `cost` is asked by places; a pair without a cost
    /// is none.
    pub(super) fn match_up(&mut self, cost: impl Fn(usize, usize) -> Option<f64>) {
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for z in (0..self.zh.len()).filter(|&z| self.zh[z].is_none()) {
            for e in (0..self.en.len()).filter(|&e| self.en[e].is_none()) {
                pairs.extend(cost(z, e).map(|cost| (cost, z, e)));
            }
        }
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, z, e) in pairs {
            if self.zh[z].is_none() && self.en[e].is_none() {
                self.zh[z] = Some(e);
                self.en[e] = Some(z);
            }
        }
    }
}

/// Frees those of `others` that a loose one of `ones` has, and that one of `ones` has a better claim to.
fn give_way(
    ones: &[Item<'_>],
    others: &[Item<'_>],
    of_ones: &mut [Option<usize>],
    of_others: &mut [Option<usize>],
) {
    for loose in 0..ones.len() {
        let Some(taken) = of_ones[loose].filter(|&taken| of_others[taken] == Some(loose)) else {
            continue;
        };
        let (one, other) = (&ones[loose], &others[taken]);
        let is_vaguer = is_vague(one) && !is_vague(other);
        let is_barer = one.quantity.unit.is_none() && other.quantity.unit.is_some();
        let meant = other.quantity.value.some_end();
        // "A year" is often no number.
        if !(is_vaguer || is_barer) || meant == Some(Value::ONE) {
            continue;
        }
        let distance = |item: &Item<'_>| (item.position - other.position).abs();
        let has_claim = |(at, item): (usize, &Item<'_>)| {
            of_ones[at].is_none()
                && !is_vague(item)
                && counts_alike(item.quantity, other.quantity)
                && item.quantity.value.some_end() != meant
                && distance(item) < distance(one)
        };
        if ones.iter().enumerate().any(has_claim) {
            of_ones[loose] = None;
            of_others[taken] = None;
        }
    }
}

/// Whether a word that asks for nothing and agrees with any small number, as 几种, stands against an exact one.
pub(super) fn is_by_chance(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let some = Value::new(2, 1);
    let idle = |item: &Item<'_>| {
        is_vague(item)
            && item.quantity.weight == Weight::Light
            && item.quantity.unit.is_none()
            && item.quantity.value.low() == Some(some)
    };
    idle(zh) && !is_vague(en) || idle(en) && !is_vague(zh)
}

/// How badly two quantities go together: by kind, then by place.
pub(super) fn cost(zh: &Item<'_>, en: &Item<'_>) -> f64 {
    let kind = if zh.quantity.kind == en.quantity.kind { 0.0 } else { 0.3 };
    let unit = if zh.quantity.unit == en.quantity.unit { 0.0 } else { 0.1 };
    let ordinal = |kind| matches!(kind, Kind::Ordinal);
    let order = if ordinal(zh.quantity.kind) == ordinal(en.quantity.kind) { 0.0 } else { 0.2 };
    // 几十只 are rather "a few dozen" than thirty.
    let vague = if is_vague(zh) == is_vague(en) { 0.0 } else { 0.5 };
    kind + unit + order + vague + (zh.position - en.position).abs()
}

/// The two neighbours that say together what `one` says.
fn both_of(one: &Item<'_>, others: &[Item<'_>], taken: &[Option<usize>]) -> Option<[usize; 2]> {
    ends_of(one, others, taken).or_else(|| parts_of(one, others, taken))
}

/// The two neighbours among `points` that are the ends of `range`.
fn ends_of(range: &Item<'_>, points: &[Item<'_>], taken: &[Option<usize>]) -> Option<[usize; 2]> {
    let value = range.quantity.value;
    let (low, high) = (value.low()?, value.high()?);
    let is_free = |at: usize, ends: [Interval; 2]| {
        taken[at].is_none() && ends.contains(&points[at].quantity.value)
    };
    if low == high {
        return None;
    }
    // 不少于三年且不超过十年: "three to ten years"
    let first = (1..points.len()).find(|&at| {
        is_free(at - 1, [Interval::point(low), Interval::at_least(low)])
            && is_free(at, [Interval::point(high), Interval::at_most(high)])
    })?;
    Some([first - 1, first])
}

/// The two neighbours among `counts` of which `fraction` is the share: 每四个人就有三个, "three out
/// of four".
fn parts_of(
    fraction: &Item<'_>,
    counts: &[Item<'_>],
    taken: &[Option<usize>],
) -> Option<[usize; 2]> {
    let part = fraction.quantity.value.some_end()?;
    let share = match fraction.quantity.kind {
        Kind::Fraction => part,
        Kind::Percent => product(part, Value::new(1, 100))?,
        _ => return None,
    };
    let count = |at: usize| {
        let value = counts[at].quantity.value;
        value.some_end().filter(|low| {
            taken[at].is_none()
                && (value.is_point() || value.is_open() && fraction.quantity.value.is_open())
                && counts[at].quantity.kind == Kind::Number
                && *low > Value::ZERO
        })
    };
    let is_share = |first: Value, second: Value| {
        product(first.min(second), first.max(second).recip()) == Some(share)
    };
    let second = (1..counts.len())
        .find(|&at| count(at - 1).zip(count(at)).is_some_and(|(one, two)| is_share(one, two)))?;
    Some([second - 1, second])
}
