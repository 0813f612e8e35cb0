//! Chinese numerals: digits, characters and both together, to an interval of values.

use super::character::{digit, followed_by_unit, large_unit, small_unit};
use super::measure::measure_word;
use super::parts::Numeral;
use super::positional::positional;
use crate::quantity::Unit;
use crate::quantity::digits::{self, is_digit};
use crate::quantity::interval::{Interval, Value, power_of_ten, product, sum, whole};

/// A value that may be known only as "between".
type Pair = (Value, Value);

const ZERO: Pair = (Value::ZERO, Value::ZERO);

fn add(a: Pair, b: Pair) -> Option<Pair> {
    Some((sum(a.0, b.0)?, sum(a.1, b.1)?))
}

fn times(a: Pair, factor: Value) -> Option<Pair> {
    Some((product(a.0, factor)?, product(a.1, factor)?))
}

fn exactly(number: i128) -> Pair {
    (whole(number), whole(number))
}

/// What has been read of a numeral.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// Closed by 万, 亿 or 兆.
    total: Pair,
    /// Closed by 十, 百 or 千.
    section: Pair,
    number: Option<Pair>,
    /// The last unit, and the last of 万, 亿 and 兆.
    unit: Option<Value>,
    large_unit: Option<Value>,
    /// Whether a 零 came after the last unit, so that a digit behind it counts ones.
    after_zero: bool,
    approximate: bool,
    in_digits: bool,
    length: usize,
    scale: Value,
    any: bool,
}

/// What is weighed in taels.
pub(super) const WEIGHED: [char; 13] =
    ['银', '銀', '金', '白', '黄', '黃', '肉', '酒', '茶', '米', '面', '油', '葱'];

/// Whether `text` starts with 亿, and not with the rich of 亿万富翁.
fn is_scale(text: &str) -> bool {
    let behind = text.strip_prefix(['亿', '億']);
    behind.is_some_and(|behind| !behind.starts_with(['万', '萬']))
}

