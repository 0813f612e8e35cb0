//! What stands beside two equal numbers and makes them differ all the same: nearly and over, halves and quarters,
//! eras, versions, and what is counted each week or each month.

mod beside;
mod period;
mod way;
mod years;

use std::cell::LazyCell;

use self::beside::{Beside, English};
use self::period::{compared_with, period};
use self::way::way;
use self::years::{
    another_century, another_part, earliest, era, lunar_month, part_of_month, part_of_year,
    part_of_years,
};
use super::agree::is_a_price_of_a_kilo;
use super::item::Item;
use super::left::says_what_is_left;
use crate::quantity::Kind;
use crate::quantity::interval::{Interval, Value, whole};
use crate::quantity::zh::names_an_event;
use crate::text::{clause_before, find_read};

/// Why two equal quantities do not say the same, if what stands beside them tells so.
pub(super) fn contrary(zh: &Item<'_>, en: &Item<'_>) -> Option<&'static str> {
    let chinese = Beside::of(zh);
    // Most pairs have nothing beside the Chinese that the English could be contrary to.
    let english = LazyCell::new(|| Beside::of(en));
    match zh.quantity.kind {
        Kind::Year | Kind::Decade | Kind::Century => era(&chinese, &english)
            .or_else(|| another_century(zh, &chinese, en))
            .or_else(|| earliest(&chinese, &english))
            .or_else(|| part_of_years(&chinese, &english)),
        Kind::Ordinal => part_of_year(zh, &chinese, &english)
            .or_else(|| from_the_end(&chinese, &english))
            .or_else(|| of_another_period(&chinese, &english))
            .or_else(|| another_part(&chinese, &english)),
        Kind::Month => part_of_month(&chinese, &english).or_else(|| lunar_month(&chinese, en)),
        Kind::Fraction | Kind::Percent if says_what_is_left([zh, en]) => None,
        Kind::Money if is_a_price_of_a_kilo(zh, en) => None,
        _ if chinese.behind.starts_with('版') => version([zh.quoted(), en.quoted()], &english),
        _ if since_version(&chinese, &english) => {
            Some("one side says from that version on, the other up to it")
        }
        _ => period(zh, &chinese, &english)
            .or_else(|| earlier_or_later(zh, &chinese, &english))
            .or_else(|| side(zh, &chinese, &english))
            .or_else(|| below_zero(&chinese, &english))
            .or_else(|| left_or_gone(zh, &chinese, &english))
            .or_else(|| won_or_lost(&chinese, &english))
            .or_else(|| limit(zh, &chinese, &english))
            .or_else(|| each_or_all(&chinese, &english))
            .or_else(|| one_place(zh, &chinese, en))
            .or_else(|| compared_with(&chinese, &english))
            .or_else(|| days_off(&chinese, &english))
            .or_else(|| way(zh, &chinese, &english)),
    }
}

/// 十五个工作日 against "fifteen calendar days".
fn days_off(chinese: &Beside, english: &English<impl FnOnce() -> Beside>) -> Option<&'static str> {
    let zh = |words: &[&str]| words.iter().any(|word| chinese.behind.starts_with(word));
    let contrary = zh(&["工作日", "个工作日"])
        && english.precedes(&["calendar day", "calendar days"])
        || zh(&["自然日", "个自然日"])
            && english.precedes(&["working day", "working days", "business day", "business days"]);
    contrary.then_some("working days became calendar days, or the other way round")
}

/// 给每人发了两千块 against "two thousand in total", 一共跑了三趟 against "each made three trips".
fn each_or_all(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let clause = clause_before(&chinese.before);
    let says = |words: &[&str]| words.iter().any(|word| clause.contains(word));
    let (each, all) =
        (says(&["每人", "每个", "每位", "每名"]), says(&["一共", "总共", "合计", "共计"]));
    let behind = english.behind.split(['.', ';', '!', '?']).next().unwrap_or_default();
    let together = ["in total", "in all", "altogether", "between them", "combined"]
        .iter()
        .any(|word| behind.contains(word));
    let apart = english.before.split([' ', ',']).any(|word| word == "each")
        || english.precedes(&["each", "apiece"]);
    let contrary = each && !all && together && !apart || all && !each && apart && !together;
    contrary.then_some("one side says how many each has, the other how many all have together")
}

