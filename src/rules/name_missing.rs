//! `name-missing`: a name in Latin script that stands on one side only.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::addressed::miscalled;
use super::compounds::is_translated;
use super::names::{Name, Text, names, stands_verbatim};
use super::places::exchanged;
use super::romanised::{Fault, Person, capitalised, is_reading, persons, with_swapped_letters};
use super::{Context, LinkedText, Rule};
use crate::finding::{Finding, Meta, Place, Severity};
use crate::text::{Side, Span};

pub(super) struct This;

static META: Meta = Meta {
    id: "name-missing",
    severity: Severity::Warning,
    mqm: "accuracy/omission",
    fires_when: "a Latin-script name, product or acronym stands on one side only",
    spec: include_str!("../../tests/rules/name-missing.md"),
};

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_link(&self, link: &LinkedText<'_>, context: &Context<'_>, out: &mut Vec<Finding>) {
        let sides = Side::BOTH.map(|side| Named::new(*link, side));
        for side in Side::BOTH {
            let mut told = BTreeSet::new();
            let other = &sides[side.other() as usize];
            for (at, passage) in link.passages(side).iter().enumerate() {
                for name in names(link.text(passage), side) {
                    // Most names are there; only then is it worth taking the other text apart.
                    if stands_verbatim(other.texts(), &name) {
                        continue;
                    }
                    let stands = other.text().holds(&name)
                        || is_rendered(context, side, &name, other.texts())
                        || side == Side::En && is_numbered(link, &name)
                        || other.next_door().holds(&name);
                    // A name gone wrong is told once, from the Chinese.
                    let told_before = !stands && side == Side::En && has_twin(&sides, &name);
                    if !stands && !told_before && told.insert(name.folded.clone()) {
                        out.push(finding(link, (side, at), &name, &sides));
                    }
                }
            }
        }
        check_persons(link, context, out);
    }
}

/// One side of a link, taken apart as far as it is asked for.
struct Named<'l> {
    link: LinkedText<'l>,
    side: Side,
    texts: OnceCell<Vec<&'l str>>,
    text: OnceCell<Text>,
    next_door: OnceCell<Text>,
    /// With the places of their passages.
    names: OnceCell<Vec<(usize, Name<'l>)>>,
}

