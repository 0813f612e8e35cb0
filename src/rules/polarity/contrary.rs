//! Sentences that say the opposite of their translation: denials that were lost or added (不安排住宿 as "accommodation
//! is arranged"), words that were taken for their opposite, conditions that were turned round.
//!
//! Languages deny in many words, and often say the opposite of the opposite: "not easy" is "hard". So a sentence is only
//! told where the other side holds what is denied word for word, as the dictionary tells, or shows no trace of any
//! denial, and nothing there comes to one.

use super::added::{added, is_of_the_first, may_deny};
use super::chinese::{Chinese, count_nearly_denied, is_unreal};
use super::clauses::clause_pairs;
use super::english::English;
use super::lost::{is_threat, lost, passed_over};
use super::opposites::{may_be_opposites, opposites};
use super::unless::unless_or_if;
use crate::dictionary::Dictionary;
use crate::text::{Span, is_han, simplified};

/// What one sentence says, and the other the opposite of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Contrary {
    pub(super) kind: Kind,
    /// What the Chinese says: the denial and what is denied, or what is asserted.
    pub(super) zh: Span,
    /// What the English says.
    pub(super) en: Span,
}

/// How two sentences say the opposite of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The Chinese denies what the English asserts.
    Lost,
    /// The English denies what the Chinese asserts.
    Added,
    /// A word stands for its opposite.
    Opposite,
}

/// Longer sentences, in bytes of Chinese and of English, have so many verbs that it is not known which of them is denied.
const LONGEST: [usize; 2] = [1200, 6000];

/// An English clause of so many words is one of a list.
const FEW_WORDS: usize = 4;

/// What the two sentences say that is the opposite of each other, if there is anything.
pub(super) fn contrary(zh: &str, en: &str, dictionary: &Dictionary) -> Option<Contrary> {
    // Who asks asserts nothing.
    if zh.contains(['？', '?', '吗', '嘛', '呢']) {
        return None;
    }
    if zh.len() > LONGEST[0] || en.len() > LONGEST[1] {
        return None;
    }
    let zh = &*simplified(zh);
    if reports_a_fix(zh, en) {
        return None;
    }
    let chinese = Chinese::new(zh, dictionary);
    let english = English::new(en, dictionary);
    lost(&chinese, &english)
        .or_else(|| passed_over(&chinese, &english))
        .or_else(|| added(&chinese, &english))
        .or_else(|| unless_or_if(zh, &english))
        .or_else(|| opposites(zh, &english))
        .or_else(|| in_a_clause(&chinese, &english))
}

/// Whether a clause reports that something was mended, of which one side may say what was wrong and the other how it
/// should be: 修复按钮没有对齐的问题 as "Fix button alignment".
fn reports_a_fix(zh: &str, en: &str) -> bool {
    const MENDED: [&str; 6] = ["修复", "修正", "修补", "更正", "纠正", "解决"];
    const MENDS: [&str; 4] = ["fix", "Fix", "esolve", "orrect"];
    let begins = |at: usize| !zh[..at].ends_with(is_han);
    let mended = MENDED.iter().any(|word| zh.match_indices(word).any(|(at, _)| begins(at)));
    mended && (zh.contains("问题") || MENDS.iter().any(|word| en.contains(word)))
}

