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
        format!("{:width$}  {:7}  {}\n", meta.id, meta.severity.name(), meta.fires_when)
    };
    all().map(line).collect()
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
/// and how to silence it.
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
    let group = meta.id.split('-').next().unwrap_or(meta.id);
    let _ = write!(
        page,
        "\n## Silence it\n\n\
         `--ignore {id}` leaves the rule out of a run, `--ignore {group}` all rules of its group. In \
         `duizhao.toml`, `{id} = \"off\"` under `[severity]` leaves it out for good, and another severity \
         grades it anew. In a transcript, `<!-- duizhao: ignore {id} -- why -->` silences it for the pair \
         behind the comment. `--baseline` lets pass what is known.\n",
        id = meta.id,
    );
    page
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