/// 前五名 against "who comes fifth".
fn one_place(zh: &Item<'_>, chinese: &Beside, en: &Item<'_>) -> Option<&'static str> {
    let places =
        zh.quoted().ends_with(['名', '位']) || chinese.behind.starts_with(['名', '位', '强']);
    let first = places && chinese.before.ends_with('前');
    (first && en.quantity.kind == Kind::Ordinal).then_some("the first so many became one of them")
}

/// 最低起订量为 500 件 against "the maximum order is 500 pieces".
fn limit(
    zh: &Item<'_>,
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let clause = clause_before(&chinese.before);
    let says = |words: &[&str]| words.iter().any(|word| clause.contains(word));
    let (least, most) = (says(&["最低", "最少", "至少"]), says(&["最高", "最多", "至多"]));
    let said =
        |word: &str, other: &str| english.before.contains(word) && !english.before.contains(other);
    // 以 10% 为上限, 90 欧元起
    let behind = |words: &[&str]| words.iter().any(|word| chinese.behind.starts_with(word));
    let capped = behind(&["为上限", "为限", "封顶"]);
    let from = zh.quantity.kind == Kind::Money
        && (behind(&["起。", "起，", "起；", "起,", "起;", "起."]) || chinese.behind == "起");
    let contrary = least && !most && said("maximum", "minimum")
        || most && !least && said("minimum", "maximum")
        || capped && english.follows(&["no less than", "not less than", "at least", "minimum of"])
        || from && english.follows(&["up to", "at most", "no more than", "less than"]);
    contrary.then_some("one side says at least, the other at most")
}

/// 倒数第二 against "the second".
fn from_the_end(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let said = || {
        ["last", "end", "bottom", "final", "to go", "rear", "reverse"]
            .iter()
            .any(|word| begins_word(&english.behind, word) || begins_word(&english.before, word))
    };
    (chinese.before.ends_with("倒数") && !said())
        .then_some("the Chinese counts from the end, the English from the beginning")
}

/// 第十二天 against "its twelfth week".
fn of_another_period(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    const PERIODS: &[(&[&str], &str)] = &[
        (&["天", "日"], "day"),
        (&["周", "个星期", "个礼拜"], "week"),
        (&["个月"], "month"),
        (&["年"], "year"),
    ];
    let names = |words: &[&str]| words.iter().any(|word| chinese.behind.starts_with(word));
    let (_, own) = PERIODS.iter().find(|(words, _)| names(words))?;
    let other = PERIODS.iter().any(|(_, name)| name != own && english.precedes(&[name]));
    other.then_some("they are counted in different periods")
}

/// 饭前半小时 against "half an hour after meals", 三天后 against "three days ago".
fn earlier_or_later(
    zh: &Item<'_>,
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    if zh.quantity.kind != Kind::Duration {
        return None;
    }
    let of_occasion = |word: char| {
        let lead = chinese.before.strip_suffix(word);
        lead.is_some_and(|lead| lead.ends_with(names_an_event))
    };
    if of_occasion('前') || of_occasion('后') {
        let contrary = match of_occasion('前') {
            true => english.precedes(&["after", "following"]),
            false => english.precedes(&["before", "prior to"]),
        };
        return contrary.then_some("one side says before, the other after");
    }
    // 静置五分钟后使用 is "five minutes before use": only what counts from now is contrary.
    let starts = |words: &[&str]| words.iter().any(|word| chinese.behind.starts_with(word));
    let before = starts(&["前", "之前", "以前"]) && !starts(&["前后"]);
    let after = starts(&["后", "之后", "以后"]) && !starts(&["后来"]);
    let contrary = before && english.precedes(&["later", "afterwards", "from now"])
        || after && english.precedes(&["ago", "earlier"]);
    contrary.then_some("one side says before, the other after")
}

