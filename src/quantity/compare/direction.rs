//! What equal values cannot show: that something rose here and fell there, or that from and to
//! changed places.

use super::super::interval::{Interval, Value, product, whole};
use super::super::{Dimension, Kind, Weight};
use super::Difference;
use super::item::Item;

const ZH_UP: &[&str] = &[
    "上升", "增长", "增加", "提高", "上涨", "涨", "升", "增", "上调", "攀升", "反弹", "高出",
    "多出", "多了",
];
const ZH_DOWN: &[&str] = &[
    "下降", "降低", "减少", "下跌", "下滑", "跌", "缩减", "少了", "降", "下调", "下挫", "回落",
    "缩水", "萎缩",
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
];

/// What ends a clause of Chinese.
const CLAUSE: [char; 9] = ['，', '。', ',', '；', '！', '？', '、', '（', '('];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Up,
    Down,
}

/// How two equal quantities contradict each other all the same.
pub(super) fn against(zh: &Item<'_>, en: &Item<'_>) -> Option<String> {
    let changes = matches!(zh.quantity.kind, Kind::Percent | Kind::Fraction | Kind::Multiple);
    if !changes {
        let moves = zh.quantity.kind == en.quantity.kind
            && (zh.quantity.kind == Kind::Money
                || zh.quantity.unit.is_some_and(|unit| unit.dimension() == Dimension::Share));
        let contrary = || if moves { up_and_down(zh, en) } else { None };
        return to_and_by(zh, en).or_else(contrary);
    }
    // 降到十分之一 against "fell by ten percent": to and by.
    let (zh_before, en_before) = (before(zh), before(en));
    let zh_goes = zh_direction(zh);
    // "about" stands between the verb and the number.
    let zh_before = zh_before.trim_end_matches(['约', '近', '大', '逾']);
    let en_before = ["about", "around", "nearly", "almost", "roughly", "some", "over"]
        .iter()
        .find_map(|word| en_before.strip_suffix(word))
        .unwrap_or(en_before)
        .trim_end();
    let goal = ["到", "到了", "至", "降为", "减为", "升为", "增为"]
        .iter()
        .any(|word| zh_before.ends_with(word));
    // 减少到 2005 年的三分之一
    let of_a_base = zh_before.ends_with('的') && {
        let clause = clause(zh, &CLAUSE);
        [
            "减少到",
            "下降到",
            "降到",
            "降至",
            "减至",
            "增加到",
            "增长到",
            "增至",
            "升至",
            "提高到",
            "收到",
            "压到",
            "缩到",
            "砍到",
        ]
        .iter()
        .any(|verb| clause.contains(verb))
    };
    let to = goal && zh_goes.is_some() || of_a_base;
    if to && (en_before.ends_with(" by") || en_before.ends_with("By")) {
        return Some("the Chinese says to, the English says by".to_owned());
    }
    let shares = matches!(zh.quantity.kind, Kind::Percent | Kind::Fraction);
    let by = shares && zh_before.ends_with('了') && !goal && zh_goes.is_some();
    if by && en_before.ends_with(" to") && goes(en, FAR).is_some() {
        return Some("the Chinese says by, the English says to".to_owned());
    }
    let points = zh.quoted().contains("百分点") || zh.quoted().contains("百分點");
    if points && !goal && en_before.ends_with(" to") {
        return Some("the Chinese says by, the English says to".to_owned());
    }
    if points && zh_goes.is_some() && en_direction(en).is_some() && !says_points(en) {
        return Some("percentage points became percent".to_owned());
    }
    if let Some(explanation) = level_and_change(zh, en, [zh_before, en_before]) {
        return Some(explanation.to_owned());
    }
    up_and_down(zh, en).or_else(|| more_and_less(zh, en))
}

/// 上调 25 个基点 against "cutting by 25 basis points".
fn up_and_down(zh: &Item<'_>, en: &Item<'_>) -> Option<String> {
    let (zh_goes, en_goes) = (zh_direction(zh)?, en_direction(en)?);
    (zh_goes != en_goes).then(|| {
        let (zh, en) = match zh_goes {
            Direction::Up => ("goes up", "goes down"),
            Direction::Down => ("goes down", "goes up"),
        };
        format!("the Chinese {zh}, the English {en}")
    })
}

