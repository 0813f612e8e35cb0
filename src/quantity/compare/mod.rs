//! Holds the quantities of two texts that translate each other against one another.
//!
//! Each quantity finds the one that it belongs with: first those of equal value, then approximate
//! ones that may mean the same, then, among what is left, those that stand at the same place and
//! count the same kind of thing. Only the last are differences.

mod agree;
mod amounts;
mod contrary;
mod convert;
mod copied;
mod counts;
mod dates;
mod derived;
mod direction;
mod elided;
mod explain;
mod gloss;
mod implied;
mod item;
mod left;
mod meant;
mod mentions;
mod movement;
mod named;
mod otherwise;
mod pairing;
mod proportions;
mod said;
mod scale;
mod speech;
mod standing;
mod swaps;
mod units;
mod worked_out;
mod written;

use std::borrow::Cow;

use super::interval::whole;
use super::{Kind, Quantity, Weight};
use crate::text::{Side, simplified};
use agree::{Agreement, Agreements};
use contrary::contrary;
use copied::copied;
use elided::{says_with_the_unit_before, says_with_the_unit_behind};
use item::{Item, items};
use meant::could_be_meant;
use mentions::{Mentions, mentions};
use pairing::{Pairing, cost, is_by_chance};
use standing::{Standing, standings};

/// What is said of a Chinese multiple that may be read in two ways.
const DISPUTED: &str = "usage is divided on 增长了…倍: to so many times, or by so many times";

/// A text and what was read from it.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'t> {
    /// The text.
    pub text: &'t str,
    /// Its quantities, with spans of that text.
    pub quantities: &'t [Quantity],
}

/// Which quantity is meant: the passage and the place in its list, both from 0.
pub type QuantityAt = (usize, usize);

/// A quantity that differs, or that stands on one side only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Two quantities that belong together and say different things.
    Mismatch {
        /// The Chinese one.
        zh: QuantityAt,
        /// The English one.
        en: QuantityAt,
        /// How they differ: "10 times too much".
        explanation: String,
        /// Whether usage is divided on what the Chinese says (增长了三倍 / tripled).
        disputed: bool,
        /// What the English might say, where that is certain.
        suggestion: Option<String>,
    },
    /// A quantity that the English lacks.
    Missing {
        /// The Chinese one.
        zh: QuantityAt,
    },
    /// A quantity that the Chinese lacks.
    Extra {
        /// The English one.
        en: QuantityAt,
    },
}

impl Difference {
    /// Whether it tells of the Chinese quantity at that place.
    pub fn is_of(&self, place: QuantityAt) -> bool {
        match self {
            Difference::Mismatch { zh, .. } | Difference::Missing { zh } => *zh == place,
            Difference::Extra { .. } => false,
        }
    }
}

/// Both sides of a link, with all quantities of each.
struct Sides<'t> {
    zh_texts: &'t [Mentions<'t>],
    en_texts: &'t [Mentions<'t>],
    zh: Vec<Item<'t>>,
    en: Vec<Item<'t>>,
    /// By side, which of them stand in a word that the other side writes, too.
    copied: [Vec<QuantityAt>; 2],
}

