//! Bytes that are hardly a transcript.

use crate::run::{Case, put};

const CHECK: &[&str] = &["check", "talk.md", "--no-progress"];

const fn case(
    name: &'static str,
    files: fn(&std::path::Path),
    status: i32,
    says: &'static str,
) -> Case {
    Case { name, files, args: CHECK, status, says }
}

pub(crate) const CASES: &[Case] = &[
    case("an empty file", |at| put(at, "talk.md", ""), 2, "talk.md: the file is empty"),
    case("blank lines alone", |at| put(at, "talk.md", "\n \n\t\n"), 2, "talk.md: no text found"),
    case("a byte order mark alone", |at| put(at, "talk.md", "\u{feff}"), 2, "the file is empty"),
    case(
        "a zero byte",
        |at| put(at, "talk.md", "a\0b"),
        2,
        "a binary file (a zero byte at byte 1)",
    ),
    case(
        "bytes that are no UTF-8",
        |at| put(at, "talk.md", b"\xff\xfe\xfd\xfc\xfb"),
        2,
        "talk.md: ",
    ),
    case(
        "one broken byte in UTF-8",
        |at| put(at, "talk.md", b"**\xe7\x94\xb2\xef\xbc\x9a** \xe5\xa5\xbd\xe5\xa5\xbd\xe4\xb8\n"),
        2,
        "cannot decode byte 17 as UTF-8",
    ),
    case(
        "UTF-16 of an odd length",
        |at| put(at, "talk.md", b"\xff\xfea\0b"),
        2,
        "cannot decode byte",
    ),
    case(
        "a lone surrogate in UTF-16",
        |at| put(at, "talk.md", b"\xff\xfea\0\x00\xd8b\0"),
        2,
        "cannot decode byte 4 as UTF-16LE",
    ),
    case(
        "control characters alone",
        |at| put(at, "talk.md", "\u{1}\u{2}\u{7f}\u{9b}"),
        2,
        "talk.md",
    ),
    case(
        "escapes for the terminal",
        |at| {
            let talk = "**\u{1b}[31m甲：** \u{1b}]0;title\u{7}我们有三个人。\n\n**A:** \u{9b}31mWe have 4 people.\n";
            put(at, "talk.md", talk);
        },
        1,
        "\\u{1b}]0;title\\u{7}",
    ),
    case(
        "one language",
        |at| put(at, "talk.md", "**甲：** 我们走吧。\n\n**乙：** 好的，我们走。\n"),
        2,
        "all 2 turns are in Chinese",
    ),
    case("a lone label", |at| put(at, "talk.md", "**甲：**\n"), 1, "pairing-missing"),
    case(
        "front matter that never ends",
        |at| put(at, "talk.md", format!("---\n{}", "key: value\n".repeat(100_000))),
        2,
        "talk.md: all",
    ),
    case(
        "20,000 bidirectional controls",
        |at| {
            let controls = "\u{202e}\u{2066}\u{2069}\u{202c}".repeat(2_500);
            put(
                at,
                "talk.md",
                format!("**甲：** 有三个。{controls}\n\n**A:** Had four.{controls}\n"),
            );
        },
        1,
        "\\u{202e}\\u{2066}",
    ),
    case(
        "a text of 65 MB",
        |at| put(at, "talk.md", vec![b'a'; 65 << 20]),
        2,
        "talk.md: the text has more than 64 MB",
    ),
    case(
        "lone carriage returns",
        |at| put(at, "talk.md", "**甲：** 好。\r\r**A:** Good.\r".repeat(2000)),
        0,
        "No findings",
    ),
    case(
        "zero-width characters alone",
        |at| put(at, "talk.md", "\u{200b}\u{200d}\u{feff}\u{2060}\n"),
        2,
        "talk.md: no text found",
    ),
    case(
        "one label with a name of 100,000 letters",
        |at| {
            let name = "甲".repeat(100_000);
            put(at, "talk.md", format!("**{name}：** 好的，走吧。\n\n**A:** Good, let us go.\n"));
        },
        2,
        "talk.md",
    ),
];
