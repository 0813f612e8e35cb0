//! Lexicons in every format that is read, and what was read in every format that is written. The first
//! byte selects the format.

#![no_main]

use std::path::Path;

use duizhao::lexicon::{Lexicon, TableShape, TermFormat, audit, check, export, import};
use duizhao::text::Side;
use libfuzzer_sys::fuzz_target;

const FORMATS: [TermFormat; 4] =
    [TermFormat::Toml, TermFormat::Csv, TermFormat::Tsv, TermFormat::Tbx];

fuzz_target!(|data: &[u8]| {
    let Some((&choice, rest)) = data.split_first() else { return };
    let format = FORMATS[usize::from(choice & 3)];
    let Ok(imported) = import(Path::new("terms"), rest, format) else { return };
    // A file without entries is no term base to read again.
    if imported.concepts.is_empty() {
        return;
    }
    let _ = audit(&imported.concepts);
    for written in FORMATS {
        for shape in [TableShape::Terms, TableShape::Pairs] {
            let exported = export(&imported.concepts, written, shape);
            let again = import(Path::new("again"), exported.text.as_bytes(), written);
            let again = again.unwrap_or_else(|error| panic!("{error}\n{}", exported.text));
            if written == TermFormat::Toml && exported.warnings.is_empty() {
                assert_eq!(again.concepts.len(), imported.concepts.len(), "{}", exported.text);
            }
        }
    }
    let lexicon = Lexicon::from_concepts(imported.concepts);
    let text = String::from_utf8_lossy(rest);
    for side in Side::BOTH {
        let mut end = 0;
        for found in lexicon.matches(side, &text) {
            assert!(text.get(found.span.range()).is_some(), "{found:?}");
            assert!(found.span.start() >= end || found.span.end() >= end, "{found:?}");
            end = found.span.end();
        }
    }
    let _ = check(&lexicon, &[&text], &[&text]);
});
