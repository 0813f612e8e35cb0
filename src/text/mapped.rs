//! Text taken out of a file, with the way back.

use super::Span;

/// Text that was taken out of a [`Source`](super::Source), with the way back.
///
/// A turn's text is not always one stretch of its file: paragraphs are joined by a newline, markup
/// between them is left out, and other formats unescape. Rules work on the joined text; a span of
/// it is led back to the file only when a place is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappedText {
    text: String,
    /// Where in the source the stretch that starts at a byte of `text` stands: both ascending.
    /// Within a stretch the two run in step.
    anchors: Vec<Anchor>,
    /// Where an empty text stands in the source.
    home: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Anchor {
    text: u32,
    source: Span,
}

impl MappedText {
    /// An empty text.
    pub fn new() -> MappedText {
        MappedText::default()
    }

    /// Adds what stands at `span` of the source, word for word.
    pub fn push_verbatim(&mut self, source_text: &str, span: Span) {
        self.push_mapped(span.of(source_text), span);
    }

    /// Adds `text`, which stands for the source at `span` (an unescaped entity, say). If the
    /// lengths differ, every place inside it is led back to the whole of `span`. An empty text stands
    /// where `span` starts.
    pub fn push_mapped(&mut self, text: &str, span: Span) {
        if text.is_empty() {
            if self.anchors.is_empty() {
                self.home = span.start();
            }
            return;
        }
        let start = Span::at(0..self.text.len()).end();
        self.anchors.push(Anchor { text: start, source: span });
        self.text.push_str(text);
    }

    /// Adds text that stands nowhere in the source, such as the newline between two paragraphs.
    pub fn push_joint(&mut self, text: &str) {
        let at = self.anchors.last().map_or(0, |anchor| anchor.source.end());
        self.push_mapped(text, Span::new(at, at));
    }

    /// Adds what stands at `span` of `other`, which was taken out of the same source.
    pub(crate) fn push_part(&mut self, other: &MappedText, span: Span) {
        let end = Span::at(0..other.text.len()).end();
        let first = other.anchors.partition_point(|anchor| anchor.text <= span.start());
        for at in first.saturating_sub(1)..other.anchors.len() {
            let start = other.anchors[at].text.max(span.start());
            let next = other.anchors.get(at + 1).map_or(end, |next| next.text);
            let part = Span::new(start, next.min(span.end()).max(start));
            if start >= span.end() {
                break;
            }
            self.push_mapped(part.of(&other.text), other.to_source(part));
        }
    }

    /// The same text without what stands at `cut`.
    #[must_use]
    pub(crate) fn without(&self, cut: Span) -> MappedText {
        let end = Span::at(0..self.text.len()).end();
        let mut kept = MappedText { home: self.home, ..MappedText::new() };
        kept.push_part(self, Span::new(0, cut.start()));
        kept.push_part(self, Span::new(cut.end(), end));
        kept
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where `span` of the text stands in the source.
    pub fn to_source(&self, span: Span) -> Span {
        let start = self.offset_to_source(span.start(), false);
        let end = if span.is_empty() { start } else { self.offset_to_source(span.end(), true) };
        Span::new(start, end.max(start))
    }

    /// The stretch of the text that stands for the source at `span`. Where nothing was taken over from
    /// there, it is empty and stands between what was before and behind.
    pub(crate) fn stretch_of(&self, span: Span) -> Span {
        let end = Span::at(0..self.text.len()).end();
        let at = self.anchors.partition_point(|anchor| anchor.source.start() < span.start());
        let start = |index: usize| self.anchors.get(index).map_or(end, |anchor| anchor.text);
        match self.anchors.get(at) {
            Some(anchor) if anchor.source == span => Span::new(anchor.text, start(at + 1)),
            _ => Span::new(start(at), start(at)),
        }
    }

    /// Leads one offset back; `end` tells whether it closes a span, so that it belongs to the
    /// stretch before it.
    fn offset_to_source(&self, offset: u32, end: bool) -> u32 {
        let after = self.anchors.partition_point(|anchor| {
            if end { anchor.text < offset } else { anchor.text <= offset }
        });
        let Some(anchor) = after.checked_sub(1).and_then(|index| self.anchors.get(index)) else {
            return self.anchors.first().map_or(self.home, |anchor| anchor.source.start());
        };
        let next = self.anchors.get(after).map_or(self.text.len() as u32, |next| next.text);
        let into = offset - anchor.text;
        if anchor.source.len() == next - anchor.text {
            anchor.source.start() + into
        } else if end {
            anchor.source.end()
        } else {
            anchor.source.start()
        }
    }
}
