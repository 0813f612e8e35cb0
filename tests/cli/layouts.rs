//! One talk in the layouts that people publish talks in: read alike, with nothing found, and with one
//! thing found where one number is changed.

use crate::harness::Folder;

struct Said {
    zh_name: &'static str,
    en_name: &'static str,
    zh: &'static str,
    en: &'static str,
}

const fn said(
    zh_name: &'static str,
    en_name: &'static str,
    zh: &'static str,
    en: &'static str,
) -> Said {
    Said { zh_name, en_name, zh, en }
}

const TALK: [Said; 6] = [
    said("主持人", "Host", "你们的面包房是哪一年开的？", "What year did your bakery open?"),
    said(
        "老周",
        "Zhou",
        "2011 年。那时候街上只有三家店，大家都说我们撑不过冬天。",
        "In 2011. There were only three shops in the street, and everybody said we would not last the winter.",
    ),
    said("主持人", "Host", "每天要烤多少个面包？", "How many loaves do you bake a day?"),
    said(
        "老周",
        "Zhou",
        "平时 240 个，周末要多一些，因为附近的人都来买早餐。",
        "240 on most days, and more at weekends, because people from nearby come to buy breakfast.",
    ),
    said("主持人", "Host", "你最怕什么？", "What are you most afraid of?"),
    said(
        "老周",
        "Zhou",
        "停电。烤箱一停，面团就毁了，整个早上白干。",
        "A power cut. When the oven stops, the dough is ruined and the whole morning's work is wasted.",
    ),
];

