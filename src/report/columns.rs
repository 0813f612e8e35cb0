//! The two columns of turns in a picture of the pairing, and the bands between them.

use super::model::{Lang, TurnReport};

/// How the columns are drawn, in pixels.
pub(super) struct Columns {
    /// Where bands leave the Chinese column.
    pub(super) start: f64,
    /// Where they arrive at the English one.
    pub(super) end: f64,
    pub(super) top: f64,
    pub(super) gap: f64,
    /// Characters of English that make a turn higher by one.
    pub(super) characters: f64,
    /// The least and the greatest height of a turn.
    pub(super) heights: [f64; 2],
}

/// Where a turn stands in its column.
#[derive(Clone, Copy)]
pub(super) struct Bar {
    pub(super) top: f64,
    pub(super) height: f64,
}

impl Bar {
    pub(super) fn bottom(self) -> f64 {
        self.top + self.height
    }
}

impl Columns {
    /// The turns of one language with their places.
    pub(super) fn bars<'t>(
        &self,
        turns: &'t [TurnReport],
        lang: Lang,
    ) -> impl Iterator<Item = (&'t TurnReport, Bar)> {
        let [least, most] = self.heights;
        let (characters, gap, mut top) = (self.characters, self.gap, self.top);
        turns.iter().filter(move |turn| turn.lang == lang).map(move |turn| {
            // English takes about three characters where Chinese takes one.
            let share = if lang == Lang::Zh { 3.2 } else { 1.0 };
            let length = turn.text.chars().count() as f64 * share;
            let bar = Bar { top, height: (length / characters).clamp(least, most) };
            top = bar.bottom() + gap;
            (turn, bar)
        })
    }

    /// The path of the band between two turns.
    pub(super) fn band(&self, from: Bar, to: Bar) -> String {
        let Columns { start, end, .. } = self;
        let middle = f64::midpoint(*start, *end);
        let ([a, b], [a_end, b_end]) = ([from.top, to.top], [from.bottom(), to.bottom()]);
        format!(
            "M{start} {a:.1}C{middle} {a:.1} {middle} {b:.1} {end} {b:.1}\
             V{b_end:.1}C{middle} {b_end:.1} {middle} {a_end:.1} {start} {a_end:.1}Z"
        )
    }
}
