//! `suspicious-character`: characters that nobody sees and that change what a text says or how it is
//! found.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::{Analysed, Context, Rule};
use crate::document::Turn;
use crate::finding::{Finding, Meta, Place, Severity};
use crate::text::{Side, Span, is_han, is_latin};

pub(super) struct This;

static META: Meta = Meta {
    id: "suspicious-character",
    severity: Severity::Warning,
    mqm: "linguistic-conventions/character-encoding",
    fires_when: "a character that is not seen changes the order or the words of a text",
    spec: include_str!("../../tests/rules/suspicious-character.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_document(
        &self,
        document: &Analysed<'_>,
        _: &Context<'_>,
        findings: &mut Vec<Finding>,
    ) {
        for side in Side::BOTH {
            for turn in document.document().turns(side) {
                findings.extend(check_turn(turn));
            }
        }
    }
}

/// One finding for a turn, at the first such character.
fn check_turn(turn: &Turn) -> Option<Finding> {
    let text = turn.text();
    if let Some((at, garbled)) = mojibake(text) {
        let place = Place::new(turn.id, Span::at(at..at + garbled.len()));
        let message = format!(
            "{garbled} stands in the {}: the text was read in another encoding than it was written in",
            turn.id.side().name()
        );
        return Some(Finding::new(&META, message).at(place).help("take the text from its source again"));
    }
    if let Some((at, wide)) = full_width(turn.id.side(), text) {
        let place = Place::new(turn.id, Span::at(at..at + wide.len()));
        let message = format!("{wide} in the English is full-width, as Chinese is set: no search finds it as it is");
        return Some(Finding::new(&META, message).at(place).help("write it in the signs of English"));
    }
    if !may_hold_any(text) {
        return None;
    }
    let mut suspicious = text.char_indices().filter_map(|(at, character)| {
        let kind = Kind::of(character)?;
        let matters = kind != Kind::Invisible || is_inside_word(text, at, character);
        matters.then_some((at, character, kind))
    });
    let (at, first, kind) = suspicious.next()?;
    let more = match suspicious.count() {
        0 => String::new(),
        1 => ", and one more such character".to_owned(),
        count => format!(", and {count} more such characters"),
    };
    let message = format!(
        "{} stands in the {}{more}: {}",
        name(first),
        turn.id.side().name(),
        kind.consequence()
    );
    let place = Place::new(turn.id, Span::at(at..at + first.len_utf8()));
    Some(Finding::new(&META, message).at(place).help("take it out, or write what was meant"))
}

/// The first full-width letters, digits or marks in an English text, which quotes no Chinese.
fn full_width(side: Side, text: &str) -> Option<(usize, &str)> {
    if side == Side::Zh || text.is_ascii() {
        return None;
    }
    let is_wide = |c: char| matches!(c, '\u{FF01}'..='\u{FF5E}' | '。' | '、');
    let at = text.find(is_wide)?;
    let english = !text.contains(is_han) && text.contains(is_latin);
    let length = text[at..].find(|c| !is_wide(c)).unwrap_or(text.len() - at);
    english.then(|| (at, &text[at..at + length]))
}

/// What is left of characters that were read as Latin 1 or GBK, and where it stands: `cafÃ©`, `donâ€™t`, `锟斤拷`.
fn mojibake(text: &str) -> Option<(usize, &str)> {
    // Signs that Windows-1252 makes of the second and third bytes of UTF-8.
    let follows = |c: char| matches!(c, '\u{A0}'..='\u{BF}' | '€' | '™' | 'œ' | 'Œ' | 'ž' | 'Ÿ' | '“' | '”' | '˜' | '„');
    // The first bytes of accented letters and of quotation marks.
    let accents = memchr::memchr_iter(0xC3, text.as_bytes());
    let mut latin = accents.filter_map(|at| Some((at, text[at..].chars().next()?)));
    let latin = latin.find_map(|(at, first)| {
        let rest = &text[at + first.len_utf8()..];
        let mut behind = rest.chars();
        let second = behind.next().filter(|&c| follows(c))?;
        let third = behind.next().filter(|&c| follows(c));
        let length = match (first, third) {
            // "â€" is never written, "Â°" and "â“" might be.
            ('â', Some(third)) if second == '€' => second.len_utf8() + third.len_utf8(),
            ('Ã', _) => second.len_utf8(),
            _ => return None,
        };
        Some((at, &text[at..at + first.len_utf8() + length]))
    });
    latin.or_else(|| Some((GARBLED.find(text.as_bytes())?, LOST)))
}