/// What a clause says, and the clause that translates it the opposite of it.
fn in_a_clause(chinese: &Chinese<'_>, english: &English<'_>) -> Option<Contrary> {
    let (zh, denials) = (chinese.text(), chinese.denials());
    // A denial may move to another clause: then there are as many as before.
    let fewer = !denials.is_empty()
        && english.count_turned_round() < denials.len()
        && !is_unreal(zh)
        && !is_threat(zh);
    let more = may_deny(english.text())
        && english.count_denials() > count_nearly_denied(zh)
        && !is_of_the_first(zh);
    // Most sentences are told by that to have nothing to ask their clauses for.
    if !fewer && !more && !may_be_opposites(zh, english) {
        return None;
    }
    clause_pairs(chinese, english).into_iter().find_map(|[own, other]| {
        let dictionary = english.dictionary();
        let own_clause = Chinese::new(own.of(zh), dictionary);
        let clause = English::new(other.of(english.text()), dictionary);
        // 不进纽约，也不进洛杉矶 is "nor Los Angeles": what is denied once holds for the rest of a list.
        let says_more = clause.words().len() > FEW_WORDS;
        let lost = || {
            let found = lost(&own_clause, &clause);
            found.or_else(|| passed_over(&own_clause, &clause)).filter(|_| says_more)
        };
        let added = || added(&own_clause, &clause);
        let found = fewer.then(lost).flatten();
        let found = found.or_else(|| more.then(added).flatten());
        let found = found.or_else(|| opposites(own_clause.text(), &clause))?;
        let [zh, en] = [found.zh.shift(own.start()), found.en.shift(other.start())];
        Some(Contrary { zh, en, ..found })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(zh: &str, en: &str) -> Option<[String; 2]> {
        let found = contrary(zh, en, Dictionary::builtin())?;
        Some([found.zh.of(zh).to_owned(), found.en.of(en).to_owned()])
    }

    #[test]
    fn a_denial_that_one_side_lacks() {
        let both = |zh: &str, en: &str| Some([zh.to_owned(), en.to_owned()]);
        let news = told("我们不相信这个消息。", "We believe this news.");
        assert_eq!(news, both("不相信", "believe"));
        let rooms = told("研究生不安排住宿。", "Accommodation is arranged for postgraduates.");
        assert_eq!(rooms, both("不安排", "arranged"));
        let papers = told("展览包括他的手稿。", "The exhibition does not include his manuscripts.");
        assert_eq!(papers, both("包括", "not include"));
    }

    #[test]
    fn what_shows_no_trace_of_a_denial() {
        for (zh, en, denial) in [
            ("本药不能与酒同服。", "This medicine can be taken with alcohol.", "不能"),
            ("我从来没去过巴黎。", "I have been to Paris.", "没"),
        ] {
            assert_eq!(told(zh, en).map(|[zh, _]| zh).as_deref(), Some(denial), "{zh}");
        }
        // The English is of something else.
        assert_eq!(told("该路段禁止机动车通行。", "Add the eggs to the butter slowly."), None);
    }

    #[test]
    fn words_and_conditions_that_were_turned_round() {
        for (zh, en, words) in [
            ("多数居民反对这份方案。", "Most residents support the plan.", ["反对", "support"]),
            ("她是最后一个交卷的。", "She was the first to hand in her paper.", ["最后一个", "first"]),
            ("夜里气温会降到零下。", "It will drop to above zero at night.", ["零下", "above zero"]),
            ("我以为没有人会买。", "I thought everybody would buy it.", ["没有人", "everybody"]),
            ("两国的差距在缩小。", "The gap between them is widening.", ["缩小", "widening"]),
            ("售价环比下降百分之六。", "Prices rose 6% on the quarter.", ["下降", "rose"]),
            ("除非另有约定，运费由卖方承担。", "If agreed, the seller pays.", ["除非", "If"]),
            ("即使下雨，比赛也照常进行。", "The match goes ahead only if it rains.", ["即使", "only"]),
            ("住客对早餐很满意。", "Guests were dissatisfied with breakfast.", ["满意", "dissatisfied"]),
            ("乙方有权转让债权。", "Party B has no right to assign the claim.", ["有权", "no right"]),
        ] {
            assert_eq!(told(zh, en), Some(words.map(str::to_owned)), "{zh}");
        }
    }

    #[test]
    fn what_another_clause_denies_is_no_answer() {
        let both = |zh: &str, en: &str| Some([zh.to_owned(), en.to_owned()]);
        let shop = told(
            "本店不接受预订，来晚的客人不能插队。",
            "We accept bookings, and guests who come late cannot jump the queue.",
        );
        assert_eq!(shop, both("不接受", "accept"));
        let orders = told(
            "新订单下降，服务业却没有受影响。",
            "New orders went up, while services were not affected.",
        );
        assert_eq!(orders, both("下降", "went up"));
        // A denial that moved to another clause, and one that holds for a list.
        for (zh, en) in [
            ("不要问国家能为你做什么，而要问你能为国家做什么。", "Ask what you can do for your country, not what it can do for you."),
            ("我们不进旧金山，不进纽约，也不进洛杉矶。", "We're not going into San Francisco, or New York, or Los Angeles."),
            ("要是没有他那一嗓子，就没有今天的我。", "I owe everything I am today to him, and to that one shout."),
        ] {
            assert_eq!(told(zh, en), None, "{zh}");
        }
    }

    #[test]
    fn what_is_said_in_other_words_is_no_fault() {
        for (zh, en) in [
            ("这个问题不容易。", "This question is far from easy."),
            ("我们不同意这个计划。", "We disagree with this plan."),
            ("到底挣不挣钱？", "Does it make money?"),
            ("他不是在打字，就是在开会。", "He was either typing or in a meeting."),
            ("不得少于三年。", "It shall not be less than three years."),
            ("天底下最高的表扬。", "There can't be higher praise than that."),
            ("他不是不识数。", "He can count."),
            ("在座的没有一个不曾后悔过。", "Everyone here has regretted it."),
            ("我们便宜不了，不便宜不行。", "We have to be cheaper."),
            ("两者缺一不可。", "You need both."),
            ("文件不得超过三页。", "Files are of three pages at most."),
            ("该参数不能为空。", "This parameter is required."),
            ("没有人反对这份方案。", "Everyone supported the plan."),
            ("这条路比那条容易走。", "That road is more difficult than this one."),
            ("单位国内生产总值能耗下降。", "Energy consumption per unit of GDP fell."),
            ("他们只能背水一战。", "They had no choice but to stand and fight."),
            ("咸得不能再咸了。", "It was as salty as salty could be."),
            ("我不反对年轻人创业。", "I am all right with young people starting businesses."),
            ("她做事一丝不苟。", "She does everything with care."),
            ("这座城市从未入睡。", "This city is always awake."),
        ] {
            assert_eq!(told(zh, en), None, "{zh}");
        }
    }
}
