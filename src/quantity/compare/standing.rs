//! Whether a quantity that found no equal on the other side needs one: it may be said there in other words, once for
//! two times here, or in the link next door.

use super::super::interval::{Interval, Value, sum, whole};
use super::super::{Kind, Quantity};
use super::agree::{Agreement, agreement};
use super::counts::{names_first_year, year_of_reign};
use super::derived::{
    is_called_the_rest, is_of_the_first_months, is_one_to, is_the_share_that_remains,
    is_told_by_its_months, leads_to_a_year,
};
use super::gloss::glosses;
use super::implied::{
    is_a_score, is_named_by_a_word, is_of_a_split, is_one_of_each, is_one_round, is_said_in_a_word,
    measures_a_container,
};
use super::item::Item;
use super::mentions::Mentions;
use super::named::{is_named, is_open_on_other_days};
use super::otherwise::{
    ends_a_part_of_the_year, ends_the_decade, explains_statistics, is_a_difference,
    is_a_name_written_otherwise, is_of_most_times, is_so_many_minutes_to, is_the_rest,
    is_the_year_of_the_games, is_told_by_the_calendar, is_told_from_today,
};
use super::pairing::Pairing;
use super::said::is_bottom_of_ratio;
use super::written::{
    is_a_scale_of_what_is_filled_in, is_an_article, is_of_dots, is_written_otherwise,
};
use super::{QuantityAt, Sides};
use crate::text::Side;

/// How far inside its parentheses a day or a month of a date may start, in bytes.
const LONGEST_DATE: usize = 200;

/// Whether a quantity asks for a counterpart of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It does, and has none yet.
    Free,
    /// The other side may say it once for two times here.
    Repeated,
    /// It says the one before it in another unit.
    Gloss,
    /// It has its counterpart.
    Said,
}

/// How each quantity of `side` stands, after `pairing` has settled what says the same. `next_door` is what the other
/// side says in the links before and after.
pub(super) fn standings(
    side: Side,
    sides: &Sides<'_>,
    pairing: &Pairing,
    next_door: &[Quantity],
) -> Vec<Standing> {
    let (own, others, partners, taken) = match side {
        Side::Zh => (&sides.zh, &sides.en, &pairing.zh, &pairing.en),
        Side::En => (&sides.en, &sides.zh, &pairing.en, &pairing.zh),
    };
    let (zh, en) = (sides.zh_texts, sides.en_texts);
    let copied = &sides.copied[side as usize];
    let around = Surroundings { side, own, others, taken, next_door, zh, en, copied };
    let each = own.iter().zip(partners).map(|(item, partner)| match partner {
        Some(_) => Standing::Said,
        None => around.standing(item),
    });
    each.collect()
}

/// What stands around the quantities of one side.
pub(super) struct Surroundings<'s, 't> {
    pub(super) side: Side,
    /// All quantities of that side, and of the other.
    pub(super) own: &'s [Item<'t>],
    pub(super) others: &'s [Item<'t>],
    /// With whom each of the others was paired.
    pub(super) taken: &'s [Option<usize>],
    next_door: &'s [Quantity],
    /// Those of that side which stand in a word that the other side writes, too.
    copied: &'s [QuantityAt],
    pub(super) zh: &'s [Mentions<'t>],
    en: &'s [Mentions<'t>],
}

impl Surroundings<'_, '_> {
    /// How a quantity stands that has no partner.
    fn standing(&self, item: &Item<'_>) -> Standing {
        match () {
            () if self.says(item) => Standing::Said,
            () if glosses(item, self.own) => Standing::Gloss,
            () if self.repeats(item) => Standing::Repeated,
            () => Standing::Free,
        }
    }

    /// Whether the other side says the quantity in another way, or in a link next door.
    fn says(&self, item: &Item<'_>) -> bool {
        self.copied.contains(&item.place)
            || self.has_both_ends(item)
            || self.ends_a_range(item)
            || (ends_month(item) && self.others.iter().any(says_end))
            || is_so_many_years_on(item, self.others)
            || self.is_told_by_a_multiple(item)
            || self.is_a_share_worked_out(item)
            || is_a_difference(item, self.others, self.taken)
            || self.side == Side::Zh
                && (self.others.iter().any(|en| is_bottom_of_ratio(item, en))
                    || is_told_by_its_months(item, self.others)
                    || leads_to_a_year(item, self.own, self.others))
            || self.is_the_year_of_a_reign(item)
            || self.glosses_a_reign(item)
            || self.side == Side::En
                && (is_a_score(item, self.others)
                    || is_the_share_that_remains(item, self.own)
                    || is_of_the_first_months(item, self.own, self.others)
                    || is_one_to(item, self.others, self.zh.iter().any(|zh| zh.says("一对一")))
                    || self.is_half_price(item)
                    || self.is_told_by_both_amounts(item))
            || self.zh.iter().any(|zh| self.is_told_by(item, zh))
            || match self.side {
                Side::Zh => self.en.iter().any(|en| {
                    is_told_by_the_calendar(item, self.others, self.taken, en)
                        || is_the_rest(item, self.others, en)
                        || is_called_the_rest(item, self.own, en)
                        || is_so_many_minutes_to(item, en)
                        || is_a_name_written_otherwise(item, en)
                        || ends_the_decade(item, en)
                        || is_said_in_a_word(item, en)
                        || is_of_dots(item, self.others, en)
                        || is_a_scale_of_what_is_filled_in(item, self.others, en)
                        || is_an_article(item, en)
                }),
                Side::En => self.zh.iter().any(|zh| is_told_from_today(item, self.others, zh)),
            }
            || self.is_written_otherwise(item)
            || self.stands_next_door(item)
    }