/// 低 21% against "21 percent more likely", 加快 0.4 个百分点 against "0.4 points slower".
fn more_and_less(zh: &Item<'_>, en: &Item<'_>) -> Option<String> {
    const MORE: &[&str] = &["more", "higher", "greater", "above"];
    const LESS: &[&str] = &["less", "lower", "fewer", "below"];
    const MORE_ZH: &[&str] = &["高", "高了", "高出", "多", "多了", "多出"];
    const LESS_ZH: &[&str] = &["低", "低了", "少", "少了"];
    const FASTER_ZH: &[&str] = &["快", "快了"];
    const SLOWER_ZH: &[&str] = &["慢", "慢了", "放缓", "放缓了"];
    // 最高 20% is a bound, and says nothing of more.
    const BOUNDS: &[&str] = &["最高", "最低", "最多", "最少", "至多", "至少", "不少", "不多"];
    let before = before(zh);
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    if ends(BOUNDS) {
        return None;
    }
    let behind = en.text.get(en.quantity.span.end() as usize..).unwrap_or_default().trim_start();
    let behind = behind.strip_prefix("percentage points").unwrap_or(behind).trim_start();
    let compares = |words: &[&str]| {
        words.iter().any(|word| {
            let rest = behind.strip_prefix(word);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    };
    let contrary = ends(MORE_ZH) && compares(LESS)
        || ends(LESS_ZH) && compares(MORE)
        || ends(FASTER_ZH) && compares(&["slower"])
        || ends(SLOWER_ZH) && compares(&["faster", "quicker"]);
    contrary.then(|| "one side says more, the other less".to_owned())
}

/// Whether points are said in the English of a number or behind it.
fn says_points(en: &Item<'_>) -> bool {
    let behind = en.text.get(en.quantity.span.start() as usize..).unwrap_or_default();
    let near = &behind[..behind.floor_char_boundary(40)];
    ["point", "pp", "ppt", "pt"].iter().any(|word| near.contains(word))
}

/// 只有往年的六成 against "60% less", 上一代的 1.5 倍 against "150% higher". Of halves the two are the same.
fn level_and_change(
    zh: &Item<'_>,
    en: &Item<'_>,
    [zh_before, en_before]: [&str; 2],
) -> Option<&'static str> {
    const LEVEL: &[&str] =
        &["只有", "只剩", "仅为", "仅有", "还剩", "剩下", "相当于", "只是", "不过是", "是"];
    const CHANGE: &[&str] =
        &["增", "减", "少了", "多了", "下降", "上升", "跌", "涨", "降", "升", "比"];
    const COMPARED: &[&str] = &[
        "less", "fewer", "lower", "higher", "more", "greater", "larger", "bigger", "smaller",
        "faster", "slower", "longer", "shorter", "heavier", "lighter", "cheaper",
    ];
    if !zh_before.ends_with('的') {
        return None;
    }
    let clause = clause(zh, &CLAUSE);
    let level = LEVEL.iter().any(|word| clause.contains(word))
        && !CHANGE.iter().any(|word| clause.contains(word));
    let half = zh.quantity.value == Interval::point(Value::new(1, 2))
        || zh.quantity.value == Interval::point(whole(50));
    if !level || half {
        return None;
    }
    let behind = en.text.get(en.quantity.span.end() as usize..).unwrap_or_default().trim_start();
    let compared = en.quantity.kind != Kind::Multiple
        && COMPARED.iter().any(|word| {
            behind.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        });
    let fell = en_before.ends_with(" by") && en_direction(en).is_some();
    // 是去年的 1.5 倍 may well be "50% more".
    let same = zh.quantity.kind != Kind::Multiple
        || zh.quantity.value.map(|times| product(times, whole(100))) == Some(en.quantity.value);
    ((compared || fell) && same)
        .then_some("the Chinese says how much it is, the English how much it differs")
}

/// 从 90 亿增加到 270 亿 against "grew by $27 billion", 跌至 71 美元 against "fell, from $71".
fn to_and_by(zh: &Item<'_>, en: &Item<'_>) -> Option<String> {
    let counts = matches!(zh.quantity.kind, Kind::Money | Kind::Number | Kind::Measure);
    let light = zh.quantity.weight.min(en.quantity.weight) == Weight::Light;
    if !counts || light || zh.quantity.kind != en.quantity.kind {
        return None;
    }
    let (zh_before, en_before) = (before(zh), before(en));
    let goal = zh_before.ends_with(['到', '至']) || zh_before.ends_with("到了");
    if !goal {
        return None;
    }
    if en_before.ends_with(" by") && zh_direction(zh).is_some() && en_direction(en).is_some() {
        return Some("the Chinese says to, the English says by".to_owned());
    }
    // What moves may be said in the clause before: 下跌 4 美元，至 71 美元.
    let sentence = clause(zh, &['。', '！', '？']);
    let moves = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
    let from = en_before.ends_with(" from") && (moves(ZH_UP) || moves(ZH_DOWN));
    // "to 300 from 200" and 从 200 到 300 name both ends.
    let both = sentence.contains(['从', '從', '由', '自'])
        || clause(en, &['.', '!', '?']).contains(" to ");
    (from && !both).then(|| "the Chinese says to, the English says from".to_owned())
}

/// What stands before a quantity.
fn before<'t>(item: &Item<'t>) -> &'t str {
    item.text.get(..item.quantity.span.start() as usize).unwrap_or_default().trim_end()
}

