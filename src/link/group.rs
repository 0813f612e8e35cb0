//! Turns that pairs hold together.

use std::ops::Range;

use super::evidence::Evidence;
use super::pairs::Pairs;
use crate::document::{Document, TurnId};
use crate::text::Side;

/// A group of turns that pairs hold together: one each where all is well.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// Chinese turns, from 0.
    pub(super) zh: Range<usize>,
    /// English turns, from 0.
    pub(super) en: Range<usize>,
}

impl Group {
    /// The turns of one side.
    pub(super) fn side(&self, side: Side) -> Range<usize> {
        match side {
            Side::Zh => self.zh.clone(),
            Side::En => self.en.clone(),
        }
    }

    pub(super) fn is_simple(&self) -> bool {
        self.zh.len() == 1 && self.en.len() == 1
    }

    /// How many pairs of the layout the English stands behind its Chinese; none where nothing stands side by side.
    pub(super) fn offset(&self, document: &Document) -> i32 {
        if document.is_in_blocks() {
            return 0;
        }
        let pair = |side, turn| document.pair(TurnId::at(side, turn)) as i32;
        pair(Side::En, self.en.start) - pair(Side::Zh, self.zh.start)
    }
}

/// What the pairs hold together, in order. Moved turns are left out.
pub(super) fn groups(evidence: &Evidence, pairs: &Pairs) -> Vec<Group> {
    let (zh, en) = (evidence.text(Side::Zh), evidence.text(Side::En));
    let mut groups: Vec<Group> = Vec::new();
    for block in pairs.blocks.iter().filter(|block| block.is_pair()) {
        let z = zh.units[block.zh.start].turn as usize;
        let e = en.units[block.en.start].turn as usize;
        match groups.last_mut() {
            Some(group) if group.zh.contains(&z) || group.en.contains(&e) => {
                group.zh.end = group.zh.end.max(z + 1);
                group.en.end = group.en.end.max(e + 1);
            }
            _ => groups.push(Group { zh: z..z + 1, en: e..e + 1 }),
        }
    }
    groups
}
