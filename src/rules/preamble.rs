//! What an assistant says of its own translation, and what is left in it by mistake: "Sure, here is the English
//! translation:".

use crate::text::{Side, Span};

/// How such remarks begin, in lower case.
const ENGLISH: &[&str] = &[
    "sure, here is",
    "sure, here's",
    "sure! here is",
    "sure! here's",
    "certainly! here",
    "certainly, here",
    "here is the translation",
    "here's the translation",
    "here is the english",
    "here's the english",
    "here is the translated",
    "here's the translated",
    "translation:",
    "english translation:",
    "as an ai language model",
    "as an ai assistant",
];

/// The same of Chinese.
const CHINESE: &[&str] = &[
    "请注意，以下",
    "以下为译文",
    "以下是译文",
    "以下是翻译",
    "以下是中文",
    "以下为翻译",
    "以下为中文",
    "翻译如下",
    "译文如下",
    "中文翻译：",
    "译文：",
    "好的，以下是",
    "当然，以下是",
    "作为一个AI",
    "作为一个 AI",
    "作为一个人工智能",
    "作为AI语言模型",
];

/// The remark that `text` begins with, unless `other` speaks of such things as well.
pub(super) fn preamble(side: Side, text: &str, other: &str) -> Option<Span> {
    let start = text.len() - text.trim_start_matches([' ', '\t', '*', '_', '#']).len();
    let begins = |remark: &&&str| {
        let lead = text.as_bytes().get(start..start + remark.len());
        lead.is_some_and(|lead| lead.eq_ignore_ascii_case(remark.as_bytes()))
    };
    let remarks = if side == Side::En { ENGLISH } else { CHINESE };
    // Most texts are told by their first letter to begin with none of them.
    let first = text.as_bytes().get(start)?.to_ascii_lowercase();
    remarks.iter().filter(|remark| remark.as_bytes()[0] == first).find(begins)?;
    let spoken_of = ["translat", "AI", "翻译", "译文", "人工智能", "以下", "Here", "here"];
    if spoken_of.iter().any(|word| other.contains(word)) {
        return None;
    }
    // The remark goes up to its colon, if that comes soon.
    const SOON: usize = 90;
    let rest = &text[start..text.floor_char_boundary(start + SOON)];
    let end = rest
        .find([':', '：', '\n', '。'])
        .map_or(rest.len(), |at| at + rest[at..].chars().next().map_or(0, char::len_utf8));
    Some(Span::at(start..start + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_of_an_assistant() {
        let text = "Sure, here is the English translation: Stocks rose.";
        let found = preamble(Side::En, text, "股市走高。").map(|span| span.of(text));
        assert_eq!(found, Some("Sure, here is the English translation:"));
        assert!(preamble(Side::Zh, "好的，以下是中文：股市走高。", "Stocks rose.").is_some());
        assert!(
            preamble(Side::En, "Here's the translation of the poem.", "这是这首诗的翻译。")
                .is_none()
        );
        assert!(preamble(Side::En, "Here is the man.", "那个人来了。").is_none());
    }
}
