//! What equal values cannot show: that something rose here and fell there, or that from and to
//! changed places.

use super::super::{Kind, interval::Value, interval::whole};
use super::{Difference, Item};

const ZH_UP: &[&str] = &["上升", "增长", "增加", "提高", "上涨", "涨", "升", "增"];
const ZH_DOWN: &[&str] = &["下降", "降低", "减少", "下跌", "下滑", "跌", "缩减", "降"];
const EN_UP: &[&str] = &[
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
];
const EN_DOWN: &[&str] = &[
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
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Up,
    Down,
}

/// How two equal quantities contradict each other all the same.
pub(super) fn against(zh: &Item<'_>, en: &Item<'_>) -> Option<String> {
    let changes = matches!(zh.quantity.kind, Kind::Percent | Kind::Fraction | Kind::Multiple);
    if !changes {
        return None;
    }
    // 降到十分之一 against "fell by ten percent": to and by.
    let before = |item: &Item<'_>| {
        item.text
            .get(..item.quantity.span.start() as usize)
            .unwrap_or_default()
            .trim_end()
            .to_owned()
    };
    let (zh_before, en_before) = (before(zh), before(en));
    let to = ["到", "到了", "至", "为"].iter().any(|word| zh_before.ends_with(word));
    if to && en_before.ends_with(" by") && zh_direction(zh).is_some() {
        return Some("the Chinese says to, the English says by".to_owned());
    }
    let zh_direction = zh_direction(zh)?;
    let en_direction = en_direction(en)?;
    (zh_direction != en_direction).then(|| {
        let (zh, en) = match zh_direction {
            Direction::Up => ("goes up", "goes down"),
            Direction::Down => ("goes down", "goes up"),
        };
        format!("the Chinese {zh}, the English {en}")
    })
}

/// The clause before a quantity.
fn clause<'t>(item: &Item<'t>, stops: &[char]) -> &'t str {
    let before = item.text.get(..item.quantity.span.start() as usize).unwrap_or_default();
    before.rfind(stops).map_or(before, |at| &before[at..])
}

fn zh_direction(item: &Item<'_>) -> Option<Direction> {
    let clause = clause(item, &['，', '。', ',', '；', '！', '？', '、']);
    // Only what stands right before the number speaks of it.
    let near: String = clause.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
    let found = |words: &[&str]| words.iter().any(|word| near.contains(word));
    match (found(ZH_UP), found(ZH_DOWN)) {
        (true, false) => Some(Direction::Up),
        (false, true) => Some(Direction::Down),
        _ => None,
    }
}

fn en_direction(item: &Item<'_>) -> Option<Direction> {
    let clause = clause(item, &[',', '.', ';', '!', '?', ':']);
    let words: Vec<String> =
        clause.split_whitespace().rev().take(4).map(str::to_lowercase).collect();
    let found = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    match (found(EN_UP), found(EN_DOWN)) {
        (true, false) => Some(Direction::Up),
        (false, true) => Some(Direction::Down),
        _ => None,
    }
}

/// 从 2 亿到 5 亿 against "from 500 million to 200 million".
pub(super) fn swapped(
    zh: &[Item<'_>],
    en: &[Item<'_>],
    partners: &[Option<usize>],
) -> Option<Difference> {
    let (first, second) = (0..zh.len()).zip(1..zh.len()).find(|&(first, second)| {
        let before = clause(&zh[first], &['。']).trim_end();
        let between = zh[first]
            .text
            .get(zh[first].quantity.span.end() as usize..zh[second].quantity.span.start() as usize);
        before.ends_with('从')
            && between.is_some_and(|between| between.ends_with('到') || between.ends_with("到了"))
    })?;
    let (to, from) = (partners[first]?, partners[second]?);
    let reads_from = en[from].text.get(..en[from].quantity.span.start() as usize)?;
    let adjacent = to == from + 1 && reads_from.trim_end().ends_with("from");
    let values: [Option<Value>; 2] =
        [zh[first].quantity.value.low(), zh[second].quantity.value.low()];
    let differ = values[0] != values[1] && values[0] != Some(whole(0));
    (adjacent && differ).then(|| Difference::Mismatch {
        zh: zh[first].place,
        en: en[from].place,
        explanation: "from and to have changed places".to_owned(),
        disputed: false,
        suggestion: None,
    })
}
