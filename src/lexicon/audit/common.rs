//! Words that stand in nearly every text, so that their absence on the other side means nothing.

use crate::lexicon::case::is_acronym;
use crate::lexicon::fold::{fold, is_han};
use crate::text::Side;

const ENGLISH: &str = "a an the and or but if so as at by for from in into of on to with about after \
before over under up down out off than then that this these those there here it its he she they \
them we us you i me my your our his her their who what which when where why how all any both each \
few more most other some such no not only own same very can will just should now be is are was were \
been being have has had do does did get got go make made know think see take come say said use used \
one two three first new good way day time year thing people man world work part place case point \
need want look find give tell let also well back even much many really right like because through";

const CHINESE: &str = "我们 你们 他们 她们 它们 自己 大家 一个 一些 一下 这个 那个 这些 那些 这样 那样 \
什么 怎么 为什么 哪里 这里 那里 可以 可能 应该 需要 必须 不是 没有 就是 还是 但是 因为 所以 如果 虽然 \
而且 或者 以及 然后 现在 今天 时候 时间 事情 东西 问题 方面 地方 世界 国家 社会 工作 生活 人们 知道 觉得 \
认为 看到 说过 做到 开始 成为 进行 通过 对于 关于 非常 特别 真的 已经 正在 一直 一样 很多 许多 所有 每个 \
第一 其他 不同 重要 主要 更多 最好 之后 之前 以后 以前 中国 美国 发展 使用 方式 方法 情况 部分 结果";

/// Whether `form` is too common for a rendering of it to be asked for.
pub(super) fn is_common(side: Side, form: &str) -> bool {
    let plain = fold(form);
    let single = plain.chars().count() == 1;
    match side {
        Side::Zh if plain.contains(is_han) => {
            single || CHINESE.split_whitespace().any(|word| word == plain)
        }
        _ if is_acronym(form) => false,
        _ => single || ENGLISH.split_whitespace().any(|word| word == plain),
    }
}

#[cfg(test)]
mod tests {
    use super::is_common;
    use crate::text::Side;

    #[test]
    fn everyday_words_are_common() {
        assert!(is_common(Side::Zh, "一") && is_common(Side::Zh, "我們"));
        assert!(is_common(Side::En, "the") && is_common(Side::En, "X"));
    }

    #[test]
    fn terms_are_not() {
        assert!(!is_common(Side::Zh, "算力") && !is_common(Side::En, "scaling"));
        assert!(!is_common(Side::En, "IT"), "an acronym asks for its capitals");
    }
}
