//! Holds the quantities of two texts that translate each other against one another.
//!
//! Each quantity finds the one that it belongs with: first those of equal value, then approximate
//! ones that may mean the same, then, among what is left, those that stand at the same place and
//! count the same kind of thing. Only the last are differences.

mod agree;
mod amounts;
mod contrary;
mod convert;
mod counts;
mod dates;
mod direction;
mod elided;
mod explain;
mod gloss;
mod meant;
mod named;
mod pairing;
mod proportions;
mod said;
mod scale;
mod units;

use super::interval::sum;
use super::{Kind, Quantity, Weight};
use agree::{Agreement, agreement};
use contrary::contrary;
use elided::says_with_the_unit_before;
use gloss::glosses;
use meant::could_be_meant;
use pairing::Pairing;

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

/// A quantity with all that is needed to find its counterpart.
#[derive(Clone, Copy)]
pub(super) struct Item<'t> {
    pub(super) quantity: &'t Quantity,
    pub(super) text: &'t str,
    place: QuantityAt,
    /// Where it stands among all the text of its side, from 0 to 1.
    position: f64,
}

impl Item<'_> {
    /// The words themselves.
    pub(super) fn quoted(&self) -> &str {
        self.quantity.span.of(self.text)
    }
}

/// The differences between the two sides of one link, in the order of the Chinese, then of the
/// English. What stands `next_door` (in the links before and after, by side) is not missed.
pub fn compare(
    zh: &[Passage<'_>],
    en: &[Passage<'_>],
    next_door: [&[Quantity]; 2],
) -> Vec<Difference> {
    let (zh_items, en_items) = (items(zh), items(en));
    if zh_items.is_empty() && en_items.is_empty() {
        return Vec::new();
    }
    let agreements: Vec<Agreement> =
        zh_items.iter().flat_map(|zh| en_items.iter().map(move |en| agreement(zh, en))).collect();
    let agreement_of = |z: usize, e: usize| agreements[z * en_items.len() + e];
    let mut pairing = Pairing::new(&zh_items, &en_items);
    for wanted in [Agreement::Same, Agreement::Close, Agreement::Disputed] {
        pairing.match_up(|z, e| {
            (agreement_of(z, e) == wanted).then(|| cost(&zh_items[z], &en_items[e]))
        });
    }
    pairing.keep_order(&zh_items, &en_items);
    pairing.match_ranges(&zh_items, &en_items);
    pairing.match_up(|z, e| {
        let (zh, en) = (&zh_items[z], &en_items[e]);
        let said_before = says_with_the_unit_before([&zh_items[..=z], &en_items[..=e]]);
        said_before.then(|| cost(zh, en))
    });
    let mut differences = Vec::new();
    for (at, partner) in pairing.zh.iter().enumerate() {
        let Some(partner) = partner else { continue };
        let (zh, en) = (&zh_items[at], &en_items[*partner]);
        let disputed = agreement_of(at, *partner) == Agreement::Disputed;
        let explanation = if disputed {
            Some("usage is divided on 增长了…倍: to so many times, or by so many times".to_owned())
        } else {
            contrary(zh, en).map(str::to_owned).or_else(|| direction::against(zh, en))
        };
        if let Some(explanation) = explanation {
            differences.push(Difference::Mismatch {
                zh: zh.place,
                en: en.place,
                explanation,
                disputed,
                suggestion: None,
            });
        }
    }
    differences.extend(direction::swapped(&zh_items, &en_items, &pairing.zh));
    differences.extend(direction::crossed(&zh_items, &en_items, &pairing.zh));

    let reach = reach(en);
    let settled = pairing.clone();
    let standing = |own: &Item<'_>,
                    others: &[Item<'_>],
                    taken: &[Option<usize>],
                    next_door: &[Quantity],
                    zh_side: bool| {
        let agrees = |other: &Quantity, text: &str| {
            let other = Item { quantity: other, text, place: (0, 0), position: 0.0 };
            let found = if zh_side { agreement(own, &other) } else { agreement(&other, own) };
            found == Agreement::Same || found == Agreement::Close
        };
        // Said twice on one side and once on the other is a matter of style; so is a range whose
        // ends stand as two values.
        let repeated = others
            .iter()
            .zip(taken)
            .filter(|(other, taken)| taken.is_some() && may_repeat(own.quantity, other.quantity))
            .any(|(other, _)| agrees(other.quantity, other.text));
        let stands =
            |end| others.iter().any(|other| other.quantity.value == super::Interval::point(end));
        let value = own.quantity.value;
        let both_ends = !value.is_point()
            && value.low().zip(value.high()).is_some_and(|(low, high)| stands(low) && stands(high));
        let beside = if zh_side { &zh_items } else { &en_items };
        let said = both_ends
            || (ends_month(own) && others.iter().any(says_end))
            || is_so_many_years_on(own, others)
            || zh.iter().any(|passage| {
                is_the_month_before(own, others, passage.text)
                    || is_the_turn_of_the_century(own, passage.text)
                    || !zh_side && named::is_named(own, passage.text)
                    || named::is_open_on_other_days(own, (&zh_items, &en_items), passage.text)
            })
            || next_door.iter().any(|other| agrees(other, ""));
        match () {
            () if said => Standing::Said,
            () if glosses(own, beside) => Standing::Gloss,
            () if repeated => Standing::Repeated,
            () => Standing::Free,
        }
    };
    let standings = |own: &[Item<'_>], others: &[Item<'_>], zh_side: bool| -> Vec<Standing> {
        let (partners, taken, next_door) = match zh_side {
            true => (&settled.zh, &settled.en, next_door[1]),
            false => (&settled.en, &settled.zh, next_door[0]),
        };
        let each = own.iter().zip(partners).map(|(item, partner)| match partner {
            Some(_) => Standing::Said,
            None => standing(item, others, taken, next_door, zh_side),
        });
        each.collect()
    };
    let zh_standing = standings(&zh_items, &en_items, true);
    let en_standing = standings(&en_items, &zh_items, false);
    let mut wrong = Pairing::new(&zh_items, &en_items);
    let near = |zh: &Item<'_>, en: &Item<'_>| (zh.position - en.position).abs() <= reach;
    let of = |z: usize, e: usize| (zh_standing[z], en_standing[e]);
    wrong.match_up(|z, e| {
        let (zh, en) = (&zh_items[z], &en_items[e]);
        let free = of(z, e) == (Standing::Free, Standing::Free);
        (free && near(zh, en) && could_be_meant(zh, en)).then(|| cost(zh, en))
    });
    // Three years, then two, against three years, then three: the second three is no repetition.
    wrong.match_up(|z, e| {
        let (zh, en) = (&zh_items[z], &en_items[e]);
        let taken_for_said = matches!(
            of(z, e),
            (Standing::Free, Standing::Repeated)
                | (Standing::Repeated, Standing::Free)
                | (Standing::Gloss, Standing::Gloss)
        );
        let wrong = taken_for_said
            && near(zh, en)
            && counts_alike(zh.quantity, en.quantity)
            && how_many(&zh_items, zh) == how_many(&en_items, en)
            && could_be_meant(zh, en);
        wrong.then(|| cost(zh, en))
    });
    let zh_free = |at: usize| zh_standing[at] == Standing::Free;
    let en_free = |at: usize| en_standing[at] == Standing::Free;
    for (at, item) in zh_items.iter().enumerate() {
        if let Some(partner) = wrong.zh[at] {
            let en = &en_items[partner];
            differences.push(Difference::Mismatch {
                zh: item.place,
                en: en.place,
                explanation: explain::explanation(item, en),
                disputed: false,
                suggestion: explain::suggestion(item, en),
            });
        } else if zh_free(at) && item.quantity.weight == Weight::Full {
            differences.push(Difference::Missing { zh: item.place });
        }
    }
    for (at, item) in en_items.iter().enumerate() {
        let asks = item.quantity.weight == Weight::Full
            || zh_items.is_empty() && zh.iter().all(|zh| invents(item, zh.text));
        if wrong.en[at].is_none() && en_free(at) && asks {
            differences.push(Difference::Extra { en: item.place });
        }
    }
    differences
}

/// Whether a quantity asks for a counterpart of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// It does, and has none yet.
    Free,
    /// The other side may say it once for two times here.
    Repeated,
    /// It says the one before it in another unit.
    Gloss,
    /// It has its counterpart.
    Said,
}

/// Whether both count the same kind of thing in the same unit.
fn counts_alike(one: &Quantity, other: &Quantity) -> bool {
    one.kind == other.kind && one.unit.is_some() && one.unit == other.unit
}

/// How many of `items` count what `one` counts.
fn how_many(items: &[Item<'_>], one: &Item<'_>) -> usize {
    items.iter().filter(|item| counts_alike(item.quantity, one.quantity)).count()
}

fn items<'t>(passages: &[Passage<'t>]) -> Vec<Item<'t>> {
    let total: usize = passages.iter().map(|passage| passage.text.len()).sum();
    let mut before = 0;
    let mut items = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        for (at, quantity) in passage.quantities.iter().enumerate() {
            let byte = before + quantity.span.start() as usize;
            let position = byte as f64 / total.max(1) as f64;
            items.push(Item { quantity, text: passage.text, place: (index, at), position });
        }
        before += passage.text.len();
    }
    items
}

