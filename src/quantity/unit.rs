//! Units and what they are called. Factors are exact; units that no exact factor joins (a year and a
//! day, a dollar and a yuan) have different dimensions.

use std::cmp::Reverse;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Kind;
use super::interval::{Value, product};
use crate::text::{is_han, simplify};

/// What can be converted into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Months, quarters, years, decades, centuries.
    Calendar,
    /// Seconds to weeks.
    Time,
    /// One dimension for each currency, by its ISO 4217 code.
    Currency(&'static str),
    /// Metres and the like.
    Length,
    /// Kilograms and the like.
    Mass,
    /// Square metres and the like.
    Area,
    /// Litres and the like.
    Volume,
    /// Watts.
    Power,
    /// Watt-hours.
    Energy,
    /// Degrees, of temperature in Celsius or of angle.
    Degree,
    /// Degrees of temperature that start at another zero.
    Fahrenheit,
    /// Parts of a hundred.
    Share,
    /// Times ten.
    Magnitude,
}

/// A unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    row: &'static Row,
}

/// A row of the table of units.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    /// One, and several.
    name: [&'static str; 2],
    dimension: Dimension,
    /// How many of the dimension's base units it is, as a fraction.
    factor: (i128, i128),
    zh: &'static [&'static str],
    en: &'static [&'static str],
}

impl Unit {
    /// What it measures.
    pub fn dimension(self) -> Dimension {
        self.row.dimension
    }

    /// Its name: an ISO 4217 code for money, an English word otherwise.
    pub fn name(self, several: bool) -> &'static str {
        self.row.name[usize::from(several)]
    }

    /// What is counted in it.
    pub(super) fn kind(self) -> Kind {
        match self.dimension() {
            Dimension::Calendar | Dimension::Time => Kind::Duration,
            Dimension::Currency(_) => Kind::Money,
            _ => Kind::Measure,
        }
    }

    /// A value in this unit as one in `other`, if both measure the same.
    pub(super) fn convert(self, value: Value, other: Unit) -> Option<Value> {
        let same = self.dimension() == other.dimension();
        same.then(|| product(value, self.factor() / other.factor())).flatten()
    }

    /// How many base units of its dimension it is.
    pub(super) fn factor(self) -> Value {
        Value::new(self.row.factor.0, self.row.factor.1)
    }

    /// The longest Chinese unit that `text` starts with, in simplified or traditional characters, and its length in
    /// bytes.
    pub(super) fn starting_zh(text: &str) -> Option<(Unit, usize)> {
        let first = text.chars().next()?;
        let simple = || Some(simplify(first)).filter(|simple| *simple != first);
        let names = ZH.get(&first).or_else(|| ZH.get(&simple()?))?;
        let length = |name: &str| -> Option<usize> {
            let mut own = text.chars();
            name.chars().try_fold(0, |length, wanted| {
                let found = own.next().filter(|c| *c == wanted || simplify(*c) == wanted)?;
                Some(length + found.len_utf8())
            })
        };
        names.iter().find_map(|&(name, row)| Some((Unit { row }, length(name)?)))
    }

    /// The unit of an English word in lower case.
    pub(super) fn of_word(word: &str) -> Option<Unit> {
        EN.get(word).map(|row| Unit { row })
    }

    /// The unit of an English word in whatever case.
    pub(super) fn of_any_case(word: &str) -> Option<Unit> {
        Unit::of_word(&word.to_ascii_lowercase())
    }

    /// The unit that the letters at the start of `text` stand for, as in 500mg, and their length.
    /// Case tells a metre from a million.
    pub(super) fn abbreviated(text: &str) -> Option<(Unit, usize)> {
        let length = text.find(|c: char| !c.is_alphabetic() || is_han(c)).unwrap_or(text.len());
        let letters = &text[..length];
        let (_, name) = ABBREVIATIONS.iter().find(|(short, _)| *short == letters)?;
        Some((Unit::named(name)?, length))
    }

    /// The unit that this one makes with the power right behind it, as in cm³ or km2, and the length of the power.
    pub(super) fn raised(self, behind: &str) -> Option<(Unit, usize)> {
        let mut signs = behind.chars();
        let power = match signs.next()? {
            '²' | '2' => "square",
            '³' | '3' => "cubic",
            _ => return None,
        };
        let unit = Unit::named(&format!("{power} {}", self.name(false)))?;
        let goes_on = signs.next().is_some_and(|c| c.is_ascii_alphanumeric());
        (!goes_on).then(|| (unit, behind.chars().next().map_or(0, char::len_utf8)))
    }

    /// The unit of that name.
    pub(super) fn named(name: &str) -> Option<Unit> {
        UNITS.iter().find(|row| row.name[0] == name).map(|row| Unit { row })
    }

    /// The dollar, whose country only the context tells.
    pub(super) fn is_dollar(self) -> bool {
        self.row.name[0] == "USD"
    }
}

