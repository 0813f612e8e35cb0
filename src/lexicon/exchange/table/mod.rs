//! Glossaries as tables: Weblate, Crowdin, DeepL, Google, UTX, and the program's own.

mod columns;
mod formula;
mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;
