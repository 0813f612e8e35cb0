//! Names of persons in Pinyin: what counts as one in English, and whether the Chinese has it.
//!
//! Whoever is called Lin Zexu in English must stand in the Chinese as characters that are read so. What the English
//! may call somebody otherwise (孙中山, 苏东坡) makes this a matter of clear cases: a spelling that is one letter off,
//! and a surname that nobody in the Chinese has.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::dictionary::Dictionary;
use crate::text::{
    LONGEST_SYLLABLE, Span, find_read, is_han, is_read, position, read_as, simplify, stem,
    syllables,
};

/// Surnames, the most frequent ones first, then those of two characters.
pub(super) const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董袁潘蒋蔡余杜叶程魏苏\
    吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤\
    康易乔赖文樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦左柳齐沙祁关祝纪舒管骆项路裴甘凌盛霍柏骆单欧成包费解曲\
    习邢狄卓游童符辛耿詹庞褚冉涂鲍靳窦应瞿宁尚靖苗翁娄闻屈申桂丛岳佟阮冷艾蒲卫简饶商邬奚晏迟车冀荣蓝仇";
const DOUBLE: &[&str] = &[
    "ouyang",
    "sima",
    "zhuge",
    "shangguan",
    "situ",
    "xiahou",
    "huangfu",
    "dongfang",
    "murong",
    "linghu",
    "nangong",
    "dugu",
    "zhangsun",
    "gongsun",
];

/// How the surnames are read.
pub(super) static READ: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let single = SURNAMES.chars().flat_map(|surname| read_as(surname.encode_utf8(&mut [0; 4]), 1));
    single.chain(DOUBLE.iter().map(|&name| name.to_owned())).collect()
});

/// What looks like a name in Pinyin and is a place in Cantonese, or a figure of fiction.
const OTHERS: &[&str] = &["Hong Kong", "Wan Chai", "Tai Po", "Lo Wu", "Sha Tin", "Han Solo"];

/// What shows that people in a text may have names in the manner of another country, whose spelling is another.
const ABROAD: &[&str] = &[
    "韩国",
    "韓國",
    "首尔",
    "朝鲜",
    "朝鮮",
    "平壤",
    "釜山",
    "越南",
    "河内",
    "日本",
    "东京",
    "香港",
    "台湾",
    "臺灣",
    "台北",
    "新加坡",
    "马来西亚",
    "澳门",
    "泰国",
];

/// Whether people in `text` may have names in the manner of another country.
pub(super) fn is_abroad(text: &str) -> bool {
    ABROAD.iter().any(|place| text.contains(place))
}

/// Surnames that are words of English.
pub(super) const WORDS: &[&str] = &[
    "an", "ban", "can", "dan", "fan", "gang", "gong", "he", "hang", "long", "mi", "pan", "rang",
    "she", "song", "sun", "tan", "you",
];

/// What stands before a name and is no part of it.
const TITLES: &[&str] = &[
    "Academician",
    "Ambassador",
    "Captain",
    "Chairman",
    "Chairwoman",
    "Chef",
    "Chief",
    "Coach",
    "Colonel",
    "Commissioner",
    "Committee",
    "Dean",
    "Deputy",
    "Director",
    "Doctor",
    "Engineer",
    "General",
    "Governor",
    "Judge",
    "Lieutenant",
    "Madam",
    "Major",
    "Manager",
    "Master",
    "Mayor",
    "Minister",
    "Miss",
    "Mr",
    "Mrs",
    "Ms",
    "Officer",
    "Premier",
    "President",
    "Principal",
    "Professor",
    "Researcher",
    "Scientist",
    "Secretary",
    "Teacher",
];

/// What begins a sentence before a name, and is no part of it: "As Ma Huateng recalls".
const OPENERS: &[&str] = &[
    "After", "Although", "And", "As", "At", "Because", "Before", "But", "By", "For", "From", "Had",
    "If", "In", "Like", "On", "Once", "Since", "So", "Then", "Though", "To", "Under", "Unlike",
    "Until", "When", "While", "With",
];

/// Letters of the longest given name, which has three syllables: no fault is told of what is longer.
const LONGEST_GIVEN: usize = 3 * LONGEST_SYLLABLE;

/// A name where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person<'t> {
    pub(super) text: &'t str,
    pub(super) span: Span,
    surname: String,
    given: String,
    /// Whether a hyphen joins the given names, as it does where Pinyin is not usual.
    hyphenated: bool,
}