/// Each layout with its name: what stands before the talk, how a turn is written, what stands behind.
fn layouts() -> Vec<(&'static str, String)> {
    let whole = |before: &str, turn: &dyn Fn(&Said) -> String, behind: &str| {
        let turns: String = TALK.iter().map(turn).collect();
        format!("{before}{turns}{behind}")
    };
    let numbered = TALK.iter().zip(1..).map(|(Said { zh_name, en_name, zh, en }, number)| {
        format!("{number}. {zh_name}：{zh}\n\n   {en_name}: {en}\n\n")
    });
    let timed = TALK
        .iter()
        .zip(10..)
        .map(|(Said { zh, en, .. }, minute)| format!("00:{minute}\n>> {zh}\n>> {en}\n\n"));
    let half = |turn: &dyn Fn(&Said) -> String| TALK.iter().map(turn).collect::<String>();
    let chinese = half(&|Said { zh_name, zh, .. }| format!("**{zh_name}：** {zh}\n\n"));
    let english = half(&|Said { en_name, en, .. }| format!("**{en_name}:** {en}\n\n"));
    vec![
        (
            "all Chinese turns, then the English ones",
            format!("# 面包\n\n{chinese}---\n\n# Bread\n\n{english}"),
        ),
        (
            "times before bold labels",
            whole(
                "",
                &|Said { zh_name, en_name, zh, en }| {
                    format!("[00:12:03] **{zh_name}：** {zh}\n\n[00:12:03] **{en_name}:** {en}\n\n")
                },
                "",
            ),
        ),
        (
            "bold labels",
            whole(
                "# 面包\n\n",
                &|Said { zh_name, en_name, zh, en }| {
                    format!("**{zh_name}：** {zh}\n\n**{en_name}:** {en}\n\n")
                },
                "",
            ),
        ),
        (
            "one label over both languages",
            whole(
                "# 面包\n# Bread\n\n---\n\n",
                &|Said { zh_name, en_name, zh, en }| {
                    format!("**{zh_name} / {en_name}**\n\n{zh}\n\n{en}\n\n")
                },
                "",
            ),
        ),
        (
            "quotations, images and an end",
            whole(
                "![封面](cover.png)\n\n文｜小满\n\n* * *\n\n",
                &|Said { zh_name, zh, en, .. }| {
                    format!(
                        "**{zh_name}：** {zh}\n\n> {en}\n\n![图](a.png)\n<small>图：面包</small>\n\n"
                    )
                },
                "* * *\n\n**— END —**\n\n喜欢请点赞\n",
            ),
        ),
        (
            "a break between the languages",
            whole(
                "",
                &|Said { zh_name, en_name, zh, en }| {
                    format!("**{zh_name}：** {zh}<br>**{en_name}:** {en}\n\n")
                },
                "",
            ),
        ),
        (
            "a list of questions and answers",
            whole(
                "> 整理自社区直播。From a livestream.\n\n",
                &|Said { zh_name, en_name, zh, en }| {
                    format!("- {zh_name}：{zh}\n- {en_name}: {en}\n")
                },
                "",
            ),
        ),
        (
            "a table",
            whole(
                "A transcript.\n\n| 中文 | English |\n| --- | --- |\n",
                &|Said { zh_name, en_name, zh, en }| {
                    format!("| **{zh_name}：** {zh} | **{en_name}:** {en} |\n")
                },
                "\n（完）\n",
            ),
        ),
        (
            "a table with numbers and names in columns of their own",
            whole(
                "| # | Who | English | 中文 |\n|---|:-:|---|---|\n",
                &|Said { en_name, zh, en, .. }| format!("| 7 | {en_name} | {en} | {zh} |\n"),
                "",
            ),
        ),
        ("times", format!("面包 | Bread\nTranscript (zh + en)\n\n{}", timed.collect::<String>())),
        (
            "names and times in lines of their own",
            whole(
                "",
                &|Said { zh_name, en_name, zh, en }| {
                    format!("{zh_name} 00:12\n{zh}\n\n{en_name} 00:12\n{en}\n\n")
                },
                "",
            ),
        ),
        ("a numbered list", format!("{}（錄音整理：林）\n", numbered.collect::<String>())),
        (
            "bold questions and footnotes",
            whole(
                "# 面包\n\n**Bread**\n\n",
                &|Said { zh_name, zh, en, .. }| match *zh_name {
                    "主持人" => format!("**{zh}**\n\n**{en}**\n\n"),
                    _ => format!("{zh}[^1]\n\n{en}[^1]\n\n"),
                },
                "[^1]: 见第 3 章。See chapter 3.\n",
            ),
        ),
        (
            "one line with a stroke",
            whole("", &|Said { zh, en, .. }| format!("{zh} / {en}\n\n"), ""),
        ),
        (
            "English in brackets",
            whole(
                "　　第三章\n\n",
                &|Said { zh, en, .. }| format!("　　{zh}\n（{en}）\n\n"),
                "— 113 —\n",
            ),
        ),
        (
            "names in brackets and before dashes",
            whole(
                "",
                &|Said { zh_name, en_name, zh, en }| {
                    format!("【{zh_name}】{zh}\n\n{en_name} — {en}\n\n")
                },
                "〔本文原載某月刊〕\n",
            ),
        ),
        (
            "a script",
            whole(
                "",
                &|Said { zh_name, en_name, zh, en }| {
                    format!("    {zh_name}\n{zh}\n\n    {en_name}\n{en}\n\n")
                },
                "（完）\n",
            ),
        ),
        (
            "callouts",
            whole(
                "---\ntitle: 面包\n---\n\n",
                &|Said { zh_name, en_name, zh, en }| {
                    format!("> [!quote] {zh_name}\n> {zh}\n\n> [!quote]- {en_name}\n> {en}\n\n")
                },
                "",
            ),
        ),
        (
            "a title and a note around paragraphs",
            whole(
                "面包房的早晨\n\n",
                &|Said { zh, en, .. }| format!("{zh}\n\n{en}\n\n"),
                "（本文写于 2024 年）\n",
            ),
        ),
        (
            "folds",
            whole(
                "<aside>\n点三角形展开英文。\n\n</aside>\n\n",
                &|Said { zh_name, en_name, zh, en }| {
                    format!(
                        "**{zh_name}：** {zh}\n\n<details>\n<summary>English</summary>\n\n**{en_name}:** {en}\n\n</details>\n\n"
                    )
                },
                "",
            ),
        ),
    ]
}

