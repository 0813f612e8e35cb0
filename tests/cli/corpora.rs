//! Corpora in every format: the same rows give the same findings, and what is broken is named.

use serde_json::Value;

use crate::harness::{Folder, gzip, utf_16};

/// Rows with and without faults, and with characters that formats escape.
const ROWS: &[(&str, &str)] = &[
    ("我们昨天去了博物馆。", "We went to the museum yesterday."),
    ("收入是 50 亿美元。", "Revenue was $50 billion."),
    ("甲 & 乙 <都> 来了，还有 \"丙\"。", "A & B <both> came, and \"C\" too."),
    ("他们有 300 名员工。", "They have 3,000 employees."),
    ("这句话没有翻译。", "这句话没有翻译。"),
    ("她在 Anthropic 工作。", "She works at Antropic."),
];

fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn rows(row: impl Fn(usize, &str, &str) -> String) -> String {
    ROWS.iter().enumerate().map(|(at, (zh, en))| row(at + 1, zh, en)).collect()
}

fn corpora() -> Vec<(&'static str, String)> {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let string = |text: &str| Value::from(text).to_string();
    vec![
        ("rows.tsv", rows(|_, zh, en| format!("{zh}\t{en}\n"))),
        ("rows.csv", rows(|_, zh, en| format!("{},{}\n", quoted(zh), quoted(en)))),
        (
            "rows.jsonl",
            rows(|_, zh, en| format!("{{\"zh\": {}, \"en\": {}}}\n", string(zh), string(en))),
        ),
        (
            "rows.tmx",
            format!(
                "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header srclang=\"en\"/><body>\n{}</body></tmx>\n",
                rows(|_, zh, en| format!(
                    "<tu>\n<tuv xml:lang=\"en-US\"><seg>{}</seg></tuv>\n<tuv xml:lang=\"zh-CN\"><seg>{}</seg></tuv>\n</tu>\n",
                    xml(en),
                    xml(zh)
                ))
            ),
        ),
        (
            "rows.xlf",
            format!(
                "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"zh-CN\"><body>\n{}</body></file></xliff>\n",
                rows(|at, zh, en| format!(
                    "<trans-unit id=\"{at}\"><source>{}</source><target>{}</target><alt-trans><target>旧</target></alt-trans></trans-unit>\n",
                    xml(en),
                    xml(zh)
                ))
            ),
        ),
        (
            "rows.xliff",
            format!(
                "<xliff version=\"2.0\" srcLang=\"zh\" trgLang=\"en\"><file id=\"f\">\n{}</file></xliff>\n",
                rows(|at, zh, en| format!(
                    "<unit id=\"{at}\"><segment><source>{}</source><target>{}</target></segment></unit>\n",
                    xml(zh),
                    xml(en)
                ))
            ),
        ),
        (
            "rows.po",
            format!(
                "msgid \"\"\nmsgstr \"Language: zh_CN\\n\"\n\n{}",
                rows(|_, zh, en| format!(
                    "#: a.c:1\nmsgid \"{}\"\nmsgstr \"\"\n\"{}\"\n\n",
                    en.replace('"', "\\\"").replace("<both>", "both"),
                    zh.replace('"', "\\\"").replace("<都>", "都")
                ))
            ),
        ),
    ]
}

/// Rule, row and message of every finding.
fn findings(stdout: &str) -> Vec<(String, u64, String)> {
    stdout
        .lines()
        .map(|line| {
            let finding: Value = serde_json::from_str(line).expect("JSON");
            let text = |name: &str| finding[name].as_str().unwrap_or_default().to_owned();
            (text("rule"), finding["pair"].as_u64().expect("a row"), text("message"))
        })
        .collect()
}

#[test]
fn every_format_gives_the_same_findings() {
    let corpora = corpora();
    let files: Vec<(&str, &str)> =
        corpora.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let folder = Folder::new(&files);
    let moses = ["zh", "en"]
        .map(|side| rows(|_, zh, en| format!("{}\n", if side == "zh" { zh } else { en })));
    folder.write("rows.zh", moses[0].as_bytes());
    folder.write("rows.en", moses[1].as_bytes());
    let expected = findings(&folder.run(&["check", "rows.tsv", "--format", "jsonl"]).stdout);
    assert!(expected.len() >= 4, "{expected:?}");
    for (name, _) in &corpora {
        let run = folder.run(&["check", name, "--format", "jsonl"]);
        assert_eq!(findings(&run.stdout), expected, "{name}: {}", run.stderr);
        assert_eq!(run.status, Some(1), "{name}");
    }
    let run = folder.run(&[
        "check", "--input", "moses", "--zh", "rows.zh", "--en", "rows.en", "--format", "jsonl",
    ]);
    assert_eq!(findings(&run.stdout), expected, "{}", run.stderr);
}