/// Units in letters, in the case in which they are written.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("g", "gram"),
    ("m", "metre"),
    ("h", "hour"),
    ("l", "litre"),
    ("L", "litre"),
    ("mg", "milligram"),
    ("kg", "kilogram"),
    ("KG", "kilogram"),
    ("mcg", "microgram"),
    ("μg", "microgram"),
    ("µg", "microgram"),
    ("nm", "nanometre"),
    ("μm", "micrometre"),
    ("µm", "micrometre"),
    ("mm", "millimetre"),
    ("cm", "centimetre"),
    ("km", "kilometre"),
    ("KM", "kilometre"),
    ("ml", "millilitre"),
    ("mL", "millilitre"),
    ("ms", "millisecond"),
    ("min", "minute"),
    ("W", "watt"),
    ("kW", "kilowatt"),
    ("KW", "kilowatt"),
    ("MW", "megawatt"),
    ("GW", "gigawatt"),
    ("TW", "terawatt"),
    ("kWh", "kilowatt-hour"),
    ("MWh", "megawatt-hour"),
    ("GWh", "gigawatt-hour"),
    ("TWh", "terawatt-hour"),
];

/// Chinese names by their first character, the longest first.
static ZH: LazyLock<FxHashMap<char, Vec<(&str, &Row)>>> = LazyLock::new(|| {
    let mut names: FxHashMap<char, Vec<(&str, &Row)>> = FxHashMap::default();
    for row in UNITS {
        for name in row.zh {
            names.entry(name.chars().next().unwrap_or_default()).or_default().push((name, row));
        }
    }
    names.values_mut().for_each(|names| names.sort_by_key(|(name, _)| Reverse(name.len())));
    names
});

/// English names.
static EN: LazyLock<FxHashMap<&str, &Row>> = LazyLock::new(|| {
    let names = UNITS.iter().rev().flat_map(|row| row.en.iter().map(move |name| (*name, row)));
    names.collect()
});

macro_rules! units {
    ($([$one:literal $many:literal] $dimension:expr, $num:literal / $den:literal, [$($zh:literal)*], [$($en:literal)*];)*) => {
        &[$(Row {
            name: [$one, $many],
            dimension: $dimension,
            factor: ($num, $den),
            zh: &[$($zh),*],
            en: &[$($en),*],
        }),*]
    };
}

use Dimension::{
    Area, Calendar, Currency, Degree, Energy, Fahrenheit, Length, Magnitude, Mass, Power, Share,
    Time, Volume,
};

