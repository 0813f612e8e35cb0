//! What the rules on missing and added sentences share.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use super::preamble::preamble;
use super::{Context, LinkedText};
use crate::finding::{Finding, Meta, Part, Place};
use crate::link::{Gap, Passage};
use crate::quantity::{Interval, Kind, Quantity, Weight};
use crate::text::{Side, Span};

/// Reports the sentences of `side` that have no counterpart. Those that follow each other are one
/// finding.
pub(super) fn report(
    meta: &'static Meta,
    side: Side,
    link: &LinkedText<'_>,
    context: &Context<'_>,
    out: &mut Vec<Finding>,
) {
    let remark = remarks(meta, side, link);
    let least = context.settings.sentence_confidence;
    let gaps = &link.sentences(context).gaps;
    let asked = gaps.iter().filter(|gap| gap.side == side && gap.confidence >= least);
    let is_told = |gap: &Gap| remark.iter().any(|remark| is_in(gap, remark));
    // Most links have no gap.
    let counts = LazyCell::new(|| counts(link));
    let sure: Vec<&Gap> =
        asked.filter(|gap| !has_its_number(link, gap, &counts) && !is_told(gap)).collect();
    let follows = |a: &&Gap, b: &&Gap| {
        let is_part = a.is_part || b.is_part;
        let (a, b) = (a.sentence, b.sentence);
        let text = link.analysed().turn(a.turn).text();
        !is_part
            && a.turn == b.turn
            && a.span.end() <= b.span.start()
            && Span::new(a.span.end(), b.span.start()).of(text).trim().is_empty()
    };
    for run in sure.chunk_by(follows) {
        out.push(finding(meta, link, run));
    }
    out.extend(remark);
}

/// Whether a gap is a part of what a finding shows.
fn is_in(gap: &Gap, finding: &Finding) -> bool {
    let Passage { turn, span } = gap.sentence;
    finding.place(gap.side).is_some_and(|place| {
        place.turn == turn && matches!(place.part, Part::Text(all) if all.contains(span))
    })
}

/// What an assistant said of its own translation and left in a text of `side`.
fn remarks(meta: &'static Meta, side: Side, link: &LinkedText<'_>) -> Option<Finding> {
    let [(own, text), (other, other_text)] = [side, side.other()].map(|side| {
        let first = link.passages(side).first();
        (first, first.map_or("", |passage| link.text(passage)))
    });
    let (own, other) = (own?, other?);
    let span = preamble(side, text, other_text)?;
    let message = format!("“{}” is a remark on the translation", span.of(text).trim());
    let place = Place::new(own.turn, span.shift(own.span.start()));
    let whole = Place::whole(other.turn, other.span);
    Some(
        Finding::new(meta, message)
            .at(place)
            .at(whole)
            .with_turns(link.turns())
            .help("take it out"),
    )
}

/// Whether an amount of a sentence stands on the other side, as often as on its own: what nobody translated has none
/// there.
fn has_its_number(link: &LinkedText<'_>, gap: &Gap, counts: &Counts) -> bool {
    let stands_there = |one: &Quantity| {
        let count = counts.get(&what(one)).copied().unwrap_or_default();
        let [own, other] = [gap.side, gap.side.other()].map(|side| count[side as usize]);
        (1..=other).contains(&own)
    };
    let quantities = link.quantities(gap.side);
    let mut passages = link.passages(gap.side).iter().zip(&quantities);
    passages.any(|(passage, quantities)| {
        let place = |one: &Quantity| one.span.shift(passage.span.start());
        let before = |one: &Quantity| place(one).start() < gap.sentence.span.start();
        let behind = &quantities[quantities.partition_point(before)..];
        let inside = behind.iter().take_while(|one| gap.sentence.span.contains(place(one)));
        passage.turn == gap.sentence.turn
            && inside.into_iter().any(|one| is_amount(one) && stands_there(one))
    })
}

/// What a quantity says, with the name of its unit.
type What = (Interval, Kind, Option<&'static str>);

/// How often each quantity of a link stands in the Chinese, and how often in the English.
type Counts = FxHashMap<What, [usize; 2]>;

fn what(one: &Quantity) -> What {
    (one.value, one.kind, one.unit.map(|unit| unit.name(false)))
}

fn counts(link: &LinkedText<'_>) -> Counts {
    let mut counts = Counts::default();
    for side in Side::BOTH {
        for one in link.quantities(side).iter().flat_map(|passage| passage.iter()) {
            counts.entry(what(one)).or_default()[side as usize] += 1;
        }
    }
    counts
}

/// Whether a quantity stands for one thing: the year and small counts may be said anywhere.
fn is_amount(one: &Quantity) -> bool {
    one.weight == Weight::Full
        && matches!(one.kind, Kind::Money | Kind::Percent | Kind::Measure | Kind::Multiple)
}

fn finding(meta: &'static Meta, link: &LinkedText<'_>, run: &[&Gap]) -> Finding {
    let place = |passage: &Passage| Place::new(passage.turn, passage.span);
    let (first, last) = (run[0], run[run.len() - 1]);
    let other = first.side.other().name();
    let message = match run.len() {
        1 if first.is_part => format!("this part of a sentence has no counterpart in the {other}"),
        1 => format!("this sentence has no counterpart in the {other}"),
        count => format!("these {count} sentences have no counterpart in the {other}"),
    };
    let sentence =
        Passage { turn: first.sentence.turn, span: first.sentence.span.join(last.sentence.span) };
    let surest = run.iter().map(|gap| gap.confidence).fold(0.0, f32::max);
    let finding = Finding::new(meta, message).at(place(&sentence)).with_turns(link.turns());
    let finding = finding.sure(surest).about(first.side);
    match &first.after {
        Some(counterpart) if first.is_part => {
            finding.at(place(counterpart)).help(format!("hardly a word of the {other} says it"))
        }
        Some(after) => finding
            .at(place(after))
            .help(format!("a translation should stand after the {other} sentence that is shown")),
        None => finding.help(format!("a translation should stand before all of the {other}")),
    }
}