#[test]
fn packed_files_are_unpacked() {
    let tsv = rows(|_, zh, en| format!("{zh}\t{en}\n"));
    let folder = Folder::new(&[("rows.tsv", &tsv)]);
    folder.write("rows.tsv.gz", &gzip(tsv.as_bytes()));
    folder.write("rows.tsv.zst", &zstd::encode_all(tsv.as_bytes(), 1).expect("packs"));
    let expected = findings(&folder.run(&["check", "rows.tsv", "--format", "jsonl"]).stdout);
    for name in ["rows.tsv.gz", "rows.tsv.zst"] {
        let run = folder.run(&["check", name, "--format", "jsonl"]);
        assert_eq!(findings(&run.stdout), expected, "{name}: {}", run.stderr);
    }
    // A packed file that ends too early is no good file.
    let whole = std::fs::read(folder.path("rows.tsv.gz")).expect("a file");
    folder.write("cut.tsv.gz", &whole[..whole.len() / 2]);
    let run = folder.run(&["check", "cut.tsv.gz"]);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.contains("cut.tsv.gz"), "{}", run.stderr);
}

#[test]
fn other_encodings_give_the_same_findings_at_their_own_bytes() {
    let folder = Folder::new(&[]);
    let rows = rows(|_, zh, en| format!("{zh}\t{en}\n"));
    folder.write("rows.tsv", rows.as_bytes());
    let expected = findings(&folder.run(&["check", "rows.tsv", "--format", "jsonl"]).stdout);
    let utf_16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(rows.encode_utf16()).flat_map(unit).collect()
    };
    let gb = encoding_rs::GB18030;
    for (name, bytes, encoding) in [
        ("le.tsv", utf_16(u16::to_le_bytes), encoding_rs::UTF_16LE),
        ("be.tsv", utf_16(u16::to_be_bytes), encoding_rs::UTF_16BE),
        ("gb.tsv", gb.encode(&rows).0.into_owned(), gb),
    ] {
        folder.write(name, &bytes);
        let run = folder.run(&["check", name, "--format", "jsonl"]);
        assert_eq!(findings(&run.stdout), expected, "{name}: {}", run.stderr);
        for line in run.stdout.lines() {
            let finding: Value = serde_json::from_str(line).expect("JSON");
            let places = [&finding["zh"], &finding["en"]];
            for place in places.into_iter().filter(|place| !place.is_null()) {
                let byte = |end: &str| place[end]["byte"].as_u64().expect("a byte") as usize;
                let span = &bytes[byte("start")..byte("end")];
                let (text, _) = encoding.decode_without_bom_handling(span);
                assert_eq!(place["text"], text.as_ref(), "{name}");
            }
        }
    }
}

#[test]
fn two_files_of_lines_in_other_encodings_give_the_same_findings_at_their_own_bytes() {
    let folder = Folder::new(&[]);
    let side = |zh: bool| rows(|_, own, other| format!("{}\n", if zh { own } else { other }));
    // More than is read at a time, so that places are counted on from one stretch to the next.
    let (zh, en) = (side(true).repeat(300), side(false).repeat(300));
    let check = |zh: &str, en: &str| {
        let args = ["check", "--input", "moses", "--zh", zh, "--en", en, "--format", "jsonl"];
        folder.run(&args)
    };
    folder.write("rows.zh", zh.as_bytes());
    folder.write("rows.en", en.as_bytes());
    let expected = findings(&check("rows.zh", "rows.en").stdout);
    assert!(expected.len() >= 4 * 300, "{}", expected.len());
    let gb = encoding_rs::GB18030.encode(&zh).0.into_owned();
    folder.write("gb.zh", &gb);
    folder.write("utf-16.en", &utf_16(&en));
    folder.write("marked.en", &[b"\xEF\xBB\xBF", en.as_bytes()].concat());
    for (name, bytes, encoding) in [
        ("utf-16.en", utf_16(&en), encoding_rs::UTF_16LE),
        ("marked.en", [b"\xEF\xBB\xBF", en.as_bytes()].concat(), encoding_rs::UTF_8),
    ] {
        let run = check("gb.zh", name);
        assert!(findings(&run.stdout) == expected, "{name}: {}", run.stderr);
        for line in run.stdout.lines() {
            let finding: Value = serde_json::from_str(line).expect("JSON");
            for (side, bytes, encoding) in
                [("zh", &gb, encoding_rs::GB18030), ("en", &bytes, encoding)]
            {
                let place = &finding[side];
                let Some(text) = place["text"].as_str() else { continue };
                let byte = |end: &str| place[end]["byte"].as_u64().expect("a byte") as usize;
                let span = &bytes[byte("start")..byte("end")];
                assert_eq!(encoding.decode_without_bom_handling(span).0, text, "{name}");
            }
        }
    }
}

