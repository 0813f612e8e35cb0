//! What a numeral counts, by what stands around it.

use super::parts::{Counted, Numeral};
use std::sync::LazyLock;

use super::character::digit;
use super::measure::measure_word;
use super::numeral::numeral;
use super::reader::Reader;
use crate::quantity::interval::{Interval, Value, power_of_ten, product, sum, whole};
use crate::quantity::unit::abbreviated;
use crate::quantity::{Kind, Unit, Weight};
use crate::text::{CharacterSet, is_han};

/// Whether a count from 21 on is no round one.
fn is_precise(first: &Numeral) -> bool {
    let value = first.value.low().filter(|_| first.value.is_point() && !first.approximate);
    value.is_some_and(|value| {
        value > whole(20) && value.is_integer() && value.to_integer() % 10 != 0
    })
}

impl Reader<'_> {
    /// What a numeral counts, by what stands behind it.
    pub(super) fn counted(&self, first: &Numeral, start: usize) -> Option<Counted> {
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
        if let Some((exponent, length)) = abbreviated(trimmed).filter(|_| first.in_digits) {
            let factor = power_of_ten(exponent)?;
            let value = value.map(|value| product(value, factor))?;
            let (kind, end) = (Kind::Number, at + length);
            return Some(Counted { value, kind, unit: None, end, weight: Weight::Full });
        }
        if let Some(counted) = self.with_unit(first, trimmed) {
            return Some(counted);
        }
        let one = value.is_one();
        // 六位数: all numbers of six digits
        let places = trimmed.strip_prefix("位数").and_then(|_| value.low()).filter(|places| {
            value.is_point() && places.is_integer() && (whole(2)..=whole(12)).contains(places)
        });
        if let Some(places) = places.and_then(|places| u32::try_from(places.to_integer()).ok()) {
            let value =
                Interval::range(power_of_ten(places - 1)?, power_of_ten(places)? - whole(1));
            let (kind, weight) = (Kind::Number, Weight::Medium);
            return Some(Counted { value, kind, unit: None, end: at + "位数".len(), weight });
        }
        if let Some(word) = measure_word(trimmed) {
            // 一杯半
            let behind = trimmed[word.len()..].strip_prefix('半');
            if let Some(rest) = behind.filter(|rest| {
                value.is_point()
                    && rest.chars().next().is_none_or(|c| !"年天日月夜小场数路价个".contains(c))
            }) {
                let value = value.map(|value| sum(value, Value::new(1, 2)))?;
                let (kind, end, weight) = (Kind::Number, self.at_of(rest), Weight::Medium);
                return Some(Counted { value, kind, unit: None, end, weight });
            }
            // 每 10 人中有 1 人: that one was read with the ten.
            let of_many = one && self.before(start).trim_end().ends_with(['有', '就']) && {
                let lead = self.text[..start].rsplit(['。', '；', '，']).next();
                lead.is_some_and(|lead| lead.contains('每'))
            };
            // 风力 14 级 may stand as its speed.
            let of_wind = word == "级" && self.before(start).trim_end().ends_with(['力', '风']);
            // 一个, 一种: no more than an article.
            let weight = match (one, first.approximate && first.value.high() <= Some(whole(10))) {
                (true, _) if !first.in_digits || of_many => Weight::Light,
                (_, true) => Weight::Light,
                _ if first.approximate && !first.in_digits || of_wind => Weight::Medium,
                _ => size(first.length > 1 && (first.scale != whole(1) || is_precise(first))),
            };
            if self.is_one_in(first, start, &trimmed[word.len()..]) {
                let value = value.map(|value| Some(value.recip()))?;
                let (kind, end, weight) = (Kind::Fraction, at + word.len(), Weight::Medium);
                return Some(Counted { value, kind, unit: None, end, weight });
            }
            // The word itself is no part of what is said of the number, but it shows it.
            let end = if matches!(word, "个" | "個" | "位" | "名" | "次" | "家" | "种") {
                at + word.len()
            } else {
                first.end
            };
            return make(Kind::Number, None, end, weight);
        }
        // A single character, or two digits beside each other (二八), may be anything.
        let lonely = !first.in_digits && first.length == 1;
        // 五局三胜: the best of five.
        if lonely && trimmed.starts_with(['局', '场', '盘', '番', '战']) {
            let won = trimmed.chars().nth(1).and_then(digit).is_some()
                && trimmed.chars().nth(2) == Some('胜');
            if won {
                return make(Kind::Number, None, first.end, Weight::Medium);
            }
        }
        // 过亿, 破万: a bare scale counts where a bound stands before it.
        let bounded = first.scale > whole(1)
            && self.before(start).ends_with(['过', '破', '超', '上', '近', '逾', '過']);
        // 十九、二十世纪之交: the one before the other.
        let century = trimmed.strip_prefix('、').and_then(|rest| {
            let next = numeral(self.text, self.at_of(rest))?;
            Some(
                self.after(next.end).starts_with("世纪")
                    || self.after(next.end).starts_with("世紀"),
            )
        });
        if century == Some(true) {
            return make(Kind::Century, None, first.end, Weight::Light);
        }
        // 一比三 is a ratio.
        let ratio = self.before(start).ends_with(['比', '：', ':'])
            && self.before(start).chars().rev().nth(1).and_then(digit).is_some()
            || trimmed
                .strip_prefix('比')
                .is_some_and(|rest| rest.starts_with(|c| digit(c).is_some()));
        if ratio {
            return make(Kind::Number, None, first.end, Weight::Medium);
        }
        if lonely && !bounded {
            return make(Kind::Number, None, first.end, Weight::Light);
        }
        let glued_to_letters =
            first.in_digits && trimmed.len() == rest.len() && letter_follows(rest, 0);
        if glued_to_letters {
            // 60fps counts; 4K and 3D are names.
            let counts = unit_letters(rest);
            return counts.then(|| make(Kind::Number, None, first.end, Weight::Medium)).flatten();
        }
        let list_number = first.in_digits
            && first.length <= 2
            && trimmed.starts_with([')', '）', '、'])
            && !self.text[..start].ends_with(['(', '（'])
            && !self.text[..start].trim_end().ends_with(is_han);
        if list_number {
            return make(Kind::Number, None, first.end, Weight::Light);
        }
        // 单位：万元 counts nothing, and version 1.0 is a name.
        let version = trimmed.starts_with('版') && !trimmed.starts_with("版税");
        if version {
            let decimal = value.low().is_some_and(|low| !low.is_integer());
            let weight = if decimal { Weight::Medium } else { Weight::Light };
            return make(Kind::Number, None, first.end, weight);
        }
        // 身高 175
        let height = first.in_digits
            && (whole(50)..whole(250)).contains(&value.low().unwrap_or_default())
            && self.before(start).trim_end().ends_with("身高");
        if height {
            let unit = Unit::named("centimetre");
            return make(Kind::Measure, unit, first.end, Weight::Full);
        }
        // A bare short number may be part of a name (Star Trek 5, table 1.1, question 2).
        let before = self.before(start).trim_end();
        let labelled = before.ends_with(['表', '图', '圖', '例', '节', '章', '版', '题', '-']);
        if before.ends_with(['表', '图', '圖']) && first.in_digits && first.length <= 2 {
            return make(Kind::Ordinal, None, first.end, Weight::Medium);
        }
        let vague = first.approximate && !first.in_digits;
        let short = first.in_digits && first.length <= 2 && first.scale == whole(1);
        let weight = if vague || short || labelled { Weight::Medium } else { Weight::Full };
        make(Kind::Number, None, first.end, weight)
    }

    /// 每五个成年人中就有一个: one in so many, by what stands behind the measure word.
    fn is_one_in(&self, first: &Numeral, start: usize, behind: &str) -> bool {
        if !self.before(start).ends_with('每') {
            return false;
        }
        let several = first.value.is_point() && first.value.low() > Some(whole(1));
        let behind = &behind[..behind.floor_char_boundary(90)];
        let clause = behind.split(['，', '。', '；', '！', '？', ',']).next().unwrap_or_default();
        let one = [
            "有一个",
            "有一個",
            "有一人",
            "有一名",
            "有一位",
            "有 1 个",
            "有1个",
            "有 1 人",
            "有1人",
        ];
        several && one.iter().any(|one| clause.contains(one))
    }

    /// 第一, 头三个.
    pub(super) fn ordinal(&self, first: &Numeral, start: usize) -> Option<Counted> {
        let before = self.before(start).trim_end();
        let end = first.end;
        let counted = |weight| {
            Some(Counted { value: first.value, kind: Kind::Ordinal, unit: None, end, weight })
        };
        if before.ends_with('第') {
            // 第一年 is the first year and no length of time, 第二天 mostly the next day.
            let next_day = first.value == Interval::point(whole(2))
                && self.after(end).trim_start_matches(' ').starts_with(['天', '日']);
            // 第16周 tells when something was.
            let when = first.in_digits
                && first.length >= 2
                && self
                    .after(end)
                    .trim_start()
                    .starts_with(['周', '天', '日', '届', '屆', '轮', '輪']);
            return counted(match () {
                () if next_day => Weight::Light,
                () if when => Weight::Full,
                () => Weight::Medium,
            });
        }
        // 2 型糖尿病, 三期临床: kinds and stages have a place in an order, and no number.
        let behind = self.after(end).trim_start_matches(' ');
        let place = [
            "型",
            "期临床",
            "期试验",
            "期研究",
            "期工程",
            "年级",
            "线城市",
            "線城市",
            "等奖",
            "等獎",
            "等功",
            "等舱",
        ];
        // 亨利八世, but not 四世同堂, 八世纪
        let named = behind.strip_prefix('世').is_some_and(|behind| {
            !behind.starts_with([
                '纪', '紀', '界', '代', '家', '人', '间', '間', '同', '上', '事', '俗',
            ])
        });
        let crowned = named && before.ends_with(is_han) && first.value.is_point();
        let numbered = behind
            .strip_prefix(['号', '號'])
            .is_some_and(|behind| !first.approximate && !behind.starts_with(['人', '员', '文']));
        // 三季度 is the third of four, 三个季度 are three of them.
        let quarter = (behind.starts_with("季度") || behind.starts_with("季报"))
            && first.value.is_point()
            && first.value.high() <= Some(whole(4))
            && !before.ends_with(['前', '头', '续', '去', '近', '后']);
        if quarter || crowned || numbered || place.iter().any(|word| behind.starts_with(word)) {
            return counted(Weight::Medium);
        }
        None
    }

    /// 三倍, 增长了两倍, 多一倍.
    pub(super) fn multiple(&self, first: &Numeral, start: usize, end: usize) -> Option<Counted> {
        let before = self.before(start).trim_end();
        // 增长了近两倍
        let about = ["将近", "接近", "大约", "超过", "至少", "近", "约", "逾"];
        let before = about.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
        // 增长了两倍 is three times as much, 多一倍 twice; of 增长三倍 usage is divided, and it is
        // taken as it is written.
        let by_all = ["增长了", "增加了", "提高了", "上升了", "涨了"];
        let by_one = ["多", "高", "快", "大", "加", "加了", "多了", "增长", "增加"];
        let ends = |verbs: &[&str]| verbs.iter().any(|verb| before.ends_with(verb));
        let by = ends(&by_all) || (ends(&by_one) && first.value.is_one());
        let value = if by { first.value.map(|value| sum(value, whole(1)))? } else { first.value };
        let weight = if first.in_digits && !by { Weight::Full } else { Weight::Medium };
        // 两倍半
        let half = self.after(end).starts_with('半') && !self.after(end).starts_with("半数");
        let value = if half { value.map(|value| sum(value, Value::new(1, 2)))? } else { value };
        let end = if half { end + '半'.len_utf8() } else { end };
        Some(Counted { value, kind: Kind::Multiple, unit: None, end, weight })
    }
}

