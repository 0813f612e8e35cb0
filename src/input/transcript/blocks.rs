//! What each speaker says: cuts a text into blocks, at its labels or paragraph by paragraph.

use crate::text::{Scripts, Side, Source, Span, language_of};

use super::block::Block;
use super::both::taken_apart;
use super::ends::{postscript, take_off};
use super::label::{self, LabelStyle};
use super::lines::{self, Line, LineKind};
use super::shape::Label;

/// The blocks of `source`, in the order of the file.
pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let text = source.text();
    let lines = taken_apart(text, lines::lines(text));
    let (style, labels) = label::labels(text, &lines);
    if style == LabelStyle::None {
        let mut blocks = match table(&lines) {
            Some(table) => unlabelled_blocks(source, &lines[table]),
            None => unlabelled_blocks(source, &lines),
        };
        take_off(&mut blocks);
        return blocks;
    }
    let mut groups: Vec<(Label, Vec<Span>)> = Vec::new();
    let mut preamble = Vec::new();
    let postscript = postscript(text, &lines, &labels);
    for (line, label) in lines[..postscript].iter().zip(&labels) {
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
    let mut blocks = apart(source, &preamble);
    for (label, paragraphs) in groups {
        let pieces = match shared {
            true => {
                let pieces = by_language(source, &paragraphs).into_iter();
                pieces.flat_map(|piece| copies(source, piece)).collect()
            }
            false => vec![paragraphs],
        };
        for (at, piece) in pieces.iter().enumerate() {
            let mut block = Block::new(source, Some(label), piece);
            // A label over both languages stands in the first of them.
            if at > 0
                && let Some(first) = piece.first()
            {
                block.begin_at(first.start());
            }
            blocks.push(block);
        }
    }
    let first = blocks.first().map(Block::language);
    let outro = apart(source, &lines[postscript..]);
    if outro.first().map(Block::language) == first {
        blocks.extend(outro);
    }
    blocks
}

/// The lines from the first table of turns to the last: what stands around them is not said.
fn table(lines: &[Line]) -> Option<std::ops::Range<usize>> {
    let is_table = |line: &Line| line.kind == LineKind::Table;
    Some(lines.iter().position(is_table)?..lines.iter().rposition(is_table)?)
}

/// Text before the first label or behind the talk: a pair of introductions is checked like any other turn,
/// a line that stands there in one language is not part of the talk.
fn apart(source: &Source, lines: &[Line]) -> Vec<Block> {
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

/// Under one label, what stands there twice is a turn and its copy: an English turn pasted again, or Chinese
/// where the English should be.
fn copies(source: &Source, piece: Vec<Span>) -> Vec<Vec<Span>> {
    let (first, second) = piece.split_at(piece.len() / 2);
    let same = |(one, other): (&Span, &Span)| source.slice(*one) == source.slice(*other);
    if !first.is_empty() && first.len() == second.len() && first.iter().zip(second).all(same) {
        vec![first.to_vec(), second.to_vec()]
    } else {
        vec![piece]
    }
}

/// One block for each paragraph. Lines without a blank line between them are one paragraph, cut
/// where the language changes. What stands before the first time of a text with times is its title.
fn unlabelled_blocks(source: &Source, lines: &[Line]) -> Vec<Block> {
    const TIMES: usize = 3;
    let times = lines.iter().filter(|line| line.kind == LineKind::Time).count();
    let timed = lines.iter().position(|line| line.kind == LineKind::Time && times >= TIMES);
    let lines = &lines[timed.unwrap_or(0)..];
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
        .filter(|block| Scripts::of(block.text()) != Scripts::default())
        .collect()
}

fn trim(text: &str, span: Span) -> Span {
    let body = span.of(text);
    let start = span.start() + (body.len() - body.trim_start().len()) as u32;
    Span::new(start, start + body.trim().len() as u32)
}
