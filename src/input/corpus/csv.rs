//! Rows parted by commas, as RFC 4180 has them.

use csv::{ErrorKind, ReaderBuilder, StringRecord};

use super::{Cell, Columns, Row};
use crate::text::{MappedText, Span, counted};

/// The rows of `text` from byte `skipped` on, each with the byte at which it starts. A field that is
/// quoted has no place of its own: the reader does not tell where a field stands, so one that is
/// not found word for word in its row is led back to the whole row.
pub(super) fn rows(text: &str, skipped: usize, columns: Columns) -> Vec<Row> {
    let body = text.get(skipped..).unwrap_or_default();
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).from_reader(body.as_bytes());
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    loop {
        let start = reader.position().byte() as usize;
        match reader.read_record(&mut record) {
            Ok(false) => return rows,
            Ok(true) => {
                let end = reader.position().byte() as usize;
                let lead = body[start..end].len() - body[start..end].trim_start().len();
                let span = Span::at(skipped + start + lead..skipped + end);
                let cells = match end == body.len() && is_open(&body[start + lead..end]) {
                    true => Err("this quoted field does not end".to_owned()),
                    false => cells(text, span, &record, columns),
                };
                rows.push(Row::new(skipped + start + lead, cells));
            }
            Err(error) => {
                let problem = match error.kind() {
                    ErrorKind::Io(error) => error.to_string(),
                    _ => "this is no row of comma-separated values".to_owned(),
                };
                rows.push(Row::new(skipped + start, Err(problem)));
                if reader.is_done() {
                    return rows;
                }
            }
        }
    }
}

/// Whether a row ends inside a quoted field.
fn is_open(row: &str) -> bool {
    let mut bytes = row.bytes().peekable();
    let (mut is_quoted, mut begins) = (false, true);
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if is_quoted => is_quoted = bytes.next_if_eq(&b'"').is_some(),
            b'"' if begins => is_quoted = true,
            _ => {}
        }
        begins = !is_quoted && matches!(byte, b',' | b'\n' | b'\r');
    }
    is_quoted
}

/// The fields of the first row, and the byte at which the next one begins.
pub(super) fn head(text: &str) -> (Vec<String>, usize) {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    // What is wrong with it is told where it is read as a row.
    let _ = reader.read_record(&mut record);
    (record.iter().map(str::to_owned).collect(), reader.position().byte() as usize)
}

/// Where each field of a row stands in it, each looked for behind the one before: cells may hold the same words. A
/// field with quotation marks inside is written otherwise than it reads, and has no place.
fn places(row: &str, record: &StringRecord) -> Vec<Option<usize>> {
    let mut behind = 0;
    let place = |field: &str| {
        let field = field.trim();
        let written = field.replace('"', "\"\"");
        let at = behind + row.get(behind..)?.find(&written)?;
        behind = at + written.len();
        (written == field).then_some(at)
    };
    record.iter().map(place).collect()
}

fn cells(
    text: &str,
    row: Span,
    record: &StringRecord,
    columns: Columns,
) -> Result<[Cell; 2], String> {
    let places = places(row.of(text), record);
    let cell = |column: usize| {
        let field = record.get(column).ok_or_else(|| {
            format!("expected a column {}, found {}", column + 1, counted(record.len(), "column"))
        })?;
        let field = field.trim();
        let source = places.get(column).copied().flatten().map(|at| {
            let start = row.start() as usize + at;
            Span::at(start..start + field.len())
        });
        let mut mapped = MappedText::new();
        mapped.push_mapped(field, source.unwrap_or(row));
        Ok::<Cell, String>(Cell { text: mapped, extent: source.unwrap_or(row), marks: Vec::new() })
    };
    Ok([cell(columns.zh)?, cell(columns.en)?])
}
