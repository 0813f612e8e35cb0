//! Amounts that changed places: each value stands on both sides, with the words of the other one around it.
//!
//! 苹果涨了 3%，谷歌涨了 5% against "Apple rose 5 percent, Google 3 percent": no value is missing, so only what
//! stands around the values tells. Two values of one kind have changed places where the dictionary leads the words
//! around each to those around the other, and none to those around its own.

use rustc_hash::FxHashMap;

use super::LinkedText;
use crate::dictionary::{Dictionary, StemId};
use crate::link::is_common_word;
use crate::quantity::{Interval, Kind, Passage, Quantity, QuantityAt, Weight};
use crate::text::Side;

/// How far apart, in bytes, amounts stand that could be taken for each other.
const NEAR: u32 = 160;

/// What stands around an amount says nothing where it is longer than this, in bytes.
const LONG: usize = 240;

/// What the dictionary says of a word less surely than this, from 0 to 1, does not count.
const SURE: f32 = 0.1;

/// A Chinese amount of the link, and the English one that stands in its place.
pub(super) fn exchanged(link: &LinkedText<'_>, dictionary: &Dictionary) -> Option<[QuantityAt; 2]> {
    let quantities = Side::BOTH.map(|side| link.quantities(side));
    if quantities.iter().any(|side| side.iter().all(|all| all.len() < 2)) {
        return None;
    }
    let [zh, en] = Side::BOTH.map(|side| {
        let texts = link.texts(side).into_iter().zip(&quantities[side as usize]);
        amounts(texts.map(|(text, quantities)| Passage { text, quantities }))
    });
    let [zh_alone, en_alone] = [alone(&zh), alone(&en)];
    let only = |amount: &Amount<'_>| {
        let what = amount.what();
        Some([(*zh_alone.get(&what)?)?, (*en_alone.get(&what)?)?])
    };
    let pairs: Vec<[&Amount<'_>; 2]> = zh.iter().filter_map(only).collect();
    pairs.iter().enumerate().find_map(|(at, first)| {
        // They stand in the order of the Chinese, so that none behind the first that is too far is near.
        let near = pairs[at + 1..].iter().take_while(|second| first[0].is_near(second[0]));
        let beside = near.into_iter().find(|second| {
            first.iter().zip(*second).all(|(one, other)| one.could_be(other))
                && is_reversed(*first, **second)
                && have_changed_places(*first, **second, dictionary)
        });
        beside.map(|second| [first[0].place, second[1].place])
    })
}

/// An amount and the text that it stands in.
#[derive(Clone, Copy)]
struct Amount<'t> {
    place: QuantityAt,
    quantity: &'t Quantity,
    text: &'t str,
}

fn amounts<'t>(passages: impl Iterator<Item = Passage<'t>>) -> Vec<Amount<'t>> {
    let all = passages.enumerate().flat_map(|(passage, Passage { text, quantities })| {
        let quantities = quantities.iter().enumerate();
        quantities.map(move |(at, quantity)| Amount { place: (passage, at), quantity, text })
    });
    all.filter(|amount| amount.quantity.weight > Weight::Light).collect()
}

/// What an amount says, whatever it counts.
type What = (Kind, Interval);

/// The only one of `side` that says so much, for all that one of them says; nothing where several do.
fn alone<'s, 't>(side: &'s [Amount<'t>]) -> FxHashMap<What, Option<&'s Amount<'t>>> {
    let mut alone = FxHashMap::default();
    for amount in side {
        alone.entry(amount.what()).and_modify(|one| *one = None).or_insert(Some(amount));
    }
    alone
}

impl<'t> Amount<'t> {
    fn what(&self) -> What {
        (self.quantity.kind, self.quantity.value)
    }

    /// Whether the two stand near each other.
    fn is_near(&self, other: &Amount<'_>) -> bool {
        let [one, other_one] = [self, other].map(|amount| amount.quantity.span.start());
        self.place.0 == other.place.0 && one.abs_diff(other_one) <= NEAR
    }

    /// Whether the two count the same, near each other.
    fn could_be(&self, other: &Amount<'_>) -> bool {
        let (one, other_one) = (self.quantity, other.quantity);
        self.is_near(other) && one.kind == other_one.kind && one.unit == other_one.unit
    }

