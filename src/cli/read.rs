//! From paths, and from the bytes of older versions, to documents and corpora.

use std::fs::{File, Metadata};
use std::io::{self, BufRead, Read};
use std::path::Path;
use std::sync::OnceLock;

use anyhow::{Context as _, anyhow, bail};
use indicatif::ProgressBar;

use super::origin::Origin;
use crate::document::Document;
use crate::input::corpus::{ColumnChoice, CorpusFormat, CorpusReader, ParallelReader};
use crate::input::transcript::{self, TranscriptError};
use crate::input::{
    self, DecodeError, DecodeErrorKind, Looks, Transcoded, extension, looks_like, subtitles,
};
use crate::text::{Side, Source};

/// Reads a transcript that holds both languages.
pub(super) fn read_one(from: Origin<'_>) -> anyhow::Result<Document> {
    let source = read_source(from)?;
    let shown = from.name().display();
    let is_json = extension(from.name()).as_deref() == Some("json");
    if is_json && source.text().trim_start().starts_with(['[', '{']) {
        bail!(
            "{shown}: JSON is read with one object a line: `jq -c '.[]' {shown}` makes that of a list, and \
             `--input jsonl` reads it"
        );
    }
    one(source).with_context(|| shown.to_string())
}

/// The transcript that `source` holds.
pub(super) fn one(source: Source) -> anyhow::Result<Document> {
    Ok(transcript::read(source)?)
}

/// Whether `error`, which reading a transcript ended with, says that there is no text in two languages. In
/// anything else the file may still hold one.
pub(super) fn is_no_transcript(error: &anyhow::Error) -> bool {
    let is_empty = |error: &DecodeError| matches!(error.kind, DecodeErrorKind::Empty);
    error.downcast_ref::<TranscriptError>().is_some()
        || error.downcast_ref::<DecodeError>().is_some_and(is_empty)
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
    two(read_source(Origin::of(zh))?, read_source(Origin::of(en))?, layout)
}

/// The text whose two languages `zh` and `en` hold.
pub(super) fn two(zh: Source, en: Source, layout: Layout) -> anyhow::Result<Document> {
    let paths = [&zh, &en].map(|source| source.path().to_owned());
    let path = |side: Side| paths[side as usize].display();
    match layout {
        Layout::Turns => {
            transcript::read_two(zh, en).map_err(|(side, error)| anyhow!("{}: {error}", path(side)))
        }
        Layout::Subtitles => {
            subtitles::read_two(zh, en).map_err(|(side, error)| anyhow!("{}: {error}", path(side)))
        }
        Layout::Lines => Ok(input::lines(zh, en)),
    }
}

/// The text of a corpus.
pub(super) type Rows = Box<dyn BufRead + Send>;

/// Opens a corpus, packed or not, in any encoding that is read. `bar` shows how much of it is read.
pub(super) fn open_corpus(
    from: Origin<'_>,
    format: CorpusFormat,
    columns: Option<ColumnChoice>,
    bar: &ProgressBar,
) -> anyhow::Result<CorpusReader<Rows>> {
    match from {
        Origin::Stdin(name) => corpus(name, bar.wrap_read(stdin()), format, columns),
        Origin::File(path) => {
            let file = File::open(path).with_context(|| cannot_read(path))?;
            corpus(path, bar.wrap_read(file), format, columns)
        }
    }
}

/// A reader of the corpus that `input` holds, which is called `name`.
pub(super) fn corpus(
    name: &Path,
    input: impl Read + Send + 'static,
    format: CorpusFormat,
    columns: Option<ColumnChoice>,
) -> anyhow::Result<CorpusReader<Rows>> {
    let Transcoded { input, encoding, mark } = text(name, input)?;
    let reader = CorpusReader::new(input, name, format, None).transcoded_from(encoding, mark);
    Ok(match columns {
        Some(choice) => reader.choosing(choice),
        None => reader,
    })
}

/// Opens two files whose lines belong together one by one, the Chinese one first.
pub(super) fn open_parallel(paths: [&Path; 2]) -> anyhow::Result<ParallelReader<Rows>> {
    let open = |path: &Path| File::open(path).with_context(|| cannot_read(path));
    parallel(paths, [open(paths[0])?, open(paths[1])?])
}

/// A reader of two such texts, which are called `names`.
pub(super) fn parallel(
    names: [&Path; 2],
    [zh, en]: [impl Read + Send + 'static; 2],
) -> anyhow::Result<ParallelReader<Rows>> {
    let (zh, en) = (text(names[0], zh)?, text(names[1], en)?);
    let were = [&zh, &en].map(|text| (text.encoding, text.mark));
    let reader = ParallelReader::new((zh.input, names[0]), (en.input, names[1]));
    Ok(reader.transcoded_from(were))
}

/// What `input` holds, unpacked and as UTF-8.
fn text(name: &Path, input: impl Read + Send + 'static) -> anyhow::Result<Transcoded<'static>> {
    let text = input::unpacked(input).and_then(input::transcoded);
    text.with_context(|| cannot_read(name))
}

fn cannot_read(path: &Path) -> String {
    format!("cannot read {}", path.display())
}

/// The text that stands there.
pub(super) fn read_source(from: Origin<'_>) -> anyhow::Result<Source> {
    match from {
        Origin::Stdin(name) => decoded(name, stdin()),
        Origin::File(path) => decoded(path, File::open(path).with_context(|| cannot_read(path))?),
    }
}

/// The text that `bytes` hold, packed or not, in any encoding that is read.
pub(super) fn decoded(name: &Path, bytes: impl Read + Send) -> anyhow::Result<Source> {
    let bytes = input::unpacked(bytes).and_then(read_all).with_context(|| cannot_read(name))?;
    Ok(input::decode(name, &bytes)?)
}

/// What a text looks like. One that cannot be read looks like nothing.
pub(super) fn looks(from: Origin<'_>) -> Option<Looks> {
    let Origin::File(path) = from else {
        let head = STDIN_HEAD.get_or_init(|| head(io::stdin()));
        return looks_like(head, head.len() == input::HEAD);
    };
    let metadata = path.metadata().ok().filter(Metadata::is_file)?;
    let head = head(File::open(path).ok()?);
    looks_like(&head, metadata.len() > head.len() as u64)
}

/// What was taken from standard input to see what it is; it is read again with the rest.
static STDIN_HEAD: OnceLock<Vec<u8>> = OnceLock::new();

/// All of standard input.
fn stdin() -> impl Read + Send {
    let head = STDIN_HEAD.get().map_or(&[][..], Vec::as_slice);
    head.chain(io::stdin())
}

/// The first bytes, as many as can be had: an error comes again where the rest is read.
fn head(from: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = from.take(input::HEAD as u64).read_to_end(&mut bytes);
    bytes
}

/// All bytes, or one more than a text may have: a small file may unpack to one without end.
fn read_all(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(input::LONGEST_TEXT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
