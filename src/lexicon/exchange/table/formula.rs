//! Cells that a spreadsheet would take for a formula and carry out: whoever opens a glossary of others
//! must not run what they wrote.
//!
//! An apostrophe before the cell makes it text, as spreadsheets have it
//! (<https://owasp.org/www-community/attacks/CSV_Injection>). It is taken off again when a table is read,
//! so that nothing is lost on the way there and back.

use std::borrow::Cow;

/// Whether a cell is a formula, behind apostrophes that may stand before it already.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The cell as it is written.
pub(super) fn as_text(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell as it was meant.
pub(super) fn as_meant(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| is_formula(cell)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_written_as_text_and_comes_back() {
        for cell in ["=1+1", "+1", "-ism", "@SUM(A1)", "\t=1", "'=1", "''@x", "model", "'n'", ""] {
            let written = as_text(cell);
            assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r']), "{written}");
            assert_eq!(as_meant(&written), cell);
        }
        assert_eq!(as_text("3-4"), "3-4");
    }
}
