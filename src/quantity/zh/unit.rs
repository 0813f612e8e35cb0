//! Numerals with a unit: 两个半小时, 一年半, 三块五.

use super::character::{digit, two_digits};
use super::doubt::{is_doubtful, is_other_word};
use super::numeral::{WEIGHED, numeral};
use super::parts::{Counted, Numeral};
use super::qualifier::qualifies;
use super::reader::Reader;
use super::smaller::{
    Amount, starts_with_half, tenths_of_a_jiao, tenths_of_a_yuan, trailing_decimals,
};
use super::words::begins_with_other_word;
use crate::quantity::interval::{Interval, Value, product, sum, whole};
use crate::quantity::{Dimension, Kind, Unit, Weight};

/// What may stand between a numeral and its unit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// 两个半小时
    Half,
    /// 六个多月
    More,
}

/// A unit as it is written.
struct Written<'t> {
    joint: Option<Joint>,
    word: &'t str,
    /// What stands behind it.
    after: &'t str,
}

impl Reader<'_> {
    /// A unit of the table, with 半 behind or between: 两个半小时, 一年半, 三块五.
    pub(super) fn with_unit(&self, first: &Numeral, rest: &str) -> Option<Counted> {
        let (joint, text) = joint(rest);
        let (unit, length) = self.unit_at(first, text, joint.is_some())?;
        let (word, after) = text.split_at(length);
        let written = Written { joint, word, after };
        if self.is_of_a_battery(first, word)
            || self.is_inside(first, word)
            || self.is_cut(first, word)
        {
            return None;
        }
        let half = written.is_halved();
        let decimals = trailing_decimals(word, after).filter(|_| first.value.is_point());
        let sure = half || decimals.is_some() || written.is_sure(first);
        let is_plain = decimals.is_none() && !written.is_weighed();
        if !sure || is_plain && is_other_word(word, after, first) {
            return None;
        }
        let mut amount = self.amount(first, &written, unit)?;
        if half {
            amount = amount.plus(Value::new(1, 2), amount.end + '半'.len_utf8())?;
        } else if let Some((places, length)) = decimals {
            amount = amount.plus(places, amount.end + length)?;
            // 一米七几
            let behind = self.after(amount.end);
            if word == "米" && length == '五'.len_utf8() && behind.starts_with(['几', '多']) {
                let tenth = Value::new(1, 10);
                amount.value = amount
                    .value
                    .low()
                    .map_or(amount.value, |low| Interval::range(low, low + tenth));
                amount.end += '几'.len_utf8();
            }
        } else if unit.kind() != Kind::Money
            && amount.value.is_point()
            && let Some(part) = self.smaller_unit(amount.end, amount.unit)
        {
            amount = amount.plus_smaller(part)?;
        }
        if unit.kind() == Kind::Money {
            amount = self.with_change(first, &written, amount)?;
        }
        if joint == Some(Joint::More) {
            amount.value = amount.value.low().map_or(amount.value, Interval::at_least);
        }
        let weight = self.weight_with_unit(first, &written, &amount);
        let Amount { value, unit, end } = amount;
        Some(Counted { value, kind: unit.kind(), unit: Some(unit), end, weight })
    }

    /// What is measured, without the parts behind the unit.
    fn amount(&self, first: &Numeral, written: &Written<'_>, unit: Unit) -> Option<Amount> {
        let mut value = first.value;
        if written.joint == Some(Joint::Half) {
            value = value.map(|value| sum(value, Value::new(1, 2)))?;
        }
        let unit = match written.word {
            "度" if self.says_fahrenheit(first.end) => Unit::named("degree Fahrenheit")?,
            // 七旬: seventy years.
            "旬" => {
                value = value.map(|value| product(value, whole(10)))?;
                Unit::named("year")?
            }
            "块" => foreign_money(written.after).unwrap_or(unit),
            _ => unit,
        };
        Some(Amount { value, unit, end: self.at_of(written.after) })
    }

    /// An amount of money with the smaller coins behind it.
    fn with_change(
        &self,
        first: &Numeral,
        written: &Written<'_>,
        mut amount: Amount,
    ) -> Option<Amount> {
        let tenth = |count| Value::new(count, 10);
        if let Some((low, high, length)) = written.two_tenths_of_a_yuan(first) {
            let low = amount.value.map(|value| sum(value, tenth(low)))?.low()?;
            let high = amount.value.map(|value| sum(value, tenth(high)))?.high()?;
            let value = Interval::range(low, high);
            return Some(Amount { value, end: amount.end + length, ..amount });
        }
        if let Some((count, length)) = written.tenths_of_a_yuan(first) {
            amount = amount.plus(tenth(count), amount.end + length)?;
        }
        if matches!(written.word, "毛" | "角")
            && amount.value.is_point()
            && let Some((count, length)) = tenths_of_a_jiao(written.after)
        {
            amount = amount.plus(tenth(count), amount.end + length)?;
        }
        if amount.value.is_point()
            && let Some((more, end)) = self.small_change(amount.end, amount.unit)
        {
            amount = amount.plus(more, end)?;
        }
        // 四块九毛九美元
        let behind = self.after(amount.end);
        if matches!(written.word, "块" | "块钱")
            && let Some((unit, length)) = Unit::starting_zh(behind)
            && foreign_money(behind) == Some(unit)
        {
            amount = Amount { unit, end: amount.end + length, ..amount };
        }
        Some(amount)
    }

    /// How much a numeral with a unit asks for a counterpart.
    fn weight_with_unit(&self, first: &Numeral, written: &Written<'_>, amount: &Amount) -> Weight {
        let word = written.word;
        let of_time = amount.unit.kind() == Kind::Duration;
        let compound = written.joint != Some(Joint::More)
            && amount.value != first.value
            && !written.is_halved();
        match () {
            () if self.is_heading(first) => Weight::Light,
            // 几毛钱 is next to nothing.
            () if first.approximate && matches!(word, "毛" | "毛钱" | "分钱" | "块钱") => {
                Weight::Medium
            }
            // 还有几里地: how far
            () if first.approximate && first.length == 1 && !of_time => Weight::Medium,
            () if compound => Weight::Full,
            () if word.starts_with('刻') => Weight::Medium,
            // 三尺 and 万丈 are mostly figures of speech.
            () if matches!(word, "尺" | "寸" | "丈" | "两") && first.length == 1 => {
                Weight::Medium
            }
            // 1 欧元兑 1.20 瑞郎: "to the euro"
            () if amount.value.is_one() && self.is_exchanged(first, written) => Weight::Light,
            () if amount.value.is_one() && !first.in_digits => Weight::Light,
            () if of_time && !first.in_digits && (first.length == 1 || first.approximate) => {
                Weight::Medium
            }
            () => Weight::Full,
        }
    }

    /// Whether a rate of exchange is told by the amount.
    fn is_exchanged(&self, first: &Numeral, written: &Written<'_>) -> bool {
        const BEHIND: &[&str] = &["兑", "换", "可兑", "可换", "等于", "对", "合"];
        let number = |c: char| digit(c).is_some() || c == ' ';
        let before = self.before(first.end).trim_end_matches(number);
        BEHIND.iter().any(|word| written.after.trim_start().starts_with(word))
            || before.ends_with(['兑', '换'])
    }

    /// 单位：万元 counts nothing.
    fn is_heading(&self, first: &Numeral) -> bool {
        first.length == 1 && first.scale > whole(1) && {
            let mut before = self.text[..first.end].chars();
            before.next_back();
            before.as_str().trim_end().ends_with(['：', ':', '（', '('])
        }
    }

    /// 那 6000 万里: among those, and no length in li.
    fn is_inside(&self, first: &Numeral, word: &str) -> bool {
        let numeral = |c: char| digit(c).is_some() || "十百千万亿个, .".contains(c);
        let before = self.before(first.end).trim_end_matches(numeral);
        word == "里" && before.ends_with(['那', '这'])
    }

    /// 各划三刀: cuts, and no dollars.
    fn is_cut(&self, first: &Numeral, word: &str) -> bool {
        let numeral = |c: char| digit(c).is_some() || "十几数".contains(c);
        let lead =
            self.before(first.end).trim_end_matches(numeral).trim_end_matches(['了', '上', '过']);
        word == "刀" && lead.ends_with(|c: char| "划切砍捅割剪剁斩劈补挨开动刺扎".contains(c))
    }

    /// 三元锂电池 is of three elements.
    fn is_of_a_battery(&self, first: &Numeral, word: &str) -> bool {
        word == "元"
            && first.value == Interval::point(whole(3))
            && !first.in_digits
            && self.topics.has_batteries()
    }

    /// The unit that `text` starts with, and its length. `counted`: whether 个半 or 个多 stands before
    /// it, so that 月 can only be months.
    fn unit_at(&self, first: &Numeral, text: &str, counted: bool) -> Option<(Unit, usize)> {
        let letters = || match first.in_digits && !counted {
            // 3.8s; 1860s is a decade or a model.
            true if text.starts_with('s') => {
                let few = first.value.high() < Some(whole(100));
                (few && alone(text)).then_some((Unit::named("second")?, 1))
            }
            // 10W is mostly 100,000; 860W where electricity is spoken of.
            true if text.starts_with('W') && !self.topics.has_electricity() => None,
            true => {
                let (unit, length) = Unit::abbreviated(text)?;
                let raised = unit.raised(&text[length..]);
                Some(raised.map_or((unit, length), |(unit, power)| (unit, length + power)))
            }
            false => None,
        };
        // 1 分 52 秒, 一分半钟
        let minutes = || {
            let minute = Unit::named("minute")?;
            let behind = text.strip_prefix('分')?;
            let halved = behind.starts_with("半钟");
            let sure = halved || self.smaller_unit(self.at_of(behind), minute).is_some();
            sure.then_some((minute, '分'.len_utf8()))
        };
        // 十日内: the 日 of a date counts nothing.
        let days = || {
            let behind = text.strip_prefix('日')?;
            let within = ["内", "之内", "以内"];
            let counted = within.iter().any(|word| behind.starts_with(word));
            // 未来一两日
            let several = !first.in_digits && !first.value.is_point() && !first.approximate;
            Some((Unit::named("day").filter(|_| counted || several)?, '日'.len_utf8()))
        };
        let months = || {
            let month = counted && text.starts_with('月');
            Some((Unit::named("month").filter(|_| month)?, '月'.len_utf8()))
        };
        // 一个半世纪; the 20 of 20 世纪 counts none.
        let centuries = || {
            let century = counted && text.starts_with("世纪");
            Some((Unit::named("century").filter(|_| century)?, "世纪".len()))
        };
        let units = Unit::starting_zh(text).or_else(letters).or_else(minutes);
        units.or_else(days).or_else(months).or_else(centuries)
    }

    /// Whether 华氏 stands before the number that ends at `end`: 华氏 98 度.
    fn says_fahrenheit(&self, end: usize) -> bool {
        let before = self.before(end).trim_end_matches(|c: char| {
            c == ' ' || c == '.' || digit(c).is_some() || matches!(c, '十' | '百' | '点')
        });
        before.ends_with("华氏")
    }
}

