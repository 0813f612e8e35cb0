//! Rows of a corpus that say the same words twice in a row on one side: "a new policy to publish a new policy to
//! publish". Machine translation does that, and so does an edit that was applied twice.
//!
//! People repeat themselves, too. So a few words may come twice, the more the fewer they are, and where the other
//! side repeats itself as well nothing is wrong.

use super::sentence::usual_length;
use super::{Event, EventKind, Passage};
use crate::document::{Document, Turn};
use crate::text::{Side, Span};

/// Words that are repeated at most, as far as it is looked for.
const MOST: usize = 12;

/// As many Chinese characters, or English words, are not said twice in a row by chance.
const LEAST: [usize; 2] = [5, 3];

/// One less of them is a manner of speaking when it comes twice, and none when it comes so often.
const OFTEN: usize = 4;

/// Small words that never stand twice.
const NEVER_TWICE: &[&str] = &[
    "a", "about", "after", "an", "and", "are", "at", "be", "been", "before", "between", "by",
    "could", "for", "from", "into", "is", "its", "my", "of", "our", "should", "than", "the",
    "their", "they", "or", "was", "we", "were", "with", "would", "your",
];

/// Letters of the longest of them.
const LONGEST: usize = 7;

/// How far back a word that lets a verb stand twice is looked for, in bytes.
const CLAUSE: usize = 160;

/// One event for each row that repeats itself on one side only.
pub(super) fn row_repeats(document: &Document) -> Vec<Event> {
    let rows = document.turns(Side::Zh).iter().zip(document.turns(Side::En));
    let mut events = Vec::new();
    for (zh, en) in rows {
        if let Some(span) = doubled_word(en.text()) {
            events.push(event(Side::En, en, zh, span));
            continue;
        }
        if let Some(span) = doubled_particle(zh.text()) {
            events.push(event(Side::Zh, zh, en, span));
            continue;
        }
        // A text with a copy in it is longer than it should be: 3.5 letters, in so many bytes, stand for the three
        // bytes of a Han character.
        let (side, own, other) = if 7 * zh.text().len() < 6 * en.text().len() {
            (Side::En, en, zh)
        } else {
            (Side::Zh, zh, en)
        };
        let Some(span) = repeat(side, own.text()) else { continue };
        if !echoes(side.other(), other.text())
            && is_too_much(side, [own.text(), span.of(own.text())], other.text())
        {
            events.push(event(side, own, other, span));
        }
    }
    events
}

/// Whether a text without its second copy is nearer to the usual length beside the other: a figure of speech is one
/// in both languages, if in other words.
fn is_too_much(side: Side, [text, copy]: [&str; 2], other: &str) -> bool {
    let usual = usual_length(other, side.other()).max(1.0);
    let (whole, copy) = (usual_length(text, side), usual_length(copy, side));
    let off = |length: f32| (length.max(1.0) / usual).ln().abs();
    off(whole - copy) < off(whole)
}

fn event(side: Side, own: &Turn, other: &Turn, span: Span) -> Event {
    let mut event = Event::new(EventKind::Duplicate);
    event.at = Some(side);
    event.message =
        format!("the {} says twice in a row: “{}”", side.name(), span.of(own.text()).trim());
    event.add(side, vec![own.id]);
    event.add(side.other(), vec![other.id]);
    *event.place_mut(side) = Some(Passage { turn: own.id, span });
    let whole = Passage { turn: other.id, span: Span::at(0..other.text().len()) };
    *event.place_mut(side.other()) = Some(whole);
    event
}

/// The second of two small words that never stand twice.
fn doubled_word(text: &str) -> Option<Span> {
    let bytes = text.as_bytes();
    let mut start = 0;
    memchr::memchr_iter(b' ', bytes).find_map(|space| {
        let word = &bytes[start..space];
        start = space + 1;
        let second = bytes.get(start..start + word.len())?;
        let ends = bytes.get(start + word.len()).is_none_or(|next| matches!(next, b' ' | b','));
        if word.len() > LONGEST || !ends || !word.eq_ignore_ascii_case(second) {
            return None;
        }
        let is_small = NEVER_TWICE.iter().any(|small| word.eq_ignore_ascii_case(small.as_bytes()));
        // A label: "class A a"
        let label = word.len() == 1 && word != second;
        (is_small && !label && !stands_twice(word, &text[..space]))
            .then(|| Span::at(start..start + second.len()))
    })
}

