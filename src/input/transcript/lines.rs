//! First pass over a transcript: which lines are prose, and which are markup around it.

use crate::text::Span;

use super::markup::{is_furniture, is_rule, is_time, quote_marks};
use super::table::table;

/// A line of the file that is not left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The line without its end and without white space around it; for a heading, its text.
    pub span: Span,
    pub kind: LineKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    Prose,
    Blank,
    /// A rule across the page.
    Rule,
    /// Nothing but a time.
    Time,
    /// Where a table of turns begins or ends.
    Table,
    /// A Markdown heading of that level, 1 to 6.
    Heading(u8),
}

/// The prose lines, headings, times, rules and blank lines of `text`. Front matter, fenced code, comments
/// and callouts that fill lines, and lines with nothing but an image, tags, a caption or a footnote are
/// left out; a blank line stands where they stood, since they end a paragraph. Each cell of a table is a
/// line, and so is what stands between two `<br>`.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = front_matter_end(text);
    let mut fences = Fences { text, closing: None };
    // Lines up to here were looked at as a table.
    let mut behind_tables = 0;
    // Once a comment or a callout is not closed, none behind it is.
    let mut closed = [true; 2];
    while at < text.len() {
        let end = line_end(text, at);
        let next = after_line_end(text, end);
        let raw = &text[at..end];
        let trimmed = raw.trim();
        let start = at + (raw.len() - raw.trim_start().len());
        let bare = |kind| Line { span: Span::at(at..at), kind };
        if let Some(behind) = fences.end(trimmed, next) {
            lines.push(bare(LineKind::Blank));
            at = behind;
            continue;
        }
        let hidden = HIDDEN.iter().position(|(open, _)| trimmed.starts_with(open));
        if let Some(which) = hidden.filter(|which| closed[*which]) {
            let (open, close) = HIDDEN[which];
            if let Some(length) = text[start + open.len()..].find(close) {
                lines.push(bare(LineKind::Blank));
                // Text may go on in the line where the comment ends.
                at = start + open.len() + length + close.len();
                continue;
            }
            closed[which] = false;
        }
        let may_be_table = trimmed.starts_with('|') && at >= behind_tables;
        let table = may_be_table.then(|| table(text, lines_from(text, at))).flatten();
        behind_tables = table.as_ref().map_or(behind_tables, |table| table.end);
        if let Some(table) = table.filter(|table| !table.rows.is_empty()) {
            lines.push(bare(LineKind::Table));
            for cell in table.rows.into_iter().flatten() {
                push_prose(text, cell, &mut lines);
                lines.push(bare(LineKind::Blank));
            }
            lines.push(bare(LineKind::Table));
            at = table.end;
            continue;
        }
        if trimmed.bytes().all(|byte| byte == b'>') || is_furniture(trimmed) {
            lines.push(bare(LineKind::Blank));
        } else if is_rule(trimmed) {
            lines.push(bare(LineKind::Rule));
        } else if is_time(trimmed) {
            lines.push(bare(LineKind::Time));
        } else if let Some((level, skip)) = heading(trimmed) {
            let name = trimmed[skip..].trim().trim_end_matches('#').trim_end();
            let start = start + skip + (trimmed[skip..].len() - trimmed[skip..].trim_start().len());
            let span = Span::at(start..start + name.len());
            lines.push(Line { span, kind: LineKind::Heading(level) });
        } else if is_subtitle(text, trimmed, &lines) {
            lines.push(bare(LineKind::Blank));
        } else {
            push_prose(text, start + quote_marks(trimmed)..start + trimmed.len(), &mut lines);
        }
        at = next;
    }
    lines
}

/// What hides the lines from its start to its end.
const HIDDEN: [(&str, &str); 2] = [("<!--", "-->"), ("<aside>", "</aside>")];

