//! Sentences without a counterpart, and how sure that is.
//!
//! Free translations spread what a sentence says over its neighbours. So a sentence is missed only if
//! its evidence is found nowhere around, among what the neighbours do not need for themselves, and
//! if the neighbours are not longer than they should be.

use std::ops::Range;

use super::super::Passage;
use super::super::vocabulary::ItemId;
use super::Gap;
use super::clauses::left_over;
use super::found::{best, items};
use super::model::Model;
use super::search::Step;
use crate::text::{Side, latin_words, simplified};

/// How many steps before and after may hold what a sentence says.
const NEAR: usize = 2;

/// A sentence whose evidence weighs less says too little to be missed (right, 对).
const LEAST_WEIGHT: f32 = 5.0;

/// A sentence shorter than this, in English characters, is not missed.
const LEAST_LENGTH: f32 = 16.0;

/// A sentence whose evidence weighs as much is missed even where the other side has one of its own.
const TELLING: f32 = 60.0;

/// A sentence that is shorter than this and whose evidence weighs less than that may be a part of anything.
const SHORT: f32 = 26.0;
const SHORT_TELLING: f32 = 20.0;

/// A sentence that is longer is not so easily said in a clause of another, and that much surer, in logits.
const LONG: f32 = 100.0;

/// How long the clauses that nothing else says have to be, by the length of an English sentence, to be what it
/// translates.
const LEFT: f32 = 0.55;

/// Below this nobody asks further how sure it is.
const SURELY_NONE: f32 = 0.1;

/// How sure it is that the second of two sentences that are the same is one too many.
const SAID_AGAIN: f32 = 0.95;

/// A gap, and the segment that it is.
pub(super) type PlacedGap = (usize, Gap);

/// All that may lack a counterpart in one run of steps.
pub(super) fn gaps(
    model: &Model<'_>,
    sides: &[Vec<Passage>; 2],
    run: &[Range<usize>; 2],
    steps: &[Step],
) -> Vec<PlacedGap> {
    // A link with an empty side is a matter of pairing.
    if run.iter().any(Range::is_empty) {
        return Vec::new();
    }
    let mut gaps = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        for side in [Side::Zh, Side::En] {
            let own = of(step, side);
            let other = of(step, side.other());
            // Alone, or one of several that share a counterpart.
            if !other.is_empty() && own.len() < 2 {
                continue;
            }
            let sure = |segment: usize| {
                let folded_in = side == Side::Zh
                    && (segment > run[0].start && says_who(model, segment)
                        || segment + 1 < run[0].end && asks_what_it_means(model, segment));
                if folded_in { 0.0 } else { confidence(model, steps, at, side, segment) }
            };
            let mut doubtful: Vec<(usize, f32)> =
                own.clone().map(|segment| (segment, sure(segment))).collect();
            // What they share translates one of them at least.
            if !other.is_empty()
                && let Some(translated) = least(&doubtful)
            {
                doubtful.remove(translated);
            }
            for (segment, confidence) in doubtful {
                if confidence <= 0.0 {
                    continue;
                }
                let before = before(steps, at, side.other(), run);
                let gap = Gap {
                    side,
                    sentence: sides[side as usize][segment - run[side as usize].start],
                    is_part: false,
                    after: before.map(|place| sides[side.other() as usize][place]),
                    confidence,
                };
                gaps.push((segment, gap));
            }
        }
    }
    gaps
}

/// The place of the least sure of them.
fn least(all: &[(usize, f32)]) -> Option<usize> {
    let places = all.iter().enumerate();
    places.min_by(|a, b| a.1.1.total_cmp(&b.1.1)).map(|(place, _)| place)
}

fn of(step: &Step, side: Side) -> Range<usize> {
    match side {
        Side::Zh => step.zh.clone(),
        Side::En => step.en.clone(),
    }
}

/// The last segment of `side` before step `at`, counted from the start of the run.
fn before(steps: &[Step], at: usize, side: Side, run: &[Range<usize>; 2]) -> Option<usize> {
    let own = of(steps.get(at)?, side);
    let end = if own.is_empty() { own.start } else { own.end };
    (end > run[side as usize].start).then(|| end - 1 - run[side as usize].start)
}

