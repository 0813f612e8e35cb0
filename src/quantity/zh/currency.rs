//! Money: the signs and names before an amount.

use std::sync::LazyLock;

use crate::quantity::Unit;
use crate::text::CharacterSet;

/// Signs and names of currencies that stand before the amount.
const CURRENCIES: &[(&str, &str)] = &[
    ("$", "USD"),
    ("＄", "USD"),
    ("￥", "CNY"),
    ("¥", "CNY"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("人民币", "CNY"),
    ("新台币", "TWD"),
    ("台币", "TWD"),
    ("港币", "HKD"),
    ("美金", "USD"),
    ("欧元", "EUR"),
    ("英镑", "GBP"),
    ("日元", "JPY"),
];

static LAST_OF_CURRENCIES: LazyLock<CharacterSet> =
    LazyLock::new(|| CURRENCIES.iter().filter_map(|(sign, _)| sign.chars().next_back()).collect());

/// A currency sign or name right before a numeral.
pub(super) fn currency_before(before: &str) -> Option<Unit> {
    let before = before.trim_end();
    if !before.ends_with(|c| LAST_OF_CURRENCIES.holds(c)) {
        return None;
    }
    // HK$500
    if let Some(lead) = before.strip_suffix('$') {
        let letters = &lead[lead.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len()..];
        if let Some(dollar) = Unit::dollar(letters) {
            return Some(dollar);
        }
    }
    let (_, name) = CURRENCIES.iter().find(|(sign, _)| before.ends_with(sign))?;
    Unit::named(name)
}
