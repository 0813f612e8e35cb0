//! What stands beside two equal numbers and makes them differ all the same: nearly and over, halves and quarters,
//! eras, versions, and what is counted each week or each month.

use std::cell::LazyCell;

use super::super::zh::names_an_event;
use super::super::{Dimension, Kind, Unit};
use super::item::Item;

/// How far to look, in bytes.
const NEAR: usize = 32;

/// The English side, looked at when it is asked for.
type English<F> = LazyCell<Beside, F>;

/// What stands right before and right behind a number, in lower case.
struct Beside {
    before: String,
    behind: String,
}

impl Beside {
    fn of(item: &Item<'_>) -> Beside {
        Beside {
            before: item.near_before(NEAR).trim_end().to_ascii_lowercase(),
            behind: item.near_behind(NEAR).trim_start().to_ascii_lowercase(),
        }
    }

    /// Whether one of the English `phrases` stands right before, as words of their own.
    fn follows(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| {
            let lead = self.before.strip_suffix(phrase);
            lead.is_some_and(|lead| !lead.ends_with(char::is_alphanumeric))
        })
    }

    /// Whether one of the English `words` stands right behind.
    fn precedes(&self, words: &[&str]) -> bool {
        starts_with_word(&self.behind, words)
    }

    /// The same behind the word of a century: only "third" of "third century AD" is the number.
    fn precedes_or_its_century_does(&self, words: &[&str]) -> bool {
        let behind =
            ["century ", "centuries "].iter().find_map(|century| self.behind.strip_prefix(century));
        starts_with_word(behind.unwrap_or(&self.behind), words)
    }
}

/// Whether `text` starts with one of the English `words`, and with no longer one.
fn starts_with_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let rest = text.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// Why two equal quantities do not say the same, if what stands beside them tells so.
pub(super) fn contrary(zh: &Item<'_>, en: &Item<'_>) -> Option<&'static str> {
    let chinese = Beside::of(zh);
    // Most pairs have nothing beside the Chinese that the English could be contrary to.
    let english = LazyCell::new(|| Beside::of(en));
    match zh.quantity.kind {
        Kind::Year | Kind::Decade | Kind::Century => era(&chinese, &english)
            .or_else(|| earliest(&chinese, &english))
            .or_else(|| part_of_years(&chinese, &english)),
        Kind::Ordinal => part_of_year(zh, &chinese, &english)
            .or_else(|| from_the_end(&chinese, &english))
            .or_else(|| another_part(&chinese, &english)),
        Kind::Month => part_of_month(&chinese, &english).or_else(|| lunar_month(&chinese, en)),
        _ if chinese.behind.starts_with('版') => version([zh.quoted(), en.quoted()], &english),
        _ if since_version(&chinese, &english) => {
            Some("one side says from that version on, the other up to it")
        }
        _ => period(zh, &chinese, &english)
            .or_else(|| earlier_or_later(zh, &chinese, &english))
            .or_else(|| side(zh, &chinese, &english))
            .or_else(|| below_zero(&chinese, &english))
            .or_else(|| limit(zh, &chinese, &english))
            .or_else(|| compared_with(&chinese, &english)),
    }
}

/// 公元前 221 年 against "AD 221".
fn era(chinese: &Beside, english: &English<impl FnOnce() -> Beside>) -> Option<&'static str> {
    const BEFORE: &[&str] = &["bc", "b.c", "bce"];
    const AFTER: &[&str] = &["ad", "a.d", "ce"];
    if chinese.before.ends_with("公元前") {
        let after = english.precedes_or_its_century_does(AFTER) || english.follows(AFTER);
        return after
            .then_some("the Chinese is before the beginning of the era, the English after it");
    }
    (chinese.before.ends_with("公元") && english.precedes_or_its_century_does(BEFORE))
        .then_some("the Chinese is after the beginning of the era, the English before it")
}

/// 最早 2030 年 against "2030 at the latest".
fn earliest(chinese: &Beside, english: &English<impl FnOnce() -> Beside>) -> Option<&'static str> {
    let near = chinese.before.char_indices().rev().nth(6).map_or(0, |(at, _)| at);
    let says = |word: &str| chinese.before[near..].contains(word);
    let contrary = says("最早") && english.precedes(&["at the latest"])
        || says("最晚") && english.precedes(&["at the earliest"])
        || says("最迟") && english.precedes(&["at the earliest"]);
    contrary.then_some("one side says at the earliest, the other at the latest")
}

