//! What `duizhao.toml` may say, and what is said of what it may not.

use std::collections::BTreeSet;

use crate::harness::{CLEAN, Folder};

/// A number that differs, and a sentence that denies what its translation asserts.
const FAULTY: &str = "\
**安：** 银行昨天开门了。我们不相信这个消息。火车晚点了 2 个小时。

**Ann:** The bank was open yesterday. We believe this news. The train was 3 hours late.
";

/// The rules that tell of something in old/talk.md.
fn told(config: &str, args: &[&str]) -> BTreeSet<String> {
    let folder = Folder::new(&[("old/talk.md", FAULTY), ("duizhao.toml", config)]);
    let run = folder.run(&[&["check", "old/talk.md", "--format", "jsonl"], args].concat());
    assert_ne!(run.status, Some(2), "{config}: {}", run.stderr);
    let rule = |line: &str| {
        let finding: serde_json::Value = serde_json::from_str(line).expect("JSON");
        finding["rule"].as_str().expect("a rule").to_owned()
    };
    run.stdout.lines().map(rule).collect()
}

#[test]
fn what_a_table_ignores_is_off_though_it_grades_it() {
    assert!(told("", &[]).contains("number-mismatch"));
    for name in ["number-mismatch", "number", "all"] {
        let config = format!("ignore = [\"{name}\"]\n[severity]\nnumber-mismatch = \"info\"\n");
        assert!(!told(&config, &[]).contains("number-mismatch"), "{name}");
        let nested = format!(
            "[[overrides]]\npaths = [\"old/**\"]\nignore = [\"{name}\"]\n\
             severity = {{ number-mismatch = \"info\" }}\n"
        );
        assert!(!told(&nested, &[]).contains("number-mismatch"), "{name}");
    }
}

#[test]
fn later_tables_win() {
    let graded = "[[overrides]]\npaths = [\"old/**\"]\nseverity = { number-mismatch = \"info\" }\n";
    let ignored = "[[overrides]]\npaths = [\"old/**\"]\nignore = [\"number\"]\n";
    for name in ["number-mismatch", "number"] {
        let config = format!("ignore = [\"{name}\"]\n{graded}");
        assert!(told(&config, &[]).contains("number-mismatch"), "{name}");
    }
    assert!(!told(&format!("{graded}{ignored}"), &[]).contains("number-mismatch"));
    assert!(told(&format!("{ignored}{graded}"), &[]).contains("number-mismatch"));
    // A severity takes back what was ignored and adds nothing to what was selected.
    assert!(!told(&format!("select = [\"term\"]\n{graded}"), &[]).contains("number-mismatch"));
    // The command line has the last word.
    assert!(!told(graded, &["--ignore", "number"]).contains("number-mismatch"));
    assert!(told(ignored, &["--select", "number"]).contains("number-mismatch"));
}

#[test]
fn paths_match_however_files_and_the_configuration_are_named() {
    let config = "[[overrides]]\npaths = [\"old/**\"]\nignore = [\"number\"]\n";
    let files = [("old/talk.md", FAULTY), ("duizhao.toml", config), ("new/talk.md", FAULTY)];
    let folder = Folder::new(&files);
    let status = |inside: &str, args: &[&str]| {
        let output = folder
            .command(&[&["check"], args].concat())
            .current_dir(folder.path(inside))
            .output()
            .expect("it starts");
        output.status.code()
    };
    for (inside, args) in [
        (".", &["old/talk.md"][..]),
        (".", &["--config", "duizhao.toml", "old/talk.md"]),
        ("old", &["talk.md"]),
        ("old", &["--config", "../duizhao.toml", "talk.md"]),
        ("new", &["../old/talk.md"]),
        ("new", &["--config", "../old/../duizhao.toml", "../old"]),
    ] {
        assert_eq!(status(inside, args), Some(0), "{inside}: {args:?}");
    }
    assert_eq!(status("old", &["../new/talk.md"]), Some(1));
    assert_eq!(status("new", &["talk.md"]), Some(1));
}

