//! Shares of which one side says what is gone, and the other what is left: 少花三分之二的时间 against "a third of the time".

use super::super::Kind;
use super::super::interval::{Interval, Value, sum, whole};
use super::item::Item;
use super::said::without_hedges;

/// What says in Chinese that the share behind it is gone, with or without 了.
const GONE: &[&str] = &[
    "缩短", "减少", "下降", "降低", "节省", "节约", "省下", "砍掉", "收掉", "去掉", "少花", "少用",
    "跌", "降",
];

/// What says so only with 了: 至少 and 全省 end alike.
const GONE_WITH_LE: &[&str] = &["少了", "短了", "省了"];

/// What a Chinese share is left of: 只有原来的十分之一.
const EARLIER: &[&str] = &["原来的", "之前的", "以前的", "此前的", "过去的", "往年的", "从前的"];

/// What says in Chinese that the share behind it is left, with or without 了 and what it is left of.
const DOWN_TO: &[&str] = &[
    "降到",
    "降至",
    "降低到",
    "下降到",
    "减到",
    "减至",
    "减少到",
    "压到",
    "压减到",
    "缩到",
    "缩减到",
    "缩小到",
    "缩短到",
    "跌到",
    "降为",
    "减为",
    "相当于",
    "只剩",
    "仅剩",
];

/// What says in English that something became less.
const LESS: &[&str] =
    &["cut", "reduc", "slash", "lower", "shr", "drop", "fall", "fell", "down", "declin"];

/// Whether the two say the same of a whole: what the one says is gone, the other has left.
pub(super) fn says_what_is_left([zh, en]: [&Item<'_>; 2]) -> bool {
    let Some((zh_share, en_share)) = share(zh).zip(share(en)) else { return false };
    if !are_all_together(&zh_share, &en_share) {
        return false;
    }
    let before = zh.before().trim_end_matches(['近', '约', '将', '超', '过']).trim_end();
    let cut = before.trim_end_matches('了');
    let gone = GONE.iter().any(|verb| cut.ends_with(verb))
        || GONE_WITH_LE.iter().any(|verb| before.ends_with(verb));
    let behind = en.behind().trim_start();
    let left = ["of ", "the ", "remain", "is left"].iter().any(|word| behind.starts_with(word));
    // 缩短了一半以上, 省一半多的时间: "less than half the time"
    let bounded = zh_share.is_open() && en_share.is_open();
    let spared = bounded && before.ends_with('省');
    if (gone || spared) && !is_by(en) && (left || bounded) {
        return true;
    }
    // 只有原来的十分之一: "cut by 90 percent"; 降到两年前的三分之一: "by two-thirds"; 相当于原价的三分之二: "a third off"
    let clause = before.rsplit(['，', '。', '；', '：']).next().unwrap_or(before);
    let down_to = DOWN_TO.iter().any(|verb| {
        let base = clause.rfind(verb).map(|at| clause[at + verb.len()..].trim_start_matches('了'));
        base.is_some_and(|base| base.is_empty() || base.ends_with('的'))
    });
    let off =
        ["off", "less", "fewer", "lower", "shorter"].iter().any(|word| behind.starts_with(word));
    (down_to || EARLIER.iter().any(|word| before.ends_with(word))) && (says_less_by(en) || off)
}

/// Whether the English says by how much something became less: "cut by 90 percent".
pub(super) fn says_less_by(en: &Item<'_>) -> bool {
    const NEAR: usize = 80;
    let lead = en.near_before(NEAR).to_ascii_lowercase();
    is_by(en) && LESS.iter().any(|word| lead.contains(word))
}

fn is_by(en: &Item<'_>) -> bool {
    without_hedges(en.before()).trim_end().ends_with(" by")
}

/// A share of a whole, from 0 to 1.
pub(super) fn share(item: &Item<'_>) -> Option<Interval> {
    match item.quantity.kind {
        Kind::Fraction => Some(item.quantity.value),
        Kind::Percent => item.quantity.value.map(|percent| Some(percent / whole(100))),
        _ => None,
    }
}

/// Whether two shares make a whole. Who says that more is gone says that less is left.
fn are_all_together(one: &Interval, other: &Interval) -> bool {
    let ranges = [one, other].into_iter().any(|share| share.exact().is_none() && !share.is_open());
    let opposite =
        !(one.is_open() && other.is_open()) || one.low().is_some() != other.low().is_some();
    let ends = one.some_end().zip(other.some_end());
    !ranges && opposite && ends.is_some_and(|(one, other)| sum(one, other) == Some(Value::ONE))
}
