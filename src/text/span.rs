//! Byte ranges.

use std::fmt;
use std::ops::Range;

/// A half-open range of bytes in some text, `start <= end`.
///
/// A span says nothing of which text it belongs to; whoever hands one out says so. It always lies
/// on character boundaries of that text, so that [`Span::of`] cannot fail on the text it was made
/// for.
///
/// ```
/// use duizhao::text::Span;
/// let span = Span::new(0, 6);
/// assert_eq!(span.of("对照 duizhao"), "对照");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from byte `start` up to, but not including, byte `end`.
    ///
    /// # Panics
    /// If `start > end`.
    #[inline]
    pub fn new(start: u32, end: u32) -> Span {
        assert!(start <= end, "span {start}..{end} ends before it starts");
        Span { start, end }
    }

    /// A span from `usize` offsets, as the standard library's string searches give them.
    ///
    /// # Panics
    /// If `start > end` or an offset does not fit into 32 bits; texts are limited to 4 GiB where
    /// they are read.
    #[inline]
    pub fn at(range: Range<usize>) -> Span {
        let fit = |offset: usize| u32::try_from(offset).expect("texts are shorter than 4 GiB");
        Span::new(fit(range.start), fit(range.end))
    }

    /// First byte.
    #[inline]
    pub fn start(self) -> u32 {
        self.start
    }

    /// The byte after the last.
    #[inline]
    pub fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    #[inline]
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range that indexes a string.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of `text` that the span covers, or nothing where it does not fit `text`.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The same span in a text that has `base` bytes put before it.
    #[inline]
    pub fn shift(self, base: u32) -> Span {
        Span::new(self.start + base, self.end + base)
    }

    /// The smallest span that covers both.
    #[inline]
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether `other` lies within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the spans share at least one byte.
    #[inline]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
