//! Findings that are known and let pass, by fingerprint.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::model::{FileReport, FindingReport};
use crate::path::absolute;

/// What the file names as its format.
const SCHEMA: &str = "duizhao-baseline/1";

/// A baseline as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    schema: String,
    findings: Vec<Known>,
}

/// A finding that is let pass.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    path: String,
    rule: String,
    fingerprint: String,
}

/// Why a baseline cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BaselineError {
    /// The file cannot be read.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// It is no baseline.
    #[error("it is no baseline ({0}); `--write-baseline` writes one")]
    Malformed(String),
}

/// Findings that are let pass, and which of them are still there.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    known: Vec<Known>,
    used: Vec<bool>,
    /// Places in `known` by fingerprint.
    places: BTreeMap<String, Vec<usize>>,
    /// Where the files of `known` lie.
    homes: BTreeMap<String, Home>,
    /// Files that were checked.
    checked: BTreeSet<PathBuf>,
}

/// Where a file lies, however its path is written.
#[derive(Clone, Debug)]
struct Home {
    path: PathBuf,
    /// Whether there is a file of that name now.
    is_there: bool,
}

impl Home {
    fn of(path: &str) -> Home {
        match Path::new(path).canonicalize() {
            Ok(path) => Home { path, is_there: true },
            Err(_) => Home { path: PathBuf::from(path), is_there: false },
        }
    }

    /// Whether it lies, or lay, in one of these folders.
    fn lies_in(&self, folders: &[PathBuf]) -> bool {
        let path = absolute(&self.path);
        folders.iter().any(|folder| path.starts_with(absolute(folder)))
    }
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// Where the file cannot be read or is no baseline.
    pub fn load(path: &Path) -> Result<Baseline, BaselineError> {
        let text = std::fs::read_to_string(path)?;
        let stored: Stored = serde_json::from_str(&text)
            .map_err(|error| BaselineError::Malformed(error.to_string()))?;
        if stored.schema != SCHEMA {
            return Err(BaselineError::Malformed(format!("its schema is `{}`", stored.schema)));
        }
        let mut baseline = Baseline::default();
        for known in stored.findings {
            baseline.push(known);
        }
        Ok(baseline)
    }

    fn push(&mut self, known: Known) {
        if !self.homes.contains_key(&known.path) {
            self.homes.insert(known.path.clone(), Home::of(&known.path));
        }
        self.places.entry(known.fingerprint.clone()).or_default().push(self.known.len());
        self.known.push(known);
        self.used.push(false);
    }

    /// Adds all findings of a report.
    pub fn add(&mut self, file: &FileReport) {
        for finding in &file.findings {
            self.push(Known {
                path: file.path.clone(),
                rule: finding.rule.clone(),
                fingerprint: finding.fingerprint.clone(),
            });
        }
    }

    /// Takes the findings that are known out of a report. A finding is known by its fingerprint in its
    /// file, or in one that is no longer there, which may have been renamed. What is known of a file that
    /// is still there lets nothing pass in another one: there it would be a new fault.
    pub fn apply(&mut self, file: &mut FileReport) {
        let mut met = self.meet(file).into_iter();
        file.findings.retain(|_| !met.next().unwrap_or_default());
    }

    /// For each finding of a report, whether it is known; the report stays as it is.
    pub fn meet(&mut self, file: &FileReport) -> Vec<bool> {
        let home = Home::of(&file.path);
        let own = |known: &Home| known.path == home.path;
        let mut met: Vec<bool> =
            file.findings.iter().map(|finding| self.take(finding, own)).collect();
        for (met, finding) in met.iter_mut().zip(&file.findings) {
            *met = *met || self.take(finding, |known| !known.is_there);
        }
        self.checked.insert(home.path);
        met
    }

    /// Notes that a known finding of one of the files `of` was met, if there is one left.
    fn take(&mut self, finding: &FindingReport, of: impl Fn(&Home) -> bool) -> bool {
        let places = self.places.get(&finding.fingerprint).map_or(&[][..], Vec::as_slice);
        let free = places.iter().copied().find(|&at| {
            let known = &self.known[at];
            !self.used[at]
                && known.rule == finding.rule
                && self.homes.get(&known.path).is_some_and(&of)
        });
        if let Some(at) = free {
            self.used[at] = true;
        }
        free.is_some()
    }

    /// How many findings were let pass.
    pub fn passed(&self) -> usize {
        self.used.iter().filter(|used| **used).count()
    }

    /// How many findings of the files that were checked are gone. `judges` says whether the run would have found
    /// those of a rule.
    pub fn gone(&self, judges: impl Fn(&str) -> bool) -> usize {
        let is_gone = |known: &&Known| {
            let home = self.homes.get(&known.path);
            home.is_some_and(|home| self.checked.contains(&home.path)) && judges(&known.rule)
        };
        self.unmet().filter(is_gone).count()
    }

    /// Adds what `old` knows and a run could not tell anything of: by `judges` as for [`Baseline::gone`], and
    /// since its file was not checked. Of a file that is not there any more, that is so unless it lay in one of
    /// the folders that were `searched`. How many there were.
    pub fn keep(
        &mut self,
        old: &Baseline,
        searched: &[PathBuf],
        judges: impl Fn(&str) -> bool,
    ) -> usize {
        let is_looked_at = |known: &Known| {
            old.homes.get(&known.path).is_some_and(|home| {
                old.checked.contains(&home.path) || (!home.is_there && home.lies_in(searched))
            })
        };
        let is_kept = |known: &&Known| !is_looked_at(known) || !judges(&known.rule);
        let kept: Vec<Known> = old.unmet().filter(is_kept).cloned().collect();
        let count = kept.len();
        kept.into_iter().for_each(|known| self.push(known));
        count
    }

    /// What is known and was not met.
    fn unmet(&self) -> impl Iterator<Item = &Known> {
        self.known.iter().zip(&self.used).filter(|(_, used)| !**used).map(|(known, _)| known)
    }

    /// How many findings it knows.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The baseline as it is stored: sorted, so that a change to it reads well.
    pub fn to_json(&self) -> String {
        let mut findings = self.known.clone();
        findings.sort();
        let stored = Stored { schema: SCHEMA.to_owned(), findings };
        let mut text = serde_json::to_string_pretty(&stored).unwrap_or_default();
        text.push('\n');
        text
    }
}
