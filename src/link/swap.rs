//! Steps of the search over two turns that changed places.

use super::block::Block;
use super::evidence::Evidence;
use crate::text::Side;

/// The two pairs of a step over swapped turns, each Chinese turn with its own counterpart; nothing where `block` is no
/// such step.
pub(super) fn taken_apart(evidence: &Evidence, block: &Block) -> Option<[Block; 2]> {
    let (zh, en) = (evidence.text(Side::Zh), evidence.text(Side::En));
    let is_swap =
        block.is_pair() && zh.units[block.zh.start].turn != zh.units[block.zh.end - 1].turn;
    if !is_swap {
        return None;
    }
    let zh_cut = zh.start(zh.units[block.zh.end - 1].turn as usize);
    let en_cut = en.start(en.units[block.en.end - 1].turn as usize);
    Some([
        Block { zh: block.zh.start..zh_cut, en: en_cut..block.en.end },
        Block { zh: zh_cut..block.zh.end, en: block.en.start..en_cut },
    ])
}
