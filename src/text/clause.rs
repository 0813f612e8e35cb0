//! Clauses: of a text, and of Chinese around a place.

use super::{Span, ends_clause};

/// Marks that end a clause. Those of half width are commas in numbers as well.
const ENDS: [char; 10] = ['，', '。', '；', '、', '！', '？', ',', ';', '!', '?'];

/// The end of `text` behind the last mark that ends a clause.
pub(crate) fn clause_before(text: &str) -> &str {
    let end = text.rmatch_indices(ENDS).find(|(at, mark)| !is_in_number(text, *at, mark));
    end.map_or(text, |(at, mark)| &text[at + mark.len()..])
}

/// The start of `text` before the first mark that ends a clause.
pub(crate) fn clause_behind(text: &str) -> &str {
    let end = text.match_indices(ENDS).find(|(at, mark)| !is_in_number(text, *at, mark));
    end.map_or(text, |(at, _)| &text[..at])
}

/// What stands between commas and the like, with the mark behind it. A comma inside a number ends nothing.
pub(crate) fn clauses(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let end = rest.char_indices().find_map(|(at, letter)| {
            let end = at + letter.len_utf8();
            ends_clause(letter, &rest[end..]).then_some(end)
        });
        let clause = Span::at(start..start + end.unwrap_or(rest.len()));
        start = clause.end() as usize;
        Some(clause)
    })
}

/// Whether the comma at byte `at` stands between digits.
fn is_in_number(text: &str, at: usize, mark: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    mark == "," && text[..at].ends_with(digit) && text[at + mark.len()..].starts_with(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_in_a_number_ends_no_clause() {
        let text = "我去年,花了1,200元";
        assert_eq!(clause_before(text), "花了1,200元");
        assert_eq!(clause_behind("1,200元，不多"), "1,200元");
        assert_eq!((clause_before(""), clause_behind("没有")), ("", "没有"));
    }

    #[test]
    fn commas_divide_but_not_in_numbers() {
        let text = "有钱，还订不到舱；it cost 1,800, then more";
        let cut: Vec<_> = clauses(text).map(|clause| clause.of(text)).collect();
        assert_eq!(cut, ["有钱，", "还订不到舱；it cost 1,800,", " then more"]);
    }
}
