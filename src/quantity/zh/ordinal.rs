//! Places in an order: 第一, 三季度, 亨利八世, 2 型糖尿病.

use super::parts::{Counted, Numeral};
use super::reader::Reader;
use crate::quantity::interval::{Interval, whole};
use crate::quantity::{Kind, Weight};
use crate::text::is_han;

/// What stands behind a place in an order, which says no number: 2 型糖尿病, 三期临床.
const PLACES: &[&str] =
    &["型", "期临床", "期试验", "期研究", "期工程", "年级", "线城市", "等奖", "等功", "等舱"];

impl Reader<'_> {
    /// 第一, 三季度.
    pub(super) fn ordinal(&self, first: &Numeral, start: usize) -> Option<Counted> {
        let before = self.before(start).trim_end();
        let behind = self.after(first.end).trim_start_matches(' ');
        let weight = match () {
            () if before.ends_with('第') => self.weight_behind_di(first),
            () if PLACES.iter().any(|word| behind.starts_with(word)) => Weight::Medium,
            () if is_quarter(first, before, behind) => Weight::Medium,
            () if is_of_a_king(first, before, behind) => Weight::Medium,
            () if is_phase(first, before, behind) => Weight::Medium,
            () if is_numbered(first, behind) => Weight::Medium,
            () => return None,
        };
        Some(first.counting(Kind::Ordinal, weight))
    }

    /// 第一年 is the first year and no length of time, 第二天 mostly the next day.
    fn weight_behind_di(&self, first: &Numeral) -> Weight {
        let behind = self.after(first.end);
        let next_day = first.value == Interval::point(whole(2))
            && behind.trim_start_matches(' ').starts_with(['天', '日']);
        // 第16周 tells when something was.
        let when = first.in_digits
            && first.length >= 2
            && behind.trim_start().starts_with(['周', '天', '日', '届', '轮']);
        // 第二大: "the largest" would be the first.
        let by_size = behind.starts_with(['大', '高', '长'])
            && first.value.low() >= Some(whole(2))
            && behind.chars().nth(1).is_some_and(is_han);
        match () {
            () if next_day => Weight::Light,
            () if when => Weight::Full,
            () if by_size => Weight::Full,
            () => Weight::Medium,
        }
    }
}

/// 三季度 is the third of four, 三个季度 are three of them.
fn is_quarter(first: &Numeral, before: &str, behind: &str) -> bool {
    (behind.starts_with("季度") || behind.starts_with("季报"))
        && first.value.is_point()
        && first.value.high() <= Some(whole(4))
        && !before.ends_with(['前', '头', '续', '去', '近', '后'])
}

/// 项目一期, 工厂二期已经投产: a phase of what is built.
fn is_phase(first: &Numeral, before: &str, behind: &str) -> bool {
    const BUILT: &[&str] =
        &["项目", "工程", "厂", "厂区", "园区", "基地", "电站", "港", "线", "码头", "机场"];
    let small = !first.in_digits && first.value.is_point() && first.value.high() <= Some(whole(9));
    small && behind.starts_with('期') && BUILT.iter().any(|built| before.ends_with(built))
}

/// 亨利八世, but not 四世同堂, 八世纪
fn is_of_a_king(first: &Numeral, before: &str, behind: &str) -> bool {
    let named = behind.strip_prefix('世').is_some_and(|behind| {
        !behind.starts_with(['纪', '界', '代', '家', '人', '间', '同', '上', '事', '俗'])
    });
    named && before.ends_with(is_han) && first.value.is_point()
}

/// 3 号
fn is_numbered(first: &Numeral, behind: &str) -> bool {
    behind
        .strip_prefix('号')
        .is_some_and(|behind| !first.approximate && !behind.starts_with(['人', '员', '文']))
}
