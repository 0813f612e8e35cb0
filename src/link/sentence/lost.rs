//! Where parts of sentences are lost: in the beads of a link.

use super::parts::{self, Beside, LostPart};
use super::segment::usual_length;
use super::{Bead, Gap, text};
use crate::dictionary::Dictionary;
use crate::document::Document;
use crate::link::Passage;
use crate::text::{Side, Span};

/// A sentence that lacks its counterpart with so much confidence explains what is lost next to it.
const EXPLAINS: f32 = 0.5;

/// Signs that a sentence ends with, or what stands behind it.
const ENDS: &[char] =
    &['。', '！', '？', '…', '.', '!', '?', '”', '’', '"', '\'', '」', '』', '）', ')', '：', ':'];

/// The parts of the sentences `beads` of a link that nothing translates. What stands beside one of `gaps` is left
/// alone: a sentence that lacks its counterpart was told.
pub(super) fn in_link(
    document: &Document,
    dictionary: &Dictionary,
    beads: &[Bead],
    gaps: &[Gap],
) -> Vec<Gap> {
    let part = |at: usize| {
        let near = &beads[at.saturating_sub(1)..(at + 2).min(beads.len())];
        let [zh, en] = Side::BOTH.map(|side| beads[at].stretch(side));
        let passages = [zh?, en?];
        let is_told = |gap: &Gap| {
            gap.confidence >= EXPLAINS
                && near.iter().any(|bead| bead.side(gap.side).contains(&gap.sentence))
        };
        let is_last = at + 1 == beads.len();
        let stops = |passage: &Passage| !text(document, passage).trim_end().ends_with(ENDS);
        let is_cut = beads.len() == 1 && is_cut_short(document, &passages);
        if gaps.iter().any(is_told) || is_last && passages.iter().any(stops) || is_cut {
            return None;
        }
        let others = || beads[..at].last().into_iter().chain(beads.get(at + 1));
        let around = Side::BOTH.map(|side| {
            others().flat_map(|bead| bead.side(side)).map(|one| text(document, one)).collect()
        });
        lost(document, dictionary, passages, around)
    };
    (0..beads.len()).filter_map(part).collect()
}

/// Whether the English is so short that its length tells more than any part that it lacks.
fn is_cut_short(document: &Document, [zh, en]: &[Passage; 2]) -> bool {
    /// The shortest Chinese whose length says anything, in English characters.
    const LONG: f32 = 140.0;
    const CUT: f32 = 0.45;
    let usual = usual_length(text(document, zh), Side::Zh);
    usual >= LONG && usual_length(text(document, en), Side::En) < CUT * usual
}

fn lost(
    document: &Document,
    dictionary: &Dictionary,
    passages: [Passage; 2],
    around: [Vec<&str>; 2],
) -> Option<Gap> {
    let [zh_around, en_around] = around;
    let beside = |passage: &Passage, around| Beside { text: text(document, passage), around };
    let texts = [beside(&passages[0], zh_around), beside(&passages[1], en_around)];
    let LostPart { side, bytes, confidence } = parts::lost_part(dictionary, &texts)?;
    let [own, other] = [side, side.other()].map(|side| passages[side as usize]);
    let span = Span::at(bytes).shift(own.span.start());
    let sentence = Passage { turn: own.turn, span };
    Some(Gap { side, sentence, is_part: true, after: Some(other), confidence })
}
