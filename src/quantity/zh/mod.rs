//! The Chinese reader: finds numerals in running text and tells from what stands around them what
//! they count.

mod date;
mod numeral;
mod words;

use super::interval::{Interval, Value, power_of_ten, product, sum, whole};
use super::unit::Unit;
use super::{Kind, Quantity, Weight};
use crate::text::Span;
use numeral::{Numeral, digit, numeral};

pub(in crate::quantity) use numeral::arabic;

/// Words that count things. A numeral of one character is only believed before one of them, or
/// before a unit.
const MEASURE_WORDS: &[&str] = &[
    "个", "個", "位", "名", "家", "种", "種", "次", "件", "项", "項", "条", "條", "只", "隻", "台",
    "臺", "部", "本", "页", "頁", "行", "句", "段", "章", "节", "倍", "人", "口", "户", "间", "間",
    "座", "栋", "层", "楼", "张", "張", "片", "块", "颗", "粒", "根", "支", "枝", "把", "辆", "輛",
    "艘", "架", "门", "場", "场", "届", "屆", "轮", "步", "代", "批", "组", "組", "套", "对", "双",
    "副", "份", "封", "首", "幅", "回", "遍", "趟", "阶段", "方面", "类", "点", "大", "国", "州",
    "省", "市", "县", "所", "级", "門", "款", "例", "起", "篇", "卷", "集", "号", "号楼", "世",
    "维", "字", "分", "者", "周期", "场", "胎", "瓶", "杯", "碗", "盒", "箱", "包", "袋", "瓣",
    "股", "面", "堂", "班", "团", "队", "连", "公里",
];

/// What says that the value before or after is not exact, or only one end of a range.
const ABOUT: &[&str] = &[
    "大约",
    "大约是",
    "大概",
    "约",
    "約",
    "左右",
    "上下",
    "差不多",
    "将近",
    "接近",
    "近",
    "来",
    "前后",
    "平均",
    "估计",
    "估計",
];
const MORE: &[&str] = &[
    "超过",
    "超過",
    "超出",
    "多于",
    "高于",
    "大于",
    "不少于",
    "不低于",
    "至少",
    "最少",
    "起码",
    "突破",
    "逾",
    "上",
    "过",
    "至少有",
    "至少是",
    "至少需要",
];
const LESS: &[&str] = &[
    "不到",
    "不足",
    "少于",
    "低于",
    "小于",
    "不超过",
    "不多于",
    "不高于",
    "至多",
    "最多",
    "未满",
    "以不到",
    "最多有",
];
const OR_MORE: &[&str] = &["以上", "或更多", "多", "余", "+", "开外"];
const OR_LESS: &[&str] = &["以下", "以内", "之内", "或更少"];

/// The quantities of `text`.
pub(super) fn read(text: &str) -> Vec<Quantity> {
    let vetoes = words::vetoes(text);
    let mut quantities: Vec<Quantity> = Vec::new();
    let mut at = 0;
    // Where the last quantity ends: what stands before it qualifies no other.
    let mut floor = 0;
    while let Some(start) = next_start(text, at) {
        let vetoed = vetoes
            .iter()
            .find(|veto| veto.start() as usize <= start && start < veto.end() as usize);
        if let Some(veto) = vetoed {
            at = veto.end() as usize;
            continue;
        }
        let reader = Reader { text, floor };
        match reader.quantity(start) {
            Some((found, end)) => {
                quantities.extend(found);
                at = end.max(start + 1);
                floor = at.min(text.len());
            }
            None => at = start + text[start..].chars().next().map_or(1, char::len_utf8),
        }
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    quantities
}

/// The next byte at which a numeral may start.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let starts = |(_, character): &(usize, char)| {
        digit(*character).is_some()
            || matches!(
                character,
                '十' | '百'
                    | '千'
                    | '万'
                    | '萬'
                    | '亿'
                    | '億'
                    | '兆'
                    | '廿'
                    | '卅'
                    | '拾'
                    | '佰'
                    | '仟'
                    | '几'
                    | '幾'
                    | '数'
                    | '數'
                    | '半'
                    | '翻'
                    | '俩'
                    | '仨'
                    | '倆'
            )
    };
    text.get(from..)?.char_indices().find(starts).map(|(at, _)| from + at)
}

