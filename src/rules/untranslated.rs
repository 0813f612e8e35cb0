//! `untranslated`: text left in the other language.

use super::{Analysed, Context, LinkedText, Rule};
use crate::document::Turn;
use crate::finding::{Finding, Meta, Place, Severity};
use crate::text::{Language, Scripts, Side, Span, is_han, latin_words, position, sentences};

pub(super) struct This;

static META: Meta = Meta {
    id: "untranslated",
    severity: Severity::Error,
    mqm: "accuracy/untranslated",
    fires_when: "text is left in the other language",
    spec: include_str!("../../tests/rules/untranslated.md"),
};

/// Han characters in a row that an English text may hold: a name or a word that is spoken of.
const LONGEST_QUOTED_WORD: usize = 6;

/// Words that an English clause inside Chinese has at least.
const LEAST_WORDS_OF_CLAUSE: usize = 5;

/// Words that an English sentence inside Chinese has at least, and among them words that only hold a
/// sentence together: names and terms have none.
const LEAST_WORDS: usize = 6;
const LEAST_FUNCTION_WORDS: usize = 2;

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_link(&self, link: &LinkedText<'_>, _: &Context<'_>, out: &mut Vec<Finding>) {
        for (at, span) in words_left(link) {
            let place = link.place(Side::En, at, span);
            let word = span.of(link.texts(Side::En)[at]);
            let message = format!("Chinese is left in the English: {word}");
            out.push(Finding::new(&META, message).at(place));
        }
    }

    fn check_document(
        &self,
        document: &Analysed<'_>,
        _: &Context<'_>,
        findings: &mut Vec<Finding>,
    ) {
        for side in Side::BOTH {
            for turn in document.document().turns(side) {
                if may_hold_other(turn.text(), side) {
                    check_turn(turn, document.scripts(turn.id), findings);
                }
            }
        }
    }
}

/// Whether a letter of the other language may stand in `text`, told by its bytes alone: in most rows none does.
fn may_hold_other(text: &str, side: Side) -> bool {
    match side {
        Side::Zh => {
            position(text.as_bytes(), |byte| byte.is_ascii_alphabetic() | is_accented(byte)).is_some()
        }
        Side::En => position(text.as_bytes(), |byte| byte >= FIRST_OF_HAN).is_some(),
    }
}

/// Whether an accented Latin letter may begin with this byte of UTF-8.
fn is_accented(byte: u8) -> bool {
    matches!(byte, 0xC3..=0xC9 | 0xE1)
}

/// The least byte that a Han character begins with in UTF-8; 々 and 〇 do.
const FIRST_OF_HAN: u8 = 0xE3;

/// So many Chinese words of one English text are looked for on the other side.
const MOST_WORDS: usize = 50;

/// Words that say that the Chinese behind them is spoken of.
const SPOKEN_OF: &[&str] = &[
    "call", "term", "word", "character", "mean", "name", "known", "phrase", "idiom", "expression", "saying",
    "chinese", "written", "say", "read",
];

/// Whether one of those words, in whatever form, stands in `lead`.
fn is_spoken_of(lead: &str) -> bool {
    latin_words(lead).any(|(_, word)| {
        let word = word.to_ascii_lowercase();
        SPOKEN_OF.iter().any(|cue| word.starts_with(cue))
    })
}

/// Short words of the Chinese that stand in the English as they are, where nothing says that they are spoken of.
fn words_left(link: &LinkedText<'_>) -> Vec<(usize, Span)> {
    const LEAD: usize = 40;
    let mut left = Vec::new();
    let passages = link.passages(Side::En).iter().map(|passage| link.text(passage)).enumerate();
    for (at, text) in passages.filter(|(_, text)| may_hold_other(text, Side::En)) {
        let chinese = link.texts(Side::Zh);
        for (span, han) in han_runs(text).into_iter().take(MOST_WORDS) {
            if !(2..=LONGEST_QUOTED_WORD).contains(&han) {
                continue;
            }
            let (before, behind) =
                (&text[..span.start() as usize], &text[span.end() as usize..]);
            let lead = &before[before.ceil_char_boundary(before.len().saturating_sub(LEAD))..];
            // “没关系, take it slowly”
            let goes_on = behind
                .strip_prefix([',', '，'])
                .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_alphabetic()));
            let marked = before.ends_with(OPENING) && !goes_on
                || behind.starts_with(CLOSING) && !behind.starts_with("'s") && !behind.starts_with("’s")
                || behind.trim_start().starts_with(['(', '（']);
            let word = span.of(text);
            let copied = chinese.iter().any(|zh| {
                zh.match_indices(word)
                    .any(|(place, _)| goes_on || !zh[..place].ends_with(OPENING))
            });
            if copied && !marked && !is_spoken_of(lead) {
                left.push((at, span));
            }
        }
    }
    left
}

/// What opens and closes a quotation, a title or a gloss.
const OPENING: [char; 12] = ['“', '‘', '"', '\'', '「', '『', '《', '〈', '(', '（', '[', '【'];
const CLOSING: [char; 12] = ['”', '’', '"', '\'', '」', '』', '》', '〉', ')', '）', ']', '】'];

/// Stretches of English words in Chinese text that make a clause of a sentence.
fn clauses_left(text: &str) -> Vec<Span> {
    let mut left = Vec::new();
    let mut at = 0;
    let joins = |c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | ',' | '\'' | '’' | '-');
    while let Some(next) = text[at..].find(|c: char| c.is_ascii_alphabetic()) {
        let start = at + next;
        let end = text[start..].find(|c| !joins(c)).map_or(text.len(), |length| start + length);
        at = end;
        let stretch = text[start..end].trim_end_matches([' ', ',', '-', '\'', '’']);
        let span = Span::at(start..start + stretch.len());
        let small = stretch.split(' ').filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
        let scripts = Scripts::of(stretch);
        let marked = text[..start].ends_with(OPENING)
            || text[..start].ends_with(['`', '/', '.', '_', '<', '：'])
            || text[end..].starts_with(CLOSING);
        if !marked
            && scripts.latin_words >= LEAST_WORDS_OF_CLAUSE
            && scripts.function_words >= LEAST_FUNCTION_WORDS
            && small.count() * 5 >= scripts.latin_words * 3
        {
            left.push(span);
        }
    }
    left
}

