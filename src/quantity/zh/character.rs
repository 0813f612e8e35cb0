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
