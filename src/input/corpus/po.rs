//! Message catalogues of GNU gettext
//! (<https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html>).

use super::{Cell, Mark, Row};
use crate::text::{MappedText, Span, is_han};

/// The rows of a stretch of a catalogue: one for each message that has a translation. Obsolete and
/// fuzzy messages are left out, as every program that uses the catalogue leaves them out.
pub(super) fn rows(text: &str) -> Vec<(u32, Row)> {
    let mut rows = Vec::new();
    let mut entry = Entry::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if bare.is_empty() {
            rows.extend(std::mem::take(&mut entry).finished());
            continue;
        }
        if bare.starts_with("#~") {
            continue;
        }
        if bare.starts_with('#') {
            entry.fuzzy |= bare.starts_with("#,") && bare.contains("fuzzy");
            continue;
        }
        entry.start.get_or_insert(start);
        entry.line(text, bare, start);
    }
    rows.extend(entry.finished());
    rows
}

/// Which string of an entry a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Source,
    Target,
    /// Context, plurals: not compared.
    Other,
}

#[derive(Default)]
struct Entry {
    start: Option<usize>,
    fuzzy: bool,
    field: Option<Field>,
    source: Part,
    target: Part,
    problem: Option<String>,
}

#[derive(Default)]
struct Part {
    text: MappedText,
    extent: Option<Span>,
    marks: Vec<Mark>,
}

impl Entry {
    fn line(&mut self, text: &str, line: &str, start: usize) {
        let (keyword, rest) = match line.find('"') {
            Some(quote) => (line[..quote].trim(), quote),
            None => {
                self.problem.get_or_insert_with(|| "expected a quoted string".to_owned());
                return;
            }
        };
        if !keyword.is_empty() {
            self.field = Some(match keyword {
                "msgid" => Field::Source,
                "msgstr" | "msgstr[0]" => Field::Target,
                _ => Field::Other,
            });
        }
        let Some(inner) = line[rest..].strip_prefix('"').and_then(|line| line.strip_suffix('"'))
        else {
            self.problem.get_or_insert_with(|| "a string is not closed".to_owned());
            return;
        };
        let from = start + rest + 1;
        let part = match self.field {
            Some(Field::Source) => &mut self.source,
            Some(Field::Target) => &mut self.target,
            _ => return,
        };
        let span = Span::at(from..from + inner.len());
        part.extent = Some(part.extent.map_or(span, |extent| extent.join(span)));
        part.push(text, span);
    }

    fn finished(self) -> Option<(u32, Row)> {
        let start = self.start? as u32;
        if let Some(problem) = self.problem {
            return Some((start, Err(problem)));
        }
        let (source, target) = (self.source, self.target);
        let header = source.text.as_str().is_empty();
        if header || self.fuzzy || target.text.as_str().is_empty() {
            return None;
        }
        // Catalogues go from English to Chinese, but some go the other way.
        let swapped =
            source.text.as_str().chars().any(is_han) && !target.text.as_str().chars().any(is_han);
        let cell = |part: Part| Cell {
            text: part.text,
            extent: part.extent.unwrap_or(Span::new(start, start)),
            marks: part.marks,
        };
        let (zh, en) = if swapped { (source, target) } else { (target, source) };
        Some((start, Ok([cell(zh), cell(en)])))
    }
}

impl Part {
    /// Adds the inside of a string literal: escapes resolved, placeholders noted and left out.
    fn push(&mut self, source: &str, span: Span) {
        let inner = span.of(source);
        let base = span.start() as usize;
        let mut at = 0;
        while at < inner.len() {
            let rest = &inner[at..];
            if let Some(length) = super::placeholder(rest) {
                let span = Span::at(base + at..base + at + length);
                self.marks.push(Mark { text: rest[..length].to_owned(), span });
                // Something stood there: words around it are not one.
                self.text.push_mapped(" ", span);
                at += length;
                continue;
            }
            let length = match rest.strip_prefix('\\') {
                Some(escaped) => {
                    let character = escaped.chars().next();
                    let shown = match character {
                        Some('n' | 't' | 'r') => " ",
                        Some('"') => "\"",
                        Some('\\') => "\\",
                        _ => "",
                    };
                    let length = 1 + character.map_or(0, char::len_utf8);
                    self.text.push_mapped(shown, Span::at(base + at..base + at + length));
                    length
                }
                None => {
                    let length = plain(rest);
                    self.text.push_verbatim(source, Span::at(base + at..base + at + length));
                    length
                }
            };
            at += length;
        }
    }
}

/// How far a text goes without an escape and without what may be a placeholder.
fn plain(text: &str) -> usize {
    let special = |(at, c): (usize, char)| at > 0 && matches!(c, '\\' | '%' | '{' | '<' | '$');
    text.char_indices().find(|&hit| special(hit)).map_or(text.len(), |(at, _)| at)
}
