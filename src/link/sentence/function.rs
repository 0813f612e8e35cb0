//! Words that hold a sentence together and say little. In a large document their frequency tells;
//! in a small one every word is rare, and only a list can.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::text::{Side, stem};

const ENGLISH: &str = "a about after all also am an and any are as at be because been before being but by can \
    could did do does doing done down each else even ever every few for from get go going got had has have \
    having he her here him his how i if in into is it its itself just kind know let like lot made make many \
    may maybe me mean might more most much must my no not now of off oh okay on one only or other our out \
    over own really right said same say see she should so some something sort still such take than that the \
    their them then there these they thing think this those though through to too up us very want was way we \
    well went were what when where which while who whole why will with would yeah yes you your";

const CHINESE: &str = "的 了 是 在 我 你 他 她 它 我们 你们 他们 她们 它们 这 那 这个 那个 这些 那些 这样 那样 有 没 没有 不 不是 \
    也 都 就 就是 还 还是 又 再 很 更 最 非常 会 能 可以 可能 要 想 说 去 来 到 从 对 和 跟 与 或 或者 但 但是 可是 所以 因为 \
    如果 虽然 而 而且 然后 那么 什么 怎么 为什么 哪 谁 吗 呢 吧 啊 嗯 把 被 给 让 用 上 下 里 中 个 一 一个 一些 一种 一下 \
    些 种 次 做 看 知道 觉得 认为 时候 现在 其实 真的 东西 事情 事 人 之 以 为 于 所 着 过 得 地 大 小 多 少 好 只 只是 才 已经";

static WORDS: LazyLock<[FxHashSet<String>; 2]> = LazyLock::new(|| {
    let list = |words: &str, fold: fn(&str) -> String| words.split_whitespace().map(fold).collect();
    [list(CHINESE, str::to_owned), list(ENGLISH, stem)]
});

/// Whether a Chinese word or an English stem is a function word.
pub(super) fn is_function_word(side: Side, word: &str) -> bool {
    WORDS[side as usize].contains(word)
}

/// Whether an English word, as it is written, is one of those that hold a sentence together.
pub(crate) fn is_common(word: &str) -> bool {
    static COMMON: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| ENGLISH.split_whitespace().collect());
    COMMON.contains(word)
}
