//! Text and places in it: spans, languages, lines.
//!
//! Nothing here knows of transcripts, links or rules.

mod any_of;
mod char_index;
mod character_set;
mod clause;
mod counted;
mod lang;
mod mapped;
mod pinyin;
mod placeholder;
mod scan;
mod sentences;
mod side;
mod source;
mod span;
mod stem;
mod suggest;
mod traditional;
mod words;

pub(crate) use any_of::AnyOf;
pub(crate) use char_index::CharIndex;
pub(crate) use character_set::CharacterSet;
pub(crate) use clause::{clause_before, clause_behind, clauses};
pub(crate) use counted::counted;
pub(crate) use lang::is_alphanumeric;
pub use lang::{Language, Scripts, is_han, is_latin, language_of};
pub use mapped::MappedText;
pub(crate) use pinyin::{LONGEST_SYLLABLE, find_read, is_read, read_as, syllables};
pub(crate) use placeholder::{bracketed_words, placeholder, placeholders};
pub(crate) use scan::position;
pub use sentences::sentences;
pub(crate) use sentences::{ends_clause, is_finished};
pub use side::Side;
pub use source::{Base, Origin, Position, Source};
pub use span::Span;
pub use stem::stem;
pub(crate) use suggest::{closest, did_you_mean};
pub(crate) use traditional::{is_simplified, simplified, simplify};
pub use words::latin_words;
