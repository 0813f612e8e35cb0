//! `--since`: an older version is read as the new one is, whatever it is written in.

use crate::harness::{Folder, gzip, utf_16};

/// A fault that is there from the beginning, and a row that is edited.
const ROWS: [(&str, &str); 2] = [
    ("他们有 300 名员工。", "They have 3,000 employees."),
    ("我们有 20 台机器。", "We have 20 machines."),
];

/// A way to write rows.
type Written = fn([(&str, &str); 2]) -> Vec<(&'static str, Vec<u8>)>;

fn rows(rows: [(&str, &str); 2], row: impl Fn(&str, &str) -> String) -> String {
    rows.map(|(zh, en)| row(zh, en)).concat()
}

fn tsv(pairs: [(&str, &str); 2]) -> String {
    rows(pairs, |zh, en| format!("{zh}\t{en}\n"))
}

/// Both sides, each row behind a head of its own.
fn sides(pairs: [(&str, &str); 2], heads: [&str; 2]) -> [String; 2] {
    let side = |text: fn((&str, &str)) -> String| {
        heads.iter().zip(pairs).map(|(head, pair)| format!("{head}{}\n", text(pair))).collect()
    };
    [side(|(zh, _)| zh.to_owned()), side(|(_, en)| en.to_owned())]
}

const CASES: &[(&[&str], Written)] = &[
    (&["m.tsv"], |pairs| vec![("m.tsv", tsv(pairs).into_bytes())]),
    (&["m.tsv.gz"], |pairs| vec![("m.tsv.gz", gzip(tsv(pairs).as_bytes()))]),
    (&["m.tsv"], |pairs| vec![("m.tsv", utf_16(&tsv(pairs)))]),
    (&["m.tsv"], |pairs| vec![("m.tsv", encoding_rs::GB18030.encode(&tsv(pairs)).0.into_owned())]),
    (&["--input", "tsv", "m.txt"], |pairs| vec![("m.txt", tsv(pairs).into_bytes())]),
    (&["--columns", "3,2", "m.csv"], |pairs| {
        vec![("m.csv", rows(pairs, |zh, en| format!("x,\"{en}\",{zh}\n")).into_bytes())]
    }),
    (&["m.tmx"], |pairs| {
        let units = rows(pairs, |zh, en| {
            format!(
                "<tu><tuv xml:lang=\"zh\"><seg>{zh}</seg></tuv>\
                 <tuv xml:lang=\"en\"><seg>{en}</seg></tuv></tu>\n"
            )
        });
        vec![("m.tmx", format!("<tmx><body>\n{units}</body></tmx>\n").into_bytes())]
    }),
    (&["m.xlf"], |pairs| {
        let units = rows(pairs, |zh, en| {
            format!("<trans-unit><source>{zh}</source><target>{en}</target></trans-unit>\n")
        });
        let head = "<xliff><file source-language=\"zh\" target-language=\"en\"><body>\n";
        vec![("m.xlf", format!("{head}{units}</body></file></xliff>\n").into_bytes())]
    }),
    (&["m.po"], |pairs| {
        let messages = rows(pairs, |zh, en| format!("msgid \"{en}\"\nmsgstr \"{zh}\"\n\n"));
        vec![("m.po", messages.into_bytes())]
    }),
    (&["--input", "moses", "--zh", "m.zh", "--en", "m.en"], |pairs| {
        let [zh, en] = sides(pairs, ["", ""]);
        let zh = encoding_rs::GB18030.encode(&zh).0.into_owned();
        vec![("m.zh", zh), ("m.en", en.into_bytes())]
    }),
    (&["--input", "lines", "--zh", "zh.txt", "--en", "en.txt"], |pairs| {
        let [zh, en] = sides(pairs, ["", ""]);
        vec![("zh.txt", zh.into_bytes()), ("en.txt", en.into_bytes())]
    }),
    (&["--zh", "zh.srt", "--en", "en.srt"], |pairs| {
        let heads = ["1\n00:00:01,000 --> 00:00:02,000\n", "\n2\n00:00:03,000 --> 00:00:04,000\n"];
        let [zh, en] = sides(pairs, heads);
        vec![("zh.srt", zh.into_bytes()), ("en.srt", en.into_bytes())]
    }),
    (&["--zh", "zh.md", "--en", "en.md"], |pairs| {
        let [zh, en] = sides(pairs, ["**Ann:** ", "\n**Bob:** "]);
        vec![("zh.md", zh.into_bytes()), ("en.md", en.into_bytes())]
    }),
    (&["talk.md.gz"], |pairs| {
        let talk = rows(pairs, |zh, en| format!("**Ann:** {zh}\n\n**Ann:** {en}\n\n"));
        vec![("talk.md.gz", gzip(talk.as_bytes()))]
    }),
];

#[test]
fn old_findings_are_old_in_every_format() {
    for (args, written) in CASES {
        let folder = Folder::new(&[]);
        let write = |rows| {
            for (name, bytes) in written(rows) {
                folder.write(name, &bytes);
            }
        };
        let check = |more: &[&str]| {
            let select = ["check", "--select", "number-mismatch", "--format", "jsonl"];
            folder.run(&[&select[..], more, args].concat())
        };
        write(ROWS);
        folder.git(&["init", "-q", "-b", "main"]);
        folder.git(&["add", "."]);
        folder.git(&["commit", "-q", "-m", "one"]);
        let all = check(&[]);
        assert_eq!((all.status, all.stdout.lines().count()), (Some(1), 1), "{args:?}");
        let unchanged = check(&["--since", "HEAD"]);
        assert_eq!(unchanged.shown(), "status 0\n", "{args:?}");
        let [first, (zh, _)] = ROWS;
        write([first, (zh, "We have 90 machines.")]);
        let changed = check(&["--since", "HEAD"]);
        assert_eq!((changed.status, changed.stdout.lines().count()), (Some(1), 1), "{args:?}");
        assert!(changed.stdout.contains("\"text\":\"90\""), "{args:?}: {}", changed.stdout);
    }
}

#[test]
fn git_is_asked_where_the_file_lies() {
    let folder =
        Folder::new(&[("a/m.tsv", &tsv(ROWS)), ("b/m.tsv", &tsv(ROWS)), ("out.tsv", &tsv(ROWS))]);
    for inside in ["a", "b"] {
        folder.git(&["init", "-q", "-b", "main", inside]);
        folder.git(&["-C", inside, "add", "."]);
        folder.git(&["-C", inside, "commit", "-q", "-m", "one"]);
    }
    folder.git(&["-C", "a", "tag", "here"]);
    let run = |args: &[&str]| folder.run(&[&["check", "--since"], args].concat());
    assert_eq!(run(&["HEAD", "a/m.tsv", "b/m.tsv"]).status, Some(0));
    assert_eq!(run(&["here", "a/m.tsv"]).status, Some(0));
    let other = run(&["here", "a/m.tsv", "b/m.tsv"]);
    assert_eq!(other.stderr, "duizhao: `here` is no revision of the repository of b\n");
    assert_eq!(other.status, Some(2));
    let outside = run(&["HEAD", "a/m.tsv", "out.tsv"]);
    assert_eq!(outside.status, Some(2));
    let says = "duizhao: `--since` needs a git repository, and git finds none for this folder (";
    assert!(outside.stderr.starts_with(says), "{}", outside.stderr);
    // From one repository into another one.
    let output = folder
        .command(&["check", "../b/m.tsv", "--since", "HEAD"])
        .current_dir(folder.path("a"))
        .output();
    assert_eq!(output.expect("it starts").status.code(), Some(0));
}
