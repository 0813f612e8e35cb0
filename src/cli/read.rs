//! From paths to documents.

use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context as _, anyhow};

use crate::document::Document;
use crate::input::{self, transcript};
use crate::text::{Side, Source};

/// Reads a transcript that holds both languages.
pub(super) fn read_one(path: &Path) -> anyhow::Result<Document> {
    let source = read_source(path)?;
    transcript::read(source).with_context(|| path.display().to_string())
}

/// Reads a transcript in two files of one language each.
pub(super) fn read_two(zh: &Path, en: &Path) -> anyhow::Result<Document> {
    transcript::read_two(read_source(zh)?, read_source(en)?).map_err(|(side, error)| {
        let path = match side {
            Side::Zh => zh,
            Side::En => en,
        };
        anyhow!("{}: {error}", path.display())
    })
}

/// The text of a file, or of standard input for `-`.
pub(super) fn read_source(path: &Path) -> anyhow::Result<Source> {
    let (name, bytes) = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).context("cannot read standard input")?;
        (Path::new("<stdin>"), bytes)
    } else {
        let bytes = std::fs::read(path);
        (path, bytes.with_context(|| format!("cannot read {}", path.display()))?)
    };
    Ok(input::decode(name, &bytes)?)
}
