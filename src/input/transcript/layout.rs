//! Which side each block of a bilingual file fills.

use rustc_hash::FxHashMap;

use crate::document::stand_in_blocks;
use crate::text::{Language, Side};

/// What the layout is worked out from: one entry for each block, in file order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block<'t> {
    pub language: Language,
    pub speaker: Option<&'t str>,
    pub text: &'t str,
}

/// Costs of the ways in which a file departs from strict alternation. Only their order matters:
/// a block in the wrong language inside an unbroken alternation (3) is believed before two turns
/// lost in a row (3.5), but not before one lost turn (1.75). What nobody translated says what stands beside it, or
/// bears a label of its side: else it is one more turn of its language (3.75).
const WRONG_LANGUAGE: f64 = 3.0;
const WRONG_LANGUAGE_AND_UNLIKE: f64 = 3.75;
const WRONG_LANGUAGE_IF_SHORT: f64 = 1.0;
const COPY_LEFT_UNTRANSLATED: f64 = 0.75;
const SAME_SIDE_TWICE: f64 = 1.75;
const OTHER_SPEAKER_IN_PAIR: f64 = 1.0;

/// From this share of pairs of characters in common on, two texts of one language say the same. Turns
/// that follow each other in interviews reach 0.61.
const ALIKE: f64 = 0.7;

/// The same for blocks of one language: a turn in the wrong language (3) is believed before two changes of sides
/// (3.5), and these before it where nobody speaks (2.5).
const CHANGE: f64 = 1.75;
const CHANGE_OUTSIDE: f64 = 1.25;

/// Gives every block the side that makes the file as regular as it can be: the sides take turns,
/// a block fills the side of its language, and the two halves of a pair have one speaker. A block
/// whose language is wrong for its place keeps the side of the place. Where the languages stand in
/// stretches, one side goes on, and a change of sides is what costs.
pub(super) fn sides(blocks: &[Block<'_>]) -> Vec<Side> {
    let layout = Layout::of(blocks);
    // cheapest[n][side]: the cheapest way to fill blocks 0..=n with block n on that side, and the
    // side of the block before it on that way.
    let mut cheapest: Vec<[(f64, Side); 2]> = Vec::with_capacity(blocks.len());
    for at in 0..blocks.len() {
        let step = |side: Side| {
            let own = layout.own_cost(at, side);
            let Some(ways) = cheapest.last() else {
                return (own + if side == layout.first { 0.0 } else { SAME_SIDE_TWICE }, side);
            };
            let from = |prior: Side| {
                let (cost, _) = ways[prior as usize];
                (cost + own + layout.step_cost(at, prior, side), prior)
            };
            let (same, other) = (from(side), from(side.other()));
            if same.0 < other.0 { same } else { other }
        };
        cheapest.push([step(Side::Zh), step(Side::En)]);
    }
    let mut sides = Vec::with_capacity(blocks.len());
    let mut side = match cheapest.last() {
        Some([zh, en]) if zh.0 < en.0 => Side::Zh,
        _ => Side::En,
    };
    for ways in cheapest.iter().rev() {
        sides.push(side);
        side = ways[side as usize].1;
    }
    sides.reverse();
    sides
}

/// The blocks of a file, and how most of them stand.
struct Layout<'b> {
    blocks: &'b [Block<'b>],
    /// Which side comes first in a pair.
    first: Side,
    in_blocks: bool,
    /// The labels that stand before one language only: 鲍勃 and Bob.
    labels: FxHashMap<&'b str, Side>,
}

