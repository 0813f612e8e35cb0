//! From bytes to characters and back, in texts that may be one long line.

/// Bytes between two notes.
const STEP: usize = 1024;

/// How many characters stand before each of some bytes of a text, so that a place is not counted out from
/// the start: a long line with a finding in every sentence would be read once for each.
#[derive(Clone, Debug, Default)]
pub(crate) struct CharIndex {
    /// Characters that start before byte 0, `STEP`, twice `STEP` and so on.
    before: Vec<u32>,
}

impl CharIndex {
    /// The index of `text`, which the other functions have to be given again.
    pub(crate) fn new(text: &str) -> CharIndex {
        let mut count = 0;
        let steps = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = count;
            count += starts(chunk) as u32;
            before
        });
        CharIndex { before: steps.collect() }
    }

    /// How many characters stand before byte `byte`.
    pub(crate) fn chars_before(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        let step = (byte / STEP).min(self.before.len().saturating_sub(1));
        let before = self.before.get(step).copied().unwrap_or(0);
        before as usize + starts(&text.as_bytes()[step * STEP..byte])
    }

    /// The byte at which character `index` starts, or the end of the text.
    pub(crate) fn byte_of(&self, text: &str, index: usize) -> usize {
        let step = self.before.partition_point(|&before| before as usize <= index);
        let Some(step) = step.checked_sub(1) else { return 0 };
        let mut left = index - self.before[step] as usize;
        let bytes = &text.as_bytes()[step * STEP..];
        for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| is_start(**byte)) {
            if left == 0 {
                return step * STEP + at;
            }
            left -= 1;
        }
        text.len()
    }
}

/// Whether a character starts with this byte: all but continuation bytes do.
fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| is_start(**byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_counts_as_counting_does() {
        for text in ["", "a", "对照", &"对a😀é".repeat(500), &"x".repeat(2048)] {
            let index = CharIndex::new(text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!(index.chars_before(text, byte), count);
                assert_eq!(index.byte_of(text, count), byte);
            }
            let count = text.chars().count();
            assert_eq!(index.chars_before(text, text.len()), count);
            assert_eq!(index.chars_before(text, text.len() + 9), count);
            assert_eq!(index.byte_of(text, count), text.len());
            assert_eq!(index.byte_of(text, count + 9), text.len());
        }
    }
}
