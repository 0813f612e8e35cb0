//! Names that are words written together, which a translation may take apart: OpenDocument is 开放文档, Menu4 is 菜单4.

use crate::dictionary::Dictionary;
use crate::text::stem;

/// Whether the parts that an English name is put together of stand in `chinese`: numbers and acronyms as they are, the
/// words translated, of three or more at least half, and all of them words that could be. A letter by itself says nothing.
pub(super) fn is_translated(name: &str, chinese: &[&str], dictionary: &Dictionary) -> bool {
    let parts = parts(name);
    let stands = |part: &str| chinese.iter().any(|text| holds(text, part));
    let is_fixed =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    let (fixed, words): (Vec<&str>, Vec<&str>) = parts.iter().partition(|part| is_fixed(part));
    if parts.len() < 2
        || !fixed
            .iter()
            .all(|part| part.len() == 1 && !part.as_bytes()[0].is_ascii_digit() || stands(part))
    {
        return false;
    }
    let said: Vec<_> = chinese.iter().flat_map(|text| dictionary.words(text)).collect();
    let is_said = |word: &str| {
        let Some(meant) = dictionary.stem_id(&stem(word)) else { return false };
        said.iter().any(|&said| dictionary.stems(said).any(|(sense, _)| sense == meant))
    };
    let mut found = 0;
    for word in &words {
        let small = word.to_ascii_lowercase();
        if stands(word) || small.len() > 2 && is_said(&small) {
            found += 1;
        } else if small.len() < 3 || !dictionary.is_english(&small) {
            return false;
        }
    }
    // Of two words both are told: 我们 is no WeChat.
    found > 0 && (found == words.len() || words.len() > 2 && 2 * found >= words.len())
}

/// Whether `text` has `part` in it, in whatever case.
fn holds(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    text.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part))
}

/// The parts of a name, each of which begins with a capital or is a number: the last of several capitals begins the next
/// one.
fn parts(name: &str) -> Vec<&str> {
    let bytes = name.as_bytes();
    let is = |at: usize, class: fn(&u8) -> bool| bytes.get(at).is_some_and(class);
    let begins = |at: usize| {
        let capital = is(at, u8::is_ascii_uppercase);
        at == 0
            || capital && !is(at - 1, u8::is_ascii_uppercase)
            || capital && is(at + 1, u8::is_ascii_lowercase)
            || is(at, u8::is_ascii_digit) != is(at - 1, u8::is_ascii_digit)
    };
    let starts: Vec<usize> = (0..bytes.len()).filter(|&at| begins(at)).collect();
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    let pieces = starts.iter().zip(ends).filter_map(|(&start, end)| name.get(start..end));
    pieces.map(|piece| piece.trim_matches('-')).filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_apart() {
        for (name, expected) in [
            ("OpenDocument", &["Open", "Document"][..]),
            ("optimizeQuality", &["optimize", "Quality"]),
            ("Menu4", &["Menu", "4"]),
            ("GPT", &["GPT"]),
            ("SVGFonts", &["SVG", "Fonts"]),
            ("BSpline", &["B", "Spline"]),
            ("Latin-1", &["Latin", "1"]),
        ] {
            assert_eq!(parts(name), expected);
        }
    }

    #[test]
    fn their_words_are_looked_for() {
        for (name, chinese, expected) in [
            ("OpenDocument", "开放文档绘图文件", true),
            ("FreeArt", "自由艺术", true),
            ("Menu4", "菜单4", true),
            ("Menu4", "菜单2", false),
            ("SVGFonts", "SVG 字体对话框", true),
            ("MyPaintBrush", "MyPaint 笔刷", true),
            ("OpenAI", "开放的人工智能", false),
            ("PowerPoint", "他打开了幻灯片", false),
        ] {
            assert_eq!(
                is_translated(name, &[chinese], Dictionary::builtin()),
                expected,
                "{name} {chinese}"
            );
        }
    }
}
