//! What is made from the program stands in the repository as the program makes it now.
//! `UPDATE=1 cargo test --test fresh` writes it anew.

use std::fs;
use std::path::Path;
use std::process::Command;

use duizhao::report::json_schema;
use duizhao::rules::docs;

fn assert_fresh(path: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, made).expect("the file can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "{} is stale: UPDATE=1 cargo test --test fresh", path.display());
}

#[test]
fn report_schema() {
    let schema = serde_json::to_string_pretty(&json_schema()).expect("JSON");
    assert_fresh("reports/report.schema.json", &(schema + "\n"));
}

#[test]
fn config_schema() {
    let schema = schemars::schema_for!(duizhao::config::Config);
    let schema = serde_json::to_string_pretty(&schema).expect("JSON");
    assert_fresh("reports/config.schema.json", &(schema + "\n"));
}

#[test]
fn rules_page() {
    assert_fresh("docs/rules.md", &docs::pages());
}

/// `text` with `made` between the comments `<!-- name -->` and `<!-- /name -->`.
fn filled(text: &str, name: &str, made: &str) -> String {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = text.find(&open).expect("a place to fill") + open.len();
    let end = text.find(&close).expect("its end");
    format!("{}{made}{}", &text[..start], &text[end..])
}

#[test]
fn readme() {
    let sample = "tests/data/sample.md";
    let output = Command::new(env!("CARGO_BIN_EXE_duizhao"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args([
            "check",
            sample,
            "--color",
            "never",
            "--select",
            "number-mismatch,pairing,turn,term",
        ])
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(1), "the sample has errors");
    let shown = String::from_utf8(output.stdout).expect("UTF-8");
    // The first findings say enough.
    let first: Vec<&str> = shown.split("\n\n").take(3).collect();
    let excerpt = format!("\n```\n{}\n```\n\n", first.join("\n\n"));
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"));
    let made = filled(&readme.expect("README.md"), "output", &excerpt);
    assert_fresh("README.md", &filled(&made, "rules", &format!("\n{}\n", docs::table())));
}

/// One sample of each format, made from the sample transcript.
#[test]
fn example_reports() {
    for (format, name) in [
        ("text", "report.txt"),
        ("concise", "report.concise.txt"),
        ("json", "report.json"),
        ("jsonl", "report.jsonl"),
        ("html", "report.html"),
        ("sarif", "report.sarif"),
        ("junit", "report.junit.xml"),
        ("github", "report.github.txt"),
        ("gitlab", "report.gitlab.json"),
        ("checkstyle", "report.checkstyle.xml"),
        ("rdjson", "report.rdjson.json"),
        ("markdown", "report.md"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_duizhao"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(["check", "tests/data/sample.md", "--format", format, "--no-config"])
            .output()
            .expect("the program starts");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert_fresh(&format!("reports/example/{name}"), &text);
    }
}

#[test]
fn the_sample_shows_most_rules() {
    let output = Command::new(env!("CARGO_BIN_EXE_duizhao"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["check", "tests/data/sample.md", "--format", "json"])
        .output()
        .expect("the program starts");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rules = report["summary"]["by_rule"].as_object().expect("counts");
    assert!(rules.len() >= 10, "{rules:?}");
}
