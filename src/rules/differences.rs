//! Holds the quantities of long texts against each other piece by piece.
//!
//! Every quantity is held against every other of its link. In a talk those are a handful; a page of figures
//! in one turn would take hours. So where there are many, those that stand at about the same place are
//! compared.

use crate::quantity::{Difference, Passage, Quantity, QuantityAt, compare};

/// As many quantities on a side are compared as a whole.
const WHOLE: usize = 200;

/// Quantities of the longer side in a piece of a longer text.
const PIECE: usize = 128;

/// The differences between the two sides of a link, of which `next_door` stands beside it.
pub(super) fn differences(
    zh: &[Passage<'_>],
    en: &[Passage<'_>],
    next_door: [&[Quantity]; 2],
) -> Vec<Difference> {
    let count = |side: &[Passage<'_>]| side.iter().map(|one| one.quantities.len()).sum::<usize>();
    let most = count(zh).max(count(en));
    if most <= WHOLE {
        return compare(zh, en, next_door);
    }
    let pieces = most.div_ceil(PIECE);
    let sides = [Pieces::new(zh, pieces), Pieces::new(en, pieces)];
    let mut found = Vec::new();
    for at in 0..pieces {
        // What stands in the pieces before and after may be meant as well.
        let mut beside = [0, 1].map(|side: usize| sides[side].beside(at));
        if at == 0 || at + 1 == pieces {
            beside.iter_mut().zip(next_door).for_each(|(all, door)| all.extend_from_slice(door));
        }
        let [zh_piece, en_piece] = [&sides[0], &sides[1]].map(|side| side.passages(at));
        let differences = compare(&zh_piece, &en_piece, [&beside[0], &beside[1]]);
        found.extend(differences.into_iter().map(|difference| {
            let back = |side: usize, place: QuantityAt| sides[side].back(at, place);
            match difference {
                Difference::Mismatch { zh, en, explanation, disputed, suggestion } => {
                    let (zh, en) = (back(0, zh), back(1, en));
                    Difference::Mismatch { zh, en, explanation, disputed, suggestion }
                }
                Difference::Missing { zh } => Difference::Missing { zh: back(0, zh) },
                Difference::Extra { en } => Difference::Extra { en: back(1, en) },
            }
        }));
    }
    found
}

/// One side, cut into pieces of about as many quantities.
struct Pieces<'s, 't> {
    passages: &'s [Passage<'t>],
    /// Every quantity by its passage and its place there.
    all: Vec<QuantityAt>,
    pieces: usize,
}

impl<'s, 't> Pieces<'s, 't> {
    fn new(passages: &'s [Passage<'t>], pieces: usize) -> Pieces<'s, 't> {
        let places = passages.iter().enumerate();
        let all = places.flat_map(|(at, one)| (0..one.quantities.len()).map(move |own| (at, own)));
        Pieces { passages, all: all.collect(), pieces }
    }

    fn piece(&self, at: usize) -> &[QuantityAt] {
        let edge = |at: usize| self.all.len() * at / self.pieces;
        &self.all[edge(at)..edge(at + 1)]
    }

    /// The passages of a piece. Spans are of the whole text, so all of it is given.
    fn passages(&self, at: usize) -> Vec<Passage<'t>> {
        let runs = self.piece(at).chunk_by(|a, b| a.0 == b.0);
        let run = |run: &[QuantityAt]| {
            let whole = &self.passages[run[0].0];
            let quantities = &whole.quantities[run[0].1..=run[run.len() - 1].1];
            Passage { text: whole.text, quantities }
        };
        runs.map(run).collect()
    }

    /// Where the quantity of a piece stands in the whole.
    fn back(&self, at: usize, place: QuantityAt) -> QuantityAt {
        let run = self.piece(at).chunk_by(|a, b| a.0 == b.0).nth(place.0);
        run.and_then(|run| run.get(place.1)).copied().unwrap_or(place)
    }

    /// The quantities of the pieces before and after.
    fn beside(&self, at: usize) -> Vec<Quantity> {
        let before = at.checked_sub(1).map(|before| self.piece(before));
        let after = (at + 1 < self.pieces).then(|| self.piece(at + 1));
        let places = before.into_iter().chain(after).flatten();
        places.map(|&(passage, own)| self.passages[passage].quantities[own].clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::read;
    use crate::text::Side;

    #[test]
    fn a_page_of_figures_is_compared_and_places_lead_back() {
        let (mut zh, mut en) = (String::new(), String::new());
        for number in 100..700 {
            zh += &format!("有{number}个。");
            en += &format!("There were {}. ", if number == 555 { 1955 } else { number });
        }
        let read = [read(Side::Zh, &zh), read(Side::En, &en)];
        let found = differences(
            &[Passage { text: &zh, quantities: &read[0] }],
            &[Passage { text: &en, quantities: &read[1] }],
            [&[], &[]],
        );
        let [Difference::Missing { zh: own }, Difference::Extra { en: other }] = found.as_slice()
        else {
            panic!("{found:?}")
        };
        assert!(read[0][own.1].span.of(&zh).contains("555"));
        assert_eq!(read[1][other.1].span.of(&en), "1955");
    }
}