/// 2.4.1 及以后的版本 against "2.4.1 and earlier".
fn since_version(chinese: &Beside, english: &English<impl FnOnce() -> Beside>) -> bool {
    let behind_digits = |text: &str| -> usize {
        text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len()
    };
    let joined = &chinese.behind[behind_digits(&chinese.behind)..];
    if !joined.starts_with(['及', '或', '和']) {
        return false;
    }
    let behind = english.behind[behind_digits(&english.behind)..].trim_start();
    let after = |words: &[&str]| words.iter().any(|word| joined.contains(word));
    let earlier = ["and earlier", "or earlier", "and below", "or below", "and older", "or older"];
    let later = ["and later", "or later", "and above", "or above", "and newer", "or newer"];
    let says = |words: &[&str]| words.iter().any(|word| behind.starts_with(word));
    after(&["以后", "以上", "更高", "更新"]) && says(&earlier)
        || after(&["以前", "之前", "以下", "更低", "更早"]) && says(&later)
}

/// 3.10 版 against "version 3.1", which are equal as decimals.
fn version(
    [zh, en]: [&str; 2],
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let digits = |version: &str| version.find(|c: char| c != '.' && !c.is_ascii_digit());
    let major = |version: &str| {
        let version = &version[..digits(version).unwrap_or(version.len())];
        version.strip_suffix(".0").unwrap_or(version).to_owned()
    };
    let differ = zh.contains('.') && major(zh) != major(en);
    (differ && english.follows(&["version", "release"])).then_some("they are different versions")
}

/// Whether a word of `text` begins with `start`: "died", and not "studied".
fn begins_word(text: &str, start: &str) -> bool {
    let mut found = text.match_indices(start);
    found.any(|(at, _)| !text[..at].ends_with(char::is_alphabetic))
}

/// 三比一赢了 against "we lost three to one".
fn won_or_lost(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    const WON_ZH: &[&str] = &["赢", "胜", "击败", "拿下"];
    const LOST_ZH: &[&str] = &["输", "负于", "负给", "不敌", "败给", "落败"];
    const WON: &[&str] = &["won ", "win ", "beat ", "victory", "defeated ", "won.", "win."];
    const LOST: &[&str] = &["lost ", "lose ", "losing ", "loss ", "defeat by", "beaten", "lost."];
    if !chinese.behind.starts_with(['比', '：', ':', '-']) && !chinese.before.ends_with('比') {
        return None;
    }
    let zh = |words: &[&str]| {
        words.iter().any(|word| chinese.before.contains(word) || chinese.behind.contains(word))
    };
    let en = |words: &[&str]| {
        let begins = |text: &str| words.iter().any(|word| begins_word(text, word));
        begins(&english.before) || begins(&english.behind)
    };
    let contrary = zh(WON_ZH) && !zh(LOST_ZH) && en(LOST) && !en(WON)
        || zh(LOST_ZH) && !zh(WON_ZH) && en(WON) && !en(LOST);
    (contrary && !is_of_the_other_side(chinese, &english.before))
        .then_some("one side wins, the other loses")
}

/// Whether the English tells it of whom the Chinese names behind the score: 上海队三比一战胜北京队 as "Beijing lost 3–1 to
/// Shanghai".
fn is_of_the_other_side(chinese: &Beside, before: &str) -> bool {
    const LETTERS: usize = 4;
    let words = before.split_whitespace().map(str::to_ascii_lowercase);
    let mut long = words.filter(|word| word.len() >= LETTERS);
    long.any(|word| find_read(&chinese.behind, &word).is_some())
}