/// What is wrong with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is the name of somebody there, written at these bytes of that text, but for a letter or a syllable.
    Misspelt(usize, Span),
    /// Nobody there has such a name.
    Stranger,
}

/// The names of persons in an English text whose `words` have capitals: a surname and a given name.
pub(super) fn persons<'t>(text: &'t str, words: &[Span]) -> Vec<Person<'t>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some([first, second]) = words.get(at..at + 2) {
        at += 1;
        let apart = text.get(first.end() as usize..second.start() as usize) != Some(" ");
        // Three words with capitals are something else: Wang Fang Street.
        let longer = |word: Option<&Span>, from: fn(&Span, &Span) -> (u32, u32), near: &Span| {
            word.is_some_and(|word| {
                let (end, start) = from(word, near);
                text.get(end as usize..start as usize) == Some(" ")
            })
        };
        let before = at.checked_sub(2).and_then(|before| words.get(before));
        if apart
            || longer(words.get(at + 1), |word, near| (near.end(), word.start()), second)
            || longer(
                before.filter(|word| {
                    [TITLES, OPENERS].iter().all(|list| !list.contains(&word.of(text)))
                }),
                |word, near| (word.end(), near.start()),
                first,
            )
        {
            continue;
        }
        let [one, other] = [first, second].map(|span| letters(span.of(text)));
        let hyphenated = |span: &Span| span.of(text).contains('-');
        let (surname, given, hyphenated) = match (READ.contains(&one), READ.contains(&other)) {
            (true, _) => (one, other, hyphenated(second)),
            // The family name last: Hongmei Zheng, but not Tai Chi.
            (false, true) if syllables(&one, 2) == Some(2) => (other, one, hyphenated(first)),
            _ => continue,
        };
        let span = first.join(*second);
        if given.len() > LONGEST_GIVEN || OTHERS.contains(&span.of(text)) {
            continue;
        }
        found.push(Person { text: span.of(text), span, surname, given, hyphenated });
        at += 1;
    }
    found
}

/// The names of one word among the `words` with capitals of an English text in which two letters have changed
/// places, and where the one that is meant stands in `chinese`: Ruochaun for 若川.
pub(super) fn with_swapped_letters(
    [text, chinese]: [&str; 2],
    words: &[Span],
    dictionary: &Dictionary,
) -> Vec<(Span, Span)> {
    const SHORTEST: usize = 6;
    let mut found = Vec::new();
    for &span in words {
        let name = span.of(text);
        // No syllable ends otherwise, and most words with a capital start a sentence.
        let may_be =
            name.len() >= SHORTEST && name.ends_with(['a', 'e', 'i', 'o', 'u', 'n', 'g', 'r']);
        if !may_be || dictionary.stem_of(name).is_some() {
            continue;
        }
        let word = letters(name);
        if word.len() > MOST_SYLLABLES * LONGEST_SYLLABLE
            || syllables(&word, MOST_SYLLABLES).is_some()
        {
            continue;
        }
        let swapped = (1..word.len() - 1).filter_map(|at| {
            let mut bytes = word.clone().into_bytes();
            bytes.swap(at, at + 1);
            let meant = String::from_utf8(bytes).ok()?;
            syllables(&meant, MOST_SYLLABLES)?;
            find_read(chinese, &meant)
        });
        found.extend(swapped.take(1).map(|(start, end)| (span, Span::at(start..end))));
    }
    found
}

/// Syllables that a name in one word has at most.
const MOST_SYLLABLES: usize = 4;

/// Words of letters with one capital, at their start, or behind a hyphen as well.
pub(super) fn capitalised(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(next) = position(&bytes[at..], |byte| byte.is_ascii_uppercase()) {
        let start = at + next;
        let inside = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'\'');
        let length = bytes[start..].iter().take_while(|byte| inside(byte)).count();
        at = start + length;
        let word = text[start..at].trim_end_matches(['-', '\'']);
        let word = word.strip_suffix("'s").unwrap_or(word);
        let glued =
            start.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_alphanumeric());
        let parts = word.split(['-', '\'']);
        let capital = |part: &str| part.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
        if !glued && word.len() > 1 && parts.clone().count() <= 2 && parts.clone().all(capital) {
            words.push(Span::at(start..start + word.len()));
        }
    }
    words
}

