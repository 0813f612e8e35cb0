//! From hits to matches: word ends confirmed, longest first, one stretch of text used once.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::text::Span;

use super::fold::{Folded, is_han};
use super::index::{Hit, Index};
use super::suspended::written_out;
use super::words::WordEnds;

/// Whether a form is so long that it stands there whatever the words around it are: 甲状腺功能亢进 in 甲状腺功能亢进症.
fn is_long(text: &str, start: usize, end: usize) -> bool {
    const CHARACTERS: usize = 5;
    text.get(start..end)
        .is_some_and(|form| form.chars().all(is_han) && form.chars().nth(CHARACTERS - 1).is_some())
}

/// One text, folded, with the places where forms stand.
pub(super) struct Scanned<'x> {
    pub(super) source: &'x str,
    pub(super) folded: Folded,
    /// Overlapping hits whose Chinese word ends are not confirmed.
    pub(super) hits: Vec<Hit<'x>>,
}

/// A stretch of text that is one term, with all that the lexicon says of it.
pub(super) struct Stretch<'s, 'x> {
    pub(super) span: Span,
    pub(super) hits: Vec<&'s Hit<'x>>,
}

impl<'x> Scanned<'x> {
    /// Looks for the forms of `indexes` in `source`.
    pub(super) fn new(indexes: &'x [Cow<'static, Index>], source: &'x str) -> Scanned<'x> {
        let mut folded = Folded::new(source);
        for (word, span) in written_out(source) {
            folded.add_implied(&word, span);
        }
        let mut hits: Vec<Hit<'x>> =
            indexes.iter().flat_map(|index| index.hits(source, &folded)).collect();
        if indexes.len() > 1 {
            hits.sort_by_key(|hit| (hit.start, Reverse(hit.end)));
        }
        Scanned { source, folded, hits }
    }

    /// The stretches that are terms, in text order: of overlapping ones the first, of those the
    /// longest.
    pub(super) fn stretches(&self) -> Vec<Stretch<'_, 'x>> {
        let mut ends = WordEnds::default();
        let text = self.folded.as_str();
        let mut hits: Vec<&Hit<'x>> = self
            .hits
            .iter()
            .filter(|hit| {
                !hit.doubtful
                    || is_long(text, hit.start, hit.end)
                    || ends.bound(text, hit.start, hit.end)
                    || hit.entry.may_end_a_word && ends.is_end(text, hit.end)
                    || hit.entry.is_name && ends.bound_as_name(text, hit.start, hit.end)
            })
            .collect();
        hits.sort_by_key(|hit| (hit.start, Reverse(hit.end)));
        let mut stretches: Vec<Stretch<'_, 'x>> = Vec::new();
        for hit in hits {
            match stretches.last_mut() {
                Some(last) if last.span == hit.span => last.hits.push(hit),
                Some(last) if last.span.overlaps(hit.span) => {}
                _ => stretches.push(Stretch { span: hit.span, hits: vec![hit] }),
            }
        }
        // Words that are only implied were folded last.
        stretches.sort_by_key(|stretch| stretch.span);
        stretches
    }
}