/// Adds a line of prose, cut at each `<br>`.
fn push_prose(text: &str, range: std::ops::Range<usize>, lines: &mut Vec<Line>) {
    let mut push = |from: usize, to: usize| {
        let body = &text[from..to];
        let start = from + (body.len() - body.trim_start().len());
        let span = Span::at(start..start + body.trim().len());
        lines.push(Line { span, kind: LineKind::Prose });
    };
    let mut from = range.start;
    while let Some((start, end)) = line_break(text, from..range.end) {
        if !text[from..start].trim().is_empty() {
            push(from, start);
        }
        from = end;
    }
    if from == range.start || !text[from..range.end].trim().is_empty() {
        push(from, range.end);
    }
}

/// The first `<br>` in a range of `text`: where it starts and ends.
fn line_break(text: &str, range: std::ops::Range<usize>) -> Option<(usize, usize)> {
    let found = memchr::memchr_iter(b'<', &text.as_bytes()[range.clone()]);
    found.map(|at| range.start + at).find_map(|start| {
        let tag = &text[start + 1..range.end];
        let behind = tag.strip_prefix("br").or_else(|| tag.strip_prefix("BR"))?;
        let behind = behind.trim_start().trim_start_matches('/').strip_prefix('>')?;
        Some((start, range.end - behind.len()))
    })
}

/// Whether a line is the title in the other language: all of it bold or in italics, behind a heading at
/// the top of the text.
fn is_subtitle(text: &str, line: &str, before: &[Line]) -> bool {
    let marked = ["**", "__", "*", "_"].iter().any(|mark| {
        let inside = line.strip_prefix(mark).and_then(|line| line.strip_suffix(mark));
        inside.is_some_and(|inside| !inside.is_empty() && !inside.contains(['*', '_', ':', '：']))
    });
    // The top of a text has few lines; a long one has prose by then.
    const TOP: usize = 64;
    if !marked || before.len() > TOP || before.iter().any(|line| line.kind == LineKind::Prose) {
        return false;
    }
    let heading = before.iter().rfind(|line| matches!(line.kind, LineKind::Heading(_)));
    let asks = heading.is_some_and(|heading| heading.span.of(text).ends_with(['?', '？']));
    let line = line.trim_end_matches(['*', '_']);
    let sentence = line.ends_with(['.', '。', '!', '！']) || line.ends_with(['?', '？']) && !asks;
    heading.is_some() && !sentence
}

/// The lines of `text` from byte `at` on, each with the byte where the next one starts.
pub(super) fn lines_from(
    text: &str,
    mut at: usize,
) -> impl Iterator<Item = (std::ops::Range<usize>, usize)> {
    std::iter::from_fn(move || {
        let (start, end) = (at, line_end(text, at));
        at = after_line_end(text, end);
        (start < text.len()).then_some((start..end, at))
    })
}

fn line_end(text: &str, at: usize) -> usize {
    memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length)
}

fn after_line_end(text: &str, end: usize) -> usize {
    let rest = &text.as_bytes()[end..];
    end + if rest.starts_with(b"\r\n") { 2 } else { usize::from(!rest.is_empty()) }
}

/// Where the text starts behind YAML (`---`) or TOML (`+++`) front matter.
fn front_matter_end(text: &str) -> usize {
    let first_end = line_end(text, 0);
    let fence = text[..first_end].trim_end();
    if fence != "---" && fence != "+++" {
        return 0;
    }
    let mut at = after_line_end(text, first_end);
    while at < text.len() {
        let end = line_end(text, at);
        let line = text[at..end].trim_end();
        at = after_line_end(text, end);
        if line == fence || (fence == "---" && line == "...") {
            return at;
        }
        // A rule at the top of a document is no front matter: nothing there looks like a key.
        if line.trim().is_empty() {
            return 0;
        }
    }
    0
}

/// Code fences. The lines that may close one are looked for once, so that many that are never closed
/// are not each looked for to the end of the text.
struct Fences<'t> {
    text: &'t str,
    closing: Option<Vec<Closing>>,
}

/// A line of nothing but back quotes or tildes.
struct Closing {
    start: usize,
    behind: usize,
    mark: char,
    width: usize,
    /// The widest such line of each mark from here on: back quotes, tildes.
    widest: [usize; 2],
}

