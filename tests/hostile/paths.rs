//! Files that are elsewhere, of another kind, or called something odd.

use std::path::Path;

use crate::run::{Case, case, put};

const TALK: &str = "**甲：** 我们走吧，天黑了。\n\n**A:** Let us go, it is dark.\n";
const FAULTY: &str = "**甲：** 我们有三个人。\n\n**A:** There are 4 of us.\n";

fn talk(at: &Path) {
    put(at, "talk.md", TALK);
}

#[cfg(unix)]
fn link(at: &Path, name: &str, target: &str) {
    std::os::unix::fs::symlink(target, at.join(name)).expect("a link");
}

#[cfg(not(unix))]
fn link(_: &Path, _: &str, _: &str) {}

pub(crate) const CASES: &[Case] = &[
    case(
        "a report into a folder that is missing",
        talk,
        &["check", "talk.md", "--output", "no/report"],
        2,
        "cannot write no/report",
    ),
    case(
        "a report onto a folder",
        |at| {
            talk(at);
            put(at, "folder/x", "");
        },
        &["check", "talk.md", "--report", "json=folder"],
        2,
        "cannot write folder: there is a folder of that name",
    ),
    case(
        "a report onto a path through a file",
        talk,
        &["check", "talk.md", "--output", "talk.md/report"],
        2,
        "cannot write talk.md/report",
    ),
    case(
        "a report without a name",
        talk,
        &["check", "talk.md", "--report", "json="],
        2,
        "expected FORMAT=FILE",
    ),
    case(
        "two reports to one file",
        talk,
        &["check", "talk.md", "--report", "json=r", "--report", "html=./r"],
        2,
        "two reports",
    ),
    case(
        "a report onto the transcript",
        talk,
        &["check", "talk.md", "--output", "talk.md"],
        2,
        "talk.md is read",
    ),
    case(
        "a folder as a transcript",
        |at| put(at, "talk.md/x.txt", "x"),
        &["fix", "talk.md"],
        2,
        "cannot read talk.md",
    ),
    case(
        "a folder as a corpus",
        |at| put(at, "pairs.tsv/x.tsv", "x"),
        &["check", "pairs.tsv"],
        2,
        "no transcripts in pairs.tsv",
    ),
    case(
        "a link to nothing",
        |at| link(at, "talk.md", "gone.md"),
        &["check", "talk.md"],
        2,
        "cannot read talk.md",
    ),
    case(
        "a link to itself",
        |at| link(at, "talk.md", "talk.md"),
        &["check", "talk.md"],
        2,
        "cannot read talk.md",
    ),
    case(
        "a folder that links to itself",
        |at| {
            put(at, "talks/talk.md", TALK);
            link(at, "talks/again", "../talks");
        },
        &["check", "talks"],
        0,
        "No findings",
    ),
    case(
        "a link to nothing in a folder",
        |at| {
            put(at, "talks/talk.md", TALK);
            link(at, "talks/gone.md", "nowhere");
        },
        &["check", "talks"],
        0,
        "No findings",
    ),
    case(
        "a name with escapes",
        |at| put(at, "\u{1b}[31mtalk\u{7}.md", FAULTY),
        &["check", "."],
        1,
        "\\u{1b}[31mtalk\\u{7}.md",
    ),
    case(
        "a name with escapes that cannot be read",
        |_| {},
        &["check", "\u{1b}[31mtalk.md"],
        2,
        "cannot read \\u{1b}[31mtalk.md",
    ),
    case(
        "a name with a line break",
        |at| put(at, "a\nduizhao: all is well.md", FAULTY),
        &["check", "."],
        1,
        "a duizhao: all is well.md",
    ),
    case(
        "a name that is an option",
        |at| put(at, "--write.md", TALK),
        &["check", "--", "--write.md"],
        0,
        "No findings",
    ),
    case(
        "a name that is a command",
        |at| put(at, "$(touch x);.md", TALK),
        &["check", "."],
        0,
        "No findings",
    ),
    case(
        "a revision that is an option",
        talk,
        &["check", "talk.md", "--since=--output=stolen"],
        2,
        "--since",
    ),
    case(
        "a rule that is an escape",
        talk,
        &["check", "talk.md", "--select", "\u{1b}[31mx"],
        2,
        "\\u{1b}[31mx",
    ),
    case(
        "a jobs number that is too large",
        talk,
        &["check", "talk.md", "--jobs", "99999999999"],
        2,
        "--jobs",
    ),
    case(
        "standard input replaced",
        talk,
        &["fix", "--write", "-"],
        2,
        "standard input cannot be replaced",
    ),
    case(
        "a column for a transcript",
        talk,
        &["check", "talk.md", "--columns", "9,9"],
        2,
        "names columns of a TSV or CSV corpus, and none was given",
    ),
    case("a language that is none", talk, &["quantities", "--lang", "fr", "talk.md"], 2, "--lang"),
    case(
        "a device without end as a transcript",
        talk,
        &["check", "/dev/zero", "--input", "transcript"],
        2,
        "/dev/zero: ",
    ),
];
