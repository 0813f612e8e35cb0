//! What the program says when it cannot do what was asked: one clear sentence, status 2.

use std::fs;
use std::process::Stdio;

use insta::assert_snapshot;

use crate::harness::{CLEAN, FAULTY, Folder};

#[test]
fn without_arguments_it_shows_how_to_begin() {
    assert_snapshot!(Folder::new(&[]).run(&[]).shown());
}

#[test]
fn a_file_that_is_not_there() {
    assert_snapshot!(Folder::new(&[]).run(&["check", "talk.md"]).shown());
}

#[test]
fn what_cannot_be_read_is_named_once_and_so_is_why() {
    let folder = Folder::new(&[("talk.md", CLEAN)]);
    // The first bytes of a gzip, and no more.
    folder.write("cut.tsv.gz", b"\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\xFF\x4B");
    for (name, args) in [
        ("none.md", &["check", "none.md"][..]),
        ("none.tsv", &["check", "none.tsv"]),
        ("cut.tsv.gz", &["check", "cut.tsv.gz"]),
        ("none.md", &["check", "--zh", "talk.md", "--en", "none.md"]),
        ("none.toml", &["check", "talk.md", "--lexicon", "none.toml"]),
        ("none.toml", &["check", "talk.md", "--config", "none.toml"]),
        ("none.u8", &["check", "talk.md", "--dictionary", "none.u8"]),
        ("none.json", &["check", "talk.md", "--baseline", "none.json"]),
        ("none.json", &["render", "none.json"]),
        ("none.md", &["align", "none.md"]),
        ("none.toml", &["lexicon", "check", "none.toml"]),
        ("none.csv", &["lexicon", "import", "none.csv"]),
        ("none.md", &["lexicon", "extract", "none.md"]),
    ] {
        let run = folder.run(args);
        assert_eq!(run.status, Some(2), "{args:?}");
        let start = format!("duizhao: cannot read {name}: ");
        let why = run.stderr.lines().next().and_then(|line| line.strip_prefix(&start));
        let why = why.unwrap_or_else(|| panic!("{args:?}: {}", run.stderr));
        assert!(!why.contains(": ") && !why.contains(name), "{args:?}: {why}");
    }
}

#[test]
fn a_lexicon_that_cannot_be_used_is_told_with_what_to_do() {
    let folder = Folder::new(&[("talk.md", CLEAN), ("own.toml", "[[term]]\nzh = [\"灯塔\"]\n")]);
    assert_snapshot!(folder.run(&["check", "talk.md", "--lexicon", "own.toml"]).shown());
    let run = folder.run(&["lexicon", "check", "none.toml"]);
    assert!(run.stderr.contains("\n  help: check the path"), "{}", run.stderr);
    // What is to be expected of a file of another program, its message says.
    folder.write("own.tbx", b"<martif></martif>");
    let run = folder.run(&["lexicon", "import", "own.tbx"]);
    assert_eq!((run.status, run.stderr.lines().count()), (Some(2), 1), "{}", run.stderr);
}

#[test]
fn an_empty_file() {
    assert_snapshot!(Folder::new(&[("talk.md", "")]).run(&["check", "talk.md"]).shown());
}

#[test]
fn a_file_with_nothing_to_check() {
    let files = [("talk.md", "# Title\n\n<!-- soon -->\n\n```\ncode\n```\n")];
    assert_snapshot!(Folder::new(&files).run(&["check", "talk.md"]).shown());
}

