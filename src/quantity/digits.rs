//! Numbers in digits from 0 to 9, as both languages write them: thousands separators, decimals,
//! powers, vulgar fractions.

use super::interval::{Value, power_of_ten, product, sum, whole};

/// Digits beyond this many are no quantity that anyone compares.
const MOST_DIGITS: u32 = 24;

/// The value of a digit in half or full width.
pub(super) fn digit(character: char) -> Option<i128> {
    let value = match character {
        '0'..='9' => u32::from(character) - u32::from('0'),
        '０'..='９' => u32::from(character) - u32::from('０'),
        _ => return None,
    };
    Some(i128::from(value))
}

/// Whether `character` is a digit in half or full width.
pub(super) fn is_digit(character: char) -> bool {
    digit(character).is_some()
}

/// The number at the start of `text`, with thousands separators, decimals, a power (1e10, 2^5,
/// 6.23x10^-4) or a vulgar fraction (2½, ⅔), and its length in bytes.
pub(super) fn number(text: &str) -> Option<(Value, usize)> {
    let fraction = |text: &str| {
        let character = text.chars().next()?;
        Some((vulgar(character)?, character.len_utf8()))
    };
    if let Some(fraction) = fraction(text) {
        return Some(fraction);
    }
    let (value, length) = plain(text)?;
    let rest = &text[length..];
    if let Some((part, more)) = fraction(rest).filter(|_| value.is_integer()) {
        return Some((sum(value, part)?, length + more));
    }
    if let Some((value, more)) = powered(value, rest) {
        return Some((value, length + more));
    }
    Some((value, length))
}

/// The value that stands for a version such as 6.1.12, so that versions are equal that say the same: the first two
/// parts are a decimal, and the third counts millionths.
pub(super) fn version(two_parts: &str, third: &str) -> Option<Value> {
    let third: i128 = third.parse().ok()?;
    sum(plain(two_parts)?.0, product(whole(third), power_of_ten(6)?.recip())?)
}

/// The number at the start of `text` without a power. A decimal may lack its zero: .5.
pub(super) fn plain(text: &str) -> Option<(Value, usize)> {
    let mut all: i128 = 0;
    // How many of the digits are decimals, once a point was seen.
    let mut places: Option<u32> = None;
    let mut length = 0;
    let mut digits = 0;
    for character in text.chars() {
        let behind = &text[length + character.len_utf8()..];
        if let Some(digit) = digit(character) {
            digits += 1;
            if digits > MOST_DIGITS {
                return None;
            }
            all = all.checked_mul(10)?.checked_add(digit)?;
            places = places.map(|places| places + 1);
        } else {
            match character {
                '.' | '．' if places.is_none() && behind.starts_with(is_digit) => places = Some(0),
                ',' | '，' if places.is_none() && digits > 0 && is_group(behind) => {}
                _ if places.is_none() && spaced_group(text, length) => {}
                _ => break,
            }
        }
        length += character.len_utf8();
    }
    let value = match places {
        Some(places) => Value::new(all, 10_i128.checked_pow(places)?),
        None => whole(all),
    };
    (digits > 0).then_some((value, length))
}

/// Whether exactly three digits start `text`, as after a thousands separator.
fn is_group(text: &str) -> bool {
    text.chars().take_while(|character| is_digit(*character)).count() == 3
}

/// Whether the space at byte `at` of a number parts thousands, as in 40 000. A plain space also
/// stands between two numbers (iPhone 15 256 GB), so it parts only what looks grouped: two groups or
/// more, or a group that is a round number.
pub(super) fn spaced_group(text: &str, at: usize) -> bool {
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    let Some(space) = text[at..].chars().next().filter(|c| is_space(*c)) else { return false };
    let behind = &text[at + space.len_utf8()..];
    let before = &text[..at];
    let first = before.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let sane = !before.is_empty()
        && before.chars().all(|c| c.is_ascii_digit() || is_space(c))
        && (1..=3).contains(&first.len())
        && !first.starts_with('0');
    if !sane || !is_group(behind) {
        return false;
    }
    let next = behind.get(3..).unwrap_or_default();
    let more = next.starts_with(is_space) && is_group(next.trim_start_matches(is_space));
    space != ' ' || more || before.contains(' ') || behind.get(1..3) == Some("00")
}

