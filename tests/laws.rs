//! Laws that hold for any text.

use std::path::Path;

use duizhao::Checker;
use duizhao::document::TurnId;
use duizhao::input::{self, transcript};
use duizhao::quantity::{self, Interval, Value, read};
use duizhao::text::{Side, Source, Span, language_of};
use proptest::prelude::*;

/// Text of the kind that readers meet: numerals, units, markup, and what nobody expects.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "一",
        "两",
        "三四",
        "十",
        "百",
        "万",
        "亿",
        "兆瓦",
        "点",
        "半",
        "几",
        "多",
        "第",
        "分之",
        "零下",
        "年",
        "月",
        "个",
        "美元",
        "倍",
        "翻",
        "50",
        "2.5",
        "1,000",
        "%",
        "$",
        "到",
        "-",
        "–",
        " ",
        "\n",
        "\r\n",
        "**A:** ",
        "**甲：** ",
        "<!-- ",
        " -->",
        "[x](y)",
        "![",
        "<b>",
        "a",
        "two",
        "hundred",
        "and",
        "half",
        "million",
        "billions of",
        "third",
        "percent",
        "years",
        "from",
        "to",
        "May",
        "'26",
        "3:30",
        "pm",
        "x",
        "。",
        "，",
        ".",
        "?",
        "\u{202e}",
        "\u{0}",
        "é",
        "👩‍👩‍👧",
        "\u{20000}",
        "Hello there, this is the text",
        "这是一段文字",
    ]);
    let mixed = prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat());
    prop_oneof![4 => mixed, 1 => any::<String>()]
}

/// Numbers near the largest that exact values hold, with what multiplies and bounds them.
fn huge_numbers() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "99999999999999999999999",
        "9999999999999999999999999999999999999",
        "0.000000000000000000001",
        "5",
        "1/9999999999999999999",
        "亿",
        "亿亿",
        "万亿公里",
        "公里",
        "多",
        "到",
        "分之",
        "世纪",
        "％",
        "年",
        " million",
        " billion billion",
        " trillion kilometers",
        " miles",
        "more than ",
        " to ",
        " (",
        ") ",
        " per hour",
        "-",
        "，",
        ", ",
    ]);
    prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn quantities_lie_on_character_boundaries_and_in_order(text in text()) {
        for side in Side::BOTH {
            let mut end = 0;
            for found in read(side, &text) {
                let range = found.span.range();
                prop_assert!(text.get(range.clone()).is_some_and(|words| !words.is_empty()), "{found:?}");
                prop_assert!(found.span.start() >= end, "{found:?} overlaps the one before");
                end = found.span.end();
                let (low, high) = (found.value.low(), found.value.high());
                prop_assert!(low.is_none() || high.is_none() || low <= high);
                // Showing it must not fail either.
                prop_assert!(!found.to_string().is_empty());
            }
        }
    }

    #[test]
    fn what_differs_stands_in_the_texts(zh in huge_numbers(), en in huge_numbers(), other in text()) {
        for (zh, en) in [(&zh, &en), (&zh, &other), (&other, &en)] {
            let read = [read(Side::Zh, zh), read(Side::En, en)];
            let passage = |text, quantities| [quantity::Passage { text, quantities }];
            let found = quantity::compare(&passage(zh, &read[0]), &passage(en, &read[1]), [&[], &[]]);
            for difference in found {
                let (zh, en) = match difference {
                    quantity::Difference::Mismatch { zh, en, .. } => (Some(zh), Some(en)),
                    quantity::Difference::Missing { zh } => (Some(zh), None),
                    quantity::Difference::Extra { en } => (None, Some(en)),
                };
                for (place, read) in [zh, en].into_iter().zip(&read) {
                    prop_assert!(place.is_none_or(|(passage, at)| passage == 0 && at < read.len()));
                }
            }
        }
    }

    #[test]
    fn a_whole_number_reads_as_itself_in_every_notation(number in 13_u64..100_000_000) {
        let value = Interval::point(Value::from_integer(i128::from(number)));
        let grouped = value.to_string();
        for (side, text) in [
            (Side::Zh, format!("一共 {number} 个")),
            (Side::Zh, format!("一共{}个", han(number))),
            (Side::En, format!("{grouped} of them")),
        ] {
            let found = read(side, &text);
            prop_assert!(found.iter().any(|one| one.value == value), "{text}: {found:?}");
        }
    }

    #[test]
    fn places_lead_back_to_what_is_quoted(text in text()) {
        let Ok(source) = input::decode(Path::new("a.md"), text.as_bytes()) else { return Ok(()) };
        let Ok(document) = transcript::read(source) else { return Ok(()) };
        let checked = Checker::new().check(&document);
        for side in Side::BOTH {
            for (index, turn) in document.turns(side).iter().enumerate() {
                prop_assert_eq!(turn.id, TurnId::at(side, index));
                let linked = checked.links.links.iter().flat_map(|link| link.side(side));
                let linked: Vec<_> = linked.filter(|passage| passage.turn == turn.id).collect();
                prop_assert!(!linked.is_empty() || turn.text().is_empty(), "{} stands in no link", turn.id);
                for (at, character) in turn.text().char_indices().filter(|(_, c)| *c != '\n') {
                    let span = Span::at(at..at + character.len_utf8());
                    let back = turn.text.to_source(span);
                    prop_assert_eq!(document.source(side).slice(back), span.of(turn.text()));
                }
            }
        }
        for finding in &checked.findings {
            for side in Side::BOTH {
                if let Some(place) = finding.place(side) {
                    let span = place.in_source(&document);
                    prop_assert!(document.source(side).text().get(span.range()).is_some());
                }
            }
        }
    }

    #[test]
    fn positions_never_fail(text in text(), offset in 0_u32..200) {
        let source = Source::from_text("a.md", text.clone());
        let offset = (offset..).find(|at| text.is_char_boundary((*at as usize).min(text.len()))).unwrap_or(0);
        let position = source.position(offset);
        prop_assert!(position.byte <= text.len() as u64);
        let _ = language_of(&text);
    }
}

