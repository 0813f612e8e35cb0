//! Hyphens that wait for their word: `pre- and post-training` holds `pre-training` too.

use crate::text::Span;

/// The words of `text` whose second half comes later, written out, and where their first half
/// stands.
pub(super) fn written_out(text: &str) -> Vec<(String, Span)> {
    // Most texts have no hyphen at all.
    if memchr::memchr(b'-', text.as_bytes()).is_none() || !text.contains("- ") {
        return Vec::new();
    }
    let mut end = 0;
    let words: Vec<(usize, &str)> = text
        .split_whitespace()
        .map(|word| {
            let start = end + text.get(end..).and_then(|rest| rest.find(word)).unwrap_or(0);
            end = start + word.len();
            (start, word)
        })
        .collect();
    words
        .windows(3)
        .filter_map(|window| {
            let [(start, first), (_, joint), (_, last)] = window else { return None };
            let stem = first.strip_suffix('-')?.trim_start_matches(|c: char| !c.is_alphanumeric());
            if stem.is_empty() || !matches!(*joint, "and" | "or" | "to" | "versus" | "vs." | "&") {
                return None;
            }
            let (_, rest) = last.split_once('-')?;
            let rest = rest.trim_end_matches(|c: char| !c.is_alphanumeric());
            let end = start + first.len();
            Some((format!("{stem}-{rest}"), Span::at(end - 1 - stem.len()..end)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::written_out;

    #[test]
    fn the_second_half_is_added() {
        let text = "all of \"pre- and post-training\", short- or long-term.";
        let found: Vec<(String, &str)> =
            written_out(text).into_iter().map(|(word, span)| (word, span.of(text))).collect();
        assert_eq!(
            found,
            [("pre-training".to_owned(), "pre-"), ("short-term".to_owned(), "short-")],
        );
    }

    #[test]
    fn a_dash_is_no_such_hyphen() {
        assert!(written_out("this - and that-one - or this").is_empty());
        assert!(written_out("pre- and training").is_empty());
    }
}