/// 上半年 against "the first quarter".
fn part_of_year(
    zh: &Item<'_>,
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let half = zh.quoted().ends_with("半年") && english.precedes(&["quarter"]);
    let quarter = chinese.behind.starts_with('季') && english.precedes(&["half"]);
    (half || quarter).then_some("one side counts halves, the other quarters")
}

/// 第二季第七集 against "season seven, episode two".
fn another_part(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    const PARTS: &[(char, &str)] =
        &[('季', "season"), ('集', "episode"), ('章', "chapter"), ('幕', "act"), ('卷', "volume")];
    let (_, own) = PARTS.iter().find(|(part, _)| chinese.behind.starts_with(*part))?;
    let (_, said) = PARTS.iter().find(|(_, part)| english.follows(&[part]))?;
    (own != said).then_some("one side counts one thing, the other another")
}

/// 最低起订量为 500 件 against "the maximum order is 500 pieces".
fn limit(
    zh: &Item<'_>,
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let clause = chinese.before.rsplit(['，', '。', '；', '、', ',']).next()?;
    let says = |words: &[&str]| words.iter().any(|word| clause.contains(word));
    let (least, most) = (says(&["最低", "最少", "至少"]), says(&["最高", "最多", "至多"]));
    let said =
        |word: &str, other: &str| english.before.contains(word) && !english.before.contains(other);
    // 以 10% 为上限, 90 欧元起
    let behind = |words: &[&str]| words.iter().any(|word| chinese.behind.starts_with(word));
    let capped = behind(&["为上限", "为限", "封顶"]);
    let from = zh.quantity.kind == Kind::Money
        && (behind(&["起。", "起，", "起；"]) || chinese.behind == "起");
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
            .any(|word| english.behind.contains(word) || english.before.contains(word))
    };
    (chinese.before.ends_with("倒数") && !said())
        .then_some("the Chinese counts from the end, the English from the beginning")
}

/// 五月上旬 against "late May".
fn part_of_month(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let zh = match () {
        () if chinese.behind.starts_with("上旬") || chinese.behind.starts_with('初') => 1,
        () if chinese.behind.starts_with("中旬") => 2,
        () if chinese.behind.starts_with("下旬") || chinese.behind.starts_with('底') => 3,
        () => return None,
    };
    let en = match () {
        () if english.follows(&["early", "beginning of", "start of", "early in"]) => 1,
        () if english.follows(&["mid", "mid-", "middle of"]) => 2,
        () if english.follows(&["late", "end of", "late in"]) => 3,
        () => return None,
    };
    (zh != en).then_some("they are different parts of the month")
}

/// 六十年代初 against "the late 1960s", 2019 年底 against "early 2019".
fn part_of_years(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let starts = |words: &[&str]| words.iter().any(|word| chinese.behind.starts_with(word));
    let zh = match () {
        () if starts(&["初", "早期", "前期", "之初", "伊始"]) => 1,
        () if starts(&["中期", "中叶", "中葉"]) => 2,
        () if starts(&["末", "底", "后期", "後期", "晚期", "之末"]) => 3,
        () => return None,
    };
    let en = match () {
        () if english.follows(&["early", "beginning of", "start of", "beginning of the"]) => 1,
        () if english.follows(&["mid", "mid-", "middle of", "middle of the"]) => 2,
        () if english.follows(&["late", "end of", "end of the", "close of"]) => 3,
        () => return None,
    };
    (zh != en).then_some("they are different parts of it")
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
    let before = starts(&["前", "之前", "以前"]) && !starts(&["前后", "前後"]);
    let after = starts(&["后", "後", "之后", "以后"]) && !starts(&["后来", "後來"]);
    let contrary = before && english.precedes(&["later", "afterwards", "from now"])
        || after && english.precedes(&["ago", "earlier"]);
    contrary.then_some("one side says before, the other after")
}

