//! The characters that Chinese numerals are written with.

use crate::quantity::digits;

/// The value of a digit, as a character or half or full width.
pub(super) fn digit(character: char) -> Option<i128> {
    if let Some(value) = digits::digit(character) {
        return Some(value);
    }
    Some(match character {
        '零' | '〇' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '两' => 2,
        '三' | '叁' | '参' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// 十, 百 and 千.
pub(super) fn small_unit(character: char) -> Option<i128> {
    Some(match character {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        '廿' => 20,
        '卅' => 30,
        _ => return None,
    })
}

/// 万, 亿 and 兆.
pub(super) fn large_unit(character: char) -> Option<u32> {
    Some(match character {
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// Two digits in a row at the start of `text`, one more than the other and with nothing to count behind them, and
/// their length: the 三四 of 两成三四.
pub(super) fn two_digits(text: &str) -> Option<(i128, i128, usize)> {
    let han = |c: Option<char>| c.filter(|c| !c.is_ascii()).and_then(digit);
    let mut characters = text.chars();
    let (low, high) = (han(characters.next())?, han(characters.next())?);
    let behind = characters.as_str();
    let ends = behind.chars().next().is_none_or(|c| {
        digit(c).is_none()
            && small_unit(c).is_none()
            && large_unit(c).is_none()
            && !"个块成毛分".contains(c)
    });
    (high == low + 1 && ends).then_some((low, high, text.len() - behind.len()))
}

/// Whether digits at the start of `text` are followed by 千, 万 and the like: 3 万 5 千.
pub(super) fn followed_by_unit(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start();
    rest.chars().next().is_some_and(|c| small_unit(c).is_some() || large_unit(c).is_some())
}

/// Whether `text` starts with 亿, and not with the rich of 亿万富翁.
pub(super) fn is_scale(text: &str) -> bool {
    let behind = text.strip_prefix('亿');
    behind.is_some_and(|behind| !behind.starts_with('万'))
}
