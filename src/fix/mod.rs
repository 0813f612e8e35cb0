//! Writes a transcript anew so that every Chinese turn stands beside its English.
//!
//! Nothing is rephrased: turns are moved, cut and joined where the links say so. Headings, comments
//! and all else between the turns stay. What was in order before comes out byte for byte as it
//! was, so that fixing a fixed file changes nothing.

mod labels;
mod layout;
mod plan;

use std::fmt;

use crate::document::Document;
use crate::link::Links;
use crate::text::Side;

pub use labels::Relabelled;

/// Why a document cannot be fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FixError {
    /// There is no one text to write.
    #[error("the languages stand in two files; `fix` re-pairs one file that holds both")]
    TwoFiles,
    /// A table, or a turn and its translation with `<br>` between them.
    #[error("two turns share line {line}; `fix` re-pairs turns that stand in lines of their own")]
    SharedLine {
        /// The first such line, from 1.
        line: u32,
    },
}

/// What was done to a document, in turns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// English turns that stand beside another Chinese turn than before.
    pub moved: usize,
    /// Turns that were cut into parts for several counterparts.
    pub cut: usize,
    /// Turns that were put together from several.
    pub joined: usize,
    /// Second copies that were left out.
    pub dropped: usize,
    /// Turns marked by a comment because their counterpart is nowhere.
    pub marked: usize,
    /// Turns kept at the end because they translate nothing.
    pub kept: usize,
    /// Turns that stand under another name than before.
    pub relabelled: usize,
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.moved, "moved"),
            (self.cut, "cut"),
            (self.joined, "joined"),
            (self.relabelled, "relabelled"),
            (self.dropped, "left out as second copies"),
            (self.marked, "marked as without a counterpart"),
            (self.kept, "kept at the end without a place"),
        ];
        let shown = counts.iter().filter(|(count, _)| *count > 0);
        let shown: Vec<String> = shown.map(|(count, what)| format!("{count} {what}")).collect();
        if shown.is_empty() {
            f.write_str("turns: all stay, what stands between them changes")
        } else {
            write!(f, "turns: {}", shown.join(", "))
        }
    }
}

/// A document re-paired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The text of the whole file.
    pub text: String,
    /// What was done.
    pub changes: Changes,
    /// Which turns stand under another name, in the order of the new text.
    pub labels: Vec<Relabelled>,
}

/// The text of `document` with every Chinese turn beside the English that `links` give it.
///
/// # Errors
/// Where the document stands in two files, or turns share a line.
pub fn fix(document: &Document, links: &Links) -> Result<Fixed, FixError> {
    if !document.is_interleaved() {
        return Err(FixError::TwoFiles);
    }
    if let Some(line) = layout::shared_line(document) {
        return Err(FixError::SharedLine { line });
    }
    // A block of turns before a block of their translations is another layout, and no fault.
    if links.events.is_empty() {
        let text = document.source(Side::Zh).text().to_owned();
        return Ok(Fixed { text, changes: Changes::default(), labels: Vec::new() });
    }
    let plan = plan::Plan::new(document, &links.links);
    let labels = labels::Labels::new(document, &links.links);
    Ok(layout::write(document, &plan, &labels))
}
