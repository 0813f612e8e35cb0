//! Inputs that would like to break the program: each with the status and the message to expect, under
//! a limit of memory and of time. The inputs are made here; none is stored.
//!
//! ```text
//! cargo test --test hostile                         what CI runs
//! cargo test --release --test hostile -- --ignored --nocapture    the large ones, by hand
//! ```

mod corpora;
mod large;
mod lexicons;
mod packed;
mod paths;
mod run;
mod shapes;
mod stored;
mod transcripts;

use run::{MEMORY, run_all};

#[test]
fn transcripts() {
    run_all(transcripts::CASES, MEMORY);
}

#[test]
fn shapes() {
    run_all(shapes::CASES, MEMORY);
}

#[test]
fn corpora() {
    run_all(corpora::CASES, MEMORY);
}

#[test]
fn packed() {
    run_all(packed::CASES, MEMORY);
}

#[test]
fn lexicons() {
    run_all(lexicons::CASES, MEMORY);
}

#[test]
fn stored() {
    run_all(stored::CASES, MEMORY);
}

#[cfg(unix)]
#[test]
fn paths() {
    run_all(paths::CASES, MEMORY);
}

#[test]
#[ignore = "hundreds of megabytes and minutes"]
fn large() {
    run_all(large::CASES, 2 * MEMORY);
}

#[test]
fn there_are_enough_of_them() {
    let all = [
        transcripts::CASES,
        shapes::CASES,
        corpora::CASES,
        packed::CASES,
        lexicons::CASES,
        stored::CASES,
        paths::CASES,
    ];
    let names: Vec<&str> = all.concat().iter().map(|case| case.name).collect();
    let distinct: std::collections::BTreeSet<&&str> = names.iter().collect();
    assert_eq!(distinct.len(), names.len(), "a name stands twice");
    assert!(names.len() >= 60, "{}", names.len());
}
