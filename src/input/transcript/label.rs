//! Speaker labels: what they look like, and which of several looks a document uses.

use std::collections::BTreeMap;

use crate::text::{Span, is_han};

use super::lines::{Line, LineKind};
use super::markup::{is_time, list_mark};

/// A label at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The name, without markup, time and colon.
    pub name: Span,
    /// Where what is said starts.
    pub rest: u32,
}

/// How a document marks its speakers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LabelStyle {
    /// `**Name:** text` or `**Name**: text`.
    Bold,
    /// `Name: text`.
    Plain,
    /// A heading of that level holds the name.
    Heading(u8),
    /// A line of its own holds the name.
    Alone,
    /// Not at all: every paragraph is a turn.
    None,
}

/// Longest name, in characters, that a label is believed to hold.
const LONGEST_NAME: usize = 40;

/// How alike two names must be (Jaro-Winkler, 0 to 1) for one to be a slip of the other.
const SAME_NAME: f64 = 0.9;

/// The labels of a document: one place for each line of `lines` that starts a turn.
pub(super) fn labels(text: &str, lines: &[Line]) -> (LabelStyle, Vec<Option<Label>>) {
    let bold: Vec<_> = lines.iter().map(|&line| prose(line).and_then(|s| bold(text, s))).collect();
    let plain: Vec<_> =
        lines.iter().map(|&line| prose(line).and_then(|s| plain(text, s))).collect();
    if bold.iter().any(Option::is_some) {
        // A label that lost its asterisks is still a label if it names a speaker.
        let mut known = Known::new(names(text, &bold));
        let mut is_known = |label: &Label| known.has(label.name.of(text));
        let all = bold.into_iter().zip(plain);
        let all = all.map(|(bold, plain)| bold.or(plain.filter(&mut is_known)));
        return (LabelStyle::Bold, all.collect());
    }
    if let Some(plain) = believable(text, lines, plain) {
        return (LabelStyle::Plain, plain);
    }
    for level in 1..=6 {
        if let Some(labels) = heading_labels(text, lines, level) {
            return (LabelStyle::Heading(level), labels);
        }
    }
    match names_alone(text, lines) {
        Some(labels) => (LabelStyle::Alone, labels),
        None => (LabelStyle::None, vec![None; lines.len()]),
    }
}

fn prose(line: Line) -> Option<Span> {
    (line.kind == LineKind::Prose).then_some(line.span)
}

/// How often each name stands in a label.
fn names<'t>(text: &'t str, labels: &[Option<Label>]) -> BTreeMap<&'t str, usize> {
    let mut names = BTreeMap::new();
    for label in labels.iter().flatten() {
        *names.entry(label.name.of(text)).or_default() += 1;
    }
    names
}

/// The names of a document, and which others are one of them or a slip of one.
struct Known<'t> {
    names: BTreeMap<&'t str, usize>,
    /// Those that slips are looked for: the most frequent.
    frequent: Vec<&'t str>,
    asked: BTreeMap<&'t str, bool>,
}

impl<'t> Known<'t> {
    /// A talk has few speakers; among more names than these, slips are not looked for, since every
    /// name would have to be held against every other.
    const MOST: usize = 48;

