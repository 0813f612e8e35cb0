//! What the words of a quantity and those beside it say: morning or afternoon, whose dollars, the rest of a whole.

use super::super::interval::{Interval, Value, whole};
use super::super::{Dimension, Kind, Quantity, read};
use super::item::Item;
use crate::text::Side;

/// Whether a dollar is said to be American: a bare one may be any.
pub(super) fn is_american(item: &Item<'_>) -> bool {
    let quoted = item.quoted();
    quoted.starts_with("US") || quoted.contains("US dollar") || quoted.contains("U.S. dollar")
}

/// Whether a bare 元 is what the English calls by the money of the place that the Chinese speaks of, or whose
/// script it is written in.
pub(super) fn is_local_dollar(zh: &Item<'_>, english: &Item<'_>) -> bool {
    let en = english.quantity;
    // The start of a text tells where it was written.
    let start = &zh.text[..zh.text.floor_char_boundary(2000)];
    let yuan = zh.quantity.unit.is_some_and(|unit| unit.dimension() == Dimension::Currency("CNY"));
    let bare = yuan && zh.quoted().ends_with(['元', '块', '圆', '角', '分']);
    // What a text in traditional characters calls 元 is its own dollar, if English says no other.
    if en.is_in("USD") && bare {
        let english = english.quoted();
        return zh.traditional && (english.starts_with('$') || !english.contains(['$', 'U']));
    }
    let places: &[&str] = match en.unit.map(|unit| unit.name(false)) {
        Some("TWD") => &["台湾", "台北", "台中", "台南", "高雄", "台币"],
        Some("HKD") => &["香港", "港岛", "九龙", "新界", "港"],
        Some("SGD") => &["新加坡", "狮城"],
        _ => return false,
    };
    bare && (zh.traditional || places.iter().any(|place| start.contains(place)))
}

/// Whether the unit of `zh` stands behind an ordinal: the 70th minute.
pub(super) fn names_its_unit(ordinal: &Item<'_>, zh: &Quantity) -> bool {
    let behind = ordinal.behind();
    let word = behind.trim_start_matches([' ', '-']);
    zh.unit.is_some_and(|unit| {
        word.strip_prefix(unit.name(false))
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    })
}

/// Whether a bare number shares the percent sign of the one behind it: 5.2 to 5.7 percent.
pub(super) fn shares_percent(en: &Item<'_>) -> bool {
    let behind = en.behind().trim_start();
    let second = behind.strip_prefix("to ").or_else(|| behind.strip_prefix("and "));
    // "from about 3.7 to over 5 percent"
    let hedges = [
        "over ",
        "about ",
        "around ",
        "nearly ",
        "almost ",
        "roughly ",
        "more than ",
        "just over ",
    ];
    let second = second
        .map(|second| hedges.iter().find_map(|hedge| second.strip_prefix(hedge)).unwrap_or(second));
    let unit =
        second.map(|second| second.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'));
    unit.is_some_and(|unit| {
        unit.len() < second.map_or(0, str::len)
            && (unit.starts_with('%') || unit.trim_start().starts_with("percent"))
    })
}

/// Whether three of a year's quarters are meant where English says "three quarters".
pub(super) fn is_three_quarters(zh: &Quantity, en: &Item<'_>) -> bool {
    zh.value == Interval::point(whole(3))
        && en.quantity.value == Interval::point(Value::new(3, 4))
        && en.quoted().ends_with("quarters")
}

/// Whether years are counted to a birthday or an anniversary, which English puts in an order.
pub(super) fn is_anniversary(item: &Item<'_>) -> bool {
    ["岁", "周年"].iter().any(|word| item.quoted().ends_with(word))
}

/// Whether a Chinese time says that it is before noon, or that it is after. Twelve is either.
pub(super) fn morning_zh(item: &Item<'_>) -> Option<bool> {
    let hour = item.quantity.value.low()?.to_integer() / 60;
    let before = item.text.get(..item.quantity.span.start() as usize)?.trim_end();
    let said = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    match hour {
        0 => Some(true),
        12 | 24 => None,
        13.. => Some(false),
        _ if said(&["上午", "早上", "早晨", "清晨", "凌晨"]) => Some(true),
        _ => None,
    }
}

/// The same of an English time.
pub(super) fn morning_en(item: &Item<'_>) -> Option<bool> {
    let hour = item.quantity.value.low()?.to_integer() / 60;
    let quoted = item.quoted().to_ascii_lowercase();
    let behind = item.behind();
    let noon =
        quoted.contains("pm") || quoted.contains("p.m") || behind.starts_with(" in the after");
    // "at four-thirty in the afternoon" was read as a number.
    if item.quantity.kind == Kind::Number {
        let late = [" in the after", " in the evening", " p.m", " pm"];
        let early = [" in the morning", " a.m", " am "];
        return match () {
            () if late.iter().any(|words| behind.starts_with(words)) => Some(false),
            () if early.iter().any(|words| behind.starts_with(words)) => Some(true),
            () => None,
        };
    }
    match hour {
        12 if noon => Some(false),
        0 | 12 | 24 => None,
        13.. => Some(false),
        _ if quoted.contains("am") || quoted.contains("a.m") => Some(true),
        _ => None,
    }
}

/// Whether a year was counted from the founding of the Republic of China.
pub(super) fn is_of_the_republic(item: &Item<'_>) -> bool {
    let start = item.quantity.span.start() as usize;
    let end = item.quantity.span.end() as usize;
    let said = |text: Option<&str>| text.is_some_and(|text| text.trim_end().ends_with("民国"));
    said(item.text.get(..start))
        || item.text.get(start..end).is_some_and(|own| own.starts_with('民'))
}

/// Whether "points" stands behind a number, or the smallest steps of a rate of exchange.
pub(super) fn says_points(item: &Item<'_>) -> bool {
    // "a 5-point boost"
    let behind = item.behind().trim_start_matches([' ', '-']);
    behind.starts_with("point") || behind.starts_with("pip")
}

/// Whether points are counted that need not be those of percent: "three-tenths of a point".
pub(super) fn counts_points(en: &Item<'_>) -> bool {
    en.quoted().contains("point") && !en.quoted().contains("percent")
}

/// Whether a share is what is spared: "save 30%", "a discount of 30%".
pub(super) fn says_saved(en: &Item<'_>) -> bool {
    let before = en.before().trim_end();
    let before = before.strip_suffix("up to").unwrap_or(before).trim_end();
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_ascii_lowercase();
    matches!(last.as_str(), "save" | "saves" | "saving" | "saved")
        || ["discount of", "reduction of", "savings of"].iter().any(|lead| before.ends_with(lead))
}

/// `before`, which stands before an English number, without the words between a verb and the number: "it's now a
/// little over", "to as much as".
pub(super) fn without_hedges(before: &str) -> &str {
    const HEDGES: &[&str] = &[
        "about",
        "around",
        "some",
        "nearly",
        "almost",
        "roughly",
        "over",
        "under",
        "just",
        "only",
        "maybe",
        "perhaps",
        "probably",
        "something like",
        "more like",
        "a little",
        "a bit",
        "now",
        "still",
        "already",
        "as much as",
        "as many as",
        "as high as",
        "as low as",
        "as little as",
    ];
    let mut before = before.trim_end();
    let hedged = |before: &'_ str| {
        let lead = HEDGES.iter().find_map(|word| before.strip_suffix(word))?;
        lead.ends_with(char::is_whitespace).then(|| lead.trim_end().len())
    };
    while let Some(length) = hedged(before) {
        before = &before[..length];
    }
    before
}

