//! One JSON object a line.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::Value;

use super::{Cell, Row};
use crate::text::{MappedText, Span};

#[derive(Deserialize)]
#[serde(expecting = "an object")]
struct Pair<'t> {
    #[serde(borrow)]
    zh: Cow<'t, str>,
    #[serde(borrow)]
    en: Cow<'t, str>,
}

/// What a row is called, beside what it says.
#[derive(Deserialize)]
struct Named {
    /// A string or a number; whatever else it is names nothing.
    #[serde(default)]
    id: Value,
}

/// The rows of `text`, each with the byte at which it starts. A text without escapes is led back to
/// its place; one with escapes to its whole line, since the parser does not tell where a string
/// stands.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let object = line.trim();
        if !object.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            let span = Span::at(start..start + object.len());
            rows.push(read(text, span));
        }
        at += line.len();
    }
    rows
}

fn read(text: &str, row: Span) -> Row {
    let start = row.start() as usize;
    match serde_json::from_str::<Pair<'_>>(row.of(text)) {
        Ok(Pair { zh, en }) => {
            let cells = [cell(text, row, &zh), cell(text, row, &en)];
            Row { id: id(row.of(text)), ..Row::new(start, Ok(cells)) }
        }
        Err(error) => {
            let error = error.to_string();
            let problem = error.split(" at line").next().unwrap_or(&error);
            let problem = format!("expected an object with the strings `zh` and `en`: {problem}");
            Row::new(start, Err(problem))
        }
    }
}

/// What a row is called. An `id` that cannot be read is no reason not to check what stands beside it.
fn id(row: &str) -> Option<Box<str>> {
    if !row.contains("\"id\"") {
        return None;
    }
    match serde_json::from_str::<Named>(row).ok()?.id {
        Value::String(id) if !id.is_empty() => Some(id.into()),
        Value::Number(id) => Some(id.to_string().into()),
        _ => None,
    }
}

fn cell(text: &str, row: Span, value: &str) -> Cell {
    // A string without escapes is borrowed from the line itself.
    let borrowed = text.as_bytes().as_ptr_range().contains(&value.as_ptr());
    let source = if borrowed {
        let start = value.as_ptr() as usize - text.as_ptr() as usize;
        Span::at(start..start + value.len())
    } else {
        row
    };
    let mut mapped = MappedText::new();
    mapped.push_mapped(value, source);
    Cell { text: mapped, extent: source, marks: Vec::new() }
}
