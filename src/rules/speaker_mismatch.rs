//! `speaker-mismatch`: linked turns whose labels name different speakers.

use std::collections::{BTreeMap, BTreeSet};

use super::{Analysed, Context, LinkedText, Rule};
use crate::document::{TurnId, are_same, is_slip};
use crate::finding::{Finding, Meta, Place, Severity};
use crate::text::Side;

pub(super) struct This;

static META: Meta = Meta {
    id: "speaker-mismatch",
    severity: Severity::Error,
    mqm: "accuracy/mistranslation",
    fires_when: "the labels of linked turns name different speakers",
    spec: include_str!("../../tests/rules/speaker-mismatch.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_document(
        &self,
        document: &Analysed<'_>,
        _: &Context<'_>,
        findings: &mut Vec<Finding>,
    ) {
        let pairs: Vec<_> = document.checked_links().filter_map(|link| labels(&link)).collect();
        let partners = Partners::of(&pairs);
        for pair in &pairs {
            if let Some(expected) = partners.contradicted_by(pair)
                && !follows_layout(pair, document, &partners)
            {
                findings.push(finding(pair, expected));
            }
        }
    }
}

/// Whether the English label only goes with the Chinese one beside it, while the text belongs
/// elsewhere: then the pairing is at fault, which is reported once and not for every label.
fn follows_layout(pair: &Labels<'_>, document: &Analysed<'_>, partners: &Partners<'_>) -> bool {
    let (zh, en) = (pair.zh.0, pair.en.0);
    let document = document.document();
    let beside = document.in_pair(Side::Zh, document.pair(en));
    let beside = beside.filter(|turn| turn.id != zh).and_then(|turn| turn.speaker_name());
    beside.is_some_and(|name| {
        let usual = partners.usual(name).map(|(usual, _)| usual);
        are_same(name, pair.en.1) || usual.is_some_and(|usual| are_same(usual, pair.en.1))
    })
}

/// The labels of a link whose turns on each side have one speaker, and which begin there: what is run together
/// with the turn before has lost its own label, which is reported as a matter of pairing.
struct Labels<'a> {
    zh: (TurnId, &'a str),
    en: (TurnId, &'a str),
}

fn labels<'a>(link: &LinkedText<'a>) -> Option<Labels<'a>> {
    let side = |side: Side| {
        let begins = link.passages(side).first().is_some_and(|passage| passage.span.start() == 0);
        let mut names = link.passages(side).iter().filter_map(|passage| {
            let name = link.analysed().turn(passage.turn).speaker_name()?;
            Some((passage.turn, name))
        });
        let first = names.next().filter(|_| begins)?;
        names.all(|(_, name)| name == first.1).then_some(first)
    };
    Some(Labels { zh: side(Side::Zh)?, en: side(Side::En)? })
}

/// Who stands opposite whom. Where the labels are translated (安 / Ann) only the document itself
/// can tell, by what it does most of the time.
struct Partners<'a> {
    counts: BTreeMap<&'a str, BTreeMap<&'a str, usize>>,
    /// Chinese labels that stand on the English side too, where most labels do: Host may be 主持人 and
    /// Ann Ann in one talk.
    untranslated: BTreeSet<&'a str>,
}

impl<'a> Partners<'a> {
    fn of(pairs: &[Labels<'a>]) -> Partners<'a> {
        let mut counts: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
        for pair in pairs {
            *counts.entry(pair.zh.1).or_default().entry(pair.en.1).or_default() += 1;
        }
        let same = pairs.iter().filter(|pair| are_same(pair.zh.1, pair.en.1)).count();
        let english: BTreeSet<&str> = pairs.iter().map(|pair| pair.en.1).collect();
        let stands = |zh: &&str| english.iter().any(|en| are_same(zh, en));
        let mostly = same * 2 > pairs.len();
        let untranslated = counts.keys().copied().filter(|zh| mostly && stands(zh)).collect();
        Partners { counts, untranslated }
    }

    /// The English name that should stand opposite the Chinese one, if another one does.
    fn contradicted_by(&self, pair: &Labels<'a>) -> Option<&'a str> {
        let (zh, en) = (pair.zh.1, pair.en.1);
        // A misspelt name is `speaker-unknown`'s business.
        if are_same(zh, en) || is_slip(zh, en) {
            return None;
        }
        if self.untranslated.contains(zh) {
            return Some(zh);
        }
        let (usual, count) = self.usual(zh)?;
        let total: usize = self.counts.get(zh)?.values().sum();
        let one = are_same(usual, en) || is_slip(usual, en);
        (!one && count >= 2 && count * 3 >= total * 2).then_some(usual)
    }

    /// The English name that stands opposite the Chinese one most often, and how often.
    fn usual(&self, zh: &str) -> Option<(&'a str, usize)> {
        let partners = self.counts.get(zh)?.iter();
        partners.max_by_key(|(_, count)| **count).map(|(usual, count)| (*usual, *count))
    }
}

fn finding(pair: &Labels<'_>, expected: &str) -> Finding {
    let Labels { zh: (zh_turn, zh), en: (en_turn, en) } = pair;
    let message = if expected == *zh {
        format!("{zh_turn} is spoken by {zh}, its translation {en_turn} by {en}")
    } else {
        format!("{zh_turn} is spoken by {zh} ({expected} elsewhere), its translation {en_turn} by {en}")
    };
    Finding::new(&META, message)
        .at(Place::label(*zh_turn))
        .at(Place::label(*en_turn))
        .help("the texts belong together, so one of the two labels is wrong")
}
