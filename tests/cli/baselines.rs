//! Baselines of which a run sees only a part.

use crate::harness::Folder;

/// A number and a turn that are wrong.
const FAULTS: &str = "\
**甲：** 我们有 300 名员工。

**A:** We have 3000 employees.

**乙：** 是的，那是在春天。

**B:** 是的，那是在春天。
";

const WRITE: &str = "--write-baseline";

/// A folder of two such texts with a baseline of both.
fn folder() -> Folder {
    let folder = Folder::new(&[("a.md", FAULTS), ("b.md", &FAULTS.replace("300", "200"))]);
    let run = folder.run(&["check", ".", WRITE, "known.json"]);
    assert_eq!(run.status, Some(0));
    assert_eq!(run.stderr, "duizhao: wrote 4 findings to known.json\n");
    folder
}

/// The rules in the baseline, each with its file.
fn entries(folder: &Folder) -> Vec<String> {
    let known: serde_json::Value = serde_json::from_str(&folder.read("known.json")).expect("JSON");
    let entry = |entry: &serde_json::Value| {
        let text = |key: &str| entry[key].as_str().expect("a text").to_owned();
        format!("{} {}", text("path"), text("rule"))
    };
    known["findings"].as_array().expect("a list").iter().map(entry).collect()
}

const ALL: [&str; 4] =
    ["a.md number-mismatch", "a.md untranslated", "b.md number-mismatch", "b.md untranslated"];

#[test]
fn what_was_not_looked_for_is_not_gone() {
    let folder = folder();
    folder.git(&["init", "-q", "-b", "main"]);
    folder.git(&["add", "."]);
    folder.git(&["commit", "-q", "-m", "one"]);
    for args in
        [&["--since", "HEAD"][..], &["--select", "term"], &["--ignore", "number,untranslated"]]
    {
        let run = folder.run(&[&["check", ".", "--baseline", "known.json"], args].concat());
        assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{args:?}");
    }
    // What the configuration leaves out for good is gone.
    folder.write("duizhao.toml", b"ignore = [\"number\"]\n");
    let run = folder.run(&["check", ".", "--baseline", "known.json"]);
    assert!(run.stderr.contains("2 findings of the baseline are gone"), "{}", run.stderr);
}

#[test]
fn what_was_not_looked_for_is_kept() {
    let folder = folder();
    for (args, said) in [
        (&["."][..], "wrote 4 findings to known.json\n"),
        (
            &[".", "--select", "number"],
            "wrote 4 findings to known.json; 2 of them of files and rules that were not checked\n",
        ),
        (
            &[".", "--ignore", "number"],
            "wrote 4 findings to known.json; 2 of them of files and rules that were not checked\n",
        ),
        (
            &["a.md"],
            "wrote 4 findings to known.json; 2 of them of files and rules that were not checked\n",
        ),
    ] {
        let run = folder.run(&[&["check", WRITE, "known.json"], args].concat());
        assert_eq!((run.status, run.stderr), (Some(0), format!("duizhao: {said}")), "{args:?}");
        assert_eq!(entries(&folder), ALL, "{args:?}");
    }
    // What was looked for and is not there any more goes.
    folder.write("a.md", FAULTS.replace("3000", "300").as_bytes());
    folder.run(&["check", "b.md", WRITE, "known.json"]);
    assert_eq!(entries(&folder), ALL);
    folder.run(&["check", ".", "--select", "number", WRITE, "known.json"]);
    assert_eq!(entries(&folder), ALL[1..]);
}

#[test]
fn a_file_that_went_takes_its_entries_along_where_it_is_missed() {
    let folder = folder();
    std::fs::remove_file(folder.path("a.md")).expect("it is there");
    folder.run(&["check", "b.md", WRITE, "known.json"]);
    assert_eq!(entries(&folder), ALL, "it may have been renamed");
    folder.run(&["check", ".", WRITE, "known.json"]);
    assert_eq!(entries(&folder), ALL[2..]);
}

/// `..` leads out of the folder that is searched.
#[test]
fn a_file_that_went_from_beside_the_folder_keeps_its_entries() {
    let folder = folder();
    let check = |args: &[&str]| {
        let mut command = folder.command(&[&["check", WRITE, "../known.json"], args].concat());
        let output = command.current_dir(folder.path("talks")).output().expect("it starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    folder.write("talks/c.md", FAULTS.as_bytes());
    check(&[".", "../a.md", "../b.md"]);
    let all = entries(&folder);
    assert_eq!(all.len(), 6);
    std::fs::remove_file(folder.path("a.md")).expect("it is there");
    check(&["."]);
    assert_eq!(entries(&folder), all);
    check(&[".", ".."]);
    assert_eq!(entries(&folder).len(), 4);
}

#[test]
fn a_file_that_was_renamed_stands_there_once() {
    let folder = folder();
    std::fs::rename(folder.path("a.md"), folder.path("c.md")).expect("renamed");
    folder.run(&["check", "c.md", WRITE, "known.json"]);
    assert_eq!(entries(&folder), [ALL[2], ALL[3], "c.md number-mismatch", "c.md untranslated"]);
}

#[test]
fn a_baseline_is_not_written_from_a_part() {
    let folder = folder();
    folder.write("m.tsv", "好。\tGood.\n".as_bytes());
    for (args, says) in [
        (["a.md", "--since", "HEAD"], "`--since` looks at what changed only"),
        (["m.tsv", "--sample", "1"], "`--sample` looks at some rows only"),
    ] {
        let run = folder.run(&[&["check", WRITE, "known.json"], &args[..]].concat());
        assert_eq!(run.status, Some(2), "{args:?}");
        assert!(run.stderr.contains(says), "{args:?}: {}", run.stderr);
        assert_eq!(entries(&folder), ALL);
    }
}

#[test]
fn a_baseline_takes_the_place_of_nothing_else() {
    let folder = folder();
    folder.write("notes.json", b"{}\n");
    let run = folder.run(&["check", ".", WRITE, "notes.json"]);
    assert_eq!(run.status, Some(2));
    let says = "duizhao: cannot write notes.json over what is there; delete it, or name another file: it is no baseline";
    assert!(run.stderr.starts_with(says), "{}", run.stderr);
    assert_eq!(folder.read("notes.json"), "{}\n");
    folder.write("new.json", b"");
    assert_eq!(
        folder.run(&["check", ".", WRITE, "new.json"]).status,
        Some(0),
        "an empty file is none"
    );
}
