//! What equal values cannot show: that something rose here and fell there, or changed to so much here and by so much
//! there.

use super::super::interval::{Interval, Value, product, whole};
use super::super::{Dimension, Kind, Weight};
use super::item::Item;
use super::left::says_what_is_left;
use super::movement::{
    CLAUSE, Direction, FAR, before, clause, en_direction, goes, moves, zh_direction,
};
use super::said::without_hedges;
use crate::text::is_han;

const TO_AND_BY: &str = "the Chinese says to, the English says by";
const BY_AND_TO: &str = "the Chinese says by, the English says to";

/// How two equal quantities contradict each other all the same.
pub(super) fn against(zh: &Item<'_>, en: &Item<'_>) -> Option<String> {
    if says_what_is_left([zh, en]) {
        return None;
    }
    if matches!(zh.quantity.kind, Kind::Percent | Kind::Fraction | Kind::Multiple) {
        return change_against(zh, en)
            .map(str::to_owned)
            .or_else(|| up_and_down(zh, en))
            .or_else(|| more_and_less(zh, en).map(str::to_owned));
    }
    let moves = zh.quantity.kind == en.quantity.kind
        && (zh.quantity.kind == Kind::Money
            || zh.quantity.unit.is_some_and(|unit| unit.dimension() == Dimension::Share));
    let contrary = || if moves { up_and_down(zh, en) } else { None };
    to_and_by(zh, en).map(str::to_owned).or_else(contrary)
}

/// How a change is told against what was changed: to and by, points and percent, how much it is and how much it
/// differs.
fn change_against(zh: &Item<'_>, en: &Item<'_>) -> Option<&'static str> {
    let (zh_before, en_before) = verbs_before(zh, en);
    let zh_goes = zh_direction(zh).is_some();
    // 降到十分之一 against "fell by ten percent": to and by.
    let goal = ["到", "到了", "至", "降为", "减为", "升为", "增为"]
        .iter()
        .any(|word| zh_before.ends_with(word));
    let to = goal && zh_goes || is_of_a_base(zh, zh_before);
    if to && (en_before.ends_with(" by") || en_before.ends_with("By")) {
        return Some(TO_AND_BY);
    }
    let shares = matches!(zh.quantity.kind, Kind::Percent | Kind::Fraction);
    // 降回了百分之八
    let back = zh_before.ends_with("回了");
    let by = shares && zh_before.ends_with('了') && !goal && !back && zh_goes;
    if by && en_before.ends_with(" to") && goes(en, FAR).is_some() {
        return Some(BY_AND_TO);
    }
    let points = zh.quoted().contains("百分点");
    if points && !goal && en_before.ends_with(" to") {
        return Some(BY_AND_TO);
    }
    if points && zh_goes && en_direction(en).is_some() && !says_points(en) {
        return Some("percentage points became percent");
    }
    level_and_change(zh, en, [zh_before, en_before])
}

/// What stands before the quantities but for the "about" between the verb and the number.
fn verbs_before<'t>(zh: &Item<'t>, en: &Item<'t>) -> (&'t str, &'t str) {
    (before(zh).trim_end_matches(['约', '近', '大', '逾']), without_hedges(en.before()))
}

/// 减少到 2005 年的三分之一
fn is_of_a_base(zh: &Item<'_>, zh_before: &str) -> bool {
    const VERBS: &[&str] = &[
        "减少到",
        "下降到",
        "降到",
        "降低到",
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
    ];
    let said = |clause: &str| VERBS.iter().any(|verb| clause.contains(verb));
    zh_before.ends_with('的') && said(clause(zh, &CLAUSE))
}

/// 上调 25 个基点 against "cutting by 25 basis points".
fn up_and_down(zh: &Item<'_>, en: &Item<'_>) -> Option<String> {
    // 降到六折: "the discount went up to 40%"
    if zh.quoted().ends_with('折') {
        return None;
    }
    // 相当于多出 1.7 倍的算力: "about the same drop in loss as 1.7 times the compute"
    if zh.quantity.kind == Kind::Multiple && before(en).ends_with(" as") {
        return None;
    }
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
fn more_and_less(zh: &Item<'_>, en: &Item<'_>) -> Option<&'static str> {
    const MORE: &[&str] = &["more", "higher", "greater", "above"];
    const LESS: &[&str] = &["less", "lower", "fewer", "below"];
    const MORE_ZH: &[&str] = &["高", "高了", "高出", "多", "多了", "多出"];
    const LESS_ZH: &[&str] = &["低", "低了", "少", "少了"];
    // 收跌 4% against "closed 4% higher"
    const FALLEN_ZH: &[&str] = &["跌", "下跌", "跌了", "下降", "下降了", "下滑", "下滑了"];
    const RISEN_ZH: &[&str] = &["涨", "上涨", "涨了", "上升", "上升了", "收高"];
    const FASTER_ZH: &[&str] = &["快", "快了"];
    const SLOWER_ZH: &[&str] = &["慢", "慢了", "放缓", "放缓了"];
    // 最高 20% is a bound, and says nothing of more.
    const BOUNDS: &[&str] = &["最高", "最低", "最多", "最少", "至多", "至少", "不少", "不多"];
    let before = before(zh);
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    if ends(BOUNDS) {
        return None;
    }
    let behind = en.behind().trim_start();
    let behind = behind.strip_prefix("percentage points").unwrap_or(behind).trim_start();
    let compares = |words: &[&str]| {
        words.iter().any(|word| {
            let rest = behind.strip_prefix(word);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    };
    // 高出预测百分之一点五, 低于预期 0.2 个百分点
    const APART: usize = 4;
    let beside = |words: &[&str]| {
        words.iter().any(|word| {
            let object = before.rsplit_once(word).map(|(_, object)| object);
            object.is_some_and(|object| {
                (1..=APART).contains(&object.chars().count()) && object.chars().all(is_han)
            })
        })
    };
    let contrary = (ends(MORE_ZH) || beside(&["高出", "多出", "高于"])) && compares(LESS)
        || (ends(LESS_ZH) || beside(&["低于", "低出", "少于"])) && compares(MORE)
        || ends(FALLEN_ZH) && en_direction(en).is_none() && compares(MORE)
        || ends(RISEN_ZH) && en_direction(en).is_none() && compares(LESS)
        || ends(FASTER_ZH) && compares(&["slower"])
        || ends(SLOWER_ZH) && compares(&["faster", "quicker"]);
    contrary.then_some("one side says more, the other less")
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
    if !zh_before.ends_with('的') || says_what_is_left([zh, en]) {
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
    let behind = en.behind().trim_start();
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
fn to_and_by(zh: &Item<'_>, en: &Item<'_>) -> Option<&'static str> {
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
        return Some(TO_AND_BY);
    }
    // What moves may be said in the clause before: 下跌 4 美元，至 71 美元.
    let sentence = clause(zh, &['。', '！', '？']);
    let from = en_before.ends_with(" from") && moves(sentence);
    // "to 300 from 200" and 从 200 到 300 name both ends.
    let both =
        sentence.contains(['从', '由', '自']) || clause(en, &['.', '!', '?']).contains(" to ");
    (from && !both).then_some("the Chinese says to, the English says from")
}
