//! Reader for transcripts: speaker turns, Chinese and English by turns in one file, or one
//! language in each of two files.
//!
//! A transcript is Markdown or plain text that people wrote by hand, so the reader looks at what
//! the document does and not at what it should do: first the lines that are prose, then the
//! labels that cut them into blocks, then the layout that tells which side each block fills.

mod inline;
mod label;
mod layout;
mod lines;

use std::sync::Arc;

use crate::document::{Document, Speaker, Turn, TurnId};
use crate::text::{Language, MappedText, Scripts, Side, Source, Span, language_of};

use label::{Label, LabelStyle};
use lines::{Line, LineKind};

/// Why a file is no bilingual transcript.
#[derive(Debug, thiserror::Error)]
pub enum TranscriptError {
    /// Nothing but markup, or nothing at all.
    #[error("no text found: there is nothing but white space, headings, comments or code")]
    NoText,
    /// Every turn is in one language.
    #[error(
        "all {turns} turns are in {}; give the {} text with --{} FILE",
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

/// What one speaker says, before it is known which side it fills.
struct Block {
    label: Option<Label>,
    text: MappedText,
    extent: Span,
}

impl Block {
    fn new(source: &Source, label: Option<Label>, paragraphs: &[Span]) -> Block {
        let mut text = MappedText::new();
        for &paragraph in paragraphs {
            if !text.as_str().is_empty() {
                text.push_joint("\n");
            }
            inline::push_visible(source.text(), paragraph, &mut text);
        }
        let start = label.map(|label| label.name.start());
        let start = start.or(paragraphs.first().map(|paragraph| paragraph.start()));
        let end = paragraphs.last().map(|paragraph| paragraph.end());
        let end = end.into_iter().chain(label.map(|label| label.rest)).max();
        let extent = Span::new(start.unwrap_or(0), end.or(start).unwrap_or(0));
        if text.as_str().is_empty() {
            text.push_mapped("", Span::new(extent.end(), extent.end()));
        }
        Block { label, text, extent }
    }

    fn view<'t>(&'t self, source: &'t Source) -> layout::Block<'t> {
        layout::Block {
            language: self.language(),
            speaker: self.label.map(|label| source.slice(label.name)),
            text: self.text.as_str(),
        }
    }

    fn language(&self) -> Language {
        language_of(self.text.as_str())
    }

    fn into_turn(self, id: TurnId, source: &Source) -> Turn {
        let speaker = self
            .label
            .map(|label| Speaker { name: source.slice(label.name).to_owned(), span: label.name });
        Turn { id, speaker, text: self.text, extent: self.extent, marks: Vec::new() }
    }
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

fn blocks(source: &Source) -> Vec<Block> {
    let text = source.text();
    let lines = lines::lines(text);
    let (style, labels) = label::labels(text, &lines);
    if style == LabelStyle::None {
        return unlabelled_blocks(source, &lines);
    }
    let mut groups: Vec<(Label, Vec<Span>)> = Vec::new();
    let mut preamble = Vec::new();
    for (line, label) in lines.iter().zip(&labels) {
        if let Some(label) = label {
            groups.push((*label, Vec::new()));
        }
        let start = label.map_or(line.span.start(), |label| label.rest);
        let rest = trim(text, Span::new(start, line.span.end().max(start)));
        let says_something = line.kind == LineKind::Prose && !rest.is_empty();
        if says_something {
            match groups.last_mut() {
                Some((_, paragraphs)) => paragraphs.push(rest),
                None => preamble.push(*line),
            }
        }
    }
    let shared = share_labels(source, &groups);
    let mut blocks = preamble_blocks(source, &preamble);
    for (label, paragraphs) in groups {
        let pieces = if shared { by_language(source, &paragraphs) } else { vec![paragraphs] };
        for (at, piece) in pieces.iter().enumerate() {
            let mut block = Block::new(source, Some(label), piece);
            // A label over both languages stands in the first of them.
            if at > 0
                && let Some(first) = piece.first()
            {
                block.extent = Span::new(first.start(), block.extent.end());
            }
            blocks.push(block);
        }
    }
    blocks
}

/// Text before the first label: a pair of introductions is checked like any other turn, a line
/// that stands there in one language is not part of the talk.
fn preamble_blocks(source: &Source, lines: &[Line]) -> Vec<Block> {
    let blocks = unlabelled_blocks(source, lines);
    let count = |side| blocks.iter().filter(|block| block.language().side() == Some(side)).count();
    if count(Side::Zh) == count(Side::En) { blocks } else { Vec::new() }
}

/// Whether one label stands before both languages: then most labels have a paragraph of each
/// below them.
fn share_labels(source: &Source, groups: &[(Label, Vec<Span>)]) -> bool {
    let both = |paragraphs: &Vec<Span>| by_language(source, paragraphs).len() == 2;
    let count = groups.iter().filter(|(_, paragraphs)| both(paragraphs)).count();
    count * 2 > groups.len()
}

/// Cuts paragraphs where the language changes. A paragraph of uncertain language stays with the
/// one before it.
fn by_language(source: &Source, paragraphs: &[Span]) -> Vec<Vec<Span>> {
    let mut pieces: Vec<(Option<Side>, Vec<Span>)> = Vec::new();
    for &paragraph in paragraphs {
        let language = language_of(source.slice(paragraph)).certain();
        match pieces.last_mut() {
            Some((piece, list)) if language.is_none() || piece.is_none() || *piece == language => {
                *piece = piece.or(language);
                list.push(paragraph);
            }
            _ => pieces.push((language, vec![paragraph])),
        }
    }
    pieces.into_iter().map(|(_, piece)| piece).collect()
}

/// One block for each paragraph. Lines without a blank line between them are one paragraph, cut
/// where the language changes.
fn unlabelled_blocks(source: &Source, lines: &[Line]) -> Vec<Block> {
    let mut paragraphs: Vec<Vec<Span>> = Vec::new();
    let mut after_blank = true;
    for line in lines {
        if line.kind == LineKind::Prose {
            match paragraphs.last_mut() {
                Some(list) if !after_blank => list.push(line.span),
                _ => paragraphs.push(vec![line.span]),
            }
        }
        after_blank = line.kind != LineKind::Prose;
    }
    let pieces = paragraphs.iter().flat_map(|paragraph| by_language(source, paragraph));
    pieces
        .map(|piece| Block::new(source, None, &piece))
        .filter(|block| Scripts::of(block.text.as_str()) != Scripts::default())
        .collect()
}

fn trim(text: &str, span: Span) -> Span {
    let body = span.of(text);
    let start = span.start() + (body.len() - body.trim_start().len()) as u32;
    Span::new(start, start + body.trim().len() as u32)
}