/// How far apart, as shares of the text, two quantities may stand and still belong together:
/// anywhere in a sentence, about 150 characters in a long turn.
fn reach(en: &[Passage<'_>]) -> f64 {
    let total: usize = en.iter().map(|passage| passage.text.len()).sum();
    (150.0 / total.max(1) as f64).clamp(0.04, 1.0)
}

/// Whether a quantity may be said once more by the other: a number may lose its unit then (62 岁,
/// "the sixty-two"), but small ones are too common for that, and a day is no count.
fn may_repeat(one: &Quantity, other: &Quantity) -> bool {
    let place = |kind| matches!(kind, Kind::Day | Kind::Month | Kind::Ordinal | Kind::Weekday);
    let large = one.value.high().is_some_and(|high| high > super::interval::whole(12));
    one.kind == other.kind || (large && !place(one.kind) && !place(other.kind))
}

/// Whether a small count stands where the Chinese counts in vague words only: 我有一些想法, "three
/// ideas". A Chinese text with the digit in it, as in 四处, may mean it after all.
fn invents(item: &Item<'_>, zh: &str) -> bool {
    const DIGITS: &str = "三四五六七八九十";
    const VAGUE: &[&str] = &[
        "一些", "一批", "许多", "很多", "若干", "不少", "好多", "诸多", "众多", "多人", "多名",
        "多位",
    ];
    let count = item.quantity.value.low().filter(|_| item.quantity.value.is_point());
    let counts = item.quantity.kind == Kind::Number
        && count.is_some_and(|count| (3..=12).any(|digit| count == super::interval::whole(digit)));
    counts && VAGUE.iter().any(|word| zh.contains(word)) && !zh.contains(|c| DIGITS.contains(c))
}

/// Whether a year is one of the other side and so many years that stand there: 1840 年 and 两年后 are "1842".
fn is_so_many_years_on(own: &Item<'_>, others: &[Item<'_>]) -> bool {
    let Some(year) = own.quantity.value.low().filter(|_| own.quantity.kind == Kind::Year) else {
        return false;
    };
    let of = |kind| others.iter().filter(move |other| other.quantity.kind == kind);
    of(Kind::Year).filter_map(|other| other.quantity.value.low()).any(|start| {
        of(Kind::Duration).any(|length| {
            let years = length.quantity.unit.is_some_and(|unit| unit.name(false) == "year");
            years
                && length.quantity.value.low().is_some_and(|years| sum(start, years) == Some(year))
        })
    })
}

