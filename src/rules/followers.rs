//! Findings that are wrong only because something larger is: one cause, one finding.

use std::collections::BTreeSet;

use crate::document::{Document, TurnId};
use crate::finding::{Finding, Part, Place};
use crate::text::{Side, Span};

/// Leaves out what is wrong only because a whole sentence is missing or added: its numbers, names
/// and terms. Of a row that is paired wrongly, and of a turn that is left in the other language, nothing is compared;
/// a sentence that is left so is not missing as well.
pub(crate) fn without_followers(document: &Document, findings: Vec<Finding>) -> Vec<Finding> {
    let left = |finding: &Finding| {
        let place = [&finding.zh, &finding.en].into_iter().flatten().next().and_then(extent);
        place.filter(|_| finding.rule.id == "untranslated")
    };
    let text = |(turn, span): (TurnId, Span)| span.of(document.turn(turn).text());
    let is_whole =
        |(turn, span): (TurnId, Span)| span.len() as usize == document.turn(turn).text().len();
    let is_stray = |finding: &&Finding| {
        document.has_rows() && finding.rule.id == "pairing-shifted"
            || left(finding).is_some_and(is_whole)
    };
    let strays: BTreeSet<TurnId> = findings
        .iter()
        .filter(is_stray)
        .flat_map(|finding| finding.turns.iter().copied())
        .collect();
    let is_stray_too = |finding: &Finding| {
        let compares = ["number-", "term-", "name-", "sentence-", "length-"];
        compares.iter().any(|group| finding.rule.id.starts_with(group))
            && finding.turns.iter().any(|turn| strays.contains(turn))
    };
    let is_cause = |finding: &Finding| finding.rule.id.starts_with("sentence-");
    let own = |finding: &Finding| {
        let side = if finding.rule.id == "sentence-missing" { Side::Zh } else { Side::En };
        finding.place(side).and_then(extent)
    };
    let gone: Vec<(TurnId, Span)> =
        findings.iter().filter(|finding| is_cause(finding)).filter_map(own).collect();
    // Beside the copy stands the whole of the other side.
    let is_part =
        |(turn, span): &(TurnId, Span)| (span.len() as usize) < document.turn(*turn).text().len();
    let is_repeat =
        |finding: &&Finding| document.has_rows() && finding.rule.id == "pairing-duplicate";
    let repeats = findings.iter().filter(is_repeat).flat_map(|one| [&one.zh, &one.en]);
    let copies: Vec<(TurnId, Span)> =
        repeats.flatten().filter_map(extent).filter(is_part).collect();
    let copied: Vec<(TurnId, Span)> = findings.iter().filter_map(left).collect();
    let is_copied = |finding: &Finding, sentence: (TurnId, Span)| {
        let sentence = text(sentence).trim_end_matches(['。', '！', '？', '.', '!', '?']);
        let beside = copied.iter().filter(|(turn, _)| finding.turns.contains(turn));
        beside.copied().any(|copied| text(copied).contains(sentence))
    };
    let terms: Vec<(TurnId, Span)> = findings
        .iter()
        .filter(|finding| finding.rule.id == "term-missing")
        .filter_map(|finding| finding.place(Side::En).and_then(extent).filter(is_part))
        .collect();
    let is_told_as_a_term = |finding: &Finding| {
        let name = finding.place(Side::En).and_then(extent).filter(is_part);
        name.is_some_and(|(turn, span)| {
            terms.iter().any(|(own, term)| *own == turn && term.overlaps(span))
        })
    };
    let follows = |finding: &Finding| {
        let side = match finding.rule.id {
            // The second copy is the sentence too many.
            "sentence-missing" | "sentence-extra" => {
                let overlaps = |(turn, span): (TurnId, Span)| {
                    copies.iter().any(|(own, copy)| *own == turn && copy.overlaps(span))
                };
                return own(finding)
                    .is_some_and(|place| overlaps(place) || is_copied(finding, place));
            }
            // The turn is short because the sentence is gone.
            "length-ratio" => {
                return gone.iter().any(|(turn, _)| finding.turns.contains(turn));
            }
            "number-missing" => Side::Zh,
            "number-extra" => Side::En,
            // A person who stands there in the place of another is told with that one.
            "name-missing" if is_told_as_a_term(finding) => return true,
            // Their places on the side that has them say where they belong.
            "name-missing" | "term-missing" => {
                return Side::BOTH.into_iter().any(|side| {
                    let place = finding.place(side).and_then(extent);
                    place.is_some_and(|place| holds(&gone, place))
                });
            }
            _ => return false,
        };
        finding.place(side).and_then(extent).is_some_and(|place| holds(&gone, place))
    };
    findings.into_iter().filter(|finding| !follows(finding) && !is_stray_too(finding)).collect()
}

fn extent(place: &Place) -> Option<(TurnId, Span)> {
    match place.part {
        Part::Text(span) => Some((place.turn, span)),
        Part::Label | Part::Beside(_) => None,
    }
}

fn holds(all: &[(TurnId, Span)], (turn, span): (TurnId, Span)) -> bool {
    all.iter().any(|(own, gone)| *own == turn && gone.contains(span))
}
