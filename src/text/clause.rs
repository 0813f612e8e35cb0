//! The clause of Chinese in which something stands.

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
}
