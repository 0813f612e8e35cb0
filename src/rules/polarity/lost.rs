//! Denials of the Chinese that the English lacks.

use super::chinese::{Chinese, around, holds_denial, is_unreal};
use super::contrary::{Contrary, Kind};
use super::english::English;
use super::lists::{CLEAR, DENIALS, PLAINLY_DENIED};
use crate::dictionary::Word;
use crate::text::{Span, clause_before, clause_behind, is_han};

/// Words behind a denial of which one is denied.
const DENIED: usize = 2;

/// What may stand between a denial and what is denied.
const LIGHT: &str = "能会要可得想应该须需再是有被把给让为在对向从与和跟以用太很更最都也还就曾将人";

/// What is denied in Chinese, and stands in the English as it is.
pub(super) fn lost(chinese: &Chinese<'_>, english: &English<'_>) -> Option<Contrary> {
    let (zh, denials) = (chinese.text(), chinese.denials());
    // 要是没有他，就没有今天的我
    if denials.is_empty() || is_unreal(zh) {
        return None;
    }
    let asserted = denials.iter().enumerate().find_map(|(at, denial)| {
        if chinese.words().iter().any(|word| is_idiom_around(zh, word.span, *denial)) {
            return None;
        }
        let end = denials.get(at + 1).map_or(zh.len(), |next| next.start() as usize);
        asserted(chinese, *denial, end, english)
    });
    let (place, found) = asserted?;
    let fewer = english.hints(Some(place)) < denials.len();
    (fewer && !english.hints_around(place)).then_some(found)
}

/// What the denial at `denial` denies, before byte `end`, and English says, with the place of the English word.
fn asserted(
    chinese: &Chinese<'_>,
    denial: Span,
    end: usize,
    english: &English<'_>,
) -> Option<(usize, Contrary)> {
    let (zh, dictionary) = (chinese.text(), english.dictionary());
    // 不是不识数: two of them deny nothing.
    let (before, behind) = around(zh, denial);
    if DENIALS.iter().any(|other| behind.starts_with(other)) {
        return None;
    }
    // 没有一个不曾后悔过
    if holds_denial(clause_before(before)) {
        return None;
    }
    let start = denial.end() as usize;
    let rest = &zh[start..end];
    let clause = &rest[..rest.find(|c| !is_han(c)).unwrap_or(rest.len())];
    // What stands between is of no weight: 不能在…, 不会被….
    let denied = clause.trim_start_matches(|c| LIGHT.contains(c));
    let skipped = clause.len() - denied.len();
    let words = dictionary.words(clause);
    let mut next = skipped;
    // One of two words in a row may be what is denied: 没有必然联系.
    let in_a_row = words.iter().skip_while(|word| (word.span.end() as usize) <= skipped);
    let mut telling = in_a_row.take(DENIED).take_while(|word| {
        let follows = word.span.start() as usize <= next;
        next = word.span.end() as usize;
        // 不含; but 没了 and 无一
        let glued = skipped == 0 && word.span.start() == 0 && denial.of(zh) == "不";
        follows && (glued || word.span.of(clause).chars().nth(1).is_some())
    });
    telling.find_map(|word| {
        let mut stems = dictionary.stems(*word);
        let (stem, place) = stems.find_map(|(stem, _)| Some((stem, english.place(stem)?)))?;
        // 无状态 is "stateless", 未清理 "unclean": the word says by itself what is denied.
        let said = english.words()[place].1;
        let rest = said.strip_suffix("less").or_else(|| english.behind_prefix(said));
        if rest.is_some_and(|rest| dictionary.stem_of(rest) == Some(stem)) {
            return None;
        }
        // 不在家 is "away", of which the dictionary knows 在家 as the opposite.
        if english.is(Some(place), &["away"]) {
            return None;
        }
        // 旧常态……不正常的是: another word may be what English says.
        let at = word.span.shift(denial.end());
        let says = |other: &Word| dictionary.stems(*other).any(|(own, _)| own == stem);
        if chinese.words().iter().any(|other| !other.span.overlaps(at) && says(other)) {
            return None;
        }
        let (zh, en) = (denial.join(at), english.words()[place].0);
        Some((place, Contrary { kind: Kind::Lost, zh, en }))
    })
}

/// Whether the word at `word` is an idiom that holds the denial at `denial`: 一丝不苟 is translated as a whole.
fn is_idiom_around(zh: &str, word: Span, denial: Span) -> bool {
    const CHARACTERS: usize = 4;
    word.overlaps(denial) && word.of(zh).chars().count() >= CHARACTERS
}

/// Denials in Chinese of which the English shows no trace, or of one less than there are.
pub(super) fn passed_over(chinese: &Chinese<'_>, english: &English<'_>) -> Option<Contrary> {
    let (zh, denials) = (chinese.text(), chinese.denials());
    // 未经检验的，不准销售: "only after"
    let several = denials.len() > 1;
    let counts = |denial: &&Span| is_clear(zh, **denial) && !(several && denial.of(zh) == "未经");
    let mut clear = denials.iter().filter(counts);
    let (first, traces) = match clear.next() {
        Some(first) => (*first, clear.count()),
        None => (*denials.iter().find(|denial| is_plain(zh, **denial))?, 0),
    };
    // 不能嚼碎，否则…: "chewing them …"; 请勿…，不得…: "no flash, tripods or selfie sticks"
    let or_else = is_threat(zh);
    let listed = english.find(&["or", "nor"]).is_some();
    let traces = if listed { 0 } else { traces };
    // 从未入睡: "always awake"
    let always = english.find(&["always"]).is_some();
    let passed = !is_unreal(zh) && !or_else && !always && english.hints(None) <= traces;
    let en = english.all().filter(|_| passed)?;
    says_anything_of(chinese, english).then_some(Contrary { kind: Kind::Lost, zh: first, en })
}

/// Whether a sentence says what happens otherwise.
pub(super) fn is_threat(zh: &str) -> bool {
    ["否则", "不然"].iter().any(|word| zh.contains(word))
}

/// Whether the English says a word of the Chinese, as the dictionary tells: else it translates something else.
fn says_anything_of(chinese: &Chinese<'_>, english: &English<'_>) -> bool {
    let dictionary = english.dictionary();
    let mut words = chinese.words().iter();
    words.any(|word| dictionary.stems(*word).any(|(stem, _)| english.place(stem).is_some()))
}

/// Whether English does not pass over the denial at `denial`.
fn is_clear(zh: &str, denial: Span) -> bool {
    let (before, _) = around(zh, denial);
    // 从来不, 并不
    let stressed = before.ends_with(['从', '并']) || before.ends_with("从来");
    (stressed || CLEAR.contains(denial.of(zh))) && stands_alone(zh, denial)
}

/// Whether English does not pass over the denial at `denial` because of what it denies: 不适用于, 未发现.
fn is_plain(zh: &str, denial: Span) -> bool {
    let (_, behind) = around(zh, denial);
    PLAINLY_DENIED.iter().any(|word| behind.starts_with(word)) && stands_alone(zh, denial)
}

/// Whether the denial at `denial` is the only one of its clause, and not its end.
fn stands_alone(zh: &str, denial: Span) -> bool {
    let (before, behind) = around(zh, denial);
    // 总不能一点没有吧, 并非完全没有道理, 没有一个不曾后悔过
    let again = || {
        let clause = [clause_before(before), clause_behind(behind)];
        before.ends_with('总') || clause.into_iter().any(holds_denial)
    };
    // 缺一不可
    behind.starts_with(is_han) && !again()
}
