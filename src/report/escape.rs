//! Keeps what a transcript says from acting on the terminal or file that shows it.

use std::borrow::Cow;
use std::fmt::Write;

/// `text` with every control character written as an escape, so that a transcript cannot move the
/// cursor, change colours or retitle the window of whoever reads the report. Line breaks and tabs
/// become spaces: an excerpt is one line. Bidirectional controls, which can show text in another
/// order than it is stored, are escaped as well.
pub(crate) fn for_terminal(text: &str) -> Cow<'_, str> {
    shown(text, |character| if is_space(character) { ' ' } else { character })
}

/// Whether a page shows `text` without escapes.
pub(super) fn is_plain(text: &str) -> bool {
    !text.contains(|character| acts(character) && !is_space(character))
}

/// The same for a page, where line breaks and tabs do no harm and stay.
pub(super) fn for_page(text: &str) -> Cow<'_, str> {
    shown(text, |character| character)
}

fn shown(text: &str, space: impl Fn(char) -> char) -> Cow<'_, str> {
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_space(character) {
            shown.push(space(character));
        } else if acts(character) {
            // Writing to a string cannot fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// `text` as it stands in the text or in a quoted attribute of XML. Characters that XML 1.0 does
/// not have or advises against (2.2, C1 controls) are replaced by U+FFFD.
pub(super) fn for_xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(character),
            '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => {
                escaped.push('\u{FFFD}')
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

/// `path` as the path of a reference (RFC 3986).
pub(super) fn for_uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

fn is_space(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\t')
}

fn acts(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(for_uri("a b/对.md"), "a%20b/%E5%AF%B9.md");
    }

    #[test]
    fn escapes_are_shown_and_not_obeyed() {
        assert_eq!(for_terminal("a\u{1b}[31mb\nc\u{202e}d"), "a\\u{1b}[31mb c\\u{202e}d");
        assert_eq!(for_page("a\u{1b}[31mb\nc\u{202e}d"), "a\\u{1b}[31mb\nc\\u{202e}d");
        assert!(matches!(for_terminal("对照 plain"), Cow::Borrowed(_)));
    }
}
