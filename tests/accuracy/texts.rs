//! Transcripts that were written for these tests.

use std::path::{Path, PathBuf};

use duizhao::document::Document;
use duizhao::input::transcript;
use duizhao::text::Source;

/// A folder of them.
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// The one that is called `name`, read.
pub(crate) fn transcript(folder_name: &str, name: &str) -> Document {
    let path = folder(folder_name).join(format!("{name}.md"));
    let text = std::fs::read_to_string(&path).expect("a transcript");
    transcript::read(Source::from_text(&path, text)).expect("turns in two languages")
}
