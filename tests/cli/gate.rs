//! Configuration, baselines and what changed: a gate in the life of a team.

use std::process::Command;

use crate::harness::{CLEAN, Folder};

const GOOD: &str = "\
**甲：** 收入是 50 亿美元。

**A:** Revenue was $5 billion.

**乙：** 我们有 300 名员工。

**B:** We have 300 employees.
";

#[test]
fn the_life_of_a_team() {
    // Not all is well when they begin: that becomes the baseline.
    let old = format!("{GOOD}\n**甲：** 还有 7 台机器。\n\n**A:** And 9 machines.\n");
    let folder = Folder::new(&[("talk.md", &old)]);
    let init = folder.run(&["init"]);
    assert_eq!(init.status, Some(0), "{}", init.stderr);
    assert_eq!(folder.run(&["init"]).status, Some(2), "it does not replace a configuration");
    assert_eq!(folder.run(&["check", "talk.md"]).status, Some(1));
    assert_eq!(folder.run(&["check", "talk.md", "--write-baseline", "known.json"]).status, Some(0));
    folder.write("duizhao.toml", b"baseline = \"known.json\"\n");
    let quiet = folder.run(&["check", "talk.md"]);
    assert_eq!(quiet.status, Some(0), "{}", quiet.stdout);
    assert!(quiet.stderr.contains("1 finding of the baseline was let pass"), "{}", quiet.stderr);

    // An edit breaks a number, and lines move.
    let broken = format!("# A title\n\n{}", old.replace("$5 billion", "$50 billion"));
    folder.write("talk.md", broken.as_bytes());
    let run = folder.run(&["check", "talk.md", "--format", "jsonl"]);
    assert_eq!(run.status, Some(1));
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    assert!(run.stdout.contains("50 亿美元"));

    // It is mended, and so is what was known.
    folder.write("talk.md", old.replace("9 machines", "7 machines").as_bytes());
    let run = folder.run(&["check", "talk.md"]);
    assert_eq!(run.status, Some(0), "{}", run.stdout);
    assert!(run.stderr.contains("1 finding of the baseline is gone"), "{}", run.stderr);
}

#[test]
fn a_baseline_lets_nothing_pass_in_another_file() {
    let slip = GOOD.replace("$5 billion", "$50 billion");
    let folder = Folder::new(&[("a.md", GOOD), ("b.md", &slip)]);
    assert_eq!(folder.run(&["check", ".", "--write-baseline", "known.json"]).status, Some(0));
    let paths = |args: &[&str]| {
        let run = folder.run(&[&["check", "--baseline", "known.json"], args].concat());
        let path = |line: &str| {
            let finding: serde_json::Value = serde_json::from_str(line).expect("JSON");
            finding["path"].as_str().expect("a path").to_owned()
        };
        (run.stdout.lines().map(path).collect::<Vec<_>>(), run.stderr)
    };
    // The same slip in the file before it is new.
    folder.write("a.md", slip.as_bytes());
    let (found, said) = paths(&[".", "--format", "jsonl"]);
    assert_eq!(found, ["a.md"]);
    assert!(said.contains("1 finding of the baseline was let pass"), "{said}");
    assert_eq!(paths(&["a.md", "--format", "jsonl"]).0, ["a.md"], "though b.md is not checked");
    // However its path is written, a file is the same one.
    let absolute = folder.path("b.md").display().to_string();
    for name in ["./b.md", &absolute] {
        assert!(paths(&[name, "--format", "jsonl"]).0.is_empty(), "{name}");
    }
    // A file that was renamed takes what is known of it along.
    std::fs::rename(folder.path("b.md"), folder.path("c.md")).expect("renamed");
    assert!(paths(&["c.md", "--format", "jsonl"]).0.is_empty());
}

#[test]
fn only_what_changed_since_a_revision() {
    let faulty = GOOD.replace("300 employees", "3000 employees");
    let folder = Folder::new(&[("talk.md", &faulty)]);
    folder.git(&["init", "-q", "-b", "main"]);
    folder.git(&["add", "."]);
    folder.git(&["commit", "-q", "-m", "one"]);
    let run = folder.run(&["check", "talk.md", "--since", "HEAD"]);
    assert_eq!(run.status, Some(0), "nothing changed: {}", run.stdout);
    // Lines move, and another number breaks.
    let moved = format!("# Title\n\n{}", faulty.replace("$5 billion", "$50 billion"));
    folder.write("talk.md", moved.as_bytes());
    let run = folder.run(&["check", "talk.md", "--since", "HEAD", "--format", "jsonl"]);
    assert_eq!((run.status, run.stdout.lines().count()), (Some(1), 1), "{}", run.stdout);
    assert!(run.stdout.contains("$50 billion"));
    let unknown = folder.run(&["check", "talk.md", "--since", "nowhere"]);
    assert_eq!(unknown.status, Some(2));
    insta::assert_snapshot!(unknown.stderr, @"duizhao: `nowhere` is no revision of this repository");
    // A new file is new from end to end.
    folder.write("new.md", faulty.as_bytes());
    assert_eq!(folder.run(&["check", "new.md", "--since", "HEAD"]).status, Some(1));
}

