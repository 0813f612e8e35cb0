//! Word ends in Chinese, as jieba sees them.
//!
//! Terms are not added to jieba's dictionary: it would then cut where we hope that it does. A text is cut only where
//! a term stands between other Chinese characters, and only their run is.

use std::collections::BTreeMap;

use super::fold::{is_han, is_inside_run};
use super::segmenter::cut_run;

/// The words of each run of Chinese characters in `folded`, as byte ranges.
pub(super) fn cut(folded: &str) -> Vec<Vec<(usize, usize)>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(start) = folded.get(at..).and_then(|rest| rest.find(is_han)) {
        let start = at + start;
        let run = folded.get(start..).unwrap_or_default();
        let run = run.get(..run.len() - run.trim_start_matches(is_han).len()).unwrap_or_default();
        let mut from = start;
        let words = cut_run(run).into_iter().map(|end| {
            let word = (from, start + end);
            from = word.1;
            word
        });
        runs.push(words.collect());
        at = start + run.len();
    }
    runs
}

/// The word ends of one folded text, worked out run by run as they are asked for.
#[derive(Default)]
pub(super) struct WordEnds {
    /// By where they start.
    cut: BTreeMap<usize, Run>,
}

struct Run {
    end: usize,
    /// Byte offsets at which a word of the run ends, ascending.
    ends: Vec<usize>,
}

impl WordEnds {
    /// Whether both `start` and `end` are word ends of `folded`.
    pub(super) fn bound(&mut self, folded: &str, start: usize, end: usize) -> bool {
        self.is_end(folded, start) && (self.is_end(folded, end) || self.is_place(folded, end))
    }

    /// Whether a name at `start..end` is bound together with what behind it says of what kind it is: 波音公司, 河南队.
    pub(super) fn bound_as_name(&mut self, folded: &str, start: usize, end: usize) -> bool {
        const BEHIND: &[&str] =
            &["公司", "集团", "队", "大学", "人", "军", "州", "岛", "湖", "半岛"];
        self.is_end(folded, start) && self.ends_behind(folded, end, BEHIND)
    }

    /// Whether what ends at `at` is named as a province, a city or a county, or a country by those who govern it, and the
    /// word ends behind that: 陕西省, 德国总理.
    fn is_place(&mut self, folded: &str, at: usize) -> bool {
        const BEHIND: &[&str] = &[
            "省",
            "市",
            "县",
            "总理",
            "首相",
            "总统",
            "政府",
            "议会",
            "国会",
            "国王",
            "女王",
            "外长",
            "大使",
            "大使馆",
            "军队",
        ];
        self.ends_behind(folded, at, BEHIND)
    }

    /// Whether one of `words` stands at `at`, and a word of `folded` ends behind it.
    fn ends_behind(&mut self, folded: &str, at: usize, words: &[&str]) -> bool {
        let rest = folded.get(at..).unwrap_or_default();
        let mut behind = words.iter().filter(|word| rest.starts_with(**word));
        behind.any(|word| self.is_end(folded, at + word.len()))
    }

    /// Whether a word of `folded` ends at `at`.
    pub(super) fn is_end(&mut self, folded: &str, at: usize) -> bool {
        if !is_inside_run(folded, at) {
            return true;
        }
        let before = self.cut.range(..at).next_back().map(|(_, run)| run);
        if let Some(run) = before.filter(|run| at < run.end) {
            return run.ends.binary_search(&at).is_ok();
        }
        let (start, run) = Run::around(folded, at);
        let ends_here = run.ends.binary_search(&at).is_ok();
        self.cut.insert(start, run);
        ends_here
    }
}

impl Run {
    /// The run of Chinese characters around `at`, and where it starts.
    fn around(folded: &str, at: usize) -> (usize, Run) {
        let (before, after) = folded.split_at_checked(at).unwrap_or((folded, ""));
        let start = before.trim_end_matches(is_han).len();
        let end = folded.len() - after.trim_start_matches(is_han).len();
        let words = cut_run(folded.get(start..end).unwrap_or_default());
        let ends = words.into_iter().map(|end| start + end).collect();
        (start, Run { end, ends })
    }
}

#[cfg(test)]
mod tests {
    use super::WordEnds;

    fn bound_as_name(text: &str, term: &str) -> bool {
        let start = text.find(term).unwrap();
        WordEnds::default().bound_as_name(text, start, start + term.len())
    }

    fn bound(text: &str, term: &str) -> bool {
        let start = text.find(term).unwrap();
        WordEnds::default().bound(text, start, start + term.len())
    }

    #[test]
    fn a_term_may_span_words() {
        assert!(bound("这是数据中心里的天才之国吗", "天才之国"));
    }

    #[test]
    fn a_term_inside_a_word_has_no_bounds() {
        assert!(!bound("这是天才之国度", "天才之国"));
    }

    #[test]
    fn a_place_may_be_called_a_province() {
        assert!(bound("它位于陕西省西安市", "陕西"));
    }

    #[test]
    fn a_name_may_be_that_of_a_company_or_a_team() {
        assert!(!bound("昨天波音公司道歉了", "波音"));
        assert!(bound_as_name("昨天波音公司道歉了", "波音"));
        assert!(bound_as_name("客场不敌河南队", "河南"));
        assert!(!bound_as_name("这是天才之国度", "天才之国"));
    }

    #[test]
    fn nothing_to_ask_at_the_rim() {
        assert!(bound("天才之国", "天才之国"));
        assert!(bound("，天才之国。", "天才之国"));
    }
}
