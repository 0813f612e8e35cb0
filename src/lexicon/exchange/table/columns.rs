//! What the columns of a table hold, from their heads or, without heads, from their number.

use crate::text::Side;

use super::super::language::is_language_code;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// A form in a known language.
    Form(Side),
    /// A form whose language the rows tell: `source`, `target`.
    Term,
    /// The language of the row's terms, or of term number `.0` in tables without heads.
    Language,
    LanguageOf(usize),
    /// The state of a form in that language, or of the row's terms.
    Status(Option<Side>),
    PartOfSpeech,
    CaseSensitive,
    Translatable,
    Forbidden,
    Direction,
    Near,
    Contrast,
    Domain,
    Note,
    Reason,
    Anywhere,
    /// Rows that agree in it are one entry.
    Concept,
    /// Nothing that an entry holds, and known to be so.
    Ignored,
    /// Nothing known.
    Unknown,
}

/// The columns that `heads` name, if it is a row of heads.
pub(super) fn from_heads(heads: &[&str]) -> Option<Vec<Column>> {
    let columns: Vec<Column> = heads.iter().map(|head| from_head(head)).collect();
    let holds_forms = |column: &Column| matches!(column, Column::Form(_) | Column::Term);
    let known = columns.iter().filter(|column| **column != Column::Unknown).count();
    (columns.iter().any(holds_forms) && known * 2 > columns.len()).then_some(columns)
}

/// The columns of a table without heads, from its first row.
pub(super) fn without_heads(row: &[&str]) -> Vec<Column> {
    use Column::{Ignored, LanguageOf, Note, Term};
    let codes = row.get(2..4).is_some_and(|codes| codes.iter().all(|code| is_language_code(code)));
    match row.len() {
        // Weblate: location, source, target, ID, fuzzy, context, comments of two kinds.
        8 => vec![Ignored, Term, Term, Ignored, Ignored, Note, Note, Note],
        // DeepL: source, target, their languages, relevance.
        4.. if codes => {
            let mut columns = vec![Term, Term, LanguageOf(0), LanguageOf(1)];
            columns.resize(row.len(), Ignored);
            columns
        }
        length => {
            let mut columns = vec![Note; length];
            columns.iter_mut().take(2).for_each(|column| *column = Term);
            columns
        }
    }
}

fn from_head(head: &str) -> Column {
    let head = head.trim().trim_start_matches('#').to_lowercase().replace(['_', '-'], " ");
    // Crowdin: `Term [en]`; UTX: `src:pos`.
    let (name, language) = match head.split_once('[') {
        Some((name, rest)) => match Side::of_language(rest.trim_end_matches(']')) {
            Some(side) => (name.trim(), Some(side)),
            None => return Column::Ignored,
        },
        None => (head.as_str(), None),
    };
    match name {
        "term" | "translation" => language.map_or(Column::Term, Column::Form),
        "source" | "target" | "src" | "tgt" | "source term" | "target term" | "form" => {
            Column::Term
        }
        "language" | "lang" | "locale" => Column::Language,
        "source lang" | "source language" => Column::LanguageOf(0),
        "target lang" | "target language" => Column::LanguageOf(1),
        "status" | "term status" => Column::Status(language),
        "pos" | "part of speech" | "src:pos" | "词性" => Column::PartOfSpeech,
        "case sensitive" => Column::CaseSensitive,
        "translatable" => Column::Translatable,
        "forbidden" => Column::Forbidden,
        "direction" => Column::Direction,
        "near" => Column::Near,
        "contrast" => Column::Contrast,
        "domain" | "subject" | "subject field" => Column::Domain,
        "reason" | "why" => Column::Reason,
        "anywhere" => Column::Anywhere,
        "concept" | "concept id" => Column::Concept,
        "description"
        | "note"
        | "notes"
        | "comment"
        | "comments"
        | "definition"
        | "context"
        | "concept note"
        | "concept definition"
        | "translator comments"
        | "developer comments"
        | "备注"
        | "说明" => Column::Note,
        "location" | "id" | "fuzzy" | "type" | "gender" | "lemma" | "url" | "figure" | "tags"
        | "relevance" | "tgt:pos" | "concept url" | "concept figure" | "created at"
        | "updated at" => Column::Ignored,
        name => match Side::of_language(name) {
            Some(side) => Column::Form(side),
            // Other languages.
            None if is_language_code(&name.replace(' ', "-")) => Column::Ignored,
            None => Column::Unknown,
        },
    }
}
