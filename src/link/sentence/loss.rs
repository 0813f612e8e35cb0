//! How sure it is that a part of a sentence has no counterpart: a logistic regression over what is known of the part,
//! of the rest and of the other text.
//!
//! It was fitted to clauses taken out of good rows and turns, and to the good text as it is (docs/accuracy.md). Of a
//! text from which a clause was taken it is not known which part that leaves alone, so the surest one counted.

use crate::text::Side;

/// What speaks for and against a loss.
#[derive(Clone, Copy, Debug)]
pub(super) struct Loss {
    /// Words of the part that say something.
    pub(super) words: usize,
    /// What they weigh.
    pub(super) telling: f32,
    /// The share of that weight that is found on the other side.
    pub(super) found: f32,
    /// How many of the words are found there.
    pub(super) met: usize,
    /// What the words of the rest weigh.
    pub(super) rest: f32,
    /// How long the other text is, by the length of the whole, and of the rest alone.
    pub(super) beside_all: f32,
    pub(super) beside_rest: f32,
    /// The share of the other text that nothing but the part may claim.
    pub(super) unclaimed: f32,
    /// Clauses of the part.
    pub(super) clauses: usize,
    /// How many clauses more the whole has than the other text.
    pub(super) more_clauses: f32,
}

/// What each of them counts for, in logits and in the order of the fields, where Chinese is lost and where English was added.
const WEIGHTS: [[f32; 10]; 2] = [
    [0.56, -1.69, -9.89, 0.53, 0.65, -8.91, 0.07, -1.19, -2.26, 1.39],
    [0.50, 0.99, 0.71, -1.29, 0.25, -8.18, 0.32, -0.75, -3.09, 1.67],
];

/// What each side starts from: such that hardly one of a thousand good sentences or rows is told with more than 0.9.
const BIAS: [f32; 2] = [0.56, -8.34];

impl Loss {
    /// How sure it is that a part of `side` has no counterpart, from 0 to 1.
    pub(super) fn confidence(&self, side: Side) -> f32 {
        let weights = WEIGHTS[side as usize].iter().zip(self.features());
        let score: f32 = weights.map(|(weight, feature)| weight * feature).sum();
        1.0 / (1.0 + (-(score + BIAS[side as usize])).exp())
    }

    fn features(&self) -> [f32; 10] {
        [
            self.words.min(12) as f32,
            self.telling.ln(),
            self.found,
            self.met.min(4) as f32,
            self.rest.ln_1p(),
            self.beside_all.max(0.01).ln(),
            self.beside_rest.max(0.01).ln(),
            self.unclaimed,
            self.clauses as f32,
            self.more_clauses.clamp(-3.0, 3.0),
        ]
    }
}
