//! Runs the examples in tests/rules/*.md, which are the rules' documentation as well.
//!
//! A section is a heading, a `transcript` block and, where the example fires, a `findings` block
//! with one line for each finding. `UPDATE=1 cargo test --test rules` writes what is found into
//! the blocks; read the difference before you commit it.

use std::fs;
use std::path::{Path, PathBuf};

use duizhao::Checker;
use duizhao::document::Document;
use duizhao::finding::{Finding, Place};
use duizhao::input::corpus::{CorpusFormat, CorpusReader};
use duizhao::input::transcript;
use duizhao::rules::REGISTRY;
use duizhao::text::{Side, Source};

/// One example of a specification.
struct Example<'s> {
    title: &'s str,
    text: &'s str,
    /// What the text is where it is no transcript: rows, or a catalogue of gettext.
    corpus: Option<CorpusFormat>,
    /// What should be found, and where in the file it says so.
    expected: &'s str,
    findings_at: Option<std::ops::Range<usize>>,
}

/// The examples of `spec`. The body of a fenced block is everything between its fences.
fn examples(spec: &str) -> Vec<Example<'_>> {
    let mut examples: Vec<Example<'_>> = Vec::new();
    let mut title = "";
    let mut at = 0;
    let mut block: Option<(&str, usize)> = None;
    for line in spec.split_inclusive('\n') {
        let next = at + line.len();
        match (block, line.trim_end()) {
            (Some((kind, start)), "```") => {
                let body = &spec[start..at];
                match (kind, examples.last_mut()) {
                    ("transcript" | "po" | "tsv", _) => examples.push(Example {
                        corpus: match kind {
                            "po" => Some(CorpusFormat::Po),
                            "tsv" => Some(CorpusFormat::Tsv),
                            _ => None,
                        },
                        title,
                        text: body,
                        expected: "",
                        findings_at: None,
                    }),
                    ("findings", Some(example)) => {
                        example.expected = body;
                        example.findings_at = Some(start..at);
                    }
                    _ => panic!("a block `{kind}` that means nothing"),
                }
                block = None;
            }
            (Some(_), _) => {}
            (None, line) => {
                if let Some(kind) = line.strip_prefix("```") {
                    block = Some((kind, next));
                } else if let Some(heading) = line.strip_prefix("## ") {
                    title = heading;
                }
            }
        }
        at = next;
    }
    assert!(block.is_none(), "a block without an end");
    examples
}

fn document(example: &Example<'_>) -> Document {
    match example.corpus {
        Some(format) => {
            let mut reader = CorpusReader::new(example.text.as_bytes(), "example", format, None);
            reader.next_stretch().expect("a corpus").expect("rows").document
        }
        None => {
            let source = Source::from_text("example.md", example.text.to_owned());
            transcript::read(source).expect("the example is a transcript")
        }
    }
}

fn found(document: &Document) -> Vec<Finding> {
    Checker::new().check(document).findings
}

/// `error number-mismatch Z1 1:10-1:18 "50 亿美元" | E1 3:20-3:31 "$50 billion"`
fn line(document: &Document, finding: &Finding) -> String {
    let side = |place: Option<&Place>| {
        let Some(place) = place else { return "-".to_owned() };
        let span = place.in_source(document);
        let [start, end] =
            [span.start(), span.end()].map(|at| document.source(Side::Zh).position(at));
        let quoted = place.quoted(document).replace('\n', " ");
        let quoted: String = if quoted.chars().count() > 60 {
            quoted.chars().take(59).chain(['…']).collect()
        } else {
            quoted
        };
        format!(
            "{} {}:{}-{}:{} {quoted:?}",
            place.turn, start.line, start.column, end.line, end.column
        )
    };
    let [zh, en] = [side(finding.zh.as_ref()), side(finding.en.as_ref())];
    format!("{} {} {zh} | {en}\n", finding.severity, finding.rule.id)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

#[test]
fn every_example_yields_what_it_says() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = String::new();
    for rule in REGISTRY {
        let id = rule.meta().id;
        let path = folder().join(format!("{id}.md"));
        let spec = fs::read_to_string(&path).expect("every rule has a specification");
        let mut updated = spec.clone();
        for example in examples(&spec).into_iter().rev() {
            let document = document(&example);
            let findings = found(&document);
            let found: String = findings.iter().map(|finding| line(&document, finding)).collect();
            if found == example.expected {
                continue;
            }
            match example.findings_at {
                Some(range) if update => updated.replace_range(range, &found),
                _ => {
                    wrong += &format!(
                        "{id}: {}\nexpected:\n{}found:\n{found}\n",
                        example.title, example.expected
                    );
                }
            }
        }
        if updated != spec {
            fs::write(&path, updated).expect("specifications can be written");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn firing_examples_yield_their_own_rule_and_quiet_ones_are_as_many() {
    for rule in REGISTRY {
        let meta = rule.meta();
        let examples = examples(meta.spec);
        let (quiet, fires): (Vec<_>, Vec<_>) =
            examples.iter().partition(|example| example.title.starts_with("Quiet"));
        assert!(!fires.is_empty(), "{}: no example fires", meta.id);
        assert!(quiet.len() >= fires.len(), "{}: fewer quiet examples than firing ones", meta.id);
        for example in quiet {
            assert_eq!(example.expected, "", "{}: {}", meta.id, example.title);
        }
        for example in fires {
            let id = |line: &str| line.split(' ').nth(1).map(str::to_owned);
            let ids: Vec<String> = example.expected.lines().filter_map(id).collect();
            // A broken pairing is reported together with its cause.
            let own = |id: &String| id == meta.id;
            let related = |id: &String| own(id) || (is_pairing(meta.id) && is_pairing(id));
            assert!(
                ids.iter().any(own) && ids.iter().all(related),
                "{}: {}: {}",
                meta.id,
                example.title,
                example.expected
            );
        }
    }
}

fn is_pairing(id: &str) -> bool {
    id.starts_with("pairing-") || id == "turn-truncated"
}

#[test]
fn every_specification_belongs_to_a_rule_and_starts_with_its_name() {
    for entry in fs::read_dir(folder()).expect("tests/rules") {
        let path = entry.expect("tests/rules").path();
        let id = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        let meta = duizhao::rules::find(id).unwrap_or_else(|| panic!("{id} is no rule"));
        assert!(meta.spec.starts_with(&format!("# {id}\n\n")), "{id}");
        assert!(meta.spec.contains("**What it does not catch.**"), "{id}");
    }
}

#[test]
fn rule_names_are_well_formed_and_known() {
    let mut names: Vec<_> = REGISTRY.iter().map(|rule| rule.meta().id).collect();
    for name in &names {
        let parts: Vec<_> = name.split('-').collect();
        let word = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase());
        assert!(parts.iter().all(word), "{name}");
    }
    insta::assert_snapshot!(names.join("\n"));
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), REGISTRY.len(), "two rules of one name");
}
