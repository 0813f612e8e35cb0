//! What the file may say.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Effective, Loaded, Pattern};
use crate::finding::{FailOn, Severity};
use crate::gate::{Grades, Selection};
use crate::path::absolute;
use crate::rules::{self, Settings};

/// The configuration of a project.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Config {
    /// Files and folders to leave out, as globs relative to this file: `drafts`, `talks/old/*.md`.
    #[schemars(with = "Vec<String>")]
    pub exclude: Vec<Pattern>,
    /// Lexicons beside those that ship with the program, relative to this file.
    pub lexicons: Vec<PathBuf>,
    /// A baseline of findings that are let pass, relative to this file.
    pub baseline: Option<PathBuf>,
    /// The lowest severity that fails the check.
    pub fail_on: Option<FailOn>,
    /// Only these rules or groups of rules.
    pub select: Vec<String>,
    /// All but these rules or groups of rules.
    pub ignore: Vec<String>,
    /// Other severities for rules; `off` leaves a rule out.
    pub severity: BTreeMap<String, Grade>,
    /// When rules speak.
    pub thresholds: Thresholds,
    /// What is different for some files; later entries win.
    pub overrides: Vec<Override>,
}

/// What is different for some files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Override {
    /// The files and folders, as globs relative to the configuration.
    #[schemars(with = "Vec<String>")]
    pub paths: Vec<Pattern>,
    /// Rules or groups that do not run there.
    pub ignore: Vec<String>,
    /// Other severities there.
    pub severity: BTreeMap<String, Grade>,
    /// Other thresholds there.
    pub thresholds: Thresholds,
}

/// A severity, or none at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// A fault that changes what is said.
    Error,
    /// Likely a fault.
    Warning,
    /// Worth knowing.
    Info,
    /// The rule does not run.
    Off,
}

impl From<Severity> for Grade {
    fn from(severity: Severity) -> Grade {
        match severity {
            Severity::Error => Grade::Error,
            Severity::Warning => Grade::Warning,
            Severity::Info => Grade::Info,
        }
    }
}

/// Numbers that decide when rules speak.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Thresholds {
    /// Least English characters for one Chinese character, in documents too small to tell their own.
    #[schemars(extend("exclusiveMinimum" = 0))]
    pub length_low: Option<f64>,
    /// Most English characters for one Chinese character, likewise.
    #[schemars(extend("exclusiveMinimum" = 0))]
    pub length_high: Option<f64>,
    /// Links with fewer Chinese characters are not judged by their length.
    pub length_from: Option<usize>,
    /// How sure it must be, from 0 to 1, that a sentence has no counterpart.
    #[schemars(range(min = 0, max = 1))]
    pub sentence_confidence: Option<f32>,
}

impl Thresholds {
    pub(super) fn apply(&self, settings: &mut Settings) {
        settings.length_low = self.length_low.unwrap_or(settings.length_low);
        settings.length_high = self.length_high.unwrap_or(settings.length_high);
        settings.length_from = self.length_from.unwrap_or(settings.length_from);
        settings.sentence_confidence =
            self.sentence_confidence.unwrap_or(settings.sentence_confidence);
    }
}

impl Loaded {
    /// Whether a file is left out.
    pub fn excludes(&self, file: &Path) -> bool {
        self.is_one_of(file, &self.config.exclude)
    }

    /// What applies to a file; `select` and `ignore` of the command line come on top.
    pub fn for_file(&self, file: &Path, select: &[String], ignore: &[String]) -> Effective {
        self.with_overrides(select, ignore, |entry| self.is_one_of(file, &entry.paths))
    }

    /// What applies to a file that no entry of `overrides` speaks of.
    pub fn for_any_file(&self, select: &[String], ignore: &[String]) -> Effective {
        self.with_overrides(select, ignore, |_| false)
    }

    fn with_overrides(
        &self,
        select: &[String],
        ignore: &[String],
        applies: impl Fn(&Override) -> bool,
    ) -> Effective {
        let config = &self.config;
        let mut effective = Effective::default();
        let mut switches = Switches::default();
        switches.read(&config.severity, &config.ignore, &mut effective.grades);
        config.thresholds.apply(&mut effective.settings);
        for entry in config.overrides.iter().filter(|entry| applies(entry)) {
            switches.read(&entry.severity, &entry.ignore, &mut effective.grades);
            entry.thresholds.apply(&mut effective.settings);
        }
        // What the command line asks for by name is not taken back by the configuration.
        let is_asked_for = !select.is_empty();
        let chosen = if is_asked_for { select } else { &config.select };
        // The names were checked when the configuration was read.
        let mut selection = Selection::new(chosen, &[]).unwrap_or_default();
        if !is_asked_for {
            selection = switches.applied_to(selection);
        }
        for name in ignore {
            selection = selection.without(name.trim());
        }
        effective.selection = selection;
        effective
    }

    /// The patterns of `overrides` that mean none of these files: slips, maybe.
    pub fn idle_patterns<'p>(&self, files: impl IntoIterator<Item = &'p Path>) -> Vec<&Pattern> {
        let files: Vec<PathBuf> =
            files.into_iter().filter_map(|file| self.relative(file)).collect();
        let patterns = self.config.overrides.iter().flat_map(|entry| &entry.paths);
        patterns.filter(|pattern| !files.iter().any(|file| pattern.means(file))).collect()
    }

    fn is_one_of(&self, file: &Path, patterns: &[Pattern]) -> bool {
        let is_meant = |file: PathBuf| patterns.iter().any(|pattern| pattern.means(&file));
        !patterns.is_empty() && self.relative(file).is_some_and(is_meant)
    }

    /// A file as patterns see it, if it lies in the folder of the configuration.
    fn relative(&self, file: &Path) -> Option<PathBuf> {
        Some(absolute(file).strip_prefix(absolute(self.folder())).ok()?.to_owned())
    }
}

/// Rules that a configuration switches on or off, by the last of its tables that speaks of each.
#[derive(Default)]
struct Switches<'c>(BTreeMap<&'c str, bool>);

impl<'c> Switches<'c> {
    /// Reads a table: a rule that it grades is on, one that it ignores is off even so.
    fn read(
        &mut self,
        severity: &'c BTreeMap<String, Grade>,
        ignore: &'c [String],
        grades: &mut Grades,
    ) {
        for (rule, grade) in severity {
            match grade {
                Grade::Error => grades.set(rule, Severity::Error),
                Grade::Warning => grades.set(rule, Severity::Warning),
                Grade::Info => grades.set(rule, Severity::Info),
                Grade::Off => {}
            }
            self.0.insert(rule, *grade != Grade::Off);
        }
        self.0
            .extend(ignore.iter().flat_map(|name| rules::named(name.trim())).map(|id| (id, false)));
    }

    /// A rule that is on runs where it was chosen.
    fn applied_to(self, mut selection: Selection) -> Selection {
        for (id, _) in self.0.into_iter().filter(|(_, on)| !on) {
            selection = selection.without(id);
        }
        selection
    }
}
