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
    /// Where the runs of `text` came from, ascending.
    runs: Vec<Run>,
}

/// A run of the folded text, from `start` to the start of the next run.
struct Run {
    start: usize,
    source: Span,
    /// Whether the run and the source go in step, byte for byte; otherwise the run is one character
    /// that stands for all of `source`.
    in_step: bool,
}

impl Folded {
    /// Folds `source`.
    pub(super) fn new(source: &str) -> Folded {
        let mut folded = Folded {
            text: String::with_capacity(source.len()),
            runs: Vec::with_capacity(source.len() / 32 + 1),
        };
        let mut gap: Option<(Span, bool)> = None;
        for (start, original) in source.char_indices() {
            if gap.is_none() && original.is_ascii_alphanumeric() {
                folded.push_letter(original.to_ascii_lowercase(), start);
                continue;
            }
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
        self.runs.push(Run { start: self.text.len(), source: at, in_step: false });
        self.text.push('\n');
        self.text.push_str(&fold(word));
    }

    /// The folded text.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The source at bytes `start..end` of the folded text; empty at the front where they do not
    /// fit.
    pub(super) fn to_source(&self, start: usize, end: usize) -> Span {
        if start >= end || end > self.text.len() {
            return Span::new(0, 0);
        }
        self.origin(start).join(self.origin(end - 1))
    }

    /// The source of the byte `at` of the folded text: that byte alone where the two go in step.
    fn origin(&self, at: usize) -> Span {
        let behind = self.runs.partition_point(|run| run.start <= at);
        let Some(run) = behind.checked_sub(1).and_then(|run| self.runs.get(run)) else {
            return Span::new(0, 0);
        };
        if !run.in_step {
            return run.source;
        }
        let byte = run.source.start() as usize + (at - run.start);
        Span::at(byte..byte + 1)
    }

    /// The same as [`push`](Folded::push) for what most texts are made of.
    fn push_letter(&mut self, c: char, at: usize) {
        match self.runs.last_mut() {
            Some(run) if run.in_step && run.source.end() as usize == at => {
                run.source = Span::at(run.source.start() as usize..at + 1);
                self.text.push(c);
            }
            _ => self.push(c, Span::at(at..at + 1)),
        }
    }

    fn push(&mut self, c: char, at: Span) {
        let start = self.text.len();
        self.text.push(c);
        let in_step = c.len_utf8() == at.len() as usize;
        if in_step
            && let Some(run) = self.runs.last_mut()
            && run.in_step
            && run.source.end() == at.start()
        {
            run.source = run.source.join(at);
        } else {
            self.runs.push(Run { start, source: at, in_step });
        }
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
