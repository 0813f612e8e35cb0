//! Chinese dates: 1998 年 5 月 3 日, 20 世纪 60 年代, 90 后.

use std::ops::Range;

use super::character::digit;
use super::numeral::numeral;
use super::parts::{Numeral, Read, exact};
use super::reign::reign_before;
use super::time::{minutes_to, time};
use crate::quantity::interval::whole;
use crate::quantity::{Kind, Quantity, Unit, Weight};
use crate::text::Span;

/// What may stand behind the number of a year.
const YEARS: &[&str] = &["年", "财年", "财政年度", "财务年度", "学年", "年度"];

/// The date or time that starts with the numeral `first` at byte `start`.
pub(super) fn read(text: &str, start: usize, first: &Numeral) -> Option<Read> {
    let behind = text.get(first.end..)?.trim_start_matches([' ', '\u{a0}']);
    let at = text.len() - behind.len();
    let several = two_decades(text, first, start, at)
        .or_else(|| two_months(text, first, start, at))
        .or_else(|| listed_months(text, first, start));
    if several.is_some() {
        return several;
    }
    let value = first.value.low().filter(|value| first.value.is_point() && value.is_integer());
    let date = Start { text, start, first, number: value?.to_integer(), behind };
    if date.lead().trim_end().ends_with('第') {
        return None;
    }
    if date.lead().ends_with('差')
        && let Some((minutes, end)) = minutes_to(text, first)
    {
        return date.read(Kind::Time, minutes, end, Weight::Full);
    }
    if behind.starts_with("年代") {
        return date.decade();
    }
    if let Some(decade) = date.some_years() {
        return Some(decade);
    }
    if behind.starts_with("世纪") {
        return date.century();
    }
    date.birth_years()
        .or_else(|| date.lunar_day())
        .or_else(|| date.year_in_two_digits())
        .or_else(|| date.year())
        .or_else(|| date.month())
        .or_else(|| date.day_of_this_month())
        .or_else(|| time(text, start, first, date.number))
}

/// A whole number that may start a date, and what stands around it.
struct Start<'t> {
    text: &'t str,
    start: usize,
    first: &'t Numeral,
    number: i128,
    /// What stands behind it and a space.
    behind: &'t str,
}

