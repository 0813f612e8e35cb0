//! Lists and pages about the rules, made from what the registry knows.

use std::fmt::Write;

use super::REGISTRY;
use crate::finding::Meta;

fn all() -> impl Iterator<Item = &'static Meta> {
    REGISTRY.iter().map(|rule| rule.meta())
}

/// One line for each rule: name, severity, when it fires.
pub fn list() -> String {
    let width = all().map(|meta| meta.id.len()).max().unwrap_or(0);
    let line = |meta: &Meta| {
        let severity = meta.severity.name();
        format!("{:width$}  {severity:7}  {}\n", meta.id, meta.fires_when)
    };
    all().map(line).collect()
}

/// The groups, for where the list is explained.
pub fn groups() -> Vec<&'static str> {
    let mut groups: Vec<&str> = all().filter_map(group_of).collect();
    groups.dedup();
    groups
}

/// The rules as a Markdown table.
pub fn table() -> String {
    let row = |meta: &Meta| {
        format!("| `{}` | {} | {} | {} |\n", meta.id, meta.fires_when, meta.severity, meta.mqm)
    };
    let head = "| rule | fires when | severity | MQM |\n| --- | --- | --- | --- |\n".to_owned();
    head + &all().map(row).collect::<String>()
}

/// The rules as a JSON array.
pub fn json() -> String {
    let object = |meta: &Meta| {
        serde_json::json!({
            "id": meta.id,
            "group": group_of(meta),
            "severity": meta.severity.name(),
            "mqm": meta.mqm,
            "fires_when": meta.fires_when,
            "docs": page(meta),
        })
    };
    let rules: Vec<_> = all().map(object).collect();
    let mut text = serde_json::to_string_pretty(&rules).unwrap_or_default();
    text.push('\n');
    text
}

/// The page on one rule: its specification, without the lists of findings that only tests need,
/// and how to switch it on and off.
pub fn page(meta: &Meta) -> String {
    let mut page = format!("# {}\n\n", meta.id);
    let _ = writeln!(page, "Severity: {}. MQM: {}.", meta.severity, meta.mqm);
    let mut in_findings = false;
    for line in meta.spec.lines().skip(1) {
        if line == "```findings" {
            in_findings = true;
        } else if in_findings {
            in_findings = line != "```";
        } else {
            page.push_str(line);
            page.push('\n');
        }
    }
    let mut page = squeeze(&page);
    page.push_str(&switches(meta));
    page
}

/// How to silence the rule.
pub(crate) fn switches(meta: &Meta) -> String {
    let id = meta.id;
    let mut text = String::new();
    let _ = write!(text, "\n## Silence it\n\n`--ignore {id}` leaves the rule out of a run");
    if let Some(group) = group_of(meta) {
        let _ = write!(text, ", `--ignore {group}` all rules of its group");
    }
    let _ = writeln!(
        text,
        ". In `duizhao.toml`, `{id} = \"off\"` under `[severity]` leaves it out for good, and another \
         severity grades it anew. In a transcript, `<!-- duizhao: ignore {id} -- why -->` silences it for the pair behind the comment. \
         `--baseline` lets pass what is known.",
    );
    text
}

/// The name that the rule shares with others.
fn group_of(meta: &Meta) -> Option<&'static str> {
    let (group, _) = meta.id.split_once('-')?;
    let is_other = |other: &&Meta| other.id != meta.id && super::names_rule(group, other.id);
    all().any(|other| is_other(&other)).then_some(group)
}

/// All pages behind each other: docs/rules.md.
pub fn pages() -> String {
    let head =
        "<!-- Made from the rules' own files by a test (tests/fresh.rs); edit those. -->\n\n";
    let mut text = format!("{head}# Rules\n\n{}", table());
    for meta in all() {
        text.push('\n');
        for line in page(meta).lines() {
            // The pages' own titles stand one level lower here.
            let level = if line.starts_with('#') { "#" } else { "" };
            let _ = writeln!(text, "{level}{line}");
        }
    }
    text
}

/// The text with no more than one blank line in a row, and none at the end.
fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.lines() {
        blank = if line.is_empty() { blank + 1 } else { 0 };
        if blank < 2 {
            squeezed.push_str(line);
            squeezed.push('\n');
        }
    }
    squeezed.truncate(squeezed.trim_end().len() + 1);
    squeezed
}
