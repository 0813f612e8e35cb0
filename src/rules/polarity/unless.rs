//! Conditions that were turned round: 除非 as "if", 若 as "unless", 即使 as "only if".

use super::contrary::{Contrary, Kind};
use super::english::English;
use crate::text::Span;

/// The condition that the other side turns round, if there is one.
pub(super) fn unless_or_if(zh: &str, english: &English<'_>) -> Option<Contrary> {
    if_for_unless(zh, english)
        .or_else(|| unless_for_if(zh, english))
        .or_else(|| only_if_for_even_if(zh, english))
}

/// 除非另有约定 as "if the parties agree".
fn if_for_unless(zh: &str, english: &English<'_>) -> Option<Contrary> {
    const UNLESS: &[&str] =
        &["unless", "except", "without", "only", "until", "barring", "save", "not", "never", "but"];
    // 除非真的知道，否则请不要选: "choose this if you know"
    let denies_else = zh.contains("否则")
        && zh.contains(['不', '别', '勿'])
        && english.count_denials() == 0;
    let zh = find(zh, &["除非"]).filter(|_| !denies_else)?;
    let en = english.find(&["if"]).filter(|_| english.find(UNLESS).is_none())?;
    // "if they don't"
    let shortened = english.words().iter().any(|word| word.1.contains(['\'', '’']));
    (!shortened).then_some(Contrary { kind: Kind::Opposite, zh, en })
}

/// 若买方提出异议 as "unless the buyer objects".
fn unless_for_if(zh: &str, english: &English<'_>) -> Option<Contrary> {
    if !english.text().contains("nless") {
        return None;
    }
    let en = english.find(&["unless"])?;
    // 只有在医生指导下，才可以
    // 只有单击后，才会显示: "not displayed unless"
    let only = find(zh, &["只有"]).filter(|_| zh.contains('才'));
    let only = only.filter(|_| english.find(&["only"]).is_none() && english.count_denials() == 0);
    let denied = zh.contains(['不', '没', '未', '无', '非', '别']);
    let zh = only.or_else(|| find(zh, &["如果", "倘若", "若", "只要"]).filter(|_| !denied))?;
    Some(Contrary { kind: Kind::Opposite, zh, en })
}

/// 即使下雨，比赛也照常 as "only if it rains".
fn only_if_for_even_if(zh: &str, english: &English<'_>) -> Option<Contrary> {
    const EVEN: &[&str] = &["even", "although", "though", "whether", "despite", "regardless"];
    if !english.text().contains("only if") || english.find(EVEN).is_some() {
        return None;
    }
    let zh_place = find(zh, &["即使", "就算", "哪怕", "即便", "纵使"])?;
    let en = english.find(&["only"]).filter(|_| find(zh, &["只", "才", "除非"]).is_none())?;
    Some(Contrary { kind: Kind::Opposite, zh: zh_place, en })
}

/// Where the first of `words` that stands in `text` does.
fn find(text: &str, words: &[&str]) -> Option<Span> {
    words.iter().find_map(|word| {
        let at = text.find(word)?;
        Some(Span::at(at..at + word.len()))
    })
}