#[test]
fn places_in_xml_are_those_of_the_file() {
    let folder = Folder::new(&[(
        "m.tmx",
        "<tmx version=\"1.4\"><body>\n<tu><tuv xml:lang=\"zh\"><seg>甲 &amp; 乙有 50 亿美元。</seg></tuv>\n\
         <tuv xml:lang=\"en\"><seg>A &amp; B have $50 billion.</seg></tuv></tu>\n</body></tmx>\n",
    )]);
    let run = folder.run(&["check", "m.tmx", "--format", "jsonl", "--select", "number-mismatch"]);
    let finding: Value = serde_json::from_str(run.stdout.trim()).expect("one finding");
    assert_eq!(finding["en"]["text"], "$50 billion");
    assert_eq!(finding["en"]["start"]["line"], 3);
    let column = "<tuv xml:lang=\"en\"><seg>A &amp; B have ".chars().count() as u64 + 1;
    assert_eq!(finding["en"]["start"]["column"], column);
}

#[test]
fn a_broken_unit_is_named_and_the_rest_goes_on() {
    let good = "<tu><tuv xml:lang=\"zh\"><seg>收入是 50 亿美元。</seg></tuv><tuv xml:lang=\"en\"><seg>Revenue was $50 billion.</seg></tuv></tu>";
    for (broken, says) in [
        (
            "<tu><tuv xml:lang=\"zh\"><seg>甲 &bomb; 乙</seg></tuv></tu>",
            "`&bomb;` is no entity of XML",
        ),
        ("<tu><tuv xml:lang=\"zh\"><seg>甲 <</seg></tuv></tu>", "this is no XML"),
        ("<tu><tuv xml:lang=\"de\"><seg>nichts</seg></tuv></tu>", "found neither"),
        (
            "<tu><tuv xml:lang=\"zh\"><seg>今天下雨。</seg></tuv><tuv><seg>It rains.</seg></tuv></tu>",
            "this `<tuv>` says no language: expected `xml:lang`, as in `xml:lang=\"en\"`",
        ),
        (
            "<tu><tuv lang=\" \"><seg>今天下雨。</seg></tuv><tuv><seg>It rains.</seg></tuv></tu>",
            "this `<tuv>` says no language",
        ),
    ] {
        let text = format!(
            "<!DOCTYPE x [<!ENTITY bomb \"boom\">]>\n<tmx><body>\n{broken}\n{good}\n</body></tmx>\n"
        );
        let folder = Folder::new(&[("m.tmx", &text)]);
        let run = folder.run(&["check", "m.tmx", "--format", "jsonl"]);
        assert_eq!(run.status, Some(2), "{broken}");
        assert!(
            run.stderr.contains("m.tmx:3:") && run.stderr.contains(says),
            "{broken}: {}",
            run.stderr
        );
        assert!(run.stdout.contains("number-mismatch"), "{broken}: {}", run.stdout);
    }
    // The name of an element may end at a line.
    let text = format!(
        "<tmx><body>\n<tu><</tu>\n{}\n</body></tmx>\n",
        good.replace("<tu>", "<tu\n tuid=\"7\">")
    );
    let run = Folder::new(&[("m.tmx", &text)]).run(&["check", "m.tmx", "--format", "jsonl"]);
    assert!(run.stdout.contains("number-mismatch"), "{}", run.stderr);
    let folder = Folder::new(&[("m.tmx", "<tmx><body><tu><tuv xml:lang=\"zh\"><seg>收入")]);
    assert!(folder.run(&["check", "m.tmx"]).stderr.contains("the file ends inside this unit"));
    let deep = format!(
        "<tmx><body><tu><tuv xml:lang=\"zh\"><seg>{}</seg></tuv></tu></body></tmx>",
        "<hi>".repeat(5000)
    );
    let folder = Folder::new(&[("m.tmx", &deep)]);
    assert!(folder.run(&["check", "m.tmx"]).stderr.contains("nested too deep"));
}

