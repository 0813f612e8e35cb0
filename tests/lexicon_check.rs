//! What counts as a rendering of a term, and what is reported where there is none.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;

use duizhao::lexicon::{Lexicon, LexiconFile, TermProblem, check};
use duizhao::text::Side;

fn lexicon(toml: &str) -> Lexicon {
    let file = LexiconFile::parse(Path::new("my.toml"), toml).unwrap();
    Lexicon::from_concepts(file.concepts)
}

/// The problems of a link as short lines: what is found, what it is about.
fn problems(lexicon: &Lexicon, zh: &str, en: &str) -> Vec<String> {
    check(lexicon, &[zh], &[en])
        .into_iter()
        .map(|problem| match problem {
            TermProblem::Missing { found, expected, instead, side, .. } => {
                let other = if side == Side::Zh { en } else { zh };
                let instead = instead.map(|(_, span)| format!(", not {}", span.of(other)));
                format!("{found} wants {}{}", expected.join("/"), instead.unwrap_or_default())
            }
            TermProblem::Forbidden { form, expected, counterpart, side, .. } => {
                let other = if side == Side::Zh { en } else { zh };
                let counterpart = counterpart.map_or("", |(_, span)| span.of(other));
                format!("{form} for {counterpart} wants {}", expected.join("/"))
            }
        })
        .collect()
}

const PRE_TRAINING: &str = r#"
[[term]]
zh = ["预训练"]
en = ["pre-training", "pre-train"]
pos = "verb"
forbidden = [{ en = "preliminary training", why = "not the field's word" }]
"#;

const VESSELS: &str = r#"
[[contrast]]
set = "blood vessel"
terms = [
    { zh = ["静脉"], en = ["vein", "venous"] },
    { zh = ["动脉"], en = ["artery", "arterial"] },
]

[[term]]
zh = ["药瓶"]
en = ["vial"]
"#;

#[test]
fn what_is_mistaken_for_another_is_asked_for_only_where_that_one_stands() {
    let lexicon = lexicon(VESSELS);
    let told = |zh: &str, en: &str| problems(&lexicon, zh, en);
    assert_eq!(
        told("扎在静脉上。", "They put it into an artery."),
        ["静脉 wants vein, not artery"]
    );
    for (zh, en) in [
        ("扎在静脉上。", "They put it into a vein."),
        ("扎在静脉上。", "They put it there."),
        ("静脉和动脉都好。", "The arteries are well."),
        ("扎上去了。", "They put it into an artery."),
    ] {
        assert!(told(zh, en).is_empty(), "{zh} {en}");
    }
    assert_eq!(told("静脉旁边有药瓶。", "It is there."), ["药瓶 wants vial"]);
}

#[test]
fn every_spelling_of_an_allowed_form_will_do() {
    let lexicon = lexicon(PRE_TRAINING);
    for en in [
        "Pre-training",
        "pretraining",
        "pre training",
        "pretrained",
        "pre-trains",
        "pre\u{2011}training",
    ] {
        assert!(problems(&lexicon, "先做预训练。", en).is_empty(), "{en}");
    }
    assert_eq!(
        problems(&lexicon, "先做预训练。", "training"),
        ["预训练 wants pre-training/pre-train"]
    );
}

#[test]
fn traditional_and_simplified_agree() {
    let lexicon = lexicon(PRE_TRAINING);
    assert!(problems(&lexicon, "先做預訓練。", "pre-training").is_empty());
    assert_eq!(problems(&lexicon, "先做預訓練。", "yes"), ["預訓練 wants pre-training/pre-train"]);
    assert_eq!(problems(&lexicon, "好的。", "pre-training"), ["pre-training wants 预训练"]);
}

#[test]
fn once_for_three_times_is_enough_and_never_is_not() {
    let lexicon = lexicon(PRE_TRAINING);
    let zh = "预训练很贵。预训练很慢。预训练有用。";
    assert!(problems(&lexicon, zh, "Pre-training is dear. It is slow. It is useful.").is_empty());
    assert_eq!(problems(&lexicon, zh, "It is dear, slow and useful.").len(), 1);
}

#[test]
fn a_forbidden_form_is_told_once_with_what_it_stands_for() {
    let lexicon = lexicon(PRE_TRAINING);
    assert_eq!(
        problems(&lexicon, "先做预训练。", "We do preliminary training."),
        ["preliminary training for 预训练 wants pre-training/pre-train"],
    );
}

#[test]
fn a_term_inside_another_word_is_none() {
    let lexicon = lexicon("[[term]]\nzh = [\"天才之国\"]\nen = [\"country of geniuses\"]\n");
    assert!(problems(&lexicon, "这是天才之国度。", "It is a land.").is_empty());
    assert_eq!(problems(&lexicon, "这是天才之国吗？", "Is it a land?").len(), 1);
    assert!(problems(&lexicon, "这是天才之国吗？", "Is it countries of geniuses?").is_empty());
}

