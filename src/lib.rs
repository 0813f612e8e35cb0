//! Checks a Chinese-English text for translation mismatches.

pub mod dictionary;
pub mod document;
pub mod input;
pub mod lexicon;
pub mod link;
pub mod text;