/// Signs and names of currencies that stand before the amount.
const CURRENCIES: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("$", "USD"),
    ("＄", "USD"),
    ("￥", "CNY"),
    ("¥", "CNY"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("人民币", "CNY"),
    ("人民幣", "CNY"),
    ("新台币", "TWD"),
    ("新台幣", "TWD"),
    ("港币", "HKD"),
    ("港幣", "HKD"),
    ("美金", "USD"),
    ("欧元", "EUR"),
    ("英镑", "GBP"),
    ("日元", "JPY"),
];

static LAST_OF_CURRENCIES: LazyLock<CharacterSet> =
    LazyLock::new(|| CURRENCIES.iter().filter_map(|(sign, _)| sign.chars().next_back()).collect());

/// A currency sign or name right before a numeral.
fn currency_before(before: &str) -> Option<Unit> {
    let before = before.trim_end();
    if !before.ends_with(|c| LAST_OF_CURRENCIES.holds(c)) {
        return None;
    }
    let (_, name) = CURRENCIES.iter().find(|(sign, _)| before.ends_with(sign))?;
    Unit::named(name)
}

/// K, M and B right behind digits, and the length of the letter.
fn letter_scale(text: &str) -> Option<(Value, usize)> {
    let exponent = match text.chars().next()? {
        'k' | 'K' => 3,
        'w' => 4,
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

/// Whether `text` starts with two to five small letters, as the name of a unit has: fps, rpm.
fn unit_letters(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    (2..=5).contains(&letters) && text.bytes().take(letters).all(|byte| byte.is_ascii_lowercase())
}
