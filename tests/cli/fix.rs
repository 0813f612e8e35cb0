//! `duizhao fix` and `duizhao align`: the pairing mended and shown.

use std::fs;

use insta::assert_snapshot;
use serde_json::Value;

use crate::harness::{CLEAN, Folder, shared};

/// Every English turn after the first stands one place early, and one answer stands twice.
const SHIFTED: &str = "\
# Talk

**Ann:** 你的公司在哪个城市？有多少名员工？

**Ann:** Which city is your company in? How many employees are there?

**Bob:** 我们在上海，办公室靠近河边，现在大约有三百名员工。

**Bob:** What is your main product, and who uses it?

<!-- a note of the editor -->

**Ann:** 你们的主要产品是什么，谁在使用它？

**Ann:** We make microscopes for hospitals, doctors examine blood samples with them every day.

**Bob:** 我们为医院制造显微镜，医生每天都用它检查血液样本。

**Bob:** Where do you plan to open a new factory next year?

**Ann:** 明年你们打算在哪里开设新的工厂？

**Ann:** We plan to open a new factory at the seaside, because the harbours there are convenient.

**Bob:** 我们打算在海边开设新的工厂，因为那里的港口很方便。
";

#[test]
fn a_shifted_transcript_is_re_paired_and_labels_follow() {
    let folder = Folder::new(&[("talk.md", SHIFTED)]);
    let run = folder.run(&["fix", "talk.md"]);
    assert_snapshot!(run.shown());
    folder.write("fixed.md", run.stdout.as_bytes());
    let check = folder.run(&["check", "fixed.md", "--select", "pairing-shifted,speaker"]);
    assert!(check.stdout.starts_with("No findings"), "{}", check.shown());
    let again = folder.run(&["fix", "fixed.md"]);
    assert_eq!(again.stdout, run.stdout, "fixing a fixed file changes nothing");
}

#[test]
fn a_file_in_order_comes_out_byte_for_byte() {
    let crlf = format!("\u{feff}{}", CLEAN.replace('\n', "\r\n"));
    let utf_16: Vec<u8> = CLEAN.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [CLEAN.as_bytes(), crlf.as_bytes(), &utf_16] {
        let folder = Folder::new(&[]);
        folder.write("talk.md", bytes);
        let run = folder.run(&["fix", "--write", "talk.md"]);
        assert_eq!(run.stderr, "duizhao: talk.md: nothing to change\n");
        assert_eq!(fs::read(folder.path("talk.md")).expect("a file"), bytes);
    }
}

/// A pair whose labels name two people. Nobody but a reader knows which is right.
const OPEN: &str = "\
**Bob:** 你喜欢这份工作吗？我们都很想知道。

**Ann:** Do you like this work? All of us would like to know.
";