    fn new(names: BTreeMap<&'t str, usize>) -> Known<'t> {
        let mut frequent: Vec<&str> = names.keys().copied().collect();
        frequent.sort_by_key(|name| std::cmp::Reverse(names.get(name)));
        frequent.truncate(Known::MOST);
        Known { names, frequent, asked: BTreeMap::new() }
    }

    fn has(&mut self, name: &'t str) -> bool {
        self.names.contains_key(name)
            || *self.asked.entry(name).or_insert_with(|| {
                let alike = |known: &&str| strsim::jaro_winkler(known, name) >= SAME_NAME;
                self.frequent.iter().any(alike)
            })
    }
}

/// The plain labels, if they are labels and not sentences with a colon: their names come back, or
/// every paragraph has one.
fn believable(
    text: &str,
    lines: &[Line],
    labels: Vec<Option<Label>>,
) -> Option<Vec<Option<Label>>> {
    let starts_paragraph = |at: usize| {
        lines[at].kind == LineKind::Prose
            && (at == 0 || lines[at - 1].kind != LineKind::Prose || labels[at].is_some())
    };
    let paragraphs = (0..lines.len()).filter(|&at| starts_paragraph(at)).count();
    let labelled = labels.iter().flatten().count();
    if labelled >= 2 && labelled == paragraphs {
        return Some(labels);
    }
    let names = names(text, &labels);
    let often = names.iter().filter(|(_, count)| **count > 2);
    let mut known = Known::new(often.map(|(name, count)| (*name, *count)).collect());
    let mut recurs = |label: &Label| {
        let name = label.name.of(text);
        names.get(name).is_some_and(|&count| count >= 2) || known.has(name)
    };
    let recurring: Vec<_> = labels.into_iter().map(|label| label.filter(&mut recurs)).collect();
    let count = recurring.iter().flatten().count();
    (count >= 4 && count * 4 >= paragraphs).then_some(recurring)
}

/// The headings of `level`, if they name speakers: short, each with something said below it, and
/// coming back (an article's headings do not).
fn heading_labels(text: &str, lines: &[Line], level: u8) -> Option<Vec<Option<Label>>> {
    let label = |line: &Line| {
        let is_label = line.kind == LineKind::Heading(level)
            && !line.span.is_empty()
            && line.span.of(text).chars().count() <= LONGEST_NAME;
        let name = trim_name(text, line.span)?;
        is_label.then_some(Label { name, rest: line.span.end() })
    };
    let labels: Vec<_> = lines.iter().map(label).collect();
    let names = names(text, &labels);
    let count = labels.iter().flatten().count();
    let recurring: usize = names.values().filter(|&&count| count >= 2).sum();
    (count >= 2 && recurring * 4 >= count * 3).then_some(labels)
}

/// Lines that hold a name and nothing else, if they name speakers: bold or with a time, each with something
/// said below it, and coming back.
fn names_alone(text: &str, lines: &[Line]) -> Option<Vec<Option<Label>>> {
    let followed = |at: usize| {
        let mut behind = lines[at + 1..].iter().skip_while(|line| line.kind == LineKind::Blank);
        behind.next().is_some_and(|line| matches!(line.kind, LineKind::Prose | LineKind::Time))
    };
    let label = |(at, line): (usize, &Line)| {
        let span = prose(*line)?;
        let name = alone(text, span).filter(|_| followed(at))?;
        Some(Label { name, rest: span.end() })
    };
    let labels: Vec<_> = lines.iter().enumerate().map(label).collect();
    let names = names(text, &labels);
    let comes_back = |label: &Label| names.get(label.name.of(text)).is_some_and(|&n| n >= 2);
    let count = labels.iter().flatten().count();
    let recurring: Vec<_> = labels.into_iter().map(|label| label.filter(comes_back)).collect();
    let recurs = recurring.iter().flatten().count();
    (recurs >= 4 && recurs * 4 >= count * 3).then_some(recurring)
}

/// The name that is all of a line in bold, or all of it but a time: `**Ann / 安**`, `Ann 00:12`.
fn alone(text: &str, line: Span) -> Option<Span> {
    let body = line.of(text);
    let bold = ["**", "__"].iter().any(|mark| {
        let inside = body.strip_prefix(mark).and_then(|body| body.strip_suffix(mark));
        inside.is_some_and(|inside| !inside.is_empty() && !inside.contains(mark))
    });
    let timed = body.rsplit_once(char::is_whitespace).filter(|(_, time)| is_time(time));
    let name = match timed {
        Some((name, _)) => Span::at(0..name.len()).shift(line.start()),
        None if bold => line,
        None => return None,
    };
    let name = trim_name(text, name)?;
    is_name(name.of(text)).then_some(name)
}

/// Whether `shown` may be a name: short, and no sentence.
fn is_name(shown: &str) -> bool {
    const IN_SENTENCES: &[char] =
        &['。', '！', '？', '，', '；', '、', ',', ';', '!', '?', '"', '“', '”', '《', '…'];
    let words = shown.split_whitespace().count();
    let han = shown.chars().filter(|&character| is_han(character)).count();
    shown.starts_with(|character: char| character.is_alphabetic())
        && !shown.contains(IN_SENTENCES)
        && words <= 5
        && han <= 10
        && shown.chars().count() <= LONGEST_NAME
}

/// `**Name:** text`, `**Name**: text` and the same with `：` or `__`.
fn bold(text: &str, line: Span) -> Option<Label> {
    let line = behind_list_mark(text, line);
    let body = line.of(text);
    let marker = ["***", "**", "__"].into_iter().find(|marker| body.starts_with(marker))?;
    let inside = &body[marker.len()..];
    let close = inside.find(marker)?;
    let name_end = marker.len() + close;
    let mut rest = name_end + marker.len();
    let inner = body[marker.len()..name_end].trim_end();
    let colon_inside = inner.ends_with([':', '：']);
    if !colon_inside {
        let after = &body[rest..];
        let trimmed = after.trim_start();
        let timed = skip_time(trimmed);
        let colon = trimmed[timed..].trim_start();
        let colon_len = colon.chars().next().filter(|c| matches!(c, ':' | '：'))?.len_utf8();
        rest = body.len() - colon.len() + colon_len;
    }
    let name = trim_name(text, Span::at(marker.len()..name_end).shift(line.start()))?;
    let believable = name.of(text).chars().count() <= LONGEST_NAME
        && !name.of(text).contains(['。', '！', '？']);
    believable.then_some(Label { name, rest: line.start() + rest as u32 })
}

/// `Name: text` and `Name：text`.
fn plain(text: &str, line: Span) -> Option<Label> {
    let line = behind_list_mark(text, line);
    let body = line.of(text);
    let (at, colon) =
        body.char_indices().take(LONGEST_NAME + 12).find(|(at, character)| match character {
            '：' => true,
            // The colon of a time or of an address ends no name.
            ':' => body[at + 1..]
                .chars()
                .next()
                .is_none_or(|next| next.is_whitespace() || is_han(next) || "“\"「".contains(next)),
            _ => false,
        })?;
    let name = trim_name(text, Span::at(0..at).shift(line.start()))?;
    let rest = line.start() + (at + colon.len_utf8()) as u32;
    is_name(name.of(text)).then_some(Label { name, rest })
}

/// A line without the `-` or `3.` of a list item.
fn behind_list_mark(text: &str, line: Span) -> Span {
    Span::new(line.start() + list_mark(line.of(text)) as u32, line.end())
}

/// The name inside `span`: without white space, emphasis marks, a colon or a time around it.
fn trim_name(text: &str, span: Span) -> Option<Span> {
    let noise = |character: char| {
        character.is_whitespace() || matches!(character, '*' | '_' | ':' | '：' | '`')
    };
    let mut name = span.of(text).trim_matches(noise);
    name = name[skip_time(name)..].trim_matches(noise);
    if let Some(open) = name.rfind(['(', '[', '（']).filter(|&open| open > 0)
        && skip_time(&name[open..]) == name.len() - open
    {
        name = name[..open].trim_end_matches(noise);
    }
    let start = name.as_ptr() as usize - text.as_ptr() as usize;
    (!name.is_empty()).then(|| Span::at(start..start + name.len()))
}

/// The length of a time such as `[00:12:34]` or `(1:05)` at the start of `text`, or 0.
fn skip_time(text: &str) -> usize {
    let Some(open) = text.chars().next().filter(|open| matches!(open, '[' | '(' | '（')) else {
        return 0;
    };
    let Some(close) = text.find([']', ')', '）']) else { return 0 };
    let inside = &text[open.len_utf8()..close];
    let is_time = inside.contains(':')
        && inside.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | ',' | ' '));
    let close_len = text[close..].chars().next().map_or(0, char::len_utf8);
    if is_time { close + close_len } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn found(text: &str) -> Vec<(&str, &str)> {
        let lines = lines(text);
        let (_, labels) = labels(text, &lines);
        let pair = |(label, line): (&Option<Label>, &Line)| {
            let label = (*label)?;
            let rest = Span::new(label.rest, line.span.end()).of(text);
            Some((label.name.of(text), rest.trim()))
        };
        labels.iter().zip(&lines).filter_map(pair).collect()
    }

    #[test]
    fn bold_labels_in_all_their_looks() {
        let text = "**Ann:** a\n**Ann**: b\n**安：**丙\n**安**：丁\n**Ann (00:01):** e\n**Ann** [1:02:03]: f\n";
        let expected =
            [("Ann", "a"), ("Ann", "b"), ("安", "丙"), ("安", "丁"), ("Ann", "e"), ("Ann", "f")];
        assert_eq!(found(text), expected);
    }

    #[test]
    fn plain_labels_come_back_or_stand_everywhere() {
        assert_eq!(found("安：你好\nAnn: Hello\n"), [("安", "你好"), ("Ann", "Hello")]);
        let talk = "安: 我们三年前谈过\nAnn: We talked\n安: 是的\nAnn: Yes\nMore: than one thing\n";
        assert_eq!(found(talk).len(), 5);
    }

    #[test]
    fn a_sentence_with_a_colon_is_no_label() {
        let text = "我的问题是：这有什么用？\n\nIt helps.\n\n他答道：没有。\n\nIt does not.\n";
        assert_eq!(found(text), []);
    }

    #[test]
    fn bold_text_without_a_colon_is_no_label() {
        assert_eq!(found("**Ann:** a\n**really** important\n"), [("Ann", "a")]);
    }

    #[test]
    fn a_label_that_lost_its_asterisks_is_found_by_its_name() {
        assert_eq!(
            found("**Dario Amodei:** a\nDario Amodie: b\n注意：c\n"),
            [("Dario Amodei", "a"), ("Dario Amodie", "b")]
        );
    }

    #[test]
    fn labels_of_list_items() {
        let text = "1. 主持人：你好\n   Host: Hello\n- 问：甲\n- Q: One\n2. **安:** 乙\n";
        let names: Vec<_> = found(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["安"]);
        let text = "1. 主持人：你好\n\n   Host: Hello\n\n2. 客人：甲\n\n   Guest: One\n";
        assert_eq!(found(text).len(), 4);
    }

    #[test]
    fn names_that_stand_alone_and_come_back_are_labels() {
        let text = "**安 / Ann**\n\n你好\n\nHello\n\n**波 / Bo**\n\n好\n\nHi\n\n".repeat(2);
        let names: Vec<_> = found(&text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["安 / Ann", "波 / Bo", "安 / Ann", "波 / Bo"]);
        let text = "说话人1 00:03\n你好\n\nSpeaker 1 00:03\nHello\n\n".repeat(2);
        let names: Vec<_> = found(&text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["说话人1", "Speaker 1", "说话人1", "Speaker 1"]);
        assert_eq!(found("**为什么？**\n\n**Why?**\n\n不知道\n\nNo idea\n"), []);
    }

    #[test]
    fn headings_that_come_back_are_labels() {
        let text = "# Talk\n\n## 安\n\n你好\n\n## Ann\n\nHello\n\n## 安\n\n再见\n\n## Ann\n\nBye\n";
        let names: Vec<_> = found(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["安", "Ann", "安", "Ann"]);
        assert_eq!(found("## 背景\n\n你好\n\n## 结论\n\nHello\n"), []);
    }
}
