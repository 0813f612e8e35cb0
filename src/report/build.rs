//! From findings to a report: the one place where spans become lines and columns.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU32;

use crate::document::{Document, Turn, TurnId};
use crate::finding::{Finding, Part, Place};
use crate::link::{Link, Passage};
use crate::text::{Position, Side, Span};

use super::fingerprint::Fingerprints;
use super::model::{
    FileReport, FindingReport, LinkReport, PlaceReport, PositionReport, SuggestionReport,
    TurnReport,
};
use super::replaceable::suggestion_and_help;
use super::shown::{Shown, shown_text};

/// The report on one document. Findings keep their order.
pub fn file_report(document: &Document, links: &[Link], findings: &[Finding]) -> FileReport {
    let turns = turn_reports(document, |_| true);
    report(document, findings, turns, links.iter().map(link_report).collect())
}

/// The same without the turns and links that no finding speaks of: what is shown of a large corpus must
/// not grow with its rows.
pub(crate) fn findings_report(
    document: &Document,
    links: &[Link],
    findings: &[Finding],
) -> FileReport {
    let found: HashSet<TurnId> =
        findings.iter().flat_map(|finding| finding.turns.iter().copied()).collect();
    let turns = if found.is_empty() {
        Vec::new()
    } else {
        turn_reports(document, |turn| found.contains(&turn.id))
    };
    let is_found =
        |link: &&Link| link.zh.iter().chain(&link.en).any(|passage| found.contains(&passage.turn));
    let links = links.iter().filter(is_found).map(link_report).collect();
    FileReport { pairs: Some(document.pairs()), ..report(document, findings, turns, links) }
}

fn report(
    document: &Document,
    findings: &[Finding],
    turns: Vec<TurnReport>,
    links: Vec<LinkReport>,
) -> FileReport {
    let path = |side| document.source(side).path().display().to_string();
    let mut shown = HashMap::new();
    let mut findings: Vec<FindingReport> =
        findings.iter().map(|finding| finding_report(document, finding, &mut shown)).collect();
    Fingerprints::default().assign(&mut findings);
    FileReport {
        path: path(Side::Zh),
        en_path: (!document.is_interleaved()).then(|| path(Side::En)),
        rows: document.has_rows(),
        turns,
        links,
        findings,
        pairs: None,
    }
}

/// The turns of both sides that `keep` wants, in file order; in two files, Chinese first.
pub(crate) fn turn_reports(document: &Document, keep: impl Fn(&Turn) -> bool) -> Vec<TurnReport> {
    let all = Side::BOTH.into_iter().flat_map(|side| document.turns(side));
    let mut turns: Vec<&Turn> = all.filter(|turn| keep(turn)).collect();
    if document.is_interleaved() {
        turns.sort_by_key(|turn| {
            (turn.extent.start(), turn.text.to_source(Span::new(0, 0)).start())
        });
    }
    turns.into_iter().map(|turn| turn_report(document, turn)).collect()
}

fn turn_report(document: &Document, turn: &Turn) -> TurnReport {
    let source = document.source(turn.id.side());
    TurnReport {
        id: turn.id.to_string(),
        lang: turn.id.side().into(),
        number: turn.id.number(),
        speaker: turn.speaker_name().map(str::to_owned),
        start_line: source.line(turn.extent.start()).get(),
        end_line: source.line(turn.extent.end()).get(),
        text: shown_text(turn).into_owned(),
    }
}

pub(crate) fn link_report(link: &Link) -> LinkReport {
    let numbers = |passages: &[Passage]| {
        let mut numbers: Vec<u32> = passages.iter().map(|passage| passage.turn.number()).collect();
        numbers.dedup();
        numbers
    };
    // Two decimals say all that a score can; they also keep reports equal on every machine.
    let score = (f64::from(link.score) * 100.0).round() / 100.0;
    LinkReport {
        zh: numbers(&link.zh),
        en: numbers(&link.en),
        score,
        again: link.again,
        sentences: None,
    }
}

/// A finding that has no fingerprint yet.
fn finding_report<'d>(
    document: &'d Document,
    finding: &Finding,
    shown: &mut HashMap<TurnId, Shown<'d>>,
) -> FindingReport {
    let turns = |side| {
        let of_side = finding.turns.iter().filter(move |turn| turn.side() == side);
        of_side.map(TurnId::to_string).collect()
    };
    let mut place = |side| finding.place(side).map(|place| place_report(document, place, shown));
    let (zh, en) = (place(Side::Zh), place(Side::En));
    let (suggestion, help) = suggestion_and_help(document, finding);
    FindingReport {
        rule: finding.rule.id.to_owned(),
        severity: finding.severity,
        mqm: finding.rule.mqm.to_owned(),
        message: finding.message.clone(),
        id: finding.turns.first().and_then(|turn| document.row_id(*turn)).map(str::to_owned),
        help,
        fingerprint: String::new(),
        side: (zh.is_some() || en.is_some()).then(|| finding.side().into()),
        zh,
        en,
        zh_turns: turns(Side::Zh),
        en_turns: turns(Side::En),
        confidence: finding.confidence.map(|sure| (f64::from(sure) * 100.0).round() / 100.0),
        suggestion: suggestion.map(|suggestion| SuggestionReport {
            side: suggestion.side.into(),
            text: suggestion.text.clone(),
        }),
    }
}

fn place_report<'d>(
    document: &'d Document,
    place: &Place,
    shown: &mut HashMap<TurnId, Shown<'d>>,
) -> PlaceReport {
    let turn = document.turn(place.turn);
    let source = document.source(place.turn.side());
    let in_source = place.in_source(document);
    let (offset, text) = match place.part {
        Part::Text(span) => {
            let shown = shown.entry(turn.id).or_insert_with(|| Shown::new(turn));
            let (offset, text) = shown.part(span, place.whole);
            (Some(offset), text)
        }
        Part::Label | Part::Beside(_) => (None, place.quoted(document)),
    };
    PlaceReport {
        turn: place.turn.to_string(),
        text: text.to_owned(),
        start: position_report(source.position(in_source.start())),
        end: position_report(source.position(in_source.end())),
        offset,
        read: place.read.clone(),
        whole: place.whole,
    }
}

fn position_report(position: Position) -> PositionReport {
    let number = NonZeroU32::get;
    PositionReport {
        line: number(position.line),
        column: number(position.column),
        byte: position.byte,
        utf8_column: number(position.utf8_column),
    }
}
