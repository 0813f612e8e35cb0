//! `length-ratio`: a turn that is far too long or short for its counterpart.

use std::collections::BTreeSet;

use super::{Analysed, Context, LinkedText, Rule, Settings};
use crate::finding::{Finding, Meta, Place, Severity};
use crate::link::Passage;
use crate::text::{Side, is_alphanumeric, is_han};

pub(super) struct This;

static META: Meta = Meta {
    id: "length-ratio",
    severity: Severity::Warning,
    mqm: "accuracy/omission",
    fires_when: "a linked turn is far too long or short for its counterpart",
    spec: include_str!("../../tests/rules/length-ratio.md"),
};

/// Links that a document must have for its own ratio to be worked out.
const LINKS_TO_CALIBRATE: usize = 12;

/// How many of its own standard deviations a document's ratios may stray. In clean text they stay
/// within four (docs/accuracy.md).
const SIGMAS: f64 = 4.5;

/// The logarithm that ratios may always stray by: 64 % to 157 % of the usual length.
const NARROWEST: f64 = 0.45;

/// Groups of sentences that a document must have for the same.
const GROUPS_TO_CALIBRATE: usize = 40;

/// The logarithm that the ratio of a group of sentences may always stray by: a half to the double.
const NARROWEST_GROUP: f64 = 0.7;

/// Turns a median absolute deviation into a standard deviation, for normal data.
const MAD_TO_SIGMA: f64 = 1.4826;

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_document(
        &self,
        document: &Analysed<'_>,
        context: &Context<'_>,
        findings: &mut Vec<Finding>,
    ) {
        let settings = context.settings;
        let (measured, short): (Vec<_>, Vec<_>) = document
            .checked_links()
            .map(|link| (link, Lengths::of(&link)))
            .partition(|(_, lengths)| lengths.zh >= settings.length_from as f64);
        // The rows of a corpus come from many hands, and a stretch of them must be judged as the
        // next one is.
        let own = if document.document().has_rows() { &[][..] } else { &measured[..] };
        let ratios: Vec<f64> = own.iter().map(|(_, lengths)| lengths.log_ratio()).collect();
        let range = Range::of(&ratios, settings);
        let mut told = BTreeSet::new();
        for (link, lengths) in &measured {
            if !range.holds(lengths.log_ratio()) {
                told.insert(link.index());
                findings.push(finding(link, *lengths, range.usual));
            }
        }
        // Of a turn that is too long for a short one, the pairing speaks.
        if document.document().has_rows() {
            let too_long = short.iter().filter(|(_, lengths)| lengths.en > lengths.most_of_short());
            findings.extend(too_long.map(|(link, lengths)| finding(link, *lengths, range.usual)));
        }
        if !document.document().has_rows() && ratios.len() >= LINKS_TO_CALIBRATE {
            check_groups(document, context, &told, findings);
        }
    }
}

/// The same for the groups of sentences inside links: half of a sentence may be gone without showing in the
/// length of its turn.
fn check_groups(
    document: &Analysed<'_>,
    context: &Context<'_>,
    told: &BTreeSet<usize>,
    findings: &mut Vec<Finding>,
) {
    let mut groups = Vec::new();
    for link in document.checked_links() {
        for bead in &link.sentences(context).beads {
            let [Some(zh), Some(en)] = Side::BOTH.map(|side| bead.stretch(side)) else { continue };
            let text = |passage: &Passage| passage.span.of(document.turn(passage.turn).text());
            let lengths = Lengths::of_texts([text(&zh)], [text(&en)]);
            if lengths.zh >= context.settings.length_from as f64 {
                groups.push((link, [zh, en], lengths));
            }
        }
    }
    let ratios: Vec<f64> = groups.iter().map(|(_, _, lengths)| lengths.log_ratio()).collect();
    if ratios.len() < GROUPS_TO_CALIBRATE {
        return;
    }
    let range = Range::of(&ratios, context.settings).widened(NARROWEST_GROUP);
    for (link, places, lengths) in groups {
        if !told.contains(&link.index()) && !range.holds(lengths.log_ratio()) {
            let mut finding = finding(&link, lengths, range.usual);
            for place in places {
                finding = finding.at(Place::new(place.turn, place.span));
            }
            findings.push(finding);
        }
    }
}

