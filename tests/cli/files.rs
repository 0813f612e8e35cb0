//! What becomes of files that are written.

use std::fs;
use std::process::Stdio;

use crate::harness::{CLEAN, FAULTY, Folder};

/// A transcript whose English stands one place early.
const SHIFTED: &str = "\
**Ann:** 你的公司在哪个城市？有多少名员工？

**Ann:** Which city is your company in? How many employees are there?

**Bob:** 我们在上海，办公室靠近河边，现在大约有三百名员工。

**Bob:** What is your main product, and who uses it?

**Ann:** 你们的主要产品是什么，谁在使用它？

**Ann:** We make microscopes for hospitals, doctors examine blood samples with them every day.

**Bob:** 我们为医院制造显微镜，医生每天都用它检查血液样本。

**Bob:** We are in Shanghai, our office is by the river, and we have about 300 employees now.
";

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new(&[("real/talk.md", SHIFTED)]);
    symlink("real/talk.md", folder.path("talk.md")).expect("a link");
    let mode = fs::Permissions::from_mode(0o640);
    fs::set_permissions(folder.path("real/talk.md"), mode).expect("allowed");
    let run = folder.run(&["fix", "--write", "talk.md"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(fs::symlink_metadata(folder.path("talk.md")).expect("a link").is_symlink());
    assert_ne!(folder.read("real/talk.md"), SHIFTED);
    let metadata = fs::metadata(folder.path("real/talk.md")).expect("a file");
    assert_eq!(metadata.permissions().mode() & 0o777, 0o640);
    let names = fs::read_dir(folder.path("real")).expect("a folder").count();
    assert_eq!(names, 1, "nothing is left behind");
}

#[test]
fn two_runs_at_once_on_one_file_are_safe() {
    let folder = Folder::new(&[("talk.md", SHIFTED)]);
    let expected = folder.run(&["fix", "talk.md"]).stdout;
    for _ in 0..5 {
        folder.write("talk.md", SHIFTED.as_bytes());
        let fix = || folder.command(&["fix", "--write", "talk.md"]);
        let spawn = || fix().stderr(Stdio::null()).spawn().expect("it starts");
        let runs: Vec<_> = (0..4).map(|_| spawn()).collect();
        for mut run in runs {
            assert!(run.wait().expect("it ends").success());
        }
        assert_eq!(folder.read("talk.md"), expected);
    }
}

#[test]
fn no_report_takes_the_place_of_another_or_of_the_text() {
    let folder = Folder::new(&[("talk.md", FAULTY), ("clean.md", CLEAN)]);
    for args in [
        &["--output", "./talk.md"][..],
        &["--report", "json=r.json", "--report", "html=./r.json"],
        &["--output", "r.json", "--write-baseline", "r.json"],
    ] {
        let run = folder.run(&[&["check", "talk.md"], args].concat());
        assert_eq!(run.status, Some(2), "{args:?}: {}", run.stderr);
        assert!(!folder.path("r.json").exists() && folder.read("talk.md") == FAULTY);
    }
    let run = folder.run(&["check", "talk.md", "--output", "clean.md"]);
    assert_eq!(run.status, Some(1), "a file that is not read may be replaced: {}", run.stderr);
}

#[test]
fn nothing_that_is_read_is_replaced() {
    let lexicon = "[[term]]\nzh = [\"灯塔计划\"]\nen = [\"Project Beacon\"]\n";
    let files = [
        ("talk.md", CLEAN),
        ("zh.txt", "收入是 50 亿美元。\n"),
        ("en.txt", "Revenue was $5 billion.\n"),
        ("terms.csv", "zh,en\n灯塔计划,Project Beacon\n"),
        ("own.toml", lexicon),
        ("project.toml", lexicon),
        ("words.u8", "燈塔 灯塔 [deng1 ta3] /lighthouse/\n"),
        ("settings.toml", "fail-on = \"never\"\n"),
        ("duizhao.toml", "lexicons = [\"project.toml\"]\nbaseline = \"known.json\"\n"),
    ];
    let folder = Folder::new(&files);
    folder.run(&["check", "talk.md", "--write-baseline", "known.json"]);
    folder.run(&["check", "talk.md", "--format", "json", "--output", "report.json"]);
    let read: Vec<&str> =
        files.iter().map(|(name, _)| *name).chain(["known.json", "report.json"]).collect();
    let before: Vec<String> = read.iter().map(|name| folder.read(name)).collect();
    let two = ["--zh", "zh.txt", "--en", "en.txt"];
    let commands: &[(&str, &[&str])] = &[
        ("talk.md", &["align", "talk.md", "-o", "./talk.md"]),
        ("en.txt", &[&["align", "-o", "en.txt"], &two[..]].concat()),
        ("zh.txt", &[&["align", "--input", "lines", "-o", "zh.txt"], &two[..]].concat()),
        ("report.json", &["render", "report.json", "-o", "report.json"]),
        ("terms.csv", &["lexicon", "import", "terms.csv", "-o", "terms.csv"]),
        ("own.toml", &["lexicon", "export", "own.toml", "--format", "toml", "-o", "own.toml"]),
        ("talk.md", &["lexicon", "extract", ".", "-o", "talk.md"]),
        ("own.toml", &["check", "talk.md", "--lexicon", "own.toml", "-o", "own.toml"]),
        ("project.toml", &["check", "talk.md", "--report", "json=project.toml"]),
        ("words.u8", &["check", "talk.md", "--dictionary", "words.u8", "-o", "words.u8"]),
        (
            "settings.toml",
            &["check", "talk.md", "--config", "settings.toml", "-o", "settings.toml"],
        ),
        ("duizhao.toml", &["check", "talk.md", "-o", "duizhao.toml"]),
        ("known.json", &["check", "talk.md", "-o", "known.json"]),
        ("project.toml", &["check", "talk.md", "--write-baseline", "project.toml"]),
    ];
    for (name, args) in commands {
        let run = folder.run(args);
        assert_eq!(run.status, Some(2), "{args:?}: {}", run.shown());
        let says = format!("{name} is read; what is written must not take its place");
        assert!(run.stderr.contains(&says), "{args:?}: {}", run.stderr);
        let now: Vec<String> = read.iter().map(|name| folder.read(name)).collect();
        assert!(now == before, "{args:?}");
    }
    let anew = folder.run(&["check", "talk.md", "--write-baseline", "known.json"]);
    assert_eq!(anew.status, Some(0), "a baseline is written over the old one: {}", anew.stderr);
    let fixed = folder.run(&["fix", "talk.md", "-o", "talk.md"]);
    assert_eq!(fixed.status, Some(0), "this is what `--write` does: {}", fixed.stderr);
    assert_eq!(folder.read("talk.md"), CLEAN);
}