/// How far back a clause is looked at, in bytes.
const LONGEST_CLAUSE: usize = 400;

/// The clause before a quantity, or as much of it as is near.
fn clause<'t>(item: &Item<'t>, stops: &[char]) -> &'t str {
    let before = item.text.get(..item.quantity.span.start() as usize).unwrap_or_default();
    let start = before.len().saturating_sub(LONGEST_CLAUSE);
    let before = &before[before.ceil_char_boundary(start)..];
    // A point inside a number ends nothing.
    let ends = |at: &(usize, char)| {
        stops.contains(&at.1) && !before[at.0 + 1..].starts_with(|c: char| c.is_ascii_digit())
    };
    let stop = before
        .char_indices()
        .rev()
        .find(|at| at.1 == '.' && ends(at) || at.1 != '.' && stops.contains(&at.1));
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
    )
}

fn zh_direction(item: &Item<'_>) -> Option<Direction> {
    let clause = clause(item, &CLAUSE);
    // Only what stands right before the number speaks of it.
    let near = clause.char_indices().rev().nth(5).map_or(clause, |(at, _)| &clause[at..]);
    if !near.contains(begins_direction) {
        return None;
    }
    let found = |words: &[&str]| words.iter().any(|word| near.contains(word));
    match (found(ZH_UP), found(ZH_DOWN)) {
        (true, false) => Some(Direction::Up),
        (false, true) => Some(Direction::Down),
        _ => None,
    }
}

/// How many words of the English clause before a number tell of its direction, and how many where "to" stands
/// right before it: "cut the risk of a heart attack to".
const NEAR: usize = 4;
const FAR: usize = 9;

/// The same where "by" stands there: "cutting its benchmark rate by".
const BEHIND_BY: usize = 6;

fn en_direction(item: &Item<'_>) -> Option<Direction> {
    let by = before(item).ends_with(" by");
    goes(item, if by { BEHIND_BY } else { NEAR })
}

fn goes(item: &Item<'_>, reach: usize) -> Option<Direction> {
    let clause = clause(item, &[',', '.', ';', '!', '?', ':', '(']);
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
        before.ends_with(['从', '從', '由', '自'])
            && between.is_some_and(|between| {
                let between = between.trim_end();
                between.ends_with(['到', '至'])
                    || between.ends_with("到了")
                    || between.ends_with('为')
            })
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

/// 八年、五位 against "five years, eight ministers": each value is there, with the other's unit.
pub(super) fn crossed(
    zh: &[Item<'_>],
    en: &[Item<'_>],
    partners: &[Option<usize>],
) -> Option<Difference> {
    let is_sure =
        |item: &Item<'_>| item.quantity.value.is_point() && item.quantity.weight > Weight::Light;
    let is_time = |item: &Item<'_>| item.quantity.kind == Kind::Duration && is_sure(item);
    let is_count = |item: &Item<'_>| item.quantity.kind == Kind::Number && is_sure(item);
    let pairs = || zh.iter().zip(partners).filter_map(|(zh, en_at)| Some((zh, &en[(*en_at)?])));
    pairs().filter(|(zh, en)| is_time(zh) && is_count(en)).find_map(|(time, count)| {
        let other = pairs().find(|(zh, en)| {
            is_count(zh)
                && is_time(en)
                && en.quantity.unit == time.quantity.unit
                && en.quantity.value != time.quantity.value
        })?;
        Some(Difference::Mismatch {
            zh: time.place,
            en: other.1.place,
            explanation: format!("it changed places with {}", count.quoted()),
            disputed: false,
            suggestion: None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{ZH_DOWN, ZH_UP, begins_direction};

    #[test]
    fn every_direction_begins_as_one() {
        assert!(ZH_UP.iter().chain(ZH_DOWN).all(|word| word.starts_with(begins_direction)));
    }
}
