//! Speaker labels: what they look like, and which of several looks a document uses.

use std::collections::BTreeMap;

use crate::text::Span;

use super::lines::{Line, LineKind};
use super::shape::{
    LONGEST_NAME, Label, alone, bare, bold, is_bracketed, marked, trim_name, with_colon,
};

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

/// How alike two names must be (Jaro-Winkler, 0 to 1) for one to be a slip of the other.
const SAME_NAME: f64 = 0.9;

/// The labels of a document: one place for each line of `lines` that starts a turn.
pub(super) fn labels(text: &str, lines: &[Line]) -> (LabelStyle, Vec<Option<Label>>) {
    let bold: Vec<_> = lines.iter().map(|&line| prose(line).and_then(|s| bold(text, s))).collect();
    if bold.iter().any(Option::is_some) {
        // A label that lost its asterisks is still a label if it names a speaker.
        let mut known = Known::new(names(text, &bold));
        let mut is_known = |label: &Label| known.has(label.name.of(text));
        let all = bold.into_iter().zip(lines).map(|(bold, &line)| {
            let plain = || prose(line).and_then(|span| with_colon(text, span));
            bold.or_else(|| plain().filter(&mut is_known))
        });
        return (LabelStyle::Bold, all.collect());
    }
    let plain = plain_labels(text, lines);
    let marked = names_alone(text, lines, alone, Below::Anywhere);
    if let Some(plain) = believable(text, lines, plain) {
        let count = |labels: &[Option<Label>]| labels.iter().flatten().count();
        return match marked.filter(|marked| count(marked) > count(&plain)) {
            Some(marked) => (LabelStyle::Alone, marked),
            None => (LabelStyle::Plain, plain),
        };
    }
    for level in 1..=6 {
        if let Some(labels) = heading_labels(text, lines, level) {
            return (LabelStyle::Heading(level), labels);
        }
    }
    match marked.or_else(|| names_alone(text, lines, bare, Below::Directly)) {
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
                let alike = |known: &&str| {
                    strsim::jaro_winkler(known, name) >= SAME_NAME || is_short_for(known, name)
                };
                self.frequent.iter().any(alike)
            })
    }
}

/// Whether a name is short for another one: 主持人 for 主持人（安）, ES for Elena Sartori, Sartori for her as well.
fn is_short_for(short: &str, long: &str) -> bool {
    let bare = long.split(['（', '(']).next().unwrap_or(long).trim();
    let mut words = bare.split_whitespace();
    let initials: String = words.clone().filter_map(|word| word.chars().next()).collect();
    short == bare
        || initials.chars().count() > 1 && initials == short
        || words.any(|word| word == short)
}

/// The labels with a colon, and those in brackets or before a dash where most other paragraphs start so: "[laughs]
/// Yes" and "Well — yes" are no speakers.
fn plain_labels(text: &str, lines: &[Line]) -> Vec<Option<Label>> {
    let of = |look: fn(&str, Span) -> Option<Label>| -> Vec<_> {
        lines.iter().map(|&line| prose(line).and_then(|span| look(text, span))).collect()
    };
    let (colons, marked) = (of(with_colon), of(marked));
    let starts_paragraph = |at: usize| {
        lines[at].kind == LineKind::Prose
            && (at == 0 || lines[at - 1].kind != LineKind::Prose || marked[at].is_some())
    };
    let others: Vec<usize> =
        (0..lines.len()).filter(|&at| colons[at].is_none() && starts_paragraph(at)).collect();
    let most = others.iter().filter(|&&at| marked[at].is_some()).count() * 2 > others.len();
    let both =
        |(colon, marked): (&Option<Label>, &Option<Label>)| colon.or(marked.filter(|_| most));
    colons.iter().zip(&marked).map(both).collect()
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
        let often = names.get(name).is_some_and(|&count| count >= 2);
        often || known.has(name) || is_bracketed(text, label)
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

/// How near to its name stands what somebody says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Below {
    /// In the next line, and with nothing right above the name.
    Directly,
    /// Behind a blank line, or a time.
    Anywhere,
}

/// Lines that hold a name and nothing else, as `name` finds it, if they name speakers: each has something said
/// below it, and they come back.
fn names_alone(
    text: &str,
    lines: &[Line],
    name: fn(&str, Span) -> Option<Span>,
    below: Below,
) -> Option<Vec<Option<Label>>> {
    let kind = |at: Option<usize>| at.and_then(|at| lines.get(at)).map(|line| line.kind);
    let stands = |at: usize| match below {
        Below::Directly => {
            kind(at.checked_sub(1)) != Some(LineKind::Prose)
                && kind(Some(at + 1)) == Some(LineKind::Prose)
        }
        Below::Anywhere => {
            let next = (at + 1..lines.len()).find(|&at| lines[at].kind != LineKind::Blank);
            matches!(kind(next), Some(LineKind::Prose | LineKind::Time))
        }
    };
    let label = |(at, line): (usize, &Line)| {
        let span = prose(*line)?;
        let name = name(text, span).filter(|_| stands(at))?;
        Some(Label { name, rest: span.end() })
    };
    coming_back(text, lines.iter().enumerate().map(label).collect())
}

/// Labels of which most come back: all of them, since some people say one thing only.
fn coming_back(text: &str, labels: Vec<Option<Label>>) -> Option<Vec<Option<Label>>> {
    let names = names(text, &labels);
    let count = labels.iter().flatten().count();
    let recurs: usize = names.values().filter(|&&times| times >= 2).sum();
    (recurs >= 4 && recurs * 4 >= count * 3).then_some(labels)
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
        let text = "**Ann:** a\n**Ann**: b\n**安：**丙\n**安**：丁\n**Ann (00:01):** e\n**Ann** [1:02:03]: f\n\
            [00:04] **Ann:** g\n0:05 **安：**辛\n";
        let expected = [
            ("Ann", "a"),
            ("Ann", "b"),
            ("安", "丙"),
            ("安", "丁"),
            ("Ann", "e"),
            ("Ann", "f"),
            ("Ann", "g"),
            ("安", "辛"),
        ];
        assert_eq!(found(text), expected);
    }

    #[test]
    fn plain_labels_come_back_or_stand_everywhere() {
        let glued = "ANN:That was it.\n安：就这些。\nBOB LEE:Start again.\n李：再来。\n";
        assert_eq!(found(glued)[0], ("ANN", "That was it."));
        assert_eq!(found(glued)[2], ("BOB LEE", "Start again."));
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
    fn brackets_and_dashes_are_labels_where_most_paragraphs_start_so() {
        let names = |text: &str| -> Vec<String> {
            found(text).into_iter().map(|(name, _)| name.to_owned()).collect()
        };
        let text = "【安】你好\n\nAnn — Hello\n\n【波】好\n\nBo — Hi\n\n".repeat(2);
        assert_eq!(names(&text)[..4], ["安", "Ann", "波", "Bo"]);
        let turn = "安：你好\n\nAnn: Hello\n\nWell — hello again\n\n[laughs] Yes\n\nAnd more\n\nThen on\n\n";
        assert_eq!(names(&turn.repeat(3)), ["安", "Ann"].repeat(3));
    }

    #[test]
    fn headings_that_come_back_are_labels() {
        let text = "# Talk\n\n## 安\n\n你好\n\n## Ann\n\nHello\n\n## 安\n\n再见\n\n## Ann\n\nBye\n";
        let names: Vec<_> = found(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["安", "Ann", "安", "Ann"]);
        assert_eq!(found("## 背景\n\n你好\n\n## 结论\n\nHello\n"), []);
    }
}
