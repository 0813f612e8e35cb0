//! What the program takes for a transcript.

use encoding_rs::{BIG5, GB18030};

use crate::harness::{CLEAN, FAULTY, Folder, Run};

#[test]
fn standard_input() {
    let folder = Folder::new(&[]);
    let run = folder.run_on(&["check", "-", "--format", "json"], FAULTY.as_bytes());
    assert_eq!(run.status, Some(1));
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(report["files"][0]["path"], "<stdin>");
}

#[test]
fn two_files_of_one_language_each() {
    let zh = "**安：** 我们三年前谈过一次。\n\n**鲍勃：** 是的，那是在春天。\n";
    let en = "**Ann:** We talked three years ago.\n\n**Bob:** Yes, that was in spring.\n";
    let folder = Folder::new(&[("zh.md", zh), ("en.md", en)]);
    let run = folder.run(&["check", "--zh", "zh.md", "--en", "en.md"]);
    assert_eq!(run.stdout, "No findings in 1 file, 2 pairs.\n", "{}", run.shown());
    let run = folder.run(&["check", "--zh", "zh.md"]);
    assert_eq!(run.status, Some(2), "one of the two alone says nothing");
}

#[test]
fn a_folder_is_searched_but_not_where_git_ignores() {
    let folder = Folder::new(&[
        ("a.md", CLEAN),
        ("deep/b.txt", CLEAN),
        ("drafts/c.md", FAULTY),
        (".ignore", "drafts/\n"),
        ("notes.md", "# Notes\n\nIn English only.\n"),
    ]);
    let run = folder.run(&["check", "--verbose"]);
    assert_eq!(run.stdout, "No findings in 2 files, 4 pairs.\n", "{}", run.shown());
    assert!(
        run.stderr.contains("left out: notes.md: the only turn is in English"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_file_that_is_named_twice_is_checked_once() {
    let folder = Folder::new(&[("talk.md", FAULTY), ("deep/other.md", FAULTY)]);
    let once = folder.run(&["check", "talk.md"]);
    assert!(once.stdout.contains("in 1 file, 3 pairs"), "{}", once.shown());
    for again in ["talk.md", "./talk.md", "deep/../talk.md"] {
        let run = folder.run(&["check", "talk.md", again, "--write-baseline", "twice.json"]);
        assert_eq!(run.stdout, once.stdout, "{again}");
    }
    folder.run(&["check", "talk.md", "--write-baseline", "once.json"]);
    assert_eq!(folder.read("twice.json"), folder.read("once.json"));
    let whole = folder.run(&["check", "."]);
    for args in [&["check", ".", "talk.md"], &["check", ".", "deep"]] {
        assert_eq!(folder.run(args).stdout, whole.stdout, "{args:?}");
    }
    folder.write("rows.tsv", "他们有 300 名员工。\tThey have 3,000.\n".as_bytes());
    let rows = folder.run(&["check", "rows.tsv", "rows.tsv"]);
    assert!(rows.stdout.contains("in 1 file, 1 pair."), "{}", rows.shown());
    // What is named is checked, though it is also found where the configuration leaves it out.
    folder.write("duizhao.toml", b"exclude = [\"talk.md\"]\n");
    let named = folder.run(&["check", ".", "talk.md"]);
    assert!(named.stdout.contains("in 2 files"), "{}", named.shown());
}

/// A folder so deep that its path is too long for the system can be searched by nobody, whatever their rights.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_searched_does_not_hide_the_others() {
    let folder = Folder::new(&[("a.md", FAULTY), ("z.md", CLEAN)]);
    let half = vec!["x".repeat(250); 9].join("/");
    for name in ["upper", "lower"] {
        std::fs::create_dir_all(folder.path(&format!("{name}/{half}"))).expect("a folder");
    }
    let below = folder.path(&format!("upper/{half}/lower"));
    std::fs::rename(folder.path("lower"), below).expect("a folder");
    let run = folder.run(&["check", "."]);
    assert_eq!(run.status, Some(2), "{}", run.stderr);
    assert!(run.stdout.contains("error[") && run.stdout.contains("in 2 files"), "{}", run.stdout);
    assert!(run.stderr.starts_with("duizhao: cannot search .: "), "{}", run.stderr);
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
}

/// The findings of a file, without what depends on how the file is written down.
fn findings(bytes: &[u8]) -> String {
    let folder = Folder::new(&[]);
    folder.write("talk.md", bytes);
    let run = folder.run(&["check", "talk.md", "--format", "json"]);
    let mut report: serde_json::Value = serde_json::from_str(&run.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", run.shown()));
    let findings = report["files"][0]["findings"].as_array_mut().expect("findings");
    for finding in findings.iter_mut() {
        for side in ["zh", "en"] {
            if let Some(place) = finding[side].as_object_mut() {
                for end in ["start", "end"] {
                    place[end].as_object_mut().expect("a position").remove("byte");
                }
            }
        }
    }
    serde_json::to_string_pretty(&findings).expect("JSON")
}

#[test]
fn every_encoding_and_line_ending_gives_the_same_findings() {
    let expected = findings(FAULTY.as_bytes());
    let utf_16: Vec<u8> = FAULTY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let crlf = FAULTY.replace('\n', "\r\n");
    let cases: [(&str, Vec<u8>); 6] = [
        ("CRLF", crlf.into_bytes()),
        ("CR", FAULTY.replace('\n', "\r").into_bytes()),
        ("a byte order mark", [b"\xEF\xBB\xBF", FAULTY.as_bytes()].concat()),
        ("UTF-16", utf_16),
        ("GB18030", GB18030.encode(FAULTY).0.into_owned()),
        ("Big5", BIG5.encode("").0.into_owned()),
    ];
    for (name, bytes) in cases.into_iter().filter(|(_, bytes)| !bytes.is_empty()) {
        assert_eq!(findings(&bytes), expected, "{name}");
    }
}

#[test]
fn a_big5_file_is_read() {
    let text = "**安：** 我們三年前談過一次，在春天。\n\n**Ann:** We talked three years ago, in spring.\n\n\
                **鮑勃：** 是的，那時候公司還很小。\n\n**Bob:** Yes, the company was still small then.\n";
    let folder = Folder::new(&[]);
    folder.write("talk.md", &BIG5.encode(text).0);
    let run = folder.run(&["check", "talk.md"]);
    assert_eq!(run.stdout, "No findings in 1 file, 2 pairs.\n", "{}", run.shown());
}

#[test]
fn english_first_and_every_look_of_a_label() {
    let looks = [
        "Ann: We talked three years ago.\nAnn：我们三年前谈过一次。\nBob: Yes, in spring.\nBob：是的，在春天。\n",
        "## Ann\n\nWe talked three years ago.\n\n我们三年前谈过一次。\n\n## Bob\n\nYes, in spring.\n\n是的，在春天。\n\n## Ann\n\nAnd then?\n\n后来呢？\n\n## Bob\n\nThen I left.\n\n后来我走了。\n",
        "We talked three years ago.\n\n我们三年前谈过一次。\n\nYes, that was in spring.\n\n是的，那是在春天。\n",
        "**Ann**: We talked three years ago.\n**安**：我们三年前谈过一次。\n**Bob**: Yes, in spring.\n**鲍勃**：是的，在春天。\n",
    ];
    for text in looks {
        let folder = Folder::new(&[("talk.md", text)]);
        let run = folder.run(&["check", "talk.md"]);
        assert!(run.stdout.starts_with("No findings in 1 file"), "{text}\n{}", run.shown());
    }
}

/// A transcript of turns that say something of a lake, which English calls as it is said here.
fn about_a_lake(names: &[&str]) -> String {
    let said = [
        ("很深。", "is deep."),
        ("结冰了。", "froze."),
        ("化了。", "melted."),
        ("满了。", "is full."),
        ("很冷。", "is cold."),
    ];
    let other = [("昨天下雨了。", "It rained yesterday."), ("火车晚点了。", "The train was late.")];
    let lake = names
        .iter()
        .zip(said)
        .map(|(name, (zh, en))| (format!("雪山湖泊{zh}"), format!("The {name} {en}")));
    let other = other.iter().cycle().take(8).map(|&(zh, en)| (zh.to_owned(), en.to_owned()));
    let turn = |(zh, en): (String, String)| format!("**安：** {zh}\n\n**Ann:** {en}\n\n");
    lake.chain(other).map(turn).collect()
}

#[test]
fn what_is_usual_is_learnt_from_a_whole_folder() {
    let usual = about_a_lake(&["alpine lake"; 4]);
    let strays = about_a_lake(&["alpine lake", "glacier pool", "glacier pool"]);
    let folder = Folder::new(&[("a.md", &usual), ("b.md", &strays)]);
    let alone = folder.run(&["check", "b.md", "--select", "term-inconsistent"]);
    assert!(alone.stdout.starts_with("No findings"), "{}", alone.shown());
    let told = |run: &crate::harness::Run| run.stdout.matches("info[term-inconsistent]").count();
    let together = folder.run(&["check", ".", "--select", "term-inconsistent"]);
    assert_eq!(told(&together), 2, "{}", together.shown());
    let words: Vec<&str> = together.stdout.split_whitespace().collect();
    let shown = words.join(" ");
    assert!(shown.contains("in 5 of 7 places in 2 files"), "{}", together.shown());
    assert!(!together.stdout.contains("a.md:"), "{}", together.shown());
    // A file whose configuration leaves the rule out neither gets findings nor gives evidence.
    let config = "[[overrides]]\npaths = [\"a.md\"]\nignore = [\"term-inconsistent\"]\n";
    folder.write("duizhao.toml", config.as_bytes());
    let without = folder.run(&["check", "."]);
    assert_eq!(told(&without), 0, "{}", without.shown());
}

#[test]
fn standard_input_may_stand_for_a_file() {
    let folder = Folder::new(&[
        ("talks/duizhao.toml", "ignore = [\"untranslated\"]\n"),
        ("talks/talk.md", CLEAN),
    ]);
    let run = |args: &[&str], input: &str| {
        folder.run_on(&[&["check", "--format", "json"], args].concat(), input.as_bytes())
    };
    let paths = |run: &Run| -> Vec<String> {
        let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        let files = report["files"].as_array().expect("files").iter();
        files.map(|file| file["path"].as_str().expect("a path").to_owned()).collect()
    };
    // The configuration is that of the file's folder, and what stands in the file itself does not count.
    let named = run(&["--stdin-filename", "talks/talk.md"], FAULTY);
    assert!(!named.stdout.contains("\"untranslated\""), "{}", named.shown());
    assert_eq!(paths(&named), ["talks/talk.md"]);
    let elsewhere = run(&["-", "--stdin-filename", "talk.md"], FAULTY);
    assert!(elsewhere.stdout.contains("\"untranslated\""), "{}", elsewhere.shown());
    // The name says of what kind the text is, though there be no such file.
    let row = "{\"zh\": \"他们有 300 名员工。\", \"en\": \"They have 3,000.\"}\n";
    let rows = run(&["--stdin-filename", "new.jsonl"], row);
    assert_eq!((rows.status, paths(&rows)), (Some(1), vec!["new.jsonl".to_owned()]));
    // An editor that checks all that is saved asks for files that are no texts of ours to be passed by.
    let notes = ["--as-found", "--stdin-filename", "notes.md"];
    assert_eq!(run(&notes, "# Notes\n\nIn English only.\n").status, Some(0));
    let excluded = ["--as-found", "--stdin-filename", "talks/talk.md"];
    folder.write("talks/duizhao.toml", b"exclude = [\"talk.md\"]\n");
    assert_eq!(paths(&run(&excluded, FAULTY)), [""; 0]);
}

#[test]
fn a_name_for_standard_input_needs_it_to_be_read() {
    let folder = Folder::new(&[("talk.md", CLEAN)]);
    let run = folder.run(&["check", "talk.md", "--stdin-filename", "other.md"]);
    assert_eq!(run.status, Some(2), "{}", run.shown());
    assert!(run.stderr.contains("`--stdin-filename` names the text on standard input"));
}