static UNITS: &[Row] = units![
    ["attosecond" "attoseconds"] Time, 1 / 1000000000000000000, ["阿秒"], ["attosecond" "attoseconds"];
    ["femtosecond" "femtoseconds"] Time, 1 / 1000000000000000, ["飞秒" "飛秒"], ["femtosecond" "femtoseconds" "fs"];
    ["picosecond" "picoseconds"] Time, 1 / 1000000000000, ["皮秒"], ["picosecond" "picoseconds" "ps"];
    ["nanosecond" "nanoseconds"] Time, 1 / 1000000000, ["纳秒"], ["nanosecond" "nanoseconds" "ns"];
    ["microsecond" "microseconds"] Time, 1 / 1000000, ["微秒"], ["microsecond" "microseconds" "μs" "µs"];
    ["millisecond" "milliseconds"] Time, 1 / 1000, ["毫秒"], ["millisecond" "milliseconds" "ms" "msec"];
    ["second" "seconds"] Time, 1 / 1, ["秒" "秒钟" "秒鐘"], ["second" "seconds" "sec" "secs"];
    ["minute" "minutes"] Time, 60 / 1, ["分钟" "分鐘"], ["minute" "minutes" "min" "mins"];
    ["quarter of an hour" "quarters of an hour"] Time, 900 / 1, ["刻钟" "刻鐘"], [];
    ["hour" "hours"] Time, 3600 / 1, ["小时" "小時" "个小时" "個小時" "钟头" "个钟头"], ["hour" "hours" "hr" "hrs"];
    ["day" "days"] Time, 86400 / 1, ["天"], ["day" "days"];
    ["week" "weeks"] Time, 604800 / 1, ["周" "週" "星期" "个星期" "個星期" "礼拜" "个礼拜"], ["week" "weeks"];
    ["fortnight" "fortnights"] Time, 1209600 / 1, [], ["fortnight" "fortnights"];
    ["month" "months"] Calendar, 1 / 1, ["个月" "個月"], ["month" "months"];
    ["quarter" "quarters"] Calendar, 3 / 1, ["季度" "个季度" "個季度"], [];
    ["year" "years"] Calendar, 12 / 1, ["年" "载" "周年" "岁" "歲" "周岁"], ["year" "years" "yr" "yrs" "year-old" "year-olds"];
    ["decade" "decades"] Calendar, 120 / 1, ["旬"], ["decade" "decades"];
    ["century" "centuries"] Calendar, 1200 / 1, ["个世纪" "個世紀"], ["century" "centuries"];
    ["millennium" "millennia"] Calendar, 12000 / 1, ["千年期"], ["millennium" "millennia" "millenniums"];
    ["USD" "USD"] Currency("USD"), 1 / 1, ["美元" "美金" "刀"], ["dollar" "dollars" "usd" "bucks"];
    ["USD cent" "USD cents"] Currency("USD"), 1 / 100, ["美分"], ["cent" "cents"];
    ["CNY" "CNY"] Currency("CNY"), 1 / 1, ["元" "块" "块钱" "塊" "圆" "人民币" "元人民币"], ["yuan" "rmb" "renminbi" "cny" "kuai"];
    ["CNY jiao" "CNY jiao"] Currency("CNY"), 1 / 10, ["角" "毛" "毛钱"], ["jiao" "mao"];
    ["CNY fen" "CNY fen"] Currency("CNY"), 1 / 100, ["分钱"], ["fen"];
    ["EUR" "EUR"] Currency("EUR"), 1 / 1, ["欧元" "歐元"], ["euro" "euros" "eur"];
    ["GBP" "GBP"] Currency("GBP"), 1 / 1, ["英镑" "英鎊"], ["gbp" "sterling"];
    ["JPY" "JPY"] Currency("JPY"), 1 / 1, ["日元" "日圆" "日圓"], ["yen" "jpy"];
    ["HKD" "HKD"] Currency("HKD"), 1 / 1, ["港元" "港币" "港幣"], ["hkd"];
    ["HKD cent" "HKD cents"] Currency("HKD"), 1 / 100, ["港仙"], [];
    ["TWD" "TWD"] Currency("TWD"), 1 / 1, ["新台币" "台币"], ["twd"];
    ["KRW" "KRW"] Currency("KRW"), 1 / 1, ["韩元"], ["won" "krw"];
    ["INR" "INR"] Currency("INR"), 1 / 1, ["卢比"], ["rupee" "rupees" "inr"];
    ["AUD" "AUD"] Currency("AUD"), 1 / 1, ["澳元" "澳大利亚元"], ["aud"];
    ["CAD" "CAD"] Currency("CAD"), 1 / 1, ["加元" "加拿大元"], ["cad"];
    ["SGD" "SGD"] Currency("SGD"), 1 / 1, ["新加坡元" "新元" "坡币"], ["sgd"];
    ["NZD" "NZD"] Currency("NZD"), 1 / 1, ["新西兰元" "纽元"], ["nzd"];
    ["RUB" "RUB"] Currency("RUB"), 1 / 1, ["卢布"], ["ruble" "rubles" "rouble" "roubles" "rub"];
    ["THB" "THB"] Currency("THB"), 1 / 1, ["泰铢"], ["baht" "thb"];
    ["BRL" "BRL"] Currency("BRL"), 1 / 1, ["雷亚尔"], ["reais" "brl"];
    ["TRY" "TRY"] Currency("TRY"), 1 / 1, ["里拉" "土耳其里拉"], ["lira" "liras"];
    ["VND" "VND"] Currency("VND"), 1 / 1, ["越南盾"], ["dong" "vnd"];
    ["IDR" "IDR"] Currency("IDR"), 1 / 1, ["印尼盾" "印尼卢比"], ["rupiah" "idr"];
    ["MXN" "MXN"] Currency("MXN"), 1 / 1, ["比索" "墨西哥比索"], ["peso" "pesos" "mxn"];
    ["NGN" "NGN"] Currency("NGN"), 1 / 1, ["奈拉"], ["naira" "ngn"];
    ["BTC" "BTC"] Currency("BTC"), 1 / 1, ["比特币" "个比特币" "枚比特币"], ["bitcoin" "bitcoins" "btc"];
    ["CHF" "CHF"] Currency("CHF"), 1 / 1, ["瑞士法郎"], ["chf"];
    ["nanometre" "nanometres"] Length, 1 / 1000000000, ["纳米"], ["nanometer" "nanometers" "nanometre" "nanometres" "nm"];
    ["micrometre" "micrometres"] Length, 1 / 1000000, ["微米"], ["micrometer" "micrometers" "micrometre" "micrometres" "micron" "microns" "μm" "µm"];
    ["millimetre" "millimetres"] Length, 1 / 1000, ["毫米" "公厘"], ["millimeter" "millimeters" "millimetre" "millimetres" "mm"];
    ["centimetre" "centimetres"] Length, 1 / 100, ["厘米" "公分"], ["centimeter" "centimeters" "centimetre" "centimetres" "cm"];
    ["metre" "metres"] Length, 1 / 1, ["米" "公尺"], ["meter" "meters" "metre" "metres"];
    ["kilometre" "kilometres"] Length, 1000 / 1, ["公里" "千米"], ["kilometer" "kilometers" "kilometre" "kilometres" "km"];
    ["chi" "chi"] Length, 1 / 3, ["尺"], ["chi"];
    ["cun" "cun"] Length, 1 / 30, ["寸"], ["cun"];
    ["zhang" "zhang"] Length, 10 / 3, ["丈"], ["zhang"];
    ["li" "li"] Length, 500 / 1, ["里" "里地" "华里"], ["li"];
    ["mile" "miles"] Length, 1609344 / 1000, ["英里"], ["mile" "miles" "mph"];
    ["foot" "feet"] Length, 3048 / 10000, ["英尺"], ["foot" "feet" "ft"];
    ["inch" "inches"] Length, 254 / 10000, ["英寸"], ["inch" "inches"];
    ["light-year" "light-years"] Length, 9460730472580800 / 1, ["光年"], ["light-year" "light-years"];
    ["nautical mile" "nautical miles"] Length, 1852 / 1, ["海里"], ["nautical mile" "nautical miles"];
    ["yard" "yards"] Length, 9144 / 10000, ["码"], ["yard" "yards"];
    ["microgram" "micrograms"] Mass, 1 / 1000000000, ["微克"], ["microgram" "micrograms" "mcg" "μg" "µg"];
    ["milligram" "milligrams"] Mass, 1 / 1000000, ["毫克"], ["milligram" "milligrams" "mg"];
    ["gram" "grams"] Mass, 1 / 1000, ["克"], ["gram" "grams"];
    ["kilogram" "kilograms"] Mass, 1 / 1, ["公斤" "千克"], ["kilogram" "kilograms" "kg" "kilo" "kilos"];
    ["liang" "liang"] Mass, 1 / 20, ["两" "兩"], ["liang" "tael" "taels"];
    ["jin" "jin"] Mass, 1 / 2, ["斤"], ["jin" "catty" "catties"];
    ["tonne" "tonnes"] Mass, 1000 / 1, ["吨" "噸" "公吨"], ["ton" "tons" "tonne" "tonnes"];
    ["pound" "pounds"] Mass, 45359237 / 100000000, ["磅"], ["pound" "pounds" "lb" "lbs"];
    ["ounce" "ounces"] Mass, 45359237 / 1600000000, ["盎司"], ["ounce" "ounces" "oz"];
    ["square metre" "square metres"] Area, 1 / 1, ["平方米" "平米"], ["square meter" "square meters" "square metre" "square metres" "sqm"];
    ["square centimetre" "square centimetres"] Area, 1 / 10000, ["平方厘米"], ["square centimeter" "square centimeters" "square centimetre" "square centimetres"];
    ["square millimetre" "square millimetres"] Area, 1 / 1000000, ["平方毫米"], ["square millimeter" "square millimeters" "square millimetre" "square millimetres"];
    ["mu" "mu"] Area, 2000 / 3, ["亩" "畝"], ["mu"];
    ["hectare" "hectares"] Area, 10000 / 1, ["公顷"], ["hectare" "hectares" "ha"];
    ["square kilometre" "square kilometres"] Area, 1000000 / 1, ["平方公里" "平方千米"], ["square kilometer" "square kilometers" "square kilometre" "square kilometres"];
    ["square mile" "square miles"] Area, 2589988110336 / 1000000, ["平方英里"], ["square mile" "square miles"];
    ["square foot" "square feet"] Area, 9290304 / 100000000, ["平方英尺"], ["square foot" "square feet"];
    ["acre" "acres"] Area, 40468564224 / 10000000, ["英亩"], ["acre" "acres"];
    ["millilitre" "millilitres"] Volume, 1 / 1000, ["毫升"], ["milliliter" "milliliters" "millilitre" "millilitres" "ml"];
    ["tablespoon" "tablespoons"] Volume, 15 / 1000, ["汤匙" "湯匙" "大匙"], ["tablespoon" "tablespoons" "tbsp"];
    ["teaspoon" "teaspoons"] Volume, 5 / 1000, ["茶匙" "小匙"], ["teaspoon" "teaspoons" "tsp"];
    ["litre" "litres"] Volume, 1 / 1, ["升" "公升"], ["liter" "liters" "litre" "litres"];
    ["cubic metre" "cubic metres"] Volume, 1000 / 1, ["立方米"], ["cubic meter" "cubic meters" "cubic metre" "cubic metres"];
    ["cubic centimetre" "cubic centimetres"] Volume, 1 / 1000, ["立方厘米"], ["cubic centimeter" "cubic centimeters" "cubic centimetre" "cubic centimetres"];
    ["cubic millimetre" "cubic millimetres"] Volume, 1 / 1000000, ["立方毫米"], ["cubic millimeter" "cubic millimeters" "cubic millimetre" "cubic millimetres"];
    ["cubic kilometre" "cubic kilometres"] Volume, 1000000000000 / 1, ["立方公里" "立方千米"], ["cubic kilometer" "cubic kilometers" "cubic kilometre" "cubic kilometres"];
    ["cubic foot" "cubic feet"] Volume, 28316846592 / 1000000000, ["立方英尺"], ["cubic foot" "cubic feet"];
    ["gallon" "gallons"] Volume, 3785411784 / 1000000000, ["加仑"], ["gallon" "gallons"];
    ["watt" "watts"] Power, 1 / 1, ["瓦" "瓦特"], ["watt" "watts"];
    ["kilowatt" "kilowatts"] Power, 1000 / 1, ["千瓦"], ["kilowatt" "kilowatts" "kw"];
    ["megawatt" "megawatts"] Power, 1000000 / 1, ["兆瓦"], ["megawatt" "megawatts" "mw"];
    ["gigawatt" "gigawatts"] Power, 1000000000 / 1, ["吉瓦"], ["gigawatt" "gigawatts" "gw"];
    ["terawatt" "terawatts"] Power, 1000000000000 / 1, ["太瓦"], ["terawatt" "terawatts" "tw"];
    ["watt-hour" "watt-hours"] Energy, 1 / 1, ["瓦时"], ["watt-hour" "watt-hours" "wh"];
    ["kilowatt-hour" "kilowatt-hours"] Energy, 1000 / 1, ["度电" "千瓦时" "千瓦小时"], ["kilowatt-hour" "kilowatt-hours" "kwh"];
    ["megawatt-hour" "megawatt-hours"] Energy, 1000000 / 1, ["兆瓦时"], ["megawatt-hour" "megawatt-hours" "mwh"];
    ["gigawatt-hour" "gigawatt-hours"] Energy, 1000000000 / 1, ["吉瓦时"], ["gigawatt-hour" "gigawatt-hours" "gwh"];
    ["terawatt-hour" "terawatt-hours"] Energy, 1000000000000 / 1, ["太瓦时"], ["terawatt-hour" "terawatt-hours" "twh"];
    ["degree" "degrees"] Degree, 1 / 1, ["度" "摄氏度" "°C" "℃"], ["degree" "degrees" "°c"];
    ["degree Fahrenheit" "degrees Fahrenheit"] Fahrenheit, 1 / 1, ["华氏度" "°F" "℉"], ["°f"];
    ["basis point" "basis points"] Share, 1 / 100, ["个基点" "個基點" "基点" "基點"], ["basis point" "basis points" "bp" "bps"];
    ["order of magnitude" "orders of magnitude"] Magnitude, 1 / 1, ["数量级" "个数量级" "個數量級"], [];
];

/// The power of ten of an abbreviation such as MB or GHz at the start of `text`, and its length. What
/// is counted, bytes or cycles, is left to the words around it.
pub(super) fn abbreviated(text: &str) -> Option<(u32, usize)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (prefix, base) = text[..letters].split_at_checked(1)?;
    let exponent = match prefix {
        "k" | "K" => 3,
        "M" => 6,
        "G" => 9,
        "T" => 12,
        "P" => 15,
        _ => return None,
    };
    matches!(base, "B" | "b" | "Hz" | "bps" | "bit" | "bits").then_some((exponent, letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_wins() {
        let name =
            |text: &str| Unit::starting_zh(text).map(|(unit, length)| (unit.name(true), length));
        assert_eq!(name("年前"), Some(("years", 3)));
        assert_eq!(name("个小时"), Some(("hours", 9)));
        assert_eq!(name("平方公里"), Some(("square kilometres", 12)));
        assert_eq!(name("人"), None);
    }
}
