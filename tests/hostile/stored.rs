//! Stored reports and baselines.

use std::path::Path;

use crate::run::{Case, case, put};

const TEXT: &[&str] = &["render", "report.json"];
const HTML: &[&str] = &["render", "report.json", "--format", "html"];
const GITHUB: &[&str] = &["render", "report.json", "--format", "github"];
const BASELINE: &[&str] = &["check", "talk.md", "--baseline", "known.json"];

fn report(at: &Path, finding: &str) {
    let turn = r#"{"id":"Z1","lang":"zh","number":1,"speaker":null,"start_line":1,"end_line":1,"text":"三"}"#;
    put(
        at,
        "report.json",
        format!(
            r#"{{"schema":"duizhao-report/1","tool":{{"name":"x","version":"0"}},
            "summary":{{"files":1,"pairs":1,"errors":1,"warnings":0,"infos":0,"by_rule":{{}}}},
            "files":[{{"path":"\u001b[31mtalk.md","turns":[{turn}],
            "links":[{{"zh":[1,4294967295],"en":[7],"score":1e300}}],"findings":[{finding}]}}]}}"#
        ),
    );
}

/// A finding at a place that no text has.
const ASTRAY: &str = r#"{"rule":"\u001b[31mrule","severity":"error","mqm":"x","message":"a\u001b]0;t\u0007\n::error::b","help":"\u001b[2J",
    "zh":{"turn":"Z4294967295","text":"\u001b[0m","start":{"line":4294967295,"column":4294967295,"byte":18446744073709551615},"end":{"line":1,"column":1,"byte":0}},
    "en":null,"zh_turns":["Z4294967295","E0","","é"],"en_turns":[],"suggestion":null,"fingerprint":""}"#;

fn baseline(at: &Path, text: &str) {
    put(at, "talk.md", "**甲：** 我们走吧。\n\n**A:** Let us go.\n");
    put(at, "known.json", text);
}

pub(crate) const CASES: &[Case] = &[
    case(
        "a report that is empty",
        |at| put(at, "report.json", ""),
        TEXT,
        2,
        "report.json is no JSON",
    ),
    case(
        "a report that is no text",
        |at| put(at, "report.json", b"\xff\xfe"),
        TEXT,
        2,
        "cannot read report.json",
    ),
    case(
        "a report cut short",
        |at| put(at, "report.json", "{\"schema\":\"duizhao-report/1\",\"files\":[{"),
        TEXT,
        2,
        "report.json is no JSON",
    ),
    case(
        "a report of another schema",
        |at| put(at, "report.json", "{\"schema\":\"duizhao-report/\\u001b[31m\"}"),
        TEXT,
        2,
        "is of schema",
    ),
    case(
        "a report without files",
        |at| put(at, "report.json", "{\"schema\":\"duizhao-report/1\"}"),
        TEXT,
        2,
        "report.json is no whole report",
    ),
    case(
        "a report nested 100,000 deep",
        |at| put(at, "report.json", "[".repeat(100_000)),
        TEXT,
        2,
        "report.json is no JSON",
    ),
    case(
        "a report with a number too large",
        |at| {
            put(
                at,
                "report.json",
                "{\"schema\":\"duizhao-report/1\",\"summary\":{\"files\":1e999}}",
            )
        },
        TEXT,
        2,
        "report.json is no",
    ),
    case("a report of a finding astray", |at| report(at, ASTRAY), TEXT, 0, "\\u{1b}]0;t\\u{7}"),
    case(
        "a report of a finding astray as a page",
        |at| report(at, ASTRAY),
        HTML,
        0,
        "<!doctype html>",
    ),
    case("a report that gives commands", |at| report(at, ASTRAY), GITHUB, 0, "%0A::error::b"),
    case("a report of links without turns", |at| report(at, ""), HTML, 0, "<!doctype html>"),
    case(
        "a baseline that is empty",
        |at| baseline(at, ""),
        BASELINE,
        2,
        "cannot read known.json: it is no baseline",
    ),
    case(
        "a baseline of another schema",
        |at| baseline(at, "{\"schema\":\"x/9\",\"findings\":[]}"),
        BASELINE,
        2,
        "its schema is `x/9`",
    ),
    case(
        "a baseline with an unknown key",
        |at| baseline(at, "{\"schema\":\"duizhao-baseline/1\",\"findings\":[],\"x\":1}"),
        BASELINE,
        2,
        "unknown field `x`",
    ),
    case(
        "a baseline nested 100,000 deep",
        |at| baseline(at, &format!("{{\"schema\":{}", "[".repeat(100_000))),
        BASELINE,
        2,
        "it is no baseline",
    ),
    case(
        "a baseline of 100,000 equal findings",
        |at| {
            let known = "{\"path\":\"talk.md\",\"rule\":\"x\",\"fingerprint\":\"0\"}";
            baseline(
                at,
                &format!(
                    "{{\"schema\":\"duizhao-baseline/1\",\"findings\":[{}]}}",
                    vec![known; 100_000].join(",")
                ),
            );
        },
        BASELINE,
        0,
        "100000 findings of the baseline are gone",
    ),
];
