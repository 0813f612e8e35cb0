//! Percent by what stands behind a numeral: 5%, 三个百分点, 七成, 八折.

use super::character::{digit, two_digits};
use super::parts::{Counted, Numeral};
use super::reader::Reader;
use crate::quantity::digits::is_digit;
use crate::quantity::interval::{Interval, Value, product, sum, whole};
use crate::quantity::{Kind, Weight};
use crate::text::is_han;

/// So many percent, the length of what says so, and how much they ask for a counterpart.
type Share = (Interval, usize, Weight);

impl Reader<'_> {
    /// %, 个百分点, 成, 折.
    pub(super) fn percent(&self, first: &Numeral, rest: &str, at: usize) -> Option<Counted> {
        if !rest.starts_with(may_be_percent) {
            return None;
        }
        let (value, length, weight) = self
            .points(first, rest)
            .or_else(|| points_and_a_half(first, rest))
            .or_else(|| per_mille(first, rest))
            .or_else(|| self.interest(first, rest))
            .or_else(|| two_digit_discount(first, rest))
            .or_else(|| tenths(first, rest))
            .or_else(|| discount(first, rest))?;
        Some(Counted { value, end: at + length, ..first.counting(Kind::Percent, weight) })
    }

    /// 5%, 三个百分点.
    fn points(&self, first: &Numeral, rest: &str) -> Option<Share> {
        const SIGNS: [&str; 6] = ["%", "％", "个百分点", "百分点", "个点", "趴"];
        let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign))?;
        let behind = &rest[sign.len()..];
        // 三个点球, 五只趴在地上
        let is_other_word = match sign {
            "趴" => behind.starts_with(['在', '着', '下', '了', '到', '上']),
            // 不是地图上的一个点
            "个点" => {
                let one = first.value.is_one() && !first.in_digits;
                let lead = self.before(first.end).trim_end_matches('一');
                let numeral_lead = lead.trim_end_matches(|c| digit(c).is_some() || c == '十');
                behind.starts_with(['球', '心', '位', '子', '名'])
                    || one && (lead.ends_with("上的") || lead.ends_with("中的"))
                    // 一个舱要取十二个点
                    || numeral_lead.ends_with(['取', '采', '设', '布', '选', '测'])
            }
            _ => false,
        };
        if is_other_word {
            return None;
        }
        // 每提高一个点: "every point"
        let lead = self.before(first.end);
        let lead = &lead[lead.ceil_char_boundary(lead.len().saturating_sub(18))..];
        let each = first.value.is_one() && !first.in_digits && lead.contains('每');
        let weight = if each { Weight::Light } else { wholly(&first.value, behind) };
        Some((first.value, sign.len(), weight))
    }

    /// 月息一分五, 三分利, 票息三厘半: interest in 分 and 厘, of which ten make one 分. A 分 is one percent a month, or ten a
    /// year.
    fn interest(&self, first: &Numeral, rest: &str) -> Option<Share> {
        const BY_THE_MONTH: [&str; 3] = ["月息", "月利", "利息"];
        const BY_THE_YEAR: [&str; 6] = ["年息", "年利", "票息", "息票", "按揭利率", "年利率"];
        let sign = rest.chars().next().filter(|sign| matches!(sign, '分' | '厘'))?;
        let after = &rest[sign.len_utf8()..];
        let numeral = |c: char| digit(c).is_some() || c == '.';
        let lead = self.before(first.end).trim_end_matches(numeral);
        let lead = lead.trim_end_matches(['为', '是', '至', '到', '约']);
        let says = |names: &[&str]| names.iter().any(|name| lead.ends_with(name));
        // 一分五的月息
        let behind = after.trim_start_matches(|c| digit(c).is_some()).trim_start_matches('的');
        let follows = |names: &[&str]| names.iter().any(|name| behind.starts_with(name));
        let monthly = says(&BY_THE_MONTH) || follows(&BY_THE_MONTH[..2]);
        let yearly = says(&BY_THE_YEAR) || follows(&BY_THE_YEAR[..2]);
        // 基本利率下调至 5 厘
        const NEAR: usize = 8;
        let near = lead.char_indices().rev().nth(NEAR).map_or(lead, |(at, _)| &lead[at..]);
        let of_a_rate = ["利率", "息率", "加息", "减息"].iter().any(|word| near.contains(word));
        if sign == '厘' && first.in_digits && of_a_rate && first.value.is_point() {
            return Some((first.value, sign.len_utf8(), Weight::Full));
        }
        let bare = sign == '分' && (after.starts_with("利") || after.starts_with("的利"));
        if !first.value.is_point() || !(monthly || yearly || bare) {
            return None;
        }
        let each = match (sign, yearly) {
            ('分', true) => whole(10),
            ('厘', false) => Value::new(1, 10),
            _ => whole(1),
        };
        let tenths = han_digit(after).or_else(|| after.starts_with('半').then_some(('半', 5)));
        let (more, length) = match tenths.filter(|_| !bare) {
            Some((character, tenths)) => (Value::new(tenths, 10), character.len_utf8()),
            None => (Value::ZERO, 0),
        };
        let value = first.value.map(|value| product(sum(value, more)?, each))?;
        Some((value, sign.len_utf8() + length, Weight::Full))
    }
}

