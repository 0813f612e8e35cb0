//! What one speaker label looks like.

use crate::text::{Span, is_han};

use super::markup::{is_date, is_time, list_mark};

/// A label at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The name, without markup, time and colon.
    pub name: Span,
    /// Where what is said starts.
    pub rest: u32,
}

/// Longest name, in characters, that a label is believed to hold.
pub(super) const LONGEST_NAME: usize = 40;

/// `**Name:** text`, `**Name**: text` and the same with `：` or `__`, a time before it or not.
pub(super) fn bold(text: &str, line: Span) -> Option<Label> {
    let line = behind_leading_time(text, behind_list_mark(text, line));
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

/// Where a name is marked otherwise than by a colon: `[Name] text`, `【Name】text` and `Name — text`.
pub(super) fn marked(text: &str, line: Span) -> Option<Label> {
    let line = behind_marks(text, line);
    in_brackets(text, line).or_else(|| with_dash(text, line))
}

/// Whether a character is an emoji, or a part of one, or a space behind it.
fn is_symbol(character: char) -> bool {
    matches!(u32::from(character), 0x2190..=0x2BFF | 0x1F000..=0x1FAFF | 0xFE0F | 0x200D | 0x20)
}

/// `Name: text` and `Name：text`.
pub(super) fn with_colon(text: &str, line: Span) -> Option<Label> {
    let line = behind_leading_time(text, behind_marks(text, line));
    let body = line.of(text);
    let (at, colon) =
        body.char_indices().take(LONGEST_NAME + 12).find(|(at, character)| match character {
            '：' => true,
            // The colon of a time or of an address ends no name; that of "FINK:That was" does.
            ':' => body[at + 1..].chars().next().is_none_or(|next| {
                next.is_whitespace()
                    || is_han(next)
                    || next.is_ascii_uppercase()
                    || "“\"「".contains(next)
            }),
            _ => false,
        })?;
    let name = trim_name(text, Span::at(0..at).shift(line.start()))?;
    let rest = line.start() + (at + colon.len_utf8()) as u32;
    is_name(name.of(text)).then_some(Label { name, rest })
}

/// `[Name] text` and `【Name】text`.
fn in_brackets(text: &str, line: Span) -> Option<Label> {
    let body = line.of(text);
    let close = match body.chars().next()? {
        '[' => ']',
        '【' => '】',
        '〔' => '〕',
        '［' => '］',
        _ => return None,
    };
    let (open, end) = (body.chars().next()?.len_utf8(), body.find(close)?);
    let name = trim_name(text, Span::at(open..end).shift(line.start()))?;
    let rest = end + close.len_utf8();
    // `[text](target)` is a link, and what fills its line is a note.
    let said = !body[rest..].starts_with(['(', '[']) && !body[rest..].trim().is_empty();
    let label = Label { name, rest: line.start() + rest as u32 };
    (said && is_titled_name(name.of(text))).then_some(label)
}

/// Whether a name stands in brackets, as hardly anything else does at the start of a line.
pub(super) fn is_bracketed(text: &str, label: &Label) -> bool {
    text[..label.name.start() as usize].ends_with(['[', '【', '〔', '［'])
}

/// `Name — text` and `Name——text`.
fn with_dash(text: &str, line: Span) -> Option<Label> {
    const NEAR: usize = 48;
    let body = line.of(text);
    let near = &body[..body.floor_char_boundary(NEAR)];
    let (at, dash) = [" — ", " – ", "——"].iter().find_map(|dash| Some((near.find(dash)?, dash)))?;
    let name = trim_name(text, Span::at(0..at).shift(line.start()))?;
    let rest = line.start() + (at + dash.len()) as u32;
    is_name(name.of(text)).then_some(Label { name, rest })
}

/// The name that is all of a line: in bold or beside a time (`**Ann / 安**`, `Ann 00:12`,
/// `2023-07-30 20:01 Ann`), or the title of a callout (`[!quote] Ann`).
pub(super) fn alone(text: &str, line: Span) -> Option<Span> {
    let body = line.of(text);
    if let Some(title) = body.strip_prefix("[!").and_then(|rest| rest.split_once(']')) {
        let title = title.1.trim_start_matches(['-', '+']);
        let start = line.end() - title.len() as u32;
        let name = trim_name(text, Span::new(start, line.end()))?;
        return is_name(name.of(text)).then_some(name);
    }
    let bold = ["**", "__"].iter().any(|mark| {
        let inside = body.strip_prefix(mark).and_then(|body| body.strip_suffix(mark));
        inside.is_some_and(|inside| !inside.is_empty() && !inside.contains(mark))
    });
    let behind = body.rsplit_once(char::is_whitespace).filter(|(_, time)| is_time(time));
    let name = match behind {
        Some((name, _)) => Span::at(0..name.len()).shift(line.start()),
        None if bold => line,
        None => behind_time(text, line)?,
    };
    let name = trim_name(text, name)?;
    let shown = name.of(text);
    (is_name(shown) || bold && is_titled_name(shown)).then_some(name)
}

/// What stands behind a time at the start of a line, and a day before it.
fn behind_time(text: &str, line: Span) -> Option<Span> {
    let body = line.of(text);
    let dated =
        body.split_once(' ').filter(|(date, _)| is_date(date)).map_or(body, |(_, rest)| rest);
    let dated = Span::new(line.end() - dated.trim_start().len() as u32, line.end());
    Some(behind_leading_time(text, dated)).filter(|name| *name != dated)
}

/// Whether a line is a name and nothing else, as in a script: `HOST`.
pub(super) fn bare(text: &str, line: Span) -> Option<Span> {
    let name = trim_name(text, line)?;
    is_name(name.of(text)).then_some(name)
}

/// Whether `shown` may be a name with a title behind it: "Vivian Lau, CFO".
fn is_titled_name(shown: &str) -> bool {
    shown.split(['，', ',']).next().is_some_and(is_name)
        && shown.chars().count() <= LONGEST_NAME
        && !shown.contains(['。', '！', '？', '!', '?', '：', ':'])
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

/// A line without the mark of a list item, and without symbols such as 🎙️.
fn behind_marks(text: &str, line: Span) -> Span {
    let line = behind_list_mark(text, line);
    let body = line.of(text);
    Span::new(line.end() - body.trim_start_matches(is_symbol).len() as u32, line.end())
}

/// A line without the `-` or `3.` of a list item.
fn behind_list_mark(text: &str, line: Span) -> Span {
    Span::new(line.start() + list_mark(line.of(text)) as u32, line.end())
}

/// A line without the time that it starts with: `[00:12:31]` or `00:12:31`.
fn behind_leading_time(text: &str, line: Span) -> Span {
    let body = line.of(text);
    let word = body.find(char::is_whitespace).unwrap_or(body.len());
    let time = match skip_time(body) {
        0 if is_time(&body[..word]) => word,
        length => length,
    };
    let rest = body[time..].trim_start();
    if time == 0 || rest.is_empty() {
        line
    } else {
        Span::new(line.end() - rest.len() as u32, line.end())
    }
}

/// The name inside `span`: without white space, emphasis marks, a colon or a time around it.
pub(super) fn trim_name(text: &str, span: Span) -> Option<Span> {
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
    if !text.starts_with(['[', '(', '（']) {
        return 0;
    }
    let Some(close) = text.find([']', ')', '）']) else { return 0 };
    let end = close + text[close..].chars().next().map_or(0, char::len_utf8);
    if is_time(&text[..end]) { end } else { 0 }
}
