//! `duizhao align`: sentences inside links, and lines.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::harness::{CLEAN, Folder};

/// A pair of two sentences for two, one of two for one, and an answer that is not translated.
const TALK: &str = "\
**Ann:** 你的公司在哪个城市？有多少名员工？

**Ann:** Which city is your company in? How many employees are there?

**Bob:** 我们在上海。办公室靠近河边，现在大约有三百名员工，其中一半是工程师，另一半在世界各地的医院里安装显微镜。

**Bob:** We are in Shanghai, where our office is close to the river and about three hundred people work, half of them engineers, while the others install microscopes in hospitals all over the world.

**Ann:** 明年你们打算在哪里开设新的工厂？

**Ann:** Where do you plan to open a new factory next year?

**Bob:** 也许在海边，因为那里的港口很方便。
";

#[test]
fn sentences_stand_under_each_link() {
    let folder = Folder::new(&[("talk.md", TALK)]);
    let run = folder.run(&["align", "--sentences", "talk.md"]);
    assert_snapshot!(run.shown());
    assert!(!folder.run(&["align", "talk.md"]).stdout.contains("sentences"));
}

#[test]
fn the_picture_has_no_sentences() {
    let folder = Folder::new(&[("talk.md", CLEAN)]);
    let run = folder.run(&["align", "--sentences", "--format", "svg", "talk.md"]);
    assert_eq!((run.status, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("`--format` is text or json"), "{}", run.stderr);
}

#[test]
fn links_of_lines_are_written_as_the_documents_say() {
    let folder = Folder::new(&[
        (
            "zh.txt",
            "你的公司在哪个城市？\n\n我们在上海，办公室靠近河边，现在大约有三百名员工。\n明年我们打算在海边开设新的工厂。\n",
        ),
        (
            "en.txt",
            "Which city is your company in?\nWe are in Shanghai, the office is close to the river.\n\
             There are about three hundred employees now.\nNext year we plan to open a new factory at the seaside.\n",
        ),
    ]);
    let args =
        ["align", "--input", "lines", "--zh", "zh.txt", "--en", "en.txt", "--format", "json"];
    let run = folder.run(&args);
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!((&report["zh_path"], &report["en_path"]), (&json!("zh.txt"), &json!("en.txt")));
    let links = report["links"].as_array().expect("links");
    for (side, lines) in [("zh", 4), ("en", 4)] {
        let all: Vec<u64> = links
            .iter()
            .flat_map(|link| link[side].as_array().expect("lines"))
            .map(|line| line.as_u64().expect("a number"))
            .collect();
        assert_eq!(all, (1..=lines).collect::<Vec<_>>(), "{side}: each line once, in order");
    }
    assert!(links.contains(&json!({ "zh": [3], "en": [2, 3] })), "{}", run.stdout);
}
