//! Lines that hold both languages: the Chinese, a stroke and the English; or English in brackets behind the Chinese,
//! or behind a mark such as `[EN]`.

use crate::text::{Side, Span, language_of};

use super::lines::{Line, LineKind};

/// The lines with such ones taken apart, if most are like that.
pub(super) fn taken_apart(text: &str, lines: Vec<Line>) -> Vec<Line> {
    let prose = lines.iter().filter(|line| line.kind == LineKind::Prose).count();
    let many = |count: usize| count >= 4 && count * 2 >= prose;
    let halves: Vec<_> = lines.iter().map(|line| halves(text, line)).collect();
    if many(halves.iter().flatten().count()) {
        return lines
            .into_iter()
            .zip(halves)
            .flat_map(|(line, halves)| cut(line, halves))
            .collect();
    }
    let english: Vec<_> = lines.iter().map(|line| unwrapped(text, line)).collect();
    // Every other line is English at most.
    if many(english.iter().flatten().count() * 2) {
        return lines
            .into_iter()
            .zip(english)
            .map(|(line, english)| english.unwrap_or(line))
            .collect();
    }
    lines
}

/// A line, or its two halves with a blank line behind them.
fn cut(line: Line, halves: Option<[Span; 2]>) -> Vec<Line> {
    let Some([first, second]) = halves else { return vec![line] };
    let blank = Line { span: Span::new(second.end(), second.end()), kind: LineKind::Blank };
    [first, second].map(|span| Line { span, ..line }).into_iter().chain([blank]).collect()
}

/// The two halves of a line with a stroke between its languages.
fn halves(text: &str, line: &Line) -> Option<[Span; 2]> {
    if line.kind != LineKind::Prose {
        return None;
    }
    let body = line.span.of(text);
    let language = |text: &str| language_of(text).side();
    [" / ", " | ", "｜"].iter().find_map(|stroke| {
        body.match_indices(stroke).find_map(|(at, _)| {
            let (first, second) = (&body[..at], &body[at + stroke.len()..]);
            let [one, other] = [language(first)?, language(second)?];
            let start = line.span.start();
            let spans = [
                Span::at(0..first.trim_end().len()).shift(start),
                Span::at(body.len() - second.trim_start().len()..body.len()).shift(start),
            ];
            (one != other).then_some(spans)
        })
    })
}

/// A line of English in brackets, or behind a mark of its language, without them.
fn unwrapped(text: &str, line: &Line) -> Option<Line> {
    const MARKS: [&str; 8] = ["[EN]", "[en]", "[ZH]", "[中]", "[英]", "【英】", "【EN】", "【中】"];
    let body = line.span.of(text);
    if line.kind != LineKind::Prose {
        return None;
    }
    if let Some(rest) = MARKS.iter().find_map(|mark| body.strip_prefix(mark)) {
        let rest = rest.trim_start();
        return Some(Line {
            span: Span::new(line.span.end() - rest.len() as u32, line.span.end()),
            ..*line
        });
    }
    let [open, close] = [['（', '('], ['）', ')']];
    let inside = body.strip_prefix(open)?.strip_suffix(close)?;
    let english = language_of(inside).certain() == Some(Side::En);
    let start = line.span.start() + (body.len() - body.trim_start_matches(open).len()) as u32;
    let span = Span::new(start, start + inside.trim_end_matches(close).len() as u32);
    (english && !inside.contains(open)).then_some(Line { span, ..*line })
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn said(text: &str) -> Vec<&str> {
        let lines = taken_apart(text, lines(text)).into_iter();
        let prose = lines.filter(|line| line.kind == LineKind::Prose);
        prose.map(|line| line.span.of(text)).collect()
    }

    #[test]
    fn a_stroke_stands_between_the_languages() {
        let text = "大家下午好。 / Good afternoon.\n\n他说对/错都行。 / He said right / wrong would do.\n\n";
        let parts = [
            "大家下午好。",
            "Good afternoon.",
            "他说对/错都行。",
            "He said right / wrong would do.",
        ];
        assert_eq!(said(&text.repeat(2)), [parts, parts].concat());
        assert_eq!(said("大家下午好。 / Good afternoon.\n"), ["大家下午好。 / Good afternoon."]);
    }

    #[test]
    fn brackets_and_marks_stand_around_the_english() {
        let text =
            "雨下到第三天。\n（On the third day.）\n\n“过得去吗？”\n（\"Can we get across?\"）\n\n";
        let parts =
            ["雨下到第三天。", "On the third day.", "“过得去吗？”", "\"Can we get across?\""];
        assert_eq!(said(&text.repeat(2)), [parts, parts].concat());
        let text = "人齐了吗？\n[EN] Is everyone here?\n\n".repeat(4);
        assert_eq!(said(&text), ["人齐了吗？", "Is everyone here?"].repeat(4));
    }
}
