//! What the program writes.

use insta::assert_snapshot;
use serde_json::Value;

use crate::harness::{CLEAN, FAULTY, Folder, shared};

const SCHEMA: &str = include_str!("../../reports/report.schema.json");

fn assert_valid(report: &str) -> Value {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let report: Value = serde_json::from_str(report).expect("the report is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let errors: Vec<String> = validator.iter_errors(&report).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    report
}

#[test]
fn text() {
    let folder = Folder::new(&[("talk.md", FAULTY)]);
    assert_snapshot!(folder.run(&["check", "talk.md"]).shown());
}

#[test]
fn text_is_coloured_on_demand_only() {
    let folder = Folder::new(&[("talk.md", FAULTY)]);
    let plain = folder.run(&["check", "talk.md"]).stdout;
    assert!(!plain.contains('\u{1b}'));
    let coloured = folder.run(&["check", "talk.md", "--color", "always"]).stdout;
    let stripped =
        regex_lite::Regex::new("\u{1b}\\[[0-9;]*m").expect("valid").replace_all(&coloured, "");
    assert_eq!(stripped, plain);
}

#[test]
fn no_line_is_wider_than_eighty_cells() {
    let long = format!(
        "**Ann:** 我们三年前在上海谈过一次，{}\n\n**Ann:** We talked once in Shanghai three years ago.\n",
        "那时候大家都很忙，".repeat(60)
    );
    let folder = Folder::new(&[("talk.md", &long)]);
    let run = folder.run(&["check", "talk.md"]);
    assert!(run.stdout.contains("length-ratio"), "{}", run.shown());
    for line in run.stdout.lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
    }
}