impl Fences<'_> {
    /// If `line` opens a code fence, where the text goes on behind its closing line, which stands at
    /// byte `from` or behind it. A fence that is never closed is taken for text, since otherwise the
    /// rest of the document would go unchecked.
    fn end(&mut self, line: &str, from: usize) -> Option<usize> {
        let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
        let width = line.len() - line.trim_start_matches(mark).len();
        if width < 3 || line[width..].contains('`') {
            return None;
        }
        let closing = self.closing.get_or_insert_with(|| closing_lines(self.text, from));
        let behind = closing.partition_point(|line| line.start < from);
        let behind = &closing[behind..];
        if behind.first()?.widest[usize::from(mark == '~')] < width {
            return None;
        }
        let close = behind.iter().find(|line| line.mark == mark && line.width >= width)?;
        Some(close.behind)
    }
}

/// The lines from byte `at` on that may close a fence.
fn closing_lines(text: &str, mut at: usize) -> Vec<Closing> {
    let mut found = Vec::new();
    while at < text.len() {
        let (start, end) = (at, line_end(text, at));
        let line = text[at..end].trim();
        at = after_line_end(text, end);
        let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'));
        if let Some(mark) = mark.filter(|mark| line.trim_start_matches(*mark).is_empty()) {
            found.push(Closing { start, behind: at, mark, width: line.len(), widest: [0; 2] });
        }
    }
    let mut widest = [0; 2];
    for line in found.iter_mut().rev() {
        let own = &mut widest[usize::from(line.mark == '~')];
        *own = line.width.max(*own);
        line.widest = widest;
    }
    found
}

/// The level of a heading and where its text starts.
fn heading(line: &str) -> Option<(u8, usize)> {
    let level = line.len() - line.trim_start_matches('#').len();
    let rest = &line[level..];
    let is_heading = (1..=6).contains(&level) && rest.starts_with(char::is_whitespace);
    is_heading.then_some((level as u8, level))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(text: &str) -> Vec<&str> {
        let prose = lines(text).into_iter().filter(|line| line.kind == LineKind::Prose);
        prose.map(|line| line.span.of(text)).collect()
    }

    #[test]
    fn markup_is_left_out() {
        let text = "---\ntitle: 3 things\n---\n# Head\n\nOne\r\n```\n42\n```\n<!-- a\nb -->\n![x](y.png)\n---\n  Two\n";
        assert_eq!(prose(text), ["One", "Two"]);
    }

    #[test]
    fn what_is_said_in_cells_and_between_breaks_is_a_line() {
        let text = "| 中文 | English |\n|---|---|\n| 你好 | Hello |\n\n问：好？<br>Q: Well?<br/>\n";
        assert_eq!(prose(text), ["你好", "Hello", "问：好？", "Q: Well?"]);
    }

    #[test]
    fn furniture_of_the_page_is_left_out() {
        let text =
            "# 题\n\n**A Title**\n\n0:03\n>> 甲\n>> One\n<aside>\n乙\n</aside>\n> 丙\n>\n[^1]: x\n";
        assert_eq!(prose(text), ["甲", "One", "丙"]);
        assert_eq!(prose("**Why?**\n\nOne\n"), ["**Why?**", "One"]);
    }

    #[test]
    fn a_fence_or_comment_that_never_ends_hides_nothing() {
        assert_eq!(prose("```\nOne\n"), ["```", "One"]);
        assert_eq!(prose("<!-- a\nOne\n"), ["<!-- a", "One"]);
        assert_eq!(prose("````\nOne\n```\n~~~\nTwo\n~~~~\n"), ["````", "One", "```"]);
    }

    #[test]
    fn a_rule_at_the_top_is_no_front_matter() {
        assert_eq!(prose("---\n\nOne\n\n---\n\nTwo\n"), ["One", "Two"]);
    }

    #[test]
    fn a_heading_is_given_without_its_marks() {
        let text = "## 张三 ##\n";
        let line = lines(text)[0];
        assert_eq!((line.kind, line.span.of(text)), (LineKind::Heading(2), "张三"));
    }
}