/// Whether an English month is the one before that of the Chinese, which compares with it: 6 月环比, "from May".
fn is_the_month_before(own: &Item<'_>, others: &[Item<'_>], zh: &str) -> bool {
    let month =
        |item: &Item<'_>| item.quantity.value.low().filter(|_| item.quantity.kind == Kind::Month);
    let next = month(own).and_then(|before| sum(before, super::interval::whole(1)));
    next.is_some()
        && others.iter().any(|other| month(other) == next)
        && ["环比", "上月", "上个月"].iter().any(|word| zh.contains(word))
}

/// Whether a decade is the first of this century, which Chinese says without a number: 本世纪初, "the early 2000s".
fn is_the_turn_of_the_century(own: &Item<'_>, zh: &str) -> bool {
    let first = own.quantity.value.low() == Some(super::interval::whole(2000));
    let said = || ["本世纪初", "世纪之交", "千禧年"].iter().any(|word| zh.contains(word));
    own.quantity.kind == Kind::Decade && first && said()
}

/// Whether a day is the last of a month, which the other side may say in words.
fn ends_month(item: &Item<'_>) -> bool {
    let last = super::interval::whole(28);
    item.quantity.kind == Kind::Day && item.quantity.value.low().is_some_and(|day| day >= last)
}

/// Whether "end of" or 底 stands beside a month.
fn says_end(item: &Item<'_>) -> bool {
    let (start, end) = (item.quantity.span.start() as usize, item.quantity.span.end() as usize);
    let before = item.text.get(..start).unwrap_or_default().trim_end();
    let behind = item.text.get(end..).unwrap_or_default();
    item.quantity.kind == Kind::Month
        && (behind.starts_with(['底', '末'])
            || before.ends_with("end of")
            || before.ends_with("end-"))
}

/// How badly two quantities go together: by kind, then by place.
fn cost(zh: &Item<'_>, en: &Item<'_>) -> f64 {
    let kind = if zh.quantity.kind == en.quantity.kind { 0.0 } else { 0.3 };
    let unit = if zh.quantity.unit == en.quantity.unit { 0.0 } else { 0.1 };
    let ordinal = |kind| matches!(kind, Kind::Ordinal);
    let order = if ordinal(zh.quantity.kind) == ordinal(en.quantity.kind) { 0.0 } else { 0.2 };
    kind + unit + order + (zh.position - en.position).abs()
}
