//! One document on its way through the rules, alone or together with others.

use rayon::prelude::*;

use super::Checker;
use crate::document::{Document, TurnId};
use crate::finding::Finding;
use crate::gate;
use crate::link::Links;
use crate::report::{FileReport, file_report};
use crate::rules::{self, Analysed, Context, Part};
use crate::text::Side;

/// Rows of a corpus that one thread takes at a time.
const LEAST_ROWS: usize = 128;

/// A document that is linked and not yet checked. What rules read from it is kept from one step to the next.
#[derive(Debug)]
pub struct Run<'d> {
    checker: &'d Checker,
    analysed: Analysed<'d>,
}

/// What can only be seen in several documents, for each of them. Documents whose checker leaves a rule out
/// take no part in it.
pub fn together(runs: &[Run<'_>]) -> Vec<Vec<Finding>> {
    let mut told = vec![Vec::new(); runs.len()];
    for &rule in rules::REGISTRY {
        let takes_part = |run: &Run<'_>| run.checker.selection.has(rule.meta().id);
        let places: Vec<usize> = (0..runs.len()).filter(|&at| takes_part(&runs[at])).collect();
        let parts: Vec<Part<'_>> = places.iter().map(|&at| runs[at].part()).collect();
        let mut findings = vec![Vec::new(); parts.len()];
        rule.check_together(&parts, &mut findings);
        for (at, findings) in places.into_iter().zip(findings) {
            told[at].extend(findings);
        }
    }
    told
}

impl<'d> Run<'d> {
    /// `document`, as `links` link it, to be checked by `checker`.
    pub fn new(checker: &'d Checker, document: &'d Document, links: &'d Links) -> Run<'d> {
        Run { checker, analysed: Analysed::new(document, links) }
    }

    /// The document.
    pub fn document(&self) -> &'d Document {
        self.analysed.document()
    }

    /// The report on it, with `told` as [`findings`](Run::findings) takes it.
    pub fn report(&self, told: Vec<Finding>) -> FileReport {
        file_report(self.document(), &self.analysed.links().links, &self.findings(told))
    }

    fn context(&self) -> Context<'_> {
        Context {
            lexicon: self.checker.lexicon(),
            dictionary: self.checker.dictionary(),
            settings: &self.checker.settings,
        }
    }

    fn part(&self) -> Part<'_> {
        Part { document: &self.analysed, context: self.context() }
    }

    /// Everything that a person should look at in the document, in the order of the
    /// places that are shown ([`Finding::side`]). `told` is what
    /// [`together`] found of it.
    pub fn findings(&self, told: Vec<Finding>) -> Vec<Finding> {
        let context = self.context();
        let selection = &self.checker.selection;
        let document = self.analysed.document();
        let mut findings = told;
        for rule in selection.rules() {
            rule.check_document(&self.analysed, &context, &mut findings);
        }
        // Rows are short, and many threads at one stretch of them get into each other's way.
        let least = if document.has_rows() { LEAST_ROWS } else { 1 };
        let on_links: Vec<Vec<Finding>> = (0..self.analysed.links().links.len())
            .into_par_iter()
            .with_min_len(least)
            .map(|index| {
                let link = self.analysed.link(index);
                let mut findings = Vec::new();
                if link.is_checked() {
                    for rule in selection.rules() {
                        rule.check_link(&link, &context, &mut findings);
                    }
                }
                findings
            })
            .collect();
        findings.extend(on_links.into_iter().flatten());
        let findings = rules::without_followers(document, findings);
        let mut findings = gate::without_suppressed(document, findings, selection);
        self.checker.grades.apply(&mut findings);
        if let Some(earlier) = &self.checker.earlier {
            findings.retain(|finding| earlier.concerns(document, finding));
        }
        findings.sort_by_cached_key(|finding| order(document, finding));
        findings
    }
}

/// Where a finding stands among others: by the place that is shown of it, then by rule. Places in two files are compared
/// by the pair of the layout that they stand in first.
fn order(document: &Document, finding: &Finding) -> (usize, Side, u32, usize) {
    let side = finding.side();
    let shown = finding.place(side);
    let turn = shown.map(|place| place.turn).or(finding.turns.first().copied());
    let of_turn = |turn: TurnId| document.turn(turn).extent.start();
    let start = shown.map(|place| place.in_source(document).start()).or(turn.map(of_turn));
    let pair = match document.is_interleaved() {
        true => (0, Side::Zh),
        false => (turn.map_or(0, |turn| document.pair(turn)), side),
    };
    let rule = rules::REGISTRY.iter().position(|rule| std::ptr::eq(rule.meta(), finding.rule));
    (pair.0, pair.1, start.unwrap_or(0), rule.unwrap_or(usize::MAX))
}