/// What characters that were lost in UTF-8 look like in GBK.
const LOST: &str = "锟斤拷";

static GARBLED: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new(LOST));

/// Whether a suspicious character may stand in `text`, told by its bytes: nearly all texts have none.
fn may_hold_any(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            b' '..=b'~' | b'\t' | b'\n' | b'\r' => 1,
            0..0x80 => return true,
            0xE0 | 0xE1 | 0xE3..=0xEE => 3,
            _ if may_be_suspicious(&bytes[at..]) => return true,
            0x80..0xE0 => 2,
            0xE2 | 0xEF => 3,
            0xF0..=0xFF => 4,
        };
    }
    false
}

/// Whether the character may be suspicious whose UTF-8, not of ASCII, `bytes` begin with.
fn may_be_suspicious(bytes: &[u8]) -> bool {
    match bytes {
        // Controls of Latin 1.
        [0xC2, second, ..] => *second < 0xA0,
        // What takes no room, and directions.
        [0xE2, 0x80, third, ..] => matches!(third, 0x8B..=0x8F | 0xAA..=0xAE),
        [0xE2, 0x81, third, ..] => *third >= 0xA0,
        // Byte order mark, replacement character; tags.
        [0xEF, second, ..] => matches!(second, 0xBB | 0xBF),
        [0xF3, ..] => true,
        _ => false,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Text is shown in another order than it is stored (the "Trojan Source" of Boucher and Anderson,
    /// 2021).
    Direction,
    /// Something could not be decoded.
    Lost,
    /// A control character.
    Control,
    /// Takes no room.
    Invisible,
}

impl Kind {
    fn of(character: char) -> Option<Kind> {
        match character {
            '\t' | '\n' | '\r' => None,
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some(Kind::Direction),
            '\u{FFFD}' => Some(Kind::Lost),
            '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}' => {
                Some(Kind::Invisible)
            }
            _ if character.is_control() => Some(Kind::Control),
            _ => None,
        }
    }

    fn consequence(self) -> &'static str {
        match self {
            Kind::Direction => "what is shown is not in the order that is stored",
            Kind::Lost => "a character was lost when the text was decoded",
            Kind::Control => "programs act on it in place of showing it",
            Kind::Invisible => "it divides a word, which is then not found",
        }
    }
}

/// Flags of regions are written with tags behind an emoji, and a break may stand where a line may end:
/// only between two letters does it matter. Scripts that join their letters have uses for some of them.
fn is_inside_word(text: &str, at: usize, character: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + character.len_utf8()..].chars().next();
    let joins = matches!(character, '\u{200C}'..='\u{200F}');
    let is_letter = |beside: char| match joins {
        true => beside.is_ascii_alphanumeric() || is_latin(beside) || is_han(beside),
        false => beside.is_alphanumeric(),
    };
    [before, after].into_iter().all(|beside| beside.is_some_and(is_letter))
}

fn name(character: char) -> String {
    let known = match character {
        '\u{200B}' => "zero width space",
        '\u{200C}' => "zero width non-joiner",
        '\u{200D}' => "zero width joiner",
        '\u{200E}' | '\u{200F}' => "directional mark",
        '\u{2060}' => "word joiner",
        '\u{FEFF}' => "byte order mark",
        '\u{FFFD}' => "replacement character",
        '\u{202A}' | '\u{202B}' => "directional embedding",
        '\u{202D}' | '\u{202E}' => "directional override",
        '\u{202C}' | '\u{2069}' => "end of a directional run",
        '\u{2066}'..='\u{2068}' => "directional isolate",
        '\u{1B}' => "escape",
        '\0' => "null",
        _ if character.is_control() => "control character",
        _ => "invisible character",
    };
    format!("a {known} (U+{:04X})", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_in_the_wrong_encoding() {
        assert_eq!(mojibake("a cafÃ© in"), Some((5, "Ã©")));
        assert_eq!(mojibake("I donâ€™t"), Some((5, "â€™")));
        assert_eq!(mojibake("锟斤拷锟斤拷请"), Some((0, "锟斤拷")));
        for sound in ["café “quoted” 20 °C", "pâté, São Paulo, Â“", "烫烫烫！"] {
            assert_eq!(mojibake(sound), None, "{sound}");
        }
    }

    #[test]
    fn no_suspicious_character_is_passed_over() {
        for character in ('\0'..=char::MAX).filter(|&character| Kind::of(character).is_some()) {
            assert!(may_hold_any(&format!("对a{character}，")), "{character:?}");
        }
        assert!(!may_hold_any("对照：“é”—…\n\tπ 😀"));
    }
}
