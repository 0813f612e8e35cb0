//! What the template shows of a report.

use std::collections::BTreeSet;

use super::picture;
use super::side::SideView;
use crate::report::model::{FileReport, FindingReport, Report, TurnReport};
use crate::report::notes::{counted, lines_of_runs, replacement};
use crate::report::turns::Turns;
use crate::text::Side;

/// What the list can be narrowed to.
pub(super) struct Filters {
    /// The rules that found something, with how often.
    pub(super) rules: Vec<(String, usize)>,
    /// The speakers of the turns in question, in the order of their names.
    pub(super) speakers: BTreeSet<String>,
    /// The files that something was found in: number, path, and how much.
    pub(super) files: Vec<(usize, String, usize)>,
}

impl Filters {
    pub(super) fn new(report: &Report, files: &[FileView<'_>]) -> Filters {
        let findings = files.iter().flat_map(|view| &view.findings);
        let speakers = findings.flat_map(|finding| &finding.speakers);
        let rules = report.summary.by_rule.iter();
        let found = files.iter().filter(|view| !view.findings.is_empty());
        Filters {
            rules: rules.map(|(rule, count)| (rule.clone(), *count)).collect(),
            speakers: speakers.map(|speaker| (*speaker).to_owned()).collect(),
            files: found
                .map(|view| (view.number, view.file.path.clone(), view.findings.len()))
                .collect(),
        }
    }
}

/// The title of the page, by which windows are told apart.
pub(super) fn title(report: &Report) -> String {
    let found = counted(report.summary.total(), "finding");
    match report.files.as_slice() {
        [only] => format!("{found} in {} – duizhao", only.path),
        files => format!("{found} in {} – duizhao", counted(files.len(), "file")),
    }
}

/// Where to begin.
pub(super) fn advice(report: &Report) -> &'static str {
    let is_paired_wrongly = |(file, finding): (&FileReport, &FindingReport)| {
        !file.rows && finding.rule.starts_with("pairing-")
    };
    if report.summary.total() == 0 {
        "Nothing to do: no findings."
    } else if report.findings().any(is_paired_wrongly) {
        "Begin with the findings about pairing: what is wrong there is wrong in every turn behind it. Then go on \
         from top to bottom."
    } else if report.summary.errors > 0 {
        "Begin with the errors: they change what is said."
    } else {
        "There are no errors; what is told is worth a look."
    }
}

/// One file.
pub(super) struct FileView<'r> {
    pub(super) file: &'r FileReport,
    /// Its number, from 1.
    pub(super) number: usize,
    /// What the names of its findings begin with: two files may have a fingerprint in common.
    pub(super) anchor: String,
    /// What the names of its turns begin with.
    pub(super) texts: String,
    /// The picture of the pairing; nothing for the rows of a corpus.
    pub(super) picture: Option<String>,
    pub(super) findings: Vec<FindingView<'r>>,
    /// The turns that some finding does not show in full.
    pub(super) turns: Vec<&'r TurnReport>,
}

impl<'r> FileView<'r> {
    pub(super) fn new(file: &'r FileReport, number: usize) -> FileView<'r> {
        let anchor = if number == 1 { "f".to_owned() } else { format!("f{number}") };
        let has_picture = !file.rows && !file.turns.is_empty();
        let said = Turns::found(file);
        let findings: Vec<FindingView<'_>> =
            file.findings.iter().map(|finding| FindingView::new(&said, finding)).collect();
        let cut = findings.iter().filter(|finding| finding.has_more);
        let cut: BTreeSet<&str> = cut.flat_map(|finding| finding.names.iter().copied()).collect();
        let turns = file.turns.iter().filter(|turn| cut.contains(turn.id.as_str())).collect();
        FileView {
            file,
            number,
            picture: has_picture.then(|| picture::draw(file, &anchor)),
            anchor,
            texts: format!("t{number}"),
            findings,
            turns,
        }
    }
}

/// One finding.
pub(super) struct FindingView<'r> {
    pub(super) finding: &'r FindingReport,
    pub(super) speakers: Vec<&'r str>,
    /// Its turns in a few words.
    pub(super) turns: String,
    /// All of its turns.
    pub(super) names: Vec<&'r str>,
    pub(super) sides: Vec<SideView<'r>>,
    /// Where the turns of a run stand.
    pub(super) lines: Option<String>,
    /// What to do, in pieces that are code or not.
    pub(super) help: Vec<(bool, &'r str)>,
    /// What to write.
    pub(super) replacement: Option<&'r str>,
    /// Whether its turns say more than is shown.
    pub(super) has_more: bool,
}

impl<'r> FindingView<'r> {
    /// How sure it is, in percent.
    pub(super) fn percent(&self) -> Option<u8> {
        self.finding.confidence.map(|sure| (sure * 100.0).round() as u8)
    }

    fn new(said: &Turns<'r>, finding: &'r FindingReport) -> FindingView<'r> {
        let names = finding.zh_turns.iter().chain(&finding.en_turns);
        let names: Vec<&str> = names.map(String::as_str).collect();
        let turns = match names.as_slice() {
            names if names.len() > 6 => {
                let sides = [&finding.zh_turns, &finding.en_turns].map(|turns| run(turns));
                let sides: Vec<String> = sides.into_iter().flatten().collect();
                format!("{} ({} turns)", sides.join(" · "), names.len())
            }
            _ => names.join(" "),
        };
        // A side that is empty has nothing to show.
        let is_empty = |turn: &str| said.get(turn).is_some_and(|said| said.len() == 0);
        let places = Side::BOTH.into_iter().filter_map(|side| Some((side, finding.place(side)?)));
        let sides: Vec<SideView<'_>> = places
            .filter(|(_, place)| place.offset.is_none() || !is_empty(&place.turn))
            .map(|(side, place)| SideView::new(said, side, place))
            .collect();
        let is_shown = |name: &&str| {
            is_empty(name) || sides.iter().any(|side| side.turn == *name && !side.is_cut)
        };
        FindingView {
            finding,
            speakers: speakers_of(said, finding),
            turns,
            has_more: !names.iter().all(is_shown),
            names,
            sides,
            lines: lines_of_runs(said, finding),
            help: finding.help.as_deref().map(code_and_text).unwrap_or_default(),
            replacement: replacement(finding),
        }
    }
}

/// The first and the last of several turns of one side.
fn run(turns: &[String]) -> Option<String> {
    match turns {
        [] => None,
        [_] | [_, _] => Some(turns.join(" ")),
        [first, .., last] => Some(format!("{first} … {last}")),
    }
}

/// The pieces of a help text between backticks, each with whether it is code.
fn code_and_text(help: &str) -> Vec<(bool, &str)> {
    let pieces = help.split('`').enumerate().map(|(at, piece)| (at % 2 == 1, piece));
    pieces.filter(|(_, piece)| !piece.is_empty()).collect()
}

fn speakers_of<'r>(turns: &Turns<'r>, finding: &FindingReport) -> Vec<&'r str> {
    let places = [&finding.zh, &finding.en].into_iter().flatten();
    let turns = places.filter_map(|place| turns.get(&place.turn));
    let mut speakers: Vec<&str> = turns.filter_map(|said| said.turn.speaker.as_deref()).collect();
    speakers.dedup();
    speakers
}
