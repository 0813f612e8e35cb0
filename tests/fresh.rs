//! What is made from the program stands in the repository as the program makes it now.
//! `UPDATE=1 cargo test --test fresh` writes it anew.

use std::fs;
use std::path::Path;

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
fn rules_page() {
    assert_fresh("docs/rules.md", &docs::pages());
}

#[test]
fn rules_table_in_the_readme() {
    const START: &str = "<!-- rules -->\n";
    const END: &str = "<!-- /rules -->";
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"));
    let readme = readme.expect("README.md");
    let start = readme.find(START).expect("a place for the table") + START.len();
    let end = readme.find(END).expect("an end of the table");
    let made = format!("{}{}{}", &readme[..start], docs::table(), &readme[end..]);
    assert_fresh("README.md", &made);
}
