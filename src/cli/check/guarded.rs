//! Rows at which the program itself fails. A panic is a bug of ours; it must not take the other rows with it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::document::Document;
use crate::input::corpus::{RowError, Stretch};
use crate::text::Side;

/// What `check` makes of a stretch; the rows at which it panics are left out and told as errors of the stretch.
/// Nothing, if it panics all the same. What is found in a row does not depend on the rows around it.
pub(super) fn guarded<T>(stretch: &mut Stretch, check: impl Fn(&Document) -> T) -> Option<T> {
    let check = |document: &Document| catch_unwind(AssertUnwindSafe(|| check(document))).ok();
    if let Some(checked) = check(&stretch.document) {
        return Some(checked);
    }
    let rows: Vec<usize> =
        stretch.document.turns(Side::Zh).iter().map(|turn| turn.id.index()).collect();
    let fails = |row: &usize| {
        let mut alone = stretch.document.clone();
        alone.keep_rows(|other| other == *row);
        check(&alone).is_none()
    };
    let broken: Vec<usize> = rows.iter().copied().filter(fails).collect();
    stretch.errors.extend(broken.iter().map(|&row| error(&stretch.document, row, "this row")));
    stretch.document.keep_rows(|row| !broken.contains(&row));
    let checked = check(&stretch.document);
    if checked.is_none() {
        let left = stretch.document.turns(Side::Zh);
        if let (Some(first), Some(last)) = (left.first(), left.last()) {
            let rows = format!("rows {} to {}", first.id.number(), last.id.number());
            stretch.errors.push(error(&stretch.document, first.id.index(), &rows));
        }
    }
    checked
}

/// That `what`, which begins with row `row`, could not be checked.
fn error(document: &Document, row: usize, what: &str) -> RowError {
    let source = document.source(Side::Zh);
    let turn = document.turns(Side::Zh).iter().find(|turn| turn.id.index() == row);
    RowError {
        path: source.path().to_owned(),
        line: source.line(turn.map_or(0, |turn| turn.extent.start())).get(),
        problem: format!("internal error; please report it with {what}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::corpus::{CorpusFormat, CorpusReader};

    fn stretch() -> Stretch {
        let rows = "zh\ten\n一。\tOne.\n二。\tTwo.\n三。\tThree.\n四。\tFour.\n";
        let mut reader = CorpusReader::new(rows.as_bytes(), "rows.tsv", CorpusFormat::Tsv, None);
        reader.next_stretch().expect("it can be read").expect("a stretch")
    }

    fn english(document: &Document) -> Vec<String> {
        document.turns(Side::En).iter().map(|turn| turn.text().to_owned()).collect()
    }

    #[test]
    fn a_row_at_which_the_program_fails_is_named_and_the_others_are_checked() {
        let mut stretch = stretch();
        let checked = guarded(&mut stretch, |document| {
            let english = english(document);
            assert!(!english.iter().any(|text| text == "Two." || text == "Four."));
            english
        });
        assert_eq!(checked, Some(vec!["One.".to_owned(), "Three.".to_owned()]));
        let errors: Vec<String> = stretch.errors.iter().map(ToString::to_string).collect();
        assert_eq!(
            errors,
            [
                "rows.tsv:3: internal error; please report it with this row",
                "rows.tsv:5: internal error; please report it with this row",
            ]
        );
    }

    #[test]
    fn rows_at_which_it_only_fails_together_are_given_up() {
        let mut stretch = stretch();
        let checked = guarded(&mut stretch, |document| assert!(document.pairs() < 2));
        assert_eq!(checked, None);
        let errors: Vec<String> = stretch.errors.iter().map(ToString::to_string).collect();
        assert_eq!(errors, ["rows.tsv:2: internal error; please report it with rows 1 to 4"]);
    }
}
