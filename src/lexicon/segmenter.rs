//! Chinese cut into words by jieba, without waiting for its dictionary.
//!
//! Loading 349,000 words takes several times as long as checking a small file. Which words a run of characters is cut
//! into depends on the words that stand in it and on how often all are met, so each thread begins with no word and
//! takes over those that a run may be cut into before it is.

use std::cell::RefCell;
use std::sync::LazyLock;

use fst::raw::Fst;
use jieba_rs::Jieba;

/// Every word of jieba's dictionary with its frequency, and the sum of all for the empty word. Made by the build script.
static WORDS: LazyLock<Fst<&'static [u8]>> = LazyLock::new(|| {
    const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.fst"));
    Fst::new(BYTES).expect("the build script writes an fst")
});

/// Where the words of `run` end, a run of Han characters: byte offsets, ascending.
///
/// Words that are in no dictionary are single characters: HMM is off because it invents words.
pub(super) fn cut_run(run: &str) -> Vec<usize> {
    thread_local! {
        static SEGMENTER: RefCell<Segmenter> = RefCell::new(Segmenter::new());
    }
    SEGMENTER.with_borrow_mut(|segmenter| segmenter.cut_run(run))
}

/// Jieba with the words that were met so far.
struct Segmenter {
    jieba: Jieba,
    /// How often all other words are met together, in jieba's count.
    others: usize,
}

impl Segmenter {
    /// A word that stands for all that were not met; no run of Han characters holds it.
    const OTHERS: &str = "\u{E000}";

    fn new() -> Segmenter {
        let all = WORDS.get("").map_or(0, |sum| sum.value());
        let mut segmenter = Segmenter { jieba: Jieba::empty(), others: all as usize };
        segmenter.count_others();
        segmenter
    }

    fn cut_run(&mut self, run: &str) -> Vec<usize> {
        self.take_over_words(run);
        self.jieba.cut(run, false).iter().map(|word| word.byte_end).collect()
    }

    /// Adds every word that stands in `run`.
    fn take_over_words(&mut self, run: &str) {
        let others = self.others;
        for (start, _) in run.char_indices() {
            let rest = run.get(start..).unwrap_or_default();
            for (end, frequency) in prefixes(rest) {
                let word = rest.get(..end).unwrap_or_default();
                if !self.jieba.has_word(word) {
                    self.jieba.add_word(word, Some(frequency), None);
                    self.others = self.others.saturating_sub(frequency);
                }
            }
        }
        if self.others != others {
            self.count_others();
        }
    }

    /// Leaves the sum of all frequencies, which weighs long words against short ones, as it is in jieba's dictionary.
    fn count_others(&mut self) {
        self.jieba.add_word(Segmenter::OTHERS, Some(self.others), None);
    }
}

/// The words that `text` starts with: where each ends, and its frequency.
fn prefixes(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut node = WORDS.root();
    let mut sum = 0;
    let steps = text.bytes().map_while(move |byte| {
        let step = node.transition(node.find_input(byte)?);
        sum += step.out.value();
        node = WORDS.node(step.addr);
        Some(node.is_final().then(|| sum + node.final_output().value()))
    });
    steps.zip(1..).filter_map(|(frequency, end)| Some((end, frequency? as usize)))
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use jieba_rs::Jieba;
    use proptest::prelude::*;

    use super::cut_run;

    static WHOLE: LazyLock<Jieba> = LazyLock::new(Jieba::new);

    /// Words that overlap in many ways.
    const WORDS: &[&str] = &[
        "我们",
        "数据",
        "中心",
        "数据中心",
        "里",
        "的",
        "天才",
        "之国",
        "北京大学",
        "生前",
        "来",
        "应聘",
        "研究",
        "研究生",
        "命",
        "起源",
        "乒乓球",
        "拍卖",
        "完了",
        "南京市",
        "长江",
        "大桥",
        "市长",
        "结合",
        "成",
        "分子",
        "时",
        "一",
        "一个",
        "个",
        "人",
        "不",
        "不是",
        "是",
    ];

    proptest! {
        #[test]
        fn runs_are_cut_as_by_all_words(
            parts in proptest::collection::vec(
                prop_oneof![
                    "[\u{4E00}-\u{9FFF}]{1,3}",
                    proptest::sample::select(WORDS).prop_map(str::to_owned),
                ],
                1..25,
            ),
        ) {
            let run = parts.concat();
            let whole: Vec<usize> = WHOLE.cut(&run, false).iter().map(|word| word.byte_end).collect();
            prop_assert_eq!(cut_run(&run), whole);
        }
    }
}
