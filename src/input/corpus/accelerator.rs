//! Keys of menus in messages of programs: `_File` of GTK and `&File` of Qt, which Chinese writes behind the text,
//! `文件(_F)`. They are no part of the words.

use super::Cell;
use crate::text::Span;

/// Takes the key out of both texts of a message, where the Chinese names one.
pub(super) fn take_out([zh, en]: &mut [Cell; 2]) {
    let Some((named, mark, key)) = named(zh.text.as_str()) else { return };
    zh.text = zh.text.without(named);
    let marked = en.text.as_str().match_indices(mark).find(|&(at, _)| {
        let behind = en.text.as_str()[at + 1..].chars().next();
        behind.is_some_and(|behind| behind.eq_ignore_ascii_case(&key))
    });
    if let Some((at, _)) = marked {
        en.text = en.text.without(Span::at(at..at + 1));
    }
}

/// Where the Chinese names a key, with the mark before it: `(_F)`, `（&F）`.
fn named(text: &str) -> Option<(Span, char, char)> {
    text.match_indices(['(', '（']).find_map(|(at, open)| {
        let inner = text.get(at + open.len()..)?;
        let mut characters = inner.chars();
        let (mark, key) = (characters.next()?, characters.next()?);
        let close = characters.next()?;
        let is_one =
            matches!(mark, '_' | '&') && key.is_ascii_alphanumeric() && matches!(close, ')' | '）');
        let end = at + open.len() + 2 + close.len_utf8();
        is_one.then(|| (Span::at(at..end), mark, key))
    })
}
