//! Rows parted by tabs. Nothing is quoted, as corpora have it.

use super::{Cell, Columns, Row};
use crate::text::{MappedText, Span};

/// The fields of the first row, and the byte at which the next one begins.
pub(super) fn head(text: &str) -> (Vec<String>, usize) {
    let blank = text.len() - text.trim_start_matches(['\n', '\r']).len();
    let line = text[blank..].split_inclusive('\n').next().unwrap_or_default();
    let names = line.trim_end().split('\t').map(|name| name.trim_matches('"').to_owned());
    (names.collect(), blank + line.len())
}

/// The rows of `text` from byte `skipped` on, each with the byte at which it starts. Blank lines are
/// no rows.
pub(super) fn rows(text: &str, skipped: usize, columns: Columns) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = skipped;
    for line in text.get(skipped..).unwrap_or_default().split_inclusive('\n') {
        let row = line.trim_end_matches(['\n', '\r']);
        if !row.is_empty() {
            rows.push(Row::new(at, cells(text, at, row, columns)));
        }
        at += line.len();
    }
    rows
}

fn cells(text: &str, at: usize, row: &str, columns: Columns) -> Result<[Cell; 2], String> {
    let mut fields = [None, None];
    let mut count = 0;
    for field in row.split('\t') {
        for (side, column) in [columns.zh, columns.en].into_iter().enumerate() {
            if column == count {
                fields[side] = Some(field);
            }
        }
        count += 1;
    }
    let cell = |field: Option<&str>, column: usize| {
        let field = field.ok_or_else(|| {
            let found = if count == 1 { "no tab".to_owned() } else { format!("{count} columns") };
            format!("expected a column {} parted by tabs, found {found}", column + 1)
        })?;
        let start = at + (field.as_ptr() as usize - row.as_ptr() as usize);
        let lead = field.len() - field.trim_start().len();
        let span = Span::at(start + lead..start + lead + field.trim().len());
        let mut mapped = MappedText::new();
        mapped.push_verbatim(text, span);
        Ok::<Cell, String>(Cell { text: mapped, extent: span, marks: Vec::new() })
    };
    let [zh, en] = fields;
    Ok([cell(zh, columns.zh)?, cell(en, columns.en)?])
}