#[test]
fn a_wrong_label_in_its_place_is_left_to_people() {
    let mismatch = "[speaker-mismatch]";
    let alone =
        format!("{CLEAN}\n{OPEN}\n{}", CLEAN.replace("三年", "五年").replace("three", "five"));
    let beside_a_fault = format!("{}\n\n{OPEN}{}", CLEAN.trim_end(), &SHIFTED[6..]);
    for text in [alone, beside_a_fault] {
        let folder = Folder::new(&[("talk.md", &text)]);
        let run = folder.run(&["fix", "--write", "talk.md"]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        assert!(folder.read("talk.md").contains(OPEN.trim_end()), "{}", folder.read("talk.md"));
        assert!(folder.run(&["check", "talk.md"]).stdout.contains(mismatch));
    }
}

#[test]
fn names_that_are_translated_are_learnt_from_the_layout() {
    let zh = |text: &str| {
        text.replace("**Ann:** 你", "**安：** 你").replace("**Bob:** 我", "**鲍勃：** 我")
    };
    let talk = zh(SHIFTED).replace("**Ann:** 明年", "**安：** 明年");
    let folder = Folder::new(&[("talk.md", &talk)]);
    folder.run(&["fix", "--write", "talk.md"]);
    let fixed = folder.read("talk.md");
    assert!(fixed.contains("**Ann:** Where do you plan"), "{fixed}");
    assert!(fixed.contains("**Bob:** We plan to open"), "{fixed}");
}

#[test]
fn a_label_that_moved_with_its_text_stays() {
    // The English runs one turn early, and its labels with it; the last answer is given to a third person.
    let talk = "\
**Ann:** 你的公司在哪个城市？有多少名员工？

**Ann:** Which city is your company in? How many employees are there?

**Bob:** 我们在上海，办公室靠近河边，现在大约有三百名员工。

**Ann:** What is your main product, and who uses it?

**Ann:** 你们的主要产品是什么，谁在使用它？

**Bob:** We make microscopes for hospitals, doctors examine blood samples with them every day.

**Bob:** 我们为医院制造显微镜，医生每天都用它检查血液样本。

**Ann:** Where do you plan to open a new factory next year?

**Ann:** 明年你们打算在哪里开设新的工厂？

**Cleo:** We plan to open a new factory at the seaside, because the harbours there are convenient.

**Bob:** 我们打算在海边开设新的工厂，因为那里的港口很方便。
";
    let folder = Folder::new(&[("talk.md", talk)]);
    let run = folder.run(&["fix", "--write", "talk.md"]);
    assert!(!run.stderr.contains("relabelled"), "{}", run.stderr);
    assert!(folder.read("talk.md").contains("**Cleo:** We plan to open"));
    let check = folder.run(&["check", "talk.md", "--select", "speaker"]);
    assert!(check.stdout.contains("[speaker-mismatch]"), "{}", check.shown());
}

#[test]
fn at_most_twenty_labels_are_listed() {
    let Some(shared) = shared() else { return };
    let folder = Folder::new(&[]);
    let broken = fs::read(shared.join("transcripts/dwarkesh-amodei.md")).expect("a transcript");
    folder.write("talk.md", &broken);
    let run = folder.run(&["fix", "--write", "talk.md"]);
    let fixed = folder.read("talk.md");
    let listed: Vec<&str> =
        run.stderr.lines().filter_map(|line| line.strip_prefix("  line ")).collect();
    assert_eq!(listed.len(), 20, "{}", run.stderr);
    for label in listed {
        let (line, names) = label.split_once(": ").expect("a line");
        let to = names.split('“').nth(2).expect("two names").trim_end_matches('”');
        let line: usize = line.parse().expect("a number");
        assert!(fixed.lines().nth(line - 1).expect("that line").contains(to), "{label}");
    }
    let last = run.stderr.lines().last().expect("a line");
    assert!(last.starts_with("  and ") && last.ends_with(" more labels"), "{last}");
    let check = folder.run(&["check", "talk.md", "--select", "speaker"]);
    assert!(check.stdout.starts_with("No findings"), "{}", check.shown());
}

#[test]
fn what_would_change_is_shown_and_nothing_written() {
    let folder = Folder::new(&[("talk.md", SHIFTED), ("good.md", CLEAN)]);
    assert_snapshot!(folder.run(&["fix", "--diff", "talk.md"]).shown());
    let check = folder.run(&["fix", "--check", "talk.md"]);
    assert_eq!(
        check.shown(),
        "status 1\n--- stderr\nduizhao: talk.md: would be changed; turns: 4 moved, 4 relabelled, \
         1 marked as without a counterpart\n"
    );
    assert_eq!(folder.read("talk.md"), SHIFTED);
    for trial in ["--diff", "--check"] {
        let good = folder.run(&["fix", trial, "good.md"]);
        assert_eq!(good.shown(), "status 0\n--- stderr\nduizhao: good.md: nothing to change\n");
        for other in ["--write", "--output=new.md"] {
            assert_eq!(folder.run(&["fix", trial, other, "talk.md"]).status, Some(2));
        }
    }
    assert_eq!(folder.run(&["fix", "--diff", "--check", "talk.md"]).status, Some(2));
}

#[test]
fn a_second_run_tells_nothing_of_what_it_leaves() {
    let folder = Folder::new(&[("talk.md", SHIFTED)]);
    folder.run(&["fix", "--write", "talk.md"]);
    for args in
        [&["fix", "--write", "talk.md"][..], &["fix", "talk.md"], &["fix", "--diff", "talk.md"]]
    {
        let run = folder.run(args);
        assert_eq!(
            (run.status, run.stderr.as_str()),
            (Some(0), "duizhao: talk.md: nothing to change\n")
        );
    }
}

/// Lines end as those of the file do, and labels are listed with their lines however these end.
#[test]
fn ends_of_lines_are_kept() {
    let unix = Folder::new(&[("talk.md", SHIFTED)]).run(&["fix", "talk.md"]);
    let last = SHIFTED.trim_end();
    for (end, text) in [("\r\n", SHIFTED), ("\r", SHIFTED), ("\n", last), ("\r\n", last)] {
        let folder = Folder::new(&[("talk.md", &text.replace('\n', end))]);
        let run = folder.run(&["fix", "--write", "talk.md"]);
        assert_eq!(folder.read("talk.md"), unix.stdout.replace('\n', end), "{end:?}");
        assert_eq!(run.stderr, unix.stderr, "{end:?}");
        let again = folder.run(&["fix", "--check", "talk.md"]);
        assert_eq!(again.stderr, "duizhao: talk.md: nothing to change\n", "{end:?}");
    }
}

#[test]
fn a_layout_in_blocks_is_in_order() {
    let text = "安：你的公司在哪个城市？\n鲍勃：我们在上海，办公室靠近河边。\n\n\
                Ann: Which city is your company in?\nBob: We are in Shanghai, the office is close to the river.\n";
    let folder = Folder::new(&[("talk.txt", text)]);
    let run = folder.run(&["fix", "talk.txt"]);
    assert_eq!(run.stdout, text);
    assert_eq!(folder.run(&["check", "talk.txt"]).status, Some(0));
}

#[test]
fn write_replaces_the_file_in_its_encoding() {
    let folder = Folder::new(&[]);
    folder.write("talk.md", &encoding_rs::GB18030.encode(SHIFTED).0);
    let expected = {
        let utf_8 = Folder::new(&[("talk.md", SHIFTED)]);
        utf_8.run(&["fix", "talk.md"]).stdout
    };
    let run = folder.run(&["fix", "--write", "talk.md"]);
    assert_eq!((run.status, run.stdout.as_str()), (Some(0), ""));
    let bytes = fs::read(folder.path("talk.md")).expect("a file");
    assert_eq!(encoding_rs::GB18030.decode(&bytes).0, expected);
}

#[test]
fn the_shared_transcripts_keep_every_sentence() {
    let Some(shared) = shared() else { return };
    let folder = Folder::new(&[]);
    let broken = fs::read(shared.join("transcripts/dwarkesh-amodei.md")).expect("a transcript");
    folder.write("talk.md", &broken);
    let fixed = folder.run(&["fix", "talk.md"]).stdout;
    folder.write("fixed.md", fixed.as_bytes());
    let check = folder.run(&["check", "fixed.md", "--select", "pairing-shifted"]);
    assert!(check.stdout.starts_with("No findings"), "{}", check.shown());
    assert_eq!(folder.run(&["fix", "fixed.md"]).stdout, fixed);
    // Chinese has no second copies here, so all of it must be there, in order.
    let zh = |path: &str| -> Vec<String> {
        let report = folder.run(&["align", path, "--format", "json"]).stdout;
        let report: Value = serde_json::from_str(&report).expect("JSON");
        let turns = report["turns"].as_array().expect("turns").iter();
        let zh = turns.filter(|turn| turn["lang"] == "zh");
        zh.map(|turn| turn["text"].as_str().expect("text").to_owned()).collect()
    };
    assert_eq!(zh("talk.md"), zh("fixed.md"));
}

#[test]
fn two_files_cannot_be_fixed_but_aligned() {
    let folder = Folder::new(&[
        ("zh.md", "**安：** 我们三年前谈过一次。\n\n**鲍勃：** 是的，那是在春天。\n"),
        ("en.md", "**Ann:** We talked three years ago.\n\n**Bob:** Yes, that was in spring.\n"),
    ]);
    let run = folder.run(&["align", "--zh", "zh.md", "--en", "en.md"]);
    assert_snapshot!(run.shown());
}

#[test]
fn the_picture_is_well_formed_and_harmless() {
    let text = SHIFTED.replace("# Talk", "# <script>");
    let folder = Folder::new(&[("<a&b>.md", &text)]);
    let run = folder.run(&["align", "<a&b>.md", "--format", "svg"]);
    assert!(run.stdout.starts_with("<svg ") && run.stdout.ends_with("</svg>\n"));
    assert!(run.stdout.contains("<title>Pairing of &lt;a&amp;b&gt;.md</title>"));
    assert_eq!(run.stdout.matches("<path class=\"astray\"").count(), 4);
}

#[test]
fn quantities_are_shown_as_the_contract_says() {
    let folder = Folder::new(&[("a.txt", "去年收入 90-100 亿美元。\n没有数字。\n超过 50 万亿\n")]);
    let run = folder.run(&["quantities", "--lang", "zh", "--format", "jsonl", "a.txt"]);
    assert_snapshot!(run.shown());
}
