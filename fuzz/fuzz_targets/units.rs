//! Translation units of TMX and XLIFF. The first byte selects the format.

#![no_main]

use duizhao::Checker;
use duizhao::input::corpus::{CorpusFormat, CorpusReader};
use duizhao::text::{Side, Span};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((&choice, units)) = data.split_first() else { return };
    let format = if choice & 1 == 0 { CorpusFormat::Tmx } else { CorpusFormat::Xliff };
    let mut reader = CorpusReader::new(units, "units", format, None);
    let checker = Checker::new();
    while let Ok(Some(stretch)) = reader.next_stretch() {
        let document = &stretch.document;
        for side in Side::BOTH {
            let text = document.source(side).text();
            for turn in document.turns(side) {
                let place = turn.text.to_source(Span::at(0..turn.text().len()));
                assert!(text.get(place.range()).is_some(), "{place:?}");
                assert!(text.get(turn.extent.range()).is_some(), "{:?}", turn.extent);
                for mark in &turn.marks {
                    assert!(text.get(mark.span.range()).is_some(), "{mark:?}");
                }
            }
        }
        let _ = checker.check(document).report(document);
    }
});
