//! Rows of a corpus that stop in the middle of a sentence.
//!
//! The turns of a transcript show a habit, and what a cut lacks may stand in the next one (`cuts`). A row
//! stands alone: it is cut where the Chinese comes to its end, and the English lacks its mark and either
//! stops at a word that no sentence ends with or is far too short.

use super::cuts::last_words;
use super::sentence::usual_length;
use super::{Event, EventKind, Passage};
use crate::document::{Document, Turn};
use crate::text::{Side, Span};

/// English words that no sentence ends with.
const GO_ON: &[&str] = &[
    "a", "although", "an", "and", "because", "but", "if", "nor", "of", "or", "the", "their",
    "unless", "whose",
];

/// One event for each row whose English is cut. A comma at the end of Chinese is a habit of subtitles and
/// shows nothing.
pub(super) fn row_cuts(document: &Document) -> Vec<Event> {
    let rows = document.turns(Side::En).iter().zip(document.turns(Side::Zh));
    let cut = rows.filter(|(en, zh)| {
        let text = en.text().trim_end();
        let open = text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ',');
        open && is_finished(zh.text()) && (goes_on(text) || is_short(text, zh.text()))
    });
    cut.map(|(en, zh)| event(en, zh)).collect()
}

fn event(en: &Turn, zh: &Turn) -> Event {
    let text = en.text().trim_end();
    let last = last_words(text);
    let mut event = Event::new(EventKind::Truncated);
    event.at = Some(Side::En);
    event.message = format!("the English stops in the middle of a sentence: “…{last}”");
    event.add(Side::Zh, vec![zh.id]);
    event.add(Side::En, vec![en.id]);
    let span = Span::at(text.len() - last.len()..text.len());
    event.en_place = Some(Passage { turn: en.id, span });
    event.zh_place = Some(Passage { turn: zh.id, span: Span::at(0..zh.text().len()) });
    event
}

/// The share of its usual length below which an English without its mark is cut.
const SHORT: f32 = 0.62;

/// Shorter Chinese, in English characters, tells no length: 保存文件。 may well be "Save".
const LEAST: f32 = 40.0;

fn is_short(en: &str, zh: &str) -> bool {
    let usual = usual_length(zh, Side::Zh);
    usual >= LEAST && (en.chars().count() as f32) < SHORT * usual
}

fn goes_on(text: &str) -> bool {
    let start = text.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| at + 1);
    let word = text.get(start..).unwrap_or_default();
    start > 0 && GO_ON.contains(&word)
}

fn is_finished(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['"', '”', '’', '」', '』', ')', '）']);
    text.ends_with(['。', '！', '？', '.', '!', '?'])
}
