//! People who are called by their surname: 赵总 as "Mr. Zhou", 老刘 as "Old Li".
//!
//! A surname in Pinyin behind a title is told where nobody in the Chinese has it, and somebody there is called by another
//! one, which the English lacks.

use super::romanised::{READ, SURNAMES, WORDS, is_abroad};
use crate::dictionary::Dictionary;
use crate::text::{Span, is_read, read_as, simplify};

/// What stands before a surname in English.
const TITLES: &[&str] = &[
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Dr",
    "Doctor",
    "Professor",
    "Prof",
    "Director",
    "Manager",
    "President",
    "Chairman",
    "Secretary",
    "Officer",
    "Captain",
    "Teacher",
    "Master",
    "Madam",
    "Coach",
    "Judge",
    "Lawyer",
    "Engineer",
    "Old",
    "Young",
    "Little",
    "Lao",
    "Xiao",
    "Uncle",
    "Aunt",
    "Auntie",
    "Granny",
    "Grandpa",
    "Grandma",
    "Brother",
    "Sister",
];

/// Titles that are plain words before what is one as well: "Old Song", "Young Fan".
const PLAIN: &[&str] = &["Old", "Young", "Little"];

/// What stands behind a surname in Chinese.
const BEHIND: &[&str] = &[
    "先生",
    "女士",
    "小姐",
    "太太",
    "夫人",
    "老师",
    "教授",
    "大夫",
    "医生",
    "主任",
    "总",
    "经理",
    "局长",
    "校长",
    "书记",
    "处长",
    "部长",
    "主席",
    "律师",
    "警官",
    "队长",
    "师傅",
    "院长",
    "市长",
    "省长",
    "董事长",
    "博士",
    "法官",
    "阿姨",
    "叔叔",
    "爷爷",
    "奶奶",
    "大爷",
    "大妈",
    "大娘",
    "教练",
    "科长",
    "厂长",
    "工程师",
];

/// What stands before a surname in Chinese.
const BEFORE: [char; 3] = ['老', '小', '阿'];

/// Surnames that are spelt so by other systems than Pinyin as well, and read otherwise then.
const OTHER_SYSTEMS: &[&str] = &[
    "chang", "chao", "chi", "chu", "kan", "kang", "kong", "ma", "pan", "tan", "tang", "teng", "tu",
];

/// A surname that is no reading of the one in the Chinese.
pub(super) struct Miscalled {
    /// In the English.
    pub(super) span: Span,
    /// The Chinese text, counted from 0, and the surname there.
    pub(super) zh: (usize, Span),
}

/// The first of the `words` with capitals in `english` that is the surname of nobody in `chinese`, where somebody is called
/// by one that none of the texts `all_english` has.
pub(super) fn miscalled(
    (english, words): (&str, &[Span]),
    chinese: &[&str],
    all_english: &[&str],
    dictionary: &Dictionary,
) -> Option<Miscalled> {
    let called = surnames(english, words);
    let span = called.into_iter().find(|span| {
        let name = span.of(english).to_ascii_lowercase();
        !chinese.iter().any(|text| has_surname(text, &name))
    })?;
    let is_said = |reading: &String| {
        let is_it = |word: &str| word.eq_ignore_ascii_case(reading);
        all_english.iter().any(|text| text.split(|c: char| !c.is_ascii_alphabetic()).any(is_it))
    };
    if chinese.iter().any(|text| is_abroad(text)) {
        return None;
    }
    let zh = chinese.iter().enumerate().find_map(|(at, text)| {
        let is_unsaid = |surname: &Span| !read_as(surname.of(text), 1).iter().any(is_said);
        Some((at, people(text, dictionary).into_iter().find(is_unsaid)?))
    })?;
    Some(Miscalled { span, zh })
}

