//! Quantities that one side works out of what the other says: 500 亿, 1000 亿 against "50 billion, to double", 淡季半价
//! against the price itself, 四十五人，三分之二 against "thirty of the forty-five".

use super::super::interval::{Value, product, whole};
use super::super::{Kind, Quantity};
use super::item::Item;
use super::standing::Surroundings;
use crate::text::Side;

impl Surroundings<'_, '_> {
    /// Whether the other side says how often one amount holds another, where here both stand, or the other way
    /// round: 500 亿, 1000 亿 against "50 billion, to double".
    pub(super) fn is_told_by_a_multiple(&self, item: &Item<'_>) -> bool {
        let is = |multiple: &Item<'_>, all: &Quantity, part: &Quantity| {
            let by = || multiple.quantity.value.exact().filter(|by| *by > whole(1));
            all.kind == part.kind
                && all.unit == part.unit
                && by().zip(part.value.some_end()).is_some_and(|(by, part)| {
                    product(by, part).is_some_and(|product| all.value.exact() == Some(product))
                })
        };
        let free = || self.others.iter().zip(self.taken).filter(|(_, taken)| taken.is_none());
        match item.quantity.kind {
            Kind::Multiple => free().any(|(all, _)| {
                self.others.iter().any(|part| is(item, all.quantity, part.quantity))
            }),
            Kind::Number | Kind::Money | Kind::Measure | Kind::Percent => free()
                .filter(|(other, _)| other.quantity.kind == Kind::Multiple)
                .any(|(multiple, _)| {
                    self.own.iter().any(|part| is(multiple, item.quantity, part.quantity))
                }),
            _ => false,
        }
    }

    /// Whether the English says what part of one amount another is, where the Chinese has both: 一块钱，现在一毛钱都不到 against
    /// "less than a tenth of that".
    pub(super) fn is_told_by_both_amounts(&self, en: &Item<'_>) -> bool {
        let share = en.quantity.value.some_end().filter(|_| en.quantity.kind == Kind::Fraction);
        let of_it = [" of that", " of it", " of what"];
        let Some(share) = share.filter(|_| of_it.iter().any(|of| en.behind().starts_with(of)))
        else {
            return false;
        };
        let is_part = |all: &Quantity, part: &Quantity| {
            let share = all.value.exact().and_then(|all| product(all, share));
            let part_in_it = part.value.some_end().and_then(|end| match part.unit == all.unit {
                true => Some(end),
                // 一块钱, 一毛钱
                false => part.unit?.convert(end, all.unit?),
            });
            all.kind == part.kind && share.is_some() && share == part_in_it
        };
        self.others.iter().any(|all| {
            let counted = matches!(all.quantity.kind, Kind::Money | Kind::Number | Kind::Measure);
            counted && self.others.iter().any(|part| is_part(all.quantity, part.quantity))
        })
    }

    /// Whether the English counts the share of a number that the Chinese names: 四十五人，有三分之二 against "of the
    /// forty-five, thirty".
    pub(super) fn is_a_share_worked_out(&self, item: &Item<'_>) -> bool {
        let (zh, en) = match self.side {
            Side::Zh => (self.own, self.others),
            Side::En => (self.others, self.own),
        };
        let count = |item: &Item<'_>| -> Option<Value> {
            let exact = item.quantity.value.exact()?;
            (item.quantity.kind == Kind::Number && exact > whole(1)).then_some(exact)
        };
        let share = |item: &Item<'_>| -> Option<Value> {
            let exact = item.quantity.value.exact()?;
            (item.quantity.kind == Kind::Fraction && exact < whole(1)).then_some(exact)
        };
        let worked_out = |share: Value, part: Value| {
            zh.iter().filter_map(count).any(|all| product(share, all) == Some(part))
        };
        let free = |place: usize| self.taken.get(place).is_some_and(Option::is_none);
        match self.side {
            Side::Zh => share(item).is_some_and(|share| {
                let parts = en.iter().enumerate().filter(|(place, _)| free(*place));
                parts.filter_map(|(_, en)| count(en)).any(|part| worked_out(share, part))
            }),
            Side::En => count(item).is_some_and(|part| {
                let shares = zh.iter().enumerate().filter(|(place, _)| free(*place));
                shares.filter_map(|(_, zh)| share(zh)).any(|share| worked_out(share, part))
            }),
        }
    }

    /// Whether an English price is half of another, which the Chinese says in a word: 淡季半价.
    pub(super) fn is_half_price(&self, en: &Item<'_>) -> bool {
        let doubled = en.quantity.value.exact().and_then(|half| product(half, whole(2)));
        let is_whole = |own: &Item<'_>| {
            own.quantity.kind == Kind::Money && own.quantity.value.exact() == doubled
        };
        en.quantity.kind == Kind::Money
            && doubled.is_some()
            && self.own.iter().any(is_whole)
            && self.zh.iter().any(|zh| zh.says_any(&["半价", "对折", "五折"]))
    }
}
