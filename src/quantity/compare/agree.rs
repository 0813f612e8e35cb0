//! Whether two quantities say the same.

use super::super::interval::{Interval, Value, power_of_ten, product, sum, whole};
use super::super::{Kind, Unit, digits};
use super::convert::comparable;
use super::item::Item;
use super::left::says_what_is_left;

/// How far two quantities agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Agreement {
    /// They say the same.
    Same,
    /// Approximate words that may mean the same.
    Close,
    /// They say the same by one of two common readings.
    Disputed,
    /// They do not.
    No,
}

/// How far each Chinese quantity of a link agrees with each English one.
pub(super) struct Agreements {
    all: Vec<Agreement>,
    width: usize,
}

impl Agreements {
    pub(super) fn of(zh: &[Item<'_>], en: &[Item<'_>]) -> Agreements {
        let all = zh.iter().flat_map(|zh| en.iter().map(move |en| agreement(zh, en))).collect();
        Agreements { all, width: en.len() }
    }

    /// That of two quantities, by their places in the lists.
    pub(super) fn between(&self, zh: usize, en: usize) -> Agreement {
        self.all.get(zh * self.width + en).copied().unwrap_or(Agreement::No)
    }
}

/// Whether `zh` and `en` say the same.
pub(super) fn agreement(zh: &Item<'_>, en: &Item<'_>) -> Agreement {
    if is_time_in_symbols(zh, en) {
        return Agreement::Same;
    }
    let Some((zh_value, en_value)) = comparable(zh, en) else { return Agreement::No };
    let found = values([zh, en], &zh_value, &en_value);
    match found {
        Agreement::No
            if is_a_price_in_pairs(zh, en)
                || is_a_price_of_a_kilo(zh, en)
                || counts_places(zh, en)
                || is_from_frost(zh, &en_value)
                || says_what_is_left([zh, en]) =>
        {
            Agreement::Same
        }
        Agreement::No if zh.quantity.kind == Kind::Multiple => {
            grown(zh, &en_value, ["times", "fold"].iter().any(|end| en.quoted().ends_with(end)))
        }
        Agreement::No
            if zh_value.map(|value| Some(-value)) == Some(en_value)
                && (is_loss(zh) || is_loss(en)) =>
        {
            Agreement::Same
        }
        _ => found,
    }
}

/// Whether the English writes a length of time with the sign of its unit, which may be read as something else: 60 秒 as
/// "60s", 30 分钟 as "30m".
fn is_time_in_symbols(zh: &Item<'_>, en: &Item<'_>) -> bool {
    const SYMBOLS: &[(&str, &str)] =
        &[("second", "s"), ("minute", "m"), ("hour", "h"), ("day", "d")];
    let said = || {
        let (unit, value) = (zh.quantity.unit?, zh.quantity.value.some_end()?);
        let (number, length) = digits::number(en.quoted())?;
        let (_, symbol) = SYMBOLS.iter().find(|(name, _)| Unit::named(name) == Some(unit))?;
        Some(number == value && *symbol == &en.quoted()[length..])
    };
    zh.quantity.kind == Kind::Duration && said() == Some(true)
}

/// Whether only the first end of a range was said to be below zero: 零下10度至40度, "−10 to 40". With one 度 both are.
fn is_from_frost(zh: &Item<'_>, en: &Interval) -> bool {
    let ends = zh.quantity.value.low().zip(zh.quantity.value.high());
    ends.is_some_and(|(low, high)| {
        low < high && high < Value::ZERO && *en == Interval::range(high, -low)
    }) && zh.before().trim_end().ends_with("零下")
        && zh.quoted().matches(['度', '℃']).count() == 2
}

/// Whether the English says a price of so much and cents without naming any: 四块二, "four-twenty".
fn is_a_price_in_pairs(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let price = || {
        let (value, unit) = (zh.quantity.value.exact()?, zh.quantity.unit?);
        product(product(value, unit.factor())?, whole(100))
    };
    zh.quantity.kind == Kind::Money
        && en.quantity.kind == Kind::Number
        && en.quantity.value.exact().is_some()
        && en.quoted().starts_with(|c: char| c.is_ascii_alphabetic())
        && !en.quoted().contains("hundred")
        && price() == en.quantity.value.exact()
}

/// Whether a price of a jin stands as one of a kilo, which holds two: 每斤一块八, "3.6 yuan a kilo".
pub(super) fn is_a_price_of_a_kilo(zh: &Item<'_>, en: &Item<'_>) -> bool {
    const NEAR: usize = 24;
    let of_a_jin = || {
        let mut around = [zh.near_before(NEAR), zh.near_behind(NEAR)].into_iter();
        around.any(|text| text.contains('斤') && !text.contains("公斤"))
    };
    let of_a_kilo = || ["kilo", "kg"].iter().any(|word| en.near_behind(NEAR).contains(word));
    let doubled = || zh.quantity.value.map(|value| product(value, whole(2)));
    [zh, en].iter().all(|item| item.quantity.kind == Kind::Money)
        && zh.quantity.unit.map(Unit::dimension) == en.quantity.unit.map(Unit::dimension)
        && doubled() == Some(en.quantity.value)
        && of_a_jin()
        && of_a_kilo()
}

