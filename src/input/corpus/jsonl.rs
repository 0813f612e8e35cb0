//! One JSON object a line.

use std::borrow::Cow;

use serde::Deserialize;

use super::{Cell, Row};
use crate::text::{MappedText, Span};

#[derive(Deserialize)]
struct Pair<'t> {
    #[serde(borrow)]
    zh: Cow<'t, str>,
    #[serde(borrow)]
    en: Cow<'t, str>,
}

/// The rows of `text`, each with the byte at which it starts. A text without escapes is led back to
/// its place; one with escapes to its whole line, since the parser does not tell where a string
/// stands.
pub(super) fn rows(text: &str) -> Vec<(u32, Row)> {
    let mut rows = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let object = line.trim();
        if !object.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            let span = Span::at(start..start + object.len());
            rows.push((span.start(), cells(text, span)));
        }
        at += line.len();
    }
    rows
}

fn cells(text: &str, row: Span) -> Row {
    let pair: Pair<'_> = serde_json::from_str(row.of(text)).map_err(|error| {
        let error = error.to_string();
        let problem = error.split(" at line").next().unwrap_or(&error);
        format!("expected an object with the strings `zh` and `en`: {problem}")
    })?;
    Ok([cell(text, row, &pair.zh), cell(text, row, &pair.en)])
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
