//! The numbers of both languages. Places lie on character boundaries, in order, and do not overlap;
//! comparing never fails. A line of `====` parts the Chinese from the English.

#![no_main]

use duizhao::quantity::{Passage, Quantity, compare, read};
use duizhao::text::Side;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (zh, en) = text.split_once("====").unwrap_or((text, text));
    let quantities = [(Side::Zh, zh), (Side::En, en)].map(|(side, text)| checked(side, text));
    let [zh_read, en_read] = &quantities;
    let zh = [Passage { text: zh, quantities: zh_read }];
    let en = [Passage { text: en, quantities: en_read }];
    let _ = compare(&zh, &en, [&[], &[]]);
    let _ = compare(&zh, &[], [zh_read, en_read]);
    let _ = compare(&[], &en, [&[], en_read]);
});

fn checked(side: Side, text: &str) -> Vec<Quantity> {
    let found = read(side, text);
    let mut end = 0;
    for one in &found {
        let words = text.get(one.span.range());
        assert!(words.is_some_and(|words| !words.is_empty()), "{one:?}");
        assert!(one.span.start() >= end, "{one:?} overlaps the one before");
        end = one.span.end();
        let (low, high) = (one.value.low(), one.value.high());
        assert!(low.is_none() || high.is_none() || low <= high, "{one:?}");
        assert!(!one.to_string().is_empty());
    }
    found
}