/// How sure it is that a segment has no counterpart: a logistic regression over what was measured on
/// sentences taken out of good text and on the good text itself (tests/accuracy/sentences.rs).
fn confidence(model: &Model<'_>, steps: &[Step], at: usize, side: Side, segment: usize) -> f32 {
    let own = &model.segments(side)[segment];
    let says_little = own.length < SHORT && own.telling < SHORT_TELLING;
    if own.telling < LEAST_WEIGHT || own.length < LEAST_LENGTH || says_little {
        return 0.0;
    }
    let near = &steps[at.saturating_sub(NEAR)..(at + NEAR + 1).min(steps.len())];
    let length = |steps: &[Step], side: Side| -> f32 {
        let segments = steps.iter().flat_map(|step| of(step, side));
        segments.map(|at| model.segments(side)[at].length).sum()
    };
    // Two that stand alone beside each other are rather a free translation.
    let beside = near.iter().filter(|step| of(step, side).is_empty());
    let beside: Vec<Step> = beside.cloned().collect();
    if length(&beside, side.other()) > 0.5 * own.length && own.telling < TELLING {
        return 0.0;
    }
    let found = |others: &[ItemId]| -> f32 {
        let found: f32 = own.items.iter().map(|&item| best(model, side, item, others)).sum();
        (found / own.telling).min(1.0)
    };
    let all = near.iter().flat_map(|step| items(model, side.other(), &of(step, side.other())));
    let all: Vec<ItemId> = all.collect();
    // How much longer the counterparts of the others are than those others are themselves.
    let room = |steps: &[Step]| {
        let others = length(steps, side) - own.length;
        ((length(steps, side.other()) - others) / own.length).clamp(-1.0, 2.0)
    };
    let here = &steps[at];
    // Said twice word for word, where there is room for it once.
    let again =
        |other: usize| other < segment && model.text(side, other) == model.text(side, segment);
    if of(here, side).any(again) && room(std::slice::from_ref(here)) < 0.5 {
        return SAID_AGAIN;
    }
    let alone = of(here, side.other()).is_empty();
    if !alone && names_its_own(model, here, side, segment) {
        return 0.0;
    }
    let place = match alone {
        true => 0.49 - 1.52 * room(near).max(0.0),
        false => -2.55 * room(std::slice::from_ref(here)),
    };
    let asked = if is_asked(model, near, side, segment) { -1.79 } else { 0.0 };
    let side_of_it = if side == Side::En { -1.22 } else { 0.0 };
    let words = -4.9 * found(&unclaimed(model, near, side, segment)) - 4.18 * found(&all);
    let long = if own.length >= LONG { 0.8 } else { 0.0 };
    let score = 1.33 + words + place + asked + side_of_it + long + 1.09 * own.telling.ln();
    let sure = |score: f32| 1.0 / (1.0 + (-score).exp());
    // The clauses only speak against it, and take a while to look through.
    if alone || sure(score) < SURELY_NONE {
        return sure(score);
    }
    let left = clauses_left(model, here, side, segment) / own.length;
    // Chinese strings clauses together of which English makes sentences, and not the other way round.
    if side == Side::En && left >= LEFT {
        return 0.0;
    }
    sure(score - 1.6 * left.min(1.2))
}

/// Whether a Chinese segment only says whose words were quoted before it, which English says in the same sentence:
/// “……。”公司首席执行官林嘉欣表示。
fn says_who(model: &Model<'_>, segment: usize) -> bool {
    const VERBS: &[&str] = &["说", "表示", "称", "道", "指出", "认为", "坦言"];
    let bare = |text: &str| text.trim_end_matches(['。', '，', '：', '！', '…']).to_owned();
    let before = model.text(Side::Zh, segment - 1).trim_end();
    let text = bare(&simplified(model.text(Side::Zh, segment).trim()));
    before.ends_with(['”', '"', '」', '』']) && VERBS.iter().any(|verb| text.ends_with(verb))
}

/// Whether a Chinese segment asks what was said comes to, only to answer: 一百万千瓦是什么概念？差不多是一座城市的用电, of which
/// English makes "that's about what a city uses".
fn asks_what_it_means(model: &Model<'_>, segment: usize) -> bool {
    let text = simplified(model.text(Side::Zh, segment).trim());
    let asked = text.trim_end_matches(['？', '?', '呢', '”', '"']);
    ["什么概念", "什么意思"].iter().any(|word| asked.ends_with(word))
}

/// How long the clauses in the counterpart of a step are that none of its other sentences says.
fn clauses_left(model: &Model<'_>, step: &Step, side: Side, segment: usize) -> f32 {
    let own = of(step, side).filter(|&other| other != segment);
    let claimers: Vec<ItemId> =
        own.flat_map(|at| model.segments(side)[at].items.iter().copied()).collect();
    left_over(model, side.other(), of(step, side.other()), &claimers)
}

/// Whether a segment is a question, and there are more questions around it on the other side than on its own
/// without it.
fn is_asked(model: &Model<'_>, near: &[Step], side: Side, segment: usize) -> bool {
    let is_question = |side: Side, at: usize| model.text(side, at).contains(['?', '？']);
    let questions = |side: Side| {
        let segments = near.iter().flat_map(|step| of(step, side));
        segments.filter(|&at| is_question(side, at)).count()
    };
    is_question(side, segment) && questions(side.other()) >= questions(side)
}

/// Whether a name that no other sentence of the step has stands in its counterpart: 像 SARS 一样消失？ is a part of
/// "…, die down like SARS or relapse …", however common the name is elsewhere.
fn names_its_own(model: &Model<'_>, step: &Step, side: Side, segment: usize) -> bool {
    let holds = |side: Side, at: usize, name: &str| {
        latin_words(model.text(side, at)).any(|(_, word)| word.eq_ignore_ascii_case(name))
    };
    let is_name = |word: &str| word.len() > 1 && word.bytes().any(|byte| byte.is_ascii_uppercase());
    let text = model.text(side, segment);
    let names = latin_words(text).map(|(_, word)| word).filter(|word| is_name(word));
    // The first word of an English sentence is no name for that.
    let names = names.filter(|word| side == Side::Zh || !text.trim_start().starts_with(word));
    names.into_iter().any(|name| {
        of(step, side.other()).any(|at| holds(side.other(), at, name))
            && !of(step, side).any(|at| at != segment && holds(side, at, name))
    })
}

/// The items of the other side that nothing else on this side needs.
fn unclaimed(model: &Model<'_>, near: &[Step], side: Side, segment: usize) -> Vec<ItemId> {
    let own: Vec<ItemId> = near
        .iter()
        .flat_map(|step| of(step, side))
        .filter(|&other| other != segment)
        .flat_map(|at| model.segments(side)[at].items.iter().copied())
        .collect();
    let others = near.iter().flat_map(|step| items(model, side.other(), &of(step, side.other())));
    let others: Vec<ItemId> = others.collect();
    others.into_iter().filter(|&item| best(model, side.other(), item, &own) < 0.5).collect()
}
