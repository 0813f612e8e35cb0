//! Every format, fed with findings that would like to be something else.

use quick_xml::events::Event;
use quick_xml::reader::Reader;
use serde_json::Value;

use crate::harness::Folder;

const FORMATS: &[&str] = &[
    "text",
    "json",
    "jsonl",
    "html",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "checkstyle",
    "rdjson",
    "markdown",
];

/// Control characters, quotes, tags, commands, emoji and text from right to left; a finding with one
/// side, one with many turns, and a clean file.
fn nasty() -> Folder {
    let nasty = "\
**\"甲\" <b>：** 收入是 50 亿美元]]> 很多 😀，见 | `x` @someone %0A::error::oops。

**\"A\" <b>:** Revenue was $50 billion ]]> \u{202e}abc\u{202c} | `x` @someone %0A::error::oops \u{7}.

**乙：** 我们当中有 70 个人去了 שלום 那里。

**B:** Of us, 80 people went there, שלום.

**甲：** 后来大家都回家了，因为下雨，路上也没有车。

**\"A\" <b>:** 后来大家都回家了，因为下雨，路上也没有车。
";
    Folder::new(&[("a,b:c %.md", nasty), ("clean.md", crate::harness::CLEAN)])
}

fn rendered(folder: &Folder, format: &str) -> String {
    let run = folder.run(&["check", "a,b:c %.md", "clean.md", "--format", format]);
    assert_eq!(run.status, Some(1), "{format}: {}", run.stderr);
    run.stdout
}

#[test]
fn a_saved_report_renders_as_the_run_did() {
    let folder = nasty();
    folder.write("report.json", rendered(&folder, "json").as_bytes());
    for format in FORMATS {
        let again = folder.run(&["render", "report.json", "--format", format]);
        assert_eq!(again.status, Some(0), "{format}: {}", again.stderr);
        assert_eq!(again.stdout, rendered(&folder, format), "{format}");
    }
    for (name, text, says) in [
        ("no.json", "nonsense", "is no JSON"),
        ("other.json", "{\"schema\": \"x/2\"}", "is of schema `x/2`"),
        ("none.json", "{}", "it names no schema"),
    ] {
        folder.write(name, text.as_bytes());
        let run = folder.run(&["render", name, "--format", "text"]);
        assert_eq!(run.status, Some(2));
        assert!(run.stderr.contains(says), "{}", run.stderr);
    }
}