/// Whether a verb at the end of `before` may stand once more: "what it is is", "whoever they were were".
fn stands_twice(verb: &[u8], before: &str) -> bool {
    let is_verb =
        ["is", "are", "was", "were"].iter().any(|is| verb.eq_ignore_ascii_case(is.as_bytes()));
    let near =
        || before[before.ceil_char_boundary(before.len().saturating_sub(CLAUSE))..].to_lowercase();
    is_verb && ["what", "who", "where", "how", "that"].iter().any(|word| near().contains(word))
}

/// Whether a 的 behind `before` ends a word: 目的, 标的; but 项目的的 is a slip.
fn is_in_word(before: &str) -> bool {
    let slips = ["项目", "节目", "题目", "科目", "账目", "数目", "目标", "指标", "商标"];
    before.ends_with(['目', '标']) && !slips.iter().any(|word| before.ends_with(word))
}

/// The second of 的的, which never stands twice but in 的的确确 and behind 目的, 标的.
fn doubled_particle(text: &str) -> Option<Span> {
    let second = text.match_indices("的的").find(|(at, twice)| {
        let behind = &text[at + twice.len()..];
        !behind.starts_with('确') && !text[..*at].ends_with('的') && !is_in_word(&text[..*at])
    });
    second.map(|(at, _)| Span::at(at + '的'.len_utf8()..at + "的的".len()))
}

/// The second of two copies that follow each other in `text`.
fn repeat(side: Side, text: &str) -> Option<Span> {
    let units = units(side, text);
    // Where a unit of that key stood last, for what is said again is said soon.
    let mut last = [u32::MAX; 256];
    // A run that was looked at and is no fault is not looked at once more.
    let mut behind = 0;
    for at in 0..units.len() {
        let slot = &mut last[units[at].key as usize % 256];
        let before = std::mem::replace(slot, at as u32) as usize;
        let length = at.wrapping_sub(before);
        if at < behind || !(1..=MOST).contains(&length) || units[before].key != units[at].key {
            continue;
        }
        // From where to where the text agrees with itself, so many units on.
        let agrees = |place: usize| units[place].key == units[place + length].key;
        let start = (0..before).rev().find(|&place| !agrees(place)).map_or(0, |place| place + 1);
        let end = (before..units.len() - length).find(|&place| !agrees(place));
        let run = end.unwrap_or(units.len() - length) - start;
        let copy = start + length;
        if run < length
            || ends_before(text, &units[start..], length)
            || !is_remarkable(side, length, 1 + run / length)
        {
            behind = start + run;
            continue;
        }
        return Some(Span::at(units[copy].start..units[copy + length - 1].end));
    }
    None
}

/// Whether a sentence of several words ends between the two copies of the first `length` of `units`, and the first copy
/// is no sentence by itself: “he did not call. Call? No.”
fn ends_before(text: &str, units: &[Unit], length: usize) -> bool {
    const ENDS: [char; 6] = ['.', '?', '!', '。', '？', '！'];
    let begins = text[..units[0].start].trim_end_matches(['"', '“', ' ', '‘', '\'']);
    let whole = begins.is_empty() || begins.ends_with(ENDS);
    text[units[length - 1].end..units[length].start].contains(ENDS) && !whole
}

/// Whether nobody says the first `length` of `units` so many times.
fn is_remarkable(side: Side, length: usize, copies: usize) -> bool {
    let least = LEAST[side as usize];
    length >= least || (copies >= OFTEN && length + 1 >= least)
}

/// Whether `text` repeats itself at all, in however few words.
fn echoes(side: Side, text: &str) -> bool {
    let units = units(side, text);
    (2..=MOST).any(|length| {
        units.windows(2 * length).any(|window| {
            let (first, second) = window.split_at(length);
            first.iter().zip(second).all(|(a, b)| a.key == b.key)
        })
    })
}

/// A word, or a Chinese character.
struct Unit {
    start: usize,
    end: usize,
    /// A number for its letters.
    key: u32,
}

/// The words of an English text, the Han characters of a Chinese one. Marks are left out.
fn units(side: Side, text: &str) -> Vec<Unit> {
    match side {
        Side::Zh => characters(text.as_bytes()),
        Side::En => words(text.as_bytes()),
    }
}