/// `value` multiplied by the power of ten that `text` starts with, and the length of that: ×10 的 25 次方.
fn with_a_power_in_words(value: Value, text: &str) -> Option<(Value, usize)> {
    let rest = text.strip_prefix(' ').unwrap_or(text);
    // Most numbers are followed by something else.
    if !rest.starts_with(['×', 'x', '*', '乘']) {
        return None;
    }
    let times = ["×", "x", "*", "乘以", "乘"].iter().find_map(|sign| rest.strip_prefix(sign))?;
    let rest = times.trim_start().strip_prefix("10")?;
    let rest = rest.trim_start().strip_prefix('的')?.trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let exponent: u32 = rest[..digits].parse().ok().filter(|power| *power <= 30)?;
    let behind = rest[digits..].trim_start();
    let behind = ["次方", "次幂", "次冪"].into_iter().find_map(|word| behind.strip_prefix(word))?;
    Some((product(value, power_of_ten(exponent)?)?, text.len() - behind.len()))
}

/// `value` raised or multiplied by what `text` starts with, and the length of that: e-3, ^5,
/// x10^-4. A letter or digit behind it makes it a name.
fn powered(value: Value, text: &str) -> Option<(Value, usize)> {
    if let Some(raised) = with_superscripts(value, text) {
        return Some(raised);
    }
    if let Some(raised) = with_a_power_in_words(value, text) {
        return Some(raised);
    }
    let tens = ["x10^", "X10^", "×10^", "*10^", " x 10^", " × 10^"]
        .into_iter()
        .find(|mark| text.starts_with(mark));
    let mark = tens.or_else(|| ["^", "e", "E"].into_iter().find(|mark| text.starts_with(mark)))?;
    let rest = &text[mark.len()..];
    let signs = rest.bytes().take_while(|byte| matches!(byte, b'-' | b'+')).count();
    let negative = rest.bytes().take(signs).filter(|byte| *byte == b'-').count() % 2 == 1;
    let digits = rest[signs..].bytes().take_while(u8::is_ascii_digit).count();
    let exponent: u32 = rest[signs..signs + digits].parse().ok().filter(|power| *power <= 30)?;
    let end = mark.len() + signs + digits;
    if text[end..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let power = if mark == "^" {
        (0..exponent).try_fold(whole(1), |power, _| product(power, value))?
    } else {
        power_of_ten(exponent)?
    };
    if negative && power == Value::ZERO {
        return None;
    }
    let power = if negative { whole(1) / power } else { power };
    let raised = if mark == "^" { power } else { product(value, power)? };
    Some((raised, end))
}

/// The same with small digits above the line: ×10²³, and 10⁻⁶ where `value` is the ten.
fn with_superscripts(value: Value, text: &str) -> Option<(Value, usize)> {
    const DIGITS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let mark = ["×10", "x10", " × 10", " x 10"].into_iter().find(|mark| text.starts_with(mark));
    let rest = &text[mark.map_or(0, str::len)..];
    let magnitude = rest.strip_prefix('⁻').unwrap_or(rest);
    let digits = magnitude.chars().map_while(|c| DIGITS.chars().position(|digit| digit == c));
    let (length, exponent) = digits.take(2).fold((0, 0_u32), |(length, all), digit| {
        (length + 1, all * 10 + u32::try_from(digit).unwrap_or(0))
    });
    // m² and 2³ are a unit and a power of something else.
    if length == 0 || mark.is_none() && value != whole(10) {
        return None;
    }
    let power = power_of_ten(exponent).filter(|_| exponent <= 30)?;
    let power = if magnitude.len() < rest.len() { power.recip() } else { power };
    let raised = if mark.is_some() { product(value, power)? } else { power };
    let written: usize = magnitude.chars().take(length).map(char::len_utf8).sum();
    Some((raised, text.len() - magnitude.len() + written))
}

/// The value of a vulgar fraction: ½, ⅔.
pub(super) fn vulgar(character: char) -> Option<Value> {
    let (top, bottom) = match character {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        _ => return None,
    };
    Some(Value::new(top, bottom))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_in_all_their_forms() {
        let read = |text: &str| {
            number(text).map(|(value, length)| (value.to_string(), text[length..].to_owned()))
        };
        for (text, value, rest) in [
            ("2,500 人", "2500", " 人"),
            ("1,23", "1", ",23"),
            (".5", "1/2", ""),
            ("１２．５％", "25/2", "％"),
            ("40 000 of", "40000", " of"),
            ("1 234 567.89", "123456789/100", ""),
            ("15 256 GB", "15", " 256 GB"),
            ("2020 300", "2020", " 300"),
            ("1e10", "10000000000", ""),
            ("12e-1", "6/5", ""),
            ("3e8f", "3", "e8f"),
            ("2^5", "32", ""),
            ("2½ times", "5/2", " times"),
            ("⅔", "2/3", ""),
            ("2^-1", "1/2", ""),
            ("6.23x10^-4", "623/1000000", ""),
            ("0^-1", "0", "^-1"),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), rest.to_owned())), "{text}");
        }
        assert_eq!(read("x"), None);
    }
}
