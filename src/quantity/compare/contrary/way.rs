//! Two equal numbers that lead opposite ways: ahead and behind, the top and the bottom, north and south, cheaper by so
//! much and at so much.
//!
//! 多四十人 against "forty fewer" is none of them: who turns a comparison round says the same. A comparison with another
//! time is not turned round.

use super::beside::{Beside, English};
use crate::quantity::compare::item::Item;
use crate::quantity::{Dimension, Kind};
use crate::text::clause_before;

/// Why two equal quantities lead opposite ways, if they do.
pub(super) fn way(
    zh: &Item<'_>,
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    if let Some(found) = than_before(chinese, english) {
        return Some(found);
    }
    match zh.quantity.kind {
        Kind::Duration => ahead_or_behind(chinese, english),
        Kind::Percent => top_or_bottom(chinese, english).or_else(|| by_or_at(chinese, english)),
        Kind::Measure => hemisphere(zh, chinese, english),
        _ => None,
    }
}

/// 比上个月少了一百多 against "more than last month's", 比往年早了十来天 against "later than usual".
fn than_before(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    const TIMES: &[char] = &['上', '去', '前', '昨', '往', '原', '预', '平', '约', '计', '同'];
    const OTHER_TIMES: &[&str] = &[
        "last",
        "the previous",
        "the year before",
        "the month before",
        "usual",
        "normal",
        "planned",
        "expected",
        "agreed",
        "scheduled",
        "before",
        "a year",
        "in",
    ];
    const WORDS: [(&[&str], &[&str]); 4] = [
        (&["少", "少了", "减少", "减少了", "降低了", "低了"], &["more", "higher"]),
        (&["多", "多了", "增加", "增加了", "提高了", "高了"], &["less", "fewer", "lower"]),
        (&["早", "早了", "提前", "提前了"], &["later"]),
        (&["晚", "晚了", "迟了", "推迟了"], &["earlier", "sooner"]),
    ];
    let (_, compared) = clause_before(&chinese.before).rsplit_once('比')?;
    if !compared.starts_with(TIMES) {
        return None;
    }
    let ends = |words: &[&str]| words.iter().any(|word| compared.ends_with(word));
    let says = |word: &str| {
        let rest =
            english.behind.split_once(word).and_then(|(_, rest)| rest.strip_prefix(" than "));
        rest.is_some_and(|rest| OTHER_TIMES.iter().any(|time| rest.starts_with(time)))
    };
    let fell = ends(WORDS[0].0) && english.before.ends_with(" up");
    let rose = ends(WORDS[1].0) && english.before.ends_with(" down");
    let contrary = WORDS.iter().any(|(zh, en)| ends(zh) && en.iter().any(|word| says(word)));
    (contrary || fell || rose)
        .then_some("beside another time, one side says more or later, the other less or earlier")
}

/// 提前二十天 against "twenty days later". Of 早了三天 English may tell from the other side: "I came three days later".
fn ahead_or_behind(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let ends = |words: &[&str]| words.iter().any(|word| chinese.before.ends_with(word));
    let ahead = ends(&["提前", "提前了", "提早", "提早了"]);
    let behind = ends(&["推迟", "推迟了", "延后", "延后了", "延误", "延误了"]);
    let contrary = ahead && english.precedes(&["later", "late", "behind schedule"])
        || behind && english.precedes(&["earlier", "early", "ahead of schedule"]);
    contrary.then_some("one side is ahead, the other behind")
}

/// 收入最高的 10% against "the bottom 10%".
fn top_or_bottom(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let ends = |words: &[&str]| words.iter().any(|word| chinese.before.ends_with(word));
    let top = ends(&["最高的", "最富的", "最富有的", "最好的", "最大的"]);
    let bottom = ends(&["最低的", "最穷的", "最差的", "最小的", "最贫困的"]);
    let contrary = top && english.follows(&["bottom", "lowest", "poorest", "worst", "smallest"])
        || bottom && english.follows(&["top", "highest", "richest", "best", "largest"]);
    contrary.then_some("one side speaks of the top, the other of the bottom")
}

/// 便宜了九成 against "cost 90 percent of what they did", 多 40% against "40 percent as many".
fn by_or_at(chinese: &Beside, english: &English<impl FnOnce() -> Beside>) -> Option<&'static str> {
    let ends = |words: &[&str]| words.iter().any(|word| chinese.before.ends_with(word));
    let by = ends(&["便宜了", "便宜", "降了", "跌了", "下降了", "减少了", "缩短了"]);
    let at = english.precedes(&["of what"])
        && english.follows(&["cost", "costs", "is", "are", "was", "were", "pay", "paid", "takes"]);
    let more = ends(&["多", "多了"]) && chinese.before.contains('比');
    let contrary = by && at || more && english.precedes(&["as many", "as much"]);
    contrary.then_some("one side says by how much, the other what it came to")
}

/// 南纬三十八度 against "38 degrees north".
fn hemisphere(
    zh: &Item<'_>,
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    if zh.quantity.unit.is_none_or(|unit| unit.dimension() != Dimension::Degree) {
        return None;
    }
    let of =
        |names: &str, there: &[&str]| chinese.before.ends_with(names) && english.precedes(there);
    let contrary = of("南纬", &["north", "n"])
        || of("北纬", &["south", "s"])
        || of("东经", &["west", "w"])
        || of("西经", &["east", "e"]);
    contrary.then_some("the two places lie on opposite sides of the earth")
}