/// The numeral that starts at byte `at` of `text`, if one does.
pub(super) fn numeral(text: &str, at: usize) -> Option<Numeral> {
    if let Some(numeral) = positional(text, at) {
        return Some(numeral);
    }
    let mut reader = Reader {
        text,
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
    while reader.step()? {}
    reader.finish()
}

impl Reader<'_> {
    fn rest(&self) -> &str {
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
            return self.small(character, unit);
        }
        if let Some(exponent) = large_unit(character) {
            return self.large(character, exponent);
        }
        match character {
            '几' | '幾' | '数' | '數' => self.few(character),
            '多' | '余' | '餘' | '来' | '來' if self.any && self.number_is_round() => {
                self.and_more(character)
            }
            // 几个亿, 十个亿, 三个多亿
            '个' | '個' if self.any && self.and_more_scales_next(character) => {
                let number = self.number?;
                self.at += character.len_utf8() + '多'.len_utf8();
                self.number = Some((number.0, sum(number.1, whole(1))?));
                self.approximate = true;
                Some(true)
            }
            '个' | '個' if self.any && self.scales_next(character) => {
                self.at += character.len_utf8();
                Some(true)
            }
            // 九十有三
            '有' if self.is_age(character) => {
                self.at += character.len_utf8();
                Some(true)
            }
            '点' | '點' => self.point(character),
            ' ' | '\u{a0}' => self.space(),
            _ => Some(false),
        }
    }

    /// Whether 亿 stands behind `character`, and not the rich of 亿万富翁.
    fn scales_next(&self, character: char) -> bool {
        is_scale(&self.rest()[character.len_utf8()..])
    }

    /// The same of 多亿.
    fn and_more_scales_next(&self, character: char) -> bool {
        let behind = &self.rest()[character.len_utf8()..];
        self.number.is_some() && behind.starts_with(['多']) && behind[3..].starts_with(['亿', '億'])
    }

    /// Whether the 有 here joins the years to the tens of an age, as in 九十有三.
    fn is_age(&self, character: char) -> bool {
        let mut behind = self.rest()[character.len_utf8()..].chars();
        let years = behind.next().and_then(digit).is_some_and(|years| (1..10).contains(&years));
        let ends = behind.next().is_none_or(|next| "，。、；！？,.;岁歲了".contains(next));
        let tens = self.section.0 == self.section.1
            && (whole(20)..=whole(90)).contains(&self.section.0)
            && self.number.is_none();
        years && ends && tens && !self.in_digits
    }

    fn take(&mut self, character: char) {
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
        if matches!(character, '两' | '兩') && self.any && self.is_tael(character) {
            return Some(false);
        }
        if value == 0 {
            // 零 between units, or a zero of its own.
            if self.any {
                let next = self.rest().chars().nth(1);
                let few = matches!(next, Some('几' | '幾'));
                let counts = next.is_some_and(|c| digit(c).is_some() || small_unit(c).is_some());
                if self.number.is_some() || !(counts || few) {
                    return Some(false);
                }
                self.after_zero = true;
            } else if self.rest().chars().nth(1).is_some_and(|c| small_unit(c).is_some()) {
                // 零十天, behind 九个月
            } else {
                self.number = Some(exactly(0));
            }
            self.take(character);
            return Some(true);
        }
        // 六十万一吨: for each tonne.
        if value == 1
            && self.number.is_none()
            && !self.after_zero
            && self.unit >= Some(whole(100))
            && is_one_of_what_is_priced(&self.rest()[character.len_utf8()..])
        {
            return Some(false);
        }
        match self.number {
            None => self.number = Some(exactly(value)),
            // 三四十, 七八, 一两, 三五: from one to the other.
            Some((low, high)) if low == high && *low.numer() != 0 && !self.in_digits => {
                let step = whole(value) - low;
                // 三五, and 三两天 the other way round.
                let behind = self.rest()[character.len_utf8()..].chars().next();
                let reversed = low == whole(3)
                    && matches!(character, '两' | '兩')
                    && behind.is_some_and(|c| "个個天年句人口只次件步下样点".contains(c));
                let is_range = step == whole(1) || (low == whole(3) && value == 5) || reversed;
                if !is_range {
                    return Some(false);
                }
                self.number = Some((low.min(whole(value)), low.max(whole(value))));
            }
            Some(_) => return Some(false),
        }
        self.take(character);
        Some(true)
    }

    /// Whether the 两 here weighs something: 一两银子, 3.3 亿两.
    fn is_tael(&self, character: char) -> bool {
        let behind = &self.rest()[character.len_utf8()..];
        let next = behind.chars().next();
        let ends = next.is_none_or(|c| c.is_whitespace() || "，。、；的".contains(c));
        let about =
            ["出头", "左右", "上下", "以上", "以下"].iter().any(|word| behind.starts_with(word));
        // 三千两 ends there, 一两 alone is one or two.
        behind.starts_with(WEIGHED) || self.number.is_none() && (ends || about)
    }

    fn small(&mut self, character: char, unit: i128) -> Option<bool> {
        // The 千 of 两千亿千瓦时 belongs to the unit.
        let is_prefix = self.rest()[character.len_utf8()..].starts_with(['瓦', '克', '米', '卡']);
        if self.any && self.number.is_none() && is_prefix {
            return Some(false);
        }
        // So does that of 10 千瓦, lest 8 到 10 千瓦 be eight watts to ten thousand.
        if self.in_digits && unit == 1000 && Unit::starting_zh(self.rest()).is_some() {
            return Some(false);
        }
        let unit_value = whole(unit);
        // Units go down: after 百 no 千 can follow in one section, unless a range does.
        if self.number.is_none()
            && self.unit.is_some_and(|last| last <= unit_value)
            && self.section != ZERO
        {
            return Some(false);
        }
        let number = self.number.take().unwrap_or(exactly(1));
        self.section = add(self.section, times(number, unit_value)?)?;
        self.unit = Some(unit_value);
        self.after_zero = false;
        self.take(character);
        Some(true)
    }

    fn large(&mut self, character: char, exponent: u32) -> Option<bool> {
        // 兆瓦 is a megawatt.
        if exponent == 12
            && self.rest()[character.len_utf8()..].starts_with(['瓦', '赫', '字', '欧'])
        {
            return Some(false);
        }
        // 1000 兆 of bandwidth are no billions of thousands.
        let mega = exponent == 12
            && character == '兆'
            && self.in_digits
            && MEGA.iter().any(|word| self.text.contains(word));
        let scale = power_of_ten(if mega { 6 } else { exponent })?;
        let below = add(self.section, self.number.take().unwrap_or(ZERO))?;
        let nothing_new = below == ZERO;
        let below = if nothing_new && self.total == ZERO { exactly(1) } else { below };
        // 亿 multiplies all that a smaller unit closed, as in 一万五千亿; 万 after 亿 adds to it.
        let inner = self.large_unit.filter(|last| *last <= scale);
        self.total = match inner {
            Some(_) => times(add(self.total, if nothing_new { ZERO } else { below })?, scale)?,
            None => add(self.total, times(below, scale)?)?,
        };
        self.section = ZERO;
        self.scale = match inner {
            Some(inner) => product(scale, inner)?,
            None => scale,
        };
        self.large_unit = Some(scale);
        self.unit = Some(scale);
        self.after_zero = false;
        self.take(character);
        Some(true)
    }

    /// 几 and 数: some, from two to nine.
    fn few(&mut self, character: char) -> Option<bool> {
        let next = self.rest().chars().nth(1);
        let before_unit =
            next.is_some_and(|next| small_unit(next).is_some() || large_unit(next).is_some());
        let is_number = matches!(character, '数' | '數');
        if self.number.is_some() || (is_number && (!before_unit || self.any)) {
            return Some(false);
        }
        // 二十几 may be anything from twenty on; 几 alone is two at least.
        let low = if self.any { 0 } else { 2 };
        let high = if before_unit { 10 } else { 9 };
        self.number = Some((whole(low), whole(high)));
        self.approximate = true;
        self.take(character);
        // In 十几亿 the scale multiplies; in 十几 nothing more is added by rule of thumb.
        self.after_zero = true;
        Some(true)
    }

    /// Whether what was read ends in a zero, so that 多 can follow: 三十多, 100 多.
    fn number_is_round(&self) -> bool {
        match self.number {
            None => self.unit.is_some(),
            Some((low, high)) => {
                low == high && low.is_integer() && *low.numer() != 0 && low.numer() % 10 == 0
            }
        }
    }

    /// Whether `text` starts with 多, 余 or the 来 that counts, which is mostly the verb.
    fn more_follows(&self, text: &str) -> bool {
        if text.starts_with(['多', '余', '餘']) {
            return true;
        }
        let Some(behind) = text.strip_prefix(['来', '來']) else { return false };
        behind
            .starts_with(|c| "个個年万億亿兆人岁天次家名块塊斤亩畝张張只隻条條间間发發".contains(c))
            || ["里路", "里地", "公里", "分钟", "小时", "毫米", "厘米", "平米", "公斤", "元钱"]
                .iter()
                .any(|unit| behind.starts_with(unit))
    }

    /// 多 and 余: up to one more of the last unit; 来: about.
    fn and_more(&mut self, character: char) -> Option<bool> {
        if !self.more_follows(self.rest()) {
            return Some(false);
        }
        let step = match (self.number, self.unit) {
            (Some((low, _)), _) => trailing_unit(low),
            (None, Some(unit)) => unit,
            (None, None) => return Some(false),
        };
        let read = add(add(self.total, self.section)?, self.number.unwrap_or(ZERO))?;
        let more = if matches!(character, '来' | '來') { Value::ZERO } else { step };
        let low_part = self.number.unwrap_or(self.section);
        let widened = (low_part.0, sum(low_part.1, more)?);
        if self.number.is_some() {
            self.number = Some(widened);
        } else if self.section != ZERO {
            self.section = widened;
        } else {
            self.total = (read.0, sum(read.1, more)?);
        }
        self.approximate = true;
        self.take(character);
        Some(true)
    }

    /// The decimal point 点, unless a time of day is meant.
    fn point(&mut self, character: char) -> Option<bool> {
        let rest = &self.rest()[character.len_utf8()..];
        let digits: Vec<char> = rest.chars().take_while(|c| digit(*c).is_some()).take(20).collect();
        let length: usize = digits.iter().map(|digit| digit.len_utf8()).sum();
        let next = rest[length..].chars().next();
        // 零点二分 is a fifth of a point.
        let of_a_point = next == Some('分') && digits.len() == 1 && self.number == Some(ZERO);
        // 七点一次 and 十一点一通电话: at seven, and one call.
        let one_each = digits.len() == 1
            && matches!(digits[0], '一' | '两' | '兩')
            && next
                .is_some_and(|next| "次通场場回班趟顿頓份位名台辆节節堂轮輪批条條".contains(next));
        let is_time = next.is_some_and(|next| matches!(next, '分' | '刻' | '十' | '钟' | '鐘'))
            && !of_a_point
            || one_each;
        let has_decimal = self.in_digits && self.number.is_some_and(|(low, _)| !low.is_integer());
        let Some((low, high)) = self.number.or((self.section != ZERO).then_some(ZERO)) else {
            return Some(false);
        };
        if digits.is_empty() || is_time || has_decimal || low != high {
            return Some(false);
        }
        let mut places = Value::ZERO;
        let mut place = whole(1);
        for character in &digits {
            place /= whole(10);
            places += place * whole(digit(*character)?);
        }
        self.number = Some(add((low, high), (places, places))?);
        self.at += character.len_utf8() + length;
        self.length += 1 + digits.len();
        // Whatever comes now is a scale or the end.
        self.after_zero = true;
        Some(true)
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
                || matches!(first, '个' | '個') && is_scale(&trimmed[first.len_utf8()..])
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

/// What is measured in 兆 of a million.
const MEGA: &[&str] =
    &["宽带", "带宽", "速率", "网速", "流量", "内存", "文件", "存储", "下载", "上传"];

/// Whether what has a price stands at the start of `text`.
fn is_one_of_what_is_priced(text: &str) -> bool {
    Unit::starting_zh(text).is_some() || measure_word(text).is_some() || text.starts_with('平')
}

/// The place of the last digit that is not zero: 100 for 300.
fn trailing_unit(value: Value) -> Value {
    let mut unit = 1_i128;
    let number = value.to_integer();
    while number != 0 && number % (unit * 10) == 0 && unit < 1_000_000_000_000 {
        unit *= 10;
    }
    whole(unit)
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
            ("五十五兆壹十二億四萬五千二", "55001200045200 []"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }
}