/// 农历八月十五 against "August 15".
fn lunar_month(chinese: &Beside, en: &Item<'_>) -> Option<&'static str> {
    let lunar = ["农历", "農曆", "阴历", "陰曆", "旧历", "夏历"];
    let named = en.quoted().starts_with(|c: char| c.is_ascii_uppercase());
    let said = || ["lunar", "Lunar", "Chinese calendar"].iter().any(|word| en.text.contains(word));
    (lunar.iter().any(|word| chinese.before.ends_with(word)) && named && !said())
        .then_some("the Chinese is a month of the lunar calendar")
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
    let major = |version: &str| version.strip_suffix(".0").unwrap_or(version).to_owned();
    let differ = zh.contains('.') && major(zh) != major(en);
    (differ && english.follows(&["version", "release"])).then_some("they are different versions")
}

/// 每周三次 against "three times a month".
fn period(
    zh: &Item<'_>,
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let amount = matches!(zh.quantity.kind, Kind::Money | Kind::Measure | Kind::Number);
    let within = || within_one(&chinese.before).filter(|_| amount);
    let priced = || for_one(&chinese.behind).filter(|_| zh.quantity.kind == Kind::Money);
    let zh = priced().or_else(within).or_else(|| each_zh(&chinese.before))?;
    let en = each_en(&english.behind)?;
    (zh != en).then_some("they are counted for different periods or units")
}

/// The unit behind the last 每 of the clause.
fn each_zh(before: &str) -> Option<Unit> {
    let clause = before.rsplit(['，', '。', '；', '、', '！', '？', ',']).next()?;
    let (_, behind) = clause.rsplit_once('每')?;
    match behind.chars().next()? {
        // 每两周 is every other week.
        '两' | '兩' => None,
        '月' => Unit::named("month"),
        '日' | '晚' | '夜' => Unit::named("day"),
        _ => Unit::starting_zh(behind).map(|(unit, _)| unit),
    }
}

/// The unit that a price is for: 十五块八一斤.
fn for_one(behind: &str) -> Option<Unit> {
    let unit = behind.strip_prefix(['一', '每'])?;
    Unit::starting_zh(unit).map(|(unit, _)| unit).filter(|unit| unit.dimension() == Dimension::Mass)
}

/// The unit of the one month or year that stands right before an amount: 一个月挣六千五.
fn within_one(before: &str) -> Option<Unit> {
    const APART: usize = 4;
    let units =
        [("个月", "month"), ("年", "year"), ("天", "day"), ("周", "week"), ("小时", "hour")];
    let (lead, behind) = before.rsplit_once('一')?;
    let (rest, name) =
        units.iter().find_map(|(unit, name)| Some((behind.strip_prefix(unit)?, name)))?;
    let near = rest.chars().count() <= APART
        && !rest.contains(['，', '。', '；', '、', ',', '里', '内', '后', '前']);
    // 过去一年, 第一年
    let every = !lead.ends_with(['第', '去', '上', '下', '近', '这', '那', '前', '后', '了', '有']);
    Unit::named(name).filter(|_| near && every)
}

/// The unit that an English number is counted for: "three times a month".
fn each_en(behind: &str) -> Option<Unit> {
    const WORDS: usize = 4;
    let clause = behind.split(['.', ',', ';', '!', '?']).next()?;
    let mut words = clause.split_whitespace().take(WORDS);
    words.find(|word| matches!(*word, "a" | "an" | "per" | "each" | "every"))?;
    Unit::of_word(words.next()?)
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

/// 环比下降 0.3% against "down 0.3 percent from a year earlier".
fn compared_with(
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    let clause = chinese.before.rsplit(['，', '。', '；', ',']).next()?;
    let (month, year) = (clause.contains("环比"), clause.contains("同比"));
    if month == year {
        return None;
    }
    let says = |words: &[&str]| words.iter().any(|word| english.behind.contains(word));
    let from_a_year = says(&[
        "a year earlier",
        "a year ago",
        "year-on-year",
        "year on year",
        "year over year",
        "year-over-year",
        "last year",
    ]);
    let from_a_month = says(&[
        "month earlier",
        "month-on-month",
        "quarter on quarter",
        "month over month",
        "month on month",
        "previous month",
        "previous quarter",
    ]);
    match (month, year) {
        (true, _) if from_a_year => {
            Some("the Chinese compares with the period before, the English with the year before")
        }
        (_, true) if from_a_month => {
            Some("the Chinese compares with the year before, the English with the period before")
        }
        _ => None,
    }
}

/// 三千多 against "nearly 3,000".
fn side(
    zh: &Item<'_>,
    chinese: &Beside,
    english: &English<impl FnOnce() -> Beside>,
) -> Option<&'static str> {
    const OVER: &[&str] = &["more than", "over", "upwards of", "in excess of"];
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
    let over = zh.quoted().contains(['多', '余', '餘']) || ends(&["超过", "超過", "逾"]);
    // 小两万 is a little less.
    let little = ends(&["小"]) && !ends(&["大小", "最小", "缩小", "减小", "较小", "中小", "很小"]);
    let near = ends(&["近", "接近", "不到", "不足"]) && !ends(&["最近", "附近", "远近"]);
    let under = near || little && !zh.quantity.value.is_open();
    match (over, under) {
        (true, false) if english.follows(UNDER) => {
            Some("the Chinese says over, the English nearly")
        }
        (false, true) if english.follows(OVER) => Some("the Chinese says nearly, the English over"),
        _ => None,
    }
}