    /// Whether the other side has the digits in a name, a code or dimensions.
    fn is_written_otherwise(&self, item: &Item<'_>) -> bool {
        let (own, texts) = match self.side {
            Side::Zh => (self.zh, self.en),
            Side::En => (self.en, self.zh),
        };
        is_written_otherwise(item, self.others, own, texts)
    }

    /// Whether a link next door says it. The 这几年 of one answers no "nine" of another.
    fn stands_next_door(&self, item: &Item<'_>) -> bool {
        let exact = item.quantity.value.is_point();
        let mut as_exact = self.next_door.iter().filter(|other| !exact || other.value.is_point());
        as_exact.any(|other| self.agrees(item, &Item::apart(other, "")))
    }

    /// Whether both ends of a range stand on the other side as two values, which is a matter of style.
    fn has_both_ends(&self, item: &Item<'_>) -> bool {
        let value = item.quantity.value;
        // "250,000 to a little over 300,000"
        let stands = |end| {
            self.others.iter().any(|other| {
                let other = other.quantity.value;
                other == Interval::point(end) || other.is_open() && other.some_end() == Some(end)
            })
        };
        !value.is_point()
            && value.low().zip(value.high()).is_some_and(|(low, high)| stands(low) && stands(high))
    }

    /// Whether the item is one end of a range of the other side, whose other end stands here as well.
    fn ends_a_range(&self, item: &Item<'_>) -> bool {
        let value = item.quantity.value;
        let is = |value: Interval, end| {
            value == Interval::point(end) || value.is_open() && value.some_end() == Some(end)
        };
        let stands = |end| self.own.iter().any(|own| is(own.quantity.value, end));
        let ranges = self.others.iter().map(|other| other.quantity).filter(|other| {
            !other.value.is_point()
                && (other.kind == item.quantity.kind
                    || [other.kind, item.quantity.kind].contains(&Kind::Number))
        });
        let mut ends = ranges.filter_map(|range| range.value.low().zip(range.value.high()));
        ends.any(|(low, high)| (is(value, low) || is(value, high)) && stands(low) && stands(high))
    }

    /// Whether an English year is that of our era for a year of a reign: 昭和二十年 as "1945, the twentieth year of Showa".
    fn is_the_year_of_a_reign(&self, item: &Item<'_>) -> bool {
        let counts_years = match item.quantity.kind {
            Kind::Year => true,
            // "did not return until 645"
            Kind::Number => item.quantity.unit.is_none(),
            _ => false,
        };
        // "between 1405 and 1433"
        let value = item.quantity.value;
        let Some((first, last)) = value.low().zip(value.high()) else { return false };
        let is_told = |year: Value| {
            year.is_integer()
                && (self.others.iter().any(|other| year_of_reign(other) == Some(year))
                    || self.zh.iter().any(|zh| names_first_year(zh, year.to_integer())))
        };
        self.side == Side::En && counts_years && is_told(first) && is_told(last)
    }