#[test]
fn sarif_is_valid() {
    let schema = include_str!("../schemas/sarif-2.1.0.json");
    // One pattern of the published schema is no regular expression.
    let schema = schema.replace("-[a-zA-Z]{2}]?$", "(-[a-zA-Z]{2})?$");
    let schema: Value = serde_json::from_str(&schema).expect("the schema");
    let sarif: Value = serde_json::from_str(&rendered(&nasty(), "sarif")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<String> =
        validator.iter_errors(&sarif).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let run = &sarif["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let uri = &run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "a%2Cb%3Ac%20%25.md");
    // What is certain can be applied.
    let results = run["results"].as_array().expect("results");
    let fixed = results.iter().find(|result| result["ruleId"] == "number-mismatch").expect("one");
    let change = &fixed["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "a%2Cb%3Ac%20%25.md");
    let replacement = &change["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "$5 billion");
    assert_eq!(replacement["deletedRegion"], fixed["locations"][0]["physicalLocation"]["region"]);
}

/// The names and attributes of all elements; fails where the text is no well-formed XML.
fn elements(xml: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) | Event::Empty(start) => {
                let name = start.name().as_ref().to_owned();
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.expect("an attribute");
                    let key = attribute.key.as_ref().to_owned();
                    let value = attribute.value.into_owned();
                    (key, value)
                });
                found.push((name, attributes.collect()));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn has(attributes: &[(String, String)], names: &[&str]) -> bool {
    names.iter().all(|name| attributes.iter().any(|(key, _)| key == name))
}

/// There is no one schema of JUnit's reports; this is read by a library that others write theirs with.
#[test]
fn junit_is_what_ci_servers_read() {
    let folder = nasty();
    let stored = folder.run(&["check", ".", "--format", "json"]);
    let stored: Value = serde_json::from_str(&stored.stdout).expect("JSON");
    let xml = rendered(&folder, "junit");
    assert!(xml.chars().all(|c| !c.is_control() || c == '\n' || c == '\t'));
    let report = quick_junit::Report::deserialize_from_str(&xml).expect("a report of JUnit");
    assert_eq!(report.failures as u64, stored["summary"]["errors"].as_u64().expect("a count"));
    assert_eq!(report.test_suites.len(), 2);
    for suite in &report.test_suites {
        assert_eq!(suite.tests, suite.test_cases.len());
        for case in &suite.test_cases {
            let quick_junit::TestCaseStatus::NonSuccess { message, ty, .. } = &case.status else {
                // What the run does not fail for is told all the same.
                assert!(suite.failures == 0 || case.system_out.is_some());
                continue;
            };
            assert!(message.is_some() && ty.as_ref().is_some_and(|rule| found_rule(rule.as_str())));
        }
    }
}

#[test]
fn junit_fails_what_the_run_fails_for() {
    let talk =
        "**甲：** 这里 90% 的代码是模型写的。\n\n**A:** The code here is written by the model.\n";
    let folder = Folder::new(&[("talk.md", talk)]);
    let failures = |fail_on: &str| {
        let run = folder.run(&["check", "talk.md", "--format", "junit", "--fail-on", fail_on]);
        let report = quick_junit::Report::deserialize_from_str(&run.stdout).expect("JUnit");
        assert_eq!(report.tests, 1);
        (run.status, report.failures)
    };
    assert_eq!(failures("error"), (Some(0), 0));
    assert_eq!(failures("warning"), (Some(1), 1));
    assert_eq!(failures("never"), (Some(0), 0));
}

fn found_rule(name: &str) -> bool {
    duizhao::rules::find(name).is_some()
}

#[test]
fn checkstyle_is_well_formed() {
    let elements = elements(&rendered(&nasty(), "checkstyle"));
    let errors: Vec<_> = elements.iter().filter(|(name, _)| name == "error").collect();
    assert!(errors.len() >= 3);
    for (_, attributes) in errors {
        assert!(has(attributes, &["line", "column", "severity", "message", "source"]));
    }
}

#[test]
fn workflow_commands_cannot_be_forged() {
    let text = rendered(&nasty(), "github");
    for line in text.lines() {
        let command = line.strip_prefix("::").expect("every line is a command");
        assert!(
            ["error ", "warning ", "notice "].iter().any(|name| command.starts_with(name)),
            "{line}"
        );
        let properties = command.split("::").next().expect("properties");
        assert!(properties.contains("file=a%2Cb%3Ac %25.md"), "{line}");
    }
    // The gravest come first.
    let errors = text.lines().take_while(|line| line.starts_with("::error")).count();
    assert_eq!(errors, text.lines().filter(|line| line.starts_with("::error")).count());
}

#[test]
fn gitlab_gets_what_it_asks_for() {
    let issues: Vec<Value> = serde_json::from_str(&rendered(&nasty(), "gitlab")).expect("JSON");
    let mut fingerprints = std::collections::BTreeSet::new();
    for issue in &issues {
        for name in ["description", "check_name", "fingerprint", "severity"] {
            assert!(issue[name].is_string(), "{name}: {issue}");
        }
        assert!(
            ["info", "minor", "major", "critical", "blocker"]
                .contains(&issue["severity"].as_str().unwrap_or(""))
        );
        assert!(
            issue["location"]["path"].is_string() && issue["location"]["lines"]["begin"].is_u64()
        );
        assert!(fingerprints.insert(issue["fingerprint"].to_string()), "fingerprints differ");
    }
}

#[test]
fn rdjson_counts_bytes() {
    let folder = Folder::new(&[(
        "talk.md",
        "**甲：** 收入是 50 亿美元。\n\n**A:** Revenue was $50 billion.\n",
    )]);
    let run = folder.run(&["check", "talk.md", "--format", "rdjson"]);
    let result: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let diagnostic = &result["diagnostics"][0];
    // `**甲：** 收入是 ` is 4 signs, 2 spaces and 5 characters of three bytes.
    let line = "**甲：** 收入是 ";
    let chinese = &diagnostic["related_locations"][0]["location"]["range"]["start"];
    assert_eq!(chinese["column"], line.len() as u64 + 1);
    assert_eq!(diagnostic["code"]["value"], "number-mismatch");
    assert_eq!(diagnostic["location"]["range"]["start"]["line"], 3);
    assert_eq!(diagnostic["suggestions"][0]["range"], diagnostic["location"]["range"]);
}

#[test]
fn markdown_calls_nobody_and_renders_no_tags() {
    let text = rendered(&nasty(), "markdown");
    assert!(text.starts_with("### duizhao"));
    for forbidden in ["@someone", "<b>", "`x`"] {
        assert!(!text.contains(forbidden), "{forbidden}: {text}");
    }
    let folder = Folder::new(&[("clean.md", crate::harness::CLEAN)]);
    let clean = folder.run(&["check", "clean.md", "--format", "markdown"]).stdout;
    assert!(clean.contains("No findings"));
}

/// The side to blame in each finding of the sample, by rule.
#[test]
fn a_finding_stands_where_its_fault_is() {
    let sample = include_str!("../data/sample.md");
    let folder = Folder::new(&[("sample.md", sample)]);
    let run = folder.run(&["check", "sample.md", "--format", "jsonl"]);
    let findings: Vec<Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let side = |rule: &str| {
        let finding = findings.iter().find(|finding| finding["rule"] == rule).expect(rule);
        finding["side"].as_str().expect("a side").to_owned()
    };
    // The number that has no counterpart, the term that is lost, the turn that nothing translates.
    for rule in ["number-missing", "term-missing", "pairing-missing"] {
        assert_eq!(side(rule), "zh", "{rule}");
    }
    for rule in [
        "number-mismatch",
        "number-extra",
        "term-forbidden",
        "turn-truncated",
        "pairing-duplicate",
        "untranslated",
        "length-ratio",
    ] {
        assert_eq!(side(rule), "en", "{rule}");
    }
    // They come in the order of the lines that are shown.
    let shown = |finding: &Value| {
        let place = &finding[finding["side"].as_str().expect("a side")];
        (place["start"]["line"].as_u64(), place["start"]["column"].as_u64())
    };
    assert!(findings.is_sorted_by_key(shown));
    let text = folder.run(&["check", "sample.md"]).stdout;
    assert!(text.contains("  --> sample.md:23:31 (Chinese: 21:26)"), "{text}");
}

#[test]
fn two_files_are_both_named() {
    let zh = "甲：收入是 50 亿美元。\n";
    let en = "A: Revenue was $50 billion.\n";
    let folder = Folder::new(&[("talk.zh.md", zh), ("talk.en.md", en)]);
    let run = |format: &str| {
        let args = ["check", "--zh", "talk.zh.md", "--en", "talk.en.md", "--format", format];
        folder.run(&args).stdout
    };
    let line: Value = serde_json::from_str(&run("jsonl")).expect("JSON");
    assert_eq!((&line["path"], &line["en_path"]), (&"talk.zh.md".into(), &"talk.en.md".into()));
    assert!(run("text").contains("  --> talk.en.md:1:16 (Chinese: talk.zh.md:1:7)"));
    // Each format names the file and the line that is to be changed, and those that know another place the Chinese.
    for (format, named) in [
        ("github", &["::error file=talk.en.md,line=1,endLine=1,col=16,endColumn=27,"][..]),
        ("gitlab", &["\"path\": \"talk.en.md\""]),
        ("markdown", &[" · talk.en.md:1: "]),
        ("junit", &["talk.en.md:1:16: E1 $50 billion", "talk.zh.md:1:7: Z1 50 亿美元"]),
        ("concise", &["talk.en.md:1:16: error[number-mismatch] "]),
    ] {
        let text = run(format);
        for named in named {
            assert_eq!(text.matches(named).count(), 1, "{format}: {text}");
        }
    }
    let checkstyle = run("checkstyle");
    let (zh_file, en_file) = checkstyle.split_once("<file name=\"talk.en.md\">").expect("both");
    assert!(zh_file.contains("<file name=\"talk.zh.md\">") && !zh_file.contains("<error"));
    assert!(en_file.contains("<error line=\"1\" column=\"16\""), "{checkstyle}");
    let json = |format: &str| -> Value { serde_json::from_str(&run(format)).expect("JSON") };
    let result = &json("sarif")["runs"][0]["results"][0];
    let place = |list: &str| {
        let place = &result[list][0]["physicalLocation"];
        (place["artifactLocation"]["uri"].clone(), place["region"]["startColumn"].clone())
    };
    assert_eq!(place("locations"), ("talk.en.md".into(), 16.into()));
    assert_eq!(place("relatedLocations"), ("talk.zh.md".into(), 7.into()));
    let change = &result["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "talk.en.md");
    let diagnostic = &json("rdjson")["diagnostics"][0];
    let path = |place: &Value| place["location"]["path"].clone();
    assert_eq!(path(diagnostic), "talk.en.md");
    assert_eq!(path(&diagnostic["related_locations"][0]), "talk.zh.md");
    assert_eq!(diagnostic["suggestions"][0]["range"], diagnostic["location"]["range"]);
}

#[test]
fn what_is_to_be_written_is_told_everywhere() {
    let folder = Folder::new(&[(
        "talk.md",
        "**甲：** 收入是 50 亿美元。\n\n**A:** Revenue was $50 billion.\n",
    )]);
    for format in ["text", "github", "gitlab", "checkstyle", "markdown", "junit"] {
        let text = folder.run(&["check", "talk.md", "--format", format]).stdout;
        assert!(text.replace('\\', "").contains("write: $5 billion"), "{format}: {text}");
    }
}

/// GitHub drops what comes after ten of a kind.
#[test]
fn annotations_are_the_ten_of_each_kind_that_github_shows() {
    let row = |at: usize| format!("收入是 {at} 亿美元。\tRevenue was ${at} billion.\n");
    let rows: String = (11..40).map(row).collect();
    let folder = Folder::new(&[("a.tsv", rows.as_str()), ("b.tsv", row(7).as_str())]);
    let run = folder.run(&["check", "a.tsv", "b.tsv", "--format", "github"]);
    let errors = run.stdout.lines().filter(|line| line.starts_with("::error ")).count();
    assert_eq!(errors, 10, "{}", run.stdout);
    let last = run.stdout.lines().last().expect("a line");
    assert!(
        last.starts_with("::notice title=duizhao::20 more errors (19 in a.tsv, 1 in b.tsv)"),
        "{last}"
    );
}

/// What stands in the file is quoted, and a finding on `%d` is not the same as one on `%s`.
#[test]
fn placeholders_are_quoted() {
    let po = |mark: &str| format!("msgid \"Delete {mark} files?\"\nmsgstr \"删除文件？\"\n");
    let xliff = "<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"zh\"><body>\
                 <trans-unit id=\"1\"><source>Delete <x id=\"1\"/>now</source><target>现在删除</target></trans-unit>\
                 </body></file></xliff>";
    let folder =
        Folder::new(&[("d.po", po("%d").as_str()), ("s.po", po("%s").as_str()), ("x.xlf", xliff)]);
    let finding = |name: &str| -> Value {
        let run = folder.run(&["check", name, "--format", "jsonl"]);
        serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{name}: {}", run.shown()))
    };
    let (d, s) = (finding("d.po"), finding("s.po"));
    assert_eq!(d["en"]["text"], "Delete %d files?");
    assert_ne!(d["fingerprint"], s["fingerprint"]);
    assert_eq!(finding("x.xlf")["en"]["text"], "Delete <x 1>now");
}

/// Z70 stands nowhere in the file.
#[test]
fn the_lines_of_a_run_are_told() {
    let sample = include_str!("../data/sample.md");
    let folder = Folder::new(&[("sample.md", sample)]);
    for format in ["text", "markdown", "html"] {
        let text = folder.run(&["check", "sample.md", "--format", format]).stdout;
        assert!(text.contains("Z7 and Z8: lines 33–35"), "{format}");
    }
}

#[test]
fn several_reports_in_one_run() {
    let folder = nasty();
    let run = folder.run(&[
        "check",
        "a,b:c %.md",
        "--report",
        "html=r/x.html",
        "--report",
        "sarif=x.sarif",
    ]);
    assert_eq!(run.status, Some(2), "the folder is not there");
    assert!(run.stderr.contains("r/x.html"));
    folder.write("r/.keep", b"");
    let run = folder.run(&[
        "check",
        "a,b:c %.md",
        "--report",
        "html=r/x.html",
        "--report",
        "sarif=x.sarif",
    ]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert!(folder.read("r/x.html").starts_with("<!doctype html>"));
    assert!(folder.read("x.sarif").contains("\"2.1.0\""));
}
