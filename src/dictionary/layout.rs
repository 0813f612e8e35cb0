//! What the writer and the reader of the compiled dictionary must agree on.

/// The Han characters of the basic block, all of three bytes in UTF-8.
pub(super) const BLOCK: (char, char) = ('\u{4E00}', '\u{9FFF}');

/// Where the words go on that begin with a certain character. Every character of a text is looked up, and the way through
/// three bytes of UTF-8 is long.
#[derive(Clone, Copy)]
pub(super) struct Opening {
    /// The node behind the character; 0 where no word begins with it.
    pub(super) node: u32,
    /// What was added up on the way to it.
    pub(super) place: u32,
    /// The place of the record of the character itself, if it is a word.
    pub(super) word: Option<u32>,
}

impl Opening {
    /// How many bytes it takes.
    pub(super) const SIZE: usize = 12;

    /// Of a character that no word begins with.
    pub(super) const NONE: Opening = Opening { node: 0, place: 0, word: None };

    pub(super) fn to_bytes(self) -> [u8; Opening::SIZE] {
        let mut bytes = [0; Opening::SIZE];
        bytes[..4].copy_from_slice(&self.node.to_le_bytes());
        bytes[4..8].copy_from_slice(&self.place.to_le_bytes());
        bytes[8..].copy_from_slice(&self.word.unwrap_or(u32::MAX).to_le_bytes());
        bytes
    }

    pub(super) fn from_bytes(bytes: [u8; Opening::SIZE]) -> Opening {
        let number = |at: usize| {
            u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
        };
        Opening {
            node: number(0),
            place: number(4),
            word: Some(number(8)).filter(|&word| word != u32::MAX),
        }
    }
}

/// Places for the pairs of characters that words begin with: about one in nine is taken, so that two pairs
/// rarely share one. Those that do cost time and change nothing.
pub(super) const PAIRS: usize = 1 << 20;

/// The place of a pair of characters, below [`PAIRS`].
#[inline]
pub(super) fn pair_place(first: char, second: char) -> usize {
    // The upper bits of a product depend on all bits of its factors.
    let key = (first as u32).wrapping_mul(0x01F3_5D67).wrapping_add(second as u32);
    (key.wrapping_mul(0x9E37_79B1) >> (u32::BITS - PAIRS.trailing_zeros())) as usize
}
