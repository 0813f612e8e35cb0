//! Corpora that are broken, nested or without end.

use std::path::Path;

use crate::run::{Case, case, put};

const TSV: &[&str] = &["check", "pairs.tsv", "--format", "jsonl", "--no-progress"];
const CSV: &[&str] = &["check", "pairs.csv", "--format", "jsonl", "--no-progress"];
const JSONL: &[&str] = &["check", "pairs.jsonl", "--no-progress"];
const TMX: &[&str] = &["check", "memory.tmx", "--no-progress"];
const XLIFF: &[&str] = &["check", "talk.xlf", "--no-progress"];
const PO: &[&str] = &["check", "talk.po", "--no-progress"];
const SRT: &[&str] = &["check", "--zh", "zh.srt", "--en", "en.srt"];

const UNIT: &str = "<tu><tuv xml:lang='zh'><seg>三个人</seg></tuv><tuv xml:lang='en'><seg>three people</seg></tuv></tu>";

fn tmx(at: &Path, head: &str, body: &str) {
    put(
        at,
        "memory.tmx",
        format!("<?xml version='1.0'?>{head}<tmx version='1.4'><body>{body}</body></tmx>"),
    );
}

fn subtitles(at: &Path, time: &str) {
    for name in ["zh.srt", "en.srt"] {
        put(at, name, format!("1\n{time}\n三 three\n"));
    }
}

