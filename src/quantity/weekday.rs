//! Days of the week: 周三, Wednesday. They are no numbers, and one may be the other gone wrong as numbers may.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::interval::{Interval, whole};
use super::{Kind, Quantity, Weight};
use crate::text::{Side, Span, latin_words, simplified};

/// The days, Monday first.
pub(super) const NAMES: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The days of the week in `text`, in order.
pub(super) fn weekdays(side: Side, text: &str) -> Vec<Quantity> {
    match side {
        Side::Zh => chinese(text),
        Side::En => english(text),
    }
}

static END: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("day"));

/// The words for a week that a day of it is named with.
static WEEKS: LazyLock<[Finder<'_>; 5]> =
    LazyLock::new(|| ["周", "週", "星期", "礼拜", "禮拜"].map(Finder::new));

fn english(text: &str) -> Vec<Quantity> {
    // All of them end so, which few texts hold.
    if END.find(text.as_bytes()).is_none() {
        return Vec::new();
    }
    let day = |word: &str| {
        let singular = word.strip_suffix("'s").or_else(|| word.strip_suffix('s')).unwrap_or(word);
        NAMES.iter().position(|name| singular == *name)
    };
    let words = latin_words(text);
    words.filter_map(|(span, word)| Some(quantity(span, day(word)?))).collect()
}

fn chinese(text: &str) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    if WEEKS.iter().all(|week| week.find(text.as_bytes()).is_none()) {
        return found;
    }
    let text = &*simplified(text);
    for (at, letter) in text.char_indices() {
        let rest = &text[at..];
        let name = ["周", "星期", "礼拜"].into_iter().find(|name| rest.starts_with(name));
        let Some(week) = name.map(str::len) else { continue };
        let mut behind = rest[week..].chars();
        let Some(day) = behind.next().and_then(day_of) else { continue };
        let next = behind.next();
        if letter == '周' && starts_another_word(day, next) {
            continue;
        }
        let before = text[..at].chars().next_back();
        if is_count(letter, before, next) {
            continue;
        }
        let length = week + rest[week..].chars().next().map_or(0, char::len_utf8);
        found.push(quantity(Span::at(at..at + length), day));
    }
    found
}

fn day_of(letter: char) -> Option<usize> {
    if matches!(letter, '日' | '天') {
        return Some(6);
    }
    "一二三四五六".chars().position(|day| day == letter)
}

/// Whether the day belongs to the next word: 本周天气, 上周日均, 下周日程.
fn starts_another_word(day: usize, next: Option<char>) -> bool {
    day == 6 && next.is_some_and(|next| "气均程志历".contains(next))
}

/// Whether weeks or times a week are counted: 一周三次, 四周三面. Words of two characters are only counted where a
/// number stands before them.
fn is_count(letter: char, before: Option<char>, next: Option<char>) -> bool {
    let counted =
        before.is_some_and(|c| "一二两三四五六七八九十几数半多".contains(c) || c.is_ascii_digit());
    let counts = next
        .is_some_and(|c| "十百千万次天个小回节场篇项顿遍趟期年位名件条种路面围人分点".contains(c));
    counted || (counts && (letter == '周' || before == Some('个')))
}

fn quantity(span: Span, day: usize) -> Quantity {
    Quantity {
        span,
        value: Interval::point(whole(day as i128 + 1)),
        kind: Kind::Weekday,
        unit: None,
        approximate: false,
        weight: Weight::Medium,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(side: Side, text: &str) -> Vec<String> {
        weekdays(side, text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn days_are_told_from_counts() {
        assert_eq!(days(Side::Zh, "下周三上午，星期天，每週五"), ["Wednesday", "Sunday", "Friday"]);
        for text in [
            "每周三次",
            "一周三天",
            "四周三面",
            "两周一次",
            "圆周率",
            "三个星期",
            "本周天气",
            "上周日均",
        ] {
            assert!(days(Side::Zh, text).is_empty(), "{text}");
        }
        assert_eq!(days(Side::En, "on Sunday, and Mondays too"), ["Sunday", "Monday"]);
        assert!(days(Side::En, "some day, every day").is_empty());
    }
}
