//! What a corpus is like as a whole: of another format, cut off, in other languages, with its columns exchanged;
//! and what it calls its rows.

use serde_json::Value;

use crate::harness::{Folder, Run};

/// A unit with a fault that is found.
const TU: &str = "<tu tuid=\"a &amp; 7\"><tuv xml:lang=\"zh\"><seg>收入是 50 亿美元。</seg></tuv><tuv xml:lang=\"en\"><seg>Revenue was $50 billion.</seg></tuv></tu>\n";
const UNIT: &str = "<trans-unit id=\"u-1\"><source>收入是 50 亿美元。</source><target>Revenue was $50 billion.</target></trans-unit>\n";
const XLIFF: &str =
    "<xliff version=\"1.2\">\n<file source-language=\"zh\" target-language=\"en\">\n<body>\n";

fn check(name: &str, text: &str) -> Run {
    Folder::new(&[(name, text)]).run(&["check", name, "--format", "jsonl"])
}

/// What the program says on standard error, without its name.
fn told(run: &Run) -> &str {
    run.stderr.strip_prefix("duizhao: ").unwrap_or(&run.stderr)
}

fn fields(run: &Run, name: &str) -> Vec<Value> {
    let finding = |line: &str| -> Value { serde_json::from_str(line).expect("JSON") };
    run.stdout.lines().map(|line| finding(line)[name].clone()).collect()
}

#[test]
fn a_file_that_is_none_of_its_format_or_cut_off_is_an_error() {
    let long = TU.repeat(1500);
    for (name, text, says, found) in [
        ("b.xlf", "hello\n", "b.xlf:2: expected the root element <xliff>, found none", 0),
        ("b.tmx", "hello", "b.tmx:1: expected the root element <tmx>, found none", 0),
        (
            "b.xlf",
            "<!DOCTYPE html>\n<html><body><p>hello</body></html>\n",
            "b.xlf:2: expected the root element <xliff>, found <html>",
            0,
        ),
        ("b.tmx", &format!("<tmx><body>\n{TU}"), "b.tmx:3: the file ends before `</body>`", 1),
        (
            "b.tmx",
            &format!("<tmx><body>\n{long}</body>\n"),
            "b.tmx:1503: the file ends before `</tmx>`: it is cut off",
            1500,
        ),
        ("b.xlf", &format!("{XLIFF}{UNIT}"), "b.xlf:5: the file ends before `</body>`", 1),
        (
            "b.tmx",
            &format!("<tmx><body>\n{TU}</bdy></tx>\n"),
            "b.tmx:3: this is no XML: expected `</body>`, found `</bdy>`",
            1,
        ),
        ("b.po", "# a note\n", "b.po:2: expected messages of gettext (`msgid`), found none", 0),
        (
            "b.po",
            "msgid \"\"\nmsgstr \"\"\n\nmsgid \"Save\"\n",
            "b.po:4: the message has no `msgstr`",
            0,
        ),
    ] {
        let run = check(name, text);
        assert_eq!(run.status, Some(2), "{text}");
        assert!(told(&run).starts_with(says), "{says}: {}", run.stderr);
        assert_eq!((run.stderr.lines().count(), run.stdout.lines().count()), (1, found), "{text}");
    }
    // Nobody should hear that nothing was found in it.
    let run = Folder::new(&[("b.xlf", "hello\n")]).run(&["check", "b.xlf"]);
    assert_eq!(run.stdout, "");
    for (name, text) in [
        (
            "a.tmx",
            "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\"><header/><body/></tmx>\n",
        ),
        (
            "a.xlf",
            "<x:xliff xmlns:x=\"urn:x\"><x:file source-language=\"zh\"><x:body/></x:file></x:xliff>",
        ),
        ("a.po", "msgid \"\"\nmsgstr \"Language: zh\\n\"\n"),
        ("b.po", "#~ msgid \"Save\"\n#~ msgstr \"保存\"\n"),
    ] {
        let run = check(name, text);
        assert_eq!(run.status, Some(0), "{text}: {}", run.stderr);
    }
}

