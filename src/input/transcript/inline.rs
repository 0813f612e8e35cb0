//! Markup inside a line: what a reader of the page does not see is kept out of the checked text.

use std::collections::BTreeMap;

use crate::text::{MappedText, Span};

/// Adds the visible text of `span` of `source` to `into`: images, comments, tags, link targets,
/// footnote marks and emphasis marks are left out.
pub(super) fn push_visible(source: &str, span: Span, into: &mut MappedText) {
    let end = span.end() as usize;
    let mut kept_from = span.start() as usize;
    let mut at = kept_from;
    let bytes = source.as_bytes();
    let mut markup = Markup::new(&source[..end]);
    while at < end {
        let Some(found) = bytes[at..end].iter().position(|byte| b"!<[]*_".contains(byte)) else {
            break;
        };
        at += found;
        match markup.hidden(at) {
            Some(behind) => {
                into.push_verbatim(source, Span::at(kept_from..at));
                kept_from = behind;
                at = behind;
            }
            None => at += 1,
        }
    }
    into.push_verbatim(source, Span::at(kept_from..end));
}

/// Tells what is hidden, from left to right. What ends a piece of markup is looked for once and then
/// known, so that a line of nothing but openings takes no longer than any other.
struct Markup<'t> {
    text: &'t str,
    targets: Next<'t>,
    comments: Next<'t>,
    tags: Next<'t>,
    brackets: Next<'t>,
    /// Where each round bracket closes, from the place on where this was asked first.
    closing: Option<BTreeMap<usize, usize>>,
}

impl<'t> Markup<'t> {
    fn new(text: &'t str) -> Markup<'t> {
        Markup {
            text,
            targets: Next::new(text, "]("),
            comments: Next::new(text, "-->"),
            tags: Next::new(text, ">"),
            brackets: Next::new(text, "]"),
            closing: None,
        }
    }

    /// If something that is not shown starts at byte `at`, where it ends.
    fn hidden(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        if rest.starts_with("<!--") {
            return Some(self.comments.from(at + 4)? + 3);
        }
        if rest.starts_with("![") {
            let target = self.targets.from(at)?;
            return Some(self.closing_bracket(target + 1)? + 1);
        }
        if rest.starts_with("[^") {
            return Some(self.brackets.from(at)? + 1);
        }
        // Of a link `[text](target)` the text stays: the bracket goes, then the rest from `](` on.
        if rest.starts_with("](") {
            return Some(self.closing_bracket(at + 1)? + 1);
        }
        if let Some(inside) = rest.strip_prefix('[') {
            let target = self.targets.from(at)?;
            let bracket = inside.find(['[', ']']).map(|found| at + 1 + found);
            return (bracket == Some(target)).then_some(at + 1);
        }
        if let Some(tag) = rest.strip_prefix('<') {
            let end = self.tags.from(at + 1)?;
            return is_markup(&tag[..end - at - 1]).then_some(end + 1);
        }
        (rest.starts_with("**") || rest.starts_with("__")).then_some(at + 2)
    }

    /// Where the bracket closes that opens at byte `open`, in the same line.
    fn closing_bracket(&mut self, open: usize) -> Option<usize> {
        let text = self.text;
        let closing = self.closing.get_or_insert_with(|| closing_brackets(text, open));
        closing.get(&open).copied()
    }
}

/// Where a mark stands next. Asked from left to right, it reads the text once.
struct Next<'t> {
    text: &'t str,
    mark: &'static str,
    /// The place found last, and whether there may be more.
    found: Option<usize>,
    over: bool,
}

impl<'t> Next<'t> {
    fn new(text: &'t str, mark: &'static str) -> Next<'t> {
        Next { text, mark, found: None, over: false }
    }

    /// The first place at or behind byte `at`.
    fn from(&mut self, at: usize) -> Option<usize> {
        if !self.over && self.found.is_none_or(|found| found < at) {
            self.found = self.text[at..].find(self.mark).map(|found| at + found);
            self.over = self.found.is_none();
        }
        self.found
    }
}

/// HTML elements that shape a text. Others are no markup that a transcript has reason to hold: a reviewer
/// should see them.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Whether what stands between `<` and `>` is a tag that shapes a text, and does nothing else.
fn is_markup(tag: &str) -> bool {
    let name = tag.trim_start_matches('/');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let (name, attributes) = name.split_at(end);
    let handles = |word: &str| {
        let word = word.trim_start_matches(['/', '"', '\'']);
        word.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) && word.contains('=')
    };
    ELEMENTS.binary_search(&name.to_ascii_lowercase().as_str()).is_ok()
        && !attributes.contains('<')
        && !attributes.split_whitespace().any(handles)
}

/// Where each bracket of `text` from byte `from` on closes, if it does so in its line.
fn closing_brackets(text: &str, from: usize) -> BTreeMap<usize, usize> {
    let mut closing = BTreeMap::new();
    let mut open = Vec::new();
    for (at, byte) in text.bytes().enumerate().skip(from) {
        match byte {
            b'(' => open.push(at),
            b')' => closing.extend(open.pop().map(|open| (open, at))),
            b'\n' => open.clear(),
            _ => {}
        }
    }
    closing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visible(text: &str) -> String {
        let mut mapped = MappedText::new();
        push_visible(text, Span::at(0..text.len()), &mut mapped);
        for (needle, _) in mapped.as_str().char_indices().map(|(at, c)| (c, at)) {
            assert!(text.contains(needle));
        }
        mapped.as_str().to_owned()
    }

    #[test]
    fn targets_tags_and_marks_are_not_shown() {
        assert_eq!(visible("见 [报告](https://a.b/2024_(1)) 第**三**章"), "见 报告 第三章");
        assert_eq!(visible("a<br/>b<!-- 3 -->c ![5](x.png)d[^7]"), "abc d");
        assert_eq!(visible("[a](b(c)) [d](e ![f](g) [h](i)"), "a d](e  h");
    }

    #[test]
    fn brackets_and_comparisons_stay() {
        assert_eq!(visible("[笑] 哦，3 < 5 > 2"), "[笑] 哦，3 < 5 > 2");
        assert_eq!(visible("[LAUGHS] a * b_c"), "[LAUGHS] a * b_c");
    }

    #[test]
    fn tags_that_do_not_shape_a_text_are_shown() {
        assert_eq!(visible("一<ruby>字<rt>zì</rt></ruby><IMG src=x>"), "一字zì");
        for shown in ["<script>f()</script>", "</style>", "<svg/onload=f>", "<img src=x onerror=f>"]
        {
            assert_eq!(visible(shown), shown);
        }
        assert!(ELEMENTS.is_sorted());
    }

    #[test]
    fn what_is_kept_leads_back_to_its_place() {
        let text = "见 [报告](x) 了";
        let mut mapped = MappedText::new();
        push_visible(text, Span::at(0..text.len()), &mut mapped);
        let at = mapped.as_str().find("了").expect("kept");
        let span = mapped.to_source(Span::at(at..at + 3));
        assert_eq!(span.of(text), "了");
    }
}
