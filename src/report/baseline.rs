//! Findings that are known and let pass, by fingerprint.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::model::{FileReport, FindingReport};

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
    /// Files that were checked.
    checked: BTreeSet<String>,
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
    /// file, or, where the file was renamed, in another one.
    pub fn apply(&mut self, file: &mut FileReport) {
        let mut rest = Vec::new();
        for finding in std::mem::take(&mut file.findings) {
            if !self.take(&file.path, &finding, true) {
                rest.push(finding);
            }
        }
        file.findings =
            rest.into_iter().filter(|finding| !self.take(&file.path, finding, false)).collect();
        if !self.checked.contains(&file.path) {
            self.checked.insert(file.path.clone());
        }
    }

    fn take(&mut self, path: &str, finding: &FindingReport, in_file: bool) -> bool {
        let places = self.places.get(&finding.fingerprint).map_or(&[][..], Vec::as_slice);
        let free = places.iter().copied().find(|&at| {
            !self.used[at]
                && self.known[at].rule == finding.rule
                && (!in_file || self.known[at].path == path)
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

    /// How many findings of the files that were checked are gone.
    pub fn gone(&self) -> usize {
        let unused = self.known.iter().zip(&self.used).filter(|(_, used)| !**used);
        unused.filter(|(known, _)| self.checked.contains(&known.path)).count()
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
