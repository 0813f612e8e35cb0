//! `duizhao lexicon extract`: terms that corpora speak for, whatever the corpora are written in.

use crate::harness::{Folder, gzip, utf_16};

/// Rows of which six render a term of their own in one way.
const ROWS: &[(&str, &str)] = &[
    ("我们参观了灯塔计划的总部。", "We visited the headquarters of Project Beacon."),
    ("灯塔计划去年开始了。", "Project Beacon began last year."),
    ("她负责灯塔计划。", "She is in charge of Project Beacon."),
    ("灯塔计划需要更多的人。", "Project Beacon needs more people."),
    ("他们喜欢灯塔计划。", "They like Project Beacon."),
    ("灯塔计划在上海。", "Project Beacon is in Shanghai."),
    ("昨天下雨了。", "It rained yesterday."),
    ("火车晚点了。", "The train was late."),
    ("他买了一本书。", "He bought a book."),
    ("天气很冷。", "The weather is cold."),
    ("孩子们在唱歌。", "The children are singing."),
    ("这条河很深。", "This river is deep."),
    ("会议开始了。", "The meeting began."),
    ("她打开窗户。", "She opened the window."),
];

fn rows(row: impl Fn(&str, &str) -> String) -> String {
    ROWS.iter().map(|(zh, en)| row(zh, en)).collect()
}

#[test]
fn every_corpus_gives_the_same_terms() {
    let tsv = rows(|zh, en| format!("{zh}\t{en}\n"));
    let tmx = rows(|zh, en| {
        format!(
            "<tu><tuv xml:lang=\"zh\"><seg>{zh}</seg></tuv><tuv xml:lang=\"en\"><seg>{en}</seg></tuv></tu>\n"
        )
    });
    let tmx = format!("<tmx version=\"1.4\"><body>\n{tmx}</body></tmx>\n");
    let units = rows(|zh, en| {
        format!("<trans-unit><source>{zh}</source><target>{en}</target></trans-unit>\n")
    });
    let xliff = format!(
        "<xliff version=\"1.2\"><file source-language=\"zh\" target-language=\"en\"><body>\n\
         {units}</body></file></xliff>\n"
    );
    let po = rows(|zh, en| format!("msgid \"{en}\"\nmsgstr \"{zh}\"\n\n"));
    let folder = Folder::new(&[("rows.tsv", &tsv)]);
    let expected = folder.run(&["lexicon", "extract", "rows.tsv"]);
    assert!(expected.stdout.contains("zh = [\"灯塔计划\"]"), "{}", expected.shown());
    for (name, bytes) in [
        ("rows.tsv.gz", gzip(tsv.as_bytes())),
        ("rows.tmx", tmx.into_bytes()),
        ("rows.xlf", xliff.into_bytes()),
        ("rows.po", po.into_bytes()),
        ("utf-16.tsv", utf_16(&tsv)),
        ("gb.tsv", encoding_rs::GB18030.encode(&tsv).0.into_owned()),
    ] {
        folder.write(name, &bytes);
        let run = folder.run(&["lexicon", "extract", name]);
        assert_eq!(run.stdout, expected.stdout, "{name}: {}", run.stderr);
        assert_eq!(run.status, Some(0), "{name}");
    }
}

#[test]
fn a_corpus_is_known_by_its_content_as_with_check() {
    let swapped = rows(|zh, en| format!("{en}\t{zh}\n"));
    let json = rows(|zh, en| format!("{{\"zh\":\"{zh}\",\"en\":\"{en}\"}}\n"));
    let folder = Folder::new(&[("a.txt", &swapped), ("b", &json)]);
    for name in ["a.txt", "b"] {
        let run = folder.run(&["lexicon", "extract", name]);
        assert!(run.stdout.contains("zh = [\"灯塔计划\"]"), "{name}: {}", run.shown());
    }
}

#[test]
fn rows_that_cannot_be_read_are_told_and_the_others_taken() {
    let tsv = rows(|zh, en| format!("{zh}\t{en}\n")) + "没有英文\n";
    let folder = Folder::new(&[("rows.tsv", &tsv)]);
    let run = folder.run(&["lexicon", "extract", "rows.tsv"]);
    assert_eq!(run.status, Some(2), "as with `check`");
    assert!(run.stdout.contains("灯塔计划"), "{}", run.stdout);
    assert!(run.stderr.starts_with("duizhao: rows.tsv:15: expected a column 2"), "{}", run.stderr);
}
