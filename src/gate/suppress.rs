//! Comments in a transcript that silence rules:
//!
//! ```text
//! <!-- duizhao: ignore number-mismatch, term -- the speaker misspoke -->     for the next pair
//! <!-- duizhao: ignore-file speaker-unknown -->                              for the whole file
//! ```
//!
//! Without rules, all are silenced. What follows `--` is a reason for people. A comment that silences
//! nothing is reported, so that none outlives its cause; but only where every rule that it may have been
//! written for has run. A name that is no rule, and an order that is none, are reported in any case.

use std::collections::BTreeSet;

use super::Selection;
use super::order::{Order, WHOLE_FILE};
use crate::document::{Document, Turn, TurnId};
use crate::finding::{Finding, Meta, Place};
use crate::rules;
use crate::text::{Side, Span};

/// A comment of ours.
#[derive(Debug)]
struct Suppression {
    /// Rules or groups; empty for all.
    names: Vec<String>,
    /// What is wrong with it, where it cannot do what it was written for.
    fault: Option<String>,
    /// The turn behind it; nothing for a whole file.
    turn: Option<TurnId>,
    /// The turn that it stands before, or the last one.
    near: TurnId,
    /// The comment itself.
    span: Span,
    whole_file: bool,
    text: String,
}

/// The rule for comments that silence nothing.
const UNUSED: &str = "suppression-unused";

/// The findings that no comment of the document silences, and one for each comment that silences
/// none, if the rule for those is on. `selection` is which rules have run.
pub(crate) fn apply(
    document: &Document,
    findings: Vec<Finding>,
    selection: &Selection,
) -> Vec<Finding> {
    let all: Vec<Suppression> = Side::BOTH
        .into_iter()
        .filter(|&side| side == Side::Zh || !document.is_interleaved())
        .flat_map(|side| read(document, side))
        .collect();
    if all.is_empty() {
        return findings;
    }
    // Comments and findings meet at a rule and a place, so that many of both cost no more than their
    // number.
    let silenced: BTreeSet<Target> = all.iter().flat_map(|one| one.targets(document)).collect();
    let mut met: BTreeSet<Target> = BTreeSet::new();
    let mut kept: Vec<Finding> = Vec::new();
    for finding in findings {
        let targets = targets_of(document, &finding);
        let mut hit = targets.into_iter().filter(|target| silenced.contains(target)).peekable();
        if hit.peek().is_none() {
            kept.push(finding);
        } else {
            met.extend(hit);
        }
    }
    if let Some(meta) = selection.rules().map(|rule| rule.meta()).find(|meta| meta.id == UNUSED) {
        let ran: BTreeSet<&str> = selection.rules().map(|rule| rule.meta().id).collect();
        let is_idle = |one: &Suppression| {
            one.has_had_its_chance(&ran)
                && !one.targets(document).any(|target| met.contains(&target))
        };
        let told = all.iter().filter(|one| one.fault.is_some() || is_idle(one));
        kept.extend(told.map(|suppression| suppression.finding(meta)));
    }
    kept
}

/// What a comment may silence: a rule, by its name, in a pair of the layout or in the whole file.
type Target = (&'static str, Option<usize>);

/// Where a finding may be silenced.
fn targets_of(document: &Document, finding: &Finding) -> Vec<Target> {
    // A finding about a long run lists many turns; where it points is what counts.
    let places = [&finding.zh, &finding.en].into_iter().flatten();
    let mut turns: Vec<TurnId> = places.map(|place| place.turn).collect();
    if turns.is_empty() {
        turns.clone_from(&finding.turns);
    }
    let pairs = turns.iter().map(|turn| Some(document.pair(*turn)));
    std::iter::once(None).chain(pairs).map(|pair| (finding.rule.id, pair)).collect()
}

fn read(document: &Document, side: Side) -> Vec<Suppression> {
    const OPEN: &str = "<!--";
    const CLOSE: &str = "-->";
    let source = document.source(side);
    let text = source.text();
    let sides = if document.is_interleaved() { Side::BOTH.to_vec() } else { vec![side] };
    let mut turns: Vec<&Turn> = sides.iter().flat_map(|side| document.turns(*side)).collect();
    turns.sort_by_key(|turn| turn.extent.start());
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(OPEN)).map(|start| at + start)
    {
        let inside = start + OPEN.len();
        let Some(length) = text[inside..].find(CLOSE) else { break };
        at = inside + length + CLOSE.len();
        let comment = text[inside..inside + length].trim();
        if let Some(order) = Order::read(comment) {
            found.extend(suppression(&turns, &order, Span::at(start..at)));
        }
    }
    found
}

/// What the comment at `span` does; `turns` are in file order.
fn suppression(turns: &[&Turn], order: &Order<'_>, span: Span) -> Option<Suppression> {
    let behind = turns.partition_point(|turn| turn.extent.start() < span.end());
    let next = turns.get(behind);
    Some(Suppression {
        names: order.names.iter().map(|name| (*name).to_owned()).collect(),
        fault: order.fault(),
        // One that is misunderstood silences nothing.
        turn: next.map(|turn| turn.id).filter(|_| order.is_understood()),
        near: next.or(turns.last())?.id,
        span,
        whole_file: order.verb == WHOLE_FILE && order.is_understood(),
        // It is quoted in one line, however many it is written in.
        text: order.text.split_whitespace().collect::<Vec<_>>().join(" "),
    })
}

impl Suppression {
    fn targets(&self, document: &Document) -> impl Iterator<Item = Target> {
        let place = match (self.whole_file, self.turn) {
            (true, _) => Some(None),
            (false, turn) => turn.map(|turn| Some(document.pair(turn))),
        };
        place.into_iter().flat_map(|place| self.rules().map(move |meta| (meta.id, place)))
    }

    /// The rules that it may silence.
    fn rules(&self) -> impl Iterator<Item = &'static Meta> {
        let named =
            |id| self.names.is_empty() || self.names.iter().any(|name| rules::names_rule(name, id));
        rules::REGISTRY.iter().map(|rule| rule.meta()).filter(move |meta| named(meta.id))
    }

    /// Whether all rules that it may silence are among those that `ran`.
    fn has_had_its_chance(&self, ran: &BTreeSet<&str>) -> bool {
        self.rules().all(|meta| ran.contains(meta.id))
    }

    fn finding(&self, meta: &'static Meta) -> Finding {
        let fault = self.fault.as_deref().unwrap_or("silences nothing");
        Finding::new(meta, format!("the comment `{}` {fault}", self.text))
            .at(Place::beside(self.near, self.span))
            .help("take the comment out, or mend it")
    }
}
