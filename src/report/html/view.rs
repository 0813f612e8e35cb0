//! What the template shows of a report.

use std::collections::BTreeMap;

use super::picture;
use crate::report::model::{FileReport, FindingReport, Lang, PlaceReport, Report};
use crate::report::turns::{Said, Turns};
use crate::text::Side;

/// Characters of a turn that are shown before and after a place; a Chinese one says more.
const CONTEXT: [usize; 2] = [50, 140];

/// What the list can be narrowed to.
pub(super) struct Filters {
    /// The rules that found something, with how often.
    pub(super) rules: Vec<(String, usize)>,
    /// The speakers of the turns in question, in the order of their names.
    pub(super) speakers: Vec<String>,
}

impl Filters {
    pub(super) fn new(report: &Report) -> Filters {
        let mut speakers = BTreeMap::new();
        for file in &report.files {
            let turns = Turns::found(file);
            for speaker in file.findings.iter().flat_map(|finding| speakers_of(&turns, finding)) {
                speakers.insert(speaker.to_owned(), ());
            }
        }
        let rules = report.summary.by_rule.iter();
        Filters {
            rules: rules.map(|(rule, count)| (rule.clone(), *count)).collect(),
            speakers: speakers.into_keys().collect(),
        }
    }
}

/// One file.
pub(super) struct FileView<'r> {
    pub(super) file: &'r FileReport,
    /// The picture of the pairing; nothing for the rows of a corpus.
    pub(super) picture: Option<String>,
    pub(super) findings: Vec<FindingView<'r>>,
}

impl<'r> FileView<'r> {
    pub(super) fn new(file: &'r FileReport) -> FileView<'r> {
        let picture = (!file.rows && !file.turns.is_empty()).then(|| picture::draw(file));
        let turns = Turns::found(file);
        let findings = file.findings.iter().map(|finding| FindingView::new(&turns, finding));
        FileView { file, picture, findings: findings.collect() }
    }
}

/// One finding.
pub(super) struct FindingView<'r> {
    pub(super) finding: &'r FindingReport,
    pub(super) speakers: String,
    pub(super) turns: String,
    pub(super) sides: Vec<SideView<'r>>,
}

/// One side of a finding: where it points, in its surroundings.
pub(super) struct SideView<'r> {
    pub(super) turn: &'r str,
    pub(super) lang: &'static str,
    pub(super) speaker: &'r str,
    pub(super) line: u32,
    pub(super) before: String,
    pub(super) mark: String,
    pub(super) after: String,
    pub(super) read: &'r str,
}

impl<'r> FindingView<'r> {
    /// How sure it is, in percent.
    pub(super) fn percent(&self) -> Option<u8> {
        self.finding.confidence.map(|sure| (sure * 100.0).round() as u8)
    }

    fn new(said: &Turns<'r>, finding: &'r FindingReport) -> FindingView<'r> {
        let turns = finding.zh_turns.iter().chain(&finding.en_turns);
        let turns: Vec<&str> = turns.map(String::as_str).collect();
        let turns = match turns.as_slice() {
            [first, .., last] if turns.len() > 6 => {
                format!("{first} … {last} ({} turns)", turns.len())
            }
            _ => turns.join(" "),
        };
        let sides = Side::BOTH
            .into_iter()
            .filter_map(|side| Some(SideView::new(said, side, finding.place(side)?)));
        FindingView {
            finding,
            speakers: speakers_of(said, finding).join("|"),
            turns,
            sides: sides.collect(),
        }
    }
}

fn speakers_of<'r>(turns: &Turns<'r>, finding: &FindingReport) -> Vec<&'r str> {
    let places = [&finding.zh, &finding.en].into_iter().flatten();
    let turns = places.filter_map(|place| turns.get(&place.turn));
    let mut speakers: Vec<&str> = turns.filter_map(|said| said.turn.speaker.as_deref()).collect();
    speakers.dedup();
    speakers
}

impl<'r> SideView<'r> {
    fn new(turns: &Turns<'r>, side: Side, place: &'r PlaceReport) -> SideView<'r> {
        let context = CONTEXT[side as usize];
        let said = turns.get(&place.turn);
        // A place in the label has no offset; then the turn is shown from its start.
        let offset = place.offset.unwrap_or(0);
        let length = if place.offset.is_some() { place.text.chars().count() } else { 0 };
        let mark = if place.offset.is_some() { String::new() } else { place.text.clone() };
        let all = said.map_or(0, Said::len);
        let part = |from, to| said.map_or("", |said| said.part(from, to));
        let dots = |cut: bool| if cut { "…" } else { "" };
        let offset = offset.min(all);
        let skipped = offset.saturating_sub(context);
        let start = part(skipped, offset);
        let end = offset.saturating_add(length);
        let rest = part(end, end.saturating_add(context));
        let cut = end.saturating_add(context) < all;
        // Where something should stand in a long turn, a mark over all of it shows nothing.
        let (start, marked) = match offset == 0 && length >= all && all > 2 * context {
            true => (part(0, all), String::new()),
            false => (start, place.text.clone()),
        };
        SideView {
            turn: &place.turn,
            lang: if Lang::from(side) == Lang::Zh { "zh" } else { "en" },
            speaker: said.and_then(|said| said.turn.speaker.as_deref()).unwrap_or(""),
            line: place.start.line,
            before: format!("{}{start}", dots(skipped > 0)),
            mark: if mark.is_empty() { marked } else { format!("{mark}: ") },
            after: format!("{rest}{}", dots(cut)),
            read: place.read.as_deref().unwrap_or(""),
        }
    }
}