#[test]
fn the_longest_form_counts() {
    let lexicon = lexicon(
        "[[term]]\nzh = [\"学习\"]\nen = [\"learning\"]\n\
         [[term]]\nzh = [\"强化学习\"]\nen = [\"reinforcement learning\", \"RL\"]\n",
    );
    assert!(problems(&lexicon, "做强化学习。", "We do RL.").is_empty());
    assert_eq!(problems(&lexicon, "做强化学习。", "We do learning.").len(), 1);
}

#[test]
fn acronyms_are_no_ordinary_words() {
    let lexicon = lexicon(
        "[[term]]\nzh = [\"信息技术\"]\nen = [\"IT\"]\n[[term]]\nzh = [\"美国\"]\nen = [\"US\"]\n",
    );
    assert!(problems(&lexicon, "好。", "Give it to us.").is_empty());
    assert_eq!(problems(&lexicon, "美国的信息技术。", "Give it to us.").len(), 2);
    assert!(problems(&lexicon, "美国的信息技术。", "IT in the US.").is_empty());
}

#[test]
fn english_terms_stay_in_chinese() {
    let lexicon =
        lexicon("[[term]]\nzh = [\"强化学习\"]\nen = [\"RL\", \"reinforcement learning\"]\n");
    assert!(problems(&lexicon, "我们用RL来做。", "We use reinforcement learning.").is_empty());
    assert_eq!(
        problems(&lexicon, "我们用RL来做。", "We use that."),
        ["RL wants RL/reinforcement learning"]
    );
    assert!(problems(&lexicon, "我们用RLHF来做。", "We use that.").is_empty());
}

#[test]
fn several_concepts_may_share_a_form() {
    let shared = "[[term]]\nzh = [\"推理\"]\nen = [\"reasoning\"]\n\
                  [[term]]\nzh = [\"推理\"]\nen = [\"inference\"]\n";
    let free = lexicon(shared);
    assert!(problems(&free, "推理很贵。", "Inference is dear.").is_empty());
    assert_eq!(problems(&free, "推理很贵。", "It is dear."), ["推理 wants reasoning/inference"]);
    let decided = lexicon(&format!("{shared}near = [\"GPU\", \"芯片\"]\n"));
    assert_eq!(
        problems(&decided, "推理用的芯片很贵。", "Chips for reasoning are dear."),
        ["推理 wants inference"],
    );
    assert!(problems(&decided, "人的推理。", "Human reasoning.").is_empty());
}

const NAMES: &str = r#"
[[term]]
en = ["Anthropic"]
keep = true
forbidden = [{ zh = "人择公司", why = "the name is not translated" }]
[[term]]
en = ["OpenAI"]
keep = true
[[term]]
en = ["GPT-4"]
keep = true
[[term]]
en = ["GPT-4 Turbo"]
keep = true
[[term]]
en = ["DeepMind"]
keep = true
forbidden = [{ en = "Deepmind", why = "two capitals" }]
"#;

#[test]
fn a_misspelt_name_is_pointed_out() {
    let lexicon = lexicon(NAMES);
    assert_eq!(
        problems(&lexicon, "在 Anthropic 工作。", "I work at Antropic."),
        ["Anthropic wants Anthropic, not Antropic"],
    );
    assert_eq!(
        problems(&lexicon, "在 Antropic 工作。", "I work at Anthropic."),
        ["Anthropic wants Anthropic, not Antropic"],
    );
}

#[test]
fn one_name_for_another_is_one_problem() {
    let lexicon = lexicon(NAMES);
    assert_eq!(
        problems(&lexicon, "在 Anthropic 工作。", "I work at OpenAI."),
        ["Anthropic wants Anthropic, not OpenAI"],
    );
}

#[test]
fn a_translated_name_is_forbidden() {
    let lexicon = lexicon(NAMES);
    assert_eq!(
        problems(&lexicon, "在人择公司工作。", "I work at Anthropic."),
        ["人择公司 for Anthropic wants Anthropic"],
    );
}

#[test]
fn versions_are_not_mixed_up() {
    let lexicon = lexicon(NAMES);
    assert!(problems(&lexicon, "用 GPT4 Turbo 做。", "We use GPT-4-turbo.").is_empty());
    assert_eq!(problems(&lexicon, "用 GPT-4 Turbo 做。", "We use GPT-4.").len(), 1);
    assert!(problems(&lexicon, "用 GPT-4o 做。", "We use that.").is_empty());
    assert!(problems(&lexicon, "用 GPT-4.5 做。", "We use that.").is_empty());
}

