//! An entry as it comes together from the rows or elements of another program's file.

use std::num::NonZeroU32;
use std::path::Path;
use std::sync::Arc;

use crate::lexicon::fold::is_han;
use crate::lexicon::model::{Concept, Direction, Forbidden, Origin, PartOfSpeech};
use crate::text::Side;

use super::language::Status;

/// An entry in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) line: u64,
    pub(super) terms: Vec<DraftTerm>,
    pub(super) part_of_speech: Option<PartOfSpeech>,
    pub(super) case_sensitive: Option<bool>,
    pub(super) keep: bool,
    pub(super) direction: Direction,
    pub(super) near: Vec<String>,
    pub(super) contrast: Option<String>,
    pub(super) domain: Option<String>,
    pub(super) note: Option<String>,
}

/// One form.
#[derive(Clone, Debug)]
pub(super) struct DraftTerm {
    pub(super) side: Side,
    pub(super) text: String,
    pub(super) status: Status,
    pub(super) reason: Option<String>,
    pub(super) anywhere: bool,
}

impl Draft {
    /// Adds a note to what is noted already.
    pub(super) fn add_note(&mut self, note: &str) {
        let note = note.trim();
        match &mut self.note {
            _ if note.is_empty() => {}
            Some(notes) if notes == note => {}
            Some(notes) => {
                notes.push('\n');
                notes.push_str(note);
            }
            None => self.note = Some(note.to_owned()),
        }
    }

    /// The entry, or what it lacks.
    pub(super) fn finish(mut self, path: &Arc<Path>) -> Result<Concept, String> {
        // Stable: forms of equal standing stay in file order.
        self.terms.sort_by_key(|term| term.status);
        for term in &self.terms {
            if !term.text.chars().any(char::is_alphanumeric) {
                return Err(format!("`{}` has nothing to find: left out", term.text));
            }
            if term.side == Side::En && term.text.contains(is_han) {
                return Err(format!("`{}` is Chinese under English: left out", term.text));
            }
        }
        let forms = |side: Side| {
            let mut forms: Vec<String> = Vec::new();
            for term in &self.terms {
                let allowed = term.side == side && term.status != Status::Forbidden;
                if allowed && !forms.contains(&term.text) {
                    forms.push(term.text.clone());
                }
            }
            forms
        };
        let (zh, en) = (forms(Side::Zh), forms(Side::En));
        let forbidden: Vec<Forbidden> = self
            .terms
            .iter()
            .filter(|term| term.status == Status::Forbidden)
            .map(|term| Forbidden {
                side: term.side,
                form: term.text.clone(),
                reason: term.reason.clone(),
                anywhere: term.anywhere,
            })
            .collect();
        let keep = self.keep && !en.is_empty();
        match (zh.is_empty() && !keep, en.is_empty()) {
            _ if !forbidden.is_empty() => {}
            (true, true) => return Err("no form in either language: left out".to_owned()),
            (true, false) => return Err("no Chinese form: left out".to_owned()),
            (false, true) => return Err("no English form: left out".to_owned()),
            (false, false) => {}
        }
        let usual = if keep { PartOfSpeech::Name } else { PartOfSpeech::Noun };
        let line = u32::try_from(self.line).ok().and_then(NonZeroU32::new);
        Ok(Concept {
            zh,
            en,
            forbidden,
            part_of_speech: self.part_of_speech.unwrap_or(usual),
            case_sensitive: self.case_sensitive,
            keep,
            direction: self.direction,
            near: self.near,
            contrast: self.contrast,
            domain: self.domain,
            note: self.note,
            origin: Origin { path: path.clone(), line: line.unwrap_or(NonZeroU32::MIN) },
        })
    }
}

impl Draft {
    /// Takes in a later row of the same entry.
    pub(super) fn join(&mut self, other: Draft) {
        self.terms.extend(other.terms);
        self.part_of_speech = self.part_of_speech.or(other.part_of_speech);
        self.case_sensitive = self.case_sensitive.or(other.case_sensitive);
        self.keep |= other.keep;
        if self.direction == Direction::Both {
            self.direction = other.direction;
        }
        if self.near.is_empty() {
            self.near = other.near;
        }
        self.contrast = self.contrast.take().or(other.contrast);
        self.domain = self.domain.take().or(other.domain);
        if let Some(note) = &other.note {
            self.add_note(note);
        }
    }
}
