//! `polarity`: one side denies what the other asserts. Off unless it is asked for: translations turn
//! "hard" into "not easy" all the time, and only clear cases are told.

use super::{Context, LinkedText, Rule};
use crate::dictionary::Dictionary;
use crate::finding::{Finding, Meta, Place, Severity};
use crate::link::{Bead, Passage};
use crate::text::latin_words;

pub(super) struct This;

static META: Meta = Meta {
    id: "polarity",
    severity: Severity::Info,
    mqm: "accuracy/mistranslation",
    opt_in: true,
    fires_when: "a sentence denies what its translation asserts (only where it is asked for)",
    spec: include_str!("../../tests/rules/polarity.md"),
};

/// Beads whose evidence agrees less than this are too free to be judged.
const SURE: f32 = 0.55;

/// Longer sentences have several verbs, and which of them is denied is not known.
const LONGEST: usize = 24;

/// What denies in Chinese.
const DENIALS: &[&str] = &["不", "没", "未", "别", "无法", "绝非", "毫无", "并非"];

/// Words with one of these in them that deny nothing, or not always.
const HARMLESS: &[&str] = &[
    "不过", "不仅", "不但", "不断", "不同", "不得不", "不管", "不论", "不如", "不少", "不久", "不禁", "不止", "不只", "差不多", "了不起",
    "要不", "对不起", "不好意思", "没关系", "没错", "没问题", "未来", "未必", "别人", "别的", "特别", "分别", "性别", "级别", "识别",
    "区别", "告别", "个别", "类别", "差别", "不然", "不妨", "吗", "是不是", "有没有", "能不能", "会不会", "要不要", "不错", "不必", "不可",
];

/// Words that make an English sentence a denial, or nearly one.
const ENGLISH: &[&str] = &[
    "no", "not", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot", "without",
    "hardly", "barely", "rarely", "seldom", "few", "little", "unable", "lack", "lacks", "lacked", "fail",
    "fails", "failed", "refuse", "refused", "refuses", "deny", "denied", "stop", "stopped", "avoid",
    "prevent", "prevents", "impossible", "instead", "than", "too", "only", "yet", "less", "miss", "missed",
    "missing", "absent", "hard", "difficult", "tough", "far", "worse", "free", "out", "away", "off", "beyond", "except", "unless", "until", "unlike",
];

/// Characters of Chinese words that come to a denial: 无法, 非, 难以, 禁止.
const NEARLY_DENIES: [char; 12] =
    ['无', '非', '少', '难', '免', '禁', '缺', '拒', '反', '莫', '勿', '否'];

/// Letters that a word has behind a prefix that denies it, at least.
const LEAST_STEM: usize = 4;

/// Words of an English sentence in which a denial speaks of all of it, at most.
const SHORT: usize = 14;

impl Rule for This {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check_link(&self, link: &LinkedText<'_>, context: &Context<'_>, out: &mut Vec<Finding>) {
        for bead in &link.sentences(context).beads {
            if let Some((zh, en)) = contradiction(link, bead, context.dictionary) {
                let place = |passage: &Passage| Place::new(passage.turn, passage.span);
                let finding = Finding::new(&META, "one side denies what the other asserts");
                out.push(finding.at(place(zh)).at(place(en)).with_turns(link.turns()));
            }
        }
    }
}

/// The two sentences of a bead that contradict each other.
fn contradiction<'b>(
    link: &LinkedText<'_>,
    bead: &'b Bead,
    dictionary: &Dictionary,
) -> Option<(&'b Passage, &'b Passage)> {
    let ([zh], [en]) = (bead.zh.as_slice(), bead.en.as_slice()) else { return None };
    let text = |passage: &Passage| passage.span.of(link.analysed().turn(passage.turn).text());
    let (zh_text, en_text) = (text(zh), text(en));
    let short = zh_text.chars().count() <= LONGEST && !zh_text.contains(['，', ',', '？', '?']);
    if bead.score < SURE || !short {
        return None;
    }
    let harmless = HARMLESS.iter().any(|word| zh_text.contains(word));
    let denied = DENIALS.iter().any(|word| zh_text.contains(word));
    let clearly = |word: &str| {
        let word = word.to_ascii_lowercase();
        word.ends_with("n't") || word.ends_with("n’t") || ["not", "never", "cannot"].contains(&word.as_str())
    };
    let nearly = |word: &str| {
        let word = word.to_ascii_lowercase();
        // "unhappy", and not "under" or "into".
        let prefixed = ["un", "in", "im", "dis", "non"].iter().any(|prefix| {
            word.strip_prefix(prefix)
                .is_some_and(|rest| rest.len() >= LEAST_STEM && dictionary.is_english(rest))
        });
        ENGLISH.contains(&word.as_str()) || prefixed || word.ends_with("less")
    };
    let words: Vec<&str> = latin_words(en_text).map(|(_, word)| word).collect();
    let en_denies = words.iter().any(|word| clearly(word));
    let en_hints = words.iter().any(|word| clearly(word) || nearly(word));
    let lost = denied && !en_hints;
    let added = en_denies && !denied && words.len() <= SHORT && !zh_text.contains(NEARLY_DENIES);
    (!harmless && (lost || added)).then_some((zh, en))
}
