//! What fuzzing and hostile inputs broke, each by the name of what broke.

use std::path::Path;

use duizhao::fix::fix;
use duizhao::input::transcript;
use duizhao::text::Source;
use duizhao::{Checker, input};

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