#[test]
fn what_a_transcript_says_cannot_act_on_the_terminal() {
    let text = FAULTY.replace("那是在春天", "那是\u{1b}[2J在\u{202e}春天");
    let folder = Folder::new(&[("talk.md", &text)]);
    let run = folder.run(&["check", "talk.md"]);
    assert!(run.stdout.contains("\\u{1b}[2J"), "{}", run.shown());
    assert!(!run.stdout.contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn json_follows_its_schema() {
    let folder = Folder::new(&[("talk.md", FAULTY)]);
    let run = folder.run(&["check", "talk.md", "--format", "json"]);
    let report = assert_valid(&run.stdout);
    assert_eq!(report["schema"], "duizhao-report/1");
    let finding = &report["files"][0]["findings"][0];
    assert_eq!(finding["rule"], "untranslated");
    assert_eq!(finding["en"]["turn"], "E2");
    assert_eq!(finding["en"]["start"]["line"], 7);
    assert_eq!(finding["en"]["start"]["column"], 10);
    let byte = finding["en"]["start"]["byte"].as_u64().expect("a byte") as usize;
    assert!(FAULTY[byte..].starts_with("是的，那是在春天。\n\n**Ann"), "{byte}");
}

#[test]
fn sarif_names_every_rule_and_both_places() {
    let text = FAULTY.replace("**Ann:** And then?", "**Bob:** And then?");
    let folder = Folder::new(&[("a b.md", &text)]);
    let run = folder.run(&["check", "a b.md", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let run = &log["runs"][0];
    assert_eq!(
        (&log["version"], &run["columnKind"]),
        (&"2.1.0".into(), &"unicodeCodePoints".into())
    );
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let listed = folder.run(&["rules"]).stdout.lines().count();
    assert_eq!(rules.len(), listed);
    let results = run["results"].as_array().expect("results");
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert_eq!(uri, "a%20b.md");
    }
    let speaker = results.iter().find(|result| result["ruleId"] == "speaker-mismatch");
    let speaker = speaker.expect("a finding");
    let line = |places: &str| &speaker[places][0]["physicalLocation"]["region"]["startLine"];
    assert_eq!((line("locations"), line("relatedLocations")), (&11.into(), &9.into()));
}

#[test]
fn a_report_beside_the_main_one_and_one_instead_of_standard_output() {
    let folder = Folder::new(&[("talk.md", FAULTY)]);
    let run = folder.run(&["check", "talk.md", "--report", "json=beside.json"]);
    assert!(run.stdout.contains("untranslated"));
    assert_valid(&folder.read("beside.json"));
    let run = folder.run(&["check", "talk.md", "--format", "json", "--output", "main.json"]);
    assert_eq!(run.stdout, "");
    assert_eq!(folder.read("main.json"), folder.read("beside.json"));
}

#[test]
fn a_report_in_a_file_is_whole_and_plain_whatever_the_terminal_is_shown() {
    let folder = Folder::new(&[("talk.md", FAULTY)]);
    let plain = folder.run(&["check", "talk.md"]).stdout;
    let check = |args: &[&str]| {
        let mut command = folder.command(&[&["check", "talk.md"], args].concat());
        // As on a terminal.
        command.env("CLICOLOR_FORCE", "1");
        String::from_utf8(command.output().expect("it starts").stdout).expect("UTF-8")
    };
    let shown = check(&["--report", "text=beside.txt", "--quiet"]);
    assert!(shown.contains('\u{1b}') && !shown.contains("error["), "{shown}");
    assert_eq!(folder.read("beside.txt"), plain);
    check(&["--output", "main.txt"]);
    assert_eq!(folder.read("main.txt"), plain);
    assert!(check(&["--output", "-"]).contains('\u{1b}'), "`-` is no file");
    check(&["--report", "text=beside.txt", "--color", "always"]);
    assert!(folder.read("beside.txt").contains('\u{1b}'), "this is asked for");
}

/// On a real terminal, where there is a program that makes one.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_no_file() {
    let folder = Folder::new(&[("talk.md", FAULTY)]);
    let plain = folder.run(&["check", "talk.md"]).stdout;
    let check = |args: &str| folder.on_terminal(&format!("check talk.md {args}"));
    let Some(shown) = check("--report text=beside.txt") else { return };
    assert!(shown.contains("\u{1b}[1;31m") && shown.contains("\u{1b}]8;;file"), "{shown}");
    assert_eq!(folder.read("beside.txt"), plain);
    assert_eq!(check("--output -").expect("a terminal"), check("").expect("a terminal"));
}

/// What a terminal is said to show, and what the user wants of it.
#[cfg(target_os = "linux")]
#[test]
fn colours_are_where_they_are_wanted() {
    let folder = Folder::new(&[("talk.md", FAULTY)]);
    let escapes = |variables| {
        let shown = folder.on_terminal_where("check talk.md", variables)?;
        Some((shown.contains("\u{1b}["), shown.contains("\u{1b}]8;;")))
    };
    for (variables, expected) in [
        (&[("TERM", "xterm")][..], (true, true)),
        (&[("TERM", "dumb")], (false, false)),
        (&[("TERM", "dumb"), ("FORCE_COLOR", "1")], (true, false)),
        (&[("NO_COLOR", "1")], (false, false)),
        (&[("NO_COLOR", "1"), ("FORCE_COLOR", "1")], (false, false)),
        (&[("CLICOLOR", "0")], (false, false)),
    ] {
        let Some(found) = escapes(variables) else { return };
        assert_eq!(found, expected, "{variables:?}");
    }
    for (name, value, colours) in
        [("FORCE_COLOR", "1", true), ("FORCE_COLOR", "0", false), ("CLICOLOR_FORCE", "1", true)]
    {
        let mut command = folder.command(&["check", "talk.md"]);
        let output = command.env(name, value).output().expect("it starts");
        assert_eq!(output.stdout.contains(&0x1b), colours, "{name}={value}");
    }
}

#[test]
fn one_line_for_each_finding() {
    let folder = Folder::new(&[("talk.md", FAULTY), ("b.md", FAULTY), ("clean.md", CLEAN)]);
    let run = folder.run(&["check", "talk.md", "b.md", "--format", "concise"]);
    assert_eq!(run.status, Some(1));
    assert_snapshot!(run.stdout);
    assert_eq!(folder.run(&["check", "clean.md", "--format", "concise"]).shown(), "status 0\n");
    // It is the same from a report that was kept, and beside another one.
    let args = ["check", "talk.md", "b.md", "--format", "json", "--report", "concise=beside.txt"];
    folder.write("kept.json", folder.run(&args).stdout.as_bytes());
    assert_eq!(folder.run(&["render", "kept.json", "--format", "concise"]).stdout, run.stdout);
    assert_eq!(folder.read("beside.txt"), run.stdout);
}

#[test]
fn a_line_for_each_rule() {
    let folder = Folder::new(&[("talk.md", &FAULTY.repeat(12)), ("clean.md", CLEAN)]);
    let run = folder.run(&["check", "talk.md", "--statistics", "--report", "json=beside.json"]);
    assert_eq!(run.status, Some(1));
    assert_snapshot!(run.stdout);
    assert_valid(&folder.read("beside.json"));
    let clean = folder.run(&["check", "clean.md", "--statistics"]).stdout;
    assert_eq!(clean, "No findings in 1 file, 2 pairs.\n");
    assert_eq!(folder.run(&["check", ".", "--statistics", "--format", "json"]).status, Some(2));
}

#[test]
fn a_quiet_run_prints_one_line() {
    let folder = Folder::new(&[("talk.md", FAULTY), ("clean.md", CLEAN)]);
    let quiet = folder.run(&["check", "talk.md", "--quiet"]);
    let loud = folder.run(&["check", "talk.md"]).stdout;
    assert_eq!(quiet.stdout.lines().count(), 1, "{}", quiet.shown());
    assert!(loud.lines().any(|line| line == quiet.stdout.trim_end()), "{}", quiet.shown());
    let clean = folder.run(&["check", "clean.md", "--quiet"]).stdout;
    assert_eq!(clean, folder.run(&["check", "clean.md"]).stdout);
}

#[test]
fn the_exit_status_follows_fail_on() {
    let folder = Folder::new(&[("talk.md", FAULTY)]);
    let status = |args: &[&str]| folder.run(&[&["check", "talk.md"], args].concat()).status;
    assert_eq!(status(&[]), Some(1));
    assert_eq!(status(&["--fail-on", "never"]), Some(0));
    assert_eq!(status(&["--ignore", "untranslated,pairing"]), Some(0));
    assert_eq!(status(&["--select", "speaker"]), Some(0));
    assert_eq!(status(&["--select", "untranslated", "--quiet"]), Some(1));
}

#[test]
fn the_same_bytes_for_any_number_of_threads() {
    let Some(shared) = shared() else { return };
    let folder = Folder::new(&[]);
    let transcripts = shared.join("transcripts").canonicalize().expect("a folder");
    let transcripts = transcripts.to_str().expect("UTF-8");
    for format in ["text", "json"] {
        let run =
            |jobs| folder.run(&["check", transcripts, "--format", format, "--jobs", jobs]).stdout;
        let one = run("1");
        assert_eq!(one, run("2"));
        assert_eq!(one, run("7"));
        if format == "json" {
            assert_valid(&one);
        }
    }
}

#[test]
fn rules_and_explain() {
    let folder = Folder::new(&[]);
    let list = folder.run(&["rules"]).stdout;
    for line in list.lines() {
        let id = line.split(' ').next().expect("a name");
        let page = folder.run(&["explain", id]);
        assert_eq!(page.status, Some(0), "{id}");
        assert!(page.stdout.starts_with(&format!("{id}\n")) && page.stdout.contains("--ignore"));
    }
    assert_snapshot!(folder.run(&["explain", "untranslated"]).stdout);
    let json: Value =
        serde_json::from_str(&folder.run(&["rules", "--format", "json"]).stdout).expect("JSON");
    let polarity = json.as_array().expect("rules").iter().find(|rule| rule["id"] == "polarity");
    assert_eq!(polarity.expect("a rule")["severity"], "warning");
    let group = folder.run(&["explain", "number"]);
    assert_eq!(group.status, Some(2));
    assert_snapshot!(group.stderr, @"duizhao: `number` is a group of rules; name one of them: number-mismatch, number-missing, number-extra");
    assert!(folder.run(&["rules", "--help"]).stdout.contains("Groups: pairing, "));
}

#[test]
fn a_page_says_how_its_rule_is_switched() {
    // Lines break anywhere.
    let page = |id| {
        let page = Folder::new(&[]).run(&["explain", id]).stdout;
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(page("number-extra").contains("`--ignore number` all rules of its group"));
    // No other rule is called `untranslated-…`, nor `length-…`.
    for id in ["untranslated", "length-ratio", "polarity"] {
        assert!(!page(id).contains("rules of its group"), "{id}");
    }
    assert!(page("polarity").contains("`polarity = \"off\"` under `[severity]`"));
    assert!(!page("untranslated").contains("--select"));
}

#[test]
fn a_glossary_becomes_a_lexicon_that_is_used() {
    let glossary = "zh,en\n灯塔计划,Project Beacon\n,nothing\n";
    let talk =
        "**安：** 我们明年开始灯塔计划。\n\n**Ann:** We start the lighthouse plan next year.\n";
    let folder = Folder::new(&[("terms.csv", glossary), ("talk.md", talk)]);
    let run = folder.run(&["lexicon", "import", "terms.csv", "--output", "terms.toml"]);
    assert_snapshot!(run.shown());
    assert_eq!(folder.run(&["lexicon", "check", "terms.toml"]).status, Some(0));
    for args in
        [&["check", "talk.md", "--lexicon", "terms.csv"][..], &["lexicon", "check", "terms.csv"]]
    {
        let run = folder.run(args);
        assert_eq!(run.status, Some(2));
        let says = "make one of it first: duizhao lexicon import terms.csv -o terms.toml\n";
        assert!(run.stderr.ends_with(says), "{}", run.stderr);
    }
    let check = folder.run(&["check", "talk.md", "--lexicon", "terms.toml"]);
    assert!(
        check.stdout.contains("“灯塔计划” is “Project Beacon” in the lexicon"),
        "{}",
        check.shown()
    );
    let malformed = Folder::new(&[("terms.toml", "[[term]]\nzh = \"一\"\n"), ("talk.md", talk)]);
    assert_snapshot!(malformed.run(&["check", "talk.md", "--lexicon", "terms.toml"]).shown());
}
