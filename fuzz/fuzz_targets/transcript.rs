//! Reads a transcript, links it, checks it and re-pairs it. Re-pairing keeps every clause, and
//! once the pairing is in order it changes nothing.

#![no_main]

use std::path::Path;

use duizhao::Checker;
use duizhao::document::Document;
use duizhao::fix::fix;
use duizhao::input::{decode, transcript};
use duizhao::link::Link;
use duizhao::text::{Side, Source, Span, sentences};
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

    // Turns that share a line are not moved.
    let Ok(fixed) = fix(&document, &checked.links) else { return };
    let again = transcript::read(Source::from_text("talk.md", fixed.text.clone()));
    // A text of three noisy turns may no longer look like one in two languages once two of them are joined.
    let Ok(again) = again else { return };
    let labelled = labelled(&document);
    if labelled != Labelled::Some && checked.links.links.iter().all(|link| !link.again) {
        keeps_all(&document, &again, &fixed.text);
    }
    let links = checker.link(&again);
    let Ok(twice) = fix(&again, &links) else { return };
    // Noise may be paired in another way once it was moved, and comments of ours go when they no longer
    // hold. What is in order stays byte for byte.
    let noted = fixed.text.contains("<!-- duizhao: ");
    let paired = |link: &Link| !link.zh.is_empty() && !link.en.is_empty() && !link.again;
    // Labels of noise may be corrected anew.
    let relabelled = twice.changes.relabelled > 0;
    if !noted && !relabelled && links.events.is_empty() && links.links.iter().all(paired) {
        assert_eq!(twice.text, fixed.text, "what was in order was changed");
    }
});

/// How many turns have a label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Labelled {
    All,
    Some,
    None,
}

fn labelled(document: &Document) -> Labelled {
    let turns = || Side::BOTH.into_iter().flat_map(|side| document.turns(side));
    match turns().filter(|turn| turn.speaker.is_some()).count() {
        0 => Labelled::None,
        count if count == turns().count() => Labelled::All,
        _ => Labelled::Some,
    }
}

/// Every clause of `before` stands in `after`, whose file is `text`. A sentence whose halves have their
/// counterparts in two turns is cut between clauses.
fn keeps_all(before: &Document, after: &Document, text: &str) {
    let kept: String = Side::BOTH
        .into_iter()
        .flat_map(|side| after.turns(side).iter().map(|turn| bare(turn.text())))
        .collect::<Vec<_>>()
        .join("\n");
    // Markup may be read otherwise in another place; what stands in the file stays.
    let raw = letters(text);
    for side in Side::BOTH {
        let source = before.source(side).text();
        for turn in before.turns(side) {
            for span in sentences(turn.text(), side) {
                let is_mark = |letter: char| !letter.is_alphanumeric() && !letter.is_whitespace();
                let mut at = span.start();
                for clause in span.of(turn.text()).split(is_mark) {
                    let clause_span = Span::new(at, at + clause.len() as u32);
                    let next = turn.text()[clause_span.end() as usize..].chars().next();
                    at = clause_span.end() + next.map_or(0, char::len_utf8) as u32;
                    let in_file = || letters(turn.text.to_source(clause_span).of(source));
                    assert!(
                        kept.contains(&bare(clause)) || raw.contains(&in_file()),
                        "{} lost {clause:?}",
                        turn.id
                    );
                }
            }
        }
    }
}

/// The letters and digits alone.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Without white space, which re-pairing may change.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}