impl<'l> Named<'l> {
    fn new(link: LinkedText<'l>, side: Side) -> Named<'l> {
        let (texts, text, next_door, names) =
            (OnceCell::new(), OnceCell::new(), OnceCell::new(), OnceCell::new());
        Named { link, side, texts, text, next_door, names }
    }

    fn texts(&self) -> &[&'l str] {
        self.texts.get_or_init(|| self.link.texts(self.side))
    }

    fn text(&self) -> &Text {
        self.text.get_or_init(|| Text::new(self.texts()))
    }

    /// The turns before and after, where a name may have slipped over the border.
    fn next_door(&self) -> &Text {
        self.next_door.get_or_init(|| Text::new(&self.link.texts_next_door(self.side)))
    }

    /// The names that a name gone wrong is held against.
    fn names(&self) -> &[(usize, Name<'l>)] {
        self.names.get_or_init(|| {
            let texts = self.texts().iter().enumerate();
            let all = texts.flat_map(|(at, text)| {
                names(text, self.side).into_iter().map(move |name| (at, name))
            });
            all.take(MOST).collect()
        })
    }
}

/// So many names of one turn are looked for.
const MOST: usize = 100;

/// Persons whose names are written in Pinyin and that the Chinese does not have.
fn check_persons(link: &LinkedText<'_>, context: &Context<'_>, out: &mut Vec<Finding>) {
    let mut told = BTreeSet::new();
    let mut persons_told = Vec::new();
    for (at, passage) in link.passages(Side::En).iter().enumerate() {
        let english = link.text(passage);
        let words = capitalised(english);
        let few = &words[..words.len().min(MOST)];
        for person in persons(english, &words).into_iter().take(MOST) {
            let chinese = link.texts(Side::Zh);
            if chinese.iter().any(|text| person.stands_in(text))
                || named_elsewhere(link, &person)
                || !context.lexicon.asked_for(Side::En, person.text).is_empty()
            {
                continue;
            }
            let Some(fault) = person.fault(&chinese, context.dictionary) else { continue };
            let own = link.place(Side::En, at, person.span);
            persons_told.push((at, person.span));
            if told.insert(person.text) {
                out.push(match fault {
                    Fault::Misspelt(at, span) => misspelt(link, own, person.text, (at, span)),
                    Fault::Stranger => stranger(link, own, person.text),
                });
            }
        }
        let chinese = link.texts(Side::Zh);
        let all_english = link.texts(Side::En);
        if let Some(found) = miscalled((english, few), &chinese, &all_english, context.dictionary)
            && told.insert(found.span.of(english))
        {
            let own = link.place(Side::En, at, found.span);
            out.push(misspelt(link, own, found.span.of(english), found.zh));
        }
        if let Some(found) = exchanged_place(link, context, at, few, &persons_told) {
            out.push(found);
        }
        for (zh_at, chinese) in link.passages(Side::Zh).iter().enumerate() {
            let text = link.text(chinese);
            for (word, meant) in with_swapped_letters([english, text], few, context.dictionary) {
                let own = link.place(Side::En, at, word);
                let as_person = persons_told.iter().any(|&(place, span)| place == at && span.contains(word));
                if !as_person && told.insert(word.of(english)) {
                    out.push(misspelt(link, own, word.of(english), (zh_at, meant)));
                }
            }
        }
    }
}

/// A place in Pinyin among the `words` with capitals of the English passage `at` that stands for another one.
fn exchanged_place(
    link: &LinkedText<'_>,
    context: &Context<'_>,
    at: usize,
    words: &[Span],
    persons: &[(usize, Span)],
) -> Option<Finding> {
    let english = link.text(&link.passages(Side::En)[at]);
    let (chinese, all_english) = (link.texts(Side::Zh), link.texts(Side::En));
    let found = exchanged((english, words), &chinese, &all_english, context.dictionary)?;
    let (zh_at, zh_span) = found.zh;
    let written = zh_span.of(chinese[zh_at]);
    let is_person =
        persons.iter().any(|&(place, person)| place == at && person.overlaps(found.span));
    let is_a_term = !context.lexicon.asked_for(Side::En, found.name).is_empty()
        || !context.lexicon.asked_for(Side::Zh, written).is_empty();
    if is_person || is_a_term {
        return None;
    }
    let mut reading = found.reading;
    reading[..1].make_ascii_uppercase();
    let message = format!("{written} is {reading}; the English has {} instead", found.name);
    let (zh, en) = (link.place(Side::Zh, zh_at, zh_span), link.place(Side::En, at, found.span));
    Some(Finding::new(&META, message).at(zh).at(en).with_turns(link.turns()))
}

/// A name that is not spelt as it is read, by where it is written in the Chinese.
fn misspelt(link: &LinkedText<'_>, own: Place, name: &str, (at, span): (usize, Span)) -> Finding {
    let written = span.of(link.text(&link.passages(Side::Zh)[at]));
    let message = format!("{name} is no reading of {written}");
    let place = link.place(Side::Zh, at, span);
    Finding::new(&META, message).at(place).at(own).with_turns(link.turns())
}

fn stranger(link: &LinkedText<'_>, own: Place, name: &str) -> Finding {
    let message = format!("{name} stands in the English; nobody in the Chinese has that name");
    Finding::new(&META, message).at(link.whole(Side::Zh, 0)).at(own).with_turns(link.turns())
}

/// Whether the person is named elsewhere in the transcript, in a label too: at its beginning, where people are
/// introduced, or some turns before or after. The rows of a corpus stand alone.
fn named_elsewhere(link: &LinkedText<'_>, person: &Person<'_>) -> bool {
    const BEGINNING: usize = 10;
    const NEAR: usize = 40;
    let document = link.analysed().document();
    let Some(own) = link.passages(Side::Zh).first().filter(|_| !document.has_rows()) else {
        return false;
    };
    let place = document.place(own.turn);
    let turns = document.turns(Side::Zh);
    let near = &turns[place.saturating_sub(NEAR)..turns.len().min(place + NEAR + 1)];
    turns.iter().take(BEGINNING).chain(near).any(|turn| {
        person.stands_in(turn.text())
            || turn.speaker_name().is_some_and(|name| person.stands_in(name))
    })
}

/// Whether the lexicon answers for the name, or the dictionary has a Chinese word for it there.
fn is_rendered(
    context: &Context<'_>,
    side: Side,
    name: &Name<'_>,
    others: &[&str],
) -> bool {
    // What the lexicon knows is a matter of `term-missing`.
    if !context.lexicon.asked_for(side, name.text).is_empty() {
        return true;
    }
    // 纽斯凯尔 is NuScale: what is only held against its likes asks for nothing, but answers.
    let meant = context.lexicon.matches(side, name.text);
    let says = |text: &str| {
        let found = context.lexicon.matches(side.other(), text);
        found.iter().any(|own| meant.iter().any(|name| name.concept == own.concept))
    };
    if !meant.is_empty() && others.iter().any(|text| says(text)) {
        return true;
    }
    let known = context.dictionary.stem_id(&name.text.to_lowercase());
    // Tianwen-1 is 天问一号.
    if side == Side::En
        && (others.iter().any(|text| is_reading(name.text, text))
            || is_translated(name.text, others, context.dictionary))
    {
        return true;
    }
    let (Side::En, Some(stem)) = (side, known) else { return false };
    let words = others.iter().flat_map(|text| context.dictionary.words(text));
    words.into_iter().any(|word| context.dictionary.stems(word).any(|sense| sense.0 == stem))
}

/// Whether the number of a name stands in the Chinese as one of a series, whose name is translated: 天梯二号,
/// "Skyladder-2".
fn is_numbered(link: &LinkedText<'_>, name: &Name<'_>) -> bool {
    let letters = name.text.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_word = letters.chars().skip(1).all(|c| c.is_ascii_lowercase() || c == '-');
    let Ok(number) = name.text[letters.len()..].parse::<u32>() else { return false };
    is_word
        && link.passages(Side::Zh).iter().zip(link.quantities(Side::Zh)).any(|(passage, found)| {
            found.iter().any(|quantity| {
                let behind = link.text(passage).get(quantity.span.end() as usize..);
                behind.is_some_and(|behind| behind.trim_start().starts_with(['号', '號']))
                    && quantity.value.is_whole(number)
            })
        })
}

/// Whether the Chinese has a name like this one that the English lacks.
fn has_twin([chinese, english]: &[Named<'_>; 2], name: &Name<'_>) -> bool {
    chinese.names().iter().any(|(_, other)| other.is_like(name) && !english.text().holds(other))
}

fn finding(
    link: &LinkedText<'_>,
    (side, at): (Side, usize),
    name: &Name<'_>,
    sides: &[Named<'_>; 2],
) -> Finding {
    let (own, other) = (side.name(), side.other().name());
    let place = link.place(side, at, name.span);
    let own_text = || sides[side as usize].text();
    let alike = sides[side.other() as usize]
        .names()
        .iter()
        .find(|(_, candidate)| name.is_like(candidate) && !own_text().holds(candidate));
    match alike {
        Some((at, instead)) => Finding::new(
            &META,
            format!("the {own} has {}; the {other} has {} instead", name.text, instead.text),
        )
        .at(place)
        .at(link.place(side.other(), *at, instead.span)),
        None => Finding::new(&META, format!("{} stands in the {own} only", name.text))
            .at(place)
            .at(link.whole(side.other(), 0)),
    }
    .with_turns(link.turns())
}