#[test]
fn a_shallow_clone_says_what_it_lacks() {
    let folder = Folder::new(&[("a/talk.md", GOOD)]);
    folder.git(&["init", "-q", "-b", "main", "a"]);
    for message in ["one", "two"] {
        folder.git(&["-C", "a", "add", "."]);
        folder.git(&["-C", "a", "commit", "-q", "--allow-empty", "-m", message]);
    }
    let origin = format!("file://{}", folder.path("a").display());
    folder.git(&["clone", "-q", "--depth", "1", &origin, "b"]);
    let output = folder
        .command(&["check", "talk.md", "--since", "HEAD~1"])
        .current_dir(folder.path("b"))
        .output();
    let output = output.expect("it starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("shallow clone"));
}

#[test]
fn severities_thresholds_and_paths() {
    let faulty = GOOD.replace("300 employees", "3000 employees");
    let folder =
        Folder::new(&[("talk.md", &faulty), ("old/talk.md", &faulty), ("drafts/talk.md", &faulty)]);
    let config = "\
exclude = [\"drafts/**\"]
[severity]
number-mismatch = \"warning\"
[[overrides]]
paths = [\"old/**\"]
ignore = [\"number\"]
";
    folder.write("duizhao.toml", config.as_bytes());
    let run = folder.run(&["check", ".", "--format", "jsonl"]);
    assert_eq!(run.status, Some(0), "warnings do not fail: {}", run.stdout);
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    assert!(
        run.stdout.contains("\"path\":\"talk.md\"")
            && run.stdout.contains("\"severity\":\"warning\"")
    );
    assert_eq!(folder.run(&["check", "drafts/talk.md"]).status, Some(0), "a named file is checked");
    assert!(!folder.run(&["check", "drafts/talk.md"]).stdout.contains("No findings"));
    assert_eq!(folder.run(&["check", ".", "--no-config"]).status, Some(1));
    let shown = folder.run(&["check", "--show-config"]).stdout;
    assert!(
        shown.contains("number-mismatch = \"warning\"") && shown.contains("duizhao.toml"),
        "{shown}"
    );
}

#[test]
fn the_example_configuration_is_true() {
    let folder = Folder::new(&[("talk.md", CLEAN)]);
    folder.run(&["init"]);
    // With its comments taken off, every key is known and every value allowed.
    let example = folder.read("duizhao.toml");
    let keys = example.lines().filter_map(|line| line.strip_prefix("# "));
    let keys =
        keys.filter(|line| line.starts_with('[') || (line.contains(" = ") && !line.contains(": ")));
    let live: String = keys.map(|line| format!("{line}\n")).collect();
    let live = live
        .replace("lexicons = [\"terms.toml\"]\n", "")
        .replace("baseline = \"duizhao-baseline.json\"\n", "");
    folder.write("duizhao.toml", live.as_bytes());
    let run = folder.run(&["check", "talk.md"]);
    assert_eq!(run.status, Some(0), "{live}\n{}", run.stderr);
}

#[test]
fn completions_and_a_manual_page() {
    let folder = Folder::new(&[]);
    for shell in ["bash", "zsh", "fish"] {
        assert!(folder.run(&["completions", shell]).stdout.contains("duizhao"), "{shell}");
    }
    // Values are completed as well.
    let bash = folder.run(&["completions", "bash"]).stdout;
    for values in ["text concise json", "number-mismatch", "json=report.json"] {
        assert!(bash.contains(values), "{values}");
    }
}

#[test]
fn manual_pages() {
    let folder = Folder::new(&[]);
    let page = folder.run(&["man"]).stdout;
    assert!(page.contains(".TH duizhao"));
    for text in
        [".SH \"DUIZHAO CHECK\"", "write\\-baseline", ".SH \"DUIZHAO LEXICON IMPORT\"", ".SH FILES"]
    {
        assert!(page.contains(text), "{text}");
    }
    assert!(!page.contains("duizhao\\-check(1)"), "there is no such page");
    assert_eq!(folder.run(&["man", "--dir", "pages/man1"]).status, Some(0));
    let names = std::fs::read_dir(folder.path("pages/man1")).expect("a folder");
    let mut names: Vec<String> = names
        .map(|name| name.expect("a name").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert!(names.contains(&"duizhao-check.1".to_owned()), "{names:?}");
    // Each page that is named is there.
    for name in &names {
        let page = folder.read(&format!("pages/man1/{name}")).replace("\\-", "-");
        for word in page.split_whitespace().filter_map(|word| word.strip_suffix("(1)")) {
            let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
            assert!(names.contains(&format!("{word}.1")), "{name}: {word}");
        }
    }
}

/// The steps of docs/ci.md, one shell block after the other.
#[test]
fn the_page_on_ci_is_true() {
    let page = include_str!("../../docs/ci.md");
    let old = format!("{GOOD}\n**甲：** 还有 7 台机器。\n\n**A:** And 9 machines.\n");
    let folder = Folder::new(&[("talk.md", &old)]);
    folder.git(&["init", "-q", "-b", "main"]);
    let steps: Vec<&str> =
        page.split("```sh\n").skip(1).filter_map(|block| block.split("```").next()).collect();
    assert!(steps.len() >= 4, "{steps:?}");
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_duizhao"));
    let path = format!(
        "{}:{}",
        program.parent().expect("a folder").display(),
        std::env::var("PATH").expect("a path")
    );
    for step in steps {
        let output = Command::new("sh")
            .current_dir(folder.path("."))
            .env("PATH", &path)
            .args(["-ec", step])
            .output()
            .expect("a shell");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{step}: {said}");
    }
    assert!(folder.read("review.html").contains("duizhao"));
    assert!(folder.read("duizhao-baseline.json").contains("number-mismatch"));
}
