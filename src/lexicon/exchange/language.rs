//! The words of other programs for languages, states and parts of speech.

use crate::lexicon::model::PartOfSpeech;

/// Whether `text` has the look of a language code: `zh`, `en-US`, `zh-Hans-CN`.
pub(super) fn is_language_code(text: &str) -> bool {
    let mut parts = text.trim().split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (2..=4).contains(&part.len()) && part.is_ascii())
}

/// What a term base says of one form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Status {
    Preferred,
    #[default]
    Admitted,
    Forbidden,
}

impl Status {
    /// Reads the words of TBX (with and without `-admn-sts`), Crowdin, UTX and others.
    pub(super) fn read(word: &str) -> Option<Status> {
        let word = word.trim().to_lowercase();
        let word = word.strip_suffix("-admn-sts").unwrap_or(&word);
        match word {
            "preferredterm" | "preferred" | "approvedterm" | "approved" | "standard" => {
                Some(Status::Preferred)
            }
            "admittedterm" | "admitted" | "allowed" | "provisional" | "proposedterm"
            | "proposed" | "legalterm" | "regulatedterm" | "standardizedterm" | "draft"
            | "non-standard" => Some(Status::Admitted),
            "deprecatedterm" | "deprecated" | "supersededterm" | "superseded" | "forbiddenterm"
            | "forbidden" | "obsolete" | "not recommended" | "rejected" | "do not use" => {
                Some(Status::Forbidden)
            }
            _ => None,
        }
    }

    /// The word for tables.
    pub(super) fn word(self) -> &'static str {
        match self {
            Status::Preferred => "preferred",
            Status::Admitted => "admitted",
            Status::Forbidden => "forbidden",
        }
    }
}

/// Reads a part of speech in the words of TBX, Crowdin, UTX and Google; others count as nouns.
pub(super) fn part_of_speech(word: &str) -> PartOfSpeech {
    match word.trim().to_lowercase().as_str() {
        "verb" | "v" | "动词" => PartOfSpeech::Verb,
        "adjective" | "adj" | "adverb" | "adv" | "形容词" | "副词" => PartOfSpeech::Adjective,
        "proper noun" | "propernoun" | "proper-noun" | "name" | "专有名词" => {
            PartOfSpeech::Name
        }
        _ => PartOfSpeech::Noun,
    }
}

/// Reads yes and no.
pub(super) fn flag(word: &str) -> Option<bool> {
    match word.trim().to_lowercase().as_str() {
        "true" | "yes" | "y" | "1" | "x" | "是" => Some(true),
        "false" | "no" | "n" | "0" | "否" => Some(false),
        _ => None,
    }
}
