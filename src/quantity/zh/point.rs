//! The decimal point of Chinese numerals: 一点三, 零点二五. The same 点 tells the hours.

use super::character::digit;
use super::numeral::{Reading, begins_with_one};
use super::pair::{ZERO, add};
use super::time::part_of_day;
use crate::quantity::interval::{Value, whole};

impl Reading<'_> {
    /// The decimal point 点, unless a time of day is meant.
    pub(super) fn point(&mut self, character: char) -> Option<bool> {
        let rest = &self.rest()[character.len_utf8()..];
        let mut digits: Vec<char> =
            rest.chars().take_while(|c| digit(*c).is_some()).take(20).collect();
        let length = |digits: &[char]| digits.iter().map(|digit| digit.len_utf8()).sum::<usize>();
        // 零点二五一直, 一点五一起
        let behind = &rest[length(&digits)..];
        let is_word = || begins_with_one(behind) || behind.starts_with('起');
        if digits.len() > 1 && digits.last() == Some(&'一') && is_word() {
            digits.pop();
        }
        // 从傍晚六点一直热闹到凌晨
        if digits[..] == ['一'] && is_word() {
            return Some(false);
        }
        let length = length(&digits);
        let next = rest[length..].chars().next();
        // 零点二分 is a fifth of a point, 涨一点二分 is how much, 十一点二分 a time.
        let by_how_much = || {
            let numeral = |c: char| digit(c).is_some() || c == '十';
            let lead =
                self.text[..self.at].trim_end_matches(numeral).trim_end_matches(['了', '出']);
            lead.ends_with(['涨', '高', '低', '差', '多', '少', '降', '扣', '加', '掉', '跌'])
        };
        let of_a_point = next == Some('分')
            && (digits.len() <= 2 && self.number == Some(ZERO)
                || digits.len() == 1 && by_how_much());
        // 七点一次 and 十一点一通电话: at seven, and one call.
        let one_each = digits.len() == 1
            && matches!(digits[0], '一' | '两')
            && next.is_some_and(|next| "次通场回班趟顿份位名台辆节堂轮批条".contains(next));
        let is_time = next.is_some_and(|next| matches!(next, '分' | '刻' | '十' | '钟'))
            && !of_a_point
            || one_each
            || self.is_time_of_day(&digits);
        let has_decimal = self.in_digits && self.number.is_some_and(|(low, _)| !low.is_integer());
        let Some((low, high)) = self.number.or((self.section != ZERO).then_some(ZERO)) else {
            return Some(false);
        };
        if digits.is_empty() || is_time || has_decimal || low != high {
            return Some(false);
        }
        let mut places = Value::ZERO;
        let mut place = whole(1);
        for character in &digits {
            place /= whole(10);
            places += place * whole(digit(*character)?);
        }
        self.number = Some(add((low, high), (places, places))?);
        self.at += character.len_utf8() + length;
        self.length += 1 + digits.len();
        // Whatever comes now is a scale or the end.
        self.after_zero = true;
        Some(true)
    }

    /// Whether a part of the day stands before an hour with these minutes: 上午十点零五.
    fn is_time_of_day(&self, minutes: &[char]) -> bool {
        let hour = |c: char| digit(c).is_some() || c == '十';
        let lead = || self.text[..self.at].trim_end_matches(hour).trim_end();
        matches!(minutes, ['零' | '〇', _]) && part_of_day(lead()).is_some()
    }
}
