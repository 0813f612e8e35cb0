//! Markup inside a line: what a reader of the page does not see is kept out of the checked text.

use crate::text::{MappedText, Span};

use super::lines::comment_end;

/// Adds the visible text of `span` of `source` to `into`: images, comments, tags, link targets,
/// footnote marks and emphasis marks are left out.
pub(super) fn push_visible(source: &str, span: Span, into: &mut MappedText) {
    let end = span.end() as usize;
    let mut kept_from = span.start() as usize;
    let mut at = kept_from;
    let bytes = source.as_bytes();
    while at < end {
        let Some(found) = bytes[at..end].iter().position(|byte| b"!<[]*_".contains(byte)) else {
            break;
        };
        at += found;
        match hidden(&source[..end], at) {
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

/// If something that is not shown starts at byte `at`, where it ends.
fn hidden(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    if rest.starts_with("<!--") {
        return comment_end(text, at);
    }
    if rest.starts_with("![") {
        let target = rest.find("](")?;
        return Some(at + target + closing_bracket(&rest[target + 1..])? + 2);
    }
    if rest.starts_with("[^") {
        return Some(at + rest.find(']')? + 1);
    }
    // Of a link `[text](target)` the text stays: the bracket goes, then the rest from `](` on.
    if rest.starts_with("](") {
        return Some(at + 1 + closing_bracket(&rest[1..])? + 1);
    }
    if rest.starts_with('[') {
        let target = rest.find("](")?;
        let is_link = !rest[1..target].contains(['[', ']']);
        return is_link.then_some(at + 1);
    }
    if let Some(tag) = rest.strip_prefix('<') {
        let end = tag.find('>')?;
        return is_markup(&tag[..end]).then_some(at + 1 + end + 1);
    }
    (rest.starts_with("**") || rest.starts_with("__")).then_some(at + 2)
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

/// Where the bracket closes that `text` opens with.
fn closing_bracket(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.checked_sub(1)?,
            b'\n' => return None,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
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