/// Whether the letters of `name` are a reading of something in `chinese`.
pub(super) fn is_reading(name: &str, chinese: &str) -> bool {
    const SHORTEST: usize = 4;
    let letters = letters(name);
    letters.len() >= SHORTEST && find_read(chinese, &letters).is_some()
}

/// A word in lower case, without hyphens and apostrophes.
fn letters(word: &str) -> String {
    word.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect()
}

impl Person<'_> {
    /// Whether it stands in `chinese`, in either order.
    pub(super) fn stands_in(&self, chinese: &str) -> bool {
        let orders = [[&self.surname, &self.given], [&self.given, &self.surname]];
        orders
            .iter()
            .any(|[first, second]| find_read(chinese, &format!("{first}{second}")).is_some())
    }

    /// What is wrong with the name beside the texts of `chinese`, where it does not stand, if anything surely is.
    pub(super) fn fault(&self, chinese: &[&str], dictionary: &Dictionary) -> Option<Fault> {
        let cut = syllables(&self.given, 2);
        let any = |is: &dyn Fn(&str) -> bool| chinese.iter().any(|text| is(text));
        let foreign = |text: &str| text.contains(self.text) || is_abroad(text);
        if self.hyphenated || any(&foreign) {
            return None;
        }
        let near = chinese.iter().map(|text| self.nearly_stands_in(text));
        if let Some((at, Some(span))) = near.enumerate().find(|(_, span)| span.is_some()) {
            return Some(Fault::Misspelt(at, span));
        }
        // "He Can" and "Long Pan" are no names, "Liu Yang" is one.
        let doubtful = cut? == 1
            && WORDS.contains(&self.surname.as_str())
            && dictionary.stem_id(&stem(&self.given)).is_some();
        let excused = doubtful
            || any(&|text| self.has_a_namesake(text, dictionary))
            || any(&|text| self.has_another_name(text, dictionary));
        (!excused && any(&|text| text.contains(is_han))).then_some(Fault::Stranger)
    }

    /// Whether a word of `chinese` is another name of the person, as far as the dictionary says so: 孔明, 诗仙.
    fn has_another_name(&self, chinese: &str, dictionary: &Dictionary) -> bool {
        let Some(given) = dictionary.stem_id(&stem(&self.given)) else { return false };
        let surname = dictionary.stem_id(&stem(&self.surname));
        dictionary.words(chinese).into_iter().any(|word| {
            let says = |wanted| dictionary.stems(word).any(|(stem, _)| Some(stem) == wanted);
            says(Some(given)) && says(surname)
        })
    }

    /// Whether somebody in `chinese` may have that surname: it stands there, and is no part of a word that names nobody
    /// so, as 方 is of 地方.
    fn has_a_namesake(&self, chinese: &str, dictionary: &Dictionary) -> bool {
        let mut surnames = chinese.char_indices().filter(|(_, c)| self.has_surname(*c)).peekable();
        if surnames.peek().is_none() {
            return false;
        }
        let words = dictionary.words(chinese);
        let own = dictionary.stem_id(&stem(&self.surname));
        surnames.any(|(at, character)| {
            let place = Span::at(at..at + character.len_utf8());
            let word = words.iter().find(|word| word.span.contains(place) && word.span != place);
            word.is_none_or(|word| {
                let has_surname = dictionary.stems(*word).any(|(stem, _)| Some(stem) == own);
                has_surname && !self.is_somebody_else(word.span.of(chinese))
            })
        })
    }

    /// Whether a name of three characters that the dictionary knows is that of another person: 张居正.
    fn is_somebody_else(&self, name: &str) -> bool {
        let mut given = name.chars().skip(1);
        let (first, second) = (given.next(), given.next());
        let (Some(first), Some(second), None) = (first, second, given.next()) else { return false };
        let read = |cut: usize| {
            let (own, rest) = self.given.split_at(cut);
            is_read(first, own) || is_read(second, rest)
        };
        syllables(&self.given, 2) == Some(2) && !(1..self.given.len()).any(read)
    }

    /// Whether `character` is a surname that is read as this one.
    fn has_surname(&self, character: char) -> bool {
        SURNAMES.contains(simplify(character)) && is_read(character, &self.surname)
    }

    /// Where a person of that surname stands whose given name is a letter off, or a last syllable.
    fn nearly_stands_in(&self, chinese: &str) -> Option<Span> {
        const SHORTEST: usize = 6;
        let wanted = format!("{}{}", self.surname, self.given);
        chinese.char_indices().find_map(|(at, character)| {
            if !self.has_surname(character) {
                return None;
            }
            let rest = &chinese[at..];
            let near = |count: usize| {
                let end = rest.char_indices().nth(count).map_or(rest.len(), |(end, _)| end);
                let off = |read: &String| strsim::osa_distance(read, &wanted) == 1;
                let found = wanted.len() >= SHORTEST && read_as(rest, count).iter().any(off);
                found.then(|| Span::at(at..at + end))
            };
            near(3).or_else(|| near(2)).or_else(|| self.differs_in_a_syllable(rest, at))
        })
    }

    /// 方志强 against "Fang Zhiyuan", 陆怀远 against "Lu Zhiyuan": where one of the two syllables of the given name stands.
    fn differs_in_a_syllable(&self, rest: &str, at: usize) -> Option<Span> {
        let mut characters = rest.chars();
        let (surname, first, second) = (characters.next()?, characters.next()?, characters.next()?);
        let differs = (1..self.given.len()).any(|cut| {
            let (own, last) = self.given.split_at(cut);
            let stands = [is_read(first, own), is_read(second, last)];
            let syllable = |part: &str| syllables(part, 1) == Some(1);
            match stands {
                [true, false] => is_han(second) && syllable(last),
                [false, true] => is_han(first) && syllable(own),
                _ => false,
            }
        });
        let length = [surname, first, second].iter().map(|c| c.len_utf8()).sum::<usize>();
        differs.then(|| Span::at(at..at + length))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(zh: &str, en: &str) -> Vec<Option<Fault>> {
        let judge = |person: &Person<'_>| match person.stands_in(zh) {
            true => None,
            false => person.fault(&[zh], Dictionary::builtin()),
        };
        persons(en, &capitalised(en)).iter().map(judge).collect()
    }

    #[test]
    fn names_are_found() {
        let en = "Liu Yang met Fei-Fei Li and Ouyang Xiu's son on Wang Fang Street. He Bought Guo Jingjing a map.";
        let found: Vec<&str> =
            persons(en, &capitalised(en)).iter().map(|person| person.text).collect();
        assert_eq!(found, ["Liu Yang", "Fei-Fei Li", "Ouyang Xiu"]);
    }

    #[test]
    fn names_that_stand_there_are_right() {
        let zh = "刘洋和李飞飞读曾国藩，呂布来了";
        assert_eq!(faults(zh, "Liu Yang, Fei-Fei Li, Zeng Guofan, Lü Bu"), [None, None, None]);
    }

    #[test]
    fn strangers_and_misspelt_names() {
        assert_eq!(faults("王芳把信交给了刘洋。", "gave it to Li Yang"), [Some(Fault::Stranger)]);
        let misspelt = |zh, en| matches!(faults(zh, en)[..], [Some(Fault::Misspelt(..))]);
        assert!(misspelt("看见方志强在楼下", "saw Fang Zhiyuan there"));
        assert!(misspelt("坐在对面的是陆怀远医生", "Dr. Lu Zhiyuan sits there"));
        assert_eq!(faults("张居正推一条鞭法", "Zhang Xianzhong did"), [Some(Fault::Stranger)]);
        assert!(misspelt("欧阳佩和林若川", "Thank you, Lin Ruochaun."));
    }

    #[test]
    fn letters_that_changed_places() {
        let found = |zh, en| {
            !with_swapped_letters([en, zh], &capitalised(en), Dictionary::builtin()).is_empty()
        };
        assert!(found("谢谢若川", "Thank you, Ruochaun"));
        assert!(!found("谢谢若川", "Thank you, Ruochuan, from Lincoln and Tesla"));
    }

    #[test]
    fn who_is_called_otherwise_is_not_told() {
        for (zh, en) in [
            ("毛主席说", "Mao Zedong said"),
            ("东坡先生姓苏", "Su Shi"),
            ("韩国作家韩江", "Han Kang"),
            ("他走了", "He Can"),
            ("港股今天收高", "Hong Kong"),
            ("孔明借东风", "Zhuge Liang"),
            ("每天打太极拳", "Tai Chi"),
        ] {
            assert!(faults(zh, en).iter().all(Option::is_none), "{en}");
        }
    }
}
