//! Text and places in it: spans, scripts, sentences, lines.
//!
//! Nothing here knows of transcripts, links or rules.

mod side;
mod source;
mod span;

pub use side::Side;
pub use source::{Position, Source};
pub use span::Span;
