//! What the user wants to hear of: applied to findings after the rules, in one place.

mod changed;
mod grades;
mod order;
mod selection;
mod suppress;

pub use changed::Earlier;
pub use grades::Grades;
pub use selection::{Selection, UnknownRule, rule_called};
pub(crate) use suppress::apply as without_suppressed;