/// 只剩下三分之一 against "a third was destroyed", 死了四成 against "40 percent survived".
fn left_or_gone(
    zh: &Item<'_>,
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    const LEFT: &[&str] = &["left", "remain", "surviv", "intact", "alive", "kept"];
    const GONE: &[&str] =
        &["destroyed", "lost", "gone", "died", "dead", "killed", "disappear", "wiped", "vanish"];
    let is_half = zh.quantity.value == Interval::point(Value::new(1, 2))
        || zh.quantity.value == Interval::point(whole(50));
    if !matches!(zh.quantity.kind, Kind::Percent | Kind::Fraction) || is_half {
        return None;
    }
    let ends = |words: &[&str]| words.iter().any(|word| chinese.before.ends_with(word));
    let left =
        ends(&["只剩下", "只剩", "剩下", "还剩", "剩余", "只留下", "留下了", "留下", "幸存"]);
    let gone = ends(&[
        "死了",
        "死掉",
        "损失了",
        "流失了",
        "毁了",
        "毁掉",
        "没了",
        "丢了",
        "丢掉",
        "去掉",
        "砍掉",
        "减掉",
        "消失了",
        "失去了",
        "失去",
        "阵亡",
        "死亡",
    ]);
    let says = |words: &[&str]| {
        let near = |text: &str| words.iter().any(|word| begins_word(text, word));
        near(&english.before) || near(&english.behind)
    };
    let contrary = left && says(GONE) && !says(LEFT) || gone && says(LEFT) && !says(GONE);
    contrary.then_some("one side says what is left, the other what is gone")
}

/// 亏损 0.22 元 against "a profit of 0.22 yuan", 低于标准杆 14 杆 against "14 over par".
fn below_zero(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let lost = ["亏损", "亏了", "净亏"].iter().any(|word| chinese.before.ends_with(word));
    let won = ["盈利", "净利", "净赚", "赚了"].iter().any(|word| chinese.before.ends_with(word));
    let (under, over) =
        (chinese.before.ends_with("低于标准杆"), chinese.before.ends_with("高于标准杆"));
    let contrary = lost && english.follows(&["profit of", "gain of", "income of", "earnings of"])
        || won && english.follows(&["loss of", "losses of"])
        || under && english.precedes(&["over par"])
        || over && english.precedes(&["under par"])
        || (chinese.before.ends_with("溢价") || chinese.behind.starts_with("的溢价"))
            && english.precedes(&["discount", "percent discount"])
        || chinese.before.ends_with("折价") && english.precedes(&["premium", "percent premium"]);
    contrary.then_some("one side loses what the other gains")
}

/// 三千多 against "nearly 3,000".
fn side(
    zh: &Item<'_>,
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    const OVER: &[&str] = &["more than", "over", "upwards of", "in excess of"];
    const LASTED: [char; 7] = ['了', '用', '花', '时', '达', '过', '等'];
    const UNDER: &[&str] = &[
        "nearly",
        "almost",
        "just under",
        "close to",
        "a little under",
        "not quite",
        "fewer than",
        "less than",
    ];
    let ends = |words: &[&str]| words.iter().any(|word| chinese.before.ends_with(word));
    let starts = zh.quoted().ends_with("出头");
    if starts && english.follows(&["late", "mid", "mid-"]) {
        return Some("the Chinese says early, the English later");
    }
    if starts && (english.follows(UNDER) || english.follows(&["pushing", "approaching"])) {
        return Some("the Chinese says over, the English nearly");
    }
    let over = zh.quoted().contains(['多', '余']) || ends(&["超过", "逾"]);
    // 小两万 is a little less.
    let little = ends(&["小"]) && !ends(&["大小", "最小", "缩小", "减小", "较小", "中小", "很小"]);
    // 近三年的平均增长率 are the last three years, 花了近三年 is nearly three.
    let last = zh.quantity.kind == Kind::Duration
        && chinese.before.strip_suffix('近').is_some_and(|lead| !lead.ends_with(LASTED));
    let near = ends(&["接近", "不到", "不足"])
        || ends(&["近"]) && !ends(&["最近", "附近", "远近"]) && !last;
    // 快两年没见了; 快三秒 is faster by so much.
    let soon = zh.quantity.kind == Kind::Duration
        && ends(&["快", "快要"])
        && !ends(&["加快", "尽快", "更快", "提快", "得快", "要快"])
        && ["了", "没", "的"].iter().any(|word| chinese.behind.contains(word));
    let under = near || soon || little && !zh.quantity.value.is_open();
    match (over, under) {
        (true, false) if english.follows(UNDER) => {
            Some("the Chinese says over, the English nearly")
        }
        // "not more than two days' ride"
        (false, true)
            if english.follows(OVER)
                && !english.follows(&["not more than", "no more than", "not over"]) =>
        {
            Some("the Chinese says nearly, the English over")
        }
        _ => None,
    }
}
