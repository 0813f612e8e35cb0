//! What one speaker says, before it is known which side it fills.

use crate::document::{Speaker, Turn, TurnId};
use crate::text::{Language, MappedText, Side, Source, Span, language_of};

use super::shape::Label;
use super::{inline, layout};

/// A label and what stands under it.
pub(super) struct Block {
    label: Option<Label>,
    text: MappedText,
    extent: Span,
}

impl Block {
    /// What stands in `paragraphs`, below or behind `label`.
    pub(super) fn new(source: &Source, label: Option<Label>, paragraphs: &[Span]) -> Block {
        let mut text = MappedText::new();
        for &paragraph in paragraphs {
            if !text.as_str().is_empty() {
                text.push_joint("\n");
            }
            inline::push_visible(source.text(), paragraph, &mut text);
        }
        let start = label.map(|label| label.name.start());
        let start = start.or(paragraphs.first().map(|paragraph| paragraph.start()));
        let end = paragraphs.last().map(|paragraph| paragraph.end());
        let end = end.into_iter().chain(label.map(|label| label.rest)).max();
        let extent = Span::new(start.unwrap_or(0), end.or(start).unwrap_or(0));
        if text.as_str().is_empty() {
            text.push_mapped("", Span::new(extent.end(), extent.end()));
        }
        Block { label, text, extent }
    }

    /// Leaves out of its extent what stands before byte `start`.
    pub(super) fn begin_at(&mut self, start: u32) {
        self.extent = Span::new(start, self.extent.end());
    }

    pub(super) fn view<'t>(&'t self, source: &'t Source) -> layout::Block<'t> {
        layout::Block {
            language: self.language(),
            speaker: self.label.map(|label| source.slice(label.name)),
            text: self.text.as_str(),
        }
    }

    pub(super) fn language(&self) -> Language {
        language_of(self.text.as_str())
    }

    /// What is said.
    pub(super) fn text(&self) -> &str {
        self.text.as_str()
    }

    /// The side of its language, as far as that can be told.
    pub(super) fn side(&self) -> Option<Side> {
        self.language().side()
    }

    pub(super) fn into_turn(self, id: TurnId, source: &Source) -> Turn {
        let speaker = self
            .label
            .map(|label| Speaker { name: source.slice(label.name).to_owned(), span: label.name });
        Turn { id, speaker, text: self.text, extent: self.extent, marks: Vec::new() }
    }
}
