//! Units that are other words as well: 块, 度, 里.

use super::parts::Numeral;
use crate::text::is_han;

/// Units of which one is mostly something else: 一块 a piece, 一度 once, 一里 in.
const DOUBTFUL: &[&str] = &[
    "丈", "两", "元", "克", "刀", "分", "升", "周", "块", "寸", "尺", "度", "毛", "瓦", "码", "磅",
    "米", "角", "载", "里",
];

/// Whether `first` with the unit `word` is doubtful, if nothing else speaks for it.
pub(super) fn is_doubtful(word: &str, first: &Numeral) -> bool {
    DOUBTFUL.contains(&word) && !first.in_digits && first.value.is_one()
}

/// Whether the unit `word` is the start of another word, by what stands behind it.
pub(super) fn is_other_word(word: &str, after: &str, first: &Numeral) -> bool {
    let then = |characters: &str| after.starts_with(|c| characters.contains(c));
    match word {
        "天" => then("使堂空才气"),
        "元" => then("素旦宵首"),
        // 两度 and 三度 before a verb are times.
        "度" if !first.in_digits && first.length == 1 && after.starts_with(is_han) => {
            !then("的左以之到至电角半多来高低是就为可时会和与及或算五")
        }
        "度" => then("过假"),
        "里" => then("程面克岛"),
        "角" => then("形色度落星格网亭楼恋债砖铁钢柱锥螺棱蛋帽函枫"),
        "米" => then("饭其"),
        // 三两个 is two or three.
        "两" => !after.is_empty() && !then("，。、；！？,.;的重多酒肉金银茶出左上以不"),
        "寸" | "丈" => then("土步夫母"),
        _ => false,
    }
}
