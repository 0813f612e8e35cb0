//! Small documents, and laws that hold for all of them.

use std::sync::Arc;

use super::cell::{Cell, measure};
use super::{EventKind, Links, align, block::Block, by_position, evidence::Evidence};
use crate::dictionary::Dictionary;
use crate::document::{Document, Turn, TurnId};
use crate::text::{MappedText, Side, Source, Span};

const ZH: [&str; 6] = [
    "老师昨天买了三只羊。他很高兴。",
    "医院的屋顶漏水，工人正在修理。",
    "火车晚点了两个小时，旅客都在抱怨。",
    "孩子们在海边捡贝壳，风很大。",
    "银行提高了利率，房价开始下跌。",
    "科学家发现了一种新的蝴蝶。",
];
const EN: [&str; 6] = [
    "The teacher bought three sheep yesterday. He was very happy.",
    "The hospital's roof leaks, and workers are repairing it.",
    "The train was two hours late, and the passengers complained.",
    "The children picked up shells by the sea; the wind was strong.",
    "The bank raised interest rates, and house prices began to fall.",
    "Scientists discovered a new kind of butterfly.",
];

fn document(zh: &[&str], en: &[&str]) -> Document {
    let side = |side: Side, texts: &[&str]| {
        let source = Arc::new(Source::from_text("test.md", texts.concat()));
        let mut end = 0;
        let turns = texts.iter().enumerate().map(|(index, text)| {
            let extent = Span::at(end..end + text.len());
            end += text.len();
            let mut mapped = MappedText::new();
            mapped.push_verbatim(source.text(), extent);
            Turn {
                id: TurnId::at(side, index),
                speaker: None,
                text: mapped,
                extent,
                marks: Vec::new(),
            }
        });
        let turns = turns.collect();
        (source, turns)
    };
    Document::new(side(Side::Zh, zh), side(Side::En, en))
}

fn aligned(zh: &[&str], en: &[&str]) -> Links {
    align(&document(zh, en), Dictionary::builtin())
}

fn kinds(links: &Links) -> Vec<EventKind> {
    links.events.iter().map(|event| event.kind).collect()
}

#[test]
fn good_text_is_linked_in_order_without_events() {
    let links = aligned(&ZH, &EN);
    assert_eq!(links.events, []);
    assert_eq!(links.links.len(), 6);
    assert!(links.links.iter().all(|link| link.zh[0].turn.index() == link.en[0].turn.index()));
}

#[test]
fn a_dropped_turn_shifts_the_rest_once() {
    let mut en = EN.to_vec();
    en.remove(2);
    let links = aligned(&ZH, &en);
    assert_eq!(kinds(&links), [EventKind::Missing, EventKind::Shifted]);
    assert_eq!(links.events[0].zh[0].to_string(), "Z3");
    assert_eq!(links.events[1].offset, Some(-1));
    assert!(links.events[1].message.contains("nothing translates Z3"), "{:?}", links.events[1]);
}

#[test]
fn a_turn_is_cut_where_its_second_half_begins() {
    let mut en = EN.to_vec();
    en[0] = "The teacher bought three sheep yesterday.";
    en.insert(1, "He was very happy.");
    let links = aligned(&ZH, &en);
    assert_eq!(kinds(&links), [EventKind::Split, EventKind::Shifted]);
    let turns: Vec<_> = links.links[0].en.iter().map(|part| part.turn.to_string()).collect();
    assert_eq!(turns, ["E1", "E2"]);
}

#[test]
fn swapped_turns_are_one_event() {
    let mut en = EN.to_vec();
    en.swap(2, 3);
    let links = aligned(&ZH, &en);
    assert_eq!(kinds(&links), [EventKind::Moved]);
    assert_eq!(links.links[2].en[0].turn.to_string(), "E4");
}

#[test]
fn every_turn_stands_in_a_link() {
    for (zh, en) in [(&ZH[..], &EN[..2]), (&ZH[3..], &EN[..]), (&ZH[..1], &EN[5..])] {
        let document = document(zh, en);
        let links = align(&document, Dictionary::builtin());
        for side in Side::BOTH {
            for turn in document.turns(side) {
                let holds = |passages: &[super::Passage]| {
                    passages.iter().any(|passage| passage.turn == turn.id)
                };
                assert!(links.links.iter().any(|link| holds(link.side(side))), "{}", turn.id);
            }
        }
    }
}

#[test]
fn rows_are_linked_to_themselves() {
    let links = by_position(&document(&ZH[..2], &EN), Dictionary::builtin());
    assert_eq!(links.links.len(), 6);
    assert!(links.links[5].zh.is_empty() && links.events.is_empty());
}

#[test]
fn a_cell_counts_what_measuring_each_stretch_counts() {
    let join = |turns: &[&str]| turns.concat();
    let document = document(&[&join(&ZH)], &[&EN.join(" ")]);
    let evidence = Evidence::new(&document, Dictionary::builtin());
    let (zh, en) = (evidence.text(Side::Zh), evidence.text(Side::En));
    let (height, width) = (zh.turn(0).len(), en.turn(0).len());
    let cell = Cell::new(zh, en, zh.turn(0), en.turn(0));
    for x in 0..=height {
        for y in 0..=width {
            for (zh, en) in
                [(0..x, y..width), (x..height, 0..y), (0..height, y..width), (x..height, 0..width)]
            {
                let table = cell.shared(&zh, &en);
                let counted = measure(&evidence, &Block { zh, en }).shared;
                assert!((table.0 - counted.0).abs() + (table.1 - counted.1).abs() < 1e-2);
            }
        }
    }
}
