//! Chinese numerals: digits, characters and both together, to an interval of values.

use super::character::{digit, followed_by_unit, is_scale, large_unit, small_unit};
use super::measure::measure_word;
use super::pair::{Pair, ZERO, add, exactly, times};
use super::parts::Numeral;
use super::positional::positional;
use super::qualifier::qualifies;
use super::topics::Topics;
use crate::quantity::Unit;
use crate::quantity::digits::{self, is_digit};
use crate::quantity::interval::{Interval, Value, product, whole};

/// What has been read of a numeral.
pub(super) struct Reading<'t> {
    pub(super) text: &'t str,
    pub(super) topics: Option<&'t Topics<'t>>,
    pub(super) at: usize,
    /// Closed by 万, 亿 or 兆.
    pub(super) total: Pair,
    /// Closed by 十, 百 or 千.
    pub(super) section: Pair,
    pub(super) number: Option<Pair>,
    /// The last unit, and the last of 万, 亿 and 兆.
    pub(super) unit: Option<Value>,
    pub(super) large_unit: Option<Value>,
    /// Whether a 零 came after the last unit, so that a digit behind it counts ones.
    pub(super) after_zero: bool,
    pub(super) approximate: bool,
    pub(super) in_digits: bool,
    pub(super) length: usize,
    pub(super) scale: Value,
    pub(super) any: bool,
}

/// What is weighed in taels.
pub(super) const WEIGHED: [char; 11] =
    ['银', '金', '白', '黄', '肉', '酒', '茶', '米', '面', '油', '葱'];

/// The numeral that starts at byte `at` of `text`, if one does. In dates and times, nothing is measured in 兆.
pub(super) fn numeral(text: &str, at: usize) -> Option<Numeral> {
    numeral_about(text, at, None)
}

/// The same where `topics` tells what the text is about.
pub(super) fn numeral_about(text: &str, at: usize, topics: Option<&Topics<'_>>) -> Option<Numeral> {
    if let Some(numeral) = positional(text, at) {
        return Some(numeral);
    }
    let mut reading = Reading {
        text,
        topics,
        at,
        total: ZERO,
        section: ZERO,
        number: None,
        unit: None,
        large_unit: None,
        after_zero: false,
        approximate: false,
        in_digits: false,
        length: 0,
        scale: whole(1),
        any: false,
    };
    while reading.step()? {}
    reading.finish()
}

