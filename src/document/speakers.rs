//! When two labels name one speaker.

/// How alike two names must be (normalised Damerau-Levenshtein, 0 to 1) for one to be a slip of the
/// other: one letter in five.
const SLIP: f64 = 0.8;

/// Shorter names (in characters) are too short to be slips of each other: Ann and Dan.
const SHORTEST_SLIP: usize = 4;

/// Whether two labels name one speaker: equal but for case and white space, or one a part of the
/// other, as `XY` and `Xing Yang (XY)`.
pub(crate) fn are_same(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    one == other || is_part(&one, &other) || is_part(&other, &one)
}

/// Whether one of the names looks like the other misspelt.
pub(crate) fn is_slip(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let long_enough = one.chars().count().min(other.chars().count()) >= SHORTEST_SLIP;
    // Speaker 1 and Speaker 2 are two people.
    one != other
        && long_enough
        && digits(&one) == digits(&other)
        && strsim::normalized_damerau_levenshtein(&one, &other) >= SLIP
}

fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether the words of `part` stand in `name`, one after the other.
fn is_part(part: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let pieces = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        pieces.map(str::to_owned).collect()
    };
    let (part, name) = (words(part), words(name));
    !part.is_empty() && name.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_cases_are_the_same_speaker() {
        assert!(are_same("XY", "Xing Yang (XY)"));
        assert!(are_same("CRAIG BOX", "Craig Box"));
        assert!(!are_same("Ann", "Anna"));
    }

    #[test]
    fn slips() {
        assert!(is_slip("Dario Amodie", "Dario Amodei"));
        assert!(!is_slip("Speaker 1", "Speaker 2"));
        assert!(!is_slip("Ann", "Anna"));
        assert!(!is_slip("Dario Amodei", "Dwarkesh Patel"));
    }
}
