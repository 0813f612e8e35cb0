//! One line of a turn, with the place that a finding speaks of in view.

use super::super::escape::for_terminal;
use super::super::wrap::{fitted, width};

/// A line to show, and where the marks stand under it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) line: String,
    /// Cells before the first mark.
    pub(super) indent: usize,
    /// Cells to mark.
    pub(super) marks: usize,
}

/// The part of `text` around the `length` characters from `offset` on that fits into `limit`
/// cells. What is left out is shown by an ellipsis.
pub(super) fn excerpt(text: &str, offset: usize, length: usize, limit: usize) -> Excerpt {
    let start = byte_of(text, offset);
    let end = start + byte_of(&text[start..], length);
    let before = for_terminal(&text[..start]).into_owned();
    let marked = for_terminal(&text[start..end]).into_owned();
    let after = for_terminal(&text[end..]).into_owned();

    let limit = limit.max(12);
    let marked_fits = width(&marked) <= limit - 2;
    let marked = if marked_fits { marked } else { fitted(&marked, limit - 2) };
    let room = limit.saturating_sub(width(&marked));
    // Two thirds of the room show what leads up to the place, unless there is less to show.
    let after_wish = room / 3;
    let after_least = width(&after).min(after_wish);
    let before = tail(&before, room - after_least);
    let left = limit.saturating_sub(width(&before) + width(&marked));
    let after = if marked_fits { fitted(&after, left) } else { String::new() };
    Excerpt {
        indent: width(&before),
        marks: width(&marked),
        line: format!("{before}{marked}{after}").trim_end().to_owned(),
    }
}

/// The byte at which character `index` of `text` starts, or its end.
fn byte_of(text: &str, index: usize) -> usize {
    text.char_indices().nth(index).map_or(text.len(), |(at, _)| at)
}

/// As much of the end of `text` as fits, with an ellipsis if that is not all.
fn tail(text: &str, limit: usize) -> String {
    let reversed: String = text.chars().rev().collect();
    fitted(&reversed, limit).chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::wrap::char_width;
    use super::*;

    #[test]
    fn a_short_line_is_shown_whole_and_marked_by_cells() {
        let shown = excerpt("收入是 50 亿美元。", 4, 6, 60);
        assert_eq!(shown, Excerpt { line: "收入是 50 亿美元。".into(), indent: 7, marks: 9 });
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides_and_never_too_wide() {
        let text = format!("{}目标{}", "前".repeat(500), "后".repeat(500));
        for limit in [20, 33, 71] {
            let shown = excerpt(&text, 500, 2, limit);
            assert!(width(&shown.line) <= limit, "{limit}: {}", shown.line);
            let cells: usize = shown.line.chars().take_while(|&c| c != '目').map(char_width).sum();
            assert_eq!((shown.indent, shown.marks), (cells, 4), "{limit}");
            assert!(shown.line.starts_with('…') && shown.line.ends_with('…'));
        }
    }

    #[test]
    fn a_place_wider_than_the_line_is_cut_itself() {
        let shown = excerpt(&"字".repeat(200), 0, 200, 40);
        assert!(width(&shown.line) <= 40 && shown.marks <= 40, "{shown:?}");
    }

    #[test]
    fn an_offset_behind_the_end_marks_the_end() {
        assert_eq!(excerpt("ab", 9, 9, 40), Excerpt { line: "ab".into(), indent: 2, marks: 0 });
    }
}
