//! Severities that a project gives to rules.

use std::collections::BTreeMap;

use crate::finding::{Finding, Severity};

/// Which severity rules have in place of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grades(BTreeMap<String, Severity>);

impl Grades {
    /// Gives a rule another severity.
    pub fn set(&mut self, rule: &str, severity: Severity) {
        self.0.insert(rule.to_owned(), severity);
    }

    /// The severity that a rule was given.
    pub fn of(&self, rule: &str) -> Option<Severity> {
        self.0.get(rule).copied()
    }

    /// Grades findings anew.
    pub(crate) fn apply(&self, findings: &mut [Finding]) {
        for finding in findings {
            if let Some(severity) = self.0.get(finding.rule.id) {
                finding.severity = *severity;
            }
        }
    }
}
