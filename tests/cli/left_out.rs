//! Which files are checked, which are left out, and what is said of them.

use insta::assert_snapshot;

use crate::harness::{CLEAN, FAULTY, Folder};

const ENGLISH: &str = "# Notes\n\nNothing in two languages.\n";
const BINARY: &[u8] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d";

#[test]
fn a_file_of_a_folder_that_cannot_be_read_is_told() {
    let folder = Folder::new(&[("talk.md", CLEAN), ("readme.md", ENGLISH), ("empty.md", "")]);
    assert_eq!(folder.run(&["check", "."]).status, Some(0), "one language, and no text");
    folder.write("image.md", BINARY);
    assert_snapshot!(folder.run(&["check", "."]).shown());
    folder.write("duizhao.toml", b"exclude = [\"image.md\"]\n");
    assert_eq!(folder.run(&["check", "."]).status, Some(0));
}

#[test]
fn a_file_that_is_not_there_does_not_hide_the_others() {
    let folder = Folder::new(&[("talk.md", FAULTY), ("empty/x.rs", "")]);
    let run = folder.run(&["check", "none.md", "talk.md", "empty", "--format", "json"]);
    assert_eq!(run.status, Some(2));
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("a report");
    assert_eq!(report["files"][0]["path"], "talk.md");
    for said in ["cannot read none.md: ", "no transcripts in empty: "] {
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
}

#[test]
fn each_file_that_is_left_out_is_named() {
    let folder = Folder::new(&[
        ("talk.md", CLEAN),
        ("readme.md", ENGLISH),
        ("pairs.tsv", "好。\tGood.\n"),
        ("a.srt", ""),
        ("code.rs", ""),
        (".hidden.md", CLEAN),
        (".gitignore", "old/\n"),
        (".git/x.md", CLEAN),
        ("old/talk.md", CLEAN),
        ("drafts/talk.md", CLEAN),
        ("duizhao.toml", "exclude = [\"drafts/\"]\n"),
    ]);
    let run = folder.run(&["check", ".", "-v"]);
    assert_eq!(run.status, Some(0));
    assert_snapshot!(run.stderr);
    assert_eq!(folder.run(&["check", "."]).stderr, "");
}

#[test]
fn what_is_named_is_not_told_to_be_left_out() {
    let folder = Folder::new(&[
        ("talks/pairs.tsv", "好。\tGood.\n"),
        ("talks/more.tsv", "好。\tGood.\n"),
        ("talks/.notes.md", CLEAN),
    ]);
    for named in ["talks/pairs.tsv", "./talks/../talks/pairs.tsv"] {
        for paths in [["talks", named], [named, "talks"]] {
            let run = folder.run(&["check", paths[0], paths[1], "talks/.notes.md", "-v"]);
            let says = "talks/more.tsv is a corpus: name it to have it checked\n";
            assert!(run.stderr.contains(says), "{paths:?}: {}", run.stderr);
            let says = "left out: talks/more.tsv: a corpus; name it";
            assert!(run.stderr.contains(says), "{paths:?}: {}", run.stderr);
            for other in ["pairs.tsv", ".notes.md"] {
                assert!(!run.stderr.contains(other), "{paths:?}: {}", run.stderr);
            }
        }
    }
}

#[test]
fn where_nothing_is_found_each_file_is_named() {
    let folder = Folder::new(&[("readme.md", ENGLISH), ("pairs.tsv", "好。\tGood.\n")]);
    assert_snapshot!(folder.run(&["check", "."]).stderr);
    std::fs::remove_file(folder.path("readme.md")).expect("it is there");
    assert_snapshot!(folder.run(&["check", "."]).stderr);
    for number in 0..7 {
        folder.write(&format!("{number}.md"), ENGLISH.as_bytes());
    }
    let said = folder.run(&["check", "."]).stderr;
    assert!(said.ends_with("\n  and 3 more; `-v` names them all\n"), "{said}");
}

#[test]
fn a_corpus_without_rows_is_named() {
    let folder = Folder::new(&[("talk.md", CLEAN), ("head.tsv", "zh\ten\n")]);
    for name in ["empty.tsv", "empty.csv", "empty.jsonl", "empty.po", "empty.xlf", "empty.tmx"] {
        folder.write(name, b"");
        let run = folder.run(&["check", name]);
        let says = format!(
            "duizhao: {name}: no rows were found: it is empty or holds nothing but a head\n"
        );
        assert_eq!((run.status, run.stderr), (Some(2), says));
    }
    // "No findings" would sound as if something had been checked.
    for (name, text) in [
        ("head.tsv", "zh\ten\n"),
        ("head.tsv", "zh\ten\n\n\r\n"),
        ("head.csv", "\"zh\",\"en\"\n"),
        ("blank.csv", "\n"),
        ("blank.jsonl", "\n \n"),
    ] {
        folder.write(name, text.as_bytes());
        for more in [&[][..], &["--sample", "3"], &["-q"]] {
            let run = folder.run(&[&["check", name], more].concat());
            assert_eq!((run.status, run.stdout.as_str()), (Some(2), ""), "{name} {more:?}");
            assert!(run.stderr.contains("no rows were found"), "{name}: {}", run.stderr);
        }
        let report = folder.run(&["check", name, "--format", "json"]).stdout;
        let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
        assert_eq!(report["summary"]["files"], 0);
    }
    let run = folder.run(&["check", "talk.md", "head.tsv"]);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.contains("head.tsv: no rows were found"), "{}", run.stderr);
}

#[test]
fn named_files_may_count_as_found() {
    let folder = Folder::new(&[
        ("talk.md", FAULTY),
        ("README.md", ENGLISH),
        ("drafts/talk.md", FAULTY),
        ("drafts/pairs.tsv", "好。\tGood.\n"),
        ("duizhao.toml", "exclude = [\"drafts\"]\n"),
    ]);
    let status = |args: &[&str]| folder.run(&[&["check"], args].concat()).status;
    assert_eq!(status(&["README.md"]), Some(2));
    assert_eq!(status(&["--as-found", "README.md"]), Some(0));
    assert_eq!(status(&["--as-found", "README.md", "talk.md"]), Some(1));
    assert_eq!(status(&["drafts/talk.md"]), Some(1));
    assert_eq!(status(&["--as-found", "drafts/talk.md", "drafts/pairs.tsv"]), Some(0));
    assert_eq!(status(&["--force-exclude", "drafts/talk.md"]), Some(0));
    assert_eq!(status(&["--force-exclude", "README.md"]), Some(2), "it is not excluded");
    assert_eq!(status(&["--as-found", "none.md"]), Some(2));
    folder.write("image.md", BINARY);
    assert_eq!(status(&["--as-found", "image.md"]), Some(2), "it may be a transcript");
    // Programs that read a report get one.
    let run = folder.run(&["check", "--as-found", "README.md", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("a report");
    assert_eq!(report["summary"]["files"], 0);
}

#[cfg(unix)]
#[test]
fn a_link_in_a_folder_is_named() {
    let folder = Folder::new(&[("talk.md", CLEAN)]);
    std::os::unix::fs::symlink("talk.md", folder.path("link.md")).expect("a link");
    let said = folder.run(&["check", ".", "-v"]).stderr;
    assert_eq!(said, "duizhao: left out: link.md: a symbolic link; name it to have it checked\n");
}
