//! Which sentences belong together inside a link, and which lines of two texts.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use duizhao::dictionary::Dictionary;
use duizhao::input::transcript;
use duizhao::link;
use duizhao::link::{Passage, align_lines, sentence_links};
use duizhao::text::Source;

fn shown(text: &str) -> Vec<(String, String)> {
    let document = transcript::read(Source::from_text("t.md", text.to_owned())).unwrap();
    let dictionary = Dictionary::builtin();
    let links = link::align(&document, dictionary);
    let join = |passages: &[Passage]| {
        let texts = passages.iter().map(|p| p.span.of(document.turn(p.turn).text()));
        texts.collect::<Vec<_>>().join(" / ")
    };
    sentence_links(&document, &links, dictionary)
        .iter()
        .flat_map(|sentences| &sentences.beads)
        .map(|bead| (join(&bead.zh), join(&bead.en)))
        .collect()
}

#[test]
fn sentences_find_each_other_across_splits() {
    let text = "**甲：** 我们昨天去了博物馆。那里有很多古老的钟表，有些还在走。你喜欢吗？\n\n\
        **A:** We went to the museum yesterday. There are many old clocks. Some of them still run. Did you like it?\n";
    let beads = shown(text);
    assert_eq!(beads[0].1, "We went to the museum yesterday.");
    assert_eq!(beads[1].1, "There are many old clocks. / Some of them still run.");
    assert_eq!(beads[2].1, "Did you like it?");
}

#[test]
fn lines_are_aligned_by_content() {
    let zh = ["第一章", "她打开窗户，看着花园里的老橡树。", "没有人说话。", "雨停了，太阳出来了。"];
    let en = [
        "Chapter one",
        "She opened the window.",
        "She looked at the old oak in the garden.",
        "Nobody spoke.",
        "The rain stopped and the sun came out.",
    ];
    let beads = align_lines(&zh, &en, Dictionary::builtin());
    assert_eq!(beads, [(0..1, 0..1), (1..2, 1..3), (2..3, 3..4), (3..4, 4..5)]);
}
