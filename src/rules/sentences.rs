//! What the rules on missing and added sentences share.

use std::collections::BTreeSet;

use super::preamble::preamble;
use super::{Context, LinkedText};
use crate::document::{Document, TurnId};
use crate::finding::{Finding, Meta, Part, Place};
use crate::link::{Gap, Passage};
use crate::text::{Side, Span};

/// Reports the sentences of `side` that have no counterpart. Those that follow each other are one
/// finding.
pub(super) fn report(
    meta: &'static Meta,
    side: Side,
    link: &LinkedText<'_>,
    context: &Context<'_>,
    out: &mut Vec<Finding>,
) {
    out.extend(remarks(meta, side, link));
    let least = context.settings.sentence_confidence;
    let gaps = &link.sentences(context).gaps;
    let sure: Vec<&Gap> =
        gaps.iter().filter(|gap| gap.side == side && gap.confidence >= least).collect();
    let follows = |a: &&Gap, b: &&Gap| {
        let (a, b) = (a.sentence, b.sentence);
        let text = link.document().turn(a.turn).text();
        a.turn == b.turn
            && a.span.end() <= b.span.start()
            && Span::new(a.span.end(), b.span.start()).of(text).trim().is_empty()
    };
    for run in sure.chunk_by(follows) {
        out.push(finding(meta, link, run));
    }
}

/// What an assistant said of its own translation and left in a text of `side`.
fn remarks(meta: &'static Meta, side: Side, link: &LinkedText<'_>) -> Option<Finding> {
    let [(own, text), (other, other_text)] = [side, side.other()].map(|side| {
        let first = link.passages(side).first();
        (first, first.map_or("", |passage| link.text(passage)))
    });
    let (own, other) = (own?, other?);
    let span = preamble(side, text, other_text)?;
    let message = format!("“{}” is a remark on the translation", span.of(text).trim());
    let place = Place::new(own.turn, span.shift(own.span.start()));
    let whole = Place::new(other.turn, other.span);
    Some(
        Finding::new(meta, message)
            .at(place)
            .at(whole)
            .with_turns(link.turns())
            .help("take it out"),
    )
}

fn finding(meta: &'static Meta, link: &LinkedText<'_>, run: &[&Gap]) -> Finding {
    let place = |passage: &Passage| Place::new(passage.turn, passage.span);
    let (first, last) = (run[0], run[run.len() - 1]);
    let other = first.side.other().name();
    let message = match run.len() {
        1 => format!("this sentence has no counterpart in the {other}"),
        count => format!("these {count} sentences have no counterpart in the {other}"),
    };
    let sentence =
        Passage { turn: first.sentence.turn, span: first.sentence.span.join(last.sentence.span) };
    let surest = run.iter().map(|gap| gap.confidence).fold(0.0, f32::max);
    let finding = Finding::new(meta, message).at(place(&sentence)).with_turns(link.turns());
    let finding = finding.sure(surest);
    match &first.after {
        Some(after) => finding
            .at(place(after))
            .help(format!("a translation should stand after the {other} sentence that is shown")),
        None => finding.help(format!("a translation should stand before all of the {other}")),
    }
}

/// Leaves out what is wrong only because a whole sentence is missing or added: its numbers, names
/// and terms. Of a row that is paired wrongly nothing else is said.
pub(crate) fn without_followers(document: &Document, findings: Vec<Finding>) -> Vec<Finding> {
    let is_stray = |finding: &&Finding| document.has_rows() && finding.rule.id == "pairing-shifted";
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
    let is_copy =
        |(turn, span): &(TurnId, Span)| (span.len() as usize) < document.turn(*turn).text().len();
    let is_repeat =
        |finding: &&Finding| document.has_rows() && finding.rule.id == "pairing-duplicate";
    let repeats = findings.iter().filter(is_repeat).flat_map(|one| [&one.zh, &one.en]);
    let copies: Vec<(TurnId, Span)> =
        repeats.flatten().filter_map(extent).filter(is_copy).collect();
    let follows = |finding: &Finding| {
        let side = match finding.rule.id {
            // The second copy is the sentence too many.
            "sentence-missing" | "sentence-extra" => {
                let overlaps = |(turn, span): (TurnId, Span)| {
                    copies.iter().any(|(own, copy)| *own == turn && copy.overlaps(span))
                };
                return own(finding).is_some_and(overlaps);
            }
            // The turn is short because the sentence is gone.
            "length-ratio" => {
                return gone.iter().any(|(turn, _)| finding.turns.contains(turn));
            }
            "number-missing" => Side::Zh,
            "number-extra" => Side::En,
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
        Part::Label => None,
    }
}

fn holds(all: &[(TurnId, Span)], (turn, span): (TurnId, Span)) -> bool {
    all.iter().any(|(own, gone)| *own == turn && gone.contains(span))
}
