//! Placeholders in plain text: what a program fills in, and what must come through a translation as it
//! is.

use std::collections::BTreeSet;

/// No placeholder is longer, in bytes.
const LONGEST: usize = 128;

/// The length of the placeholder at the start of `text`: `%s`, `%1$d`, `%(name)s`, `{0}`, `{name}`,
/// `{{name}}`, `${name}`, `<b>`, `</a>`.
pub(crate) fn placeholder(text: &str) -> Option<usize> {
    // What is not closed soon is none; nobody has to look for its end through a whole text.
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let mut characters = text.chars();
    match characters.next()? {
        '%' => printf(text),
        '{' => braces(text),
        '$' => {
            text.get(1..).filter(|rest| rest.starts_with('{')).and_then(braces).map(|end| end + 1)
        }
        '<' => tag(text),
        _ => None,
    }
}

/// Elements that stand in plain text.
const ELEMENTS: &[&str] = &[
    "a", "b", "big", "br", "code", "del", "div", "em", "font", "hr", "i", "img", "ins", "kbd",
    "li", "mark", "ol", "p", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "ul",
];

/// The word of a placeholder that is no more than a word in angle brackets, as people write it, too: `<both>`.
fn bracketed_word(placeholder: &str) -> Option<&str> {
    let word = placeholder.strip_prefix('<')?.strip_suffix('>')?;
    let known = ELEMENTS.contains(&word.to_ascii_lowercase().as_str());
    (word.bytes().all(|byte| byte.is_ascii_alphabetic()) && !known).then_some(word)
}

/// The placeholders of `text`, in order.
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
    if found.iter().any(|one| bracketed_word(one).is_some()) {
        let closing = |one: &&str| Some(one.strip_prefix("</")?.strip_suffix('>')?.to_owned());
        let closed: BTreeSet<String> = found.iter().filter_map(closing).collect();
        found.retain(|one| bracketed_word(one).is_none_or(|word| closed.contains(word)));
    }
    found
}

fn printf(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    if bytes.get(at) == Some(&b'(') {
        at = text.find(')')? + 1;
    }
    let flag = |byte: u8| {
        byte.is_ascii_digit()
            || matches!(byte, b'$' | b'.' | b'-' | b'+' | b'#' | b'l' | b'h' | b'z')
    };
    while bytes.get(at).copied().is_some_and(flag) {
        at += 1;
    }
    let kind = bytes.get(at).copied()?;
    // 100% sure, 5 %d…: a letter right behind makes a word of it.
    let word = bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic);
    (matches!(kind, b's' | b'd' | b'i' | b'u' | b'f' | b'g' | b'x' | b'c' | b'@' | b'p') && !word)
        .then_some(at + 1)
}

fn braces(text: &str) -> Option<usize> {
    let double = text.starts_with("{{");
    let (open, close) = if double { (2, "}}") } else { (1, "}") };
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
    fn a_word_in_angle_brackets_is_no_tag() {
        assert_eq!(placeholders("<both> and <b>%s</b> {n}"), ["<b>", "%s", "</b>", "{n}"]);
        assert_eq!(placeholders("<note>x</note>"), ["<note>", "</note>"]);
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
        ] {
            assert_eq!(placeholder(text).map(|end| &text[..end]), expected, "{text}");
        }
    }
}
