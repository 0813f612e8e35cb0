//! Which rules run.

use crate::finding::Meta;
use crate::rules;
use crate::text::did_you_mean;

/// A set of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// One entry for each rule of the registry.
    on: Vec<bool>,
}

/// A name that is no rule; where a group of rules may be named, nor one of those.
#[derive(Debug, thiserror::Error)]
#[error("`{name}` is {}", what(name, *.closest))]
pub struct UnknownRule {
    /// What was given.
    pub name: String,
    /// The rule or group that may have been meant.
    pub closest: Option<&'static str>,
}

/// The rule of that name. A group is none.
///
/// # Errors
/// Where there is no such rule.
pub fn rule_called(name: &str) -> Result<&'static Meta, UnknownRule> {
    let unknown = || UnknownRule { name: name.to_owned(), closest: rules::closest(name) };
    rules::find(name).ok_or_else(unknown)
}

/// What a name is that is no rule.
fn what(name: &str, closest: Option<&str>) -> String {
    let group: Vec<&str> = rules::named(name).collect();
    match (group.is_empty(), closest) {
        (false, _) if name == "all" => "every rule; name one of them".to_owned(),
        (false, _) => format!("a group of rules; name one of them: {}", group.join(", ")),
        (true, Some(_)) => format!("no rule{}", did_you_mean(closest)),
        (true, None) => "no rule; `duizhao rules` lists them all".to_owned(),
    }
}

impl Default for Selection {
    fn default() -> Selection {
        Selection { on: vec![true; rules::REGISTRY.len()] }
    }
}

impl Selection {
    /// The rules named by `select` (all, if it is empty) without those named by `ignore`. A name is
    /// that of a rule (`number-mismatch`), of a group (`number`), or `all`.
    ///
    /// # Errors
    /// Where a name names nothing.
    pub fn new(select: &[String], ignore: &[String]) -> Result<Selection, UnknownRule> {
        let on = vec![select.is_empty(); rules::REGISTRY.len()];
        let mut selection = Selection { on };
        for (names, on) in [(select, true), (ignore, false)] {
            for name in names {
                selection.switch(name.trim(), on)?;
            }
        }
        Ok(selection)
    }

    /// The same without the rules that `name` stands for; it must stand for some.
    #[must_use]
    pub(crate) fn without(mut self, name: &str) -> Selection {
        let _ = self.switch(name, false);
        self
    }

    fn switch(&mut self, name: &str, on: bool) -> Result<(), UnknownRule> {
        let mut known = false;
        for (switch, rule) in self.on.iter_mut().zip(rules::REGISTRY) {
            if rules::names_rule(name, rule.meta().id) {
                *switch = on;
                known = true;
            }
        }
        if known {
            return Ok(());
        }
        Err(UnknownRule { name: name.to_owned(), closest: rules::closest_name(name) })
    }

    /// Whether the rule called `id` runs.
    pub fn has(&self, id: &str) -> bool {
        self.rules().any(|rule| rule.meta().id == id)
    }

    /// The selected rules, in the order of the registry.
    pub fn rules(&self) -> impl Iterator<Item = &'static dyn rules::Rule> + Clone {
        self.on.iter().zip(rules::REGISTRY).filter(|(on, _)| **on).map(|(_, rule)| *rule)
    }
}
