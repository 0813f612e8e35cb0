//! Digits that are part of a sign: the argument of a message (`%1`), a Greek letter with a number (χ2).

use super::Quantity;

/// `quantities` without those that begin with the digit of such a sign in `text`.
pub(super) fn without_signs(text: &str, mut quantities: Vec<Quantity>) -> Vec<Quantity> {
    quantities.retain(|quantity| {
        let start = quantity.span.start() as usize;
        !(text[start..].starts_with(|c: char| c.is_ascii_digit()) && ends_in_sign(&text[..start]))
    });
    quantities
}

/// Whether the last character before a digit makes a sign of it.
fn ends_in_sign(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        // 50%2 may be a slip, but no argument.
        Some('%') => !back.next().is_some_and(|c| c.is_ascii_digit()),
        Some('\u{370}'..='\u{3FF}') => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::quantity::read;
    use crate::text::Side;

    #[test]
    fn digits_of_signs_count_nothing() {
        for (side, text) in
            [(Side::Zh, "思考 %1 %2 秒"), (Side::Zh, "χ2 分布"), (Side::En, "join %1 %2")]
        {
            assert_eq!(read(side, text), [], "{text}");
        }
        assert_eq!(read(Side::Zh, "增长50%").len(), 1);
    }
}
