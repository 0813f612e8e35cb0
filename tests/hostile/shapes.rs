//! Well-formed text of shapes that cost programs time: each as long as a whole talk.

use std::path::Path;

use crate::run::{Case, put};

const CHECK: &[&str] = &["check", "talk.md", "--no-progress", "--quiet", "--fail-on", "never"];

const fn case(name: &'static str, files: fn(&Path)) -> Case {
    Case { name, files, args: CHECK, status: 0, says: "finding" }
}

/// One turn in each language with so many times `part` in it.
fn turns(at: &Path, part: &str, count: usize) {
    both(at, part, part, count);
}

/// The same with another part in each language.
fn both(at: &Path, zh: &str, en: &str, count: usize) {
    let (zh, en) = (zh.repeat(count), en.repeat(count));
    put(at, "talk.md", format!("**甲：** 我们走吧。{zh}\n\n**A:** Let us go. {en}\n"));
}

pub(crate) const CASES: &[Case] = &[
    case("a run of 亿", |at| both(at, "亿", "1 ", 20_000)),
    case("a run of 一", |at| both(at, "一", "one ", 20_000)),
    case("a run of 十", |at| both(at, "十", "ten ", 20_000)),
    case("a run of 零点", |at| both(at, "零点", "0.", 10_000)),
    case("a number of 100,000 digits", |at| turns(at, "9", 100_000)),
    case("1,1,1,1 and on", |at| turns(at, "1,", 20_000)),
    case("a run of hundred and", |at| both(at, "百零", "hundred and ", 5_000)),
    case("brackets opened", |at| turns(at, "[", 100_000)),
    case("brackets nested", |at| turns(at, "[](", 50_000)),
    case("emphasis opened", |at| turns(at, "****", 50_000)),
    case("comments opened", |at| turns(at, "<!-- ", 50_000)),
    case("comments opened, one a line", |at| turns(at, "\n\n<!-- ", 20_000)),
    case("fences opened", |at| both(at, "\n\n```天黑了\n", "\n\n```it is dark\n", 10_000)),
    case("tags opened", |at| turns(at, "<b ", 50_000)),
    case("quotation marks", |at| turns(at, "\"", 100_000)),
    case("full stops", |at| turns(at, ". ", 50_000)),
    case("one word of 200,000 letters", |at| turns(at, "a", 200_000)),
    case("combining marks on one letter", |at| turns(at, "\u{301}", 50_000)),
    case("names", |at| turns(at, "OpenAI Anthropic ", 5_000)),
    Case {
        name: "20,000 labels without text",
        files: |at| put(at, "talk.md", "**甲：**\n\n**A:**\n\n".repeat(10_000) + "**甲：** 好。\n"),
        args: CHECK,
        status: 2,
        says: "talk.md: all 20001 turns are in Chinese",
    },
    case("5,000 speakers", |at| {
        let turns = |n: usize| format!("**人{n}：** 好的。\n\n**Person {n}:** All right.\n\n");
        put(at, "talk.md", (0..5_000).map(turns).collect::<String>());
    }),
    case("4,000 equal turns", |at| {
        let turns = "**甲：** 我们走吧，天黑了。\n\n**A:** Let us go, it is dark.\n\n";
        put(at, "talk.md", turns.repeat(2_000));
    }),
    case("5,000 comments that silence", |at| {
        let turns = |n: usize| {
            format!(
                "<!-- duizhao: ignore-file number -->\n<!-- duizhao: ignore {n} -->\n\n**甲：** 有{n}人。\n\n**A:** Some.\n\n"
            )
        };
        put(at, "talk.md", (0..2_500).map(turns).collect::<String>());
    }),
];
