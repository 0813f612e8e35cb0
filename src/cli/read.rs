//! From paths to documents.

use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context as _, anyhow};

use crate::document::Document;
use crate::input::{self, subtitles, transcript};
use crate::text::{Side, Source};

/// Reads a transcript that holds both languages.
pub(super) fn read_one(path: &Path) -> anyhow::Result<Document> {
    let source = read_source(path)?;
    transcript::read(source).with_context(|| path.display().to_string())
}

/// How a text in two files is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Turns or paragraphs.
    Turns,
    /// One segment a line.
    Lines,
    /// Cues with times.
    Subtitles,
}

/// Reads a text in two files of one language each.
pub(super) fn read_two(zh: &Path, en: &Path, layout: Layout) -> anyhow::Result<Document> {
    let (zh_source, en_source) = (read_source(zh)?, read_source(en)?);
    let path = |side| if side == Side::Zh { zh.display() } else { en.display() };
    match layout {
        Layout::Turns => transcript::read_two(zh_source, en_source)
            .map_err(|(side, error)| anyhow!("{}: {error}", path(side))),
        Layout::Subtitles => subtitles::read_two(zh_source, en_source)
            .map_err(|(side, error)| anyhow!("{}: {error}", path(side))),
        Layout::Lines => Ok(input::lines(zh_source, en_source)),
    }
}

/// The text of a file, or of standard input for `-`.
pub(super) fn read_source(path: &Path) -> anyhow::Result<Source> {
    let (name, bytes) = if path == Path::new("-") {
        let bytes = read_all(io::stdin().lock()).context("cannot read standard input")?;
        (Path::new("<stdin>"), bytes)
    } else {
        (path, read_file(path).with_context(|| format!("cannot read {}", path.display()))?)
    };
    Ok(input::decode(name, &bytes)?)
}

/// The bytes of a file, unpacked where it is packed.
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    read_all(input::unpacked(std::fs::File::open(path)?)?)
}

/// All bytes, or one more than a text may have: a small file may unpack to one without end.
fn read_all(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(input::LONGEST_TEXT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
