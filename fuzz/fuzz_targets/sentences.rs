//! The sentences of a text: on character boundaries, in order, and nothing but white space between.

#![no_main]

use duizhao::text::{Side, sentences};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for side in Side::BOTH {
        let mut end = 0;
        for span in sentences(text, side) {
            let range = span.range();
            let sentence = text.get(range.clone()).expect("character boundaries");
            assert!(!sentence.is_empty() && sentence.trim() == sentence, "{sentence:?}");
            let between = text.get(end..range.start).expect("in order");
            assert!(between.trim().is_empty(), "{between:?} is in no sentence");
            end = range.end;
        }
        assert!(text[end..].trim().is_empty(), "the end is in no sentence");
    }
});