/// Whether the English counts places where "six digits" might be all numbers so long: 3 位小数, "three digits".
fn counts_places(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let places =
        zh.quantity.value.exact().filter(Value::is_integer).map(|places| places.to_integer());
    let so_long = || {
        let (least, above) =
            places.and_then(|places| u32::try_from(places).ok()).and_then(|places| {
                Some((power_of_ten(places.checked_sub(1)?)?, power_of_ten(places)?))
            })?;
        Some(Interval::range(least, above - whole(1)))
    };
    zh.quoted().ends_with('位')
        && en.quoted().contains("digit")
        && so_long() == Some(en.quantity.value)
}

/// A multiple against another that differs by one: 增长三倍 may be to or by so many times, of
/// 增长了三倍 usage is divided.
fn grown(zh: &Item<'_>, en: &Interval, says_times: bool) -> Agreement {
    let start = zh.quantity.span.start() as usize;
    let before = zh.text.get(..start).unwrap_or_default().trim_end();
    let before = before.trim_end_matches(['近', '约', '逾', '将']);
    let shifted = |by: i128| zh.quantity.value.map(|value| Some(value + whole(by)));
    let grew =
        ["增长了", "增加了", "提高了", "上升了", "涨了"].iter().any(|verb| before.ends_with(verb));
    let grows = [
        "翻", "翻了", "增长", "增加", "提高", "上升", "多", "高", "快", "大", "延长", "扩大",
        "放大",
    ];
    if grew && shifted(-1).is_some_and(|value| value == *en) {
        // Of thirty times more or less nobody disputes, and "up three times" or "threefold" is as open as the Chinese.
        let many = en.low().is_some_and(|low| low >= whole(10));
        return if many || says_times { Agreement::Close } else { Agreement::Disputed };
    }
    // 翻了一倍多: "more than doubled", 涨了三倍多: "more than quadrupled"
    let more = zh.quantity.value.low().filter(|low| zh.quantity.value == Interval::at_least(*low));
    let over = more.map(|low| low + whole(1)).filter(|_| {
        ["翻了", "翻", "涨了", "多了", "增加了", "增长了"].iter().any(|verb| before.ends_with(verb))
    });
    if over.is_some() && en.some_end() == over {
        return Agreement::Close;
    }
    // 快了一倍 is twice as fast, and so is 超过标准一倍 twice the limit.
    const NEAR: usize = 8;
    let near = before.char_indices().rev().nth(NEAR).map_or(before, |(at, _)| &before[at..]);
    let clause = near.rsplit(['，', '。', '、']).next().unwrap_or(near);
    let passes = ["超过", "超出", "高出"].iter().any(|verb| clause.contains(verb));
    let once = zh.quantity.value.is_one() && (passes || before.ends_with(['了', '出']));
    if (once || !grew && grows.iter().any(|verb| before.ends_with(verb)))
        && shifted(1).is_some_and(|value| value == *en)
    {
        return Agreement::Close;
    }
    Agreement::No
}

/// Whether the words before a value say that it is below zero: "a loss of", 亏损.
fn is_loss(item: &Item<'_>) -> bool {
    const LEAD: usize = 40;
    let lead = item.near_before(LEAD).to_ascii_lowercase();
    const WORDS: &[&str] = &[
        "loss", "lost", "deficit", "outflow", "used in", "contract", "shrank", "below", "亏",
        "赤字", "逆差", "减",
    ];
    WORDS.iter().any(|word| lead.contains(word)) || item.behind().trim_start().starts_with("below")
}

/// Whether a word leaves open what is meant (几十亿, 三千多, a few). "About 20 to 30" has ends.
pub(super) fn is_vague(item: &Item<'_>) -> bool {
    const JOINTS: &[&str] = &["-", "–", "—", "~", "～", "到", "至", " to "];
    let value = item.quantity.value;
    if !item.quantity.approximate || value.is_point() || value.is_open() {
        return false;
    }
    let quoted = item.quoted();
    // The hyphen of "a hundred-odd" joins no two ends.
    ["-odd", "-some", "-ish", "-plus"].iter().any(|word| quoted.contains(word))
        || !JOINTS.iter().any(|joint| quoted.contains(joint))
}

