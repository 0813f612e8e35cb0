//! The units, with what they are called in both languages and how large they are.

use super::{Dimension, Row};

/// Units in letters, in the case in which they are written.
pub(super) const ABBREVIATIONS: &[(&str, &str)] = &[
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
    ("Pa", "pascal"),
    ("hPa", "hectopascal"),
    ("kPa", "kilopascal"),
    ("KPa", "kilopascal"),
    ("MPa", "megapascal"),
    ("Mpa", "megapascal"),
    ("GPa", "gigapascal"),
    ("mmHg", "millimetre of mercury"),
    ("V", "volt"),
    ("mV", "millivolt"),
    ("kV", "kilovolt"),
    ("KV", "kilovolt"),
    ("mA", "milliampere"),
    ("mAh", "milliampere-hour"),
    ("kJ", "kilojoule"),
    ("KJ", "kilojoule"),
    ("MJ", "megajoule"),
    ("kcal", "kilocalorie"),
    ("eV", "electronvolt"),
    ("keV", "kiloelectronvolt"),
    ("MeV", "megaelectronvolt"),
    ("GeV", "gigaelectronvolt"),
    ("dB", "decibel"),
];

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
    Area, Calendar, Charge, Currency, Current, Degree, Energy, Fahrenheit, Heat, Length, Magnitude,
    Mass, Particle, Power, Pressure, Share, Sound, Time, Voltage, Volume,
};

