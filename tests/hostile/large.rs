//! Inputs too large for every run of CI. What they took stands in docs/reliability.md.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use crate::packed::gzip;
use crate::run::{Case, case, put};

/// A file of so many parts.
fn many(at: &Path, name: &str, count: usize, part: impl Fn(usize) -> String) {
    let mut file = BufWriter::new(File::create(at.join(name)).expect("a file"));
    for number in 0..count {
        file.write_all(part(number).as_bytes()).expect("a file");
    }
    file.flush().expect("a file");
}

const TALK: &str = "**甲：** 我们走吧，天黑了。\n\n**A:** Let us go, it is dark.\n";

pub(crate) const CASES: &[Case] = &[
    case(
        "one line of 500 MB",
        |at| many(at, "talk.md", 500, |_| "a".repeat(1 << 20)),
        &["check", "talk.md"],
        2,
        "talk.md: the text has more than 64 MB",
    ),
    case(
        "one row of 500 MB",
        |at| many(at, "pairs.tsv", 500, |_| "a".repeat(1 << 20)),
        &["check", "pairs.tsv", "--no-progress"],
        2,
        "pairs.tsv:1: this line does not end within 16 MB",
    ),
    case(
        "one turn of 2 MB in each language",
        |at| {
            let [zh, en] = ["我们走吧。", "Let us go. "].map(|part| part.repeat((2 << 20) / 15));
            put(at, "talk.md", format!("**甲：** {zh}\n\n**A:** {en}\n"));
        },
        &["check", "talk.md", "--quiet", "--fail-on", "never"],
        0,
        "findings",
    ),
    case(
        "1 GB of rows in a small gzip",
        |at| {
            let row = format!("我们走吧{}\tLet us go\n", " ".repeat(1000));
            put(at, "pairs.tsv.gz", gzip(row.repeat(1 << 10).as_bytes(), 1 << 10));
        },
        &["check", "pairs.tsv.gz", "--format", "jsonl", "--no-progress"],
        0,
        "",
    ),
    case(
        "a million labels",
        |at| {
            many(at, "talk.md", 500_000, |n| {
                format!("**甲：** 我们有{n}个。\n\n**A:** We have {n}.\n\n")
            })
        },
        &["check", "talk.md", "--quiet", "--fail-on", "never"],
        0,
        "findings",
    ),
    case(
        "a lexicon of a million entries in TOML",
        |at| {
            put(at, "talk.md", TALK);
            many(at, "own.toml", 1_000_000, |n| {
                format!("[[term]]\nzh = [\"词{n}条\"]\nen = [\"term {n}\"]\n")
            });
        },
        &["check", "talk.md", "--lexicon", "own.toml"],
        0,
        "No findings",
    ),
    case(
        "a lexicon of a million entries in CSV",
        |at| many(at, "terms.csv", 1_000_000, |n| format!("词{n}条,term {n}\n")),
        &["lexicon", "import", "terms.csv", "--output", "own.toml"],
        0,
        "",
    ),
];
