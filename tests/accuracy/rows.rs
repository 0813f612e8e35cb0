//! Good pairs of text, and the findings of the whole program on pairs.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::{Path, PathBuf};

use duizhao::Checker;
use duizhao::finding::Finding;
use duizhao::gate::Selection;
use duizhao::input::corpus::{CorpusFormat, CorpusReader};
use duizhao::input::transcript;
use duizhao::text::{Side, Source};

/// A Chinese text and its English.
pub(crate) type Pair = [String; 2];

/// Pairs that are known to be good: those written for these tests, and the shared corpora and
/// interviews where they are.
pub(crate) fn good() -> Vec<Pair> {
    let shared = std::env::var_os("DUIZHAO_SHARED").map_or("../shared".into(), PathBuf::from);
    let own = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    let transcripts = [
        own("interview.md"),
        own("interviews/training.md"),
        own("interviews/hospital.md"),
        own("interviews/furniture.md"),
        own("interviews/whales.md"),
        own("interviews/startup.md"),
        own("interviews/silk.md"),
        own("interviews/cloud.md"),
        own("interviews/football.md"),
        own("interviews/chips.md"),
        own("interviews/novelist.md"),
        own("interviews/mayor.md"),
        shared.join("transcripts/multicluster-interview.md"),
        shared.join("transcripts/release-interview-first-half.md"),
        shared.join("transcripts/storage-interview.md"),
    ];
    let mut pairs = Vec::new();
    for path in transcripts {
        let Ok(text) = std::fs::read_to_string(&path) else {
            println!("left out: {} is not there", path.display());
            continue;
        };
        let document = transcript::read(Source::from_text(&path, text)).unwrap();
        let text = |side, at: usize| {
            document
                .turns(side)
                .get(at)
                .map_or(String::new(), |turn| turn.text().replace('\n', " "))
        };
        pairs.extend((0..document.pairs()).map(|at| [text(Side::Zh, at), text(Side::En, at)]));
    }
    for corpus in ["corpora/talks.tsv", "corpora/health-600.tsv"] {
        let Ok(rows) = std::fs::read_to_string(shared.join(corpus)) else { continue };
        let cells = rows.lines().skip(1).filter_map(|row| row.split_once('\t'));
        pairs.extend(cells.map(|(zh, en)| [zh.to_owned(), en.to_owned()]));
    }
    pairs
}

/// The good rows that were written for these tests, from captions to contracts.
pub(crate) fn written() -> Vec<Pair> {
    include_str!("../data/good.tsv").lines().filter_map(cells).collect()
}

/// Good rows of all kinds: those above, and the right pairs among those written for numbers.
pub(crate) fn all_kinds() -> Vec<Pair> {
    let numbers = include_str!("../data/numbers.tsv").lines();
    let numbers = numbers.filter(|line| line.split('\t').nth(2) == Some("same"));
    good().into_iter().chain(written()).chain(numbers.filter_map(cells)).collect()
}

/// The first two cells of a line.
fn cells(line: &str) -> Option<Pair> {
    let mut cells = line.split('\t').map(str::to_owned);
    Some([cells.next()?, cells.next()?])
}

/// Which of `pairs` (from 0) have a finding of one of `rules`, when they are the rows of a corpus.
/// Rows between them keep neighbours from helping each other out.
pub(crate) fn flagged(pairs: &[Pair], rules: &[&str]) -> BTreeSet<usize> {
    found(pairs, of(rules))
}

/// Which of `pairs` have a finding that `is_meant`, likewise.
pub(crate) fn found(pairs: &[Pair], is_meant: impl Fn(&Finding) -> bool) -> BTreeSet<usize> {
    let mut table = String::from("zh\ten\n");
    for [zh, en] in pairs {
        table += &format!("{}\t{}\n", zh.replace('\t', " "), en.replace('\t', " "));
        table += "这里什么也没有发生。\tNothing happened here at all.\n";
    }
    // Those that are off by themselves are measured as well.
    let all = Selection::new(&["all".to_owned()], &[]).unwrap();
    let checker = Checker::new().with_rules(all);
    let mut reader = CorpusReader::new(Cursor::new(table), "rows.tsv", CorpusFormat::Tsv, None);
    let mut flagged = BTreeSet::new();
    while let Some(stretch) = reader.next_stretch().unwrap() {
        for finding in checker.check(&stretch.document).findings {
            let row = finding.turns.iter().map(|turn| turn.index()).min();
            if let Some(row) = row.filter(|_| is_meant(&finding)) {
                flagged.insert(row / 2);
            }
        }
    }
    flagged
}

/// Prints which of `rows`, all good, have a finding that `is_meant`; gives how many.
pub(crate) fn alarms(name: &str, rows: &[Pair], is_meant: impl Fn(&Finding) -> bool) -> usize {
    let alarms = found(rows, is_meant);
    for at in &alarms {
        println!("    false alarm: {} | {}", rows[*at][0], rows[*at][1]);
    }
    println!("{name}: {} good rows, {} flagged", rows.len(), alarms.len());
    alarms.len()
}

/// Whether a finding is of one of `rules`.
pub(crate) fn of(rules: &[&str]) -> impl Fn(&Finding) -> bool {
    |finding| rules.contains(&finding.rule.id)
}

/// Prints how many of the faults of a kind were caught and gives both counts.
pub(crate) fn row(kind: &str, caught: usize, all: usize) {
    println!("  {kind:<28} {caught:>5} of {all:<5} {:>6.1} %", share(caught, all) * 100.0);
}

/// Prints each kind of fault, with how many were caught of how many there are. Gives the sums without names of persons
/// and terms: those that no lexicon has are not looked for.
pub(crate) fn rows_but_names_and_terms(kinds: &BTreeMap<&str, (usize, usize)>) -> (usize, usize) {
    let mut sums = (0, 0);
    for (kind, (caught, all)) in kinds {
        row(kind, *caught, *all);
        if !matches!(*kind, "name" | "term") {
            sums = (sums.0 + caught, sums.1 + all);
        }
    }
    row("all but names and terms", sums.0, sums.1);
    sums
}

pub(crate) fn share(part: usize, all: usize) -> f64 {
    part as f64 / all.max(1) as f64
}
