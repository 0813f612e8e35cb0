//! One entry of a term base file.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::lexicon::error::{LexiconError, LexiconErrorKind};
use crate::lexicon::fold::is_han;
use crate::lexicon::model::{Concept, Direction, Forbidden, Origin, PartOfSpeech};
use crate::text::Side;

use super::value::Reader;

const KEYS: &[&str] = &[
    "zh",
    "en",
    "forbidden",
    "pos",
    "case-sensitive",
    "keep",
    "direction",
    "near",
    "contrast",
    "domain",
    "note",
];

const FORBIDDEN_KEYS: &[&str] = &["zh", "en", "why", "anywhere"];

/// The words for [`Direction`].
pub(in super::super) const DIRECTIONS: &[(&str, Direction)] = &[
    ("both", Direction::Both),
    ("zh-en", Direction::ZhEn),
    ("en-zh", Direction::EnZh),
    ("none", Direction::Neither),
];

/// The words for [`PartOfSpeech`].
pub(in super::super) const PARTS_OF_SPEECH: &[(&str, PartOfSpeech)] = &[
    ("noun", PartOfSpeech::Noun),
    ("verb", PartOfSpeech::Verb),
    ("adjective", PartOfSpeech::Adjective),
    ("name", PartOfSpeech::Name),
];

/// What the head of the file says for all its entries.
pub(super) struct Defaults {
    pub(super) domain: Option<String>,
    pub(super) direction: Direction,
}

impl Default for Defaults {
    fn default() -> Defaults {
        Defaults { domain: None, direction: Direction::Both }
    }
}

/// Reads the entry that `table` holds and that stands at `span`.
pub(super) fn read(
    reader: &Reader,
    span: Range<usize>,
    table: &DeTable<'_>,
    defaults: &Defaults,
) -> Result<Concept, LexiconError> {
    reader.known_keys(table, KEYS)?;
    let line = reader.line(span.start);
    let mut concept = Concept {
        zh: Vec::new(),
        en: Vec::new(),
        forbidden: Vec::new(),
        part_of_speech: PartOfSpeech::Noun,
        case_sensitive: None,
        keep: false,
        direction: defaults.direction,
        near: Vec::new(),
        contrast: None,
        domain: defaults.domain.clone(),
        note: None,
        origin: Origin { path: reader.path.clone(), line },
    };
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "zh" => concept.zh = read_forms(reader, "zh", value)?,
            "en" => concept.en = read_forms(reader, "en", value)?,
            "near" => concept.near = read_forms(reader, "near", value)?,
            "forbidden" => concept.forbidden = read_forbidden(reader, value)?,
            "pos" => concept.part_of_speech = reader.word("pos", value, PARTS_OF_SPEECH)?,
            "case-sensitive" => {
                concept.case_sensitive = Some(reader.flag("case-sensitive", value)?);
            }
            "keep" => concept.keep = reader.flag("keep", value)?,
            "direction" => concept.direction = reader.word("direction", value, DIRECTIONS)?,
            "contrast" => concept.contrast = Some(reader.text("contrast", value)?),
            "domain" => concept.domain = Some(reader.text("domain", value)?),
            "note" => concept.note = Some(reader.text("note", value)?),
            _ => {}
        }
    }
    if concept.keep && !table.contains_key("pos") {
        concept.part_of_speech = PartOfSpeech::Name;
    }
    match incomplete(&concept) {
        Some(fault) => Err(reader.error(span.start, LexiconErrorKind::Incomplete(fault))),
        None => Ok(concept),
    }
}

/// What an entry lacks to be of use.
pub(in super::super) fn incomplete(concept: &Concept) -> Option<&'static str> {
    if concept.keep && concept.en.is_empty() {
        return Some("keeps a name: expected the name in `en`, as in en = [\"Claude Code\"]");
    }
    if concept.keep || !concept.forbidden.is_empty() {
        return None;
    }
    match (concept.zh.is_empty(), concept.en.is_empty()) {
        (true, true) => Some("is empty: expected `zh` and `en`"),
        (true, false) => Some("has no Chinese form: expected `zh`, or keep = true for a name"),
        (false, true) => Some("has no English form: expected `en`"),
        (false, false) => None,
    }
}

fn read_forms(
    reader: &Reader,
    key: &str,
    value: &Spanned<DeValue<'_>>,
) -> Result<Vec<String>, LexiconError> {
    let forms = reader.texts(key, value)?;
    for (span, form) in &forms {
        check_form(reader, key, span, form)?;
    }
    Ok(forms.into_iter().map(|(_, form)| form).collect())
}

fn check_form(
    reader: &Reader,
    key: &str,
    span: &Range<usize>,
    form: &str,
) -> Result<(), LexiconError> {
    if !form.chars().any(char::is_alphanumeric) {
        let kind = LexiconErrorKind::EmptyForm { key: key.to_owned(), form: form.to_owned() };
        return Err(reader.error(span.start, kind));
    }
    if key == "en" && form.chars().any(is_han) {
        let kind = LexiconErrorKind::NotEnglish { form: form.to_owned() };
        return Err(reader.error(span.start, kind));
    }
    Ok(())
}

fn read_forbidden(
    reader: &Reader,
    value: &Spanned<DeValue<'_>>,
) -> Result<Vec<Forbidden>, LexiconError> {
    let expected =
        "a list, as in [{ en = \"preliminary training\", why = \"not the field's word\" }]";
    reader
        .tables("forbidden", value, expected)?
        .into_iter()
        .map(|(span, table)| {
            reader.known_keys(table, FORBIDDEN_KEYS)?;
            let form_of = |key: &str| -> Result<Option<String>, LexiconError> {
                let Some(value) = table.get(key) else { return Ok(None) };
                let form = reader.text(key, value)?;
                check_form(reader, key, &value.span(), &form)?;
                Ok(Some(form))
            };
            let (side, form) = match (form_of("zh")?, form_of("en")?) {
                (Some(form), None) => (Side::Zh, form),
                (None, Some(form)) => (Side::En, form),
                _ => {
                    let fault = "forbids one form at a time: expected either `zh` or `en`";
                    return Err(reader.error(span.start, LexiconErrorKind::Incomplete(fault)));
                }
            };
            let reason = table.get("why").map(|why| reader.text("why", why)).transpose()?;
            let anywhere = table.get("anywhere").map(|flag| reader.flag("anywhere", flag));
            Ok(Forbidden { side, form, reason, anywhere: anywhere.transpose()?.unwrap_or(false) })
        })
        .collect()
}
