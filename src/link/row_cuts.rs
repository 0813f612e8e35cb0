//! Rows of a corpus that stop in the middle of a sentence.
//!
//! The turns of a transcript show a habit, and what a cut lacks may stand in the next one (`cuts`). A row
//! stands alone: it is cut where the Chinese comes to its end, and the English lacks its mark and either
//! stops at a word that no sentence ends with or is far too short; or the other way round.

use super::cuts::{last_letters, last_words};
use super::sentence::usual_length;
use super::{Event, EventKind, Passage};
use crate::dictionary::Dictionary;
use crate::document::{Document, Turn};
use crate::text::{Side, Span, is_finished, is_han, sentences};

/// English words that no sentence ends with.
const GO_ON: &[&str] = &[
    "a",
    "although",
    "an",
    "and",
    "because",
    "between",
    "but",
    "by",
    "during",
    "from",
    "if",
    "including",
    "into",
    "its",
    "my",
    "nor",
    "of",
    "or",
    "our",
    "than",
    "the",
    "their",
    "through",
    "unless",
    "until",
    "which",
    "whose",
    "without",
    "your",
];

/// Words that hardly any sentence ends with: told where the English lacks its mark and is long.
const HARDLY_END: &[&str] = &[
    "are", "as", "at", "be", "been", "both", "can", "could", "every", "except", "for", "had",
    "has", "have", "he", "is", "may", "might", "must", "she", "should", "so", "such", "that",
    "these", "they", "this", "those", "to", "very", "was", "we", "were", "when", "where",
    "whether", "while", "will", "with", "would",
];

/// Words that such an English has at least.
const LONG: usize = 8;

/// What no Chinese sentence ends with.
const CHINESE_GO_ON: &[&str] = &[
    "都是", "就是", "但是", "因为", "如果", "以及", "并且", "而且", "所以", "或者", "还是", "一个",
    "这个", "那个", "和", "与", "及", "把", "被", "而", "但", "从", "向", "由于", "为了", "对于",
    "关于", "不仅", "虽然", "即使", "只要", "是",
];

/// One event for each row of which one side is cut. A comma at the end of Chinese is a habit of subtitles and
/// shows nothing.
pub(super) fn row_cuts(document: &Document, dictionary: &Dictionary) -> Vec<Event> {
    let rows = document.turns(Side::En).iter().zip(document.turns(Side::Zh));
    let of_messages = document.has_messages();
    let cut = rows.filter_map(|(en, zh)| {
        if is_english_cut(en.text().trim_end(), zh.text(), dictionary, of_messages) {
            Some(event(Side::En, en, zh))
        } else {
            let cut = is_chinese_cut(zh.text().trim_end(), en.text(), of_messages);
            cut.then(|| event(Side::Zh, zh, en))
        }
    });
    cut.collect()
}

/// Shorter words at the end of a row, which has no document that may hold them once more, prove nothing.
const BEGUN: usize = 4;

/// `of_messages`: the last sentence of a message of a program needs no mark at its end.
fn is_english_cut(en: &str, zh: &str, dictionary: &Dictionary, of_messages: bool) -> bool {
    let long = || en.split_whitespace().count() >= LONG;
    let open = en.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ',');
    open && is_finished(zh)
        && (goes_on(en, GO_ON)
            || is_shorter(SHORT, en, zh)
            || !of_messages && ends_its_sentences(en) && is_shorter(SHORT_OF_SENTENCES, en, zh)
            || goes_on(en, HARDLY_END) && long()
            || begins_a_clause(en)
            || !of_messages
                && long()
                && last_letters(en, BEGUN).is_some_and(|word| !dictionary.is_english(word)))
}

/// Whether a text without a mark at its end has a sentence with one before: whoever writes it once writes it always.
fn ends_its_sentences(en: &str) -> bool {
    let sentences = sentences(en, Side::En);
    sentences.len() > 1
        && sentences[..sentences.len() - 1]
            .iter()
            .all(|sentence| is_finished(sentence.of(en).trim_end()))
        && sentences.last().is_some_and(|last| last.of(en).starts_with(|c: char| c.is_uppercase()))
}

/// Whether a Chinese text that has marks inside lacks the one at its end, and is short.
fn is_chinese_cut(zh: &str, en: &str, of_messages: bool) -> bool {
    let open =
        zh.ends_with(is_han) && is_finished(en) && zh.contains(['，', '。', '；', '！', '？', ',']);
    if open && CHINESE_GO_ON.iter().any(|word| zh.ends_with(word)) {
        return true;
    }
    let usual = usual_length(zh, Side::Zh);
    let short = if of_messages { SHORT } else { SHORT_CHINESE };
    open && usual >= LEAST && usual < short * en.chars().count() as f32
}

/// `own` is cut on its `side`; `other` stands beside it.
fn event(side: Side, own: &Turn, other: &Turn) -> Event {
    let text = own.text().trim_end();
    let last = last_words(text);
    let mut event = Event::new(EventKind::Truncated);
    event.at = Some(side);
    event.message = format!("the {} stops in the middle of a sentence: “…{last}”", side.name());
    event.add(side, vec![own.id]);
    event.add(side.other(), vec![other.id]);
    let span = Span::at(text.len() - last.len()..text.len());
    *event.place_mut(side) = Some(Passage { turn: own.id, span });
    let whole = Passage { turn: other.id, span: Span::at(0..other.text().len()) };
    *event.place_mut(side.other()) = Some(whole);
    event
}

/// The share of its usual length below which an English without its mark is cut.
const SHORT: f32 = 0.62;

/// The same where a sentence with its mark stands before: whoever writes one writes all, but for a slip.
const SHORT_OF_SENTENCES: f32 = 0.85;

/// The same of a Chinese without its mark, which proves more: whoever writes marks inside a text ends it with one.
const SHORT_CHINESE: f32 = 0.77;

/// Shorter Chinese, in English characters, tells no length: 保存文件。 may well be "Save".
const LEAST: f32 = 40.0;

/// Whether an English is shorter than that share of its usual length.
fn is_shorter(share: f32, en: &str, zh: &str) -> bool {
    let usual = usual_length(zh, Side::Zh);
    usual >= LEAST && (en.chars().count() as f32) < share * usual
}

/// Whether a text ends with the first two words of a clause: "until you".
fn begins_a_clause(text: &str) -> bool {
    const LINKS: &[&str] = &["until", "unless", "because", "although", "if", "when", "while"];
    const SUBJECTS: &[&str] = &["you", "it", "i", "he", "she", "we", "they", "there"];
    let mut back = text.rsplit(' ').map(str::to_ascii_lowercase);
    let (last, before) = (back.next(), back.next());
    last.is_some_and(|last| SUBJECTS.contains(&&*last))
        && before.is_some_and(|before| LINKS.contains(&&*before))
}

fn goes_on(text: &str, words: &[&str]) -> bool {
    let start = text.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| at + 1);
    let word = text.get(start..).unwrap_or_default();
    start > 0 && words.contains(&word)
}