#[test]
fn other_languages_are_refused() {
    let xliff = |languages: &str| {
        format!("<xliff version=\"1.2\"><file {languages}>\n<body>\n{UNIT}</body></file></xliff>\n")
    };
    let po = |language: &str| {
        format!(
            "msgid \"\"\nmsgstr \"\"\n\"X: y\\n\"\n\"Language: {language}\\n\"\n\nmsgid \"5 files\"\nmsgstr \"6 个文件\"\n"
        )
    };
    let refused = [
        ("source-language=\"en\" target-language=\"ja\"", "en and ja"),
        ("source-language=\"fr\"", "fr"),
        ("source-language=\"en\" target-language=\"en-GB\"", "en and en-GB"),
    ];
    for (languages, says) in refused {
        let run = check("a.xlf", &xliff(languages));
        let says = format!("a.xlf:1: the file is in {says}: expected Chinese and English\n");
        assert_eq!((run.status, run.stdout.as_str(), told(&run)), (Some(2), "", says.as_str()));
    }
    let newer = "<xliff version=\"2.0\" srcLang=\"de\" trgLang=\"zh\"></xliff>";
    assert!(check("a.xliff", newer).stderr.contains("the file is in de and zh"));
    let run = check("a.po", &po("fr_CA"));
    let says = "a.po:4: the file is in fr_CA: expected Chinese and English\n";
    assert_eq!((run.status, run.stdout.as_str(), told(&run)), (Some(2), "", says));
    for languages in [
        "source-language=\"zh-Hans\" target-language=\"en-GB\"",
        "source-language=\"zh\"",
        "source-language=\"und\" target-language=\"\"",
    ] {
        assert_eq!(fields(&check("a.xlf", &xliff(languages)), "rule"), ["number-mismatch"]);
    }
    for language in ["zh_CN", "", "en"] {
        let run = check("a.po", &po(language));
        assert_eq!(fields(&run, "rule"), ["number-mismatch"], "{language}: {}", run.stderr);
    }
    // What came before them is told.
    let second = "<xliff version=\"1.2\"><file source-language=\"zh\" target-language=\"ja\"></file></xliff>";
    let two = xliff("source-language=\"zh\" target-language=\"en\"")
        .replace("</xliff>", second.trim_start_matches("<xliff version=\"1.2\">"));
    let run = check("a.xlf", &two);
    assert_eq!((fields(&run, "rule").len(), run.status), (1, Some(2)));
    assert!(told(&run).starts_with("a.xlf:4: the file is in zh and ja"), "{}", run.stderr);
}

#[test]
fn columns_that_are_exchanged_are_told_once() {
    let rows: String = (0..60)
        .map(|at| format!("Revenue was $5 billion in week {at}.\t第 {at} 周的收入是 50 亿美元。\n"))
        .collect();
    let says = |name: &str, order: &str| {
        format!("{name}: column 1 is English and column 2 Chinese: use --columns {order}\n")
    };
    let folder = Folder::new(&[
        ("rows.tsv", rows.as_str()),
        ("rows.csv", &rows.replace('\t', ",")),
        ("head.tsv", &format!("source\ttarget\n{rows}")),
    ]);
    for name in ["rows.tsv", "rows.csv", "head.tsv"] {
        let run = folder.run(&["check", name, "--format", "jsonl"]);
        assert_eq!((run.status, run.stdout.as_str()), (Some(2), ""), "{name}");
        assert_eq!(told(&run), says(name, "2,1"));
        let sample = folder.run(&["check", name, "--sample", "3"]);
        assert_eq!(told(&sample), says(name, "2,1"));
        let run = folder.run(&["check", name, "--format", "jsonl", "--columns", "2,1"]);
        assert_eq!((run.status, fields(&run, "rule").len()), (Some(0), 0), "{}", run.stdout);
    }
    // A few rows may be what is wrong with a file.
    let right: String =
        (0..40).map(|at| format!("他来了 {at} 次。\tHe came {at} times.\n")).collect();
    folder.write(
        "some.tsv",
        (rows.lines().take(10).map(|row| format!("{row}\n")).collect::<String>() + &right)
            .as_bytes(),
    );
    let run = folder.run(&["check", "some.tsv", "--format", "jsonl"]);
    assert_eq!((run.status, run.stdout.lines().count()), (Some(1), 20), "{}", run.stderr);
}

