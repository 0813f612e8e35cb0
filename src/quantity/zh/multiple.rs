//! Multiples: 三倍, 增长了两倍, 10x.

use super::letters::letter_follows;
use super::parts::{Counted, Numeral};
use super::reader::Reader;
use crate::quantity::interval::{Value, sum, whole};
use crate::quantity::{Kind, Weight};

/// The length of the sign of a multiple at the start of `text`.
pub(super) fn multiple_sign(first: &Numeral, text: &str) -> Option<usize> {
    let length = ["倍", "x", "X", "×"].into_iter().find(|sign| text.starts_with(sign))?.len();
    let alone = first.in_digits && !letter_follows(text, length);
    (text.starts_with('倍') || alone).then_some(length)
}

impl Reader<'_> {
    /// 三倍, 增长了两倍, 多一倍.
    pub(super) fn multiple(&self, first: &Numeral, start: usize, end: usize) -> Option<Counted> {
        let before = self.before(start).trim_end();
        // 增长了近两倍
        let about = ["将近", "接近", "大约", "超过", "至少", "近", "约", "逾", "达到", "达", "为"];
        let before = about.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
        // 涨幅已超过一倍
        let before = before.trim_end_matches(['已', '均', '都']);
        // 增长了两倍 is three times as much, 多一倍 twice; of 增长三倍 usage is divided, and it is
        // taken as it is written.
        let by_all = ["增长了", "增加了", "提高了", "上升了", "涨了"];
        let by_one = [
            "多", "高", "快", "大", "贵", "远", "长", "重", "厚", "宽", "加", "加了", "多了",
            "贵了", "高了", "大了", "快了", "差", "增长", "增加", "涨幅", "增幅", "升幅",
        ];
        let ends = |verbs: &[&str]| verbs.iter().any(|verb| before.ends_with(verb));
        let by = ends(&by_all) || (ends(&by_one) && first.value.is_one());
        let value = if by { first.value.map(|value| sum(value, whole(1)))? } else { first.value };
        let weight = if first.in_digits && !by { Weight::Full } else { Weight::Medium };
        // 两倍半
        let half = self.after(end).starts_with('半') && !self.after(end).starts_with("半数");
        let value = if half { value.map(|value| sum(value, Value::new(1, 2)))? } else { value };
        let end = if half { end + '半'.len_utf8() } else { end };
        Some(Counted { value, kind: Kind::Multiple, unit: None, end, weight })
    }
}