#[test]
fn a_binary_file() {
    let folder = Folder::new(&[]);
    folder.write("talk.md", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d");
    assert_snapshot!(folder.run(&["check", "talk.md"]).shown());
}

#[test]
fn a_file_with_a_broken_byte() {
    let folder = Folder::new(&[]);
    let mut bytes = CLEAN.as_bytes().to_vec();
    bytes[13] = 0xFF;
    folder.write("talk.md", &bytes);
    assert_snapshot!(folder.run(&["check", "talk.md"]).shown());
}

#[test]
fn a_file_in_one_language() {
    let files = [("talk.md", "**安：** 我们三年前谈过一次。\n\n**鲍勃：** 是的。\n")];
    assert_snapshot!(Folder::new(&files).run(&["check", "talk.md"]).shown());
}

#[test]
fn a_folder_without_transcripts() {
    let folder = Folder::new(&[("notes/readme.md", "# Notes\n\nNothing in two languages.\n")]);
    assert_snapshot!(folder.run(&["check", "."]).shown());
    fs::create_dir(folder.path("empty")).expect("a folder");
    assert_snapshot!(folder.run(&["check", "empty"]).shown());
}

#[test]
fn one_bad_file_does_not_hide_the_others() {
    let folder = Folder::new(&[("a.md", FAULTY), ("b.md", "")]);
    assert_snapshot!(folder.run(&["check", "a.md", "b.md"]).shown());
}

#[test]
fn a_rule_that_does_not_exist() {
    let folder = Folder::new(&[("talk.md", CLEAN)]);
    assert_snapshot!(folder.run(&["check", "talk.md", "--select", "speaker-mismach"]).shown());
    assert_snapshot!(folder.run(&["explain", "speakers"]).shown());
    // Where a group may be named, one may be meant.
    let run = folder.run(&["check", "talk.md", "--select", "numbr"]);
    assert_snapshot!(run.stderr, @"duizhao: `numbr` is no rule; did you mean `number`?");
    folder.write("duizhao.toml", b"ignore = [\"numbr\"]\n[severity]\nnumbr = \"off\"\n");
    let run = folder.run(&["check", "talk.md"]);
    assert!(
        run.stderr
            .contains("duizhao.toml:1:11: in `ignore`: `numbr` is no rule; did you mean `number`?")
    );
    folder.write("duizhao.toml", b"[severity]\nnumber-mismach = \"off\"\n");
    let run = folder.run(&["check", "talk.md"]);
    assert!(run.stderr.contains("did you mean `number-mismatch`?"), "{}", run.stderr);
}

#[test]
fn a_format_that_does_not_exist() {
    let folder = Folder::new(&[("talk.md", CLEAN)]);
    let run = folder.run(&["check", "talk.md", "--format", "jsn"]);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.contains("similar value exists: 'json'"), "{}", run.stderr);
    assert!(run.stderr.lines().all(|line| line.len() <= 120), "{}", run.stderr);
    let run = folder.run(&["check", "talk.md", "--report", "jsn=x"]);
    assert!(run.stderr.contains("did you mean `json`?"), "{}", run.stderr);
}

#[test]
fn what_cannot_be_written_or_counted_is_told_in_plain_words() {
    let folder = Folder::new(&[("talk.md", CLEAN), ("m.tsv", "好。\tGood.\n很好。\n")]);
    for (args, says) in [
        (
            &["check", "talk.md", "-o", "none/x"][..],
            "cannot write none/x: there is no folder none\n",
        ),
        (&["init", "none"], "cannot write none/duizhao.toml: there is no folder none\n"),
        (&["check", "talk.md", "--jobs", "x"], "expected a number from 1 to 1024\n"),
        (&["check", "m.tsv", "--sample", "x"], "expected a whole number\n"),
        (&["check", "m.tsv"], "m.tsv:2: expected a column 2 parted by tabs, found no tab\n"),
    ] {
        let run = folder.run(args);
        assert_eq!(run.status, Some(2), "{args:?}");
        assert!(run.stderr.contains(says), "{args:?}: {}", run.stderr);
    }
}

