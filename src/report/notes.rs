//! What is said beside a finding's message: what to do, and where its turns stand.

use super::model::FindingReport;
use super::turns::Turns;
use crate::text::Side;
pub(super) use crate::text::counted;

/// Runs of turns whose lines are told; a document that is broken everywhere has many.
const RUNS: usize = 8;

/// What to do about a finding: its help, and the text to write.
pub(super) fn advice(finding: &FindingReport) -> Vec<String> {
    finding.help.iter().cloned().chain(to_write(finding)).collect()
}

/// The same with a name before the help, where it stands among other lines.
pub(super) fn named_advice(finding: &FindingReport) -> Vec<String> {
    finding.help.iter().map(|help| format!("help: {help}")).chain(to_write(finding)).collect()
}

fn to_write(finding: &FindingReport) -> Option<String> {
    replacement(finding).map(|text| format!("write: {text}"))
}

/// What to write, where that is certain and the help does not say it already.
pub(super) fn replacement(finding: &FindingReport) -> Option<&str> {
    let text = finding.suggestion.as_ref()?.text.as_str();
    let is_said = finding.help.as_ref().is_some_and(|help| help == &format!("write “{text}”"));
    (!is_said).then_some(text)
}

/// The message with the advice behind it, for formats that have one text for a finding.
pub(super) fn message_with_advice(finding: &FindingReport) -> String {
    message_with(finding, &advice(finding))
}

/// The message with the help behind it, for formats that have a field for the suggestion.
pub(super) fn message_with_help(finding: &FindingReport) -> String {
    message_with(finding, finding.help.as_slice())
}

fn message_with(finding: &FindingReport, notes: &[String]) -> String {
    match notes {
        [] => finding.message.clone(),
        notes => format!("{} ({})", finding.message, notes.join("; ")),
    }
}

/// Where the turns of a finding about the pairing stand: `Z84 to Z93: lines 170–188`. Nothing where it speaks of no
/// more than a turn on each side, whose lines are shown anyhow.
pub(super) fn lines_of_runs(turns: &Turns<'_>, finding: &FindingReport) -> Option<String> {
    let sides = [&finding.zh_turns, &finding.en_turns];
    let is_run = finding.rule.starts_with("pairing-") && sides.iter().any(|side| side.len() > 1);
    if !is_run {
        return None;
    }
    let of_side = |side: Side| runs(turns, sides[side as usize]);
    let mut told: Vec<String> = Side::BOTH.into_iter().flat_map(of_side).collect();
    if told.len() > RUNS {
        told.truncate(RUNS);
        told.push("…".to_owned());
    }
    (!told.is_empty()).then(|| told.join("; "))
}

/// The turns of one side, those that follow each other together, with their lines.
fn runs(turns: &Turns<'_>, names: &[String]) -> Vec<String> {
    let known: Vec<_> = names.iter().filter_map(|name| Some(turns.get(name)?.turn)).collect();
    let runs = known.chunk_by(|a, b| a.number.checked_add(1) == Some(b.number));
    let told = runs.filter_map(|run| {
        let (first, last) = (run.first()?, run.last()?);
        let names = match run.len() {
            1 => first.id.clone(),
            2 => format!("{} and {}", first.id, last.id),
            _ => format!("{} to {}", first.id, last.id),
        };
        Some(match (first.start_line, last.end_line) {
            (from, to) if from == to => format!("{names}: line {from}"),
            (from, to) => format!("{names}: lines {from}–{to}"),
        })
    });
    told.collect()
}