/// How much a link says on each side.
#[derive(Clone, Copy)]
struct Lengths {
    /// Han characters; what stands in Latin script is counted by the Han characters that would say
    /// as much, so that a Chinese turn full of English terms is not thought short.
    zh: f64,
    /// Characters; what is indented or wrapped in the file counts one for many blanks.
    en: f64,
}

/// English characters that say as much as one Han character, before a document tells otherwise:
/// the median is 3.2 in talks, 3.6 in technical interviews, 4.0 in health texts (docs/accuracy.md).
const USUAL: f64 = 3.5;

impl Lengths {
    fn of(link: &LinkedText<'_>) -> Lengths {
        let texts = |side: Side| link.passages(side).iter().map(|passage| link.text(passage));
        Lengths::of_texts(texts(Side::Zh), texts(Side::En))
    }

    fn of_texts<'t>(
        zh: impl IntoIterator<Item = &'t str>,
        en: impl IntoIterator<Item = &'t str>,
    ) -> Lengths {
        let mut lengths = Lengths { zh: 0.0, en: 0.0 };
        for text in zh {
            for character in text.chars() {
                if is_han(character) {
                    lengths.zh += 1.0;
                } else if is_alphanumeric(character) {
                    lengths.zh += 1.0 / USUAL;
                }
            }
        }
        for text in en {
            lengths.en += (text.chars().count() - surplus_spaces(text)) as f64;
        }
        lengths
    }

    /// The most English that a few Chinese characters stand for: an idiom or a label that is explained.
    fn most_of_short(self) -> f64 {
        3.0 * USUAL * self.zh + 60.0
    }

    fn log_ratio(self) -> f64 {
        (self.en.max(1.0) / self.zh.max(1.0)).ln()
    }
}

/// How many blanks of `text` follow others, or stand at its ends: templates are indented.
fn surplus_spaces(text: &str) -> usize {
    if !text.contains("  ") {
        return 0;
    }
    let inner = text.trim_matches(' ');
    let following = inner.as_bytes().windows(2).filter(|two| two == b"  ").count();
    following + text.len() - inner.len()
}

/// The ratios that are believed, as logarithms.
struct Range {
    usual: f64,
    low: f64,
    high: f64,
}

impl Range {
    /// The document's own median, give or take what it does itself; without enough links to tell,
    /// what the settings believe of any document.
    fn of(ratios: &[f64], settings: &Settings) -> Range {
        if ratios.len() < LINKS_TO_CALIBRATE {
            let (low, high) = (settings.length_low.ln(), settings.length_high.ln());
            return Range { usual: USUAL.ln(), low, high };
        }
        let usual = median(ratios);
        let deviations: Vec<f64> = ratios.iter().map(|ratio| (ratio - usual).abs()).collect();
        let reach = (SIGMAS * MAD_TO_SIGMA * median(&deviations)).max(NARROWEST);
        Range { usual, low: usual - reach, high: usual + reach }
    }

    /// The same range, `reach` to both sides at least.
    fn widened(self, reach: f64) -> Range {
        Range {
            low: self.low.min(self.usual - reach),
            high: self.high.max(self.usual + reach),
            ..self
        }
    }

    fn holds(&self, ratio: f64) -> bool {
        (self.low..=self.high).contains(&ratio)
    }
}

/// The median; 0 for an empty list.
fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(0.0)
}

fn finding(link: &LinkedText<'_>, lengths: Lengths, usual: f64) -> Finding {
    // Chinese of marks alone suggests no length at all.
    let expected = (lengths.zh * usual.exp()).max(1.0);
    let share = lengths.en / expected;
    let found = lengths.en.round();
    let message = if share < 1.0 {
        format!(
            "the English has {:.0} % of the length that the Chinese suggests: {found} characters \
             where about {expected:.0} are usual",
            share * 100.0
        )
    } else {
        format!(
            "the English is {share:.1} times as long as the Chinese suggests: {found} characters \
             where about {expected:.0} are usual"
        )
    };
    let help = if share < 1.0 {
        "something of the Chinese may be missing in the English"
    } else {
        "the English may hold more than the Chinese says, or the Chinese may have lost something"
    };
    Finding::new(&META, message)
        .at(link.whole(Side::Zh, 0))
        .at(link.whole(Side::En, 0))
        .with_turns(link.turns())
        .help(help)
}
