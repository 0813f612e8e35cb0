//! Comments in a transcript that silence rules:
//!
//! ```text
//! <!-- duizhao: ignore number-mismatch, term -- the speaker misspoke -->     for the next pair
//! <!-- duizhao: ignore-file speaker-unknown -->                              for the whole file
//! ```
//!
//! Without rules, all are silenced. What follows `--` is a reason for people. A comment that silences
//! nothing is reported, so that none outlives its cause.

use crate::document::{Document, Turn, TurnId};
use crate::finding::{Finding, Meta, Place};
use crate::rules;
use crate::text::{Side, Span};

/// A comment of ours.
#[derive(Debug)]
struct Suppression {
    /// Rules or groups; empty for all.
    names: Vec<String>,
    /// Names that are neither.
    unknown: Vec<String>,
    /// The turn behind it; nothing for a whole file.
    turn: Option<TurnId>,
    /// Where it is reported: the turn that it stands before, or the last one.
    near: TurnId,
    whole_file: bool,
    text: String,
    used: bool,
}

/// The findings that no comment of the document silences, and one for each comment that silences
/// none. `unused` is the rule for those, if it is on.
pub(crate) fn apply(
    document: &Document,
    findings: Vec<Finding>,
    unused: Option<&'static Meta>,
) -> Vec<Finding> {
    let mut all: Vec<Suppression> = Vec::new();
    for side in Side::BOTH {
        if side == Side::Zh || !document.is_interleaved() {
            all.extend(read(document, side));
        }
    }
    if all.is_empty() {
        return findings;
    }
    let mut kept: Vec<Finding> = findings
        .into_iter()
        .filter(|finding| {
            let mut silenced = false;
            for suppression in &mut all {
                if suppression.holds(document, finding) {
                    suppression.used = true;
                    silenced = true;
                }
            }
            !silenced
        })
        .collect();
    if let Some(meta) = unused {
        let idle = all.iter().filter(|suppression| !suppression.used);
        kept.extend(idle.map(|suppression| suppression.finding(meta)));
    }
    kept
}

fn read(document: &Document, side: Side) -> Vec<Suppression> {
    const OPEN: &str = "<!--";
    const CLOSE: &str = "-->";
    let source = document.source(side);
    let text = source.text();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(OPEN)).map(|start| at + start)
    {
        let inside = start + OPEN.len();
        let Some(length) = text[inside..].find(CLOSE) else { break };
        at = inside + length + CLOSE.len();
        let comment = text[inside..inside + length].trim();
        let Some(order) = comment.strip_prefix("duizhao:") else { continue };
        found.extend(parse(document, side, order.trim(), at));
    }
    found
}

fn parse(document: &Document, side: Side, order: &str, end: usize) -> Option<Suppression> {
    let (order, _reason) = order.split_once("--").unwrap_or((order, ""));
    let (verb, names) = order.trim().split_once(char::is_whitespace).unwrap_or((order.trim(), ""));
    let whole_file = match verb {
        "ignore" => false,
        "ignore-file" => true,
        _ => return None,
    };
    let names: Vec<String> = names
        .split([',', ' '])
        .filter(|name| !name.is_empty() && *name != "all")
        .map(str::to_owned)
        .collect();
    let is_known =
        |name: &String| rules::REGISTRY.iter().any(|rule| names_rule(name, rule.meta().id));
    let unknown = names.iter().filter(|name| !is_known(name)).cloned().collect();
    let sides = if document.is_interleaved() { Side::BOTH.to_vec() } else { vec![side] };
    let turns = || sides.iter().flat_map(|side| document.turns(*side));
    let behind = |turn: &&Turn| turn.extent.start() as usize >= end;
    let next = turns().filter(behind).min_by_key(|turn| turn.extent.start());
    let near = next.or_else(|| turns().max_by_key(|turn| turn.extent.start()))?.id;
    Some(Suppression {
        names,
        unknown,
        turn: next.map(|turn| turn.id),
        near,
        whole_file,
        text: order.trim().to_owned(),
        used: false,
    })
}

/// Whether a name is that of a rule or of its group.
fn names_rule(name: &str, id: &str) -> bool {
    id == name || id.strip_prefix(name).is_some_and(|thing| thing.starts_with('-'))
}

impl Suppression {
    fn holds(&self, document: &Document, finding: &Finding) -> bool {
        let named = self.names.is_empty()
            || self.names.iter().any(|name| names_rule(name, finding.rule.id));
        if !named || self.whole_file {
            return named;
        }
        let Some(turn) = self.turn else { return false };
        let pair = document.pair(turn);
        // A finding about a long run lists many turns; where it points is what counts.
        let places = [&finding.zh, &finding.en].into_iter().flatten();
        let mut turns: Vec<TurnId> = places.map(|place| place.turn).collect();
        if turns.is_empty() {
            turns.clone_from(&finding.turns);
        }
        turns.iter().any(|turn| document.pair(*turn) == pair)
    }

    fn finding(&self, meta: &'static Meta) -> Finding {
        let message = match self.unknown.first() {
            Some(name) => {
                let closest = rules::closest(name);
                let hint = closest.map_or(String::new(), |id| format!("; did you mean `{id}`?"));
                format!("the comment `duizhao: {}` names no rule: `{name}`{hint}", self.text)
            }
            None => format!("the comment `duizhao: {}` silences nothing", self.text),
        };
        Finding::new(meta, message)
            .at(Place::new(self.near, Span::new(0, 0)))
            .help("take the comment out, or mend it")
    }
}
