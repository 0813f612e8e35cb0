//! Reads a table of terms row by row.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord};

use crate::lexicon::error::{LexiconError, LexiconErrorKind};
use crate::lexicon::exchange::draft::{Draft, DraftTerm};
use crate::lexicon::exchange::language::{self, Status};
use crate::lexicon::exchange::{Imported, TermFormat, TermWarning};
use crate::lexicon::fold::is_han;
use crate::lexicon::read::DIRECTIONS;
use crate::text::Side;

use super::columns::{Column, from_heads, without_heads};
use super::formula::as_meant;

/// Reads the table `bytes` of the file at `path`.
pub(in crate::lexicon::exchange) fn read(
    path: &Arc<Path>,
    bytes: &[u8],
    format: TermFormat,
) -> Result<Imported, LexiconError> {
    let mut table = Table::default();
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(bytes, format))
        .from_reader(bytes);
    // A `#` line of UTX: the last of them names the columns.
    let mut comment: Option<StringRecord> = None;
    for row in reader.records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let line = error.position().map(csv::Position::line);
                table.warn(line, "not UTF-8: left out".to_owned());
                continue;
            }
        };
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if row.get(0).is_some_and(|cell| cell.starts_with('#')) {
            comment = Some(row);
            continue;
        }
        if table.columns.is_empty() && table.learn_columns(comment.as_ref(), &row) {
            continue;
        }
        table.add(&row);
    }
    if !table.columns.iter().any(|column| matches!(column, Column::Form(_) | Column::Term)) {
        let fault = "has no columns of terms: expected heads such as `zh,en`, or two columns";
        let kind = Box::new(LexiconErrorKind::NoTerms(fault));
        return Err(LexiconError { path: path.to_path_buf(), at: None, kind });
    }
    Ok(table.finish(path))
}

/// What parts the cells: a tab in TSV, in CSV whichever of comma, semicolon and tab the first line
/// has most of.
fn delimiter(bytes: &[u8], format: TermFormat) -> u8 {
    let line = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: &u8| line.iter().filter(|&byte| byte == delimiter).count();
    match format {
        TermFormat::Tsv => b'\t',
        _ => [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b','),
    }
}

#[derive(Default)]
struct Table {
    columns: Vec<Column>,
    drafts: Vec<Draft>,
    /// The draft of a concept name or of a Chinese form.
    known: HashMap<String, usize>,
    warnings: Vec<TermWarning>,
}

impl Table {
    fn warn(&mut self, line: Option<u64>, message: String) {
        self.warnings.push(TermWarning { line, message });
    }

    /// Learns the columns from the first row; whether that row holds heads.
    fn learn_columns(&mut self, comment: Option<&StringRecord>, row: &StringRecord) -> bool {
        let cells: Vec<&str> = row.iter().collect();
        let heads = |row: &StringRecord| from_heads(&row.iter().collect::<Vec<_>>());
        if let Some(columns) = comment.and_then(heads) {
            self.columns = columns;
            return false;
        }
        let Some(columns) = from_heads(&cells) else {
            self.columns = without_heads(&cells);
            return false;
        };
        for (cell, column) in cells.iter().zip(&columns) {
            if *column == Column::Unknown {
                self.warnings.push(TermWarning {
                    line: row.position().map(csv::Position::line),
                    message: format!("column `{}` is not known: left out", cell.trim()),
                });
            }
        }
        self.columns = columns;
        true
    }

    /// Takes one row in.
    fn add(&mut self, row: &StringRecord) {
        let line = row.position().map_or(0, csv::Position::line);
        let mut draft = Draft { line, ..Draft::default() };
        if let Err(message) = self.fill(&mut draft, row) {
            return self.warn(Some(line), message);
        }
        if draft.terms.is_empty() {
            return;
        }
        let cell = |wanted: Column| {
            let at = self.columns.iter().position(|column| *column == wanted)?;
            row.get(at).map(str::trim).filter(|cell| !cell.is_empty())
        };
        let key = match cell(Column::Concept) {
            Some(concept) => Some(format!("concept {concept}")),
            None => draft
                .terms
                .iter()
                .find(|term| term.side == Side::Zh)
                .map(|term| format!("form {}", term.text)),
        };
        match key.as_ref().and_then(|key| self.known.get(key)) {
            Some(&known) => {
                if let Some(known) = self.drafts.get_mut(known) {
                    known.join(draft);
                }
            }
            None => {
                if let Some(key) = key {
                    self.known.insert(key, self.drafts.len());
                }
                self.drafts.push(draft);
            }
        }
    }

    /// Reads the cells of a row.
    fn fill(&self, draft: &mut Draft, row: &StringRecord) -> Result<(), String> {
        let mut status = [None, None];
        let mut whole = None;
        let mut reason = None;
        let mut anywhere = false;
        let mut languages = [None, None];
        let mut row_language = None;
        let cells = || row.iter().map(|cell| as_meant(cell.trim())).zip(&self.columns);
        for (cell, column) in cells().filter(|(cell, _)| !cell.is_empty()) {
            match column {
                Column::Language => row_language = Some(cell),
                Column::LanguageOf(number) => {
                    if let Some(language) = languages.get_mut(*number) {
                        *language = Some(cell);
                    }
                }
                Column::Status(Some(side)) => status[*side as usize] = Status::read(cell),
                Column::Status(None) => whole = Status::read(cell),
                Column::Forbidden if language::flag(cell) == Some(true) => {
                    whole = Some(Status::Forbidden);
                }
                Column::PartOfSpeech => draft.part_of_speech = Some(language::part_of_speech(cell)),
                Column::CaseSensitive => draft.case_sensitive = language::flag(cell),
                Column::Translatable => draft.keep = language::flag(cell) == Some(false),
                Column::Direction => {
                    let known = DIRECTIONS.iter().find(|(word, _)| *word == cell);
                    draft.direction =
                        known.ok_or_else(|| format!("`{cell}` is no direction: left out"))?.1;
                }
                Column::Near => draft.near = cell.split('|').map(|w| w.trim().to_owned()).collect(),
                Column::Contrast => draft.contrast = Some(cell.to_owned()),
                Column::Domain => draft.domain = Some(cell.to_owned()),
                Column::Note => draft.add_note(cell),
                Column::Reason => reason = Some(cell.to_owned()),
                Column::Anywhere => anywhere = language::flag(cell) == Some(true),
                _ => {}
            }
        }
        let mut number = 0;
        for (cell, column) in cells() {
            let side = match column {
                Column::Form(side) => Some(*side),
                Column::Term => {
                    let language = languages.get(number).copied().flatten().or(row_language);
                    number += 1;
                    match language {
                        Some(language) => Side::of_language(language),
                        None => Some(if cell.contains(is_han) { Side::Zh } else { Side::En }),
                    }
                }
                _ => None,
            };
            let Some(side) = side.filter(|_| !cell.is_empty()) else { continue };
            let status = status[side as usize].or(whole).unwrap_or_default();
            let reason = reason.clone();
            draft.terms.push(DraftTerm { side, text: cell.to_owned(), status, reason, anywhere });
        }
        Ok(())
    }

    fn finish(mut self, path: &Arc<Path>) -> Imported {
        let mut concepts = Vec::new();
        for draft in std::mem::take(&mut self.drafts) {
            let line = draft.line;
            match draft.finish(path) {
                Ok(concept) => concepts.push(concept),
                Err(message) => self.warn(Some(line), message),
            }
        }
        self.warnings.sort_by_key(|warning| warning.line);
        Imported { concepts, warnings: self.warnings }
    }
}