    /// What stands before and behind it in its clause.
    fn surroundings(&self, side: Side) -> [&'t str; 2] {
        let span = self.quantity.span.range();
        let before = self.text.get(..span.start).unwrap_or_default();
        let behind = self.text.get(span.end..).unwrap_or_default();
        // What is cut off here is too long all the same.
        let before = &before[before.ceil_char_boundary(before.len().saturating_sub(2 * LONG))..];
        let behind = &behind[..behind.floor_char_boundary(2 * LONG)];
        [clause_before(before, side), clause_behind(behind, side)]
    }

    /// What the words around it may be in English, ascending. Words that hold sentences together are left out.
    fn stems(&self, side: Side, dictionary: &Dictionary) -> Vec<StemId> {
        let surroundings = self.surroundings(side);
        let mut stems = Vec::new();
        if surroundings.iter().map(|text| text.len()).sum::<usize>() > LONG {
            return stems;
        }
        for text in surroundings {
            let latin = text.split(|c: char| !c.is_ascii_alphabetic());
            let telling =
                latin.filter(|word| word.len() > 1 && !is_common_word(&word.to_ascii_lowercase()));
            stems.extend(telling.filter_map(|word| dictionary.stem_of(word)));
            for word in dictionary.words(text) {
                let sure = dictionary.stems(word).filter(|(_, weight)| *weight > SURE);
                stems.extend(sure.map(|(stem, _)| stem));
            }
        }
        stems.sort_unstable();
        stems.dedup();
        stems
    }
}

/// Whether two amounts stand in another order in English. Where they changed places and their words did not, they do.
fn is_reversed(first: [&Amount<'_>; 2], second: [&Amount<'_>; 2]) -> bool {
    let comes_first = |side: usize| first[side].place < second[side].place;
    comes_first(Side::Zh as usize) != comes_first(Side::En as usize)
}

/// Whether the words around each of two amounts lead to those around the other, and none to its own.
fn have_changed_places(
    first: [&Amount<'_>; 2],
    second: [&Amount<'_>; 2],
    dictionary: &Dictionary,
) -> bool {
    let [zh, en] = Side::BOTH.map(|side| {
        let at = side as usize;
        let [one, other] = [first[at], second[at]].map(|amount| amount.stems(side, dictionary));
        // What stands around both tells nothing.
        let only = |own: &[StemId], other: &[StemId]| -> Vec<StemId> {
            own.iter().filter(|stem| other.binary_search(stem).is_err()).copied().collect()
        };
        [only(&one, &other), only(&other, &one)]
    });
    let meet = |zh: &[StemId], en: &[StemId]| zh.iter().any(|stem| en.binary_search(stem).is_ok());
    let own = meet(&zh[0], &en[0]) || meet(&zh[1], &en[1]);
    !own && meet(&zh[0], &en[1]) && meet(&zh[1], &en[0])
}

/// What joins English clauses without a mark.
const JOINTS: [&str; 7] =
    [" and ", " but ", " while ", " whereas ", " versus ", " compared ", " or "];

/// The part of `before` that belongs to the clause which goes on behind it.
fn clause_before(before: &str, side: Side) -> &str {
    let mut marks =
        before.rmatch_indices(is_mark).filter(|(at, mark)| ends_clause(before, *at, mark));
    let start = marks.next().map_or(0, |(at, mark)| at + mark.len());
    let clause = before.get(start..).unwrap_or_default();
    let joints = JOINTS.iter().filter(|_| side == Side::En);
    let joint = joints.filter_map(|joint| Some(clause.rfind(joint)? + joint.len())).max();
    clause.get(joint.unwrap_or(0)..).unwrap_or_default()
}

/// The part of `behind` that belongs to the clause which began before it.
fn clause_behind(behind: &str, side: Side) -> &str {
    let mut marks =
        behind.match_indices(is_mark).filter(|(at, mark)| ends_clause(behind, *at, mark));
    let end = marks.next().map_or(behind.len(), |(at, _)| at);
    let clause = behind.get(..end).unwrap_or_default();
    let joints = JOINTS.iter().filter(|_| side == Side::En);
    let joint = joints.filter_map(|joint| clause.find(joint)).min();
    clause.get(..joint.unwrap_or(clause.len())).unwrap_or_default()
}

fn is_mark(c: char) -> bool {
    "，。；！？、：（）—,.;:!?()".contains(c)
}

/// Whether the mark at `at` stands between clauses, and not inside a number.
fn ends_clause(text: &str, at: usize, mark: &str) -> bool {
    !text.as_bytes().get(at + mark.len()).is_some_and(u8::is_ascii_digit)
}