pub(crate) const CASES: &[Case] = &[
    case("an empty TSV", |at| put(at, "pairs.tsv", ""), TSV, 2, "pairs.tsv: no rows were found"),
    case(
        "a TSV of one column",
        |at| put(at, "pairs.tsv", "只有中文\n还是中文\n"),
        TSV,
        2,
        "pairs.tsv:1: expected a column 2 parted by tabs, found no tab",
    ),
    case(
        "a TSV of one column and 100,000 rows",
        |at| put(at, "pairs.tsv", "一\n".repeat(100_000)),
        TSV,
        2,
        "99980 more that could not be read",
    ),
    case(
        "a TSV with a broken byte",
        |at| put(at, "pairs.tsv", b"\xe4\xb8\x80\tone\n\xe4\xb8\tx\n"),
        TSV,
        2,
        "pairs.tsv:2: cannot decode byte 8 as UTF-8",
    ),
    case(
        "a column with a huge number",
        |at| put(at, "pairs.tsv", "一\tone\n"),
        &["check", "pairs.tsv", "--columns", "1,18446744073709551615"],
        2,
        "pairs.tsv:1: expected a column 18446744073709551615",
    ),
    case(
        "a column that is no number",
        |at| put(at, "pairs.tsv", "一\tone\n"),
        &["check", "pairs.tsv", "--columns", "0,99999999999999999999999"],
        2,
        "expected two numbers from 1",
    ),
    case("a row of 100,000 columns", |at| put(at, "pairs.tsv", "\t".repeat(100_000)), TSV, 0, ""),
    case(
        "a row of 50 MB",
        |at| put(at, "pairs.tsv", vec![b'a'; 50 << 20]),
        TSV,
        2,
        "pairs.tsv:1: this line does not end within 16 MB",
    ),
    case(
        "a quotation open over 100 MB",
        |at| put(at, "pairs.csv", format!("一,one\n二,\"two\n{}", "三,three\n".repeat(11 << 20))),
        CSV,
        2,
        "pairs.csv:2: this quoted field does not end within 16 MB",
    ),
    case(
        "a quotation that the file ends in",
        |at| put(at, "pairs.csv", "一,one\n二,\"two\n三,three\n"),
        CSV,
        2,
        "pairs.csv:2: this quoted field does not end",
    ),
    case(
        "escapes in rows",
        |at| put(at, "pairs.tsv", "有三个\u{1b}[2J\tfour\u{1b}[2J\n"),
        &["check", "pairs.tsv", "--no-progress"],
        1,
        "number-mismatch",
    ),
    case(
        "JSON nested 100,000 deep",
        |at| put(at, "pairs.jsonl", format!("{{\"zh\":{}", "[".repeat(100_000))),
        JSONL,
        2,
        "pairs.jsonl:1: expected an object with the strings `zh` and `en`",
    ),
    case(
        "JSON nested in a key that is not read",
        |at| put(at, "pairs.jsonl", format!("{{\"x\":{}}}\n", "[".repeat(100_000))),
        JSONL,
        2,
        "pairs.jsonl:1: expected an object",
    ),
    case(
        "JSON with a key twice",
        |at| put(at, "pairs.jsonl", "{\"zh\":\"一\",\"zh\":\"二\",\"en\":\"one\"}\n"),
        JSONL,
        2,
        "pairs.jsonl:1: expected an object with the strings `zh` and `en`: duplicate field",
    ),
    case(
        "JSON with wrong types",
        |at| put(at, "pairs.jsonl", "{\"zh\":1,\"en\":null}\n[]\n7\n"),
        JSONL,
        2,
        "pairs.jsonl:3: ",
    ),
    case(
        "JSON with a lone surrogate",
        |at| put(at, "pairs.jsonl", "{\"zh\":\"\\ud83d\",\"en\":\"x\"}\n"),
        JSONL,
        2,
        "pairs.jsonl:1: ",
    ),
    case(
        "JSON with a zero character",
        |at| put(at, "pairs.jsonl", "{\"zh\":\"一\\u0000\",\"en\":\"one\\u0000\"}\n"),
        JSONL,
        0,
        "",
    ),
    case(
        "a bomb of entities",
        |at| {
            let bomb: String = (1..9)
                .map(|n| format!("<!ENTITY l{n} '{}'>", format!("&l{};", n - 1).repeat(10)))
                .collect();
            tmx(
                at,
                &format!("<!DOCTYPE tmx [<!ENTITY l0 'ha'>{bomb}]>"),
                &UNIT.replace("三个人", "&l8;"),
            );
        },
        TMX,
        2,
        "`&l8;` is no entity of XML, and others are not resolved",
    ),
    case(
        "an entity that names a file",
        |at| {
            tmx(
                at,
                "<!DOCTYPE tmx [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
                &UNIT.replace("三个人", "&x;"),
            )
        },
        TMX,
        2,
        "`&x;` is no entity of XML",
    ),
    case(
        "elements nested 100,000 deep",
        |at| tmx(at, "", &format!("<tu><tuv xml:lang='zh'><seg>{}", "<hi>".repeat(100_000))),
        TMX,
        2,
        "elements are nested too deep",
    ),
    case(
        "a section that never ends",
        |at| tmx(at, "", &format!("{UNIT}<tu><tuv xml:lang='zh'><seg><![CDATA[三")),
        TMX,
        2,
        "memory.tmx:1: this is no XML",
    ),
    case(
        "a comment that never ends",
        |at| tmx(at, "", &format!("{UNIT}<!-- {UNIT}")),
        TMX,
        2,
        "memory.tmx:1: this is no XML",
    ),
    case(
        "20,000 units that never end",
        |at| tmx(at, "", &"<tu><tuv xml:lang='zh'><seg>三\n".repeat(20_000)),
        TMX,
        2,
        "the unit does not end before the next one begins",
    ),
    case(
        "XML without a bracket for 70 MB",
        |at| put(at, "memory.tmx", format!("<tmx>{}", "a".repeat(70 << 20))),
        TMX,
        2,
        "memory.tmx:1: this unit does not end within 64 MB",
    ),
    case(
        "characters that XML cannot name",
        |at| tmx(at, "", &UNIT.replace("三个人", "&#xd800;&#0;&#x110000;")),
        TMX,
        2,
        "`&#xd800;` is no entity",
    ),
    case(
        "a file name that climbs",
        |at| {
            put(
                at,
                "talk.xlf",
                "<xliff version='1.2'><file original='../../../../tmp/x' source-language='zh' target-language='en'><body><trans-unit id='../x'><source>有三个人</source><target>There are four people</target></trans-unit></body></file></xliff>",
            )
        },
        XLIFF,
        1,
        "number-mismatch",
    ),
    case(
        "text where XLIFF is expected",
        |at| put(at, "talk.xlf", "**甲：** 好。\n"),
        XLIFF,
        2,
        "talk.xlf:2: expected the root element <xliff>",
    ),
    case(
        "a catalogue with broken quotes",
        |at| put(at, "talk.po", "msgid \"three\nmsgstr 三\"\n\nmsgid \"four\"\nmsgstr \"四\"\n"),
        PO,
        2,
        "talk.po:1: ",
    ),
    case(
        "a catalogue of one message of 20 MB",
        |at| put(at, "talk.po", format!("msgid \"\"\n{}", "\"three\"\n".repeat(5 << 19))),
        PO,
        2,
        "talk.po:1: this message does not end within 16 MB",
    ),
    case(
        "a catalogue of escapes cut short",
        |at| put(at, "talk.po", "msgid \"three \\x\\\nmsgstr \"三\\777\\u\"\n"),
        PO,
        2,
        "talk.po:1",
    ),
    case(
        "times without bounds",
        |at| subtitles(at, "99999999999999999999:99:99,999 --> 99999999999999999999:99:99,999"),
        SRT,
        2,
        "zh.srt: line 1: expected a time",
    ),
    case(
        "times at the end of all time",
        |at| subtitles(at, "307445734561825:00:00,000 --> 307445734561825:00:00,001"),
        SRT,
        2,
        "zh.srt: line 1: expected a time",
    ),
    case(
        "a time that runs backwards",
        |at| subtitles(at, "00:00:09,000 --> 00:00:01,000"),
        SRT,
        1,
        "untranslated",
    ),
    case(
        "5,000 cues at once",
        |at| {
            for name in ["zh.srt", "en.srt"] {
                put(at, name, "1\n00:00:01,000 --> 00:59:00,000\n三 three\n\n".repeat(5_000));
            }
        },
        SRT,
        1,
        "untranslated",
    ),
];