/// 两个半百分点
fn points_and_a_half(first: &Numeral, rest: &str) -> Option<Share> {
    let signs = ["个半百分点", "个半点"];
    let sign = signs
        .into_iter()
        .find(|sign| rest.starts_with(sign) && !rest[sign.len()..].starts_with('钟'))?;
    let value = first.value.map(|value| sum(value, Value::new(1, 2)))?;
    Some((value, sign.len(), Weight::Full))
}

fn per_mille(first: &Numeral, rest: &str) -> Option<Share> {
    let value = || first.value.map(|value| product(value, Value::new(1, 10)));
    Some((rest.starts_with('‰').then(value)??, '‰'.len_utf8(), Weight::Full))
}

/// 八五折: 85 percent are paid.
fn two_digit_discount(first: &Numeral, rest: &str) -> Option<Share> {
    let (character, ones) = han_digit(rest)?;
    let tens = first.value.low().filter(|_| first.length == 1 && !first.in_digits)?;
    rest[character.len_utf8()..].strip_prefix('折')?;
    let value = Interval::point(tens * whole(10) + whole(ones));
    Some((value, character.len_utf8() + '折'.len_utf8(), Weight::Full))
}

/// 七成, 七成半, 七成六.
fn tenths(first: &Numeral, rest: &str) -> Option<Share> {
    let small = first.value.high().is_some_and(|high| high <= whole(10));
    let after = rest.strip_prefix('成').filter(|_| small)?;
    // 两个成了三个: 成 is a verb there, and not where 了 ends the clause.
    let became = after.strip_prefix('了');
    // 一成为总统, but 六成为女性; 七成都是, where no city is meant.
    let is_other_word = after
        .starts_with(['立', '功', '本', '果', '员', '绩', '长', '年', '群', '千', '型'])
        || became.is_some_and(|behind| behind.starts_with(is_han))
        || after.starts_with(['为', '都', '熟']) && first.value.is_one();
    if is_other_word {
        return None;
    }
    let mut value = first.value.map(|value| product(value, whole(10)))?;
    let mut length = '成'.len_utf8();
    if after.starts_with('半') && !after.starts_with("半数") {
        value = value.map(|value| sum(value, whole(5)))?;
        length += '半'.len_utf8();
    }
    // 两成三四 is 23 to 24 percent.
    if let Some((low, high, more)) = two_digits(after).filter(|_| first.value.is_point()) {
        value = Interval::range(sum(value.low()?, whole(low))?, sum(value.low()?, whole(high))?);
        return Some((value, length + more, Weight::Full));
    }
    // 七成六 is 76 percent.
    if let Some((character, more)) = han_digit(after).filter(|_| first.value.is_point())
        && !after[character.len_utf8()..].starts_with(|c| is_unit(c) || digit(c).is_some())
        // 把那四成一次补齐
        && !(character == '一' && after[character.len_utf8()..].starts_with(['次', '起', '直']))
    {
        value = value.map(|value| sum(value, whole(more)))?;
        length += character.len_utf8();
    }
    // 六成热, 七八成熟: English has its own words for how hot oil is, and how done a steak.
    let cooked = after.starts_with(['热', '熟']);
    // 八成是忘了: most likely.
    let likely = first.value == Interval::point(whole(8))
        && after.starts_with(['是', '会', '要', '得', '没', '不', '又', '还', '能', '就']);
    Some((value, length, if likely || cooked { Weight::Light } else { Weight::Full }))
}

/// 八折: eighty percent are paid; 八五折 is 85.
fn discount(first: &Numeral, rest: &str) -> Option<Share> {
    // 三折叠手机, 三折页
    let behind = rest.strip_prefix('折')?;
    if behind.starts_with(['磨', '腾', '叠', '页', '线', '射']) {
        return None;
    }
    let tenths = if first.value.low()? < whole(10) { whole(10) } else { whole(1) };
    let value = first.value.map(|value| product(value, tenths))?;
    Some((value, '折'.len_utf8(), Weight::Full))
}

/// A digit in characters at the start of `text`.
fn han_digit(text: &str) -> Option<(char, i128)> {
    let character = text.chars().next().filter(|character| !is_digit(*character))?;
    Some((character, digit(character)?))
}

/// How much a percentage asks for a counterpart: 100% 确定 is "absolutely sure" as well.
pub(super) fn wholly(value: &Interval, behind: &str) -> Weight {
    const SURE: &[char] = &[
        '没', '确', '同', '相', '肯', '会', '不', '赞', '支', '保', '信', '正', '对', '安', '愿',
        '投', '听', '认', '放', '服', '靠', '尊', '是',
    ];
    let all = *value == Interval::point(whole(100));
    if all && behind.trim_start().starts_with(SURE) { Weight::Medium } else { Weight::Full }
}

/// Whether what makes a percentage of a number may start with `character`; a digit may belong to 八五折.
fn may_be_percent(character: char) -> bool {
    matches!(character, '%' | '％' | '‰' | '趴' | '个' | '百' | '成' | '折' | '分' | '厘')
        || digit(character).is_some()
}

/// 百, 千, 万 and 亿, with which the name of a share starts.
pub(super) fn is_unit(character: char) -> bool {
    matches!(character, '十' | '百' | '佰' | '千' | '仟' | '万' | '亿')
}