fn words(bytes: &[u8]) -> Vec<Unit> {
    let mut units = Vec::with_capacity(bytes.len() / 4);
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let mut key = 0_u32;
        loop {
            // Most letters are of ASCII.
            while let Some(byte) = bytes.get(at).filter(|byte| byte.is_ascii_alphanumeric()) {
                key = (key ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193);
                at += 1;
            }
            let Some(length) = part_of_word(&bytes[at..]) else { break };
            for byte in &bytes[at..at + length] {
                key = (key ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
            }
            at += length;
        }
        if at > start {
            units.push(Unit { start, end: at, key });
        }
        at += bytes.get(at).map_or(0, |&first| length_of(first));
    }
    units
}

/// The length of the apostrophe or the letter beyond ASCII that `bytes` begin with. What is not of ASCII is taken for
/// letters, but for the signs of general punctuation.
fn part_of_word(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b'\'', ..] => Some(1),
        [0..0x80, ..] => None,
        [0xE2, 0x80, 0x99, ..] => Some(3),
        [0xE2, ..] | [] => None,
        [first, ..] => Some(length_of(*first).min(bytes.len())),
    }
}

/// How many bytes the character has whose UTF-8 begins with `first`.
fn length_of(first: u8) -> usize {
    match first {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        0xF0.. => 4,
    }
}

fn characters(bytes: &[u8]) -> Vec<Unit> {
    let mut units = Vec::with_capacity(bytes.len() / 3);
    let mut at = 0;
    while let Some(&lead) = bytes.get(at) {
        match (lead, bytes.get(at + 1), bytes.get(at + 2)) {
            // Han characters of the basic block.
            (0xE4..=0xE9, Some(&second), Some(&third)) => {
                let key = u32::from_le_bytes([third, second, lead, 0]).wrapping_mul(0x0100_0193);
                units.push(Unit { start: at, end: at + 3, key });
                at += 3;
            }
            // What stands between is no mark: words in Latin script, numbers.
            (b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', ..) => {
                units.push(Unit { start: at, end: at + 1, key: u32::MAX - at as u32 });
                at += 1;
            }
            _ => at += 1,
        }
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repeated(side: Side, text: &str) -> Option<&str> {
        repeat(side, text).map(|span| span.of(text))
    }

    #[test]
    fn words_that_stand_twice_in_a_row() {
        for (text, second) in [
            (
                "She sang, but no one was listening, but no one was listening.",
                "but no one was listening",
            ),
            ("I think I think I think I think it is good.", "I think"),
        ] {
            assert_eq!(repeated(Side::En, text), Some(second), "{text}");
        }
        assert_eq!(repeated(Side::Zh, "请先保存文件，请先保存文件。"), Some("请先保存文件"));
    }

    #[test]
    fn small_words_never_stand_twice() {
        let second = |text: &'static str| doubled_word(text).map(|span| span.of(text));
        assert_eq!(second("High humidity affects the the sensor."), Some("the"));
        assert_eq!(second("The battery is is low"), Some("is"));
        assert_eq!(second("Back up your data before before installing it."), Some("before"));
        let particle = |text: &'static str| doubled_particle(text).map(|span| span.start());
        assert_eq!(particle("本次服务的的任何方面"), Some(15));
        assert_eq!(particle("的的确确是这样"), None);
        assert_eq!(particle("各个组件目的的简要说明"), None);
        for text in ["What it is is a mess", "class A a time", "that that is", "Is is"] {
            assert_eq!(second(text), if text == "Is is" { Some("is") } else { None }, "{text}");
        }
    }

    #[test]
    fn words_end_where_characters_end() {
        for text in ["don’t", "   =!u’u’d6rr", "“a” – ’b’", "é’…日本", "’"]
        {
            for unit in units(Side::En, text) {
                assert!(text.get(unit.start..unit.end).is_some(), "{text}");
            }
        }
        assert_eq!(units(Side::En, "I don’t, “we” do").len(), 4);
    }

    #[test]
    fn people_repeat_themselves() {
        for text in
            ["over and over and over", "No, no, no!", "I know, I know.", "what it is is", "had had"]
        {
            assert_eq!(repeated(Side::En, text), None, "{text}");
        }
        for text in ["来来回回", "快走快走", "高高兴兴地说说笑笑", "SARS-CoV 与 SARS-CoV"]
        {
            assert_eq!(repeated(Side::Zh, text), None, "{text}");
        }
    }
}
