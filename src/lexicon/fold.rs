//! Text as terms are compared in it: one spelling for what counts as the same.
//!
//! Latin letters are lower case, full-width characters half-width, Chinese characters simplified.
//! A run of spaces and hyphens is one space between Latin words and nothing beside a Chinese
//! character, so that `pre-training` agrees with `pre training`, and `A 轮` with `A轮`.

use crate::text::Span;

use super::traditional::simplify;

/// Folded text with the way back.
pub(super) struct Folded {
    text: String,
    /// For each byte of `text`, the source bytes of the character that it came from.
    origins: Vec<Span>,
}

impl Folded {
    /// Folds `source`.
    pub(super) fn new(source: &str) -> Folded {
        let mut folded = Folded {
            text: String::with_capacity(source.len()),
            origins: Vec::with_capacity(source.len()),
        };
        let mut gap: Option<(Span, bool)> = None;
        for (start, original) in source.char_indices() {
            let at = Span::at(start..start + original.len_utf8());
            if original == '\u{AD}' || original == '\u{FEFF}' {
                continue;
            }
            if is_gap(original) {
                let line_end = original == '\n' || original == '\r';
                gap = Some(match gap {
                    Some((span, broken)) => (span.join(at), broken || line_end),
                    None => (at, line_end),
                });
                continue;
            }
            let c = fold_char(original);
            if let Some((span, broken)) = gap.take() {
                folded.push_gap(span, broken, c);
            }
            folded.push(c, at);
        }
        folded
    }

    /// Adds, on a line of its own, a word that stands at `at` of the source without being written
    /// there.
    pub(super) fn add_implied(&mut self, word: &str, at: Span) {
        self.push('\n', at);
        self.text.push_str(&fold(word));
        self.origins.resize(self.text.len(), at);
    }

    /// The folded text.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The source at bytes `start..end` of the folded text; empty at the front where they do not
    /// fit.
    pub(super) fn to_source(&self, start: usize, end: usize) -> Span {
        let first = self.origins.get(start);
        let last = end.checked_sub(1).and_then(|last| self.origins.get(last));
        match (first, last) {
            (Some(first), Some(last)) if start < end => first.join(*last),
            _ => Span::new(0, 0),
        }
    }

    fn push(&mut self, c: char, at: Span) {
        self.text.push(c);
        self.origins.resize(self.text.len(), at);
    }

    /// Closes a run of spaces and hyphens that stands before `next`. Latin words go on over the
    /// end of a line, Chinese does not.
    fn push_gap(&mut self, at: Span, broken: bool, next: char) {
        match self.text.chars().next_back() {
            Some(before) if is_word(before) && is_word(next) => self.push(' ', at),
            Some(_) if broken => self.push('\n', at),
            Some(before) if !is_han(before) && !is_han(next) => self.push(' ', at),
            _ => {}
        }
    }
}

/// Folds a form of the lexicon, which has no place to be led back to.
pub(super) fn fold(form: &str) -> String {
    match form.bytes().all(|b| b.is_ascii_alphanumeric()) {
        true => form.to_ascii_lowercase(),
        false => Folded::new(form).text,
    }
}

fn fold_char(c: char) -> char {
    let half = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '’' | '‘' | 'ʼ' => '\'',
        '・' | '•' | '‧' => '·',
        c => c,
    };
    if half.is_ascii() {
        return half.to_ascii_lowercase();
    }
    if is_han(half) {
        return simplify(half);
    }
    let mut lower = half.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(only), None) => only,
        _ => half,
    }
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '_')
}

/// Whether `c` is a Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}' | '々' | '〇')
}

/// Whether `c` is a letter or digit of a script that puts spaces between words.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c)
}

#[cfg(test)]
mod tests {
    use super::{Folded, fold};

    #[test]
    fn joins_what_is_spelt_apart() {
        assert_eq!(fold("Pre-Training"), fold("pre  training"));
        assert_eq!(fold("Ａ 輪"), "a轮");
        assert_eq!(fold("天才 之国"), "天才之国");
        assert_eq!(fold("the model’s"), "the model's");
    }

    #[test]
    fn lines_divide_chinese_and_not_english() {
        assert_eq!(fold("machine\nlearning"), "machine learning");
        assert_eq!(fold("机器\n学习"), "机器\n学习");
    }

    #[test]
    fn leads_back_to_the_source() {
        let source = "說 Pre-\u{AD}Training 吗";
        let folded = Folded::new(source);
        assert_eq!(folded.as_str(), "说pre training吗");
        let span = folded.to_source(3, 15);
        assert_eq!(span.of(source), "Pre-\u{AD}Training");
        assert_eq!(folded.to_source(0, 3).of(source), "說");
        assert!(folded.to_source(400, 500).is_empty());
    }
}
