//! A string of a message catalogue: what its literals hold, and the text in it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use quick_xml::escape::unescape;

use super::{Mark, placeholder};
use crate::text::{MappedText, Span, bracketed_words};

/// A string that is written as literals, one a line.
#[derive(Default)]
pub(super) struct Part {
    /// All that the literals hold, escapes resolved.
    held: MappedText,
    extent: Option<Span>,
}

impl Part {
    pub(super) fn as_str(&self) -> &str {
        self.held.as_str()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.as_str().is_empty()
    }

    /// From the first literal to the last.
    pub(super) fn extent(&self) -> Option<Span> {
        self.extent
    }

    /// Adds the inside of a literal, which stands at `span` of `source`.
    pub(super) fn push(&mut self, source: &str, span: Span) {
        self.extent = Some(self.extent.map_or(span, |extent| extent.join(span)));
        let inner = span.of(source);
        let base = span.start() as usize;
        let mut at = 0;
        while at < inner.len() {
            let rest = &inner[at..];
            let length = match rest.strip_prefix('\\') {
                Some(escaped) => {
                    let character = escaped.chars().next();
                    let length = 1 + character.map_or(0, char::len_utf8);
                    let shown = match character {
                        Some('n' | 'r') => "\n",
                        Some('t') => " ",
                        Some('"') => "\"",
                        Some('\\') => "\\",
                        _ => "",
                    };
                    self.held.push_mapped(shown, Span::at(base + at..base + at + length));
                    length
                }
                None => {
                    let length = rest.find('\\').unwrap_or(rest.len());
                    self.held.push_verbatim(source, Span::at(base + at..base + at + length));
                    length
                }
            };
            at += length;
        }
    }

    /// The same without what tells the program, and nobody else, which message is meant: `?verb:Open`, `noun^Open`. The
    /// `translation` has none.
    pub(super) fn without_context(self, translation: &Part) -> Part {
        let length = context(self.as_str());
        if length == 0 || translation.as_str().starts_with(&self.as_str()[..length]) {
            return self;
        }
        Part { held: self.held.without(Span::at(0..length)), ..self }
    }

    /// The text, and the placeholders that are kept out of it.
    pub(super) fn read(&self) -> (MappedText, Vec<Mark>) {
        let held = self.as_str();
        let closing = held.split("</").skip(1).filter_map(|rest| Some(rest.split_once('>')?.0));
        let closed: BTreeSet<&str> = closing.collect();
        let (mut text, mut marks) = (MappedText::new(), Vec::new());
        let mut at = 0;
        while at < held.len() {
            let rest = &held[at..];
            let (shown, length) = match found(&held[..at], rest, &closed) {
                Some(Found::Placeholder(length)) => {
                    let span = self.held.to_source(Span::at(at..at + length));
                    marks.push(Mark { text: rest[..length].to_owned(), span });
                    // Something stood there: words around it are not one.
                    (Some(" ".into()), length)
                }
                Some(Found::Instead(shown, length)) => (Some(shown), length),
                None => (None, plain(rest)),
            };
            let span = Span::at(at..at + length);
            match shown {
                Some(shown) => text.push_mapped(&shown, self.held.to_source(span)),
                None => text.push_part(&self.held, span),
            }
            at += length;
        }
        (text, marks)
    }
}

/// What stands at a place of a string.
enum Found<'t> {
    /// A placeholder so many bytes long.
    Placeholder(usize),
    /// What reads like that, and its length in bytes.
    Instead(Cow<'t, str>, usize),
}

/// What `rest` starts with behind `before`, if that is not read as it stands. `closed` are the tags that are closed
/// somewhere.
fn found<'t>(before: &str, rest: &'t str, closed: &BTreeSet<&str>) -> Option<Found<'t>> {
    // Ke$ha, US$million
    let in_word = rest.starts_with('$') && before.ends_with(|c: char| c.is_ascii_alphabetic());
    if in_word {
        return None;
    }
    if let Some(length) = placeholder(rest) {
        // <file name> is text, unless </file name> closes it.
        let is_text = bracketed_words(&rest[..length]).is_some_and(|words| !closed.contains(words));
        return (!is_text).then_some(Found::Placeholder(length));
    }
    match rest.as_bytes().first()? {
        b'&' => entity(rest),
        b'\n' => {
            let length = rest.find(|c: char| c != '\n' && c != ' ').unwrap_or(rest.len());
            let breaks = rest[..length].matches('\n').count();
            let inside = !before.is_empty() && length < rest.len();
            // One may wrap a line, two part paragraphs.
            let shown = if breaks > 1 && inside { "\n" } else { " " };
            Some(Found::Instead(shown.into(), length))
        }
        _ => None,
    }
}

/// The entity that `text` starts with: `&amp;`, `&#x2013;`.
fn entity(text: &str) -> Option<Found<'_>> {
    const LONGEST: usize = 10;
    let length = text.bytes().take(LONGEST).position(|byte| byte == b';')? + 1;
    let shown = match &text[..length] {
        "&nbsp;" => " ".into(),
        entity => unescape(entity).ok()?,
    };
    Some(Found::Instead(shown, length))
}

/// How far a text goes without anything that may not be read as it stands.
fn plain(text: &str) -> usize {
    let special =
        |(at, c): (usize, char)| at > 0 && matches!(c, '\n' | '%' | '{' | '<' | '$' | '&');
    text.char_indices().find(|&hit| special(hit)).map_or(text.len(), |(at, _)| at)
}

/// How many bytes at the start of a message only tell which one is meant.
fn context(text: &str) -> usize {
    const LONGEST: usize = 30;
    let is_part = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    let (start, end) = if text.starts_with('?') { (1, b':') } else { (0, b'^') };
    let words = text.as_bytes().iter().skip(start).take_while(|&&byte| is_part(byte)).count();
    let at = start + words;
    let goes_on =
        text.as_bytes().get(at + 1).is_some_and(|next| !next.is_ascii_digit() && *next != b' ');
    let is_one = (2..LONGEST).contains(&words) && text.as_bytes().get(at) == Some(&end) && goes_on;
    if is_one { at + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(literal: &str) -> Part {
        let mut part = Part::default();
        part.push(literal, Span::at(0..literal.len()));
        part
    }

    #[test]
    fn placeholders_are_kept_out_of_the_text() {
        let (text, marks) = part(r#"Save <a href=\"%s\">%d</a> &amp; <file name>.\n\nGo"#).read();
        assert_eq!(text.as_str(), "Save     & <file name>.\nGo");
        let marks: Vec<&str> = marks.iter().map(|mark| mark.text.as_str()).collect();
        assert_eq!(marks, ["<a href=\"%s\">", "%d", "</a>"]);
    }

    #[test]
    fn what_tells_messages_apart_is_no_text() {
        for (literal, expected) in [
            ("?verb:Open", "Open"),
            ("noun^Open", "Open"),
            ("x^2", "x^2"),
            ("What?", "What?"),
            ("Title: Open", "Title: Open"),
        ] {
            let found = part(literal).without_context(&part("打开"));
            assert_eq!(found.as_str(), expected);
        }
    }
}
