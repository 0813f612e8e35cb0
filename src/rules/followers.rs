//! Findings that are wrong only because something larger is: one cause, one finding.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::document::{Document, TurnId};
use crate::finding::{Finding, Part, Place};
use crate::text::{Side, Span, sentences};

/// A stretch of a turn.
type Extent = (TurnId, Span);

/// Leaves out what is wrong only because a whole sentence is missing or added: its numbers, names
/// and terms. Of a row that is paired wrongly, and of a turn that is left in the other language, nothing is compared;
/// a sentence that is left so is not missing as well. Of a row without its other side nothing else is told.
pub(crate) fn without_followers(document: &Document, findings: Vec<Finding>) -> Vec<Finding> {
    let causes = Causes::of(document, &findings);
    findings.into_iter().filter(|finding| !causes.explain(finding)).collect()
}

/// What explains other findings.
struct Causes<'d> {
    document: &'d Document,
    /// Turns of which nothing is compared.
    strays: BTreeSet<TurnId>,
    /// Turns of rows that have a text on one side only.
    lone: BTreeSet<TurnId>,
    /// Sentences that are missing or too many.
    gone: Vec<Extent>,
    /// Rows, or parts of them, that stand there a second time.
    copies: Vec<Extent>,
    /// What is left in the other language.
    left: Vec<Extent>,
    /// Turns of rows that stop in the middle of a sentence.
    cut: BTreeSet<TurnId>,
    /// Where turns of transcripts stop in the middle of a sentence.
    stops: Vec<Extent>,
    /// What the other side says from there on.
    unsaid: Vec<Extent>,
    /// Terms whose translation is missing.
    terms: Vec<Extent>,
}