/// Pairs that any talk might hold.
const PAIRS: [(&str, &str); 8] = [
    (
        "去年的收入是 50 亿美元，今年会更多。",
        "Revenue was $5 billion last year, and it will be more this year.",
    ),
    ("你的公司在哪个城市？", "Which city is your company in?"),
    ("我们在上海，办公室靠近河边。", "We are in Shanghai, and our office is by the river."),
    ("医生每天都用显微镜检查血液。", "Doctors examine blood with microscopes every day."),
    ("天黑了，老师带学生回家。", "It got dark, and the teacher took the students home."),
    ("我们打算在海边开一家新工厂。", "We plan to open a new factory at the seaside."),
    ("火车晚了三个小时，大家都很累。", "The train was three hours late, and everybody was tired."),
    ("他买了一本关于历史的书。", "He bought a book about history."),
];

/// A talk of some of these, in which an English turn may be missing or stand twice.
fn talk() -> impl Strategy<Value = String> {
    let order = Just((0..PAIRS.len()).collect::<Vec<_>>()).prop_shuffle();
    (order, 4..=PAIRS.len(), 0..PAIRS.len(), 0..3_u8).prop_map(|(order, count, at, fault)| {
        let mut english: Vec<usize> = order[..count].to_vec();
        match fault {
            0 => drop(english.remove(at.min(count - 1))),
            1 => english.insert(at.min(count - 1), order[at.min(count - 1)]),
            _ => {}
        }
        let mut text = String::new();
        for place in 0..count.max(english.len()) {
            let name = ["Ann", "Bob"][place % 2];
            if let Some(pair) = order[..count].get(place) {
                text += &format!("**{name}:** {}\n\n", PAIRS[*pair].0);
            }
            if let Some(pair) = english.get(place) {
                text += &format!("**{name}:** {}\n\n", PAIRS[*pair].1);
            }
        }
        text
    })
}

fn fixed(text: &str) -> String {
    let source = Source::from_text("talk.md", text.to_owned());
    let document = transcript::read(source).expect("a talk in two languages");
    duizhao::fix::fix(&document, &Checker::new().link(&document)).expect("one file").text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn fixing_loses_nothing_and_fixing_again_changes_nothing(talk in talk()) {
        let once = fixed(&talk);
        for (zh, en) in PAIRS {
            for sentence in [zh, en] {
                prop_assert!(!talk.contains(sentence) || once.contains(sentence), "{sentence}\n{once}");
            }
        }
        prop_assert_eq!(fixed(&once), once);
    }

    #[test]
    fn a_baseline_outlives_edits_elsewhere(talk in talk()) {
        let findings = |text: &str| {
            let source = Source::from_text("talk.md", text.to_owned());
            let document = transcript::read(source).expect("a talk in two languages");
            Checker::new().check(&document).report(&document)
        };
        let before = findings(&talk);
        let mut baseline = duizhao::report::Baseline::default();
        baseline.add(&before);
        // A heading and two comments move every line.
        let mut after = findings(&format!("# A talk\n\n<!-- first -->\n\n{talk}<!-- last -->\n"));
        prop_assert_eq!(before.findings.len(), after.findings.len());
        baseline.apply(&mut after);
        prop_assert!(after.findings.is_empty(), "{:?}", after.findings);
    }
}

/// A number in Chinese characters.
fn han(number: u64) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    fn section(number: u64) -> String {
        let mut text = String::new();
        let mut zero = false;
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = (number / unit % 10) as usize;
            if digit == 0 {
                zero = !text.is_empty();
            } else {
                if zero {
                    text.push('零');
                }
                text.push_str(DIGITS[digit]);
                text.push_str(name);
                zero = false;
            }
        }
        text
    }
    let (large, small) = (number / 10_000, number % 10_000);
    let joint = if large > 0 && small > 0 && small < 1000 { "零" } else { "" };
    let large = if large > 0 { section(large) + "万" } else { String::new() };
    format!("{large}{joint}{}", section(small))
}
