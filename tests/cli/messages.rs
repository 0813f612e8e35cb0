//! Catalogues of a program's messages: what gettext and toolkits put into them is no fault of a translation, and faults
//! are found beside it.

use std::collections::BTreeSet;

use crate::harness::Folder;

const GOOD: &str = include_str!("../data/messages/good.po");
const FAULTY: &str = include_str!("../data/messages/faulty.po");

/// Messages with a text, of which the first is the head of the catalogue.
fn count(catalogue: &str) -> usize {
    catalogue.matches("\nmsgid ").count() - 1
}

#[test]
fn right_translations_are_quiet() {
    let folder = Folder::new(&[("good.po", GOOD)]);
    let run = folder.run(&["check", "good.po", "--format", "concise"]);
    assert_eq!(run.stdout, "");
    assert_eq!(run.status, Some(0));
}

#[test]
fn each_fault_is_found() {
    let folder = Folder::new(&[("faulty.po", FAULTY)]);
    let run = folder.run(&["check", "faulty.po", "--format", "jsonl"]);
    let messages: BTreeSet<u64> = run
        .stdout
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        .filter_map(|finding| finding["pair"].as_u64())
        .collect();
    let all = count(FAULTY) as u64;
    assert_eq!(messages, (1..=all).collect::<BTreeSet<u64>>());
}

#[test]
fn a_place_is_that_of_the_file() {
    let po = "msgid \"\"\n\"Open <a href=\\\"\"\n\"%s\\\">the folder</a> with 28 files.\"\nmsgstr \"打开有 <a href=\\\"%s\\\">82 个文件</a>的文件夹。\"\n";
    let folder = Folder::new(&[("page.po", po)]);
    let run = folder.run(&["check", "page.po", "--format", "concise"]);
    let finding = run.stdout.lines().next().expect("a finding");
    assert!(finding.starts_with("page.po:3:27: error[number-mismatch] 82 个"), "{finding}");
}