#[test]
fn options_that_cannot_be_meant() {
    let folder = Folder::new(&[
        ("talk.md", CLEAN),
        ("m.jsonl", "{\"zh\": \"好。\", \"en\": \"Good.\"}\n"),
        ("zh.txt", "收入是 50 亿美元。\n"),
        ("en.txt", "Revenue was $5 billion.\n"),
    ]);
    let two = ["--zh", "zh.txt", "--en", "en.txt"];
    let of_two = |args: &[&'static str]| [args, &two[..]].concat();
    let one_file = "is one file with both languages: give it without `--zh` and `--en`";
    let no_corpus = "`--sample` checks a part of the rows of a corpus, and no corpus was given";
    let no_table = "`--columns` names columns of a TSV or CSV corpus, and none was given";
    for (args, says) in [
        (of_two(&["check", "--input", "tsv"]), one_file),
        (of_two(&["check", "--input", "po"]), one_file),
        (vec!["check", "talk.md", "--report", "json=-"], "two reports would go to standard output"),
        (
            vec!["check", "talk.md", "-o", "a", "--report", "json=-", "--report", "html=-"],
            "two reports would go to standard output",
        ),
        (vec!["check", "talk.md", "--sample", "3"], no_corpus),
        (vec!["check", ".", "--sample", "3"], no_corpus),
        (of_two(&["check", "--sample", "3"]), no_corpus),
        (vec!["check", "talk.md", "--columns", "2,3"], no_table),
        (vec!["check", "m.jsonl", "--columns", "2,3"], no_table),
        (of_two(&["check", "--input", "moses", "--columns", "2,3"]), no_table),
        (
            vec!["check", "talk.md", "--input", "lines"],
            "`--input lines` stands in two files: give `--zh FILE` and `--en FILE`",
        ),
        (
            of_two(&["align", "--input", "lines", "--format", "svg"]),
            "there is no picture of `--input lines`: `--format` is text or json",
        ),
        (
            of_two(&["align", "--input", "lines", "--sentences"]),
            "`--sentences` looks inside turns, and `--input lines` links whole lines",
        ),
    ] {
        let run = folder.run(&args);
        assert_eq!((run.status, run.stdout.as_str()), (Some(2), ""), "{args:?}");
        assert!(run.stderr.contains(says), "{args:?}: {}", run.stderr);
    }
    for args in [
        vec!["check", "talk.md", "m.jsonl", "--sample", "3"],
        of_two(&["check", "--input", "moses", "--sample", "3"]),
    ] {
        assert_eq!(folder.run(&args).status, Some(0), "{args:?}");
    }
}

#[test]
fn output_that_cannot_be_written() {
    let folder = Folder::new(&[("talk.md", CLEAN)]);
    let run = folder.run(&["check", "talk.md", "--output", "nowhere/report.json"]);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.starts_with("duizhao: cannot write nowhere/report.json"), "{}", run.stderr);
    fs::create_dir(folder.path("folder")).expect("a folder");
    let run = folder.run(&["check", "talk.md", "--output", "folder"]);
    assert_eq!(run.stderr, "duizhao: cannot write folder: there is a folder of that name\n");
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_an_error() {
    let folder = Folder::new(&[("talk.md", FAULTY)]);
    let run = folder.run(&["check", "talk.md", "--output", "/dev/full"]);
    assert_eq!(run.status, Some(2), "{}", run.stderr);
    assert!(run.stderr.starts_with("duizhao: cannot write /dev/full"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_an_error_and_leaves_the_old_report() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new(&[("talk.md", FAULTY), ("out/report.json", "old")]);
    fs::set_permissions(folder.path("out"), fs::Permissions::from_mode(0o555)).expect("allowed");
    let run = folder.run(&["check", "talk.md", "--format", "json", "--output", "out/report.json"]);
    fs::set_permissions(folder.path("out"), fs::Permissions::from_mode(0o755)).expect("allowed");
    // The superuser may write anywhere.
    if run.status == Some(2) {
        assert_eq!(folder.read("out/report.json"), "old");
        assert!(run.stderr.contains("cannot write out/report.json"), "{}", run.stderr);
    }
    let names: Vec<_> = fs::read_dir(folder.path("out")).expect("out").collect();
    assert_eq!(names.len(), 1, "{names:?}");
}

#[test]
fn a_reader_who_goes_away_is_no_failure() {
    let many = FAULTY.repeat(300);
    let folder = Folder::new(&[("talk.md", &many)]);
    let mut child = folder
        .command(&["check", "talk.md", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(1), "the status of the findings");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn json_that_is_not_one_object_a_line_is_told_with_what_makes_it_so() {
    let list = "[\n  {\n    \"zh\": \"我们有 300 人。\",\n    \"en\": \"We have 3,000.\"\n  }\n]\n";
    let folder = Folder::new(&[("rows.json", list)]);
    let run = folder.run(&["check", "rows.json"]);
    assert_eq!(run.status, Some(2), "{}", run.shown());
    assert!(run.stderr.contains("`jq -c '.[]' rows.json`"), "{}", run.stderr);
    // Lines are told by what stands in them, whatever the file is called.
    folder.write(
        "lines.json",
        "{\"zh\": \"我们有 300 人。\", \"en\": \"We have 3,000.\"}\n".as_bytes(),
    );
    assert_eq!(folder.run(&["check", "lines.json"]).status, Some(1));
}
