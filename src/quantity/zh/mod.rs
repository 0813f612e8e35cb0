//! The Chinese reader: finds numerals in running text and tells from what stands around them what
//! they count.

mod bare;
mod bounds;
mod character;
mod counted;
mod currency;
mod date;
mod doubt;
mod half;
mod letters;
mod measure;
mod multiple;
mod named;
mod numeral;
mod ordinal;
mod pair;
mod parts;
mod percent;
mod point;
mod positional;
mod qualifier;
mod range;
mod reader;
mod reign;
mod scales;
mod share;
mod smaller;
mod some;
mod spaces;
mod time;
mod topics;
mod unit;
mod word;
mod words;

use std::sync::LazyLock;

pub(super) use half::names_an_event;
pub(super) use reign::{has_first_year, reign_before, reign_from};

use super::Quantity;
use super::digits::vulgar;
use crate::text::{CharacterSet, is_han, simplified, simplify};
use character::digit;
use reader::Reader;
use topics::Topics;

/// The quantities of `text`. It is read in simplified characters: every word below stands in those alone.
pub(super) fn read(text: &str) -> Vec<Quantity> {
    if next_start(text, 0).is_none() {
        return Vec::new();
    }
    let text = &simplified(text);
    match spaces::closed(text) {
        Some(closed) => {
            let quantities = read_closed(&closed.text);
            quantities.into_iter().map(|quantity| closed.opened(quantity)).collect()
        }
        None => read_closed(text),
    }
}

/// The quantities of a text without spaces inside its numerals.
fn read_closed(text: &str) -> Vec<Quantity> {
    let vetoes = words::vetoes(text);
    let topics = Topics::new(text);
    let mut vetoes = vetoes.iter().peekable();
    let mut quantities: Vec<Quantity> = Vec::new();
    let mut at = 0;
    // Where the last quantity ends: what stands before it qualifies no other.
    let mut floor = 0;
    while let Some(start) = next_start(text, at) {
        while vetoes.next_if(|veto| veto.end() as usize <= start).is_some() {}
        if let Some(veto) = vetoes.peek().filter(|veto| veto.start() as usize <= start) {
            at = veto.end() as usize;
            continue;
        }
        let reader = Reader { text, topics: &topics, floor };
        match reader.quantity(start) {
            Some((found, end)) => {
                quantities.extend(found);
                at = end.max(start + 1);
                floor = at.min(text.len());
            }
            // What is no number in 1860s is none in 60s either.
            None => {
                let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
                let first = text[start..].chars().next().map_or(1, char::len_utf8);
                at = start + digits.max(first);
            }
        }
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    quantities
}

/// The next byte at which a numeral may start.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        match *bytes.get(at)? {
            b'0'..=b'9' => return Some(at),
            // .5 starts with its point, 3.5 does not.
            b'.' => {
                let before = text[..at].chars().next_back();
                let opens = |c: char| c.is_whitespace() || is_han(c) || "(（，：".contains(c);
                if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) && before.is_none_or(opens) {
                    return Some(at);
                }
                at += 1;
            }
            byte if byte.is_ascii() => at += 1,
            _ => {
                let character = text[at..].chars().next()?;
                if STARTS.holds(character) {
                    return Some(at);
                }
                at += character.len_utf8();
            }
        }
    }
}

/// The characters outside ASCII that a quantity may start with, in both scripts. Every character of every text is
/// looked up here.
static STARTS: LazyLock<CharacterSet> = LazyLock::new(|| {
    let all = ('\u{80}'..='\u{FFFF}').filter(|&character| {
        let character = simplify(character);
        is_start(character) || digit(character).is_some() || vulgar(character).is_some()
    });
    all.collect()
});

/// Whether a quantity may start with `character`, or a word for one have it as its second.
fn is_start(character: char) -> bool {
    matches!(
        character,
        '十' | '百'
            | '千'
            | '万'
            | '亿'
            | '兆'
            | '廿'
            | '卅'
            | '拾'
            | '佰'
            | '仟'
            | '几'
            | '数'
            | '半'
            | '翻'
            | '俩'
            | '仨'
            | '腰'
            | '甲'
            | '稀'
            | '惑'
            | '立'
    )
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::text::simplified;

    #[test]
    fn traditional_characters_are_read_as_simplified_ones() {
        for text in [
            "千萬別告訴他，萬一失敗了怎麼辦？",
            "營收增長了兩倍，達到三億五千萬元。",
            "毛利率收窄1.8個百分點至41.6%。",
            "餐後半小時服用，一天兩次，每次參拾毫升。",
            "乾隆三十年，這條街上有一百餘間鋪子。",
            "有幾個億萬富翁住在那裡。",
        ] {
            assert_eq!(read(text), read(&simplified(text)), "{text}");
            assert_ne!(simplified(text), text);
        }
        assert_eq!(read("乾隆三十年")[0].to_string(), "no. 30");
        assert_eq!(read("計新臺幣參拾萬元")[0].to_string(), "300,000 TWD");
        assert_eq!(read("七百億參數")[0].to_string(), "70,000,000,000");
    }
}
