//! What one side says and the other works out: the share that remains, the year so many years on, the first months of a
//! year, a dilution.

use super::super::interval::{Interval, Value, sum, whole};
use super::super::{Kind, Quantity, Unit, digits};
use super::item::Item;
use super::left::share;
use super::mentions::Mentions;

/// Whether an English share is what those before it leave of the whole: 三成、六成，余款 as "the remaining 10%".
pub(super) fn is_the_share_that_remains(en: &Item<'_>, all: &[Item<'_>]) -> bool {
    const REST: &[&str] = &["remaining", "the other", "the rest", "left", "balance of"];
    let before = en.before().trim_end();
    let Some(own) = exact_share(en).filter(|_| REST.iter().any(|word| before.ends_with(word)))
    else {
        return false;
    };
    // One of them, or several in a row.
    let shares = all.iter().rev().filter(|other| other.place < en.place).filter_map(exact_share);
    let mut total = Some(own);
    let mut totals = shares.map(|share| {
        total = total.and_then(|total| sum(total, share));
        total
    });
    totals.any(|total| total == Some(Value::ONE))
}

/// Whether the English calls "the rest" what the Chinese share makes whole with another: 三分之二……，剩下的三分之一.
pub(super) fn is_called_the_rest(zh: &Item<'_>, own: &[Item<'_>], en: &Mentions<'_>) -> bool {
    const REST: &[&str] =
        &["the rest", "The rest", "the others", "The others", "the remainder", "The remainder"];
    const REST_ZH: &[&str] =
        &["剩下的", "其余的", "其余", "余下的", "剩余的", "剩余", "另外的", "另外", "另"];
    let before = zh.before().trim_end_matches(['近', '约']);
    let makes_whole = |rest: Value| {
        own.iter().filter_map(exact_share).any(|other| sum(rest, other) == Some(Value::ONE))
    };
    REST_ZH.iter().any(|word| before.ends_with(word))
        && en.says_any(REST)
        && exact_share(zh).is_some_and(makes_whole)
}

fn exact_share(item: &Item<'_>) -> Option<Value> {
    share(item)?.exact()
}

/// Whether a Chinese length of time leads from one year to another, and the English has both: 一九三五年，十二年后 as "in 1935 … in
/// 1947".
pub(super) fn leads_to_a_year(zh: &Item<'_>, own: &[Item<'_>], others: &[Item<'_>]) -> bool {
    let behind = zh.behind();
    let sign = match () {
        () if behind.starts_with('后') || behind.starts_with("之后") => 1,
        () if behind.starts_with('前') || behind.starts_with("之前") => -1,
        () => return false,
    };
    let years = zh.quantity.value.exact().filter(|_| is_in(zh.quantity, "year"));
    let year =
        |item: &Item<'_>| item.quantity.value.exact().filter(|_| item.quantity.kind == Kind::Year);
    let is_told = |wanted: Value| others.iter().any(|other| year(other) == Some(wanted));
    years.is_some_and(|years| {
        own.iter()
            .filter_map(year)
            .any(|start| sum(start, years * whole(sign)).is_some_and(is_told))
    })
}

/// How many months the Chinese counts from the beginning of the year: 头两个月, 前五个月.
fn first_months(zh: &Item<'_>) -> Option<Value> {
    let first = zh.before().ends_with(['头', '前', '首']);
    zh.quantity.value.exact().filter(|_| first && is_in(zh.quantity, "month"))
}

fn is_month(item: &Item<'_>, month: Value) -> bool {
    item.quantity.kind == Kind::Month && item.quantity.value == Interval::point(month)
}

/// Whether the English names the first month and the last of those that the Chinese counts.
pub(super) fn is_told_by_its_months(zh: &Item<'_>, others: &[Item<'_>]) -> bool {
    first_months(zh).is_some_and(|last| {
        [whole(1), last].iter().all(|&month| others.iter().any(|en| is_month(en, month)))
    })
}

/// Whether an English month is the first or the last of those that the Chinese counts, and the other stands there, too.
pub(super) fn is_of_the_first_months(en: &Item<'_>, all: &[Item<'_>], others: &[Item<'_>]) -> bool {
    others.iter().any(|zh| {
        is_told_by_its_months(zh, all)
            && first_months(zh).is_some_and(|last| is_month(en, whole(1)) || is_month(en, last))
    })
}

/// Whether an English 1 is that of "1:1000" or "1:1": 稀释一千倍, 一对一.
pub(super) fn is_one_to(en: &Item<'_>, others: &[Item<'_>], one_to_one: bool) -> bool {
    if !en.quantity.value.is_one() || en.quoted() != "1" {
        return false;
    }
    let to = en.behind().strip_prefix(':').and_then(digits::number).map(|(to, _)| to);
    let of_one = en.before().ends_with("1:");
    one_to_one && (of_one || to == Some(whole(1)))
        || to.is_some_and(|to| {
            let is_so_many = |zh: &Item<'_>| {
                zh.quantity.kind == Kind::Multiple && zh.quantity.value == Interval::point(to)
            };
            others.iter().any(is_so_many)
        })
}

fn is_in(quantity: &Quantity, unit: &str) -> bool {
    quantity.kind == Kind::Duration && quantity.unit == Unit::named(unit)
}
