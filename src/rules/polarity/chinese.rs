//! What a Chinese sentence denies, or nearly.

use std::cell::OnceCell;
use std::sync::LazyLock;

use daachorse::CharwiseDoubleArrayAhoCorasick;

use super::lists::{DENIALS, DENYING, HARMLESS};
use crate::dictionary::{Dictionary, Word as DictionaryWord};
use crate::text::{AnyOf, CharacterSet, Span, clause_before, clause_behind, is_han};

/// Characters of which any Chinese word that comes to a denial holds one.
static NEARLY_DENIES: LazyLock<CharacterSet> = LazyLock::new(|| {
    "不没未无非别勿莫禁免少难否拒反缺毋弗甭休停戒忌避防绝失误错欠亏差止除罢怎岂哪何吗谁空才静"
        .chars()
        .collect()
});

/// Characters of what turns round a word beside it.
static TURNS_ROUND: LazyLock<CharacterSet> = LazyLock::new(|| {
    "比不没未无非别勿莫禁免难少否拒反缺弗停休戒止岂哪怎何谁".chars().collect()
});

/// What makes a sentence speak of what is not so.
static CONDITIONS: LazyLock<AnyOf> = LazyLock::new(|| {
    AnyOf::new(&["要是没", "如果没", "要不是", "若没", "若非", "假如没"])
});

/// A Chinese sentence in simplified characters, cut into words when they are asked for.
pub(super) struct Chinese<'t> {
    text: &'t str,
    dictionary: &'t Dictionary,
    words: OnceCell<Vec<DictionaryWord>>,
    denials: OnceCell<Vec<Span>>,
}

impl<'t> Chinese<'t> {
    pub(super) fn new(text: &'t str, dictionary: &'t Dictionary) -> Chinese<'t> {
        Chinese { text, dictionary, words: OnceCell::new(), denials: OnceCell::new() }
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// The words, as the dictionary knows them.
    pub(super) fn words(&self) -> &[DictionaryWord] {
        self.words.get_or_init(|| self.dictionary.words(self.text))
    }

    /// Where words that deny stand, in order.
    pub(super) fn denials(&self) -> &[Span] {
        self.denials.get_or_init(|| denials(self.text))
    }
}

/// What a word of the lists does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Denies,
    /// It holds a character of denial and denies nothing, or not what follows.
    Harmless,
    /// It begins like a harmless word, and denies.
    DeniesAfterAll,
}

/// All words of the lists, and what each does.
struct Words {
    finder: CharwiseDoubleArrayAhoCorasick<u32>,
    kinds: Vec<Word>,
}

static WORDS: LazyLock<Option<Words>> = LazyLock::new(|| {
    let lists = [
        (&*DENIALS, Word::Denies),
        (&*HARMLESS, Word::Harmless),
        (&*DENYING, Word::DeniesAfterAll),
    ];
    let all = lists.into_iter().flat_map(|(list, kind)| list.iter().map(move |word| (*word, kind)));
    let mut all: Vec<(&str, Word)> = all.collect();
    all.sort_by_key(|(word, _)| *word);
    all.dedup_by_key(|(word, _)| *word);
    let (words, kinds): (Vec<&str>, Vec<Word>) = all.into_iter().unzip();
    Some(Words { finder: CharwiseDoubleArrayAhoCorasick::new(words).ok()?, kinds })
});

/// Where words that deny stand in `zh`, in order.
fn denials(zh: &str) -> Vec<Span> {
    let hits = hits(zh);
    // The longest of those that overlap.
    let mut longest: Vec<Span> = Vec::new();
    let mut denying: Vec<Span> = of(&hits, Word::Denies).collect();
    denying.sort_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
    for span in denying {
        if longest.last().is_none_or(|last| last.end() <= span.start()) {
            longest.push(span);
        }
    }
    longest.retain(|span| !is_harmless(&hits, *span) && !is_other(zh, *span));
    longest
}

/// Where words of the lists stand in `text`.
fn hits(text: &str) -> Vec<(Span, Word)> {
    let Some(words) = WORDS.as_ref() else { return Vec::new() };
    let hits = words.finder.find_overlapping_iter(text);
    hits.map(|hit| (Span::at(hit.start()..hit.end()), words.kinds[hit.value() as usize])).collect()
}

