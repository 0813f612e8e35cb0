//! Two files of one segment a line, where line k of the one translates line k of the other, as Moses and
//! OPUS keep corpora.

use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{CorpusError, RowError, STRETCH, Stretch, decoded};
use crate::document::{Document, Turn, TurnId};
use crate::text::{Base, MappedText, Side, Source, Span};

/// Reads both files a stretch of lines at a time.
pub struct ParallelReader<R> {
    sides: [Half<R>; 2],
    rows: usize,
}

struct Half<R> {
    input: R,
    path: PathBuf,
    base: Base,
}

impl<R: BufRead> ParallelReader<R> {
    /// A reader of a Chinese and an English file.
    pub fn new(zh: (R, &Path), en: (R, &Path)) -> ParallelReader<R> {
        let half = |(input, path): (R, &Path)| Half {
            input,
            path: path.to_owned(),
            base: Base::default(),
        };
        ParallelReader { sides: [half(zh), half(en)], rows: 0 }
    }

    /// The next stretch, or nothing at the end of both files.
    ///
    /// # Errors
    /// Where a file cannot be read, or is not in UTF-8.
    pub fn next_stretch(&mut self) -> Result<Option<Stretch>, CorpusError> {
        let [zh, en] = &mut self.sides;
        let (zh_text, en_text) = (zh.next_text()?, en.next_text()?);
        if zh_text.is_empty() && en_text.is_empty() {
            return Ok(None);
        }
        let spans = [lines(&zh_text), lines(&en_text)];
        let rows = spans[0].len().max(spans[1].len());
        let mut errors = Vec::new();
        if spans[0].len() != spans[1].len() {
            let (longer, shorter) = if spans[0].len() > spans[1].len() { (0, 1) } else { (1, 0) };
            errors.push(RowError {
                path: self.sides[longer].path.clone(),
                line: self.sides[longer].base.lines + spans[shorter].len() as u32 + 1,
                problem: format!(
                    "{} has no line {}: the files must have as many lines",
                    self.sides[shorter].path.display(),
                    self.rows + spans[shorter].len() + 1
                ),
            });
        }
        let texts = [zh_text, en_text];
        let turns = [Side::Zh, Side::En].map(|side| {
            let (text, spans) = (&texts[side as usize], &spans[side as usize]);
            let turn = |at: usize| {
                let end = Span::at(text.len()..text.len());
                let span = spans.get(at).copied().unwrap_or(end);
                let mut mapped = MappedText::new();
                mapped.push_verbatim(text, span);
                let id = TurnId::at(side, self.rows + at);
                Turn { id, speaker: None, text: mapped, extent: span, marks: Vec::new() }
            };
            (0..rows).map(turn).collect::<Vec<_>>()
        });
        let before = self.rows;
        self.rows += rows;
        let [zh_turns, en_turns] = turns;
        let [zh_text, en_text] = texts;
        let [zh, en] = &mut self.sides;
        let document = Document::of_row_files(
            (zh.source(zh_text), zh_turns),
            (en.source(en_text), en_turns),
            before,
        );
        Ok(Some(Stretch { document, errors }))
    }
}

impl<R: BufRead> Half<R> {
    fn next_text(&mut self) -> Result<String, CorpusError> {
        let mut bytes = Vec::new();
        for _ in 0..STRETCH {
            let read = self.input.read_until(b'\n', &mut bytes);
            let read =
                read.map_err(|source| CorpusError::Io { path: self.path.clone(), source })?;
            if read == 0 {
                break;
            }
        }
        decoded(bytes, &self.path, &mut self.base)
    }

    /// The text as a part of its file; the next part starts behind it.
    fn source(&mut self, text: String) -> Arc<Source> {
        let base = self.base;
        let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
        self.base.lines = base.lines.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.base.bytes += text.len() as u64;
        Arc::new(Source::from_text(self.path.clone(), text).behind(base))
    }
}

/// The lines of a text, without the white space around them. Blank lines are rows too.
fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let start = at + (line.len() - line.trim_start().len()).min(line.len());
            at += line.len();
            let trimmed = line.trim();
            if trimmed.is_empty() {
                Span::at(at - line.len()..at - line.len())
            } else {
                Span::at(start..start + trimmed.len())
            }
        })
        .collect()
}
