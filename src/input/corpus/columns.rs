//! Where the two languages stand in a table.

use super::Row;
use crate::text::{Side, language_of};

/// Where the two languages stand in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The Chinese column, from 0.
    pub zh: usize,
    /// The English column, from 0.
    pub en: usize,
}

impl Default for Columns {
    fn default() -> Columns {
        Columns { zh: 0, en: 1 }
    }
}

/// Heads that name no language: the text comes first, its translation second. A table of them is taken to go from
/// Chinese to English.
const SOURCE_AND_TARGET: [[&str; 2]; 4] =
    [["source", "target"], ["src", "tgt"], ["原文", "译文"], ["原文", "譯文"]];

impl Columns {
    /// The columns that a header names, if it is one.
    pub(in crate::input) fn from_header<'f>(
        fields: impl Iterator<Item = &'f str>,
    ) -> Option<Columns> {
        let fields: Vec<&str> = fields.map(str::trim).collect();
        // Beside `zh` there may be a `zh_id`.
        let find = |side| {
            let of_side =
                fields.iter().enumerate().filter(|(_, f)| Side::of_language(f) == Some(side));
            of_side.min_by_key(|(_, field)| field.len()).map(|(at, _)| at)
        };
        let by_language = || Some(Columns { zh: find(Side::Zh)?, en: find(Side::En)? });
        by_language()
            .or_else(|| SOURCE_AND_TARGET.iter().find_map(|names| Columns::called(*names, &fields)))
    }

    /// The columns of these names, the Chinese one first.
    pub(super) fn called(names: [&str; 2], fields: &[&str]) -> Option<Columns> {
        let same = |name: &str, field: &str| name.to_lowercase() == field.trim().to_lowercase();
        let find = |name: &str| fields.iter().position(|field| same(name, field));
        Some(Columns { zh: find(names[0])?, en: find(names[1])? })
    }
}

/// Which columns somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnChoice {
    /// Those at these places.
    At(Columns),
    /// Those that the header calls so, the Chinese one first.
    Named([String; 2]),
}

/// Whether each language stands in the column of the other in most of the first rows.
pub(super) fn are_swapped(rows: &[Row]) -> bool {
    const LOOKED_AT: usize = 50;
    /// Fewer rows are told one by one: they may be what is wrong.
    const LEAST: usize = 5;
    let (mut read, mut swapped) = (0, 0);
    for [zh, en] in rows.iter().filter_map(|row| row.cells.as_ref().ok()).take(LOOKED_AT) {
        read += 1;
        let is = |cell: &super::Cell, side| language_of(cell.text.as_str()).side() == Some(side);
        swapped += usize::from(is(zh, Side::En) && is(en, Side::Zh));
    }
    swapped >= LEAST && swapped * 2 > read
}
