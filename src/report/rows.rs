//! Which turns of a report stand side by side.

use std::collections::HashMap;

use super::model::{Lang, TurnReport};
use crate::document::{pairs_in_order, stand_in_blocks};
use crate::text::Side;

/// The row of each turn.
pub(super) struct Rows(HashMap<(Lang, u32), usize>);

impl Rows {
    /// Of `turns` in file order. In two files turn k stands beside turn k.
    pub(super) fn of(turns: &[TurnReport], in_two_files: bool) -> Rows {
        let sides: Vec<Side> = turns
            .iter()
            .map(|turn| match turn.lang {
                Lang::Zh => Side::Zh,
                Lang::En => Side::En,
            })
            .collect();
        let in_blocks = stand_in_blocks(sides.iter().copied().map(Some));
        let pairs = pairs_in_order(&sides, in_blocks);
        let row = |(turn, pair): (&TurnReport, usize)| match in_two_files {
            true => ((turn.lang, turn.number), turn.number as usize),
            false => ((turn.lang, turn.number), pair),
        };
        Rows(turns.iter().zip(pairs).map(row).collect())
    }

    /// Whether a Chinese turn and an English one, by their numbers, stand side by side.
    pub(super) fn are_level(&self, zh: u32, en: u32) -> bool {
        self.0.get(&(Lang::Zh, zh)) == self.0.get(&(Lang::En, en))
    }
}