fn values([z, e]: [&Item<'_>; 2], zh: &Interval, en: &Interval) -> Agreement {
    if zh == en {
        return Agreement::Same;
    }
    // 一米多: "about four feet"; 七亩多地: "over an acre"
    let converted = z.quantity.unit.is_some()
        && e.quantity.unit.is_some()
        && z.quantity.unit != e.quantity.unit
        // 40 米 against "40 yards" was not converted.
        && z.quantity.value.some_end() != e.quantity.value.some_end()
        && z.quantity.kind == Kind::Measure;
    if converted && zh.is_open() && is_roughly_as_much(zh, en) {
        return Agreement::Close;
    }
    match (zh.is_open(), en.is_open()) {
        (true, true) => {
            let same_side = zh.low().is_some() == en.low().is_some();
            if same_side && zh.some_end() == en.some_end() {
                Agreement::Same
            } else {
                Agreement::No
            }
        }
        (true, false) => half_open(zh, en, is_vague(e)),
        // 十几个: "more than a dozen"
        (false, true)
            if z.quoted().starts_with("十几")
                && en.low() == Some(whole(12))
                && e.quoted().contains("dozen") =>
        {
            Agreement::Close
        }
        // 十几平米: "less than twenty square metres"; 几毛钱: "under one yuan"
        (false, true) if is_vague(z) && is_just_below(zh, en) => Agreement::Close,
        (false, true) => half_open(en, zh, is_vague(z)),
        // 几个国家 are no 4.6, but 一点二几 is 1.2-something.
        (false, false)
            if (is_no_count(zh) || is_no_count(en)) && !(is_narrow(zh) && is_narrow(en)) =>
        {
            Agreement::No
        }
        (false, false) if is_vague(z) || is_vague(e) => {
            if zh.overlaps(en) && !touches(zh, en) {
                Agreement::Close
            } else {
                Agreement::No
            }
        }
        (false, false) if is_rounded_as(zh, en, e.quoted()) => Agreement::Close,
        (false, false) => Agreement::No,
    }
}

/// Whether `range` lies below the bound that is `upper`, and not far from it.
fn is_just_below(range: &Interval, upper: &Interval) -> bool {
    range.high().zip(upper.high()).is_some_and(|(top, bound)| top < bound && top * whole(2) > bound)
}

/// Whether an exact value is rounded to three digits or more of a decimal with a scale: 305160 亿 as "30.5 trillion".
fn is_rounded_as(exact: &Interval, rounded: &Interval, words: &str) -> bool {
    const LEAST_DIGITS: usize = 3;
    let scaled = ["million", "billion", "trillion"].iter().any(|scale| words.contains(scale));
    let number = words.trim_start_matches(|c: char| !c.is_ascii_digit());
    let length = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
    let Some((units, places)) = number[..length].split_once('.').filter(|_| scaled) else {
        return false;
    };
    // Whole numbers, and few places, can be taken from each other and divided without running over.
    const MOST_PLACES: usize = 4;
    let whole_number = |value: &Interval| value.exact().filter(Value::is_integer);
    let (Some(exact), Some(rounded)) = (whole_number(exact), whole_number(rounded)) else {
        return false;
    };
    let Some(shown) = digits::number(&number[..length]).map(|(shown, _)| shown) else {
        return false;
    };
    let step = u32::try_from(places.len()).ok().and_then(power_of_ten).filter(|_| shown > whole(0));
    units.len() + places.len() >= LEAST_DIGITS
        && places.len() <= MOST_PLACES
        && step.is_some_and(|step| {
            let off = if exact > rounded { exact - rounded } else { rounded - exact };
            off * whole(2) <= rounded / shown / step
        })
}

/// Whether a value has places behind its point and is small, so that "several" does not mean it.
fn is_no_count(value: &Interval) -> bool {
    value.exact().is_some_and(|value| !value.is_integer() && value < whole(10))
}

/// Whether a range is no wider than one.
fn is_narrow(value: &Interval) -> bool {
    let width = value.low().zip(value.high()).and_then(|(low, high)| sum(high, -low));
    width.is_some_and(|width| width < whole(1))
}

/// Whether what was converted comes to about as much as the bound of an open value, which is a little more.
fn is_roughly_as_much(open: &Interval, other: &Interval) -> bool {
    let (Some(bound), Some(value)) = (open.low(), other.some_end()) else { return false };
    let most = if other.is_open() { Value::new(6, 5) } else { Value::new(3, 2) };
    let near = |one: Value, two: Value| product(one, most).is_some_and(|upper| two <= upper);
    bound > whole(0)
        && value > whole(0)
        && match other.is_open() {
            true => other.low().is_some() && near(bound, value) && near(value, bound),
            false => value >= bound && near(bound, value),
        }
}

/// Two ranges that share no more than one end: tens of thousands and hundreds of thousands.
fn touches(a: &Interval, b: &Interval) -> bool {
    let meets = |a: &Interval, b: &Interval| a.high() == b.low() && !a.is_point() && !b.is_point();
    meets(a, b) || meets(b, a)
}

/// An open range against a closed one: the same value with the bound left out, or a vague word for
/// it.
fn half_open(open: &Interval, closed: &Interval, vague: bool) -> Agreement {
    let Some(bound) = open.some_end() else { return Agreement::No };
    if closed.is_point() {
        return if closed.low() == Some(bound) { Agreement::Close } else { Agreement::No };
    }
    // 三千多 and "over three thousand" start at one value; 几十亿 and "over a billion" need not.
    let near = |low: Value, high: Value| {
        let (half_high, half_low) = (high / whole(2), low / whole(2));
        bound == low || (half_high > low && bound >= half_low && bound <= high)
    };
    match (closed.low(), closed.high()) {
        (Some(low), Some(high)) if vague && near(low, high) => Agreement::Close,
        _ => Agreement::No,
    }
}