impl Written<'_> {
    /// Whether 半 stands behind the unit: 一年半.
    fn is_halved(&self) -> bool {
        self.joint != Some(Joint::Half) && starts_with_half(self.after)
    }

    /// Whether something is weighed in taels.
    fn is_weighed(&self) -> bool {
        self.word == "两" && self.after.starts_with(WEIGHED)
    }

    /// Whether the word is meant as a unit, as far as it and the word behind it tell.
    fn is_sure(&self, first: &Numeral) -> bool {
        // 一块二
        let priced = self.word == "块"
            && self.after.starts_with(|c: char| !c.is_ascii() && digit(c).is_some())
            && !begins_with_other_word(self.after);
        // 绕场一周 is once around, 一周后 a week.
        // 一周一针 tells how much a week holds.
        let dated = self.word == "周"
            && (self.after.starts_with(|c: char| digit(c).is_some())
                || WITH_A_WEEK.iter().any(|word| self.after.starts_with(word)));
        // 一分四十秒: seconds stand behind it.
        // 一毛九: nineteen hundredths
        let odd = self.word == "毛" && tenths_of_a_jiao(self.after).is_some();
        // 往前挪了一米多
        let odd = odd || self.word == "米" && self.after.starts_with('多');
        // 一丈六尺
        let odd = odd
            || self.word == "丈"
                && numeral(self.after, 0)
                    .is_some_and(|feet| self.after[feet.end..].starts_with('尺'));
        // 一尺二寸, 一角二分
        let parts = |smaller: char| {
            numeral(self.after, 0).is_some_and(|part| self.after[part.end..].starts_with(smaller))
        };
        let odd = odd || self.word == "尺" && parts('寸') || self.word == "角" && parts('分');
        // 一毛不到
        let bounded = self.word == "毛" && qualifies(self.after);
        let sure = bounded || self.word == "分" || self.is_weighed() || priced || dated || odd;
        sure || !is_doubtful(self.word, first)
    }

    /// 两块六七: the tenths of which it is one or the other, and their length.
    fn two_tenths_of_a_yuan(&self, first: &Numeral) -> Option<(i128, i128, usize)> {
        let counts = self.word == "块" && first.value.is_point() && !first.in_digits;
        counts.then(|| two_digits(self.after)).flatten()
    }

    /// 一块二: the tenths behind the unit, and their length.
    fn tenths_of_a_yuan(&self, first: &Numeral) -> Option<(i128, usize)> {
        let counts = match self.word {
            "块" => true,
            "元" => !first.in_digits,
            // 三美元二，
            "美元" | "欧元" => !first.in_digits && ends_behind_one(self.after),
            _ => false,
        };
        (counts && !self.is_halved()).then(|| tenths_of_a_yuan(self.after)).flatten()
    }
}

