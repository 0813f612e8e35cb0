//! Words that hold a numeral and are no quantity.

use std::sync::LazyLock;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};

use super::character::digit;
use super::time;
use crate::quantity::{Dimension, Unit};
use crate::text::Span;

const LIST: &str = include_str!("not.txt");

/// The words of the list; those that are quantities after all start with a plus sign.
static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = LIST.lines().map(str::trim);
    let mut words: Vec<_> =
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    words.sort_unstable();
    words.dedup();
    words
});

static FINDER: LazyLock<Option<CharwiseDoubleArrayAhoCorasick<u32>>> = LazyLock::new(|| {
    let patterns = WORDS.iter().map(|word| word.trim_start_matches('+'));
    CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build(patterns)
        .ok()
});

/// Whether `text` begins with a word that is no quantity: the 一共 of 两块一共五十元.
pub(super) fn begins_with_other_word(text: &str) -> bool {
    WORDS.iter().any(|word| text.starts_with(word))
}

/// Where in `text` words stand that are no quantities, in order.
pub(super) fn vetoes(text: &str) -> Vec<Span> {
    let Some(finder) = FINDER.as_ref() else { return Vec::new() };
    let hits = finder.leftmost_find_iter(text);
    let vetoed = hits.filter(|hit| {
        let word = WORDS.get(hit.value() as usize).copied().unwrap_or_default();
        let (before, rest) = (&text[..hit.start()], &text[hit.end()..]);
        let after = rest.chars().next();
        // 有一 is none, 有一两年 is.
        let goes_on = word.ends_with('一')
            && (after.is_some_and(|next| digit(next).is_some() || "十百千万亿".contains(next))
                // 多出来那一个半小时, 过去这一年半
                || rest.starts_with("个半")
                || rest.starts_with("年半")
                // 有一半的人, 有一打鸡蛋
                || word == "有一" && rest.starts_with(['半', '打'])
                // 赶上一月份的星期一
                || word == "上一"
                    && before.ends_with(['赶', '碰', '遇'])
                    && rest.starts_with("月份")
                // 落下一块二
                || rest.strip_prefix('块').is_some_and(|tenths| {
                    tenths.starts_with(is_han_digit) && !tenths.starts_with('一')
                })
                // 再有一刻钟
                || rest.starts_with("刻钟")
                || is_measured(rest)
                || rest.strip_prefix('点').is_some_and(is_decimal)
                || is_tenth(rest)
                || is_tenth_of_people(before, word, rest));
        // 下午一点, 一点半: a time of day.
        let time = word == "一点" && time::tells_time(before, rest);
        // 一点六亿: a decimal.
        let decimal = word.ends_with("一点") && word != "差一点" && is_decimal(rest);
        // 一块二: a price.
        let priced = word == "一块" && after.is_some_and(is_han_digit);
        // 差十分六点
        let minutes = word == "十分" && before.ends_with('差');
        let weekly = is_weekly(before, word, rest) || is_hours_of_a_week(word, rest);
        // 三比一战胜北京队
        let scored = word == "一战" && before.ends_with('比');
        !word.starts_with('+')
            && !scored
            && !priced
            && !goes_on
            && !time
            && !decimal
            && !weekly
            && !minutes
    });
    vetoed.map(|hit| Span::at(hit.start()..hit.end())).collect()
}

/// Whether a character is a digit that is not an Arabic one.
fn is_han_digit(c: char) -> bool {
    !c.is_ascii() && digit(c).is_some()
}

/// Whether the day in `word` is a count of a week: 每周三次, 一周五天.
fn is_weekly(before: &str, word: &str, after: &str) -> bool {
    const COUNTS: &[&str] = &[
        "次",
        "天",
        "趟",
        "遍",
        "顿",
        "小时",
        "个小时",
        "节课",
        "针",
        "片",
        "粒",
        "颗",
        "杯",
        "班",
        "期",
        "篇",
        "回",
    ];
    const NOT: &[&str] = &["天气", "天色", "天亮", "天黑", "天刚", "天还", "天没"];
    word.starts_with('周')
        && before.ends_with(['每', '一', '两', '1', '2'])
        && COUNTS.iter().any(|count| after.starts_with(count))
        && !NOT.iter().any(|word| after.starts_with(word))
}

/// Whether the day in `word` begins the hours behind a week: 考试周二十四小时开放.
fn is_hours_of_a_week(word: &str, after: &str) -> bool {
    let ones = after.strip_prefix('十').filter(|_| word.starts_with('周'));
    let behind = ones.map(|rest| rest.trim_start_matches(|c| digit(c).is_some()));
    behind.is_some_and(|rest| rest.starts_with("小时") || rest.starts_with("个小时"))
}

/// Whether 成 starts `text` as a tenth: 剩下一成才是房租, but not 唯一成功.
fn is_tenth(text: &str) -> bool {
    text.strip_prefix('成').is_some_and(|behind| {
        behind.chars().next().is_none_or(|c| {
            "才左多以半的看归留走，。、；,;.是都就不给来在归一二三四五六七八九".contains(c)
        }) && !behind.starts_with("不变")
            || behind.starts_with("出头")
    })
}

/// Whether `word` and what follows are a tenth of all people, picked out by what they have most or least of:
/// 收入最高的那一成人.
fn is_tenth_of_people(before: &str, word: &str, after: &str) -> bool {
    const NEAR: usize = 4;
    let picked = || before.chars().rev().take(NEAR).any(|c| c == '最');
    word == "那一" && after.starts_with("成人") && picked()
}

/// Whether places of a decimal with something to count start `text`: 六亿, 五倍.
fn is_decimal(text: &str) -> bool {
    let places = text.trim_start_matches(|c| digit(c).is_some());
    let counts =
        places.starts_with(['十', '百', '千', '万', '亿', '倍', '个', '%', '米', '元', '度']);
    // 只有一点三左右
    let ends =
        places.is_empty() || places.starts_with(['，', '。', '、', '；', ',', ';', '左', '上']);
    places.len() < text.len()
        && (counts || ends && !text.starts_with('两'))
        && !text.starts_with("一点")
}

/// Whether a unit of length or weight starts `text`, as in 有一米九.
fn is_measured(text: &str) -> bool {
    let dimension = Unit::starting_zh(text).map(|(unit, _)| unit.dimension());
    matches!(dimension, Some(Dimension::Length | Dimension::Mass))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vetoed(text: &str) -> Vec<&str> {
        vetoes(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn the_longest_word_decides() {
        assert_eq!(vetoed("他十分高兴，等了十分钟"), ["十分"]);
        assert_eq!(vetoed("万一失败，三星和第三方"), ["万一", "三星", "第三方"]);
        assert!(FINDER.is_some());
    }
}
