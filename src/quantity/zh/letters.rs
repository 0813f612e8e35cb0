//! Latin letters behind digits, and their Chinese names: 500M, 10w, 60fps, 20 兆赫.

use super::parts::Numeral;
use crate::quantity::interval::{Value, power_of_ten, whole};
use crate::quantity::unit::abbreviated;

/// Units by which no other is counted, and the power of ten in their names.
const PREFIXED: [(&str, u32); 9] = [
    ("Hz", 0),
    ("兆赫", 6),
    ("兆字节", 6),
    ("兆比特", 6),
    ("吉赫", 9),
    ("吉字节", 9),
    ("吉比特", 9),
    ("太字节", 12),
    ("拍字节", 15),
];

/// The part of a whole that one ppm or ppb is, and the length of the letters.
pub(super) fn parts_per_million(text: &str) -> Option<(Value, usize)> {
    let exponent = match text.get(..3)? {
        "ppm" | "PPM" => 6,
        "ppb" | "PPB" => 9,
        _ => return None,
    };
    (!letter_follows(text, 3)).then(|| Some((power_of_ten(exponent)?.recip(), 3))).flatten()
}

/// What the letters behind 个 multiply the numeral before it by, and their length: 十二个TB, 四个G, 七个B.
pub(super) fn size_of_data(text: &str) -> Option<(Value, usize)> {
    /// What makes a name of a letter: 两个B端客户, 一个T恤.
    const NAMES: &str = "端轮站股类级面型位座区组队恤罩字超";
    if let Some((exponent, length)) = abbreviated(text) {
        return Some((power_of_ten(exponent)?, length));
    }
    let gigabytes = || {
        let alone = text.starts_with('G') && !letter_follows(text, 1);
        alone.then(|| power_of_ten(9).map(|factor| (factor, 1))).flatten()
    };
    let (factor, length) = letter_scale(text).or_else(gigabytes)?;
    (!text[length..].starts_with(|c| NAMES.contains(c))).then_some((factor, length))
}

/// What the letters right behind a numeral, or behind a space, multiply it by, and their length.
pub(super) fn scale(first: &Numeral, rest: &str, trimmed: &str) -> Option<(Value, usize)> {
    if let Some((name, exponent)) = PREFIXED.iter().find(|(name, _)| trimmed.starts_with(name)) {
        return Some((power_of_ten(*exponent)?, name.len()));
    }
    // 八十GB
    if !first.in_digits {
        let (exponent, length) = abbreviated(trimmed)?;
        return Some((power_of_ten(exponent)?, length));
    }
    if is_of_an_engine(first, rest) {
        return Some((whole(1), 1));
    }
    if let Some(scale) = letter_scale(rest).or_else(|| gigabytes(rest)) {
        return Some(scale);
    }
    let (exponent, length) = abbreviated(trimmed)?;
    Some((power_of_ten(exponent)?, length))
}

/// Whether the T of 2.0T 发动机 stands for a turbocharger.
fn is_of_an_engine(first: &Numeral, rest: &str) -> bool {
    const OF: &[&str] =
        &["发动机", "引擎", "涡轮", "四缸", "动力", "车", "排量", "四驱", "版本", "SUV"];
    let small =
        first.value.exact().is_some_and(|litres| litres < whole(7) && !first.value.is_one());
    let behind = rest.strip_prefix('T').map(str::trim_start);
    small && behind.is_some_and(|behind| OF.iter().any(|word| behind.starts_with(word)))
}

/// The G of 24G 显存; a 5G is a network.
fn gigabytes(text: &str) -> Option<(Value, usize)> {
    const OF: &[&str] = &[
        "显存",
        "内存",
        "显卡",
        "的卡",
        "的显",
        "的内存",
        "硬盘",
        "的硬盘",
        "U盘",
        "存储",
        "空间",
        "流量",
        "的流量",
        "的文件",
    ];
    let behind = text.strip_prefix('G')?.trim_start_matches(' ');
    let is_data = OF.iter().any(|word| behind.starts_with(word));
    is_data.then(|| power_of_ten(9).map(|factor| (factor, 1))).flatten()
}

/// K, M and B right behind digits, and the length of the letter.
fn letter_scale(text: &str) -> Option<(Value, usize)> {
    let exponent = match text.chars().next()? {
        'k' | 'K' => 3,
        'w' => 4,
        'M' => 6,
        'B' => 9,
        'T' => 12,
        _ => return None,
    };
    // 8B班 is a class, 12B座 a building.
    let named =
        text.get(1..).is_some_and(|behind| behind.starts_with(['班', '座', '栋', '幢', '室']));
    (!named && !letter_follows(text, 1))
        .then(|| power_of_ten(exponent).map(|factor| (factor, 1)))
        .flatten()
}

/// Whether a Latin letter or digit stands `skip` bytes into `text`.
pub(super) fn letter_follows(text: &str, skip: usize) -> bool {
    text.get(skip..).and_then(|rest| rest.chars().next()).is_some_and(|c| c.is_ascii_alphanumeric())
}

/// Whether `text` starts with two to five small letters, as the name of a unit has: fps, rpm.
pub(super) fn unit_letters(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    (2..=5).contains(&letters) && text.bytes().take(letters).all(|byte| byte.is_ascii_lowercase())
}