#[test]
fn a_field_that_does_not_end_is_named() {
    let says = "m.csv:3: this quoted field does not end\n";
    for (last, is_whole) in [
        ("\"今天下雨。\",\"It rains.", false),
        ("\"今天下雨。\",\"It \"\"rains.\n好。,Good.\n", false),
        ("今天下雨。,\"It \"\"rains\"\"\"", true),
        // A quotation mark inside a field that is not quoted is one.
        ("他有 5\" 的屏幕。,He has a 5\" screen.", true),
        ("他说：\"今天下雨。,He said it rains.", true),
    ] {
        let folder = Folder::new(&[("m.csv", &format!("zh,en\n好。,Good.\n{last}"))]);
        let run = folder.run(&["check", "m.csv", "--select", "number"]);
        assert_eq!(run.stderr.contains(says), !is_whole, "{last}: {}", run.stderr);
        assert_eq!(run.status == Some(0), is_whole, "{last}");
    }
}

#[test]
fn inline_tags_are_compared_and_kept_out_of_the_text() {
    let folder = Folder::new(&[(
        "m.xlf",
        "<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"zh\"><body>\n\
         <trans-unit id=\"1\"><source>Press <g id=\"1\">the 5 keys</g><x id=\"2\"/>.</source><target>按<g id=\"1\">那 5 个键</g>。</target></trans-unit>\n\
         <trans-unit id=\"2\"><source>Rev<ph id=\"1\">{99}</ph>enue: $5 billion</source><target>收入<ph id=\"1\">{99}</ph>：50 亿美元</target></trans-unit>\n\
         </body></file></xliff>\n",
    )]);
    let run = folder.run(&["check", "m.xlf", "--format", "jsonl"]);
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    assert!(run.stdout.contains("<x 2> of the English is not in the Chinese"), "{}", run.stdout);
}

#[test]
fn subtitles_are_paired_by_time() {
    let zh = "1\r\n00:00:01,000 --> 00:00:03,000\r\n<i>收入是</i>\r\n\r\n2\r\n00:00:03,100 --> 00:00:05,000\r\n50 亿美元。\r\n\r\n3\r\n00:00:06,000 --> 00:00:08,000\r\n后来大家都回家了。\r\n";
    let en = "WEBVTT\n\nNOTE nothing\n\n00:01.000 --> 00:05.000 align:start\nRevenue was\n$50 billion.\n\n00:06.100 --> 00:08.000\nThen everybody went home.\n";
    let folder = Folder::new(&[("a.srt", zh), ("b.vtt", en)]);
    let run = folder.run(&["check", "--zh", "a.srt", "--en", "b.vtt", "--format", "jsonl"]);
    assert_eq!(run.stdout.lines().count(), 1, "{}{}", run.stdout, run.stderr);
    let finding: Value = serde_json::from_str(run.stdout.trim()).expect("JSON");
    assert_eq!(
        (finding["rule"].as_str(), finding["pair"].as_u64()),
        (Some("number-mismatch"), Some(1))
    );
    assert_eq!(finding["zh"]["start"]["line"], 7);
    assert_eq!(finding["en"]["start"]["line"], 7);
    folder.write("a.srt.gz", &gzip(zh.as_bytes()));
    let packed = folder.run(&["check", "--zh", "a.srt.gz", "--en", "b.vtt", "--format", "jsonl"]);
    assert_eq!(packed.stdout, run.stdout.replace("a.srt", "a.srt.gz"), "{}", packed.stderr);
    folder.write("bad.srt", b"1\nsoon\nText\n");
    let run = folder.run(&["check", "--zh", "bad.srt", "--en", "b.vtt"]);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.contains("bad.srt: line 1: expected a time"), "{}", run.stderr);
}