#[test]
fn a_forbidden_spelling_is_meant_letter_by_letter() {
    let lexicon = lexicon(NAMES);
    assert!(problems(&lexicon, "在 DeepMind。", "At DeepMind's.").is_empty());
    assert_eq!(
        problems(&lexicon, "在 DeepMind。", "At Deepmind."),
        ["Deepmind for DeepMind wants DeepMind"],
    );
}

#[test]
fn a_forbidden_form_may_translate_something_else() {
    let lexicon = lexicon(
        "[[term]]\nzh = [\"智能体\"]\nen = [\"agent\"]\nforbidden = [{ en = \"proxy\" }]\n\
         [[term]]\nzh = [\"代理服务器\"]\nen = [\"proxy\"]\n",
    );
    assert!(problems(&lexicon, "智能体用代理服务器。", "The agent uses a proxy.").is_empty());
    assert!(problems(&lexicon, "好。", "A vote by proxy.").len() == 1, "only 代理服务器 is missed");
    assert_eq!(
        problems(&lexicon, "智能体来了，智能体走了。", "The agent came, the proxies left."),
        ["proxy for 智能体 wants agent"],
    );
}

#[test]
fn directions_are_kept() {
    let lexicon = lexicon(
        "direction = \"zh-en\"\n[[term]]\nzh = [\"算力\"]\nen = [\"compute\"]\n\
         [[term]]\nzh = [\"黑洞\"]\nen = [\"black hole\"]\ndirection = \"en-zh\"\n",
    );
    assert!(problems(&lexicon, "好。", "We compute it.").is_empty());
    assert_eq!(problems(&lexicon, "算力。", "It.").len(), 1);
    assert!(problems(&lexicon, "黑洞。", "It.").is_empty());
    assert_eq!(problems(&lexicon, "它。", "Two black holes.").len(), 1);
}

#[test]
fn every_text_of_a_link_is_looked_at() {
    let lexicon = lexicon(PRE_TRAINING);
    let zh = ["第一段。", "第二段讲预训练。"];
    let problems = check(&lexicon, &zh, &["First.", "Second."]);
    let (side, text, span) = problems[0].place();
    assert_eq!((side, text, span.of(zh[1])), (Side::Zh, 1, "预训练"));
    assert!(check(&lexicon, &zh, &["First pre-training.", "Second."]).is_empty());
}

#[test]
fn one_term_for_another_is_one_problem() {
    let lexicon = lexicon(
        "[[term]]\nzh = [\"预训练\"]\nen = [\"pre-training\"]\n\
         [[term]]\nzh = [\"后训练\"]\nen = [\"post-training\"]\n",
    );
    assert_eq!(
        problems(&lexicon, "先做预训练。", "First comes post-training."),
        ["预训练 wants pre-training, not post-training"],
    );
    let both = "They do pre- and post-training.";
    assert!(problems(&lexicon, "他们做预训练和后训练。", both).is_empty());
}

#[test]
fn a_long_term_stands_there_whatever_follows() {
    let lexicon = lexicon("[[term]]\nzh = [\"甲状腺功能亢进\"]\nen = [\"hyperthyroidism\"]\n");
    assert_eq!(problems(&lexicon, "诊断为甲状腺功能亢进症。", "It is hypothyroidism.").len(), 1);
}

#[test]
fn what_is_mistaken_for_another_may_end_a_longer_word() {
    let lexicon = lexicon(VESSELS);
    assert_eq!(
        problems(&lexicon, "右侧颈动脉有斑块。", "There is plaque in the right vein.").len(),
        1
    );
    assert!(problems(&lexicon, "右侧颈动脉有斑块。", "There is plaque in the artery.").is_empty());
}

#[test]
fn an_entry_that_asks_from_english_hides_no_set() {
    let lexicon = lexicon(&format!(
        "{VESSELS}\n[[term]]\nzh = [\"静脉\"]\nen = [\"vein\"]\ndirection = \"en-zh\"\n"
    ));
    let told = problems(&lexicon, "扎在静脉上。", "They put it into an artery.");
    assert_eq!(told, ["静脉 wants vein, not artery"]);
}

#[test]
fn a_ministry_is_mistaken_for_another_one_only_by_its_name() {
    let lexicon = Lexicon::builtin();
    let zh = "教育部发言人说，双方讨论了卫生合作。";
    let ministry = "A spokesman for the ministry said that they discussed health cooperation.";
    assert!(problems(lexicon, zh, ministry).is_empty());
    let another =
        "A spokesman for the Ministry of Justice said that they discussed health cooperation.";
    assert_eq!(problems(lexicon, zh, another).len(), 1);
}
