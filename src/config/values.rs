//! What each key may hold. Where a value is of another kind, the reader of TOML speaks of the types of this
//! program and names no key; here it is told in the words of docs/configuration.md.

use std::fmt;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::ConfigErrorKind;
use super::faults::Fault;
use crate::text::{closest, did_you_mean};

/// What a key may hold.
#[derive(Clone, Copy, Debug)]
enum Kind {
    /// A list of texts, and what they are.
    Texts(&'static str),
    Path,
    OneOf(&'static [&'static str]),
    Number,
    WholeNumber,
    /// A severity for each rule.
    Severities,
    Thresholds,
    Overrides,
}

const FAIL_ON: &[&str] = &["error", "warning", "info", "never"];
const GRADES: &[&str] = &["error", "warning", "info", "off"];
const RULES: Kind = Kind::Texts("rules or groups, as in [\"number\"]");
const PATTERNS: Kind = Kind::Texts("patterns for paths, as in [\"drafts\"]");

/// The keys of the file, and those of an entry of `[[overrides]]`. One that is unknown is told by the reader.
const KEYS: &[(&str, Kind)] = &[
    ("exclude", PATTERNS),
    ("lexicons", Kind::Texts("paths, as in [\"terms.toml\"]")),
    ("baseline", Kind::Path),
    ("fail-on", Kind::OneOf(FAIL_ON)),
    ("select", RULES),
    ("ignore", RULES),
    ("severity", Kind::Severities),
    ("thresholds", Kind::Thresholds),
    ("overrides", Kind::Overrides),
    ("paths", PATTERNS),
];

const THRESHOLDS: &[(&str, Kind)] = &[
    ("length-low", Kind::Number),
    ("length-high", Kind::Number),
    ("length-from", Kind::WholeNumber),
    ("sentence-confidence", Kind::Number),
];

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Texts(what) => write!(f, "a list of {what}"),
            Kind::Path => f.write_str("a path"),
            Kind::OneOf(names) => write!(f, "one of `{}`", names.join("`, `")),
            Kind::Number => f.write_str("a number"),
            Kind::WholeNumber => f.write_str("a whole number from 0"),
            Kind::Severities => f.write_str("a table of rules with their severities"),
            Kind::Thresholds => f.write_str("a table of thresholds"),
            Kind::Overrides => f.write_str("a list of tables, each under `[[overrides]]`"),
        }
    }
}

/// The first value of `text` that is not what its key holds.
pub(super) fn first_wrong(text: &str) -> Option<Fault> {
    let root = DeTable::parse(text).ok()?;
    let mut faults = Vec::new();
    look_through(root.get_ref(), KEYS, &mut faults);
    faults.into_iter().min_by_key(|(at, _)| *at)
}

fn look_through(table: &DeTable<'_>, keys: &[(&str, Kind)], faults: &mut Vec<Fault>) {
    for (name, value) in table {
        if let Some((key, kind)) = keys.iter().find(|(key, _)| *key == name.get_ref()) {
            look_at(key, *kind, value, faults);
        }
    }
}

fn look_at(key: &str, kind: Kind, value: &Spanned<DeValue<'_>>, faults: &mut Vec<Fault>) {
    let at = value.span().start;
    let wrong = |at: usize, found: String| {
        let (key, expected) = (key.to_owned(), kind.to_string());
        (at, ConfigErrorKind::Value { key, expected, found })
    };
    match (kind, value.get_ref()) {
        (Kind::Path, DeValue::String(_))
        | (Kind::Number, DeValue::Integer(_) | DeValue::Float(_)) => {}
        (Kind::Texts(_), DeValue::Array(items)) => {
            let is_text = |item: &DeValue<'_>| matches!(item, DeValue::String(_));
            for item in items.iter().filter(|item| !is_text(item.get_ref())) {
                faults.push(wrong(
                    item.span().start,
                    format!("a list with {}", described(item.get_ref())),
                ));
            }
        }
        (Kind::OneOf(names), DeValue::String(given)) => {
            if !names.contains(&given.as_ref()) {
                let close = closest(&given.to_lowercase(), names.iter().copied());
                let found = format!("{}{}", described(value.get_ref()), did_you_mean(close));
                faults.push(wrong(at, found));
            }
        }
        (Kind::WholeNumber, DeValue::Integer(number))
            if usize::from_str_radix(number.as_str(), number.radix()).is_ok() => {}
        (Kind::Severities, DeValue::Table(grades)) => {
            for (rule, grade) in grades {
                look_at(rule.get_ref(), Kind::OneOf(GRADES), grade, faults);
            }
        }
        (Kind::Thresholds, DeValue::Table(table)) => look_through(table, THRESHOLDS, faults),
        (Kind::Overrides, DeValue::Array(entries)) => {
            for entry in entries {
                match entry.get_ref() {
                    DeValue::Table(table) => look_through(table, KEYS, faults),
                    other => {
                        let found = format!("a list with {}", described(other));
                        faults.push(wrong(entry.span().start, found));
                    }
                }
            }
        }
        (_, other) => faults.push(wrong(at, described(other))),
    }
}

/// A value in words.
fn described(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("the text \"{text}\""),
        DeValue::Integer(number) => format!("the number {}", number.as_str()),
        DeValue::Float(number) => format!("the number {}", number.as_str()),
        DeValue::Boolean(truth) => truth.to_string(),
        DeValue::Datetime(time) => format!("the date {time}"),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn what_is_called_a_choice_is_one() {
        for name in FAIL_ON {
            let text = format!("fail-on = \"{name}\"\n");
            assert!(toml::from_str::<Config>(&text).is_ok(), "{name}");
        }
        for name in GRADES {
            let text = format!("[severity]\npolarity = \"{name}\"\n");
            assert!(toml::from_str::<Config>(&text).is_ok(), "{name}");
        }
    }

    #[test]
    fn every_key_is_known() {
        let config = schemars::schema_for!(Config);
        let properties = config.get("properties").and_then(|it| it.as_object()).expect("keys");
        let known = |name: &str| KEYS.iter().any(|(key, _)| *key == name);
        assert_eq!(properties.keys().find(|name| !known(name)), None);
    }
}