/// The first number of an English ratio: nine of "nine out of ten"; 1 to 10 of "1 and 10 in every 10,000".
pub(super) fn top_of_ratio(en: &Item<'_>) -> Option<Interval> {
    let (top, _) = parts_of_ratio(en)?;
    match &read(Side::En, top)[..] {
        [only] => Some(only.value),
        [low, high] if top.contains(" and ") => {
            Some(Interval::range(low.value.low()?, high.value.high()?))
        }
        _ => None,
    }
}

/// Whether the English says a ratio to that Chinese number: 一万人中有四个, "four in ten thousand"; 一比十二, "one in
/// twelve".
pub(super) fn is_bottom_of_ratio(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let of_them = |c: char| matches!(c, '中' | '里' | '当');
    let near = zh.behind().chars().take(6).any(of_them)
        || zh.before().ends_with(['每', '比'])
        // 二十投十三中: "13-of-20"
        || zh.behind().starts_with('投');
    near && en.quantity.kind == Kind::Fraction
        && parts_of_ratio(en).and_then(|(_, bottom)| only(bottom)) == Some(zh.quantity.value)
}

fn parts_of_ratio<'t>(en: &Item<'t>) -> Option<(&'t str, &'t str)> {
    [" out of ", " in ", "-of-"].iter().find_map(|joint| en.quoted().split_once(joint))
}

/// The value of the only quantity in `text`.
fn only(text: &str) -> Option<Interval> {
    let [only] = &read(Side::En, text)[..] else { return None };
    Some(only.value)
}

/// Whether `word` stands behind an English quantity.
pub(super) fn says(en: &Item<'_>, word: &str) -> bool {
    let behind = en.behind();
    behind.trim_start().starts_with(word)
}

/// Whether characters are counted, of which English has none: 八个字.
pub(super) fn zh_counts_characters(zh: &Item<'_>) -> bool {
    let behind = zh.behind();
    let behind = behind.strip_prefix('个').unwrap_or(behind);
    zh.quoted().ends_with('字') || behind.starts_with('字')
}

/// Whether an article makes a share of an ordinal: "a third", "the poorest fifth".
pub(super) fn has_article(en: &Item<'_>) -> bool {
    const ADJECTIVE: usize = 1;
    let words = en.before().split_whitespace().rev();
    let is_article =
        |word: &str| ["a", "the", "one"].iter().any(|article| word.eq_ignore_ascii_case(article));
    words.take(1 + ADJECTIVE).any(is_article)
}

/// Whether something comes down to a part of what it was: 降到原来的十分之一.
pub(super) fn is_goal(zh: &Item<'_>) -> bool {
    let before = zh.before().trim_end();
    let before = before.strip_suffix("原来的").unwrap_or(before);
    let before = before.strip_suffix('了').unwrap_or(before);
    [
        "降到",
        "降至",
        "降低到",
        "减到",
        "减至",
        "减少到",
        "跌到",
        "缩小到",
        "缩到",
        "只有",
        "只剩",
        "不到",
    ]
    .iter()
    .any(|verb| before.ends_with(verb))
}

/// Whether an ordinal is a half of a year or of a match.
pub(super) fn is_one_of_two_halves(zh: &Item<'_>) -> bool {
    zh.quoted().starts_with(['上', '下', '前', '后']) && zh.quoted().contains('半')
}

/// Whether an ordinal counts occasions: the first time.
pub(super) fn is_occasion(en: &Item<'_>) -> bool {
    let behind = en.behind();
    behind.trim_start().starts_with("time")
}

/// Whether the English says by which factor something changed.
pub(super) fn is_factor(item: &Item<'_>) -> bool {
    let before = item.before();
    before.trim_end().ends_with("factor of")
}
