//! What all parts of the Chinese reader work on, and the order in which they are asked.

use super::date;
use super::numeral::numeral_about;
use super::parts::{Counted, Numeral};
use super::topics::Topics;
use crate::quantity::digits;
use crate::quantity::interval::Interval;
use crate::quantity::{GROUPS_OF_STATES, Kind, Quantity, Unit, Weight};
use crate::text::{Span, is_han};

/// What is counted on cheques.
const MONEY: [char; 4] = ['元', '圆', '角', '分'];

/// How far a clause is looked at before or behind a number, in bytes. A text without marks would be gone through for
/// each of its numbers.
pub(super) const LONGEST_CLAUSE: usize = 240;

/// Characters behind the number in a name in quotation marks, at most.
const LONGEST_NAME: usize = 4;

pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) topics: &'t Topics<'t>,
    /// Where the quantity before ends.
    pub(super) floor: usize,
}

impl<'t> Reader<'t> {
    /// G20: twenty states.
    fn group_of_states(&self, start: usize, first: &Numeral) -> Vec<Quantity> {
        let called = self.text[..start]
            .strip_suffix('G')
            .is_some_and(|before| !before.ends_with(|c: char| c.is_ascii_alphanumeric()));
        let known =
            first.value.low().is_some_and(|count| GROUPS_OF_STATES.contains(&count.to_integer()));
        let ends = !self.after(first.end).starts_with(|c: char| c.is_ascii_alphanumeric());
        if !(called && known && ends && first.value.is_point() && first.in_digits) {
            return Vec::new();
        }
        vec![Quantity {
            span: Span::at(start..first.end),
            value: first.value,
            kind: Kind::Number,
            unit: None,
            approximate: false,
            weight: Weight::Medium,
        }]
    }

    /// Whether a digit as it is written on cheques stands at `start`.
    fn is_formal(&self, start: usize) -> bool {
        let first = self.after(start).chars().next();
        first.is_some_and(|c| "壹贰叁参肆伍陆柒捌玖".contains(c))
    }

    /// Whether a digit that is repeated is an exclamation, as people write 666 for "well played" and 233 for a laugh.
    fn is_slang(&self, start: usize, first: &Numeral) -> bool {
        let digits = &self.text[start..first.end];
        let sixes = digits.bytes().all(|digit| digit == b'6');
        let laugh = digits.strip_prefix('2').is_some_and(|rest| rest.bytes().all(|d| d == b'3'));
        let apart = |c: Option<char>| c.is_none_or(|c| "，。！？～~,.!?\n".contains(c));
        digits.len() >= 3
            && (sixes || laugh)
            && apart(self.text[..start].chars().next_back())
            && apart(self.after(first.end).chars().next())
    }

    /// Whether a short word in quotation marks starts with what stands at `start..end` and goes on: “七里丝”.
    fn is_in_a_quoted_name(&self, start: usize, end: usize) -> bool {
        if !self.text[..start].ends_with(['“', '「', '《', '‘', '『']) {
            return false;
        }
        let name =
            self.after(end).chars().take_while(|c| is_han(*c)).take(LONGEST_NAME + 1).count();
        let closes = self.after(end).chars().nth(name).is_some_and(|c| "”」》’』".contains(c));
        closes && (1..=LONGEST_NAME).contains(&name)
    }

    /// 2.3.1, of which the first two parts are most of the value.
    fn version(&self, start: usize, first: &Numeral) -> Option<(Vec<Quantity>, usize)> {
        let rest = self.after(first.end);
        let run = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let mut behind = rest;
        while let Some(part) = behind.strip_prefix('.').filter(|part| (1..4).contains(&run(part))) {
            behind = &part[run(part)..];
        }
        if !first.in_digits || behind.len() == rest.len() {
            return None;
        }
        let third = &rest[1..][..run(&rest[1..])];
        let value = Interval::point(digits::version(&self.text[start..first.end], third)?);
        let (kind, end) = (Kind::Number, self.at_of(behind));
        self.counts(start, Counted { value, kind, unit: None, end, weight: Weight::Full })
    }

    /// The numeral that starts at byte `at`, if one does.
    pub(super) fn numeral(&self, at: usize) -> Option<Numeral> {
        numeral_about(self.text, at, Some(self.topics))
    }

    pub(super) fn before(&self, at: usize) -> &'t str {
        self.text.get(self.floor..at).unwrap_or_default()
    }

    pub(super) fn after(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The quantities that start at `start` (a date is several), and where they end.
    pub(super) fn quantity(&self, start: usize) -> Option<(Vec<Quantity>, usize)> {
        if let Some(read) = self.word(start).or_else(|| self.named(start)) {
            return Some(read);
        }
        // Digits inside a name: GPT-4, H100, v2.
        let glued = self.text[..start]
            .chars()
            .next_back()
            .is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '_' | '#'))
            || self.text[..start]
                .strip_suffix('-')
                .is_some_and(|t| t.ends_with(|c: char| c.is_ascii_alphabetic()));
        let first = self.numeral(start)?;
        if self.is_slang(start, &first) {
            return None;
        }
        // 队伍里, 大陆, 参加: a formal digit alone is a part of a word, if no money is counted.
        if first.length == 1 && self.is_formal(start) && !self.after(first.end).starts_with(MONEY) {
            return None;
        }
        // 每百万 token 三美元, GDP 四成
        let behind = self.after(first.end);
        let counts = || behind.starts_with('成') || Unit::starting_zh(behind).is_some();
        let measures = || !first.in_digits && counts();
        if glued && !measures() {
            return Some((self.group_of_states(start, &first), first.end));
        }
        if let Some(read) = date::read(self.text, start, &first) {
            return Some(read);
        }
        if let Some(read) = self.version(start, &first) {
            return Some(read);
        }
        if let Some(read) = self.raised(start, &first) {
            return Some(read);
        }
        if let Some(read) = self.slash(start, &first).or_else(|| self.mixed(start, &first)) {
            return Some(read);
        }
        if let Some(read) = self.share(start, &first) {
            return Some(read);
        }
        let own = self.counted(&first, start);
        let counted = self.range(start, &first, own.as_ref()).or(own)?;
        let mut quantity = self.dressed(start, counted, first.approximate);
        if !first.in_digits && self.is_in_a_quoted_name(start, quantity.span.end() as usize) {
            quantity.weight = Weight::Light;
        }
        let end = quantity.span.end() as usize;
        Some((vec![quantity], end))
    }
}