impl Start<'_> {
    /// What stands before it.
    fn lead(&self) -> &str {
        &self.text[..self.start]
    }

    /// Where the text behind it starts.
    fn at(&self) -> usize {
        self.text.len() - self.behind.len()
    }

    /// One date from the number to `end`.
    fn read(&self, kind: Kind, value: i128, end: usize, weight: Weight) -> Option<Read> {
        let quantity = Quantity { weight, ..exact(kind, value, self.start..end) };
        Some((vec![quantity], end))
    }

    /// 60 年代, 1960 年代.
    fn decade(&self) -> Option<Read> {
        let decade = if self.number >= 1000 { self.number } else { self.number % 100 };
        let read = || self.read(Kind::Decade, decade, self.at() + "年代".len(), Weight::Full);
        (self.number % 10 == 0).then(read).flatten()
    }

    /// 20 世纪, or all of 20 世纪 60 年代.
    fn century(&self) -> Option<Read> {
        let end = self.at() + "世纪".len();
        self.decades_behind(end)
            .or_else(|| self.read(Kind::Century, self.number, end, Weight::Full))
    }

    /// 20 世纪 60 年代 is one date, the 1960s, and 十八世纪八九十年代 are two of them. `at` is where the decade may start.
    fn decades_behind(&self, at: usize) -> Option<Read> {
        let tail = self.text[at..].trim_start_matches(' ');
        let numeral_at = self.text.len() - tail.len();
        let decade = numeral(self.text, numeral_at)?;
        let (low, high) = (decade.value.low()?.to_integer(), decade.value.high()?.to_integer());
        let rest = self.text[decade.end..].trim_start_matches(' ').strip_prefix("年代")?;
        let (end, century) = (self.text.len() - rest.len(), (self.number - 1) * 100);
        if high == low + 10 && high < 100 {
            let middle = numeral_at + tail.chars().next()?.len_utf8();
            let decades = [(low, self.start..middle), (high, middle..end)];
            let read = |(tens, place)| exact(Kind::Decade, century + tens, place);
            return Some((decades.map(read).to_vec(), end));
        }
        (low < 100).then(|| self.read(Kind::Decade, century + low, end, Weight::Full))?
    }

    /// Those who were born from a year on: 90 后, 九五后.
    fn birth_years(&self) -> Option<Read> {
        let Start { number, first, behind, .. } = *self;
        let thousand =
            number == 0 && (first.positional || self.text[self.start..].starts_with("00"));
        if (number % 5 == 0 && (50..=99).contains(&number) || thousand)
            && behind.starts_with('后')
            && !behind.starts_with("后来")
            && !self.lead().ends_with(['年', '岁'])
        {
            return self.read(Kind::Decade, number, self.at() + '后'.len_utf8(), Weight::Medium);
        }
        let rest = behind.strip_prefix("五后").filter(|rest| !rest.starts_with('来'))?;
        let end = self.text.len() - rest.len();
        let is_digit = first.length == 1 && (5..=9).contains(&number);
        is_digit.then(|| self.read(Kind::Decade, 10 * number + 5, end, Weight::Medium)).flatten()
    }

    /// 正月十五, 大年初三: a day of the lunar calendar, which English may call by its feast.
    fn lunar_day(&self) -> Option<Read> {
        let month = self.lead().strip_suffix('初').unwrap_or(self.lead());
        let lunar = ["正月", "腊月", "冬月", "大年"].iter().any(|name| month.ends_with(name));
        let read = || self.read(Kind::Day, self.number, self.first.end, Weight::Light);
        (lunar && (1..=30).contains(&self.number)).then(read).flatten()
    }

    /// 八五年 is 1985, 一八年 2018; 七八年 would be seven or eight.
    fn year_in_two_digits(&self) -> Option<Read> {
        if self.first.in_digits {
            return None;
        }
        // 一零年 and 二零年 are read as one numeral, 一八年 is not.
        let (tens, ones, rest) = if self.first.positional && self.first.length == 2 {
            (self.number / 10, self.number % 10, self.behind.strip_prefix('年')?)
        } else if self.first.length == 1 {
            let mut behind = self.behind.chars();
            let ones = behind.next().filter(|c| is_plain_digit(*c)).and_then(digit)?;
            (self.number, ones, behind.as_str().strip_prefix('年')?)
        } else {
            return None;
        };
        let lasts = rest.starts_with(['代', '级', '来', '间', '前', '后', '多'])
            && !rest.starts_with("前后");
        let goes_on = self.lead().ends_with(|c| digit(c).is_some() || "十百千万几第".contains(c));
        let century = match tens {
            0..=2 => 2000,
            5..=9 => 1900,
            _ => return None,
        };
        // 一二年 and 八九年 may be lengths of time.
        if ones == tens + 1 || lasts || goes_on {
            return None;
        }
        let end = self.text.len() - rest.len();
        self.read(Kind::Year, century + 10 * tens + ones, end, Weight::Medium)
    }

    /// 九几年, 零几年: some year of a decade.
    fn some_years(&self) -> Option<Read> {
        let rest = self.behind.strip_prefix("几年")?;
        let lasts = rest.starts_with(['前', '后', '来', '间', '了']) && !rest.starts_with("前后");
        let decade = matches!(self.number, 0 | 1 | 5..=9)
            && self.first.length == 1
            && !self.first.in_digits
            && !self.lead().ends_with(|c| digit(c).is_some() || "十百千万第".contains(c));
        let end = self.text.len() - rest.len();
        let read = || self.read(Kind::Decade, 10 * self.number, end, Weight::Medium);
        (decade && !lasts).then(read).flatten()
    }

    /// 1998 年, 公元 79 年, 民国 38 年.
    fn year(&self) -> Option<Read> {
        let Start { number, first, behind, .. } = *self;
        let year_like = (1000..=2999).contains(&number)
            && first.scale == whole(1)
            && (first.positional || (first.in_digits && first.length == 4));
        let word = YEARS.iter().find(|word| behind.starts_with(**word));
        // 距今已有近1400年历史
        let lasts = || {
            let rest = behind.strip_prefix('年').unwrap_or_default();
            let rest = rest.strip_prefix('的').unwrap_or(rest);
            rest.starts_with("历史")
                && self.lead().trim_end().ends_with(['有', '近', '约', '逾', '过'])
        };
        if let Some(word) = word.filter(|_| year_like && !lasts()) {
            return self.read(Kind::Year, number, self.at() + word.len(), Weight::Full);
        }
        let rest = behind.strip_prefix('年')?;
        let before = self.lead().trim_end();
        let follows = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        let (kind, value, weight) = match number {
            // 公元前 221 年, 公元 79 年
            1..=2999 if follows(&["公元前", "公元", "西元前", "西元"]) => {
                (Kind::Year, number, Weight::Full)
            }
            // 康熙六十一年: years of a reign, which English may leave out beside the year.
            _ if !rest.starts_with('间') && reign_before(before).is_some() => {
                (Kind::Ordinal, number, Weight::Medium)
            }
            // 民国 38 年 is 1949.
            1..=200 if follows(&["民国"]) => (Kind::Year, 1911 + number, Weight::Full),
            // 08 年
            1..30 if first.in_digits && self.text[self.start..].starts_with('0') => {
                (Kind::Year, 2000 + number, Weight::Full)
            }
            _ => return None,
        };
        self.read(kind, value, self.at() + '年'.len_utf8(), weight)
    }

    /// 5 月, 五月份, and 5 月 3 日 with the day.
    fn month(&self) -> Option<Read> {
        let after = self.behind.strip_prefix('月').filter(|_| (1..=12).contains(&self.number))?;
        // 离家已有三月: so many months, as old letters count them.
        let counted = ["已有", "长达", "历时", "为期", "已逾", "将及"];
        // 胸痛三月余
        let and_more = after.starts_with('余');
        if !self.first.in_digits
            && (and_more || counted.iter().any(|word| self.lead().ends_with(word)))
        {
            let end = self.text.len() - after.len();
            let (months, end) = self.read(Kind::Duration, self.number, end, Weight::Medium)?;
            let unit = Unit::named("month");
            return Some((months.into_iter().map(|m| Quantity { unit, ..m }).collect(), end));
        }
        let behind = after.strip_prefix('份').unwrap_or(after);
        let end = self.text.len() - behind.len();
        let (mut parts, mut end) = self.read(Kind::Month, self.number, end, Weight::Full)?;
        if let Some((day, day_end)) = self.day(end) {
            parts.push(day);
            end = day_end;
        }
        // 崇祯十七年三月十九日 is of the moon, and another day of our calendar.
        let numeral = |c: char| digit(c).is_some() || c == '十' || c == '百';
        let year = self.lead().strip_suffix('年').map(|lead| lead.trim_end_matches(numeral));
        if year.is_some_and(|lead| lead.len() + '年'.len_utf8() < self.lead().len())
            && (year.and_then(reign_before).is_some() || self.lead().ends_with("元年"))
        {
            parts.iter_mut().for_each(|part| part.weight = Weight::Light);
        }
        Some((parts, end))
    }

    /// 28日下午, 15 日电: a day of the month in the news. 28 日 may be as many days elsewhere.
    fn day_of_this_month(&self) -> Option<Read> {
        const BEHIND: &[&str] = &[
            "上午",
            "下午",
            "晚",
            "凌晨",
            "早",
            "中午",
            "电",
            "讯",
            "宣布",
            "表示",
            "发布",
            "介绍",
            "说",
            "称",
            "报道",
            "举行",
            "召开",
            "在京",
            "在北京",
        ];
        let day = self.behind.strip_prefix('日').filter(|_| (1..=31).contains(&self.number))?;
        let said = self.first.in_digits && BEHIND.iter().any(|word| day.starts_with(word));
        let read =
            || self.read(Kind::Day, self.number, self.at() + '日'.len_utf8(), Weight::Medium);
        said.then(read).flatten()
    }

    /// The day of the month that ends at `at`, and where it ends.
    fn day(&self, at: usize) -> Option<(Quantity, usize)> {
        let start = self.text.len() - self.text[at..].trim_start_matches(' ').len();
        let day = numeral(self.text, start)?;
        day.value
            .low()
            .filter(|low| day.value.is_point() && *low >= whole(1) && *low <= whole(31))?;
        let tail = self.text[day.end..].trim_start_matches(' ');
        let end = self.text.len() - tail.strip_prefix(['日', '号'])?.len();
        let quantity = Quantity {
            span: Span::at(start..end),
            value: day.value,
            kind: Kind::Day,
            unit: None,
            approximate: false,
            weight: Weight::Full,
        };
        Some((quantity, end))
    }
}

