//! Which side each block of a bilingual file fills.

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
/// lost in a row (3.5), but not before one lost turn (1.75).
const WRONG_LANGUAGE: f64 = 3.0;
const WRONG_LANGUAGE_IF_SHORT: f64 = 1.0;
const COPY_LEFT_UNTRANSLATED: f64 = 0.75;
const SAME_SIDE_TWICE: f64 = 1.75;
const OTHER_SPEAKER_IN_PAIR: f64 = 1.0;

/// The same for blocks of one language: a turn in the wrong language (3) is believed before two changes of sides
/// (3.5), and these before it where nobody speaks (2.5).
const CHANGE: f64 = 1.75;
const CHANGE_OUTSIDE: f64 = 1.25;

/// Gives every block the side that makes the file as regular as it can be: the sides take turns,
/// a block fills the side of its language, and the two halves of a pair have one speaker. A block
/// whose language is wrong for its place keeps the side of the place. Where the languages stand in
/// stretches, one side goes on, and a change of sides is what costs.
pub(super) fn sides(blocks: &[Block<'_>]) -> Vec<Side> {
    let first = first_side(blocks);
    let in_blocks = stand_in_blocks(blocks.iter().map(|block| block.language.certain()));
    // cheapest[n][side]: the cheapest way to fill blocks 0..=n with block n on that side, and the
    // side of the block before it on that way.
    let mut cheapest: Vec<[(f64, Side); 2]> = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| blocks.get(at).zip(cheapest.last()));
        let step = |side: Side| {
            // Only the second of a pair can be a copy of the first that nobody translated.
            let copied = before.filter(|_| side != first).map(|(before, _)| *before);
            let own = own_cost(*block, copied, side);
            let Some((before, ways)) = before else {
                return (own + if side == first { 0.0 } else { SAME_SIDE_TWICE }, side);
            };
            let from = |prior: Side| {
                let (cost, _) = ways[prior as usize];
                let step = match in_blocks {
                    true => change_cost(*before, *block, prior, side),
                    false => step_cost(*before, *block, prior, side, first),
                };
                (cost + own + step, prior)
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

fn own_cost(block: Block<'_>, before: Option<Block<'_>>, side: Side) -> f64 {
    match block.language {
        Language::Certain(language) if language != side => {
            let copied = before.is_some_and(|before| before.text == block.text);
            if copied { COPY_LEFT_UNTRANSLATED } else { WRONG_LANGUAGE }
        }
        Language::Likely(language) if language != side => WRONG_LANGUAGE_IF_SHORT,
        _ => 0.0,
    }
}

/// What a step costs where the languages stand in blocks. What nobody says, as an introduction in both languages,
/// stands outside them.
fn change_cost(before: Block<'_>, block: Block<'_>, prior: Side, side: Side) -> f64 {
    match prior == side {
        true => 0.0,
        false if before.speaker.is_none() || block.speaker.is_none() => CHANGE_OUTSIDE,
        false => CHANGE,
    }
}

fn step_cost(before: Block<'_>, block: Block<'_>, prior: Side, side: Side, first: Side) -> f64 {
    if prior == side {
        return SAME_SIDE_TWICE;
    }
    let within_pair = prior == first;
    let other_speaker = match (before.speaker, block.speaker) {
        (Some(before), Some(block)) => before != block,
        _ => false,
    };
    if within_pair && other_speaker { OTHER_SPEAKER_IN_PAIR } else { 0.0 }
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
        let text = [("A", ZH), ("A", EN), ("B", ZH), ("B", "我同意你说的。"), ("A", ZH), ("A", EN)];
        assert_eq!(laid_out(&text), "ZEZEZE");
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
