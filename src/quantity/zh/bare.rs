//! Numerals with neither a unit nor a measure word: 1.0 版, 身高 175, 一比三.

use super::character::digit;
use super::letters::{letter_follows, unit_letters};
use super::parts::{Counted, Numeral};
use super::reader::Reader;
use crate::quantity::interval::whole;
use crate::quantity::{Kind, Unit, Weight};
use crate::text::is_han;

/// Elements of which an isotope is named by its number.
const ISOTOPES: [char; 9] = ['铀', '钚', '碳', '碘', '铯', '锶', '氚', '钴', '氦'];

impl Reader<'_> {
    /// What a numeral is that counts nothing by what stands behind it.
    pub(super) fn bare(&self, first: &Numeral, start: usize) -> Option<Counted> {
        let rest = self.after(first.end);
        let behind = self.behind(first);
        // A single character, or two digits beside each other (二八), may be anything.
        let lonely = !first.in_digits && first.length == 1;
        let glued_to_letters = first.in_digits && letter_follows(rest, 0);
        let (kind, weight) = match () {
            () if lonely && is_best_of(behind) => (Kind::Number, Weight::Medium),
            () if self.comes_before_a_century(behind) => (Kind::Century, Weight::Light),
            () if self.is_in_ratio(start, behind) => (Kind::Number, Weight::Medium),
            () if lonely && !self.is_bounded(first, start) => (Kind::Number, Weight::Light),
            // 铀 235
            () if self.before(start).trim_end().ends_with(ISOTOPES) => {
                (Kind::Number, Weight::Light)
            }
            // 60fps counts; 4K and 3D are names.
            () if glued_to_letters && !unit_letters(rest) => return None,
            () if glued_to_letters => (Kind::Number, Weight::Medium),
            () if self.is_list_number(first, start, behind) => (Kind::Number, Weight::Light),
            () if behind.starts_with('版') && !behind.starts_with("版税") => {
                (Kind::Number, weight_of_version(first))
            }
            () if self.is_height(first, start) => return Some(height(first)),
            () if self.is_of_a_figure(first, start) => (Kind::Ordinal, Weight::Medium),
            () => (Kind::Number, self.weight_of_bare(first, start)),
        };
        Some(first.counting(kind, weight))
    }

    /// 十九、二十世纪之交: the one before the other.
    fn comes_before_a_century(&self, behind: &str) -> bool {
        let next = behind.strip_prefix('、').and_then(|rest| self.numeral(self.at_of(rest)));
        next.is_some_and(|next| {
            let behind = self.after(next.end);
            behind.starts_with("世纪")
        })
    }

    /// 一比三 is a ratio.
    fn is_in_ratio(&self, start: usize, behind: &str) -> bool {
        let is_digit = |c: char| digit(c).is_some();
        let before = self.before(start);
        before.strip_suffix(['比', '：', ':']).is_some_and(|other| other.ends_with(is_digit))
            || behind.strip_prefix('比').is_some_and(|other| other.starts_with(is_digit))
    }

    /// 过亿, 破万: a bare scale counts where a bound stands before it.
    fn is_bounded(&self, first: &Numeral, start: usize) -> bool {
        first.scale > whole(1) && self.before(start).ends_with(['过', '破', '超', '上', '近', '逾'])
    }

    /// Whether a number numbers what stands behind it: 1) and 1、
    fn is_list_number(&self, first: &Numeral, start: usize, behind: &str) -> bool {
        let before = &self.text[..start];
        first.in_digits
            && first.length <= 2
            && behind.starts_with([')', '）', '、'])
            && !before.ends_with(['(', '（'])
            && !before.trim_end().ends_with(is_han)
    }

    /// 身高 175
    fn is_height(&self, first: &Numeral, start: usize) -> bool {
        first.in_digits
            && (whole(50)..whole(250)).contains(&first.value.low().unwrap_or_default())
            && self.before(start).trim_end().ends_with("身高")
    }

    /// 图 3
    fn is_of_a_figure(&self, first: &Numeral, start: usize) -> bool {
        let before = self.before(start).trim_end();
        before.ends_with(['表', '图']) && first.in_digits && first.length <= 2
    }

    /// A bare short number may be part of a name (Star Trek 5, table 1.1, question 2).
    fn weight_of_bare(&self, first: &Numeral, start: usize) -> Weight {
        let before = self.before(start).trim_end();
        let labelled = before.ends_with(['表', '图', '例', '节', '章', '版', '题', '-']);
        let vague = first.approximate && !first.in_digits;
        let short = first.in_digits && first.length <= 2 && first.scale == whole(1);
        if vague || short || labelled { Weight::Medium } else { Weight::Full }
    }
}

/// 五局三胜: the best of five.
fn is_best_of(behind: &str) -> bool {
    let mut characters = behind.chars();
    characters.next().is_some_and(|game| "局场盘番战".contains(game))
        && characters.next().and_then(digit).is_some()
        && characters.next() == Some('胜')
}

/// 单位：万元 counts nothing, and version 1.0 is a name.
fn weight_of_version(first: &Numeral) -> Weight {
    let decimal = first.value.low().is_some_and(|low| !low.is_integer());
    if decimal { Weight::Medium } else { Weight::Light }
}

fn height(first: &Numeral) -> Counted {
    let unit = Unit::named("centimetre");
    Counted { unit, ..first.counting(Kind::Measure, Weight::Full) }
}