#[test]
fn heads_and_columns_have_names() {
    let row = ["收入是 50 亿美元。", "Revenue was $50 billion."];
    for head in [
        "source\ttarget",
        "Source\tTarget\tscore",
        "原文\t译文",
        "zh-CN\ten-US",
        "Chinese\tEnglish",
        "中文\t英文",
    ] {
        let run = check("rows.tsv", &format!("{head}\n{}\n", row.join("\t")));
        assert_eq!(fields(&run, "rule"), ["number-mismatch"], "{head}");
        assert_eq!(fields(&run, "pair"), [1], "{head}");
    }
    let table = format!("key,\"Original text\",quality,翻译\n7,{},good,{}\n", row[1], row[0]);
    let folder = Folder::new(&[("rows.csv", table.as_str())]);
    let run =
        folder.run(&["check", "rows.csv", "--columns", "翻译, original text", "--format", "jsonl"]);
    assert_eq!(fields(&run, "rule"), ["number-mismatch"], "{}", run.stderr);
    for name in ["rows.tsv", "rows.csv"] {
        let parted = if name == "rows.tsv" { "\t" } else { "," };
        let run = check(name, &format!("\n\r\nen{parted}zh\n{}{parted}{}\n", row[1], row[0]));
        assert_eq!(fields(&run, "pair"), [1], "{name}: {}", run.stderr);
    }
    // A comma or a line may end inside a name.
    for head in ["\"note, short\",zh,en", "\"note\nshort\",\"zh\",\"en\""] {
        let run = check("rows.csv", &format!("{head}\nx,{},{}\n", row[0], row[1]));
        assert_eq!(fields(&run, "rule"), ["number-mismatch"], "{head}: {}", run.stderr);
    }
    let run = folder.run(&["check", "rows.csv", "--columns", "zh,en"]);
    assert_eq!(run.status, Some(2));
    let says = "rows.csv:1: no columns are called `zh` and `en`; found `key`, `Original text`, `quality`, `翻译`\n";
    assert_eq!(told(&run), says);
    for wrong in ["0,1", "1", "zh", "1,en", "zh,", "a,b,c"] {
        let run = folder.run(&["check", "rows.csv", "--columns", wrong]);
        assert_eq!(run.status, Some(2), "{wrong}");
        assert!(run.stderr.contains("or two names, as in zh,en"), "{wrong}: {}", run.stderr);
    }
}

#[test]
fn a_row_is_called_what_its_file_calls_it() {
    let json = "{\"zh\":\"好。\",\"en\":\"Good.\"}\n\
                {\"id\":\"abc-17\",\"zh\":\"收入是 50 亿美元。\",\"en\":\"Revenue was $50 billion.\"}\n\
                {\"zh\":\"有 7 个人。\",\"en\":\"There were 8 people.\"}\n\
                {\"zh\":\"有 7 个人。\",\"en\":\"There were 9 people.\",\"id\":90071992547409931}\n";
    let newer = "<xliff version=\"2.0\" srcLang=\"zh\" trgLang=\"en\"><file id=\"f\"><unit id=\"u-1\">\
                 <segment id=\"s\"><source>好。</source><target>Good.</target></segment>\
                 <segment><source>收入是 50 亿美元。</source><target>Revenue was $50 billion.</target></segment>\
                 </unit></file></xliff>";
    for (name, text, ids) in [
        ("a.jsonl", json, vec![Value::from("abc-17"), Value::Null, "90071992547409931".into()]),
        ("a.tmx", &format!("<tmx><body>{TU}</body></tmx>"), vec!["a & 7".into()]),
        ("a.xlf", &format!("{XLIFF}{UNIT}</body></file></xliff>"), vec!["u-1".into()]),
        ("a.xliff", newer, vec!["u-1".into()]),
        ("a.po", "msgctxt \"menu\"\nmsgid \"5 files\"\nmsgstr \"6 个文件\"\n", vec!["menu".into()]),
    ] {
        assert_eq!(fields(&check(name, text), "id"), ids, "{name}");
    }
    let folder = Folder::new(&[("a.jsonl", json)]);
    let report = folder.run(&["check", "a.jsonl", "--format", "json", "--sample", "3"]);
    let report: Value = serde_json::from_str(&report.stdout).expect("JSON");
    let findings = report["files"][0]["findings"].as_array().expect("findings");
    let of_row = |row: &str| findings.iter().find(|finding| finding["zh_turns"][0] == row);
    assert_eq!(of_row("Z4").expect("it is in the sample")["id"], "90071992547409931");
}

#[test]
fn messages_need_no_blank_line_between_them() {
    let first = "msgid \"5 files\"\nmsgstr \"5 个文件\"\n";
    for second in [
        "msgid \"6 files\"\nmsgstr \"7 个文件\"\n",
        "msgctxt \"menu\"\nmsgid \"6 files\"\nmsgstr \"7 个文件\"\n",
        "#, fuzzy\nmsgid \"3 files\"\nmsgstr \"4 个文件\"\nmsgid \"6 files\"\nmsgstr \"7 个文件\"\n",
        "msgid \"a file\"\nmsgid_plural \"6 files\"\nmsgstr[0] \"7 个文件\"\n",
    ] {
        let run = check("a.po", &format!("{first}{second}"));
        assert_eq!(fields(&run, "rule"), ["number-mismatch"], "{second}{}", run.stderr);
        assert_eq!(fields(&run, "pair"), [2], "{second}");
    }
}

