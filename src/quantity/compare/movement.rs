//! Whether something rises or falls, by the clause before a quantity.

use super::item::Item;

const ZH_UP: &[&str] = &[
    "上升", "增长", "增加", "提高", "上涨", "涨", "升", "增", "上调", "攀升", "反弹", "高出",
    "多出", "多了", "上行", "走高", "扩大",
];
const ZH_DOWN: &[&str] = &[
    "下降", "降低", "减少", "下跌", "下滑", "跌", "缩减", "少了", "降", "下调", "下挫", "回落",
    "缩水", "萎缩", "下行", "走低", "收窄",
];
const EN_UP: &[&str] = &[
    "raising",
    "raises",
    "hiked",
    "hiking",
    "rose",
    "rise",
    "rises",
    "risen",
    "increased",
    "increase",
    "grew",
    "grow",
    "grown",
    "up",
    "gained",
    "climbed",
    "raised",
    "jumped",
    "surged",
    "soared",
    "gains",
    "growing",
    "rising",
    "increases",
    "increasing",
    "widened",
    "widens",
    "widening",
];
const EN_DOWN: &[&str] = &[
    "cutting",
    "cuts",
    "slashed",
    "slashing",
    "trimmed",
    "fell",
    "fall",
    "falls",
    "fallen",
    "decreased",
    "decrease",
    "down",
    "dropped",
    "drop",
    "declined",
    "decline",
    "reduced",
    "cut",
    "lost",
    "slipped",
    "slid",
    "tumbled",
    "plunged",
    "shrank",
    "lowered",
    "falling",
    "declining",
    "decreasing",
    "decreases",
    "dropping",
    "plummeted",
    "narrowed",
    "narrows",
    "narrowing",
];

/// What ends a clause of Chinese.
pub(super) const CLAUSE: [char; 9] = ['，', '。', ',', '；', '！', '？', '、', '（', '('];

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

/// What stands before a quantity.
pub(super) fn before<'t>(item: &Item<'t>) -> &'t str {
    item.before().trim_end()
}

/// How far back a clause is looked at, in bytes.
const LONGEST_CLAUSE: usize = 400;

/// The clause before a quantity, or as much of it as is near.
pub(super) fn clause<'t>(item: &Item<'t>, stops: &[char]) -> &'t str {
    let before = item.near_before(LONGEST_CLAUSE);
    // A point or a comma inside a number ends nothing.
    let in_number = |at: usize| {
        let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let bytes = before.as_bytes();
        digit(at.checked_sub(1).and_then(|at| bytes.get(at))) && digit(bytes.get(at + 1))
    };
    let ends = |&(at, mark): &(usize, char)| {
        stops.contains(&mark) && !(matches!(mark, '.' | ',') && in_number(at))
    };
    let stop = before.char_indices().rev().find(ends);
    stop.map_or(before, |(at, _)| &before[at..])
}

/// Whether a word for a direction may begin with `character`: most numbers have none near them.
fn begins_direction(character: char) -> bool {
    matches!(
        character,
        '上' | '增'
            | '提'
            | '涨'
            | '升'
            | '攀'
            | '反'
            | '高'
            | '多'
            | '下'
            | '降'
            | '减'
            | '跌'
            | '缩'
            | '少'
            | '回'
            | '萎'
            | '掉'
            | '走'
            | '扩'
            | '收'
    )
}

pub(super) fn zh_direction(item: &Item<'_>) -> Option<Direction> {
    let clause = clause(item, &CLAUSE);
    // Only what stands right before the number speaks of it.
    let near = clause.char_indices().rev().nth(5).map_or(clause, |(at, _)| &clause[at..]);
    // 下调存款准备金率 0.5 个百分点: points are always of a change.
    let points = ["百分点", "基点"].iter().any(|word| item.quoted().contains(word));
    let near = if points && !near.contains(begins_direction) { clause } else { near };
    if !near.contains(begins_direction) {
        return None;
    }
    let found = |words: &[&str]| words.iter().any(|word| near.contains(word));
    match (found(ZH_UP), found(ZH_DOWN) || falls(clause, near)) {
        (true, false) => Some(Direction::Up),
        (false, true) => Some(Direction::Down),
        _ => None,
    }
}

/// Whether the end `near` of `clause` says that something falls: 掉了四成, but not 吃掉了.
fn falls(clause: &str, near: &str) -> bool {
    const AWAY: &str = "吃卖用花扔去拿占干输丢跑走删换喝烧毁改关死戒擦省甩漏";
    near.match_indices("掉了").any(|(at, _)| {
        let lead = &clause[..clause.len() - near.len() + at];
        !lead.ends_with(|c| AWAY.contains(c))
    })
}

/// How many words of the English clause before a number tell of its direction, and how many where "to" stands
/// right before it: "cut the risk of a heart attack to".
const NEAR: usize = 4;
pub(super) const FAR: usize = 9;

/// The same where "by" stands there: "cutting its benchmark rate by".
const BEHIND_BY: usize = 6;

pub(super) fn en_direction(item: &Item<'_>) -> Option<Direction> {
    let by = before(item).ends_with(" by");
    goes(item, if by { BEHIND_BY } else { NEAR }).or_else(|| en_change(item))
}

/// "a 0.5-percentage-point cut": the change that points are of.
fn en_change(item: &Item<'_>) -> Option<Direction> {
    const UP: &[&str] = &["increase", "hike", "rise", "raise", "gain"];
    const DOWN: &[&str] = &["cut", "reduction", "decrease", "drop", "fall", "decline"];
    let noun = item.behind().trim_start().split(|c: char| !c.is_ascii_alphabetic()).next()?;
    match item.quoted().ends_with("point") {
        true if UP.contains(&noun) => Some(Direction::Up),
        true if DOWN.contains(&noun) => Some(Direction::Down),
        _ => None,
    }
}

pub(super) fn goes(item: &Item<'_>, reach: usize) -> Option<Direction> {
    let clause = clause(item, &[',', '.', ';', '!', '?', ':', '(']);
    // "down 40 percent but prices have doubled"
    let clause = clause.rsplit(" but ").next().unwrap_or(clause);
    // "rose from 5.2 percent to": what stands between does not count.
    let between = |word: &&str| {
        !word.contains(|c: char| c.is_ascii_digit()) && !matches!(*word, "from" | "percent" | "to")
    };
    let words: Vec<String> = clause
        .split_whitespace()
        .filter(between)
        .rev()
        .take(reach)
        .map(str::to_lowercase)
        .collect();
    // "added up to", "made up of"
    const WITH_UP: &[&str] =
        &["added", "add", "adds", "end", "ended", "ends", "made", "make", "makes", "signed", "set"];
    let is_part = |at: usize| {
        words[at] == "up" && words.get(at + 1).is_some_and(|verb| WITH_UP.contains(&verb.as_str()))
    };
    let found = |list: &[&str]| {
        (0..words.len()).any(|at| list.contains(&words[at].as_str()) && !is_part(at))
    };
    match (found(EN_UP), found(EN_DOWN)) {
        (true, false) => Some(Direction::Up),
        (false, true) => Some(Direction::Down),
        _ => None,
    }
}

/// Whether a stretch of Chinese says that something rises or falls.
pub(super) fn moves(text: &str) -> bool {
    ZH_UP.iter().chain(ZH_DOWN).any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{ZH_DOWN, ZH_UP, begins_direction};

    #[test]
    fn every_direction_begins_as_one() {
        assert!(ZH_UP.iter().chain(ZH_DOWN).all(|word| word.starts_with(begins_direction)));
    }
}
