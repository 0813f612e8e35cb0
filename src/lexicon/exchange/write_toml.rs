//! Writes TOML that a person would have written.

use std::fmt::Write as _;

use crate::lexicon::model::{Concept, Direction, PartOfSpeech};
use crate::lexicon::read::{DIRECTIONS, PARTS_OF_SPEECH};
use crate::text::Side;

use super::Exported;

pub(super) fn write(concepts: &[Concept]) -> Exported {
    let text = concepts.iter().map(entry).collect::<Vec<_>>().join("\n");
    Exported { text, warnings: Vec::new() }
}

/// One entry: only what is not understood by itself.
pub(in crate::lexicon) fn entry(concept: &Concept) -> String {
    let mut text = String::from("[[term]]\n");
    let mut line = |key: &str, value: String| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{key} = {value}");
    };
    for side in Side::BOTH {
        if !concept.forms(side).is_empty() {
            line(side.code(), list(concept.forms(side)));
        }
    }
    if !concept.forbidden.is_empty() {
        let forbidden = concept.forbidden.iter().map(|forbidden| {
            let mut one = format!("{{ {} = {}", forbidden.side.code(), quote(&forbidden.form));
            if let Some(reason) = &forbidden.reason {
                let _ = write!(one, ", why = {}", quote(reason));
            }
            if forbidden.anywhere {
                one.push_str(", anywhere = true");
            }
            one + " }"
        });
        line("forbidden", format!("[{}]", forbidden.collect::<Vec<_>>().join(", ")));
    }
    if concept.keep {
        line("keep", "true".to_owned());
    }
    let usual = if concept.keep { PartOfSpeech::Name } else { PartOfSpeech::Noun };
    if concept.part_of_speech != usual {
        line("pos", word(PARTS_OF_SPEECH, concept.part_of_speech));
    }
    if let Some(sensitive) = concept.case_sensitive {
        line("case-sensitive", sensitive.to_string());
    }
    if concept.direction != Direction::Both {
        line("direction", word(DIRECTIONS, concept.direction));
    }
    if !concept.near.is_empty() {
        line("near", list(&concept.near));
    }
    for (key, value) in
        [("contrast", &concept.contrast), ("domain", &concept.domain), ("note", &concept.note)]
    {
        if let Some(value) = value {
            line(key, quote(value));
        }
    }
    text
}

fn word<T: PartialEq>(words: &[(&str, T)], value: T) -> String {
    quote(words.iter().find(|(_, meaning)| *meaning == value).map_or("", |(word, _)| word))
}

fn list(forms: &[String]) -> String {
    format!("[{}]", forms.iter().map(|form| quote(form)).collect::<Vec<_>>().join(", "))
}

/// A basic string on one line.
fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", c as u32);
            }
            c => quoted.push(c),
        }
    }
    quoted + "\""
}
