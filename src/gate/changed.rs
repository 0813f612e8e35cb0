//! Which turns changed since an older version of a text. What only moved did not change.

use std::collections::HashSet;

use xxhash_rust::xxh3::xxh3_64;

use crate::document::{Document, Turn};
use crate::finding::Finding;
use crate::text::Side;

/// The turns of an older version.
#[derive(Clone, Debug, Default)]
pub struct Earlier(HashSet<u64>);

impl Earlier {
    /// Adds the turns of a document, or of a stretch of one.
    pub fn add(&mut self, document: &Document) {
        for side in Side::BOTH {
            self.0.extend(document.turns(side).iter().map(key));
        }
    }

    /// Whether a finding speaks of a turn that was not there before, or was otherwise.
    pub(crate) fn concerns(&self, document: &Document, finding: &Finding) -> bool {
        finding.turns.iter().any(|turn| !self.0.contains(&key(document.turn(*turn))))
    }
}

/// What a turn says, and who says it.
fn key(turn: &Turn) -> u64 {
    let side = turn.id.side().name();
    let speaker = turn.speaker_name().unwrap_or_default();
    xxh3_64(format!("{side}\u{1f}{speaker}\u{1f}{}", turn.text()).as_bytes())
}
