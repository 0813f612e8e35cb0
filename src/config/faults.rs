//! What is well formed and makes no sense all the same: names of no rule, numbers out of their
//! range, files that are not named. It is looked for in the text as it stands, so that each fault has its place.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::ConfigErrorKind;
use super::model::{Config, Thresholds};
use super::pattern::Pattern;
use crate::gate::{Selection, rule_called};
use crate::rules::Settings;

/// A fault and the byte of the text at which it stands.
pub(super) type Fault = (usize, ConfigErrorKind);

/// The first fault of `text`, which `config` was read from.
pub(super) fn first_fault(config: &Config, text: &str) -> Option<Fault> {
    let root = DeTable::parse(text).ok()?;
    let root = root.get_ref();
    let mut faults = Vec::new();
    let mut settings = Settings::default();
    config.thresholds.apply(&mut settings);
    names(root, &mut faults);
    numbers(root, &config.thresholds, &settings, &mut faults);
    let entries = root.get("overrides").and_then(|entries| entries.get_ref().as_array());
    for (spanned, entry) in entries.into_iter().flatten().zip(&config.overrides) {
        let Some(table) = spanned.get_ref().as_table() else { continue };
        if entry.paths.is_empty() {
            faults.push((spanned.span().start, ConfigErrorKind::NoPaths));
        }
        let mut settings = settings.clone();
        entry.thresholds.apply(&mut settings);
        names(table, &mut faults);
        numbers(table, &entry.thresholds, &settings, &mut faults);
    }
    faults.into_iter().min_by_key(|(at, _)| *at)
}

/// The first key of the file itself that stands in one of its tables, as it comes to when a line is added at the
/// end of the file.
pub(super) fn first_misplaced(text: &str) -> Option<Fault> {
    const OVERRIDES: &str = "[[overrides]]";
    const OWN: [&str; 6] = ["exclude", "lexicons", "baseline", "fail-on", "select", "ignore"];
    let root = DeTable::parse(text).ok()?;
    let root = root.get_ref();
    let tables = [("severity", "[severity]"), ("thresholds", "[thresholds]")];
    let tables = tables.map(|(name, shown)| Some((shown, root.get(name)?)));
    let overrides = root.get("overrides").and_then(|entries| entries.get_ref().as_array());
    let overrides = overrides.into_iter().flatten().map(|entry| (OVERRIDES, entry));
    let keys = tables.into_iter().flatten().chain(overrides).flat_map(|(table, entry)| {
        let keys = entry.get_ref().as_table().into_iter().flat_map(|table| table.keys());
        keys.map(move |key| (table, key))
    });
    let faults = keys.filter_map(|(table, name)| {
        let key = OWN.into_iter().find(|key| *key == name.get_ref())?;
        let misplaced = table != OVERRIDES || key != "ignore";
        let kind = ConfigErrorKind::Misplaced { key, table };
        misplaced.then_some((name.span().start, kind))
    });
    faults.min_by_key(|(at, _)| *at)
}

/// The first pattern for paths that is none. What reads the whole file only knows in which list it stands.
pub(super) fn first_bad_pattern(text: &str) -> Option<Fault> {
    let root = DeTable::parse(text).ok()?;
    let root = root.get_ref();
    let entries = root.get("overrides").and_then(|entries| entries.get_ref().as_array());
    let tables = entries.into_iter().flatten().filter_map(|entry| entry.get_ref().as_table());
    let lists = std::iter::once((root, "exclude")).chain(tables.map(|table| (table, "paths")));
    let patterns = lists.flat_map(|(table, key)| texts(table, key).map(move |text| (key, text)));
    let faults = patterns.filter_map(|(key, (at, glob))| {
        let error = Pattern::try_from(glob.to_owned()).err()?;
        Some((at, ConfigErrorKind::Pattern { key, error }))
    });
    faults.min_by_key(|(at, _)| *at)
}

/// Finds names of a table that mean nothing.
fn names(table: &DeTable<'_>, faults: &mut Vec<Fault>) {
    for key in ["select", "ignore"] {
        for (at, name) in texts(table, key) {
            if let Err(error) = Selection::new(&[name.to_owned()], &[]) {
                faults.push((at, ConfigErrorKind::UnknownRule { key, error }));
            }
        }
    }
    let graded = table.get("severity").and_then(|grades| grades.get_ref().as_table());
    for name in graded.into_iter().flat_map(|grades| grades.keys()) {
        // A severity is given to a rule and not to a group.
        if let Err(error) = rule_called(name.get_ref()) {
            let kind = ConfigErrorKind::UnknownRule { key: "severity", error };
            faults.push((name.span().start, kind));
        }
    }
}

/// Finds numbers of a table that are out of their range. `settings` is what they come to together with
/// what applies beside them.
fn numbers(table: &DeTable<'_>, given: &Thresholds, settings: &Settings, faults: &mut Vec<Fault>) {
    let Some(table) = table.get("thresholds").and_then(|table| table.get_ref().as_table()) else {
        return;
    };
    let mut refuse = |key: &str, expected: String, found: String| {
        let at = table.get(key).map_or(0, |value| value.span().start);
        faults.push((at, ConfigErrorKind::Value { key: key.to_owned(), expected, found }));
    };
    // Not a number is in no range.
    let is_length = |length: f64| length.is_finite() && length > 0.0;
    let lengths = [("length-low", given.length_low), ("length-high", given.length_high)];
    for (key, length) in lengths {
        if let Some(length) = length.filter(|length| !is_length(*length)) {
            refuse(key, "a number above 0".to_owned(), length.to_string());
        }
    }
    let (low, high) = (settings.length_low, settings.length_high);
    if is_length(low) && is_length(high) && low >= high {
        match (given.length_low, given.length_high) {
            (Some(_), _) => {
                refuse("length-low", format!("less than `length-high`, {high}"), low.to_string());
            }
            (None, Some(_)) => {
                refuse("length-high", format!("more than `length-low`, {low}"), high.to_string());
            }
            (None, None) => {}
        }
    }
    if let Some(sure) = given.sentence_confidence.filter(|sure| !(0.0..=1.0).contains(sure)) {
        refuse("sentence-confidence", "a number from 0 to 1".to_owned(), sure.to_string());
    }
}

/// The texts of a list, each with its place.
fn texts<'t>(table: &'t DeTable<'_>, key: &str) -> impl Iterator<Item = (usize, &'t str)> {
    let list = table.get(key).and_then(|list| list.get_ref().as_array());
    let text = |item: &'t Spanned<DeValue<'_>>| Some((item.span().start, item.get_ref().as_str()?));
    list.into_iter().flatten().filter_map(text)
}
