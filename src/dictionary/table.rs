//! The compiled dictionary, read where it lies.

use std::borrow::Cow;

use fst::raw::Fst;

/// A table made by [`super::compile::compile`].
pub(super) struct Table {
    words: Fst<Cow<'static, [u8]>>,
    records: Cow<'static, [u8]>,
    stems: Fst<Cow<'static, [u8]>>,
}

impl Table {
    /// Opens a table; it takes microseconds, since nothing is read but three lengths. `None` if
    /// `bytes` are no such table.
    pub(super) fn open(bytes: Cow<'static, [u8]>) -> Option<Table> {
        let length = |part: usize| -> Option<usize> {
            let bytes = bytes.get(part * 4..part * 4 + 4)?;
            Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
        };
        let records_at = 12 + length(0)?;
        let stems_at = records_at + length(1)?;
        let end = stems_at + length(2)?;
        let part = |start: usize, end: usize| -> Option<Cow<'static, [u8]>> {
            match &bytes {
                Cow::Borrowed(bytes) => bytes.get(start..end).map(Cow::Borrowed),
                Cow::Owned(bytes) => bytes.get(start..end).map(|part| Cow::Owned(part.to_vec())),
            }
        };
        Some(Table {
            words: Fst::new(part(12, records_at)?).ok()?,
            records: part(records_at, stems_at)?,
            stems: Fst::new(part(stems_at, end)?).ok()?,
        })
    }

    /// How many stems there are; their numbers run from 0.
    pub(super) fn stem_count(&self) -> u32 {
        self.stems.len() as u32
    }

    /// The number of a stem.
    pub(super) fn stem_number(&self, stem: &str) -> Option<u32> {
        self.stems.get(stem).map(|number| number.value() as u32)
    }

    /// The words that `text` starts with: their lengths in bytes, shortest first, and the places
    /// of their records.
    pub(super) fn prefixes(&self, text: &str) -> impl Iterator<Item = (usize, u64)> {
        let mut node = Some(self.words.root());
        let mut place = 0;
        let mut bytes = text.bytes().enumerate();
        std::iter::from_fn(move || {
            loop {
                let (index, byte) = bytes.next()?;
                let here = node.take()?;
                let transition = here.transition(here.find_input(byte)?);
                place += transition.out.value();
                let next = self.words.node(transition.addr);
                let found = next.is_final().then(|| place + next.final_output().value());
                node = Some(next);
                if let Some(found) = found {
                    return Some((index + 1, found));
                }
            }
        })
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
