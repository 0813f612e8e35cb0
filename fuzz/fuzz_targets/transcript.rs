//! Reads a transcript, links it, checks it and re-pairs it. Re-pairing keeps every sentence, what it
//! writes reads again, and doing it twice changes nothing more.

#![no_main]

use std::path::Path;

use duizhao::document::Document;
use duizhao::fix::fix;
use duizhao::input::{decode, transcript};
use duizhao::text::{Side, Source, sentences};
use duizhao::{Checker, link};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(source) = decode(Path::new("talk.md"), data) else { return };
    let Ok(document) = transcript::read(source) else { return };
    let checker = Checker::new();
    let checked = checker.check(&document);
    for finding in &checked.findings {
        for side in Side::BOTH {
            if let Some(place) = finding.place(side) {
                let span = place.in_source(&document);
                assert!(document.source(side).text().get(span.range()).is_some(), "{finding:?}");
            }
        }
    }
    let _ = checked.report(&document);

    let fixed = fix(&document, &checked.links).expect("one file");
    let again = transcript::read(Source::from_text("talk.md", fixed.text.clone()));
    let again = again.expect("a fixed text reads");
    if checked.links.links.iter().all(|link| !link.again) {
        keeps_all(&document, &again, &fixed.text);
    }
    let links = checker.link(&again);
    let twice = fix(&again, &links).expect("one file");
    // Links of a re-paired text may be seen better than before; from then on nothing moves.
    if twice.text != fixed.text {
        let third = read_and_fix(&checker, &twice.text);
        assert_eq!(third, twice.text, "the third time differs from the second");
    }
});

fn read_and_fix(checker: &Checker, text: &str) -> String {
    let document = transcript::read(Source::from_text("talk.md", text.to_owned()));
    let document = document.expect("a fixed text reads");
    let links: link::Links = checker.link(&document);
    fix(&document, &links).expect("one file").text
}

/// Every sentence of `before` stands in `after`, whose file is `text`.
fn keeps_all(before: &Document, after: &Document, text: &str) {
    let kept: String = Side::BOTH
        .into_iter()
        .flat_map(|side| after.turns(side).iter().map(|turn| bare(turn.text())))
        .collect::<Vec<_>>()
        .join("\n");
    let raw = bare(text);
    for side in Side::BOTH {
        for turn in before.turns(side) {
            for span in sentences(turn.text(), side) {
                let sentence = bare(span.of(turn.text()));
                assert!(
                    kept.contains(&sentence) || raw.contains(&sentence),
                    "{} lost {sentence:?}",
                    turn.id
                );
            }
        }
    }
}

/// Without white space, which re-pairing may change.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}
