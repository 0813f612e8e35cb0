//! What fuzzing and hostile inputs broke, each by the name of what broke.

use std::path::Path;

use duizhao::fix::fix;
use duizhao::input::corpus::{CorpusFormat, CorpusReader};
use duizhao::input::transcript;
use duizhao::report::{Format, Report, Style, render};
use duizhao::text::{Side, Source};
use duizhao::{Checker, input, quantity};

/// `fix` took a turn without text for one that starts at the top of the file, and wrote all that stands
/// before it a second time where it joined that turn to another.
#[test]
fn a_turn_without_text_was_joined_with_the_whole_file() {
    let text = "Q: **甲：** 好。.好。\r\n\r\n**A:** Good. Good.\r\u{200b}\r\n\r\n**甲：** 好。쥽。\r\n\r\n**A:** \r\n";
    let document = transcript::read(Source::from_text("talk.md", text.to_owned())).expect("turns");
    let links = Checker::new().link(&document);
    let fixed = fix(&document, &links).expect("one file").text;
    assert_eq!(fixed.matches("Good. Good.").count(), 1, "{fixed}");
}

/// A comment that is never closed was closed by the end of a comment that `fix` wrote behind it, and the turns
/// between were hidden.
#[test]
fn a_comment_of_fix_closed_another() {
    let text = "**Ann:** 你的公司在哪个城市？有多少名员工？\n\n**Ann:** Which city is your company in? How many employees are there?\n\n\
        **Bob:** 天黑了。<!-- a\n\n**Bob:** It got dark.\n\n**Bob:** We are in Shanghai, near the river, with 300 people.\n";
    let document = transcript::read(Source::from_text("talk.md", text.to_owned())).expect("turns");
    let fixed = fix(&document, &Checker::new().link(&document)).expect("one file").text;
    assert!(!fixed.contains("-->"), "{fixed}");
}

/// A turn that ends in a line of `##` took the next part of its text into that line, and the part became a heading.
#[test]
fn a_joined_turn_became_a_heading() {
    let text =
        "--2 -\ntitle: x\n-'--\n##\n\n Q> 一友[铺李](u)和`代码`。\nne \n O>[k](u) a'd `code`.\n";
    let document = transcript::read(Source::from_text("talk.md", text.to_owned())).expect("turns");
    let fixed = fix(&document, &Checker::new().link(&document)).expect("one file").text;
    assert!(fixed.contains("[k](u)") && !fixed.contains("## "), "{fixed}");
}

/// How many times too large a number is was worked out without a look at whether that fits.
#[test]
fn a_factor_did_not_fit() {
    let (zh, en) = ("搶入是 7777777777777777777777.7777分之777777 ", "some $4 tn ");
    let read = [quantity::read(Side::Zh, zh), quantity::read(Side::En, en)];
    let passage = |text, quantities| [quantity::Passage { text, quantities }];
    quantity::compare(&passage(zh, &read[0]), &passage(en, &read[1]), [&[], &[]]);
}

/// Decimals behind a unit were added up digit by digit before their number was looked at.
#[test]
fn decimals_behind_a_unit_did_not_fit() {
    let text = format!("零下4度{}", "6".repeat(60));
    let read = quantity::read(Side::Zh, &text);
    assert_eq!(read[0].span.of(&text), "4度");
}

/// The name of a rule in a stored report went into a Markdown report as it was.
#[test]
fn a_rule_of_a_stored_report_acted_on_the_terminal() {
    let finding = r#"{"rule":"\u001b[31mx\ny","severity":"error","mqm":"x","message":"a","help":null,"zh":null,"en":null,
        "zh_turns":["Z1"],"en_turns":[],"suggestion":null,"fingerprint":"0"}"#;
    let report = format!(
        r#"{{"schema":"duizhao-report/1","tool":{{"name":"x","version":"0"}},"summary":{{"files":1,"pairs":1,"errors":1,
        "warnings":0,"infos":0,"by_rule":{{}}}},"files":[{{"path":"a","turns":[],"links":[],"findings":[{finding}]}}]}}"#
    );
    let report: Report = serde_json::from_str(&report).expect("a report");
    for &format in Format::ALL {
        let mut out = Vec::new();
        render(&report, format, &Style::default(), &mut out).expect("memory");
        let text = String::from_utf8(out).expect("UTF-8");
        assert!(format == Format::Html || !text.contains('\u{1b}'), "{}", format.name());
    }
}

/// A finding on a turn or a row without text was shown at the top of the file.
#[test]
fn a_turn_without_text_stood_at_the_top_of_the_file() {
    let text = "**甲：** 我们走吧，天黑了。\n\n**A:** Let us go, it is dark.\n\n**乙：**\n\n**B:** We stay here with 30 others.\n";
    let source = input::decode(Path::new("talk.md"), text.as_bytes()).expect("text");
    let document = transcript::read(source).expect("turns");
    let report = Checker::new().check(&document).report(&document);
    let places = report.findings.iter().filter_map(|finding| finding.zh.as_ref());
    for place in places.filter(|place| place.turn == "Z2") {
        assert_eq!(place.start.line, 5, "{place:?}");
    }
    assert!(!report.findings.is_empty());
}

/// Minutes of any length were worked out before anyone counted their digits.
#[test]
fn minutes_without_end_did_not_fit() {
    let text = format!("比赛用时 5:{}。", "9".repeat(60));
    assert!(quantity::read(Side::Zh, &text).len() < 10);
    let time = quantity::read(Side::Zh, "比赛用时 2:03:36。");
    assert_eq!(time[0].to_string(), "7,416 seconds");
}

/// The sign of a mixed fraction was taken to be as long as ½ is, and ⅘ is longer: the place ended inside it.
#[test]
fn a_mixed_fraction_ended_inside_its_sign() {
    let text = "两⅘杯";
    let found = quantity::read(Side::Zh, text);
    assert_eq!(found[0].span.of(text), "两⅘");
}

/// 啊 is "a" in each of its five tones, and every tone of every one was tried: thirteen of them took a minute, and four
/// thousand overflowed the stack.
#[test]
fn every_tone_of_a_run_was_tried() {
    for n in [40, 4000] {
        let (zh, en) = ("啊".repeat(n), "a".repeat(n - 1));
        let row =
            format!("王{zh}来了。\tWang A{en}x came.\n我们用{zh}来做。\tWe use A{en}A for it.\n");
        let mut reader = CorpusReader::new(row.as_bytes(), "pairs", CorpusFormat::Tsv, None);
        while let Ok(Some(stretch)) = reader.next_stretch() {
            Checker::new().check(&stretch.document);
        }
    }
}

/// Each factor of a chain was read inside the one before it, until the stack was full.
#[test]
fn a_chain_of_factors_was_read_inside_itself() {
    let read = quantity::read(Side::Zh, &"10乘".repeat(4000));
    assert_eq!(read.len(), 4000);
    let read = quantity::read(Side::Zh, "3乘2乘10的5次方");
    let values: Vec<String> = read.iter().map(ToString::to_string).collect();
    assert_eq!(values, ["3", "200,000"]);
}
