//! Typed access to TOML values, with complaints that name the place.

use std::num::NonZeroU32;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::lexicon::error::{LexiconError, LexiconErrorKind, offset};
use crate::text::{Source, closest};

/// The file that is being read.
pub(super) struct Reader {
    pub(super) path: Arc<Path>,
    pub(super) source: Source,
    /// Where in the file the piece of it starts that is being read.
    pub(super) base: usize,
}

impl Reader {
    /// The line of byte `start` of the piece, from 1.
    pub(super) fn line(&self, start: usize) -> NonZeroU32 {
        self.source.line(offset(self.base + start))
    }

    /// An error at byte `start` of the piece.
    pub(super) fn error(&self, start: usize, kind: LexiconErrorKind) -> LexiconError {
        let at = Some(self.source.position(offset(self.base + start)));
        LexiconError { path: self.path.to_path_buf(), at, kind: Box::new(kind) }
    }

    /// Refuses a table that has a key outside `known`: the first in file order.
    pub(super) fn known_keys(
        &self,
        table: &DeTable<'_>,
        known: &[&str],
    ) -> Result<(), LexiconError> {
        let stray = table
            .keys()
            .filter(|key| !known.contains(&key.get_ref().as_ref()))
            .min_by_key(|key| key.span().start);
        let Some(stray) = stray else { return Ok(()) };
        let key = stray.get_ref().to_string();
        let like = closest(&key, known.iter().copied()).map(str::to_owned);
        let expected = quoted(known);
        let kind = LexiconErrorKind::UnknownKey { key, like, expected };
        Err(self.error(stray.span().start, kind))
    }

    /// A text.
    pub(super) fn text(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<String, LexiconError> {
        match value.get_ref().as_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(self.wrong_type(key, "a text in quotes", value)),
        }
    }

    /// `true` or `false`.
    pub(super) fn flag(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<bool, LexiconError> {
        value.get_ref().as_bool().ok_or_else(|| self.wrong_type(key, "true or false", value))
    }

    /// One of the words of `known`, as what it stands for.
    pub(super) fn word<T: Copy>(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        known: &[(&str, T)],
    ) -> Result<T, LexiconError> {
        let found = self.text(key, value)?;
        if let Some(&(_, meaning)) = known.iter().find(|(name, _)| *name == found) {
            return Ok(meaning);
        }
        let names: Vec<&str> = known.iter().map(|&(name, _)| name).collect();
        let kind = LexiconErrorKind::UnknownValue {
            key: key.to_owned(),
            like: closest(&found, names.iter().copied()).map(str::to_owned),
            found,
            expected: quoted(&names),
        };
        Err(self.error(value.span().start, kind))
    }

    /// A list of texts, each with its place.
    pub(super) fn texts(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<Vec<(Range<usize>, String)>, LexiconError> {
        let expected = match key {
            "en" => "a list of texts, as in [\"pre-training\"]",
            _ => "a list of texts, as in [\"预训练\"]",
        };
        let Some(list) = value.get_ref().as_array() else {
            return Err(self.wrong_type(key, expected, value));
        };
        list.iter()
            .map(|item| match item.get_ref().as_str() {
                Some(text) => Ok((item.span(), text.to_owned())),
                None => Err(self.wrong_type(key, expected, item)),
            })
            .collect()
    }

    /// A list of tables, each with its place.
    pub(super) fn tables<'v, 'i>(
        &self,
        key: &str,
        value: &'v Spanned<DeValue<'i>>,
        expected: &'static str,
    ) -> Result<Vec<(Range<usize>, &'v DeTable<'i>)>, LexiconError> {
        let Some(list) = value.get_ref().as_array() else {
            return Err(self.wrong_type(key, expected, value));
        };
        list.iter()
            .map(|item| match item.get_ref().as_table() {
                Some(table) => Ok((item.span(), table)),
                None => Err(self.wrong_type(key, expected, item)),
            })
            .collect()
    }

    fn wrong_type(
        &self,
        key: &str,
        expected: &'static str,
        value: &Spanned<DeValue<'_>>,
    ) -> LexiconError {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let kind =
            LexiconErrorKind::WrongType { key: key.to_owned(), expected, found: found.to_owned() };
        self.error(value.span().start, kind)
    }
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