/// The surnames in Pinyin of those who are called by them in English.
fn surnames(english: &str, words: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    for (at, two) in words.windows(2).enumerate() {
        let [title, name] = [two[0], two[1]].map(|span| span.of(english));
        let between = english.get(two[0].end() as usize..two[1].start() as usize);
        let surname = name.to_ascii_lowercase();
        // "Mr. Zhou Wei" has a given name, by which he is known.
        let goes_on = words.get(at + 2).is_some_and(|next| {
            english.get(two[1].end() as usize..next.start() as usize) == Some(" ")
        });
        let plain = PLAIN.contains(&title) && WORDS.contains(&surname.as_str());
        if TITLES.contains(&title)
            && matches!(between, Some(" " | ". "))
            && READ.contains(&surname)
            && !OTHER_SYSTEMS.contains(&surname.as_str())
            && !goes_on
            && !plain
        {
            found.push(two[1]);
        }
    }
    found
}

/// Whether a character of `text` is a surname that is read so.
fn has_surname(text: &str, name: &str) -> bool {
    text.chars().any(|c| is_read(c, name) && SURNAMES.contains(simplify(c)))
        || text
            .char_indices()
            .any(|(at, _)| read_as(&text[at..], 2).iter().any(|read| read == name))
}

/// The surnames of those who are called by them in Chinese: 赵总, 老刘.
fn people(text: &str, dictionary: &Dictionary) -> Vec<Span> {
    let is_surname = |(_, c): &(usize, char)| SURNAMES.contains(simplify(*c));
    let mut places = text.char_indices().filter(is_surname).peekable();
    if places.peek().is_none() {
        return Vec::new();
    }
    let words = dictionary.words(text);
    let called = places.filter_map(|(at, c)| {
        let own = Span::at(at..at + c.len_utf8());
        let (before, behind) = (&text[..at], &text[own.end() as usize..]);
        let title = BEHIND.iter().find(|title| behind.starts_with(**title));
        if title.is_none() && !before.ends_with(BEFORE) {
            return None;
        }
        // 小路 and 老成 are words, and 总 of 陈总结 begins one.
        let is_word = words.iter().any(|word| word.span.overlaps(own) && word.span != own);
        let is_title = |title: &&str| {
            let mut behind = words.iter().filter(|word| word.span.start() == own.end());
            behind.all(|word| word.span.of(text).len() <= title.len())
        };
        (!is_word && title.is_none_or(is_title)).then_some(own)
    });
    called.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::romanised::capitalised;

    fn told(zh: &str, en: &str) -> Option<(String, String)> {
        let found = miscalled((en, &capitalised(en)), &[zh], &[en], Dictionary::builtin())?;
        Some((found.zh.1.of(zh).to_owned(), found.span.of(en).to_owned()))
    }

    #[test]
    fn somebody_is_called_by_the_name_of_another() {
        for (zh, en, written, name) in [
            (
                "赵总对这份方案很满意。",
                "Mr. Zhou was very pleased with the proposal.",
                "赵",
                "Zhou",
            ),
            ("老刘在门卫室值了一夜班。", "Old Li was on duty all night.", "刘", "Li"),
            (
                "孙大夫，请到急诊室来一趟。",
                "Dr. Song, please come to the emergency room.",
                "孙",
                "Song",
            ),
            ("老李把钥匙交给了小赵。", "Lao Li handed the keys to Xiao Wang.", "赵", "Wang"),
        ] {
            assert_eq!(told(zh, en), Some((written.to_owned(), name.to_owned())), "{zh}");
        }
    }

    #[test]
    fn who_is_called_otherwise_is_not_told() {
        for (zh, en) in [
            ("赵总很满意。", "Mr. Zhao was very pleased."),
            ("何太太在沙田买了一套房。", "Mrs. Ho has bought a flat in Sha Tin."),
            ("张先生住在台北。", "Mr. Chang lives in Taipei."),
            ("陈总结了三点。", "Mr. Wang made three points."),
            ("他走进一条小路。", "Mr. Wang walked down a narrow path."),
            ("校长表扬了她。", "Principal Wang praised her."),
            ("老王来了，小李没来。", "Old Wang came; Li did not."),
            ("王芳的父亲来了。", "Ms. Wang's father came."),
        ] {
            assert_eq!(told(zh, en), None, "{zh}");
        }
    }
}
