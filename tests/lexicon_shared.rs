//! What the shipped term bases report on good human translations.
//!
//! The texts are not part of the repository: they are read from `$DUIZHAO_SHARED`, or `../shared`
//! beside the repository. `cargo test --test lexicon_shared -- --nocapture` lists every problem for
//! reading.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may panic, and prints what is to be read"
)]

use std::fs;
use std::path::PathBuf;

use duizhao::lexicon::{
    ConceptId, Drift, Lexicon, Stray, TermProblem, TextPair, check, drifts, extract,
};
use duizhao::text::Side;

/// The folder with the shared texts, if it is there.
fn shared() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("DUIZHAO_SHARED").map_or_else(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no shared texts at {}", folder.display());
    None
}

/// Texts that belong together.
#[derive(Default)]
struct Link {
    name: String,
    zh: Vec<String>,
    en: Vec<String>,
}

/// The turns of a transcript by side: paragraphs, a label starting a new turn.
fn turns(text: &str) -> [Vec<String>; 2] {
    let mut turns: [Vec<String>; 2] = Default::default();
    let mut side = 0;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line.starts_with("<!--") || line.starts_with('#') {
            continue;
        }
        let label = line.strip_prefix("**").and_then(|rest| rest.split_once("**"));
        let said = label.map_or(line, |(_, said)| said.trim());
        let han = said.chars().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).count();
        if label.is_some() {
            side = if han * 5 > said.chars().count() { 0 } else { 1 };
            turns[side].push(said.to_owned());
        } else if let Some(last) = turns[side].last_mut() {
            last.push('\n');
            last.push_str(said);
        }
    }
    turns
}

fn paired_transcript(text: &str, name: &str) -> Vec<Link> {
    let [zh, en] = turns(text);
    assert_eq!(zh.len(), en.len(), "{name} is paired turn by turn");
    let pairs = zh.into_iter().zip(en).enumerate();
    pairs
        .map(|(at, (zh, en))| Link {
            name: format!("{name} {}", at + 1),
            zh: vec![zh],
            en: vec![en],
        })
        .collect()
}

/// The rightly linked turns of the transcript whose pairing is broken: the links known for its
/// first half, and its end, where the turns stand side by side again.
fn broken_transcript(text: &str, links: &str) -> Vec<Link> {
    let [zh, en] = turns(text);
    let mut all = Vec::new();
    let numbers = |list: &str| -> Vec<usize> {
        list.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect()
    };
    let mut last_en = 0;
    for link in links.split("\"z\":").skip(1) {
        let z = numbers(link.split(',').next().unwrap());
        let e = numbers(link.split("\"e\":").nth(1).unwrap().split(']').next().unwrap());
        let Some(&first) = e.first() else { continue };
        // Turns that share a counterpart are one link.
        if first > last_en {
            all.push(Link { name: format!("Z{}", z[0]), ..Link::default() });
        }
        let link = all.last_mut().unwrap();
        link.zh.extend(z.into_iter().map(|z| zh[z - 1].clone()));
        link.en.extend(e.iter().filter(|&&e| e > last_en).map(|e| en[e - 1].clone()));
        last_en = last_en.max(e[e.len() - 1]);
    }
    for at in 122..=zh.len().min(en.len()) {
        let name = format!("Z{at}");
        all.push(Link { name, zh: vec![zh[at - 1].clone()], en: vec![en[at - 1].clone()] });
    }
    all
}

fn corpus(text: &str, name: &str) -> Vec<Link> {
    let rows = text.lines().enumerate().skip(1);
    rows.filter_map(|(at, row)| {
        let (zh, en) = row.split_once('\t')?;
        let name = format!("{name} {}", at + 1);
        Some(Link { name, zh: vec![zh.to_owned()], en: vec![en.to_owned()] })
    })
    .collect()
}

fn good_links() -> Option<Vec<Link>> {
    let folder = shared()?;
    let read = |path: &str| fs::read_to_string(folder.join(path)).unwrap();
    let mut links =
        broken_transcript(&read("transcripts/dwarkesh-amodei.md"), &read("cases/links-dev.json"));
    for name in ["multicluster-interview", "release-interview-first-half", "storage-interview"] {
        links.extend(paired_transcript(&read(&format!("transcripts/{name}.md")), name));
    }
    for name in ["talks", "health-600"] {
        links.extend(corpus(&read(&format!("corpora/{name}.tsv")), name));
    }
    Some(links)
}

fn show(link: &Link, problem: &TermProblem) -> String {
    let (side, index, span) = problem.place();
    let text = |side: Side| if side == Side::Zh { &link.zh } else { &link.en };
    let around = |side: Side, index: usize, span: duizhao::text::Span| {
        let text = &text(side)[index];
        let from =
            text[..span.start() as usize].char_indices().rev().nth(12).map_or(0, |(at, _)| at);
        let rest = &text[span.end() as usize..];
        let to = rest.char_indices().nth(12).map_or(rest.len(), |(at, _)| at);
        format!("…{}…", &text[from..span.end() as usize + to]).replace('\n', " ")
    };
    match problem {
        TermProblem::Missing { found, expected, instead, .. } => format!(
            "{}: {found} ({}) wants {}{}",
            link.name,
            around(side, index, span),
            expected.join(" / "),
            instead.map_or(String::new(), |(at, span)| {
                format!("; instead {}", span.of(&text(side.other())[at]))
            }),
        ),
        TermProblem::Forbidden { form, .. } => {
            format!("{}: {form} ({}) is forbidden", link.name, around(side, index, span))
        }
    }
}