#[test]
fn nothing_is_found_in_a_good_talk() {
    for (name, text) in layouts() {
        let folder = Folder::new(&[("talk.md", &text)]);
        let run = folder.run(&["check", "talk.md"]);
        assert_eq!(run.stdout, "No findings in 1 file, 6 pairs.\n", "{name}:\n{text}");
    }
}

#[test]
fn a_changed_number_is_found_in_each() {
    for (name, text) in layouts() {
        let text = text.replace("240 on", "420 on");
        let folder = Folder::new(&[("talk.md", &text)]);
        let run = folder.run(&["check", "talk.md", "--format", "jsonl"]);
        assert_eq!(run.stdout.lines().count(), 1, "{name}: {}", run.shown());
        assert!(run.stdout.contains("\"number-mismatch\""), "{name}: {}", run.shown());
    }
}

#[test]
fn fix_says_that_it_cannot_move_what_shares_a_line() {
    for (name, text) in layouts() {
        let folder = Folder::new(&[("talk.md", &text)]);
        let run = folder.run(&["fix", "talk.md"]);
        if ["break", "table", "one line"].iter().any(|shared| name.contains(shared)) {
            assert_eq!(run.status, Some(2), "{name}");
            assert!(run.stderr.contains("two turns share line "), "{name}: {}", run.shown());
        } else {
            assert_eq!(run.stdout, text, "{name}: what is in order stays as it is");
        }
    }
}

/// A talk of many short answers, one language behind the other, and without the English of 对。
fn in_halves(lost: &str) -> String {
    let turns = [
        ("甲", "A", "你们去年搬家了？", "You moved last year?"),
        ("乙", "B", "对。", "Right."),
        ("甲", "A", "搬到城北？", "To the north of the city?"),
        ("乙", "B", "城东，靠近火车站。", "To the east of it, near the railway station."),
        ("甲", "A", "房租贵吗？", "Is the rent high?"),
        ("乙", "B", "比从前便宜，地方也大。", "It is lower than before, and there is more room."),
        ("甲", "A", "邻居怎么样？", "And the neighbours?"),
        ("乙", "B", "很安静。", "Very quiet."),
    ];
    let chinese = turns.iter().map(|(name, _, zh, _)| format!("**{name}：** {zh}\n\n"));
    let english = turns.iter().filter(|turn| turn.3 != lost);
    let english = english.map(|(_, name, _, en)| format!("**{name}:** {en}\n\n"));
    chinese.chain(["---\n\n".to_owned()]).chain(english).collect()
}

#[test]
fn where_one_language_follows_the_other_nothing_is_told_to_be_shifted() {
    let folder = Folder::new(&[("talk.md", &in_halves("")), ("lost.md", &in_halves("Right."))]);
    assert_eq!(folder.run(&["check", "talk.md"]).stdout, "No findings in 1 file, 8 pairs.\n");
    let run = folder.run(&["check", "lost.md", "--format", "jsonl"]);
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.shown());
    assert!(run.stdout.contains("nothing in English translates Z2"), "{}", run.shown());
}

#[test]
fn turns_behind_a_lost_one_still_stand_side_by_side() {
    let text = "**甲：** 你们去年搬家了？\n\n**A:** You moved last year?\n\n**乙：** 对，搬到了城东。\n\n\
                **甲：** 房租贵吗？\n\n**A:** Is the rent high?\n\n**乙：** 比从前便宜。\n\n**B:** It is lower than before.\n";
    let folder = Folder::new(&[("talk.md", text)]);
    let run = folder.run(&["align", "talk.md"]);
    let shown = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        shown.contains("4 Chinese and 3 English turns; 3 stand side by side"),
        "{}",
        run.shown()
    );
}