    /// Whether an English day or month belongs to the date of our era in parentheses behind one of a reign: "the 19th
    /// day of the third lunar month of Chongzhen 17 (25 April 1644)".
    fn glosses_a_reign(&self, item: &Item<'_>) -> bool {
        let dated = matches!(item.quantity.kind, Kind::Day | Kind::Month);
        let within = |item: &Item<'_>| {
            let near = item.near_before(LONGEST_DATE);
            let open = near.rfind('(')?;
            let at = item.before().len() - near.len() + open;
            (!near[open..].contains(')')).then_some((item.place.0, at))
        };
        self.side == Side::En
            && dated
            && within(item).is_some_and(|place| {
                let beside = self.own.iter().filter(|other| within(other) == Some(place));
                beside.into_iter().any(|year| self.is_the_year_of_a_reign(year))
            })
    }

    /// Whether a word of the Chinese text says why a date stands in English, or is what it stands for.
    fn is_told_by(&self, item: &Item<'_>, zh: &Mentions<'_>) -> bool {
        let by_side = match self.side {
            Side::Zh => (self.own, self.others),
            Side::En => (self.others, self.own),
        };
        is_the_month_before(item, self.others, zh)
            || is_the_turn_of_the_century(item, zh)
            || self.side == Side::En
                && (is_named(item, zh)
                    || ends_a_part_of_the_year(item, self.own, zh)
                    || is_the_year_of_the_games(item, zh)
                    || is_of_most_times(item, zh)
                    || measures_a_container(item, zh)
                    || is_named_by_a_word(item, zh)
                    || is_one_of_each(item, zh)
                    || is_of_a_split(item, zh)
                    || is_one_round(item, zh)
                    || explains_statistics(item.quantity, zh))
            || is_open_on_other_days(item, by_side, zh)
    }

    /// Whether a quantity of the other side that has its partner says this one, too: twice on one side and once on
    /// the other is a matter of style.
    fn repeats(&self, item: &Item<'_>) -> bool {
        self.others
            .iter()
            .zip(self.taken)
            .filter(|(other, taken)| taken.is_some() && may_repeat(item.quantity, other.quantity))
            .any(|(other, _)| self.agrees(item, other) || exceeds(item, other))
    }

    fn agrees(&self, item: &Item<'_>, other: &Item<'_>) -> bool {
        let found = match self.side {
            Side::Zh => agreement(item, other),
            Side::En => agreement(other, item),
        };
        matches!(found, Agreement::Same | Agreement::Close)
    }
}

/// Whether a quantity speaks of what lies beyond a bound that English says already: 不得超过二十年，超过二十年的 against "may
/// not run for more than twenty years. Where it does".
fn exceeds(zh: &Item<'_>, en: &Item<'_>) -> bool {
    let beyond = ["超过", "超出"].iter().any(|verb| zh.before().ends_with(verb));
    beyond
        && zh.behind().starts_with('的')
        && zh.quantity.unit == en.quantity.unit
        && zh.quantity.value.low() == en.quantity.value.high()
}

/// Whether a quantity may be said once more by the other: a number may lose its unit then (62 岁,
/// "the sixty-two"), but small ones are too common for that, and a day is no count.
fn may_repeat(one: &Quantity, other: &Quantity) -> bool {
    let place = |kind| matches!(kind, Kind::Day | Kind::Month | Kind::Ordinal | Kind::Weekday);
    let large = one.value.high().is_some_and(|high| high > whole(12));
    one.kind == other.kind || (large && !place(one.kind) && !place(other.kind))
}

/// Whether a year is one of the other side and so many years that stand there: 1840 年 and 两年后 are "1842".
fn is_so_many_years_on(own: &Item<'_>, others: &[Item<'_>]) -> bool {
    let Some(year) = own.quantity.value.low().filter(|_| own.quantity.kind == Kind::Year) else {
        return false;
    };
    let of = |kind| others.iter().filter(move |other| other.quantity.kind == kind);
    of(Kind::Year).filter_map(|other| other.quantity.value.low()).any(|start| {
        of(Kind::Duration).any(|length| {
            let years = length.quantity.unit.is_some_and(|unit| unit.name(false) == "year");
            years
                && length.quantity.value.low().is_some_and(|years| sum(start, years) == Some(year))
        })
    })
}

/// Whether an English month is the one before that of the Chinese, which compares with it: 6 月环比, "from May".
fn is_the_month_before(own: &Item<'_>, others: &[Item<'_>], zh: &Mentions<'_>) -> bool {
    let month =
        |item: &Item<'_>| item.quantity.value.low().filter(|_| item.quantity.kind == Kind::Month);
    let next = month(own).and_then(|before| sum(before, whole(1)));
    next.is_some()
        && others.iter().any(|other| month(other) == next)
        && zh.says_any(&["环比", "上月", "上个月", "按月"])
}

/// Whether a decade is the first of this century, which Chinese says without a number: 本世纪初, "the early 2000s".
fn is_the_turn_of_the_century(own: &Item<'_>, zh: &Mentions<'_>) -> bool {
    let first = own.quantity.value.low() == Some(whole(2000));
    let said = || zh.says_any(&["本世纪初", "世纪之交", "千禧年"]);
    own.quantity.kind == Kind::Decade && first && said()
}

/// Whether a day is the last of a month, which the other side may say in words.
fn ends_month(item: &Item<'_>) -> bool {
    let last = whole(28);
    item.quantity.kind == Kind::Day && item.quantity.value.low().is_some_and(|day| day >= last)
}

/// Whether "end of" or 底 stands beside a month.
fn says_end(item: &Item<'_>) -> bool {
    let (start, end) = (item.quantity.span.start() as usize, item.quantity.span.end() as usize);
    let before = item.text.get(..start).unwrap_or_default().trim_end();
    let behind = item.text.get(end..).unwrap_or_default();
    item.quantity.kind == Kind::Month
        && (behind.starts_with(['底', '末'])
            || before.ends_with("end of")
            || before.ends_with("end-"))
}
