//! Chinese units that may be terms.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use crate::lexicon::fold::{Folded, is_han, is_word};
use crate::lexicon::words::cut;
use crate::text::Span;

use super::TextPair;

/// Which script a candidate is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lexicon) enum Script {
    Han,
    Latin,
}

/// A unit that stands in several pairs.
#[derive(Clone, Debug)]
pub(in crate::lexicon) struct Candidate {
    /// As it stands where it stands first.
    pub(in crate::lexicon) text: String,
    pub(in crate::lexicon) script: Script,
    /// The pairs that it stands in, ascending.
    pub(in crate::lexicon) pairs: Vec<usize>,
    /// Where it stands first in each of them.
    pub(in crate::lexicon) places: Vec<Span>,
}

/// Words that no term begins or ends with.
static STOP: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "的 了 是 在 和 与 或 也 都 就 而 但 把 被 让 给 对 从 向 到 为 以 于 之 其 这 那 我 你 他 她 它 \
我们 你们 他们 她们 它们 这个 那个 这些 那些 这样 那样 什么 怎么 为什么 可以 可能 应该 需要 能 会 要 想 说 \
看 做 有 没有 没 不 不是 就是 还是 如果 因为 所以 但是 然后 现在 时候 非常 很 更 最 太 再 又 还 只 才 已经 正在 \
一直 一个 一些 一种 一下 个 种 些 次 年 月 日 天 里 中 上 下 前 后 时 间 多 少 大 小 好 人 事 吗 呢 吧 啊 着 过 地 得 \
所 等 某 每 各 该 并 且 及 即 则 却 将 去 来 用 使 由 跟 像 当 比 如 那么 这么 其实 实际上 基本上 觉得 认为 知道 \
开始 进行 通过 关于 以及 或者 而且 虽然 只是 只有 所有 任何 其他 自己 东西 事情 问题 方式 情况 方面 部分 一 二 三 \
两 四 五 六 七 八 九 十 百 千 万 亿 几 第 点 倍 年前 年后 美元 更多 很多 许多 大量 不同 一样 同样 真的 确实 也许 \
仅仅 甚至 尤其 特别 完全 相当 比较 之间 之后 之前 以后 以前 那里 这里 哪里 起来 出来 下来 上去 下去 其他人 取决于 相比之下 至关重要 也就是说 总的来说 换句话说 \
意味着 意味 进一步 迄今为止 如前所述 再说 一遍 如何 确保 某种 某些 多于 少于 迅速 每个 每天 此外 首先 其次 最后 最终 \
例如 比方说 尽管 由于 无论 不过 然而 因此 从而 同时 随着 根据 按照 尤其是 特别是 显然 当然 事实上 老实说 说实话 大概 \
大约 左右 至少 最多 不仅 不会 不能 不想 不要 必须 希望 相信 谈论 讨论 告诉 记得 认识 变得 成为 看起来 听起来 持 \
怀疑态度 免受 今天 昨天 明天 今年 去年 明年 刚才 马上 立刻 一起 一般 通常 经常 总是 从来 几乎 稍微 有点 有些 \
一点 多一点 一点点 有一点 差不多 不到 出头 以上 以下"
        .split_whitespace()
        .collect()
});

/// Least number of pairs that a candidate stands in.
const LEAST: usize = 3;

