//! What holds for every text.

use std::path::Path;
use std::sync::LazyLock;

use duizhao::lexicon::{
    Concept, Lexicon, TableShape, TermFormat, TextPair, check, drifts, export, extract, import,
};
use duizhao::text::Side;
use proptest::prelude::*;

/// Texts of the characters and words that decide something.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("强化学习"),
        Just("預訓練"),
        Just("天才之国"),
        Just("度"),
        Just("Ｇpt-４"),
        Just("GPT-4"),
        Just("RL"),
        Just("pre- and post-training"),
        Just("pre-\u{AD}training"),
        Just("Anthropic’s"),
        Just(" "),
        Just("- "),
        Just("。"),
        Just("\r\n"),
        Just("İ"),
        Just("ß"),
        Just("👩‍🔬"),
        Just("e\u{301}"),
        Just("𠮷"),
    ];
    prop_oneof![
        3 => prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

proptest! {
    #[test]
    fn matches_lie_in_their_text_in_order(text in text()) {
        for side in Side::BOTH {
            let matches = Lexicon::builtin().matches(side, &text);
            for found in &matches {
                prop_assert!(text.get(found.span.range()).is_some_and(|form| !form.is_empty()));
            }
            prop_assert!(matches.is_sorted_by_key(|found| found.span));
        }
    }

    #[test]
    fn problems_lie_in_their_texts_and_stand_once(zh in text(), en in text()) {
        let problems = check(Lexicon::builtin(), &[&zh, "好。"], &[&en]);
        for problem in &problems {
            let (side, index, span) = problem.place();
            let texts: &[&str] = if side == Side::Zh { &[&zh, "好。"] } else { &[&en] };
            prop_assert!(texts[index].get(span.range()).is_some());
        }
        prop_assert!(problems.is_sorted_by_key(|problem| problem.place()));
    }

    #[test]
    fn mining_takes_any_text(texts in prop::collection::vec((text(), text()), 0..8)) {
        let pairs: Vec<TextPair<'_>> = texts.iter().map(|(zh, en)| TextPair { zh, en }).collect();
        for proposal in extract(Lexicon::builtin(), &pairs) {
            let toml = proposal.to_toml(&pairs);
            let read = import(Path::new("p.toml"), toml.as_bytes(), TermFormat::Toml);
            prop_assert!(read.is_ok_and(|read| read.concepts.len() == 1), "{}", toml);
        }
        for drift in drifts(Lexicon::builtin(), std::slice::from_ref(&pairs)) {
            prop_assert!(drift.pair() < pairs.len());
        }
    }

    #[test]
    fn readers_take_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200), text in text()) {
        for format in [TermFormat::Toml, TermFormat::Csv, TermFormat::Tsv, TermFormat::Tbx] {
            let _ = import(Path::new("x"), &bytes, format);
            let _ = import(Path::new("x"), text.as_bytes(), format);
        }
    }

    #[test]
    fn what_is_written_is_read(zh in "[一-龥a-z\"\\\\,;<&]{1,6}[一-龥]", en in "[a-zA-Z\"'<&, ]{0,8}[a-z]", note in "\\PC{0,9}") {
        static PATTERN: LazyLock<Concept> = LazyLock::new(|| Lexicon::builtin().concepts()[0].clone());
        let note = Some(note.trim().to_owned()).filter(|note| !note.is_empty());
        let concept = Concept {
            zh: vec![zh.trim().to_owned()],
            en: vec![en.trim().to_owned()],
            forbidden: Vec::new(),
            note,
            ..PATTERN.clone()
        };
        for format in [TermFormat::Toml, TermFormat::Csv, TermFormat::Tsv, TermFormat::Tbx] {
            let written = export(std::slice::from_ref(&concept), format, TableShape::Terms);
            let read = import(Path::new("x"), written.text.as_bytes(), format);
            let again = read.ok().and_then(|mut read| read.concepts.pop());
            let forms = again.map(|again| (again.zh, again.en));
            prop_assert_eq!(forms, Some((concept.zh.clone(), concept.en.clone())), "{}", written.text);
        }
    }
}

#[test]
fn the_lexicon_is_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(Lexicon::builtin());
}