struct Reader<'t> {
    text: &'t str,
    /// Where the quantity before ends.
    floor: usize,
}

/// What stands behind a numeral and makes it count something.
struct Counted {
    value: Interval,
    kind: Kind,
    unit: Option<Unit>,
    end: usize,
    weight: Weight,
}

impl<'t> Reader<'t> {
    fn before(&self, at: usize) -> &'t str {
        self.text.get(self.floor..at).unwrap_or_default()
    }

    fn after(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The quantities that start at `start` (a date is several), and where they end.
    fn quantity(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        if let Some(read) = self.word(start) {
            return Some(read);
        }
        // Digits inside a name: GPT-4, H100, v2.
        let glued = self.text[..start]
            .chars()
            .next_back()
            .is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
            || self.text[..start]
                .strip_suffix('-')
                .is_some_and(|t| t.ends_with(|c: char| c.is_ascii_alphabetic()));
        let first = numeral(self.text, start)?;
        if glued {
            return Some((Vec::new(), first.end));
        }
        if let Some(read) = date::read(self.text, start, &first) {
            return Some(read);
        }
        if let Some(read) = self.share(start, &first) {
            return Some(read);
        }
        let counted = self.range(start, &first).or_else(|| self.counted(&first, start))?;
        let quantity = self.dressed(start, counted, first.approximate);
        let end = quantity.span.end() as usize;
        Some((vec![quantity], end))
    }

    /// 百分之五, 三分之一, 千分之三; also 百分之十到二十五.
    fn share(&self, start: usize, first: &Numeral) -> Option<(Vec<Quantity>, usize)> {
        let rest = self.after(first.end).trim_start();
        let skipped = self.after(first.end).len() - rest.len();
        let rest = rest.strip_prefix("分之")?;
        let mut at = first.end + skipped + "分之".len();
        at += rest.len() - rest.trim_start().len();
        let share = numeral(self.text, at)?;
        let whole_part = first.value.low().filter(|_| first.value.is_point())?;
        if whole_part == whole(0) {
            return None;
        }
        let mut value = share.value;
        let mut end = share.end;
        if let Some((other, other_end)) = self.second_end(end) {
            let low = share.value.low()?;
            value = Interval::range(low, other.value.high()?);
            end = other_end;
        }
        let percent = [100, 1000, 10_000].map(whole).contains(&whole_part);
        let (kind, factor) = if percent {
            (Kind::Percent, whole(100) / whole_part)
        } else {
            (Kind::Fraction, whole(1) / whole_part)
        };
        let value = value.map(|value| product(value, factor))?;
        let counted = Counted { value, kind, unit: None, end, weight: Weight::Full };
        let quantity = self.dressed(start, counted, share.approximate);
        let end = quantity.span.end() as usize;
        Some((vec![quantity], end))
    }

    /// The numeral after 到, 至, a dash or a tilde at byte `at`, and its end.
    fn second_end(&self, at: usize) -> Option<(Numeral, usize)> {
        let rest = self.after(at);
        let trimmed = rest.trim_start_matches(' ');
        let joint = ["到", "至", "—", "–", "-", "~", "～", "−"]
            .into_iter()
            .find(|joint| trimmed.starts_with(joint))?;
        let after = trimmed[joint.len()..].trim_start_matches([' ', '-', '—']);
        let start = self.text.len() - after.len();
        let second = numeral(self.text, start)?;
        Some((second, second.end))
    }

    /// 三到六个月, 90-100 亿, 20%~30%.
    fn range(&self, start: usize, first: &Numeral) -> Option<Counted> {
        // 从 2 亿到 5 亿 are two values, not all between.
        let before = self.before(start).trim_end();
        if before.ends_with('从') || before.ends_with('由') || before.ends_with('從') {
            return None;
        }
        let own = self.counted(first, start);
        let has_unit =
            own.as_ref().is_some_and(|own| own.end > first.end && own.kind != Kind::Number);
        let direct = self.second_end(first.end);
        let (second, _) = match &own {
            Some(own) if has_unit => self.second_end(own.end).or(direct),
            Some(own) if direct.is_none() => self.second_end(own.end),
            _ => direct,
        }?;
        let last = self.counted(&second, start)?;
        let (Some(low), Some(high)) = (first.value.low(), last.value.high()) else { return None };
        if last.kind == Kind::Year || last.kind == Kind::Time {
            return None;
        }
        // 2010-2011 年 are years, and no two thousand of them.
        let year_like = |numeral: &Numeral| {
            numeral.in_digits
                && numeral.length == 4
                && numeral.value.low().is_some_and(|low| low >= whole(1000) && low < whole(3000))
        };
        let century = whole(low.to_integer() / 100 * 100);
        let short = second.in_digits && second.length == 2 && century + high > low;
        if last.kind == Kind::Duration && year_like(first) && (year_like(&second) || short) {
            let value = Interval::range(low, if short { century + high } else { high });
            return Some(Counted {
                value,
                kind: Kind::Year,
                unit: None,
                weight: Weight::Full,
                ..last
            });
        }
        let low = match own {
            // The first end has its own unit: 一天到两周 would need converting.
            Some(own) if has_unit => {
                if own.unit != last.unit || own.kind != last.kind {
                    return None;
                }
                own.value.low()?
            }
            // A bare first end shares what the second one is multiplied by: 10 到 20 亿.
            _ if first.scale == whole(1)
                && second.scale != whole(1)
                && low * second.scale < high =>
            {
                product(low, second.scale)?
            }
            _ if last.kind == Kind::Percent && second.value.is_point() => {
                low * high / second.value.high().filter(|value| *value != whole(0))?
            }
            _ => low,
        };
        if low >= high {
            return None;
        }
        Some(Counted { value: Interval::range(low, high), weight: Weight::Full, ..last })
    }

    /// What a numeral counts, by what stands behind it.
    fn counted(&self, first: &Numeral, start: usize) -> Option<Counted> {
        let rest = self.after(first.end);
        let trimmed = rest.trim_start_matches([' ', '\u{a0}']);
        let at = self.text.len() - trimmed.len();
        let value = first.value;
        let size = |full: bool| if full || first.in_digits { Weight::Full } else { Weight::Medium };
        let make = |kind, unit, end, weight| Some(Counted { value, kind, unit, end, weight });

        if let Some(counted) = self.percent(first, trimmed, at) {
            return Some(counted);
        }
        if let Some(ordinal) = self.ordinal(first, start) {
            return Some(ordinal);
        }
        if let Some(currency) = currency_before(self.before(start)) {
            return make(Kind::Money, Some(currency), first.end, Weight::Full);
        }
        for suffix in ["倍", "x", "X", "×"] {
            let is_letter = suffix != "倍";
            let alone = !is_letter || (first.in_digits && !letter_follows(trimmed, suffix.len()));
            if trimmed.starts_with(suffix) && alone {
                return self.multiple(first, start, at + suffix.len());
            }
        }
        if first.in_digits
            && let Some((factor, length)) =
                letter_scale(trimmed).filter(|_| trimmed.len() == rest.len())
        {
            let value = value.map(|value| product(value, factor))?;
            return Some(Counted {
                value,
                kind: Kind::Number,
                unit: None,
                end: at + length,
                weight: Weight::Full,
            });
        }
        if let Some(counted) = self.with_unit(first, trimmed, at) {
            return Some(counted);
        }
        let one = value.is_one();
        if let Some(word) = MEASURE_WORDS
            .iter()
            .filter(|word| trimmed.starts_with(**word))
            .max_by_key(|word| word.len())
        {
            // 一个, 一种: no more than an article.
            let weight =
                match (one, first.approximate && first.length <= 2 && first.scale == whole(1)) {
                    (true, _) if !first.in_digits => Weight::Light,
                    (_, true) => Weight::Light,
                    _ if first.approximate => Weight::Medium,
                    _ => size(first.length > 1 && first.scale != whole(1)),
                };
            // The word itself is no part of what is said of the number, but it shows it.
            let end = if matches!(*word, "个" | "個" | "位" | "名" | "次" | "家" | "种") {
                at + word.len()
            } else {
                first.end
            };
            return make(Kind::Number, None, end, weight);
        }
        // A single character, or two digits beside each other (二八), may be anything.
        let lonely = !first.in_digits && first.length == 1;
        if lonely {
            return make(Kind::Number, None, first.end, Weight::Light);
        }
        let glued_to_letters =
            first.in_digits && trimmed.len() == rest.len() && letter_follows(rest, 0);
        if glued_to_letters {
            return None;
        }
        let list_number = first.in_digits
            && first.length <= 2
            && trimmed.starts_with([')', '）', '、'])
            && !self.text[..start].ends_with(['(', '（']);
        if list_number {
            return make(Kind::Number, None, first.end, Weight::Light);
        }
        // A bare short number may be part of a name (Star Trek 5, table 1.1, question 2).
        let before = self.before(start).trim_end();
        let labelled = before.ends_with(['表', '图', '圖', '例', '节', '章', '版', '题', '-']);
        let short = first.in_digits && first.length <= 2 && first.scale == whole(1);
        let weight =
            if first.approximate || short || labelled { Weight::Medium } else { Weight::Full };
        make(Kind::Number, None, first.end, weight)
    }

    /// 第一, 头三个.
    fn ordinal(&self, first: &Numeral, start: usize) -> Option<Counted> {
        let before = self.before(start).trim_end();
        let end = first.end;
        let counted = |weight| {
            Some(Counted { value: first.value, kind: Kind::Ordinal, unit: None, end, weight })
        };
        if before.ends_with('第') {
            // 第一年 is the first year and no length of time.
            return counted(Weight::Medium);
        }
        None
    }

    /// %, 个百分点, 成, 折.
    fn percent(&self, first: &Numeral, rest: &str, at: usize) -> Option<Counted> {
        let counted = |value, end, weight| {
            Some(Counted { value, kind: Kind::Percent, unit: None, end, weight })
        };
        for sign in ["%", "％", "个百分点", "個百分點", "百分点", "百分點", "个点"]
        {
            if rest.starts_with(sign) {
                return counted(first.value, at + sign.len(), Weight::Full);
            }
        }
        if rest.starts_with('‰') {
            return counted(
                first.value.map(|v| product(v, Value::new(1, 10)))?,
                at + '‰'.len_utf8(),
                Weight::Full,
            );
        }
        let small = first.value.high().is_some_and(|high| high <= whole(10));
        if let Some(after) = rest.strip_prefix('成').filter(|_| small) {
            let word = after.starts_with([
                '为', '立', '功', '本', '果', '员', '都', '绩', '长', '年', '熟', '了', '群', '千',
                '型',
            ]);
            if !word {
                let value = first.value.map(|v| product(v, whole(10)))?;
                return counted(value, at + '成'.len_utf8(), Weight::Full);
            }
        }
        if rest.starts_with('折') && !rest.starts_with("折磨") && !rest.starts_with("折腾") {
            // 八折: eighty percent are paid; 八五折 is 85.
            let low = first.value.low()?;
            let tenths = if low < whole(10) { whole(10) } else { whole(1) };
            let value = first.value.map(|v| product(v, tenths))?;
            return counted(value, at + '折'.len_utf8(), Weight::Full);
        }
        None
    }

    /// 三倍, 增长了两倍, 多一倍.
    fn multiple(&self, first: &Numeral, start: usize, end: usize) -> Option<Counted> {
        let before = self.before(start).trim_end();
        // 增长了两倍 is three times as much, 多一倍 twice; of 增长三倍 usage is divided, and it is
        // taken as it is written.
        let by_all = ["增长了", "增加了", "提高了", "上升了", "涨了", "翻了"];
        let by_one = ["多", "高", "快", "大", "加", "加了", "多了", "增长", "增加"];
        let ends = |verbs: &[&str]| verbs.iter().any(|verb| before.ends_with(verb));
        let by = ends(&by_all) || (ends(&by_one) && first.value.is_one());
        let value = if by { first.value.map(|value| sum(value, whole(1)))? } else { first.value };
        let weight = if first.in_digits && !by { Weight::Full } else { Weight::Medium };
        Some(Counted { value, kind: Kind::Multiple, unit: None, end, weight })
    }

    /// A unit of the table, with 半 behind or between: 两个半小时, 一年半, 三块五.
    fn with_unit(&self, first: &Numeral, rest: &str, at: usize) -> Option<Counted> {
        let halved = ["个半", "個半"].into_iter().find(|half| rest.starts_with(half));
        let (unit_text, mut value) = match halved {
            Some(half) => (&rest[half.len()..], first.value.map(|v| sum(v, Value::new(1, 2)))?),
            None => (rest, first.value),
        };
        let unit_text = unit_text.trim_start_matches([' ', '\u{a0}']);
        let (unit, length) = Unit::starting_zh(unit_text).or_else(|| {
            let month = halved.is_some() && unit_text.starts_with('月');
            Some((Unit::named("month").filter(|_| month)?, '月'.len_utf8()))
        })?;
        let mut end = self.text.len() - unit_text.len() + length;
        let _ = at;
        let kind = match unit.dimension() {
            super::Dimension::Calendar | super::Dimension::Time => Kind::Duration,
            super::Dimension::Currency(_) => Kind::Money,
            _ => Kind::Measure,
        };
        let after = &unit_text[length..];
        // 一块 is mostly "a piece", 一度 "once", 一里 "in".
        let word = &unit_text[..length];
        let doubtful = matches!(
            word,
            "块" | "塊"
                | "里"
                | "度"
                | "米"
                | "克"
                | "刀"
                | "毛"
                | "角"
                | "分"
                | "载"
                | "周"
                | "元"
                | "升"
                | "磅"
                | "瓦"
        ) && !first.in_digits
            && first.value.is_one();
        let part_of_word = match word {
            "天" => after.starts_with(['使', '堂', '空', '才', '气']),
            "元" => after.starts_with(['素', '旦', '宵', '首']),
            "度" => after.starts_with(['过', '假']),
            "里" => after.starts_with(['程', '面', '克']),
            "米" => after.starts_with(['饭', '其']),
            _ => false,
        };
        if doubtful || part_of_word {
            return None;
        }
        if kind == Kind::Duration {
            if after.starts_with('半') && !after.starts_with("半夜") && halved.is_none() {
                value = value.map(|v| sum(v, Value::new(1, 2)))?;
                end += '半'.len_utf8();
            } else if let Some((more, more_end)) = self.second_duration(end, unit) {
                value = value.map(|v| sum(v, more))?;
                end = more_end;
            }
        }
        if kind == Kind::Money
            && matches!(word, "块" | "塊" | "元" | "块钱")
            && let Some(tenth) =
                after.chars().next().and_then(digit).filter(|_| !first.in_digits || word != "元")
        {
            let next = after.chars().nth(1);
            let ends = next.is_none_or(|c| {
                digit(c).is_none() && !matches!(c, '十' | '百' | '千' | '万' | '亿' | '个')
            });
            if ends {
                value = value.map(|v| sum(v, Value::new(tenth, 10)))?;
                end += after.chars().next().map_or(0, char::len_utf8);
            }
        }
        let weight = match kind {
            _ if value.is_one() && !first.in_digits => Weight::Light,
            Kind::Duration if !first.in_digits && first.length == 1 => Weight::Medium,
            Kind::Duration if first.approximate && !first.in_digits => Weight::Medium,
            _ => Weight::Full,
        };
        Some(Counted { value, kind, unit: Some(unit), end, weight })
    }

    /// 一年零三个月, 一年零一个季度: the second part, in the unit of the first.
    fn second_duration(&self, at: usize, unit: Unit) -> Option<(Value, usize)> {
        let rest = self.after(at);
        let after = rest.strip_prefix('零').or_else(|| rest.strip_prefix('又'))?;
        let start = self.text.len() - after.len();
        let second = numeral(self.text, start)?;
        let (smaller, length) = Unit::starting_zh(self.after(second.end))?;
        let same = smaller.dimension() == unit.dimension() && smaller.factor() < unit.factor();
        let value = second.value.low().filter(|_| second.value.is_point() && same)?;
        Some((value * smaller.factor() / unit.factor(), second.end + length))
    }

    /// Quantities that are one word: 半年, 一半, 翻倍, 俩.
    fn word(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        let rest = self.after(start);
        let before = self.before(start);
        let half = Value::new(1, 2);
        let point = Interval::point;
        let made = |value, kind, unit, length: usize, weight| {
            let counted = Counted { value, kind, unit, end: start + length, weight };
            let quantity = self.dressed(start, counted, false);
            let end = quantity.span.end() as usize;
            Some((vec![quantity], end))
        };
        if rest.starts_with("翻倍") || rest.starts_with("翻一倍") || rest.starts_with("翻番")
        {
            let length =
                if rest.starts_with("翻一倍") { "翻一倍".len() } else { "翻倍".len() };
            return made(point(whole(2)), Kind::Multiple, None, length, Weight::Medium);
        }
        if let Some(after) = rest.strip_prefix('翻') {
            let after = after.strip_prefix('了').unwrap_or(after);
            let at = self.text.len() - after.len();
            let times = numeral(self.text, at)?;
            let behind = self.after(times.end);
            let count = times.value.low()?.to_integer();
            if behind.starts_with('番') && (1..=20).contains(&count) {
                let value = whole(1 << count);
                return made(
                    point(value),
                    Kind::Multiple,
                    None,
                    times.end + '番'.len_utf8() - start,
                    Weight::Medium,
                );
            }
            return None;
        }
        if rest.starts_with(['俩', '倆']) {
            return made(point(whole(2)), Kind::Number, None, '俩'.len_utf8(), Weight::Light);
        }
        if rest.starts_with('仨') {
            return made(point(whole(3)), Kind::Number, None, '仨'.len_utf8(), Weight::Medium);
        }
        if rest.starts_with("一半") {
            return made(point(half), Kind::Fraction, None, "一半".len(), Weight::Medium);
        }
        if rest.starts_with("半百") {
            return made(point(whole(50)), Kind::Number, None, "半百".len(), Weight::Medium);
        }
        if let Some(after) = rest.strip_prefix('半') {
            if before.ends_with(['多', '大', '过', '一', '各', '对', '前', '后', '上', '下'])
                && !before.ends_with("大")
            {
                return None;
            }
            let after = after.strip_prefix(['个', '個']).unwrap_or(after);
            if after.starts_with('亿') {
                return made(
                    point(whole(50_000_000)),
                    Kind::Number,
                    None,
                    self.text.len() - after.len() + '亿'.len_utf8() - start,
                    Weight::Full,
                );
            }
            let (unit, length) = if let Some(found) = Unit::starting_zh(after) {
                found
            } else if after.starts_with('月') {
                (Unit::named("month")?, '月'.len_utf8())
            } else if after.starts_with("世纪") || after.starts_with("世紀") {
                (Unit::named("century")?, "世纪".len())
            } else {
                return None;
            };
            let duration =
                matches!(unit.dimension(), super::Dimension::Calendar | super::Dimension::Time);
            if !duration {
                return None;
            }
            let length = self.text.len() - after.len() + length - start;
            return made(point(half), Kind::Duration, Some(unit), length, Weight::Medium);
        }
        // 一打鸡蛋
        if let Some(first) = numeral(self.text, start) {
            let behind = self.after(first.end);
            if behind.starts_with('打')
                && !behind.starts_with("打了")
                && !first.in_digits
                && first.length == 1
            {
                let food = behind
                    .chars()
                    .nth(1)
                    .is_some_and(|c| matches!(c, '鸡' | '啤' | '玫' | '铅' | '袜'));
                if food {
                    let value = first.value.map(|v| product(v, whole(12)))?;
                    return made(
                        value,
                        Kind::Number,
                        None,
                        first.end + '打'.len_utf8() - start,
                        Weight::Medium,
                    );
                }
            }
        }
        None
    }

    /// The quantity with what qualifies it before and behind.
    fn dressed(&self, start: usize, counted: Counted, vague: bool) -> Quantity {
        let Counted { value, kind, unit, mut end, weight } = counted;
        let before = self.before(start).trim_end_matches(' ');
        let behind = self.after(end).trim_start_matches(' ');
        let mut approximate = vague;
        let mut value = value;
        let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        let starts =
            |words: &[&'static str]| words.iter().find(|word| behind.starts_with(**word)).copied();
        if before.ends_with("零下")
            || (before.ends_with(['负', '負']) && !before.ends_with("正负"))
            || minus_before(self.text.get(..start).unwrap_or_default())
        {
            value = value.map(|value| product(value, whole(-1))).unwrap_or(value);
        }
        let large = value.high().is_some_and(|high| high >= whole(100));
        // 通过, 经过 and 不过 end with 过, and 上 is "more than" before large numbers only.
        let other_word =
            ["通过", "经过", "不过", "不超过"].iter().any(|word| before.ends_with(word))
                || (before.ends_with('上') && !large);
        let bounded = !matches!(kind, Kind::Ordinal | Kind::Year | Kind::Time);
        let more = bounded && !other_word && ends(MORE);
        let less = ends(LESS);
        if less {
            value = value.high().map_or(value, Interval::at_most);
        } else if more && value.is_point() {
            value = value.low().map_or(value, Interval::at_least);
        } else if let Some(word) = starts(OR_MORE).filter(|_| value.is_point()) {
            if !(matches!(word, "多" | "余")
                && kind == Kind::Number
                && unit.is_none()
                && end == start)
            {
                value = value.low().map_or(value, Interval::at_least);
                end += self.after(end).len() - behind.len() + word.len();
            }
        } else if let Some(word) = starts(OR_LESS).filter(|_| kind != Kind::Ordinal) {
            value = value.high().map_or(value, Interval::at_most);
            end += self.after(end).len() - behind.len() + word.len();
        }
        approximate |= ends(ABOUT) || starts(&["左右", "上下", "前后"]).is_some();
        Quantity { span: Span::at(start..end), value, kind, unit, approximate, weight }
    }
}

/// A currency sign or name right before a numeral.
fn currency_before(before: &str) -> Option<Unit> {
    let before = before.trim_end();
    [
        ("US$", "USD"),
        ("$", "USD"),
        ("＄", "USD"),
        ("￥", "CNY"),
        ("¥", "CNY"),
        ("€", "EUR"),
        ("£", "GBP"),
        ("人民币", "CNY"),
    ]
    .into_iter()
    .find(|(sign, _)| before.ends_with(sign))
    .and_then(|(_, name)| Unit::named(name))
}

/// A minus sign that belongs to the number behind it.
fn minus_before(before: &str) -> bool {
    before.strip_suffix(['-', '−']).is_some_and(|rest| {
        rest.chars().next_back().is_none_or(|c| {
            c == ' ' || c == '(' || c == '（' || c == '，' || c == '为' || c == '是'
        })
    })
}

/// K, M and B right behind digits, and the length of the letter.
fn letter_scale(text: &str) -> Option<(Value, usize)> {
    let exponent = match text.chars().next()? {
        'k' | 'K' => 3,
        'M' => 6,
        'B' => 9,
        'T' => 12,
        _ => return None,
    };
    (!letter_follows(text, 1)).then(|| power_of_ten(exponent).map(|factor| (factor, 1))).flatten()
}

/// Whether a Latin letter or digit stands `skip` bytes into `text`.
fn letter_follows(text: &str, skip: usize) -> bool {
    text.get(skip..).and_then(|rest| rest.chars().next()).is_some_and(|c| c.is_ascii_alphanumeric())
}