#[test]
fn lines_are_aligned_before_they_are_checked() {
    let zh = "第一章\n她打开窗户，看着花园里的老橡树。\n收入是 50 亿美元。\n雨停了，太阳出来了。\n";
    let en = "Chapter one\nShe opened the window.\nShe looked at the old oak in the garden.\nRevenue was $50 billion.\nThe rain stopped and the sun came out.\n";
    let folder = Folder::new(&[("a.txt", zh), ("b.txt", en)]);
    let args = ["--input", "lines", "--zh", "a.txt", "--en", "b.txt"];
    let run = folder.run(&[&["check", "--format", "jsonl"][..], &args].concat());
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    assert!(run.stdout.contains("\"turn\":\"Z3\"") && run.stdout.contains("\"turn\":\"E4\""));
    let aligned = folder.run(&[&["align", "--format", "json"][..], &args].concat());
    let links: Value = serde_json::from_str(&aligned.stdout).expect("JSON");
    assert_eq!(links["links"][1], serde_json::json!({ "zh": [2], "en": [2, 3] }));
}

#[test]
fn two_halves_find_what_the_whole_finds() {
    // More rows than are read at a time.
    let row = |at: usize| {
        format!(
            "第 {at} 天有 {} 个人来了。\tOn day {at} {} people came.\n",
            at % 7 + 20,
            if at % 1000 == 3 { 99 } else { at % 7 + 20 }
        )
    };
    let all: Vec<String> = (1..=9000).map(row).collect();
    let folder = Folder::new(&[]);
    folder.write("all.tsv", all.concat().as_bytes());
    folder.write("one.tsv", all[..4500].concat().as_bytes());
    folder.write("two.tsv", all[4500..].concat().as_bytes());
    let run = |name: &str| findings(&folder.run(&["check", name, "--format", "jsonl"]).stdout);
    let (whole, one, two) = (run("all.tsv"), run("one.tsv"), run("two.tsv"));
    assert_eq!(whole.len(), 9);
    let halves: Vec<_> = one
        .into_iter()
        .chain(two.into_iter().map(|(rule, row, message)| (rule, row + 4500, message)))
        .collect();
    assert_eq!(whole, halves);
}

#[test]
fn a_sample_is_a_part_of_the_whole() {
    let row =
        |at: usize| format!("他们有 {} 名员工。\tThey have {} employees.\n", at + 20, at + 21);
    let folder = Folder::new(&[]);
    folder.write("all.tsv", (1..=3000).map(row).collect::<String>().as_bytes());
    let run = |args: &[&str]| {
        folder.run(&[&["check", "all.tsv", "--format", "jsonl", "--ignore", "term"], args].concat())
    };
    let whole = findings(&run(&[]).stdout);
    assert_eq!(whole.len(), 3000);
    let sample = findings(&run(&["--sample", "100"]).stdout);
    assert_eq!(sample.len(), 100);
    assert!(sample.iter().all(|finding| whole.contains(finding)));
    assert_eq!(findings(&run(&["--sample", "5000"]).stdout), whole);
    let text = folder.run(&["check", "all.tsv", "--sample", "100"]);
    assert!(text.stdout.contains("in 1 file, 100 pairs"), "{}", text.stdout);
    let piped = folder.run(&["check", "--input", "tsv", "-", "--sample", "3"]);
    assert_eq!(piped.status, Some(2));
    assert!(piped.stderr.contains("cannot take a sample of standard input"), "{}", piped.stderr);
}

#[test]
fn reports_hold_what_was_found_and_count_the_rest() {
    let rows = "一切正常。\tAll is well.\n".repeat(2000) + "他们有 300 人。\tThey are 3,000.\n";
    let folder = Folder::new(&[("rows.tsv", rows.as_str())]);
    let text = folder.run(&["check", "rows.tsv", "--report", "html=rows.html"]);
    assert!(text.stdout.contains("2001 pairs"), "{}", text.stdout);
    let html = std::fs::read_to_string(folder.path("rows.html")).expect("a report");
    assert!(html.contains("2001") && html.contains("Z2001"));
    let stored = folder.run(&["check", "rows.tsv", "--format", "json"]);
    let stored: Value = serde_json::from_str(&stored.stdout).expect("JSON");
    assert_eq!(stored["files"][0]["turns"].as_array().map(Vec::len), Some(4002));
}

