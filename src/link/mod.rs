//! What belongs together: links between the turns of the two sides, found by content.

use crate::document::TurnId;
use crate::text::{Side, Span};

/// A stretch of one turn's text.
///
/// A link rarely needs less than a whole turn, but where a turn was cut in two or holds the end
/// of the turn before it, only a part of it belongs to the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The turn.
    pub turn: TurnId,
    /// Bytes of [`Turn::text`](crate::document::Turn::text).
    pub span: Span,
}

/// Passages of the two sides that translate each other (a "bead" in Gale and Church 1993).
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// What is said in Chinese, in file order; empty where nothing is.
    pub zh: Vec<Passage>,
    /// What is said in English, in file order; empty where nothing is.
    pub en: Vec<Passage>,
    /// How much of the evidence of both sides agrees, from 0 to 1.
    pub score: f32,
    /// Whether the content stands in the document a second time, and this is the second copy.
    pub again: bool,
}

impl Link {
    /// The passages of one side.
    pub fn side(&self, side: Side) -> &[Passage] {
        match side {
            Side::Zh => &self.zh,
            Side::En => &self.en,
        }
    }
}
