//! Placeholders and inline tags as they are compared: what may be written in two ways is one.

use std::collections::{BTreeSet, HashMap};

use crate::text::{Side, bracketed_words};

/// Tags that set a word off. Chinese has no italics, so that each may stand for another one, and a phrase that is set off
/// may come apart in translation.
const EMPHASIS: &[&str] = &["b", "big", "bold", "em", "i", "italic", "small", "strong", "u"];

/// Those that a Chinese text may do without.
const ITALICS: &[&str] = &["em", "i", "italic"];

/// Parts of dates and of times of day that mean nothing to `printf`.
const OF_DATES: &str = "YymbBejaAHIMSZ";

/// A mark of a text.
struct Mark<'t> {
    text: &'t str,
    /// What it is compared by.
    key: String,
    /// Whether it counts once however often it stands there.
    is_once: bool,
}

/// The marks of `own` that `other` has less often, each as often as it lacks. The order may differ, but not that of
/// arguments without a number. `own` are those of `side`, and `shouted` tells whether the English sets words off by
/// capitals.
pub(super) fn lacking<'t>(
    side: Side,
    own: &[&'t str],
    other: &[&str],
    shouted: bool,
) -> Vec<&'t str> {
    let is_of_date = |text: &&str| {
        text.strip_prefix('%').is_some_and(|rest| rest.len() == 1 && OF_DATES.contains(rest))
    };
    let has_date = own.iter().chain(other).any(is_of_date);
    let (own, other) = (marks(own, has_date), marks(other, has_date));
    let mut rest: HashMap<&str, usize> = HashMap::new();
    for mark in &other {
        *rest.entry(&mark.key).or_default() += 1;
    }
    let mut told = BTreeSet::new();
    let mut lacking = Vec::new();
    for mark in &own {
        match rest.get_mut(mark.key.as_str()).filter(|count| **count > 0) {
            Some(_) if mark.is_once => {}
            Some(count) => *count -= 1,
            None if mark.is_once && !told.insert(&mark.key) => {}
            None if side == Side::En && ITALICS.contains(&element(mark.text).as_str()) => {}
            None if side == Side::Zh
                && shouted
                && EMPHASIS.contains(&element(mark.text).as_str()) => {}
            None => lacking.push(mark.text),
        }
    }
    lacking
}

fn marks<'t>(texts: &[&'t str], has_date: bool) -> Vec<Mark<'t>> {
    let closing = texts.iter().filter_map(|text| text.strip_prefix("</")?.strip_suffix('>'));
    let closed: BTreeSet<&str> = closing.collect();
    let mut arguments = 0;
    texts.iter().filter_map(|&text| mark(text, (&closed, has_date), &mut arguments)).collect()
}

/// `closed` are the tags that are closed somewhere. `arguments` counts those of `printf` that have no number of their own.
/// Dates are put together in another order and of other parts.
fn mark<'t>(
    text: &'t str,
    (closed, has_date): (&BTreeSet<&str>, bool),
    arguments: &mut usize,
) -> Option<Mark<'t>> {
    let (key, is_once) = if let Some(rest) = text.strip_prefix('%') {
        // The d of %d is a day there, and the p of %p half of one.
        if has_date && rest.len() == 1 && (OF_DATES.contains(rest) || matches!(rest, "d" | "p")) {
            return None;
        }
        (argument(rest, arguments), true)
    } else if text.starts_with('<') {
        tag(text, closed)?
    } else if text.starts_with('{') {
        // {{ name }} is {{name}}.
        (text.split_whitespace().collect(), false)
    } else {
        (text.trim_end_matches('|').to_owned(), false)
    };
    Some(Mark { text, key, is_once })
}

/// What tells an argument of `printf` from others: its number or its name, and the kind of value that it takes. Flags
/// and widths may follow the language.
fn argument(rest: &str, arguments: &mut usize) -> String {
    let name = rest.trim_end_matches('%');
    if name.starts_with(['(', '{']) || name.bytes().all(|byte| byte.is_ascii_digit()) {
        return name.to_owned();
    }
    let kind = rest.chars().next_back().unwrap_or_default();
    let kind = if matches!(kind, 'i' | 'u') { 'd' } else { kind };
    let number = match rest.split_once('$') {
        Some((number, _)) => number.to_owned(),
        None => {
            *arguments += 1;
            arguments.to_string()
        }
    };
    format!("{number}${kind}")
}

/// What tells a tag from others, unless it is a word in angle brackets, which is translated: `<file name>`.
fn tag(text: &str, closed: &BTreeSet<&str>) -> Option<(String, bool)> {
    if bracketed_words(text).is_some_and(|words| !closed.contains(words)) {
        return None;
    }
    let name = element(text);
    if EMPHASIS.contains(&name.as_str()) {
        let key = if text.starts_with("</") { "</em>" } else { "<em>" };
        return Some((key.to_owned(), true));
    }
    Some((text.to_owned(), false))
}

/// The name of a tag without attributes, in small letters.
fn element(tag: &str) -> String {
    tag.trim_start_matches(['<', '/']).trim_end_matches('>').to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_two_ways_is_one() {
        for (own, other) in [
            (&["%s", "%d"][..], &["%2$d", "%1$s"][..]),
            (&["%s", "%1$s"], &["%1$s"]),
            (&["%02d"], &["%d"]),
            (&["%b", "%d", "%Y"], &["%Y", "%m", "%d"]),
            (&["<i>", "</i>"], &["<b>", "</b>", "<b>", "</b>"]),
            (&["<file-name>"], &[]),
            (&["<i>", "</i>"], &[]),
            (&["{{ name }}"], &["{{name}}"]),
            (&["$name"], &["$name|"]),
            (&["%1", "%2"], &["%2", "%1%"]),
        ] {
            assert_eq!(
                lacking(Side::En, own, other, false),
                Vec::<&str>::new(),
                "{own:?} {other:?}"
            );
        }
    }

    #[test]
    fn what_is_lacking_is_told() {
        for (own, other, expected) in [
            (&["%s", "%s"][..], &["%s"][..], &["%s"][..]),
            (&["%s"], &["%d"], &["%s"]),
            (&["<b>", "</b>"], &[], &["<b>", "</b>"]),
            (&["<note>", "</note>"], &[], &["<note>", "</note>"]),
            (&["{name}", "{name}"], &["{name}"], &["{name}"]),
        ] {
            assert_eq!(lacking(Side::En, own, other, false), expected, "{own:?} {other:?}");
        }
    }

    #[test]
    fn capitals_may_become_bold() {
        assert!(lacking(Side::Zh, &["<b>", "</b>"], &[], true).is_empty());
        assert_eq!(lacking(Side::Zh, &["<b>", "</b>"], &[], false), ["<b>", "</b>"]);
    }
}
