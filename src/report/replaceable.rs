//! Whether a suggestion can be written into its file just as it reads. Where it cannot, a program that did so
//! would break the row of a corpus, or the markup of a transcript; then only people are told what to write.

use crate::document::{Document, TurnId};
use crate::finding::{Finding, Suggestion};
use crate::text::Span;

/// The suggestion of `finding`, if programs can apply it, and its help, which says what to write if they cannot.
pub(super) fn suggestion_and_help<'f>(
    document: &Document,
    finding: &'f Finding,
) -> (Option<&'f Suggestion>, Option<String>) {
    match &finding.suggestion {
        Some(suggestion) if !is_replaceable(document, finding, suggestion) => {
            (None, Some(help_with(finding.help.as_deref(), &suggestion.text)))
        }
        suggestion => (suggestion.as_ref(), finding.help.clone()),
    }
}

fn help_with(help: Option<&str>, text: &str) -> String {
    let write = format!("write “{text}”");
    match help {
        Some(help) if help.contains(&write) => help.to_owned(),
        Some(help) => format!("{help}; {write}"),
        None => write,
    }
}

/// Whether what stands in the file at the place is just what the place quotes, and the suggestion may stand there
/// as it is.
fn is_replaceable(document: &Document, finding: &Finding, suggestion: &Suggestion) -> bool {
    let Some(place) = finding.place(suggestion.side) else { return false };
    let raw = document.source(suggestion.side).slice(place.in_source(document));
    let has_signs = suggestion.text.contains(|character| is_sign(document, character));
    let is_parted = suggestion.text.contains(',') && is_between_commas(document, place.turn);
    raw == place.quoted(document) && !raw.is_empty() && !has_signs && !is_parted
}

/// Whether a character may mean something else than itself in one of the formats that the document may be in.
fn is_sign(document: &Document, character: char) -> bool {
    character.is_control() || document.has_rows() && matches!(character, '"' | '\\' | '<' | '&')
}

/// Whether the text of the turn is a field without quotation marks in a row that is parted by commas, or may be.
fn is_between_commas(document: &Document, turn: TurnId) -> bool {
    let text = document.source(turn.side()).text();
    let extent = document.turn(turn).extent;
    let parts = |character: Option<char>| matches!(character, None | Some(',' | '\n' | '\r'));
    let before = Span::new(0, extent.start()).of(text).trim_end_matches(' ').chars().next_back();
    let behind = Span::new(extent.end(), text.len() as u32).of(text).trim_start_matches(' ');
    document.has_rows()
        && document.is_interleaved()
        && parts(before)
        && parts(behind.chars().next())
}
