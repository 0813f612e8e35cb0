//! Text flows one way: no station imports one that comes after it (docs/ARCHITECTURE.md).

use std::fs;
use std::path::{Path, PathBuf};

/// Stations in the order of the flow, each with what it may import besides itself.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("path", &[]),
    ("dictionary", &["text"]),
    ("quantity", &["text"]),
    ("document", &["text"]),
    ("lexicon", &["text"]),
    ("input", &["text", "document"]),
    ("link", &["text", "document", "dictionary", "quantity"]),
    ("fix", &["text", "document", "link"]),
    ("finding", &["text", "document"]),
    ("rules", &["text", "document", "quantity", "lexicon", "dictionary", "link", "finding"]),
    ("gate", &["text", "document", "finding", "rules"]),
    ("config", &["text", "path", "finding", "rules", "gate"]),
    ("report", &["text", "path", "document", "link", "finding", "rules"]),
    (
        "check",
        &[
            "text",
            "document",
            "lexicon",
            "dictionary",
            "link",
            "finding",
            "rules",
            "gate",
            "report",
        ],
    ),
];

fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let Ok(entries) = fs::read_dir(path) else { return Vec::new() };
    entries.flat_map(|entry| files(&entry.expect("an entry").path())).collect()
}

#[test]
fn no_station_imports_one_that_comes_after_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut checked = 0;
    for (station, allowed) in MAY_IMPORT {
        let folder = files(&src.join(station));
        let file = files(&src.join(format!("{station}.rs")));
        for path in folder.into_iter().chain(file) {
            checked += 1;
            let code = fs::read_to_string(&path).unwrap_or_default();
            // Tests may use what comes later.
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            for line in code {
                for piece in line.split("crate::").skip(1) {
                    let end = piece.find(|c: char| !c.is_alphanumeric() && c != '_');
                    let name = &piece[..end.unwrap_or(piece.len())];
                    assert!(
                        name == *station || allowed.contains(&name),
                        "{}: `{station}` may not import `{name}`",
                        path.display()
                    );
                }
            }
        }
    }
    assert!(checked > 20, "only {checked} files were found");
}
