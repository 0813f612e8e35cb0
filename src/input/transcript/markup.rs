//! Lines that hold nothing that is said: rules, images and their captions, tags, times, footnotes.

/// A line of `---`, `***`, `___` or `===`.
pub(super) fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|character| !character.is_whitespace());
    let Some(first) = marks.next() else { return false };
    let plain = matches!(first, '-' | '*' | '_' | '=' | '~' | '—' | '─' | '━' | '·' | '＊');
    plain && line.len() >= 3 && marks.all(|character| character == first) || is_banner(line)
}

/// `—— END ——` and `===== 2023-07-30 =====`.
fn is_banner(line: &str) -> bool {
    let Some(first) = line.chars().next().filter(|c| matches!(c, '-' | '=' | '—' | '─' | '━'))
    else {
        return false;
    };
    const LONGEST: usize = 60;
    let inside = line.trim_matches(first);
    let marks = |length: usize| length >= 2 * first.len_utf8();
    marks(line.len() - line.trim_start_matches(first).len())
        && marks(line.len() - line.trim_end_matches(first).len())
        && inside.starts_with(char::is_whitespace)
        && inside.ends_with(char::is_whitespace)
        && inside.chars().count() <= LONGEST
}

/// An image, a line of tags, a caption in small print, the line that opens a fold, or a footnote.
pub(super) fn is_furniture(line: &str) -> bool {
    is_image(line) || is_tags(line) || is_title(line) || is_footnote(line) || is_note(line)
}

/// A note of the translator, or the number of a slide.
fn is_note(line: &str) -> bool {
    const NOTES: [&str; 9] = [
        "译注：",
        "译注:",
        "译者注：",
        "编者注：",
        "编者按：",
        "Translator's note:",
        "Editor's note:",
        "[Slide ",
        "【广告】",
    ];
    let opens = |c: char| !c.is_alphanumeric() && !matches!(c, '[' | '【');
    let line = line.trim_start_matches(opens);
    NOTES.iter().any(|note| line.starts_with(note))
}

fn is_image(line: &str) -> bool {
    let html = line.starts_with("<img") && line.ends_with('>');
    html || (line.starts_with("![") && line.ends_with(')') && line.matches("](").count() == 1)
}

/// `<details>`, `</div>`, or an element whose text belongs to the page and not to the talk.
fn is_tags(line: &str) -> bool {
    const LAYOUT: [&str; 12] = [
        "details", "div", "section", "center", "figure", "p", "article", "main", "body", "html",
        "header", "footer",
    ];
    const APART: [&str; 4] = ["summary", "figcaption", "small", "footer"];
    let Some(inside) = line.strip_prefix('<').and_then(|line| line.strip_suffix('>')) else {
        return false;
    };
    let name = inside.trim_start_matches('/');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let name = &name[..end];
    let one_tag = !inside.contains(['<', '>']);
    let closes_itself = inside.strip_suffix(name).is_some_and(|rest| rest.ends_with("</"));
    one_tag && LAYOUT.contains(&name)
        || closes_itself && APART.contains(&name) && inside.matches("</").count() == 1
}

/// `<h2 lang="en">What it is about</h2>`.
fn is_title(line: &str) -> bool {
    let level = line.strip_prefix("<h").and_then(|rest| rest.chars().next());
    level.is_some_and(|level| {
        ('1'..='6').contains(&level) && line.ends_with(&format!("</h{level}>"))
    })
}

/// `[^1]: where it says so`.
fn is_footnote(line: &str) -> bool {
    let label = line.strip_prefix("[^").and_then(|rest| rest.split_once("]:"));
    label.is_some_and(|(label, _)| !label.is_empty() && !label.contains(['[', ']']))
}

/// Whether all of `text` is a time or a stretch of time: `0:03`, `[00:01:23]`, `00:01 --> 00:04`.
pub(super) fn is_time(text: &str) -> bool {
    let text = text.strip_prefix(['[', '(', '（']).unwrap_or(text);
    let text = text.strip_suffix([']', ')', '）']).unwrap_or(text);
    let stretch = ["-->", " - ", "–", "~"].iter().find_map(|joint| text.split_once(joint));
    match stretch {
        Some((from, to)) => is_one_time(from.trim()) && is_one_time(to.trim()),
        None => is_one_time(text),
    }
}

fn is_one_time(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    let digits =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let Some((last, first)) = parts.split_last() else { return false };
    let (seconds, fraction) = last.split_once(['.', ',']).unwrap_or((last, "0"));
    (1..=2).contains(&first.len())
        && first.iter().all(|part| digits(part))
        && seconds.len() == 2
        && digits(seconds)
        && (1..=3).contains(&fraction.len())
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether all of `text` is a day in digits: `2023-07-30`, `2023/7/30`.
pub(super) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    parts.len() == 3
        && parts.iter().all(|part| {
            (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// The length of the marks at the start of `line` that make it a quotation (`> `, `>> `).
pub(super) fn quote_marks(line: &str) -> usize {
    let rest = line.trim_start_matches(['>', ' ']);
    let marks = &line[..line.len() - rest.len()];
    // "> 5" and "->" are no quotations, and neither is a line of nothing but marks.
    let is_quote = marks.starts_with('>')
        && (marks.ends_with(' ') || marks.contains(">>"))
        && !rest.starts_with(|c: char| c.is_ascii_digit());
    if is_quote && !rest.is_empty() { marks.len() } else { 0 }
}

/// The length of the mark of a list item at the start of `line`: `- `, `* `, `12. `, `12、`.
pub(super) fn list_mark(line: &str) -> usize {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let mark = match digits {
        0 => rest.strip_prefix(['-', '*', '+', '•', '·']),
        1..=3 => rest.strip_prefix('、').or_else(|| rest.strip_prefix(['.', ')', '．'])),
        _ => None,
    };
    let Some(behind) = mark else { return 0 };
    let marked = line.len() - behind.len();
    let spaces = behind.len() - behind.trim_start().len();
    let wide = digits > 0 && rest.starts_with(['、', '．']);
    if spaces > 0 || wide { marked + spaces } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_from_text() {
        for line in [
            "![x](y.png)",
            "<details>",
            "</details>",
            "<div align=\"center\">",
            "<summary>English</summary>",
            "<small>图：采茶</small>",
            "[^1]: See there.",
            "<h2 lang=\"en\">A Talk</h2>",
            "> 译注：见下文。",
        ] {
            assert!(is_furniture(line), "{line}");
        }
        for line in
            ["<p>Hello</p>", "<b>Hello</b>", "<small>a</small> b <small>c</small>", "[^1] a"]
        {
            assert!(!is_furniture(line), "{line}");
        }
    }

    #[test]
    fn times() {
        for time in ["0:03", "[00:01:23]", "(1:05)", "00:00:01,200 --> 00:00:04,100", "0:03 - 0:10"]
        {
            assert!(is_time(time), "{time}");
        }
        for other in ["3:2", "10", "at 0:03", "0:03 Host", "1:00:00:00", ""] {
            assert!(!is_time(other), "{other}");
        }
    }

    #[test]
    fn marks_of_quotations_and_lists() {
        let lengths = ["> a", ">> a", "> > a", "> 5", ">5", "-> a", ">"].map(quote_marks);
        assert_eq!(lengths, [2, 3, 4, 0, 0, 0, 0]);
        let lengths =
            ["- a", "* a", "12. a", "3、甲", "-5", "2.5", "**a**", "2025. a"].map(list_mark);
        assert_eq!(lengths, [2, 2, 4, 4, 0, 0, 0, 0]);
    }
}
