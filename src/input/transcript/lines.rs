//! First pass over a transcript: which lines are prose, and which are markup around it.

use crate::text::Span;

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
    /// A Markdown heading of that level, 1 to 6.
    Heading(u8),
}

/// The prose lines, headings and blank lines of `text`. Front matter, fenced code, comments that
/// fill lines, rules and lines with nothing but an image are left out; a blank line stands where
/// they stood, since they end a paragraph.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = front_matter_end(text);
    let mut fences = Fences { text, closing: None };
    // Once a comment is not closed, none behind it is.
    let mut comments_end = true;
    while at < text.len() {
        let end = line_end(text, at);
        let next = after_line_end(text, end);
        let raw = &text[at..end];
        let trimmed = raw.trim();
        let start = at + (raw.len() - raw.trim_start().len());
        let span = Span::at(start..start + trimmed.len());
        let blank = Line { span: Span::at(at..at), kind: LineKind::Blank };
        if let Some(behind) = fences.end(trimmed, next) {
            lines.push(blank);
            at = behind;
            continue;
        }
        if comments_end && trimmed.starts_with("<!--") {
            if let Some(behind) = comment_end(text, start) {
                lines.push(blank);
                // Text may go on in the line where the comment ends.
                at = behind;
                continue;
            }
            comments_end = false;
        }
        lines.push(if trimmed.is_empty() || is_rule(trimmed) || is_image(trimmed) {
            blank
        } else if let Some((level, skip)) = heading(trimmed) {
            let name = trimmed[skip..].trim().trim_end_matches('#').trim_end();
            let start = start + skip + (trimmed[skip..].len() - trimmed[skip..].trim_start().len());
            Line { span: Span::at(start..start + name.len()), kind: LineKind::Heading(level) }
        } else {
            Line { span, kind: LineKind::Prose }
        });
        at = next;
    }
    lines
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

/// Where the comment that starts at byte `start` ends, if it does.
fn comment_end(text: &str, start: usize) -> Option<usize> {
    let body = text.get(start + 4..)?;
    body.find("-->").map(|length| start + 4 + length + 3)
}

fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|character| !character.is_whitespace());
    let Some(first) = marks.next() else { return false };
    matches!(first, '-' | '*' | '_' | '=')
        && line.len() >= 3
        && marks.all(|character| character == first)
}

fn is_image(line: &str) -> bool {
    let html = line.starts_with("<img") && line.ends_with('>');
    html || (line.starts_with("![") && line.ends_with(')') && line.matches("](").count() == 1)
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
