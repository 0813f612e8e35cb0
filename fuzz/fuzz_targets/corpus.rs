//! Rows of a corpus, read by stretches and checked. The first byte selects the format and whether
//! columns are given.

#![no_main]

use duizhao::Checker;
use duizhao::input::corpus::{Columns, CorpusFormat, CorpusReader};
use duizhao::report::Fingerprints;
use duizhao::text::Side;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((&choice, rows)) = data.split_first() else { return };
    let format = match choice & 3 {
        0 => CorpusFormat::Tsv,
        1 => CorpusFormat::Csv,
        _ => CorpusFormat::Jsonl,
    };
    let columns = (choice & 4 != 0).then_some(Columns { zh: 1, en: 0 });
    let mut reader = CorpusReader::new(rows, "pairs", format, columns);
    let mut fingerprints = Fingerprints::default();
    let checker = Checker::new();
    let mut count = 0;
    while let Ok(Some(stretch)) = reader.next_stretch() {
        let document = &stretch.document;
        let [zh, en] = Side::BOTH.map(|side| document.turns(side));
        assert_eq!(zh.len(), en.len(), "a row has two sides");
        for turn in zh.iter().chain(en) {
            let all = duizhao::text::Span::at(0..turn.text().len());
            let place = turn.text.to_source(all);
            assert!(document.source(turn.id.side()).text().get(place.range()).is_some());
        }
        count += zh.len();
        let mut report = checker.check(document).report(document);
        fingerprints.assign(&mut report.findings);
        for finding in &report.findings {
            assert!(
                finding.zh.is_some()
                    || finding.en.is_some()
                    || !finding.zh_turns.is_empty()
                    || !finding.en_turns.is_empty()
            );
        }
        assert!(stretch.errors.len() <= zh.len());
    }
    assert!(count <= rows.len() + 1, "no more rows than bytes");
});
