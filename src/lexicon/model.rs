//! What a term base says: concepts, their forms, and what is asked of a translation.

use std::num::NonZeroU32;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::text::Side;

/// The name of a concept within one [`Lexicon`](super::Lexicon).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ConceptId(pub(super) u32);

impl ConceptId {
    /// Its place in [`Lexicon::concepts`](super::Lexicon::concepts), from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One thing that has a name in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concept {
    /// The allowed Chinese forms, preferred first. Empty for a name that is only written in Latin
    /// script.
    pub zh: Vec<String>,
    /// The allowed English forms, preferred first. They are allowed inside Chinese text as well,
    /// unless the entry asks for English only.
    pub en: Vec<String>,
    /// Forms that must not be used for it.
    pub forbidden: Vec<Forbidden>,
    /// Which inflections of the English forms count.
    pub part_of_speech: PartOfSpeech,
    /// Whether letters must match in case: `None` asks it of acronyms only.
    pub case_sensitive: Option<bool>,
    /// Do not translate: Chinese writes the English form.
    pub keep: bool,
    /// Which language's use of the term asks for the other's.
    pub direction: Direction,
    /// Words one of which must stand in the same sentence for this concept to be the one meant,
    /// where several share a form. Empty: always.
    pub near: Vec<String>,
    /// The name of a set of concepts that are mistaken for each other, such as `blood vessel`. A concept of a
    /// set is asked for only where another one of it stands in its place: artery for 静脉, but not "it".
    pub contrast: Option<String>,
    /// The field that it belongs to, such as `ai`.
    pub domain: Option<String>,
    /// A remark for people.
    pub note: Option<String>,
    /// Where it was written down.
    pub origin: Origin,
}

impl Concept {
    /// The allowed forms written in the language of `side`.
    pub fn forms(&self, side: Side) -> &[String] {
        match side {
            Side::Zh => &self.zh,
            Side::En => &self.en,
        }
    }

    /// Whether the English forms are found inside Chinese text. Those of an entry that asks for
    /// English only are not: they are free renderings, of which some name other things.
    pub(super) fn is_written_in_latin_too(&self) -> bool {
        self.keep || self.direction != Direction::ZhEn
    }

    /// What a translation into `side` is expected to use, preferred first.
    pub fn expected(&self, side: Side) -> &[String] {
        match side {
            Side::Zh if !self.keep && !self.zh.is_empty() => &self.zh,
            _ => &self.en,
        }
    }
}

/// A form that must not be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forbidden {
    /// The language that it is written in.
    pub side: Side,
    /// The form.
    pub form: String,
    /// Why, for the person who used it.
    pub reason: Option<String>,
    /// Forbidden wherever it stands; otherwise only where the other language names the concept.
    pub anywhere: bool,
}

/// How the English forms of a concept are inflected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartOfSpeech {
    /// Plural.
    #[default]
    Noun,
    /// Plural or third person, past and -ing forms.
    Verb,
    /// None.
    Adjective,
    /// None: a name.
    Name,
}

/// Which language's use of a term asks for the other's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Each asks for the other.
    #[default]
    Both,
    /// Chinese asks for English: the English form is too free to be asked back.
    ZhEn,
    /// English asks for Chinese.
    EnZh,
    /// Neither: the forms only count as renderings, or say what is forbidden.
    Neither,
}

impl Direction {
    /// Whether the term standing on `side` asks for its rendering on the other side.
    pub fn asks_from(self, side: Side) -> bool {
        match self {
            Direction::Both => true,
            Direction::ZhEn => side == Side::Zh,
            Direction::EnZh => side == Side::En,
            Direction::Neither => false,
        }
    }
}

/// The file and line of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The file, as it was given; `lexicon/….toml` for what is built in.
    pub path: Arc<Path>,
    /// The line where the entry starts, from 1.
    pub line: NonZeroU32,
}
