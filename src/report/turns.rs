//! The turns of a file by their names, and parts of what they say by characters: found without a search
//! for each finding.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::escape::is_plain;
use super::model::{FileReport, FindingReport, PlaceReport, TurnReport};
use crate::text::CharIndex;

/// The turns of one file.
pub(super) struct Turns<'r> {
    by_id: HashMap<&'r str, Said<'r>>,
}

/// What a turn says.
pub(super) struct Said<'r> {
    pub(super) turn: &'r TurnReport,
    chars: CharIndex,
    plain: OnceCell<bool>,
}

impl<'r> Turns<'r> {
    /// Those turns of `file` that findings speak of.
    pub(super) fn found(file: &'r FileReport) -> Turns<'r> {
        Turns::named(file, &file.findings)
    }

    /// Those that one finding speaks of.
    pub(super) fn of(file: &'r FileReport, finding: &'r FindingReport) -> Turns<'r> {
        Turns::named(file, std::slice::from_ref(finding))
    }

    fn named(file: &'r FileReport, findings: &'r [FindingReport]) -> Turns<'r> {
        let named = |finding: &'r FindingReport| {
            let places = [&finding.zh, &finding.en].into_iter().flatten().map(|place| &place.turn);
            places.chain(&finding.zh_turns).chain(&finding.en_turns)
        };
        let mut by_id: HashMap<&str, Option<Said<'_>>> =
            findings.iter().flat_map(named).map(|turn| (turn.as_str(), None)).collect();
        for turn in &file.turns {
            if let Some(said @ None) = by_id.get_mut(turn.id.as_str()) {
                *said = Some(Said::new(turn));
            }
        }
        let by_id = by_id.into_iter().filter_map(|(id, said)| Some((id, said?)));
        Turns { by_id: by_id.collect() }
    }

    /// The turn called `id`.
    pub(super) fn get(&self, id: &str) -> Option<&Said<'r>> {
        self.by_id.get(id)
    }
}

impl<'r> Said<'r> {
    fn new(turn: &'r TurnReport) -> Said<'r> {
        Said { turn, chars: CharIndex::new(&turn.text), plain: OnceCell::new() }
    }

    /// Whether a page shows it character by character as it is.
    pub(super) fn is_plain(&self) -> bool {
        *self.plain.get_or_init(|| is_plain(&self.turn.text))
    }

    /// The characters from number `from` up to, but not including, number `to`.
    pub(super) fn part(&self, from: usize, to: usize) -> &'r str {
        let text = &self.turn.text;
        let byte = |index| self.chars.byte_of(text, index);
        text.get(byte(from)..byte(to)).unwrap_or_default()
    }

    /// How many characters it has.
    pub(super) fn len(&self) -> usize {
        self.chars.chars_before(&self.turn.text, self.turn.text.len())
    }
}

/// What is shown between a place that is no part of what its turn says, and the text of the turn: behind the name of
/// the speaker a colon, behind a comment near the turn a space. Nothing for a place in the text.
pub(super) fn behind_place(place: &PlaceReport, said: Option<&Said<'_>>) -> Option<&'static str> {
    let speaker = said.and_then(|said| said.turn.speaker.as_deref());
    match place.offset {
        Some(_) => None,
        None if speaker == Some(&place.text) => Some(": "),
        None => Some(" "),
    }
}