/// A digit as a character, but not 两, which only counts.
fn is_plain_digit(character: char) -> bool {
    !character.is_ascii() && character != '两' && digit(character).is_some()
}

/// 四五月份, 七八月: two months that follow each other.
fn two_months(text: &str, first: &Numeral, start: usize, at: usize) -> Option<Read> {
    let after = text[at..].strip_prefix('月')?;
    let (low, high) = (first.value.low()?.to_integer(), first.value.high()?.to_integer());
    let numeral = text.get(start..first.end)?;
    // 一两月 is a length of time.
    if high != low + 1 || !(1..12).contains(&low) || first.in_digits || numeral.contains('两') {
        return None;
    }
    let end = at + '月'.len_utf8() + if after.starts_with('份') { '份'.len_utf8() } else { 0 };
    let middle = first.end - numeral.chars().next_back()?.len_utf8();
    Some((months([(low, start..middle), (high, middle..end)]), end))
}

/// Two months and where they stand.
fn months(both: [(i128, Range<usize>); 2]) -> Vec<Quantity> {
    let read =
        |(month, place)| Quantity { weight: Weight::Medium, ..exact(Kind::Month, month, place) };
    both.map(read).to_vec()
}

/// 九、十月: two months with one 月.
fn listed_months(text: &str, first: &Numeral, start: usize) -> Option<Read> {
    let second_at = text.len() - text.get(first.end..)?.strip_prefix('、')?.len();
    let second = numeral(text, second_at)?;
    let after = text[second.end..].strip_prefix('月')?;
    let (one, other) = (first.value.exact()?.to_integer(), second.value.exact()?.to_integer());
    let alike = first.in_digits == second.in_digits && first.length <= 2;
    if !alike || !(1..other).contains(&one) || other > 12 {
        return None;
    }
    let end = text.len() - after.strip_prefix('份').unwrap_or(after).len();
    Some((months([(one, start..first.end), (other, second_at..end)]), end))
}

/// 八九十年代: the eighties and the nineties.
fn two_decades(text: &str, first: &Numeral, start: usize, at: usize) -> Option<Read> {
    let (low, high) = (first.value.low()?.to_integer(), first.value.high()?.to_integer());
    if !text[at..].starts_with("年代") || high != low + 10 || low % 10 != 0 || high > 90 {
        return None;
    }
    let end = at + "年代".len();
    let middle = start + text.get(start..first.end)?.chars().next()?.len_utf8();
    let decades = [(low, start..middle), (high, middle..end)];
    Some((decades.map(|(tens, place)| exact(Kind::Decade, tens, place)).to_vec(), end))
}
