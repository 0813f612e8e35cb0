//! Placeholders in plain text: what a program fills in, and what must come through a translation as it
//! is.

/// No placeholder is longer, in bytes.
const LONGEST: usize = 128;

/// The length of the placeholder at the start of `text`: `%s`, `%1$d`, `%(name)s`, `%{name}`, `%1`, `%Y`, `{0}`, `{name}`,
/// `{{name}}`, `{$name$}`, `${name}`, `$name`, `<b>`, `</a>`.
pub(crate) fn placeholder(text: &str) -> Option<usize> {
    // What is not closed soon is none; nobody has to look for its end through a whole text.
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let mut characters = text.chars();
    match characters.next()? {
        '%' => printf(text).or_else(|| strftime(text)).or_else(|| numbered(text)),
        '{' => braces(text),
        '$' if text.starts_with("${") => braces(&text[1..]).map(|end| end + 1),
        '$' => variable(text),
        '<' => tag(text),
        _ => None,
    }
}

/// Elements that stand in plain text, and the inline ones of TMX and XLIFF.
const ELEMENTS: &[&str] = &[
    "a", "b", "big", "bold", "bpt", "br", "bx", "code", "cp", "del", "div", "em", "font", "g",
    "hr", "i", "img", "ins", "it", "italic", "kbd", "li", "mark", "ol", "p", "pc", "ph", "s", "sc",
    "small", "span", "strong", "sub", "sup", "tt", "u", "ul", "ut", "x",
];

/// What stands inside a placeholder that is no more than words in angle brackets, as people write them, too: `<both>`,
/// `<file-name>`.
pub(crate) fn bracketed_words(placeholder: &str) -> Option<&str> {
    let words = placeholder.strip_prefix('<')?.strip_suffix('>')?;
    let known = ELEMENTS.contains(&words.to_ascii_lowercase().as_str());
    let is_part = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'-' | b'_');
    (words.bytes().all(is_part) && !known).then_some(words)
}

/// The placeholders of `text`, in order. `$name` is looked for in messages alone: the cells of a table hold prices.
pub(crate) fn placeholders(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memchr3(b'%', b'{', b'<', &text.as_bytes()[at..]) {
        // The dollar of ${name} stands before its brace.
        let dollar = next > 0 && text.as_bytes()[at + next - 1] == b'$';
        at += next - usize::from(dollar);
        match placeholder(&text[at..]) {
            Some(length) => {
                found.push(&text[at..at + length]);
                at += length;
            }
            None => at += 1 + usize::from(dollar),
        }
    }
    found
}

fn printf(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    match bytes.get(at) {
        Some(b'(') => at = text.find(')')? + 1,
        Some(b'{') => return braces(&text[1..]).map(|end| end + 1),
        _ => {}
    }
    let flag = |byte: u8| {
        byte.is_ascii_digit()
            || matches!(byte, b'$' | b'.' | b'-' | b'+' | b'#' | b'l' | b'h' | b'z')
    };
    while bytes.get(at).copied().is_some_and(flag) {
        at += 1;
    }
    let kind = bytes.get(at).copied()?;
    let is_kind =
        matches!(kind, b's' | b'd' | b'i' | b'u' | b'f' | b'g' | b'x' | b'c' | b'@' | b'p' | b'r');
    let behind = &bytes[at + 1..];
    let letters = behind.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    // 100% sure, 5 %d…: a letter right behind makes a word of it, unless what stands before it is of no word (%1$dP,
    // %.3fs), or another one begins there (%sHome), or it is a unit (%dpx).
    let is_marked = text[1..at].contains(['(', '$', '.']);
    let is_word = letters > 0
        && !is_marked
        && !(behind[0].is_ascii_uppercase()
            || letters <= 2 && matches!(kind, b'd' | b'i')
            || letters == 1 && kind == b's');
    (is_kind && !is_word).then_some(at + 1)
}

/// A part of a date or of a time of day, as `strftime` writes it.
fn strftime(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_alone = !bytes.get(2).is_some_and(u8::is_ascii_alphanumeric);
    let is_part = matches!(
        bytes.get(1)?,
        b'Y' | b'y'
            | b'm'
            | b'b'
            | b'B'
            | b'e'
            | b'j'
            | b'a'
            | b'A'
            | b'H'
            | b'I'
            | b'M'
            | b'S'
            | b'Z'
    );
    (is_part && is_alone).then_some(2)
}

