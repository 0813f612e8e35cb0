//! Markdown tables with one language in a column: each row is a turn and its translation.

use std::ops::Range;

use crate::text::is_han;

/// Wider tables hold no talk.
const MOST_COLUMNS: usize = 16;

/// Cells of a table, as bytes of the text.
pub(super) struct Table {
    /// For each row, its Chinese and its English cell in the order of the columns. None where the table has no
    /// column of each language: its lines are text like any other.
    pub rows: Vec<[Range<usize>; 2]>,
    /// Where the text goes on behind the table.
    pub end: usize,
}

/// The table that `lines` of `text` start with, each given with the byte where the next one starts.
pub(super) fn table(
    text: &str,
    mut lines: impl Iterator<Item = (Range<usize>, usize)>,
) -> Option<Table> {
    let (head, _) = lines.next()?;
    let (rule, mut end) = lines.next()?;
    let columns = cells(text, head)?.len();
    if !(2..=MOST_COLUMNS).contains(&columns) || !is_rule(&text[rule]) {
        return None;
    }
    let mut rows = Vec::new();
    for (line, behind) in lines {
        let Some(row) = cells(text, line) else { break };
        rows.push(row);
        end = behind;
    }
    let rows = match languages(text, &rows, columns) {
        Some([first, second]) => {
            let pick =
                |row: &Vec<Range<usize>>| Some([row.get(first)?.clone(), row.get(second)?.clone()]);
            rows.iter().filter_map(pick).collect()
        }
        None => Vec::new(),
    };
    Some(Table { rows, end })
}

/// The cells of a row: what stands between `|`, without white space around it.
fn cells(text: &str, line: Range<usize>) -> Option<Vec<Range<usize>>> {
    let inside = text[line.clone()].trim();
    let inside = inside.strip_prefix('|')?;
    let mut start = inside.as_ptr() as usize - text.as_ptr() as usize;
    let end = start + inside.len();
    let mut cells = Vec::new();
    let mut push = |cell: Range<usize>| {
        let body = &text[cell.clone()];
        let lead = body.len() - body.trim_start().len();
        cells.push(cell.start + lead..cell.start + lead + body.trim().len());
    };
    for (at, _) in inside.match_indices('|') {
        // `\|` is a bar in the text.
        if !inside[..at].ends_with('\\') {
            let bar = end - inside.len() + at;
            push(start..bar);
            start = bar + 1;
        }
    }
    if !text[start..end].trim().is_empty() {
        push(start..end);
    }
    Some(cells)
}

/// `| --- | :---: |`.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.contains("--") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// The columns that hold the most Chinese and the most English, from left to right.
fn languages(text: &str, rows: &[Vec<Range<usize>>], columns: usize) -> Option<[usize; 2]> {
    let count = |column: usize, counts: fn(char) -> bool| -> usize {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| text[cell.clone()].chars().filter(|c| counts(*c)).count()).sum()
    };
    let most = |counts: fn(char) -> bool, but: Option<usize>| {
        let others = (0..columns).filter(|column| Some(*column) != but);
        let counted = others.map(|column| (count(column, counts), std::cmp::Reverse(column)));
        counted.max().filter(|(count, _)| *count > 0).map(|(_, column)| column.0)
    };
    let zh = most(is_han, None)?;
    let en = most(|c| c.is_ascii_alphabetic(), Some(zh))?;
    // A column of English with some Chinese in it is no Chinese column.
    let is_chinese = count(zh, is_han) * 2 > count(zh, |c| c.is_ascii_alphabetic());
    let is_english = count(en, |c| c.is_ascii_alphabetic()) > count(en, is_han) * 2;
    (is_chinese && is_english).then_some([zh.min(en), zh.max(en)])
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines_from;
    use super::*;

    fn read(text: &str) -> Option<Vec<[&str; 2]>> {
        let table = table(text, lines_from(text, 0))?;
        Some(table.rows.iter().map(|row| row.clone().map(|cell| &text[cell])).collect())
    }

    #[test]
    fn one_language_in_a_column() {
        let text = "| 中文 | English |\n| --- | :--- |\n| 你好 | Hello |\n| 甲\\|乙 | A \\| B |\r\n\n| x |";
        assert_eq!(read(text), Some(vec![["你好", "Hello"], ["甲\\|乙", "A \\| B"]]));
    }

    #[test]
    fn the_columns_with_the_most_text_count() {
        let text = "| # | Who | English | 中文 |\n|---|---|---|---|\n| 1 | A | Good day | 你好 |\n";
        assert_eq!(read(text), Some(vec![["Good day", "你好"]]));
    }

    #[test]
    fn other_tables_hold_no_talk() {
        assert_eq!(read("| a | b |\n|---|---|\n| c | d |\n"), Some(Vec::new()));
        assert_eq!(read("| 你 | 好 |\n| c | d |\n"), None);
        assert_eq!(read("a | b\n--- | ---\n"), None);
    }
}
