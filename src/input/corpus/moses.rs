//! Two files of one segment a line, where line k of the one translates line k of the other, as Moses and
//! OPUS keep corpora.

use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8};

use super::chunk::Chunk;
use super::{CorpusError, RowError, Stretch};
use crate::document::{Document, Turn, TurnId};
use crate::text::{Base, MappedText, Side, Source, Span};

/// Reads both files a stretch of lines at a time.
pub struct ParallelReader<R> {
    sides: [Half<R>; 2],
    rows: usize,
    /// Whether it was said that one file ends before the other.
    told: bool,
}

struct Half<R> {
    input: R,
    path: PathBuf,
    /// What stands before the lines that come next.
    base: Base,
    /// Lines that were read and not yet taken.
    ahead: String,
    encoding: &'static Encoding,
}

impl<R: BufRead> ParallelReader<R> {
    /// A reader of a Chinese and an English file.
    pub fn new(zh: (R, &Path), en: (R, &Path)) -> ParallelReader<R> {
        let half = |(input, path): (R, &Path)| Half {
            input,
            path: path.to_owned(),
            base: Base::default(),
            ahead: String::new(),
            encoding: UTF_8,
        };
        ParallelReader { sides: [half(zh), half(en)], rows: 0, told: false }
    }

    /// The same for files that were in these encodings, behind byte order marks of so many bytes, before they
    /// were made UTF-8, the Chinese one first: places are those of the files.
    #[must_use]
    pub fn transcoded_from(mut self, were: [(&'static Encoding, usize); 2]) -> ParallelReader<R> {
        for (half, (encoding, mark)) in self.sides.iter_mut().zip(were) {
            half.encoding = encoding;
            half.base.bytes = mark as u64;
        }
        self
    }

    /// The next stretch, or nothing at the end of both files.
    ///
    /// # Errors
    /// Where a file cannot be read, or is not in UTF-8.
    pub fn next_stretch(&mut self) -> Result<Option<Stretch>, CorpusError> {
        for half in &mut self.sides {
            half.fill()?;
        }
        let [zh, en] = self.sides.each_ref().map(|half| half.ahead.split_inclusive('\n').count());
        // What one file has behind the end of the other has no counterpart.
        let rows = if zh == 0 || en == 0 { zh.max(en) } else { zh.min(en) };
        if rows == 0 {
            return Ok(None);
        }
        let errors = self.unequal(zh, en).into_iter().collect();
        let texts = self.sides.each_mut().map(|half| half.take(rows));
        let spans = texts.each_ref().map(|text| lines(text));
        let turns = [Side::Zh, Side::En].map(|side| {
            let (text, spans) = (&texts[side as usize], &spans[side as usize]);
            // Behind the end of the shorter file there are no lines to miss: that was told as an error.
            let turn = |(at, span): (usize, Span)| {
                let mut mapped = MappedText::new();
                mapped.push_verbatim(text, span);
                let id = TurnId::at(side, self.rows + at);
                Turn { id, speaker: None, text: mapped, extent: span, marks: Vec::new() }
            };
            spans.iter().copied().enumerate().map(turn).collect::<Vec<_>>()
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

    /// That one of the files ends before the other, said once.
    fn unequal(&mut self, zh: usize, en: usize) -> Option<RowError> {
        if (zh > 0 && en > 0) || std::mem::replace(&mut self.told, true) {
            return None;
        }
        let (longer, shorter) = if zh > 0 { (0, 1) } else { (1, 0) };
        Some(RowError {
            path: self.sides[longer].path.clone(),
            line: self.sides[longer].base.lines + 1,
            problem: format!(
                "{} has no line {}: the files must have as many lines",
                self.sides[shorter].path.display(),
                self.rows + 1
            ),
        })
    }
}

impl<R: BufRead> Half<R> {
    /// Reads on, unless something is left of what was read before.
    fn fill(&mut self) -> Result<(), CorpusError> {
        if self.ahead.is_empty() {
            let (input, path, base) = (&mut self.input, &self.path, &mut self.base);
            self.ahead = Chunk { input, path, base }.lines()?;
        }
        Ok(())
    }

    /// Takes the first lines of what was read.
    fn take(&mut self, lines: usize) -> String {
        let end = memchr::memchr_iter(b'\n', self.ahead.as_bytes()).nth(lines.saturating_sub(1));
        let rest = end.filter(|_| lines > 0).map(|end| self.ahead.split_off(end + 1));
        match (lines, rest) {
            (0, _) => String::new(),
            (_, rest) => std::mem::replace(&mut self.ahead, rest.unwrap_or_default()),
        }
    }

    /// The text as a part of its file; the next part starts behind it.
    fn source(&mut self, text: String) -> Arc<Source> {
        let base = self.base;
        let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
        self.base.lines = base.lines.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        let source = Source::from_encoded(self.path.clone(), text, self.encoding).behind(base);
        self.base.bytes += source.file_length();
        Arc::new(source)
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