#[test]
fn the_text_for_several_is_compared_with_the_last_form() {
    let chinese = "msgid \"One file\"\nmsgid_plural \"%d files\"\nmsgstr[0] \"%d 个文件\"\n";
    let english = "msgid \"%d 个文件\"\nmsgid_plural \"%d 个文件\"\nmsgstr[0] \"One file\"\nmsgstr[1] \"\"\n\"%d files\"\n";
    for text in [chinese, english] {
        let run = check("a.po", text);
        assert_eq!((run.status, run.stdout.as_str()), (Some(0), ""), "{text}");
        let run = check("a.po", &text.replace("%d files", "files"));
        assert_eq!(fields(&run, "rule"), ["placeholder-mismatch"], "{text}");
    }
    // Forms that are not yet translated say nothing.
    let run = check("a.po", "msgid \"One file\"\nmsgid_plural \"%d files\"\nmsgstr[0] \"\"\n");
    assert_eq!((run.status, run.stdout.as_str()), (Some(0), ""));
}

#[test]
fn a_row_is_checked_whatever_its_id_is() {
    let ids =
        ["7", "\"a\\nb\"", "1e400", "\"\\ud800\"", "{\"a\":1}", "null", "\"\"", "1, \"id\":2"];
    let row = |id: &&str| {
        format!(
            "{{\"id\":{id},\"zh\":\"收入是 50 亿美元。\",\"en\":\"Revenue was $50 billion.\"}}\n"
        )
    };
    let run = check("a.jsonl", &ids.iter().map(row).collect::<String>());
    assert_eq!((run.status, run.stderr.as_str()), (Some(1), ""));
    let mut expected = vec![Value::Null; ids.len()];
    (expected[0], expected[1]) = ("7".into(), "a\nb".into());
    assert_eq!(fields(&run, "id"), expected);
}

#[test]
fn what_is_not_to_be_translated_is_said_by_the_elements_around_it() {
    let unit = |translate: &str| {
        format!("<trans-unit id=\"1\"{translate}><source>产品代号</source></trans-unit>")
    };
    let older = |file: &str, body: &str| {
        format!(
            "<xliff version=\"1.2\"><file source-language=\"zh\" target-language=\"en\"{file}>\
             <body>{body}</body></file></xliff>"
        )
    };
    let newer = |file: &str, body: &str| {
        format!(
            "<xliff version=\"2.0\" srcLang=\"zh\" trgLang=\"en\"><file id=\"f\"{file}>{body}</file></xliff>"
        )
    };
    let segments = |translate: &str| {
        format!("<unit id=\"u\"{translate}><segment><source>产品代号</source></segment></unit>")
    };
    let (yes, no) = (" translate=\"yes\"", " translate=\"no\"");
    let group = |translate: &str, inside: &str| format!("<group{translate}>{inside}</group>");
    for (text, found) in [
        (older("", &unit(no)), 0),
        (older(no, &unit("")), 0),
        (older("", &group(no, &unit(""))), 0),
        (older("", &group(no, &group("", &unit("")))), 0),
        (older(no, &group(yes, &unit(""))), 1),
        (older("", &group(no, &unit(yes))), 1),
        (older("", &format!("{}{}", group(no, ""), unit(""))), 1),
        (older("", &format!("{}{}", group(no, &unit("")), unit(""))), 1),
        (newer("", &segments(no)), 0),
        (newer(no, &segments("")), 0),
        (newer("", &group(no, &segments(""))), 0),
        (newer("", &group(no, &segments(yes))), 1),
        (newer("", &format!("{}{}", segments(no), segments(""))), 1),
    ] {
        let run = check("a.xlf", &text);
        assert_eq!(fields(&run, "rule"), vec!["pairing-missing"; found], "{text}{}", run.stderr);
    }
}

#[test]
fn what_lacks_a_side_on_purpose_is_quiet() {
    let other = "<tu><tuv xml:lang=\"zh\"><seg>今天下雨。</seg></tuv><tuv xml:lang=\"de\"><seg>Es regnet.</seg></tuv></tu>";
    let run = check("a.tmx", &format!("<tmx><body>{TU}{other}</body></tmx>"));
    assert_eq!(fields(&run, "rule"), ["number-mismatch"]);
}