#[test]
fn mistakes_in_the_configuration_are_named_with_their_place() {
    for (config, expected) in [
        (
            "slect = [\"number\"]\n",
            "duizhao.toml:1:1: unknown key `slect`, expected one of `exclude`, ",
        ),
        ("slect = [\"number\"]\n", "did you mean `select`?"),
        (
            "[severity]\nnumber-mismach = \"off\"\n",
            "duizhao.toml:2:1: in `severity`: `number-mismach` is no rule; did you mean `number-mismatch`?",
        ),
        (
            "select = [\"pairing-missing\"]\n[severity]\npairing = \"off\"\n",
            "duizhao.toml:3:1: in `severity`: `pairing` is a group of rules; name one of them: pairing-shifted, ",
        ),
        ("[[overrides]]\nignore = [\"term\"]\n", "duizhao.toml:1:1: this entry of `[[overrides]]`"),
        (
            "[severity]\nnumber-extra = \"off\"\nbaseline = \"known.json\"\n",
            "duizhao.toml:3:1: `baseline` is no key of `[severity]`: it must stand above the first table",
        ),
        (
            "[[overrides]]\npaths = [\"a\"]\nexclude = [\"b\"]\n",
            "`exclude` is no key of `[[overrides]]`",
        ),
        (
            "select = \"number\"\n",
            "duizhao.toml:1:10: `select` must be a list of rules or groups, as in [\"number\"], not the text \"number\"",
        ),
        (
            "ignore = [\"term\", 3]\n",
            "duizhao.toml:1:19: `ignore` must be a list of rules or groups, as in [\"number\"], not a list with the number 3",
        ),
        ("baseline = [\"x\"]\n", "duizhao.toml:1:12: `baseline` must be a path, not a list"),
        ("[thresholds]\nlength-low = \"a\"\n", "`length-low` must be a number, not the text \"a\""),
        (
            "[thresholds]\nlength-from = -1\n",
            "`length-from` must be a whole number from 0, not the number -1",
        ),
        ("[thresholds]\nlength-from = 1.5\n", "a whole number from 0, not the number 1.5"),
        (
            "fail-on = {}\n",
            "duizhao.toml:1:11: `fail-on` must be one of `error`, `warning`, `info`, `never`, not a table",
        ),
        (
            "[severity]\nnumber-extra = \"warn\"\n",
            "duizhao.toml:2:16: `number-extra` must be one of `error`, `warning`, `info`, `off`, \
             not the text \"warn\"; did you mean `warning`?",
        ),
        ("[severity]\nnumber-extra = 3\n", "`off`, not the number 3"),
        (
            "severity = [\"x\"]\n",
            "`severity` must be a table of rules with their severities, not a list",
        ),
        (
            "[overrides]\npaths = [\"a\"]\n",
            "`overrides` must be a list of tables, each under `[[overrides]]`, not a table",
        ),
        (
            "[[overrides]]\npath = [\"a\"]\n",
            "duizhao.toml:2:1: unknown key `path`, expected one of `paths`, `ignore`, `severity`, \
             `thresholds`; did you mean `paths`?",
        ),
        (
            "[[overrides]]\npaths = [\"a\"]\nthresholds = 3\n",
            "duizhao.toml:3:14: `thresholds` must be a table of thresholds, not the number 3",
        ),
        (
            "# numbr\n[[overrides]]\npaths = [\"*\"]\nignore = [\"term\", \"numbr\"]\n",
            "duizhao.toml:4:19: in `ignore`: `numbr` is no rule",
        ),
        (
            "[thresholds]\nsentence-confidence = 90\n",
            "duizhao.toml:2:23: `sentence-confidence` must be a number from 0 to 1, not 90",
        ),
        ("[thresholds]\nsentence-confidence = nan\n", "a number from 0 to 1, not NaN"),
        (
            "[thresholds]\nlength-low = 7.0\nlength-high = 2.0\n",
            "duizhao.toml:2:14: `length-low` must be less than `length-high`, 2, not 7",
        ),
        ("[thresholds]\nlength-high = 1.5\n", "must be more than `length-low`, 1.8, not 1.5"),
        ("[thresholds]\nlength-low = -1\n", "must be a number above 0, not -1"),
        ("[thresholds]\nlength-high = inf\n", "must be a number above 0, not inf"),
        (
            "[[overrides]]\npaths = [\"*\"]\n[overrides.thresholds]\nlength-low = 6.5\n",
            "duizhao.toml:4:14: `length-low` must be less than `length-high`, 6, not 6.5",
        ),
        ("fail-on = \"errors\"\n", "not the text \"errors\"; did you mean `error`?"),
        (
            "exclude = [\"b\", \"a[\"]\n",
            "duizhao.toml:1:17: in `exclude`: `a[` is no pattern for paths: ",
        ),
        (
            "[[overrides]]\npaths = [\"../talks\"]\n",
            "duizhao.toml:2:10: in `paths`: `../talks` is no pattern for paths: `..` leads out of the folder",
        ),
    ] {
        let folder = Folder::new(&[("talk.md", CLEAN)]);
        folder.write("duizhao.toml", config.as_bytes());
        let run = folder.run(&["check", "talk.md"]);
        assert_eq!(run.status, Some(2), "{config}");
        assert!(run.stderr.contains(expected), "{config}: {}", run.stderr);
    }
}

