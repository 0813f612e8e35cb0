//! A lexicon with what was worked out of it: the build script writes one to lie in the program file.

use serde::{Deserialize, Serialize};

use super::index::Index;
use super::model::{Concept, ConceptId};
use crate::text::Side;

/// Concepts, and the forms that they allow and forbid.
#[derive(Serialize, Deserialize)]
pub(crate) struct Compiled {
    pub(super) concepts: Vec<Concept>,
    /// The forms on each side.
    pub(super) indexes: [Index; 2],
}

impl Compiled {
    /// What comes of `concepts`.
    pub(crate) fn of(concepts: Vec<Concept>) -> Compiled {
        let indexes = Side::BOTH.map(|side| Index::build(side, &concepts, ConceptId(0)));
        Compiled { concepts, indexes }
    }
}
