//! Reader for transcripts: speaker turns, Chinese and English by turns in one file, or one
//! language in each of two files.
//!
//! A transcript is Markdown or plain text that people wrote by hand, so the reader looks at what
//! the document does and not at what it should do: first the lines that are prose, then the
//! labels that cut them into blocks, then the layout that tells which side each block fills.

mod block;
mod blocks;
mod both;
mod ends;
mod inline;
mod label;
mod layout;
mod lines;
mod markup;
mod shape;
mod table;

use std::sync::Arc;

use crate::document::{Document, TurnId};
use crate::text::{Language, Side, Source, Span};

use block::Block;
use blocks::blocks;

/// Why a file is no bilingual transcript.
#[derive(Debug, thiserror::Error)]
pub enum TranscriptError {
    /// Nothing but markup, or nothing at all.
    #[error("no text found: there is nothing but white space, headings, comments or code")]
    NoText,
    /// Every turn is in one language.
    #[error(
        "{} in {}; give the {} text with --{} FILE",
        if *turns == 1 { "the only turn is".to_owned() } else { format!("all {turns} turns are") },
        side.name(), side.other().name(), side.other().code()
    )]
    OneLanguage {
        /// The language there is.
        side: Side,
        /// How many turns there are.
        turns: usize,
    },
}

/// Reads a transcript with both languages in one file.
///
/// # Errors
/// Where there is no text, or text in one language only.
pub fn read(source: Source) -> Result<Document, TranscriptError> {
    let source = Arc::new(source);
    let blocks = blocks(&source);
    if blocks.is_empty() {
        return Err(TranscriptError::NoText);
    }
    let views: Vec<_> = blocks.iter().map(|block| block.view(&source)).collect();
    let sides = layout::sides(&views);
    if let Some(side) = only_side(&blocks) {
        return Err(TranscriptError::OneLanguage { side, turns: blocks.len() });
    }
    let mut turns = [Vec::new(), Vec::new()];
    for (block, side) in blocks.into_iter().zip(sides) {
        let list = &mut turns[side as usize];
        list.push(block.into_turn(TurnId::at(side, list.len()), &source));
    }
    let [zh, en] = turns;
    Ok(Document::new((Arc::clone(&source), zh), (source, en)))
}

/// Reads a transcript from one file for each language. The turns of a file all belong to its
/// side, whatever language they are in.
///
/// # Errors
/// Where one of the files has no text; the side is named.
pub fn read_two(zh: Source, en: Source) -> Result<Document, (Side, TranscriptError)> {
    let side = |source: Source, side: Side| {
        let source = Arc::new(source);
        let turns: Vec<_> = blocks(&source)
            .into_iter()
            .enumerate()
            .map(|(at, block)| block.into_turn(TurnId::at(side, at), &source))
            .collect();
        if turns.is_empty() { Err((side, TranscriptError::NoText)) } else { Ok((source, turns)) }
    };
    Ok(Document::new(side(zh, Side::Zh)?, side(en, Side::En)?))
}

/// Whether a document is laid out as a bilingual text on purpose: it has speakers on both sides, or
/// its paragraphs take turns. An English page that quotes some Chinese is not.
pub fn is_bilingual(document: &Document) -> bool {
    let turns = |side| document.turns(side);
    let labelled = |side| turns(side).iter().filter(|turn| turn.speaker.is_some()).count();
    if labelled(Side::Zh) > 0 && labelled(Side::En) > 0 {
        return true;
    }
    let mut starts: Vec<(Span, Side)> = Side::BOTH
        .into_iter()
        .flat_map(|side| turns(side).iter().map(move |turn| (turn.extent, side)))
        .collect();
    starts.sort_unstable();
    let changes = starts.windows(2).filter(|pair| pair[0].1 != pair[1].1).count();
    changes * 3 >= (starts.len() - 1) * 2
}

/// The language of all blocks, if no block speaks for the other one. A few turns too short to
/// tell ("OK." among Chinese turns) make no bilingual document.
fn only_side(blocks: &[Block]) -> Option<Side> {
    let languages: Vec<Language> = blocks.iter().map(Block::language).collect();
    let certain = |side| languages.iter().filter(|one| one.certain() == Some(side)).count();
    let likely = |side| languages.iter().filter(|one| one.side() == Some(side)).count();
    Side::BOTH.into_iter().find(|&side| {
        let other = side.other();
        likely(side) > 0 && certain(other) == 0 && likely(other) * 4 < blocks.len()
    })
}
