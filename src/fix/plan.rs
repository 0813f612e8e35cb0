//! What stands beside what, before it is known how that is written.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Document, TurnId, are_same};
use crate::link::{Link, Passage};
use crate::text::{Side, Span};

/// One Chinese turn, or several that one English turn translates, and their English.
#[derive(Debug, Default)]
pub(super) struct Pair {
    pub(super) zh: Vec<Passage>,
    pub(super) en: Vec<Passage>,
    /// Whether the English translates what several people say, of whom only the last is here.
    pub(super) of_several_speakers: bool,
}

impl Pair {
    pub(super) fn side(&self, side: Side) -> &[Passage] {
        match side {
            Side::Zh => &self.zh,
            Side::En => &self.en,
        }
    }
}

/// The new order of a document.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) pairs: Vec<Pair>,
    /// Turns and parts of turns that translate nothing, in file order.
    pub(super) kept: Vec<Passage>,
    /// Turns that are second copies as a whole.
    pub(super) dropped: Vec<TurnId>,
}

impl Plan {
    pub(super) fn new(document: &Document, links: &[Link]) -> Plan {
        let mut plan = Plan::default();
        let mut links: Vec<&Link> = links.iter().collect();
        // The Chinese stays in its order, and gives the order to the English.
        links.sort_by_key(|link| link.zh.first().map(|passage| (passage.turn, passage.span)));
        let cover = Cover::of(&links);
        for link in links.iter().filter(|link| !link.again && !link.zh.is_empty()) {
            let en = link.en.iter().map(|passage| cover.widened(document, *passage));
            let zh = link.zh.iter().map(|passage| cover.widened(document, *passage));
            plan.add(document, zh.collect(), en.collect());
        }
        let placed = plan.placed();
        for side in Side::BOTH {
            for turn in document.turns(side).iter().filter(|turn| !placed.contains(&turn.id)) {
                let whole = Passage { turn: turn.id, span: Span::at(0..turn.text().len()) };
                match (side, cover.is_copy(turn.id)) {
                    (_, true) => plan.dropped.push(turn.id),
                    (Side::Zh, false) => {
                        plan.pairs.push(Pair { zh: vec![whole], ..Pair::default() })
                    }
                    (Side::En, false) => plan.kept.push(whole),
                }
            }
        }
        plan.pairs.sort_by_key(|pair| pair.zh.first().map(|first| (first.turn, first.span)));
        plan
    }

    /// Adds a link. Parts of one turn that come one after the other are put together again unless
    /// their counterparts keep them apart.
    fn add(&mut self, document: &Document, zh: Vec<Passage>, en: Vec<Passage>) {
        if let Some(last) = self.pairs.last_mut()
            && let (Some(before), Some(first)) = (last.zh.last_mut(), zh.first())
            && before.turn == first.turn
        {
            before.span = before.span.join(first.span);
            last.zh.extend_from_slice(&zh[1..]);
            for passage in en {
                match last.en.last_mut() {
                    Some(end)
                        if end.turn == passage.turn && end.span.end() <= passage.span.start() =>
                    {
                        end.span = end.span.join(passage.span);
                    }
                    _ => last.en.push(passage),
                }
            }
            return;
        }
        // Several Chinese turns under one English one are put together if one person speaks them.
        let speaker = |passage: &Passage| document.turn(passage.turn).speaker_name();
        let one_speaker = zh.windows(2).all(|pair| match (speaker(&pair[0]), speaker(&pair[1])) {
            (Some(one), Some(other)) => are_same(one, other),
            (one, other) => one == other,
        });
        if one_speaker {
            self.pairs.push(Pair { zh, en, of_several_speakers: false });
            return;
        }
        let last = zh.len() - 1;
        for (at, passage) in zh.into_iter().enumerate() {
            let en = if at == last { en.clone() } else { Vec::new() };
            self.pairs.push(Pair { zh: vec![passage], en, of_several_speakers: at == last });
        }
    }

    /// The turns that have a place.
    fn placed(&self) -> BTreeSet<TurnId> {
        let all = self.pairs.iter().flat_map(|pair| pair.zh.iter().chain(&pair.en));
        all.map(|passage| passage.turn).collect()
    }
}

/// Which parts of each turn are linked.
struct Cover {
    linked: BTreeMap<TurnId, BTreeSet<Span>>,
    copies: BTreeSet<TurnId>,
}

impl Cover {
    fn of(links: &[&Link]) -> Cover {
        let mut cover = Cover { linked: BTreeMap::new(), copies: BTreeSet::new() };
        for link in links {
            for passage in link.zh.iter().chain(&link.en) {
                if link.again {
                    cover.copies.insert(passage.turn);
                } else if !link.zh.is_empty() && !link.en.is_empty() {
                    cover.linked.entry(passage.turn).or_default().insert(passage.span);
                }
            }
        }
        cover
    }

    fn is_copy(&self, turn: TurnId) -> bool {
        self.copies.contains(&turn) && !self.linked.contains_key(&turn)
    }

    /// The passage with what is linked nowhere between it and the next one of its turn; the first
    /// one of a turn takes what is before it as well, so that no text is lost.
    fn widened(&self, document: &Document, passage: Passage) -> Passage {
        let end = document.turn(passage.turn).text().len() as u32;
        let Some(spans) = self.linked.get(&passage.turn) else { return passage };
        let before = spans.range(..passage.span).next_back();
        let after = spans.range(passage.span..).find(|span| span.start() >= passage.span.end());
        let start = if before.is_none() { 0 } else { passage.span.start() };
        let end = after.map_or(end, |after| after.start());
        Passage { turn: passage.turn, span: Span::new(start, end.max(passage.span.end())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::transcript;
    use crate::text::Source;

    /// How many Chinese turns stand over one English turn that translates two of these speakers.
    fn together(speakers: [&str; 2]) -> usize {
        let [one, other] = speakers;
        let text = format!(
            "**{one}：** 我们在上海，办公室靠近河边。\n\n**Bob:** Three hundred of us work in Shanghai by the river.\n\n\
             **{other}：** 现在大约有三百名员工。\n"
        );
        let document = transcript::read(Source::from_text("talk.md", text)).expect("a transcript");
        let all = |side| {
            let whole = |turn: &crate::document::Turn| Passage {
                turn: turn.id,
                span: Span::at(0..turn.text().len()),
            };
            document.turns(side).iter().map(whole).collect::<Vec<Passage>>()
        };
        let link = Link { zh: all(Side::Zh), en: all(Side::En), score: 1.0, again: false };
        assert_eq!((link.zh.len(), link.en.len()), (2, 1));
        Plan::new(&document, &[link]).pairs.first().map_or(0, |pair| pair.zh.len())
    }

    #[test]
    fn turns_of_one_speaker_are_put_together_however_the_label_is_written() {
        assert_eq!(together(["Bob", "Bob"]), 2);
        assert_eq!(together(["Bob Lee", "BOB"]), 2);
        assert_eq!(together(["Bob", "Ann"]), 1);
    }
}