impl<'b> Layout<'b> {
    fn of(blocks: &'b [Block<'b>]) -> Layout<'b> {
        let in_blocks = stand_in_blocks(blocks.iter().map(|block| block.language.certain()));
        Layout { blocks, first: first_side(blocks), in_blocks, labels: labels(blocks) }
    }

    /// The side of the label of the block at `at`.
    fn label(&self, at: usize) -> Option<Side> {
        self.labels.get(self.blocks[at].speaker?).copied()
    }

    /// What it costs to put the block at `at` on `side`, wherever the others stand.
    fn own_cost(&self, at: usize, side: Side) -> f64 {
        let label = self.label(at).is_some_and(|label| label != side);
        let language = self.blocks[at].language;
        match language {
            Language::Certain(language) if language != side => self.untranslated_cost(at, side),
            // What is too short to be told by itself is told by its label.
            _ if label && language.side() != Some(side) && !self.is_like_its_pair(at, side) => {
                WRONG_LANGUAGE_AND_UNLIKE
            }
            Language::Likely(language) if language != side => WRONG_LANGUAGE_IF_SHORT,
            _ => 0.0,
        }
    }

    /// What it costs to believe that nobody translated the block at `at`.
    fn untranslated_cost(&self, at: usize, side: Side) -> f64 {
        let copied =
            self.beside(at, side).is_some_and(|beside| beside.text == self.blocks[at].text);
        match () {
            // Only the second of a pair can be a copy of the first.
            () if copied && side != self.first => COPY_LEFT_UNTRANSLATED,
            // In stretches of one language what says the same stands far off.
            () if self.in_blocks || self.label(at) == Some(side) => WRONG_LANGUAGE,
            () if self.is_like_its_pair(at, side) => WRONG_LANGUAGE,
            () => WRONG_LANGUAGE_AND_UNLIKE,
        }
    }

    /// The other half of the pair that the block at `at` would be of on `side`.
    fn beside(&self, at: usize, side: Side) -> Option<&Block<'b>> {
        match side == self.first {
            true => self.blocks.get(at + 1),
            false => self.blocks.get(at.checked_sub(1)?),
        }
    }

    /// Whether the other half of its pair is in the same language and says about the same.
    fn is_like_its_pair(&self, at: usize, side: Side) -> bool {
        let block = self.blocks[at];
        self.beside(at, side).is_some_and(|beside| {
            beside.language.side() == block.language.side()
                && likeness(beside.text, block.text) >= ALIKE
        })
    }

    /// What it costs that the block at `at` stands on `side` and the one before it on `prior`.
    fn step_cost(&self, at: usize, prior: Side, side: Side) -> f64 {
        let (before, block) = (self.blocks[at - 1], self.blocks[at]);
        if self.in_blocks {
            // What nobody says, as an introduction in both languages, stands outside the stretches.
            return match prior == side {
                true => 0.0,
                false if before.speaker.is_none() || block.speaker.is_none() => CHANGE_OUTSIDE,
                false => CHANGE,
            };
        }
        if prior == side {
            return SAME_SIDE_TWICE;
        }
        let within_pair = prior == self.first;
        // 鲍勃 and Bob may be one.
        let in_two_languages = match (self.label(at - 1), self.label(at)) {
            (Some(before), Some(own)) => before != own,
            _ => false,
        };
        let other_speaker = match (before.speaker, block.speaker) {
            (Some(before), Some(own)) => before != own && !in_two_languages,
            _ => false,
        };
        if within_pair && other_speaker { OTHER_SPEAKER_IN_PAIR } else { 0.0 }
    }
}

/// The share of pairs of characters that two texts have in common (Dice's coefficient), from 0 to 1.
fn likeness(one: &str, other: &str) -> f64 {
    // The library divides by the number of bytes, which is right for ASCII alone.
    let count = |of: fn(char) -> usize| -> usize {
        one.chars().chain(other.chars()).filter(|c| !c.is_whitespace()).map(of).sum()
    };
    let [bytes, characters] = [count(char::len_utf8), count(|_| 1)];
    let correction = bytes.saturating_sub(2) as f64 / characters.saturating_sub(2).max(1) as f64;
    match strsim::sorensen_dice(one, other) {
        dice if dice < 1.0 => dice * correction,
        same => same,
    }
}

/// The labels that stand before one language only, but for a slip in ten.
fn labels<'b>(blocks: &[Block<'b>]) -> FxHashMap<&'b str, Side> {
    const SLIPS: usize = 10;
    let mut counts: FxHashMap<&str, [usize; 2]> = FxHashMap::default();
    for block in blocks {
        if let (Some(speaker), Some(side)) = (block.speaker, block.language.certain()) {
            counts.entry(speaker).or_default()[side as usize] += 1;
        }
    }
    let side = |[zh, en]: [usize; 2]| match (zh, en) {
        (zh, en) if zh > 1 && en * SLIPS <= zh => Some(Side::Zh),
        (zh, en) if en > 1 && zh * SLIPS <= en => Some(Side::En),
        _ => None,
    };
    counts.into_iter().filter_map(|(speaker, count)| Some((speaker, side(count)?))).collect()
}