impl Reading<'_> {
    pub(super) fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Reads one more part; false at the end of the numeral, nothing where a value does not fit.
    fn step(&mut self) -> Option<bool> {
        let Some(character) = self.rest().chars().next() else { return Some(false) };
        let decimal = character == '.' && !self.any && self.rest()[1..].starts_with(is_digit);
        if is_digit(character) || decimal {
            return self.arabic();
        }
        if let Some(value) = digit(character) {
            return self.han_digit(character, value);
        }
        if let Some(unit) = small_unit(character) {
            // 行驶了多少千米
            if !self.any && self.text[..self.at].ends_with("多少") {
                return Some(false);
            }
            return self.small(character, unit);
        }
        if let Some(exponent) = large_unit(character) {
            return self.large(character, exponent);
        }
        match character {
            '几' | '数' => self.few(character),
            '多' | '余' | '来' if self.any && self.number_is_round() => self.and_more(character),
            // 几个亿, 十个亿, 三个多亿
            '个' if self.any && self.and_more_scales_next(character) => {
                self.and_more_before_scale(character)
            }
            '个' if self.any && self.scales_next(character) => {
                self.at += character.len_utf8();
                Some(true)
            }
            // 九十有三
            '有' if self.is_age(character) => {
                self.at += character.len_utf8();
                Some(true)
            }
            '点' => self.point(character),
            ' ' | '\u{a0}' => self.space(),
            _ => Some(false),
        }
    }

    /// Whether the 有 here joins the years to the tens of an age, as in 九十有三.
    fn is_age(&self, character: char) -> bool {
        let mut behind = self.rest()[character.len_utf8()..].chars();
        let years = behind.next().and_then(digit).is_some_and(|years| (1..10).contains(&years));
        let ends = behind.next().is_none_or(|next| "，。、；！？,.;岁了".contains(next));
        let tens = self.section.0 == self.section.1
            && (whole(20)..=whole(90)).contains(&self.section.0)
            && self.number.is_none();
        years && ends && tens && !self.in_digits
    }

    pub(super) fn take(&mut self, character: char) {
        self.at += character.len_utf8();
        self.length += 1;
        self.any = true;
    }

    /// 2,500 and 2.5, in half or full width.
    fn arabic(&mut self) -> Option<bool> {
        if self.number.is_some() {
            return Some(false);
        }
        let (value, length) = digits::number(self.rest())?;
        self.at += length;
        self.length += length;
        self.any = true;
        self.in_digits = true;
        self.number = Some((value, value));
        Some(true)
    }

    fn han_digit(&mut self, character: char, value: i128) -> Option<bool> {
        // 七百亿参数: it is a digit where an amount is written out, as in 参拾万元.
        let behind = &self.rest()[character.len_utf8()..];
        if character == '参' && !behind.starts_with(['拾', '佰', '仟', '万', '亿', '元', '圆'])
        {
            return Some(false);
        }
        if character == '两' && self.any && self.is_tael(character) {
            return Some(false);
        }
        // 二十五和五十两个规格: fifty-two would be 五十二.
        if character == '两' && self.number.is_none() && self.unit == Some(whole(10)) {
            return Some(false);
        }
        if value == 0 {
            return Some(self.zero(character));
        }
        // 从 12.8 万一下子到
        if value == 1
            && self.unit >= Some(whole(100))
            && begins_with_one(&self.rest()[character.len_utf8()..])
        {
            return Some(false);
        }
        // 六十万一吨, 三十多一斤: for each of them.
        let after_more = self.any && self.text[..self.at].ends_with('多');
        if value == 1
            && self.number.is_none()
            && !self.after_zero
            && (self.unit >= Some(whole(100)) || after_more)
            && is_one_of_what_is_priced(&self.rest()[character.len_utf8()..])
        {
            return Some(false);
        }
        let number = match self.number {
            None => Some(exactly(value)),
            Some(before) => self.range_to(before, character, value),
        };
        if number.is_some() {
            self.number = number;
            self.take(character);
        }
        Some(number.is_some())
    }

    /// 零 between units, or a zero of its own.
    fn zero(&mut self, character: char) -> bool {
        let next = self.rest().chars().nth(1);
        let before_unit = next.is_some_and(|c| small_unit(c).is_some());
        if self.any {
            let few = next == Some('几');
            let counts = before_unit || next.is_some_and(|c| digit(c).is_some());
            if self.number.is_some() || !(counts || few) {
                return false;
            }
            self.after_zero = true;
        } else if !before_unit {
            self.number = Some(exactly(0));
        }
        // Else it is 零十天, behind 九个月.
        self.take(character);
        true
    }

    /// 三四十, 七八, 一两, 三五: from one digit, which was read, to the other.
    fn range_to(&self, before: Pair, character: char, value: i128) -> Option<Pair> {
        let (low, high) = before;
        if low != high || *low.numer() == 0 || self.in_digits {
            return None;
        }
        // 三五, and 三两天 the other way round.
        let behind = self.rest()[character.len_utf8()..].chars().next();
        let reversed = low == whole(3)
            && character == '两'
            && behind.is_some_and(|c| "个天年句人口只次件步下样点".contains(c));
        let is_range = whole(value) - low == whole(1) || (low == whole(3) && value == 5);
        (is_range || reversed).then(|| (low.min(whole(value)), low.max(whole(value))))
    }

    /// Whether the 两 here weighs something: 一两银子, 3.3 亿两.
    fn is_tael(&self, character: char) -> bool {
        let behind = &self.rest()[character.len_utf8()..];
        let ends = |text: &str| {
            text.chars()
                .next()
                .is_none_or(|c| c.is_whitespace() || "，。、；！？,;.!?”」）)的".contains(c))
        };
        // 一两六
        let tenths = behind.strip_prefix(|c: char| !c.is_ascii() && digit(c).is_some());
        // 三千两 ends there, 一两 alone is one or two.
        behind.starts_with(WEIGHED)
            || tenths.is_some_and(ends)
            || self.number.is_none() && (ends(behind) || qualifies(behind))
    }

    /// A space may stand before a unit: 2.5 亿.
    fn space(&mut self) -> Option<bool> {
        if !self.any {
            return Some(false);
        }
        let rest = self.rest();
        let trimmed = rest.trim_start_matches([' ', '\u{a0}']);
        let mut next = trimmed.chars();
        let first = next.next();
        let joins = first.is_some_and(|first| {
            large_unit(first).is_some()
                || first == '个' && {
                    let behind = &trimmed[first.len_utf8()..];
                    is_scale(behind.strip_prefix('多').unwrap_or(behind))
                }
                || (self.in_digits
                    && small_unit(first).is_some_and(|unit| unit != 20 && unit != 30))
                || (self.in_digits && self.number_is_round() && self.more_follows(trimmed))
                || (is_digit(first)
                    && self.number.is_none()
                    && (followed_by_unit(trimmed) || self.ends_short(trimmed)))
        });
        if joins {
            self.at += rest.len() - trimmed.len();
        }
        Some(joins)
    }

    /// Whether `text` is the last digit of a short form, as the 5 of 8 万 5.
    fn ends_short(&self, text: &str) -> bool {
        let mut next = text.chars().skip(1);
        let ends =
            next.next().is_none_or(|c| "，。；！？,;!?）)、元块的到至~～—–-左上".contains(c));
        let behind = text.trim_start_matches(is_digit).trim_start();
        let ends =
            ends || ["到", "至", "人民币", "美元"].iter().any(|word| behind.starts_with(word));
        self.in_digits && self.unit >= Some(whole(1000)) && ends
    }

    fn finish(mut self) -> Option<Numeral> {
        if !self.any {
            return None;
        }
        if let Some(number) = self.number {
            // 三万五 is 35,000: a digit right after a unit counts the next smaller one.
            // So is 8 万 5, but not the 20 of 1 千 20.
            let digit = !self.in_digits
                || number.0 < whole(10) && number.0.is_integer() && self.unit >= Some(whole(1000));
            let short = self.unit.filter(|unit| *unit >= whole(100) && !self.after_zero && digit);
            let number = match short {
                Some(unit) => times(number, product(unit, Value::new(1, 10))?)?,
                None => number,
            };
            self.section = add(self.section, number)?;
        }
        let (low, high) = add(self.total, self.section)?;
        Some(Numeral {
            value: Interval::range(low, high),
            end: self.at,
            approximate: self.approximate,
            in_digits: self.in_digits,
            length: self.length,
            scale: self.scale,
            positional: false,
        })
    }
}