fn of(hits: &[(Span, Word)], kind: Word) -> impl Iterator<Item = Span> {
    hits.iter().filter(move |hit| hit.1 == kind).map(|hit| hit.0)
}

/// Whether the denial at `span` is a part of a word that denies nothing.
fn is_harmless(hits: &[(Span, Word)], span: Span) -> bool {
    !of(hits, Word::DeniesAfterAll).any(|word| word.start() == span.start())
        && of(hits, Word::Harmless).any(|word| word.overlaps(span))
}

/// Whether the denial at `span` asks (挣不挣钱), says that something cannot be done (睡不着), bounds a number (不得超过), or
/// sets a condition (要是没有).
fn is_other(zh: &str, span: Span) -> bool {
    const DONE: &str = "着到了起住上下出完动来去过开成";
    const IF: &[&str] =
        &["要是", "如果", "若", "倘若", "假如", "假使", "只要", "除非", "又", "能", "可"];
    const BOUNDS: &[&str] = &[
        "超", "多于", "少于", "低于", "高于", "大于", "小于", "晚于", "早于", "迟于",
    ];
    let (before, behind) = around(zh, span);
    let (last, next) = (before.chars().next_back(), behind.chars().next());
    let asks = last.is_some() && last == next;
    let single = span.of(zh) == "不";
    let cannot = single && last.is_some_and(is_han) && next.is_some_and(|next| DONE.contains(next));
    // 没几天, 不是在打字就是在找打印机
    let few = span.of(zh) == "没" && behind.starts_with(['几', '多', '两']);
    let or = span.of(zh).ends_with("不是") && behind.contains("就是");
    // 不便宜不行, 非治不可
    let must = ["不行", "不可", "不成"].iter().any(|must| clause_behind(behind).contains(must));
    let bounds = BOUNDS.iter().any(|word| behind.starts_with(word));
    asks || cannot || few || or || must || bounds || IF.iter().any(|word| before.ends_with(word))
}

/// Whether a word that denies stands in `text`, and is no part of one that the lists call harmless, as 未 is of 未来.
pub(super) fn holds_denial(text: &str) -> bool {
    let hits = hits(text);
    let mut denying = hits.iter().filter(|hit| hit.1 == Word::Denies);
    denying.any(|(span, _)| !is_harmless(&hits, *span))
}

/// Whether the sentence says what would be if something were not so.
pub(super) fn is_unreal(zh: &str) -> bool {
    CONDITIONS.stands_in(zh)
}

/// Whether a character of `text` is one of those that denials hold.
pub(super) fn nearly_denies(text: &str) -> bool {
    // 停车 is to park.
    const PARKS: [&str; 6] = ["停车", "停靠", "停泊", "停留", "停机坪", "停放"];
    let characters = &*NEARLY_DENIES;
    let nearly = |text: &str| text.contains(|c| characters.holds(c));
    let rest = || PARKS.iter().fold(text.to_owned(), |rest, word| rest.replace(word, ""));
    nearly(text) && (!text.contains('停') || nearly(&rest()))
}

/// How many of those characters stand in `text`.
pub(super) fn count_nearly_denied(text: &str) -> usize {
    text.chars().filter(|&c| NEARLY_DENIES.holds(c)).count()
}

/// Whether the clause of the word at `place` comes to a denial, or nearly, the word itself aside, or compares: who turns
/// a comparison round says the same.
pub(super) fn is_turned_round(zh: &str, place: Span) -> bool {
    let (before, behind) = around(zh, place);
    let clause = [clause_before(before), clause_behind(behind)];
    let turns_round = |part: &str| part.contains(|c| TURNS_ROUND.holds(c));
    clause.into_iter().any(|part| turns_round(part) && turns_round(&without_other_words(part)))
}

/// `part` without words in which a character that turns round what is said does nothing: 告别战, 比赛.
fn without_other_words(part: &str) -> String {
    const OTHERS: [&str; 22] = [
        "告别", "特别", "性别", "级别", "分别", "区别", "个别", "类别", "别墅", "比赛", "比分",
        "比例", "比如", "百分比", "环比", "同比", "未来", "不断", "不仅", "不但", "不全", "不良",
    ];
    OTHERS.iter().fold(part.to_owned(), |rest, word| rest.replace(word, ""))
}

/// What stands before and behind `span`.
pub(super) fn around(text: &str, span: Span) -> (&str, &str) {
    (&text[..span.start() as usize], &text[span.end() as usize..])
}
