//! Which capitals a form asks for where it is found.

use serde::{Deserialize, Serialize};

use super::fold::fold;

/// What letter case has to do with a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Case {
    /// Letters agree whatever their case.
    Any,
    /// Letters have the case of this form, as far as inflection leaves them.
    Same(Box<str>),
    /// All letters are capitals, but for the plural's s.
    Capitals,
    /// Character for character this: a forbidden spelling of an allowed form.
    Exact(Box<str>),
}

impl Case {
    /// What `form` asks for, if its entry says `sensitive` about it. Acronyms (`RL`, `IT`) always
    /// ask for capitals, or they would be found in ordinary words.
    pub(super) fn of_form(form: &str, sensitive: Option<bool>) -> Case {
        match sensitive {
            Some(true) => Case::Same(form.into()),
            Some(false) => Case::Any,
            None if is_acronym(form) => Case::Capitals,
            None => Case::Any,
        }
    }

    /// Whether `found`, which agrees with the form when folded, has the right capitals.
    pub(super) fn admits(&self, found: &str) -> bool {
        match self {
            Case::Any => true,
            Case::Same(form) => **form == *found || is_shouted(found) || same_letters(form, found),
            Case::Capitals => {
                let singular = found.strip_suffix('s').unwrap_or(found);
                !singular.contains(|c: char| c.is_ascii_lowercase())
            }
            Case::Exact(form) => **form == *found,
        }
    }
}

/// Whether `form` is a word of capitals only.
pub(super) fn is_acronym(form: &str) -> bool {
    let capitals = form.chars().filter(char::is_ascii_uppercase).count();
    capitals >= 2 && form.chars().all(|c| c.is_ascii_uppercase() || !c.is_alphanumeric())
}

/// Whether `found` is a word of capitals, as headlines and datelines have them: BEIJING.
fn is_shouted(found: &str) -> bool {
    const LEAST: usize = 5;
    found.len() >= LEAST && found.chars().all(|c| !c.is_lowercase())
}

/// Whether the letters of `found` have the case of those of `form`, up to where inflection parts
/// them.
fn same_letters(form: &str, found: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<_>>();
    letters(form)
        .into_iter()
        .zip(letters(found))
        .take_while(|(a, b)| fold(&a.to_string()) == fold(&b.to_string()))
        .all(|(a, b)| a == b)
}

#[cfg(test)]
mod tests {
    use super::Case;

    #[test]
    fn acronyms_are_no_ordinary_words() {
        let case = Case::of_form("IT", None);
        assert!(case.admits("IT") && case.admits("ITs"));
        assert!(!case.admits("it") && !case.admits("It"));
    }

    #[test]
    fn names_may_ask_for_their_capitals() {
        let case = Case::of_form("Meta", Some(true));
        assert!(case.admits("Meta") && !case.admits("meta"));
        let case = Case::of_form("Beijing", Some(true));
        assert!(case.admits("BEIJING") && !case.admits("beijing"));
        assert!(Case::of_form("Ship", Some(true)).admits("Shipping"));
    }

    #[test]
    fn a_forbidden_spelling_is_meant_letter_by_letter() {
        let case = Case::Exact("Deepmind".into());
        assert!(case.admits("Deepmind") && !case.admits("DeepMind"));
    }
}