/// What stands between a numeral and its unit, and the text from the unit on.
fn joint(rest: &str) -> (Option<Joint>, &str) {
    let joints = [("个半", Joint::Half), ("个多", Joint::More)];
    let found =
        joints.into_iter().find_map(|(word, joint)| Some((joint, rest.strip_prefix(word)?)));
    let text = found.map_or(rest, |(_, text)| text).trim_start_matches([' ', '\u{a0}']);
    (found.map(|(joint, _)| joint), text)
}

/// Whether a clause ends behind the first character of `text`.
fn ends_behind_one(text: &str) -> bool {
    let mut characters = text.chars().skip(1);
    characters.next().is_none_or(|c| "，。、；！？".contains(c))
}

/// 三块多美金: the money that 块 stands for.
fn foreign_money(after: &str) -> Option<Unit> {
    let (unit, _) = Unit::starting_zh(after.trim_start_matches('多'))?;
    matches!(unit.dimension(), Dimension::Currency(code) if code != "CNY").then_some(unit)
}

/// What shows that 一周 is a time.
const WITH_A_WEEK: &[&str] =
    &["后", "内", "前", "到", "至", "多", "左右", "时间", "以", "之", "不到"];

/// Whether the first letter of `text` is a word by itself.
fn alone(text: &str) -> bool {
    !text[1..].starts_with(|c: char| c.is_ascii_alphanumeric())
}