/// The differences between the two sides of one link, in the order of the Chinese, then of the
/// English. What stands `next_door` (in the links before and after, by side) is not missed.
pub fn compare(
    zh: &[Passage<'_>],
    en: &[Passage<'_>],
    next_door: [&[Quantity]; 2],
) -> Vec<Difference> {
    if zh.iter().chain(en).all(|passage| passage.quantities.is_empty()) {
        return Vec::new();
    }
    // What stands around a quantity is read in simplified characters, as it is itself.
    let simple: Vec<Cow<'_, str>> = zh.iter().map(|one| simplified(one.text)).collect();
    let traditional = zh.iter().any(|one| is_traditional(one.text));
    let pairs = zh.iter().zip(&simple);
    let zh: Vec<Passage<'_>> =
        pairs.map(|(one, text)| Passage { text, quantities: one.quantities }).collect();
    let [zh_texts, en_texts] = [&zh[..], en].map(mentions);
    let (zh, en) = (items(&zh, &zh_texts, traditional), items(en, &en_texts, false));
    let copied = copied([&zh, &en], [&zh_texts, &en_texts]);
    let sides = Sides { zh_texts: &zh_texts, en_texts: &en_texts, zh, en, copied };
    let agreements = Agreements::of(&sides.zh, &sides.en);
    let settled = sides.settled(&agreements);
    let mut differences = sides.contradictions(&settled, &agreements);
    differences.extend(swaps::swapped(&sides.zh, &sides.en, &settled.zh));
    differences.extend(swaps::crossed(&sides.zh, &sides.en, &settled.zh));
    differences.extend(swaps::crossed_bounds(&sides.zh, &sides.en, &settled.zh));
    differences.extend(swaps::reversed_ratio(&sides.zh, &sides.en));

    let [zh_next_door, en_next_door] = next_door;
    let zh_standings = standings(Side::Zh, &sides, &settled, en_next_door);
    let en_standings = standings(Side::En, &sides, &settled, zh_next_door);
    let wrong = sides.wrong(&zh_standings, &en_standings);
    differences.extend(sides.wrong_or_missing(&wrong, &zh_standings));
    differences.extend(sides.extra(&wrong, &en_standings));
    differences
}

/// Whether the start of a text is written in traditional characters.
fn is_traditional(text: &str) -> bool {
    const BYTES: usize = 2000;
    matches!(simplified(&text[..text.floor_char_boundary(BYTES)]), Cow::Owned(_))
}

impl Sides<'_> {
    /// Those that belong together because they say the same: the surest first.
    fn settled(&self, agreements: &Agreements) -> Pairing {
        let mut pairing = Pairing::new(&self.zh, &self.en);
        for wanted in [Agreement::Same, Agreement::Close, Agreement::Disputed] {
            pairing.match_up(|z, e| {
                let (zh, en) = (&self.zh[z], &self.en[e]);
                let agree = agreements.between(z, e) == wanted;
                (agree && !is_by_chance(zh, en)).then(|| cost(zh, en))
            });
        }
        pairing.keep_order(&self.zh, &self.en);
        pairing.match_ranges(&self.zh, &self.en);
        pairing.give_way(&self.zh, &self.en);
        pairing.match_up(|z, e| {
            let (zh, en) = (&self.zh[z], &self.en[e]);
            let said_before = says_with_the_unit_before([&self.zh[..=z], &self.en[..=e]])
                || says_with_the_unit_behind(Side::En, &self.en[e..], zh)
                || says_with_the_unit_behind(Side::Zh, &self.zh[z..], en)
                || speech::leaves_out([&self.zh, &self.en], (z, e));
            said_before.then(|| cost(zh, en))
        });
        // What is left may be "several" all the same.
        pairing.match_up(|z, e| {
            let close = agreements.between(z, e) == Agreement::Close;
            close.then(|| cost(&self.zh[z], &self.en[e]))
        });
        pairing.give_way(&self.zh, &self.en);
        pairing
    }

    /// Where those that belong together contradict each other all the same.
    fn contradictions(&self, settled: &Pairing, agreements: &Agreements) -> Vec<Difference> {
        let contradiction = |(z, (zh, partner)): (usize, (&Item<'_>, &Option<usize>))| {
            let e = (*partner)?;
            let en = self.en.get(e)?;
            let disputed = agreements.between(z, e) == Agreement::Disputed;
            let explanation = match disputed {
                true => Some(DISPUTED.to_owned()),
                false => contrary(zh, en).map(str::to_owned).or_else(|| direction::against(zh, en)),
            };
            Some(Difference::Mismatch {
                zh: zh.place,
                en: en.place,
                explanation: explanation?,
                disputed,
                suggestion: None,
            })
        };
        self.zh.iter().zip(&settled.zh).enumerate().filter_map(contradiction).collect()
    }

    /// Who of those that are left was meant for whom, and says something else.
    fn wrong(&self, zh_standings: &[Standing], en_standings: &[Standing]) -> Pairing {
        let reach = reach(self.en_texts);
        let near = |zh: &Item<'_>, en: &Item<'_>| (zh.position - en.position).abs() <= reach;
        let of = |z: usize, e: usize| (zh_standings[z], en_standings[e]);
        let mut wrong = Pairing::new(&self.zh, &self.en);
        wrong.match_up(|z, e| {
            let (zh, en) = (&self.zh[z], &self.en[e]);
            let free = of(z, e) == (Standing::Free, Standing::Free);
            (free && near(zh, en) && could_be_meant(zh, en)).then(|| cost(zh, en))
        });
        // Three years, then two, against three years, then three: the second three is no repetition.
        wrong.match_up(|z, e| {
            let (zh, en) = (&self.zh[z], &self.en[e]);
            let taken_for_said = matches!(
                of(z, e),
                (Standing::Free, Standing::Repeated)
                    | (Standing::Repeated, Standing::Free)
                    | (Standing::Gloss, Standing::Gloss)
            );
            let as_many = || {
                counts_alike(zh.quantity, en.quantity)
                    && how_many(&self.zh, zh) == how_many(&self.en, en)
            };
            let wrong = taken_for_said
                && near(zh, en)
                && (as_many() || self.are_of_scores(zh, en))
                && could_be_meant(zh, en);
            wrong.then(|| cost(zh, en))
        });
        wrong
    }

    /// Whether both are points of as many scores: 2比1，3比3 against "2-1, 2-2", where the last 2 is no repetition.
    fn are_of_scores(&self, zh: &Item<'_>, en: &Item<'_>) -> bool {
        let points = |items: &[Item<'_>]| items.iter().filter(|item| is_of_a_score(item)).count();
        [zh, en].iter().all(|item| is_of_a_score(item)) && points(&self.zh) == points(&self.en)
    }

    /// What the English says otherwise, or not at all.
    fn wrong_or_missing(&self, wrong: &Pairing, standings: &[Standing]) -> Vec<Difference> {
        let difference = |((zh, partner), standing): ((&Item<'_>, &Option<usize>), &Standing)| {
            if let Some(en) = partner.and_then(|partner| self.en.get(partner)) {
                return Some(Difference::Mismatch {
                    zh: zh.place,
                    en: en.place,
                    explanation: explain::explanation(zh, en),
                    disputed: false,
                    suggestion: explain::suggestion(zh, en),
                });
            }
            let missing = *standing == Standing::Free && zh.quantity.weight == Weight::Full;
            missing.then_some(Difference::Missing { zh: zh.place })
        };
        self.zh.iter().zip(&wrong.zh).zip(standings).filter_map(difference).collect()
    }

    /// What the English has beyond the Chinese.
    fn extra(&self, wrong: &Pairing, standings: &[Standing]) -> Vec<Difference> {
        let asks = |en: &Item<'_>| {
            en.quantity.weight == Weight::Full
                || self.zh.is_empty() && self.zh_texts.iter().all(|zh| invents(en, zh))
        };
        let difference = |((en, partner), standing): ((&Item<'_>, &Option<usize>), &Standing)| {
            let extra = partner.is_none() && *standing == Standing::Free && asks(en);
            extra.then_some(Difference::Extra { en: en.place })
        };
        self.en.iter().zip(&wrong.en).zip(standings).filter_map(difference).collect()
    }
}

/// Whether a number is one end of a score: 2比1, 2-1.
fn is_of_a_score(item: &Item<'_>) -> bool {
    let (before, behind) = (item.before(), item.behind());
    let first = |joint: char| {
        behind
            .strip_prefix(joint)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let second = |joint: char| {
        before.strip_suffix(joint).is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
    };
    item.quantity.kind == Kind::Number
        && (behind.starts_with('比')
            || before.ends_with('比')
            || ['-', '–'].into_iter().any(|joint| first(joint) || second(joint)))
}

/// Whether both count the same kind of thing in the same unit.
fn counts_alike(one: &Quantity, other: &Quantity) -> bool {
    one.kind == other.kind && one.unit.is_some() && one.unit == other.unit
}

/// How many of `items` count what `one` counts.
fn how_many(items: &[Item<'_>], one: &Item<'_>) -> usize {
    items.iter().filter(|item| counts_alike(item.quantity, one.quantity)).count()
}

/// How far apart, as shares of the text, two quantities may stand and still belong together:
/// anywhere in a sentence, about 150 characters in a long turn.
fn reach(en: &[Mentions<'_>]) -> f64 {
    let total: usize = en.iter().map(Mentions::len).sum();
    (150.0 / total.max(1) as f64).clamp(0.04, 1.0)
}

/// Whether a small count stands where the Chinese counts in vague words only: 我有一些想法, "three
/// ideas". A Chinese text with the digit in it, as in 四处, may mean it after all.
fn invents(item: &Item<'_>, zh: &Mentions<'_>) -> bool {
    const DIGITS: [&str; 8] = ["三", "四", "五", "六", "七", "八", "九", "十"];
    const VAGUE: &[&str] = &[
        "一些", "一批", "许多", "很多", "若干", "不少", "好多", "诸多", "众多", "多人", "多名",
        "多位",
    ];
    let count = item.quantity.value.exact();
    let counts = item.quantity.kind == Kind::Number
        && count.is_some_and(|count| (3..=12).any(|digit| count == whole(digit)));
    counts && zh.says_any(VAGUE) && !zh.says_any(&DIGITS)
}