/// An argument that is told by its number alone, as in Qt and Boost: `%1`, `%1%`.
fn numbered(text: &str) -> Option<usize> {
    let digits = text[1..].bytes().take_while(u8::is_ascii_digit).count();
    let end = 1 + digits;
    let is_closed = text[end..].starts_with('%');
    let goes_on = text[end..].starts_with(|c: char| c.is_ascii_alphanumeric());
    ((1..=2).contains(&digits) && (is_closed || !goes_on)).then_some(end + usize::from(is_closed))
}

/// A variable of a template: `$name`, `$side.leader`, and `$name|` where a bar closes it. `$bn` is money.
fn variable(text: &str) -> Option<usize> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let bytes = text.as_bytes();
    let mut end = 1;
    while bytes.get(end).is_some_and(|&byte| {
        is_part(byte) || byte == b'.' && bytes.get(end + 1).is_some_and(|&next| is_part(next))
    }) {
        end += 1;
    }
    const MONEY: &[&str] = &[
        "bn", "mn", "mln", "bln", "tn", "mm", "usd", "thousand", "million", "billion", "trillion",
    ];
    let is_closed = bytes.get(end) == Some(&b'|');
    let name = &text[1..end];
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.len() > 1
        && !MONEY.contains(&name.trim_end_matches('s'));
    (is_name || is_closed && !name.is_empty()).then_some(end + usize::from(is_closed))
}

fn braces(text: &str) -> Option<usize> {
    let (open, close) = match text.as_bytes().get(1)? {
        b'{' => (2, "}}"),
        b'$' => (2, "$}"),
        b'%' => (2, "%}"),
        _ => (1, "}"),
    };
    let inner = text.get(open..)?;
    let length = inner.find(close)?;
    let name = inner[..length].trim();
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_.-:, ".contains(c);
    // {count, number} has a space behind its comma; {that much is clear} is a text.
    let is_text = name.split(',').any(|part| part.trim().contains(' '));
    (name.len() <= 40 && name.chars().all(allowed) && !is_text)
        .then_some(open + length + close.len())
}

fn tag(text: &str) -> Option<usize> {
    let length = text.find('>')?;
    let inner = text.get(1..length)?;
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic());
    (starts && length <= 80 && !inner.contains('<')).then_some(length + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_stand_in_order() {
        assert_eq!(
            placeholders("<both> and <b>%s</b> ${n}"),
            ["<both>", "<b>", "%s", "</b>", "${n}"]
        );
    }

    #[test]
    fn words_in_angle_brackets_are_known() {
        for (text, expected) in [
            ("<both>", true),
            ("<file-name>", true),
            ("<b>", false),
            ("</a>", false),
            ("<a href=\"\">", false),
        ] {
            assert_eq!(bracketed_words(text).is_some(), expected, "{text}");
        }
    }

    #[test]
    fn placeholders_and_what_looks_like_one() {
        for (text, expected) in [
            ("%s is", Some("%s")),
            ("%1$d of", Some("%1$d")),
            ("%(name)s.", Some("%(name)s")),
            ("{0} files", Some("{0}")),
            ("{{ user.name }}!", Some("{{ user.name }}")),
            ("${HOME}/x", Some("${HOME}")),
            ("</a>.", Some("</a>")),
            ("% sure", None),
            ("%sure", None),
            ("{count, number} files", Some("{count, number}")),
            ("{that is clear}", None),
            ("{很多}", None),
            ("< 5", None),
            ("$5", None),
            ("%sHome", Some("%s")),
            ("%dm left", Some("%d")),
            ("%.3fs", Some("%.3f")),
            ("%4$iP", Some("%4$i")),
            ("%{count} files", Some("%{count}")),
            ("%Y-%m", Some("%Y")),
            ("%1% days", Some("%1%")),
            ("%2.", Some("%2")),
            ("%discount", None),
            ("{$viewValue$}", Some("{$viewValue$}")),
            ("$unit.name| moves", Some("$unit.name|")),
            ("$x1|", Some("$x1|")),
            ("$addon_title...", Some("$addon_title")),
            ("$bn", None),
            ("$id.", Some("$id")),
            ("%dpx.", Some("%d")),
        ] {
            assert_eq!(placeholder(text).map(|end| &text[..end]), expected, "{text}");
        }
    }
}
