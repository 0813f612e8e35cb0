//! Text as terms are compared in it: one spelling for what counts as the same.
//!
//! Latin letters are lower case, full-width characters half-width, Chinese characters simplified.
//! A run of spaces and hyphens is one space between Latin words and nothing beside a Chinese
//! character, so that `pre-training` agrees with `pre training`, and `A 轮` with `A轮`.

use crate::text::Span;

pub(super) use crate::text::is_han;
use crate::text::{is_alphanumeric, is_simplified, simplify};

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
        let mut start = 0;
        while let Some(rest) = source.get(start..).filter(|rest| !rest.is_empty()) {
            let plain = if gap.is_none() { plain(rest) } else { 0 };
            if plain > 0 {
                folded.push_plain(rest.get(..plain).unwrap_or_default(), start);
                start += plain;
                continue;
            }
            let Some(original) = rest.chars().next() else { break };
            let at = Span::at(start..start + original.len_utf8());
            start = at.end() as usize;
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
    #[inline]
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

    /// Adds what differs from its folded form in no more than capitals, which stands at `at`.
    fn push_plain(&mut self, plain: &str, at: usize) {
        let start = self.text.len();
        self.text.push_str(plain);
        if let Some(added) = self.text.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        self.add_run(start, Span::at(at..at + plain.len()), true);
    }

    fn push(&mut self, c: char, at: Span) {
        let start = self.text.len();
        self.text.push(c);
        self.add_run(start, at, c.len_utf8() == at.len() as usize);
    }

    /// What was added from byte `start` on came from `at`.
    fn add_run(&mut self, start: usize, at: Span, in_step: bool) {
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

/// How many bytes of `text` differ from their folded form in no more than capitals: most of most texts.
fn plain(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_plain = |byte: u8| PLAIN.get(usize::from(byte)).is_some_and(|&plain| plain);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if is_plain(byte) {
            at += 1;
        } else if byte == b' ' {
            // One space between two signs of ASCII stays one space.
            let before = at.checked_sub(1).and_then(|before| bytes.get(before));
            let stays = [before, bytes.get(at + 1)].iter().all(|b| b.is_some_and(|&b| is_plain(b)));
            if !stays {
                return at;
            }
            at += 2;
        } else {
            match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if is_simplified(c) || is_kept(c) => at += c.len_utf8(),
                _ => return at,
            }
        }
    }
    at
}

/// For each byte whether it is a sign of ASCII and no gap.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        let gap = matches!(byte as u8, b'\t'..=b'\r' | b' ' | b'-' | b'_');
        plain[byte] = !gap;
        byte += 1;
    }
    plain
};

/// Folds a form of the lexicon, which has no place to be led back to.
pub(super) fn fold(form: &str) -> String {
    match form.bytes().all(|b| b.is_ascii_alphanumeric()) {
        true => form.to_ascii_lowercase(),
        false => Folded::new(form).text,
    }
}

/// Whether `c` is one of the signs of Chinese that are left as they are: those that have no half-width form,
/// and those between clauses, where no form goes on.
fn is_kept(c: char) -> bool {
    matches!(c, '，' | '；' | '。' | '、' | '“' | '”' | '…' | '—' | '《' | '》' | '「' | '」')
}

fn fold_char(c: char) -> char {
    let half = match c {
        c if is_kept(c) => c,
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

/// Whether `c` is a letter or digit of a script that puts spaces between words.
#[inline]
pub(super) fn is_word(c: char) -> bool {
    !is_han(c) && is_alphanumeric(c)
}

/// Whether Chinese characters stand on both sides of `at`.
pub(super) fn is_inside_run(folded: &str, at: usize) -> bool {
    let Some((before, after)) = folded.split_at_checked(at) else { return false };
    before.chars().next_back().is_some_and(is_han) && after.chars().next().is_some_and(is_han)
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
    fn gaps_of_ascii_are_no_plain_bytes() {
        for byte in 0..128_u8 {
            assert_eq!(super::PLAIN[usize::from(byte)], !super::is_gap(char::from(byte)), "{byte}");
        }
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
