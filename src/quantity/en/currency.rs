//! Money: the signs and codes before an amount.

use super::reader::Reader;
use super::token::Class;
use crate::quantity::Unit;

/// Codes that may stand before an amount.
const CODES: &[&str] = &["us", "usd", "eur", "rmb", "cny", "gbp", "jpy", "hkd", "twd"];

impl Reader<'_> {
    /// The currency that a sign at `at` stands for, and the token behind it.
    pub(super) fn currency_sign(&self, at: usize) -> (Option<Unit>, usize) {
        let found = self.sign_with_letters(at).or_else(|| self.sign(at)).or_else(|| self.code(at));
        found.map_or((None, at), |(unit, next)| (Some(unit), next))
    }

    /// HK$100, CN¥100
    fn sign_with_letters(&self, at: usize) -> Option<(Unit, usize)> {
        let (letters, sign) = (self.token(at)?, self.token(at + 1)?);
        // HK18 cents
        if letters.text == "HK" && sign.class == Class::Number && !sign.spaced {
            let cents = self.is_any(at + 2, &["cent", "cents"]);
            return cents.then(|| Some((Unit::named("HKD cent")?, at + 1)))?;
        }
        let unit = match sign.text {
            "$" if !sign.spaced => Unit::dollar(letters.text),
            "¥" | "￥" if letters.text == "CN" => Unit::named("CNY"),
            _ => None,
        };
        Some((unit?, at + 2))
    }

    fn sign(&self, at: usize) -> Option<(Unit, usize)> {
        let name = match self.token(at)?.text {
            "$" => "USD",
            "€" => "EUR",
            "£" => "GBP",
            "¥" | "￥" => "CNY",
            _ => return None,
        };
        Some((Unit::named(name)?, at + 1))
    }

    /// USD 5, US$5, and no "us 5".
    fn code(&self, at: usize) -> Option<(Unit, usize)> {
        let code = self.token(at).filter(|code| code.is_any(CODES))?;
        let sign = self.is(at + 1, "$");
        let next = at + if sign { 2 } else { 1 };
        self.token(next).filter(|next| next.class == Class::Number)?;
        let unit = match sign {
            true => Unit::named("USD"),
            false if code.is("us") => None,
            false => Unit::of_any_case(code.text),
        };
        Some((unit?, next))
    }
}