pub(super) static UNITS: &[Row] = units![
    ["attosecond" "attoseconds"] Time, 1 / 1000000000000000000, ["阿秒"], ["attosecond" "attoseconds"];
    ["femtosecond" "femtoseconds"] Time, 1 / 1000000000000000, ["飞秒"], ["femtosecond" "femtoseconds" "fs"];
    ["picosecond" "picoseconds"] Time, 1 / 1000000000000, ["皮秒"], ["picosecond" "picoseconds" "ps"];
    ["nanosecond" "nanoseconds"] Time, 1 / 1000000000, ["纳秒"], ["nanosecond" "nanoseconds" "ns"];
    ["microsecond" "microseconds"] Time, 1 / 1000000, ["微秒"], ["microsecond" "microseconds" "μs" "µs"];
    ["millisecond" "milliseconds"] Time, 1 / 1000, ["毫秒"], ["millisecond" "milliseconds" "ms" "msec"];
    ["second" "seconds"] Time, 1 / 1, ["秒" "秒钟"], ["second" "seconds" "sec" "secs"];
    ["minute" "minutes"] Time, 60 / 1, ["分钟"], ["minute" "minutes" "min" "mins"];
    ["quarter of an hour" "quarters of an hour"] Time, 900 / 1, ["刻钟"], [];
    ["hour" "hours"] Time, 3600 / 1, ["小时" "个小时" "钟头" "个钟头"], ["hour" "hours" "hr" "hrs"];
    ["day" "days"] Time, 86400 / 1, ["天"], ["day" "days"];
    ["week" "weeks"] Time, 604800 / 1, ["周" "星期" "个星期" "礼拜" "个礼拜"], ["week" "weeks"];
    ["fortnight" "fortnights"] Time, 1209600 / 1, [], ["fortnight" "fortnights"];
    ["month" "months"] Calendar, 1 / 1, ["个月"], ["month" "months"];
    ["quarter" "quarters"] Calendar, 3 / 1, ["季度" "个季度"], [];
    ["year" "years"] Calendar, 12 / 1, ["年" "载" "周年" "岁" "周岁"], ["year" "years" "yr" "yrs" "year-old" "year-olds"];
    ["decade" "decades"] Calendar, 120 / 1, ["旬"], ["decade" "decades"];
    ["century" "centuries"] Calendar, 1200 / 1, ["个世纪"], ["century" "centuries"];
    ["millennium" "millennia"] Calendar, 12000 / 1, ["千年期"], ["millennium" "millennia" "millenniums"];
    ["USD" "USD"] Currency("USD"), 1 / 1, ["美元" "美金" "刀"], ["dollar" "dollars" "usd" "bucks"];
    ["USD cent" "USD cents"] Currency("USD"), 1 / 100, ["美分"], ["cent" "cents"];
    ["dime" "dimes"] Currency("USD"), 1 / 10, [], ["dime" "dimes"];
    ["CNY" "CNY"] Currency("CNY"), 1 / 1, ["元" "块" "块钱" "圆" "人民币" "元人民币"], ["yuan" "rmb" "renminbi" "cny" "kuai"];
    ["CNY jiao" "CNY jiao"] Currency("CNY"), 1 / 10, ["角" "毛" "毛钱"], ["jiao" "mao"];
    ["CNY fen" "CNY fen"] Currency("CNY"), 1 / 100, ["分钱"], ["fen"];
    ["EUR" "EUR"] Currency("EUR"), 1 / 1, ["欧元"], ["euro" "euros" "eur"];
    ["GBP" "GBP"] Currency("GBP"), 1 / 1, ["英镑" "镑"], ["gbp" "sterling" "quid"];
    ["GBP cent" "GBP cents"] Currency("GBP"), 1 / 100, ["便士"], ["pence" "penny" "pennies"];
    ["shilling" "shillings"] Currency("GBP"), 1 / 20, ["先令"], ["shilling" "shillings"];
    ["EUR cent" "EUR cents"] Currency("EUR"), 1 / 100, ["欧分"], [];
    ["JPY" "JPY"] Currency("JPY"), 1 / 1, ["日元" "日圆"], ["yen" "jpy"];
    ["HKD" "HKD"] Currency("HKD"), 1 / 1, ["港元" "港币"], ["hkd"];
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
    ["liang" "liang"] Mass, 1 / 20, ["两"], ["liang" "tael" "taels"];
    ["jin" "jin"] Mass, 1 / 2, ["斤"], ["jin" "catty" "catties"];
    ["tonne" "tonnes"] Mass, 1000 / 1, ["吨" "公吨"], ["ton" "tons" "tonne" "tonnes"];
    ["pound" "pounds"] Mass, 45359237 / 100000000, ["磅"], ["pound" "pounds" "lb" "lbs"];
    ["ounce" "ounces"] Mass, 45359237 / 1600000000, ["盎司"], ["ounce" "ounces" "oz"];
    ["square metre" "square metres"] Area, 1 / 1, ["平方米" "平米"], ["square meter" "square meters" "square metre" "square metres" "sqm"];
    ["square centimetre" "square centimetres"] Area, 1 / 10000, ["平方厘米"], ["square centimeter" "square centimeters" "square centimetre" "square centimetres"];
    ["square millimetre" "square millimetres"] Area, 1 / 1000000, ["平方毫米"], ["square millimeter" "square millimeters" "square millimetre" "square millimetres"];
    ["mu" "mu"] Area, 2000 / 3, ["亩"], ["mu"];
    ["hectare" "hectares"] Area, 10000 / 1, ["公顷"], ["hectare" "hectares" "ha"];
    ["square kilometre" "square kilometres"] Area, 1000000 / 1, ["平方公里" "平方千米"], ["square kilometer" "square kilometers" "square kilometre" "square kilometres"];
    ["square mile" "square miles"] Area, 2589988110336 / 1000000, ["平方英里"], ["square mile" "square miles"];
    ["square foot" "square feet"] Area, 9290304 / 100000000, ["平方英尺"], ["square foot" "square feet"];
    ["acre" "acres"] Area, 40468564224 / 10000000, ["英亩"], ["acre" "acres"];
    ["millilitre" "millilitres"] Volume, 1 / 1000, ["毫升"], ["milliliter" "milliliters" "millilitre" "millilitres" "ml"];
    ["tablespoon" "tablespoons"] Volume, 15 / 1000, ["汤匙" "大匙"], ["tablespoon" "tablespoons" "tbsp"];
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
    // Pressure, in pascals.
    ["pascal" "pascals"] Pressure, 1 / 1, ["帕" "帕斯卡"], ["pascal" "pascals"];
    ["hectopascal" "hectopascals"] Pressure, 100 / 1, ["百帕"], ["hectopascal" "hectopascals" "hpa"];
    ["kilopascal" "kilopascals"] Pressure, 1000 / 1, ["千帕"], ["kilopascal" "kilopascals" "kpa"];
    ["megapascal" "megapascals"] Pressure, 1000000 / 1, ["兆帕"], ["megapascal" "megapascals" "mpa"];
    ["gigapascal" "gigapascals"] Pressure, 1000000000 / 1, ["吉帕"], ["gigapascal" "gigapascals" "gpa"];
    ["millimetre of mercury" "millimetres of mercury"] Pressure, 133322 / 1000, ["毫米汞柱"], ["mmhg"];
    ["volt" "volts"] Voltage, 1 / 1, ["伏" "伏特"], ["volt" "volts"];
    ["millivolt" "millivolts"] Voltage, 1 / 1000, ["毫伏"], ["millivolt" "millivolts"];
    ["kilovolt" "kilovolts"] Voltage, 1000 / 1, ["千伏"], ["kilovolt" "kilovolts" "kv"];
    ["ampere" "amperes"] Current, 1 / 1, ["安培"], ["ampere" "amperes" "amp" "amps"];
    ["milliampere" "milliamperes"] Current, 1 / 1000, ["毫安"], ["milliampere" "milliamperes" "milliamp" "milliamps"];
    ["milliampere-hour" "milliampere-hours"] Charge, 1 / 1, ["毫安时"], ["mah"];
    ["joule" "joules"] Heat, 1 / 1, ["焦耳"], ["joule" "joules"];
    ["kilojoule" "kilojoules"] Heat, 1000 / 1, ["千焦"], ["kilojoule" "kilojoules" "kj"];
    ["megajoule" "megajoules"] Heat, 1000000 / 1, ["兆焦"], ["megajoule" "megajoules"];
    // What food gives is told in kilocalories, whatever they are called.
    ["kilocalorie" "kilocalories"] Heat, 4184 / 1, ["大卡" "千卡" "卡路里"], ["kilocalorie" "kilocalories" "kcal" "kcals" "calorie" "calories"];
    ["electronvolt" "electronvolts"] Particle, 1 / 1, ["电子伏" "电子伏特"], ["electronvolt" "electronvolts"];
    ["kiloelectronvolt" "kiloelectronvolts"] Particle, 1000 / 1, ["千电子伏" "千电子伏特"], [];
    ["megaelectronvolt" "megaelectronvolts"] Particle, 1000000 / 1, ["兆电子伏" "兆电子伏特"], [];
    ["gigaelectronvolt" "gigaelectronvolts"] Particle, 1000000000 / 1, ["吉电子伏" "吉电子伏特"], [];
    ["decibel" "decibels"] Sound, 1 / 1, ["分贝"], ["decibel" "decibels"];
    ["carat" "carats"] Mass, 1 / 5000, ["克拉"], ["carat" "carats"];
    ["degree" "degrees"] Degree, 1 / 1, ["度" "摄氏度" "°C" "℃"], ["degree" "degrees" "°c"];
    ["degree Fahrenheit" "degrees Fahrenheit"] Fahrenheit, 1 / 1, ["华氏度" "°F" "℉"], ["°f"];
    ["basis point" "basis points"] Share, 1 / 100, ["个基点" "基点"], ["basis point" "basis points" "bp" "bps"];
    ["order of magnitude" "orders of magnitude"] Magnitude, 1 / 1, ["数量级" "个数量级"], [];
];
