//! Units that are said once and meant twice: "74 percent, dropped to 31".

use super::super::interval::{power_of_ten, product, whole};
use super::super::{Kind, Quantity};
use super::agree::{Agreement, agreement};
use super::item::Item;
use super::said::without_hedges;
use crate::text::Side;

/// So many quantities back a scale or a unit is still in the ear.
const REACH: usize = 10;

/// Whether the last items of both sides say the same if one of them, which has no unit, takes that of the item before
/// it: 从百分之七十四降到百分之三十一, "74 percent, dropped to 31".
pub(super) fn says_with_the_unit_before([zh, en]: [&[Item<'_>]; 2]) -> bool {
    let (Some((zh, before_zh)), Some((en, before_en))) = (zh.split_last(), en.split_last()) else {
        return false;
    };
    if leaves_its_scale_out(zh, en)
        || leaves_its_wan_out(zh, en)
        || leaves_figures_out(zh, en)
        || is_of_light(zh, en)
        || is_of_light(en, zh)
        || leaves_bytes_out(zh, en, before_zh)
        || takes_the_scales_before([zh, en], [before_zh, before_en])
        || takes_the_units_before([zh, en], [before_zh, before_en])
    {
        return true;
    }
    let is_number = |item: &Item<'_>| item.quantity.kind == Kind::Number;
    let (bare, before) = match (is_number(zh), is_number(en)) {
        (true, false) => (zh, before_zh),
        (false, true) => (en, before_en),
        _ => return false,
    };
    let counted_kind = if is_number(zh) { en.quantity.kind } else { zh.quantity.kind };
    let counts = |item: &&Item<'_>| {
        let counts = matches!(
            item.quantity.kind,
            Kind::Percent | Kind::Money | Kind::Measure | Kind::Duration
        );
        counts && item.place.0 == bare.place.0 && item.quantity.kind == counted_kind
    };
    let Some(counted) = before.iter().rev().find(counts) else { return false };
    // Elsewhere a unit that is left out may be a fault, if not where people speak.
    let lead = without_hedges(bare.before());
    let from = lead.ends_with(" from") && counted.quantity.kind == Kind::Percent;
    // "three dollars per million input tokens and fifteen per million output"
    let priced = counted.quantity.kind == Kind::Money && bare.behind().starts_with(" per ");
    // "accounts for 30 percent, the midterm for 20"
    let parallel = counted.quantity.kind == Kind::Percent
        && [" for ", " at ", " with "]
            .iter()
            .any(|word| bare.before().ends_with(word) && counted.before().ends_with(word));
    // "attendance makes up the other 10"
    let rest = counted.quantity.kind == Kind::Percent
        && [" the other ", " the remaining "].iter().any(|lead| bare.before().ends_with(lead));
    let follows = [" to", " lose", " lost", " losing", "到", "至"];
    let spoken = matches!(counted.quantity.kind, Kind::Percent | Kind::Duration)
        && bare.quoted().starts_with(|c: char| c.is_ascii_alphabetic());
    if !spoken
        && !from
        && !priced
        && !parallel
        && !rest
        && !follows.iter().any(|word| lead.trim_end().ends_with(word))
    {
        return false;
    }
    let Quantity { kind, unit, .. } = *counted.quantity;
    let said = Quantity { kind, unit, ..bare.quantity.clone() };
    let said = Item { quantity: &said, ..*bare };
    let found = if is_number(zh) { agreement(&said, en) } else { agreement(zh, &said) };
    found == Agreement::Same
}

/// Whether the first of `from`, which has no unit, says what `other` does with that of a later one it is listed with:
/// 6.29 万亿元、6.05 万亿元 against "6.29 and 6.05 trillion yuan". `side` is that of `from`.
pub(super) fn says_with_the_unit_behind(side: Side, from: &[Item<'_>], other: &Item<'_>) -> bool {
    const JOINTS: &[&str] = &[
        ",",
        "and",
        ", and",
        "or",
        ", or",
        "or even",
        ", even",
        ", or even",
        ", maybe",
        "or maybe",
        "to",
        "、",
        "+",
        "，",
        "和",
        "与",
        "及",
        "以及",
        "到",
        "至",
    ];
    let says_more = !is_bare(other) || scale_said(other, ENGLISH).is_some();
    let Some(bare) = from.first().filter(|bare| is_bare(bare) && says_more) else {
        return false;
    };
    let joined = |pair: &&[Item<'_>]| {
        let [first, second] = pair else { return false };
        let (start, end) = (first.quantity.span.end(), second.quantity.span.start());
        let between = first.text.get(start as usize..end as usize).unwrap_or_default();
        first.place.0 == second.place.0 && JOINTS.contains(&between.trim())
    };
    let listed = from.windows(2).take_while(joined).map(|pair| &pair[1]);
    let Some(counted) = listed.into_iter().find(|item| {
        let scaled = scale_said(item, ENGLISH).is_some();
        !is_bare(item) || scaled
    }) else {
        return false;
    };
    let by = whole(scale_said(counted, ENGLISH).unwrap_or(1));
    let Some(value) = bare.quantity.value.map(|value| product(value, by)) else { return false };
    let Quantity { kind, unit, .. } = *counted.quantity;
    let said = Quantity { kind, unit, value, ..bare.quantity.clone() };
    let said = Item { quantity: &said, ..*bare };
    let found = match side {
        Side::Zh => agreement(&said, other),
        Side::En => agreement(other, &said),
    };
    found == Agreement::Same
}

/// Whether both leave out, or one does, the scale that was said before: 五千万, 两千 against "fifty million,
/// twenty"; 1.2 亿, 2.4 亿 against "120 million, 240".
fn takes_the_scales_before(
    [zh, en]: [&Item<'_>; 2],
    [before_zh, before_en]: [&[Item<'_>]; 2],
) -> bool {
    const CHINESE: &[(&str, i128)] = &[("亿", 100_000_000), ("万", 10_000)];
    let large = zh.quantity.value.low().is_some_and(|low| low >= whole(100));
    if !is_amount(zh) || !is_bare(en) || !large || scale_said(en, ENGLISH).is_some() {
        return false;
    }
    let Some(by) = scale_before(en, before_en, ENGLISH) else { return false };
    let zh_by = match scale_said(zh, CHINESE) {
        Some(_) => 1,
        None => scale_before(zh, before_zh, CHINESE).unwrap_or(1),
    };
    let times =
        |item: &Item<'_>, by: i128| item.quantity.value.map(|value| product(value, whole(by)));
    times(zh, zh_by).is_some_and(|zh| Some(zh) == times(en, by))
}

/// The scales of English, by their words.
pub(super) const ENGLISH: &[(&str, i128)] = &[
    ("trillion", 1_000_000_000_000),
    ("billion", 1_000_000_000),
    ("million", 1_000_000),
    ("terabyte", 1_000_000_000_000),
    ("gigabyte", 1_000_000_000),
    ("megabyte", 1_000_000),
    ("gigs", 1_000_000_000),
    ("TB", 1_000_000_000_000),
    ("GB", 1_000_000_000),
    ("MB", 1_000_000),
];

/// Whether a number has no unit.
pub(super) fn is_bare(item: &Item<'_>) -> bool {
    item.quantity.kind == Kind::Number && item.quantity.unit.is_none()
}

fn is_amount(item: &Item<'_>) -> bool {
    // "1.8 million pounds" may be of money.
    matches!(item.quantity.kind, Kind::Number | Kind::Money) || item.quantity.is_in("pound")
}

/// The scale that was said last before an amount, in the same turn and not long ago.
pub(super) fn scale_before(
    own: &Item<'_>,
    before: &[Item<'_>],
    words: &[(&str, i128)],
) -> Option<i128> {
    let amounts = before.iter().rev().filter(|item| is_amount(item) && item.place.0 == own.place.0);
    amounts.take(REACH).find_map(|item| scale_said(item, words))
}

/// The scale that the words of a quantity name.
pub(super) fn scale_said(item: &Item<'_>, words: &[(&str, i128)]) -> Option<i128> {
    words.iter().find(|(word, _)| item.quoted().contains(word)).map(|(_, scale)| *scale)
}

/// Whether one of them, or both, has the unit that was said before and agrees with the other only so, as no
/// number by chance does: 两百兆瓦, 一点二吉瓦 against "200 megawatts, 1,200"; 三十斤, 一百八 against "fifteen kilos,
/// ninety".
fn takes_the_units_before(
    [zh, en]: [&Item<'_>; 2],
    [before_zh, before_en]: [&[Item<'_>]; 2],
) -> bool {
    if !is_bare(en) || zh.quantity.value == en.quantity.value {
        return false;
    }
    let measured = |items: &[Item<'_>], own: &Item<'_>| -> Option<Quantity> {
        let measures = |item: &&Item<'_>| {
            let kind = item.quantity.kind;
            matches!(kind, Kind::Measure | Kind::Duration) && item.place.0 == own.place.0
        };
        let Quantity { kind, unit, .. } = *items.iter().rev().take(REACH).find(measures)?.quantity;
        Some(Quantity { kind, unit, ..own.quantity.clone() })
    };
    let Some(en_said) = measured(before_en, en) else { return false };
    let zh_said = if is_bare(zh) { measured(before_zh, zh) } else { Some(zh.quantity.clone()) };
    let Some(zh_said) = zh_said.filter(|said| said.unit != en_said.unit) else { return false };
    let [zh, en] = [Item { quantity: &zh_said, ..*zh }, Item { quantity: &en_said, ..*en }];
    agreement(&zh, &en) == Agreement::Same
}

/// Whether the Chinese leaves out the 万 in which all is counted: 支出两千三百来万，收入一千五出头 against "23 million, 15
/// million".
fn leaves_its_wan_out(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let spoken = |c: char| "一二两三四五六七八九千百出头多来不到".contains(c);
    let is_short = zh.quoted().contains('千') && zh.quoted().chars().all(spoken);
    is_bare(zh)
        && is_short
        && is_amount(en)
        && scale_said(en, ENGLISH).is_some()
        && zh.quantity.value.map(|value| product(value, whole(10_000))) == Some(en.quantity.value)
        && zh.mentions("万")
}

/// Whether the Chinese leaves out the bytes or bits in which it counts: 两个TB，H100 三点三五 against "2 terabytes, 3.35
/// terabytes".
fn leaves_bytes_out(zh: &Item<'_>, en: &Item<'_>, before_zh: &[Item<'_>]) -> bool {
    const DATA: &[(&[&str], char, i128)] = &[
        (&["terab", "TB"], 'T', 1_000_000_000_000),
        (&["gigab", "GB"], 'G', 1_000_000_000),
        (&["megab", "MB"], 'M', 1_000_000),
    ];
    let counts_in = |letter: char| {
        let before = before_zh.iter().rev().filter(|item| item.place.0 == zh.place.0);
        zh.behind().starts_with(letter)
            || before.take(REACH).any(|item| item.quoted().contains(letter))
    };
    is_bare(zh)
        && DATA.iter().any(|(names, letter, scale)| {
            names.iter().any(|name| en.quoted().contains(name))
                && counts_in(*letter)
                && zh.quantity.value.map(|value| product(value, whole(*scale)))
                    == Some(en.quantity.value)
        })
}

/// Whether a K is a kelvin and no thousand: 4000K against "4000 K", which has a blank.
fn is_of_light(one: &Item<'_>, other: &Item<'_>) -> bool {
    const LEAST: i128 = 1000;
    let kelvins = |item: &Item<'_>| item.quantity.value.exact();
    is_bare(one)
        && is_bare(other)
        && one.quoted().ends_with('K')
        && kelvins(other).is_some_and(|kelvins| {
            kelvins >= whole(LEAST) && product(kelvins, whole(1000)) == one.quantity.value.exact()
        })
}

/// Whether the English counts the figures of which it spoke before: 六位数，现在是十二位数 against "six figures, now twelve".
fn leaves_figures_out(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let figures =
        en.quantity.value.exact().and_then(|count| u32::try_from(count.to_integer()).ok());
    let least = figures.and_then(|count| power_of_ten(count.checked_sub(1)?));
    is_bare(en)
        && zh.quoted().ends_with("位数")
        && least.is_some()
        && zh.quantity.value.low() == least
        && (en.mentions(" figures") || en.mentions(" digits"))
}

/// Whether the English leaves out a million or a billion that was spoken of: 一百一十亿, "the low case is eleven".
fn leaves_its_scale_out(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let amount = matches!(zh.quantity.kind, Kind::Number | Kind::Money);
    let spoken = is_bare(en)
        && en
            .quoted()
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || byte == b'-' || byte == b' ');
    let several = en.quantity.value.low().is_some_and(|low| low > whole(1) && low < whole(1000));
    amount
        && spoken
        && several
        && [1000, 1_000_000, 1_000_000_000, 1_000_000_000_000].iter().any(|&scale| {
            en.quantity.value.map(|value| product(value, whole(scale))) == Some(zh.quantity.value)
                && (scale > 1000 || en.mentions("thousand"))
        })
}