#[test]
fn rows_that_are_cut_or_said_twice_are_found() {
    let rows = "试点取得了成功，我们准备把它推广到其他城市。\tThe trial was a success, and\n\
                每天都用一门语言是学习它最好的办法。\tThe best way to learn a language is to use it every day. The best way to learn a language is to use it every day.\n\
                我们等了很久，\tWe waited for a long time, and\n\
                他问我想要什么。\tHe asked what I was thinking of\n\
                保存文件。\tSave\n";
    let folder = Folder::new(&[("rows.tsv", rows)]);
    let run = folder.run(&["check", "rows.tsv", "--format", "jsonl"]);
    let found: Vec<(String, u64)> =
        findings(&run.stdout).into_iter().map(|(rule, row, _)| (rule, row)).collect();
    let expected = [("turn-truncated", 1), ("sentence-extra", 2), ("turn-truncated", 4)];
    assert_eq!(found, expected.map(|(rule, row)| (rule.to_owned(), row)));
}

#[test]
fn placeholders_of_a_table_are_compared() {
    let rows = "已删除 %d 个文件\t%s files deleted\n\
                {0} 邀请你加入 {1}\t{0} has invited you to join {1}\n\
                点击<b>提交</b>完成报名。\tClick <b>Submit to complete your registration.\n\
                他说 <都>，100% 确定。\tHe said <both>, 100% sure.\n";
    let folder = Folder::new(&[("rows.tsv", rows)]);
    let run = folder.run(&["check", "rows.tsv", "--format", "jsonl"]);
    let found = findings(&run.stdout);
    let expected = [
        (1, "%d of the Chinese is not in the English"),
        (1, "%s of the English is not in the Chinese"),
        (3, "</b> of the Chinese is not in the English"),
    ];
    let expected =
        expected.map(|(row, message)| ("placeholder-mismatch".to_owned(), row, message.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn a_header_may_name_the_languages_in_many_ways() {
    for (header, row) in [
        ("zh-TW\ten", "收入是 50 亿美元。\tRevenue was $50 billion."),
        ("en-AU\tzh_Hant_HK", "Revenue was $50 billion.\t收入是 50 亿美元。"),
        ("eng\tzho", "Revenue was $50 billion.\t收入是 50 亿美元。"),
        ("Chinese (Traditional)\tEnglish", "收入是 50 亿美元。\tRevenue was $50 billion."),
        ("zh_id\tzh\ten_id\ten", "1\t收入是 50 亿美元。\t2\tRevenue was $50 billion."),
    ] {
        let rows = format!("{header}\n{row}\n");
        let comma = rows.replace('\t', ",");
        let folder = Folder::new(&[("rows.tsv", &rows), ("rows.csv", &comma)]);
        for name in ["rows.tsv", "rows.csv"] {
            let run = folder.run(&["check", name, "--format", "jsonl"]);
            let found: Vec<Value> =
                run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
            assert_eq!(found.len(), 1, "{name}: {header}: {}", run.stdout);
            assert_eq!(
                (&found[0]["rule"], &found[0]["pair"]),
                (&"number-mismatch".into(), &1.into()),
                "{name}: {header}"
            );
        }
    }
}

/// A row whose English is empty, one whose Chinese is, one that is empty on both sides, and a sound one.
const GAPS: &[(&str, &str)] = &[
    ("她的公司 Anthropic 去年在上海收入 50 亿美元。", ""),
    ("", "Our company Anthropic is in Shanghai, and 40 people and everybody else like like it."),
    ("", ""),
    ("我们昨天去了博物馆。", "We went to the museum yesterday."),
];

fn with_gaps(row: impl Fn(usize, &str, &str) -> String) -> String {
    GAPS.iter().enumerate().map(|(at, (zh, en))| row(at + 1, zh, en)).collect()
}

#[test]
fn a_row_with_one_side_empty_is_told_as_that_alone() {
    let tmx = |row: String| format!("<tmx version=\"1.4\"><body>{row}</body></tmx>");
    let xliff = |row: String| {
        format!(
            "<xliff version=\"1.2\"><file source-language=\"zh\" target-language=\"en\"><body>{row}</body></file></xliff>"
        )
    };
    let unit = |zh: &str, en: &str| {
        format!(
            "<tu><tuv xml:lang=\"zh\"><seg>{zh}</seg></tuv><tuv xml:lang=\"en\"><seg>{en}</seg></tuv></tu>"
        )
    };
    let element = |name: &str, text: &str| match text {
        "" => String::new(),
        text => format!("<{name}>{text}</{name}>"),
    };
    let corpora = [
        ("rows.tsv", with_gaps(|_, zh, en| format!("{zh}\t{en}\n"))),
        ("rows.csv", with_gaps(|_, zh, en| format!("\"{zh}\",\"{en}\"\n"))),
        (
            "rows.jsonl",
            with_gaps(|_, zh, en| serde_json::json!({ "zh": zh, "en": en }).to_string() + "\n"),
        ),
        ("rows.tmx", tmx(with_gaps(|_, zh, en| unit(zh, en)))),
        (
            "empty.xlf",
            xliff(with_gaps(|_, zh, en| {
                format!(
                    "<trans-unit id=\"1\"><source>{zh}</source><target>{en}</target></trans-unit>"
                )
            })),
        ),
        (
            "missing.xlf",
            xliff(with_gaps(|_, zh, en| {
                let source =
                    if zh.is_empty() { "<source/>".to_owned() } else { element("source", zh) };
                let target = if zh.is_empty() && en.is_empty() {
                    "<target> </target>".to_owned()
                } else {
                    element("target", en)
                };
                format!("<trans-unit id=\"1\">{source}{target}</trans-unit>")
            })),
        ),
    ];
    let folder = Folder::new(&[]);
    let expected = [
        ("pairing-missing", 1, "this row has no English"),
        ("pairing-extra", 2, "this row has no Chinese"),
    ];
    let expected = expected.map(|(rule, row, says)| (rule.to_owned(), row, says.to_owned()));
    for (name, text) in corpora {
        folder.write(name, text.as_bytes());
        let run = folder.run(&["check", name, "--format", "jsonl"]);
        assert_eq!(findings(&run.stdout), expected, "{name}: {}", run.stderr);
        assert_eq!(run.status, Some(1), "{name}");
    }
    for side in ["zh", "en"] {
        let text = with_gaps(|_, zh, en| format!("{}\n", if side == "zh" { zh } else { en }));
        folder.write(&format!("rows.{side}"), text.as_bytes());
    }
    let moses = ["check", "--input", "moses", "--zh", "rows.zh", "--en", "rows.en"];
    let run = folder.run(&[&moses[..], &["--format", "jsonl"]].concat());
    assert_eq!(findings(&run.stdout), expected, "{}", run.stderr);
    // That a file ends too early is said once, and not of each line.
    folder.write("rows.en", b"She runs Anthropic.\n");
    let run = folder.run(&[&moses[..], &["--format", "jsonl", "--select", "pairing"]].concat());
    assert_eq!((run.stdout.as_str(), run.status), ("", Some(2)));
}

#[test]
fn a_message_that_is_not_yet_translated_is_passed_over() {
    let catalogue = "msgid \"\"\nmsgstr \"Language: zh_CN\\n\"\n\nmsgid \"Save the file\"\nmsgstr \"\"\n\n\
                     #, fuzzy\nmsgid \"Open\"\nmsgstr \"\"\n\nmsgid \"5 files\"\nmsgstr \"6 个文件\"\n";
    let folder = Folder::new(&[("rows.po", catalogue)]);
    let run = folder.run(&["check", "rows.po", "--format", "jsonl"]);
    let found: Vec<String> = findings(&run.stdout).into_iter().map(|(rule, ..)| rule).collect();
    assert_eq!(found, ["number-mismatch"], "{}", run.stderr);
}

#[test]
fn chinese_of_marks_alone_has_some_length() {
    let english =
        "Our company is in Shanghai, and the office is close to the river, and we like it.";
    let folder = Folder::new(&[("rows.tsv", &format!("！！！\t{english}\n"))]);
    let run = folder.run(&["check", "rows.tsv"]);
    assert!(run.stdout.contains("length-ratio") && !run.stdout.contains("inf"), "{}", run.stdout);
}
