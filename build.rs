//! Compiles what the program looks words up in, so that it can be used where it lies and starting reads none of it.
//!
//! - CC-CEDICT, as the crate `chinese_dictionary` carries it, becomes the table that `src/dictionary` reads. The crate
//!   answers queries but does not list its words: the word list in its folder (an fst set) names them, and its own
//!   functions give their definitions.
//! - The word list of `jieba-rs` becomes the map that `src/lexicon/segmenter.rs` reads.
//!
//! Cargo does not tell a build script where its dependencies lie, so it is asked for the folders of the two packages.

// The library's own modules build the table, so that writer and reader cannot drift apart.
#[path = "src/dictionary/compile.rs"]
mod compile;
#[path = "src/dictionary/gloss.rs"]
mod gloss;
#[path = "src/dictionary/layout.rs"]
#[expect(dead_code, reason = "the reader uses the rest")]
mod layout;
#[path = "src/text"]
#[expect(dead_code, unreachable_pub, reason = "these are the modules of a library")]
mod text {
    #[path = "lang.rs"]
    mod lang;
    #[path = "side.rs"]
    mod side;
    #[path = "span.rs"]
    mod span;
    #[path = "stem.rs"]
    mod stem;
    #[path = "words.rs"]
    mod words;
    pub(crate) use lang::{is_han, is_latin};
    pub(crate) use side::Side;
    pub(crate) use span::Span;
    pub(crate) use stem::stem;
    pub(crate) use words::latin_words;
}

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use chinese_dictionary::query_by_chinese;
use compile::Entry;
use fst::Streamer;

/// Carries CC-CEDICT.
const DICTIONARY: &str = "chinese_dictionary";

/// Carries the words that Chinese is cut into, and how often each is met.
const SEGMENTER: &str = "jieba-rs";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    for file in ["compile", "gloss", "layout"] {
        println!("cargo::rerun-if-changed=src/dictionary/{file}.rs");
    }
    println!("cargo::rerun-if-changed=src/text/stem.rs");

    // Everything this build needs is there already, so the first try stays off the network; only
    // a dependency that this build does not need can make the second necessary.
    let metadata = metadata(&["--offline"]).or_else(|_| metadata(&[]))?;
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);

    let words = std::fs::read(folder(&metadata, DICTIONARY)?.join("data/chinese.fst"))?;
    let table = compile::compile(&entries(&words)?)?;
    std::fs::write(out.join("dictionary.bin"), table)?;

    let words = std::fs::read_to_string(folder(&metadata, SEGMENTER)?.join("src/data/dict.txt"))?;
    std::fs::write(out.join("words.fst"), frequencies(&words)?)?;
    Ok(())
}

/// An fst map from each word of jieba's list, whose lines are `word frequency tag`, to its frequency, and from the empty
/// word to the sum of all.
fn frequencies(list: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut frequencies = BTreeMap::new();
    let mut sum: u64 = 0;
    for line in list.lines() {
        let mut fields = line.split_ascii_whitespace();
        let Some(word) = fields.next() else { continue };
        let frequency: u64 = fields.next().ok_or("a word without its frequency")?.parse()?;
        // Of a word that stands twice jieba uses the last line, and counts both.
        frequencies.insert(word, frequency);
        sum += frequency;
    }
    frequencies.insert("", sum);
    Ok(fst::Map::from_iter(frequencies)?.into_fst().into_inner())
}

/// Every entry of the dictionary, once, in the order of its numbers.
fn entries(words: &[u8]) -> Result<Vec<Entry>, fst::Error> {
    let mut entries = BTreeMap::new();
    let words = fst::Set::new(words)?;
    let mut stream = words.stream();
    while let Some(word) = stream.next() {
        let Ok(word) = std::str::from_utf8(word) else { continue };
        for entry in query_by_chinese(word) {
            entries.entry(entry.word_id).or_insert_with(|| Entry {
                traditional: entry.traditional.clone(),
                simplified: entry.simplified.clone(),
                definitions: entry.english.clone(),
            });
        }
    }
    Ok(entries.into_values().collect())
}

/// Where cargo keeps the sources of a package.
fn folder(metadata: &serde_json::Value, name: &str) -> Result<PathBuf, Box<dyn Error>> {
    let packages = metadata["packages"].as_array().ok_or("cargo metadata lists packages")?;
    let package = packages.iter().find(|package| package["name"] == name);
    let manifest = package.and_then(|package| package["manifest_path"].as_str());
    let manifest = manifest.ok_or_else(|| format!("cargo metadata does not name {name}"))?;
    Ok(Path::new(manifest).parent().ok_or("a manifest lies in a folder")?.to_owned())
}

fn metadata(options: &[&str]) -> Result<serde_json::Value, Box<dyn Error>> {
    let cargo = std::env::var_os("CARGO").ok_or("cargo sets CARGO")?;
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--locked", "--filter-platform"])
        .arg(std::env::var("HOST")?)
        .args(options)
        .current_dir(std::env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo sets CARGO_MANIFEST_DIR")?)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}
