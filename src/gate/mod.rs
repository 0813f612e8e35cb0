//! What the user wants to hear of: applied to findings after the rules, in one place.

mod selection;

pub use selection::{Selection, UnknownRule};