fn problems(link: &Link) -> Vec<TermProblem> {
    let zh: Vec<&str> = link.zh.iter().map(String::as_str).collect();
    let en: Vec<&str> = link.en.iter().map(String::as_str).collect();
    check(Lexicon::builtin(), &zh, &en)
}

/// At most two false alarms in a thousand.
#[test]
fn good_translations_are_left_alone() {
    let Some(links) = good_links() else { return };
    let mut reported = Vec::new();
    for link in &links {
        reported.extend(problems(link).iter().map(|problem| show(link, problem)));
    }
    println!("{} problems in {} links", reported.len(), links.len());
    for problem in &reported {
        println!("{problem}");
    }
    assert!(reported.len() * 1000 <= links.len() * 2);
}

/// Each term that English renders, taken out of the English or forbidden forms put in its place,
/// is found in at least 95 of 100 links.
#[test]
fn terms_that_are_taken_out_are_missed() {
    let Some(links) = good_links() else { return };
    let lexicon = Lexicon::builtin();
    let (mut put, mut found) = (0, 0);
    for link in &links {
        let said = link.zh.iter().flat_map(|text| lexicon.matches(Side::Zh, text));
        let mut concepts: Vec<_> = said
            .map(|found| found.concept)
            .filter(|&id| {
                let concept = lexicon.concept(id);
                // What is asked for only where another thing stands in its place is not missed.
                concept.direction.asks_from(Side::Zh) && concept.contrast.is_none()
            })
            .collect();
        concepts.sort();
        concepts.dedup();
        for id in concepts {
            let expected = lexicon.concept(id).expected(Side::En);
            let en: Vec<String> = link.en.iter().map(|text| without(lexicon, id, text)).collect();
            if en == link.en {
                continue;
            }
            put += 1;
            let zh = link.zh.clone();
            let broken = Link { name: link.name.clone(), zh, en };
            let hit = problems(&broken).iter().any(|problem| match problem {
                TermProblem::Missing { expected: wanted, .. }
                | TermProblem::Forbidden { expected: wanted, .. } => {
                    wanted.iter().any(|form| expected.contains(form))
                }
            });
            found += usize::from(hit);
            if !hit {
                println!("{}: {} taken out unnoticed", broken.name, expected.join(" / "));
            }
        }
    }
    println!("{found} of {put} terms taken out are missed");
    assert!(found * 100 >= put * 95);
}

/// `text` with every form of the concept, and of those that share a form with it, replaced.
fn without(lexicon: &Lexicon, id: ConceptId, text: &str) -> String {
    let concept = lexicon.concept(id);
    let mut text = text.to_owned();
    loop {
        let found = lexicon.matches(Side::En, &text).into_iter().find(|found| {
            let forms = &lexicon.concept(found.concept).en;
            found.concept == id || forms.iter().any(|form| concept.en.contains(form))
        });
        let Some(found) = found else { return text };
        text.replace_range(found.span.range(), "something");
    }
}

/// What mining the good links proposes, for reading, and that it finds what everybody would.
#[test]
fn mining_proposes_terms() {
    let Some(links) = good_links() else { return };
    let texts: Vec<(String, String)> =
        links.iter().map(|link| (link.zh.join("\n"), link.en.join("\n"))).collect();
    let pairs: Vec<TextPair<'_>> = texts.iter().map(|(zh, en)| TextPair { zh, en }).collect();
    let none = Lexicon::from_concepts(Vec::new());
    let proposals = extract(&none, &pairs);
    for (zh, en) in
        [("数据中心", "data center"), ("天才之国", "country of geniuses"), ("糖尿病", "diabetes")]
    {
        let found = proposals.iter().find(|proposal| proposal.zh == zh);
        let best = found.and_then(|proposal| proposal.en.first());
        assert!(best.is_some_and(|(best, _)| best == en), "{zh}: {found:?}");
    }
    for proposal in proposals.iter().take(60) {
        println!("P {} {:?} {} {:.2}", proposal.zh, proposal.en, proposal.count, proposal.score);
    }
    for drift in drifts(Lexicon::builtin(), std::slice::from_ref(&pairs)) {
        match drift {
            Drift::Rendering(Stray { pair, zh, en, usual, times, of, .. }) => println!(
                "D {}: {} is {} and {usual} in {times} of {of}",
                links[pair].name,
                zh.of(pairs[pair].zh),
                en.of(pairs[pair].en),
            ),
            Drift::Retranslated { pair, first } => {
                println!(
                    "D {} again: {} {} {}",
                    links[pair].name, pairs[pair].zh, pairs[pair].en, pairs[first].en
                );
            }
        }
    }
}
