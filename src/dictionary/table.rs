//! The compiled dictionary, read where it lies.

use std::borrow::Cow;
use std::sync::OnceLock;

use fst::raw::{CompiledAddr, Fst};

/// A table made by [`super::compile::compile`].
pub(super) struct Table {
    words: Fst<Cow<'static, [u8]>>,
    /// For each Han character of the basic block where the words go on that begin with it. Every character of a
    /// text is looked up, and the way through three bytes of UTF-8 is long.
    behind: OnceLock<Vec<Option<Behind>>>,
    records: Cow<'static, [u8]>,
    stems: Fst<Cow<'static, [u8]>>,
    /// A bit for each stem that is a word as it stands.
    whole: Cow<'static, [u8]>,
    /// A bit for each stem that is the name of a place.
    named: Cow<'static, [u8]>,
}

/// A place in the words behind their first character.
#[derive(Clone, Copy)]
struct Behind {
    node: CompiledAddr,
    /// What was added up on the way to it.
    place: u64,
}

/// The Han characters of the basic block, all of three bytes in UTF-8.
const BLOCK: (char, char) = ('\u{4E00}', '\u{9FFF}');

/// How many bytes the lengths of the parts take.
const LENGTHS: usize = 20;

impl Table {
    /// Opens a table; it takes microseconds, since nothing is read but five lengths. `None` if
    /// `bytes` are no such table.
    pub(super) fn open(bytes: Cow<'static, [u8]>) -> Option<Table> {
        let length = |part: usize| -> Option<usize> {
            let bytes = bytes.get(part * 4..part * 4 + 4)?;
            Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
        };
        let records_at = LENGTHS + length(0)?;
        let stems_at = records_at + length(1)?;
        let whole_at = stems_at + length(2)?;
        let named_at = whole_at + length(3)?;
        let end = named_at + length(4)?;
        let part = |start: usize, end: usize| -> Option<Cow<'static, [u8]>> {
            match &bytes {
                Cow::Borrowed(bytes) => bytes.get(start..end).map(Cow::Borrowed),
                Cow::Owned(bytes) => bytes.get(start..end).map(|part| Cow::Owned(part.to_vec())),
            }
        };
        Some(Table {
            words: Fst::new(part(LENGTHS, records_at)?).ok()?,
            behind: OnceLock::new(),
            records: part(records_at, stems_at)?,
            stems: Fst::new(part(stems_at, whole_at)?).ok()?,
            whole: part(whole_at, named_at)?,
            named: part(named_at, end)?,
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
        let block = BLOCK.0..=BLOCK.1;
        let known = text.chars().next().filter(|first| block.contains(first));
        let (mut node, mut place, read) = match known {
            Some(first) => match self.behind(first) {
                Some(behind) => {
                    (Some(self.words.node(behind.node)), behind.place, first.len_utf8())
                }
                None => (None, 0, text.len()),
            },
            None => (Some(self.words.root()), 0, 0),
        };
        let mut bytes = text.bytes().enumerate().skip(read);
        // The first character may be a word by itself.
        let mut here = node
            .filter(|node| read > 0 && node.is_final())
            .map(|node| (read, place + node.final_output().value()));
        std::iter::from_fn(move || {
            loop {
                if let Some(found) = here.take() {
                    return Some(found);
                }
                let (index, byte) = bytes.next()?;
                let last = node.take()?;
                let transition = last.transition(last.find_input(byte)?);
                place += transition.out.value();
                let next = self.words.node(transition.addr);
                here = next.is_final().then(|| (index + 1, place + next.final_output().value()));
                node = Some(next);
            }
        })
    }

    /// Where the words go on that begin with `first`, a character of [`BLOCK`].
    fn behind(&self, first: char) -> Option<Behind> {
        let place = |character: char| character as usize - BLOCK.0 as usize;
        let all = self.behind.get_or_init(|| {
            let mut all = vec![None; place(BLOCK.1) + 1];
            let root = self.words.root();
            for one in root.transitions() {
                for two in self.words.node(one.addr).transitions() {
                    for three in self.words.node(two.addr).transitions() {
                        let bytes = [one.inp, two.inp, three.inp];
                        let character = str::from_utf8(&bytes).ok().and_then(|c| c.parse().ok());
                        let character = character.filter(|c| (BLOCK.0..=BLOCK.1).contains(c));
                        let Some(slot) = character.and_then(|c| all.get_mut(place(c))) else {
                            continue;
                        };
                        let place = [one, two, three].iter().map(|step| step.out.value()).sum();
                        *slot = Some(Behind { node: three.addr, place });
                    }
                }
            }
            all
        });
        all.get(place(first)).copied().flatten()
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