/// Whether a word that begins with 一 goes on with `text`: 一下子, 一直, 一口气.
pub(super) fn begins_with_one(text: &str) -> bool {
    const BEHIND: &[&str] = &["下", "直", "路", "般", "样", "举", "度", "口气", "次性", "夜之间"];
    BEHIND.iter().any(|word| text.starts_with(word))
}

/// Whether what has a price stands at the start of `text`.
fn is_one_of_what_is_priced(text: &str) -> bool {
    Unit::starting_zh(text).is_some() || measure_word(text).is_some() || text.starts_with('平')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> String {
        match numeral(text, 0) {
            Some(numeral) => format!("{} [{}]", numeral.value.plain(), &text[numeral.end..]),
            None => "none".to_owned(),
        }
    }

    #[test]
    fn numerals() {
        for (text, expected) in [
            ("50 亿美元", "5000000000 [美元]"),
            ("2.5万", "25000 []"),
            ("10万亿", "10000000000000 []"),
            ("一万五千亿", "1500000000000 []"),
            ("三百五十万亿", "350000000000000 []"),
            ("一点三万亿", "1300000000000 []"),
            ("6亿8千万", "680000000 []"),
            ("3 万 5 千", "35000 []"),
            ("三万五", "35000 []"),
            ("一千二", "1200 []"),
            ("一百零五", "105 []"),
            ("一万零五十", "10050 []"),
            ("二〇二五年", "2025 [年]"),
            ("一两年", "1–2 [年]"),
            ("三四十家", "30–40 [家]"),
            ("三五百万", "3000000–5000000 []"),
            ("几十亿", "2000000000–10000000000 []"),
            ("数千亿", "200000000000–1000000000000 []"),
            ("十几亿", "1000000000–2000000000 []"),
            ("二十几", "20–29 []"),
            ("一百多", "100–200 []"),
            ("三十多户", "30–40 [户]"),
            ("十来个", "10 [个]"),
            ("九十有三，", "93 [，]"),
            ("九十有三个", "90 [有三个]"),
            ("十个亿", "1000000000 []"),
            ("一百个亿万富翁", "100 [个亿万富翁]"),
            ("一百二十万", "1200000 []"),
            ("三千零二", "3002 []"),
            ("１２３个", "123 [个]"),
            ("两点半", "2 [点半]"),
            ("百亿", "10000000000 []"),
            ("10万万", "1000000000 []"),
            ("五十五兆壹十二亿四万五千二", "55001200045200 []"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }
}
