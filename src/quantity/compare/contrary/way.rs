//! Two equal numbers that lead opposite ways: ahead and behind, the top and the bottom, north and south, cheaper by so
//! much and at so much.
//!
//! 多四十人 against "forty fewer" is none of them: who turns a comparison round says the same.

use super::beside::{Beside, English};
use crate::quantity::compare::item::Item;
use crate::quantity::{Dimension, Kind};

/// Why two equal quantities lead opposite ways, if they do.
pub(super) fn way(
    zh: &Item<'_>,
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    match zh.quantity.kind {
        Kind::Duration => ahead_or_behind(chinese, english),
        Kind::Percent => top_or_bottom(chinese, english).or_else(|| by_or_at(chinese, english)),
        Kind::Measure => hemisphere(zh, chinese, english),
        _ => None,
    }
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
