//! The compiled dictionary, read where it lies.

use std::borrow::Cow;

use fst::raw::Fst;

use super::layout::{BLOCK, Opening, PAIRS, pair_place};

/// A table made by [`super::compile::compile`].
pub(super) struct Table {
    words: Fst<Cow<'static, [u8]>>,
    /// An [`Opening`] for each character of the basic block.
    openings: Cow<'static, [u8]>,
    /// A bit for each pair of characters that words begin with.
    pairs: Cow<'static, [u8]>,
    records: Cow<'static, [u8]>,
    stems: Fst<Cow<'static, [u8]>>,
    /// A bit for each stem that is a word as it stands.
    whole: Cow<'static, [u8]>,
    /// A bit for each stem that is the name of a place.
    named: Cow<'static, [u8]>,
}

/// How many parts it has, whose lengths stand before them.
const PARTS: usize = 7;

impl Table {
    /// Opens a table; it takes microseconds, since nothing is read but the lengths. `None` if
    /// `bytes` are no such table.
    pub(super) fn open(bytes: Cow<'static, [u8]>) -> Option<Table> {
        let mut end = PARTS * 4;
        let mut parts = (0..PARTS).map(|part| {
            let length = bytes.get(part * 4..part * 4 + 4)?;
            let start = end;
            end = start + u32::from_le_bytes(length.try_into().ok()?) as usize;
            match &bytes {
                Cow::Borrowed(bytes) => bytes.get(start..end).map(Cow::Borrowed),
                Cow::Owned(bytes) => bytes.get(start..end).map(|part| Cow::Owned(part.to_vec())),
            }
        });
        let mut part = || parts.next().flatten();
        let table = Table {
            words: Fst::new(part()?).ok()?,
            openings: part()?,
            pairs: part()?,
            records: part()?,
            stems: Fst::new(part()?).ok()?,
            whole: part()?,
            named: part()?,
        };
        Some(table).filter(|table| table.pairs.len() * 8 == PAIRS)
    }

    /// How many stems there are; their numbers run from 0.
    pub(super) fn stem_count(&self) -> u32 {
        self.stems.len() as u32
    }

    /// The number of a stem.
    pub(super) fn stem_number(&self, stem: &str) -> Option<u32> {
        self.stems.get(stem).map(|number| number.value() as u32)
    }

    /// Whether a stem is a word as it stands, and no rest of one.
    pub(super) fn is_whole(&self, stem: u32) -> bool {
        bit(&self.whole, stem)
    }

    /// Whether a stem is the name of a place.
    pub(super) fn is_place(&self, stem: u32) -> bool {
        bit(&self.named, stem)
    }

    /// The words that `text` starts with: their lengths in bytes, shortest first, and the places
    /// of their records.
    pub(super) fn prefixes(&self, text: &str) -> impl Iterator<Item = (usize, u64)> {
        let mut characters = text.chars();
        let first = characters.next().filter(|first| (BLOCK.0..=BLOCK.1).contains(first));
        let (alone, start) = match first {
            Some(first) => {
                let opening = self.opening(first);
                let length = first.len_utf8();
                let goes_on = characters.next().is_some_and(|second| self.begins(first, second));
                let start = (goes_on && opening.node != 0).then_some((
                    opening.node as usize,
                    u64::from(opening.place),
                    length,
                ));
                (opening.word.map(|word| (length, u64::from(word))), start)
            }
            None => (None, Some((self.words.root().addr(), 0, 0))),
        };
        alone.into_iter().chain(start.into_iter().flat_map(|start| self.words_behind(start, text)))
    }

    /// The words that `text` starts with and that go on behind its first bytes: behind the node there, what was added up
    /// on the way to it, and how many bytes those are.
    fn words_behind(
        &self,
        (node, mut place, read): (usize, u64, usize),
        text: &str,
    ) -> impl Iterator<Item = (usize, u64)> {
        let mut node = self.words.node(node);
        let steps = text.bytes().skip(read).map_while(move |byte| {
            let step = node.transition(node.find_input(byte)?);
            place += step.out.value();
            node = self.words.node(step.addr);
            Some(node.is_final().then(|| place + node.final_output().value()))
        });
        steps.zip(read + 1..).filter_map(|(word, end)| Some((end, word?)))
    }

    /// Where the words go on that begin with `first`, a character of [`BLOCK`].
    fn opening(&self, first: char) -> Opening {
        let at = (first as usize - BLOCK.0 as usize) * Opening::SIZE;
        let bytes = self.openings.get(at..).and_then(|bytes| bytes.first_chunk());
        bytes.copied().map_or(Opening::NONE, Opening::from_bytes)
    }

    /// Whether words may begin with these two characters.
    fn begins(&self, first: char, second: char) -> bool {
        let place = pair_place(first, second);
        self.pairs.get(place / 8).is_some_and(|bits| bits >> (place % 8) & 1 == 1)
    }

    /// The stems of the record at `place`, heaviest first, with weights from 0 to 1.
    pub(super) fn record(&self, place: u64) -> impl Iterator<Item = (u32, f32)> {
        let record = self.records.get(place as usize..).unwrap_or_default();
        let (count, stems) = record.split_first().unwrap_or((&0, &[]));
        stems.chunks_exact(4).take(usize::from(*count)).map(|stem| {
            let packed = u32::from_le_bytes([stem[0], stem[1], stem[2], stem[3]]);
            (packed >> 8, (packed & 0xff) as f32 / 255.0)
        })
    }
}

/// Whether the bit of that number is set.
fn bit(bits: &[u8], number: u32) -> bool {
    bits.get((number / 8) as usize).is_some_and(|bits| bits & 1 << (number % 8) != 0)
}