fn check_turn(turn: &Turn, scripts: Scripts, findings: &mut Vec<Finding>) {
    let side = turn.id.side();
    let text = turn.text();
    if scripts.language() == Language::Certain(side.other())
        && (side == Side::En || has_words(text) && !(scripts.han > 0 && is_labelled(text)))
    {
        let message = format!(
            "{} stands on the {} side but is written in {}",
            turn.id,
            side.name(),
            side.other().name()
        );
        let whole = Place::whole(turn.id, Span::at(0..text.len()));
        findings.push(Finding::new(&META, message).at(whole));
        return;
    }
    if side == Side::Zh && scripts.function_words >= LEAST_FUNCTION_WORDS {
        let whole: Vec<Span> =
            sentences(text, Side::Zh).into_iter().filter(|span| is_english(span.of(text))).collect();
        let parts = clauses_left(text).into_iter();
        let parts = parts.filter(|part| !whole.iter().any(|whole| whole.overlaps(*part)));
        let parts: Vec<(&str, Span)> = parts.map(|part| ("clause", part)).collect();
        let whole = whole.iter().map(|&span| ("sentence", span));
        for (what, span) in whole.chain(parts).filter(|(_, span)| !is_in_code(text, *span)) {
            let message = format!("an English {what} is left in the Chinese: {}", span.of(text));
            findings.push(Finding::new(&META, message).at(Place::new(turn.id, span)));
        }
    }
    if side == Side::En && scripts.han > LONGEST_QUOTED_WORD {
        let runs = han_runs(text).into_iter();
        for (span, _) in runs.filter(|(_, han)| *han > LONGEST_QUOTED_WORD) {
            let message = format!("Chinese is left in the English: {}", span.of(text));
            findings.push(Finding::new(&META, message).at(Place::new(turn.id, span)));
        }
    }
}

/// Whether Chinese says what code, a file or what a program shows is about, and that takes up most of the text: 仅
/// `Sites.ReadWrite.All`, 更新 date-util.js. What is left of whole sentences is told by itself.
fn is_labelled(text: &str) -> bool {
    let prose = without_code(text);
    let words = prose.trim_matches(|c: char| !c.is_alphanumeric());
    let ends_so = || words.ends_with(is_han) && Scripts::of(&prose).function_words < LEAST_FUNCTION_WORDS;
    words.starts_with(is_han) || ends_so()
}

/// Whether `span` stands between backticks.
fn is_in_code(text: &str, span: Span) -> bool {
    let marks = |text: &str| text.matches('`').count();
    marks(&text[..span.start() as usize]) % 2 == 1 && marks(&text[span.end() as usize..]) > 0
}

/// `text` without what stands between backticks or, in ASCII, between double quotes.
fn without_code(text: &str) -> String {
    let mut prose = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['`', '"']) {
        let (before, quoted) = rest.split_at(at);
        let (mark, behind) = quoted.split_at(1);
        let end = behind.find(mark).filter(|&end| mark == "`" || behind[..end].is_ascii());
        prose.push_str(before);
        rest = end.map_or(behind, |end| &behind[end + 1..]);
    }
    prose + rest
}

/// Whether a text in Latin script has a word that could be translated: `n/a`, `can_view`, `52mm` and `PDF` are none.
fn has_words(text: &str) -> bool {
    // Text in a wrong encoding has no words, and is no Chinese either.
    if !text.is_ascii() {
        return true;
    }
    let is_mark = |c: char| !c.is_alphanumeric() && !matches!(c, '_' | '/' | '\\' | '@' | '*');
    // "PLEASE RESTART YOUR COMPUTER"
    const SHOUTED: usize = 3;
    let shouted = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let words = || text.split_whitespace().map(|word| word.trim_matches(is_mark));
    words().filter(shouted).count() >= SHOUTED
        || words().any(|word| {
        word.len() > 1
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
            && word.chars().any(char::is_lowercase)
    })
}

/// Whether a sentence of Chinese text is English as a whole, and no title or saying that is quoted.
fn is_english(sentence: &str) -> bool {
    let scripts = Scripts::of(sentence);
    scripts.han == 0
        && scripts.function_words >= LEAST_FUNCTION_WORDS
        && scripts.latin_words >= LEAST_WORDS
        && sentence.ends_with(['.', '?', '!'])
}

/// Stretches of Han characters and what stands between them without a Latin letter, with how many
/// Han characters each has.
fn han_runs(text: &str) -> Vec<(Span, usize)> {
    let mut runs: Vec<(Span, usize)> = Vec::new();
    let mut joins = false;
    for (at, character) in text.char_indices() {
        if is_han(character) {
            let span = Span::at(at..at + character.len_utf8());
            match runs.last_mut() {
                Some((run, han)) if joins => {
                    *run = run.join(span);
                    *han += 1;
                }
                _ => runs.push((span, 1)),
            }
            joins = true;
        } else if character.is_alphabetic() {
            joins = false;
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_go_on_over_punctuation() {
        let text = "He said 你好，世界。 and 再见.";
        let runs: Vec<_> = han_runs(text).iter().map(|(span, han)| (span.of(text), *han)).collect();
        assert_eq!(runs, [("你好，世界", 4), ("再见", 2)]);
    }
}