/// The candidates of `pairs`, in the order of their texts.
pub(super) fn candidates(pairs: &[TextPair<'_>]) -> Vec<Candidate> {
    let mut found: BTreeMap<String, Candidate> = BTreeMap::new();
    for (number, pair) in pairs.iter().enumerate() {
        let folded = Folded::new(pair.zh);
        let units = latin_units(&folded).chain(han_units(&folded));
        for (start, end, script) in units {
            let (Some(key), span) = (folded.as_str().get(start..end), folded.to_source(start, end))
            else {
                continue;
            };
            let candidate = found.entry(key.to_owned()).or_insert_with(|| Candidate {
                text: span.of(pair.zh).to_owned(),
                script,
                pairs: Vec::new(),
                places: Vec::new(),
            });
            if candidate.pairs.last() != Some(&number) {
                candidate.pairs.push(number);
                candidate.places.push(span);
            }
        }
    }
    found.retain(|_, candidate| candidate.pairs.len() >= LEAST);
    // Part of a longer unit wherever it stands: the longer one is the term.
    let mut within: BTreeMap<String, usize> = BTreeMap::new();
    for (key, candidate) in &found {
        for part in parts(key) {
            let most = within.entry(part.to_owned()).or_default();
            *most = (*most).max(candidate.pairs.len());
        }
    }
    found.retain(|key, candidate| within.get(key).is_none_or(|&most| most < candidate.pairs.len()));
    found.into_values().collect()
}

/// The shorter units that a unit may be the longer form of: runs of its characters or, in Latin
/// script, of its words.
fn parts(unit: &str) -> Vec<&str> {
    let mut cuts: Vec<usize> = match unit.contains(is_han) {
        true => unit.char_indices().map(|(at, _)| at).collect(),
        false => std::iter::once(0).chain(unit.match_indices(' ').map(|(at, _)| at)).collect(),
    };
    cuts.push(unit.len());
    let mut parts = Vec::new();
    for (at, &start) in cuts.iter().enumerate() {
        let ends = cuts.iter().skip(at + 1);
        parts.extend(ends.filter_map(|&end| unit.get(start..end).map(str::trim)));
    }
    parts.retain(|part| part.len() < unit.len());
    parts
}

/// Runs of one to three Latin words in Chinese text, in folded bytes.
fn latin_units(folded: &Folded) -> impl Iterator<Item = (usize, usize, Script)> + '_ {
    let text = folded.as_str();
    let mut runs = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), '\n'))) {
        match (start, is_word(c) || c == ' ') {
            (None, true) if c.is_alphabetic() => start = Some(at),
            (Some(begin), false) => {
                runs.push((
                    begin,
                    begin + text.get(begin..at).map_or(0, |run| run.trim_end().len()),
                ));
                start = None;
            }
            _ => {}
        }
    }
    let in_chinese = text.contains(is_han);
    runs.into_iter().filter_map(move |(start, end)| {
        let run = text.get(start..end)?;
        let fits = in_chinese && run.split(' ').count() <= 3 && run.len() > 1;
        fits.then_some((start, end, Script::Latin))
    })
}

/// Units of two to four words and at least three Chinese characters, and long words, in folded
/// bytes.
fn han_units(folded: &Folded) -> impl Iterator<Item = (usize, usize, Script)> + '_ {
    let text = folded.as_str();
    let mut units = Vec::new();
    for words in cut(text) {
        for (at, &(start, _)) in words.iter().enumerate() {
            for &(_, end) in words.iter().skip(at).take(4) {
                let inner = words.get(at..).unwrap_or_default();
                let last = inner.iter().find(|word| word.1 == end);
                let ends_well = |word: Option<&(usize, usize)>| {
                    word.and_then(|&(start, end)| text.get(start..end))
                        .is_some_and(|word| !is_stop(word))
                };
                let length = text.get(start..end).map_or(0, |unit| unit.chars().count());
                let counts = text.get(start..).is_some_and(is_count);
                let address = text.get(start..end).is_some_and(|unit| is_address(unit, length));
                if (3..=8).contains(&length)
                    && !counts
                    && !address
                    && ends_well(inner.first())
                    && ends_well(last)
                {
                    units.push((start, end, Script::Han));
                }
            }
        }
    }
    units.into_iter()
}

/// Whether it is how a person is addressed, which changes with who speaks: 马指导 is "Coach Ma" to one and "the
/// boss" to another. `length` is in characters.
fn is_address(unit: &str, length: usize) -> bool {
    const TITLES: &[&str] = &[
        "指导", "老师", "先生", "女士", "小姐", "教练", "教授", "院长", "主任", "经理", "师傅",
        "医生", "大夫", "队长", "局长", "市长", "部长", "书记", "总", "董",
    ];
    length <= 4 && TITLES.iter().any(|title| unit.ends_with(title))
}

/// Whether it counts something: 三个月, 数万亿美元.
fn is_count(unit: &str) -> bool {
    let rest = unit.strip_prefix(['数', '多', '好']).unwrap_or(unit);
    let counts = |c: char| "十百千万亿".contains(c);
    unit.starts_with(is_numeral) || (rest.len() < unit.len() && rest.starts_with(counts))
}

fn is_numeral(c: char) -> bool {
    "一二两三四五六七八九十百千万亿几半".contains(c)
}

fn is_stop(word: &str) -> bool {
    STOP.contains(word)
}
