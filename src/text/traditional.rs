//! Traditional characters read as simplified ones, one for one.
//!
//! Good enough to make forms agree, no converter: where a traditional character stands for one of
//! several simplified ones it always takes the same, on both sides of the comparison.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::{CharacterSet, is_han};

/// The first Han character of extension A, and the last of the basic block.
const BLOCKS: (u32, u32) = (0x3400, 0x9FFF);

/// Every character of every text is looked up here, so the common ones stand in a table.
struct Simplified {
    /// For each character of [`BLOCKS`] the simplified one.
    common: Vec<char>,
    /// Characters of the extension planes.
    rare: HashMap<char, char>,
}

static SIMPLIFIED: LazyLock<Simplified> = LazyLock::new(|| {
    let common = (BLOCKS.0..=BLOCKS.1).filter_map(char::from_u32).collect();
    let mut simplified = Simplified { common, rare: HashMap::new() };
    let lines = include_str!("traditional.txt").lines().filter(|line| !line.starts_with('#'));
    for pair in lines.flat_map(|line| line.split(' ')) {
        let mut chars = pair.chars();
        let (Some(traditional), Some(simple)) = (chars.next(), chars.next()) else { continue };
        match place(traditional).and_then(|place| simplified.common.get_mut(place)) {
            Some(place) => *place = simple,
            None => _ = simplified.rare.insert(traditional, simple),
        }
    }
    simplified
});

fn place(c: char) -> Option<usize> {
    (c as u32).checked_sub(BLOCKS.0).map(|place| place as usize)
}

/// The simplified character for `c`, or `c` itself.
pub(crate) fn simplify(c: char) -> char {
    let simplified = place(c).and_then(|place| SIMPLIFIED.common.get(place));
    let simplified = simplified.or_else(|| SIMPLIFIED.rare.get(&c));
    simplified.copied().unwrap_or(c)
}

/// The common characters that are their own simplified form: a table small enough to stay at hand.
static SIMPLE: LazyLock<CharacterSet> =
    LazyLock::new(|| ('\u{4E00}'..='\u{9FFF}').filter(|&c| simplify(c) == c).collect());

/// Whether `c` is a common Chinese character that has no simplified form but itself.
#[inline]
pub(crate) fn is_simplified(c: char) -> bool {
    SIMPLE.holds(c)
}

/// `text` in simplified characters. Those of other lengths in UTF-8 stay, so that every place in the text stays what
/// it is.
pub(crate) fn simplified(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| is_simplified(c) || !is_han(c)) {
        return Cow::Borrowed(text);
    }
    let simple = |c: char| Some(simplify(c)).filter(|simple| simple.len_utf8() == c.len_utf8());
    text.chars().map(|c| simple(c).unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::{simplified, simplify};

    #[test]
    fn places_stay_what_they_are() {
        let text = "營收增長了兩倍，𩷶魚。";
        assert_eq!(simplified(text), "营收增长了两倍，𩷶鱼。");
        assert_eq!(simplified(text).len(), text.len());
    }

    #[test]
    fn reads_traditional_as_simplified() {
        let simple: String = "強化學習與國家".chars().map(simplify).collect();
        assert_eq!(simple, "强化学习与国家");
    }

    #[test]
    fn every_pair_is_known() {
        let pairs = include_str!("traditional.txt").lines().filter(|line| !line.starts_with('#'));
        for pair in pairs.flat_map(|line| line.split(' ')).filter(|pair| !pair.is_empty()) {
            let chars: Vec<char> = pair.chars().collect();
            assert_eq!(simplify(chars[0]), chars[1]);
        }
    }

    #[test]
    fn leaves_the_rest_alone() {
        assert!("强化学习 RL，。".chars().all(|c| simplify(c) == c));
    }
}