impl<'d> Causes<'d> {
    fn of(document: &'d Document, findings: &[Finding]) -> Causes<'d> {
        let strays = findings.iter().filter(|finding| is_stray(document, finding));
        let lone = findings.iter().filter(|finding| is_lone(document, finding));
        let repeats = findings
            .iter()
            .filter(|finding| document.has_rows() && finding.rule.id == "pairing-duplicate");
        let copies = repeats.flat_map(|repeat| [&repeat.zh, &repeat.en]).flatten();
        let cuts = findings
            .iter()
            .filter(|finding| document.has_rows() && finding.rule.id == "turn-truncated");
        let stops = || {
            let transcript = !document.has_rows();
            findings.iter().filter(move |stop| transcript && stop.rule.id == "turn-truncated")
        };
        let terms = findings.iter().filter(|finding| finding.rule.id == "term-missing");
        let is_part = |place: &Extent| is_part(document, *place);
        Causes {
            document,
            strays: strays.flat_map(|stray| stray.turns.iter().copied()).collect(),
            lone: lone.flat_map(|row| row.turns.iter().copied()).collect(),
            gone: findings.iter().filter_map(sentence).collect(),
            // Beside the copy stands the whole of the other side.
            copies: copies.filter_map(extent).filter(is_part).collect(),
            left: findings.iter().filter_map(left).collect(),
            cut: cuts.flat_map(|cut| cut.turns.iter().copied()).collect(),
            stops: stops().filter_map(|stop| extent_on(stop, stop.side())).collect(),
            unsaid: stops().filter_map(|stop| unsaid(document, stop, findings)).collect(),
            terms: terms.filter_map(|term| extent_on(term, Side::En)).filter(is_part).collect(),
        }
    }

    /// Whether a finding says no more than one of the causes does.
    fn explain(&self, finding: &Finding) -> bool {
        self.is_of_a_stray(finding) || self.is_of_a_lone(finding) || self.is_follower(finding)
    }

    /// Whether a finding compares what is not to be compared.
    fn is_of_a_stray(&self, finding: &Finding) -> bool {
        let compares = ["number-", "term-", "name-", "sentence-", "length-"];
        compares.iter().any(|group| finding.rule.id.starts_with(group))
            && finding.turns.iter().any(|turn| self.strays.contains(turn))
    }

    /// Whether a finding says more of a row than that a side of it is empty.
    fn is_of_a_lone(&self, finding: &Finding) -> bool {
        !is_lone(self.document, finding)
            && finding.turns.iter().any(|turn| self.lone.contains(turn))
    }

    fn is_follower(&self, finding: &Finding) -> bool {
        match finding.rule.id {
            "sentence-missing" | "sentence-extra" => {
                // What a row that was cut lacks is told by where it stops.
                finding.turns.iter().any(|turn| self.cut.contains(turn))
                    || sentence(finding).is_some_and(|own| {
                        self.is_copy(own) || self.is_left(finding, own) || holds(&self.unsaid, own)
                    })
            }
            // The turn is short because the sentence is gone.
            "length-ratio" => self.gone.iter().any(|(turn, _)| finding.turns.contains(turn)),
            "number-mismatch" => self.is_cut_off(finding),
            "number-missing" => self.is_gone(finding, Side::Zh),
            "number-extra" => self.is_gone(finding, Side::En),
            "name-missing" if self.is_told_as_a_term(finding) => true,
            // Their places on the side that has them say where they belong.
            "name-missing" | "term-missing" => {
                Side::BOTH.into_iter().any(|side| self.is_gone(finding, side))
            }
            _ => false,
        }
    }

    /// Whether the second copy is the sentence too many.
    fn is_copy(&self, own: Extent) -> bool {
        overlaps(&self.copies, own)
    }

    /// Whether the sentence is not missing, but left in the other language.
    fn is_left(&self, finding: &Finding, own: Extent) -> bool {
        let text = |(turn, span): Extent| span.of(self.document.turn(turn).text());
        let sentence = text(own).trim_end_matches(['。', '！', '？', '.', '!', '?']);
        let mut beside = self.left.iter().filter(|(turn, _)| finding.turns.contains(turn));
        beside.any(|left| text(*left).contains(sentence))
    }

    /// Whether it stands in a sentence that is gone.
    fn is_gone(&self, finding: &Finding, side: Side) -> bool {
        extent_on(finding, side)
            .is_some_and(|own| holds(&self.gone, own) || holds(&self.unsaid, own))
    }

    /// Whether a turn stops at one of its numbers: 一成五到两成 against "you end up with fifteen".
    fn is_cut_off(&self, finding: &Finding) -> bool {
        let ends = |(turn, span): Extent| {
            self.stops.iter().any(|(own, stop)| *own == turn && stop.end() <= span.end())
        };
        Side::BOTH.into_iter().any(|side| extent_on(finding, side).is_some_and(ends))
    }

    /// Whether a person who stands there in the place of another is told with that one.
    fn is_told_as_a_term(&self, finding: &Finding) -> bool {
        let name = extent_on(finding, Side::En).filter(|name| is_part(self.document, *name));
        name.is_some_and(|name| overlaps(&self.terms, name))
    }
}

/// Whether nothing is to be compared in the turns of a finding: its row is paired wrongly, or all of a turn is left
/// in the other language.
fn is_stray(document: &Document, finding: &Finding) -> bool {
    document.has_rows() && finding.rule.id == "pairing-shifted"
        || left(finding).is_some_and(|place| !is_part(document, place))
}

/// Whether it says that a side of a row is empty.
fn is_lone(document: &Document, finding: &Finding) -> bool {
    document.has_rows() && matches!(finding.rule.id, "pairing-missing" | "pairing-extra")
}

/// What the counterpart of a turn goes on to say where that one stops: the sentences that are told to be missing at its
/// end, and the one before them, which was cut.
fn unsaid(document: &Document, stop: &Finding, findings: &[Finding]) -> Option<Extent> {
    /// So few characters behind a sentence are too short to be missed by themselves.
    const SHORT: usize = 30;
    let side = stop.side().other();
    let (turn, last) = extent_on(stop, side)?;
    let text = document.turn(turn).text();
    let own = findings.iter().filter_map(sentence).filter(|(own, _)| *own == turn);
    let mut missed: Vec<Span> = own.map(|(_, span)| span).collect();
    missed.sort_by_key(|span| Reverse(span.end()));
    let mut start = text.len();
    for span in missed {
        let between = text.get(span.end() as usize..start).unwrap_or_default();
        if between.trim().chars().nth(SHORT).is_none() {
            start = start.min(span.start() as usize);
        }
    }
    let cut_in = start.min(last.start() as usize + 1);
    let sentences = sentences(text, side).into_iter().map(|span| span.start() as usize);
    let begin = sentences.take_while(|begin| *begin < cut_in).last()?;
    Some((turn, Span::at(begin..text.len())))
}

/// The sentence that is missing or too many.
fn sentence(finding: &Finding) -> Option<Extent> {
    let side = if finding.rule.id == "sentence-missing" { Side::Zh } else { Side::En };
    extent_on(finding, side).filter(|_| finding.rule.id.starts_with("sentence-"))
}

/// What is left in the other language.
fn left(finding: &Finding) -> Option<Extent> {
    let place = [&finding.zh, &finding.en].into_iter().flatten().next().and_then(extent);
    place.filter(|_| finding.rule.id == "untranslated")
}

/// Whether a stretch is less than its turn.
fn is_part(document: &Document, (turn, span): Extent) -> bool {
    (span.len() as usize) < document.turn(turn).text().len()
}

fn extent(place: &Place) -> Option<Extent> {
    match place.part {
        Part::Text(span) => Some((place.turn, span)),
        Part::Label | Part::Beside(_) => None,
    }
}

fn extent_on(finding: &Finding, side: Side) -> Option<Extent> {
    finding.place(side).and_then(extent)
}

fn holds(all: &[Extent], (turn, span): Extent) -> bool {
    all.iter().any(|(own, other)| *own == turn && other.contains(span))
}

fn overlaps(all: &[Extent], (turn, span): Extent) -> bool {
    all.iter().any(|(own, other)| *own == turn && other.overlaps(span))
}
