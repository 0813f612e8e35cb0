//! Which turns of a report are connected by its links, and which of them stand side by side.

use std::collections::HashMap;

use super::model::{Lang, LinkReport, TurnReport};
use crate::document::{pairs_in_order, stand_in_blocks};
use crate::text::Side;

/// Two turns that belong together, by their numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Connection {
    pub(super) zh: u32,
    pub(super) en: u32,
    /// Whether one of them is a second copy.
    pub(super) again: bool,
    /// Whether they stand side by side.
    pub(super) level: bool,
}

/// All connections, in the order of the links. The turns are in file order; in two files turn k stands beside turn k.
pub(super) fn connections(
    turns: &[TurnReport],
    links: &[LinkReport],
    in_two_files: bool,
) -> Vec<Connection> {
    let rows = Rows::of(turns, in_two_files);
    let of_link = |link: &LinkReport| -> Vec<Connection> {
        let from = link.zh.iter().flat_map(|zh| link.en.iter().map(move |en| (*zh, *en)));
        from.map(|(zh, en)| Connection { zh, en, again: link.again, level: rows.are_level(zh, en) })
            .collect()
    };
    links.iter().flat_map(of_link).collect()
}

/// The row of each turn.
struct Rows(HashMap<(Lang, u32), usize>);

impl Rows {
    fn of(turns: &[TurnReport], in_two_files: bool) -> Rows {
        let sides: Vec<Side> = turns.iter().map(|turn| Side::from(turn.lang)).collect();
        let in_blocks = stand_in_blocks(sides.iter().copied().map(Some));
        let pairs = pairs_in_order(&sides, in_blocks);
        let row = |(turn, pair): (&TurnReport, usize)| match in_two_files {
            true => ((turn.lang, turn.number), turn.number as usize),
            false => ((turn.lang, turn.number), pair),
        };
        Rows(turns.iter().zip(pairs).map(row).collect())
    }

    fn are_level(&self, zh: u32, en: u32) -> bool {
        self.0.get(&(Lang::Zh, zh)) == self.0.get(&(Lang::En, en))
    }
}