/// Whether Chinese or English comes first in a pair: as it does where a block and the one before
/// it share a speaker, or else in the first block.
fn first_side(blocks: &[Block<'_>]) -> Side {
    let (mut zh_first, mut en_first) = (0_usize, 0_usize);
    for pair in blocks.windows(2) {
        let same_speaker = pair[0].speaker.is_some() && pair[0].speaker == pair[1].speaker;
        match (pair[0].language.certain(), pair[1].language.certain()) {
            (Some(Side::Zh), Some(Side::En)) if same_speaker => zh_first += 1,
            (Some(Side::En), Some(Side::Zh)) if same_speaker => en_first += 1,
            _ => {}
        }
    }
    let by_text = blocks.iter().find_map(|block| block.language.certain()).unwrap_or(Side::Zh);
    match zh_first.cmp(&en_first) {
        std::cmp::Ordering::Greater => Side::Zh,
        std::cmp::Ordering::Less => Side::En,
        std::cmp::Ordering::Equal => by_text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::language_of;

    fn laid_out(blocks: &[(&str, &str)]) -> String {
        let block = |&(speaker, text): &(&'static str, &'static str)| Block {
            language: language_of(text),
            speaker: Some(speaker),
            text,
        };
        let owned: Vec<(&'static str, &'static str)> =
            blocks.iter().map(|&(speaker, text)| (leak(speaker), leak(text))).collect();
        let blocks: Vec<_> = owned.iter().map(block).collect();
        sides(&blocks).iter().map(|side| if *side == Side::Zh { 'Z' } else { 'E' }).collect()
    }

    fn leak(text: &str) -> &'static str {
        Box::leak(text.to_owned().into_boxed_str())
    }

    const ZH: &str = "我们谈过一次。";
    const EN: &str = "We have talked about it.";

    #[test]
    fn the_language_decides_where_a_turn_is_lost() {
        assert_eq!(laid_out(&[("A", ZH), ("A", EN), ("B", ZH), ("A", ZH), ("A", EN)]), "ZEZZE");
        assert_eq!(laid_out(&[("A", EN), ("A", ZH), ("B", EN), ("A", EN), ("A", ZH)]), "EZEEZ");
    }

    #[test]
    fn what_stands_twice_in_the_second_language_stays_there() {
        let text = [
            ("A", ZH),
            ("A", EN),
            ("B", "我同意你说的。"),
            ("B", "I agree with you."),
            ("B", "I agree with you."),
        ];
        assert_eq!(laid_out(&text), "ZEZEE");
        let text = [("A", ZH), ("A", EN), ("B", "我同意你说的。"), ("B", "我同意你说的。")];
        assert_eq!(laid_out(&text), "ZEZE");
    }

    #[test]
    fn a_turn_left_untranslated_keeps_the_side_of_its_place() {
        let [long, edited] = ["雨一直下到第三天的早上才停。", "雨一直下到第三天早上才停。"];
        let text = [("A", ZH), ("A", EN), ("B", long), ("B", edited), ("A", ZH), ("A", EN)];
        assert_eq!(laid_out(&text), "ZEZEZE");
        // The label is that of the English side.
        let mut text = [("安", ZH), ("Ann", EN)].repeat(12);
        text[21].1 = long;
        assert_eq!(laid_out(&text), "ZE".repeat(12));
    }

    #[test]
    fn three_turns_of_one_language_are_that() {
        let text = [
            ("安", ZH),
            ("Ann", EN),
            ("鲍勃", "我同意你说的。"),
            ("Ann", "It rained until the morning of the third day."),
            ("Bob", "I agree with you."),
            ("Bob", "And what happened then?"),
            ("安", ZH),
            ("Ann", EN),
        ];
        assert_eq!(laid_out(&text), "ZEZEEEZE");
    }

    #[test]
    fn a_stretch_without_english_stays_chinese() {
        let text =
            [("A", ZH), ("A", EN), ("B", ZH), ("A", "好。"), ("B", ZH), ("A", ZH), ("A", EN)];
        assert_eq!(laid_out(&text), "ZEZZZZE");
    }

    #[test]
    fn in_blocks_short_turns_go_with_their_neighbours() {
        let half = |text: &'static str| [("A", text), ("B", text), ("A", "OK."), ("B", text)];
        let text = [half(ZH), half(ZH), half(EN), half(EN)].concat();
        assert_eq!(laid_out(&text), "ZZZZZZZZEEEEEEEE");
        let mut untranslated = text;
        untranslated[12].1 = "我同意你说的。";
        assert_eq!(laid_out(&untranslated), "ZZZZZZZZEEEEEEEE");
    }

    #[test]
    fn short_turns_without_a_language_take_turns() {
        let text = [("A", ZH), ("A", EN), ("B", "2026"), ("B", "2026"), ("A", "OK."), ("A", "OK.")];
        assert_eq!(laid_out(&text), "ZEZEZE");
    }
}