#[test]
fn patterns_that_mean_no_file_are_named_where_everything_is_told() {
    let config = "[[overrides]]\npaths = [\"old/**\", \"ald/\"]\nignore = [\"number\"]\n";
    let folder = Folder::new(&[("old/talk.md", FAULTY), ("duizhao.toml", config)]);
    let told = |args: &[&str]| folder.run(&[&["check"], args].concat()).stderr;
    let says = "duizhao.toml: no file is meant by `ald/` in `[[overrides]]`\n";
    assert!(told(&[".", "-v"]).contains(says), "{}", told(&[".", "-v"]));
    assert_eq!(told(&["."]), "");
    assert_eq!(told(&["old/talk.md", "-v"]), "");
}

#[test]
fn a_folder_is_excluded_by_its_name() {
    let folder =
        Folder::new(&[("a.md", CLEAN), ("talks/old/a.md", FAULTY), ("old/b/a.md", FAULTY)]);
    for (exclude, files) in [
        ("", 3),
        ("talks/old", 2),
        ("talks/old/", 2),
        ("/old", 2),
        ("old", 1),
        ("old/", 1),
        ("old/**", 2),
        ("b", 2),
        ("a.md/", 3),
    ] {
        folder.write("duizhao.toml", format!("exclude = [\"{exclude}\"]\n").as_bytes());
        let shown = folder.run(&["check", ".", "-q"]).stdout;
        let files = if files == 1 { "1 file,".to_owned() } else { format!("{files} files,") };
        assert!(shown.contains(&files), "{exclude}: {shown}");
    }
}

#[test]
fn what_applies_is_shown_with_its_defaults() {
    let folder = Folder::new(&[]);
    let default = folder.run(&["check", "--show-config"]).stdout;
    insta::assert_snapshot!(default);
    // It says the same where it is the configuration.
    folder.write("duizhao.toml", default.as_bytes());
    let again = folder.run(&["check", "--show-config"]);
    let lines = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(&again.stdout), lines(&default), "{}", again.stderr);
    folder.write("duizhao.toml", b"[severity]\nnumber-extra = \"off\"\npolarity = \"error\"\n");
    let args = ["check", "--show-config", "--ignore", "term", "--fail-on", "never"];
    let shown = folder.run(&args).stdout;
    for line in [
        "number-extra = \"off\"",
        "polarity = \"error\"",
        "term-missing = \"off\"",
        "number-missing = \"warning\"",
        "fail-on = \"never\"",
        "ignore = [\"term\"]",
    ] {
        assert!(shown.lines().any(|shown| shown == line), "{line}: {shown}");
    }
}
